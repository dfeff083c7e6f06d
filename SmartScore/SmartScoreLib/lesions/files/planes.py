"""The marked parts of a volume, collected slice by slice: a mask of a whole thorax is never held as a whole."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.components import Index
from SmartScoreLib.lesions.scattered import scattered_zeros

# A place and a value of a marked voxel take five bytes, a voxel of a box takes one.
_SPARSE = 5


@dataclass(frozen=True)
class _Part:
    """The box of what is marked in one slice: all its values, or only those that are not 0 and where they are."""

    at: int
    row: int
    column: int
    shape: tuple[int, int]
    values: NDArray[np.uint8]
    flat: NDArray[np.int32] | None


class Planes:
    """Slices of one volume, of which only what is not 0 is kept."""

    def __init__(self) -> None:
        self._parts: list[_Part] = []
        self._held = np.zeros(256, bool)

    def add(self, at: int, plane: NDArray[np.uint8]) -> None:
        """Take a slice of (row, column) values; each slice once, in ascending order."""
        if not plane.any():
            return
        rows, columns = (np.flatnonzero(np.logical_or.reduce(plane, axis=axis)) for axis in (1, 0))
        row, column = int(rows[0]), int(columns[0])
        crop = plane[row : int(rows[-1]) + 1, column : int(columns[-1]) + 1]
        flat = np.flatnonzero(crop)
        values = crop.ravel()[flat]
        self._held[values] = True
        if _SPARSE * len(flat) < crop.size:
            self._parts.append(_Part(at, row, column, crop.shape, values, flat.astype(np.int32)))
        else:
            self._parts.append(_Part(at, row, column, crop.shape, crop.copy(), None))

    @property
    def held(self) -> list[int]:
        """The values that are there, ascending."""
        return [int(value) for value in np.flatnonzero(self._held)]

    def box(self, table: NDArray[np.uint8] | None = None) -> tuple[Index, NDArray[np.uint8]] | None:
        """The box of what is marked: its first (slice, row, column), and its values; None if nothing is marked.

        Args:
            table: 256 values that those of the slices are read through; what becomes 0 is not marked.
        """
        parts = self._parts
        if table is not None:
            parts = [part for part in parts if table[part.values].any()]
        if not parts:
            return None
        low = (parts[0].at, min(part.row for part in parts), min(part.column for part in parts))
        high = (max(part.row + part.shape[0] for part in parts), max(part.column + part.shape[1] for part in parts))
        box = scattered_zeros((parts[-1].at + 1 - low[0], high[0] - low[1], high[1] - low[2]))
        for part in parts:
            row, column = part.row - low[1], part.column - low[2]
            target = box[part.at - low[0], row : row + part.shape[0], column : column + part.shape[1]]
            values = part.values if table is None else table[part.values]
            if part.flat is None:
                target[...] = values
            else:
                target[np.unravel_index(part.flat, part.shape)] = values
        return low, box
