"""Which way a slice lies in the patient, in letters."""

from collections.abc import Sequence
from dataclasses import dataclass

from SmartScoreLib.series.geometry import VolumeGeometry

_LETTERS = (("L", "R"), ("P", "A"), ("H", "F"))
_LEAST = 0.17
"""Components below this (10 degrees) get no letter, so that a slightly turned head still reads "L"."""


def direction_letters(direction_lps: Sequence[float]) -> str:
    """Letters of a direction in patient coordinates (LPS), the largest component first, e.g. "L", "PH".

    L left, R right, P posterior, A anterior, H head, F feet. Source: DICOM PS3.3 C.7.6.1.1.1.
    """
    parts = sorted(zip(direction_lps, _LETTERS, strict=True), key=lambda part: -abs(part[0]))
    letters = [pair[0] if value > 0 else pair[1] for value, pair in parts if abs(value) >= _LEAST]
    return "".join(letters)


@dataclass(frozen=True)
class EdgeLetters:
    """What lies beyond each edge of a slice drawn with its rows downwards and its columns to the right."""

    left: str
    right: str
    top: str
    bottom: str


def edge_letters(geometry: VolumeGeometry) -> EdgeLetters:
    """Letters of the four edges of every slice of a volume."""
    _, down, right = geometry.directions
    return EdgeLetters(
        left=direction_letters([-v for v in right]),
        right=direction_letters(right),
        top=direction_letters([-v for v in down]),
        bottom=direction_letters(down),
    )


def slice_position(geometry: VolumeGeometry, slice_index: float) -> tuple[str, float]:
    """The side and the distance in mm of a slice's plane from the origin of the frame of reference.

    Along the axis that the slices follow most; for axial slices this is the z of Image Position: ("H" or "F", mm).
    """
    along = geometry.directions[0]
    axis = max(range(3), key=lambda a: abs(along[a]))
    position = geometry.origin_lps_mm[axis] + slice_index * geometry.spacing_mm[0] * along[axis]
    return _LETTERS[axis][0 if position >= 0 else 1], abs(position)
