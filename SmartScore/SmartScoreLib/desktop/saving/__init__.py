"""Saving to DICOM."""
