"""One exam: found, loaded, marked and scored by each set of rules; what the processes of a run do.

Nothing that is wrong with an exam stops a run: it becomes a record with its reasons.
"""

import json
import sys
import time
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from SmartScoreLib.cohort.model import Exam, Rules
from SmartScoreLib.cohort.records.choices import choices_of
from SmartScoreLib.cohort.records.hashes import images_hash, marks_files, marks_hash, stamp_of
from SmartScoreLib.cohort.records.record import Record, Source, failed_record, geometry_values, scored_record, software
from SmartScoreLib.lesions.files.references import referenced_series
from SmartScoreLib.lesions.marks import read_marks
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.proposal.mark_all import mark_all
from SmartScoreLib.proposal.propose import propose
from SmartScoreLib.proposal.proposed_map import proposed_map
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.read import make_reading
from SmartScoreLib.reading.saved.find import find_readings
from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.reading.saved.reopen import candidate_of, marks_of, values_of
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.words import one_line
from SmartScoreLib.scoring.model import ScoringProtocol
from SmartScoreLib.scoring.rounding import agatston_text
from SmartScoreLib.scoring.score import score
from SmartScoreLib.series.choosing import choose, refusals_of, sources_of
from SmartScoreLib.series.describe import describe_headers
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.headers.archive import forget_unpacked
from SmartScoreLib.series.load import load_series
from SmartScoreLib.series.model import CTSeries, Findings, SeriesCandidate


def score_exam(exam: Exam, rules: Rules, known_stamp: str = "") -> str:
    """The answer for one exam as one line of JSON.

    `{"software", "stamp", "again", "records": [{"values", "lesions"}], "timing"}`; `again`: the exam failed, so
    that the next run tries it again: the reason may be gone, such as a disk that was away. Where the files look as
    `known_stamp` says, there are no records: what is known of them still holds.

    Args:
        exam: the exam.
        rules: how it is scored.
        known_stamp: `stamp` of an earlier answer.
    """
    started, clock = datetime.now(UTC), time.perf_counter()
    answer: dict[str, Any] = {"software": software(), "stamp": _stamp(exam), "again": False}
    if answer["stamp"] != known_stamp:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # they would put values of headers on a terminal or into a log
            records = _records(exam, rules)
        answer["again"] = any(record.values["outcome"] == "failed" for record in records)
        answer["records"] = [asdict(record) for record in records]
        answer["timing"] = {
            "started": started.isoformat(timespec="seconds"),
            "seconds": round(time.perf_counter() - clock, 3),
            "peak_mb": _peak_mb(),
        }
    return json.dumps(answer, allow_nan=False, separators=(",", ":"))


def _stamp(exam: Exam) -> str:
    marks = exam.marks.path
    of_marks = [] if marks is None else [marks] if marks.is_dir() else marks_files(marks)
    return stamp_of([*exam.places, *of_marks])


def _records(exam: Exam, rules: Rules) -> list[Record]:
    source = Source(exam)
    try:
        if exam.problems:
            raise InputRefused(exam.problems)
        if exam.marks.source in ("latest", "readings"):
            return list(_saved(exam, rules))
        return list(_marked(exam, rules))
    except InputRefused as refused:
        reasons = refused.remarks
    except MemoryError:
        reasons = (remark("cohort.no_memory"),)
    except Exception as error:  # one exam must not stop ten thousand others
        reasons = (remark("cohort.unexpected", fault=one_line(f"{type(error).__name__}: {error}", 300)),)
    finally:
        forget_unpacked()
    return [failed_record(source, protocol, reasons) for protocol in _protocols(exam, rules)]


def _protocols(exam: Exam, rules: Rules) -> tuple[ScoringProtocol | None, ...]:
    """The rules of each record; None stands for those of a saved reading."""
    return rules.protocols or ((None,) if exam.marks.source in ("latest", "readings") else (rules.otherwise,))


def _marked(exam: Exam, rules: Rules) -> Iterator[Record]:
    """Records of the series that the marks belong to; of every one that can be scored where there is no file of marks.

    Raises:
        InputRefused: no series can be scored, or several can and one is meant.
    """
    findings = find_series(exam.places)
    try:
        candidates = _candidates(exam, findings)
    except InputRefused as refused:
        if len(findings.candidates) != 1:
            raise
        # There is no doubt which series failed.
        source = _source(exam, findings.candidates[0])
        for protocol in _protocols(exam, rules):
            yield failed_record(source, protocol, refused.remarks)
        return
    for candidate in candidates:
        yield from _of_candidate(exam, rules, candidate)


def _candidates(exam: Exam, findings: Findings) -> list[SeriesCandidate]:
    """The series that are meant.

    Raises:
        InputRefused: none can be scored, or several can and one is meant.
    """
    if exam.marks.source in ("auto", "propose", "none") and not exam.series:
        candidates = sources_of([one for one in findings.candidates if one.scorable])
        if not candidates:
            raise InputRefused(refusals_of(findings.candidates, findings.problems))
        return candidates
    wanted = exam.series or (referenced_series(exam.marks.path) if exam.marks.path is not None else "")
    return [choose(findings, wanted or None)]


