"""Opening the two SQLite files of a database folder, and saying plainly why that fails."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from SmartScoreLib.database.schema import (
    CACHE_FILE,
    DATABASE_FILE,
    create_cache,
    create_tables,
    is_empty,
    why_refused,
)
from SmartScoreLib.remarks.errors import ExportFailed, SmartScoreError

WAIT_S = 10.0
"""How long a busy database is waited for."""


@contextmanager
def reading(folder: Path, refusal: type[SmartScoreError], wait_s: float = WAIT_S) -> Iterator[sqlite3.Connection]:
    """Open a database of the supported version read-only: nothing in the folder is created or changed.

    Raises:
        SmartScoreError: of the class `refusal`, with the reason.
    """
    file = folder / DATABASE_FILE
    if not file.is_file():
        raise refusal(f"The folder {folder} is not a Slicer DICOM database: it has no {DATABASE_FILE}.")
    with plainly(folder, refusal), closing(_connect_reading(file, wait_s)) as connection:
        if reason := why_refused(connection):
            raise refusal(f"The database {folder} cannot be used: {reason}.")
        yield connection


@contextmanager
def changing(folder: Path, wait_s: float) -> Iterator[sqlite3.Connection]:
    """Hold the write lock in one transaction over both files, the tag cache as schema "cache"; commit at the end.

    Files and tables that are missing are made. An exception rolls back and goes on.

    Raises:
        ExportFailed: another schema version, or the database was removed meanwhile.
        sqlite3.Error, OSError: as they come; wrap the call in `plainly`.
    """
    file = folder / DATABASE_FILE
    file.open("ab").close()
    opened = file.stat()
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=rw", uri=True, timeout=wait_s, isolation_level=None)) as both:
        both.execute("ATTACH ? AS cache", (f"{(folder / CACHE_FILE).as_uri()}?mode=rwc",))
        for schema in ("main", "cache"):
            # A commit must outlast a power cut: the files it names are on disk before it.
            both.execute(f"PRAGMA {schema}.synchronous = FULL")
        both.execute("BEGIN IMMEDIATE")
        try:
            # Another process whose first insert failed may have removed the file while this one waited.
            if not file.exists() or not os.path.samestat(file.stat(), opened):
                raise ExportFailed(f"The database {folder} was removed while it was being opened; try again.")
            if is_empty(both):
                create_tables(both)
            elif reason := why_refused(both):
                raise ExportFailed(f"The database {folder} cannot be used: {reason}.")
            create_cache(both, "cache")
            yield both
            both.execute("COMMIT")
        except BaseException:
            if both.in_transaction:
                both.execute("ROLLBACK")
            raise


def remove_if_unused(folder: Path, wait_s: float) -> None:
    """Delete the two files if the database holds nothing: for one that was made by an insert that failed."""
    with changing(folder, wait_s) as connection:
        used = connection.execute("SELECT 1 FROM Patients UNION SELECT 1 FROM Images").fetchone()
        if not used and os.name != "nt":  # Windows deletes no open file; an empty database stays there
            (folder / DATABASE_FILE).unlink()
            (folder / CACHE_FILE).unlink()


@contextmanager
def plainly(folder: Path, refusal: type[SmartScoreError]) -> Iterator[None]:
    """Turn errors of SQLite and of the file system into `refusal` with one plain sentence."""
    try:
        yield
    except sqlite3.Error as error:
        raise refusal(_sentence(folder, error)) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise refusal(f"The disk of the database {folder} is full.") from error
        what = f" ({error.filename})" if error.filename else ""
        raise refusal(f"The database {folder} cannot be used: {error.strerror or error}{what}.") from error


def _connect_reading(file: Path, wait_s: float) -> sqlite3.Connection:
    for mode in ("ro", "rw"):
        connection = sqlite3.connect(f"{file.as_uri()}?mode={mode}", uri=True, timeout=wait_s, isolation_level=None)
        try:
            is_empty(connection)
        except sqlite3.Error as error:
            connection.close()
            # A change that a crash left half done is undone by SQLite on opening, which takes writing.
            if mode == "rw" or error.sqlite_errorname != "SQLITE_READONLY_ROLLBACK":
                raise
        else:
            break
    return connection


def _sentence(folder: Path, error: sqlite3.Error) -> str:
    name = getattr(error, "sqlite_errorname", None) or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return f"The database {folder} is locked by another program; wait until its import is done and try again."
    if name.startswith("SQLITE_READONLY"):
        return f"The database {folder} is read-only; choose another folder or allow writing to it."
    if name == "SQLITE_NOTADB":
        return f"The database {folder} cannot be used: {DATABASE_FILE} or {CACHE_FILE} in it is not an SQLite file."
    if name.startswith("SQLITE_CORRUPT"):
        return f"The database {folder} is damaged ({error}); restore it from a copy, or choose another folder."
    if name == "SQLITE_FULL":
        return f"The disk of the database {folder} is full."
    return f"The database {folder} cannot be used: {error}."
