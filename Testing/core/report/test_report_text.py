"""The report as text: the sentences of each language, the numbers of the JSON, and templates of a site."""

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from SmartScoreLib.cli.main import main
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.lesions.territories import TERRITORIES
from SmartScoreLib.phantom.marks import phantom_clicks
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.reading.model import Reading, ReportTexts
from SmartScoreLib.reading.results import score_json
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.reports.dictation.report_text import report_text
from SmartScoreLib.reports.dictation.sentences import FIELDS, sentences
from SmartScoreLib.reports.dictation.template import STANDARD, filled, read_template, template
from SmartScoreLib.reports.language import language_codes
from SmartScoreLib.reports.language.languages import words

MakeReading = Callable[..., Reading]

# Written by hand after the phantom of the fixture: three lesions, 385 in total.
ENGLISH = """\
Coronary calcium report

Indication
Chest pain.

Technique
Non-contrast CT of the heart: ECG gating (75 %), 120 kVp, 24 slices of 2.5 mm every 2.5 mm.
Agatston score with a threshold of 130 HU (SmartScore AJ-130).
Image quality: good

Comparison
None.

Findings
LM: Agatston score 0.
LAD: Agatston score 230, volume 173 mm³, mass 58.3 mg, 1 lesion.
LCX: Agatston score 34, volume 51 mm³, mass 9.6 mg, 1 lesion.
RCA: Agatston score 120, volume 120 mm³, mass 31.5 mg, 1 lesion.
PDA: Agatston score 0.
Total: Agatston score 385, volume 344 mm³, mass 99.4 mg, 3 lesions.
Percentile (MESA 2006): 92 (White women, age 67).
Outside the heart: Nodule of 4 mm.

Impression (drafted from the numbers)
Agatston score 385, CAC-DRS A3/N3, severe coronary calcium (ACC/AHA 2026), 3 of 4 vessels with calcium. \
Percentile 92 (MESA 2006).
At or above the 75th percentile of MESA 2006.
CAC-DRS A3/N3: moderately to severely increased risk. Arterial age 82 years.

No change since the call.

Status: final
SmartScore 1.1.0. Research use, not a medical device.
"""
TEXTS = ReportTexts("Chest pain.", "good", "None.", "Nodule of 4 mm.", status="final")


@pytest.fixture
def reading(make_reading: MakeReading) -> Reading:
    return make_reading(texts=TEXTS, comment="No change since the call.")


def test_the_text_is_what_a_radiologist_writes(reading: Reading) -> None:
    assert report_text(reading).plain == ENGLISH


@pytest.mark.parametrize(
    ("language", "vessel", "technique"),
    [
        ("de", "LAD: Agatston-Score 230, Volumen 173 mm³, Masse 58,3 mg, 1 Läsion.", "Native CT des Herzens: "
         "EKG-Triggerung (75 %), 120 kVp, 24 Schichten von 2,5 mm im Abstand von 2,5 mm."),
        ("es", "DA: índice de Agatston 230, volumen 173 mm³, masa 58,3 mg, 1 lesión.", "TC cardíaca sin contraste: "
         "sincronización con el ECG (75 %), 120 kVp, 24 cortes de 2,5 mm cada 2,5 mm."),
        ("fr", "IVA\u00a0: score d'Agatston 230, volume 173 mm³, masse 58,3 mg, 1 lésion.", "Scanner cardiaque sans "
         "injection\u00a0: synchronisation ECG (75 %), 120 kVp, 24 coupes de 2,5 mm tous les 2,5 mm."),
        ("pt", "DA: escore de Agatston 230, volume 173 mm³, massa 58,3 mg, 1 lesão.", "TC do coração sem contraste: "
         "sincronização com o ECG (75 %), 120 kVp, 24 cortes de 2,5 mm a cada 2,5 mm."),
    ],
)  # fmt: skip
def test_each_language_has_its_own_sentences(language: str, vessel: str, technique: str, reading: Reading) -> None:
    lines = report_text(reading, language).plain.splitlines()
    assert {vessel, technique} <= set(lines)
    # Every line of English is another one here, but for what the reader wrote.
    english = set(ENGLISH.splitlines()) - {"", "Chest pain.", "None.", "No change since the call."}
    same = {line for line in lines if line in english}
    assert same <= {"Indication", "Technique"}  # words of French as well


