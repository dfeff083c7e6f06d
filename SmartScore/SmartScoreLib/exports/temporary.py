"""A folder for files on their way into a database."""

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from SmartScoreLib.database.interrupts import interrupts_held
from SmartScoreLib.database.lock import is_owned, own
from SmartScoreLib.remarks.errors import ExportFailed

_NAMES = ("smartscore-export-", "export-smartscore-")
# Between making a folder and owning it passes no time that a person would notice.
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
        raise ExportFailed(
            f"The folder for temporary files, {parent}, lies inside the database folder {database}; set TMPDIR to "
            "another folder."
        )
    _remove_forgotten(parent)
    name = next(name for name in _NAMES if not str(parent / name).startswith(str(inside)))
    try:
        free = shutil.disk_usage(parent).free
        if needed > free:
            raise ExportFailed(
                f"The folder for temporary files, {parent}, has {free / 1e6:.0f} MB free; {needed / 1e6:.0f} MB are "
                "needed. Free some space, or set TMPDIR to another folder."
            )
        folder = Path(tempfile.mkdtemp(prefix=name, dir=parent))
        owner = own(folder)
        try:
            yield folder
        finally:
            # Patients' images do not stay behind, and a late Ctrl-C does not undo what is in the database.
            with interrupts_held():
                owner.close()
                shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:
        what = f" ({error.filename})" if error.filename else ""
        raise ExportFailed(f"Writing failed: {error.strerror or error}{what}.") from error


def _remove_forgotten(parent: Path) -> None:
    for name in _NAMES:
        for folder in parent.glob(f"{name}*"):
            # Another user's folder cannot be looked into, and is left to them.
            with suppress(OSError, sqlite3.Error):
                settled = time.time() - folder.stat().st_mtime > _SETTLED_S
                if settled and not is_owned(folder):
                    shutil.rmtree(folder)
