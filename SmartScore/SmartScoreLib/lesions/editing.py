"""Changing a label map: pure functions that give a new one, with its box as small as its marks."""

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.components import Index
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.runs import connect, voxel_runs
from SmartScoreLib.lesions.scattered import scattered_zeros
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.geometry import VolumeGeometry


def empty_map(geometry: VolumeGeometry, origin: Remark | None = None) -> LesionMap:
    """A map without marks, to begin with."""
    return LesionMap(geometry, (0, 0, 0), np.zeros((0, 0, 0), np.uint8), origin=origin)


def assign(lesions: LesionMap, corner: Index, mask: NDArray[np.bool_], territory: str) -> LesionMap:
    """Give the voxels of a mask to a territory; they leave the one they belonged to.

    Args:
        lesions: the map before.
        corner: (slice, row, column) of the mask's first voxel in the volume.
        mask: bool (slice, row, column) box.
        territory: a key of the table.

    Raises:
        ValueError: the mask reaches outside the volume.
        KeyError: there is no such territory.
    """
    label = BY_KEY[territory].label
    shape = lesions.geometry.shape
    if any(at < 0 or at + size > end for at, size, end in zip(corner, mask.shape, shape, strict=True)):
        raise ValueError(f"a mask of {mask.shape} at {corner} reaches outside a volume of {shape}")
    if not mask.any():
        return lesions
    low, high = list(corner), [at + size for at, size in zip(corner, mask.shape, strict=True)]
    if lesions.labels.size:
        low = [min(a, b) for a, b in zip(low, lesions.corner, strict=True)]
        high = [max(a, b.stop) for a, b in zip(high, lesions.box, strict=True)]
    labels = scattered_zeros([b - a for a, b in zip(low, high, strict=True)])
    if lesions.labels.size:
        labels[_inside(lesions.corner, lesions.labels.shape, low)] = lesions.labels
    labels[_inside(corner, mask.shape, low)][mask] = label
    return cropped(lesions, (low[0], low[1], low[2]), labels)


def piece_at(lesions: LesionMap, index: Index) -> tuple[Index, NDArray[np.bool_]] | None:
    """The 26-connected piece of one territory's marks at a voxel, as (corner, mask); or None.

    Args:
        lesions: the map.
        index: (slice, row, column) in the volume.
    """
    at = tuple(i - c for i, c in zip(index, lesions.corner, strict=True))
    if any(not 0 <= i < size for i, size in zip(at, lesions.labels.shape, strict=True)) or not lesions.labels[at]:
        return None
    shape = lesions.labels.shape
    flat = np.flatnonzero(lesions.labels == lesions.labels[at])
    ones = np.ones(len(flat), np.uint8)
    runs = voxel_runs((shape[0], shape[1], shape[2]), flat, ones, ones)
    _, label = connect(runs, 26)
    here = (runs.line == at[0] * shape[1] + at[1]) & (runs.start <= at[2]) & (at[2] < runs.stop)
    mask = np.zeros(shape, bool)
    mask.reshape(-1)[runs.voxels(label == label[here][0])] = True
    low, high = _extent(mask)
    corner = (lesions.corner[0] + low[0], lesions.corner[1] + low[1], lesions.corner[2] + low[2])
    return corner, mask[tuple(slice(a, b) for a, b in zip(low, high, strict=True))].copy()


def _inside(corner: Any, size: Any, origin: Any) -> tuple[slice, ...]:
    """A box given in the volume, as slices of an array whose first voxel is `origin`."""
    return tuple(slice(c - o, c - o + n) for c, n, o in zip(corner, size, origin, strict=True))


def _extent(marked: NDArray[Any]) -> tuple[list[int], list[int]]:
    """First and one past the last index along each axis that holds a mark; there is one."""
    low, high = [], []
    for axis in range(3):
        there = np.flatnonzero(marked.any(axis=tuple(a for a in range(3) if a != axis)))
        low.append(int(there[0]))
        high.append(int(there[-1]) + 1)
    return low, high


def cropped(lesions: LesionMap, corner: Index, labels: NDArray[np.uint8]) -> LesionMap:
    """The map with other labels, given as a box that begins at `corner`, in a box as small as its marks."""
    if not labels.any():
        return replace(lesions, corner=(0, 0, 0), labels=np.zeros((0, 0, 0), np.uint8))
    low, high = _extent(labels)
    kept = labels[tuple(slice(a, b) for a, b in zip(low, high, strict=True))]
    return replace(
        lesions,
        corner=(corner[0] + low[0], corner[1] + low[1], corner[2] + low[2]),
        labels=np.ascontiguousarray(kept),
    )