def test_the_numbers_are_those_of_the_json(reading: Reading) -> None:
    data = score_json(reading)
    values = sentences(reading, words("en"))
    for key, row in data["territories"].items():
        assert float(values[f"agatston_{key.lower()}"]) == pytest.approx(row["agatston"], abs=0.5)
        assert float(values[f"volume_{key.lower()}"]) == pytest.approx(row["volume_mm3"], abs=0.5)
        assert float(values[f"mass_{key.lower()}"]) == pytest.approx(row["mass_mg"], abs=0.05)
    assert float(values["agatston"]) == pytest.approx(data["total"]["agatston"], abs=0.5)
    assert int(values["lesions"]) == data["total"]["lesions"]
    assert values["cac_drs"] == data["interpretation"]["cac_drs"]
    compared = data["interpretation"]["percentiles"][0]
    assert (int(values["percentile_value"]), values["population"]) == (compared["value"], "MESA 2006")
    assert (values["grade"], values["classification"]) == ("severe", "ACC/AHA 2026")
    # Of version 1.0, for templates that have them.
    assert float(values["mesa_percentile"]) == data["interpretation"]["mesa_percentile"]["value"]
    assert values["plaque_burden"] == data["interpretation"]["plaque_burden"] == "moderate"
    assert values["threshold_hu"] == "130"


def test_every_field_has_a_value_of_every_language(reading: Reading) -> None:
    for language in language_codes():
        assert tuple(sorted(sentences(reading, words(language)))) == tuple(sorted(FIELDS))


def test_no_calcium_is_said_and_what_is_not_known_is_left_out(make_reading: MakeReading) -> None:
    text = report_text(make_reading((), mass_factor=None, person=Person(67, "female"))).plain
    assert "No coronary calcium: Agatston score 0, CAC-DRS A0/N0." in text
    assert "Total: Agatston score 0." in text
    assert "Percentile (MESA 2006): Not available: ethnic group not known." in text
    for absent in ("Indication", "Comparison", "Image quality", "mass", "Status", "Outside"):
        assert absent not in text


def test_calcium_outside_the_coronary_arteries_is_apart(make_reading: MakeReading, lesion_sets: dict[str, Any]) -> None:
    lines = report_text(make_reading(lesion_sets["OUTSIDE"])).plain.splitlines()
    head = lines.index("Outside the coronary arteries (not in the total):")
    assert [line.split(":")[0] for line in lines[head + 1 : head + 4]] == [
        "Ascending aorta",
        "Aortic valve",
        "Mitral valve",
    ]
    assert "Total: Agatston score 0." in lines


CONTRAST = remark("series.contrast", agent="", attribute="Contrast/Bolus Agent (0018,0010)")
KVP = remark("series.kvp", attribute="KVP (0018,0060)", kvp=(100.0,))


def test_a_score_that_does_not_hold_is_said_first_and_has_no_conclusion(make_reading: MakeReading) -> None:
    text = report_text(make_reading(remarks=(CONTRAST,))).plain
    assert text.startswith("Not valid: ")
    assert "Non-contrast" not in text
    assert "No conclusion: the score is not valid." in text
    for withheld in ("CAC-DRS", "percentile: 9", "Arterial age"):
        assert withheld not in text


def test_a_template_without_a_place_for_it_says_it_as_well(make_reading: MakeReading) -> None:
    own = template("Agatston {agatston}.")
    assert report_text(make_reading(), "en", own).plain == "Agatston 385.\n"
    invalid = report_text(make_reading(remarks=(CONTRAST,)), "en", own).plain.splitlines()
    assert invalid[0].startswith("Not valid: ")
    assert invalid[-1] == "Agatston 385."


