"""The exams of a table: CSV or Parquet, one row an exam and its marks.

    series,marks,reader,age_years,ethnicity,site
    ct/P001,masks/P001.nii.gz,A. Reader,61,white,north
    ct/P002,zero,A. Reader,55,chinese,south

`series` is a file, a folder or a Slicer database folder, from the folder of the table on; `series_uid` chooses among
several series, as "UID" or "UID/LABEL"; `marks` a file or folder, or one of zero (a reader states that there is no
coronary calcium), latest, readings, propose and auto; empty for none. `exam` is the name in the result, else it is
`series`.
`reader`, `dominance` and the fields of `Person` are what they say. Every other column is the user's own.
"""

import csv
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

from SmartScoreLib.cohort.exams.marks import WORDS
from SmartScoreLib.cohort.model import Cohort, Exam, ExamMarks, MarksSource
from SmartScoreLib.database.folder import FolderDatabase, is_database
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.lesions.territories import Dominance
from SmartScoreLib.reading.person_file import person_from
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark

PARQUET = ".parquet"
SUFFIXES = (".csv", ".tsv", PARQUET)

_PERSON = tuple(field.name for field in fields(Person))
_OURS = ("exam", "series", "series_uid", "marks", "reader", "dominance", *_PERSON)
_WORDS: tuple[MarksSource, ...] = ("zero", *WORDS)
_YES, _NO = ("1", "true", "yes", "y"), ("0", "false", "no", "n")
_CHOICES = ("sex", "ethnicity")
_NUMBERS = ("age_years", "total_cholesterol_mg_dl", "hdl_cholesterol_mg_dl", "systolic_mmhg", "egfr_ml_min")

_Row = dict[str, str]


def table_cohort(file: Path) -> Cohort:
    """The exams of a table. What is wrong with one row makes this row fail, with the reason.

    Raises:
        InputRefused: the table cannot be read, has no column `series`, or two rows are the same.
    """
    columns, rows = _read(file)
    if "series" not in columns:
        raise InputRefused(
            remark("cohort.table_columns", file=str(file), column="series", columns=tuple(columns) or ("",))
        )
    own = tuple(column for column in columns if column not in _OURS)
    databases: dict[Path, FolderDatabase] = {}
    exams = [_exam(file, number, row, own, databases) for number, row in enumerate(rows, 1)]
    if not exams:
        raise InputRefused(remark("cohort.no_exams", place=str(file)))
    first: dict[tuple[object, ...], int] = {}
    for number, exam in enumerate(exams, 1):
        same = first.setdefault((exam.name, exam.series, exam.marks, exam.reader), number)
        if same != number:
            raise InputRefused(remark("cohort.table_repeated", file=str(file), first=same, second=number))
    return Cohort(tuple(exams), own)


def _exam(file: Path, number: int, row: _Row, own: tuple[str, ...], databases: dict[Path, FolderDatabase]) -> Exam:
    problems: list[Remark] = []
    series, uid = row.get("series", ""), row.get("series_uid", "")
    place = file.parent / series
    places: tuple[Path, ...] = (place,)
    if not series:
        problems.append(remark("cohort.table_empty", file=str(file), row=number, column="series"))
    elif not place.exists():
        problems.append(remark("series.no_file", file=str(place)))
    elif is_database(place) and uid:
        if place not in databases:
            databases[place] = FolderDatabase(place)
        places = databases[place].series_files(uid.partition("/")[0])
    dominance = row.get("dominance", "").lower()
    if dominance in ("", "unknown"):
        dominance = ""
    elif dominance not in get_args(Dominance):
        known = (*get_args(Dominance), "unknown")
        problems.append(_fault("table_choice", file, number, "dominance", dominance, known=known))
        dominance = ""
    person, wrong = _person(file, number, row)
    return Exam(
        name=row.get("exam") or "/".join(part for part in (series, uid) if part),
        places=places,
        series=uid,
        marks=_marks(file, row.get("marks", "")),
        reader=row.get("reader", ""),
        person=person,
        dominance=dominance or None,  # type: ignore[arg-type] # one of the choices
        own=tuple((column, row.get(column, "")) for column in own),
        problems=(*problems, *wrong),
    )


