"""The plane of one image: Image Plane attributes as numbers, or why they are not valid.

Source: DICOM PS3.3 C.7.6.2.1.1.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset

from SmartScoreLib.series.attributes import numbers, text
from SmartScoreLib.series.geometry import Vector

# Cosines written with three decimals are off by up to 0.0005.
_COSINE_TOLERANCE = 2e-3


@dataclass(frozen=True)
class Plane:
    """Where the pixels of one image lie, LPS millimetres.

    Attributes:
        position: center of the first pixel.
        row: unit vector along which the column index increases.
        column: unit vector along which the row index increases.
        spacing: between rows, between columns.
        size: rows, columns.
    """

    position: Vector
    row: Vector
    column: Vector
    spacing: tuple[float, float]
    size: tuple[int, int]

    @property
    def normal(self) -> NDArray[np.float64]:
        """Unit vector across the image: row x column."""
        normal: NDArray[np.float64] = np.cross(self.row, self.column)
        return normal / np.linalg.norm(normal)


def plane_of(dataset: Dataset) -> Plane:
    """The plane of an image.

    Raises:
        ValueError: one of the five attributes is missing or not valid; `plane_faults` says which.
    """
    orientation = _orientation(dataset)
    position, spacing = numbers(dataset, "ImagePositionPatient"), numbers(dataset, "PixelSpacing")
    rows, columns = numbers(dataset, "Rows"), numbers(dataset, "Columns")
    if plane_faults(dataset):
        raise ValueError("Image Plane attributes are not valid")
    return Plane(
        (position[0], position[1], position[2]),
        (orientation[0], orientation[1], orientation[2]),
        (orientation[3], orientation[4], orientation[5]),
        (spacing[0], spacing[1]),
        (int(rows[0]), int(columns[0])),
    )


def plane_faults(dataset: Dataset) -> dict[str, str]:
    """What is wrong with the five Mandatory attributes of the plane: keyword -> what it must be."""
    faults: dict[str, str] = {}
    for keyword, count, demand in (
        ("Rows", 1, "a whole number above zero"),
        ("Columns", 1, "a whole number above zero"),
        ("PixelSpacing", 2, "two numbers above zero"),
        ("ImageOrientationPatient", 6, "six direction cosines of two unit vectors at right angles"),
        ("ImagePositionPatient", 3, "three numbers"),
    ):
        try:
            values = _orientation(dataset) if count == 6 else numbers(dataset, keyword)
        except ValueError:
            faults[keyword] = demand
            continue
        if not values and not text(dataset, keyword):
            faults[keyword] = ""
        elif len(values) != count or ("above zero" in demand and min(values) <= 0):
            faults[keyword] = demand
    return faults


def _orientation(dataset: Dataset) -> tuple[float, ...]:
    values = numbers(dataset, "ImageOrientationPatient")
    if len(values) != 6:
        if values:
            raise ValueError("not six numbers")
        return ()
    row, column = np.array(values[:3]), np.array(values[3:])
    lengths = np.linalg.norm(row), np.linalg.norm(column)
    if max(abs(length - 1) for length in lengths) > _COSINE_TOLERANCE or abs(row @ column) > _COSINE_TOLERANCE:
        raise ValueError("not two unit vectors at right angles")
    row = row / lengths[0]
    column = column - (row @ column) * row
    column /= np.linalg.norm(column)
    return (*map(float, row), *map(float, column))
