"""The exams of a Slicer DICOM database: its studies."""

from pathlib import Path

from SmartScoreLib.cohort.exams.marks import MarksOf, exam_with
from SmartScoreLib.cohort.model import Cohort
from SmartScoreLib.database.folder import FolderDatabase
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import ExportFailed, InputRefused


def database_cohort(folder: Path, marks_of: MarksOf) -> Cohort:
    """Each study of a database, with all its series; the database is only read.

    Args:
        folder: of the database.
        marks_of: how the marks of a study are found, by its Study Instance UID.

    Raises:
        InputRefused: the database is damaged, locked, of another version, or empty.
    """
    try:
        database = FolderDatabase(folder)
    except ExportFailed as error:  # nothing is to be written here
        raise InputRefused(error.remarks) from error
    files: dict[str, list[Path]] = {}
    for series in database.entries():
        files.setdefault(series.study_instance_uid, []).extend(database.series_files(series.series_instance_uid))
    if not files:
        raise InputRefused(remark("series.empty_database", folder=str(folder)))
    return Cohort(tuple(exam_with(marks_of, study, tuple(places), folder) for study, places in files.items()))
