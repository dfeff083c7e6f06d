"""A folder for files on their way into a database."""

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from SmartScoreLib.database.interrupts import interrupts_held
from SmartScoreLib.database.lock import is_locked, lock
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import ExportFailed

_NAMES = ("smartscore-export-", "export-smartscore-")
# Between making a folder and locking it passes no time that a person would notice.
_SETTLED_S = 60


@contextmanager
def temporary_folder(database: Path, needed: int) -> Iterator[Path]:
    """A folder outside the database folder, gone at the end; what killed exports left is removed too.

    Its path does not begin with the database folder's name either: Slicer takes a file in such a sibling folder for
    one inside the database.

    Raises:
        ExportFailed: it cannot be made, `needed` bytes do not fit, or writing into it failed.
    """
    parent, inside = Path(tempfile.gettempdir()).resolve(), database.resolve()
    if parent.is_relative_to(inside):
        raise ExportFailed(remark("exports.temporary_inside", temporary=str(parent), folder=str(database)))
    _remove_forgotten(parent)
    name = next(name for name in _NAMES if not str(parent / name).startswith(str(inside)))
    try:
        free = shutil.disk_usage(parent).free
        if needed > free:
            raise ExportFailed(
                remark("exports.temporary_small", temporary=str(parent), free_mb=free / 1e6, needed_mb=needed / 1e6)
            )
        folder = Path(tempfile.mkdtemp(prefix=name, dir=parent))
        held = lock(folder)
        try:
            yield folder
        finally:
            # Patients' images do not stay behind, and a late Ctrl-C does not undo what is in the database.
            with interrupts_held():
                held.close()
                shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:
        reason = error.strerror or str(error)
        if not error.filename:
            raise ExportFailed(remark("exports.writing", reason=reason)) from error
        raise ExportFailed(remark("exports.writing_file", reason=reason, file=str(error.filename))) from error


def _remove_forgotten(parent: Path) -> None:
    for name in _NAMES:
        for folder in parent.glob(f"{name}*"):
            # Another user's folder cannot be looked into, and is left to them.
            with suppress(OSError, sqlite3.Error):
                settled = time.time() - folder.stat().st_mtime > _SETTLED_S
                if settled and not is_locked(folder):
                    shutil.rmtree(folder)
