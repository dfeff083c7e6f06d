"""`smartscore compare` as a user runs it: marks on images, tables, page, figures and files."""

import csv
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

import pypdfium2
import pytest
from PIL import Image

from SmartScoreLib.cli.main import main
from SmartScoreLib.comparison.agreement.results import STATISTICS
from SmartScoreLib.phantom.expected import expected_scores
from SmartScoreLib.phantom.marks import phantom_clicks
from SmartScoreLib.phantom.model import Phantom
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.remarks.catalog import every_row
from SmartScoreLib.remarks.model import Severity
from SmartScoreLib.reports.language import language_codes
from SmartScoreLib.reports.language.agreement import agreement_words

OTHERS = language_codes()[1:]


@pytest.fixture(scope="module")
def phantom() -> Phantom:
    return standard_phantom(rows=208, columns=208, pixel_mm=1.0, slices=44, spacing_mm=3.0)


@pytest.fixture(scope="module")
def exam(phantom: Phantom, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A series, and two readers' clicks: the second takes the first LAD lesion for LCX and misses the RCA."""
    folder = tmp_path_factory.mktemp("exam")
    write_phantom(phantom, folder / "ct")
    clicks = phantom_clicks(phantom)["seeds"]
    (folder / "ada.json").write_text(json.dumps({"seeds": clicks}))
    kept = [one for one in clicks if one["territory"] != "RCA"]
    moved = next(number for number, one in enumerate(kept) if one["territory"] == "LAD")
    kept[moved] = {**kept[moved], "territory": "LCX"}
    (folder / "ben.json").write_text(json.dumps({"seeds": kept}))
    return folder


@pytest.fixture(scope="module")
def compared(exam: Path) -> Path:
    out = exam / "out"
    marks = [str(exam / "ada.json"), str(exam / "ben.json")]
    assert main(["compare", *marks, "--images", str(exam / "ct"), "--out", str(out), "--formats", "svg"]) == 0
    return out


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_scores_of_marks_are_those_of_the_phantom(compared: Path, phantom: Phantom) -> None:
    ada, ben = rows(compared / "exams.csv")
    expected = expected_scores(phantom)
    assert (ada["method"], ben["method"]) == ("ada", "ben")
    assert float(ada["total_agatston"]) == pytest.approx(expected["total"].agatston)
    assert float(ben["total_agatston"]) == pytest.approx(expected["total"].agatston - expected["RCA"].agatston)


def test_lesions_of_marks_are_counted_by_artery(compared: Path, phantom: Phantom) -> None:
    of = {row["territory"]: row for row in rows(compared / "lesions.csv")}
    number = {key: sum(one.territory == key for one in phantom.lesions) for key in ("LM", "LAD", "LCX", "RCA")}
    counted = {
        key: (int(row["first_lesions"]), int(row["first_found"]), int(row["second_lesions"])) for key, row in of.items()
    }
    assert counted["RCA"] == (number["RCA"], 0, 0)
    assert counted["LAD"] == (number["LAD"], number["LAD"] - 1, number["LAD"] - 1)
    assert counted["LCX"] == (number["LCX"], number["LCX"], number["LCX"] + 1)
    total = sum(one.territory in ("LM", "LAD", "LCX", "RCA", "PDA") for one in phantom.lesions)
    assert counted["TOTAL"] == (total, total - number["RCA"], total - number["RCA"])


def test_a_single_exam_has_counts_and_no_intervals(compared: Path) -> None:
    found = {(row["territory"], row["measure"], row["statistic"]): row for row in rows(compared / "statistics.csv")}
    sensitivity = found["LAD", "lesions", "sensitivity"]
    assert 0 < float(sensitivity["value"]) < 1
    assert (sensitivity["low"], found["TOTAL", "agatston", "icc_a1"]["value"]) == ("", "")
    assert {statistic for _, _, statistic in found} == set(STATISTICS)


def test_json_and_page_say_what_the_tables_say(compared: Path) -> None:
    document = json.loads((compared / "agreement.json").read_text(encoding="utf-8"))
    of_table = [row["statistic"] for row in rows(compared / "statistics.csv")]
    assert [one["statistic"] for one in document["statistics"]] == of_table
    assert {"comparison.agreement_few_exams"} == {one["code"] for one in document["remarks"]} - {
        "lesions.origin_clicked"
    }
    page = (compared / "agreement.html").read_text(encoding="utf-8")
    assert "ada and ben have 1 exam in common: intervals are wide." in page
    assert page.count("<figure>") == len(list((compared / "figures").glob("*.svg")))


def cohort(path: Path, factor: float) -> Path:
    """Twelve exams: LAD 0, 10 ... 110 times a factor, RCA half of it."""
    with path.open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(
            ["exam", "patient_id", "series_instance_uid", "outcome", "total_agatston", "lad_agatston", "rca_agatston"]
        )
        for number in range(12):
            lad = number * 10 * factor + (number % 3 if factor > 1 else 0)
            table.writerow([f"E{number}", f"P{number}", f"1.2.{number}", "scored", 1.5 * lad, lad, 0.5 * lad])
    return path


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables")
    for name, factor in (("first", 1.0), ("second", 1.1)):
        cohort(folder / f"{name}.csv", factor)
    arguments = [
        "compare",
        f"A={folder}/first.csv",
        f"B={folder}/second.csv",
        "--reference",
        "A",
        "--out",
        str(folder / "out"),
    ]
    assert main([*arguments, "--language", "de"]) == 0
    return folder


def test_every_figure_is_there_as_png_pdf_and_svg(tables: Path) -> None:
    figures = tables / "out" / "figures"
    names = {"scores", "bland-altman", "categories", "arteries", "icc"}
    assert {path.name for path in figures.iterdir()} == {
        f"{n}-A-B.{kind}" for n in names for kind in ("png", "pdf", "svg")
    }
    for name in names:
        with Image.open(figures / f"{name}-A-B.png") as picture:
            # 89 mm or more at 300 dots an inch, as journals ask for.
            assert picture.size[0] >= 1050
            assert picture.info["dpi"] == pytest.approx((300, 300), abs=1)
            assert picture.convert("L").getextrema()[0] < 100
        assert len(pypdfium2.PdfDocument(figures / f"{name}-A-B.pdf")) == 1
        assert ElementTree.parse(figures / f"{name}-A-B.svg").getroot().tag.endswith("svg")


def test_the_words_of_a_figure_are_text_in_its_pdf(tables: Path) -> None:
    page = pypdfium2.PdfDocument(tables / "out" / "figures" / "bland-altman-A-B.pdf")[0]
    text = page.get_textpage().get_text_bounded()
    assert "Mittel von A und B" in text
    assert "Wurzelgrenzen, mit Intervallen" in text


def test_the_page_is_in_its_language_and_needs_no_other_file(tables: Path) -> None:
    page = (tables / "out" / "agreement.html").read_text(encoding="utf-8")
    assert '<html lang="de">' in page
    assert "B gegen die Referenz A" in page
    assert not re.findall(r'(?:src|href)="(?!data:)', page)
    for text in agreement_words("en").texts.values():
        if len(text) > 30 and "{" not in text:
            assert text not in page


def test_the_same_input_gives_the_same_files(tables: Path, capsys: pytest.CaptureFixture[str]) -> None:
    again = tables / "again"
    arguments = ["compare", f"A={tables}/first.csv", f"B={tables}/second.csv", "--reference", "A"]
    assert main([*arguments, "--out", str(again), "--language", "de", "--formats", "svg"]) == 0
    first, other = (
        {path.name: path.read_bytes() for path in (folder / "figures").glob("*.svg")}
        for folder in (tables / "out", again)
    )
    assert first == other
    assert "B gegen die Referenz A" in capsys.readouterr().out


def test_json_on_standard_output_is_nothing_but_json(tables: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", f"{tables}/first.csv", f"{tables}/second.csv", "--json", "-"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["schema"] == "smartscore-agreement/1"
    assert document["pairs"][0]["exams"] == 12


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        (["--reference", "C"], 2, "The reference 'C' is none of the methods: first, second."),
        (["--formats", "gif"], 2, "'gif'"),
        (["--columns", "total_agatston"], 2, "'total_agatston'"),
        (["--key", "own_case"], 3, "no exam has a own_case to be paired by; what they have: exam, file, outcome"),
        (["--by", "scanner"], 3, "scanner"),
        (["--classification", "Nobody"], 2, "'Nobody'"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    tables: Path, capsys: pytest.CaptureFixture[str], options: list[str], status: int, said: str
) -> None:
    assert main(["compare", f"{tables}/first.csv", f"{tables}/second.csv", *options]) == status
    errors = capsys.readouterr().err.strip()
    assert said in errors
    assert errors.startswith("smartscore: ")


def test_a_path_that_is_not_there_is_said(tables: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", f"A={tables}/first.csv", f"B={tables}/third.csv"]) == 3
    assert "third.csv" in capsys.readouterr().err


def test_csv_and_json_of_the_command_score_are_sources(
    exam: Path, phantom: Phantom, capsys: pytest.CaptureFixture[str]
) -> None:
    for reader in ("ada", "ben"):
        results = ["--csv", str(exam / f"{reader}.csv"), "--json", str(exam / f"{reader}-scores.json")]
        assert main(["score", str(exam / "ct"), "--lesions", str(exam / f"{reader}.json"), *results]) == 0
    capsys.readouterr()
    expected = expected_scores(phantom)
    for ending in (".csv", "-scores.json"):
        assert main(["compare", f"A={exam}/ada{ending}", f"B={exam}/ben{ending}", "--json", "-"]) == 0
        found = json.loads(capsys.readouterr().out)
        bias = next(one for one in found["statistics"] if one["statistic"] == "bias")
        assert (bias["territory"], bias["count"]) == ("TOTAL", 1)
        assert bias["value"] == pytest.approx(-expected["RCA"].agatston)


def test_lesions_are_counted_by_the_marks_that_a_table_names_unless_they_have_changed(
    exam: Path, compared: Path, tmp_path: Path
) -> None:
    uid = rows(compared / "exams.csv")[0]["exam"]
    for reader in ("ada", "ben"):
        marks = (exam / f"{reader}.json").read_bytes()
        (tmp_path / f"{reader}-marks.json").write_bytes(marks)
        line = f"{uid},P,scored,5,{reader}-marks.json,{hashlib.sha256(marks).hexdigest()}\n"
        head = "series_instance_uid,patient_id,outcome,total_agatston,marks,marks_sha256\n"
        (tmp_path / f"{reader}.csv").write_text(head + line)
    out = tmp_path / "out"
    tables = [str(tmp_path / "ada.csv"), str(tmp_path / "ben.csv")]
    arguments = ["compare", *tables, "--images", str(exam / "ct"), "--out", str(out), "--formats", ""]
    assert main(arguments) == 0
    first, other = ([tuple(row.values())[3:] for row in rows(folder / "lesions.csv")] for folder in (compared, out))
    assert first == other
    (tmp_path / "ben-marks.json").write_text("{}")
    assert main([*arguments[:5], "--out", str(tmp_path / "changed"), "--formats", ""]) == 0
    assert not (tmp_path / "changed" / "lesions.csv").exists()
    document = json.loads((tmp_path / "changed" / "agreement.json").read_text(encoding="utf-8"))
    assert "comparison.agreement_marks_lost" in {one["code"] for one in document["remarks"]}


def test_one_file_of_marks_by_several_rules_is_several_methods(exam: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules = ["--protocol", "SmartScore AJ-130", "--protocol", "Siemens"]
    arguments = ["compare", str(exam / "ada.json"), "--images", str(exam / "ct"), *rules]
    assert main([*arguments, "--no-lesions", "--json", "-"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert [one["name"] for one in document["methods"]] == ["ada, SmartScore AJ-130", "ada, Siemens"]
    assert "comparison.agreement_other_rules" in {one["code"] for one in document["remarks"]}


def test_other_commands_and_other_work_import_none_of_the_libraries(exam: Path) -> None:
    program = f"""
import sys
from SmartScoreLib.cli.main import main
assert main(["score", {str(exam / "ct")!r}, "--lesions", {str(exam / "ada.json")!r}, "--json", "-"]) == 0
print({{name.split(".")[0] for name in sys.modules}} & {{"pandas", "statsmodels", "matplotlib", "pyarrow", "patsy"}})
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "set()"


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_every_text_with_its_values(language: str) -> None:
    def names(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    english, other = (agreement_words(code).texts for code in ("en", language))
    own = {key: text for key, text in english.items() if key.startswith("agreement_")}
    assert {key for key in other if key.startswith("agreement_")} == set(own)
    assert {key for key, text in own.items() if names(text) != names(other[key])} == set()
    same = {key for key, text in own.items() if text == other[key]}
    assert all(len(own[key]) < 20 or "UID" in own[key] or "{" in own[key] for key in same), same


@pytest.mark.parametrize("language", OTHERS)
def test_every_remark_of_an_agreement_is_said_in_the_language(language: str) -> None:
    said = agreement_words(language).remarks
    wanted = {
        code: row
        for code, row in every_row().items()
        if code.startswith("comparison.agreement_") and row.severity > Severity.REFUSAL
    }
    assert set(wanted) <= set(said)
    for code, row in wanted.items():
        named = {name for _, name, _, _ in Formatter().parse(said[code]) if name}
        assert (said[code] != row.text, named) == (True, set(row.names))
