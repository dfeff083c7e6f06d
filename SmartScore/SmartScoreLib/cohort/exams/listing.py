"""The exams of a source of any kind."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Literal

from SmartScoreLib.cohort.exams.database import database_cohort
from SmartScoreLib.cohort.exams.folder import folder_cohort
from SmartScoreLib.cohort.exams.marks import marks_by
from SmartScoreLib.cohort.exams.table import SUFFIXES, table_cohort
from SmartScoreLib.cohort.model import Cohort, Exam
from SmartScoreLib.database.folder import is_database
from SmartScoreLib.database.schema import DATABASE_FILE
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused, WrongUsage

Kind = Literal["folder", "database", "table"]


@dataclass(frozen=True)
class Listing:
    """Where exams are listed from.

    Attributes:
        place: a folder, a Slicer database folder, or a table.
        marks: "auto", "propose", "latest", "readings", a folder, a name with {exam} or {folder} in it, or "" for
            none; a table has them in its column `marks`.
        reader: who made the marks, where a table does not say.
    """

    place: Path
    marks: str = ""
    reader: str = ""


def kind_of(place: Path) -> Kind:
    """What a place is.

    Raises:
        InputRefused: there is nothing, or a file that is no table.
    """
    if place.name == DATABASE_FILE or is_database(place):
        return "database"
    if place.is_dir():
        return "folder"
    if place.is_file() and place.suffix.lower() in SUFFIXES:
        return "table"
    raise InputRefused(remark("cohort.no_source", place=str(place)))


def list_exams(listing: Listing, apart: Sequence[Path] = ()) -> Cohort:
    """Every exam of a source, in the order of their names; no image is read.

    Args:
        listing: where from.
        apart: folders that are no exam: those of results.

    Raises:
        InputRefused: there are no exams, or the database or table cannot be used.
        WrongUsage: the marks are given in a way that does not fit.
    """
    place, kind = listing.place, kind_of(listing.place)
    if kind == "table":
        if listing.marks:
            raise WrongUsage(remark("cohort.marks_in_table", file=str(place)))
        found = table_cohort(place)
    elif kind == "database":
        found = database_cohort(place.parent if place.name == DATABASE_FILE else place, marks_by(listing.marks))
    else:
        found = folder_cohort(place, marks_by(listing.marks), [*apart, *_folder_of(listing.marks)])
    exams = [replace(exam, reader=exam.reader or listing.reader) for exam in found.exams]
    exams.sort(key=_order)
    for one, other in pairwise(exams):
        if _order(one) == _order(other):
            raise InputRefused(remark("cohort.twice", exam=one.name))
    return replace(found, exams=tuple(exams))


def _order(exam: Exam) -> tuple[str, ...]:
    return exam.name, exam.series, exam.marks.source, exam.marks.name, exam.reader


def _folder_of(marks: str) -> list[Path]:
    return [Path(marks)] if marks and Path(marks).is_dir() else []
