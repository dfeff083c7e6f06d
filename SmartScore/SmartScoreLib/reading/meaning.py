"""What a score means as data: the part "interpretation" of a result's JSON, and its cells of the CSV."""

from typing import Any

from SmartScoreLib.interpretation import sources
from SmartScoreLib.interpretation.classifications.table import RUMBERGER_1999
from SmartScoreLib.interpretation.model import Finding
from SmartScoreLib.interpretation.populations.model import Comparison, ReferenceGroup
from SmartScoreLib.interpretation.populations.percentile import compare
from SmartScoreLib.interpretation.populations.table import MESA, population
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.model import remark_json


def meaning_json(reading: Reading) -> dict[str, Any]:
    """Category, grade, percentiles, age and risks; null where they are withheld or not available, with the reason."""
    found = reading.interpretation
    chosen, grade = found.choices.classification, found.grade
    least, most = (None, None) if grade is None else chosen.bounds(grade)
    return {
        "withheld": None if found.withheld is None else english(found.withheld),
        "cac_drs": found.cac_drs,
        "classification": {
            "key": chosen.key,
            "name": chosen.name,
            "grade": None if grade is None else grade.key,
            "least": least,
            "most": most,
            "source": sources.of_classification(chosen),
        },
        "arterial_age": found.arterial_age.value,
        "percentiles": [_comparison(one) for one in found.comparisons],
        "mesa_chd_risk": _with_reason(found.mesa_chd_risk),
        "prevent_ascvd_risk": _with_reason(found.prevent_ascvd),
        "prevent_cvd_risk": _with_reason(found.prevent_cvd),
        "remarks": [remark_json(one) for one in found.remarks],
        "sources": list(found.sources),
    } | _of_version_1(reading)


def meaning_cells(reading: Reading) -> dict[str, Any]:
    """The cells of the CSV's line of the total."""
    found = reading.interpretation
    percentile, chosen = found.comparison.percentile, found.choices.classification
    return {
        "cac_drs": found.cac_drs,
        "classification": chosen.name if found.grade else None,
        "grade": found.grade.key if found.grade else None,
        "percentile": percentile.least if percentile else None,
        "percentile_below": percentile.below if percentile else None,
        "mesa_percentile": _of_version_1(reading)["mesa_percentile"]["value"],
    }


def group_text(one: Comparison) -> str | None:
    """The group that a score was compared with, in English: "MESA 2006 white male 61"."""
    if one.group is None:
        return None
    return " ".join(part for part in (one.population.name, one.group.group, one.group.sex, one.group.ages) if part)


def _comparison(one: Comparison) -> dict[str, Any]:
    """`value` is the percentile where the table goes by single percentiles; `at_least` and `below` are always there."""
    known, percentile = one.population, one.percentile
    return {
        "population": {
            "key": known.key,
            "name": known.name,
            "people": known.people,
            "years": known.years or None,
            "scanner": known.scanner or None,
            "source": known.citation,
        },
        "value": percentile.least if percentile and percentile.exact else None,
        "at_least": percentile.least if percentile else None,
        "below": percentile.below if percentile else None,
        "reason": None if one.reason is None else english(one.reason),
        "group": None if one.group is None else _group(one.group),
    }


def _group(group: ReferenceGroup) -> dict[str, Any]:
    """Who the percentile is of; the scores at all percentiles are left to the table."""
    return {
        "group": group.group or None,
        "sex": group.sex,
        "age_from": group.youngest,
        "age_to": group.oldest,
        "nonzero_percent": group.nonzero_percent,
    }


def _with_reason(finding: Finding) -> dict[str, Any]:
    return {"value": finding.value, "reason": None if finding.reason is None else english(finding.reason)}


def _of_version_1(reading: Reading) -> dict[str, Any]:
    """Keys of "smartscore-score/1", kept for one version: Rumberger's words, and MESA, whatever was chosen."""
    found, agatston = reading.interpretation, reading.sheet.total.agatston
    mesa = compare(agatston, found.person, population(MESA))
    group, reason = mesa.group, found.withheld or mesa.reason
    return {
        "plaque_burden": None if found.withheld else RUMBERGER_1999.grade(agatston).key,
        "mesa_percentile": {
            "value": None if reason or mesa.percentile is None else float(mesa.percentile.least),
            "reason": None if reason is None else english(reason),
        },
        "reference_group": None
        if group is None
        else {
            "study": "MESA",
            "ethnicity": group.group,
            "sex": group.sex,
            "age_years": group.youngest,
            "nonzero_percent": group.nonzero_percent,
        },
    }
