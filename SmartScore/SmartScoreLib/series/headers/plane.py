"""The plane of one image: Image Plane attributes as numbers, or why they are not valid.

Source: DICOM PS3.3 C.7.6.2.1.1.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import hypot

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset

from SmartScoreLib.series.geometry import Vector
from SmartScoreLib.series.headers.attributes import numbers, text

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


def plane_of(dataset: Dataset) -> tuple[Plane | None, dict[str, str]]:
    """The plane of an image, or None and what is wrong: keyword -> what its value must be, "" if there is none."""
    faults: dict[str, str] = {}
    found: dict[str, tuple[float, ...]] = {}
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
        found[keyword] = values
    if faults:
        return None, faults
    row, column = found["ImageOrientationPatient"][:3], found["ImageOrientationPatient"][3:]
    spacing, position = found["PixelSpacing"], found["ImagePositionPatient"]
    return (
        Plane(
            (position[0], position[1], position[2]),
            (row[0], row[1], row[2]),
            (column[0], column[1], column[2]),
            (spacing[0], spacing[1]),
            (int(found["Rows"][0]), int(found["Columns"][0])),
        ),
        {},
    )


def _orientation(dataset: Dataset) -> tuple[float, ...]:
    return _unit_vectors(numbers(dataset, "ImageOrientationPatient"))


@lru_cache(maxsize=64)
def _unit_vectors(values: tuple[float, ...]) -> tuple[float, ...]:
    if len(values) != 6:
        if values:
            raise ValueError("not six numbers")
        return ()
    row, column = tuple(values[:3]), tuple(values[3:])
    lengths, cosine = (hypot(*row), hypot(*column)), _dot(row, column)
    if max(abs(length - 1) for length in lengths) > _COSINE_TOLERANCE or abs(cosine) > _COSINE_TOLERANCE:
        raise ValueError("not two unit vectors at right angles")
    row = tuple(one / lengths[0] for one in row)
    along = _dot(row, column)
    column = tuple(two - along * one for one, two in zip(row, column, strict=True))
    length = hypot(*column)
    return (*row, *(two / length for two in column))


def _dot(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))
