"""The calibration rods of a QRM-CCI: 200 mg/cm3 of hydroxyapatite in the axis, and water beside it."""

from math import floor

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.quality.qrm import ROD_RADIUS_MM, WATER_MM
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.scoring.calibration import Roi, mean_hu
from SmartScoreLib.series.model import CTSeries

_DENSER_HU = 100.0
"""200 mg/cm3 have 200 to 350 HU more than water at 70 to 140 kVp."""
_FAR_MM = 70.0
"""How far from the plane of the inserts the rods are looked for."""
_WHOLE = 0.9
"""A slice with this part of the greatest contrast holds the rods whole."""
_LENGTH_MM = 9.0
"""So much of the rods is measured, along the axis."""


def find_rods(series: CTSeries, center: NDArray[np.float64], arm: NDArray[np.float64]) -> tuple[Roi | None, Roi | None]:
    """Regions inside of both rods, where they contrast most; None for both where no slice shows them.

    Args:
        series: the images.
        center: where the axis crosses the plane of the inserts, LPS millimeters.
        arm: unit vector from there to the inserts of 200 mg/cm3; the water rod lies the other way.
    """
    axis, step = np.asarray(series.geometry.directions[0]), series.geometry.spacing_mm[0]
    contrasts: dict[int, float] = {}
    for number in range(-floor(_FAR_MM / step), floor(_FAR_MM / step) + 1):
        rod, water = _regions(center + number * step * axis, arm)
        try:
            contrasts[number] = mean_hu(series.hu, series.geometry, rod) - mean_hu(series.hu, series.geometry, water)
        except InputRefused:  # outside of the images
            continue
    run = _rod_slices(contrasts)
    if not run:
        return None, None
    middle = (run[0] + run[-1]) // 2
    beside = min(floor(_LENGTH_MM / 2 / step), middle - run[0], run[-1] - middle)
    return _regions(center + middle * step * axis, arm, beside)


def _rod_slices(contrasts: dict[int, float]) -> list[int]:
    """Neighboring slices that hold the rods whole: at their ends a slice holds a part, or the thorax ends there."""
    if not contrasts or max(contrasts.values()) < _DENSER_HU:
        return []
    best = max(contrasts, key=lambda number: contrasts[number])
    least = _WHOLE * contrasts[best]
    run = [best]
    for direction in (-1, 1):
        number = best + direction
        while contrasts.get(number, 0.0) >= least:
            run.append(number)
            number += direction
    return sorted(run)


def _regions(center: NDArray[np.float64], arm: NDArray[np.float64], beside: int = 0) -> tuple[Roi, Roi]:
    away = center - WATER_MM * arm
    rod = Roi((float(center[0]), float(center[1]), float(center[2])), ROD_RADIUS_MM, beside)
    return rod, Roi((float(away[0]), float(away[1]), float(away[2])), ROD_RADIUS_MM, beside)
