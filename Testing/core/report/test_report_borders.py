"""A number and what is said of it agree at every border of a class: on the pages, in JSON and CSV, in the table.

CAC-DRS (Hecht 2018): A0 is 0, A1 1 to 99, A2 100 to 299, A3 from 300. Words of ACC/AHA 2026: 0, 1 to 99, 100 to 299,
300 to 999, from 1000. Rumberger 1999: 0, 1 to 10, 11 to 100, 101 to 400, above 400. What is printed decides, and what
is more than 0 is printed as "<1".
"""

import csv
import io
from collections.abc import Callable
from dataclasses import replace

import pytest

from SmartScoreLib.cli.table import score_table
from SmartScoreLib.interpretation.choices import InterpretationChoices
from SmartScoreLib.interpretation.classifications.model import Classification
from SmartScoreLib.interpretation.classifications.table import ACC_AHA_2026, CAC_DRS_2018, RUMBERGER_1999
from SmartScoreLib.interpretation.interpret import interpret
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.results import score_csv, score_json
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.language import language_codes
from SmartScoreLib.reports.language.languages import words
from SmartScoreLib.reports.patient.patient import patient_drawings
from SmartScoreLib.reports.physician.physician import physician_drawings
from SmartScoreLib.reports.slices.screen_saves import screen_drawing

MakeReading = Callable[..., Reading]
BORDERS = [
    # score, as printed, CAC-DRS, word of ACC/AHA 2026, of Rumberger 1999, what the patient is told by the first
    (0.0, "0", "A0", "none", "none", "No calcium was found."),
    (1e-9, "<1", "A1", "mild", "minimal", "A small amount of calcium was found."),
    (0.5, "1", "A1", "mild", "minimal", "A small amount of calcium was found."),
    (10.4, "10", "A1", "mild", "minimal", "A small amount of calcium was found."),
    (10.5, "11", "A1", "mild", "mild", "A small amount of calcium was found."),
    (99.4, "99", "A1", "mild", "mild", "A small amount of calcium was found."),
    (99.6, "100", "A2", "moderate", "mild", "A moderate amount of calcium was found."),
    (100.5, "101", "A2", "moderate", "moderate", "A moderate amount of calcium was found."),
    (299.4, "299", "A2", "moderate", "moderate", "A moderate amount of calcium was found."),
    (299.6, "300", "A3", "severe", "moderate", "A large amount of calcium was found."),
    (400.4, "400", "A3", "severe", "moderate", "A large amount of calcium was found."),
    (400.5, "401", "A3", "severe", "extensive", "A large amount of calcium was found."),
    (999.4, "999", "A3", "severe", "extensive", "A large amount of calcium was found."),
    (999.6, "1,000", "A3", "extensive", "extensive", "A very large amount of calcium was found."),
]
PERSON = Person(67, "female", "white")


def lines(drawings: list[Drawing]) -> list[str]:
    return [text.text for drawing in drawings for text in drawing.texts]


def scored(make_reading: MakeReading, score: float, chosen: Classification = ACC_AHA_2026) -> Reading:
    """A lesion of the LAD that has this score, in the row of its territory too; none for 0."""
    reading = make_reading((("LAD", 12, 90, 150, 1, 4, 450),) if score else (), person=PERSON)
    territories = tuple(replace(row, agatston=score) if row.key == "LAD" else row for row in reading.sheet.territories)
    sheet = replace(reading.sheet, territories=territories, total=replace(reading.sheet.total, agatston=score))
    return replace(reading, sheet=sheet, interpretation=interpret(sheet, PERSON, InterpretationChoices(chosen)))


@pytest.mark.parametrize(("score", "printed", "category", "grade", "burden", "sentence"), BORDERS)
def test_every_output_says_the_same_at_the_borders(
    make_reading: MakeReading, score: float, printed: str, category: str, grade: str, burden: str, sentence: str
) -> None:
    reading = scored(make_reading, score)
    vessels = 1 if score else 0
    physician = lines(physician_drawings(reading, words("en"))[:1])
    assert physician[physician.index("Agatston score") + 1] == printed
    assert physician[physician.index("Total") + 2] == printed
    assert physician[physician.index("LAD") + 2] == printed
    assert f"CAC-DRS {category}/N{vessels}" in physician
    assert f"Coronary calcium: {grade}" in physician
    assert "by ACC/AHA 2026" in physician
    assert ("Agatston score of 1000 or more." in " ".join(physician)) is (score > 999.5)
    patient = lines(patient_drawings(reading, words("en"))[:1])
    assert patient[patient.index("calcium score") - 1] == printed
    assert f"LAD: {printed}" in patient
    assert sentence in patient
    found = score_json(reading)
    assert found["total"]["agatston"] == score  # in full precision
    assert found["interpretation"]["cac_drs"] == f"{category}/N{vessels}"
    assert found["interpretation"]["classification"]["grade"] == grade
    assert found["interpretation"]["plaque_burden"] == burden  # of version 1 of the schema
    total = list(csv.DictReader(io.StringIO(score_csv(reading))))[-1]
    assert (float(total["agatston"]), total["cac_drs"]) == (score, f"{category}/N{vessels}")
    assert (total["grade"], total["classification"]) == (grade, "ACC/AHA 2026")
    table = score_table(reading)
    assert f"CAC-DRS {category}/N{vessels}, {'no calcium' if grade == 'none' else grade} (ACC/AHA 2026)" in table
    assert printed.replace(",", "") in table.split("Coronary total")[1].split("\n")[0].split()


