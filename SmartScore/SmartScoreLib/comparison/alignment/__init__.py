"""Two scans of a heart brought together: a rigid motion, how good it is, and a correction by hand."""
