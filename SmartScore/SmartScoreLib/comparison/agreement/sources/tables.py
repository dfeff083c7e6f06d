"""Scores in a table: CSV or Parquet, one row an exam (wide) or one row a territory of an exam (long).

Columns are those of `smartscore cohort` and of `smartscore score --csv`: `total_agatston`, `lad_agatston` ... (wide),
or `territory` and `agatston` ... (long). Columns of another table are renamed first.
"""

import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from SmartScoreLib.comparison.agreement.model import TOTAL, ExamScores, Method
from SmartScoreLib.lesions.territories import BY_KEY, TERRITORIES
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.scoring.columns import SCORE_COLUMNS

if TYPE_CHECKING:
    from pandas import DataFrame

TABLES = (".csv", ".parquet")

Row = dict[str, str]

_MEASURES = tuple(column.key for column in SCORE_COLUMNS)
_TRUE, _FALSE = ("1", "1.0", "true"), ("0", "0.0", "false")


def read_table(path: Path, name: str, renamed: Mapping[str, str] | None = None) -> Method:
    """The exams of a table.

    Args:
        path: .csv (UTF-8) or .parquet.
        name: of the method.
        renamed: our column to that of the table, such as {"total_agatston": "AJ130", "exam": "Case"}.

    Raises:
        InputRefused: it cannot be read, lacks a column, or holds a score that is no number from 0 on.
    """
    frame = _frame(path)
    for ours, theirs in (renamed or {}).items():
        if theirs not in frame.columns:
            raise InputRefused(
                remark("comparison.agreement_table_lacks", file=path.name, column=theirs, known=tuple(frame.columns))
            )
        frame[ours] = frame[theirs]
    rows = [Row(zip(frame.columns, values, strict=True)) for values in frame.itertuples(index=False, name=None)]
    if "total_agatston" in frame.columns:
        exams = [_wide(row, number, path.name) for number, row in enumerate(rows, 2)]
    elif {"territory", "agatston"} <= set(frame.columns):
        exams = _long(rows, path.name)
    else:
        known = tuple(frame.columns)
        raise InputRefused(
            remark("comparison.agreement_table_lacks", file=path.name, column="total_agatston", known=known)
        )
    return Method(name, str(path), tuple(exams))


def _frame(path: Path) -> "DataFrame":
    """All cells as text, "" where there is none."""
    import pandas

    try:
        if path.suffix.lower() == ".parquet":
            read = pandas.read_parquet(path).astype(object)
            return read.where(read.notna(), "").map(_text)
        return pandas.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig", skipinitialspace=True)
    except OSError as error:
        raise InputRefused(
            remark("comparison.agreement_unreadable", file=str(path), fault=error.strerror or str(error))
        ) from error
    except Exception as error:  # whatever damaged bytes make the parsers raise
        fault = " ".join(str(error).split()) or type(error).__name__
        raise InputRefused(remark("comparison.agreement_unreadable", file=str(path), fault=fault)) from error


def _text(value: object) -> str:
    # A whole number that shares its column with empty cells comes as 60.0.
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _wide(row: Row, number: int, file: str) -> ExamScores:
    scores = {TOTAL: _scores(row, "total_", number, file)}
    for territory in TERRITORIES:
        if found := _scores(row, f"{territory.key.lower()}_", number, file):
            scores[territory.key] = found
    return _exam([row], scores, file)


def _long(rows: list[Row], file: str) -> list[ExamScores]:
    groups: dict[tuple[str, ...], dict[str, tuple[int, Row]]] = {}
    for number, row in enumerate(rows, 2):
        territory = row["territory"].strip().upper()
        if territory != TOTAL and territory not in BY_KEY:
            raise InputRefused(
                remark("comparison.agreement_no_territory", file=file, row=number, name=row["territory"])
            )
        group = groups.setdefault(_record(row), {})
        if territory in group:
            raise InputRefused(remark("comparison.agreement_row_twice", file=file, row=number, territory=territory))
        group[territory] = (number, row)
    return [
        _exam(
            [group[TOTAL][1] if TOTAL in group else next(iter(group.values()))[1]],
            {key: _scores(row, "", number, file) for key, (number, row) in group.items()},
            file,
        )
        for group in groups.values()
    ]


def _record(row: Row) -> tuple[str, ...]:
    """What the rows of one exam by one method have in common: its key, or all that says which exam and by whom."""
    if row.get("record_id"):
        return (row["record_id"],)
    return tuple(text for name, text in row.items() if name not in _OF_A_ROW)


def _scores(row: Row, prefix: str, number: int, file: str) -> dict[str, float]:
    found = {}
    for measure in _MEASURES:
        text = row.get(prefix + measure, "").strip()
        if not text:
            continue
        value = _number(text)
        if value is None:
            raise InputRefused(
                remark("comparison.agreement_no_number", file=file, row=number, column=prefix + measure, text=text)
            )
        found[measure] = value
    return found


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and value >= 0 else None


def _exam(rows: Iterable[Row], scores: dict[str, dict[str, float]], file: str) -> ExamScores:
    (row,) = rows
    outcome = row.get("outcome") or row.get("reading_status") or ("scored" if scores.get(TOTAL) else "not_read")
    fields = {name: text.strip() for name, text in row.items() if name not in _NUMBERS} | {"file": file}
    return ExamScores(fields, outcome, row.get("valid", "").lower() not in _FALSE, scores)


_OF_A_ROW = {
    *("territory", "counts", *_MEASURES),
    *("cac_drs", "classification", "grade", "percentile", "percentile_below", "mesa_percentile"),
}
"""Columns that differ between the rows of one exam: those of `score_csv` that only the total has are among them."""

_NUMBERS = {
    *_MEASURES,
    *(f"{prefix}_{measure}" for prefix in ("total", *(t.key.lower() for t in TERRITORIES)) for measure in _MEASURES),
}
"""Columns that are no texts of an exam."""
