"""The tables of a cohort written: CSV always, Parquet where pyarrow is installed; row by row, in bounded memory."""

import codecs
import csv
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from SmartScoreLib.cohort.columns import LESION_ROWS, TABLES, TOTAL, Column, territory_key
from SmartScoreLib.cohort.records.hashes import file_hash
from SmartScoreLib.cohort.records.record import Record, Values
from SmartScoreLib.csv_lines import CsvLines, open_csv
from SmartScoreLib.lesions.territories import TERRITORIES
from SmartScoreLib.scoring.columns import SCORE_COLUMNS
from SmartScoreLib.whole_file import whole_file

_BLOCK = 1 << 24
"""Bytes of a table that are held at the same time."""
Put = Callable[[Values], None]


@dataclass(frozen=True)
class WrittenTable:
    """A file that was written."""

    name: str
    sha256: str
    rows: int


def parquet_there() -> bool:
    """Whether Parquet can be written."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError:
        return False
    return True


def write_tables(records: Iterable[Record], folder: Path, own: tuple[Column, ...] = ()) -> tuple[WrittenTable, ...]:
    """Write the three tables; each file is there whole or as it was before.

    Args:
        records: in the order of the rows.
        folder: where to.
        own: the user's own columns, which `Record.values` has too.

    Raises:
        OSError: a file cannot be written.
    """
    columns = {name: with_own(name, own) for name in TABLES}
    counts = dict.fromkeys(TABLES, 0)
    with ExitStack() as stack:
        drafts = {name: stack.enter_context(whole_file(folder / f"{name}.csv")) for name in TABLES}
        with ExitStack() as written:
            puts = {name: written.enter_context(_csv(drafts[name], columns[name])) for name in TABLES}
            for record in records:
                for name, rows in _rows(record).items():
                    for row in rows:
                        counts[name] += 1
                        puts[name](row)
        suffixes = (".csv", ".parquet") if parquet_there() else (".csv",)
        for name in TABLES if ".parquet" in suffixes else ():
            _write_parquet(drafts[name], stack.enter_context(whole_file(folder / f"{name}.parquet")), columns[name])
    return tuple(
        WrittenTable(f"{name}{suffix}", file_hash(folder / f"{name}{suffix}"), counts[name])
        for name in TABLES
        for suffix in suffixes
    )


def with_own(table: str, own: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns of a table with the user's own at the end; that of lesions has none."""
    return TABLES[table] if table == "lesions" else (*TABLES[table], *own)


def _rows(record: Record) -> dict[str, list[Values]]:
    values = record.values
    shared = {column.key: values[column.key] for column in LESION_ROWS if column.key in values}
    return {
        "exams": [values],
        "territories": list(territory_rows(values)),
        "lesions": [shared | lesion for lesion in record.lesions],
    }


def territory_rows(values: Values) -> Iterator[Values]:
    """The rows of the long table of one row of the wide one: the territories, then the total.

    An exam that failed has the row of the total alone.
    """
    if values["outcome"] != "failed":
        for territory in TERRITORIES:
            measured = {column.key: values.get(territory_key(territory, column)) for column in SCORE_COLUMNS}
            yield values | {"territory": territory.key, "counts": territory.counts} | measured
    total = {column.key: values.get(f"total_{column.key}") for column in SCORE_COLUMNS}
    yield values | {"territory": TOTAL, "counts": True} | total


@contextmanager
def _csv(file: Path, columns: tuple[Column, ...]) -> Iterator[Put]:
    keys = [column.key for column in columns]
    flags = [at for at, column in enumerate(columns) if column.kind == "boolean"]
    with open_csv(file) as opened:
        lines = csv.writer(CsvLines(opened))
        lines.writerow(keys)

        def put(row: Values) -> None:
            cells: list[Any] = list(map(row.get, keys))
            for at in flags:
                if cells[at] is not None:
                    cells[at] = int(cells[at])
            lines.writerow(cells)

        yield put


def _write_parquet(table: Path, file: Path, columns: tuple[Column, ...]) -> None:
    """The same table as Parquet, with the types of its columns; block by block, in bounded memory."""
    import pyarrow as pa
    from pyarrow import csv as arrow
    from pyarrow import parquet

    kinds = {
        "text": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
    }
    schema = pa.schema(
        [
            pa.field(one.key, kinds[one.kind], metadata={"unit": one.unit, "label": one.label, "rule": one.rule})
            for one in columns
        ]
    )
    as_said = arrow.ConvertOptions(
        column_types={one.name: one.type for one in schema},
        null_values=[""],
        true_values=["1"],
        false_values=["0"],
        strings_can_be_null=True,
    )
    with table.open("rb") as opened, parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        # File names may hold bytes that are no characters, which Parquet cannot hold.
        readable = codecs.EncodedFile(opened, "utf-8", errors="backslashreplace")
        blocks = arrow.open_csv(
            readable,
            arrow.ReadOptions(block_size=_BLOCK),
            arrow.ParseOptions(newlines_in_values=True),
            as_said,
        )
        for block in blocks:
            writer.write_batch(block.cast(schema))
