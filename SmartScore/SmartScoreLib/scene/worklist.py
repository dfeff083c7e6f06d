"""The list of series as a reader wants it: searched, sorted, without what SmartScore wrote itself; and who is next."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.scene.series_rows import SeriesRow

Readings = Mapping[str, tuple[SeriesRow, ...]]
"""Lines of saved readings by the Series Instance UID of what was read, the newest first."""


@dataclass(frozen=True)
class Order:
    """What is listed, and in which order.

    Attributes:
        search: words that must all be found in patient, ID, date, series or phase; case does not matter.
        column: a key of COLUMNS, or "" for the order of the database: the newest first.
        descending: the largest first.
        unread: only what has no reading yet.
    """

    search: str = ""
    column: str = ""
    descending: bool = False
    unread: bool = False


def arranged(rows: Sequence[SeriesRow], readings: Readings, order: Order) -> list[SeriesRow]:
    """The lines to show: each series with its readings below it. What this software wrote is no new CT.

    Args:
        rows: series, the newest first.
        readings: of all of them.
        order: what to show.
    """
    words = order.search.casefold().split()
    found = [row for row in rows if not row.ownOutput and _matches(row, words)]
    if order.unread:
        found = [row for row in found if not isRead(row, readings)]
    if order.column:
        key = COLUMNS[order.column]
        found.sort(key=lambda row: key(row, readings), reverse=order.descending)
    return [line for row in found for line in (row, *_readingsOf(row, readings))]


def nextUnread(lines: Sequence[SeriesRow], readings: Readings, after: tuple[str, str] | None) -> SeriesRow | None:
    """The next series without a reading that is not known to be refused; after the last comes the first.

    Args:
        lines: from `arranged`.
        readings: of all of them.
        after: key of the series that is shown now; None begins with the first.
    """
    series = [line for line in lines if line.reading is None]
    at = next((number for number, row in enumerate(series) if row.key == after), -1)
    ahead = series[at + 1 :] + series[: at + 1]
    shown = after[0] if after is not None else ""
    ahead = [row for row in ahead if row.key != after and (row.series_instance_uid != shown or row.label)]
    return next((row for row in ahead if not row.refusals and not isRead(row, readings)), None)


def isRead(row: SeriesRow, readings: Readings) -> bool:
    """Whether somebody has saved a reading of the series."""
    return bool(_readingsOf(row, readings))


def newestReading(row: SeriesRow, readings: Readings) -> SavedReading | None:
    """The reading that stands for a series in its own line: the newest that nothing has replaced."""
    mine = [one.reading for one in _readingsOf(row, readings) if one.reading is not None]
    return next((one for one in mine if not one.replaced), mine[0] if mine else None)


def _readingsOf(row: SeriesRow, readings: Readings) -> tuple[SeriesRow, ...]:
    """Those of the same volume: a series of several phases has readings of each."""
    every = readings.get(row.series_instance_uid, ())
    return tuple(one for one in every if not row.label or one.label in ("", row.label))


def _matches(row: SeriesRow, words: Sequence[str]) -> bool:
    if not words:
        return True
    text = " ".join((row.patient, row.patientId, row.date, row.description, row.phase)).casefold()
    return all(word in text for word in words)


def _read(row: SeriesRow, readings: Readings) -> tuple[str, str]:
    newest = newestReading(row, readings)
    return ("", "") if newest is None else (newest.status or "read", newest.reader.casefold())


COLUMNS: Mapping[str, Callable[[SeriesRow, Readings], Any]] = {
    "patient": lambda row, readings: (row.patient.casefold(), row.patientId),
    "date": lambda row, readings: row.date,
    "series": lambda row, readings: (row.description.casefold(), row.phase),
    "slices": lambda row, readings: row.slices,
    "read": _read,
}
"""What the columns are sorted by, in their order."""
