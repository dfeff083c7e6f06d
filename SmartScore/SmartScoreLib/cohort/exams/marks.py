"""Which file of marks belongs to which exam, by the name of its folder."""

import glob
import os
from collections.abc import Callable
from pathlib import Path
from string import Formatter

from SmartScoreLib.cohort.model import Exam, ExamMarks, MarksSource
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused, WrongUsage

MarksOf = Callable[[str, Path], ExamMarks]
"""The marks of an exam by its name and its folder; raises InputRefused if there are none, or several."""

WORDS: tuple[MarksSource, ...] = ("auto", "propose", "latest", "readings")
"""What is no name of a file."""

# Of a file of marks, the longest first: what stands before it is the name of the exam. A file of names of labels beside
# a volume has the name of the exam too, so that the last ones count only where there is none of the first.
_VOLUMES = (".seg.nrrd", ".nii.gz", ".nrrd", ".nhdr", ".nii", ".mha", ".mhd", ".dcm")
_OTHERS = (".json", ".plist", ".xml")


def marks_by(given: str) -> MarksOf:
    """How marks are found that were given for all exams together.

    Args:
        given: "auto", "propose", "latest" or "readings"; a folder with a file or folder for each exam, named like it;
            or a name with {exam} (the name of the exam) or {folder} (its folder) in it, and * and ? for what differs;
            "" for none.

    Raises:
        WrongUsage: it is one file for all exams, or other words stand in braces.
    """
    if given == "":
        return lambda name, folder: ExamMarks()
    if given in WORDS:
        source = next(word for word in WORDS if word == given)
        return lambda name, folder: ExamMarks(source)
    fields = {field for _, field, _, _ in Formatter().parse(given) if field is not None}
    if fields - {"exam", "folder"}:
        raise WrongUsage(remark("cohort.unknown_place", path=given))
    if fields:
        return lambda name, folder: _by_pattern(given, name, folder)
    if not Path(given).is_dir():
        raise WrongUsage(remark("cohort.one_file_for_all", path=given))
    by_name = _by_name(Path(given))
    place = Path(given)
    return lambda name, folder: _one([place / one for one in by_name.get(name, ())], name, place.name, place)


def exam_with(marks_of: MarksOf, name: str, places: tuple[Path, ...], folder: Path) -> Exam:
    """The exam with its marks; without them it fails, with the reason.

    Args:
        marks_of: how they are found.
        name: of the exam.
        places: files and folders with its images.
        folder: where it lies.
    """
    try:
        return Exam(name, places, marks=marks_of(name, folder))
    except InputRefused as refused:
        return Exam(name, places, problems=refused.remarks)


def _by_pattern(pattern: str, name: str, folder: Path) -> ExamMarks:
    escaped = pattern.format(exam=glob.escape(name), folder=glob.escape(str(folder)))
    found = [Path(one) for one in sorted(glob.glob(escaped))]  # noqa: PTH207 - an absolute pattern too
    inside = folder if "{folder}" in pattern else Path(os.path.commonpath([str(one.parent) for one in found] or ["."]))
    return _one(found, name, pattern, inside)


def _one(found: list[Path], name: str, place: str, inside: Path) -> ExamMarks:
    if not found:
        raise InputRefused(remark("cohort.no_marks", exam=name, place=place))
    if len(found) > 1:
        names = tuple(one.name for one in found)
        raise InputRefused(remark("cohort.several_marks", exam=name, count=len(found), names=names))
    return ExamMarks("file", found[0], found[0].relative_to(inside).as_posix())


def _by_name(folder: Path) -> dict[str, list[str]]:
    """Names of files and folders in a folder by the exam that they are named like."""
    volumes: dict[str, list[str]] = {}
    others: dict[str, list[str]] = {}
    for entry in sorted(os.scandir(folder), key=lambda one: one.name):
        if entry.name.startswith("."):
            continue
        lower = entry.name.lower()
        if entry.is_dir():
            volumes.setdefault(entry.name, []).append(entry.name)
        for endings, found in ((_VOLUMES, volumes), (_OTHERS, others)):
            ending = next((one for one in endings if lower.endswith(one)), None)
            if ending is not None and entry.is_file():
                found.setdefault(entry.name[: -len(ending)], []).append(entry.name)
                break
    return others | volumes
