"""Processes that die while inserting, and processes that insert at the same time."""

import json
import os
import random
import shutil
import signal
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from SmartScoreLib.database.folder import FolderDatabase

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked to be killed quickly")


def forked(work: Callable[[], object]) -> int:
    """Start `work` in another process and return its number; its exit status is 0 if nothing was raised."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        work()
        status = 0
    finally:
        os._exit(status)


def status_of(process: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def counts(folder: Path) -> dict[str, int]:
    """Images of each series, after SQLite found the database whole; the first look undoes what a crash left."""
    if not (folder / "ctkDICOM.sql").exists():
        return {}
    with closing(sqlite3.connect(folder / "ctkDICOM.sql")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        if not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            return {}
        shown = dict(connection.execute("SELECT SeriesInstanceUID, DisplayedCount FROM Series"))
        found = dict(connection.execute("SELECT SeriesInstanceUID, count(*) FROM Images GROUP BY 1"))
        for (name,) in connection.execute("SELECT Filename FROM Images"):
            assert (folder / name).stat().st_size > 0
    assert shown == found
    with closing(sqlite3.connect(folder / "ctkDICOMTagCache.sql")) as cache:
        assert cache.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    return found


def assert_no_orphan(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "ctkDICOM.sql")) as connection:
        known = {name for (name,) in connection.execute("SELECT Filename FROM Images")}
    assert {p.relative_to(folder).as_posix() for p in (folder / "dicom").rglob("*") if p.is_file()} == known
    assert sorted(p.name for p in folder.iterdir()) == ["ctkDICOM.sql", "ctkDICOMTagCache.sql", "dicom"]


STEPS = [  # killed right before the n-th call; with three files each of these calls comes
    *[(sqlite3, "connect", n) for n in (1, 2, 3)],
    (tempfile, "mkdtemp", 1),
    *[(os, "fsync", n) for n in (1, 3, 4, 5, 6, 8)],
    (json, "dump", 1),
    (Path, "mkdir", 3),
    *[(Path, "rename", n) for n in (1, 2, 3)],
    (shutil, "rmtree", 1),
]


@pytest.mark.parametrize("exists", [False, True])
def test_killed_at_any_step_the_database_holds_all_or_none_and_the_next_insert_leaves_no_orphan(
    tmp_path, make_images, exists
):
    first, later = make_images(2), make_images(1)
    for number, (owner, name, call) in enumerate(STEPS):
        folder = tmp_path / f"db{number}"
        if exists:
            FolderDatabase(folder).insert(first)
        files = make_images(3, f"source{number}")

        def insert_and_die(folder=folder, files=files, owner=owner, name=name, call=call):
            real, calls = getattr(owner, name), []

            def deadly(*args, **options):
                calls.append(args)
                if len(calls) == call:
                    os.kill(os.getpid(), signal.SIGKILL)
                return real(*args, **options)

            setattr(owner, name, deadly)
            FolderDatabase(folder).insert(files)

        assert status_of(forked(insert_and_die)) == -signal.SIGKILL, (name, call)
        found = sorted(counts(folder).values())
        assert found == [2] * exists + [3] * (name == "rmtree")
        FolderDatabase(folder).insert(later)
        assert sorted(counts(folder).values()) == sorted([1, *found])
        assert_no_orphan(folder)


def test_killed_at_random_moments_an_insert_is_done_or_not_done(tmp_path, make_images):
    folder, moments = tmp_path / "db", random.Random(3)
    FolderDatabase(folder).insert(make_images(1))
    began = time.perf_counter()
    FolderDatabase(folder).insert(make_images(8, "timed"))
    duration = time.perf_counter() - began
    for number in range(30):
        files = make_images(8, f"source{number}")
        process = forked(lambda files=files: FolderDatabase(folder).insert(files))
        time.sleep(moments.uniform(0, 1.2 * duration))
        os.kill(process, signal.SIGKILL)
        status_of(process)
        assert set(counts(folder).values()) <= {1, 8}
    FolderDatabase(folder).insert(make_images(1))
    counts(folder)
    assert_no_orphan(folder)


@pytest.mark.parametrize("exists", [False, True])
def test_processes_that_insert_at_once_all_succeed(tmp_path, make_images, exists):
    folder = tmp_path / "db"
    if exists:
        FolderDatabase(folder).insert(make_images(1))
    study = {"StudyInstanceUID": "1.2.3.4"}
    sources = [make_images(5, f"source{n}", **study) for n in range(4)]
    processes = [forked(lambda files=files: FolderDatabase(folder).insert(files)) for files in sources]
    assert [status_of(process) for process in processes] == [0] * 4
    assert sorted(counts(folder).values()) == [1] * exists + [5] * 4
    assert_no_orphan(folder)
    with closing(sqlite3.connect(folder / "ctkDICOM.sql")) as connection:
        assert connection.execute("SELECT count(*) FROM Patients").fetchone() == (1,)
        shown = connection.execute("SELECT DisplayedNumberOfSeries FROM Studies WHERE StudyInstanceUID = '1.2.3.4'")
        assert shown.fetchall() == [(4,)]


def test_of_two_processes_with_the_same_image_one_is_refused(tmp_path, make_images):
    files = make_images(3)
    processes = [forked(lambda: FolderDatabase(tmp_path / "db").insert(files)) for _ in range(2)]
    assert sorted(status_of(process) for process in processes) == [0, 1]
    assert list(counts(tmp_path / "db").values()) == [3]
    assert_no_orphan(tmp_path / "db")
