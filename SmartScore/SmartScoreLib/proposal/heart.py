"""Where the heart is, roughly: what lies between the lungs in front of the spine, with the fat around it."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.components import Index
from SmartScoreLib.proposal.anatomy.organs import Organs
from SmartScoreLib.series.geometry import Vector, VolumeGeometry
from SmartScoreLib.series.model import CTSeries
from SmartScoreLib.series.values.chest import chest
from SmartScoreLib.series.values.coarse import coarse

_MARGINS_MM = (20.0, 10.0, 10.0)
"""By so much, along slice, row and column, the heart may reach beyond what is seen between the lungs: its apex lies
where they are narrow, and its front where they meet."""

_BLOCK_MM = 4.0
AROUND_ORGAN_MM = 8.0
"""So far beside a segmented heart the coronary arteries may lie: they run in the fat on it."""


class Region(Protocol):
    """A part of a volume."""

    def holds(self, index: Index) -> bool:
        """Whether a voxel (slice, row, column) lies in it."""


@dataclass(frozen=True)
class Neighborhood:
    """A coarse mask on a volume.

    Attributes:
        blocks: (slice, row, column) of blocks of some millimeters.
        voxels: how many voxels a block has along (slice, row, column).
    """

    blocks: NDArray[np.bool_]
    voxels: Vector

    def holds(self, index: Index) -> bool:
        """Whether a voxel (slice, row, column) lies in it; voxels beyond the last whole block belong to that."""
        last = (size - 1 for size in self.blocks.shape)
        at = tuple(min(int(i / n), end) for i, n, end in zip(index, self.voxels, last, strict=True))
        return bool(self.blocks[at])


def heart_neighborhood(series: CTSeries) -> Neighborhood | None:
    """Between the lungs and in front of the spine, from the first soft tissue to the last; None if no lungs are seen.

    No anatomy is drawn: valves and the great vessels near the heart are in it, and so is fat, in which the arteries
    run.
    """
    blocks = coarse(series.hu, series.geometry)
    found = chest(blocks, series.geometry)
    if found is None:
        return None
    filled = _from_first_to_last(found.soft, 1) & _from_first_to_last(found.soft, 2)
    for axis, spacing in enumerate(blocks.spacing_mm):
        filled = _widened(filled, axis, round(_MARGINS_MM[axis] / spacing))
    sizes = zip(blocks.spacing_mm, series.geometry.spacing_mm, strict=True)
    depth, rows, columns = (block / spacing for block, spacing in sizes)
    return Neighborhood(filled, (depth, rows, columns))


def around_heart(organs: Organs, geometry: VolumeGeometry) -> Neighborhood:
    """Heart and coronary arteries as others have segmented them, and `AROUND_ORGAN_MM` around them.

    Args:
        organs: whose masks lie on the grid of `geometry`.
        geometry: of the volume.
    """
    size = [max(1, round(_BLOCK_MM / spacing)) for spacing in geometry.spacing_mm]
    filled = np.zeros([-(-n // block) for n, block in zip(geometry.shape, size, strict=True)], bool)
    for organ, _grid, box in organs.parts:
        if organ == "aorta":
            continue
        reached, first = box.values > 0, [at // block for at, block in zip(box.corner, size, strict=True)]
        for axis, (at, block, n) in enumerate(zip(box.corner, size, box.values.shape, strict=True)):
            starts = np.maximum(np.arange(first[axis] * block, at + n, block) - at, 0)
            reached = np.logical_or.reduceat(reached, starts, axis=axis)
        filled[tuple(slice(start, start + n) for start, n in zip(first, reached.shape, strict=True))] |= reached
    for axis, (block, spacing) in enumerate(zip(size, geometry.spacing_mm, strict=True)):
        filled = _widened(filled, axis, int(np.ceil(AROUND_ORGAN_MM / (block * spacing))))
    return Neighborhood(filled, (float(size[0]), float(size[1]), float(size[2])))


def _widened(blocks: NDArray[np.bool_], axis: int, by: int) -> NDArray[np.bool_]:
    wide = np.moveaxis(blocks.copy(), axis, 0)
    narrow = np.moveaxis(blocks, axis, 0)
    for step in range(1, by + 1):
        wide[step:] |= narrow[:-step]
        wide[:-step] |= narrow[step:]
    return np.moveaxis(wide, 0, axis)


def _from_first_to_last(blocks: NDArray[np.bool_], axis: int) -> NDArray[np.bool_]:
    behind = np.flip(np.logical_or.accumulate(np.flip(blocks, axis), axis=axis), axis)
    between: NDArray[np.bool_] = np.logical_or.accumulate(blocks, axis=axis) & behind
    return between
