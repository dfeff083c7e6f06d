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
    corners = _corners(volumeNode, series, box)
    if (wanted := _field(sliceNode, corners)) is not None:
        sliceNode.SetFieldOfView(*wanted, sliceNode.GetFieldOfView()[2])
    sliceNode.JumpSliceByCentering(*np.mean(corners, axis=0))


def zoomIn(sliceNode: Any, volumeNode: vtkMRMLScalarVolumeNode, series: CTSeries, box: Box) -> None:
    """Let a slice view that shows more than a box of a volume show as much as the box; a closer one stays."""
    wanted = _field(sliceNode, _corners(volumeNode, series, box))
    if wanted is not None and wanted[0] < sliceNode.GetFieldOfView()[0]:
        sliceNode.SetFieldOfView(*wanted, sliceNode.GetFieldOfView()[2])


def _corners(volumeNode: vtkMRMLScalarVolumeNode, series: CTSeries, box: Box) -> NDArray[np.float64]:
    """World RAS millimeters."""
    corners = product(*zip(*box, strict=True))
    return np.array([worldFromLps(volumeNode, series.geometry.lps_mm(corner).tolist()) for corner in corners])


def _field(sliceNode: Any, corners: NDArray[np.float64]) -> tuple[float, float] | None:
    """Width and height, mm, of the smallest field of view that holds the corners; None in a view without room."""
    axes = arrayFromVtkMatrix(sliceNode.GetSliceToRAS())[:3, :2]
    across, up = np.ptp(corners @ axes, axis=0)
    columns, rows = sliceNode.GetDimensions()[:2]
    if columns <= 1 or rows <= 1 or across <= 0 or up <= 0:
        return None
    per_pixel = max(across / columns, up / rows)
    return float(per_pixel * columns), float(per_pixel * rows)


def _bodyBox(series: CTSeries) -> Box | None:
    body = np.argwhere(series.hu[::EVERY, ::EVERY, ::EVERY] > BODY_HU)
    if not len(body):
        return None
    first, last = np.percentile(body, [_STRAY, 100 - _STRAY], axis=0) * EVERY
    return first, last
