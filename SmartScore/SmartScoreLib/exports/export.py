"""One reading written as DICOM series into a database: all of it, or nothing."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from SmartScoreLib.database.model import Database
from SmartScoreLib.dicomwriting.device import DEFAULT_DEVICE, Device
from SmartScoreLib.dicomwriting.model import CaptureKind, DocumentKind, SeriesFiles
from SmartScoreLib.dicomwriting.numbering import first_number, next_save, numbers_of
from SmartScoreLib.dicomwriting.told import merged
from SmartScoreLib.exports.documents import PDF_BYTES, DrawnDocuments, draw_documents
from SmartScoreLib.exports.objects import object_writers, objects_size, writes_objects
from SmartScoreLib.exports.slices import default_slices
from SmartScoreLib.exports.temporary import temporary_folder
from SmartScoreLib.picture import Picture, Undrawn
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.read import has_patient_page, refuse_without_result
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import ExportFailed, InputRefused, NumbersTaken, WrongUsage
from SmartScoreLib.remarks.model import Remark

if TYPE_CHECKING:
    from SmartScoreLib.comparison.followup import Followup
    from SmartScoreLib.reports.printing.document import PaintPdf


@dataclass(frozen=True)
class ExportChoices:
    """What is written, and how.

    Attributes:
        physician: the Physician report.
        patient: the Patient report.
        screens: screen saves.
        physician_pdf, patient_pdf: the same reports as PDF documents, A4.
        reduced: slice indices of the reduced CT series (0 = the most inferior), "auto" for the slices with lesions
            and a margin, or None for no reduced series.
        language: of pages and screen saves.
        provenance: add the attributes that tell what a file was derived from.
        device: the names that say where the files were made.
        screen_slices: slice indices of the screen saves (0 = the most inferior); None takes every slice with lesions.
        segmentation: the marks, as a DICOM Segmentation.
        structured_report: the reading as data, by which it can be opened again; the segmentation that it measures is
            written with it.
        presentation: the outlines of the lesions over the source images, as a presentation state.
    """

    physician: bool = False
    patient: bool = False
    screens: bool = False
    reduced: range | Literal["auto"] | None = None
    language: str = "en"
    provenance: bool = False
    device: Device = field(default=DEFAULT_DEVICE)
    screen_slices: tuple[int, ...] | None = None
    physician_pdf: bool = False
    patient_pdf: bool = False
    segmentation: bool = False
    structured_report: bool = False
    presentation: bool = False

    @property
    def documents(self) -> tuple[DocumentKind, ...]:
        """The reports that are written as PDF."""
        chosen = {DocumentKind.PHYSICIAN: self.physician_pdf, DocumentKind.PATIENT: self.patient_pdf}
        return tuple(kind for kind in DocumentKind if chosen[kind])

    @property
    def reports(self) -> bool:
        """Whether any report is written: all of them need marks that a reader has confirmed."""
        return self.physician or self.patient or self.structured_report or bool(self.documents)

    @property
    def of_marks(self) -> bool:
        """Whether something is chosen that refers to the source images by the marks on them."""
        return self.segmentation or self.structured_report or self.presentation


@dataclass(frozen=True)
class WrittenSeries:
    """One series that is now in the database.

    Attributes:
        kind: "reduced", "physician", "patient", "screens", "physician_pdf", "patient_pdf", "segmentation",
            "structured_report" or "presentation".
        series_instance_uid: its new UID.
        description: its Series Description.
        files: how many images it has.
        remarks: values of the source that are not written as they are, and names that could not be drawn; `remarks_of`
            gives those of a whole export.
    """

    kind: str
    series_instance_uid: str
    description: str
    files: int
    remarks: tuple[Remark, ...] = ()

    @property
    def is_document(self) -> bool:
        """Whether its files are read as text, and not looked at as images."""
        return self.kind.endswith("_pdf") or self.kind == "structured_report"


def remarks_of(written: Sequence[WrittenSeries]) -> tuple[Remark, ...]:
    """What is to be said about the values of the source after an export: each once, not once a series."""
    return merged(one for series in written for one in series.remarks)


def export(
    reading: Reading,
    database: Database,
    choices: ExportChoices,
    progress: Progress = silent,
    paint_pdf: "PaintPdf | None" = None,
    followup: "Followup | None" = None,
) -> tuple[WrittenSeries, ...]:
    """Draw, write into a temporary folder, check, insert and verify.

    Args:
        reading: what is written.
        database: where to.
        choices: which of it.
        progress: told how far it is.
        paint_pdf: who makes the PDF files; None for reportlab.
        followup: of the reading: the comparison with another scan goes into reports and structured report.

    Returns:
        The series written, in the order reduced, physician, patient, screens, physician_pdf, patient_pdf, segmentation,
        structured_report, presentation. Screen saves and presentation state that were chosen are missing where no slice
        has a lesion, the segmentation where nothing is marked.

    Raises:
        WrongUsage: nothing was chosen, or the slices are not in the series.
        InputRefused: the volume does not come from DICOM files, its headers lack what the chosen series need (every
            reason), or a report was chosen (drawn or structured) and no reader has confirmed the marks, or nothing was
            read.
        ExportFailed: with the reason; the database and the sources are as they were.
        SmartScoreError: a PDF was chosen, and what makes it is not installed.
        Cancelled: by `progress`; likewise.
    """
    slices = _slices(reading, choices)
    if slices is None and not (choices.reports or choices.screens or choices.of_marks):
        raise WrongUsage(remark("exports.nothing_chosen"))
    if outside := [i for i in choices.screen_slices or () if not 0 <= i < reading.series.geometry.shape[0]]:
        raise WrongUsage(remark("exports.screen_outside", slice=outside[0] + 1))
    if not reading.series.datasets:
        raise InputRefused(remark("dicomwriting.no_dicom"))
    if not reading.series.files:
        raise InputRefused(remark("series.multiframe_export"))
    if choices.reports:
        refuse_without_result(reading)
    choices, left_out = _fitting(reading, choices)
    _refuse_sources_inside(reading, database)
    first = first_number({str(header.get("SeriesNumber", "") or "") for header in reading.series.datasets})
    pictures = _draw(reading, choices, progress, followup)
    if slices is None and not pictures and not choices.documents and not writes_objects(reading, choices):
        raise ExportFailed(remark("exports.no_screens" if choices.screens else "exports.nothing_marked"))
    written: list[SeriesFiles] = []
    while not written:
        save = next_save(first, database.series_numbers(reading.description.study.study_instance_uid))
        with temporary_folder(database.folder, _size(reading, slices, pictures, choices)) as folder:
            kinds, language = choices.documents, choices.language
            documents = draw_documents(reading, kinds, language, folder, paint_pdf, progress, followup)
            made = _write(reading, slices, pictures, documents, choices, folder, save, progress, followup)
            # Another program may save into the study meanwhile; what is taken by then is not given twice.
            with suppress(NumbersTaken):
                database.insert([file for series in made for file in series.files], progress, numbers_of(first, save))
                written = made
    drawn = _drawing_remarks(reading) if pictures or choices.documents else ()
    again = (*left_out, *((remark("exports.saved_again", save=save),) if save > 1 else ()))
    return tuple(
        WrittenSeries(
            new.kind,
            new.series_instance_uid,
            new.description,
            len(new.files),
            (*new.remarks, *(drawn if new.kind in _DRAWN else ()), *again),
        )
        for new in written
    )


def _fitting(reading: Reading, choices: ExportChoices) -> tuple[ExportChoices, tuple[Remark, ...]]:
    """The choices without a report for the patient where this reading has none, and that it was left out.

    Raises:
        WrongUsage: nothing else was chosen.
    """
    if has_patient_page(reading.sheet) or not (choices.patient or choices.patient_pdf):
        return choices, ()
    left = replace(choices, patient=False, patient_pdf=False)
    if left.reduced is None and not (left.reports or left.screens or left.of_marks):
        raise WrongUsage(remark("exports.no_patient_page"))
    return left, (remark("exports.patient_page_left_out"),)


_DRAWN = {kind.name.lower() for kind in CaptureKind} | {f"{kind.name.lower()}_pdf" for kind in DocumentKind}


def _drawing_remarks(reading: Reading) -> tuple[Remark, ...]:
    from SmartScoreLib.reports.page_identity import names_not_drawn

    return names_not_drawn(reading)


def _slices(reading: Reading, choices: ExportChoices) -> range | None:
    if choices.reduced is None:
        return None
    if choices.reduced == "auto":
        return default_slices(reading.lesions)
    from SmartScoreLib.dicomwriting.reduced import refuse_outside

    refuse_outside(choices.reduced, reading.series.geometry.shape[0])
    return choices.reduced


def _draw(
    reading: Reading, choices: ExportChoices, progress: Progress, followup: "Followup | None"
) -> dict[CaptureKind, Sequence[Picture | Undrawn]]:
    # Drawing loads Pillow and fonts; a reduced series alone needs neither.
    pictures: dict[CaptureKind, Sequence[Picture | Undrawn]] = {}
    if choices.physician or choices.patient:
        from SmartScoreLib.reports.pages import patient_pages, physician_pages

        if choices.physician:
            pictures[CaptureKind.PHYSICIAN] = physician_pages(reading, choices.language, followup)
            progress(1, 1, "drawing the physician report")
        if choices.patient:
            pictures[CaptureKind.PATIENT] = patient_pages(reading, choices.language, followup)
            progress(1, 1, "drawing the patient report")
    if choices.screens:
        from SmartScoreLib.reports.slices.screen_saves import undrawn_screens

        pictures[CaptureKind.SCREENS] = undrawn_screens(reading, choices.screen_slices, choices.language)
    return {kind: drawn for kind, drawn in pictures.items() if drawn}


def _write(
    reading: Reading,
    slices: range | None,
    pictures: dict[CaptureKind, Sequence[Picture | Undrawn]],
    documents: DrawnDocuments,
    choices: ExportChoices,
    folder: Path,
    save: int,
    progress: Progress,
    followup: "Followup | None",
) -> list[SeriesFiles]:
    from SmartScoreLib.dicomwriting.instances.series import source_series

    device, provenance, series = choices.device, choices.provenance, reading.series
    source = source_series(series)
    images = partial(partial, device=device, provenance=provenance, save=save, source=source, progress=progress)
    writers: list[Callable[[], SeriesFiles]] = []
    if slices is not None:
        from SmartScoreLib.dicomwriting.reduced import write_reduced

        place = _made(folder / "reduced")
        writers.append(images(write_reduced, series, slices, place))
    if pictures:
        from SmartScoreLib.dicomwriting.capture import write_captures

        for kind, drawn in pictures.items():
            place = _made(folder / kind.name.lower())
            writers.append(images(write_captures, drawn, kind, series, place))
    for report, (title, pdf) in documents.items():
        from SmartScoreLib.dicomwriting.documents.encapsulated_pdf import write_pdf_document

        place = _made(folder / f"{report.name.lower()}-pdf")
        given = pdf, title, report, series, place
        writers.append(partial(write_pdf_document, *given, device=device, save=save, source=source))
    if choices.of_marks:
        writers += object_writers(reading, choices, folder, progress, source, save, followup)
    written: list[SeriesFiles] = []
    refused: dict[object, Remark] = {}
    for write in writers:
        try:
            written.append(write())
        except InputRefused as refusal:  # the other series may have reasons of their own
            for one in refusal.remarks:
                refused.setdefault((one.code, one.values.get("attribute")), one)
    if refused:
        raise InputRefused(refused.values())
    return written


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _refuse_sources_inside(reading: Reading, database: Database) -> None:
    """Files that lie in a database folder without being known to it are in Slicer's way, and Slicer in theirs."""
    folder = database.folder.resolve()
    known = set(database.series_files(reading.series.series_instance_uid))
    inside = [file for file in reading.series.files if file not in known and file.resolve().is_relative_to(folder)]
    if not inside:
        return
    places = {file.resolve() for file in known}
    if strange := [file for file in inside if file.resolve() not in places]:
        raise ExportFailed(remark("exports.source_inside", file=str(strange[0]), folder=str(database.folder)))


def _size(
    reading: Reading,
    slices: range | None,
    pictures: dict[CaptureKind, Sequence[Picture | Undrawn]],
    choices: ExportChoices,
) -> int:
    """Bytes that the files will take, nearly: pixels, or twice a PDF, and a header each."""
    _, rows, columns = reading.series.geometry.shape
    images = [2 * rows * columns] * len(slices or ())
    images += [picture.nbytes for drawn in pictures.values() for picture in drawn]
    images += [2 * PDF_BYTES] * len(choices.documents)
    total = sum(images) + 8192 * len(images)
    if choices.of_marks:
        total += objects_size(reading)
    return total
