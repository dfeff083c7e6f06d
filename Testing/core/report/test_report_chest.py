"""A chest CT that is not gated: grades by eye, and an Agatston score that is called ungated wherever it stands."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pydicom.dataset import Dataset

from layout import faults
from SmartScoreLib.cli.main import main
from SmartScoreLib.cli.table import score_table
from SmartScoreLib.lesions.visual import GRADES, VisualGrades, refuse_contradiction
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.read import make_reading as read
from SmartScoreLib.reading.read import refuse_without_result
from SmartScoreLib.reading.results import score_csv, score_json
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.reports.chest.guide import guide_drawing
from SmartScoreLib.reports.dictation.report_text import report_text
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.language import language_codes
from SmartScoreLib.reports.language.languages import words
from SmartScoreLib.reports.pages import patient_pages, physician_pages
from SmartScoreLib.reports.physician.physician import physician_drawings
from SmartScoreLib.reports.slices.screen_saves import screen_drawing
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL

MakeReading = Callable[..., Reading]
GRADED = VisualGrades("moderate", "none", "severe", "mild", "mild")
GRADE_WORDS = {
    "en": ("none", "mild", "moderate", "severe"),
    "de": ("keiner", "leicht", "mäßig", "schwer"),
    "fr": ("aucun", "léger", "modéré", "sévère"),
    "es": ("ninguno", "leve", "moderado", "grave"),
    "pt": ("nenhum", "leve", "moderado", "grave"),
}
UNGATED = {
    "en": "ungated", "de": "ungetriggert", "fr": "non synchronisé", "es": "no sincronizado", "pt": "não sincronizado",
}  # fmt: skip


def lines(drawings: list[Drawing]) -> str:
    return " ".join(text.text for drawing in drawings for text in drawing.texts).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("grades", "category", "vessels", "weston"),
    [
        (VisualGrades(), None, None, None),
        (VisualGrades("none"), "V0", None, None),
        (VisualGrades("mild"), "V1", None, None),
        (VisualGrades("none", "none", "none", "none", "none"), "V0/N0", 0, 0),
        (VisualGrades("mild", "none", "mild", "none", "none"), "V1/N1", 1, 1),
        (GRADED, "V2/N3", 3, 5),
        (VisualGrades("severe", "severe", "severe", "severe", "severe"), "V3/N4", 4, 12),
        (VisualGrades("severe", "severe", "severe", "severe"), "V3", None, None),
        (VisualGrades(None, "mild", "moderate", "none", "none"), None, 2, 3),
    ],
)
def test_category_vessels_and_weston_score_follow_from_the_grades(
    grades: VisualGrades, category: str | None, vessels: int | None, weston: int | None
) -> None:
    """By hand: none 0, mild 1, moderate 2, severe 3; nothing is counted unless all four vessels are graded."""
    assert (grades.cac_drs, grades.vessels, grades.weston) == (category, vessels, weston)


@pytest.mark.parametrize(
    ("grades", "code"),
    [
        (VisualGrades("none", lad="mild"), "lesions.graded_none"),
        (VisualGrades("mild", "none", "none", "none", "none"), "lesions.graded_some"),
        (VisualGrades("none", "none", "none", "none", "none"), None),
        (VisualGrades("mild", "none", "none", "none"), None),
        (VisualGrades("mild", "none", "none", "none", "mild"), None),
        (VisualGrades(lad="mild"), None),
    ],
)
def test_grades_that_contradict_each_other_are_refused(grades: VisualGrades, code: str | None) -> None:
    if code is None:
        refuse_contradiction(grades)
        return
    with pytest.raises(InputRefused) as refused:
        refuse_contradiction(grades)
    assert [one.code for one in refused.value.remarks] == [code]


@pytest.mark.parametrize("language", language_codes())
@pytest.mark.parametrize("grade", GRADES)
def test_the_page_has_grade_category_and_sum_in_every_language(
    make_reading: MakeReading, language: str, grade: str
) -> None:
    vessels = dict.fromkeys(("lm", "lad", "lcx", "rca"), grade)
    reading = make_reading(mode="chest", visual=VisualGrades(grade, **vessels))  # type: ignore[arg-type]
    table, number = words(language), GRADES.index(grade)  # type: ignore[arg-type]
    drawings = physician_drawings(reading, table)
    page = lines(drawings[:1])
    word = GRADE_WORDS[language][number]
    assert [text.text for text in drawings[0].texts].count(word) == 5
    assert f"V{number}/N{4 if number else 0}" in page
    assert table("chest_weston", score=4 * number, most=12).replace("\u00a0", " ") in page
    assert table("chest_title").replace("\u00a0", " ") in page
    assert all(faults(drawing) == [] for drawing in drawings)


@pytest.mark.parametrize("language", language_codes())
def test_an_ungated_score_is_called_so_on_page_screen_and_in_the_text_and_has_no_class(
    make_reading: MakeReading, language: str
) -> None:
    reading, table = make_reading(mode="chest", visual=GRADED), words(language)
    page = lines(physician_drawings(reading, table))
    assert UNGATED[language] in page
    assert table("chest_ungated").replace("\u00a0", " ") in page
    for absent in ("A2", "A3", "MESA", table("percentile_title", population="MESA 2006")):
        assert absent not in page.replace(table("chest_agatston_note").replace("\u00a0", " "), "")
    screen = lines([screen_drawing(reading, range(12, 13), table)])
    assert table("screen_agatston_ungated").replace("\u00a0", " ") in screen
    assert table("screen_agatston") not in screen.replace(table("screen_agatston_ungated"), "").split()
    text = report_text(reading, language).plain.replace("\u00a0", " ")
    assert table("chest_agatston").replace("\u00a0", " ") in text
    assert "V2/N3" in text
    assert "A2" not in text
    assert reading.interpretation.comparison.percentile is None
    assert faults(screen_drawing(reading, range(12, 13), table)) == []


def test_json_csv_and_table_say_that_it_is_ungated(make_reading: MakeReading) -> None:
    reading = make_reading(mode="chest", visual=GRADED)
    found = score_json(reading)
    assert (found["reading_mode"], found["agatston_label"]) == ("chest", "Agatston score, ungated")
    assert found["visual"] == {
        "patient": "moderate",
        "vessels": {"LM": "none", "LAD": "severe", "LCX": "mild", "RCA": "mild"},
        "cac_drs": "V2/N3",
        "vessels_with_calcium": 3,
        "weston": 5,
        "weston_most": 12,
    }
    meaning = found["interpretation"]
    assert (meaning["cac_drs"], meaning["arterial_age"]) == (None, None)
    assert "not gated" in meaning["withheld"]
    row = score_csv(reading).splitlines()[-1]
    assert ",chest,V2/N3,5,," in row
    table = score_table(reading)
    assert "Agatston (ungated)" in table
    assert "CAC-DRS V2/N3" in table
    assert "A2" not in table
    gated = make_reading()
    assert score_json(gated)["agatston_label"] == "Agatston score"
    assert score_json(gated)["visual"] is None
    assert "ungated" not in score_table(gated)


def test_a_chest_ct_has_no_page_for_the_patient_and_a_caption_of_its_own(make_reading: MakeReading) -> None:
    reading = make_reading(mode="chest", visual=GRADED)
    assert patient_pages(reading) == []
    pages = physician_pages(reading, "de")
    assert pages[0].caption.startswith("Befund Thorax-CT, Seite 1 von ")


def test_grades_alone_are_a_result_and_nothing_is_none(make_reading: MakeReading) -> None:
    refuse_without_result(make_reading((), zero_confirmed=False, mode="chest", visual=VisualGrades("none")))
    refuse_without_result(make_reading((), zero_confirmed=True, mode="chest"))
    with pytest.raises(InputRefused) as refused:
        refuse_without_result(make_reading((), zero_confirmed=False, mode="chest"))
    assert [one.code for one in refused.value.remarks] == ["reading.chest_not_read"]
    with pytest.raises(InputRefused):  # what no reader has confirmed stays unconfirmed
        refuse_without_result(make_reading(mode="chest", visual=GRADED, reviewed=False))
    page = lines(physician_drawings(make_reading((), zero_confirmed=False, mode="chest", visual=GRADED), words("en")))
    assert "Agatston score, ungated" not in page
    assert words("en")("not_read_notice") not in page


@pytest.mark.parametrize(
    ("grades", "dominance", "said"),
    [
        (VisualGrades("mild", lm="none", lad="none"), None, ("LM", "LAD")),
        (VisualGrades("mild", lm="mild", lad="mild"), None, None),
        (VisualGrades("none"), None, "patient"),
        (VisualGrades("mild"), None, None),
        (VisualGrades(), None, None),
        # The PDA belongs to the LCX in left dominance, else to the RCA.
        (VisualGrades("mild", rca="none"), "left", None),
        (VisualGrades("mild", lcx="none"), "left", ("LCX",)),
        (VisualGrades("mild", rca="none"), "right", ("RCA",)),
        (VisualGrades("mild", lcx="none"), "right", None),
    ],
)
def test_a_grade_of_none_beside_calcium_that_counts_is_told(
    make_reading: MakeReading, grades: VisualGrades, dominance: str | None, said: object
) -> None:
    made = make_reading(
        [("LM", 12, 90, 150, 3, 6, 450), ("LAD", 9, 120, 190, 2, 4, 250), ("PDA", 10, 110, 80, 3, 5, 350)]
    )
    found = read(made.series, replace(made.lesions, dominance=dominance), DEFAULT_PROTOCOL, mode="chest", visual=grades)
    told = {one.code.partition(".")[2]: one.values for one in found.sheet.remarks if one.code.endswith("but_marked")}
    if said is None:
        assert told == {}
    elif said == "patient":
        assert told == {"patient_none_but_marked": {}}
    else:
        assert told == {"graded_none_but_marked": {"vessels": said}}


@pytest.mark.parametrize(
    ("technique", "chosen", "mode"),
    [
        ("NONE", None, "chest"),
        ("PROSPECTIVE", None, "coronary"),
        (None, None, "coronary"),
        ("NONE", "coronary", "coronary"),
        ("PROSPECTIVE", "chest", "chest"),
    ],
)
def test_a_scan_that_says_it_is_not_gated_is_read_as_a_chest_ct(
    make_reading: MakeReading, technique: str | None, chosen: str | None, mode: str
) -> None:
    image = Dataset()
    if technique is not None:
        image.CardiacSynchronizationTechnique = technique
    made = make_reading()
    series = replace(made.series, datasets=(image,) * made.series.geometry.shape[0])
    found = read(series, made.lesions, DEFAULT_PROTOCOL, mode=chosen)  # type: ignore[arg-type]
    assert found.sheet.mode == mode
    said = [one.code for one in found.sheet.remarks]
    assert ("reading.chest_recognised" in said) is (mode == "chest" and chosen is None)
    # Against what the images say is a word, not a refusal: headers can be wrong.
    assert ("reading.chest_gated" in said) is (technique == "PROSPECTIVE" and chosen == "chest")


@pytest.mark.parametrize("language", language_codes())
def test_the_guide_shows_each_grade_with_its_words(language: str) -> None:
    drawing = guide_drawing(words(language))
    assert faults(drawing) == []
    shown = lines([drawing]).lower()
    assert all(f"{number} " in shown and word in shown for number, word in enumerate(GRADE_WORDS[language]))


@pytest.fixture(scope="module")
def ungated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A phantom whose images say that they were not gated."""
    folder = tmp_path_factory.mktemp("chest")
    phantom = standard_phantom(rows=160, columns=160, pixel_mm=1.4, slices=12, spacing_mm=5.0)
    write_phantom(phantom, folder / "ct", attributes={"CardiacSynchronizationTechnique": "NONE"})
    return folder / "ct"


