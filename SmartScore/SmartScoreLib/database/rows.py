"""The rows that Slicer's own import would write for a file, and the texts that its browser shows."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from SmartScoreLib.database.header import Header, displayed_name, sql_date
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import ExportFailed, NumbersTaken

# What Slicer writes for a patient whose files came from a disk, not from a query server.
_CONNECTIONS = '{"allow":[""],"deny":[]}'


def refuse_taken(connection: sqlite3.Connection, headers: Sequence[Header], unused: range) -> None:
    """Raise NumbersTaken if a series of the studies of these files has one of the Series Numbers already."""
    for study in sorted({header["StudyInstanceUID"] for header in headers}):
        rows = connection.execute("SELECT SeriesNumber FROM Series WHERE StudyInstanceUID = ?", (study,))
        for (number,) in rows.fetchall():
            if number in unused:
                raise NumbersTaken(remark("database.number_taken", number=number, study=study))


def insert_rows(connection: sqlite3.Connection, headers: Sequence[Header]) -> None:
    """Insert one row an image, and the patients, studies and series that are not there yet.

    Raises:
        ExportFailed: an image is in the database already, or a series belongs to another study.
        sqlite3.Error: as it comes.
    """
    now = datetime.now().isoformat(timespec="milliseconds")  # Slicer's time stamps are local
    for header in headers:
        _insert_series(connection, header, now)
        uid = header.sop_instance_uid
        if connection.execute("SELECT 1 FROM Images WHERE SOPInstanceUID = ?", (uid,)).fetchone():
            raise ExportFailed(remark("database.present", uid=uid))
        _insert(connection, "Images", SOPInstanceUID=uid, Filename=header.storage_path, URL="", InsertTimestamp=now,
                SeriesInstanceUID=header["SeriesInstanceUID"])  # fmt: skip
        connection.executemany(
            "INSERT OR REPLACE INTO cache.TagCache VALUES (?, ?, ?)", [(uid, *row) for row in header.tag_texts()]
        )
    _refresh_counts(connection, headers)


def _insert_series(connection: sqlite3.Connection, header: Header, now: str) -> None:
    uid, study = header["SeriesInstanceUID"], header["StudyInstanceUID"]
    row = connection.execute("SELECT StudyInstanceUID FROM Series WHERE SeriesInstanceUID = ?", (uid,)).fetchone()
    if row:
        if row[0] != study:
            raise ExportFailed(remark("database.other_study", uid=uid, known=row[0], study=study))
        return
    _insert_study(connection, header, now)
    _insert(
        connection,
        "Series",
        SeriesInstanceUID=uid,
        StudyInstanceUID=study,
        SeriesNumber=_whole(header["SeriesNumber"]),
        SeriesDate=sql_date(header["SeriesDate"]),
        SeriesTime=header.column("SeriesTime"),
        SeriesDescription=header.column("SeriesDescription"),
        Modality=header.column("Modality"),
        BodyPartExamined=header.column("BodyPartExamined"),
        FrameOfReferenceUID=header.column("FrameOfReferenceUID"),
        AcquisitionNumber=_whole(header["AcquisitionNumber"]),
        ContrastAgent=header.column("ContrastBolusAgent"),
        ScanningSequence=header.column("ScanningSequence"),
        EchoNumber=_whole(header["EchoNumbers"]),
        TemporalPosition=_whole(header["TemporalPositionIdentifier"]),
        InsertTimestamp=now,
        DisplayedSize=f"{header['Columns']}x{header['Rows']}" if header["Rows"] and header["Columns"] else None,
    )


def _insert_study(connection: sqlite3.Connection, header: Header, now: str) -> None:
    uid = header["StudyInstanceUID"]
    texts = {
        "StudyDescription": header.column("StudyDescription"),
        "InstitutionName": header.column("InstitutionName"),
        "ReferringPhysician": header.column("ReferringPhysicianName"),
        "ModalitiesInStudy": header.column("ModalitiesInStudy"),
    }
    if connection.execute("SELECT 1 FROM Studies WHERE StudyInstanceUID = ?", (uid,)).fetchone():
        # The study stays with its patient; only what it lacks is filled in, as Slicer's display rules do.
        for column, text in texts.items():
            connection.execute(
                f"UPDATE Studies SET {column} = ? WHERE StudyInstanceUID = ? AND coalesce({column}, '') = ''",
                (text, uid),
            )
        return
    date = header["StudyDate"]
    _insert(
        connection,
        "Studies",
        StudyInstanceUID=uid,
        PatientsUID=_patient(connection, header, now),
        StudyID=header.column("StudyID"),
        # Slicer's display rules leave the plain DICOM date here, and "yyyy-mm-dd" in the other tables.
        StudyDate=date if sql_date(date) else None,
        StudyTime=header.column("StudyTime"),
        AccessionNumber=header.column("AccessionNumber"),
        PerformingPhysiciansName=header.column("PerformingPhysicianName"),
        InsertTimestamp=now,
        **texts,
    )


def _patient(connection: sqlite3.Connection, header: Header, now: str) -> int:
    """Number of the patient: Slicer knows one by ID and name together."""
    key = (header.patient_id, header.patient_name)
    row = connection.execute("SELECT UID FROM Patients WHERE PatientID = ? AND PatientsName = ?", key).fetchone()
    if row:
        return int(row[0])
    return _insert(
        connection,
        "Patients",
        PatientID=header.patient_id,
        PatientsName=header.patient_name,
        PatientsBirthDate=sql_date(header["PatientBirthDate"]),
        PatientsBirthTime=header.column("PatientBirthTime"),
        PatientsSex=header.column("PatientSex"),
        PatientsComments=header.column("PatientComments"),
        InsertTimestamp=now,
        DisplayedPatientsName=displayed_name(header.patient_name),
        Connections=_CONNECTIONS,
    )


def _refresh_counts(connection: sqlite3.Connection, headers: Sequence[Header]) -> None:
    series = {header["SeriesInstanceUID"] for header in headers}
    studies = {header["StudyInstanceUID"] for header in headers}
    stamp = "DisplayedFieldsUpdatedTimestamp = CURRENT_TIMESTAMP"
    connection.executemany(
        f"UPDATE Images SET {stamp} WHERE SOPInstanceUID = ?", [(header.sop_instance_uid,) for header in headers]
    )
    for uid in series:
        connection.execute(
            f"UPDATE Series SET {stamp}, DisplayedCount = (SELECT count(*) FROM Images WHERE SeriesInstanceUID = :uid) "
            "WHERE SeriesInstanceUID = :uid",
            {"uid": uid},
        )
    for uid in studies:
        connection.execute(
            f"UPDATE Studies SET {stamp}, DisplayedNumberOfSeries = "
            "(SELECT count(*) FROM Series WHERE StudyInstanceUID = :uid) WHERE StudyInstanceUID = :uid",
            {"uid": uid},
        )
        (patient,) = connection.execute("SELECT PatientsUID FROM Studies WHERE StudyInstanceUID = ?", (uid,)).fetchone()
        dates = [
            str(date or "").replace("-", "")
            for (date,) in connection.execute("SELECT StudyDate FROM Studies WHERE PatientsUID = ?", (patient,))
        ]
        connection.execute(
            f"UPDATE Patients SET {stamp}, DisplayedNumberOfStudies = ?, DisplayedLastStudyDate = ? WHERE UID = ?",
            (len(dates), sql_date(max(dates)), patient),
        )


def _insert(connection: sqlite3.Connection, table: str, **values: Any) -> int:
    columns = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    cursor = connection.execute(f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', tuple(values.values()))
    return cursor.lastrowid or 0


def _whole(text: str) -> int:
    """The first value as a whole number; 0 where there is none, as Slicer writes it."""
    try:
        return int(text.split("\\")[0])
    except ValueError:
        return 0
