"""A reading as one structured report.

Imaging Measurement Report (TID 1500)
|- language, procedure, observers (the reader, this software)
|- Imaging Measurements: a group for each segment                 groups.py
|- Derived Imaging Measurements: totals, rules, percentile        derived.py
|- Qualitative Evaluations: category, texts, remarks              evaluations.py
|- Comparison with another scan: change, limits, lesions         followup.py
`- Patient Characteristics: whom the score is compared with       derived.py
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from pydicom.dataset import Dataset

from SmartScoreLib.comparison.followup import Followup
from SmartScoreLib.dicomwriting.device import DEFAULT_DEVICE, IMPLEMENTATION_CLASS_UID, Device
from SmartScoreLib.dicomwriting.instances.header import Kind, filled, header, observer_name
from SmartScoreLib.dicomwriting.instances.references import (
    image_reference,
    reference,
    series_reference,
)
from SmartScoreLib.dicomwriting.instances.series import SourceSeries, source_series
from SmartScoreLib.dicomwriting.instances.write import new_series, write_instances
from SmartScoreLib.dicomwriting.model import SeriesFiles
from SmartScoreLib.dicomwriting.segmentation.plan import SegmentationPlan
from SmartScoreLib.dicomwriting.source import SourceImage
from SmartScoreLib.dicomwriting.structured_report import items
from SmartScoreLib.dicomwriting.structured_report.derived import derived_measurements, patient_characteristics
from SmartScoreLib.dicomwriting.structured_report.evaluations import evaluations
from SmartScoreLib.dicomwriting.structured_report.followup import comparison, other_evidence
from SmartScoreLib.dicomwriting.structured_report.groups import measurement_groups
from SmartScoreLib.lesions.marks import SEGMENTATION
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.reading.model import Reading, SavedVersion
from SmartScoreLib.reading.read import refuse_without_result
from SmartScoreLib.reading.saved import concepts as c
from SmartScoreLib.reading.saved.concepts import Concept
from SmartScoreLib.uids import new_uid

ENHANCED_SR = "1.2.840.10008.5.1.4.1.1.88.22"
KIND = Kind(
    "structured_report",
    "SmartScore Structured Report",
    ENHANCED_SR,
    "SR",
    series_number_offset=8,
    needed=("ContentSequence", "CompletionFlag", "VerificationFlag"),
)


def write_structured_report(
    reading: Reading,
    plan: SegmentationPlan,
    folder: Path,
    *,
    device: Device = DEFAULT_DEVICE,
    when: datetime | None = None,
    save: int = 1,
    source: SourceSeries | None = None,
    followup: Followup | None = None,
    progress: Progress = silent,
) -> SeriesFiles:
    """Write the reading as a structured report (Enhanced SR Storage, Explicit VR Little Endian), and check it.

    Everything that is needed to open the reading again is in it or in the segmentation that it refers to.

    Args:
        reading: with `previous`, the report says which one it replaces (Predecessor Documents Sequence).
        plan: the segmentation that it measures, written with it; nothing is referred to where it has no segments.
        folder: where to; made if needed. The file is `structured_report-0001.dcm`.
        device: who writes.
        when: the moment of writing; None for now.
        save: which save of results this is, from 1; for the Series Number.
        source: the source images, if they are at hand; else they are made of the series.
        followup: of the reading; the other scan and its saved reading are then referred to (Pertinent Other Evidence
            Sequence).
        progress: told after the file.

    Raises:
        InputRefused: no reader has confirmed the marks, or the source lacks what must be referred to; every reason.
        ExportFailed: the file cannot be written; none stays.
    """
    refuse_without_result(reading)
    source = source or source_series(reading.series)
    said = [reading.reader, reading.texts.status]
    series = new_series(KIND, source, said, device=device, when=when, save=save)
    dataset = header(KIND, series, 1, new_uid(), source)
    filled(dataset, _content(reading, plan, device, followup))
    _add_document(dataset, reading)
    study = dataset.StudyInstanceUID
    dataset.CurrentRequestedProcedureEvidenceSequence = [_evidence(study, source.images, plan)]
    if followup is not None and (other := other_evidence(followup)):
        dataset.PertinentOtherEvidenceSequence = other
    return write_instances(KIND, series, source, [dataset], folder, progress)


def _content(reading: Reading, plan: SegmentationPlan, device: Device, followup: Followup | None) -> Dataset:
    root = items.container(
        c.REPORT,
        items.code(c.LANGUAGE, c.ENGLISH, relationship="HAS CONCEPT MOD"),
        *_observers(reading, device),
        items.code(c.PROCEDURE_REPORTED, _procedure(reading), relationship="HAS CONCEPT MOD"),
        items.container(c.IMAGING_MEASUREMENTS, *measurement_groups(reading, plan)),
        derived_measurements(reading),
        evaluations(reading),
        *([] if followup is None else [comparison(followup)]),
        *patient_characteristics(reading),
        relationship=None,
    )
    return items.template(root, "1500")


def _procedure(reading: Reading) -> Concept:
    return c.COMPUTED_TOMOGRAPHY if reading.sheet.mode == "chest" else c.CALCIUM_SCORING_CT


def _observers(reading: Reading, device: Device) -> list[Dataset]:
    observers = []
    if name := observer_name(reading.reader):
        observers += [
            items.code(c.OBSERVER_TYPE, c.PERSON, relationship="HAS OBS CONTEXT"),
            items.person(c.PERSON_OBSERVER, name, "HAS OBS CONTEXT"),
        ]
    named = (
        (c.DEVICE_OBSERVER_NAME, device.station_name),
        (c.DEVICE_OBSERVER_MANUFACTURER, device.manufacturer),
        (c.DEVICE_OBSERVER_MODEL, f"{device.model} {device.software_version}".strip()),
    )
    return [
        *observers,
        items.code(c.OBSERVER_TYPE, c.DEVICE, relationship="HAS OBS CONTEXT"),
        # Of the software, not of the computer: nothing is taken from that.
        items.uid(c.DEVICE_OBSERVER_UID, IMPLEMENTATION_CLASS_UID, "HAS OBS CONTEXT"),
        *(items.text(concept, text, relationship="HAS OBS CONTEXT") for concept, text in named if text),
    ]


def _add_document(dataset: Dataset, reading: Reading) -> None:
    """SR Document General (PS3.3 C.17.2): status, earlier version; the schemes of private codes."""
    status = reading.texts.status
    dataset.CompletionFlag = "PARTIAL" if status == "draft" else "COMPLETE"
    dataset.VerificationFlag = "UNVERIFIED"
    if status:
        dataset.PreliminaryFlag = "PRELIMINARY" if status == "draft" else "FINAL"
    dataset.ReferencedPerformedProcedureStepSequence = []
    dataset.PerformedProcedureCodeSequence = []
    if reading.previous is not None:
        dataset.PredecessorDocumentsSequence = [_predecessor(reading.previous)]
    scheme = Dataset()
    scheme.CodingSchemeDesignator = c.PRIVATE_SCHEME
    scheme.CodingSchemeName = "Codes of SmartScore"
    scheme.CodingSchemeResponsibleOrganization = dataset.Manufacturer
    dataset.CodingSchemeIdentificationSequence = [scheme]


def _predecessor(previous: SavedVersion) -> Dataset:
    named = reference(previous.sop_class_uid, previous.sop_instance_uid)
    return _study(
        previous.study_instance_uid, series_reference(previous.series_instance_uid, [named], "ReferencedSOPSequence")
    )


def _evidence(study: str, sources: Sequence[SourceImage], plan: SegmentationPlan) -> Dataset:
    """The source images and the segmentation, series by series (PS3.3 table C.17-3)."""
    images: dict[str, list[Dataset]] = {}
    for source in sources:
        images.setdefault(source.text("SeriesInstanceUID"), []).append(image_reference(source))
    named = [series_reference(uid, found, "ReferencedSOPSequence") for uid, found in images.items()]
    if plan.segments:
        segmentation = reference(SEGMENTATION, plan.sop_instance_uid)
        named.append(series_reference(plan.series_instance_uid, [segmentation], "ReferencedSOPSequence"))
    return _study(study, *named)


def _study(study_instance_uid: str, *series: Dataset) -> Dataset:
    item = Dataset()
    item.StudyInstanceUID = study_instance_uid
    item.ReferencedSeriesSequence = list(series)
    return item
