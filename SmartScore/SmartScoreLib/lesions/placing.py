"""Marks made on another grid, brought onto the grid of the series, or refused."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.components import Index
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_LABEL, Territory
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

# How far voxel centers of two grids may lie apart, in voxels, to be the same grid: NIfTI keeps single precision.
_SAME_VOXEL = 0.05
# How far voxel sizes may differ, as a part of one, however small the marked box.
_SAME_SIZE = 0.01
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
    voxel. Any other is resampled by nearest neighbor, which is said in a warning: freely if the file names the frame
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
    placed: list[tuple[Territory, Index, NDArray[np.bool_]]] = []
    warnings: dict[str, None] = {}
    outside = 0
    for segment in segments:
        found, left_out, warning = _place(segment, series.geometry, file_name, same_frame)
        outside += left_out
        if warning:
            warnings[warning] = None
        if found is None and not left_out:
            raise InputRefused(
                f"The marks of {segment.territory.key} in {file_name} are finer than the voxels of the series and "
                "would be lost; export them on the grid of the series."
            )
        if found is not None:
            placed.append((segment.territory, *found))
    if outside and not placed:
        raise InputRefused(f"All marks of {file_name} lie outside the images; they belong to another series.")
    if outside:
        warnings[f"{outside} marked voxels of {file_name} lie outside the images and were left out."] = None
    return replace(_united(placed, series, threshold_hu, file_name), remarks=tuple(warnings))


Box = tuple[Index, NDArray[np.bool_]]


def _place(segment: Segment, target: VolumeGeometry, file_name: str, same_frame: bool) -> tuple[Box | None, int, str]:
    """The segment on the target grid (None if nothing of it lies there), voxels left out, and a warning or ""."""
    to_target = np.linalg.inv(target.index_to_lps) @ segment.geometry.index_to_lps
    turn = np.rint(to_target[:3, :3])
    low = np.array(segment.corner)
    corners = low + np.array(np.meshgrid(*([0, n - 1] for n in segment.mask.shape), indexing="ij")).reshape(3, -1).T
    exact = corners @ to_target[:3, :3].T + to_target[:3, 3]
    same_size = np.abs(to_target[:3, :3] - turn).max() <= _SAME_SIZE
    if same_size and (np.abs(turn).sum(axis=0) == 1).all() and (np.abs(turn).sum(axis=1) == 1).all():
        whole = corners @ turn.T + np.rint(exact[0] - turn @ corners[0])
        if np.abs(exact - whole).max() <= _SAME_VOXEL:
            box, left_out = _clipped(whole.min(axis=0).astype(int), _turned(segment.mask, turn), target.shape)
            return box, left_out, ""
    if not same_frame:
        _check_without_frame(to_target, exact, target, file_name)
    box, left_out = _resampled(segment, to_target, exact, target.shape)
    a, b = (" x ".join(f"{v:.4g}" for v in g.spacing_mm) for g in (segment.geometry, target))
    warning = f"The marks of {file_name} (voxels of {a} mm) were resampled to the series (voxels of {b} mm)"
    return box, left_out, warning + " by nearest neighbor; check them on the images."


def _check_without_frame(
    to_target: NDArray[np.float64], corners: NDArray[np.float64], target: VolumeGeometry, file_name: str
) -> None:
    """Refuse what cannot be trusted to lie in the same space without a frame of reference that says so."""
    # To millimeters along the axes of the series: each source axis must follow one of them.
    axes = to_target[:3, :3] * np.array(target.spacing_mm)[:, None]
    axes = np.abs(axes / np.linalg.norm(axes, axis=0))
    if np.sort(axes, axis=0)[:2].max() > _PARALLEL:
        raise InputRefused(
            f"The grid of {file_name} is turned against the series and the file names no frame of reference; "
            "export the marks on the grid of the series."
        )
    if (corners < -0.5).any() or (corners > np.array(target.shape) - 0.5).any():
        raise InputRefused(
            f"The marks of {file_name} reach outside the images on a grid that is not that of the series; "
            "they belong to another series, or must be exported on the grid of this one."
        )


def _turned(mask: NDArray[np.bool_], turn: NDArray[np.float64]) -> NDArray[np.bool_]:
    """The mask with its axes in the order and sense of the target."""
    order = np.abs(turn).argmax(axis=1)
    sense = turn[np.arange(3), order]
    return mask.transpose(order)[tuple(slice(None, None, int(s)) for s in sense)]


def _clipped(corner: NDArray[Any], mask: NDArray[np.bool_], shape: Sequence[int]) -> tuple[Box | None, int]:
    """The part of a placed mask inside the volume, and how many marked voxels lie outside."""
    low = np.maximum(corner, 0)
    high = np.maximum(np.minimum(corner + mask.shape, shape), low)
    inside = mask[tuple(slice(a, b) for a, b in zip(low - corner, high - corner, strict=True))]
    left_out = int(mask.sum()) - int(inside.sum())
    if not inside.any():
        return None, left_out
    return ((int(low[0]), int(low[1]), int(low[2])), inside), left_out


def _resampled(
    segment: Segment, to_target: NDArray[np.float64], corners: NDArray[np.float64], shape: Sequence[int]
) -> tuple[Box | None, int]:
    """Nearest neighbor: each target voxel takes the mark of the source voxel in which its center lies."""
    reach = np.abs(to_target[:3, :3]).sum(axis=1) / 2  # half a source voxel, in target voxels
    first, last = np.ceil(corners.min(axis=0) - reach), np.floor(corners.max(axis=0) + reach)
    low, high = np.maximum(first, 0).astype(int), np.minimum(last + 1, shape).astype(int)
    cut = bool((first < 0).any() or (last + 1 > shape).any())
    if (high <= low).any():
        return None, int(segment.mask.sum()) if cut else 0
    back = np.linalg.inv(to_target)
    marks = np.zeros(high - low, bool)
    rows, columns = np.meshgrid(np.arange(low[1], high[1]), np.arange(low[2], high[2]), indexing="ij")
    for k in range(low[0], high[0]):
        at = np.stack([np.full(rows.shape, k), rows, columns], axis=-1) @ back[:3, :3].T + back[:3, 3]
        near = np.floor(at + 0.5).astype(int) - segment.corner
        inside = ((near >= 0) & (near < segment.mask.shape)).all(axis=-1)
        marks[k - low[0]][inside] = segment.mask[tuple(near[inside].T)]
    left_out = _outside(segment, to_target, shape) if cut else 0
    return (((int(low[0]), int(low[1]), int(low[2])), marks) if marks.any() else None), left_out


def _outside(segment: Segment, to_target: NDArray[np.float64], shape: Sequence[int]) -> int:
    """How many marked source voxels have their center outside the target volume."""
    at = (np.argwhere(segment.mask) + segment.corner) @ to_target[:3, :3].T + to_target[:3, 3]
    return int(((at < -0.5) | (at > np.array(shape) - 0.5)).any(axis=1).sum())


def _united(
    placed: Sequence[tuple[Territory, Index, NDArray[np.bool_]]],
    series: CTSeries,
    threshold_hu: float,
    file_name: str,
) -> LesionMap:
    """One map of all segments. Where two territories share a voxel that cannot count, the first one keeps it."""
    if not placed:
        return LesionMap(series.geometry, (0, 0, 0), np.zeros((0, 0, 0), np.uint8))
    low = np.min([corner for _, corner, _ in placed], axis=0)
    high = np.max([np.add(corner, mask.shape) for _, corner, mask in placed], axis=0)
    labels = np.zeros(high - low, np.uint8)
    shared: dict[tuple[int, int], int] = {}
    for territory, corner, mask in placed:
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
            f"{count} voxels of calcium belong to both {BY_LABEL[a].key} and {BY_LABEL[b].key} in {file_name}; "
            "each voxel may belong to one territory only."
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
