"""One reading written as DICOM series into a database: all of it, or nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Literal

from SmartScoreLib.database.model import Database
from SmartScoreLib.dicomwriting.device import DEFAULT_DEVICE, Device
from SmartScoreLib.dicomwriting.model import CaptureKind, SeriesFiles
from SmartScoreLib.dicomwriting.told import merged
from SmartScoreLib.exports.slices import default_slices
from SmartScoreLib.exports.temporary import temporary_folder
from SmartScoreLib.picture import Picture, Undrawn
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.read import refuse_unreviewed
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import ExportFailed, InputRefused, WrongUsage
from SmartScoreLib.remarks.model import Remark


@dataclass(frozen=True)
class ExportChoices:
    """What is written, and how.

    Attributes:
        physician: the Physician report.
        patient: the Patient report.
        screens: screen saves.
        reduced: slice indices of the reduced CT series (0 = the most inferior), "auto" for the slices with lesions
            and a margin, or None for no reduced series.
        language: of pages and screen saves.
        provenance: add the attributes that tell what a file was derived from.
        device: the names that say where the files were made.
        screen_slices: slice indices of the screen saves (0 = the most inferior); None takes every slice with lesions.
    """

    physician: bool = False
    patient: bool = False
    screens: bool = False
    reduced: range | Literal["auto"] | None = None
    language: str = "en"
    provenance: bool = False
    device: Device = field(default=DEFAULT_DEVICE)
    screen_slices: tuple[int, ...] | None = None


@dataclass(frozen=True)
class WrittenSeries:
    """One series that is now in the database.

    Attributes:
        kind: "reduced", "physician", "patient" or "screens".
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


def remarks_of(written: Sequence[WrittenSeries]) -> tuple[Remark, ...]:
    """What is to be said about the values of the source after an export: each once, not once a series."""
    return merged(one for series in written for one in series.remarks)


def export(
    reading: Reading, database: Database, choices: ExportChoices, progress: Progress = silent
) -> tuple[WrittenSeries, ...]:
    """Draw, write into a temporary folder, check, insert and verify.

    Returns:
        The series written, in the order reduced, physician, patient, screens. Screen saves that were chosen are
        missing where no slice has a lesion.

    Raises:
        WrongUsage: nothing was chosen, or the slices are not in the series.
        InputRefused: the volume does not come from DICOM files, its headers lack what the chosen series need (every
            reason), or a report was chosen and no reader has confirmed the marks.
        ExportFailed: with the reason; the database and the sources are as they were.
        Cancelled: by `progress`; likewise.
    """
    slices = _slices(reading, choices)
    if slices is None and not (choices.physician or choices.patient or choices.screens):
        raise WrongUsage(remark("exports.nothing_chosen"))
    if outside := [i for i in choices.screen_slices or () if not 0 <= i < reading.series.geometry.shape[0]]:
        raise WrongUsage(remark("exports.screen_outside", slice=outside[0] + 1))
    if not reading.series.datasets:
        raise InputRefused(remark("dicomwriting.no_dicom"))
    if not reading.series.files:
        raise InputRefused(remark("series.multiframe_export"))
    if choices.physician or choices.patient:
        refuse_unreviewed(reading)
    _refuse_sources_inside(reading, database)
    pictures = _draw(reading, choices, progress)
    if slices is None and not pictures:
        raise ExportFailed(remark("exports.no_screens"))
    with temporary_folder(database.folder, _size(reading, slices, pictures)) as folder:
        written = _write(reading, slices, pictures, choices, folder, progress)
        database.insert([file for series in written for file in series.files], progress)
    drawn = _drawing_remarks(reading) if pictures else ()
    return tuple(
        WrittenSeries(
            new.kind,
            new.series_instance_uid,
            new.description,
            len(new.files),
            new.remarks if new.kind == "reduced" else (*new.remarks, *drawn),
        )
        for new in written
    )


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
    reading: Reading, choices: ExportChoices, progress: Progress
) -> dict[CaptureKind, Sequence[Picture | Undrawn]]:
    # Drawing loads Pillow and fonts; a reduced series alone needs neither.
    pictures: dict[CaptureKind, Sequence[Picture | Undrawn]] = {}
    if choices.physician or choices.patient:
        from SmartScoreLib.reports.pages import patient_pages, physician_pages

        if choices.physician:
            pictures[CaptureKind.PHYSICIAN] = physician_pages(reading, choices.language)
            progress(1, 1, "drawing the physician report")
        if choices.patient:
            pictures[CaptureKind.PATIENT] = patient_pages(reading, choices.language)
            progress(1, 1, "drawing the patient report")
    if choices.screens:
        from SmartScoreLib.reports.slices.screen_saves import undrawn_screens

        pictures[CaptureKind.SCREENS] = undrawn_screens(reading, choices.screen_slices, choices.language)
    return {kind: drawn for kind, drawn in pictures.items() if drawn}


def _write(
    reading: Reading,
    slices: range | None,
    pictures: dict[CaptureKind, Sequence[Picture | Undrawn]],
    choices: ExportChoices,
    folder: Path,
    progress: Progress,
) -> list[SeriesFiles]:
    device, provenance, series = choices.device, choices.provenance, reading.series
    writers: list[Callable[[], SeriesFiles]] = []
    if slices is not None:
        from SmartScoreLib.dicomwriting.reduced import write_reduced

        place = _made(folder / "reduced")
        writers.append(
            partial(write_reduced, series, slices, place, device=device, provenance=provenance, progress=progress)
        )
    if pictures:
        from SmartScoreLib.dicomwriting.capture import write_captures

        for kind, drawn in pictures.items():
            place = _made(folder / kind.name.lower())
            writers.append(
                partial(
                    write_captures, drawn, kind, series, place, device=device, provenance=provenance, progress=progress
                )
            )
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
    inside = [file for file in reading.series.files if file.resolve().is_relative_to(folder)]
    if not inside:
        return
    known = {file.resolve() for file in database.series_files(reading.series.series_instance_uid)}
    if strange := [file for file in inside if file.resolve() not in known]:
        raise ExportFailed(remark("exports.source_inside", file=str(strange[0]), folder=str(database.folder)))


def _size(reading: Reading, slices: range | None, pictures: dict[CaptureKind, Sequence[Picture | Undrawn]]) -> int:
    """Bytes that the files will take, nearly: pixels and a header each."""
    _, rows, columns = reading.series.geometry.shape
    images = [2 * rows * columns] * len(slices or ())
    images += [picture.nbytes for drawn in pictures.values() for picture in drawn]
    return sum(images) + 8192 * len(images)
