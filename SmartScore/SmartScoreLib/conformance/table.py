"""The attribute tables and the departures from them, read once from the CSV files beside this module.

Columns that need a word:

`if_missing`, for Copied: what is written when the source lacks the attribute, or has a value that is not valid:
    absent, empty (zero length), refuse, value (the row's own), with sequence, `empty with MODULE` (if an attribute of
    that module is written), `empty unless KEYWORD` (if that one is not written), as needed (see `character_set`).
`if_differs`, for Copied: what is written when the images do not agree: the same words; `each` (every image keeps its
    own: attributes of the image, where there is one source image) and `earliest` (of the image acquired first).
`creator`: names of the private creator, separated by "|".
"""

import csv
from dataclasses import dataclass, fields, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from pydicom.datadict import tag_for_keyword

IOD = Literal["CT", "SC"]
Condition = Literal["always", "color", "provenance"]

_FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Row:
    """One attribute of one table. A tag is "gggg,eeee"; an x stands for any digit (overlay groups, private blocks)."""

    table: str
    module: str
    keyword: str
    tag: str
    path: str
    type: str
    on_load: str
    on_save: str
    if_missing: str = ""
    if_differs: str = ""
    value: str = ""
    creator: str = ""
    printed_tag: str = ""
    note: str = ""

    @property
    def nested(self) -> bool:
        """Whether the attribute is in a sequence item; its fate is the sequence's."""
        return "/" in self.path

    @cached_property
    def number(self) -> int | None:
        """The tag as a number; None where it depends on the file (overlay groups, private blocks)."""
        return None if "x" in self.tag else int(self.tag.replace(",", ""), 16)

    @cached_property
    def creators(self) -> tuple[str, ...]:
        """Private creators that a private row may stand under; empty for standard attributes."""
        return tuple(self.creator.split("|")) if self.creator else ()


@dataclass(frozen=True)
class Departure:
    """What this software does with an attribute instead of what the tables say; an empty field changes nothing.

    `when` is the condition: always, color (captures in RGB), provenance (the option of that name).
    """

    iod: str
    when: str
    path: str
    on_save: str
    if_missing: str
    if_differs: str
    value: str
    why: str


@cache
def table(iod: IOD) -> tuple[Row, ...]:
    """Every row of the CT tables (239) or the SC tables (173), in the statement's order."""
    names = {field.name for field in fields(Row)}
    return tuple(Row(**{k: v for k, v in row.items() if k in names}) for row in _read(f"{iod.lower()}.csv"))


@cache
def departures(iod: IOD) -> tuple[Departure, ...]:
    """Every departure for one kind of object."""
    return tuple(Departure(**row) for row in _read("departures.csv") if row["iod"] == iod)


@cache
def rules(iod: IOD, conditions: frozenset[Condition] = frozenset()) -> tuple[Row, ...]:
    """The rows that a writer follows: departures applied, each top-level attribute once, in the order of the tables.

    An attribute that two tables list takes the first row's rules (a test holds the rows to each other) and the
    stricter type. An attribute that only the departures name is added.
    """
    rows: dict[str, Row] = {}
    for row in table(iod):
        known = rows.get(row.path)
        if known is None:
            rows[row.path] = row
        elif row.type < known.type:
            rows[row.path] = replace(known, type=row.type)
    for departure in departures(iod):
        if departure.when == "always" or departure.when in conditions:
            row = rows.get(departure.path) or _added(departure)
            changes = {
                name: getattr(departure, name)
                for name in ("on_save", "if_missing", "if_differs", "value")
                if getattr(departure, name)
            }
            rows[departure.path] = replace(row, **changes)
    return tuple(row for row in rows.values() if not row.nested)


def _added(departure: Departure) -> Row:
    tag = tag_for_keyword(departure.path)
    if tag is None:
        raise ValueError(f"departures.csv: {departure.path} is not an attribute of the standard")
    return Row("", "", departure.path, f"{tag >> 16:04X},{tag & 0xFFFF:04X}", departure.path, "3", "", "")


def _read(name: str) -> list[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
