"""A database folder written here has what Slicer's own has: expected names and types are Slicer's, typed by hand."""

import sqlite3
from hashlib import md5
from pathlib import Path

import pydicom
import pytest

from SmartScoreLib.database.folder import FolderDatabase, create_database

COLUMNS = {
    "SchemaInfo": "Version VARCHAR(1024)",
    "Images": "SOPInstanceUID VARCHAR(64), Filename VARCHAR(1024), URL VARCHAR(2048), SeriesInstanceUID VARCHAR(64), "
    "InsertTimestamp VARCHAR(20), DisplayedFieldsUpdatedTimestamp DATETIME",
    "Patients": "UID INTEGER, PatientsName VARCHAR(255), PatientID VARCHAR(255), PatientsBirthDate DATE, "
    "PatientsBirthTime TIME, PatientsSex VARCHAR(1), PatientsAge VARCHAR(10), PatientsComments VARCHAR(255), "
    "InsertTimestamp VARCHAR(20), DisplayedPatientsName VARCHAR(255), DisplayedNumberOfStudies INT, "
    "DisplayedLastStudyDate DATE, DisplayedFieldsUpdatedTimestamp DATETIME, Connections VARCHAR(2048)",
    "Studies": "StudyInstanceUID VARCHAR(64), PatientsUID INT, StudyID VARCHAR(255), StudyDate DATE, "
    "StudyTime VARCHAR(20), StudyDescription VARCHAR(255), AccessionNumber VARCHAR(255), "
    "ModalitiesInStudy VARCHAR(255), InstitutionName VARCHAR(255), ReferringPhysician VARCHAR(255), "
    "PerformingPhysiciansName VARCHAR(255), InsertTimestamp VARCHAR(20), DisplayedNumberOfSeries INT, "
    "DisplayedFieldsUpdatedTimestamp DATETIME",
    "Series": "SeriesInstanceUID VARCHAR(64), StudyInstanceUID VARCHAR(64), SeriesNumber INT, SeriesDate DATE, "
    "SeriesTime VARCHAR(20), SeriesDescription VARCHAR(255), Modality VARCHAR(20), BodyPartExamined VARCHAR(255), "
    "FrameOfReferenceUID VARCHAR(64), AcquisitionNumber INT, ContrastAgent VARCHAR(255), "
    "ScanningSequence VARCHAR(45), EchoNumber INT, TemporalPosition INT, InsertTimestamp VARCHAR(20), "
    "DisplayedCount INT, DisplayedSize VARCHAR(20), DisplayedNumberOfFrames INT, "
    "DisplayedFieldsUpdatedTimestamp DATETIME",
    "Directories": "Dirname VARCHAR(1024)",
    "ColumnDisplayProperties": "TableName VARCHAR(64), FieldName VARCHAR(64), DisplayedName VARCHAR(255), "
    "Visibility INT, Weight INT, Format VARCHAR(255)",
    "DisplayedFieldGeneratorRules": "Name VARCHAR(64), Enabled INT, Options VARCHAR(255)",
}
NOT_NULL = {
    "SchemaInfo": {"Version"},
    "Images": {"SOPInstanceUID", "SeriesInstanceUID", "InsertTimestamp"},
    "Patients": {"InsertTimestamp"},
    "Studies": {"StudyInstanceUID", "PatientsUID", "InsertTimestamp"},
    "Series": {"SeriesInstanceUID", "StudyInstanceUID", "InsertTimestamp"},
    "ColumnDisplayProperties": {"TableName", "FieldName"},
    "DisplayedFieldGeneratorRules": {"Name"},
}
SHOWN = {  # what Slicer's DICOM browser shows, in its order: weight, label
    "Patients": "1 Patient name, 2 Patient ID, 3 Birth date, 4 Sex, 5 Studies, 6 Last study date, 7 Date added",
    "Studies": "1 Study date, 2 Study ID, 3 Study description, 4 Series, 5 Date added",
    "Series": "1 Series #, 2 Series description, 3 Modality, 4 Size, 5 Count, 6 Date added",
}
CACHED = (
    "0008,0018 0008,0020 0008,0021 0008,0030 0008,0031 0008,0050 0008,0060 0008,0061 0008,0080 0008,0090 0008,1030 "
    "0008,103E 0008,1050 0010,0010 0010,0020 0010,0030 0010,0032 0010,0040 0010,1010 0010,4000 0018,0010 0018,0015 "
    "0018,0020 0018,0086 0020,000D 0020,000E 0020,0010 0020,0011 0020,0012 0020,0052 0020,0100 0028,0010 0028,0011 "
    "3002,0002 3002,0003 3002,0004 3006,0002 3006,0004 300A,0002 300A,0003"
)


def rows(folder: Path, query: str, file: str = "ctkDICOM.sql") -> list[dict]:
    connection = sqlite3.connect(folder / file)
    connection.row_factory = sqlite3.Row
    found = [dict(row) for row in connection.execute(query)]
    connection.close()
    return found