@pytest.mark.parametrize("score", [0.4, 10.4, 99.6, 299.6, 999.6])
def test_the_percentile_on_the_pages_is_that_of_json(make_reading: MakeReading, score: float) -> None:
    reading = scored(make_reading, score)
    value = score_json(reading)["interpretation"]["percentiles"][0]["value"]
    assert f"Percentile (MESA 2006): {value:.0f}" in lines(physician_drawings(reading, words("en")))
    assert f"about {value:.0f} of 100 people" in " ".join(lines(patient_drawings(reading, words("en"))))


@pytest.mark.parametrize("language", language_codes())
@pytest.mark.parametrize(
    ("chosen", "score", "grade", "amount"),
    [
        (ACC_AHA_2026, 99.4, "mild", "small"),
        (ACC_AHA_2026, 99.5, "moderate", "moderate"),
        (ACC_AHA_2026, 299.4, "moderate", "moderate"),
        (ACC_AHA_2026, 299.5, "severe", "large"),
        (ACC_AHA_2026, 999.4, "severe", "large"),
        (ACC_AHA_2026, 999.5, "extensive", "very_large"),
        (CAC_DRS_2018, 99.4, "A1", "small"),
        (CAC_DRS_2018, 99.5, "A2", "moderate"),
        (CAC_DRS_2018, 299.4, "A2", "moderate"),
        (CAC_DRS_2018, 299.5, "A3", "large"),
        (CAC_DRS_2018, 999.5, "A3", "very_large"),
        (RUMBERGER_1999, 10.4, "minimal", "very_little"),
        (RUMBERGER_1999, 10.5, "mild", "small"),
        (RUMBERGER_1999, 100.4, "mild", "small"),
        (RUMBERGER_1999, 100.5, "moderate", "moderate"),
        (RUMBERGER_1999, 400.4, "moderate", "moderate"),
        (RUMBERGER_1999, 400.5, "extensive", "large"),
        (RUMBERGER_1999, 999.5, "extensive", "very_large"),
    ],
)
def test_every_language_words_the_printed_number_by_each_classification(
    make_reading: MakeReading, language: str, chosen: Classification, score: float, grade: str, amount: str
) -> None:
    table, reading = words(language), scored(make_reading, score, chosen)
    physician = lines(physician_drawings(reading, table)[:1])
    assert table(f"graded_{chosen.key}", grade=table(f"grade_{chosen.key}_{grade}")) in physician
    assert table("graded_by", classification=chosen.name) in physician
    assert table(f"patient_result_{amount}") in " ".join(lines(patient_drawings(reading, table)[:1]))


def test_every_number_of_the_score_table_is_that_of_json(make_reading: MakeReading, lesion_sets) -> None:  # type: ignore[no-untyped-def]
    """Rounded by hand with the decimal module of the standard library, half away from zero."""
    from decimal import ROUND_HALF_UP, Decimal

    reading = make_reading(lesion_sets["EVERYWHERE"])
    found = score_json(reading)

    def shown(value: float, unit: str) -> str:
        return f"{Decimal(str(value)).quantize(Decimal(unit), ROUND_HALF_UP):,}"

    page = lines(physician_drawings(reading, words("en")))
    rows = {"LM": "LM", "LAD": "LAD", "LCX": "LCX", "RCA": "RCA", "PDA": "PDA"} | {
        "AORTA": "Ascending aorta", "AV": "Aortic valve", "MV": "Mitral valve",
    }  # fmt: skip
    for key, name in [*rows.items(), ("", "Total")]:
        row = found["territories"][key] if key else found["total"]
        expected = [str(row["lesions"]), shown(row["agatston"], "1"), shown(row["volume_mm3"], "1")]
        start = page.index(name)
        assert page[start + 1 : start + 5] == [*expected, shown(row["mass_mg"], "0.1")], name


GROUP_SIGNS = {"en": ",", "de": ".", "pt": ".", "fr": "\u00a0", "es": "\u00a0"}


@pytest.mark.parametrize("language", language_codes())
@pytest.mark.parametrize("score", [0.4, 99.6, 999.6, 12345.5])
def test_every_page_in_every_language_prints_the_total_of_json(
    make_reading: MakeReading, language: str, score: float
) -> None:
    """Decimal and group signs by hand: English 1,000, German and Portuguese 1.000, French and Spanish spaces.

    Spanish leaves four digits together.
    """
    from decimal import ROUND_HALF_UP, Decimal

    if language not in GROUP_SIGNS:
        pytest.skip(f"GROUP_SIGNS has no sign for {language}")
    table, reading = words(language), scored(make_reading, score)
    total = score_json(reading)["total"]["agatston"]
    whole = int(Decimal(str(total)).quantize(Decimal(1), ROUND_HALF_UP))
    sign = GROUP_SIGNS[language]
    least = 5 if language == "es" else 4
    printed = f"{whole:,}".replace(",", sign if len(str(whole)) >= least else "") if whole else "<1"
    drawings = physician_drawings(reading, table)
    every, first, screen = lines(drawings), lines(drawings[:1]), lines([screen_drawing(reading, range(12, 13), table)])
    assert first[first.index(table("agatston_score")) + 1] == printed
    assert first[first.index(table("total")) + 2] == printed
    assert printed in " ".join(every[every.index(table("impression_title_drafted")) :])
    patient = lines(patient_drawings(reading, table)[:1])
    assert patient[patient.index(table("patient_score_caption")) - 1] == printed
    assert screen[screen.index(table("screen_total")) + 2] == printed
