"""The command line as it is typed: negative values, any terminal, help, completion, and commands that it prints."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pydicom
import pytest

from SmartScoreLib.cli.main import main
from SmartScoreLib.cli.parsing import joined
from SmartScoreLib.phantom.marks import phantom_clicks
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.scoring.presets import PRESETS

ROOT = Path(__file__).resolve().parents[2]
NAME = "Müller–Åström^Éva=山田^太郎"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six slices of a phantom around 40 mm on the left and front, so that places have negative coordinates."""
    folder = tmp_path_factory.mktemp("use")
    insert = [
        ("OTHER", (-40.0, -20.0, 0.0), 20.0, 12.0, 250.0, 250.0),
        ("LAD", (30.0, -20.0, 0.0), 6.0, 3.0, 300.0, 300.0),
    ]
    phantom = standard_phantom(rows=208, columns=208, pixel_mm=1.0, slices=10, spacing_mm=3.0, lesions=insert)
    for file in write_phantom(phantom, folder / "ct"):
        dataset = pydicom.dcmread(file)
        dataset.SpecificCharacterSet = "ISO_IR 192"
        dataset.PatientName = NAME
        dataset.SeriesNumber = 7
        dataset.SeriesDescription = "CaSc 3,0 0,6 µ"
        dataset.save_as(file)
    (folder / "clicks.json").write_text(json.dumps(phantom_clicks(phantom)))
    first, row, column = phantom.lesions[0].center
    center = phantom.geometry.lps_mm((first + 1, row, column))
    (folder / "roi").write_text(",".join(f"{v:.3f}" for v in center) + ",4,200")
    return folder


def command(folder: Path, *options: str) -> list[str]:
    return ["score", str(folder / "ct"), "--lesions", str(folder / "clicks.json"), *options]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    started = [sys.executable, "-m", "SmartScoreLib", *arguments]
    return subprocess.run(started, capture_output=True, check=False, env=os.environ | environment)


def test_a_value_that_begins_with_a_minus_needs_no_equals_sign(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    roi = (folder / "roi").read_text()
    assert roi.startswith("-")
    assert main(command(folder, "--json", "-", "--calibration", roi)) == 0
    # 200 mg/cm3 that measure 250 HU: 0.2 / 250
    assert json.loads(capsys.readouterr().out)["protocol"]["mass_factor"] == pytest.approx(0.0008)
    water = "-" + roi.rsplit(",", 2)[0].lstrip("-") + ",2"
    assert main(command(folder, "--calibration", roi, "--water", water, "--json", "-")) == 3
    assert "unexpected" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "value"), [("--threshold", "-5"), ("--min-area", "-.5"), ("--mass-factor", "-1e-3"), ("--water", "-1,2")]
)
def test_a_negative_value_that_makes_no_sense_is_told_by_its_rule_not_by_the_parser(
    folder: Path, option: str, value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(command(folder, option, value)) == 2
    error = capsys.readouterr().err
    assert error.startswith("smartscore: ")
    assert "expected one argument" not in error


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (["--calibration", "-3.58,1"], ["--calibration=-3.58,1"]),
        (["--water", "-.5,1"], ["--water=-.5,1"]),
        (["--json", "-", "ct"], ["--json", "-", "ct"]),
        (["--json=-", "-3"], ["--json=-", "-3"]),
        (["--debug", "--physician"], ["--debug", "--physician"]),
        (["ct", "-3"], ["ct", "-3"]),
        (["--", "--water", "-3"], ["--", "--water", "-3"]),
        (["-3"], ["-3"]),
    ],
)
def test_only_a_negative_number_after_an_option_is_its_value(typed: list[str], read: list[str]) -> None:
    assert joined(typed) == read


def test_debug_shows_the_traceback_before_and_after_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--debug", "check", "/nowhere"], ["check", "--debug", "/nowhere"], ["check", "/nowhere", "--debug"]):
        with pytest.raises(Exception, match="nowhere"):
            main(words)
    assert main(["check", "/nowhere"]) == 3
    capsys.readouterr()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "cp437", "utf-8"])
def test_every_command_speaks_on_a_terminal_of_any_encoding(folder: Path, encoding: str, tmp_path: Path) -> None:
    for words in (
        command(folder),
        command(folder, "--json", "-"),
        command(folder, "--csv", "-"),
        ["check", str(folder / "ct")],
        ["score", "--help"],
        command(folder, "--protocol", "Müller"),
        ["report", *command(folder)[1:], "--png", str(tmp_path / "Bögen 山")],
    ):
        done = run(*words, PYTHONIOENCODING=encoding)
        assert done.returncode == (2 if "Müller" in words else 0), done.stderr
        said = (done.stdout + done.stderr).decode(encoding)
        assert "Traceback" not in said
        assert "\\ufffd" not in said


