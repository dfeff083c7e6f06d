"""From one click to one lesion: the connected component around a voxel, found in a box no larger than needed."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.components import BONE_MM3, Index, bone_limit_voxels
from SmartScoreLib.lesions.runs import connect, held_threshold, threshold_runs
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.geometry import VolumeGeometry

DEFAULT_LIMIT_VOXELS = 20_000
SNAP_MM = 2.0
"""How far beside a lesion, in the slice, a click may lie and still be meant for it."""

_HALF_BOX = (4, 24, 24)
# However sparse a component is, a click never looks at more of the volume than this.
_LARGEST_BOX_VOXELS = 1 << 22

_TOO_LARGE = ("lesions.too_large", "lesions.too_large_in_slice")


@dataclass(frozen=True)
class Grown:
    """What a click takes.

    Attributes:
        seed: (slice, row, column) of the voxel that it grew from.
        corner: (slice, row, column) of the mask's first voxel in the volume.
        mask: bool (slice, row, column) box of the component; of no voxels if nothing was taken.
        reason: why nothing was taken (below the threshold, too large for a lesion); None if something was.
    """

    seed: Index
    corner: Index
    mask: NDArray[np.bool_] = field(repr=False)
    reason: Remark | None = None

    @property
    def voxels(self) -> int:
        """How many voxels were taken."""
        return int(np.count_nonzero(self.mask))

    @property
    def reached_limit(self) -> bool:
        """Whether nothing was taken because the component is larger than a lesion can be."""
        return self.reason is not None and self.reason.code in _TOO_LARGE


def growth_limit(geometry: VolumeGeometry, limit_mm3: float = BONE_MM3) -> int:
    """The `limit_voxels` that suits a grid: the size above which a component is taken for bone."""
    return bone_limit_voxels(geometry, limit_mm3)


def grow(
    hu: NDArray[Any],
    seed: Index,
    threshold_hu: float,
    *,
    in_slice: bool = False,
    limit_voxels: int = DEFAULT_LIMIT_VOXELS,
) -> Grown:
    """The connected component (26 neighbors; 8 in the slice) at or above the threshold around a voxel.

    A component above the limit is bone, or calcium that touches bone: nothing is taken then, since a piece cut off at
    an arbitrary place would score an arbitrary number. Time is bounded by the limit, not by the volume.

    Args:
        hu: (slice, row, column) Hounsfield units of the whole volume.
        seed: (slice, row, column) of the clicked voxel.
        threshold_hu: HU.
        in_slice: take only the voxels of the seed's slice.
        limit_voxels: the largest component to take; see `growth_limit`.

    Raises:
        ValueError: the seed lies outside the volume.
    """
    shape = hu.shape
    if any(not 0 <= at < size for at, size in zip(seed, shape, strict=True)):
        raise ValueError(f"seed {seed} lies outside a volume of {shape}")
    value = hu[seed]
    if not value >= held_threshold(threshold_hu, hu.dtype):  # as written, also true of a value that is not a number
        return _nothing(seed, remark("lesions.below_threshold", hu=float(value), threshold_hu=float(threshold_hu)))
    half = (0, *_HALF_BOX[1:]) if in_slice else _HALF_BOX
    low = [max(0, at - reach) for at, reach in zip(seed, half, strict=True)]
    high = [min(size, at + reach + 1) for at, reach, size in zip(seed, half, shape, strict=True)]
    while True:
        box = hu[low[0] : high[0], low[1] : high[1], low[2] : high[2]]
        runs = threshold_runs(box, threshold_hu)
        _, label = connect(runs, 26)  # of one slice, 8
        line = (seed[0] - low[0]) * box.shape[1] + seed[1] - low[1]
        column = seed[2] - low[2]
        at_seed = (runs.line == line) & (runs.start <= column) & (column < runs.stop)
        mine = np.flatnonzero(label == label[at_seed][0])
        if int(runs.lengths[mine].sum()) > limit_voxels:
            return _too_large(seed, in_slice)
        ends = (
            (runs.slices[mine].min(), runs.slices[mine].max() + 1),
            (runs.rows[mine].min(), runs.rows[mine].max() + 1),
            (runs.start[mine].min(), runs.stop[mine].max()),
        )
        closed = True
        for axis in (1, 2) if in_slice else (0, 1, 2):
            length = high[axis] - low[axis]
            if ends[axis][0] == 0 and low[axis] > 0:
                low[axis], closed = max(0, low[axis] - length), False
            if ends[axis][1] == length and high[axis] < shape[axis]:
                high[axis], closed = min(shape[axis], high[axis] + length), False
        if closed:
            break
        if np.prod([h - w for w, h in zip(low, high, strict=True)]) > _LARGEST_BOX_VOXELS:
            return _too_large(seed, in_slice)
    mask = np.zeros(box.shape, bool)
    mask.reshape(-1)[runs.voxels(mine)] = True
    (s0, s1), (r0, r1), (c0, c1) = ((int(first), int(end)) for first, end in ends)
    corner = (low[0] + s0, low[1] + r0, low[2] + c0)
    return Grown(seed, corner, np.ascontiguousarray(mask[s0:s1, r0:r1, c0:c1]))


def nearest_calcium(
    hu: NDArray[Any], geometry: VolumeGeometry, seed: Index, threshold_hu: float, radius_mm: float = SNAP_MM
) -> Index | None:
    """The voxel at or above the threshold nearest to a click, in the same slice; the seed itself if it is one.

    Of several at the same distance the greatest value wins. None if there is none within the radius.

    Args:
        hu: (slice, row, column) Hounsfield units of the whole volume.
        geometry: the grid of `hu`.
        seed: (slice, row, column) of the clicked voxel.
        threshold_hu: HU.
        radius_mm: how far to look, millimeters.
    """
    k, row, column = seed
    threshold_hu = held_threshold(threshold_hu, hu.dtype)
    if hu[seed] >= threshold_hu:
        return seed
    reach = [int(radius_mm / spacing) for spacing in geometry.spacing_mm[1:]]
    top, left = max(0, row - reach[0]), max(0, column - reach[1])
    patch = hu[k, top : row + reach[0] + 1, left : column + reach[1] + 1]
    rows, columns = np.nonzero(patch >= threshold_hu)
    if not len(rows):
        return None
    distance = np.hypot((rows + top - row) * geometry.spacing_mm[1], (columns + left - column) * geometry.spacing_mm[2])
    best = np.lexsort((-patch[rows, columns].astype(float), distance))[0]
    if distance[best] > radius_mm:
        return None
    return k, int(rows[best]) + top, int(columns[best]) + left


def _nothing(seed: Index, reason: Remark) -> Grown:
    return Grown(seed, seed, np.zeros((0, 0, 0), bool), reason)


def _too_large(seed: Index, in_slice: bool) -> Grown:
    return _nothing(seed, remark(_TOO_LARGE[in_slice]))
