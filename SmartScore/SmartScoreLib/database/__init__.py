"""Put files in, get files out: a Slicer DICOM database folder on disk."""
