"""One reading: made, and given out as data."""
