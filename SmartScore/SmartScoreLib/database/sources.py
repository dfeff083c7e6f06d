"""Where series come from: files, folders, and Slicer database folders."""

from collections.abc import Sequence
from pathlib import Path

from SmartScoreLib.database.schema import DATABASE_FILE
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.model import Findings


def find_in(paths: Sequence[Path], progress: Progress = silent) -> Findings:
    """Every series in files, folders and Slicer database folders; a database is only read.

    Raises:
        InputRefused: a path does not exist, or a database is of another version, damaged, locked or empty.
    """
    expanded: list[Path] = []
    for path in paths:
        folder = path.parent if path.name == DATABASE_FILE else path
        if (folder / DATABASE_FILE).is_file():
            # SQLite is loaded only where a database is meant.
            from SmartScoreLib.database.folder import source_files

            files = source_files(folder)
            if not files:
                raise InputRefused(remark("series.empty_database", folder=str(folder)))
            expanded += files
        else:
            expanded.append(path)
    return find_series(expanded, progress)
