"""Readings that were saved as DICOM: what is written of one, found again, and opened as it was."""
