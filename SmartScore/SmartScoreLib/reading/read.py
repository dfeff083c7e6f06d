"""One reading made: score the marks, describe the series, interpret the total."""

from dataclasses import replace

from SmartScoreLib.interpretation.choices import InterpretationChoices
from SmartScoreLib.interpretation.interpret import interpret
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.lesions.editing import empty_map
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import Dominance
from SmartScoreLib.proposal.zero import confirm_zero as confirm_zero_of
from SmartScoreLib.reading.model import NO_TEXTS, Reading, ReportTexts
from SmartScoreLib.reading.person_source import person_remarks
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import by_severity
from SmartScoreLib.scoring.model import ScoreSheet, ScoringProtocol
from SmartScoreLib.scoring.score import score
from SmartScoreLib.series.describe import SeriesDescription, describe
from SmartScoreLib.series.model import CTSeries


def make_reading(
    series: CTSeries,
    lesions: LesionMap | None,
    protocol: ScoringProtocol,
    person: Person | None = None,
    reader: str = "",
    comment: str = "",
    texts: ReportTexts = NO_TEXTS,
    *,
    dominance: Dominance | None = None,
    confirm_zero: bool = False,
    choices: InterpretationChoices | None = None,
) -> Reading:
    """Score and interpret one series.

    Args:
        series: the volume.
        lesions: the marks on it; None for none.
        protocol: the rules.
        person: who the score is compared with; age and sex come from the series where it does not give them.
        reader: who made the marks, for the report.
        comment: free text, for the report.
        texts: what the reader writes into the report beside it.
        dominance: which artery the posterior descending artery comes from; None for what the marks say of it.
        confirm_zero: a reader says that there is no coronary calcium.
        choices: the classification and the reference populations; None for the standard ones.

    Raises:
        InputRefused: zero is confirmed, and coronary calcium is marked or nobody has confirmed the marks.
    """
    lesions = stated(series, lesions, protocol, dominance, confirm_zero)
    sheet = score(series.hu, lesions, protocol, series.remarks)
    return reading_of(series, describe(series), lesions, sheet, person, reader, comment, texts, choices)


def stated(
    series: CTSeries,
    lesions: LesionMap | None,
    protocol: ScoringProtocol,
    dominance: Dominance | None,
    zero: bool,
) -> LesionMap:
    """The marks with what the reader says beside them; arguments and errors as of `make_reading`."""
    if zero:
        lesions = confirm_zero_of(series, lesions, protocol.threshold_hu, protocol.minimum_area_mm2)
    lesions = lesions or empty_map(series.geometry, remark("lesions.origin_zero"))
    return replace(lesions, dominance=dominance) if dominance else lesions


def reading_of(
    series: CTSeries,
    description: SeriesDescription,
    lesions: LesionMap,
    sheet: ScoreSheet,
    person: Person | None = None,
    reader: str = "",
    comment: str = "",
    texts: ReportTexts = NO_TEXTS,
    choices: InterpretationChoices | None = None,
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
        choices: the classification and the reference populations.
    """
    if contradictions := person_remarks(description.patient, person):
        sheet = replace(sheet, remarks=by_severity([*sheet.remarks, *contradictions]))
    found = interpret(sheet, person_of(description, person), choices)
    return Reading(series, description, lesions, sheet, found, reader, comment, texts)


def person_of(description: SeriesDescription, known: Person | None = None) -> Person:
    """What is known of the patient: `known`, completed by age and sex of the series; ethnicity is never assumed."""
    person = known or Person()
    return replace(
        person,
        age_years=description.patient.age_years if person.age_years is None else person.age_years,
        sex=person.sex or description.patient.sex,
    )


def refuse_without_result(reading: Reading) -> None:
    """Refuse a report whose marks, or whose zero, no reader has confirmed.

    Raises:
        InputRefused: no reader has confirmed the marks (candidates have no vessel, so the total would say 0), or no
            coronary calcium is marked and no reader has confirmed that there is none.
    """
    if reading.sheet.status == "unreviewed":
        raise InputRefused(remark("reading.unreviewed"))
    if reading.sheet.status == "not_read":
        raise InputRefused(remark("reading.not_read"))
