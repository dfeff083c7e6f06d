"""Whether the process that made a folder is still at work in it."""

import sqlite3
from contextlib import closing
from pathlib import Path

_LOCK = "owner.sql"  # the name since version 1.0.0, which may be at work in the same folder


def lock(folder: Path) -> sqlite3.Connection:
    """Take the folder's lock; it is held until the connection is closed or the process ends, in whatever way.

    The lock is SQLite's, which is the same on every system.
    """
    connection = sqlite3.connect(folder / _LOCK, isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    return connection


def is_locked(folder: Path) -> bool:
    """Whether a living process holds the lock; a folder whose lock is gone was left in the middle of its removal.

    Raises:
        sqlite3.Error: the lock cannot be asked for, such as that of another user.
    """
    try:
        with closing(sqlite3.connect(folder / _LOCK, timeout=0, isolation_level=None)) as connection:
            connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if (getattr(error, "sqlite_errorname", None) or "").startswith("SQLITE_BUSY"):
            return True
        # The lock went away while it was asked for: who holds it lives and is just removing the folder.
        if not (folder / _LOCK).exists():
            return True
        raise
    return False
