"""Limits of an export: slices, margins, room for temporary files; the last that is taken and the next."""

import os
import shutil
import sqlite3
import tempfile
import time
from contextlib import closing
from dataclasses import replace

import numpy as np
import pytest

from phantoms import phantom_lesion_map
from SmartScoreLib.database.folder import FolderDatabase
from SmartScoreLib.database.lock import lock
from SmartScoreLib.database.sources import find_in
from SmartScoreLib.exports.export import ExportChoices, export
from SmartScoreLib.exports.slices import default_slices
from SmartScoreLib.exports.temporary import temporary_folder
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.read import make_reading
from SmartScoreLib.remarks.errors import ExportFailed, InputRefused, SmartScoreError, WrongUsage
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.load import load_series
from SmartScoreLib.series.model import CTSeries

PHANTOM = standard_phantom(slices=12, rows=64, columns=64, pixel_mm=3.0, spacing_mm=5)


@pytest.fixture
def reading(tmp_path, monkeypatch) -> Reading:
    """A reading of 12 slices of 64 x 64; temporary files go to `temp`."""
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    write_phantom(PHANTOM, tmp_path / "source")
    series = load_series(find_in([tmp_path / "source"]).candidates[0])
    return make_reading(series, phantom_lesion_map(PHANTOM), DEFAULT_PROTOCOL)


def refused(work, kind: type[SmartScoreError]) -> Remark:
    with pytest.raises(kind) as caught:
        work()
    (remark,) = caught.value.remarks
    return remark


def free_space(monkeypatch, free: int) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**9, 0, free))


@pytest.mark.parametrize(
    ("spacing_mm", "slices"),
    [  # slices of so many mm that lie within 10 mm, counted up
        (10.0001, 1),
        (10.0, 1),
        (9.999, 2),
        (5.0, 2),
        (4.999, 3),
        (3.0, 4),
        (2.5, 4),
        (2.5 * (1 - 1e-12), 4),  # as decimal numbers of a header become binary ones
        (2.499, 5),
        (0.1, 100),
        (0.0999, 101),
    ],
)
def test_ten_millimeters_are_kept_on_either_side_of_the_marks(spacing_mm, slices):
    geometry = VolumeGeometry((301, 8, 8), (spacing_mm, 1.0, 1.0), (0, 0, 0), ((0, 0, 1), (0, 1, 0), (1, 0, 0)))
    marks = LesionMap(geometry, (150, 2, 2), np.ones((1, 3, 3), np.uint8))
    assert default_slices(marks) == range(150 - slices, 150 + slices + 1)


@pytest.mark.parametrize(
    ("corner", "kept"), [((2, 0, 0), range(5)), ((1, 0, 0), range(4)), ((9, 0, 0), range(7, 12)),
                         ((10, 0, 0), range(8, 12))],
)  # fmt: skip
def test_the_margin_ends_with_the_series(corner, kept):
    geometry = VolumeGeometry((12, 8, 8), (5.0, 1.0, 1.0), (0, 0, 0), ((0, 0, 1), (0, 1, 0), (1, 0, 0)))
    assert default_slices(LesionMap(geometry, corner, np.ones((1, 3, 3), np.uint8))) == kept


@pytest.mark.parametrize(
    ("slices", "values"),
    [
        (range(12), None),
        (range(11, 12), None),
        (range(13), {"total": 12, "first": 1, "last": 13}),
        (range(-1, 3), {"total": 12, "first": 0, "last": 3}),
        (range(0, 8, 2), {"total": 12, "first": 1, "last": 7}),
        (range(4, 4), {"total": 12}),
    ],
)
def test_a_reduced_series_holds_slices_of_the_series(tmp_path, reading, slices, values):
    choices = ExportChoices(reduced=slices)
    if values is None:
        (written,) = export(reading, FolderDatabase(tmp_path / "db"), choices)
        assert written.files == len(slices)
        return
    remark = refused(lambda: export(reading, FolderDatabase(tmp_path / "db"), choices), WrongUsage)
    assert dict(remark.values) == values
    assert not (tmp_path / "db").exists()


@pytest.mark.parametrize(("index", "taken"), [(0, True), (11, True), (12, False), (-1, False)])
def test_a_screen_save_is_of_a_slice_of_the_series(tmp_path, reading, index, taken):
    choices = ExportChoices(screens=True, screen_slices=(index,))
    if taken:
        (written,) = export(reading, FolderDatabase(tmp_path / "db"), choices)
        assert (written.kind, written.files) == ("screens", 1)
    else:
        remark = refused(lambda: export(reading, FolderDatabase(tmp_path / "db"), choices), WrongUsage)
        assert (remark.code, dict(remark.values)) == ("exports.screen_outside", {"slice": index + 1})


def test_a_volume_without_dicom_files_is_refused_before_anything_is_drawn(tmp_path, reading):
    bare = replace(reading, series=CTSeries(reading.series.hu, reading.series.geometry))
    told = []
    choices = ExportChoices(physician=True)
    remark = refused(
        lambda: export(bare, FolderDatabase(tmp_path / "db"), choices, lambda *state: told.append(state)), InputRefused
    )
    assert remark.code == "dicomwriting.no_dicom"
    assert told == []


