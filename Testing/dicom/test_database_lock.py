"""What may be cleared away: never the work of a living process, never a database that holds something."""

import sqlite3
from contextlib import closing

import pytest

from SmartScoreLib.database.connection import remove_if_unused
from SmartScoreLib.database.folder import FolderDatabase, create_database
from SmartScoreLib.database.lock import is_locked, lock
from SmartScoreLib.database.schema import CACHE_FILE, DATABASE_FILE
from SmartScoreLib.database.stage import Stage, clear_dead_stages


def test_a_folder_is_locked_while_its_process_holds_it(tmp_path):
    with closing(lock(tmp_path)):
        assert is_locked(tmp_path)
    assert not is_locked(tmp_path)


def test_a_folder_that_is_just_being_removed_belongs_to_a_living_process(tmp_path):
    assert is_locked(tmp_path / "gone")


def test_a_lock_that_cannot_be_asked_for_is_an_error(tmp_path):
    (tmp_path / "owner.sql").mkdir()
    with pytest.raises(sqlite3.OperationalError):
        is_locked(tmp_path)


def test_the_stage_of_a_living_process_stays_and_that_of_a_dead_one_goes(tmp_path):
    living, dead = Stage(tmp_path), Stage(tmp_path)
    place = tmp_path / "dicom" / ("a" * 8) / ("b" * 8) / ("c" * 32 + ".dcm")
    place.parent.mkdir(parents=True)
    place.write_bytes(b"left by a crash")
    dead.announce([(place.relative_to(tmp_path).as_posix(), "2.25.1")])
    dead._lock.close()  # as the end of its process does
    with closing(sqlite3.connect(":memory:")) as nothing:  # a crash may come before the tables are made
        clear_dead_stages(tmp_path, nothing)
    assert living.path.exists()
    assert not dead.path.exists()
    assert not (tmp_path / "dicom").exists()
    living.remove()


def test_a_database_is_removed_only_if_it_holds_nothing(tmp_path, make_images):
    create_database(tmp_path / "empty")
    remove_if_unused(tmp_path / "empty", 1)
    assert list((tmp_path / "empty").iterdir()) == []

    FolderDatabase(tmp_path / "used").insert(make_images(2))
    remove_if_unused(tmp_path / "used", 1)
    assert (tmp_path / "used" / DATABASE_FILE).is_file()
    assert (tmp_path / "used" / CACHE_FILE).is_file()
    assert len(FolderDatabase(tmp_path / "used").entries()) == 1
