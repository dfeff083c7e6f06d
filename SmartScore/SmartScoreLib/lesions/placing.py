"""Marks made on another grid, brought onto the grid of the series, or refused."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.components import Index
from SmartScoreLib.lesions.grid import Box, Matrix, corner_points, same_grid, sampled, turned
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_LABEL, Territory
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

# How far axes may turn, as a sine, to be parallel.
_PARALLEL = 1e-3


@dataclass(frozen=True)
class Segment:
    """Marks of one territory on the grid of their file.

    Attributes:
        territory: of the table.
        geometry: the grid of the file, LPS millimeters.
        corner: (slice, row, column) of the mask's first voxel in that grid.
        mask: bool (slice, row, column) box that holds the marks.
    """

    territory: Territory
    geometry: VolumeGeometry
    corner: Index
    mask: NDArray[np.bool_] = field(repr=False)


def segment_of(territory: Territory, geometry: VolumeGeometry, mask: NDArray[np.bool_]) -> Segment | None:
    """A segment of a mask over the whole grid, kept as its box; None if nothing is marked."""
    box = _extent(mask)
    if box is None:
        return None
    corner = (box[0].start, box[1].start, box[2].start)
    return Segment(territory, geometry, corner, np.ascontiguousarray(mask[box]))


def place_segments(
    segments: Iterable[Segment], series: CTSeries, threshold_hu: float, file_name: str, *, same_frame: bool
) -> LesionMap:
    """All segments on the grid of the series, each voxel in one territory.

    A grid that has the voxels of the series (cropped, turned about or mirrored as a whole) is taken over voxel by
    voxel. Any other is resampled by nearest neighbor, which is said in a remark: freely if the file names the frame
    of reference of the series; if it names none (NRRD, NIfTI), only if its axes are parallel to those of the series
    and all its marks lie inside.

    Args:
        segments: what the file holds.
        series: the series to score.
        threshold_hu: two territories may not share a voxel at or above it.
        file_name: for messages.
        same_frame: the file names the frame of reference of the series.

    Raises:
        InputRefused: the grid does not fit, no mark lies inside, or two territories share calcium.
    """
    placed: list[tuple[Territory, Box]] = []
    remarks: dict[Remark, None] = {}
    outside = 0
    for segment in segments:
        found, left_out, said = _place(segment, series.geometry, file_name, same_frame)
        outside += left_out
        if said is not None:
            remarks[said] = None
        if found is None and not left_out:
            raise InputRefused(remark("lesions.lost", territory=segment.territory.key, file=file_name))
        if found is not None:
            placed.append((segment.territory, found))
    if outside and not placed:
        raise InputRefused(remark("lesions.all_outside", file=file_name))
    if outside:
        remarks[remark("lesions.left_out", voxels=outside, file=file_name)] = None
    return replace(_united(placed, series, threshold_hu, file_name), remarks=tuple(remarks))


def _place(
    segment: Segment, target: VolumeGeometry, file_name: str, same_frame: bool
) -> tuple[Box | None, int, Remark | None]:
    """The segment on the target grid (None if nothing of it lies there), voxels left out, and what to say of it."""
    to_target = np.linalg.inv(target.index_to_lps) @ segment.geometry.index_to_lps
    box = Box(segment.corner, segment.mask)
    whole = same_grid(box, to_target)
    if whole is not None:
        placed = turned(box, whole, target.shape)
        said, left_out = None, int(box.values.sum()) - int(placed.values.sum())
    else:
        if not same_frame:
            _check_without_frame(to_target, box, target, file_name)
        placed = sampled(box, to_target, target.shape)
        names = ("slice_mm", "row_mm", "column_mm", "to_slice_mm", "to_row_mm", "to_column_mm")
        sizes = (float(size) for size in (*segment.geometry.spacing_mm, *target.spacing_mm))
        said = remark("lesions.resampled", file=file_name, **dict(zip(names, sizes, strict=True)))
        left_out = _outside(box, to_target, target.shape)
    return placed if placed.values.any() else None, left_out, said


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


def _united(
    placed: Sequence[tuple[Territory, Box]], series: CTSeries, threshold_hu: float, file_name: str
) -> LesionMap:
    """One map of all segments. Where two territories share a voxel that cannot count, the first one keeps it."""
    if not placed:
        return LesionMap(series.geometry, (0, 0, 0), np.zeros((0, 0, 0), np.uint8))
    low = np.min([found.corner for _, found in placed], axis=0)
    high = np.max([np.add(found.corner, found.values.shape) for _, found in placed], axis=0)
    labels = np.zeros(high - low, np.uint8)
    shared: dict[tuple[int, int], int] = {}
    for territory, found in placed:
        corner, mask = found.corner, found.values
        box = tuple(slice(a, a + n) for a, n in zip(corner - low, mask.shape, strict=True))
        part = labels[box]
        twice = mask & (part > 0) & (part != territory.label)
        if twice.any():
            volume = tuple(slice(a, a + n) for a, n in zip(corner, mask.shape, strict=True))
            for owner in part[twice & (series.hu[volume] >= threshold_hu)].tolist():
                shared[owner, territory.label] = shared.get((owner, territory.label), 0) + 1
        part[mask & (part == 0)] = territory.label
    if shared:
        raise InputRefused(
            remark("lesions.shared", voxels=count, first=BY_LABEL[a].key, second=BY_LABEL[b].key, file=file_name)
            for (a, b), count in shared.items()
        )
    return LesionMap(series.geometry, (int(low[0]), int(low[1]), int(low[2])), labels)


def _extent(mask: NDArray[np.bool_]) -> tuple[slice, slice, slice] | None:
    slices = np.flatnonzero(np.any(mask, axis=(1, 2)))
    if not len(slices):
        return None
    flat = np.any(mask[slices[0] : slices[-1] + 1], axis=0)
    rows, columns = np.flatnonzero(np.any(flat, axis=1)), np.flatnonzero(np.any(flat, axis=0))
    return (
        slice(int(slices[0]), int(slices[-1]) + 1),
        slice(int(rows[0]), int(rows[-1]) + 1),
        slice(int(columns[0]), int(columns[-1]) + 1),
    )
