"""Remarks on the pages: in the language of the page, the gravest first, and nothing in English on any other page."""

from collections.abc import Callable
from dataclasses import replace
from string import Formatter

import pytest

from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.remarks.catalog import every_row, remark, row
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.model import Remark, Severity, Value, Where, by_severity
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.language import language_codes
from SmartScoreLib.reports.language.languages import remark_text, words
from SmartScoreLib.reports.patient.patient import patient_drawings
from SmartScoreLib.reports.physician.physician import physician_drawings
from SmartScoreLib.reports.slices.screen_saves import screen_drawing

MakeReading = Callable[..., Reading]
OTHERS = language_codes()[1:]
# What is said after a page was drawn, or where there is none, is on no page; a cohort has tables and no pages.
BEHIND_THE_PAGES = {"reports", "dicomwriting", "database", "exports", "cli", "desktop", "cohort"}
PAGE_OF_ITS_OWN = "comparison.agreement_"  # whose languages its own tests hold
IN_THE_PANEL_ONLY = {"scene.zero_cleared", "scene.counts", "scene.counts_nothing"}
SAID_OF_A_READING = {"reviewed", "unreviewed", "bones", "zero_candidates", "zero_candidates_anywhere", "origin"}
# Verdicts on what is proposed: there is no report before a reader has confirmed it.
PROPOSED = {
    code for code in every_row() if code.startswith("proposal.") and code.partition(".")[2] not in SAID_OF_A_READING
}
ON_PAGES = sorted(
    code
    for code, kind in every_row().items()
    if kind.severity > Severity.REFUSAL
    and code.partition(".")[0] not in BEHIND_THE_PAGES
    and not code.startswith(PAGE_OF_ITS_OWN)
    and code not in IN_THE_PANEL_ONLY | PROPOSED
)
KVP = remark("series.kvp", attribute="KVP (0018,0060)", kvp=(80.0, 100.0))
SPACING = remark("series.spacing", spacing_mm=4.5)
ISOTROPIC = remark("scoring.isotropic")
CONTRAST = remark("series.contrast", attribute="Contrast/Bolus Agent (0018,0010)", agent="Iomeprol")


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def dates(text: str) -> set[str]:
    return {name for _, name, form, _ in Formatter().parse(text) if name and form == "date"}


def made_up(code: str) -> Remark:
    """A remark with a value for each name, of the type that its text shows."""
    values: dict[str, Value] = {}
    for _, name, form, _ in Formatter().parse(row(code).text):
        if name:
            known: dict[str, Value] = {"missing": ("age", "smoking"), "territory": "LAD", "where": Where("a.dcm", 3)}
            number = bool(form) and (form[-1] in "fg" or "|" in form)
            listed = (f"X{len(values)}X",) if form == ";" else None
            values[name] = 7.5 if number else known.get(name, listed or f"X{len(values)}X")
    return remark(code, **values)


def lines(drawings: list[Drawing]) -> str:
    """All text of the pages as one line, however it was wrapped."""
    return " ".join(text.text for drawing in drawings for text in drawing.texts)


@pytest.mark.parametrize("language", OTHERS)
def test_every_remark_that_can_stand_on_a_page_has_a_text(language: str) -> None:
    assert [code for code in ON_PAGES if code not in words(language).remarks] == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_takes_the_values_of_its_row(language: str) -> None:
    texts = words(language).remarks
    assert set(texts) <= set(every_row())
    assert {code for code, text in texts.items() if names(text) != row(code).names} == set()
    assert {code for code, text in texts.items() if dates(text) != dates(row(code).text)} == set()


@pytest.mark.parametrize(
    ("language", "measured", "until"),
    [
        ("en", "Feb 8, 2026", "Nov 26, 2026"),
        ("de", "08.02.2026", "26.11.2026"),
        ("fr", "08/02/2026", "26/11/2026"),
        ("es", "08/02/2026", "26/11/2026"),
        ("pt", "08/02/2026", "26/11/2026"),
    ],
)
def test_a_remark_on_a_page_writes_dates_as_the_page_does(language: str, measured: str, until: str) -> None:
    stored = remark(
        "quality.origin_stored", scanner="CT 1", kvp=120.0, measured_on="2026-02-08", expires_on="2026-11-26"
    )
    said = remark_text(stored, words(language))
    assert said.endswith(f" {until}")
    assert f" {measured}, " in said
    assert "measured on 2026-02-08, valid until 2026-11-26" in english(stored)


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_is_a_translation(language: str) -> None:
    same = {code for code, text in words(language).remarks.items() if text == row(code).text}
    assert all(len("".join(part for part, *_ in Formatter().parse(row(code).text))) < 16 for code in same), same


