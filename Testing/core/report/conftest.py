"""Readings for the reports: small phantoms with real scores, and every value of the description open to change."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time
from functools import cache
from typing import Any

import numpy as np
import pytest

from SmartScoreLib.interpretation.choices import InterpretationChoices
from SmartScoreLib.interpretation.interpret import interpret
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_KEY, Dominance
from SmartScoreLib.lesions.visual import NOT_GRADED, ReadingMode, VisualGrades
from SmartScoreLib.reading.model import NO_TEXTS, Reading, ReportTexts
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.scoring.score import score
from SmartScoreLib.series.describe import Acquisition, Patient, SeriesDescription, Study
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

MakeReading = Callable[..., Reading]
PIXEL_MM = 0.8
Box = tuple[str, int, int, int, int, int, int]
"""A lesion: territory, slice, row, column of its first voxel, slices, edge in voxels, HU."""

FEW: tuple[Box, ...] = (
    ("LAD", 12, 90, 150, 3, 6, 450),
    ("LCX", 9, 120, 190, 2, 4, 250),
    ("RCA", 10, 110, 80, 3, 5, 350),
)
SMALL: tuple[Box, ...] = (("LAD", 12, 90, 150, 1, 2, 150),)
OUTSIDE: tuple[Box, ...] = (
    ("AORTA", 14, 80, 120, 2, 4, 500),
    ("AV", 12, 100, 128, 1, 3, 300),
    ("MV", 8, 130, 140, 1, 3, 260),
)


def forty() -> tuple[Box, ...]:
    """Eight lesions in each of the five coronary territories, two to four in every slice."""
    keys = ("LM", "LAD", "LCX", "RCA", "PDA")
    return tuple(
        (keys[n % 5], 2 + n // 2 % 10 * 2, 60 + 23 * (n % 5), 60 + 30 * (n // 8), 1, 4, 200 + 60 * (n % 5))
        for n in range(40)
    )


@cache
def series(geometry: VolumeGeometry, lesions: tuple[Box, ...]) -> tuple[CTSeries, LesionMap]:
    """A disk of soft tissue with two lungs, and boxes of calcium."""
    slices, rows, columns = geometry.shape
    y, x = np.mgrid[0:rows, 0:columns]
    v, u = (y + 0.5) / rows * 2 - 1, (x + 0.5) / columns * 2 - 1
    plane = np.full((rows, columns), -1000, np.int16)
    plane[(u / 0.95) ** 2 + (v / 0.75) ** 2 < 1] = -90
    plane[(u / 0.88) ** 2 + (v / 0.68) ** 2 < 1] = 45
    for middle in (-0.5, 0.55):
        plane[((u - middle) / 0.28) ** 2 + (v / 0.5) ** 2 < 1] = -830
    plane[((u - 0.05) / 0.33) ** 2 + (v / 0.38) ** 2 < 1] = 40
    hu = np.repeat(plane[None], slices, axis=0)
    labels = np.zeros(geometry.shape, np.uint8)
    for key, first, row, column, count, edge, value in lesions:
        box = np.s_[first : first + count, row : row + edge, column : column + edge]
        hu[box] = value
        labels[box] = BY_KEY[key].label
    hu.setflags(write=False)
    if not labels.any():
        return CTSeries(hu, geometry), LesionMap(
            geometry, (0, 0, 0), np.zeros((0, 0, 0), np.uint8), origin=remark("lesions.origin_clicked")
        )
    found = np.argwhere(labels)
    corner, end = found.min(axis=0), found.max(axis=0) + 1
    cut = labels[tuple(slice(a, b) for a, b in zip(corner, end, strict=True))].copy()
    return CTSeries(hu, geometry), LesionMap(
        geometry, tuple(int(c) for c in corner), cut, origin=remark("lesions.origin_clicks", file="reading.json")
    )


def make_axial_geometry(
    shape: tuple[int, int, int] = (24, 256, 256),
    spacing_mm: tuple[float, float, float] = (2.5, PIXEL_MM, PIXEL_MM),
    directions: Sequence[Sequence[float]] = ((0, 0, 1), (0, 1, 0), (1, 0, 0)),
) -> VolumeGeometry:
    """The grid of a supine patient, head first, unless told otherwise."""
    axes = tuple(tuple(float(v) for v in axis) for axis in directions)
    return VolumeGeometry(shape, spacing_mm, (-102.0, -102.0, -40.0), axes)  # type: ignore[arg-type]


DESCRIPTION = SeriesDescription(
    Patient("Baker^Alice^M", "PAT-00123", date(1957, 3, 14), 67, "female", 1.68, 71.5, "NO", ""),
    Study(
        "1.2.3",
        "STUDY7",
        date(2024, 6, 3),
        time(9, 41, 7),
        "ACC-2024-0042",
        "Cardiac CT",
        "Carter^Denis^^Dr.",
        "Lakeside Hospital",
    ),
    Acquisition(
        "SCANNERS INC",
        "Volume CT 64",
        120.0,
        300.0,
        55.0,
        2.5,
        2.5,
        "STANDARD",
        "75 %",
        "Calcium scoring",
        4,
        24,
        "HFS",
    ),
)


def build_reading(
    lesions: Sequence[Box] = FEW,
    *,
    geometry: VolumeGeometry | None = None,
    person: Person | None = None,
    mass_factor: float | None = 0.00075,
    remarks: tuple[Remark, ...] = (),
    reviewed: bool = True,
    reader: str = "Evans^Dana",
    comment: str = "",
    patient: dict[str, Any] | None = None,
    study: dict[str, Any] | None = None,
    agatston: float | None = None,
    texts: ReportTexts = NO_TEXTS,
    zero_confirmed: bool = True,
    dominance: Dominance | None = None,
    choices: InterpretationChoices | None = None,
    mode: ReadingMode = "coronary",
    visual: VisualGrades = NOT_GRADED,
) -> Reading:
    """A reading of a phantom; `agatston` replaces the total where a page for that very number is wanted.

    Without coronary calcium its zero is confirmed unless told otherwise.
    """
    made, marks = series(geometry or make_axial_geometry(), tuple(lesions))
    made, marks = replace(made, remarks=remarks), replace(marks, reviewed=reviewed, dominance=dominance)
    marks = replace(marks, mode=mode, visual=visual)
    marks = replace(marks, zero_confirmed=zero_confirmed and not any(BY_KEY[one[0]].counts for one in lesions))
    protocol = replace(DEFAULT_PROTOCOL, mass_factor=mass_factor)
    sheet = score(made.hu, marks, protocol, remarks)
    if agatston is not None:
        sheet = replace(sheet, total=replace(sheet.total, agatston=agatston))
    who = replace(DESCRIPTION.patient, **(patient or {}))
    person = person if person is not None else Person(who.age_years, who.sex, "white")
    description = replace(DESCRIPTION, patient=who, study=replace(DESCRIPTION.study, **(study or {})))
    return Reading(made, description, marks, sheet, interpret(sheet, person, choices), reader, comment, texts)


@pytest.fixture
def make_reading() -> MakeReading:
    """The function above."""
    return build_reading


@pytest.fixture
def lesion_sets() -> dict[str, tuple[Box, ...]]:
    """Lesions by name."""
    return {"FEW": FEW, "SMALL": SMALL, "FORTY": forty(), "OUTSIDE": OUTSIDE, "EVERYWHERE": forty() + OUTSIDE}


@pytest.fixture
def axial_geometry() -> Callable[..., VolumeGeometry]:
    """The function above."""
    return make_axial_geometry
