"""Reading marks from any file that `--lesions` takes."""

import gzip
import zlib
from pathlib import Path

from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.model import CTSeries


def read_marks(path: Path, series: CTSeries, threshold_hu: float) -> LesionMap:
    """The marks of a file on the grid of the series.

    The kind is told by the file's content: JSON clicks, NRRD with or without Slicer's segments, NIfTI, DICOM.

    Args:
        path: the file.
        series: the series that the marks belong to.
        threshold_hu: for growing from clicks, and for finding calcium that two territories share.

    Raises:
        InputRefused: the file is unreadable, of another kind, or does not fit the series; one remark a reason.
    """
    path = Path(path)
    try:
        with path.open("rb") as file:
            start = file.read(352)
        if start[:2] == b"\x1f\x8b":
            with gzip.open(path) as file:
                start = file.read(352)
    except (OSError, EOFError, zlib.error) as error:
        fault = getattr(error, "strerror", None) or str(error)
        raise InputRefused(remark("lesions.cannot_read", file=path.name, fault=fault)) from None
    if start[128:132] == b"DICM":
        from SmartScoreLib.lesions.dicom_segmentation import read_dicom_segmentation

        return read_dicom_segmentation(path, series, threshold_hu)
    if start[:4] == b"NRRD" or start[344:347] in (b"n+1", b"n+2", b"ni1"):
        from SmartScoreLib.lesions.label_maps import read_label_map

        return read_label_map(path, series, threshold_hu)
    if start.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        from SmartScoreLib.lesions.clicks import read_clicks

        return read_clicks(path, series, threshold_hu)
    raise InputRefused(remark("lesions.unknown_kind", file=path.name))
