"""The PREVENT base model against the published example and its coefficients, term by term."""

import math
from dataclasses import astuple, replace

import pytest

from SmartScoreLib.interpretation.model import MISSING_KEYS, Person
from SmartScoreLib.interpretation.populations.model import Sex
from SmartScoreLib.interpretation.risk.prevent import ASCVD, CVD, INPUTS, RANGES, prevent_ascvd, prevent_cvd
from SmartScoreLib.remarks.catalog import remark

# The example of the supplement of Khan et al. 2024, as two public implementations repeat it (in percent).
EXAMPLE = Person(
    50, "female", diabetes=True, smoker=False, total_cholesterol_mg_dl=200, hdl_cholesterol_mg_dl=45, systolic_mmhg=160,
    blood_pressure_medication=True, statin=False, egfr_ml_min=90,
)  # fmt: skip


@pytest.mark.parametrize(("sex", "cvd", "ascvd"), [("female", 14.7, 9.2), ("male", 16.3, 10.2)])
def test_the_published_example_has_its_published_risks(sex: Sex, cvd: float, ascvd: float) -> None:
    person = replace(EXAMPLE, sex=sex)
    assert prevent_cvd(person).value == pytest.approx(cvd, abs=0.05)
    assert prevent_ascvd(person).value == pytest.approx(ascvd, abs=0.05)


# Copied from another public implementation than the one that the module names, in the order of its fields.
COPIED = {
    ("ascvd", "female"): (-3.819975, 0.719883, 0.1176967, -0.151185, -0.0835358, 0.3592852, 0.8348585, 0.4831078,
        0.4864619, 0.0397779, 0.2265309, -0.0592374, -0.0395762, 0.0844423, -0.0567839, 0.0325692, -0.1035985,
        -0.2417542, -0.0791142, -0.1671492),
    ("ascvd", "male"): (-3.500655, 0.7099847, 0.1658663, -0.1144285, -0.2837212, 0.3239977, 0.7189597, 0.3956973,
        0.3690075, 0.0203619, 0.2036522, -0.0865581, -0.0322916, 0.114563, -0.0300005, 0.0232747, -0.0927024,
        -0.2018525, -0.0970527, -0.1217081),
    ("cvd", "female"): (-3.307728, 0.7939329, 0.0305239, -0.1606857, -0.2394003, 0.3600781, 0.8667604, 0.5360739,
        0.6045917, 0.0433769, 0.3151672, -0.1477655, -0.0663612, 0.1197879, -0.0819715, 0.0306769, -0.0946348,
        -0.27057, -0.078715, -0.1637806),
    ("cvd", "male"): (-3.031168, 0.7688528, 0.0736174, -0.0954431, -0.4347345, 0.3362658, 0.7692857, 0.4386871,
        0.5378979, 0.0164827, 0.288879, -0.1337349, -0.0475924, 0.150273, -0.0517874, 0.0191169, -0.1049477,
        -0.2251948, -0.0895067, -0.1543702),
}  # fmt: skip


@pytest.mark.parametrize(("outcome", "sex"), COPIED)
def test_every_coefficient_is_that_of_an_independent_copy(outcome: str, sex: Sex) -> None:
    assert astuple((ASCVD if outcome == "ascvd" else CVD)[sex]) == COPIED[outcome, sex]


def odds(person: Person) -> float:
    value = prevent_cvd(person).value
    assert value is not None
    return math.log(value / (100 - value))


