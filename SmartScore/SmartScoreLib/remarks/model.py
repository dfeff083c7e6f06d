"""A remark: something the library has to say, as data. Words come where a person reads: report, command line, panel."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Union


class Severity(IntEnum):
    """What a remark does to the result; sorting puts the gravest first."""

    REFUSAL = 0
    """Nothing was computed, read or written."""
    INVALID = 1
    """There is a score, and it does not hold."""
    LIMITS = 2
    """The score holds, but not for everything that such a score is used for."""
    NOTE = 3
    """A fact that changes nothing."""


@dataclass(frozen=True)
class Where:
    """The file that shows a fault, and how many others share it.

    Attributes:
        file: name of the first file.
        others: how many more files have the same fault.
        every: whether these are all files of the series.
    """

    file: str
    others: int = 0
    every: bool = False


Value = Union[str, int, float, Where, "Remark", tuple[str, ...], tuple[float, ...]]


@dataclass(frozen=True)
class Remark:
    """One thing to say. Made by `remark`, which checks it against the catalog.

    Attributes:
        code: its row in the catalog, "room.what".
        severity: as the catalog has it.
        items: names and values that its text needs, in the order of the names.
    """

    code: str
    severity: Severity
    items: tuple[tuple[str, Value], ...] = ()

    @property
    def values(self) -> Mapping[str, Value]:
        """The values by name."""
        return dict(self.items)


def by_severity(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Each remark once, the gravest first; equals in the order in which they came."""
    return tuple(sorted(dict.fromkeys(remarks), key=lambda one: one.severity))


def remark_json(remark: Remark) -> dict[str, Any]:
    """The remark as JSON: {"code", "severity", "values"}; a place is {"file", "others"}."""
    return {
        "code": remark.code,
        "severity": remark.severity.name.lower(),
        "values": {name: _json(value) for name, value in remark.items},
    }


def _json(value: Value) -> Any:
    if isinstance(value, Remark):
        return remark_json(value)
    if isinstance(value, Where):
        return {"file": value.file, "others": value.others}
    return list(value) if isinstance(value, tuple) else value
