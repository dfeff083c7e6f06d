"""A reading goes into a database as new DICOM series, all of it or nothing."""

import errno
import json
import os
import random
import shutil
import signal
import sqlite3
import tempfile
import time
from collections import Counter
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pydicom
import pytest

from phantoms import phantom_lesion_map
from SmartScoreLib.cli.main import main
from SmartScoreLib.database.folder import FolderDatabase, source_files
from SmartScoreLib.database.sources import find_in
from SmartScoreLib.dicomwriting.device import Device
from SmartScoreLib.dicomwriting.source import SourceImage
from SmartScoreLib.exports.export import ExportChoices, export, remarks_of
from SmartScoreLib.exports.slices import default_slices
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.phantom.marks import phantom_clicks
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.read import make_reading
from SmartScoreLib.remarks.errors import Cancelled, ExportFailed, InputRefused, SmartScoreError, WrongUsage
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.series.load import load_series

# `make nightly` asks for a thousand.
KILLS = int(os.environ.get("SMARTSCORE_KILLS", "50"))
PHANTOM = standard_phantom(slices=12, rows=64, columns=64, pixel_mm=3.0, spacing_mm=5)
QUICK = ExportChoices(reduced=range(3, 6), screens=True, screen_slices=(4,))
pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")


EVERYTHING = ExportChoices(
    physician=True,
    patient=True,
    screens=True,
    physician_pdf=True,
    patient_pdf=True,
    reduced=range(3, 6),
    segmentation=True,
    structured_report=True,
    presentation=True,
)


def snapshot(folder: Path) -> dict[str, bytes | None]:
    return {str(p.relative_to(folder)): p.read_bytes() if p.is_file() else None for p in sorted(folder.rglob("*"))}


def read(folder: Path, **attributes) -> Reading:
    write_phantom(PHANTOM, folder, attributes=attributes)
    series = load_series(find_in([folder]).candidates[0])
    return make_reading(series, phantom_lesion_map(PHANTOM), DEFAULT_PROTOCOL)


@pytest.fixture
def reading(tmp_path, monkeypatch) -> Reading:
    """A reading of files in `source`; temporary files go to `temp`."""
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    return read(tmp_path / "source")


def failure(
    reading: Reading, folder: Path, choices=QUICK, kind: type[SmartScoreError] = ExportFailed, **options
) -> str:
    with pytest.raises(kind) as caught:
        export(reading, FolderDatabase(folder), choices, **options)
    (reason,) = caught.value.reasons
    assert "\n" not in reason
    return reason


def test_every_kind_becomes_one_new_series_of_the_study(tmp_path, reading):
    before = snapshot(tmp_path / "source")
    device = Device(station_name="ROOM7")
    choices = ExportChoices(
        physician=True, patient=True, screens=True, reduced="auto", provenance=True, device=device, language="de"
    )
    database = FolderDatabase(tmp_path / "db")
    told = []
    written = export(reading, database, choices, lambda *state: told.append(state))

    assert [w.kind for w in written] == ["reduced", "physician", "patient", "screens"]
    assert len({w.series_instance_uid for w in written} | {reading.series.series_instance_uid}) == 5
    assert [(e.series_instance_uid, e.series_description, e.images) for e in database.entries()] == [
        (w.series_instance_uid, w.description, w.files) for w in written
    ]
    assert {e.study_instance_uid for e in database.entries()} == {reading.series.datasets[0].StudyInstanceUID}
    images = {w.kind: [pydicom.dcmread(f) for f in database.series_files(w.series_instance_uid)] for w in written}
    assert [len(images[w.kind]) for w in written] == [w.files for w in written]
    assert {(i.Rows, i.Columns) for i in images["physician"]} == {(512, 512)}
    assert {(i.Rows, i.Columns) for i in images["patient"]} == {(1024, 1024)}
    assert all("SourceImageSequence" in i for i in images["reduced"])
    assert {i.StationName for i in images["physician"]} == {"ROOM7"}
    sources = [pydicom.dcmread(f) for f in reading.series.files]
    slices = default_slices(reading.lesions)
    assert [i.PixelData for i in images["reduced"]] == [sources[k].PixelData for k in slices]
    assert snapshot(tmp_path / "source") == before
    assert list((tmp_path / "temp").iterdir()) == []
    assert told[-1][2] == "copying into the database"


