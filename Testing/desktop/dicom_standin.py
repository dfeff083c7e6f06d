"""ctkDICOMDatabase and ctkDICOMIndexer as far as the panel calls them, on a database folder."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from SmartScoreLib.database.folder import FolderDatabase
from SmartScoreLib.database.header import read_header


class Signals:
    """An object whose signals connect by their signature; it has no others."""

    SIGNALS: tuple[str, ...] = ()

    def __init__(self) -> None:
        self.slots: dict[str, list[Callable[..., Any]]] = {}
        for signature in self.SIGNALS:
            setattr(self, signature.partition("(")[0], signature)

    def connect(self, signature: str, slot: Callable[..., Any]) -> None:
        assert signature in self.SIGNALS, signature
        self.slots.setdefault(signature, []).append(slot)

    def disconnect(self, signature: str, slot: Callable[..., Any]) -> None:
        self.slots[signature].remove(slot)

    def emit(self, signature: str, *arguments: Any) -> None:
        for slot in list(self.slots.get(signature, ())):
            slot(*arguments)

    def connections(self) -> int:
        return sum(len(slots) for slots in self.slots.values())


class DicomDatabase(Signals):
    """The methods of ctkDICOMDatabase that the panel calls, on a database folder.

    Patients are known by their rows: `patients()` and `patientForStudy()` give "1", "2" ..., no Patient IDs.
    """

    SIGNALS = ("closed()", "databaseChanged()", "opened()")
    FOR_TESTS = ("folder", "refuses")

    def __init__(self) -> None:
        super().__init__()
        self.folder: FolderDatabase | None = None
        self.databaseFilename = ""
        self.refuses = 0
        """How many files the next import leaves out, as a full disk would."""

    @property
    def isOpen(self) -> bool:
        return self.folder is not None

    @property
    def databaseDirectory(self) -> str:
        return str(self.folder.folder) if self.folder else ""

    def openDatabase(self, filename: str) -> bool:
        self.databaseFilename = filename
        self.folder = FolderDatabase(Path(filename).parent)
        self.folder.insert(())
        self.emit("opened()")
        return True

    def closeDatabase(self) -> None:
        self.folder = None
        self.emit("closed()")

    def schemaVersion(self) -> str:
        return "0.8.1"

    def schemaVersionLoaded(self) -> str:
        # CTK asks the file each time, and says "" of a file that holds no schema.
        rows = self._rows("SELECT Version FROM SchemaInfo")
        return str(rows[0][0]) if rows else ""

    def patients(self) -> tuple[str, ...]:
        return tuple(str(uid) for (uid,) in self._rows("SELECT UID FROM Patients"))

    def studiesForPatient(self, patient: str) -> tuple[str, ...]:
        return tuple(
            uid for (uid,) in self._rows("SELECT StudyInstanceUID FROM Studies WHERE PatientsUID = ?", patient)
        )

    def seriesForStudy(self, study: str) -> tuple[str, ...]:
        return tuple(e.series_instance_uid for e in self._entries() if e.study_instance_uid == study)

    def studyForSeries(self, series: str) -> str:
        return next((e.study_instance_uid for e in self._entries() if e.series_instance_uid == series), "")

    def patientForStudy(self, study: str) -> str:
        rows = self._rows("SELECT PatientsUID FROM Studies WHERE StudyInstanceUID = ?", study)
        return str(rows[0][0]) if rows else ""

    def filesForSeries(self, series: str, hits: int = -1) -> tuple[str, ...]:
        files = self.folder.series_files(series) if self.folder else ()
        return tuple(str(file) for file in files[: hits if hits >= 0 else None])

    def instancesForSeries(self, series: str, hits: int = -1) -> tuple[str, ...]:
        return self.filesForSeries(series, hits)

    def fileForInstance(self, instance: str) -> str:
        rows = self._rows("SELECT Filename FROM Images WHERE SOPInstanceUID = ?", instance)
        return str(Path(self.databaseDirectory) / rows[0][0]) if rows else ""

    def fileValue(self, file: str, tag: str) -> str:
        import pydicom

        value = pydicom.dcmread(file, stop_before_pixels=True).get(pydicom.tag.Tag(*tag.split(",")))
        return "" if value is None or value.value is None else str(value.value)

    def descriptionForSeries(self, series: str) -> str:
        return self.fieldForSeries("SeriesDescription", series)

    def fieldForSeries(self, field: str, series: str) -> str:
        names = {"SeriesDescription": "series_description", "SeriesNumber": "series_number", "Modality": "modality"}
        return next((getattr(e, names[field]) for e in self._entries() if e.series_instance_uid == series), "")

    def fieldForPatient(self, field: str, patient: str) -> str:
        names = {"PatientID": "patient_id", "PatientsName": "patient_name"}
        studies = self.studiesForPatient(patient)
        return next((getattr(e, names[field]) for e in self._entries() if e.study_instance_uid in studies), "")

    def fieldForStudy(self, field: str, study: str) -> str:
        assert field == "StudyDate"
        return next((e.study_date for e in self._entries() if e.study_instance_uid == study), "")

    def removeSeries(self, series: str) -> bool:
        files = self.filesForSeries(series)
        with sqlite3.connect(self.databaseFilename) as connection:
            connection.execute("DELETE FROM Images WHERE SeriesInstanceUID = ?", (series,))
            connection.execute("DELETE FROM Series WHERE SeriesInstanceUID = ?", (series,))
        connection.close()
        for file in files:
            Path(file).unlink()
        self.emit("databaseChanged()")
        return True

    def _rows(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        if self.folder is None:
            return []
        connection = sqlite3.connect(self.databaseFilename)
        try:
            return connection.execute(query, values).fetchall()
        except sqlite3.Error:
            return []
        finally:
            connection.close()

    def _entries(self) -> Any:
        return self.folder.entries() if self.folder else ()


class ctkDICOMIndexer:
    """Imports with copy; of what it left out it says nothing and leaves an empty file, like the real one."""

    FOR_TESTS = ("database",)
    database: DicomDatabase | None = None
    importing = False

    def setDatabase(self, database: DicomDatabase | None) -> None:
        self.database = database

    def addListOfFiles(self, database: DicomDatabase, files: list[str], copyFile: bool = False) -> None:
        assert copyFile, "a file that is only referred to is lost with its temporary folder"
        assert database.folder is not None
        self.setDatabase(database)
        taken = files[: len(files) - database.refuses]
        for file in files[len(taken) :]:
            place = database.folder.folder / read_header(Path(file)).storage_path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.touch()
        database.refuses = 0
        database.folder.insert([Path(file) for file in taken])
        for _ in range(3):
            database.emit("databaseChanged()")

    def waitForImportFinished(self) -> None: ...