def test_the_command_takes_grades_without_marks(
    ungated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    visual = "patient=moderate,LM=0,LAD=severe,LCX=1,RCA=mild"
    assert main(["score", str(ungated), "--visual", visual, "--csv", str(tmp_path / "a.csv")]) == 0
    said = capsys.readouterr().out
    assert "visual grade moderate, CAC-DRS V2/N3" in said
    assert "Weston 5 of 12" in said
    assert "n/a" in said  # no mark: no Agatston score
    assert main(["report", str(ungated), "--visual", visual, "--png", str(tmp_path / "pages")]) == 0
    written = {path.name for path in (tmp_path / "pages").iterdir()}
    assert {"physician-1.png"} <= written
    assert not any(name.startswith("patient") for name in written)
    capsys.readouterr()
    assert main(["chest-guide", str(tmp_path / "guide" / "g.png"), "--language", "es"]) == 0
    assert (tmp_path / "guide" / "g.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "visual", ["moderate", "patient=heavy", "patient=4", "PDA=mild", "LAD=mild,LAD=none", "", "patient="]
)
def test_grades_that_are_none_are_wrong_usage(ungated: Path, capsys: pytest.CaptureFixture[str], visual: str) -> None:
    assert main(["score", str(ungated), "--visual", visual]) == 2
    assert "--visual" in capsys.readouterr().err


def test_contradicting_grades_are_refused_by_the_command(ungated: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", str(ungated), "--visual", "patient=none,LAD=mild"]) == 3
    assert "contradict each other" in capsys.readouterr().err


def test_exported_grades_come_back_and_the_patient_report_is_left_out_with_a_word(
    ungated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    visual = "patient=moderate,LM=0,LAD=severe,LCX=1,RCA=mild"
    options = [
        "--visual",
        visual,
        "--physician",
        "--patient",
        "--structured-report",
        "--database",
        str(tmp_path / "db"),
    ]
    assert main(["export", str(ungated), *options]) == 0
    captured = capsys.readouterr()
    assert "No report for the patient was written" in captured.err + captured.out
    assert main(["score", str(tmp_path / "db"), str(ungated), "--lesions", "latest", "--json", "-"]) == 0
    import json

    found = json.load(io.StringIO(capsys.readouterr().out))
    assert (found["reading_mode"], found["visual"]["weston"], found["visual"]["patient"]) == ("chest", 5, "moderate")
    assert main(["export", str(ungated), "--visual", visual, "--patient", "--database", str(tmp_path / "db")]) == 2
