"""Marks against the picture: what they hit, what they miss, and regrowing them."""
