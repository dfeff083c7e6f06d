"""Marking calcium: territories, clicks, the list of lesions, keys."""
