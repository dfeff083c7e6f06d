"""What Slicer's views show beside the data."""
