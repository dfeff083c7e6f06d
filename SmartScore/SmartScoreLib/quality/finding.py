"""The nine inserts of a QRM-CCI found in a series, however it lies in the slices: turned, shifted or mirrored.

The three large inserts are the corners of an equilateral triangle, and the brightness tells which is which; the medium
ones must lie where the layout has them. All of that together is no chance, so that nothing else is taken for a phantom.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.components import Candidate, find_candidates
from SmartScoreLib.quality.model import FoundPhantom
from SmartScoreLib.quality.qrm import DENSITIES_MG_CM3, INSERTS, RADII_MM
from SmartScoreLib.quality.rods import find_rods
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

Points = NDArray[np.float64]

_VOLUMES_MM3 = (5.0, 600.0)
_LONGEST_MM = 20.0
"""The size of an insert as an image shows it: a large one of 800 mg/cm3 blooms to 300 mm3."""
_MOST = 400
"""So many bright spots are looked at, the brightest first."""
_OFF_MM = 3.0
"""How far an insert may lie from its place in the layout."""
_SIDE_MM = RADII_MM[5] * 3**0.5
_TILT = 0.94
"""Cosine of the steepest axis of a phantom against that of the slices, 20 degrees."""


@dataclass(frozen=True)
class _Fit:
    center: Points
    arms: Points
    misfit_mm: float
    found: int


def find_phantom(series: CTSeries) -> FoundPhantom:
    """Where the nine inserts and the two rods lie.

    Raises:
        InputRefused: no layout of a QRM-CCI is in the images.
    """
    spots = _spots(series.hu, series.geometry)
    fit = _best_fit(spots, np.asarray(series.geometry.directions[0]))
    if fit is None:
        raise InputRefused(remark("quality.no_phantom", spots=len(spots)))
    places = []
    for insert in INSERTS:
        arm = fit.arms[DENSITIES_MG_CM3.index(insert.density_mg_cm3)]
        places.append(_vector(fit.center + RADII_MM[insert.diameter_mm] * arm))
    rod, water = find_rods(series, fit.center, fit.arms[0])
    return FoundPhantom(tuple(places), _vector(fit.center), rod, water, fit.misfit_mm)


def _spots(hu: NDArray[Any], geometry: VolumeGeometry) -> list[Candidate]:
    """Bright spots of the size of an insert, the brightest first."""

    def fits(one: Candidate) -> bool:
        longest = max(size * step for size, step in zip(one.size, geometry.spacing_mm, strict=True))
        # In thick slices an insert may reach into a third one.
        return _VOLUMES_MM3[0] <= one.volume_mm3 <= _VOLUMES_MM3[1] and longest <= max(
            _LONGEST_MM, 3 * geometry.spacing_mm[0]
        )

    spots = [one for one in find_candidates(hu, geometry) if fits(one)]
    return sorted(spots, key=lambda one: -one.peak_hu)[:_MOST]


def _best_fit(spots: Sequence[Candidate], axis: Points) -> _Fit | None:
    """The layout with the most inserts in their places, of these the one with the least misfit."""
    if len(spots) < 5:
        return None
    places = np.array([one.centroid_lps_mm for one in spots])
    apart = np.linalg.norm(places[:, None] - places[None], axis=2)
    side = np.abs(apart - _SIDE_MM) <= 2 * _OFF_MM
    fits = []
    for first, second in combinations(range(len(spots)), 2):  # by falling brightness
        if not side[first, second]:
            continue
        for third in np.flatnonzero(side[first] & side[second]):
            if third > second:
                fit = _fit(places, [int(third), second, first], axis)
                fits += [] if fit is None else [fit]
    return min(fits, key=lambda one: (-one.found, one.misfit_mm), default=None)


def _fit(places: Points, corners: Sequence[int], axis: Points) -> _Fit | None:
    """The layout on three large inserts, in the order of the densities; None where the medium ones are elsewhere."""
    outer = places[list(corners)]
    normal = np.cross(outer[1] - outer[0], outer[2] - outer[0])
    normal /= np.linalg.norm(normal)
    if abs(float(normal @ axis)) < _TILT:
        return None
    center, arms = _layout(outer, normal)
    inner = center + RADII_MM[3] * arms
    distances = np.linalg.norm(places[None] - inner[:, None], axis=2)
    nearest = distances.argmin(axis=1)
    seen = distances.min(axis=1) <= _OFF_MM
    # The faintest of the medium inserts may drown in noise; the other two may not.
    if not (seen[1] and seen[2]):
        return None
    off = [*np.linalg.norm(outer - center - RADII_MM[5] * arms, axis=1), *distances.min(axis=1)[seen]]
    if max(off) > _OFF_MM or nearest[1] < nearest[2]:  # the denser one is the brighter one
        return None
    return _Fit(center, arms, float(np.sqrt(np.mean(np.square(off)))), 3 + int(seen.sum()))


def _layout(outer: Points, normal: Points) -> tuple[Points, Points]:
    """Center and the three unit vectors of the arms, 120 degrees apart, that fit the corners best."""
    center = outer.mean(axis=0)
    turned = [_turned(corner - center, normal, -120.0 * number) for number, corner in enumerate(outer)]
    first = np.sum(turned, axis=0)
    first /= np.linalg.norm(first)
    return center, np.array([_turned(first, normal, 120.0 * number) for number in range(3)])


def _turned(vector: Points, normal: Points, degrees: float) -> Points:
    """A vector of the plane turned about its normal, counterclockwise as seen from its tip."""
    angle = np.deg2rad(degrees)
    turned: Points = vector * np.cos(angle) + np.cross(normal, vector) * np.sin(angle)
    return turned


def _vector(point: Points) -> tuple[float, float, float]:
    return (float(point[0]), float(point[1]), float(point[2]))
