"""Slicer's own DICOM database: opening it, and putting series into it, all or none."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import ctk
import slicer
from slicer.i18n import tr as _

from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import ExportFailed, NumbersTaken
from SmartScoreLib.scene.session import ReadingSession


def isOpen() -> bool:
    """Whether there is a database to read from and write to. At a first start of Slicer there is none."""
    database = getattr(slicer, "dicomDatabase", None)
    # A file that is no database leaves isOpen true, but has no schema.
    return bool(database and database.isOpen and database.schemaVersionLoaded())


def whyNotHere(session: ReadingSession | None) -> str:
    """Why results of a reading do not belong into the database that is open, or "": its study is in another one."""
    if session is None or not session.series.datasets or not isOpen():
        return ""
    database = slicer.dicomDatabase
    if database.fileForInstance(str(session.series.datasets[0].SOPInstanceUID)):
        return ""
    return _("This CT is not in the open DICOM database {folder}. Open the database that it came from.").format(
        folder=database.databaseDirectory
    )


def intendedFolder() -> str:
    """The folder that Slicer is set to use, whether it exists or not; "" if there is none."""
    key = getattr(slicer, "dicomDatabaseDirectorySettingsKey", "")
    folder = slicer.util.settingsValue(key, "") if key else ""
    if folder:
        return str(folder)
    # With --testing the folder is in no setting.
    database = getattr(slicer, "dicomDatabase", None)
    name = str(database.databaseFilename or "") if database is not None else ""
    return str(Path(name).parent) if Path(name).is_absolute() else ""


def openDatabase(folder: str) -> str:
    """Open the database of a folder, or create it there; the reason why not, or "".

    Slicer keeps the folder as its own, as its DICOM module would.
    """
    database = getattr(slicer, "dicomDatabase", None)
    if database is None:
        return _("This Slicer was started without its DICOM module.")
    path = Path(folder)
    known = (path / "ctkDICOM.sql").is_file()
    if not known and path.is_dir() and any(path.iterdir()):
        return _(
            "The folder {folder} holds other files. Choose a new or empty folder, or an existing database."
        ).format(folder=folder)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return _("The folder {folder} cannot be made: {reason}.").format(folder=folder, reason=error.strerror)
    database.openDatabase(str(path / "ctkDICOM.sql"))
    if not database.isOpen or not database.schemaVersionLoaded():
        return _("The database in {folder} cannot be opened.").format(folder=folder)
    if database.schemaVersionLoaded() != database.schemaVersion():
        version = database.schemaVersionLoaded()
        database.closeDatabase()
        return _("The database in {folder} has version {version}. Let Slicer's DICOM module update it.").format(
            folder=folder, version=version
        )
    _rememberFolder(folder)
    return ""


def _rememberFolder(folder: str) -> None:
    import qt

    key = getattr(slicer, "dicomDatabaseDirectorySettingsKey", "")
    if key:
        qt.QSettings().setValue(key, folder)


@cache
def _indexer() -> Any:
    """The indexer of all imports.

    An indexer has a thread that reads files whole, pixels too. One indexer a save meant one thread a save, and the C
    library kept what each had needed (27 MB) in one of its arenas after another: 8 for each processor.
    """
    return ctk.ctkDICOMIndexer()


def copyInto(database: Any, files: Sequence[Path]) -> None:
    """Let a ctkDICOMDatabase copy these files in, and wait until it has; of what it does not take, it tells nothing."""
    indexer = _indexer()
    # While one waits, Slicer answers: what a click asks for then comes after what is under way.
    _wait(indexer)
    try:
        indexer.addListOfFiles(database, [str(file) for file in files], True)
        _wait(indexer)
    finally:
        # It would go on to use a database that is gone.
        indexer.setDatabase(None)


def _wait(indexer: Any) -> None:
    # What tells the end of an import may come late and end the wait for the next one.
    while indexer.importing:
        indexer.waitForImportFinished()


class SlicerDatabase:
    """`database.model.Database` on a ctkDICOMDatabase, by its indexer and with copy."""

    def __init__(self, database: Any) -> None:
        """Take an open ctkDICOMDatabase: `slicer.dicomDatabase`."""
        self._database = database

    @property
    def folder(self) -> Path:
        """The database folder."""
        return Path(self._database.databaseDirectory)

    def insert(self, files: Sequence[Path], progress: Progress = silent, unused: range = range(0)) -> None:
        """Copy files in, all or none, and find each again by its SOP Instance UID.

        The indexer reports nothing: what counts is whether the database knows each image afterwards, in a file of its
        own that holds as many bytes. `unused`, as `Database.insert` has it, is looked for just before: Slicer has no
        lock that would keep others from writing.

        Raises:
            NumbersTaken: a series of the studies has a number of `unused`; nothing stays.
            ExportFailed: with the reason; nothing stays.
            Cancelled: by `progress`; nothing stays.
        """
        if not isOpen():
            raise ExportFailed(remark("desktop.database_closed"))
        from SmartScoreLib.database.folder import refuse_small_disk
        from SmartScoreLib.database.header import read_header
        from SmartScoreLib.database.stage import take_back

        headers = [read_header(file) for file in files]
        instances = [header.sop_instance_uid for header in headers]
        series = sorted({header["SeriesInstanceUID"] for header in headers})
        refuse_small_disk(self.folder, files)
        # Series come and go as a whole, so none of them may hold anything before.
        known = [uid for uid in series if self._database.filesForSeries(uid)]
        known += [uid for uid in instances if self._database.fileForInstance(uid)]
        if known:
            raise ExportFailed(remark("desktop.known_already", uid=known[0]))
        for study in sorted({header["StudyInstanceUID"] for header in headers}):
            if taken := sorted(number for number in self.series_numbers(study) if number in unused):
                raise NumbersTaken(remark("database.number_taken", number=taken[0], study=study))
        progress(0, len(files), "copying into the database")
        try:
            copyInto(self._database, files)
            for file, uid in zip(files, instances, strict=True):
                self._verify(file, uid)
            progress(len(files), len(files), "copying into the database")
        except BaseException:
            for uid in series:
                self._database.removeSeries(uid)
            # Slicer forgets records of what it could not take, but leaves the files: empty ones on a full disk.
            take_back(self.folder, [header.storage_path for header in headers])
            raise

    def _verify(self, file: Path, sopInstanceUid: str) -> None:
        copy = self._database.fileForInstance(sopInstanceUid)
        if not copy:
            raise ExportFailed(remark("desktop.not_taken", uid=sopInstanceUid, folder=str(self.folder)))
        if Path(copy) == file or not Path(copy).is_file() or Path(copy).stat().st_size != file.stat().st_size:
            raise ExportFailed(remark("desktop.copy_differs", copy=str(copy)))

    def series_files(self, series_instance_uid: str) -> tuple[Path, ...]:
        """Files of a series, absolute; empty if unknown."""
        return tuple(Path(file) for file in self._database.filesForSeries(series_instance_uid))

    def series_numbers(self, study_instance_uid: str) -> frozenset[int]:
        """Series Numbers of a study, as far as its series have one."""
        series = self._database.seriesForStudy(study_instance_uid)
        numbers = (str(self._database.fieldForSeries("SeriesNumber", one) or "") for one in series)
        return frozenset(int(number) for number in numbers if number.isdecimal())

    def series_instance_uids(self) -> tuple[str, ...]:
        """Every series in the database."""
        database = self._database
        return tuple(
            series
            for patient in database.patients()
            for study in database.studiesForPatient(patient)
            for series in database.seriesForStudy(study)
        )