def test_english_pages_have_no_texts_of_their_own() -> None:
    assert words("en").remarks == {}
    assert remark_text(SPACING, words("en")) == "Slices are 4.5 mm apart; scores are comparable for 2.5 to 3 mm."


@pytest.fixture
def with_every_remark(make_reading: MakeReading) -> Reading:
    """Everything that can be said, at once: on the sheet, as the source of the rules, and as origin of the marks."""
    reading = make_reading(person=Person(diabetes=True))
    sheet = replace(reading.sheet, remarks=by_severity(made_up(code) for code in ON_PAGES))
    return replace(reading, sheet=sheet)


@pytest.mark.parametrize("language", OTHERS)
def test_a_page_with_every_remark_holds_no_english(with_every_remark: Reading, language: str) -> None:
    table = words(language)
    drawings = [
        *physician_drawings(with_every_remark, table),
        *patient_drawings(with_every_remark, table),
        screen_drawing(with_every_remark, range(12, 13), table),
    ]
    page = lines(drawings)
    for code in ON_PAGES:
        assert remark_text(made_up(code), table).replace("\u00a0", " ") in page.replace("\u00a0", " "), code
    english = {part for kind in every_row().values() for part, *_ in Formatter().parse(kind.text)}
    assert [part for part in english if len(part.strip()) > 15 and part.strip() in page] == []


@pytest.mark.parametrize(
    ("said", "german"),
    [
        (KVP, "KVP (0018,0060) ist 80, 100; die Schwelle von 130 HU und die Dichtegewichte gelten für 120 kVp."),
        (SPACING, "Der Schichtabstand ist 4,5 mm; vergleichbar sind Scores bei 2,5 bis 3 mm."),
        (
            CONTRAST,
            'Kontrastmittel "Iomeprol" wurde verabreicht (Contrast/Bolus Agent (0018,0010)); kontrastiertes Blut zählt '
            "als Kalk, solche Scores sind nicht gültig.",
        ),
        (
            remark("scoring.unscored", territory="AV", threshold_hu=130.0, minimum_area_mm2=0.5),
            "Die Markierungen von Aortenklappe enthalten nichts, was zählt (Schwelle 130 HU, Mindestfläche 0,5 mm²).",
        ),
        (
            remark("interpretation.missing", missing=("age", "sex")),
            "Nicht verfügbar; nicht bekannt: Alter, Geschlecht.",
        ),
    ],
)
def test_values_are_kept_and_written_as_the_language_does(said: Remark, german: str) -> None:
    assert remark_text(said, words("de")) == german


@pytest.mark.parametrize(
    ("others", "every", "place"), [(0, False, " in a.dcm"), (3, False, " in a.dcm und 3 weiteren"), (3, True, "allen")]
)
def test_the_place_of_a_fault_is_said_in_the_language(others: int, every: bool, place: str) -> None:
    assert place in words("de").where("a.dcm", others, every)


def test_the_gravest_remark_stands_on_the_first_page(make_reading: MakeReading) -> None:
    page = lines(physician_drawings(make_reading(remarks=(ISOTROPIC, KVP, CONTRAST)), words("en"))[:1])
    assert "Not valid: Contrast agent" in page
    assert "such scores are not valid." in page  # in full
    assert page.index("Not valid: Contrast agent") < page.index("Limited: KVP") < page.index("1 more under Warnings.")
    page = lines(physician_drawings(make_reading(remarks=(ISOTROPIC, SPACING)), words("en"))[:1])
    assert "Limited: Slices are 4.5 mm apart" in page


