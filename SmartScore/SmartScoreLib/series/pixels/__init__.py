"""Stored values of Pixel Data -> Hounsfield units."""
