"""Encapsulated PDF: one report as one file (PS3.3 A.45.1)."""

import csv
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path

from pydicom.datadict import tag_for_keyword
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence as DicomSequence
from pydicom.uid import EncapsulatedPDFStorage

from SmartScoreLib.conformance.table import Row
from SmartScoreLib.dicomwriting.assemble import Assembler
from SmartScoreLib.dicomwriting.check import check_files
from SmartScoreLib.dicomwriting.device import DEFAULT_DEVICE, Device
from SmartScoreLib.dicomwriting.file import all_or_none, write_file
from SmartScoreLib.dicomwriting.generated import NewImage, NewSeries, Value, is_named, local_time
from SmartScoreLib.dicomwriting.instances.series import SourceSeries, source_series
from SmartScoreLib.dicomwriting.model import DocumentKind, SeriesFiles
from SmartScoreLib.dicomwriting.source import SourceImage
from SmartScoreLib.series.model import CTSeries

_FIRST_OFFSET = 5
"""Of the Series Number, after the images and what is made of the marks."""
_CT_REPORT = ("25045-6", "LN", "CT Report")
"""Document Titles, CID 7020 of PS3.16; it has no title for what is written for patients."""
_TITLES = {DocumentKind.PHYSICIAN: _CT_REPORT, DocumentKind.PATIENT: None}


@cache
def pdf_rows() -> tuple[Row, ...]:
    """Every attribute that an Encapsulated PDF can have, in the order of its modules."""
    with Path(__file__).with_name("encapsulated_pdf.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_row(**line) for line in csv.DictReader(file))


def write_pdf_document(
    pdf: bytes,
    title: str,
    kind: DocumentKind,
    series: CTSeries,
    folder: Path,
    *,
    device: Device = DEFAULT_DEVICE,
    when: datetime | None = None,
    save: int = 1,
    source: SourceSeries | None = None,
) -> SeriesFiles:
    """Write a PDF file as a DICOM series of one object (Encapsulated PDF Storage), and check the file.

    Args:
        pdf: the content of the PDF file, byte for byte.
        title: what the document says on its head, for Document Title.
        kind: which report it is; one series holds one.
        series: the CT series behind it; patient and study are copied from it, and its images are referred to.
        folder: where to; made if needed. The file is called `physician-report.dcm` or `patient-report.dcm`.
        device: who writes.
        when: the moment of writing; None for now.
        save: which save of results this is, from 1; for the Series Number.
        source: the source images, if they are at hand; else they are made of the series.

    Returns:
        What was written.

    Raises:
        InputRefused: the series does not come from DICOM files, or they lack required attributes; every reason.
        ExportFailed: the file cannot be written; it does not stay.
    """
    sources = (source or source_series(series)).images
    new_series = NewSeries(
        text=kind.value,
        series_number_offset=_FIRST_OFFSET + list(DocumentKind).index(kind),
        derivation="",
        when=local_time(when, sources),
        device=device,
        sources=sources,
        save=save,
    )
    assembler = Assembler(pdf_rows(), sources)
    with all_or_none(folder) as files:
        dataset = assembler.dataset(NewImage(new_series, 1, sources, own=_values(pdf, title, kind, device, sources)))
        path = folder / f"{kind.name.lower()}-report.dcm"
        write_file(dataset, path, device)
        files.append(path)
        check_files(files, pdf_rows())
        return new_series.written(f"{kind.name.lower()}_pdf", files, assembler.remarks)


def _values(
    pdf: bytes, title: str, kind: DocumentKind, device: Device, sources: Sequence[SourceImage]
) -> Mapping[str, Value | None]:
    """What this object has of its own, by keyword."""
    return {
        "SOPClassUID": EncapsulatedPDFStorage,
        "Manufacturer": device.manufacturer,
        "ManufacturerModelName": device.model,
        "SoftwareVersions": device.software_version,
        "AcquisitionDateTime": "",
        "BurnedInAnnotation": "YES",
        "SourceInstanceSequence": _references(sources),
        "DocumentTitle": title,
        "ConceptNameCodeSequence": _code(_TITLES[kind]),
        "MIMETypeOfEncapsulatedDocument": "application/pdf",
        "EncapsulatedDocument": pdf,
        "EncapsulatedDocumentLength": len(pdf),
    }


def _references(sources: Sequence[SourceImage]) -> DicomSequence | None:
    items = []
    for source in sources:
        if is_named(source):
            item = Dataset()
            item.ReferencedSOPClassUID = source.text("SOPClassUID")
            item.ReferencedSOPInstanceUID = source.text("SOPInstanceUID")
            items.append(item)
    return DicomSequence(items) if items else None


def _code(code: tuple[str, str, str] | None) -> DicomSequence:
    if code is None:
        return DicomSequence()
    item = Dataset()
    item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning = code
    return DicomSequence([item])


def _row(module: str, keyword: str, type: str, on_save: str, **more: str) -> Row:
    tag = tag_for_keyword(keyword)
    assert tag is not None, keyword
    printed = f"{tag >> 16:04X},{tag & 0xFFFF:04X}"
    return Row("", module, keyword, printed, keyword, type, "", on_save, **more)
