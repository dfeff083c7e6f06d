"""The report before it is saved: pages, screen saves, slices."""
