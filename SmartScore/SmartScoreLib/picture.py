"""A picture on its way from drawing to DICOM."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray


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
