"""A structured report of this software as a line of the list of readings."""

import warnings
from datetime import datetime
from pathlib import Path

from pydicom import config, dcmread
from pydicom.dataset import Dataset

from SmartScoreLib.lesions.marks import SEGMENTATION
from SmartScoreLib.lesions.territories import TERRITORIES
from SmartScoreLib.reading.model import SavedVersion
from SmartScoreLib.reading.saved import concepts as c
from SmartScoreLib.reading.saved import content
from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.reading.saved.restored import agatston_of, age_of, reader_of, status_of, volume_of
from SmartScoreLib.series.describe import describe_headers

_BY_SITE = {territory.sct_code: territory.key for territory in TERRITORIES}
"""The territory without a code is that of a group without a finding site."""


def read_report(file: Path) -> Dataset | None:
    """A file, if it is a structured report that a reading can be opened from; None if it is anything else."""
    try:
        with config.disable_value_validation(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            report = dcmread(file)
            return report if _is_ours(report) else None
    except Exception:  # bytes that are not what they claim to be may raise anything
        return None


def saved_reading(file: Path, report: Dataset) -> SavedReading:
    """What the list shows of a report; where its files are is not looked up."""
    said = content.child(report, c.QUALITATIVE_EVALUATIONS)
    series, images = _source(report)
    described = describe_headers([report], 0.0, 0)
    return SavedReading(
        file=file,
        version=SavedVersion(
            study_instance_uid=str(report.StudyInstanceUID),
            series_instance_uid=str(report.SeriesInstanceUID),
            sop_class_uid=str(report.SOPClassUID),
            sop_instance_uid=str(report.SOPInstanceUID),
            number=_whole(content.text(content.child(said, c.VERSION))),
            tracking_uids=_tracking_uids(report),
            status=status_of(report),
        ),
        series_instance_uid=series,
        label=content.text(content.child(said, c.SERIES_LABEL)),
        patient_id=str(report.get("PatientID", "") or ""),
        patient_name=str(report.get("PatientName", "") or ""),
        birth_date=described.patient.birth_date,
        sex=described.patient.sex,
        study_date=described.study.study_date,
        age_years=age_of(report) or described.patient.age_years,
        made_on=_moment(report),
        reader=reader_of(report),
        agatston=agatston_of(report),
        volume_mm3=volume_of(report),
        cac_drs=content.text(content.child(said, c.CAC_DRS)),
        replaces=_replaced(report),
        images=images,
    )


def segmentation_of(report: Dataset) -> tuple[str, str]:
    """Series and SOP Instance UID of the segmentation that a report measures; empty where nothing is marked."""
    for series, sop_class, instance in _evidence(report):
        if sop_class == SEGMENTATION:
            return series, instance
    return "", ""


def _is_ours(report: Dataset) -> bool:
    if content.code_of(report, "ConceptNameCodeSequence") != c.REPORT.key:
        return False
    return content.child(content.child(report, c.QUALITATIVE_EVALUATIONS), c.PROTOCOL) is not None


def _evidence(report: Dataset) -> list[tuple[str, str, str]]:
    """Series, SOP Class and SOP Instance UID of everything that the report refers to."""
    return [
        (str(series.SeriesInstanceUID), str(instance.ReferencedSOPClassUID), str(instance.ReferencedSOPInstanceUID))
        for study in report.get("CurrentRequestedProcedureEvidenceSequence") or ()
        for series in study.get("ReferencedSeriesSequence") or ()
        for instance in series.get("ReferencedSOPSequence") or ()
    ]


def _source(report: Dataset) -> tuple[str, tuple[str, ...]]:
    images = [(series, instance) for series, sop_class, instance in _evidence(report) if sop_class != SEGMENTATION]
    return (images[0][0] if images else ""), tuple(instance for _, instance in images)


def _replaced(report: Dataset) -> tuple[str, ...]:
    return tuple(
        str(instance.ReferencedSOPInstanceUID)
        for study in report.get("PredecessorDocumentsSequence") or ()
        for series in study.get("ReferencedSeriesSequence") or ()
        for instance in series.get("ReferencedSOPSequence") or ()
    )


def _tracking_uids(report: Dataset) -> tuple[tuple[str, str], ...]:
    measured = content.child(report, c.IMAGING_MEASUREMENTS)
    groups = content.children(measured, c.MEASUREMENT_GROUP) if measured is not None else ()
    found = []
    for group in groups:
        _, site = content.choice(content.child(group, c.FINDING_SITE))
        if site in _BY_SITE and content.child(group, c.REFERENCED_SEGMENT) is not None:
            found.append((_BY_SITE[site], content.text(content.child(group, c.TRACKING_UID))))
    return tuple(found)


def _moment(report: Dataset) -> datetime | None:
    try:
        seconds, _, fraction = f"{report.ContentDate}{report.ContentTime}".partition(".")
        return datetime.strptime(f"{seconds}.{fraction or 0}", "%Y%m%d%H%M%S.%f")
    except (AttributeError, ValueError):
        return None


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() else 1
