"""What a file of marks gives before it is brought onto the grid of the series."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.components import Index
from SmartScoreLib.lesions.files.planes import Planes
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.geometry import VolumeGeometry

Labels = NDArray[np.uint8]


@dataclass(frozen=True)
class Layer:
    """Marks on the grid of their file, each voxel of one territory.

    Attributes:
        geometry: the grid of the file, LPS millimeters.
        corner: (slice, row, column) of the first voxel of `labels` in that grid.
        labels: uint8 (slice, row, column) box of `Territory.label` values, 0 where nothing is marked.
    """

    geometry: VolumeGeometry
    corner: Index
    labels: Labels = field(repr=False)


@dataclass(frozen=True)
class Unknown:
    """Marks whose territory is not known.

    Attributes:
        name: what the file calls them.
        why: the reason to refuse them, if nothing else of the file is known.
    """

    name: str
    why: Remark


@dataclass(frozen=True)
class FileMarks:
    """The marks of one file.

    Attributes:
        file: its name.
        layers: marks of known territories.
        unknown: marks of unknown ones.
        read_as: names of branches and parts, with the key of the territory that they were read as ("D1 = LAD").
        remarks: what happened on the way in.
        same_frame: the file names the frame of reference of the series.
    """

    file: str
    layers: tuple[Layer, ...]
    unknown: tuple[Unknown, ...] = ()
    read_as: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    same_frame: bool = False


def layer_of(geometry: VolumeGeometry, planes: Planes, table: Labels | None = None) -> Layer | None:
    """The layer of collected slices, values read through a table of 256 territory labels; None if nothing is left."""
    box = planes.box(table)
    return None if box is None else Layer(geometry, *box)


def extent(planes: Iterable[NDArray[np.bool_]]) -> tuple[slice, slice, slice] | None:
    """The box of what is true in slices of (row, column), or None if nothing is."""
    slices: list[int] = []
    low, high = [1 << 62, 1 << 62], [0, 0]
    for index, plane in enumerate(planes):
        if not plane.any():
            continue
        slices.append(index)
        for axis in (0, 1):
            there = np.flatnonzero(np.logical_or.reduce(plane, axis=1 - axis))
            low[axis], high[axis] = min(low[axis], int(there[0])), max(high[axis], int(there[-1]) + 1)
    if not slices:
        return None
    return slice(slices[0], slices[-1] + 1), slice(low[0], high[0]), slice(low[1], high[1])


def present(labels: NDArray[np.uint8]) -> list[int]:
    """The values of an array other than 0, ascending; slice by slice, without a second array of its size."""
    found = np.zeros(256, bool)
    for plane in labels:
        if plane.any():
            found |= np.bincount(plane.ravel(), minlength=256) > 0
    return [int(value) for value in np.flatnonzero(found) if value]
