"""Marks made on another grid, brought onto the grid of the series, or refused."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.files.layer import Layer, extent, present
from SmartScoreLib.lesions.grid import Box, Matrix, corner_points, same_grid, sampled, turned
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.scattered import scattered_zeros
from SmartScoreLib.lesions.territories import BY_KEY, BY_LABEL
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

# How far axes may turn, as a sine, to be parallel.
_PARALLEL = 1e-3
_CORONARY = BY_KEY["CORONARY"].label
# Territories that hold every place that is marked as "coronary, vessel not known" too.
_ARTERIES = np.array([label in BY_LABEL and BY_LABEL[label].counts for label in range(256)])


def place_layers(
    layers: Iterable[Layer], series: CTSeries, threshold_hu: float, file_name: str, *, same_frame: bool
) -> LesionMap:
    """All layers on the grid of the series, each voxel in one territory.

    A grid that has the voxels of the series (cropped, turned about or mirrored as a whole) is taken over voxel by
    voxel. Any other is resampled by nearest neighbor, which is said in a remark: freely if the file names the frame
    of reference of the series; if it names none (NRRD, NIfTI), only if its axes are parallel to those of the series
    and all its marks lie inside.

    Args:
        layers: what the file holds.
        series: the series to score.
        threshold_hu: two territories may not share a voxel at or above it; but what one layer calls "coronary" may
            belong to an artery of another.
        file_name: for messages.
        same_frame: the file names the frame of reference of the series.

    Raises:
        InputRefused: the grid does not fit, no mark lies inside, or two territories share calcium.
    """
    placed: list[Box] = []
    remarks: dict[Remark, None] = {}
    outside = 0
    for layer in layers:
        found, left_out, said = _place(layer, series.geometry, file_name, same_frame)
        outside += left_out
        if said is not None:
            remarks[said] = None
        lost = set() if left_out else set(present(layer.labels)) - set(present(found.values))
        if lost:
            raise InputRefused(remark("lesions.lost", territory=BY_LABEL[min(lost)].key, file=file_name))
        if found.values.any():
            placed.append(found)
    if outside and not placed:
        raise InputRefused(remark("lesions.all_outside", file=file_name))
    if outside:
        remarks[remark("lesions.left_out", voxels=outside, file=file_name)] = None
    return replace(united(placed, series, threshold_hu, file_name), remarks=tuple(remarks))


def _place(layer: Layer, target: VolumeGeometry, file_name: str, same_frame: bool) -> tuple[Box, int, Remark | None]:
    """The layer on the target grid, voxels left out, and what to say of it."""
    to_target = np.linalg.inv(target.index_to_lps) @ layer.geometry.index_to_lps
    box = Box(layer.corner, layer.labels)
    whole = same_grid(box, to_target)
    if whole is not None:
        placed = turned(box, whole, target.shape)
        inside = placed.values.size == box.values.size
        left_out = 0 if inside else int(np.count_nonzero(box.values)) - int(np.count_nonzero(placed.values))
        return placed, left_out, None
    if not same_frame:
        _check_without_frame(to_target, box, target, file_name)
    names = ("slice_mm", "row_mm", "column_mm", "to_slice_mm", "to_row_mm", "to_column_mm")
    sizes = (float(size) for size in (*layer.geometry.spacing_mm, *target.spacing_mm))
    said = remark("lesions.resampled", file=file_name, **dict(zip(names, sizes, strict=True)))
    return sampled(box, to_target, target.shape), _outside(box, to_target, target.shape), said


def _check_without_frame(to_target: Matrix, box: Box, target: VolumeGeometry, file_name: str) -> None:
    """Refuse what cannot be trusted to lie in the same space without a frame of reference that says so."""
    # To millimeters along the axes of the series: each source axis must follow one of them.
    axes = to_target[:3, :3] * np.array(target.spacing_mm)[:, None]
    axes = np.abs(axes / np.linalg.norm(axes, axis=0))
    if np.sort(axes, axis=0)[:2].max() > _PARALLEL:
        raise InputRefused(remark("lesions.turned", file=file_name))
    if _beyond(corner_points(box), to_target, target.shape).any():
        raise InputRefused(remark("lesions.reach_outside", file=file_name))


def _outside(box: Box, to_target: Matrix, shape: Sequence[int]) -> int:
    """How many marked voxels have their center outside the target volume."""
    if not _beyond(corner_points(box), to_target, shape).any():
        return 0
    return int(_beyond(np.argwhere(box.values) + box.corner, to_target, shape).sum())


def _beyond(indices: NDArray[np.int64], to_target: Matrix, shape: Sequence[int]) -> NDArray[np.bool_]:
    """Of (n, 3) indices of the box's grid, which have their center outside the target volume."""
    at = indices @ to_target[:3, :3].T + to_target[:3, 3]
    beyond: NDArray[np.bool_] = np.any((at < -0.5) | (at > np.array(shape) - 0.5), axis=1)
    return beyond


def united(placed: Sequence[Box], series: CTSeries, threshold_hu: float, file_name: str) -> LesionMap:
    """One map of all boxes of labels on the grid of the series.

    Where two territories share a voxel that cannot count, the first one keeps it.

    Raises:
        InputRefused: two territories share calcium.
    """
    if not placed:
        return LesionMap(series.geometry, (0, 0, 0), np.zeros((0, 0, 0), np.uint8))
    if len(placed) == 1 and placed[0].values.flags.c_contiguous:
        return LesionMap(series.geometry, placed[0].corner, placed[0].values)
    low = np.array([found.corner for found in placed]).min(axis=0)
    high = np.array([np.add(found.corner, found.values.shape) for found in placed]).max(axis=0)
    labels = scattered_zeros((high - low).tolist())
    shared: dict[tuple[int, int], int] = {}
    for found in placed:
        first = found.corner[0]
        rows, columns = (slice(found.corner[axis], found.corner[axis] + found.values.shape[axis]) for axis in (1, 2))
        for at, new in enumerate(found.values, first):
            if not new.any():
                continue
            part = labels[
                at - low[0], rows.start - low[1] : rows.stop - low[1], columns.start - low[2] : columns.stop - low[2]
            ]
            twice = (part > 0) & (new > 0) & (part != new)
            general = twice & (part == _CORONARY) & _ARTERIES[new]
            twice &= ~general & ~((new == _CORONARY) & _ARTERIES[part])
            if twice.any():
                calcium = twice & (series.hu[at, rows, columns] >= threshold_hu)
                for pair in zip(part[calcium].tolist(), new[calcium].tolist(), strict=True):
                    shared[pair] = shared.get(pair, 0) + 1
            write = ((part == 0) & (new > 0)) | general
            part[write] = new[write]
    if shared:
        raise InputRefused(
            remark("lesions.shared", voxels=count, first=BY_LABEL[a].key, second=BY_LABEL[b].key, file=file_name)
            for (a, b), count in shared.items()
        )
    return _cropped(LesionMap(series.geometry, (int(low[0]), int(low[1]), int(low[2])), labels))


def _cropped(lesions: LesionMap) -> LesionMap:
    """The same marks in their own box, where that saves most of the memory."""
    box = extent(plane > 0 for plane in lesions.labels)
    if box is None or lesions.labels[box].size > lesions.labels.size // 2:
        return lesions
    a, b, c = (corner + side.start for corner, side in zip(lesions.corner, box, strict=True))
    return replace(lesions, corner=(a, b, c), labels=lesions.labels[box].copy())