def test_units_stay_readable_and_names_stay_apart_where_signs_are_missing(folder: Path) -> None:
    plain = run(*command(folder), PYTHONIOENCODING="ascii").stdout.decode("ascii")
    assert "Volume mm3" in plain
    assert "1 mm2" in plain
    assert "mm\\xb3" not in plain
    assert "M\\xfcller-\\xc5str\\xf6m" in plain
    shown = run(*command(folder), PYTHONIOENCODING="latin-1").stdout.decode("latin-1")
    assert "Müller-Åström" in shown
    assert "mm³" in shown


def test_the_same_is_said_without_any_locale(folder: Path) -> None:
    bare = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = run(*command(folder), **bare)
    assert done.returncode == 0, done.stderr
    assert "Coronary total" in done.stdout.decode("ascii")


def test_json_on_standard_output_keeps_every_letter_in_any_encoding(folder: Path) -> None:
    shutil.copy(folder / "clicks.json", folder / "Åsa.json")
    wanted = ["score", str(folder / "ct"), "--lesions", str(folder / "Åsa.json"), "--json", "-"]
    done = run(*wanted, PYTHONIOENCODING="ascii")
    whole = json.loads(done.stdout.decode("ascii"))
    assert whole == json.loads(run(*wanted, PYTHONIOENCODING="utf-8").stdout)
    assert "Åsa.json" in json.dumps(whole, ensure_ascii=False)


