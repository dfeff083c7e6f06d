"""The age at which a person without calcium would have the same risk."""

import math

from SmartScoreLib.interpretation.model import Finding, Person
from SmartScoreLib.interpretation.sources import ARTERIAL_AGE
from SmartScoreLib.remarks.catalog import remark


def arterial_age_years(agatston: float) -> float:
    """39.1 + 7.25 ln(Agatston + 1), in years. Source: McClelland et al. 2009."""
    return 39.1 + 7.25 * math.log(agatston + 1)


def arterial_age(agatston: float, person: Person) -> Finding:
    """Arterial age; not defined for people with diabetes, who were not in its cohort."""
    if person.diabetes:
        return Finding(None, remark("interpretation.diabetes"), ARTERIAL_AGE)
    return Finding(arterial_age_years(agatston), None, ARTERIAL_AGE)
