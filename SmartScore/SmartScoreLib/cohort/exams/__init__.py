"""Exams listed: from a folder, a Slicer database or a table."""
