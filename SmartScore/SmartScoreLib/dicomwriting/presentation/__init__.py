"""Outlines of lesions over the source images: Grayscale Softcopy Presentation State (PS3.3 A.33.1)."""
