"""One reading made: score the marks, describe the series, interpret the total."""

from dataclasses import replace

from SmartScoreLib.interpretation.choices import InterpretationChoices
from SmartScoreLib.interpretation.interpret import interpret
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.lesions.editing import empty_map
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import AORTIC_VALVE, Dominance
from SmartScoreLib.lesions.visual import ReadingMode, VisualGrades, refuse_contradiction
from SmartScoreLib.reading.model import NO_TEXTS, Reading, ReportTexts
from SmartScoreLib.reading.person_source import person_remarks
from SmartScoreLib.reading.technique import technique
from SmartScoreLib.reading.visual_remarks import visual_remarks
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark, by_severity
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
    mode: ReadingMode | None = None,
    visual: VisualGrades | None = None,
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
        mode: what is read; None for what the marks say, or else "chest" where the images say that they are not gated.
        visual: what the reader graded by eye; None for what the marks say of it.

    Raises:
        InputRefused: zero is confirmed, and coronary calcium is marked or nobody has confirmed the marks; or the visual
            grades contradict each other.
    """
    lesions = stated(series, lesions, protocol, dominance, confirm_zero)
    lesions = read_as(series, lesions, mode, visual)
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
        from SmartScoreLib.proposal.zero import confirm_zero

        lesions = confirm_zero(series, lesions, protocol.threshold_hu, protocol.minimum_area_mm2)
    lesions = lesions or empty_map(series.geometry, remark("lesions.origin_zero"))
    return replace(lesions, dominance=dominance) if dominance else lesions


def read_as(
    series: CTSeries, lesions: LesionMap, mode: ReadingMode | None = None, visual: VisualGrades | None = None
) -> LesionMap:
    """The marks with what is read, and what was graded by eye; arguments and errors as of `make_reading`."""
    if visual is not None:
        refuse_contradiction(visual)
        lesions = replace(lesions, visual=visual)
    if mode is None and lesions.mode != "coronary":
        return lesions
    found, said = recognised(series, mode)
    return replace(lesions, mode=found, remarks=(*lesions.remarks, *said))


def recognised(series: CTSeries, mode: ReadingMode | None) -> tuple[ReadingMode, tuple[Remark, ...]]:
    """What is read: what was chosen, else "chest" where the images say that they are not gated; and a word where the
    choice was made by the images, or against them."""
    gating = technique(series.datasets).gating
    if mode is None and gating == "none":
        return "chest", (remark("reading.chest_recognised"),)
    if mode == "chest" and gating not in ("", "none"):
        return "chest", (remark("reading.chest_gated"),)
    return mode or "coronary", ()


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
    if contradictions := (*person_remarks(description.patient, person), *visual_remarks(sheet)):
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
            coronary calcium is marked and no reader has confirmed that there is none; or the visual grades contradict
            each other.
    """
    refuse_contradiction(reading.sheet.visual)
    if reading.sheet.status == "unreviewed":
        raise InputRefused(remark("reading.unreviewed"))
    if has_result(reading.sheet):
        return
    code = {"coronary": "not_read", "chest": "chest_not_read", "valve": "valve_not_read"}[reading.sheet.mode]
    raise InputRefused(remark(f"reading.{code}"))


def has_patient_page(sheet: ScoreSheet) -> bool:
    """Whether there is a report for the patient: it explains a coronary score of a gated scan, and nothing else."""
    return sheet.mode != "chest" and not valve_alone(sheet)


def valve_alone(sheet: ScoreSheet) -> bool:
    """Whether the aortic valve was read, and the coronary arteries were not."""
    return sheet.mode == "valve" and sheet.status == "not_read"


def has_result(sheet: ScoreSheet) -> bool:
    """Whether there is anything to report: a score, a zero, a visual grade of a chest CT, or calcium of a valve."""
    if sheet.mode == "chest" and sheet.visual.given:
        return True
    if sheet.mode == "valve":
        return any(one.lesions for one in sheet.territories if one.key == AORTIC_VALVE)
    return sheet.status != "not_read"
