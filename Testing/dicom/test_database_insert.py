"""Files go into a database folder all or none, and whatever stands in the way is said in one sentence."""

import errno
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pydicom
import pytest

from SmartScoreLib.database import stage
from SmartScoreLib.database.folder import FolderDatabase, create_database, source_files
from SmartScoreLib.remarks.errors import Cancelled, ExportFailed, InputRefused


def snapshot(folder: Path) -> dict[str, bytes | None]:
    return {str(p.relative_to(folder)): p.read_bytes() if p.is_file() else None for p in sorted(folder.rglob("*"))}


def refusal(work: Callable[[], object], kind: type[Exception] = ExportFailed) -> str:
    with pytest.raises(kind) as caught:
        work()
    (reason,) = caught.value.reasons
    assert "\n" not in reason
    return reason


def as_ordinary_user(work: Callable[[], str]) -> str:
    """What `work` returns when it is not root that runs it: file permissions mean nothing to root."""
    if os.name == "nt":
        pytest.skip("permissions of folders are not set this way on Windows")
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.getuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            answer = work()
        except BaseException as error:
            answer = f"{type(error).__name__}: {error}"
        os.write(write_end, answer.encode())
        os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end, "rb") as answer:
        text = answer.read().decode()
    os.waitpid(child, 0)
    return text


