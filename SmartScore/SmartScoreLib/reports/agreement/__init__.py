"""An agreement for people: figures for a paper, and a page."""
