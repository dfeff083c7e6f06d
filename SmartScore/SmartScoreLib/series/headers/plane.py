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
# No pixel of a scanner is smaller, and no number of a plane (mm, pixels) is larger.
_LEAST_MM, _MOST_MM = 1e-6, 1e5
# Keyword, how many numbers, whether they must be above zero, and the remark about a value that is not so.
_DEMANDS = (
    ("Rows", 1, True, "series.whole_number"),
    ("Columns", 1, True, "series.whole_number"),
    ("PixelSpacing", 2, True, "series.pixel_spacing"),
    ("ImageOrientationPatient", 6, False, "series.orientation"),
    ("ImagePositionPatient", 3, False, "series.position"),
)


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
    """The plane of an image, or None and what is wrong: keyword -> code of the remark, "" if the value is absent."""
    faults: dict[str, str] = {}
    found: dict[str, tuple[float, ...]] = {}
    for keyword, count, above_zero, code in _DEMANDS:
        try:
            values = _orientation(dataset) if count == 6 else numbers(dataset, keyword)
        except ValueError:
            faults[keyword] = code
            continue
        if not values and not text(dataset, keyword):
            faults[keyword] = ""
        elif len(values) != count or (above_zero and min(values) <= 0):
            faults[keyword] = code
        elif not all(abs(value) <= _MOST_MM and (value >= _LEAST_MM or not above_zero) for value in values):
            faults[keyword] = "series.impossible"
        found[keyword] = values
    if faults:
        return None, faults
    cosines, position, spacing = (
        found[keyword] for keyword in ("ImageOrientationPatient", "ImagePositionPatient", "PixelSpacing")
    )
    return (
        Plane(
            (position[0], position[1], position[2]),
            (cosines[0], cosines[1], cosines[2]),
            (cosines[3], cosines[4], cosines[5]),
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
    row = tuple(part / lengths[0] for part in row)
    along = _dot(row, column)
    column = tuple(part - along * of_row for of_row, part in zip(row, column, strict=True))
    length = hypot(*column)
    return (*row, *(part / length for part in column))


def _dot(vector: tuple[float, ...], other: tuple[float, ...]) -> float:
    return sum(a * b for a, b in zip(vector, other, strict=True))
