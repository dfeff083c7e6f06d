"""Every bound and every coefficient of the interpretation, by the published tables."""

import math
from dataclasses import replace

import pytest

from SmartScoreLib.interpretation import sources
from SmartScoreLib.interpretation.arterial_age import arterial_age, arterial_age_years
from SmartScoreLib.interpretation.categories import CAC_DRS_STARTS, PLAQUE_BOUNDS, cac_drs, plaque_burden
from SmartScoreLib.interpretation.chd_risk import chd_risk_percent, mesa_chd_risk
from SmartScoreLib.interpretation.interpret import interpret
from SmartScoreLib.interpretation.model import MISSING_KEYS, Person, ReferenceGroup, missing
from SmartScoreLib.interpretation.percentile import mesa_percentile, percentile_in, reference_group, reference_groups
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.english import english
from SmartScoreLib.scoring.model import ScoreSheet, TotalScore
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL

NOTHING = Person(
    age_years=60, sex="female", ethnicity="white", diabetes=False, smoker=False, total_cholesterol_mg_dl=0.0,
    hdl_cholesterol_mg_dl=0.0, lipid_medication=False, systolic_mmhg=0.0, blood_pressure_medication=False,
    family_history=False,
)  # fmt: skip


@pytest.mark.parametrize(
    ("score", "category"),
    [
        (0.0, "A0"), (1e-9, "A1"), (99.499, "A1"), (99.5, "A2"), (299.499, "A2"), (299.5, "A3"), (1e5, "A3"),
    ],
)  # fmt: skip
def test_cac_drs_begins_where_the_printed_score_is_100_and_300(score: float, category: str) -> None:
    assert cac_drs(score, 0) == f"{category}/N0"
    assert cac_drs(score, 4) == f"{category}/N4"


def test_cac_drs_tells_its_starts() -> None:
    assert CAC_DRS_STARTS == (1, 100, 300)


@pytest.mark.parametrize(
    ("score", "word"),
    [
        (0.0, "none"), (1e-9, "minimal"), (10.499, "minimal"), (10.5, "mild"), (100.499, "mild"), (100.5, "moderate"),
        (400.499, "moderate"), (400.5, "extensive"), (1e5, "extensive"),
    ],
)  # fmt: skip
def test_plaque_burden_ends_where_the_printed_score_is_10_100_and_400(score: float, word: str) -> None:
    assert plaque_burden(score) == word


def test_plaque_burden_tells_its_bounds() -> None:
    assert (
        ("none", 0), ("minimal", 10), ("mild", 100), ("moderate", 400), ("extensive", math.inf),
    ) == PLAQUE_BOUNDS  # fmt: skip


@pytest.mark.parametrize(("inside", "outside"), [(45, 44), (84, 85)])
def test_the_reference_population_is_45_to_84_years_old(inside: int, outside: int) -> None:
    for ethnicity in ("white", "chinese", "black", "hispanic"):
        for sex in ("male", "female"):
            person = Person(inside, sex, ethnicity)
            assert mesa_percentile(10, person).value is not None
            assert mesa_percentile(10, replace(person, age_years=outside)).value is None
            assert reference_group(replace(person, age_years=outside)) is None


def test_the_ages_that_a_reason_names_are_those_of_the_table() -> None:
    reason = mesa_percentile(10, Person(20, "male", "white")).reason
    assert reason is not None
    ages = [age for _, _, age in reference_groups()]
    assert (reason.values["youngest"], reason.values["oldest"], reason.values["age"]) == (min(ages), max(ages), 20)


@pytest.mark.parametrize(
    ("score", "percentile"),
    [(0, 0), (1e-9, 50), (0.499, 50), (0.5, 50), (9.499, 50), (9.5, 75), (10, 75), (99.499, 75), (99.5, 99), (1e6, 99)],
)
def test_a_percentile_is_the_last_step_that_the_rounded_score_reaches(score: float, percentile: int) -> None:
    steps = (1,) * 50 + (10,) * 25 + (100,) * 24
    group = ReferenceGroup("white", "male", 60, 70, 1, 1, 10, 100, steps)
    assert percentile_in(group, score) == percentile


@pytest.mark.parametrize(("inside", "outside"), [(45, 44), (85, 86)])
def test_the_risk_is_of_ages_45_to_85(inside: int, outside: int) -> None:
    assert mesa_chd_risk(10, replace(NOTHING, age_years=inside)).value is not None
    finding = mesa_chd_risk(10, replace(NOTHING, age_years=outside))
    assert (finding.value, finding.source) == (None, sources.MESA_CHD_RISK)
    assert finding.reason == remark("interpretation.risk_outside_ages", youngest=45, oldest=85, age=outside)


# Table 2 of McClelland et al. 2015: with and without calcium, for one unit of each.
COEFFICIENTS: list[tuple[dict[str, object], float, float]] = [
    ({"age_years": 61}, 0.0172, 0.0455),
    ({"sex": "male"}, 0.4079, 0.7496),
    ({"ethnicity": "chinese"}, -0.3475, -0.5055),
    ({"ethnicity": "black"}, 0.0353, -0.2111),
    ({"ethnicity": "hispanic"}, -0.0222, -0.1900),
    ({"diabetes": True}, 0.3892, 0.5168),
    ({"smoker": True}, 0.3717, 0.4732),
    ({"total_cholesterol_mg_dl": 1.0}, 0.0043, 0.0053),
    ({"hdl_cholesterol_mg_dl": 1.0}, -0.0114, -0.0140),
    ({"lipid_medication": True}, 0.1206, 0.2473),
    ({"systolic_mmhg": 1.0}, 0.0066, 0.0085),
    ({"blood_pressure_medication": True}, 0.2278, 0.3381),
    ({"family_history": True}, 0.3239, 0.4522),
]


