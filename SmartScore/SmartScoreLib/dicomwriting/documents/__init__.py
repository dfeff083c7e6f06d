"""Reports as documents in DICOM: Encapsulated PDF."""
