"""Limits of a database folder: versions, identifiers, free space, waiting; the last that is taken and the next."""

import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from hashlib import md5
from pathlib import Path

import pydicom
import pytest

from SmartScoreLib.database.folder import FolderDatabase, create_database
from SmartScoreLib.database.header import displayed_name, sql_date
from SmartScoreLib.database.lock import lock
from SmartScoreLib.remarks.errors import ExportFailed
from SmartScoreLib.remarks.model import Remark


def refused(work: Callable[[], object]) -> Remark:
    with pytest.raises(ExportFailed) as caught:
        work()
    (remark,) = caught.value.remarks
    return remark


def change(folder: Path, *statements: str) -> None:
    with closing(sqlite3.connect(folder / "ctkDICOM.sql", isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize(
    ("statements", "code", "values"),
    [
        (("UPDATE SchemaInfo SET Version = '0.8.0'",), "version", {"versions": ("0.8.0",), "supported": "0.8.1"}),
        (("UPDATE SchemaInfo SET Version = '0.8.2'",), "version", {"versions": ("0.8.2",), "supported": "0.8.1"}),
        (("UPDATE SchemaInfo SET Version = '0.8.10'",), "version", {"versions": ("0.8.10",), "supported": "0.8.1"}),
        (
            ("INSERT INTO SchemaInfo VALUES ('0.8.1')",),
            "version",
            {"versions": ("0.8.1", "0.8.1"), "supported": "0.8.1"},
        ),
        (("DELETE FROM SchemaInfo",), "no_version", {"supported": "0.8.1"}),
        (("DROP TABLE SchemaInfo",), "no_schema", {}),
        *(
            (
                (f"ALTER TABLE {table} DROP COLUMN {column}",),
                "no_column",
                {"table": table, "column": column, "supported": "0.8.1"},
            )
            for table, column in (
                ("Images", "URL"),
                ("Patients", "Connections"),
                ("Studies", "AccessionNumber"),
                ("Series", "DisplayedSize"),
            )
        ),
    ],
)
def test_the_one_version_is_taken_and_its_neighbors_are_not(tmp_path, make_images, statements, code, values):
    database = create_database(tmp_path / "db")
    change(tmp_path / "db", *statements)
    for work in (lambda: FolderDatabase(tmp_path / "db"), lambda: database.insert(make_images(1))):
        remark = refused(work)
        assert (remark.code, remark.values["folder"]) == ("database.unsupported", str(tmp_path / "db"))
        reason = remark.values["reason"]
        assert (reason.code, dict(reason.values)) == (f"database.{code}", values)


def test_columns_that_a_later_slicer_may_add_are_no_obstacle(tmp_path, make_images):
    database = create_database(tmp_path / "db")
    change(tmp_path / "db", "ALTER TABLE Series ADD COLUMN Later INT")
    database.insert(make_images(1))
    assert len(database.entries()) == 1


@pytest.mark.parametrize("size", [0, 1])
def test_a_database_of_no_bytes_is_a_new_one_and_one_of_a_byte_is_none(tmp_path, make_images, size):
    (tmp_path / "db").mkdir()
    (tmp_path / "db" / "ctkDICOM.sql").write_bytes(b"x" * size)
    if size:
        refused(lambda: FolderDatabase(tmp_path / "db"))
        assert (tmp_path / "db" / "ctkDICOM.sql").read_bytes() == b"x"
    else:
        FolderDatabase(tmp_path / "db").insert(make_images(1))


@pytest.mark.parametrize("keyword", ["StudyInstanceUID", "SeriesInstanceUID"])
@pytest.mark.filterwarnings("ignore:The value length")
@pytest.mark.filterwarnings("ignore:Invalid value for VR UI")
def test_a_uid_of_64_digits_and_dots_is_stored_and_one_of_65_is_not(tmp_path, make_images, keyword):
    database = FolderDatabase(tmp_path / "db")
    longest = "1.0" + "2" * 61  # with a leading zero, as some scanners write it
    database.insert(make_images(1, "longest", **{keyword: longest}))
    assert longest in {database.entries()[0].study_instance_uid, database.entries()[0].series_instance_uid}
    (file,) = make_images(1, "longer", **{keyword: longest + "2"})
    remark = refused(lambda: database.insert([file]))
    assert remark.code == "database.not_uid"
    assert dict(remark.values) == {"keyword": keyword, "file": str(file), "uid": longest + "2"}


@pytest.mark.filterwarnings("ignore:The value length")
def test_of_what_is_no_uid_80_characters_are_told(tmp_path, make_images):
    for length in (80, 82):
        (file,) = make_images(1, str(length), StudyInstanceUID="1" * length)
        uid = refused(lambda file=file: FolderDatabase(tmp_path / "db").insert([file])).values["uid"]
        assert uid == ("1" * 80 if length == 80 else "1" * 77 + "...")


def test_files_that_just_fit_on_the_disk_are_stored(tmp_path, make_images, monkeypatch):
    database, files = create_database(tmp_path / "db"), make_images(2)
    size = sum(file.stat().st_size for file in files)
    for free in (size - 1, size):
        monkeypatch.setattr(shutil, "disk_usage", lambda _, free=free: shutil._ntuple_diskusage(10**9, 0, free))
        if free < size:
            remark = refused(lambda: database.insert(files))
            assert remark.code == "database.disk_small"
            assert remark.values["free_mb"] == pytest.approx((size - 1) / 1e6)
            assert remark.values["needed_mb"] == pytest.approx(size / 1e6)
        else:
            database.insert(files)
    assert database.entries()[0].images == 2


def test_a_busy_database_is_waited_for_ten_seconds_unless_told_otherwise(tmp_path, monkeypatch):
    waited, real = [], sqlite3.connect

    def connect(name, *args, **options):
        if "ctkDICOM" in str(name):
            waited.append(options["timeout"])
        return real(name, *args, **options)

    monkeypatch.setattr(sqlite3, "connect", connect)
    create_database(tmp_path / "db").entries()
    assert set(waited) == {10.0}
    waited.clear()
    FolderDatabase(tmp_path / "db", wait_s=0.5).insert(())
    assert set(waited) == {0.5}


def placed(uids: tuple[str, str, str]) -> str:
    """By ctkDICOMDatabase: the first 8, 8 and 32 signs of the MD5 of study, series and image."""
    study, series, instance = (md5(uid.encode()).hexdigest() for uid in uids)
    return f"dicom/{study[:8]}/{series[:8]}/{instance}.dcm"


def test_a_file_in_the_way_is_never_written_over(tmp_path, make_images):
    database, files = create_database(tmp_path / "db"), make_images(1)
    image = pydicom.dcmread(files[0])
    target = tmp_path / "db" / placed((image.StudyInstanceUID, image.SeriesInstanceUID, image.SOPInstanceUID))
    target.parent.mkdir(parents=True)
    target.write_text("somebody's")
    remark = refused(lambda: database.insert(files))
    assert (remark.code, remark.values["file"]) == ("database.in_the_way", str(target))
    assert target.read_text() == "somebody's"
    assert database.entries() == ()


@pytest.mark.parametrize("longer", [True, False])
def test_a_file_that_is_not_as_long_as_its_source_when_it_is_placed_is_noticed(
    tmp_path, make_images, monkeypatch, longer
):
    database, files = create_database(tmp_path / "db"), make_images(2)
    real = Path.rename

    def damage(self, target):
        moved = real(self, target)
        if Path(target).suffix == ".dcm":
            content = Path(target).read_bytes()
            Path(target).write_bytes(content + b"x" if longer else content[:-1])
        return moved

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", damage)
        remark = refused(lambda: database.insert(files))
    assert remark.code == "database.not_found_again"
    assert remark.values["uid"] == pydicom.dcmread(files[0]).SOPInstanceUID
    assert database.entries() == ()
    assert not list((tmp_path / "db").rglob("*.dcm"))


def dead_stage(folder: Path, places: list[tuple[str, str]]) -> Path:
    stage = folder / ".smartscore-dead"
    stage.mkdir()
    (stage / "journal.json").write_text(json.dumps(places))
    return stage


def test_a_journal_takes_back_what_the_database_does_not_know_and_nothing_else(tmp_path, make_images):
    database = FolderDatabase(tmp_path / "db")
    known = make_images(1)
    database.insert(known)
    (kept,) = database.series_files(database.series_instance_uids()[0])
    orphan = tmp_path / "db" / placed(("1", "2", "3"))
    orphan.parent.mkdir(parents=True)
    orphan.write_text("placed by a process that died")
    stage = dead_stage(
        tmp_path / "db",
        [
            (orphan.relative_to(tmp_path / "db").as_posix(), "1.2.3"),
            (kept.relative_to(tmp_path / "db").as_posix(), str(pydicom.dcmread(known[0]).SOPInstanceUID)),
        ],
    )
    database.insert(())
    assert not stage.exists()
    assert not orphan.exists()
    assert not orphan.parent.parent.exists(), "folders that became empty go as well"
    assert kept.is_file()


HASHES = ("0123abcd", "4567cdef", "0123456789abcdef" * 2)


@pytest.mark.parametrize(
    "place",
    [
        "../victim.dcm",
        "victim.dcm",
        "dicom/victim.dcm",
        f"dicom/{HASHES[0]}/{HASHES[1]}/../../../victim.dcm",
        f"dicom/{HASHES[0][:7]}/{HASHES[1]}/{HASHES[2]}.dcm",
        f"dicom/{HASHES[0]}0/{HASHES[1]}/{HASHES[2]}.dcm",
        f"dicom/{HASHES[0]}/{HASHES[1][:7]}/{HASHES[2]}.dcm",
        f"dicom/{HASHES[0]}/{HASHES[1]}/{HASHES[2][:31]}.dcm",
        f"dicom/{HASHES[0]}/{HASHES[1]}/{HASHES[2]}0.dcm",
        f"dicom/{HASHES[0]}/{HASHES[1]}/{HASHES[2][:31]}g.dcm",
        f"dicom/{HASHES[0]}/{HASHES[1]}/{HASHES[2]}_dcm",
        f"dicom/{HASHES[0]}/{HASHES[1]}/{HASHES[2]}.dcm.bak",
        f"dicom/{HASHES[0]}/{HASHES[1]}/{HASHES[2]}.dcm/../../../../victim.dcm",
        f"other/dicom/{HASHES[0]}/{HASHES[1]}/{HASHES[2]}.dcm",
    ],
)
def test_a_journal_that_names_any_other_place_takes_nothing_away(tmp_path, place):
    database = create_database(tmp_path / "db")
    victim = Path(os.path.normpath(tmp_path / "db" / place))
    victim.parent.mkdir(parents=True, exist_ok=True)
    victim.write_text("not ours")
    (tmp_path / "db" / "dicom" / HASHES[0] / HASHES[1]).mkdir(parents=True, exist_ok=True)
    stage = dead_stage(tmp_path / "db", [(place, "1.2.3")])
    database.insert(())
    assert not stage.exists()
    assert victim.read_text() == "not ours"


def test_the_stage_of_a_living_process_stays(tmp_path):
    database = create_database(tmp_path / "db")
    stage = dead_stage(tmp_path / "db", [])
    with closing(lock(stage)):
        database.insert(())
        assert stage.exists()
    database.insert(())
    assert not stage.exists()


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("20260115", "2026-01-15"),
        ("00010101", "0001-01-01"),
        ("99991231", "9999-12-31"),
        ("20240229", "2024-02-29"),
        ("20250229", None),
        ("20260100", None),
        ("20261301", None),
        ("202601150", None),
        ("", None),
    ],
)
def test_a_date_is_one_of_the_calendar(text, date):
    assert sql_date(text) == date


