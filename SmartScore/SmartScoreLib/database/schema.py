"""The tables of a Slicer database folder (ctkDICOMDatabase, schema 0.8.1), as data.

Names, types, labels and weights are those that Slicer 5.10 and 5.12 create and show in their DICOM browser.
"""

import sqlite3
from typing import NamedTuple

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark

VERSION = "0.8.1"
DATABASE_FILE = "ctkDICOM.sql"
CACHE_FILE = "ctkDICOMTagCache.sql"

_FIT = '{"resizeMode":"resizeToContents"}'
_FIT_SORTED = '{"resizeMode":"resizeToContents", "sort": "ascending"}'
_STRETCH = '{"resizeMode":"stretch"}'
_UID = "VARCHAR(64)"
_TEXT = "VARCHAR(255)"


class Column(NamedTuple):
    """One column and how the browser shows it; a column of weight 0 is hidden."""

    name: str
    sql_type: str
    label: str = ""
    weight: int = 0
    format: str = ""


_ADDED = ("InsertTimestamp", "VARCHAR(20) NOT NULL", "Date added")
_DISPLAYED = Column("DisplayedFieldsUpdatedTimestamp", "DATETIME")

PATIENTS = (
    Column("UID", "INTEGER PRIMARY KEY AUTOINCREMENT"),
    Column("PatientsName", _TEXT, "Patient name"),
    Column("PatientID", _TEXT, "Patient ID", 2),
    Column("PatientsBirthDate", "DATE", "Birth date", 3, _FIT),
    Column("PatientsBirthTime", "TIME", "Birth time"),
    Column("PatientsSex", "VARCHAR(1)", "Sex", 4, _FIT),
    Column("PatientsAge", "VARCHAR(10)", "Age"),
    Column("PatientsComments", _TEXT, "Comments"),
    Column(*_ADDED, 7, '{"sort": "descending"}'),
    Column("DisplayedPatientsName", _TEXT, "Patient name", 1, _STRETCH),
    Column("DisplayedNumberOfStudies", "INT", "Studies", 5, _FIT),
    Column("DisplayedLastStudyDate", "DATE", "Last study date", 6),
    _DISPLAYED,
    Column("Connections", "VARCHAR(2048)"),
)
STUDIES = (
    Column("StudyInstanceUID", f"{_UID} NOT NULL PRIMARY KEY"),
    Column("PatientsUID", "INT NOT NULL"),
    Column("StudyID", _TEXT, "Study ID", 2),
    Column("StudyDate", "DATE", "Study date", 1, _FIT_SORTED),
    Column("StudyTime", "VARCHAR(20)", "Study time"),
    Column("StudyDescription", _TEXT, "Study description", 3, _STRETCH),
    Column("AccessionNumber", _TEXT, "Accession #"),
    Column("ModalitiesInStudy", _TEXT, "Modalities"),
    Column("InstitutionName", _TEXT, "Institution"),
    Column("ReferringPhysician", _TEXT, "Referring physician"),
    Column("PerformingPhysiciansName", _TEXT, "Performing physician"),
    Column(*_ADDED, 5),
    Column("DisplayedNumberOfSeries", "INT", "Series", 4, _FIT),
    _DISPLAYED,
)
SERIES = (
    Column("SeriesInstanceUID", f"{_UID} NOT NULL PRIMARY KEY"),
    Column("StudyInstanceUID", f"{_UID} NOT NULL"),
    Column("SeriesNumber", "INT", "Series #", 1, _FIT_SORTED),
    Column("SeriesDate", "DATE", "Series date"),
    Column("SeriesTime", "VARCHAR(20)", "Series time"),
    Column("SeriesDescription", _TEXT, "Series description", 2, _STRETCH),
    Column("Modality", "VARCHAR(20)", "Modality", 3, _FIT),
    Column("BodyPartExamined", _TEXT, "Body part"),
    Column("FrameOfReferenceUID", _UID),
    Column("AcquisitionNumber", "INT", "Acquisition #"),
    Column("ContrastAgent", _TEXT, "Contrast agent"),
    Column("ScanningSequence", "VARCHAR(45)", "Scanning sequence"),
    Column("EchoNumber", "INT", "Echo #"),
    Column("TemporalPosition", "INT", "Temporal position"),
    Column(*_ADDED, 6),
    Column("DisplayedCount", "INT", "Count", 5, _FIT),
    Column("DisplayedSize", "VARCHAR(20)", "Size", 4, _FIT),
    Column("DisplayedNumberOfFrames", "INT", "Number of frames"),
    _DISPLAYED,
)
IMAGES = (
    Column("SOPInstanceUID", f"{_UID} NOT NULL PRIMARY KEY"),
    Column("Filename", "VARCHAR(1024)"),
    Column("URL", "VARCHAR(2048)"),
    Column("SeriesInstanceUID", f"{_UID} NOT NULL"),
    Column(*_ADDED[:2]),
    _DISPLAYED,
)

