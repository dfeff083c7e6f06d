"""Readings that were saved as DICOM."""

import os
from collections.abc import Iterable
from pathlib import Path

from SmartScoreLib.api.images import Place
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.saved import find, reopen
from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused


def find_readings(paths: Place | Iterable[Place], progress: Progress = silent) -> tuple[SavedReading, ...]:
    """Every reading that was saved with a structured report, the newest first.

        for saved in find_readings("database"):
            print(saved.made_on, saved.reader, saved.status, saved.agatston)

    Args:
        paths: one path or several: files, folders, or database folders of 3D Slicer. The CT images may lie in another
            place than the reading: give both.
        progress: called as progress(done, total, what) during long work.

    Returns:
        `.made_on`, `.reader`, `.status` ("draft", "final" or ""), `.agatston` (not rounded), `.cac_drs`,
        `.series_instance_uid`, `.replaced` (a newer version was found), and `.remarks`: why it cannot be opened, empty
        if it can.

    Raises:
        InputRefused: a path does not exist, or a database is damaged, locked or of another version.
    """
    given = [Path(path) for path in ([paths] if isinstance(paths, (str, os.PathLike)) else paths)]
    if missing := [path for path in given if not path.exists()]:
        raise InputRefused([remark("api.no_path", path=str(path)) for path in missing])
    return find.find_readings(given, progress)


def open_reading(saved: SavedReading, progress: Progress = silent) -> Reading:
    """A saved reading as it was: series, marks, rules, person, reader, comment, texts and status.

        reading = open_reading(find_readings("database")[0])
        export(reading, "database", ExportChoices(structured_report=True))      # a new version of it

    Args:
        saved: one of `find_readings`.
        progress: called as progress(done, total, what) during long work.

    Returns:
        The reading; scores are made anew from voxels, marks and rules, and are the same. Exported again, it says which
        reading it replaces; that one stays.

    Raises:
        InputRefused: its images or its segmentation are gone, or a file cannot be used; every reason.
    """
    return reopen.open_reading(saved, progress)