@pytest.mark.parametrize(
    ("name", "shown"),
    [  # ctkDICOMDisplayedFieldGeneratorPatientNameRule: "Family, Given Middle, Suffix (Prefix)"
        ("Doe", "Doe"),
        ("^Jane", "Jane"),
        ("^^Mary", "Mary"),
        ("Doe^^Mary", "Doe, Mary"),
        (" Doe ^ Jane ^ Mary ^ Dr. ^ Jr. ", "Doe, Jane Mary, Jr. (Dr.)"),
        ("Doe^Jane^^Dr.", "Doe, Jane (Dr.)"),
        ("Doe^Jane^^^Jr.", "Doe, Jane, Jr."),
        ("Doe^Jane^^^^more", "Doe, Jane"),
        ("Wang^XiaoDong=王^小东=", "Wang, XiaoDong"),
        ("=王^小东", ""),
        ("", ""),
        ("A" * 65 + "^B", "A" * 65 + ", B"),
    ],
)
@pytest.mark.filterwarnings("error")
def test_a_name_is_shown_as_slicers_browser_shows_it(name, shown):
    assert displayed_name(name) == shown


@pytest.mark.parametrize(("number", "kept"), [(0, 0), (None, 0), (-1, -1), (2**31 - 1, 2**31 - 1)])
def test_a_series_without_a_number_has_the_number_0(tmp_path, make_images, number, kept):
    database = FolderDatabase(tmp_path / "db")
    database.insert(make_images(1, SeriesNumber=number))
    assert database.entries()[0].series_number == str(kept)
