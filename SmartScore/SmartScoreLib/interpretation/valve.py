"""What calcium of the aortic valve says of severe aortic stenosis, by sex.

Bounds and words: 2021 ESC/EACTS Guidelines for the management of valvular heart disease (Vahanian et al. 2022, Eur
Heart J 43:561), as quoted by secondary sources; the guideline itself was not read. They hold for Agatston scores of
gated, non-contrast CT of about 3 mm at 120 kVp.
"""

from dataclasses import dataclass
from typing import Literal

from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.interpretation.populations.model import Sex
from SmartScoreLib.lesions.territories import AORTIC_VALVE
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark, Severity
from SmartScoreLib.scoring.model import ScoreSheet
from SmartScoreLib.scoring.rounding import printed_agatston

ValveGrade = Literal["unlikely", "not_decided", "likely", "very_likely"]
"""Whether severe aortic stenosis is likely; between unlikely and likely, the guideline decides nothing."""

SOURCE = "Aortic valve: 2021 ESC/EACTS Guidelines, Vahanian et al. 2022, Eur Heart J 43:561"


@dataclass(frozen=True)
class ValveBounds:
    """Agatston scores of one sex.

    Attributes:
        unlikely_below: severe stenosis is unlikely below it.
        likely_from: it is likely from here on.
        very_likely_from: it is very likely from here on.
    """

    unlikely_below: int
    likely_from: int
    very_likely_from: int


BOUNDS: dict[Sex, ValveBounds] = {"male": ValveBounds(1600, 2000, 3000), "female": ValveBounds(800, 1200, 1600)}


@dataclass(frozen=True)
class ValveFinding:
    """The grade of an aortic valve with calcium, or why there is none; exactly one of `grade` and `reason` is None.

    Attributes:
        agatston: the score of the valve.
        grade: of severe stenosis.
        bounds: those of the person's sex, where the grade is by them.
        reason: why it is not graded.
    """

    agatston: float
    grade: ValveGrade | None
    bounds: ValveBounds | None
    reason: Remark | None


def aortic_valve(sheet: ScoreSheet, person: Person) -> ValveFinding | None:
    """Grade the calcium of the aortic valve; None where none is marked that counts.

    The bounds are applied to the printed whole number. Without a sex there is no grade, and none where the score does
    not hold, where no reader has confirmed the marks, or where the scan is read as not gated.
    """
    (row,) = (one for one in sheet.territories if one.key == AORTIC_VALVE)
    if not row.lesions:
        return None
    reason = _reason(sheet)
    if reason is None and person.sex is not None:
        bounds = BOUNDS[person.sex]
        return ValveFinding(row.agatston, valve_grade(row.agatston, bounds), bounds, None)
    return ValveFinding(row.agatston, None, None, reason or remark("interpretation.valve_sex"))


def valve_grade(agatston: float, bounds: ValveBounds) -> ValveGrade:
    """The grade by the printed score."""
    score = printed_agatston(agatston)
    if score >= bounds.very_likely_from:
        return "very_likely"
    if score >= bounds.likely_from:
        return "likely"
    return "unlikely" if score < bounds.unlikely_below else "not_decided"


def _reason(sheet: ScoreSheet) -> Remark | None:
    if any(one.severity <= Severity.INVALID for one in sheet.remarks):
        return remark("interpretation.invalid")
    if not sheet.reviewed:
        return remark("interpretation.unreviewed")
    if sheet.mode == "chest":
        return remark("interpretation.valve_ungated")
    return None