def _of_candidate(exam: Exam, rules: Rules, candidate: SeriesCandidate) -> Iterator[Record]:
    source = _source(exam, candidate)
    protocols = rules.protocols or (rules.otherwise,)
    try:
        series = load_series(candidate)
        source = _with_hash(source, candidate)
        if exam.marks.path is not None:
            source = replace(source, marks_sha256=_hash_of_marks(marks_files(exam.marks.path)))
    except InputRefused as refused:
        for protocol in protocols:
            yield failed_record(source, protocol, refused.remarks)
        return
    marks: dict[tuple[float, float], LesionMap | None] = {}
    for protocol in protocols:
        found_by = protocol.threshold_hu, protocol.minimum_area_mm2
        try:
            if found_by not in marks:
                marks[found_by] = _marks(exam, series, protocol, rules)
            reading = make_reading(
                series,
                marks[found_by],
                protocol,
                exam.person,
                exam.reader,
                dominance=exam.dominance,
                confirm_zero=exam.marks.source == "zero",
                choices=choices_of(rules.meaning),
            )
        except InputRefused as refused:
            yield failed_record(source, protocol, refused.remarks)
        else:
            yield scored_record(source, reading)


def _marks(exam: Exam, series: CTSeries, protocol: ScoringProtocol, rules: Rules) -> LesionMap | None:
    """The marks of a file, or of a program.

    Raises:
        InputRefused: the file cannot be used.
    """
    if exam.marks.source == "auto":
        return mark_all(series, protocol.threshold_hu)
    if exam.marks.source == "propose":
        return proposed_map(propose(series, protocol.threshold_hu, protocol.minimum_area_mm2))
    if exam.marks.path is None:
        return None

    def total(lesions: LesionMap) -> str:
        return agatston_text(score(series.hu, lesions, protocol).total.agatston)

    return read_marks(exam.marks.path, series, protocol.threshold_hu, replace(rules.marks, total=total))


def _saved(exam: Exam, rules: Rules) -> Iterator[Record]:
    """Records of the saved readings among the files of an exam.

    Raises:
        InputRefused: there are none.
    """
    found = [one for one in find_readings(exam.places) if exam.series in ("", one.series_instance_uid, _volume(one))]
    if exam.marks.source == "latest":
        newest: dict[str, SavedReading] = {}
        for one in found:
            newest.setdefault(_volume(one), one)
        found = list(newest.values())
    else:
        found = [one for one in found if not one.replaced]
    if not found:
        raise InputRefused(remark("cohort.no_reading"))
    # Readings of one volume after each other, so that it is loaded once.
    found.sort(key=lambda one: (_volume(one), one.version.sop_instance_uid))
    loaded: tuple[str, CTSeries, Source] | None = None
    for one in found:
        source = Source(
            exam, None, one.series_instance_uid, one.label, marks=one.version.sop_instance_uid, reader=one.reader
        )
        try:
            if one.remarks:
                raise InputRefused(one.remarks)
            if loaded is None or loaded[0] != _volume(one):
                loaded = None  # one volume at a time in memory
                candidate = candidate_of(one)
                loaded = (_volume(one), load_series(candidate), _with_hash(_source(exam, candidate), candidate))
            _, series, of_series = loaded
            saved_files = [file for file in (one.file, one.segmentation) if file is not None]
            source = replace(of_series, marks=source.marks, reader=one.reader, marks_sha256=_hash_of_marks(saved_files))
            readings = _reopened(exam, rules, one, series)
        except InputRefused as refused:
            for protocol in _protocols(exam, rules):
                yield failed_record(source, protocol, refused.remarks)
        else:
            for reading in readings:
                yield scored_record(source, reading)


def _reopened(exam: Exam, rules: Rules, saved: SavedReading, series: CTSeries) -> list[Reading]:
    """The saved reading by its own rules, or by others; what the list of exams says of the person comes first."""
    values = values_of(saved)
    lesions = marks_of(saved, series, values)
    person = exam.person or values.person
    return [
        make_reading(
            series,
            lesions,
            protocol,
            person,
            values.reader,
            dominance=exam.dominance,
            choices=choices_of(rules.meaning, values.interpretation),
        )
        for protocol in rules.protocols or (values.protocol,)
    ]


def _volume(saved: SavedReading) -> str:
    return f"{saved.series_instance_uid}/{saved.label}" if saved.label else saved.series_instance_uid


def _source(exam: Exam, candidate: SeriesCandidate) -> Source:
    geometry = candidate.geometry
    spacing = 0.0 if geometry is None else geometry.spacing_mm[0]
    return Source(
        exam,
        describe_headers(candidate.datasets, spacing, len(candidate.files)),
        candidate.series_instance_uid,
        candidate.label,
        marks=exam.marks.name,
        reader=exam.reader,
        geometry={} if geometry is None else geometry_values(geometry.shape, geometry.spacing_mm),
    )


def _with_hash(source: Source, candidate: SeriesCandidate) -> Source:
    """What is known of a series, with the hash of its files.

    Raises:
        InputRefused: a file cannot be read.
    """
    try:
        return replace(source, images=images_hash(candidate.files))
    except OSError as error:
        raise InputRefused(
            remark("series.vanished", file=str(error.filename), reason=str(error.strerror or error))
        ) from error


def _hash_of_marks(files: Sequence[Path]) -> str:
    """The hash of the files of marks.

    Raises:
        InputRefused: a file cannot be read.
    """
    try:
        return marks_hash(files)
    except OSError as error:
        fault = str(error.strerror or error)
        raise InputRefused(remark("lesions.cannot_read", file=Path(error.filename or "").name, fault=fault)) from error


def _peak_mb() -> float | None:
    """Most memory that this process has had so far, MB; None where the system does not say."""
    try:
        import resource
    except ImportError:  # Windows
        return None
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(most / (1 << 20 if sys.platform == "darwin" else 1 << 10), 1)
