"""Every remark that there is: code, severity and English text, one file a room.

A text names its values in braces: see `remarks.words`. The texts are marked for Slicer's translators by `_`.
"""

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from string import Formatter

from SmartScoreLib.remarks.model import Remark, Severity, Value


@dataclass(frozen=True)
class Row:
    """One kind of remark: what it does to the result, and its English text."""

    severity: Severity
    text: str

    @property
    def names(self) -> frozenset[str]:
        """The values that the text needs."""
        return frozenset(name for _, name, _, _ in Formatter().parse(self.text) if name)


def row(code: str) -> Row:
    """The row of a code.

    Raises:
        KeyError: there is no such code.
    """
    return _rows(code.partition(".")[0])[code]


def every_row() -> dict[str, Row]:
    """All rows by code, room by room."""
    rooms = sorted(
        module.name
        for package in _PACKAGES
        for module in iter_modules(import_module(package).__path__)
        if not module.ispkg
    )
    return {code: row for room in rooms for code, row in _rows(room).items()}


def remark(code: str, **values: Value) -> Remark:
    """A remark of a code.

    Raises:
        KeyError: there is no such code.
        ValueError: the values are not those that its text names.
    """
    known = row(code)
    if values.keys() != known.names:
        raise ValueError(f"{code} needs {sorted(known.names)}, not {sorted(values)}")
    return Remark(code, known.severity, tuple(sorted(values.items())))


_PACKAGES = (__name__, f"{__name__}.many")


def package_of(room: str) -> str:
    """The package that holds the texts of a room.

    Raises:
        KeyError: there is no such room.
    """
    for package in _PACKAGES:
        if room and find_spec(f"{package}.{room}") is not None:
            return package
    raise KeyError(f"no room {room!r} has remarks")


@cache
def _rows(room: str) -> dict[str, Row]:
    module = import_module(f"{package_of(room)}.{room}")
    rows: dict[str, Row] = {}
    for name, severity in (
        ("REFUSALS", Severity.REFUSAL),
        ("INVALID", Severity.INVALID),
        ("LIMITS", Severity.LIMITS),
        ("NOTES", Severity.NOTE),
    ):
        rows |= {f"{room}.{key}": Row(severity, text) for key, text in getattr(module, name, {}).items()}
    return rows
