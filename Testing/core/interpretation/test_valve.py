"""Calcium of the aortic valve by the bounds of each sex, and where it is not graded."""

from dataclasses import replace

import numpy as np
import pytest

from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.interpretation.valve import BOUNDS, ValveFinding, aortic_valve, valve_grade
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.phantom.standard import grid
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.scoring.model import ScoreSheet
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.scoring.score import score
from valve_edges import EDGES

MAN = Person(sex="male")


@pytest.mark.parametrize(("sex", "score", "grade"), EDGES)
def test_the_grade_changes_at_the_guidelines_bounds_of_each_sex(sex: str, score: float, grade: str) -> None:
    assert valve_grade(score, BOUNDS[sex]) == grade  # type: ignore[index]


def sheet(territory: str = "AV", agatston: float = 2500.0) -> ScoreSheet:
    """Marks of one territory, with a score of their own."""
    geometry = grid(1, 4, 4, (0.5, 0.5), 3.0, ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0)))
    labels = np.full((1, 4, 4), BY_KEY[territory].label, np.uint8)
    scored = score(np.full((1, 4, 4), 200, np.int16), LesionMap(geometry, (0, 0, 0), labels), DEFAULT_PROTOCOL)
    rows = tuple(replace(row, agatston=agatston) if row.key == "AV" else row for row in scored.territories)
    return replace(scored, territories=rows)


def test_a_valve_is_graded_by_the_sex_of_the_person() -> None:
    assert aortic_valve(sheet(), MAN) == ValveFinding(2500.0, "likely", BOUNDS["male"], None)
    assert aortic_valve(sheet(), Person(sex="female")) == ValveFinding(2500.0, "very_likely", BOUNDS["female"], None)


def test_no_calcium_of_the_valve_is_no_finding() -> None:
    assert aortic_valve(sheet("MV"), MAN) is None


@pytest.mark.parametrize(
    ("changes", "person", "code"),
    [
        ({}, Person(), "interpretation.valve_sex"),
        ({"reviewed": False}, MAN, "interpretation.unreviewed"),
        ({"mode": "chest"}, MAN, "interpretation.valve_ungated"),
        ({"mode": "chest"}, Person(), "interpretation.valve_ungated"),
        ({"remarks": (remark("series.contrast", attribute="", agent="Iomeprol"),)}, MAN, "interpretation.invalid"),
    ],
)
def test_a_valve_is_not_graded_where_the_bounds_do_not_hold(changes: dict, person: Person, code: str) -> None:
    assert aortic_valve(replace(sheet(), **changes), person) == ValveFinding(2500.0, None, None, remark(code))