@pytest.mark.parametrize("table", COLUMNS)
def test_every_table_has_every_column_with_its_type(tmp_path, table):
    create_database(tmp_path / "db")
    found = rows(tmp_path / "db", f"PRAGMA table_info('{table}')")
    assert ", ".join(f"{c['name']} {c['type']}" for c in found) == COLUMNS[table]
    assert {c["name"] for c in found if c["notnull"]} == NOT_NULL.get(table, set())


def test_there_is_no_other_table_and_the_four_indexes_and_the_version_are_there(tmp_path):
    folder = create_database(tmp_path / "db").folder
    tables = rows(folder, "SELECT name FROM sqlite_master WHERE type = 'table'")
    assert {t["name"] for t in tables} - {"sqlite_sequence"} == set(COLUMNS)
    indexes = rows(folder, "SELECT name, tbl_name FROM sqlite_master WHERE type = 'index' AND name NOT LIKE 'sqlite_%'")
    assert {(i["name"], i["tbl_name"]) for i in indexes} == {
        ("ImagesFilenameIndex", "Images"),
        ("ImagesSeriesIndex", "Images"),
        ("SeriesStudyIndex", "Series"),
        ("StudiesPatientIndex", "Studies"),
    }
    assert rows(folder, "SELECT * FROM SchemaInfo") == [{"Version": "0.8.1"}]
    cache = rows(folder, "PRAGMA table_info('TagCache')", "ctkDICOMTagCache.sql")
    assert [(c["name"], c["pk"]) for c in cache] == [("SOPInstanceUID", 1), ("Tag", 2), ("Value", 0)]
    assert rows(folder, "PRAGMA journal_mode") == [{"journal_mode": "delete"}]


@pytest.mark.parametrize("table", SHOWN)
def test_the_browser_shows_the_columns_that_slicer_shows(tmp_path, table):
    folder = create_database(tmp_path / "db").folder
    found = rows(folder, f"SELECT * FROM ColumnDisplayProperties WHERE TableName = '{table}' ORDER BY Weight")
    assert {c["FieldName"] for c in found} == {c.split()[0] for c in COLUMNS[table].split(", ")}
    shown = [c for c in found if c["Visibility"]]
    assert ", ".join(f"{c['Weight']} {c['DisplayedName']}" for c in shown) == SHOWN[table]


def test_inserted_images_have_the_rows_of_slicers_own_import(tmp_path, make_images):
    files = make_images(3)
    image = pydicom.dcmread(files[1])
    database = FolderDatabase(tmp_path / "db")
    database.insert(files)
    folder = database.folder

    (patient,) = rows(folder, "SELECT * FROM Patients")
    assert (patient["PatientsName"], patient["PatientID"]) == ("Müller^Anna^Maria^Dr.^Jr.", "4711")
    assert (patient["PatientsBirthDate"], patient["PatientsSex"]) == ("1950-12-24", "F")
    assert patient["DisplayedPatientsName"] == "Müller, Anna Maria, Jr. (Dr.)"
    assert (patient["DisplayedNumberOfStudies"], patient["DisplayedLastStudyDate"]) == (1, "2026-01-15")
    assert patient["Connections"] == '{"allow":[""],"deny":[]}'

    (study,) = rows(folder, "SELECT * FROM Studies")
    assert (study["PatientsUID"], study["StudyInstanceUID"]) == (patient["UID"], image.StudyInstanceUID)
    assert (study["StudyDate"], study["StudyTime"], study["StudyID"]) == (20260115, "101112", "S1")
    assert (study["StudyDescription"], study["InstitutionName"]) == ("Heart", "Clinic")
    assert (study["ReferringPhysician"], study["DisplayedNumberOfSeries"]) == ("Ref^Er", 1)

    (series,) = rows(folder, "SELECT * FROM Series")
    assert series["StudyInstanceUID"] == image.StudyInstanceUID
    assert (series["SeriesNumber"], series["SeriesDate"], series["Modality"]) == (4, "2026-01-16", "CT")
    assert (series["DisplayedCount"], series["DisplayedSize"]) == (3, "8x6")
    assert series["FrameOfReferenceUID"] == image.FrameOfReferenceUID

    images = rows(folder, "SELECT * FROM Images ORDER BY rowid")
    assert [i["SOPInstanceUID"] for i in images] == [pydicom.dcmread(f).SOPInstanceUID for f in files]
    hashed = [md5(uid.encode()).hexdigest() for uid in (image.StudyInstanceUID, image.SeriesInstanceUID)]
    instance = md5(image.SOPInstanceUID.encode()).hexdigest()
    assert images[1]["Filename"] == f"dicom/{hashed[0][:8]}/{hashed[1][:8]}/{instance}.dcm"
    assert images[1]["URL"] == ""
    for table in ("Patients", "Studies", "Series", "Images"):
        assert all(r["InsertTimestamp"][10] == "T" and len(r["InsertTimestamp"]) == 23 for r in rows(
            folder, f"SELECT * FROM {table}"))  # fmt: skip
        assert all(r["DisplayedFieldsUpdatedTimestamp"] for r in rows(folder, f"SELECT * FROM {table}"))
    assert rows(folder, "PRAGMA integrity_check") == [{"integrity_check": "ok"}]


