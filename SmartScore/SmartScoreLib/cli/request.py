"""What a scoring command was asked for, as values, and the reading that answers it."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from SmartScoreLib.cli.groups.mass import MassSource, calibrated
from SmartScoreLib.cli.groups.meaning import AS_STANDARD, MeaningRequest, chosen
from SmartScoreLib.cli.terminal.progress import terminal_progress
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused

if TYPE_CHECKING:
    from SmartScoreLib.interpretation.model import Person
    from SmartScoreLib.lesions.marks import MarksOptions
    from SmartScoreLib.lesions.model import LesionMap
    from SmartScoreLib.lesions.territories import Dominance
    from SmartScoreLib.lesions.visual import ReadingMode, VisualGrades
    from SmartScoreLib.proposal.model import Proposals
    from SmartScoreLib.reading.model import Reading, ReportTexts
    from SmartScoreLib.reading.saved.model import SavedReading
    from SmartScoreLib.remarks.model import Remark
    from SmartScoreLib.scoring.model import ScoringProtocol
    from SmartScoreLib.series.model import CTSeries


@dataclass(frozen=True)
class ScoringRequest:
    """One series to be scored: which, with which marks, by which rules, and for whom.

    Attributes:
        paths: DICOM files, folders and Slicer databases to look in.
        lesions: the file of the marks; "auto" takes every candidate that is not bone, "propose" what is likely to be
            coronary calcium, "latest" opens the newest saved reading as it was, None is no marks.
        series: Series Instance UID, with "/LABEL" where phases are told apart; None if there is one only.
        protocol: the rules, with a mass factor that was typed; None for those of the saved reading.
        calibration: where else the mass factor comes from, or None.
        person: what is known of the patient beside the headers; None for what the saved reading knows.
        marks: how the file of the marks is read; None is as it says.
        meaning: the classification and the populations.
        reader: who marked the lesions.
        comment: free text for the report.
        texts: what the reader writes into the report beside it; None writes nothing.
        dominance: which artery the posterior descending artery comes from; None if that is not known.
        confirm_zero: the reader says that there is no coronary calcium.
        organs: file or folder of organs that others segmented, for proposals; None to find them by the picture.
        mode: what is read; None for what the marks and the images say.
        visual: what the reader graded by eye; None for nothing, or for what the saved reading says.
    """

    paths: tuple[Path, ...]
    lesions: Path | Literal["auto", "propose", "latest"] | None
    series: str | None
    protocol: "ScoringProtocol | None"
    calibration: MassSource | None
    person: "Person | None"
    marks: "MarksOptions | None" = None
    meaning: MeaningRequest = AS_STANDARD
    reader: str = ""
    comment: str = ""
    texts: "ReportTexts | None" = None
    dominance: "Dominance | None" = None
    confirm_zero: bool = False
    organs: Path | None = None
    mode: "ReadingMode | None" = None
    visual: "VisualGrades | None" = None


def reading_of(request: ScoringRequest) -> "Reading":
    """Find, load, mark, score and interpret.

    Raises:
        InputRefused: nothing scorable was found, several series were, the marks do not fit or contradict a confirmed
            zero, there is no saved reading, a table of a population is wrong, or the calibration region cannot be
            measured.
        WrongUsage: the measured mass factor makes no sense.
    """
    from SmartScoreLib.lesions.marks import AS_THE_FILE_SAYS, read_marks
    from SmartScoreLib.reading.model import NO_TEXTS
    from SmartScoreLib.reading.read import make_reading
    from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL

    if request.lesions == "latest":
        return reopened(request)
    series = _series(request)
    protocol, series = calibrated(request.protocol or DEFAULT_PROTOCOL, request.calibration, series)
    lesions, proposals = None, None
    if request.lesions == "propose":
        from SmartScoreLib.proposal.proposed_map import proposed_map

        proposals = _proposals(request, series, protocol)
        lesions = proposed_map(proposals)
    elif request.lesions == "auto":
        from SmartScoreLib.proposal.mark_all import mark_all

        lesions = mark_all(series, protocol.threshold_hu)
    elif request.lesions is not None:
        options = replace(request.marks or AS_THE_FILE_SAYS, total=_totals(series, protocol))
        lesions = read_marks(request.lesions, series, protocol.threshold_hu, options)
    made = make_reading(
        series,
        lesions,
        protocol,
        request.person,
        request.reader,
        request.comment,
        request.texts or NO_TEXTS,
        dominance=request.dominance,
        confirm_zero=request.confirm_zero,
        choices=chosen(request.meaning),
        mode=request.mode,
        visual=request.visual,
    )
    return replace(made, proposals=proposals)


def _proposals(request: ScoringRequest, series: "CTSeries", protocol: "ScoringProtocol") -> "Proposals":
    """What is proposed by these rules; the search may be stopped as reading may."""
    from SmartScoreLib.proposal.anatomy.organs import read_organs
    from SmartScoreLib.proposal.propose import propose

    organs = None if request.organs is None else read_organs(request.organs, series)
    return propose(series, protocol.threshold_hu, protocol.minimum_area_mm2, organs=organs)


def reopened(request: ScoringRequest) -> "Reading":
    """The newest saved reading, with what was given on the command line in place of what it says.

    Raises:
        InputRefused: there is none, those that there are belong to several series, or its images or marks are gone.
        WrongUsage: the measured mass factor makes no sense.
    """
    from SmartScoreLib.reading.model import ReportTexts
    from SmartScoreLib.reading.read import make_reading
    from SmartScoreLib.reading.saved.find import find_readings
    from SmartScoreLib.reading.saved.reopen import open_reading

    progress = terminal_progress()
    found = find_readings(request.paths, progress)
    if request.series is not None:
        found = tuple(one for one in found if request.series in (one.series_instance_uid, _saved_name(one)))
    if not found:
        raise InputRefused(remark("cli.no_reading"))
    names = tuple(dict.fromkeys(map(_saved_name, found)))
    if len(names) > 1:
        raise InputRefused(remark("cli.several_read", count=len(names), names=names))
    saved = open_reading(found[0], progress)
    texts = saved.texts
    given = {field.name: getattr(request.texts, field.name) for field in fields(ReportTexts)} if request.texts else {}
    if any(value for name, value in given.items() if name != "reported_on"):
        texts = replace(texts, **{name: value for name, value in given.items() if value})
    protocol, series = calibrated(request.protocol or saved.sheet.protocol, request.calibration, saved.series)
    made = make_reading(
        series,
        saved.lesions,
        protocol,
        request.person or saved.interpretation.person,
        request.reader or saved.reader,
        request.comment or saved.comment,
        texts,
        dominance=request.dominance,
        confirm_zero=request.confirm_zero,
        choices=chosen(request.meaning, saved.interpretation.choices),
        mode=request.mode,
        visual=request.visual,
    )
    return replace(saved, **{name: getattr(made, name) for name in _MADE})


_MADE = ("lesions", "sheet", "interpretation", "reader", "comment", "texts")
"""What the options of a command may change of a saved reading."""


def _saved_name(saved: "SavedReading") -> str:
    return f"{saved.series_instance_uid}/{saved.label}" if saved.label else saved.series_instance_uid


def _totals(series: "CTSeries", protocol: "ScoringProtocol") -> "Callable[[LesionMap], str]":
    """The printed Agatston total of marks by these rules, for whoever must choose between two readings of a file."""
    from SmartScoreLib.scoring.rounding import agatston_text
    from SmartScoreLib.scoring.score import score

    return lambda lesions: agatston_text(score(series.hu, lesions, protocol).total.agatston)


def told_with_zero(reading: "Reading") -> "tuple[Remark, ...]":
    """What a reader who confirms a zero is told at that moment: what may be calcium near the heart."""
    if reading.sheet.status != "zero_confirmed":
        return ()
    return tuple(one for one in reading.lesions.remarks if one.code.startswith("proposal."))


def _series(request: ScoringRequest) -> "CTSeries":
    from SmartScoreLib.database.sources import find_in
    from SmartScoreLib.series.choosing import choose
    from SmartScoreLib.series.load import load_series

    progress = terminal_progress()
    candidate = choose(find_in(request.paths, progress), request.series)
    return load_series(candidate, progress)
