"""From a score sheet and a person to what the score means."""

from SmartScoreLib.interpretation import sources
from SmartScoreLib.interpretation.arterial_age import arterial_age
from SmartScoreLib.interpretation.categories import cac_drs, plaque_burden
from SmartScoreLib.interpretation.chd_risk import mesa_chd_risk
from SmartScoreLib.interpretation.model import Finding, Interpretation, Person
from SmartScoreLib.interpretation.percentile import mesa_percentile, reference_group
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.scoring.model import ScoreSheet


def interpret(sheet: ScoreSheet, person: Person) -> Interpretation:
    """Interpret the coronary total; whatever is not known of the person is said, not assumed.

    Marks that no reader has confirmed have no coronary total worth the name: their numbers are not available.
    """
    score = sheet.total.agatston
    if not sheet.reviewed:
        why = remark("interpretation.unreviewed")
        age, percentile, risk = (
            Finding(None, why, source)
            for source in (sources.ARTERIAL_AGE, sources.MESA_PERCENTILE, sources.MESA_CHD_RISK)
        )
    else:
        age, percentile = arterial_age(score, person), mesa_percentile(score, person)
        risk = mesa_chd_risk(score, person)
    return Interpretation(
        person=person,
        cac_drs=cac_drs(score, sheet.total.vessels),
        plaque_burden=plaque_burden(score),
        arterial_age=age,
        mesa_percentile=percentile,
        mesa_chd_risk=risk,
        reference_group=reference_group(person),
        sources=(
            sources.CAC_DRS,
            sources.PLAQUE_BURDEN,
            sources.MESA_PERCENTILE,
            sources.ARTERIAL_AGE,
            sources.MESA_CHD_RISK,
        ),
    )
