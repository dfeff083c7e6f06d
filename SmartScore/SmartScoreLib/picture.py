"""A picture on its way from drawing to DICOM, and the window in which Hounsfield units are shown."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Window:
    """Which Hounsfield units are shown between black and white (DICOM Window Center and Window Width, in HU)."""

    center: float
    width: float


CALCIUM_WINDOW = Window(center=130.0, width=700.0)
"""Calcium stands out from soft tissue, and what only just reaches 130 HU can be told from what is dense."""


@dataclass(frozen=True)
class Picture:
    """One drawn page or slice.

    Attributes:
        pixels: (row, column, 3) uint8 RGB, or (row, column) int16 for the monochrome branch of the capture tables.
        caption: a short text for people.
        identifying: whether text that identifies the patient is drawn in the pixels.
    """

    pixels: NDArray[np.uint8] | NDArray[np.int16] = field(repr=False)
    caption: str = ""
    identifying: bool = True

    @property
    def nbytes(self) -> int:
        """Bytes of the pixels."""
        return self.pixels.nbytes


@dataclass(frozen=True)
class Undrawn:
    """A picture to be, drawn when it is needed: hundreds of them take no memory.

    Attributes:
        draw: makes the pixels, as in `Picture`.
        nbytes: of the pixels.
        caption: as in `Picture`; `identifying` likewise.
    """

    draw: Callable[[], NDArray[np.uint8] | NDArray[np.int16]] = field(repr=False)
    nbytes: int
    caption: str = ""
    identifying: bool = True


def drawn(picture: Picture | Undrawn) -> Picture:
    """The picture itself, or one that is drawn now."""
    if isinstance(picture, Picture):
        return picture
    return Picture(picture.draw(), picture.caption, picture.identifying)