def _hazard(person: Person, agatston: float | None) -> float:
    return -math.log(1 - chd_risk_percent(person, agatston) / 100)


@pytest.mark.parametrize(("change", "with_calcium", "without"), COEFFICIENTS)
def test_each_input_changes_the_hazard_by_its_coefficient(
    change: dict[str, object], with_calcium: float, without: float
) -> None:
    changed = replace(NOTHING, **change)  # type: ignore[arg-type]
    for agatston, coefficient in ((7.0, with_calcium), (None, without)):
        ratio = _hazard(changed, agatston) / _hazard(NOTHING, agatston)
        assert math.log(ratio) == pytest.approx(coefficient, abs=1e-9)


def test_the_score_changes_the_hazard_by_the_logarithm_of_score_and_one() -> None:
    ratio = _hazard(NOTHING, math.e - 1) / _hazard(NOTHING, 0.0)
    assert math.log(ratio) == pytest.approx(0.2743, abs=1e-9)


def test_the_survival_without_any_risk_is_the_published_one() -> None:
    born = replace(NOTHING, age_years=0)
    assert chd_risk_percent(born, 0.0) == pytest.approx(100 * (1 - 0.99833), abs=1e-9)
    assert chd_risk_percent(born, None) == pytest.approx(100 * (1 - 0.99963), abs=1e-9)


def test_arterial_age_is_39_1_years_and_7_25_for_each_e_fold() -> None:
    assert arterial_age_years(0) == pytest.approx(39.1)
    assert arterial_age_years(math.e - 1) == pytest.approx(39.1 + 7.25)
    assert arterial_age(0, replace(NOTHING, diabetes=False)).value == pytest.approx(39.1)
    assert arterial_age(0, Person()).source == sources.ARTERIAL_AGE


@pytest.mark.parametrize("field", MISSING_KEYS)
def test_each_input_of_the_risk_is_missed_by_its_own_key(field: str) -> None:
    person = replace(NOTHING, **{field: None})  # type: ignore[arg-type]
    key = MISSING_KEYS[field]
    assert missing(person, *MISSING_KEYS) == (key,)
    finding = mesa_chd_risk(10, person)
    assert finding.value is None
    assert finding.reason == remark("interpretation.risk_inputs_missing", missing=(key,))


def _sheet(agatston: float, *, reviewed: bool) -> ScoreSheet:
    total = TotalScore(agatston, 0.0, None, 1, 2, None, None)
    return ScoreSheet(DEFAULT_PROTOCOL, (), total, (), reviewed=reviewed)


def test_the_total_of_a_reader_is_interpreted_with_every_source() -> None:
    found = interpret(_sheet(100.0, reviewed=True), replace(NOTHING, age_years=72, sex="male"))
    assert (found.cac_drs, found.plaque_burden) == ("A2/N2", "mild")
    assert found.arterial_age.value == pytest.approx(72.56, abs=0.005)
    assert found.mesa_percentile.value is not None
    assert found.mesa_chd_risk.value is not None
    assert [found.arterial_age.reason, found.mesa_percentile.reason, found.mesa_chd_risk.reason] == [None] * 3
    assert found.reference_group is not None
    assert found.reference_group.age_years == 72
    assert [source.partition(":")[0] for source in found.sources] == [
        "CAC-DRS", "Plaque burden", "MESA percentile", "Arterial age", "MESA 10-year CHD risk",
    ]  # fmt: skip


# White men of 50: percentile 74 begins at 20, 75 at 22. White men of 45: percentile 95 begins at 91.
@pytest.mark.parametrize(
    ("age", "score", "percentile", "told"),
    [
        (50, 21.0, 74, False),
        (50, 22.0, 75, True),
        (45, 99.4, 95, True),
        (45, 99.5, 95, False),  # printed as 100
        (45, 0.4, 75, True),  # printed as "<1", which is more than 75 % of them have
        (45, 0.0, 0, False),
    ],
)
def test_a_score_below_100_with_a_percentile_from_75_is_explained(
    age: int, score: float, percentile: int, told: bool
) -> None:
    found = interpret(_sheet(score, reviewed=True), replace(NOTHING, age_years=age, sex="male"))
    assert found.mesa_percentile.value == percentile
    expected = (remark("interpretation.low_score_high_percentile", percentile=percentile),) if told else ()
    assert found.remarks == expected


def test_a_score_that_does_not_hold_is_not_interpreted() -> None:
    sheet = _sheet(100.0, reviewed=True)
    person = replace(NOTHING, age_years=72, sex="male")
    invalid = interpret(
        replace(sheet, remarks=(remark("series.projection", attribute="Image Type (0008,0008)"),)), person
    )
    limited = interpret(
        replace(sheet, remarks=(remark("scoring.threshold", threshold_hu=100, standard_hu=130),)), person
    )

    assert invalid.withheld == remark("interpretation.invalid")
    assert (invalid.cac_drs, invalid.plaque_burden, invalid.arterial_age.value) == (None, None, None)
    assert limited.withheld is None
    assert limited.cac_drs == "A2/N2"


def test_marks_that_no_reader_has_confirmed_have_no_comparison() -> None:
    found = interpret(_sheet(100.0, reviewed=False), replace(NOTHING, age_years=72, sex="male"))
    for finding, source in (
        (found.arterial_age, sources.ARTERIAL_AGE),
        (found.mesa_percentile, sources.MESA_PERCENTILE),
        (found.mesa_chd_risk, sources.MESA_CHD_RISK),
    ):
        assert (finding.value, finding.source) == (None, source)
        assert finding.reason == remark("interpretation.unreviewed")
        assert english(finding.reason) == "Not available: no reader has confirmed the marks."
