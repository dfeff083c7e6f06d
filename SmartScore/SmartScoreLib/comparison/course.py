"""The course of a person's score: one point a scan, by date, and the change from point to point."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from SmartScoreLib.comparison.change.change import Change, change, years_between
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.scoring.columns import AGATSTON


@dataclass(frozen=True)
class CoursePoint:
    """One scan of the person.

    Attributes:
        study_date: when.
        age_years: of the person then; None where that is not known.
        agatston: the coronary total in full precision; None where it does not hold, was not read, or is of a scan that
            is not gated: such scores are no part of a course.
        volume_mm3: likewise.
        series_instance_uid: what was read.
    """

    study_date: date
    age_years: int | None
    agatston: float | None
    volume_mm3: float | None
    series_instance_uid: str


def course(readings: Sequence[Reading], saved: Sequence[SavedReading] = ()) -> tuple[CoursePoint, ...]:
    """Every scan once, by date; those without a date are left out, as they have no place in it.

    Args:
        readings: readings that are open; they go before what was saved of the same images.
        saved: further readings, as their structured reports have them; nothing is opened.
    """
    points = {(one.series.series_instance_uid, one.series.label): _of_reading(one) for one in readings}
    for one in saved:
        points.setdefault((one.series_instance_uid, one.label), _of_saved(one))
    known = [point for point in points.values() if point is not None]
    return tuple(sorted(known, key=lambda point: (point.study_date, point.series_instance_uid)))


def steps(points: Sequence[CoursePoint]) -> tuple[tuple[CoursePoint, CoursePoint, Change], ...]:
    """The change of the Agatston score from each point that has one to the next; without the limit of the MESA study,
    as the body mass at each date is not known here."""
    valid = [point for point in points if point.agatston is not None]
    return tuple((one, other, between(one, other)) for one, other in pairwise(valid))


def between(earlier: CoursePoint, later: CoursePoint) -> Change:
    """The change of the Agatston score between two points that have one."""
    years = years_between((later.study_date - earlier.study_date).days)
    return change(AGATSTON.key, earlier.agatston or 0.0, later.agatston or 0.0, years)


def _of_reading(reading: Reading) -> CoursePoint | None:
    day = reading.description.study.study_date
    if day is None:
        return None
    valid, total = reading.interpretation.withheld is None, reading.sheet.total
    return CoursePoint(
        day,
        reading.interpretation.person.age_years,
        total.agatston if valid else None,
        total.volume_mm3 if valid else None,
        reading.series.series_instance_uid,
    )


def _of_saved(saved: SavedReading) -> CoursePoint | None:
    if saved.study_date is None:
        return None
    valid = bool(saved.cac_drs)  # withheld where the score does not hold
    return CoursePoint(
        saved.study_date,
        saved.age_years,
        saved.agatston if valid else None,
        saved.volume_mm3 if valid else None,
        saved.series_instance_uid,
    )
