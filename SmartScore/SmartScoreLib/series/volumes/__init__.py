"""Volumes without DICOM headers (NIfTI, NRRD, MetaImage): files -> candidate, candidate -> values."""
