"""What the pages say of classification, populations, what is named, quotations and risk."""

from collections.abc import Callable

import pytest

from SmartScoreLib.interpretation.choices import InterpretationChoices
from SmartScoreLib.interpretation.classifications.table import CLASSIFICATIONS
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.interpretation.populations.table import HOFF, MESA, population
from SmartScoreLib.interpretation.populations.table_file import population_of
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.language import language_codes
from SmartScoreLib.reports.language.languages import words
from SmartScoreLib.reports.patient.patient import patient_drawings
from SmartScoreLib.reports.physician.physician import physician_drawings

MakeReading = Callable[..., Reading]
BOTH = InterpretationChoices(populations=(population(MESA), population(HOFF)))


def page(drawings: list[Drawing]) -> str:
    return " ".join(text.text for drawing in drawings for text in drawing.texts).replace("\u00a0", " ")


def test_two_populations_stand_side_by_side_with_people_years_and_scanner(make_reading: MakeReading) -> None:
    """White women of 67 and a score of 385: MESA 92; Hoff, 65 to 69: 145 at the 75th percentile, 410 at the 90th."""
    said = page(physician_drawings(make_reading(choices=BOTH), words("en"))[:1])
    assert "Percentile (MESA 2006): 92 White women, ages 45-84" in said
    assert "6,110 people, 2000-2002, EBCT, MDCT" in said
    assert "Percentile (Hoff 2001): 75-90 Women, age 65-69 35,246 people, 1993-1999, EBCT" in said
    every = page(physician_drawings(make_reading(choices=BOTH), words("en")))
    for name in ("MESA 2006", "Hoff 2001"):
        assert f"At or above the 75th percentile of {name}." in every
    assert "Percentile 92 (MESA 2006). Percentile 75-90 (Hoff 2001)." in every
    assert "Percentile (Hoff 2001): Hoff et al. 2001, Am J Cardiol 87:1335 (35,246 people, 1993-1999, EBCT)" in every


@pytest.mark.parametrize("language", language_codes())
def test_without_an_ethnicity_a_population_by_age_and_sex_is_compared_with(
    make_reading: MakeReading, language: str
) -> None:
    table, person = words(language), Person(67, "female")
    reading = make_reading(person=person, choices=BOTH)
    physician = page(physician_drawings(reading, table)[:1])
    assert table("percentile", population="Hoff 2001", value="75-90").replace("\u00a0", " ") in physician
    assert table("percentile_title", population="MESA 2006") in physician
    patient = page(patient_drawings(reading, table)[:1])
    assert table("patient_compare_least", percentile=75).replace("\u00a0", " ") in patient
    assert "Hoff 2001" in patient
    assert table("patient_no_compare") not in patient


@pytest.mark.parametrize(
    ("lesions", "score", "person", "sentence"),
    [
        ((), None, Person(52, "female"), "at least 50 of 100 people have a score of zero, like you."),
        ((), None, Person(68, "male"), "Your score is among the lowest of those in the comparison group."),
        (None, 20.0, Person(68, "male"), "Your score is among the lowest of those in the comparison group."),
        (None, 40.0, Person(68, "male"), "higher than that of at least 25 of 100 people"),
        (None, 1299.0, Person(68, "male"), "higher than that of at least 90 of 100 people"),
    ],
)
def test_patients_are_told_no_more_than_a_table_of_four_percentiles_knows(
    make_reading: MakeReading, lesions: tuple[()] | None, score: float | None, person: Person, sentence: str
) -> None:
    """Hoff 2001, men of 65 to 69: 32, 180, 566, 1299; women of 50 to 54: 0, 0, 5, 55."""
    hoff = InterpretationChoices(populations=(population(HOFF),))
    given = {"person": person, "choices": hoff, "agatston": score}
    reading = make_reading(**given) if lesions is None else make_reading(lesions, **given)
    assert sentence in page(patient_drawings(reading, words("en"))[:1])


