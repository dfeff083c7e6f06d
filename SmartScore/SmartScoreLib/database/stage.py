"""Files on their way into a database folder, so that a crash at any moment leaves nothing behind.

A stage is a folder inside the database folder, on its file system, so that moving a file into place is a rename.
Its journal names every file before it is placed. Whoever holds the database's write lock next removes the stages that
nobody holds the lock of any more, and the files that they placed but that the database does not know.
"""

import json
import os
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from SmartScoreLib.database.lock import is_locked, lock
from SmartScoreLib.database.schema import DATABASE_FILE

PREFIX = ".smartscore-"
_JOURNAL = "journal.json"
_AT_ONCE = 8
_PLACE = re.compile(r"dicom/[0-9a-f]{8}/[0-9a-f]{8}/[0-9a-f]{32}\.dcm")


class Stage:
    """One running insert's own folder. Make it while holding the database's write lock."""

    def __init__(self, folder: Path) -> None:
        """Make the folder and hold its lock until `remove`, or until the process ends in whatever way."""
        self._folder = folder
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX, dir=folder))
        self._lock = lock(self.path)

    def add(self, source: Path, name: str) -> Path:
        """Copy a file in."""
        target = self.path / name
        with source.open("rb") as original, target.open("xb") as copy:
            shutil.copyfileobj(original, copy, 1 << 20)
        return target

    def settle(self, files: Sequence[Path]) -> None:
        """Put the files on the disk itself: many at once, since a disk writes them together."""
        with ThreadPoolExecutor(_AT_ONCE) as threads:
            for _ in threads.map(_sync_file, files):
                pass

    def announce(self, places: Sequence[tuple[str, str]]) -> None:
        """Write the journal: (path relative to the database folder, SOP Instance UID) of each file to be placed."""
        draft = self.path / (_JOURNAL + ".draft")
        with draft.open("x", encoding="utf-8") as journal:
            json.dump(list(places), journal)
            journal.flush()
            os.fsync(journal.fileno())
        draft.replace(self.path / _JOURNAL)
        sync_folders([self.path])

    def remove(self) -> None:
        """Let go of the lock and delete what is left of the stage."""
        self._lock.close()
        shutil.rmtree(self.path, ignore_errors=True)


def clear_dead_stages(folder: Path, connection: sqlite3.Connection) -> None:
    """Remove what crashed inserts left; call it holding the write lock, with the tables in place or absent."""
    for path in sorted(folder.glob(PREFIX + "*")):
        if is_locked(path):
            continue
        with suppress(FileNotFoundError):
            places: list[tuple[str, str]] = json.loads((path / _JOURNAL).read_text(encoding="utf-8"))
            take_back(
                folder, [place for place, uid in places if _PLACE.fullmatch(place) and not _known(connection, uid)]
            )
        shutil.rmtree(path, ignore_errors=True)
    # SQLite's own leftover of a crash in a commit over two files. Who holds the write lock of both needs it no more:
    # what it decided, commit or roll back, was done when the two were opened.
    for path in folder.glob(f"{DATABASE_FILE}-mj*"):
        path.unlink(missing_ok=True)


def take_back(folder: Path, places: Iterable[str]) -> None:
    """Delete placed files and the folders that become empty by it."""
    for place in places:
        file = folder / place
        file.unlink(missing_ok=True)
        for parent in (file.parent, file.parent.parent, file.parent.parent.parent):
            with suppress(OSError):
                parent.rmdir()


def sync_folders(folders: Iterable[Path]) -> None:
    """Put the entries of folders on disk; on Windows the file system does so itself."""
    if os.name == "nt":
        return
    for folder in folders:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _sync_file(file: Path) -> None:
    with file.open("r+b") as opened:
        os.fsync(opened.fileno())


def _known(connection: sqlite3.Connection, sop_instance_uid: str) -> bool:
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'Images'").fetchone():
        return False
    found = connection.execute("SELECT 1 FROM Images WHERE SOPInstanceUID = ?", (sop_instance_uid,)).fetchone()
    return found is not None
