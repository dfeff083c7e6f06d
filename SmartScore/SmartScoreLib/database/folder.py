"""A Slicer DICOM database folder on disk, read and extended without Slicer."""

import filecmp
import os
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from SmartScoreLib.database.connection import WAIT_S, changing, plainly, read_only, remove_if_unused
from SmartScoreLib.database.header import Header, read_header
from SmartScoreLib.database.interrupts import interrupts_held
from SmartScoreLib.database.model import SeriesEntry
from SmartScoreLib.database.rows import insert_rows, refuse_taken
from SmartScoreLib.database.schema import DATABASE_FILE
from SmartScoreLib.database.stage import (
    PREFIX,
    Stage,
    clear_dead_stages,
    sync_folders,
    take_back,
)
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import ExportFailed, InputRefused


def is_database(path: Path) -> bool:
    """Whether this folder holds a Slicer DICOM database."""
    return (path / DATABASE_FILE).is_file()


def source_files(folder: Path) -> tuple[Path, ...]:
    """Every local image file that a database knows, absolute, series by series; whether they exist is not checked.

    The folder is only read: it may lie on a read-only medium, or be open in Slicer.

    Raises:
        InputRefused: not a database of the supported version, damaged or locked.
    """
    folder = _absolute(folder)
    with read_only(folder, InputRefused) as connection:
        rows = connection.execute(
            "SELECT Filename FROM Images WHERE coalesce(Filename, '') <> '' ORDER BY SeriesInstanceUID, rowid"
        )
        # Slicer keeps files inside the folder relative to it and referenced files absolute; "/" does the right thing.
        return tuple(folder / name for (name,) in rows)


def create_database(folder: Path) -> "FolderDatabase":
    """Make an empty database in a new or empty folder, or open the one that is there.

    Raises:
        ExportFailed: the folder holds other files, another schema version, or cannot be written.
    """
    database = FolderDatabase(folder)
    database.insert(())
    return database


class FolderDatabase:
    """A database folder; a folder that is missing or empty becomes one with the first insert.

    Attributes:
        folder: the absolute folder.
    """

    def __init__(self, folder: Path, wait_s: float = WAIT_S) -> None:
        """Look at the folder without changing it.

        Raises:
            ExportFailed: the folder holds other files and no database, or one that cannot be used.
        """
        self._folder = _absolute(folder)
        self._wait_s = wait_s
        with plainly(self._folder, ExportFailed):
            if self._folder.exists() and not self._folder.is_dir():
                raise ExportFailed(remark("database.is_file", folder=str(self._folder)))
            _refuse_other_files(self._folder)
            nothing = _holds_nothing(self._folder)
        if not nothing:
            with read_only(self._folder, ExportFailed, wait_s):
                pass

    @property
    def folder(self) -> Path:
        """The absolute database folder."""
        return self._folder

    def series_instance_uids(self) -> tuple[str, ...]:
        """Every series, in order of insertion."""
        return tuple(entry.series_instance_uid for entry in self.entries())

    def entries(self) -> tuple[SeriesEntry, ...]:
        """Every series with its study and patient, in order of insertion."""
        rows = self._select(
            "SELECT (SELECT count(*) FROM Images i WHERE i.SeriesInstanceUID = s.SeriesInstanceUID), "
            "p.PatientID, p.PatientsName, t.StudyInstanceUID, t.StudyDate, t.StudyDescription, "
            "s.SeriesInstanceUID, s.SeriesNumber, s.SeriesDescription, s.Modality, t.StudyTime "
            "FROM Series s LEFT JOIN Studies t ON t.StudyInstanceUID = s.StudyInstanceUID "
            "LEFT JOIN Patients p ON p.UID = t.PatientsUID ORDER BY s.rowid"
        )
        return tuple(SeriesEntry(int(row[0]), *("" if text is None else str(text) for text in row[1:])) for row in rows)

    def series_numbers(self, study_instance_uid: str) -> frozenset[int]:
        """Series Numbers of a study, as far as its series have one."""
        numbers = (e.series_number for e in self.entries() if e.study_instance_uid == study_instance_uid)
        return frozenset(int(number) for number in numbers if number.isdecimal())

    def series_files(self, series_instance_uid: str) -> tuple[Path, ...]:
        """Files of a series, absolute, in order of insertion; empty if the series is unknown."""
        rows = self._select(
            "SELECT Filename FROM Images WHERE SeriesInstanceUID = ? ORDER BY rowid", series_instance_uid
        )
        return tuple(self._folder / name for (name,) in rows)

    def insert(self, files: Sequence[Path], progress: Progress = silent, unused: range = range(0)) -> None:
        """Copy files in, all or none, each under a SOP Instance UID that is new to the database.

        A crash at any moment leaves a database that opens, with all or none of the files; what else it left is removed
        by the next insert. With no files, an empty database is made or found, and leftovers are removed.

        `unused`, as `Database.insert` has it, is looked for while nobody else can write.

        Raises:
            NumbersTaken: a series of the studies has a number of `unused`; nothing stays.
            ExportFailed: with the reason; nothing stays.
            Cancelled: by `progress`; nothing stays.
        """
        headers = [read_header(file) for file in files]
        _refuse_repeated(headers)
        with plainly(self._folder, ExportFailed), _new_folders(self._folder), _new_database(self._folder, self._wait_s):
            refuse_small_disk(self._folder, files)
            with changing(self._folder, self._wait_s) as connection:
                clear_dead_stages(self._folder, connection)
                stage = Stage(self._folder)
            try:
                # The long part, during which others may write.
                staged = [_stage(stage, header, i, progress, len(files)) for i, header in enumerate(headers)]
                stage.settle(staged)
                self._place(stage, staged, headers, unused)
            finally:
                stage.remove()

    def _place(self, stage: Stage, staged: Sequence[Path], headers: Sequence[Header], unused: range) -> None:
        places = [header.storage_path for header in headers]
        placed: list[str] = []
        try:
            with interrupts_held() as stop_if_interrupted, changing(self._folder, self._wait_s) as connection:
                refuse_taken(connection, headers, unused)
                insert_rows(connection, headers)
                stage.announce([(place, h.sop_instance_uid) for place, h in zip(places, headers, strict=True)])
                for file, place in zip(staged, places, strict=True):
                    target = self._folder / place
                    if target.exists():
                        raise ExportFailed(remark("database.in_the_way", file=str(target)))
                    target.parent.mkdir(parents=True, exist_ok=True)
                    placed.append(place)
                    file.rename(target)
                parents = {(self._folder / place).parent for place in placed}
                sync_folders(parents | {folder.parent for folder in parents} | {self._folder})
                _refuse_unfound(connection, self._folder, headers)
                stop_if_interrupted()
        except BaseException:
            take_back(self._folder, placed)
            raise

    def _select(self, query: str, *values: str) -> list[Any]:
        if _holds_nothing(self._folder):
            return []
        with read_only(self._folder, InputRefused, self._wait_s) as connection:
            return connection.execute(query, values).fetchall()


