"""Every bound and every coefficient of the interpretation, by the published tables."""

import math
from dataclasses import replace

import pytest

from SmartScoreLib.interpretation import sources
from SmartScoreLib.interpretation.arterial_age import arterial_age, arterial_age_years
from SmartScoreLib.interpretation.categories import cac_drs
from SmartScoreLib.interpretation.choices import InterpretationChoices
from SmartScoreLib.interpretation.classifications.table import CAC_DRS_2018, RUMBERGER_1999
from SmartScoreLib.interpretation.interpret import interpret
from SmartScoreLib.interpretation.model import MISSING_KEYS, Interpretation, Person, missing
from SmartScoreLib.interpretation.populations.table import HOFF, MESA, population
from SmartScoreLib.interpretation.risk.chd_risk import INPUTS, chd_risk_percent, mesa_chd_risk
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.errors import WrongUsage
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.scoring.model import ScoreSheet, TerritoryScore, TotalScore
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
    assert cac_drs(score, None) == category


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


@pytest.mark.parametrize("field", INPUTS)
def test_each_input_of_the_risk_is_missed_by_its_own_key(field: str) -> None:
    person = replace(NOTHING, **{field: None})  # type: ignore[arg-type]
    key = MISSING_KEYS[field]
    assert missing(person, *INPUTS) == (key,)
    finding = mesa_chd_risk(10, person)
    assert finding.value is None
    assert finding.reason == remark("interpretation.risk_inputs_missing", missing=(key,))


def _sheet(agatston: float, *, reviewed: bool = True, left_main: float = 0.0) -> ScoreSheet:
    total = TotalScore(agatston, 0.0, None, 1, 2, None, None)
    rows = (TerritoryScore("LM", left_main, 0.0, None, 1, True),)
    return ScoreSheet(DEFAULT_PROTOCOL, rows, total, (), reviewed=reviewed)


def _codes(found: Interpretation) -> list[str]:
    return [one.code.removeprefix("interpretation.") for one in found.remarks]


def test_the_total_of_a_reader_is_interpreted_with_every_source() -> None:
    found = interpret(_sheet(100.0), replace(NOTHING, age_years=72, sex="male"))
    assert found.grade is not None
    assert (found.cac_drs, found.grade.key) == ("A2/N2", "moderate")
    assert found.arterial_age.value == pytest.approx(72.56, abs=0.005)
    assert found.comparison.percentile is not None
    assert found.mesa_chd_risk.value is not None
    assert [found.arterial_age.reason, found.comparison.reason, found.mesa_chd_risk.reason] == [None] * 3
    assert found.comparison.group is not None
    assert found.comparison.group.ages == "72"
    assert [source.partition(":")[0] for source in found.sources] == [
        "CAC-DRS", "ACC/AHA 2026", "Percentile MESA 2006 (6110 people, 2000-2002, EBCT, MDCT)", "Arterial age",
        "MESA 10-year CHD risk", "PREVENT 10-year risk",
    ]  # fmt: skip


def test_a_site_chooses_the_words_and_the_populations() -> None:
    person = replace(NOTHING, age_years=72, sex="male")
    choices = InterpretationChoices(RUMBERGER_1999, (population(HOFF), population(MESA)))
    found = interpret(_sheet(100.0), person, choices)
    assert found.grade is not None
    assert (found.cac_drs, found.grade.key) == ("A2/N2", "mild")
    assert [one.population.key for one in found.comparisons] == [HOFF, MESA]
    assert [one.percentile and one.percentile.text for one in found.comparisons] == ["25-50", "39"]
    assert found.comparison.population.key == HOFF
    assert found.sources[1].startswith("Rumberger 1999: Rumberger et al. 1999")
    drs = interpret(_sheet(100.0), person, InterpretationChoices(CAC_DRS_2018))
    assert drs.grade is not None
    assert drs.grade.key == "A2"
    assert [source for source in drs.sources if "Hecht" in source] == [sources.CAC_DRS]  # once


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_a_score_is_compared_with_one_population_or_two(count: int) -> None:
    chosen = (population(MESA), population(HOFF), population(MESA))[:count]
    if count in (1, 2):
        assert InterpretationChoices(populations=chosen).populations == chosen
    else:
        with pytest.raises(WrongUsage, match=f"not with {count}"):
            InterpretationChoices(populations=chosen)


def test_the_comparison_is_with_the_first_population_that_has_the_person() -> None:
    choices = InterpretationChoices(populations=(population(MESA), population(HOFF)))
    assert interpret(_sheet(100.0), Person(40, "male", "white"), choices).comparison.population.key == HOFF
    assert interpret(_sheet(100.0), Person(50, "male", "white"), choices).comparison.population.key == MESA
    assert interpret(_sheet(100.0), Person(20, "male", "white"), choices).comparison.population.key == MESA


