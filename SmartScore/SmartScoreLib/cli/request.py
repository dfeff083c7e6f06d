"""What a scoring command was asked for, as values, and the reading that answers it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from SmartScoreLib.cli.progress import terminal_progress
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused

if TYPE_CHECKING:
    from SmartScoreLib.interpretation.model import Person
    from SmartScoreLib.lesions.territories import Dominance
    from SmartScoreLib.reading.model import Reading, ReportTexts
    from SmartScoreLib.remarks.model import Remark
    from SmartScoreLib.scoring.calibration import Roi
    from SmartScoreLib.scoring.model import ScoringProtocol
    from SmartScoreLib.series.model import CTSeries, Findings, SeriesCandidate


@dataclass(frozen=True)
class Calibration:
    """Where in the images the mass factor is measured.

    Attributes:
        insert: the calibration insert.
        concentration_mg_per_cm3: hydroxyapatite that it holds.
        water: a region of water, or None to take water as 0 HU.
    """

    insert: "Roi"
    concentration_mg_per_cm3: float
    water: "Roi | None" = None


@dataclass(frozen=True)
class ScoringRequest:
    """One series to be scored: which, with which marks, by which rules, and for whom.

    Attributes:
        paths: DICOM files, folders and Slicer databases to look in.
        lesions: the file of the marks; "auto" takes every candidate that is not bone, None is no marks.
        series: Series Instance UID, with "/LABEL" where phases are told apart; None if there is one only.
        protocol: the rules, with a mass factor that was typed.
        calibration: where the mass factor is measured instead, or None.
        person: what is known of the patient beside the headers.
        reader: who marked the lesions.
        comment: free text for the report.
        texts: what the reader writes into the report beside it; None writes nothing.
        dominance: which artery the posterior descending artery comes from; None if that is not known.
        confirm_zero: the reader says that there is no coronary calcium.
    """

    paths: tuple[Path, ...]
    lesions: Path | Literal["auto"] | None
    series: str | None
    protocol: "ScoringProtocol"
    calibration: Calibration | None
    person: "Person"
    reader: str = ""
    comment: str = ""
    texts: "ReportTexts | None" = None
    dominance: "Dominance | None" = None
    confirm_zero: bool = False


def reading_of(request: ScoringRequest) -> "Reading":
    """Find, load, mark, score and interpret.

    Raises:
        InputRefused: nothing scorable was found, several series were, the marks do not fit or contradict a confirmed
            zero, or the calibration region cannot be measured.
        WrongUsage: the measured mass factor makes no sense.
    """
    from SmartScoreLib.lesions.marks import read_marks
    from SmartScoreLib.proposal.mark_all import mark_all
    from SmartScoreLib.reading.model import NO_TEXTS
    from SmartScoreLib.reading.read import make_reading

    series = _series(request)
    protocol = request.protocol if request.calibration is None else _calibrated(request, request.calibration, series)
    lesions = None
    if request.lesions == "auto":
        lesions = mark_all(series, protocol.threshold_hu)
    elif request.lesions is not None:
        lesions = read_marks(request.lesions, series, protocol.threshold_hu)
    return make_reading(
        series,
        lesions,
        protocol,
        request.person,
        request.reader,
        request.comment,
        request.texts or NO_TEXTS,
        dominance=request.dominance,
        confirm_zero=request.confirm_zero,
    )


def told_with_zero(reading: "Reading") -> "tuple[Remark, ...]":
    """What a reader who confirms a zero is told at that moment: what may be calcium near the heart."""
    if reading.sheet.status != "zero_confirmed":
        return ()
    return tuple(one for one in reading.lesions.remarks if one.code.startswith("proposal."))


def _series(request: ScoringRequest) -> "CTSeries":
    from SmartScoreLib.database.sources import find_in
    from SmartScoreLib.series.load import load_series

    progress = terminal_progress()
    candidate = choose(find_in(request.paths, progress), request.series)
    return load_series(candidate, progress)


def _calibrated(request: ScoringRequest, calibration: Calibration, series: "CTSeries") -> "ScoringProtocol":
    from SmartScoreLib.scoring.calibration import measure_mass_factor
    from SmartScoreLib.scoring.presets import customize

    measured = measure_mass_factor(
        series.hu, series.geometry, calibration.concentration_mg_per_cm3, calibration.insert, calibration.water
    )
    return customize(request.protocol, mass_factor=measured)


def choose(findings: "Findings", wanted: str | None) -> "SeriesCandidate":
    """The one candidate that is wanted and scorable.

    Raises:
        InputRefused: none, or more than one; the reasons of each series, or the names to choose from.
    """
    candidates = [c for c in findings.candidates if wanted is None or wanted in (c.series_instance_uid, _name(c))]
    if wanted is not None and not candidates:
        known = tuple(_name(c) for c in findings.candidates)
        raise InputRefused(
            remark("cli.series_not_among", wanted=wanted, found=known)
            if known
            else remark("cli.series_not_found", wanted=wanted)
        )
    scorable = [c for c in candidates if c.scorable]
    # What this software wrote repeats a part of its source; it is meant only where it is named or alone.
    sources = [c for c in scorable if all(note.code != "series.own_output" for note in c.notes)]
    scorable = sources if wanted is None and sources else scorable
    if len(scorable) == 1:
        return scorable[0]
    if scorable:
        names = tuple(_shown(c) for c in scorable)
        raise InputRefused(remark("cli.several_series", count=len(names), names=names))
    reasons = [remark("cli.series_refused", name=_name(c), reason=reason) for c in candidates for reason in c.refusals]
    raise InputRefused([*reasons, *findings.problems] or remark("cli.no_image"))


def _name(candidate: "SeriesCandidate") -> str:
    uid = candidate.series_instance_uid or "without UID"
    return f"{uid}/{candidate.label}" if candidate.label else uid


def _shown(candidate: "SeriesCandidate") -> str:
    """What a person knows it by, before the name that --series takes: number, description, date, slices."""
    from SmartScoreLib.remarks.words import one_line
    from SmartScoreLib.series.describe import describe_headers

    if not candidate.datasets:
        return _name(candidate)
    description = describe_headers(candidate.datasets, 0.0, len(candidate.files))
    scan, date = description.acquisition, description.study.study_date
    number = "without number" if scan.series_number is None else str(scan.series_number)
    quoted = f'"{scan.series_description}"' if scan.series_description else "without description"
    parts = (f"series {number}", quoted, date.isoformat() if date else "no date", f"{scan.slices} slices")
    return f"{one_line(', '.join(parts))}: {_name(candidate)}"
