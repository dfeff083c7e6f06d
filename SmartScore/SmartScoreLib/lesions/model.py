"""The label map by territory: which voxels a reader marked, and as what."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.territories import Dominance
from SmartScoreLib.lesions.visual import NOT_GRADED, ReadingMode, VisualGrades
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.geometry import VolumeGeometry

STANDARD_THRESHOLD_HU = 130.0
"""From this value on a voxel is taken for calcium, unless a protocol says otherwise (Agatston 1990)."""


@dataclass(frozen=True)
class LesionMap:
    """Marked voxels of one volume; a voxel belongs to one territory at most.

    Only the box that holds marks is stored, so that marking a few lesions in 600 slices costs no second volume.

    Attributes:
        geometry: the grid of the whole volume (that of the CTSeries).
        corner: (slice, row, column) of the box's first voxel in the volume.
        labels: uint8 (slice, row, column) box of `Territory.label` values, 0 where nothing is marked; may be empty.
        reviewed: False when no person has confirmed the marks (`--lesions auto`).
        origin: where the marks came from, for the report ("clicks of reading.json"); None if that is not known.
        remarks: what happened to the marks on the way in.
        zero_confirmed: a reader has said that there is no coronary calcium. Without it no marks are no result.
        dominance: what the reader says of the posterior descending artery; None where that is not known.
        mode: what is read.
        visual: what the reader graded by eye.
    """

    geometry: VolumeGeometry
    corner: tuple[int, int, int]
    labels: NDArray[np.uint8] = field(repr=False)
    reviewed: bool = True
    origin: Remark | None = None
    remarks: tuple[Remark, ...] = ()
    zero_confirmed: bool = False
    dominance: Dominance | None = None
    mode: ReadingMode = "coronary"
    visual: VisualGrades = NOT_GRADED

    @property
    def box(self) -> tuple[slice, slice, slice]:
        """The box as slices into the whole volume: `series.hu[lesions.box]` lines up with `labels`."""
        starts, sizes = self.corner, self.labels.shape
        return (
            slice(starts[0], starts[0] + sizes[0]),
            slice(starts[1], starts[1] + sizes[1]),
            slice(starts[2], starts[2] + sizes[2]),
        )
