"""`smartscore score` as a user meets it: exit status, table, JSON, CSV and plain reasons."""

import csv
import errno
import io
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from SmartScoreLib.cli.main import main
from SmartScoreLib.phantom.expected import expected_scores
from SmartScoreLib.phantom.marks import phantom_clicks
from SmartScoreLib.phantom.model import Phantom
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import write_phantom


@pytest.fixture(scope="module")
def phantom() -> Phantom:
    return standard_phantom(rows=208, columns=208, pixel_mm=1.0, slices=44, spacing_mm=3.0)


@pytest.fixture(scope="module")
def folder(phantom: Phantom, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli")
    write_phantom(phantom, folder / "ct")
    (folder / "clicks.json").write_text(json.dumps(phantom_clicks(phantom)))
    return folder


def _score(folder: Path, *options: str) -> int:
    return main(["score", str(folder / "ct"), "--lesions", str(folder / "clicks.json"), *options])


def test_json_has_every_field_of_the_schema_and_the_exact_scores(
    folder: Path, phantom: Phantom, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _score(folder, "--json", "-", "--ethnicity", "white", "--mass-factor", "0.00075") == 0
    result = json.loads(capsys.readouterr().out)
    assert result["schema"] == "smartscore-score/2"
    assert {k: result["series"][k] for k in ("slices", "rows", "columns", "spacing_mm", "kvp")} == {
        "slices": 44,
        "rows": 208,
        "columns": 208,
        "spacing_mm": [3.0, 1.0, 1.0],
        "kvp": 120.0,
    }
    assert result["series"]["SeriesInstanceUID"].startswith("2.25.") or result["series"]["SeriesInstanceUID"]
    assert isinstance(result["series"]["warnings"], list)
    assert set(result["protocol"]) >= {
        "threshold_hu", "minimum_area_mm2", "connectivity", "volume_method", "mass_factor",
    }  # fmt: skip
    assert list(result["territories"]) == ["LM", "LAD", "LCX", "RCA", "PDA", "AORTA", "AV", "MV", "OTHER", "CORONARY"]
    expected = expected_scores(phantom, 0.00075)
    for key, want in expected.items():
        found = result["total"] if key == "total" else result["territories"][key]
        assert found["agatston"] == pytest.approx(want.agatston, rel=1e-9)
        assert found["volume_mm3"] == pytest.approx(want.volume_mm3, rel=1e-9)
        assert found["mass_mg"] == pytest.approx(want.mass_mg, rel=1e-6)
        assert found["lesions"] == want.lesions
    assert result["total"]["vessels"] == 4
    assert set(result["lesions"][0]) == {
        "territory", "agatston", "volume_mm3", "mass_mg", "peak_hu", "mean_hu", "slices", "centroid_lps_mm",
    }  # fmt: skip
    # Age 60 and sex M are in the phantom's header. 0 < score, so the comparison has a value.
    assert result["interpretation"]["mesa_percentile"]["value"] > 50
    assert result["interpretation"]["mesa_percentile"]["reason"] is None
    assert result["interpretation"]["mesa_chd_risk"]["value"] is None


def test_without_a_mass_factor_mass_is_null_and_never_zero(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _score(folder, "--json", "-") == 0
    result = json.loads(capsys.readouterr().out)
    assert result["total"]["mass_mg"] is None
    assert all(t["mass_mg"] is None for t in result["territories"].values())
    assert result["interpretation"]["mesa_percentile"] == {
        "value": None,
        "reason": "Not available: ethnicity not known.",
    }


def test_csv_has_a_line_for_each_territory_and_the_total(
    folder: Path, phantom: Phantom, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _score(folder, "--csv", "-") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [r["territory"] for r in rows] == [
        "LM",
        "LAD",
        "LCX",
        "RCA",
        "PDA",
        "AORTA",
        "AV",
        "MV",
        "OTHER",
        "CORONARY",
        "TOTAL",
    ]
    assert float(rows[-1]["agatston"]) == pytest.approx(expected_scores(phantom)["total"].agatston, rel=1e-9)
    assert {r["mass_mg"] for r in rows} == {""}
    assert {r["patient_id"] for r in rows} == {"PHANTOM-1"}


def test_the_table_shows_the_rules_and_that_it_is_for_research(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _score(folder) == 0
    shown = capsys.readouterr().out
    for text in ("SmartScore AJ-130", "130 HU", "1 mm²", "Coronary total", "CAC-DRS A", "Research use"):
        assert text in shown


def test_files_are_written_where_asked(folder: Path, tmp_path: Path) -> None:
    assert _score(folder, "--json", str(tmp_path / "a.json"), "--csv", str(tmp_path / "a.csv")) == 0
    assert json.loads((tmp_path / "a.json").read_text())["total"]["agatston"] > 0
    assert (tmp_path / "a.csv").read_text().startswith("series_instance_uid,")


def test_a_changed_threshold_is_used_and_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _score(folder, "--threshold", "145", "--json", "-") == 0
    result = json.loads(capsys.readouterr().out)
    assert result["protocol"]["threshold_hu"] == 145
    assert "custom" in result["protocol"]["name"]


@pytest.mark.parametrize(
    "options",
    [
        ("--threshold", "nan"), ("--min-area", "-1"), ("--mass-factor", "0"), ("--ethnicity", "martian"),
        ("--protocol", "nonsense"), ("--json", "-", "--csv", "-"), ("--no-such-option",),
    ],
    ids=" ".join,
)  # fmt: skip
def test_wrong_usage_exits_with_2_and_one_line(
    folder: Path, options: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        status = _score(folder, *options)
    except SystemExit as stop:  # argparse
        status = int(str(stop.code))
    assert status == 2
    assert "Traceback" not in capsys.readouterr().err


def test_refused_input_exits_with_3_and_one_reason_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.dcm").write_text("not an image")
    assert main(["score", str(tmp_path), "--lesions", "auto"]) == 3
    error = capsys.readouterr().err
    assert "Traceback" not in error
    assert all(line.startswith("smartscore: ") for line in error.splitlines())
    assert "a.dcm" in error


def test_two_series_are_a_question_that_names_both(
    phantom: Phantom, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = write_phantom(phantom, tmp_path / "one", uid_seed="one")
    write_phantom(phantom, tmp_path / "two", uid_seed="two")
    import pydicom

    uid = str(pydicom.dcmread(first[0], stop_before_pixels=True).SeriesInstanceUID)
    assert main(["score", str(tmp_path), "--lesions", "auto"]) == 3
    assert uid in capsys.readouterr().err
    assert main(["score", str(tmp_path), "--lesions", "auto", "--series", uid]) == 0


def test_phases_of_one_series_are_chosen_by_their_label(
    phantom: Phantom, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_phantom(phantom, tmp_path, phases=(40, 75))
    assert main(["score", str(tmp_path), "--lesions", "auto"]) == 3
    error = capsys.readouterr().err
    assert "40" in error
    assert "75" in error
    (copied,) = (line.split(": ")[2] for line in error.splitlines() if "phase 75" in line)
    assert main(["score", str(tmp_path), "--lesions", "auto", *shlex.split(copied)]) == 0


def test_an_unreviewed_score_says_so_everywhere(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", str(folder / "ct"), "--lesions", "auto"]) == 0
    shown = capsys.readouterr().out
    assert "UNREVIEWED" in shown
    assert "CAC-DRS A" not in shown
    assert main(["score", str(folder / "ct"), "--lesions", "auto", "--json", "-"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["reviewed"] is False
    assert result["territories"]["OTHER"]["lesions"] >= 10
    # Candidates have no vessel: a coronary total of 0 must not read as "no calcium".
    assert [result["interpretation"][k] for k in ("cac_drs", "plaque_burden", "arterial_age")] == [None, None, None]
    assert "no reader" in result["interpretation"]["mesa_percentile"]["reason"]


def test_a_person_file_gives_the_risk_its_inputs(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    person = {
        "age_years": 60, "sex": "male", "ethnicity": "white", "diabetes": False, "smoker": False,
        "total_cholesterol_mg_dl": 200, "hdl_cholesterol_mg_dl": 50, "lipid_medication": False,
        "systolic_mmhg": 120, "blood_pressure_medication": False, "family_history": False,
    }  # fmt: skip
    path = tmp_path / "person.json"
    path.write_text(json.dumps(person))
    assert _score(folder, "--person", str(path), "--json", "-") == 0
    assert json.loads(capsys.readouterr().out)["interpretation"]["mesa_chd_risk"]["value"] > 0
    path.write_text(json.dumps({"sex": "M", "smokes": True}))
    assert _score(folder, "--person", str(path)) == 3
    error = capsys.readouterr().err
    assert "sex 'M'" in error
    assert "'smokes'" in error


def test_the_command_runs_as_a_module_and_a_broken_pipe_is_no_traceback(folder: Path) -> None:
    command = [sys.executable, "-m", "SmartScoreLib", "score", str(folder / "ct")]
    done = subprocess.run(
        [*command, "--lesions", str(folder / "missing.json")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 3
    assert "missing.json" in done.stderr
    assert "Traceback" not in done.stderr


def test_numbers_of_the_json_are_in_full_precision(folder: Path, phantom: Phantom, tmp_path: Path) -> None:
    assert _score(folder, "--json", str(tmp_path / "a.json")) == 0
    found = json.loads((tmp_path / "a.json").read_text())["territories"]["RCA"]["agatston"]
    assert abs(found - expected_scores(phantom)["RCA"].agatston) < 1e-6


def test_a_mass_factor_can_be_measured_on_an_insert_of_known_concentration(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An insert of 200 mg/cm3 that measures 250 HU against water at 0 HU: 0.2 / 250 = 0.0008 mg/(mm3 HU)."""
    insert = [
        ("OTHER", (40.0, -20.0, 0.0), 20.0, 12.0, 250.0, 250.0),
        ("LAD", (-30.0, -20.0, 0.0), 6.0, 3.0, 300.0, 300.0),
    ]
    phantom = standard_phantom(rows=208, columns=208, pixel_mm=1.0, slices=10, spacing_mm=3.0, lesions=insert)
    write_phantom(phantom, tmp_path / "ct")
    (tmp_path / "clicks.json").write_text(json.dumps(phantom_clicks(phantom)))
    first, row, column = phantom.lesions[0].center
    center = phantom.geometry.lps_mm((first + 1, row, column))
    roi = ",".join(f"{v:.3f}" for v in center) + ",4,200"
    assert _score(tmp_path, "--calibration", roi, "--json", "-") == 0
    result = json.loads(capsys.readouterr().out)
    assert result["protocol"]["mass_factor"] == pytest.approx(0.0008)
    voxels = sum(layer.voxels for layer in phantom.lesions[1].layers)
    assert result["territories"]["LAD"]["mass_mg"] == pytest.approx(voxels * 3.0 * 300 * 0.0008)
    assert _score(tmp_path, "--calibration", roi, "--mass-factor", "0.001") == 2
    assert _score(tmp_path, "--calibration", "1,2,3", "--json", "-") == 2
    assert _score(tmp_path, "--water", "1,2,3,4") == 2


def test_no_report_is_made_of_marks_that_nobody_has_confirmed(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    images = str(folder / "ct")
    assert main(["report", images, "--lesions", "auto", "--png", str(tmp_path / "png")]) == 3
    assert not (tmp_path / "png").exists()
    database = tmp_path / "database"
    assert main(["export", images, "--lesions", "auto", "--database", str(database), "--patient"]) == 3
    assert "a reader has confirmed" in capsys.readouterr().err
    assert main(["export", images, "--lesions", "auto", "--database", str(database), "--screens"]) == 0


def test_file_names_that_cannot_be_printed_still_give_one_reason_a_line(
    phantom: Phantom, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write_phantom(phantom, tmp_path / "ct")
    for name in (b"a\nb.dcm", b"\xff.dcm"):
        (tmp_path / "ct" / os.fsdecode(name)).write_bytes(b"")
    assert main(["check", str(tmp_path)]) == 0
    shown = capfd.readouterr().out
    assert "a b.dcm is empty" in shown
    assert "?.dcm is empty" in shown
    assert main(["check", str(tmp_path), "--json"]) == 0
    json.loads(capfd.readouterr().out)
    assert main(["score", str(tmp_path), "--lesions", "auto", "--json", "-"]) == 0
    assert any("a b.dcm" in warning for warning in json.loads(capfd.readouterr().out)["series"]["warnings"])


def test_a_result_that_cannot_be_written_leaves_the_one_that_was_there(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.json").write_text("the one before")

    def full(path: Path, text: str, **_: str) -> int:
        with path.open("w") as file:
            file.write(text[:10])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_text", full)
    assert _score(folder, "--json", str(tmp_path / "a.json")) == 1
    assert "No space left" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
    assert (tmp_path / "a.json").read_text() == "the one before"
