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
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import ExportFailed, SmartScoreError
from SmartScoreLib.remarks.model import Remark

WAIT_S = 10.0
"""How long a busy database is waited for."""


@contextmanager
def read_only(folder: Path, refusal: type[SmartScoreError], wait_s: float = WAIT_S) -> Iterator[sqlite3.Connection]:
    """Open a database of the supported version: nothing in the folder is created or changed.

    Raises:
        SmartScoreError: of the class `refusal`, with the reason.
    """
    file = folder / DATABASE_FILE
    if not file.is_file():
        raise refusal(remark("database.no_database", folder=str(folder), database=DATABASE_FILE))
    with plainly(folder, refusal), closing(_connect_read_only(file, wait_s)) as connection:
        if reason := why_refused(connection):
            raise refusal(remark("database.unsupported", folder=str(folder), reason=reason))
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
                raise ExportFailed(remark("database.removed", folder=str(folder)))
            if is_empty(both):
                create_tables(both)
            elif reason := why_refused(both):
                raise ExportFailed(remark("database.unsupported", folder=str(folder), reason=reason))
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
    """Turn errors of SQLite and of the file system into `refusal` with one remark."""
    try:
        yield
    except sqlite3.Error as error:
        raise refusal(_sqlite_remark(str(folder), error)) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise refusal(remark("database.disk_full", folder=str(folder))) from error
        reason = error.strerror or str(error)
        if not error.filename:
            raise refusal(remark("database.unusable", folder=str(folder), reason=reason)) from error
        file = str(error.filename)
        raise refusal(remark("database.unusable_file", folder=str(folder), reason=reason, file=file)) from error


def _connect_read_only(file: Path, wait_s: float) -> sqlite3.Connection:
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


def _sqlite_remark(folder: str, error: sqlite3.Error) -> Remark:
    name = getattr(error, "sqlite_errorname", None) or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return remark("database.locked", folder=folder)
    if name.startswith("SQLITE_READONLY"):
        return remark("database.read_only", folder=folder)
    if name == "SQLITE_NOTADB":
        return remark("database.not_sqlite", folder=folder, database=DATABASE_FILE, cache=CACHE_FILE)
    if name.startswith("SQLITE_CORRUPT"):
        return remark("database.damaged", folder=folder, reason=str(error))
    if name == "SQLITE_FULL":
        return remark("database.disk_full", folder=folder)
    return remark("database.unusable", folder=folder, reason=str(error))