_SHOWN = {"Patients": PATIENTS, "Studies": STUDIES, "Series": SERIES}
TABLES: dict[str, tuple[Column, ...]] = {
    "SchemaInfo": (Column("Version", "VARCHAR(1024) NOT NULL"),),
    "Images": IMAGES,
    **_SHOWN,
    "Directories": (Column("Dirname", "VARCHAR(1024) PRIMARY KEY"),),
    "ColumnDisplayProperties": (
        Column("TableName", f"{_UID} NOT NULL"),
        Column("FieldName", f"{_UID} NOT NULL"),
        Column("DisplayedName", _TEXT),
        Column("Visibility", "INT DEFAULT 1"),
        Column("Weight", "INT"),
        Column("Format", _TEXT),
    ),
    "DisplayedFieldGeneratorRules": (
        Column("Name", f"{_UID} NOT NULL PRIMARY KEY"),
        Column("Enabled", "INT DEFAULT 1"),
        Column("Options", _TEXT),
    ),
}
_INDEXES = {
    "ImagesFilenameIndex": ("Images", "Filename"),
    "ImagesSeriesIndex": ("Images", "SeriesInstanceUID"),
    "SeriesStudyIndex": ("Series", "StudyInstanceUID"),
    "StudiesPatientIndex": ("Studies", "PatientsUID"),
}


def create_tables(connection: sqlite3.Connection) -> None:
    """Fill an empty database, inside the caller's transaction."""
    for table, columns in TABLES.items():
        lines = [f'"{column.name}" {column.sql_type}' for column in columns]
        if table == "ColumnDisplayProperties":
            lines.append('PRIMARY KEY ("TableName", "FieldName")')
        connection.execute(f'CREATE TABLE "{table}" ({", ".join(lines)})')
    for index, (table, name) in _INDEXES.items():
        connection.execute(f'CREATE INDEX "{index}" ON "{table}" ("{name}")')
    connection.execute('INSERT INTO "SchemaInfo" VALUES (?)', (VERSION,))
    connection.executemany(
        'INSERT INTO "ColumnDisplayProperties" VALUES (?, ?, ?, ?, ?, ?)',
        [
            (table, column.name, column.label, int(column.weight > 0), column.weight, column.format)
            for table, columns in _SHOWN.items()
            for column in columns
        ],
    )


def create_cache(connection: sqlite3.Connection, schema: str) -> None:
    """Make the tag cache's one table in the attached database `schema`, unless it is there."""
    connection.execute(
        f"CREATE TABLE IF NOT EXISTS {schema}.TagCache (SOPInstanceUID, Tag, Value, PRIMARY KEY (SOPInstanceUID, Tag))"
    )


def is_empty(connection: sqlite3.Connection) -> bool:
    """Whether the database has no tables at all, as a new file has none; Slicer fills such a file too."""
    return connection.execute("SELECT 1 FROM sqlite_master").fetchone() is None


def why_refused(connection: sqlite3.Connection) -> Remark | None:
    """Why this database cannot be used as it is, or None if it is of the one version that is supported."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "SchemaInfo" not in tables:
        return remark("database.no_schema")
    versions = tuple(str(version) for (version,) in connection.execute("SELECT Version FROM SchemaInfo"))
    if not versions:
        return remark("database.no_version", supported=VERSION)
    if versions != (VERSION,):
        return remark("database.version", versions=versions, supported=VERSION)
    for table in ("Images", *_SHOWN):
        present = {row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')}
        missing = [column.name for column in TABLES[table] if column.name not in present]
        if missing:
            return remark("database.no_column", table=table, column=missing[0], supported=VERSION)
    return None
