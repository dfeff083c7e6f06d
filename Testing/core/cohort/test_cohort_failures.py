"""What is wrong with one exam is a row with its reasons, and stops nothing."""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813
from pyarrow import parquet

from cohorts import Exams, rows, tiny, write_exam
from phantoms import phantom_lesion_map
from SmartScoreLib.cohort.exams.listing import Listing, list_exams
from SmartScoreLib.cohort.model import Exam, Rules
from SmartScoreLib.cohort.running.answers import Task, answers
from SmartScoreLib.cohort.running.crews import Workers
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.remarks.errors import InputRefused, SmartScoreError, WrongUsage


@pytest.fixture(scope="module")
def table(run, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """One exam of each kind, by its name."""
    place = tmp_path_factory.mktemp("failures")
    ct, marks = place / "ct", place / "marks"
    for number, name in enumerate(("good", "twice", "unmarked", "empty_marks", "cut", "two_series", "copy", "apart")):
        write_exam(place, name, tiny(number))
    (marks / "unmarked.json").unlink()
    (marks / "twice.nii.gz").write_bytes(b"")
    (marks / "twice.nrrd").write_bytes(b"")
    (marks / "empty_marks.json").write_text('{"seeds": []}')
    cut = sorted((ct / "cut").iterdir())[5]
    os.truncate(cut, cut.stat().st_size - 100)
    write_phantom(tiny(50), ct / "two_series" / "other", uid_seed="other")
    # The same files under another name, and half of a series in a folder of its own.
    shutil.rmtree(ct / "copy")
    shutil.copytree(ct / "good", ct / "copy")
    shutil.copy(marks / "good.json", marks / "copy.json")
    shutil.copytree(ct / "apart", ct / "apart_2")
    shutil.copy(marks / "apart.json", marks / "apart_2.json")
    for number, file in enumerate(sorted((ct / "apart").iterdir())):
        (ct / ("apart" if number >= 11 else "apart_2") / file.name).unlink()
    (ct / "no_images").mkdir()
    (ct / "no_images" / "notes.txt").write_text("nothing")
    (marks / "no_images.json").write_text('{"seeds": []}')
    run(ct, place / "out", marks)
    return {row["exam"]: row for row in rows(place / "out" / "exams.csv")}


@pytest.mark.parametrize(
    ("exam", "outcome", "codes"),
    [
        ("good", "scored", ""),
        ("unmarked", "failed", "cohort.no_marks"),
        ("twice", "failed", "cohort.several_marks"),
        ("empty_marks", "not_read", ""),
        ("two_series", "failed", "series.several series.choice"),
        ("no_images", "failed", "series.no_image"),
        ("copy", "scored", ""),
    ],
)
def test_every_exam_has_a_row_with_its_outcome_and_the_codes_of_its_reasons(
    table: dict[str, dict[str, str]], exam: str, outcome: str, codes: str
) -> None:
    assert (table[exam]["outcome"], table[exam]["reason_codes"]) == (outcome, codes)
    assert (table[exam]["total_agatston"] != "") == (outcome == "scored")


def test_images_that_are_cut_off_are_no_score(table: dict[str, dict[str, str]]) -> None:
    assert table["cut"]["outcome"] == "failed"
    assert "series.pixel" in table["cut"]["reason_codes"]
    assert table["cut"]["series_instance_uid"] == "" or table["cut"]["total_agatston"] == ""


def test_nothing_marked_is_no_zero(table: dict[str, dict[str, str]]) -> None:
    row = table["empty_marks"]
    assert {row[key] for key in ("valid", "total_lesions", "lad_agatston", "vessels", "cac_drs")} == {""}
    assert row["aorta_agatston"] == "0.0"
    assert row["withheld"] == "interpretation.not_read"


def test_the_same_images_twice_are_told_of_both_exams(table: dict[str, dict[str, str]]) -> None:
    good, copy = table["good"], table["copy"]
    assert good["images_sha256"] == copy["images_sha256"]
    assert "copy" in good["remarks"]
    assert "good" in copy["remarks"]
    for row in (good, copy):
        assert row["remark_codes"].split()[0] == "cohort.same_images"
        assert row["valid"] == "1"


def test_parts_of_a_series_in_two_exams_have_no_score_that_holds(table: dict[str, dict[str, str]]) -> None:
    both = [table["apart"], table["apart_2"]]
    assert both[0]["images_sha256"] != both[1]["images_sha256"]
    scored = [row for row in both if row["outcome"] == "scored"]
    assert scored
    for row in scored:
        assert row["remark_codes"].split()[0] == "cohort.series_apart"
        assert row["valid"] == "0"
        assert (row["withheld"], row["cac_drs"], row["arterial_age"]) == ("interpretation.invalid", "", "")


def test_marks_of_another_grid_are_refused_and_a_mask_is_scored_as_clicks_are(run, tmp_path: Path) -> None:
    phantom = tiny(3)
    write_exam(tmp_path, "P1", phantom)
    write_exam(tmp_path, "P2", phantom)
    run(tmp_path / "ct", tmp_path / "clicks", tmp_path / "marks")
    masks = tmp_path / "masks"
    masks.mkdir()
    lesions = phantom_lesion_map(phantom)
    labels = np.zeros(phantom.geometry.shape, np.uint8)
    labels[lesions.box] = lesions.labels
    image = sitk.GetImageFromArray(labels)
    geometry = phantom.geometry
    image.SetSpacing(tuple(reversed(geometry.spacing_mm)))
    image.SetOrigin(geometry.lps_mm((0, 0, 0)))
    sitk.WriteImage(image, str(masks / "P1.nrrd"))
    image.SetOrigin([value + 500 for value in geometry.lps_mm((0, 0, 0))])
    sitk.WriteImage(image, str(masks / "P2.nrrd"))
    names = {"1": "LM", "2": "LAD", "3": "LCX", "4": "RCA", "5": "PDA", "6": "AORTA", "7": "AV", "8": "MV"}
    (masks / "P1.json").write_text(json.dumps(names))
    (masks / "P2.json").write_text(json.dumps(names))
    run(tmp_path / "ct", tmp_path / "out", masks)
    one, other = rows(tmp_path / "out" / "exams.csv")
    assert one["total_agatston"] == rows(tmp_path / "clicks" / "exams.csv")[0]["total_agatston"]
    assert (one["marks"], other["outcome"]) == ("P1.nrrd", "failed")
    # What names the labels is a part of the marks.
    before = one["marks_sha256"]
    names["2"] = "LCX"
    (masks / "P1.json").write_text(json.dumps(names))
    run(tmp_path / "ct", tmp_path / "out", masks)
    after = rows(tmp_path / "out" / "exams.csv")[0]
    assert after["marks_sha256"] != before
    assert after["lad_agatston"] == "0.0"


def test_what_cannot_be_listed_is_refused_before_any_work(exams: Exams, tmp_path: Path) -> None:
    for listing, code in (
        (Listing(tmp_path / "nowhere"), "cohort.no_source"),
        (Listing(exams.marks / "P00.json"), "cohort.no_source"),
        (Listing(exams.marks), "cohort.no_exams"),
        (Listing(exams.ct, str(exams.marks / "P00.json")), "cohort.one_file_for_all"),
        (Listing(exams.ct, "{patient}.nrrd"), "cohort.unknown_place"),
    ):
        with pytest.raises((InputRefused, WrongUsage)) as caught:
            list_exams(listing)
        assert caught.value.remarks[0].code == code


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has such names of files")
def test_names_of_folders_with_line_ends_and_bytes_that_are_no_characters_come_out_as_they_are(
    exams: Exams, run, tmp_path: Path
) -> None:
    names = ["a\rb", "c\nd", "e\udcff"]
    (tmp_path / "ct").mkdir()
    for name in names:
        (tmp_path / "ct" / name).symlink_to(exams.ct / "P00")
    run(tmp_path / "ct", tmp_path / "out", "auto")
    for table in ("exams.csv", "timing.csv"):
        assert [row["exam"] for row in rows(tmp_path / "out" / table)] == names
    found = parquet.read_table(tmp_path / "out" / "exams.parquet")["exam"].to_pylist()
    assert found == ["a\rb", "c\nd", "e\\xff"]


def test_marks_are_found_by_patterns_too(exams: Exams) -> None:
    for pattern in (f"{exams.marks}/{{exam}}.json", "{folder}/../../marks/{exam}.j*"):
        found = list_exams(Listing(exams.ct, pattern)).exams
        assert [exam.marks.name.rpartition("/")[2] for exam in found] == [f"{name}.json" for name in exams.phantoms]
        assert all(not exam.problems for exam in found)


class Dying(Executor):
    """Ends its pool at certain exams."""

    def __init__(self, fatal: dict[str, int], error: type[Exception]) -> None:
        self._fatal, self._error, self._broken = fatal, error, False

    def submit(self, work, tasks, rules):
        if self._broken:
            raise BrokenProcessPool
        future: Future[list[str]] = Future()
        fatal = [task.exam.name for task in tasks if self._fatal.get(task.exam.name, 0)]
        if fatal:
            self._fatal[fatal[0]] -= 1
            self._broken = self._error is BrokenProcessPool
            future.set_exception(self._error())
        else:
            # As a worker whose time is over after three exams.
            future.set_result([task.exam.name for task in tasks[:3]])
        return future


class KilledWorker(Exception):  # noqa: N818 (its name in Dask)
    """As Dask says that several workers ended; its own workers go on."""


@pytest.mark.parametrize("error", [BrokenProcessPool, KilledWorker])
@pytest.mark.parametrize(("times", "given_up"), [(1, []), (2, ["c"])])
def test_an_exam_that_ends_its_process_twice_is_given_up_and_no_other_is_lost(
    times: int, given_up: list[str], error: type[Exception]
) -> None:
    fatal = {"c": times}

    @contextmanager
    def crew() -> Iterator[Workers]:
        yield Workers(Dying(fatal, error), 2)

    names = [*"abcdef", *map(str, range(100))]
    tasks = [Task(number, Exam(name, ())) for number, name in enumerate(names)]
    found = list(answers(tasks, Rules(), crew))
    assert sorted(one.task.exam.name for one in found) == sorted(names)
    assert all(one.line in (one.task.exam.name, None) for one in found)
    assert [one.task.exam.name for one in found if one.line is None] == given_up


def test_rows_of_two_versions_are_not_put_together(exams: Exams, run, tmp_path: Path) -> None:
    from SmartScoreLib.cohort.running import run as running

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(running, "software", lambda: "SmartScore 0.1")
        with pytest.raises(SmartScoreError) as caught:
            run(exams.ct, tmp_path / "out", exams.marks)
    assert caught.value.remarks[0].code == "cohort.other_software"
