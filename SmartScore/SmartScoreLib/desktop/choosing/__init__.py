"""Choosing what is read: the DICOM database and its series."""
