"""Whether a stack of images can be scored, and what a reader must know about it."""
