"""The exams of a folder: each folder below it, and each volume file or archive in it."""

import os
from collections.abc import Sequence
from pathlib import Path

from SmartScoreLib.cohort.exams.marks import MarksOf, exam_with
from SmartScoreLib.cohort.model import Cohort, Exam
from SmartScoreLib.lesions.files.names import stem_of
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.headers.archive import ARCHIVE_SUFFIX
from SmartScoreLib.series.volumes.volume_file import is_volume_file


def folder_cohort(folder: Path, marks_of: MarksOf, apart: Sequence[Path] = ()) -> Cohort:
    """The exams of a folder; only its own entries are looked at.

    A folder below it is an exam with all that lies in it, whatever it holds: one that holds no images fails with that
    reason. A volume file (NIfTI, NRRD, MetaImage) or .zip in it is an exam. Other files in it are one exam together,
    named like the folder.

    Args:
        folder: where the exams lie.
        marks_of: how their marks are found.
        apart: folders that are no exam, such as those of results and marks.

    Raises:
        InputRefused: there is nothing.
    """
    others = {os.path.realpath(one) for one in apart}
    exams: list[Exam] = []
    loose: list[Path] = []
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith(".") or os.path.realpath(entry) in others:
            continue
        if entry.is_dir():
            exams.append(exam_with(marks_of, entry.name, (entry,), entry))
        elif is_volume_file(entry):
            exams.append(exam_with(marks_of, stem_of(entry), (entry,), folder))
        elif entry.suffix.lower() == ARCHIVE_SUFFIX:
            exams.append(exam_with(marks_of, entry.stem, (entry,), folder))
        elif _like_dicom(entry):
            loose.append(entry)
    if loose:
        exams.append(exam_with(marks_of, folder.resolve().name, tuple(loose), folder))
    if not exams:
        raise InputRefused(remark("cohort.no_exams", place=str(folder)))
    return Cohort(tuple(exams))


def _like_dicom(file: Path) -> bool:
    """By what DICOM files are called, or by their first bytes: a list of marks or a text beside exams is none."""
    if not file.is_file():
        return False
    with file.open("rb") as opened:
        return opened.read(132)[128:] == b"DICM"
