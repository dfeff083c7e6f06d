"""`smartscore cohort` as a user types it, with processes of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

from cohorts import Exams, in_this_process, rows, same
from SmartScoreLib.cli.main import main
from SmartScoreLib.cli.terminal.progress import time_left
from SmartScoreLib.cohort.running import crews

PACKAGE = Path(__file__).resolve().parents[3] / "SmartScore"


def test_the_command_writes_the_tables_with_two_processes_and_says_what_it_did(
    exams: Exams, done: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["cohort", str(exams.ct), "--lesions", str(exams.marks), "--out", str(tmp_path / "out")]
    assert main([*command, "--jobs", "2"]) == 0
    said = capsys.readouterr().out
    assert "12 exams; rows: 12 scored" in said
    assert "exams.csv" in said
    assert same(done, tmp_path / "out") == []
    assert [float(row["seconds"]) > 0 for row in rows(tmp_path / "out" / "timing.csv")] == [True] * 12


def test_a_run_of_which_all_exams_fail_has_another_status_and_tells_why(
    exams: Exams, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crews, "crew_of", lambda scheduler, jobs: in_this_process)
    command = [
        "cohort",
        str(exams.ct),
        "--lesions",
        "{folder}/none.nrrd",
        "--out",
        str(tmp_path / "out"),
        "--jobs",
        "1",
    ]
    assert main(command) == 3
    assert "failed, 12 x cohort.no_marks" in capsys.readouterr().out
    assert len(rows(tmp_path / "out" / "exams.csv")) == 12


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ([], 2),
        (["ct"], 2),
        (["ct", "--out", "out", "--jobs", "0"], 2),
        (["ct", "--out", "out", "--jobs", "1", "--scheduler", "tcp://127.0.0.1:1"], 2),
        (["ct", "--out", "out", "--protocol", "Nobody's"], 2),
        (["nowhere", "--out", "out"], 3),
        (["--verify", "nowhere.json"], 3),
    ],
)
def test_wrong_usage_is_told_before_any_work(
    options: list[str], status: int, exams: Exams, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(exams.ct.parent)
    assert main(["cohort", *options]) == status
    assert not (exams.ct.parent / "out").exists()


def test_no_other_command_imports_what_only_a_cohort_needs() -> None:
    program = (
        f"import sys; sys.path.insert(0, {str(PACKAGE)!r})\n"
        "from SmartScoreLib.cli.main import main\n"
        "main(['cohort'])\n"
        "heavy = {'pyarrow', 'distributed', 'dask', 'multiprocessing', 'concurrent', 'numpy', 'sqlite3'}\n"
        "print(sorted(heavy & {name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ended.stderr.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("passed", "done", "total", "text"),
    [
        (10.0, 0, 100, ""),
        (10.0, 100, 100, ""),
        (10.0, 50, 100, ", 10 s left"),
        (89.0, 1, 2, ", 89 s left"),
        (90.0, 1, 2, ", 2 min left"),
        (60.0, 1, 120, ", 119 min left"),
        (60.0, 1, 121, ", 2 h 0 min left"),
    ],
)
def test_the_time_left_is_told_in_seconds_minutes_or_hours(passed: float, done: int, total: int, text: str) -> None:
    assert time_left(passed, done, total) == text