# White men of 50: percentile 74 begins at 20, 75 at 22. White men of 45: percentile 95 begins at 91.
@pytest.mark.parametrize(
    ("age", "score", "percentile", "told"),
    [
        (50, 21.0, 74, []),
        (50, 22.0, 75, ["high_percentile", "low_score_high_percentile"]),
        (45, 99.4, 95, ["high_percentile", "low_score_high_percentile"]),
        (45, 99.5, 95, ["high_percentile"]),  # printed as 100
        (45, 0.4, 75, ["high_percentile", "low_score_high_percentile"]),  # "<1" is more than 75 % of them have
        (45, 0.0, 0, []),
    ],
)
def test_a_percentile_from_75_is_named_and_explained_where_the_score_is_below_100(
    age: int, score: float, percentile: int, told: list[str]
) -> None:
    found = interpret(_sheet(score), replace(NOTHING, age_years=age, sex="male"))
    assert found.comparison.percentile is not None
    assert found.comparison.percentile.least == percentile
    assert _codes(found) == told
    if told:
        assert found.remarks[0].values == {"percentile": 75, "population": "MESA 2006"}


@pytest.mark.parametrize(("score", "named"), [(999.499, False), (999.5, True), (1000.0, True), (5000.0, True)])
def test_a_score_from_1000_is_named_in_every_classification(score: float, named: bool) -> None:
    for chosen in (RUMBERGER_1999, CAC_DRS_2018, InterpretationChoices().classification):
        found = interpret(_sheet(score), Person(), InterpretationChoices(chosen))
        assert _codes(found) == (["very_high_score"] if named else [])


@pytest.mark.parametrize(("left_main", "named"), [(0.0, False), (0.1, True), (50.0, True)])
def test_calcium_of_the_left_main_artery_is_named(left_main: float, named: bool) -> None:
    found = interpret(_sheet(50.0, left_main=left_main), Person())
    assert _codes(found) == (["left_main"] if named else [])


def test_nothing_is_named_of_a_score_that_is_withheld() -> None:
    assert interpret(_sheet(5000.0, reviewed=False, left_main=50.0), Person()).remarks == ()


def test_people_with_diabetes_are_not_among_those_of_mesa() -> None:
    person = Person(72, "male", "white", diabetes=True)
    both = InterpretationChoices(populations=(population(MESA), population(HOFF)))
    said = [one for one in interpret(_sheet(10.0), person, both).remarks if one.code.endswith("diabetes")]
    assert said == [remark("interpretation.percentile_diabetes", population="MESA 2006")]


def _unscored(territory: str) -> Remark:
    return remark("scoring.unscored", territory=territory, threshold_hu=130.0, minimum_area_mm2=1.0)


@pytest.mark.parametrize(
    ("remarks", "why"),
    [
        ((), "not_read"),
        ((remark("scoring.isotropic"),), "not_read"),
        ((_unscored("AORTA"),), "not_read"),
        ((_unscored("LAD"),), "nothing_counts"),
        ((_unscored("AORTA"), _unscored("LAD")), "nothing_counts"),
    ],
)
def test_why_nothing_was_read_is_told_from_marks_that_count_nothing(remarks: tuple[Remark, ...], why: str) -> None:
    total = TotalScore(0.0, 0.0, None, 0, 0, None, None)
    found = interpret(ScoreSheet(DEFAULT_PROTOCOL, (), total, (), remarks=remarks), Person(60, "male", "white"))
    assert found.withheld == remark(f"interpretation.{why}")


def test_a_score_that_does_not_hold_is_not_interpreted() -> None:
    sheet = _sheet(100.0)
    person = replace(NOTHING, age_years=72, sex="male")
    invalid = interpret(
        replace(sheet, remarks=(remark("series.projection", attribute="Image Type (0008,0008)"),)), person
    )
    limited = interpret(
        replace(sheet, remarks=(remark("scoring.threshold", threshold_hu=100, standard_hu=130),)), person
    )

    assert invalid.withheld == remark("interpretation.invalid")
    assert (invalid.cac_drs, invalid.grade, invalid.arterial_age.value) == (None, None, None)
    assert limited.withheld is None
    assert limited.cac_drs == "A2/N2"


def test_marks_that_no_reader_has_confirmed_have_no_comparison() -> None:
    choices = InterpretationChoices(populations=(population(MESA), population(HOFF)))
    found = interpret(_sheet(100.0, reviewed=False), replace(NOTHING, age_years=72, sex="male"), choices)
    for finding, source in (
        (found.arterial_age, sources.ARTERIAL_AGE),
        (found.mesa_chd_risk, sources.MESA_CHD_RISK),
        (found.prevent_ascvd, sources.PREVENT),
        (found.prevent_cvd, sources.PREVENT),
    ):
        assert (finding.value, finding.source) == (None, source)
        assert finding.reason == remark("interpretation.unreviewed")
        assert english(finding.reason) == "Not available: no reader has confirmed the marks."
    assert [(one.percentile, one.group, one.reason) for one in found.comparisons] == [
        (None, None, remark("interpretation.unreviewed"))
    ] * 2