# A woman of 55, HDL 1.3 mmol/L, non-HDL 3.5 mmol/L, 130 mmHg, eGFR 90: every term but the constant is 0.
HDL, TOTAL = 1.3 / 0.02586, 4.8 / 0.02586
CENTER = Person(
    55, "female", diabetes=False, smoker=False, total_cholesterol_mg_dl=TOTAL, hdl_cholesterol_mg_dl=HDL,
    systolic_mmhg=130, blood_pressure_medication=False, statin=False, egfr_ml_min=90,
)  # fmt: skip


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, 0.0),
        ({"age_years": 65}, 0.7939329),
        ({"total_cholesterol_mg_dl": TOTAL + 1 / 0.02586}, 0.0305239),
        ({"hdl_cholesterol_mg_dl": HDL + 0.3 / 0.02586, "total_cholesterol_mg_dl": TOTAL + 0.3 / 0.02586}, -0.1606857),
        ({"systolic_mmhg": 150}, 0.3600781),
        ({"systolic_mmhg": 110}, -0.3600781),
        ({"systolic_mmhg": 90}, -0.3600781 + 0.2394003),
        ({"diabetes": True}, 0.8667604),
        ({"smoker": True}, 0.5360739),
        ({"egfr_ml_min": 75}, 0.0433769),
        ({"egfr_ml_min": 60}, 2 * 0.0433769),
        ({"egfr_ml_min": 45}, 2 * 0.0433769 + 0.6045917),
        ({"blood_pressure_medication": True}, 0.3151672),
        ({"statin": True}, -0.1477655),
        ({"blood_pressure_medication": True, "systolic_mmhg": 150}, 0.3151672 + 0.3600781 - 0.0663612),
        ({"statin": True, "total_cholesterol_mg_dl": TOTAL + 1 / 0.02586}, -0.1477655 + 0.0305239 + 0.1197879),
        ({"age_years": 65, "total_cholesterol_mg_dl": TOTAL + 1 / 0.02586}, 0.7939329 + 0.0305239 - 0.0819715),
        (
            {"age_years": 65, "hdl_cholesterol_mg_dl": HDL + 0.3 / 0.02586,
             "total_cholesterol_mg_dl": TOTAL + 0.3 / 0.02586},
            0.7939329 - 0.1606857 + 0.0306769,
        ),
        ({"age_years": 65, "systolic_mmhg": 150}, 0.7939329 + 0.3600781 - 0.0946348),
        ({"age_years": 65, "diabetes": True}, 0.7939329 + 0.8667604 - 0.27057),
        ({"age_years": 65, "smoker": True}, 0.7939329 + 0.5360739 - 0.078715),
        ({"age_years": 65, "egfr_ml_min": 45}, 0.7939329 + 2 * 0.0433769 + 0.6045917 - 0.1637806),
    ],
)  # fmt: skip
def test_each_input_changes_the_odds_by_its_coefficients(change: dict[str, object], expected: float) -> None:
    changed = replace(CENTER, **change)  # type: ignore[arg-type]
    assert odds(changed) == pytest.approx(-3.307728 + expected, abs=1e-9)


@pytest.mark.parametrize(
    ("field", "least", "most"),
    [
        ("age_years", 30, 79), ("total_cholesterol_mg_dl", 130, 320), ("hdl_cholesterol_mg_dl", 20, 100),
        ("systolic_mmhg", 90, 200), ("egfr_ml_min", 15, 140),
    ],
)  # fmt: skip
def test_the_equations_keep_to_their_ranges(field: str, least: int, most: int) -> None:
    assert RANGES[field] == (least, most)
    for inside in (least, most):
        assert prevent_ascvd(replace(EXAMPLE, **{field: inside})).value is not None  # type: ignore[arg-type]
    for outside in (least - 1, most + 1):
        reason = prevent_ascvd(replace(EXAMPLE, **{field: outside})).reason  # type: ignore[arg-type]
        key = MISSING_KEYS[field]
        assert reason == remark("interpretation.risk_outside", what=(key,), value=outside, least=least, most=most)


@pytest.mark.parametrize("field", INPUTS)
def test_each_input_is_missed_by_its_own_key(field: str) -> None:
    for finding in (prevent_ascvd, prevent_cvd):
        found = finding(replace(EXAMPLE, **{field: None}))  # type: ignore[arg-type]
        assert found.value is None
        assert found.reason == remark("interpretation.risk_inputs_missing", missing=(MISSING_KEYS[field],))


def test_ethnicity_family_history_and_lipid_medication_are_no_inputs() -> None:
    other = replace(EXAMPLE, ethnicity="black", family_history=True, lipid_medication=True)
    assert prevent_cvd(other) == prevent_cvd(EXAMPLE)
