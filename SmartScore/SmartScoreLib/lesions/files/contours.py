"""Marks as contours in the patient: closed polygons of one slice each, brought onto the slices of the series."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.files.layer import Layer, layer_of
from SmartScoreLib.lesions.files.planes import Planes
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.geometry import VolumeGeometry

# How far from its slice a contour may lie, in slices, and how much its points may differ along the slices.
_BETWEEN = 0.5
_ON_SLICE = 0.1
# A voxel center this near to a polygon, in voxels, lies on it: files keep a few decimals.
_EDGE = 1e-3

Points = NDArray[np.float64]


@dataclass(frozen=True)
class Contour:
    """One closed polygon.

    Attributes:
        label: of its territory.
        group: contours of one group and slice that lie in each other are holes.
        points: (n, 3) LPS millimeters, in order.
    """

    label: int
    group: int
    points: Points = field(repr=False)


def filled(
    contours: Iterable[Contour], geometry: VolumeGeometry, name: str, *, holes: bool
) -> tuple[list[Layer | None], tuple[Remark, ...]]:
    """A layer for each territory, on the grid of the series: voxels whose center lies within or on a contour.

    Args:
        contours: of any order.
        geometry: the grid of the series.
        name: of the file, for messages.
        holes: contours of one group in a slice are holes in each other; else they are added.

    Raises:
        InputRefused: a contour does not lie in a slice, or all lie outside of the images.
    """
    planes: dict[int, dict[tuple[int, int], NDArray[np.bool_]]] = {}
    shape = geometry.shape
    moved, outside = 0, 0
    for contour in contours:
        index = geometry.index(contour.points)
        level = float(index[:, 0].mean())
        if np.abs(index[:, 0] - level).max() > _ON_SLICE:
            raise InputRefused(remark("lesions.contour_turned", file=name))
        at = int(np.floor(level + 0.5))
        if not -_BETWEEN <= level <= shape[0] - 1 + _BETWEEN or not 0 <= at < shape[0]:
            outside += 1
            continue
        moved += abs(level - at) > _ON_SLICE
        plane = planes.setdefault(contour.label, {}).get((at, contour.group))
        if plane is None:
            plane = planes[contour.label][at, contour.group] = np.zeros(shape[1:], bool)
        mask = within(index[:, 1:], (shape[1], shape[2]))
        np.logical_xor(plane, mask, out=plane) if holes else np.logical_or(plane, mask, out=plane)
    if outside and not planes:
        raise InputRefused(remark("lesions.all_outside", file=name))
    remarks = [remark("lesions.contours_outside", contours=outside, file=name)] if outside else []
    remarks += [remark("lesions.contours_moved", contours=moved, file=name)] if moved else []
    return [_layer(label, parts, geometry) for label, parts in planes.items()], tuple(remarks)


def within(polygon: Points, shape: Sequence[int]) -> NDArray[np.bool_]:
    """The pixels whose center lies in or on a polygon of (row, column) points; pixel centers are whole numbers."""
    mask = np.zeros(tuple(shape), bool)
    start, stop = polygon, np.roll(polygon, -1, axis=0)
    low, high = np.minimum(start[:, 0], stop[:, 0]), np.maximum(start[:, 0], stop[:, 0])
    first = max(0, int(np.ceil(polygon[:, 0].min() - _EDGE)))
    last = min(shape[0] - 1, int(np.floor(polygon[:, 0].max() + _EDGE)))
    for row in range(first, last + 1):
        level = np.abs(start[:, 0] - row) + np.abs(stop[:, 0] - row) <= 2 * _EDGE
        spans = [(min(a, b), max(a, b)) for a, b in zip(start[level, 1], stop[level, 1], strict=True)]
        # A corner counts once: to the edge below it, then to the edge above, so that no side of a polygon is lost.
        for crossed in ((low <= row) & (row < high), (low < row) & (row <= high)):
            part = (row - start[crossed, 0]) / (stop[crossed, 0] - start[crossed, 0])
            at = np.sort(start[crossed, 1] + part * (stop[crossed, 1] - start[crossed, 1]))
            spans += list(zip(at[::2], at[1::2], strict=False))
        for left, right in spans:
            mask[row, max(0, int(np.ceil(left - _EDGE))) : max(0, int(np.floor(right + _EDGE)) + 1)] = True
    return mask


def _layer(label: int, parts: dict[tuple[int, int], NDArray[np.bool_]], geometry: VolumeGeometry) -> Layer | None:
    planes = Planes()
    for at in sorted({at for at, _ in parts}):
        marked = np.logical_or.reduce([plane for (level, _), plane in parts.items() if level == at])
        planes.add(at, marked * np.uint8(label))
    return layer_of(geometry, planes)
