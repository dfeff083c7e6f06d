"""Published limits: how far two measurements of the same calcium may lie apart."""

from math import sqrt
from typing import Literal

from SmartScoreLib.scoring.columns import AGATSTON, VOLUME

Rule = Literal["sevrukov", "chung", "square_root"]

SOURCES: dict[Rule, str] = {
    "sevrukov": "Sevrukov et al. 2005, AJR Am J Roentgenol 185:1546",
    "chung": "Chung et al. 2008, AJR Am J Roentgenol 190:W186",
    "square_root": "Lee et al. 2021, PLoS ONE 16:e0248884",
}
"""Repeatability of 2,217 pairs of scans; of 3,380 pairs of the MESA study; the definition of progression of the KOICA
registry, which is of the Agatston score and is used here of the volume as well."""

SQUARE_ROOT = 2.5
"""Progression is a square-root difference above this. Others take it from this value on; square roots of two whole
numbers never differ by just this."""

_SEVRUKOV = {AGATSTON.key: 4.930, VOLUME.key: 3.445}
_SEVRUKOV_FROM_ZERO = {AGATSTON.key: 11.6, VOLUME.key: 9.5}
_CHUNG = {AGATSTON.key: (0.17, 4.89, 0.44, -10.84), VOLUME.key: (0.16, 4.30, 0.23, -5.00)}


def sevrukov_limit(measure: str, before: float) -> float | None:
    """4.930 sqrt(A0) of the Agatston score, 3.445 sqrt(V0) of the volume in mm3; 11.6 and 9.5 from zero.

    None for another measure. A difference must exceed it, upwards or downwards.
    """
    if measure not in _SEVRUKOV:
        return None
    return _SEVRUKOV[measure] * sqrt(before) if before > 0 else _SEVRUKOV_FROM_ZERO[measure]


def chung_limit(measure: str, before: float, body_mass_index: float | None) -> float | None:
    """0.17 A0 + 4.89 sqrt(A0) + 0.44 BMI - 10.84; of the volume 0.16 V0 + 4.30 sqrt(V0) + 0.23 BMI - 5.00.

    The upper 95 % limit of repeatability, from people with calcium in both scans. None from zero, without a body mass
    index (kg/m2), for another measure, and where the formula gives no positive number.
    """
    if measure not in _CHUNG or body_mass_index is None or before <= 0:
        return None
    linear, root, mass, constant = _CHUNG[measure]
    limit = linear * before + root * sqrt(before) + mass * body_mass_index + constant
    return limit if limit > 0 else None
