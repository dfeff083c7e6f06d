"""One reading made: score the marks, describe the series, interpret the total."""

from dataclasses import replace

from SmartScoreLib.interpretation.interpret import interpret
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.reading.model import NO_TEXTS, Reading, ReportTexts
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.scoring.model import ScoreSheet, ScoringProtocol
from SmartScoreLib.scoring.score import score
from SmartScoreLib.series.describe import SeriesDescription, describe
from SmartScoreLib.series.model import CTSeries


def make_reading(
    series: CTSeries,
    lesions: LesionMap,
    protocol: ScoringProtocol,
    person: Person | None = None,
    reader: str = "",
    comment: str = "",
    texts: ReportTexts = NO_TEXTS,
) -> Reading:
    """Score and interpret one series.

    Args:
        series: the volume.
        lesions: the marks on it.
        protocol: the rules.
        person: who the score is compared with; age and sex come from the series where it does not give them.
        reader: who made the marks, for the report.
        comment: free text, for the report.
        texts: what the reader writes into the report beside it.
    """
    sheet = score(series.hu, lesions, protocol, series.remarks)
    return reading_of(series, describe(series), lesions, sheet, person, reader, comment, texts)


def reading_of(
    series: CTSeries,
    description: SeriesDescription,
    lesions: LesionMap,
    sheet: ScoreSheet,
    person: Person | None = None,
    reader: str = "",
    comment: str = "",
    texts: ReportTexts = NO_TEXTS,
) -> Reading:
    """The reading of a series that is described and scored already; arguments as of `make_reading`.

    Args:
        series: the volume.
        description: what `describe` says of it.
        lesions: the marks on it.
        sheet: their scores.
        person: who the score is compared with.
        reader: who made the marks.
        comment: free text.
        texts: what the reader writes into the report beside it.
    """
    found = interpret(sheet, person_of(description, person))
    return Reading(series, description, lesions, sheet, found, reader, comment, texts)


def person_of(description: SeriesDescription, known: Person | None = None) -> Person:
    """What is known of the patient: `known`, completed by age and sex of the series; ethnicity is never assumed."""
    person = known or Person()
    return replace(
        person,
        age_years=description.patient.age_years if person.age_years is None else person.age_years,
        sex=person.sex or description.patient.sex,
    )


def refuse_unreviewed(reading: Reading) -> None:
    """Stop a report of marks that nobody has confirmed: candidates have no vessel, so its total would say 0.

    Raises:
        InputRefused: the marks are unreviewed.
    """
    if not reading.sheet.reviewed:
        raise InputRefused(remark("reading.unreviewed"))
