"""Views that show the heart, or the body, rather than table and air."""

from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray
from slicer import vtkMRMLScalarVolumeNode

from SmartScoreLib.lesions.checks.agreement import heart_box
from SmartScoreLib.scene.coordinates import arrayFromVtkMatrix, worldFromLps
from SmartScoreLib.series.model import CTSeries

BODY_HU = -300
"""Between fat and air."""
EVERY = 4
"""The body is looked for in each fourth slice, row and column."""
_STRAY = 2.0  # percent at the ends of the body that table and blanket may be

Box = tuple[NDArray[np.float64], NDArray[np.float64]]
"""First and last (slice, row, column)."""


def boxToShow(series: CTSeries) -> Box | None:
    """The neighborhood of the heart, else the body; None where neither is seen."""
    return heart_box(series) or _bodyBox(series)


def fitView(sliceNode: Any, volumeNode: vtkMRMLScalarVolumeNode, series: CTSeries, box: Box) -> None:
    """Let a slice view show a box of a volume as large as it can, its middle in the middle."""
    corners = [
        worldFromLps(volumeNode, series.geometry.lps_mm(corner).tolist()) for corner in product(*zip(*box, strict=True))
    ]
    middle = np.mean(corners, axis=0)
    axes = arrayFromVtkMatrix(sliceNode.GetSliceToRAS())[:3, :2]
    across, up = np.ptp(np.asarray(corners) @ axes, axis=0)
    columns, rows = sliceNode.GetDimensions()[:2]
    if columns > 1 and rows > 1 and across > 0 and up > 0:
        per_pixel = max(across / columns, up / rows)
        sliceNode.SetFieldOfView(per_pixel * columns, per_pixel * rows, sliceNode.GetFieldOfView()[2])
    sliceNode.JumpSliceByCentering(*middle)


def _bodyBox(series: CTSeries) -> Box | None:
    body = np.argwhere(series.hu[::EVERY, ::EVERY, ::EVERY] > BODY_HU)
    if not len(body):
        return None
    first, last = np.percentile(body, [_STRAY, 100 - _STRAY], axis=0) * EVERY
    return first, last
