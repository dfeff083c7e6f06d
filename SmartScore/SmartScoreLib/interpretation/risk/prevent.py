"""The 10-year risk by the base model of the American Heart Association's PREVENT equations of 2023.

They do not know the calcium score: a report shows them beside the MESA risk, and never mixed with it.

Source: Khan et al. 2024, Circulation 149:430, supplement. The coefficients are those of three public copies, which
agree digit by digit (martingmayer/preventr @ebe2ac15 among them); the supplement itself was not at hand. The equations
of heart failure need the body mass index too, and are left out.
"""

import math
from dataclasses import astuple, dataclass
from typing import cast

from SmartScoreLib.interpretation.model import Finding, Person, missing
from SmartScoreLib.interpretation.populations.model import Sex
from SmartScoreLib.interpretation.sources import PREVENT
from SmartScoreLib.remarks.catalog import remark

INPUTS = (
    "age_years", "sex", "diabetes", "smoker", "total_cholesterol_mg_dl", "hdl_cholesterol_mg_dl", "systolic_mmhg",
    "blood_pressure_medication", "statin", "egfr_ml_min",
)  # fmt: skip
"""Fields of `Person`, all of which are needed."""
RANGES: dict[str, tuple[float, float]] = {
    "age_years": (30, 79),
    "total_cholesterol_mg_dl": (130, 320),
    "hdl_cholesterol_mg_dl": (20, 100),
    "systolic_mmhg": (90, 200),
    "egfr_ml_min": (15, 140),
}
"""What the equations are made for, as the calculator of the American Heart Association has it."""
MMOL_PER_MG_DL = 0.02586
"""Of cholesterol, mmol/L for each mg/dL, as the equations round it."""


@dataclass(frozen=True)
class Coefficients:
    """Of the logarithm of the odds; `terms` says of what, in the same order."""

    constant: float
    age: float
    non_hdl: float
    hdl: float
    systolic_below_110: float
    systolic_from_110: float
    diabetes: float
    smoker: float
    egfr_below_60: float
    egfr_from_60: float
    blood_pressure_medication: float
    statin: float
    treated_systolic: float
    treated_non_hdl: float
    age_non_hdl: float
    age_hdl: float
    age_systolic: float
    age_diabetes: float
    age_smoker: float
    age_egfr: float


ASCVD: dict[Sex, Coefficients] = {
    "female": Coefficients(
        -3.819975, 0.719883, 0.1176967, -0.151185, -0.0835358, 0.3592852, 0.8348585, 0.4831078, 0.4864619, 0.0397779,
        0.2265309, -0.0592374, -0.0395762, 0.0844423, -0.0567839, 0.0325692, -0.1035985, -0.2417542, -0.0791142,
        -0.1671492,
    ),
    "male": Coefficients(
        -3.500655, 0.7099847, 0.1658663, -0.1144285, -0.2837212, 0.3239977, 0.7189597, 0.3956973, 0.3690075, 0.0203619,
        0.2036522, -0.0865581, -0.0322916, 0.114563, -0.0300005, 0.0232747, -0.0927024, -0.2018525, -0.0970527,
        -0.1217081,
    ),
}  # fmt: skip
"""Of atherosclerotic cardiovascular disease: coronary heart disease and stroke."""
CVD: dict[Sex, Coefficients] = {
    "female": Coefficients(
        -3.307728, 0.7939329, 0.0305239, -0.1606857, -0.2394003, 0.3600781, 0.8667604, 0.5360739, 0.6045917, 0.0433769,
        0.3151672, -0.1477655, -0.0663612, 0.1197879, -0.0819715, 0.0306769, -0.0946348, -0.27057, -0.078715,
        -0.1637806,
    ),
    "male": Coefficients(
        -3.031168, 0.7688528, 0.0736174, -0.0954431, -0.4347345, 0.3362658, 0.7692857, 0.4386871, 0.5378979, 0.0164827,
        0.288879, -0.1337349, -0.0475924, 0.150273, -0.0517874, 0.0191169, -0.1049477, -0.2251948, -0.0895067,
        -0.1543702,
    ),
}  # fmt: skip
"""Of all cardiovascular disease: the same, and heart failure."""


def prevent_ascvd(person: Person) -> Finding:
    """The risk of atherosclerotic cardiovascular disease in percent, or the reason why there is none."""
    return _finding(person, ASCVD)


def prevent_cvd(person: Person) -> Finding:
    """The risk of all cardiovascular disease in percent, or the reason why there is none."""
    return _finding(person, CVD)


def _finding(person: Person, coefficients: dict[Sex, Coefficients]) -> Finding:
    unknown = missing(person, *INPUTS)
    if unknown or person.sex is None:
        return Finding(None, remark("interpretation.risk_inputs_missing", missing=unknown), PREVENT)
    for field, (least, most) in RANGES.items():
        value = getattr(person, field)
        if not least <= value <= most:
            (key,) = missing(Person(), field)
            reason = remark("interpretation.risk_outside", what=(key,), value=value, least=least, most=most)
            return Finding(None, reason, PREVENT)
    odds = sum(a * b for a, b in zip(astuple(coefficients[person.sex]), terms(person), strict=True))
    return Finding(100 / (1 + math.exp(-odds)), None, PREVENT)


def terms(person: Person) -> tuple[float, ...]:
    """The values of the terms in the order of `Coefficients`; every input is known.

    Age per 10 years from 55; non-HDL per 1 mmol/L from 3.5; HDL per 0.3 mmol/L from 1.3; pressure per 20 mmHg from 130,
    below 110 from there; eGFR per -15 from 90, below 60 from there.
    """
    age = (cast(float, person.age_years) - 55) / 10
    total, good = cast(float, person.total_cholesterol_mg_dl), cast(float, person.hdl_cholesterol_mg_dl)
    non_hdl = MMOL_PER_MG_DL * (total - good) - 3.5
    hdl = (MMOL_PER_MG_DL * good - 1.3) / 0.3
    systolic, egfr = cast(float, person.systolic_mmhg), cast(float, person.egfr_ml_min)
    high = (max(systolic, 110) - 130) / 20
    low_egfr = (min(egfr, 60) - 60) / -15
    treated, statin = bool(person.blood_pressure_medication), bool(person.statin)
    diabetes, smoker = bool(person.diabetes), bool(person.smoker)
    return (
        1, age, non_hdl, hdl, (min(systolic, 110) - 110) / 20, high, diabetes, smoker, low_egfr,
        (max(egfr, 60) - 90) / -15, treated, statin, treated * high, statin * non_hdl, age * non_hdl, age * hdl,
        age * high, age * diabetes, age * smoker, age * low_egfr,
    )  # fmt: skip
