"""Which readings lie in files, folders and databases, with what each needs to be opened."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from SmartScoreLib.database.folder import FolderDatabase, is_database
from SmartScoreLib.database.schema import DATABASE_FILE
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.reading.saved.summary import read_report, saved_reading, segmentation_of
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import ExportFailed, InputRefused
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.headers.attributes import text
from SmartScoreLib.series.headers.scanning import scan, undisturbed

SeriesFiles = Callable[[str], Sequence[Path]]
"""Files of a series by its Series Instance UID; none if it is not there."""

_REPORT = "SR"


def find_readings(paths: Sequence[Path], progress: Progress = silent) -> tuple[SavedReading, ...]:
    """Every reading in files, folders and Slicer database folders, the newest first; nothing is changed.

    Raises:
        InputRefused: a database is of another version, damaged or locked.
        Cancelled: from `progress`.
    """
    folders = [path.parent if path.name == DATABASE_FILE else path for path in paths]
    databases = [_database(folder) for folder in dict.fromkeys(folders) if is_database(folder)]
    reports = [
        file
        for database in databases
        for one in database.entries()
        if one.modality == _REPORT
        for file in database.series_files(one.series_instance_uid)
    ]
    places: list[SeriesFiles] = [database.series_files for database in databases]
    if loose := [folder for folder in folders if not is_database(folder)]:
        by_series, loose_reports = _scanned(loose, progress)
        reports += loose_reports
        places.append(lambda uid: by_series.get(uid, ()))
    # Images may lie outside of the database that holds what was made of them.
    return readings_in(reports, lambda uid: next((files for place in places if (files := place(uid))), ()))


def _database(folder: Path) -> FolderDatabase:
    try:
        return FolderDatabase(folder)
    except ExportFailed as error:  # nothing is to be written here
        raise InputRefused(error.remarks) from error


def readings_in(reports: Sequence[Path], series_files: SeriesFiles) -> tuple[SavedReading, ...]:
    """The readings of structured reports, the newest first; reports of other software are passed over.

    Args:
        reports: files of structured reports.
        series_files: where the files of their segmentations and of the CT series lie.
    """
    found = []
    for file in reports:
        report = read_report(file)
        if report is None:
            continue
        reading = saved_reading(file, report)
        files = tuple(Path(one) for one in series_files(reading.series_instance_uid))
        series, instance = segmentation_of(report)
        segmentation = _with_uid(series_files(series), instance) if instance else None
        lacks: list[Remark] = []
        if not any(one.is_file() for one in files):
            files = ()
            lacks.append(remark("reading.series_gone", uid=reading.series_instance_uid))
        if instance and segmentation is None:
            lacks.append(remark("reading.segmentation_gone", uid=instance))
        found.append(replace(reading, segmentation=segmentation, series_files=files, remarks=tuple(lacks)))
    return in_order(found)


def latest(readings: Sequence[SavedReading], series_instance_uid: str = "") -> SavedReading | None:
    """The newest reading of a series, of any if none is named; None if there is none."""
    return next((one for one in in_order(readings) if series_instance_uid in ("", one.series_instance_uid)), None)


def in_order(readings: Sequence[SavedReading]) -> tuple[SavedReading, ...]:
    """Each once, the newest first; of the same second the higher version, and what replaces before what is replaced."""
    replaced = {uid for one in readings for uid in one.replaces}
    single = {one.version.sop_instance_uid: one for one in readings}
    marked = [replace(one, replaced=uid in replaced) for uid, one in single.items()]
    return tuple(
        sorted(
            marked,
            key=lambda one: (one.made_on.isoformat() if one.made_on else "", one.version.number, not one.replaced),
            reverse=True,
        )
    )


def _with_uid(files: Sequence[Path], instance: str) -> Path | None:
    """The file of an instance; a segmentation is a series of one file nearly always."""
    for image in scan([Path(file) for file in files if Path(file).is_file()]).images:
        if text(image.dataset, "SOPInstanceUID") == instance:
            return image.path
    return None


def _scanned(paths: Sequence[Path], progress: Progress) -> tuple[dict[str, list[Path]], list[Path]]:
    """Files by Series Instance UID, and those of structured reports."""
    by_series: dict[str, list[Path]] = {}
    reports = []
    with undisturbed():
        for image in scan(paths, progress).images:
            by_series.setdefault(text(image.dataset, "SeriesInstanceUID"), []).append(image.path)
            if text(image.dataset, "Modality") == _REPORT:
                reports.append(image.path)
    return by_series, reports