def test_the_tag_cache_holds_every_tag_of_slicers_display_rules(tmp_path, make_images):
    files = make_images(2, PatientComments=None, ModalitiesInStudy=["CT", "SR"])
    database = FolderDatabase(tmp_path / "db")
    database.insert(files)
    uid = pydicom.dcmread(files[0]).SOPInstanceUID
    found = rows(database.folder, f"SELECT * FROM TagCache WHERE SOPInstanceUID = '{uid}'", "ctkDICOMTagCache.sql")
    values = {row["Tag"]: row["Value"] for row in found}
    assert sorted(values) == CACHED.split()
    assert values["0010,0010"] == "Müller^Anna^Maria^Dr.^Jr."
    assert values["0028,0011"] == "8"
    assert values["0008,0061"] == "CT\\SR"
    assert values["0010,4000"] == values["3002,0002"] == "__TAG_NOT_IN_INSTANCE__"


def test_an_empty_patient_id_becomes_the_study_uid_and_an_empty_name_the_id(tmp_path, make_images):
    files = make_images(1, PatientID="", PatientName="") + make_images(1, PatientID="77", PatientName=None)
    database = FolderDatabase(tmp_path / "db")
    database.insert(files)
    study = pydicom.dcmread(files[0]).StudyInstanceUID
    found = rows(database.folder, "SELECT PatientID, PatientsName FROM Patients ORDER BY UID")
    assert [tuple(p.values()) for p in found] == [(study, study), ("77", "77")]


@pytest.mark.parametrize(
    ("character_set", "name", "shown"),
    [
        (["", "ISO 2022 IR 87"], "Yamada^Tarou=山田^太郎=やまだ^たろう", "Yamada, Tarou"),
        ("ISO_IR 100", "Åström^Zoë", "Åström, Zoë"),
        ("ISO_IR 192", "Wang^XiaoDong=王^小东", "Wang, XiaoDong"),
        (None, "Phantom", "Phantom"),
    ],
)
def test_names_are_kept_whole_and_shown_readable_in_every_character_set(
    tmp_path, make_images, character_set, name, shown
):
    database = FolderDatabase(tmp_path / "db")
    database.insert(make_images(1, SpecificCharacterSet=character_set, PatientName=name))
    (patient,) = rows(database.folder, "SELECT PatientsName, DisplayedPatientsName FROM Patients")
    assert patient == {"PatientsName": name, "DisplayedPatientsName": shown}


def test_a_patient_is_one_by_id_and_name_and_counts_follow_later_inserts(tmp_path, make_images):
    database = FolderDatabase(tmp_path / "db")
    first = make_images(2, StudyDate="20250101")
    study = pydicom.dcmread(first[0]).StudyInstanceUID
    database.insert(first)
    database.insert(make_images(1, StudyInstanceUID=study, SeriesDescription="Report"))
    database.insert(make_images(1, StudyDate="20260202"))
    database.insert(make_images(1, PatientID="other"))
    patients = rows(database.folder, "SELECT * FROM Patients ORDER BY UID")
    assert [p["DisplayedNumberOfStudies"] for p in patients] == [2, 1]
    assert patients[0]["DisplayedLastStudyDate"] == "2026-02-02"
    studies = rows(database.folder, "SELECT DisplayedNumberOfSeries FROM Studies ORDER BY rowid")
    assert [s["DisplayedNumberOfSeries"] for s in studies] == [2, 1, 1]
    assert [(e.series_description, e.images) for e in database.entries()] == [
        ("Calcium", 2),
        ("Report", 1),
        ("Calcium", 1),
        ("Calcium", 1),
    ]


def test_a_study_keeps_its_patient_and_what_it_lacked_is_filled_in(tmp_path, make_images):
    database = FolderDatabase(tmp_path / "db")
    first = make_images(1, StudyDescription="", InstitutionName="Kept")
    study = pydicom.dcmread(first[0]).StudyInstanceUID
    database.insert(first)
    database.insert(make_images(1, StudyInstanceUID=study, PatientName="Muller^Anna", InstitutionName="Ignored"))
    assert len(rows(database.folder, "SELECT * FROM Patients")) == 1
    (found,) = rows(database.folder, "SELECT StudyDescription, InstitutionName FROM Studies")
    assert found == {"StudyDescription": "Heart", "InstitutionName": "Kept"}
