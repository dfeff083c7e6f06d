"""A reading as an exam of a method: saved readings out of DICOM, and files of marks on their images."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from SmartScoreLib.comparison.agreement.model import TOTAL, ExamScores, Method, Opened
from SmartScoreLib.interpretation.interpret import invalid_remarks
from SmartScoreLib.lesions.marks import MarksOptions, read_marks
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.read import make_reading
from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.reading.saved.reopen import candidate_of, reading_on
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.scoring.columns import SCORE_COLUMNS
from SmartScoreLib.scoring.model import ScoreSheet, ScoringProtocol, TerritoryScore, TotalScore
from SmartScoreLib.series.load import load_series
from SmartScoreLib.series.model import CTSeries, SeriesCandidate


@dataclass
class Images:
    """Loads volumes, and keeps the last one: two readings of the same images come one after the other."""

    _key: tuple[Path, ...] = ()
    _series: CTSeries | None = field(default=None, repr=False)

    def load(self, candidate: SeriesCandidate) -> CTSeries:
        """The volume of a candidate.

        Raises:
            InputRefused: it cannot be read.
        """
        if self._series is None or self._key != candidate.files:
            self._series = None  # the one before goes first
            self._series, self._key = load_series(candidate), candidate.files
        return self._series


def saved_method(name: str, source: str, saved: Sequence[SavedReading], progress: Progress = silent) -> Method:
    """Saved readings, those that a newer version replaces left out; each is opened, and scored by its own rules.

    What cannot be opened is left out with its reasons.
    """
    images = Images()
    current = sorted((one for one in saved if not one.replaced), key=lambda one: (one.series_instance_uid, one.label))
    exams, remarks = [], []
    for number, one in enumerate(current):
        progress(number, len(current), "opening readings")
        try:
            if one.remarks:
                raise InputRefused(one.remarks)
            reading = reading_on(one, images.load(candidate_of(one)))
        except InputRefused as refusal:
            remarks += [
                remark("comparison.agreement_not_opened", file=one.file.name, why=why) for why in refusal.remarks
            ]
            continue
        exams.append(_exam(reading, one.file.name, _saved_opener(one, images)))
    progress(len(current), len(current), "opening readings")
    return Method(name, source, tuple(exams), tuple(remarks))


def _saved_opener(saved: SavedReading, images: Images) -> Callable[[], Opened]:
    def opened() -> Opened:
        series = images.load(candidate_of(saved))
        return series, reading_on(saved, series).lesions

    return opened


def marks_method(
    name: str,
    path: Path,
    candidate: SeriesCandidate,
    protocol: ScoringProtocol,
    options: MarksOptions,
    images: Images,
    reader: str = "",
) -> Method:
    """One exam by a file of marks (or a folder of one file a structure) on its images.

    Raises:
        InputRefused: images or marks cannot be read, or do not fit each other.
    """

    def marked() -> tuple[CTSeries, LesionMap]:
        series = images.load(candidate)
        return series, read_marks(path, series, protocol.threshold_hu, options)

    series, lesions = marked()
    reading = make_reading(series, lesions, protocol, reader=reader)
    exam = _exam(reading, path.name, marked)
    return Method(name, str(path), (exam,), _worth_saying(lesions.remarks))


def _worth_saying(remarks: Sequence[Remark]) -> tuple[Remark, ...]:
    return tuple(dict.fromkeys(remarks))


def _exam(reading: Reading, file: str, opened: Callable[[], Opened]) -> ExamScores:
    study, patient, sheet = reading.description.study, reading.description.patient, reading.sheet
    header = reading.series.datasets[0] if reading.series.datasets else None
    fields = {
        "series_instance_uid": reading.series.series_instance_uid,
        "series_label": reading.series.label,
        "study_instance_uid": str(header.get("StudyInstanceUID", "")) if header is not None else "",
        "patient_id": patient.patient_id,
        "study_date": study.study_date.isoformat() if study.study_date else "",
        "reader": reading.reader,
        "protocol": sheet.protocol.name,
        "file": file,
    }
    scores = {row.key: _scores(sheet, row) for row in sheet.territories}
    scores[TOTAL] = _scores(sheet, sheet.total)
    return ExamScores(fields, sheet.status, not invalid_remarks(sheet), scores, opened)


def _scores(sheet: ScoreSheet, row: TerritoryScore | TotalScore) -> dict[str, float]:
    if not sheet.is_result(row):
        return {}
    values = {column.key: column.value(row) for column in SCORE_COLUMNS}
    return {key: float(value) for key, value in values.items() if value is not None}