def test_each_report_becomes_a_pdf_document_that_refers_to_the_source(tmp_path, reading):
    pytest.importorskip("reportlab", reason="reportlab is not installed, so no PDF can be written")
    database = FolderDatabase(tmp_path / "db")
    choices = ExportChoices(physician_pdf=True, patient_pdf=True, language="fr")
    written = export(reading, database, choices)
    assert [(w.kind, w.description, w.files) for w in written] == [
        ("physician_pdf", "SmartScore Physician Report PDF", 1),
        ("patient_pdf", "SmartScore Patient Report PDF", 1),
    ]
    objects = [pydicom.dcmread(*database.series_files(w.series_instance_uid)) for w in written]
    assert [o.DocumentTitle for o in objects] == ["Calcium coronaire", "Votre scanner du cœur\u00a0: score calcique"]
    assert [int(o.SeriesNumber) % 100 for o in objects] == [5, 6]
    named = {pydicom.dcmread(file).SOPInstanceUID for file in reading.series.files}
    for one in objects:
        assert one.EncapsulatedDocument.startswith(b"%PDF-")
        assert {item.ReferencedSOPInstanceUID for item in one.SourceInstanceSequence} == named
    assert list((tmp_path / "temp").iterdir()) == []
    # When the database is searched for images, a document is none.
    assert {candidate.scorable for candidate in find_in([tmp_path / "db"]).candidates} == {False}


def test_a_pdf_that_cannot_be_made_leaves_nothing(tmp_path, reading):
    def paint(document, path):
        raise OSError(errno.ENOSPC, "No space left on device")

    before = snapshot(tmp_path / "source")
    with pytest.raises(ExportFailed, match="No space left on device"):
        export(reading, FolderDatabase(tmp_path / "db"), ExportChoices(physician_pdf=True), paint_pdf=paint)
    assert not list((tmp_path / "db").rglob("*.dcm"))
    assert list((tmp_path / "temp").iterdir()) == []
    assert snapshot(tmp_path / "source") == before


def test_a_pdf_of_marks_that_no_reader_has_confirmed_is_refused(tmp_path, reading):
    unreviewed = make_reading(reading.series, replace(reading.lesions, reviewed=False), DEFAULT_PROTOCOL)
    with pytest.raises(InputRefused, match="confirmed"):
        export(unreviewed, FolderDatabase(tmp_path / "db"), ExportChoices(patient_pdf=True))


def test_the_reduced_series_comes_out_of_the_database_as_a_series_that_scores(tmp_path, reading):
    database = FolderDatabase(tmp_path / "db")
    (written,) = export(reading, database, ExportChoices(reduced=range(2, 9)))
    assert written.description == "SmartScore reduced CT 3-9"
    (candidate,) = find_in([tmp_path / "db"]).candidates
    series = load_series(candidate)
    assert series.series_instance_uid == written.series_instance_uid
    assert np.array_equal(series.hu, reading.series.hu[2:9])


def test_by_default_the_slices_with_lesions_and_ten_millimeters_are_kept(reading):
    geometry = reading.series.geometry  # 12 slices of 5 mm
    marks = LesionMap(geometry, (4, 10, 10), np.ones((2, 3, 3), np.uint8))
    assert default_slices(marks) == range(2, 8)
    assert default_slices(replace(marks, corner=(1, 10, 10))) == range(5)
    assert default_slices(replace(marks, corner=(10, 10, 10))) == range(8, 12)
    assert default_slices(replace(marks, geometry=replace(geometry, spacing_mm=(3.0, 1.0, 1.0)))) == range(10)
    hollow = np.zeros((8, 3, 3), np.uint8)
    hollow[5] = 2
    assert default_slices(LesionMap(geometry, (1, 0, 0), hollow)) == range(4, 9)
    assert default_slices(LesionMap(geometry, (0, 0, 0), np.zeros((0, 0, 0), np.uint8))) == range(12)
    assert default_slices(LesionMap(geometry, (0, 0, 0), np.zeros((3, 2, 2), np.uint8))) == range(12)


