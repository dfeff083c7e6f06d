"""Categories, percentile, arterial age and risk against published tables and worked examples."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from SmartScoreLib.interpretation.arterial_age import arterial_age, arterial_age_years
from SmartScoreLib.interpretation.categories import cac_drs
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.interpretation.populations.model import Comparison, ReferenceGroup
from SmartScoreLib.interpretation.populations.percentile import compare, percentile_in, reference_group
from SmartScoreLib.interpretation.populations.table import MESA, population
from SmartScoreLib.interpretation.risk.chd_risk import chd_risk_percent, mesa_chd_risk
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.english import english

NOBODY = Person()


def mesa(score: float, person: Person) -> Comparison:
    return compare(score, person, population(MESA))


def mesa_percentile(score: float, person: Person) -> int:
    percentile = mesa(score, person).percentile
    assert percentile is not None
    assert percentile.exact
    return percentile.least


def quartiles_of(group: ReferenceGroup) -> tuple[float | None, ...]:
    return tuple(group.score(percentile) for percentile in (25, 50, 75, 90))


@pytest.mark.parametrize(
    ("score", "category"),
    [
        (0, "A0"), (1e-9, "A1"), (0.4, "A1"), (1, "A1"), (99.4, "A1"), (99.5, "A2"), (99.6, "A2"), (100, "A2"),
        (100.4, "A2"), (299.4, "A2"), (299.5, "A3"), (299.6, "A3"), (300, "A3"), (400, "A3"),
    ],
)  # fmt: skip
def test_cac_drs_changes_at_a_printed_100_and_300_and_is_a0_only_for_zero(score: float, category: str) -> None:
    assert cac_drs(score, 2) == f"{category}/N2"


@pytest.mark.parametrize(
    ("ethnicity", "sex", "age", "score", "percentile", "nonzero", "quartiles"),
    [
        ("white", "male", 55, 0, 0, 56, (0, 6, 68, 234)),
        ("chinese", "female", 46, 35, 97, 7, (0, 0, 0, 0)),
        ("black", "female", 62, 120, 91, 32, (0, 0, 11, 102)),
        ("hispanic", "male", 70, 450, 84, 75, (1, 56, 247, 666)),
        ("white", "male", 72, 1200, 85, 86, (32, 180, 641, 1584)),
    ],
)
def test_worked_percentile_examples(ethnicity, sex, age, score, percentile, nonzero, quartiles) -> None:  # type: ignore[no-untyped-def]
    person = Person(age, sex, ethnicity)
    group = reference_group(person, population(MESA))
    assert group is not None
    assert (group.nonzero_percent, quartiles_of(group)) == (nonzero, quartiles)
    assert mesa_percentile(score, person) == percentile


@pytest.mark.parametrize(("age", "sex", "percentile"), [(60, "female", 64), (45, "male", 75)])
def test_a_score_of_one_has_the_percentile_of_the_first_step(age, sex, percentile) -> None:  # type: ignore[no-untyped-def]
    assert mesa_percentile(1, Person(age, sex, "white")) == percentile


def test_percentile_is_that_of_the_printed_score() -> None:
    """White men of 45: 75 % have no calcium, and percentile 90 begins at 36."""
    group = reference_group(Person(45, "male", "white"), population(MESA))
    assert group is not None
    assert percentile_in(group, 0).least == 0
    assert percentile_in(group, 0.4).least == 75  # printed as "<1": more than all who have none
    assert percentile_in(group, 1).least == 75
    assert percentile_in(group, 35.4).least == 89
    assert percentile_in(group, 35.5).least == 90


@pytest.mark.parametrize(
    ("person", "missing", "text"),
    [
        (Person(60, "male", None), ("ethnicity",), "Not available: ethnicity not known."),
        (Person(60, None, "white"), ("sex",), "Not available: sex not known."),
        (Person(None, "male", "white"), ("age",), "Not available: age not known."),
        (Person(None, None, "white"), ("age", "sex"), "Not available: age, sex not known."),
        (NOBODY, ("age", "sex", "ethnicity"), "Not available: age, sex, ethnicity not known."),
    ],
)
def test_percentile_names_what_is_not_known(person: Person, missing: tuple[str, ...], text: str) -> None:
    finding = mesa(100, person)
    assert finding.percentile is None
    assert finding.reason is not None
    assert finding.reason == remark("interpretation.missing", missing=missing)
    assert english(finding.reason) == text


@pytest.mark.parametrize("age", [44, 85])
def test_percentile_is_not_extrapolated_to_other_ages(age: int) -> None:
    finding = mesa(100, Person(age, "male", "white"))
    assert finding.percentile is None
    assert finding.reason is not None
    assert finding.reason == remark("interpretation.outside_ages", youngest=45, oldest=84, age=age)
    assert english(finding.reason) == f"Not available: the reference covers ages 45 to 84, the patient is {age}."


def test_the_shipped_mesa_table_equals_the_reference_files_row_by_row(real_data: Path) -> None:
    folder = real_data.parent / "scoring" / "mesa"
    if not folder.is_dir():
        pytest.skip("the MESA reference files are not on this machine")
    with (
        (folder / "mesa_cac_reference_45_84.csv").open() as quartiles,
        (folder / "mesa_cac_min_score_for_percentile.csv").open() as ladders,
    ):
        rows = list(zip(csv.DictReader(quartiles), csv.DictReader(ladders), strict=True))
    groups = {(one.group, one.sex, one.youngest): one for one in population(MESA).groups}
    assert len(rows) == len(groups) == 320
    for a, b in rows:
        assert (a["race"], a["sex"], a["age"]) == (b["race"], b["sex"], b["age"])
        group = groups[a["race"], a["sex"], int(a["age"])]
        assert group.oldest == group.youngest
        found = (group.nonzero_percent, *quartiles_of(group), *(least for _, least in group.ladder))
        columns = ("p_nonzero_pct", "p25", "p50", "p75", "p90")
        assert found == (*(int(a[c]) for c in columns), *(int(b[f"t{n}"]) for n in range(1, 100)))


def test_every_ladder_of_the_mesa_table_rises_and_agrees_with_its_quartiles() -> None:
    for group in population(MESA).groups:
        steps, ladder = zip(*group.ladder, strict=True)
        assert steps == tuple(range(1, 100))
        assert list(ladder) == sorted(ladder)
        for percentile, quartile in group.scores:
            assert abs(ladder[percentile - 1] - max(quartile, 1)) <= 1


@pytest.mark.parametrize(
    ("score", "years"),
    [
        (0, 39.1), (1, 44.13), (10, 56.48), (50, 67.61), (100, 72.56), (150, 75.48), (250, 79.16), (400, 82.56),
        (1000, 89.19),
    ],
)  # fmt: skip
def test_arterial_age_uses_the_natural_logarithm(score: float, years: float) -> None:
    assert arterial_age_years(score) == pytest.approx(years, abs=0.005)


def test_arterial_age_is_not_given_to_people_with_diabetes() -> None:
    finding = arterial_age(100, replace(NOBODY, diabetes=True))
    assert finding.value is None
    assert finding.reason == remark("interpretation.diabetes")
    assert english(finding.reason) == "Arterial age is not defined for people with diabetes."
    assert arterial_age(100, NOBODY).value == pytest.approx(72.56, abs=0.005)


def _person(age, sex, ethnicity, tc, hdl, sbp, **yes) -> Person:  # type: ignore[no-untyped-def]
    flags = dict.fromkeys(
        ("diabetes", "smoker", "lipid_medication", "blood_pressure_medication", "family_history"), False
    )
    return Person(
        age, sex, ethnicity, total_cholesterol_mg_dl=tc, hdl_cholesterol_mg_dl=hdl, systolic_mmhg=sbp, **(flags | yes)
    )


ALL_YES = {
    "diabetes": True,
    "smoker": True,
    "lipid_medication": True,
    "blood_pressure_medication": True,
    "family_history": True,
}


@pytest.mark.parametrize(
    ("person", "score", "with_calcium", "without"),
    [
        (_person(70, "male", "hispanic", 190, 50, 130, blood_pressure_medication=True), 0, 3.059, 8.614),
        (_person(60, "male", "white", 200, 50, 120), 100, 7.115, 4.661),
        (_person(65, "male", "white", 210, 45, 140), 400, 13.763, 7.718),
        (_person(55, "female", "black", 220, 50, 145, **ALL_YES), 50, 18.815, 14.095),
        (_person(60, "female", "chinese", 200, 55, 135, blood_pressure_medication=True), 100, 4.440, 2.000),
    ],
)
def test_mesa_risk_equals_the_worked_examples(
    person: Person, score: float, with_calcium: float, without: float
) -> None:
    assert chd_risk_percent(person, score) == pytest.approx(with_calcium, abs=0.0005)
    assert chd_risk_percent(person, None) == pytest.approx(without, abs=0.0005)


def test_mesa_risk_names_what_is_missing() -> None:
    person = replace(_person(60, "male", "white", 200, 50, 120), hdl_cholesterol_mg_dl=None, smoker=None)
    finding = mesa_chd_risk(10, person)
    assert finding.value is None
    assert finding.reason == remark("interpretation.risk_inputs_missing", missing=("smoking", "hdl_cholesterol"))
    assert english(finding.reason) == "Not available: not given: smoking, HDL cholesterol."
    with pytest.raises(ValueError, match="smoking, hdl_cholesterol"):
        chd_risk_percent(person, 10)


def test_everything_that_the_risk_needs_has_an_english_word() -> None:
    reason = mesa_chd_risk(10, NOBODY).reason
    assert reason is not None
    assert english(reason) == (
        "Not available: not given: age, sex, ethnicity, diabetes, smoking, total cholesterol, HDL cholesterol, "
        "lipid medication, systolic blood pressure, blood pressure medication, family history of heart attack."
    )


@pytest.mark.parametrize("age", [44, 86])
def test_mesa_risk_keeps_to_its_ages(age: int) -> None:
    finding = mesa_chd_risk(10, _person(age, "male", "white", 200, 50, 120))
    assert finding.value is None
    assert finding.reason == remark("interpretation.risk_outside_ages", youngest=45, oldest=85, age=age)
    assert english(finding.reason) == f"Not available: the risk score covers ages 45 to 85, the patient is {age}."
