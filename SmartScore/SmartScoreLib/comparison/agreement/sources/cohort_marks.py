"""The marks that the exams of a cohort's table were scored by, found again, so that lesions can be counted.

A table names the file of marks and its hash. Only a file with that hash is taken: marks that were changed since are not
those of the scores beside them.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from SmartScoreLib.comparison.agreement.model import ExamScores, Method, Opened
from SmartScoreLib.comparison.agreement.pairing import BY_SERIES, key_of
from SmartScoreLib.comparison.agreement.sources.readings import Images
from SmartScoreLib.lesions.marks import MarksOptions, read_marks
from SmartScoreLib.lesions.model import STANDARD_THRESHOLD_HU
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.series.model import SeriesCandidate

MANIFEST = "manifest.json"


def with_marks(
    method: Method, table: Path, candidates: Sequence[SeriesCandidate], options: MarksOptions, images: Images
) -> Method:
    """The method with exams that can be opened: those whose images and marks are found.

    Args:
        method: of a cohort's table.
        table: its file; the manifest beside it says where the marks lay.
        candidates: the images.
        options: how the marks are read, as when they were scored.
        images: loads volumes.
    """
    by_key = {_key(one): one for one in candidates}
    folders = [Path(), table.parent, table.parent.parent, *_folders(table.parent / MANIFEST)]
    exams, without = [], 0
    for exam in method.exams:
        file = _found(exam, folders)
        candidate = by_key.get(key_of(exam, BY_SERIES))
        if file is None or candidate is None:
            without += exam.has_result
            exams.append(exam)
        else:
            exams.append(replace(exam, opened=_opener(exam, file, candidate, options, images)))
    said = (remark("comparison.agreement_marks_lost", method=method.name, exams=without),) if without else ()
    return replace(method, exams=tuple(exams), remarks=(*method.remarks, *said))


def _key(candidate: SeriesCandidate) -> str:
    uid, label = candidate.series_instance_uid, candidate.label
    return f"{uid}/{label}" if label else uid


def _folders(manifest: Path) -> list[Path]:
    """Where the manifest of a run says that its marks lay: as it was written, or seen from the folder of the run."""
    try:
        marks = json.loads(manifest.read_text(encoding="utf-8"))["source"]["marks"]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return [Path(marks), manifest.parent.parent / marks] if isinstance(marks, str) and marks else []


def _found(exam: ExamScores, folders: Sequence[Path]) -> Path | None:
    name, wanted = exam.fields.get("marks", ""), exam.fields.get("marks_sha256", "")
    if not name or not wanted:
        return None
    for folder in folders:
        path = folder / name
        try:
            with path.open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() == wanted:
                    return path
        except OSError:
            continue
    return None


def _opener(
    exam: ExamScores, file: Path, candidate: SeriesCandidate, options: MarksOptions, images: Images
) -> Callable[[], Opened]:
    def opened() -> Opened:
        series = images.load(candidate)
        threshold = exam.fields.get("threshold_hu") or STANDARD_THRESHOLD_HU
        return series, read_marks(file, series, float(threshold), options)

    return opened
