"""A calibration insert by one click: the round region of one value around a point."""

from collections.abc import Sequence
from math import floor, pi, sqrt

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.clicking import voxel_at
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.scoring.calibration import Roi, mean_hu
from SmartScoreLib.series.model import CTSeries

_RADII_MM = (3.0, 30.0)
"""Inserts for calibration have diameters of 6 mm to 6 cm."""
_LOOK_MM = 40.0
_CORE_MM = 2.0
_ROUND = 0.75
"""A disc fills all of the circle around it, a square 64 %."""
_INSIDE = 0.65
"""Part of the radius that is measured: the edge is blurred."""
_LENGTH_MM = 9.0
_SAME = 0.1
"""A slice belongs to the insert where its mean differs from that of the clicked one by less than this part."""


def rod_at(series: CTSeries, lps_mm: Sequence[float]) -> Roi:
    """The region well inside of the round insert at a point; its slices beside are those of the same value.

    Args:
        series: the images.
        lps_mm: (x, y, z) of the click, LPS millimeters.

    Raises:
        InputRefused: the point lies outside of the images, or in nothing round.
    """
    geometry = series.geometry
    index = voxel_at(geometry, lps_mm)
    if index is None:
        raise InputRefused(remark("lesions.outside"))
    x, y, z = (float(value) for value in lps_mm)
    core = mean_hu(series.hu, geometry, Roi((x, y, z), _CORE_MM))
    region, offset = _region(series, index, core)
    pixels = np.argwhere(region)
    center = pixels.mean(axis=0)
    steps = np.asarray(geometry.spacing_mm[1:])
    radius = sqrt(len(pixels) * geometry.pixel_area_mm2 / pi)
    farthest = float(np.linalg.norm((pixels - center) * steps, axis=1).max())
    if not _RADII_MM[0] <= radius <= _RADII_MM[1]:
        raise _no_rod(lps_mm, "size")
    if radius**2 < _ROUND * farthest**2:
        raise _no_rod(lps_mm, "shape")
    row, column = center + offset
    middle = geometry.lps_mm((index[0], row, column))
    found = Roi((float(middle[0]), float(middle[1]), float(middle[2])), _INSIDE * radius)
    return _lengthened(series, found)


def _region(
    series: CTSeries, index: tuple[int, int, int], core: float
) -> tuple[NDArray[np.bool_], NDArray[np.float64]]:
    """Connected pixels nearer to the value of the click than to its surroundings, and the (row, column) of the box."""
    from scipy import ndimage

    slices, row, column = index
    reach = [int(_LOOK_MM / step) for step in series.geometry.spacing_mm[1:]]
    top, left = max(0, row - reach[0]), max(0, column - reach[1])
    patch = series.hu[slices, top : row + reach[0] + 1, left : column + reach[1] + 1].astype(np.float32)
    smooth = ndimage.gaussian_filter(patch, [1.0 / step for step in series.geometry.spacing_mm[1:]])
    around = float(np.median(smooth))
    near = np.abs(smooth - core) < max(abs(core - around) / 2, 1.0)
    labels, _ = ndimage.label(near)
    mine = labels == labels[row - top, column - left] if near[row - top, column - left] else np.zeros_like(near)
    if not mine.any():
        raise _no_rod(series.geometry.lps_mm(index).tolist(), "size")
    return mine, np.array([top, left], float)


def _lengthened(series: CTSeries, roi: Roi) -> Roi:
    """The region with as many slices beside it as hold the same value on both sides, up to its length."""
    value = mean_hu(series.hu, series.geometry, roi)
    most, beside = floor(_LENGTH_MM / 2 / series.geometry.spacing_mm[0]), 0
    step = series.geometry.spacing_mm[0] * np.asarray(series.geometry.directions[0])
    for number in range(1, most + 1):
        for side in (-number, number):
            x, y, z = (float(part) for part in np.asarray(roi.center_lps_mm) + side * step)
            try:
                other = mean_hu(series.hu, series.geometry, Roi((x, y, z), roi.radius_mm))
            except InputRefused:  # outside of the images
                other = float("inf")
            if abs(other - value) > _SAME * abs(value):
                return Roi(roi.center_lps_mm, roi.radius_mm, beside)
        beside = number
    return Roi(roi.center_lps_mm, roi.radius_mm, beside)


def _no_rod(lps_mm: Sequence[float], why: str) -> InputRefused:
    place = tuple(float(value) for value in lps_mm)
    return InputRefused(remark(f"quality.no_rod_{why}", lps_mm=place))
