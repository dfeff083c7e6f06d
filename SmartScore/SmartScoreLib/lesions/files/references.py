"""Which series a DICOM file of marks says that it belongs to."""

import warnings
from pathlib import Path

import pydicom
from pydicom.errors import InvalidDicomError


def referenced_series(path: Path) -> str:
    """Series Instance UID in the Referenced Series Sequence of a DICOM Segmentation, if it names one.

    "" for any other file, and for one that cannot be read: `read_marks` says why.
    """
    if not path.is_file():
        return ""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            header = pydicom.dcmread(path, stop_before_pixels=True, specific_tags=["ReferencedSeriesSequence"])
            named = {str(one.SeriesInstanceUID) for one in header.get("ReferencedSeriesSequence") or ()}
    except (InvalidDicomError, OSError, AttributeError, ValueError, KeyError):
        return ""
    return named.pop() if len(named) == 1 else ""
