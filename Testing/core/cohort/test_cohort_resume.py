"""A run that was ended goes on where it was, and gives the same bytes."""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cohorts import SAME, Exams, same, tiny, write_exam
from SmartScoreLib.database.lock import lock
from SmartScoreLib.remarks.errors import Cancelled, InputRefused, SmartScoreError

JOURNAL = Path("progress", "exams.jsonl")
ROOT = Path(__file__).resolve().parents[3]


def copy_of(done: Path, place: Path) -> Path:
    """The folder of a run that was ended before it wrote its tables."""
    (place / "progress").mkdir(parents=True)
    shutil.copy(done / JOURNAL, place / JOURNAL)
    return place


def test_unchanged_exams_are_not_read_again(few: Exams, few_done: Path, run, tmp_path: Path) -> None:
    out = copy_of(few_done, tmp_path / "out")
    before = (out / JOURNAL).read_bytes()
    assert run(few.ct, out, few.marks).kept == 4
    assert (out / JOURNAL).read_bytes() == before
    assert same(few_done, out) == []


def test_an_exam_with_another_file_is_read_again_and_the_others_are_not(run, tmp_path: Path) -> None:
    for number in range(3):
        write_exam(tmp_path, f"P{number}", tiny(number))
    out = tmp_path / "out"
    run(tmp_path / "ct", out, tmp_path / "marks")
    before = (out / "exams.csv").read_text()
    clicks = tmp_path / "marks" / "P1.json"
    clicks.write_text(json.dumps({"seeds": json.loads(clicks.read_text())["seeds"][:1]}))
    assert run(tmp_path / "ct", out, tmp_path / "marks").kept == 2
    lines = [
        (old, new) for old, new in zip(before.splitlines(), (out / "exams.csv").read_text().splitlines(), strict=True)
    ]
    assert [old == new for old, new in lines] == [True, True, False, True]
    (tmp_path / "ct" / "P2" / "CT00012.dcm").unlink()
    assert run(tmp_path / "ct", out, tmp_path / "marks").kept == 2


def test_another_rule_or_another_reader_is_another_question(few: Exams, few_done: Path, run, tmp_path: Path) -> None:
    out = copy_of(few_done, tmp_path / "out")
    assert run(few.ct, out, few.marks, reader="A. Reader").kept == 0
    assert run(few.ct, out, few.marks).kept == 4
    assert same(few_done, out) == []


@pytest.mark.parametrize("part", [0.001, 0.5, 0.999])
def test_a_journal_that_was_cut_off_anywhere_gives_the_same_tables(
    part: float, few: Exams, few_done: Path, run, tmp_path: Path
) -> None:
    out = copy_of(few_done, tmp_path / "out")
    whole = (few_done / JOURNAL).read_bytes()
    (out / JOURNAL).write_bytes(whole[: int(len(whole) * part)])
    kept = run(few.ct, out, few.marks).kept
    assert kept == whole[: int(len(whole) * part)].count(b"\n")
    assert same(few_done, out) == []


def test_a_damaged_line_counts_as_not_written_and_the_order_of_lines_does_not_matter(
    few: Exams, few_done: Path, run, tmp_path: Path
) -> None:
    out = copy_of(few_done, tmp_path / "out")
    lines = (few_done / JOURNAL).read_bytes().splitlines(keepends=True)
    damaged = lines[1].replace(b'"agatston"', b'"agatstoN"').replace(b"_agatston", b"_agatstoN")
    assert damaged != lines[1]
    (out / JOURNAL).write_bytes(b"".join([*reversed(lines[2:]), damaged, b"\0" * 50 + b"\n", *lines[:1]]))
    assert run(few.ct, out, few.marks).kept == 3
    assert same(few_done, out) == []


def test_an_interrupt_says_what_is_kept_and_the_same_command_goes_on(
    few: Exams, few_done: Path, run, tmp_path: Path
) -> None:
    def interrupt(count: int, total: int, what: str) -> None:
        if count == 2:
            raise KeyboardInterrupt

    out = tmp_path / "out"
    with pytest.raises(Cancelled) as caught:
        run(few.ct, out, few.marks, progress=interrupt)
    assert [(one.code, one.values) for one in caught.value.remarks] == [("cohort.stopped", {"done": 2, "total": 4})]
    assert not (out / "exams.csv").exists()
    assert run(few.ct, out, few.marks).kept == 2
    assert same(few_done, out) == []