def test_room_is_needed_for_pixels_and_8192_bytes_of_header_an_image(tmp_path, reading, monkeypatch):
    needed = 3 * (64 * 64 * 2 + 8192)
    choices = ExportChoices(reduced=range(3, 6))
    free_space(monkeypatch, needed - 1)
    remark = refused(lambda: export(reading, FolderDatabase(tmp_path / "db"), choices), ExportFailed)
    assert remark.code == "exports.temporary_small"
    assert dict(remark.values) == {
        "temporary": str(tmp_path / "temp"),
        "free_mb": pytest.approx((needed - 1) / 1e6),
        "needed_mb": pytest.approx(needed / 1e6),
    }
    free_space(monkeypatch, needed)
    (written,) = export(reading, FolderDatabase(tmp_path / "db"), choices)
    assert written.files == 3


def test_pictures_need_room_as_well(tmp_path, reading, monkeypatch):
    needed = 2 * (1024 * 1024 * 3 + 8192)  # the two pages of the patient's report
    choices = ExportChoices(patient=True)
    free_space(monkeypatch, needed - 1)
    remark = refused(lambda: export(reading, FolderDatabase(tmp_path / "db"), choices), ExportFailed)
    assert remark.code == "exports.temporary_small"
    free_space(monkeypatch, needed)
    (written,) = export(reading, FolderDatabase(tmp_path / "db"), choices)
    assert (written.kind, written.files) == ("patient", 2)


@pytest.mark.parametrize("name", ["smartscore-export-left", "export-smartscore-left"])
def test_what_a_killed_export_left_is_removed_once_it_is_older_than_a_minute(tmp_path, monkeypatch, name):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left = tmp_path / name
    left.mkdir()
    now = 1_800_000_000
    monkeypatch.setattr(time, "time", lambda: float(now))
    for age, stays in ((0, True), (60, True), (61, False)):
        os.utime(left, (now - age, now - age))
        with temporary_folder(tmp_path / "db", 0):
            pass
        assert left.exists() == stays, age


def test_an_old_folder_of_a_living_export_stays(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left = tmp_path / "smartscore-export-living"
    left.mkdir()
    with closing(lock(left)):
        os.utime(left, (0, 0))
        with temporary_folder(tmp_path / "db", 0):
            pass
        assert left.exists()
    os.utime(left, (0, 0))
    with temporary_folder(tmp_path / "db", 0):
        pass
    assert not left.exists()


def test_a_folder_of_another_name_is_nobodys_business(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    other = tmp_path / "smartscore-exports"
    other.mkdir()
    os.utime(other, (0, 0))
    with temporary_folder(tmp_path / "db", 0) as folder:
        assert folder.parent == tmp_path
    assert other.exists()
    assert not folder.exists()


def test_what_could_not_be_written_is_named_with_its_file(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for file, values in ((None, {"reason": "No space left"}), ("a.dcm", {"reason": "No space left", "file": "a.dcm"})):

        def work(file=file):
            with temporary_folder(tmp_path / "db", 0):
                raise OSError(28, "No space left", file)

        assert dict(refused(work, ExportFailed).values) == values
    assert list(tmp_path.iterdir()) == []


def test_what_a_source_lacked_is_told_with_the_series_that_lacks_it(tmp_path, reading):
    for dataset in reading.series.datasets:
        dataset.add_new("PatientAge", "AS", None)
        dataset["PatientAge"]._value = "75"
    (written,) = export(reading, FolderDatabase(tmp_path / "db"), ExportChoices(patient=True))
    (remark,) = written.remarks
    assert remark.code == "dicomwriting.left_out"
    assert remark.values["attribute"] == "Patient's Age (0010,1010)"
    assert remark.values["images"] == len(reading.series.files)
    with closing(sqlite3.connect(tmp_path / "db" / "ctkDICOM.sql")) as connection:
        assert connection.execute("SELECT SeriesInstanceUID, SeriesDescription FROM Series").fetchall() == [
            (written.series_instance_uid, written.description)
        ]


@pytest.mark.filterwarnings("ignore:The value length")
def test_the_command_says_each_value_that_is_not_valid_once_and_not_once_a_series(tmp_path, reading, capsys):
    from SmartScoreLib.cli.main import main

    write_phantom(PHANTOM, tmp_path / "old", attributes={"AccessionNumber": "x" * 17})
    call = ["export", str(tmp_path / "old"), "--lesions", "auto", "--database", str(tmp_path / "db")]
    assert main([*call, "--screens", "--reduced", "3:5"]) == 0
    lines = [line for line in capsys.readouterr().err.splitlines() if "source image" in line]
    assert lines == [
        "Accession Number (0008,0050) is 'xxxxxxxxxxxxxxxxx', which is not valid for its type SH. It is written as it "
        "is all the same, as it tells what belongs together; programs that check DICOM files will object "
        "(12 source images)."
    ]
