"""DICOM files of a folder into Slicer's database: what a first reading begins with."""

from pathlib import Path
from typing import Any

from SmartScoreLib.desktop.choosing.slicer_database import copyInto
from SmartScoreLib.progress import Progress
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused

_PREAMBLE = 128  # bytes before the letters that make a file one of DICOM (PS3.10 7.1)


def importFolder(database: Any, folder: Path, progress: Progress) -> tuple[str, ...]:
    """Copy every DICOM file below a folder into a database, as Slicer's DICOM module does; what is no DICOM is left.

    Args:
        database: an open ctkDICOMDatabase.
        folder: where to look, with all folders in it.
        progress: told how far it is.

    Returns:
        The Series Instance UIDs that came new.

    Raises:
        InputRefused: there is no DICOM file.
    """
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    found = []
    for number, file in enumerate(files):
        if number % 100 == 0:
            progress(number, len(files), "looking for DICOM files")
        if file.name.upper() != "DICOMDIR" and _isDicom(file):
            found.append(file)
    if not found:
        raise InputRefused(remark("desktop.no_dicom", folder=str(folder), files=len(files)))
    before = _series(database)
    progress(0, len(found), "copying into the database")
    copyInto(database, found)
    progress(len(found), len(found), "copying into the database")
    return tuple(sorted(_series(database) - before))


def _isDicom(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return opened.read(_PREAMBLE + 4)[_PREAMBLE:] == b"DICM"
    except OSError:
        return False


def _series(database: Any) -> set[str]:
    return {
        series
        for patient in database.patients()
        for study in database.studiesForPatient(patient)
        for series in database.seriesForStudy(study)
    }