@pytest.mark.parametrize("language", language_codes())
def test_a_first_page_without_room_for_what_limits_a_score_counts_it(make_reading: MakeReading, language: str) -> None:
    """What differs from DICOM takes lines of its own."""
    table = words(language)
    person = Person(50, "male", "black", smoker=True)
    for long in (
        {},
        {"name": "Wolfeschlegelsteinhausen^Maximiliana Alexandra Wilhelmina Theodora", "patient_id": "X" * 64},
    ):
        drawings = physician_drawings(
            make_reading(person=person, remarks=(ISOTROPIC, KVP, SPACING), patient=long), table
        )
        first = lines(drawings[:1]).replace("\u00a0", " ")
        limited = table("notice_limits", text="").replace("\u00a0", " ").strip()
        assert limited in first or table("notice_count", number=3).replace("\u00a0", " ") in first


def test_everything_that_makes_a_score_invalid_stands_on_the_first_page_in_full(make_reading: MakeReading) -> None:
    projection = remark("series.projection", attribute="Image Type (0008,0008)")
    reading = make_reading(remarks=(CONTRAST, KVP, projection, SPACING))
    for language in language_codes():
        page = lines(physician_drawings(reading, words(language))[:1])
        for said in (CONTRAST, projection):
            assert remark_text(said, words(language)) in page
        assert words(language)("score_invalid") in page


def test_what_makes_a_score_invalid_stands_before_marks_that_nobody_confirmed(make_reading: MakeReading) -> None:
    page = lines(physician_drawings(make_reading(remarks=(CONTRAST,), reviewed=False), words("en"))[:1])
    assert page.index("such scores are not valid") < page.index("no reader has confirmed them")
    page = lines(physician_drawings(make_reading(remarks=(KVP,), reviewed=False), words("en"))[:1])
    assert page.index("no reader has confirmed them") < page.index("Limited: KVP")


def test_a_remark_of_series_and_sheet_is_printed_once(make_reading: MakeReading) -> None:
    details = lines(physician_drawings(make_reading(remarks=(SPACING,)), words("en"))[1:])
    assert details.count("Slices are 4.5 mm apart") == 1


@pytest.mark.parametrize(
    ("language", "rules", "origin", "reference"),
    [
        (
            "en",
            "Agatston 1990 as practised",
            "clicks of reading.json",
            "ACC/AHA 2026: ACC/AHA guideline",
        ),
        (
            "de",
            "Agatston 1990, wie heute üblich",
            "Klicks aus reading.json",
            "ACC/AHA 2026: ACC/AHA guideline",
        ),
        (
            "fr",
            "Agatston 1990 tel que pratiqué",
            "clics de reading.json",
            "ACC/AHA 2026\u00a0: ACC/AHA guideline",
        ),
        (
            "es",
            "Agatston 1990 tal como se practica",
            "clics de reading.json",
            "ACC/AHA 2026: ACC/AHA guideline",
        ),
        (
            "pt",
            "Agatston 1990 como praticado",
            "cliques de reading.json",
            "ACC/AHA 2026: ACC/AHA guideline",
        ),
    ],
)
def test_rules_marks_and_references_are_said_in_the_language(
    make_reading: MakeReading, language: str, rules: str, origin: str, reference: str
) -> None:
    page = lines(physician_drawings(make_reading(), words(language)))
    for part in (f"SmartScore AJ-130. {rules}", origin, reference):
        assert part in page


@pytest.mark.parametrize(
    ("person", "physician", "patient"),
    [
        (
            Person(60, "female"),
            "Nicht verfügbar; nicht bekannt: ethnische Gruppe.",
            "Nicht bekannt ist hier: ethnische",
        ),
        (Person(90, "female", "white"), "gilt für 45 bis 84 Jahre; Alter hier: 90.", "hat Zahlen für 45 bis 84 Jahre."),
        (Person(60, "female", "white", diabetes=True), "Das arterielle Alter ist bei Diabetes nicht definiert.", ""),
    ],
)
def test_why_a_number_is_absent_is_said_in_the_language(
    make_reading: MakeReading, person: Person, physician: str, patient: str
) -> None:
    reading = make_reading(person=person)
    assert physician in lines(physician_drawings(reading, words("de")))
    assert patient in lines(patient_drawings(reading, words("de")))
