"""Marks as a list of regions of OsiriX or Horos: a property list (XML or binary) of images, each with its ROIs.

    {"Images": [{"ImageIndex": 12, "ROIs": [{"Name": "LAD", "Point_mm": ["(x, y, z)", ...], ...}]}]}

Points in millimeters are DICOM patient coordinates (LPS). Image numbers and pixels are not used: their order is that of
a viewer, not of the series.
"""

import plistlib
import re
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from SmartScoreLib.lesions.files.contours import Contour, filled
from SmartScoreLib.lesions.files.label_maps import Naming
from SmartScoreLib.lesions.files.layer import FileMarks
from SmartScoreLib.lesions.files.names import Names
from SmartScoreLib.lesions.naming import shown, territory_of
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.model import CTSeries

_FEWEST = 3
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"


def is_roi_list(start: bytes) -> bool:
    """Whether the first bytes are those of a property list."""
    text = start.lstrip(b"\xef\xbb\xbf \t\r\n")
    return text[:8] == b"bplist00" or (text[:5] == b"<?xml" and b"plist" in start) or text[:6] == b"<plist"


def read_roi_list(path: Path, series: CTSeries, given: Names | None) -> FileMarks:
    """The marks of a property list; each ROI's name gives its territory.

    ROIs of fewer than three points mark no area and are left out.

    Raises:
        InputRefused: it is no such list, or a region does not lie in a slice of the series.
    """
    naming = Naming(path.name)
    contours: list[Contour] = []
    known: dict[str, int] = {}
    for roi in _rois(path):
        name = str(roi.get("Name", ""))
        texts = roi.get("Point_mm")
        pixels = roi.get("Point_px")
        if not isinstance(texts, list) or not texts:
            if isinstance(pixels, list) and len(pixels) >= _FEWEST:
                raise InputRefused(remark("lesions.roi_without_mm", roi=shown(name), file=path.name))
            continue
        if len(texts) < _FEWEST:
            continue
        if name not in known:
            called = partial(remark, "lesions.segment", name=shown(name), file=path.name)
            other = None if given is None else given.of(None, name)
            known[name] = naming.take(name, territory_of(called, name if other is None else other.text))
        if known[name]:
            points = [_point(text, path.name) for text in texts]
            contours.append(Contour(known[name], 0, np.array(points, float)))
    layers, remarks = filled(contours, series.geometry, path.name, holes=False)
    return naming.marks(layers, remarks, same_frame=False)


def _rois(path: Path) -> list[dict[str, Any]]:
    try:
        with path.open("rb") as file:
            document = plistlib.load(file)
        images = document["Images"]
        rois = [roi for image in images for roi in image.get("ROIs", ())]
        if all(isinstance(roi, dict) for roi in rois):
            return rois
    except OSError as error:
        raise InputRefused(remark("lesions.cannot_read", file=path.name, fault=error.strerror or str(error))) from None
    except Exception as error:  # whatever damaged bytes make the parsers raise
        raise InputRefused(remark("lesions.no_rois", file=path.name)) from error
    raise InputRefused(remark("lesions.no_rois", file=path.name))


def _point(text: Any, name: str) -> list[float]:
    numbers = re.findall(_NUMBER, text) if isinstance(text, str) else []
    if len(numbers) != 3:
        raise InputRefused(remark("lesions.contour_points", file=name))
    values = [float(number) for number in numbers]
    if not np.isfinite(values).all():
        raise InputRefused(remark("lesions.contour_points", file=name))
    return values
