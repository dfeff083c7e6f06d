"""A reading written as DICOM: all of it, or nothing."""