def test_nothing_chosen_slices_outside_and_nothing_to_draw_are_refused(tmp_path, reading):
    assert "Nothing was chosen" in failure(reading, tmp_path / "db", ExportChoices(), WrongUsage)
    for slices in (range(13), range(-1, 3), range(4, 4), range(0, 8, 2)):
        failure(reading, tmp_path / "db", ExportChoices(reduced=slices), WrongUsage)
    failure(reading, tmp_path / "db", ExportChoices(screens=True, screen_slices=(12,)), WrongUsage)
    empty = make_reading(
        reading.series, LesionMap(reading.series.geometry, (0, 0, 0), np.zeros((0, 0, 0), np.uint8)), DEFAULT_PROTOCOL
    )
    assert "no screen save" in failure(empty, tmp_path / "db", ExportChoices(screens=True))
    assert not (tmp_path / "db").exists()
    written = export(empty, FolderDatabase(tmp_path / "db"), ExportChoices(screens=True, reduced="auto"))
    assert [(w.kind, w.files) for w in written] == [("reduced", 12)]


def test_a_source_file_that_vanished_after_reading_is_named_and_nothing_stays(tmp_path, reading):
    reading.series.files[4].unlink()
    before = snapshot(tmp_path)
    assert reading.series.files[4].name in failure(reading, tmp_path / "db")
    assert snapshot(tmp_path) == before


def test_a_source_file_that_changed_its_size_after_reading_is_refused_and_nothing_stays(tmp_path, reading):
    file = reading.series.files[4]
    file.write_bytes(file.read_bytes()[:-100])
    before = snapshot(tmp_path)
    failure(reading, tmp_path / "db")
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("place", [".", "incoming"])
def test_sources_inside_the_database_folder_that_it_does_not_know_are_refused(tmp_path, reading, place):
    FolderDatabase(tmp_path / "db").insert(())
    inside = read(tmp_path / "db" / place / "ct")
    before = snapshot(tmp_path)
    assert "lies inside the database folder" in failure(inside, tmp_path / "db")
    assert snapshot(tmp_path) == before


def test_sources_that_are_in_the_database_are_fine(tmp_path, reading):
    database = FolderDatabase(tmp_path / "db")
    database.insert(reading.series.files)
    series = load_series(find_in([tmp_path / "db"]).candidates[0])
    before = {f: f.read_bytes() for f in series.files}
    export(replace(reading, series=series), database, QUICK)
    assert len(database.entries()) == 3
    assert {f: f.read_bytes() for f in series.files} == before


@pytest.mark.parametrize("name", ["s", "te"])
def test_no_file_ever_lies_in_a_folder_that_slicer_takes_for_the_database(tmp_path, reading, monkeypatch, name):
    """Slicer compares the beginning of paths: beside a database /d/s, a file in /d/smartscore-1 is "inside"."""
    root = tmp_path / "root"
    root.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(root))
    folders = []
    real = tempfile.mkdtemp

    def remember(*args, **options):
        folders.append(real(*args, **options))
        return folders[-1]

    monkeypatch.setattr(tempfile, "mkdtemp", remember)
    database = FolderDatabase(root / name)
    export(reading, database, QUICK)
    outside = [f for f in folders if not Path(f).is_relative_to(root / name)]
    assert outside
    assert not any(f.startswith(str(root / name)) for f in outside)
    assert all(f.is_relative_to(root / name) and f.is_file() for f in source_files(root / name))
    assert [p.name for p in root.iterdir()] == [name]


def test_a_source_beside_a_database_whose_name_begins_alike_stays_where_it_is(tmp_path, reading):
    before = snapshot(tmp_path / "source")
    export(reading, FolderDatabase(tmp_path / "sour"), QUICK)
    assert all(f.is_relative_to(tmp_path / "sour" / "dicom") for f in source_files(tmp_path / "sour"))
    assert snapshot(tmp_path / "source") == before


def test_temporary_files_inside_the_database_folder_are_refused(tmp_path, reading, monkeypatch):
    FolderDatabase(tmp_path / "db").insert(())
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "db"))
    before = snapshot(tmp_path)
    assert "set TMPDIR" in failure(reading, tmp_path / "db")
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("uid", ["../../../../tmp/evil", "1.2/3", "1" * 200])
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_study_uid_that_is_none_is_refused_and_nothing_is_written(tmp_path, reading, uid):
    for dataset in reading.series.datasets:
        dataset.StudyInstanceUID = uid
    before = snapshot(tmp_path)
    for choices in (QUICK, ExportChoices(reduced="auto")):
        assert len(failure(reading, tmp_path / "db", choices, InputRefused)) < 600
    assert snapshot(tmp_path) == before


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_patient_name_of_a_thousand_characters_is_cut_in_every_series_and_told_once(tmp_path, reading):
    name = "A" * 500 + "^" + "B" * 499
    long = read(tmp_path / "long", PatientName=name)
    database = FolderDatabase(tmp_path / "db")
    written = export(long, database, QUICK)
    for one in written:
        for file in database.series_files(one.series_instance_uid):
            assert pydicom.dcmread(file).PatientName == "A" * 64
    (told,) = remarks_of(written)
    assert told.code == "dicomwriting.repaired"
    assert told.values["attribute"] == "Patient's Name (0010,0010)"
    assert told.values["images"] == 12