def test_a_site_s_own_table_is_named_on_both_pages(make_reading: MakeReading) -> None:
    own = population_of(
        "# name: Our cohort\n# source: Quality report 2025\n# people: 2314\nsex,age_from,age_to,p50\nfemale,60,69,3\n",
        "own.csv",
    )
    reading = make_reading(choices=InterpretationChoices(populations=(own,)))
    assert "Percentile (Our cohort): ≥50 Women, ages 60-69" in page(physician_drawings(reading, words("en"))[:1])
    patient = page(patient_drawings(reading, words("en"))[:1])
    assert 'Comparison group: Women aged 60-69, from the table "Our cohort".' in patient
    assert "heart disease" not in patient  # who was in it is not known


@pytest.mark.parametrize(("score", "quoted"), [(999.4, False), (999.5, True), (1000.0, True)])
@pytest.mark.parametrize("language", language_codes())
def test_guidelines_are_quoted_only_where_a_site_wants_it_and_the_score_is_the_one_they_speak_of(
    make_reading: MakeReading, language: str, score: float, quoted: bool
) -> None:
    table = words(language)
    with_quotes = make_reading(agatston=score, choices=InterpretationChoices(quotes=True))
    said = page(physician_drawings(with_quotes, table))
    assert (table("quotes_title") in said) is quoted
    assert ("a goal of LDL-C <55 mg/dL (1.4 mmol/L)" in said) is quoted
    assert ("section 4.2.7, recommendation 1 (class 1, level B-NR)" in said) is quoted
    plain = page([*physician_drawings(make_reading(agatston=score), table), *patient_drawings(with_quotes, table)])
    assert table("quotes_title") not in plain
    assert "LDL-C" not in plain


def test_a_score_that_is_not_valid_is_not_quoted_for(make_reading: MakeReading) -> None:
    reading = make_reading(agatston=2000.0, reviewed=False, choices=InterpretationChoices(quotes=True))
    assert "LDL-C" not in page(physician_drawings(reading, words("en")))


KNOWN = {
    "diabetes": False, "smoker": True, "total_cholesterol_mg_dl": 200.0, "hdl_cholesterol_mg_dl": 50.0,
    "lipid_medication": True, "systolic_mmhg": 130.0, "blood_pressure_medication": False, "family_history": True,
}  # fmt: skip


@pytest.mark.parametrize("language", language_codes())
def test_both_risks_stand_beside_each_other_each_with_its_inputs(make_reading: MakeReading, language: str) -> None:
    table = words(language)
    person = Person(67, "female", "white", **KNOWN, statin=True, egfr_ml_min=85.0)
    reading = make_reading(person=person)
    found = reading.interpretation
    said = page(physician_drawings(reading, table))
    chd, ascvd, cvd = (
        table.number(one.value, 1) for one in (found.mesa_chd_risk, found.prevent_ascvd, found.prevent_cvd)
    )
    assert table("chd_risk", percent=chd, inputs="#").split("#")[0].replace("\u00a0", " ") in said
    prevent = table("prevent_risk", ascvd=ascvd, cvd=cvd, inputs="#").split("#")[0].replace("\u00a0", " ")
    assert prevent in said
    after = said[said.index(prevent) :]
    assert after.index(table.word("statin")) < after.index("mL/min/1.73 m²")
    assert table.word("family_history") in said[: said.index(prevent)]
    assert "Khan et al. 2024" in said
    alone = page(physician_drawings(make_reading(person=Person(67, "female", "white", **KNOWN)), table))
    assert "PREVENT" not in alone


@pytest.mark.parametrize("key", CLASSIFICATIONS)
def test_every_page_that_has_a_word_for_the_amount_says_whose_it_is(make_reading: MakeReading, key: str) -> None:
    reading = make_reading(choices=InterpretationChoices(CLASSIFICATIONS[key]))
    name = CLASSIFICATIONS[key].name
    assert f"by {name}" in page(physician_drawings(reading, words("en"))[:1])
    assert f"Groups by {name}." in page(patient_drawings(reading, words("en"))[:1])