@pytest.fixture
def open_folder():
    """A folder that every user can reach, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    for path in folder.rglob("*"):
        path.chmod(0o755)
    shutil.rmtree(folder)


def test_each_file_is_found_again_by_its_uid_with_the_same_bytes_inside_the_folder(tmp_path, make_images):
    files = make_images(4)
    before = snapshot(tmp_path / "source")
    database = FolderDatabase(tmp_path / "db")
    told = []
    database.insert(files, lambda *state: told.append(state))
    for file in files:
        uid = pydicom.dcmread(file).SOPInstanceUID
        with closing(sqlite3.connect(tmp_path / "db" / "ctkDICOM.sql")) as slicer:
            (name,) = slicer.execute("SELECT Filename FROM Images WHERE SOPInstanceUID = ?", (uid,)).fetchone()
        assert (tmp_path / "db" / name).read_bytes() == file.read_bytes()
    (series,) = database.series_instance_uids()
    found = database.series_files(series)
    assert [f.read_bytes() for f in found] == [f.read_bytes() for f in files]
    assert all(f.is_relative_to(tmp_path / "db" / "dicom") for f in found)
    assert database.series_files("1.2.3") == ()
    assert snapshot(tmp_path / "source") == before
    assert [t[:2] for t in told] == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert not list((tmp_path / "db").glob(".smartscore*"))


def test_a_database_of_zero_bytes_is_filled_as_slicer_would(tmp_path, make_images):
    (tmp_path / "db").mkdir()
    (tmp_path / "db" / "ctkDICOM.sql").touch()
    database = FolderDatabase(tmp_path / "db")
    assert database.series_instance_uids() == ()
    database.insert(make_images(1))
    assert len(database.series_instance_uids()) == 1


def test_a_missing_tag_cache_is_made_again(tmp_path, make_images):
    database = create_database(tmp_path / "db")
    (tmp_path / "db" / "ctkDICOMTagCache.sql").unlink()
    database.insert(make_images(1))
    with closing(sqlite3.connect(tmp_path / "db" / "ctkDICOMTagCache.sql")) as cache:
        assert cache.execute("SELECT count(*) FROM TagCache").fetchone() == (40,)


def test_source_files_are_those_inside_and_those_referenced_elsewhere(tmp_path, make_images):
    database = FolderDatabase(tmp_path / "db")
    database.insert(make_images(2))
    (elsewhere,) = make_images(1, "elsewhere")
    uid = pydicom.dcmread(elsewhere).SOPInstanceUID
    with sqlite3.connect(tmp_path / "db" / "ctkDICOM.sql") as slicer:
        slicer.execute("INSERT INTO Images VALUES (?, ?, '', '9', 'now', NULL)", (uid, str(elsewhere)))
        slicer.execute("INSERT INTO Images VALUES ('on.a.server', NULL, 'dicom://pacs', '9', 'now', NULL)")
    slicer.close()
    found = source_files(tmp_path / "db")
    assert elsewhere in found
    assert len(found) == 3
    assert all(file.is_absolute() and file.is_file() for file in found)


def test_reading_works_on_a_read_only_folder_and_changes_nothing(open_folder, make_images):
    database = FolderDatabase(open_folder / "db")
    database.insert(make_images(2))
    before = snapshot(open_folder)
    for path in [*open_folder.rglob("*"), open_folder]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    assert as_ordinary_user(lambda: str(len(source_files(open_folder / "db")))) == "2"
    assert snapshot(open_folder) == before


def test_reading_works_while_another_program_holds_the_database_open(tmp_path, make_images):
    FolderDatabase(tmp_path / "db").insert(make_images(2))
    with closing(sqlite3.connect(tmp_path / "db" / "ctkDICOM.sql", isolation_level=None)) as slicer:
        slicer.execute("BEGIN IMMEDIATE")
        slicer.execute("DELETE FROM Images")
        assert len(source_files(tmp_path / "db")) == 2
        slicer.execute("ROLLBACK")


@pytest.mark.parametrize("locked", ["ctkDICOM.sql", "ctkDICOMTagCache.sql"])
def test_a_database_locked_by_another_program_is_refused_and_untouched(tmp_path, make_images, locked):
    create_database(tmp_path / "db")
    database, files = FolderDatabase(tmp_path / "db", wait_s=0.05), make_images(1)
    before = snapshot(tmp_path / "db")
    with closing(sqlite3.connect(tmp_path / "db" / locked, isolation_level=None)) as slicer:
        slicer.execute("BEGIN IMMEDIATE")
        assert "is locked by another program" in refusal(lambda: database.insert(files))
        slicer.execute("ROLLBACK")
    assert snapshot(tmp_path / "db") == before
    database.insert(files)


@pytest.mark.parametrize("closed", ["folder", "file"])
def test_a_read_only_database_is_refused_and_untouched(open_folder, make_images, closed):
    database, files = create_database(open_folder / "db"), make_images(1)
    copied = [Path(shutil.copy(file, open_folder)) for file in files]
    before = snapshot(open_folder)
    if os.getuid() == 0:
        for path in (open_folder / "db", *(open_folder / "db").iterdir()):
            os.chown(path, 65534, 65534)
    (database.folder if closed == "folder" else database.folder / "ctkDICOM.sql").chmod(
        0o555 if closed == "folder" else 0o444
    )

    answer = as_ordinary_user(lambda: refusal(lambda: database.insert(copied)))
    assert "read-only" in answer or "Permission denied" in answer or "cannot be used" in answer
    assert str(database.folder) in answer
    assert snapshot(open_folder) == before


def test_a_new_database_in_an_unwritable_folder_is_refused(open_folder, make_images):
    copied = [Path(shutil.copy(file, open_folder)) for file in make_images(1)]
    (open_folder / "closed").mkdir(mode=0o555)
    answer = as_ordinary_user(lambda: refusal(lambda: FolderDatabase(open_folder / "closed" / "db").insert(copied)))
    assert "Permission denied" in answer
    assert snapshot(open_folder / "closed") == {}


def change_version(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE SchemaInfo SET Version = '0.7.0'")
    connection.close()


def drop_column(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("ALTER TABLE Patients DROP COLUMN Connections")
    connection.close()


def drop_version(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("DROP TABLE SchemaInfo")
    connection.close()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (change_version, "schema version is 0.7.0, and only 0.8.1"),
        (drop_column, "table Patients lacks the column Connections"),
        (drop_version, "no SchemaInfo table"),
        (lambda file: file.write_text("not a database" * 100), "not an SQLite file"),
        (lambda file: file.write_bytes(file.read_bytes()[:5000]), "damaged"),
    ],
)
def test_a_database_that_is_not_of_the_one_version_is_refused_and_untouched(tmp_path, make_images, spoil, said):
    good, files = create_database(tmp_path / "db"), make_images(1)
    spoil(tmp_path / "db" / "ctkDICOM.sql")
    before = snapshot(tmp_path / "db")
    assert said in refusal(lambda: FolderDatabase(tmp_path / "db").insert(files))
    assert said in refusal(lambda: good.insert(files))
    assert said in refusal(lambda: source_files(tmp_path / "db"), InputRefused)
    assert snapshot(tmp_path / "db") == before


def test_a_garbage_tag_cache_is_refused_and_untouched(tmp_path, make_images):
    database, files = create_database(tmp_path / "db"), make_images(1)
    (tmp_path / "db" / "ctkDICOMTagCache.sql").write_text("garbage" * 1000)
    before = snapshot(tmp_path / "db")
    assert "ctkDICOMTagCache.sql" in refusal(lambda: database.insert(files))
    assert snapshot(tmp_path / "db") == before


def test_a_folder_with_other_files_is_refused_and_untouched(tmp_path, make_images):
    files = make_images(1)
    assert "holds other files" in refusal(lambda: FolderDatabase(files[0].parent))
    assert "is a file" in refusal(lambda: FolderDatabase(files[0]))
    assert list(files[0].parent.iterdir()) == [files[0]]
    assert "has no ctkDICOM.sql" in refusal(lambda: source_files(tmp_path), InputRefused)


def test_an_image_that_is_there_already_is_never_replaced(tmp_path, make_images):
    database, files = FolderDatabase(tmp_path / "db"), make_images(2)
    database.insert(files[:1])
    before = snapshot(tmp_path / "db")
    assert "in the database already" in refusal(lambda: database.insert(files))
    assert "have the same SOPInstanceUID" in refusal(
        lambda: database.insert([files[1], shutil.copy(files[1], tmp_path / "copy.dcm")])
    )
    assert snapshot(tmp_path / "db") == before


def test_a_series_of_another_study_is_refused(tmp_path, make_images):
    database, first = FolderDatabase(tmp_path / "db"), make_images(1)
    database.insert(first)
    before = snapshot(tmp_path / "db")
    other = make_images(1, SeriesInstanceUID=pydicom.dcmread(first[0]).SeriesInstanceUID)
    assert "belongs to the study" in refusal(lambda: database.insert(other))
    assert snapshot(tmp_path / "db") == before


@pytest.mark.parametrize("keyword", ["StudyInstanceUID", "SeriesInstanceUID"])
@pytest.mark.parametrize("uid", ["../../../outside", "1.2/3", "1" * 200, "", "1.2\x003", None])
@pytest.mark.filterwarnings("ignore:Invalid value for VR UI")
@pytest.mark.filterwarnings("ignore:The value length")
def test_what_is_no_uid_is_refused_and_nothing_is_written_anywhere(tmp_path, make_images, keyword, uid):
    files = make_images(1, **{keyword: uid})
    before = snapshot(tmp_path)
    reason = refusal(lambda: FolderDatabase(tmp_path / "db").insert(files))
    assert keyword in reason
    assert len(reason) < 600
    assert snapshot(tmp_path) == before


@pytest.mark.filterwarnings("ignore:The value length")
@pytest.mark.filterwarnings("ignore:The PN component length")
def test_a_patient_name_of_a_thousand_characters_is_kept_whole(tmp_path, make_images):
    name = "A" * 999 + "^B"
    database = FolderDatabase(tmp_path / "db")
    database.insert(make_images(1, PatientName=name))
    assert database.entries()[0].patient_name == name


def test_a_file_that_is_gone_or_not_dicom_is_refused(tmp_path, make_images):
    files = make_images(2)
    text = tmp_path / "note.dcm"
    text.write_text("no image")
    assert "note.dcm is not a readable DICOM file" in refusal(lambda: FolderDatabase(tmp_path / "db").insert([text]))
    files[1].unlink()
    assert f"{files[1]} cannot be read" in refusal(lambda: FolderDatabase(tmp_path / "db").insert(files))
    assert not (tmp_path / "db").exists()


def fails_at(call: int, real: Callable, error: BaseException) -> Callable:
    """`real`, but its n-th call raises."""
    calls = []

    def wrapped(*args, **options):
        calls.append(args)
        if len(calls) == call:
            raise error
        return real(*args, **options)

    return wrapped


FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize(
    ("owner", "name", "call"),
    [
        (shutil, "copyfileobj", 1),
        (shutil, "copyfileobj", 3),
        (stage.json, "dump", 1),
        (os, "fsync", 2),
        (os, "fsync", 5),
        (os, "fsync", 6),
        (Path, "rename", 1),
        (Path, "rename", 3),
        (Path, "mkdir", 3),
    ],
)
@pytest.mark.parametrize("exists", [True, False])
def test_a_full_disk_at_any_step_leaves_everything_as_it_was(
    tmp_path, make_images, monkeypatch, owner, name, call, exists
):
    database, files = FolderDatabase(tmp_path / "db"), make_images(3)
    if exists:
        database.insert(make_images(2, "before"))
    before = snapshot(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(owner, name, fails_at(call, getattr(owner, name), FULL))
        assert "is full" in refusal(lambda: database.insert(files))
    assert snapshot(tmp_path) == before
    database.insert(files)
    assert len(database.entries()) == 1 + exists


def test_too_little_free_space_is_told_before_anything_is_written(tmp_path, make_images, monkeypatch):
    database, files = create_database(tmp_path / "db"), make_images(1)
    before = snapshot(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**6, 10**6, 10))
    assert "MB free" in refusal(lambda: database.insert(files))
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("stop", [Cancelled(), KeyboardInterrupt()])
def test_stopping_while_files_are_copied_leaves_everything_as_it_was(tmp_path, make_images, stop):
    database, files = FolderDatabase(tmp_path / "db"), make_images(3)
    before = snapshot(tmp_path)

    def progress(done, total, what):
        if done == 2:
            raise stop

    with pytest.raises(type(stop)):
        database.insert(files, progress)
    assert snapshot(tmp_path) == before


def test_ctrl_c_while_files_are_placed_leaves_everything_as_it_was(tmp_path, make_images, monkeypatch):
    database, files = FolderDatabase(tmp_path / "db"), make_images(3)
    before = snapshot(tmp_path)
    real = Path.rename

    def rename_and_interrupt(self, target):
        os.kill(os.getpid(), 2)
        return real(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", rename_and_interrupt)
        with pytest.raises(KeyboardInterrupt):
            database.insert(files)
    assert snapshot(tmp_path) == before


def test_a_damaged_copy_is_noticed_before_the_database_changes(tmp_path, make_images, monkeypatch):
    database, files = create_database(tmp_path / "db"), make_images(2)
    before = snapshot(tmp_path)
    monkeypatch.setattr(shutil, "copyfileobj", lambda source, target, _: target.write(source.read()[:-1] + b"x"))
    assert "differs from it" in refusal(lambda: database.insert(files))
    assert snapshot(tmp_path) == before


def test_a_neighbor_whose_folder_name_begins_alike_is_not_taken_for_the_inside(tmp_path, make_images):
    files = make_images(2, "db2")
    before = snapshot(tmp_path / "db2")
    database = FolderDatabase(tmp_path / "db")
    database.insert(files)
    found = source_files(tmp_path / "db")
    assert len(found) == 2
    assert all(file.is_relative_to(tmp_path / "db" / "dicom") and file.is_file() for file in found)
    assert snapshot(tmp_path / "db2") == before


def test_nothing_is_written_outside_the_folder_that_was_named(tmp_path, make_images):
    files = make_images(2)
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    before = set(snapshot(tmp_path))
    FolderDatabase(tmp_path / "link" / "db").insert(files)
    new = set(snapshot(tmp_path)) - before
    assert all(name.startswith(("real/db", "link/db")) for name in new)
