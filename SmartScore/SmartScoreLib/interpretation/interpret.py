"""From a score sheet and a person to what the score means."""

from SmartScoreLib.interpretation import sources
from SmartScoreLib.interpretation.arterial_age import arterial_age
from SmartScoreLib.interpretation.categories import cac_drs, plaque_burden
from SmartScoreLib.interpretation.chd_risk import mesa_chd_risk
from SmartScoreLib.interpretation.model import Finding, Interpretation, Person
from SmartScoreLib.interpretation.percentile import mesa_percentile, reference_group
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark, Severity
from SmartScoreLib.scoring.model import ScoreSheet
from SmartScoreLib.scoring.rounding import printed_agatston

_SOURCES = (
    sources.CAC_DRS,
    sources.PLAQUE_BURDEN,
    sources.MESA_PERCENTILE,
    sources.ARTERIAL_AGE,
    sources.MESA_CHD_RISK,
)
_LOW_SCORE, _HIGH_PERCENTILE = 100, 75
"""A score below the first and a percentile from the second on seem to contradict each other, and are explained."""


def interpret(sheet: ScoreSheet, person: Person) -> Interpretation:
    """Interpret the coronary total; whatever is not known of the person is said, not assumed.

    Marks that no reader has confirmed have no coronary total worth the name, no marks are not read unless a reader
    says that there is nothing, and a score that does not hold means nothing: their numbers are withheld.
    """
    score, withheld, group = sheet.total.agatston, _withheld(sheet), reference_group(person)
    if withheld is not None:
        age, percentile, risk = (
            Finding(None, withheld, source)
            for source in (sources.ARTERIAL_AGE, sources.MESA_PERCENTILE, sources.MESA_CHD_RISK)
        )
        return Interpretation(person, withheld, None, None, age, percentile, risk, group, _SOURCES)
    percentile = mesa_percentile(score, person)
    return Interpretation(
        person=person,
        withheld=None,
        cac_drs=cac_drs(score, sheet.total.vessels),
        plaque_burden=plaque_burden(score),
        arterial_age=arterial_age(score, person),
        mesa_percentile=percentile,
        mesa_chd_risk=mesa_chd_risk(score, person),
        reference_group=group,
        sources=_SOURCES,
        remarks=_of_percentile(score, percentile, person),
    )


def invalid_remarks(sheet: ScoreSheet) -> tuple[Remark, ...]:
    """What makes the score not hold, the first first; empty where it holds."""
    return tuple(one for one in sheet.remarks if one.severity <= Severity.INVALID)


def _withheld(sheet: ScoreSheet) -> Remark | None:
    if invalid_remarks(sheet):
        return remark("interpretation.invalid")
    if not sheet.reviewed:
        return remark("interpretation.unreviewed")
    if sheet.status != "not_read":
        return None
    marked = any(
        one.code == "scoring.unscored" and BY_KEY[str(one.values["territory"])].counts for one in sheet.remarks
    )
    return remark("interpretation.nothing_counts" if marked else "interpretation.not_read")


def _of_percentile(agatston: float, percentile: Finding, person: Person) -> tuple[Remark, ...]:
    """What a reader of the percentile must know, where there is one."""
    if percentile.value is None:
        return ()
    remarks = []
    if person.diabetes:
        remarks.append(remark("interpretation.percentile_diabetes"))
    if printed_agatston(agatston) < _LOW_SCORE and percentile.value >= _HIGH_PERCENTILE:
        remarks.append(remark("interpretation.low_score_high_percentile", percentile=int(percentile.value)))
    return tuple(remarks)
