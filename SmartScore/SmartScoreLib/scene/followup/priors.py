"""Readings of the same person in Slicer's DICOM database."""

from typing import Any

from SmartScoreLib.comparison.comparability.person import whose
from SmartScoreLib.comparison.priors import Priors, of_person
from SmartScoreLib.reading.saved.find import in_order
from SmartScoreLib.scene.readings.saved import readingsOfReport
from SmartScoreLib.scene.session import ReadingSession

_REPORT = "SR"


def priorsOf(database: Any, session: ReadingSession) -> Priors:
    """Other scans of the person that have a saved reading; what may be the same person is told and not taken.

    Only reports of patients with the same ID, or with the same name, are read.

    Args:
        database: a ctkDICOMDatabase that is open.
        session: the reading that is open.
    """
    known = whose(session.description.patient)
    patients = [
        patient
        for patient in database.patients()
        if _same(database, "PatientID", patient, known.patient_id)
        or _same(database, "PatientsName", patient, known.name)
    ]
    found = [
        reading
        for patient in patients
        for study in database.studiesForPatient(patient)
        for series in database.seriesForStudy(study)
        if database.fieldForSeries("Modality", series) == _REPORT
        for reading in readingsOfReport(database, series)
    ]
    return of_person(known, session.series.series_instance_uid, in_order(tuple(found)))


def _same(database: Any, field: str, patient: str, value: str) -> bool:
    return bool(value) and str(database.fieldForPatient(field, patient) or "").strip() == value.strip()
