"""Boxes of labels in which little is marked: only the memory pages that are written to take room."""

import mmap
import sys
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

_SMALL = 1 << 22
"""Below 4 MB numpy asks for no huge pages."""


def scattered_zeros(shape: Sequence[Any]) -> NDArray[np.uint8]:
    """uint8 zeros of a shape (slice, row, column).

    For large arrays numpy asks for huge pages, and a few marks in opposite corners of a volume would take nearly all of
    them.
    """
    size = int(np.prod(shape))
    if sys.platform == "win32" or size < _SMALL:
        return np.zeros(shape, np.uint8)
    pages = mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    return np.frombuffer(pages, np.uint8).reshape(shape)