def test_help_lists_every_preset_and_examples_that_can_be_parsed(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("score", "report", "export"):
        with pytest.raises(SystemExit):
            main([name, "--help"])
        shown = capsys.readouterr().out
        rules, examples = shown.split("rules that --protocol knows:")[1].split("examples:")
        assert [line.strip() for line in rules.splitlines() if re.match(r"  \S", line)] == list(PRESETS)
        commands = [line.strip().split("   ")[0] for line in examples.splitlines() if line.strip()]
        assert commands
        for one in commands:
            with pytest.raises(SystemExit) as stop:
                main([*shlex.split(one)[1:], "--no-such-option"])
            assert stop.value.code == 2
            assert "unrecognized arguments: --no-such-option" in capsys.readouterr().err


def test_help_of_the_command_itself_shows_examples(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "\n  smartscore check DICOM " in capsys.readouterr().out


def test_the_series_to_choose_from_have_number_description_date_and_slices(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(folder / "ct", tmp_path / "a")
    uid = "2.25.99"
    for number, file in enumerate(sorted((folder / "ct").iterdir())[:6]):
        dataset = pydicom.dcmread(file)
        dataset.SeriesInstanceUID, dataset.SOPInstanceUID = uid, f"{uid}.{number}"
        dataset.file_meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
        dataset.SeriesNumber, dataset.SeriesDescription, dataset.StudyDate = 12, "thin", "20240131"
        dataset.save_as(tmp_path / f"{number}.dcm")
    both = ["score", str(tmp_path), "--lesions", str(folder / "clicks.json")]
    for words, first in (
        (both, "2 series can be scored"),
        ([*both, "--series", "1.2.3"], "Series 1.2.3 was not found"),
    ):
        assert main(words) == 3
        asked, *choices = capsys.readouterr().err.splitlines()
        assert first in asked
        assert f'smartscore: series 12, "thin", 2024-01-31, 6 slices: --series {uid}' in choices
        assert any('series 7, "CaSc 3,0 0,6 µ"' in line and "10 slices: --series " in line for line in choices)
    # What is printed can be copied behind the command.
    assert main([*both, *shlex.split(f"--series {uid}")]) in (0, 3)


def test_a_file_in_an_archive_is_named_by_the_archive(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path / "study.zip"
    with zipfile.ZipFile(archive, "w") as content:
        for file in sorted((folder / "ct").iterdir()):
            content.write(file, f"DICOM/S1/{file.name}")
        content.writestr("DICOM/S1/broken.dcm", b"")
        content.writestr("DICOM/S1/text.dcm", "no image at all")
    assert main(["check", str(archive)]) == 0
    shown = capsys.readouterr().out
    place = f"{archive}/DICOM/S1"
    assert f"{place}/broken.dcm is empty" in shown
    assert f"{place}/text.dcm" in shown
    assert re.search(rf"Folder +{re.escape(place)}\n", shown)
    assert main(["check", "--json", str(archive)]) == 0
    assert json.loads(capsys.readouterr().out)["series"][0]["folder"] == place
    assert main(["score", str(archive), "--lesions", str(folder / "clicks.json"), "--json", "-"]) == 0
    result = capsys.readouterr()
    assert "/smartscore-" not in shown + result.out + result.err


def test_the_command_that_the_demo_prints_runs(tmp_path: Path) -> None:
    place = tmp_path / "my demo's folder"
    place.mkdir()
    done = run("demo", "--database", str(place / "data base"))
    assert done.returncode == 0, done.stderr
    hint = next(line.split(None, 1)[1] for line in done.stdout.decode().splitlines() if line.startswith("Again "))
    again = subprocess.run(hint, shell=True, capture_output=True, text=True, check=False)
    assert again.returncode == 0, again.stderr
    assert re.search(r"Coronary total .* 455 ", again.stdout)


def test_the_demo_names_the_command_as_it_was_started(tmp_path: Path) -> None:
    script = Path(sys.executable).with_name("smartscore")
    if not script.exists():
        pytest.skip("the smartscore command is not installed beside this Python")
    for started, path, expected in (
        (str(script), "/usr/bin:/bin", f"{script} score "),
        ("smartscore", f"{script.parent}:/usr/bin:/bin", "smartscore score "),
    ):
        done = subprocess.run(
            f"{shlex.quote(started)} demo --database {shlex.quote(str(tmp_path / expected[0] / 'd'))}",
            shell=True,
            capture_output=True,
            text=True,
            check=True,  # type: ignore[call-overload]
            env=os.environ | {"PATH": path},
        )
        assert f"Again     {expected}" in done.stdout


def test_a_shell_can_complete_commands_options_and_presets(tmp_path: Path) -> None:
    pytest.importorskip("argcomplete")

    def completed(line: str) -> set[str]:
        answer = tmp_path / "answer"
        environment = {
            "_ARGCOMPLETE": "1", "COMP_LINE": line, "COMP_POINT": str(len(line)), "_ARGCOMPLETE_IFS": "\n",
            "_ARGCOMPLETE_STDOUT_FILENAME": str(answer), "_ARGCOMPLETE_SUPPRESS_SPACE": "1",
        }  # fmt: skip
        program = "from SmartScoreLib.cli.main import main; main()"
        subprocess.run([sys.executable, "-c", program], check=True, env=os.environ | environment)
        return set(answer.read_text().split("\n"))

    assert {"check", "score", "report", "export", "demo"} <= completed("smartscore ")
    assert completed("smartscore score --calibration") == {"--calibration", "--calibrations"}
    assert completed("smartscore score --protocol Can") == {"Canon"}
    assert {"white", "chinese"} <= completed("smartscore score --ethnicity ")


def test_no_start_but_that_of_a_completing_shell_imports_argcomplete() -> None:
    program = "import sys; from SmartScoreLib.cli.main import main; main(['check', '/nowhere'])\n"
    done = subprocess.run(
        [sys.executable, "-c", program + "print('argcomplete' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "False"


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not on this machine")
@pytest.mark.parametrize(("version", "old"), [((3, 10), True), ((2, 7), True), ((3, 11), False), ((4, 0), False)])
def test_a_python_too_old_is_told_before_an_environment_is_made(
    tmp_path: Path, version: tuple[int, int], old: bool
) -> None:
    """A stand-in answers as a Python of that version; only the newer ones go on to make an environment."""
    stand_in = tmp_path / "python3"
    stand_in.write_text(
        f"#!{sys.executable}\nimport sys\nif sys.argv[1] == '-c':\n    sys.version_info = {(*version, 0)}\n"
        "    exec(sys.argv[2])\nelse:\n    sys.exit('asked for an environment')\n"
    )
    stand_in.chmod(0o755)
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "pyproject.toml").touch()
    done = subprocess.run(
        ["make", "demo", f"PYTHON={stand_in}"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert ("needs Python 3.11 or later" in done.stderr) is old
    assert (f"is Python {version[0]}.{version[1]}:" in done.stderr) is old
    assert ("asked for an environment" in done.stderr) is not old
    assert not (tmp_path / ".venv").exists()
    required = re.search(r'requires-python = ">=(3\.\d+)"', (ROOT / "pyproject.toml").read_text())
    assert required is not None
    assert required.group(1) == "3.11"