def _marks(file: Path, given: str) -> ExamMarks:
    source = next((word for word in _WORDS if word == given), None)
    if source is not None or not given:
        return ExamMarks(source or "none")
    return ExamMarks("file", file.parent / given, given)


def _person(file: Path, number: int, row: _Row) -> tuple[Person | None, list[Remark]]:
    """The person of a row, None if nothing is said, with what is wrong."""
    values: dict[str, Any] = {}
    wrong: list[Remark] = []
    for column in _PERSON:
        given = row.get(column, "")
        if not given:
            continue
        if column == "group":
            values[column] = given
        elif column in _CHOICES:
            values[column] = {"m": "male", "f": "female"}.get(given.lower(), given.lower())
        elif column in _NUMBERS:
            try:
                values[column] = float(given)
            except ValueError:
                wrong.append(_fault("table_number", file, number, column, given))
        elif given.lower() in (*_YES, *_NO):
            values[column] = given.lower() in _YES
        else:
            wrong.append(_fault("table_choice", file, number, column, given, known=(*_YES, *_NO)))
    try:
        return (person_from(values, f"{file}, row {number}") if values else None), wrong
    except InputRefused as refused:
        return None, [*wrong, *refused.remarks]


def _fault(code: str, file: Path, row: int, column: str, value: str, **more: tuple[str, ...]) -> Remark:
    return remark(f"cohort.{code}", file=str(file), row=row, column=column, value=repr(value), **more)


def _read(file: Path) -> tuple[list[str], list[_Row]]:
    """Names of columns and rows of texts; names of ours in lower case, those of the user as they are.

    Raises:
        InputRefused: it cannot be read, or two columns have one name.
    """
    try:
        names, rows = _parquet(file) if file.suffix.lower() == PARQUET else _csv(file)
    except (OSError, ValueError, csv.Error) as error:
        fault = getattr(error, "strerror", None) or " ".join(str(error).split())
        raise InputRefused(remark("cohort.table_unreadable", file=str(file), fault=fault)) from error
    columns = [name.strip().lower() if name.strip().lower() in _OURS else name.strip() for name in names]
    for column in columns:
        if columns.count(column) > 1:
            raise InputRefused(remark("cohort.table_twice", file=str(file), column=column))
    return columns, [dict(zip(columns, row, strict=True)) for row in rows]


def _csv(file: Path) -> tuple[list[str], list[list[str]]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        head = opened.readline()
        opened.seek(0)
        separator = max(",;\t", key=head.count)
        rows = [[cell.strip() for cell in row] for row in csv.reader(opened, delimiter=separator) if any(row)]
    if not rows:
        return [], []
    width = len(rows[0])
    long = next((number for number, row in enumerate(rows) if len(row) > width), None)
    if long is not None:
        raise ValueError(f"row {long} has {len(rows[long])} cells, and there are {width} columns")
    return rows[0], [row + [""] * (width - len(row)) for row in rows[1:]]


def _parquet(file: Path) -> tuple[list[str], list[list[str]]]:
    try:
        from pyarrow import ArrowException, parquet
    except ImportError:
        raise InputRefused(remark("cohort.no_parquet_reader", file=str(file))) from None
    try:
        table = parquet.read_table(file)
    except ArrowException as error:
        raise ValueError(str(error)) from error
    lists: Sequence[list[Any]] = [column.to_pylist() for column in table.columns]
    return list(table.column_names), [[_text(cell) for cell in row] for row in zip(*lists, strict=True)]


def _text(cell: Any) -> str:
    return "" if cell is None or cell != cell else str(cell).strip()
