"""What goes into the writers besides the source series."""

from dataclasses import dataclass, field
from enum import Enum

import numpy as np
from numpy.typing import NDArray


class CaptureKind(Enum):
    """The three sorts of Secondary Capture series; the value is used in Series Description."""

    PHYSICIAN = "Physician report"
    PATIENT = "Patient report"
    SCREENS = "Screen saves"


@dataclass(frozen=True)
class Capture:
    """One picture to be written as a Secondary Capture image.

    Attributes:
        pixels: (row, column, 3) uint8 RGB, or (row, column) int16 for the monochrome branch.
        caption: a short text for people (Image Comments).
        identifying: whether text that identifies the patient is drawn in the pixels (Burned In Annotation).
    """

    pixels: NDArray[np.uint8] | NDArray[np.int16] = field(repr=False)
    caption: str = ""
    identifying: bool = True
