"""The aortic valve: graded by sex at the printed score, with its caveat, in every language; or not, and why."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from layout import faults
from SmartScoreLib.interpretation.interpret import interpret
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.interpretation.valve import aortic_valve
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.read import refuse_without_result
from SmartScoreLib.reading.results import score_csv, score_json
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.reports.dictation.report_text import report_text
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.language import language_codes
from SmartScoreLib.reports.language.languages import words
from SmartScoreLib.reports.pages import patient_pages, physician_pages
from SmartScoreLib.reports.physician.physician import physician_drawings
from SmartScoreLib.reports.physician.valve import valve_blocks
from valve_edges import EDGES

MakeReading = Callable[..., Reading]
VALVE = ("AV", 12, 90, 150, 3, 6, 450)
CONTRAST = remark("series.contrast", attribute="Contrast/Bolus Agent (0018,0010)", agent="Iomeprol")


def with_valve_of(reading: Reading, score: float, person: Person) -> Reading:
    """The reading with another score of the valve, for another person."""
    rows = tuple(replace(row, agatston=score) if row.key == "AV" else row for row in reading.sheet.territories)
    sheet = replace(reading.sheet, territories=rows)
    return replace(reading, sheet=sheet, interpretation=interpret(sheet, person))


def lines(drawings: list[Drawing]) -> str:
    return " ".join(text.text for drawing in drawings for text in drawing.texts).replace("\u00a0", " ")


WORDS = {
    "en": (
        "Severe aortic stenosis unlikely",
        "Severe aortic stenosis: not decided",
        "Severe aortic stenosis likely",
        "Severe aortic stenosis very likely",
    ),
    "de": (
        "Hochgradige Aortenstenose unwahrscheinlich",
        "Hochgradige Aortenstenose: nicht entschieden",
        "Hochgradige Aortenstenose wahrscheinlich",
        "Hochgradige Aortenstenose sehr wahrscheinlich",
    ),
    "fr": (
        "Sténose aortique sévère improbable",
        "Sténose aortique sévère : non tranché",
        "Sténose aortique sévère probable",
        "Sténose aortique sévère très probable",
    ),
    "es": (
        "Estenosis aórtica grave improbable",
        "Estenosis aórtica grave: sin decidir",
        "Estenosis aórtica grave probable",
        "Estenosis aórtica grave muy probable",
    ),
    "pt": (
        "Estenose aórtica grave improvável",
        "Estenose aórtica grave: não definida",
        "Estenose aórtica grave provável",
        "Estenose aórtica grave muito provável",
    ),
}


_MADE: list[Reading] = []


def made(make_reading: MakeReading) -> Reading:
    """A reading with calcium of the valve alone, made once."""
    if not _MADE:
        _MADE.append(make_reading((VALVE,)))
    return _MADE[0]


@pytest.mark.parametrize("language", language_codes())
@pytest.mark.parametrize(("sex", "score", "grade"), [edge for edge in EDGES if edge[1] > 1])
def test_the_section_of_the_page_and_the_text_say_the_grade_at_each_bound_in_every_language(
    make_reading: MakeReading, language: str, sex: str, score: float, grade: str
) -> None:
    reading = with_valve_of(made(make_reading), score, Person(70, sex))  # type: ignore[arg-type]
    said = WORDS[language][("unlikely", "not_decided", "likely", "very_likely").index(grade)]
    table, section = words(language), Drawing(512, 512)
    for block in valve_blocks(reading, table, 480):
        block.draw(section, 0, 0)
    page = lines([section])
    assert [one for one in WORDS[language] if one in page] == [said]
    assert table("valve_low_flow").replace("\u00a0", " ") in page
    text = report_text(reading, language).plain.replace("\u00a0", " ")
    assert f". {said}. {table('valve_low_flow')}".replace("\u00a0", " ") in text


@pytest.mark.parametrize("language", language_codes())
def test_the_page_holds_the_section(make_reading: MakeReading, language: str) -> None:
    reading = with_valve_of(made(make_reading), 2500.0, Person(70, "male"))
    page = lines(physician_drawings(reading, words(language)))
    assert [one for one in WORDS[language] if one in page] == [WORDS[language][2]]


@pytest.mark.parametrize(
    ("change", "person", "code"),
    [
        ({}, Person(70), "interpretation.valve_sex"),
        ({"mode": "chest"}, Person(70, "male"), "interpretation.valve_ungated"),
        ({"remarks": (CONTRAST,)}, Person(70, "male"), "interpretation.invalid"),
        ({"reviewed": False}, Person(70, "male"), "interpretation.unreviewed"),
    ],
)
def test_without_a_sex_and_where_the_score_is_of_no_gated_valid_read_scan_there_is_no_grade(
    make_reading: MakeReading, change: dict[str, object], person: Person, code: str
) -> None:
    found = aortic_valve(make_reading((VALVE,), **change).sheet, person)
    assert found is not None
    assert (found.grade, found.bounds) == (None, None)
    assert found.reason is not None
    assert found.reason.code == code


@pytest.mark.parametrize("language", language_codes())
def test_the_page_says_why_there_is_no_grade(make_reading: MakeReading, language: str) -> None:
    table = words(language)
    page = lines(physician_drawings(make_reading((VALVE,), person=Person(70)), table))
    assert table.remarks.get("interpretation.valve_sex", "the bounds differ by sex").replace("\u00a0", " ") in page
    assert not any(said in page for said in WORDS[language])


def test_mitral_valve_and_aorta_stay_numbers(make_reading: MakeReading) -> None:
    reading = make_reading((("MV", *VALVE[1:]), ("AORTA", 12, 120, 150, 3, 6, 450)))
    assert aortic_valve(reading.sheet, reading.interpretation.person) is None
    assert words("en")("valve_title") not in lines(physician_drawings(reading, words("en")))
    assert score_json(reading)["aortic_valve"] is None


@pytest.mark.parametrize(("spacing", "thin"), [(2.49, True), (2.5, False), (3.0, False)])
def test_thin_slices_limit_the_score_of_a_valve(
    make_reading: MakeReading, axial_geometry: Callable[..., object], spacing: float, thin: bool
) -> None:
    geometry = replace(axial_geometry(), spacing_mm=(spacing, *axial_geometry().spacing_mm[1:]))  # type: ignore[attr-defined,type-var]
    codes = {one.code for one in make_reading((VALVE,), geometry=geometry).sheet.remarks}
    assert ("scoring.valve_thin" in codes) is thin
    codes = {one.code for one in make_reading((("MV", *VALVE[1:]),), geometry=geometry).sheet.remarks}
    assert "scoring.valve_thin" not in codes


def test_json_and_csv_hold_grade_bounds_caveat_and_source(make_reading: MakeReading) -> None:
    reading = with_valve_of(make_reading((VALVE,)), 1250.25, Person(70, "female"))
    found = score_json(reading)["aortic_valve"]
    assert (found["agatston"], found["severe_stenosis"], found["reason"]) == (1250.25, "likely", None)
    assert found["bounds"] == {"unlikely_below": 800, "likely_from": 1200, "very_likely_from": 1600}
    assert "low flow" in found["caveat"]
    assert "Eur Heart J 43:561" in found["source"]
    assert ",likely," in score_csv(reading).splitlines()[1]
    unknown = score_json(with_valve_of(reading, 1250.25, Person(70)))["aortic_valve"]
    assert (unknown["severe_stenosis"], unknown["bounds"]) == (None, None)
    assert "sex is not known" in unknown["reason"]


def test_a_valve_alone_is_a_report_of_its_own_and_says_nothing_of_coronary_arteries(make_reading: MakeReading) -> None:
    alone = make_reading((VALVE,), zero_confirmed=False, mode="valve")
    refuse_without_result(alone)
    assert patient_pages(alone) == []
    for language in language_codes():
        table = words(language)
        drawings = physician_drawings(alone, table)
        shown = [text.text for text in drawings[0].texts]
        assert table("valve_report_title") in shown
        assert table("agatston_score") not in shown
        assert all(faults(page) == [] for page in drawings)
    nothing = make_reading((), zero_confirmed=False, mode="valve")
    with pytest.raises(InputRefused) as refused:
        refuse_without_result(nothing)
    assert [one.code for one in refused.value.remarks] == ["reading.valve_not_read"]
    with pytest.raises(InputRefused):
        refuse_without_result(make_reading((VALVE,), zero_confirmed=False))


def test_with_coronary_calcium_a_valve_reading_has_both(
    make_reading: MakeReading, lesion_sets: dict[str, tuple]
) -> None:  # type: ignore[type-arg]
    both = make_reading((*lesion_sets["FEW"], ("AV", 12, 120, 120, 3, 6, 450)), mode="valve")
    assert len(patient_pages(both)) == 2
    assert len(physician_pages(both)) > 2
    page = lines(physician_drawings(both, words("en")))
    assert words("en")("agatston_score") in page
    assert words("en")("valve_title") in page
