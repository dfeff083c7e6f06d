"""A rigid motion from one scan to another, with what tells how far it can be trusted."""

from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from SmartScoreLib.series.geometry import Vector

Quality = Literal["good", "fair", "poor"]

GOOD, FAIR = 0.9, 0.7
"""Correlation of the two scans in the neighborhood of the heart from which on an alignment is good, or fair.

Scans of one phantom heart reach 0.97 and more, with noise of 30 HU; two hearts of different people do not reach 0.9.
"""
LEAST_OVERLAP = 0.5
"""The part of the neighborhood that both scans must show; with less nothing is called good or fair."""


@dataclass(frozen=True)
class Alignment:
    """How the earlier scan lies on the later one; scores never pass through it.

    Attributes:
        motion: 4 x 4 rigid matrix from LPS millimeters of the earlier scan to those of the later one, as found.
        correlation: of the two in the neighborhood of the heart, -1 to 1; None where the motion was not found by
            comparing images.
        overlap: the part of that neighborhood that the earlier scan shows, 0 to 1.
        shift_mm: a correction by hand, LPS millimeters, in the later scan.
    """

    motion: NDArray[np.float64] = field(repr=False, compare=False)
    correlation: float | None
    overlap: float = 1.0
    shift_mm: Vector = (0.0, 0.0, 0.0)

    @property
    def matrix(self) -> NDArray[np.float64]:
        """4 x 4 matrix from LPS of the earlier scan to LPS of the later one, with the correction by hand."""
        matrix = self.motion.copy()
        matrix[:3, 3] += self.shift_mm
        return matrix

    @property
    def quality(self) -> Quality:
        """What the correlation means, where enough of the heart is in both scans."""
        if self.correlation is None or self.overlap < LEAST_OVERLAP:
            return "poor"
        return "good" if self.correlation >= GOOD else "fair" if self.correlation >= FAIR else "poor"

    @property
    def rotation_degrees(self) -> float:
        """The angle of the motion."""
        cosine = (float(np.trace(self.motion[:3, :3])) - 1) / 2
        return float(np.degrees(np.arccos(np.clip(cosine, -1, 1))))

    def to_later(self, lps_mm: ArrayLike) -> NDArray[np.float64]:
        """(..., 3) points of the earlier scan as points of the later one, LPS millimeters."""
        return _moved(self.matrix, lps_mm)

    def to_earlier(self, lps_mm: ArrayLike) -> NDArray[np.float64]:
        """(..., 3) points of the later scan as points of the earlier one, LPS millimeters."""
        return _moved(np.linalg.inv(self.matrix).astype(np.float64), lps_mm)

    def shifted(self, by_mm: Vector) -> "Alignment":
        """The alignment corrected by hand: the earlier scan is moved by so much more, LPS millimeters."""
        x, y, z = (a + b for a, b in zip(self.shift_mm, by_mm, strict=True))
        return replace(self, shift_mm=(x, y, z))


def _moved(matrix: NDArray[np.float64], lps_mm: ArrayLike) -> NDArray[np.float64]:
    moved: NDArray[np.float64] = np.asarray(lps_mm, float) @ matrix[:3, :3].T + matrix[:3, 3]
    return moved
