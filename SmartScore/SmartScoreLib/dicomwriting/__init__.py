"""UIDs, device identity, reduced CT and Secondary Capture, driven by the tables."""
