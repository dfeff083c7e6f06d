"""From DICOM files to a volume in Hounsfield units."""

import os
from collections.abc import Iterable
from pathlib import Path

from SmartScoreLib.database.sources import find_in
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series import load
from SmartScoreLib.series.model import CTSeries, Findings, SeriesCandidate

Place = str | os.PathLike[str]
"""A file or folder: text or `pathlib.Path`."""


def find_series(paths: Place | Iterable[Place], progress: Progress = silent) -> Findings:
    """Every image series in DICOM files, folders and Slicer database folders, with the verdict on each.

    Headers only are read; nothing is changed. A folder is searched with all folders in it::

        findings = find_series("ct")
        for candidate in findings.candidates:
            print(candidate.series_instance_uid, candidate.scorable, candidate.refusals)

    Args:
        paths: one path or several: files, folders, or database folders of 3D Slicer (they hold `ctkDICOM.sql`).
        progress: called as progress(done, total, what) during long work.

    Returns:
        `.candidates`: one a series, in the order of patient, study date and Series Number; one a cardiac phase, kernel
        or orientation where a series holds several, told apart by `.label`. `.scorable` tells whether `load_series`
        takes it, `.refusals` why not. `.problems`: files that could not be used, and why.

    Raises:
        InputRefused: a path does not exist, or a database is damaged, locked, empty or of another version.
    """
    given = [Path(path) for path in ([paths] if isinstance(paths, (str, os.PathLike)) else paths)]
    if missing := [path for path in given if not path.exists()]:
        raise InputRefused([remark("api.no_path", path=str(path)) for path in missing])
    return find_in(given, progress)


def load_series(candidate: SeriesCandidate, progress: Progress = silent) -> CTSeries:
    """Read the pixels of one candidate of `find_series`.

    Args:
        candidate: one of `find_series(...).candidates`.
        progress: called as progress(done, total, what) during long work.

    Returns:
        `.hu`: Hounsfield units, a read-only array (slice, row, column), slice 0 the most inferior; int16, or float32
        where the images hold fractions. `.geometry`: `.spacing_mm` in the order of the axes, `.lps_mm(index)` and
        `.index(lps_mm)` between (slice, row, column) and DICOM patient coordinates in mm (x to the left, y to the
        back, z to the head). `.remarks`: what limits every score made of this series.

    Raises:
        InputRefused: the series cannot be scored (every reason is in `.remarks`), or a file has changed or vanished
            since it was found.
        TypeError: not a candidate.
    """
    if not isinstance(candidate, SeriesCandidate):
        raise TypeError(f"load_series takes one of find_series(...).candidates, not {type(candidate).__name__}")
    return load.load_series(candidate, progress)