@pytest.mark.parametrize("share", [0.0, 0.2, 0.6, 0.99])
def test_stopping_at_any_moment_leaves_everything_as_it_was(tmp_path, reading, share):
    FolderDatabase(tmp_path / "db").insert(())
    steps = []
    export(reading, FolderDatabase(tmp_path / "other"), QUICK, lambda *state: steps.append(state))
    shutil.rmtree(tmp_path / "other")
    before = snapshot(tmp_path)
    last = int(share * len(steps))
    for stop in (Cancelled(), KeyboardInterrupt()):
        calls = []

        def progress(*state, calls=calls, stop=stop):
            if len(calls) == last:
                raise stop
            calls.append(state)

        with pytest.raises(type(stop)):
            export(reading, FolderDatabase(tmp_path / "db"), QUICK, progress)
        assert snapshot(tmp_path) == before


@pytest.mark.parametrize("call", [1, 4, 5, 20])
def test_a_disk_that_fills_up_leaves_everything_as_it_was(tmp_path, reading, monkeypatch, call):
    FolderDatabase(tmp_path / "db").insert(())
    before = snapshot(tmp_path)
    calls, real = [], os.fsync
    from SmartScoreLib.dicomwriting import reduced

    write = reduced.write_file

    def full(*args):
        calls.append(args)
        if len(calls) == call:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", lambda number: (full(number), real(number)))
        patch.setattr(reduced, "write_file", lambda *args: (full(*args), write(*args))[1])
        if call < 20:
            reason = failure(reading, tmp_path / "db")
            assert "full" in reason or "No space left" in reason
            assert snapshot(tmp_path) == before
    export(reading, FolderDatabase(tmp_path / "db"), QUICK)


def test_too_little_room_for_temporary_files_is_told_first(tmp_path, reading, monkeypatch):
    before = snapshot(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**6, 10**6, 10))
    assert "set TMPDIR" in failure(reading, tmp_path / "db")
    assert snapshot(tmp_path) == before


