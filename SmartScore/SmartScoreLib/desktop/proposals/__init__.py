"""Proposals in the panel: looked for in the background, outlined, and gone through by keys."""
