"""Arrays on one voxel grid brought onto another: voxel by voxel where the grids agree, else by nearest neighbor."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.components import Index

Matrix = NDArray[np.float64]

SAME_VOXEL = 0.05
"""How far voxel centers of two grids may lie apart, in voxels, to be the same grid: NIfTI keeps single precision.

Far below half a voxel, so that nearest neighbor gives the same values anyway.
"""
SAME_SIZE = 0.01
"""How far voxel sizes may differ, as a part of one, however small the box that is compared."""


@dataclass(frozen=True)
class Box:
    """Values in a part of a grid.

    Attributes:
        corner: (slice, row, column) of the first voxel in the grid.
        values: (slice, row, column) array; may be empty.
    """

    corner: Index
    values: NDArray[Any] = field(repr=False)


_CUBE = np.array(list(np.ndindex(2, 2, 2)))


def corner_points(box: Box) -> NDArray[np.int64]:
    """(8, 3) indices of the voxels at the corners of a box that is not empty; the first is its own corner."""
    points: NDArray[np.int64] = _CUBE * (np.array(box.values.shape) - 1) + box.corner
    return points


def same_grid(box: Box, to_target: Matrix) -> NDArray[np.int64] | None:
    """Whether the voxels of a box are voxels of the target grid, axes maybe in another order or sense.

    Args:
        box: not empty.
        to_target: 4 x 4, from indices of the box's grid to those of the target grid.

    Returns:
        `to_target` in whole numbers, exact for the box; None if the grids differ.
    """
    turn = np.rint(to_target[:3, :3])
    rest = to_target[:3, :3] - turn
    if np.abs(rest).max() > SAME_SIZE:
        return None
    axes = np.abs(turn)
    if not np.array_equal(axes @ axes.T, np.eye(3)):  # each axis follows another one, by one voxel a step
        return None
    offset = corner_points(box) @ rest.T + to_target[:3, 3]
    shift = np.rint(offset[0])
    if np.abs(offset - shift).max() > SAME_VOXEL:
        return None
    whole = np.eye(4, dtype=np.int64)
    whole[:3, :3], whole[:3, 3] = turn, shift
    return whole


def turned(box: Box, whole: NDArray[np.int64], shape: Sequence[int]) -> Box:
    """The part of a box inside the target grid, as a view of the same voxels.

    Args:
        box: of a grid that `same_grid` found to be the same.
        whole: what `same_grid` gave.
        shape: (slice, row, column) size of the target grid.
    """
    start = whole[:3, :3] @ box.corner + whole[:3, 3]
    first = np.minimum(start, start + whole[:3, :3] @ (np.array(box.values.shape) - 1))
    order = np.abs(whole[:3, :3]).argmax(axis=1)
    sense = whole[np.arange(3), order]
    values = box.values.transpose(order)[tuple(slice(None, None, int(s)) for s in sense)]
    low = np.maximum(first, 0)
    high = np.maximum(np.minimum(first + values.shape, shape), low)
    inside = values[tuple(slice(int(a), int(b)) for a, b in zip(low - first, high - first, strict=True))]
    return Box((int(low[0]), int(low[1]), int(low[2])), inside)


def sampled(box: Box, to_target: Matrix, shape: Sequence[int]) -> Box:
    """Nearest neighbor: each target voxel takes the value of the source voxel in which its center lies, or 0.

    Args:
        box: not empty; of whole numbers or bool.
        to_target: 4 x 4, from indices of the box's grid to those of the target grid.
        shape: (slice, row, column) size of the target grid.
    """
    import SimpleITK as sitk  # noqa: N813 - five times faster here than scipy.ndimage

    corners = corner_points(box) @ to_target[:3, :3].T + to_target[:3, 3]
    reach = np.abs(to_target[:3, :3]).sum(axis=1) / 2  # half a source voxel, in target voxels
    low = np.clip(np.ceil(corners.min(axis=0) - reach), 0, shape).astype(int)
    high = np.clip(np.floor(corners.max(axis=0) + reach) + 1, low, shape).astype(int)
    corner, size = (int(low[0]), int(low[1]), int(low[2])), high - low
    if not size.all():
        return Box(corner, np.zeros(size, box.values.dtype))
    back = np.linalg.inv(to_target)
    start = back[:3, :3] @ low + back[:3, 3] - box.corner
    # ITK counts (column, row, slice); both grids are taken as they are counted, in voxels.
    to_source = sitk.AffineTransform(back[:3, :3][::-1, ::-1].ravel().tolist(), start[::-1].tolist())
    source = sitk.GetImageFromArray(box.values.view(np.uint8) if box.values.dtype == bool else box.values)
    wanted = [int(n) for n in size[::-1]]
    found = sitk.GetArrayFromImage(sitk.Resample(source, wanted, to_source, sitk.sitkNearestNeighbor))
    return Box(corner, found.astype(box.values.dtype, copy=False))


def on_grid(box: Box, to_target: Matrix, shape: Sequence[int]) -> tuple[Box, bool]:
    """The box on the target grid, a view where the grids agree; and whether it had to be sampled."""
    if not box.values.size:
        return box, False
    whole = same_grid(box, to_target)
    return (sampled(box, to_target, shape), True) if whole is None else (turned(box, whole, shape), False)