def assert_whole(folder: Path, sizes: set[int]) -> int:
    """All or none of each series; returns how many there are."""
    with closing(sqlite3.connect(folder / "ctkDICOM.sql")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        found = connection.execute("SELECT count(*) FROM Images GROUP BY SeriesInstanceUID").fetchall()
        for (name,) in connection.execute("SELECT Filename FROM Images"):
            assert (folder / name).is_file()
    assert {count for (count,) in found} <= sizes
    return len(found)


def test_killed_at_random_moments_the_database_holds_all_or_none_and_then_no_orphan(tmp_path, reading):
    folder, moments = tmp_path / "db", random.Random(50)
    choices = ExportChoices(reduced=range(2, 8), screens=True, screen_slices=(4,))
    export(reading, FolderDatabase(folder), choices)
    began = time.perf_counter()
    export(reading, FolderDatabase(folder), choices)
    duration = time.perf_counter() - began
    for _ in range(KILLS):
        child = os.fork()
        if child == 0:
            try:
                export(reading, FolderDatabase(folder), choices)
            finally:
                os._exit(0)
        time.sleep(moments.uniform(0.1, 1.1) * duration)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert assert_whole(folder, {6, 1}) % 2 == 0
    for left in (tmp_path / "temp").iterdir():
        os.utime(left, (0, 0))  # as if the crashes were some time ago
    export(reading, FolderDatabase(folder), choices)
    assert assert_whole(folder, {6, 1}) >= 6
    known = set(source_files(folder))
    assert {p for p in (folder / "dicom").rglob("*") if p.is_file()} == known
    assert sorted(p.name for p in folder.iterdir()) == ["ctkDICOM.sql", "ctkDICOMTagCache.sql", "dicom"]
    assert list((tmp_path / "temp").iterdir()) == []


@pytest.fixture
def clicks(tmp_path) -> Path:
    file = tmp_path / "clicks.json"
    file.write_text(json.dumps(phantom_clicks(PHANTOM)))
    return file


def test_the_command_says_what_was_written_where(tmp_path, reading, clicks, capsys):
    call = ["export", str(tmp_path / "source"), "--lesions", str(clicks), "--database", str(tmp_path / "db")]
    assert main([*call, "--reduced", "3:5", "--screens"]) == 0
    lines = capsys.readouterr().out.splitlines()
    entries = FolderDatabase(tmp_path / "db").entries()
    assert lines == [
        *(
            f"{e.series_description}: {e.images} image{'s' if e.images > 1 else ''}, series {e.series_instance_uid}"
            for e in entries
        ),
        f"Database: {tmp_path / 'db'}",
    ]
    assert entries[0].series_description == "SmartScore reduced CT 3-5"


def test_the_database_folder_is_a_path_for_check_and_score(tmp_path, reading, clicks, capsys):
    FolderDatabase(tmp_path / "db").insert(reading.series.files)
    before = snapshot(tmp_path / "db")
    assert main(["check", str(tmp_path / "db")]) == 0
    assert main(["score", str(tmp_path / "source"), "--lesions", str(clicks)]) == 0
    direct = capsys.readouterr().out
    assert main(["score", str(tmp_path / "db"), "--lesions", str(clicks)]) == 0
    assert capsys.readouterr().out.strip() in direct
    assert main(["score", str(tmp_path / "db" / "ctkDICOM.sql"), "--lesions", str(clicks)]) == 0
    assert snapshot(tmp_path / "db") == before


def test_the_command_exits_with_the_status_of_the_failure_and_one_line(tmp_path, reading, clicks, capsys, monkeypatch):
    call = ["export", str(tmp_path / "source"), "--lesions", str(clicks), "--database", str(tmp_path / "db")]

    def status(*options: str) -> tuple[int, str]:
        number = main([*call, *options])
        text = capsys.readouterr().err
        assert text.count("\n") == 1
        return number, text

    assert status() == (2, "smartscore: Choose what to write: --physician, --patient, --screens, --physician-pdf, "
                           "--patient-pdf, --reduced, --segmentation, --structured-report, --presentation, or several "
                           "of them. [cli.nothing_chosen]\n")  # fmt: skip
    assert status("--reduced", "3:99")[0] == 2
    assert status("--reduced", "three")[0] == 2
    assert main([*call, "--reduced", "--series", "1.2.3"]) == 3
    assert [line.split(": ")[0] for line in capsys.readouterr().err.splitlines()] == ["smartscore", "smartscore"]
    with pytest.raises(SystemExit) as usage:
        main([*call[:-2], "--reduced"])
    assert usage.value.code == 2
    capsys.readouterr()
    assert not (tmp_path / "db").exists()
    call[-1] = str(tmp_path / "source")
    assert "holds other files" in status("--reduced")[1]
    call[-1] = str(tmp_path / "db")
    from SmartScoreLib.dicomwriting import reduced

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(reduced, "write_file", interrupt)
    assert status("--reduced")[0] == 1
    assert not (tmp_path / "db").exists()


def test_an_empty_database_is_no_source(tmp_path):
    FolderDatabase(tmp_path / "db").insert(())
    with pytest.raises(InputRefused, match="holds no image files"):
        find_in([tmp_path / "db"])


def test_a_name_that_no_font_here_has_is_told_of_the_pages_and_not_of_the_slices(reading, tmp_path, monkeypatch):
    from SmartScoreLib.reports.drawing import fonts

    monkeypatch.setattr(fonts, "font_files", lambda letter: iter(()))
    done = export(replace(reading, reader="ᚆᚇᚈ^ᚉᚊ"), FolderDatabase(tmp_path / "database"), QUICK)
    told = {written.kind: [one.code for one in written.remarks] for written in done}
    assert told == {"reduced": [], "screens": ["reports.name_not_drawn"]}


def test_each_source_image_is_looked_into_once_for_all_that_is_saved_and_once_for_its_pixels(
    reading, tmp_path, monkeypatch
):
    looked, look = Counter(), SourceImage.__init__
    monkeypatch.setattr(
        SourceImage,
        "__init__",
        lambda self, header, file, *more: (looked.update([file]), look(self, header, file, *more))[1],
    )
    written = export(reading, FolderDatabase(tmp_path / "database"), EVERYTHING)
    assert len(written) == 9
    files = reading.series.files
    assert looked == Counter({file: 2 if index in EVERYTHING.reduced else 1 for index, file in enumerate(files)})