def test_what_limits_the_score_is_said(make_reading: MakeReading) -> None:
    assert "Limited: KVP (0018,0060) is 100;" in report_text(make_reading(remarks=(KVP,))).plain


def test_a_draft_says_so_on_its_head(make_reading: MakeReading) -> None:
    draft = report_text(make_reading(texts=ReportTexts(status="draft"))).plain
    assert draft.startswith("Coronary calcium report (draft)\n")


def test_the_impression_of_the_reader_takes_the_place_of_the_drafted_one(make_reading: MakeReading) -> None:
    text = report_text(make_reading(texts=ReportTexts(impression="Much calcium."))).plain
    assert "\nImpression\nMuch calcium.\n" in text
    assert "coronary calcium" not in text


class Read(HTMLParser):
    """What HTML shows: bold texts, and lines."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.bold: list[str] = []
        self.lines: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.lines.append(data)
            if self.tags[-1] == "b":
                self.bold.append(data)


def test_html_says_the_same_with_bold_headings(make_reading: MakeReading) -> None:
    text = report_text(make_reading(texts=TEXTS, comment="1 < 2 & <b>so on</b>"))
    read = Read(text.html)
    assert read.lines == [line for line in text.plain.splitlines() if line]
    assert read.bold == [
        "Coronary calcium report", "Indication", "Technique", "Comparison", "Findings",
        "Impression (drafted from the numbers)",
    ]  # fmt: skip
    assert set(read.tags) == {"p", "b", "br"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Score {a} {b}", "Score 1\n"),
        ("{{{a}}}", "{1}\n"),
        ("# Head\n{b}\n# Next\n{a}", "Next\n1\n"),  # all lines below the first heading are empty
        ("# Head\n# Next\n{a}", "Head\nNext\n1\n"),  # nothing was meant to be below it
        ("# Head\n\n{b}\nText", "Head\n\nText\n"),
        ("{b}\n\n\n\n{a}\n\n\n", "1\n"),
        ("One\n\n\n\nTwo", "One\n\nTwo\n"),
        ("{b}", ""),
        ("", ""),
    ],
)
def test_lines_and_headings_of_a_template(text: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import SmartScoreLib.reports.dictation.template as module

    monkeypatch.setattr(module, "FIELDS", ("a", "b", "notice"))
    assert filled(template(text), {"a": "1", "b": "", "notice": ""}).plain == expected


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("Fine {agatston}\nScore {agatstone}", "reports.template_field", 2),
        ("{}", "reports.template_field", 1),
        ("{0}", "reports.template_field", 1),
        ("{agatston.real}", "reports.template_field", 1),
        ("{agatston[0]}", "reports.template_field", 1),
        ("{agatston!r}", "reports.template_field", 1),
        ("{agatston:.1f}", "reports.template_field", 1),
        ("a\nb\n{agatston", "reports.template_brace", 3),
        ("}", "reports.template_brace", 1),
    ],
)
def test_a_template_with_another_field_is_refused_with_its_line(text: str, code: str, line: int) -> None:
    with pytest.raises(InputRefused) as refused:
        template(text, "own.txt")
    (said,) = refused.value.remarks
    assert (said.code, said.values["line"], said.values["file"]) == (code, line, "own.txt")


def test_every_wrong_line_is_told() -> None:
    with pytest.raises(InputRefused) as refused:
        template("{one}\n{two} {three}\n{agatston}\n}")
    assert [one.values["line"] for one in refused.value.remarks] == [1, 2, 2, 4]


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused) as missing:
        read_template(tmp_path / "none.txt")
    assert [one.code for one in missing.value.remarks] == ["reports.template_unreadable"]
    (tmp_path / "bytes.txt").write_bytes(b"\xff\xfe\x00{agatston}")
    with pytest.raises(InputRefused) as strange:
        read_template(tmp_path / "bytes.txt")
    assert [one.code for one in strange.value.remarks] == ["reports.template_no_text"]


def test_a_template_of_windows_is_read(tmp_path: Path, make_reading: MakeReading) -> None:
    (tmp_path / "own.txt").write_bytes("\ufeffGröße {agatston}\r\n".encode())
    assert report_text(make_reading(), "en", read_template(tmp_path / "own.txt")).plain == "Größe 385\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("text")
    phantom = standard_phantom(rows=128, columns=128, pixel_mm=1.6, slices=24, spacing_mm=5.0)
    write_phantom(phantom, folder / "ct")
    (folder / "clicks.json").write_text(json.dumps(phantom_clicks(phantom)))
    return folder


def run(command: str, folder: Path, *options: str, lesions: str = "") -> int:
    return main([command, str(folder / "ct"), "--lesions", lesions or str(folder / "clicks.json"), *options])


@pytest.mark.parametrize("command", ["score", "report"])
def test_the_command_prints_the_text_and_nothing_else(
    command: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command, folder, "--text", "--language", "fr") == 0
    out = capsys.readouterr().out
    assert out.startswith("Calcium coronaire\n")
    assert out.endswith("SmartScore 1.1.0. Usage de recherche, pas un dispositif médical.\n")


@pytest.mark.parametrize("command", ["score", "report"])
def test_the_command_writes_the_text_by_a_template(
    command: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own, out = tmp_path / "own.txt", tmp_path / "out.txt"
    own.write_text("CAC {agatston} ({cac_drs}), LAD {agatston_lad}\n")
    assert run(command, folder, "--text", str(out), "--text-template", str(own)) == 0
    score = run("score", folder, "--json", str(tmp_path / "score.json"))
    data = json.loads((tmp_path / "score.json").read_text())
    total, lad = round(data["total"]["agatston"]), round(data["territories"]["LAD"]["agatston"])
    assert score == 0
    assert out.read_text() == f"CAC {total} ({data['interpretation']['cac_drs']}), LAD {lad}\n"
    shown = capsys.readouterr().out
    assert "Coronary total" in shown if command == "score" else str(out) in shown


def test_text_and_pages_may_be_written_at_once(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("report", folder, "--text", "--png", str(tmp_path / "pages")) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("Coronary calcium report\n")
    assert ".png" not in shown.out
    assert str(tmp_path / "pages" / "physician-1.png") in shown.err


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        (("--text-template", "own.txt"), 2, "--text-template goes with --text."),
        (("--text", "--csv", "-"), 2, "Only one of --json, --csv and --text can go to standard output."),
        (("--text", "--text-template", "none.txt"), 3, "none.txt could not be read: No such file or directory."),
    ],
)
def test_options_that_make_no_sense_are_told_in_one_line(
    options: tuple[str, ...], status: int, said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("score", folder, *options) == status
    assert capsys.readouterr().err.startswith(f"smartscore: {said} [")


def test_marks_that_no_reader_has_confirmed_give_no_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("score", folder, "--text", lesions="auto") == 3
    shown = capsys.readouterr()
    assert "A report needs marks that a reader has confirmed" in shown.err
    assert shown.out == ""


def test_the_standard_template_has_every_sentence() -> None:
    for field in FIELDS[: FIELDS.index("agatston")]:
        assert f"{{{field}}}" in STANDARD


def test_the_page_of_the_report_text_names_every_field_and_its_example_is_a_template(repository: Path) -> None:
    part = (repository / "docs" / "howto" / "report_text.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(\w+)`", part))
    others = {f"_{t.key.lower()}" for t in TERRITORIES if t.key != "LAD"}  # LAD stands for all of them
    assert {field for field in FIELDS if not field.endswith(tuple(others))} <= named
    block = part.split("\nA line of which")[0].split("\n## A template of your own")[1]
    example = "\n".join(line.removeprefix("    ") for line in block.splitlines() if line.startswith("    "))
    assert len(template(example).lines) == 6
