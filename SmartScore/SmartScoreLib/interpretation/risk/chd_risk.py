"""The 10-year risk of coronary heart disease of the MESA risk score."""

import math
from dataclasses import dataclass

from SmartScoreLib.interpretation.model import Finding, Person, missing
from SmartScoreLib.interpretation.sources import MESA_CHD_RISK
from SmartScoreLib.remarks.catalog import remark

YOUNGEST, OLDEST = 45, 85
INPUTS = (
    "age_years", "sex", "ethnicity", "diabetes", "smoker", "total_cholesterol_mg_dl", "hdl_cholesterol_mg_dl",
    "lipid_medication", "systolic_mmhg", "blood_pressure_medication", "family_history",
)  # fmt: skip
"""Fields of `Person`, all of which are needed."""


@dataclass(frozen=True)
class _Coefficients:
    """Table 2 of McClelland et al. 2015; white is the reference ethnicity, cholesterol mg/dL, pressure mmHg."""

    age: float
    male: float
    chinese: float
    black: float
    hispanic: float
    diabetes: float
    smoker: float
    total_cholesterol: float
    hdl_cholesterol: float
    lipid_medication: float
    systolic: float
    blood_pressure_medication: float
    family_history: float
    log_calcium: float
    survival: float


_WITH_CALCIUM = _Coefficients(
    0.0172, 0.4079, -0.3475, 0.0353, -0.0222, 0.3892, 0.3717, 0.0043, -0.0114, 0.1206, 0.0066, 0.2278, 0.3239, 0.2743,
    0.99833,
)  # fmt: skip
_WITHOUT_CALCIUM = _Coefficients(
    0.0455, 0.7496, -0.5055, -0.2111, -0.1900, 0.5168, 0.4732, 0.0053, -0.0140, 0.2473, 0.0085, 0.3381, 0.4522, 0.0,
    0.99963,
)  # fmt: skip


def chd_risk_percent(person: Person, agatston: float | None) -> float:
    """100 (1 - S0 ^ exp(sum of coefficient x value)), in percent; `agatston` None gives the risk without calcium.

    Source: McClelland et al. 2015, J Am Coll Cardiol 66:1643.

    Raises:
        ValueError: an input is not given.
    """
    unknown = missing(person, *INPUTS)
    if unknown:
        raise ValueError(f"not given: {', '.join(unknown)}")
    c = _WITHOUT_CALCIUM if agatston is None else _WITH_CALCIUM
    ethnicity = {"chinese": c.chinese, "black": c.black, "hispanic": c.hispanic}.get(person.ethnicity or "", 0.0)
    total = (
        c.age * (person.age_years or 0)
        + c.male * (person.sex == "male")
        + ethnicity
        + c.diabetes * bool(person.diabetes)
        + c.smoker * bool(person.smoker)
        + c.total_cholesterol * (person.total_cholesterol_mg_dl or 0)
        + c.hdl_cholesterol * (person.hdl_cholesterol_mg_dl or 0)
        + c.lipid_medication * bool(person.lipid_medication)
        + c.systolic * (person.systolic_mmhg or 0)
        + c.blood_pressure_medication * bool(person.blood_pressure_medication)
        + c.family_history * bool(person.family_history)
        + c.log_calcium * math.log((agatston or 0) + 1)
    )
    return float(100 * (1 - c.survival ** math.exp(total)))


def mesa_chd_risk(agatston: float, person: Person) -> Finding:
    """The risk with calcium in percent, or the reason why there is none."""
    unknown = missing(person, *INPUTS)
    age = person.age_years
    if unknown or age is None:
        reason = remark("interpretation.risk_inputs_missing", missing=unknown)
    elif not YOUNGEST <= age <= OLDEST:
        reason = remark("interpretation.risk_outside_ages", youngest=YOUNGEST, oldest=OLDEST, age=age)
    else:
        return Finding(chd_risk_percent(person, agatston), None, MESA_CHD_RISK)
    return Finding(None, reason, MESA_CHD_RISK)
