"""The marks of two readings of one volume in one box."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.series.model import CTSeries


@dataclass(frozen=True)
class Overlay:
    """Marks over their images; arrays are (slice, row, column) of the box that holds all marks of both.

    Attributes:
        corner: (slice, row, column) of the box's first voxel in the volume.
        first: labels of one reading, 0 where it marks nothing.
        second: labels of the other.
        hu: Hounsfield units of the box.
    """

    corner: tuple[int, int, int]
    first: NDArray[np.uint8] = field(repr=False)
    second: NDArray[np.uint8] = field(repr=False)
    hu: NDArray[Any] = field(repr=False)


def overlaid(series: CTSeries, first: LesionMap, second: LesionMap) -> Overlay:
    """Both maps on the smallest box that holds them.

    Raises:
        ValueError: a map is not on the grid of the series.
    """
    for one in (first, second):
        if one.geometry.shape != series.geometry.shape:
            raise ValueError(f"marks on {one.geometry.shape} do not lie on a volume of {series.geometry.shape}")
    marked = [one for one in (first, second) if one.labels.size]
    low = np.min([one.corner for one in marked], axis=0) if marked else np.zeros(3, int)
    high = np.max([np.add(one.corner, one.labels.shape) for one in marked], axis=0) if marked else low
    box = tuple(slice(int(a), int(b)) for a, b in zip(low, high, strict=True))
    corner = (int(low[0]), int(low[1]), int(low[2]))
    return Overlay(corner, _placed(first, low, high), _placed(second, low, high), series.hu[box])


def _placed(lesions: LesionMap, low: NDArray[Any], high: NDArray[Any]) -> NDArray[np.uint8]:
    labels = np.zeros(high - low, np.uint8)
    if lesions.labels.size:
        start = np.subtract(lesions.corner, low)
        labels[tuple(slice(a, a + n) for a, n in zip(start, lesions.labels.shape, strict=True))] = lesions.labels
    return labels
