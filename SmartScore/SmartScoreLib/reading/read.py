"""One reading made: score the marks, describe the series, interpret the total."""

from dataclasses import replace

from SmartScoreLib.interpretation.interpret import interpret
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.scoring.model import ScoringProtocol
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
) -> Reading:
    """Score and interpret one series.

    Args:
        series: the volume.
        lesions: the marks on it.
        protocol: the rules.
        person: who the score is compared with; age and sex come from the series where it does not give them.
        reader: who made the marks, for the report.
        comment: free text, for the report.
    """
    description = describe(series)
    sheet = score(series.hu, lesions, protocol, series.remarks)
    return Reading(
        series, description, lesions, sheet, interpret(sheet, person_of(description, person)), reader, comment
    )


def person_of(description: SeriesDescription, known: Person | None = None) -> Person:
    """What is known of the patient: `known`, completed by age and sex of the series; ethnicity is never assumed."""
    person = known or Person()
    return replace(
        person,
        age_years=description.patient.age_years if person.age_years is None else person.age_years,
        sex=person.sex or description.patient.sex,
    )