PROGRAM = """
import os, sys
from pathlib import Path
sys.path[:0] = [{root!r} + "/SmartScore", {root!r} + "/Testing"]
from cohorts import in_this_process
from SmartScoreLib.cohort.exams.listing import Listing
from SmartScoreLib.cohort.model import Rules
from SmartScoreLib.cohort.request import Request
from SmartScoreLib.cohort.running.run import run_cohort

def progress(done, total, what):
    if done == {at}:
        {act}

run_cohort(Request(Listing(Path({ct!r}), {marks!r}), Rules(), Path({out!r})), in_this_process, progress)
"""


def program(few: Exams, out: Path, at: int, act: str) -> list[str]:
    text = PROGRAM.format(root=str(ROOT), ct=str(few.ct), marks=str(few.marks), out=str(out), at=at, act=act)
    return [sys.executable, "-c", text]


def test_a_run_that_is_killed_twice_gives_the_same_tables(exams: Exams, done: Path, run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    for at in (3, 8):
        ended = subprocess.run(
            program(exams, out, at, f"os.kill(os.getpid(), {signal.SIGKILL:d})"), capture_output=True, check=False
        )
        assert ended.returncode == -signal.SIGKILL, ended.stderr
        assert not (out / "manifest.json").exists()
    left = [out / ".exams.4711.csv", out / ".territories.12.parquet", out / ".mine.12.csv", out / ".exams.x.csv"]
    for file in left:
        file.touch()
    assert run(exams.ct, out, exams.marks).kept == 8
    assert same(done, out) == []
    # What it left half written goes, and nothing else.
    assert [file.exists() for file in left] == [False, False, True, True]


def test_on_a_full_disk_the_reason_is_told_what_is_done_is_kept_and_it_goes_on(
    few: Exams, few_done: Path, run, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    limit = (few_done / JOURNAL).stat().st_size // 2
    ended = subprocess.run(
        program(few, out, 99, "pass"), capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )  # fmt: skip
    assert ended.returncode == 1
    assert "exams.jsonl could not be written" in ended.stderr
    assert "goes on from there" in ended.stderr
    assert 1 <= run(few.ct, out, few.marks).kept < 4
    assert same(few_done, out) == []


def test_tables_that_cannot_be_written_leave_no_manifest(few: Exams, few_done: Path, run, tmp_path: Path) -> None:
    out = copy_of(few_done, tmp_path / "out")
    run(few.ct, out, few.marks)
    (out / "lesions.csv").unlink()
    (out / "lesions.csv").symlink_to(tmp_path / "nowhere" / "lesions.csv")
    with pytest.raises(SmartScoreError) as caught:
        run(few.ct, out, few.marks)
    assert caught.value.remarks[0].code == "cohort.not_written"
    assert not (out / "manifest.json").exists()
    (out / "lesions.csv").unlink()
    assert run(few.ct, out, few.marks).kept == 4
    assert same(few_done, out) == []


def test_two_runs_in_one_folder_are_refused(few: Exams, few_done: Path, run, tmp_path: Path) -> None:
    out = copy_of(few_done, tmp_path / "out")
    held = lock(out / "progress")
    with pytest.raises(InputRefused) as caught:
        run(few.ct, out, few.marks)
    assert caught.value.remarks[0].code == "cohort.in_use"
    held.close()
    assert run(few.ct, out, few.marks).kept == 4


def test_an_exam_that_was_away_for_a_moment_is_tried_again(few: Exams, few_done: Path, run, tmp_path: Path) -> None:
    from SmartScoreLib.cohort.records import exam as work

    out = tmp_path / "out"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(work, "load_series", lambda candidate: os.open(tmp_path / "gone", 0))
        assert run(few.ct, out, few.marks).outcomes == {"failed": 4}
    assert run(few.ct, out, few.marks).outcomes == {"scored": 4}
    assert same(few_done, out) == []
    assert len(SAME) == 9