def _stage(stage: Stage, header: Header, number: int, progress: Progress, total: int) -> Path:
    copy = stage.add(header.file, f"{number}.dcm")
    if not filecmp.cmp(header.file, copy, shallow=False):
        raise ExportFailed(remark("database.copy_differs", file=str(header.file)))
    progress(number + 1, total, "copying into the database")
    return copy


def _refuse_repeated(headers: Sequence[Header]) -> None:
    seen: dict[str, Path] = {}
    for header in headers:
        first = seen.setdefault(header.sop_instance_uid, header.file)
        if first is not header.file:
            uid = header.sop_instance_uid
            raise ExportFailed(remark("database.repeated", first=str(first), second=str(header.file), uid=uid))


def refuse_small_disk(folder: Path, files: Sequence[Path]) -> None:
    """Raise ExportFailed if the disk of a database folder has less room than these files take."""
    needed, free = sum(file.stat().st_size for file in files), shutil.disk_usage(folder).free
    if needed > free:
        raise ExportFailed(
            remark("database.disk_small", folder=str(folder), free_mb=free / 1e6, needed_mb=needed / 1e6)
        )


def _refuse_unfound(connection: sqlite3.Connection, folder: Path, headers: Sequence[Header]) -> None:
    for header in headers:
        row = connection.execute(
            "SELECT Filename FROM Images WHERE SOPInstanceUID = ?", (header.sop_instance_uid,)
        ).fetchone()
        if not row or (folder / row[0]).stat().st_size != header.file.stat().st_size:
            uid = header.sop_instance_uid
            raise ExportFailed(remark("database.not_found_again", uid=uid, folder=str(folder)))


@contextmanager
def _new_folders(folder: Path) -> Iterator[None]:
    """Make the folder; on failure remove what was made, if it is empty."""
    made = [place for place in (folder, *folder.parents) if not place.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        for place in made:
            with suppress(OSError):
                place.rmdir()
        raise


@contextmanager
def _new_database(folder: Path, wait_s: float) -> Iterator[None]:
    """On failure remove the database's files, if they are new and nobody else has put anything in meanwhile."""
    new = not is_database(folder)
    try:
        yield
    except BaseException:
        if new and is_database(folder):
            with suppress(sqlite3.Error, OSError, ExportFailed):
                remove_if_unused(folder, wait_s)
        raise


def _holds_nothing(folder: Path) -> bool:
    """No database file yet, or one of no bytes: Slicer and SQLite take both for an empty database."""
    return not is_database(folder) or (folder / DATABASE_FILE).stat().st_size == 0


def _absolute(folder: Path) -> Path:
    return Path(os.path.abspath(folder))  # noqa: PTH100 - keeps symbolic links, as Slicer does


def _refuse_other_files(folder: Path) -> None:
    if is_database(folder) or not folder.is_dir():
        return
    others = sorted(path.name for path in folder.iterdir() if not path.name.startswith(PREFIX))
    # Another process may have made the database since it was looked for.
    if others and DATABASE_FILE not in others:
        raise ExportFailed(remark("database.other_files", folder=str(folder), file=others[0], database=DATABASE_FILE))
