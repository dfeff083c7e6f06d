"""From a score sheet and a person to what the score means."""

from SmartScoreLib.interpretation import sources
from SmartScoreLib.interpretation.arterial_age import arterial_age
from SmartScoreLib.interpretation.categories import cac_drs
from SmartScoreLib.interpretation.choices import InterpretationChoices
from SmartScoreLib.interpretation.classifications.table import CAC_DRS_2018
from SmartScoreLib.interpretation.model import Finding, Interpretation, Person
from SmartScoreLib.interpretation.named import named
from SmartScoreLib.interpretation.populations.model import Comparison
from SmartScoreLib.interpretation.populations.percentile import compare
from SmartScoreLib.interpretation.risk.chd_risk import mesa_chd_risk
from SmartScoreLib.interpretation.risk.prevent import prevent_ascvd, prevent_cvd
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark, Severity
from SmartScoreLib.scoring.model import ScoreSheet


def interpret(sheet: ScoreSheet, person: Person, choices: InterpretationChoices | None = None) -> Interpretation:
    """Interpret the coronary total; whatever is not known of the person is said, not assumed.

    Marks that no reader has confirmed have no coronary total worth the name, no marks are not read unless a reader
    says that there is nothing, and a score that does not hold means nothing: their numbers are withheld.
    """
    choices = choices or InterpretationChoices()
    score, withheld = sheet.total.agatston, _withheld(sheet)
    cited = _sources(choices)
    if withheld is not None:
        age, chd, ascvd, cvd = (
            Finding(None, withheld, source)
            for source in (sources.ARTERIAL_AGE, sources.MESA_CHD_RISK, sources.PREVENT, sources.PREVENT)
        )
        none = tuple(Comparison(one, None, None, withheld) for one in choices.populations)
        return Interpretation(person, choices, withheld, None, None, age, none, chd, ascvd, cvd, cited)
    comparisons = tuple(compare(score, person, one) for one in choices.populations)
    return Interpretation(
        person=person,
        choices=choices,
        withheld=None,
        cac_drs=cac_drs(score, sheet.total.vessels),
        grade=choices.classification.grade(score),
        arterial_age=arterial_age(score, person),
        comparisons=comparisons,
        mesa_chd_risk=mesa_chd_risk(score, person),
        prevent_ascvd=prevent_ascvd(person),
        prevent_cvd=prevent_cvd(person),
        sources=cited,
        remarks=named(sheet, comparisons, person),
    )


def invalid_remarks(sheet: ScoreSheet) -> tuple[Remark, ...]:
    """What makes the score not hold, the first first; empty where it holds."""
    return tuple(one for one in sheet.remarks if one.severity <= Severity.INVALID)


def _withheld(sheet: ScoreSheet) -> Remark | None:
    if invalid_remarks(sheet):
        return remark("interpretation.invalid")
    if not sheet.reviewed:
        return remark("interpretation.unreviewed")
    if sheet.mode == "chest":
        return remark("interpretation.ungated")
    if sheet.status != "not_read":
        return None
    marked = any(
        one.code == "scoring.unscored" and BY_KEY[str(one.values["territory"])].counts for one in sheet.remarks
    )
    return remark("interpretation.nothing_counts" if marked else "interpretation.not_read")


def _sources(choices: InterpretationChoices) -> tuple[str, ...]:
    words = () if choices.classification == CAC_DRS_2018 else (sources.of_classification(choices.classification),)
    populations = tuple(sources.of_population(one) for one in choices.populations)
    return (sources.CAC_DRS, *words, *populations, sources.ARTERIAL_AGE, sources.MESA_CHD_RISK, sources.PREVENT)
