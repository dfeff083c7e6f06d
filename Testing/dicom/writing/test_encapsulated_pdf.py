"""A report as an Encapsulated PDF: its content, what it refers to, and what it says of itself."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pydicom import dcmread
from pydicom.dataset import FileDataset

from SmartScoreLib.dicomwriting.device import Device
from SmartScoreLib.dicomwriting.documents.encapsulated_pdf import write_pdf_document
from SmartScoreLib.dicomwriting.model import DocumentKind
from SmartScoreLib.remarks.errors import ExportFailed, InputRefused

PDF = b"%PDF-1.4 odd"
ODD = PDF + b"!"


@pytest.fixture
def series(full_header: Any, series_of: Any) -> Any:
    return series_of([full_header(0), full_header(1), full_header(2)])


def written(series: Any, folder: Path, kind: DocumentKind = DocumentKind.PHYSICIAN, **more: Any) -> FileDataset:
    pdf, title = more.pop("pdf", PDF), more.pop("title", "Report")
    (file,) = write_pdf_document(pdf, title, kind, series, folder, **more).files
    return dcmread(file)


@pytest.mark.parametrize("pdf", [PDF, ODD], ids=["even", "odd"])
def test_the_file_is_in_it_byte_for_byte(pdf: bytes, series: Any, tmp_path: Path) -> None:
    one = written(series, tmp_path / "out", pdf=pdf)
    assert one.file_meta.MediaStorageSOPClassUID == "1.2.840.10008.5.1.4.1.1.104.1"  # PS3.6, table A-1
    assert one["EncapsulatedDocument"].VR == "OB"
    assert len(one.EncapsulatedDocument) % 2 == 0
    assert one.EncapsulatedDocumentLength == len(pdf)
    assert one.EncapsulatedDocument[: one.EncapsulatedDocumentLength] == pdf
    assert one.EncapsulatedDocument[len(pdf) :] in (b"", b"\0")
    assert one.MIMETypeOfEncapsulatedDocument == "application/pdf"


def test_patient_and_study_are_those_of_the_source_and_the_rest_is_its_own(series: Any, tmp_path: Path) -> None:
    source, one = series.datasets[0], written(series, tmp_path / "out")
    for keyword in ("PatientName", "PatientID", "PatientBirthDate", "PatientSex", "StudyInstanceUID", "StudyID"):
        assert one[keyword].value == source[keyword].value
    assert one.AccessionNumber == source.AccessionNumber
    assert one.Modality == "DOC"
    assert (one.Manufacturer, one.ManufacturerModelName) == (Device().manufacturer, "SmartScore")
    assert "DeviceSerialNumber" not in one  # of the scanner
    assert one.BurnedInAnnotation == "YES"
    assert "HL7InstanceIdentifier" not in one
    assert (int(one.SeriesNumber), int(one.InstanceNumber)) == (405, 1)


def test_it_refers_to_every_image_behind_it(series: Any, tmp_path: Path) -> None:
    one = written(series, tmp_path / "out")
    named = [(item.ReferencedSOPClassUID, item.ReferencedSOPInstanceUID) for item in one.SourceInstanceSequence]
    assert named == [(image.SOPClassUID, image.SOPInstanceUID) for image in series.datasets]


def test_the_physicians_report_is_a_ct_report_and_the_patients_has_no_code(series: Any, tmp_path: Path) -> None:
    physician = written(series, tmp_path / "one")
    (code,) = physician.ConceptNameCodeSequence
    assert (code.CodeValue, code.CodingSchemeDesignator, code.CodeMeaning) == ("25045-6", "LN", "CT Report")
    patient = written(series, tmp_path / "other", DocumentKind.PATIENT)
    assert list(patient.ConceptNameCodeSequence) == []
    assert (physician.SeriesDescription, patient.SeriesDescription) == (
        "SmartScore Physician Report PDF",
        "SmartScore Patient Report PDF",
    )
    assert patient.SeriesNumber == physician.SeriesNumber + 1
    assert patient.SeriesInstanceUID != physician.SeriesInstanceUID


@pytest.mark.parametrize(
    ("title", "sets"), [("Calcium report", "ISO_IR 100"), ("Größe", "ISO_IR 100"), ("cœur", "ISO_IR 192")]
)
def test_the_title_is_in_a_set_that_has_its_letters(title: str, sets: str, series: Any, tmp_path: Path) -> None:
    one = written(series, tmp_path / "out", title=title)
    assert (one.DocumentTitle, one.SpecificCharacterSet) == (title, sets)


def test_the_moment_is_in_the_time_zone_of_the_source(series: Any, tmp_path: Path) -> None:
    when = datetime(2026, 2, 1, 23, 30, 5, tzinfo=UTC)
    one = written(series, tmp_path / "out", when=when)
    assert (one.ContentDate, one.ContentTime, one.TimezoneOffsetFromUTC) == ("20260202", "003005", "+0100")


def test_images_without_a_uid_are_told_and_not_referred_to(full_header: Any, series_of: Any, tmp_path: Path) -> None:
    headers = [full_header(0), full_header(1)]
    headers[1].SOPInstanceUID = "1.2.03"
    series = series_of(headers, on_disk=False)
    made = write_pdf_document(PDF, "Report", DocumentKind.PHYSICIAN, series, tmp_path / "out")
    assert [item.ReferencedSOPInstanceUID for item in dcmread(made.files[0]).SourceInstanceSequence] == [
        headers[0].SOPInstanceUID
    ]
    assert [one.code for one in made.remarks] == ["dicomwriting.unnamed_source"]


def test_a_source_that_is_no_dicom_is_refused(series: Any, tmp_path: Path) -> None:
    from dataclasses import replace

    with pytest.raises(InputRefused):
        write_pdf_document(PDF, "Report", DocumentKind.PATIENT, replace(series, datasets=()), tmp_path / "out")


def test_a_file_that_is_there_stays_as_it_is(series: Any, tmp_path: Path) -> None:
    (tmp_path / "patient-report.dcm").write_text("mine")
    with pytest.raises(ExportFailed):
        write_pdf_document(PDF, "Report", DocumentKind.PATIENT, series, tmp_path)
    assert (tmp_path / "patient-report.dcm").read_text() == "mine"
