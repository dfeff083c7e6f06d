"""The volume at 3 mm, with its axes along those of the patient: small enough to search for a heart in a moment."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import HounsfieldArray

STEP_MM = 3.0
_AXIAL_COSINE = 0.85
# As many voxels are averaged at a time: what is worked on stays small.
_SLAB_VOXELS = 1 << 23


@dataclass(frozen=True)
class Overview:
    """Means of about 3 mm.

    Attributes:
        hu: (z, y, x) mean HU: upwards, backwards, to the left of the patient.
        geometry: its grid.
    """

    hu: NDArray[np.float32] = field(repr=False)
    geometry: VolumeGeometry


def overview(hu: HounsfieldArray, geometry: VolumeGeometry) -> Overview | None:
    """The overview of a volume (slice, row, column), or None if its axes are not near those of the patient.

    Whatever the position of the patient in the scanner, the overview looks the same.
    """
    directions = np.asarray(geometry.directions)
    of_axis = np.abs(directions).argmax(axis=0)  # which array axis runs along x, y, z
    if sorted(of_axis) != [0, 1, 2] or (np.abs(directions).max(axis=0) < _AXIAL_COSINE).any():
        return None
    order = of_axis[::-1]
    blocks = [max(1, int(STEP_MM / spacing)) for spacing in geometry.spacing_mm]
    means = _means(hu, blocks)
    spacing = np.array(geometry.spacing_mm) * blocks
    first = (np.array(blocks) - 1) / 2
    values = np.transpose(means, order)
    turned = [directions[order[i]][2 - i] < 0 for i in range(3)]
    starts, axes = first.copy(), directions.copy()
    for i, flip in enumerate(turned):
        if flip:
            values = np.flip(values, i)
            starts[order[i]] += (means.shape[order[i]] - 1) * blocks[order[i]]
            axes[order[i]] *= -1
    origin = geometry.lps_mm(starts)
    for i in range(3):
        values = _stretched(values, i, float(spacing[order[i]]) / STEP_MM)
    shape = (int(values.shape[0]), int(values.shape[1]), int(values.shape[2]))
    rows = tuple(tuple(float(v) for v in axes[order[i]]) for i in range(3))
    grid = VolumeGeometry(shape, (STEP_MM,) * 3, tuple(float(v) for v in origin), rows)  # type: ignore[arg-type]
    return Overview(np.ascontiguousarray(values), grid)


def _means(hu: HounsfieldArray, blocks: list[int]) -> NDArray[np.float32]:
    """Means of blocks of voxels; what fills no block at an end is left out."""
    counts = [size // block for size, block in zip(hu.shape, blocks, strict=True)]
    means = np.empty(counts, np.float32)
    step = max(1, _SLAB_VOXELS // (blocks[0] * hu.shape[1] * hu.shape[2]))
    # Adding whole numbers along the longest axis last is several times as fast as a mean over three axes.
    kind = np.int32 if hu.dtype.kind == "i" else np.float32
    for low in range(0, counts[0], step):
        high = min(low + step, counts[0])
        slab = hu[low * blocks[0] : high * blocks[0], : counts[1] * blocks[1], : counts[2] * blocks[2]]
        rows = np.zeros((high - low, counts[1], slab.shape[2]), kind)
        for i in range(blocks[0]):
            for j in range(blocks[1]):
                rows += slab[i :: blocks[0], j :: blocks[1]]
        total = np.zeros((high - low, counts[1], counts[2]), kind)
        for j in range(blocks[2]):
            total += rows[:, :, j :: blocks[2]]
        means[low:high] = total
    means /= np.prod(blocks)
    # Padding beyond the scanner's field is no air.
    return np.maximum(means, -1024, out=means)


def _stretched(values: NDArray[np.float32], axis: int, factor: float) -> NDArray[np.float32]:
    """Linear interpolation along one axis to `factor` times as many values."""
    size = values.shape[axis]
    at = np.arange(0, size - 1 + 1e-6, 1 / factor)
    low = np.minimum(at.astype(int), max(size - 2, 0))
    part = (at - low).astype(np.float32).reshape([-1 if i == axis else 1 for i in range(3)])
    high = np.minimum(low + 1, size - 1)
    between: NDArray[np.float32] = values.take(low, axis) * (1 - part) + values.take(high, axis) * part
    return between
