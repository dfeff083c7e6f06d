"""Phantom persons at several dates, scored from marks of every voxel."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from phantoms import phantom_lesion_map
from SmartScoreLib.comparison.alignment.align import align
from SmartScoreLib.comparison.alignment.model import Alignment
from SmartScoreLib.phantom.model import STILL, Pose
from SmartScoreLib.phantom.series import phantom_series
from SmartScoreLib.phantom.visits import Visit, visit
from SmartScoreLib.phantom.volume import lesion_voxels
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.read import make_reading
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL

GRID = {"slices": 40, "rows": 160, "columns": 160, "pixel_mm": 1.4, "spacing_mm": 3.0}
MOVED = Pose(rotation_degrees=(3.0, 4.0, 6.2), shift_mm=(12.0, -8.0, 14.0))
"""Shifted by 20.1 mm, turned by 8 degrees."""
BREATH = Pose(breath_mm=(0.0, -3.0, -12.0))


@dataclass(frozen=True, eq=False)
class Dated:
    """A visit with the reading of its phantom."""

    visit: Visit
    reading: Reading

    def plaque(self, lesion: int) -> str:
        """The plaque that a lesion of the sheet is a piece of."""
        peak = self.reading.sheet.lesions[lesion].peak_index
        for drawn, name in zip(self.visit.phantom.lesions, self.visit.plaques, strict=True):
            if (np.concatenate([voxels for voxels, _ in lesion_voxels(drawn)]) == peak).all(axis=1).any():
                return name
        raise AssertionError(f"lesion {lesion} is none of the phantom")


@cache
def dated(number: int, pose: Pose = STILL, **grid: float) -> Dated:
    """The reading of one date; `grid` on top of GRID."""
    made = visit(number, pose, **GRID | grid)
    series = phantom_series(made.phantom, made.options())
    return Dated(made, make_reading(series, phantom_lesion_map(made.phantom), DEFAULT_PROTOCOL))


@cache
def aligned(later: Dated, earlier: Dated) -> Alignment:
    """Each pair once for all tests."""
    return align(later.reading.series, earlier.reading.series)
