"""The series in a QTableWidget: a page at a time, since a table of thousands of lines takes seconds to fill."""

from collections.abc import Sequence
from typing import Any

import qt
from slicer.i18n import tr as _

from SmartScoreLib.desktop.cells import cell, fillRow, fitHeight, greyed, hideWhenNarrow
from SmartScoreLib.desktop.remark_text import remarkText
from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.scene.series_rows import SeriesRow
from SmartScoreLib.scene.worklist import COLUMNS, Order, Readings, newestReading
from SmartScoreLib.scoring.rounding import agatston_text

PAGE = 200
"""So many lines are filled at once; the next ones when somebody scrolls to the end."""
DATE_COLUMN, SLICES_COLUMN, READ_COLUMN = 1, 3, 4
WIDTHS = {DATE_COLUMN: 11, SLICES_COLUMN: 7, READ_COLUMN: 15}
"""Columns of a fixed width, in characters; the others share the rest."""
ALL_CHARACTERS = 52
LEAST_ROWS, MOST_ROWS = 3, 8


class SeriesTable:
    """Shows lines of the worklist.

    Attributes:
        rows: every line, also those that are not filled yet.
    """

    def __init__(self, table: Any) -> None:
        """Take the table of the form."""
        self.table = table
        self.rows: list[SeriesRow] = []
        self._readings: Readings = {}
        header = table.horizontalHeader()
        character = int(table.fontMetrics().averageCharWidth())
        for column in range(len(COLUMNS)):
            fixed = column in WIDTHS
            header.setSectionResizeMode(column, qt.QHeaderView.Interactive if fixed else qt.QHeaderView.Stretch)
            if fixed:
                header.resizeSection(column, WIDTHS[column] * character)
        header.setMinimumSectionSize(24)
        header.setHighlightSections(False)
        table.verticalHeader().setDefaultSectionSize(int(table.fontMetrics().height()) + 6)
        table.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._narrow = hideWhenNarrow(table, SLICES_COLUMN, ALL_CHARACTERS)

    def show(self, rows: Sequence[SeriesRow], readings: Readings, order: Order, keep: tuple[str, str] | None) -> None:
        """Show these lines, and select the one with a key if it is among them."""
        table = self.table
        self.rows, self._readings = list(rows), readings
        wasBlocked = table.blockSignals(True)
        table.clearSelection()
        table.setRowCount(0)
        self._fillTo(PAGE)
        header = table.horizontalHeader()
        header.setSortIndicatorShown(bool(order.column))
        if order.column:
            direction = qt.Qt.DescendingOrder if order.descending else qt.Qt.AscendingOrder
            header.setSortIndicator(list(COLUMNS).index(order.column), direction)
        fitHeight(table, LEAST_ROWS, MOST_ROWS)
        table.blockSignals(wasBlocked)
        if keep is not None:
            self.select(keep)

    def replace(self, number: int, verdicts: Sequence[SeriesRow]) -> None:
        """Put what a series has turned out to be in the place of its line; no other line is filled."""
        table = self.table
        wasBlocked = table.blockSignals(True)
        self.rows[number : number + 1] = verdicts
        if number < table.rowCount:
            if not verdicts:
                table.removeRow(number)
            for place, verdict in enumerate(verdicts, number):
                if place > number:
                    table.insertRow(place)
                fillRow(table, place, _cells(verdict, self._readings, table.palette))
            if len(verdicts) != 1:
                fitHeight(table, LEAST_ROWS, MOST_ROWS)
        table.blockSignals(wasBlocked)

    def selected(self) -> SeriesRow | None:
        """The selected line."""
        rows = self.table.selectionModel().selectedRows()
        row = rows[0].row() if rows else -1
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def select(self, key: tuple[str, str]) -> bool:
        """Select a series or reading; False if it is not listed."""
        for number, row in enumerate(self.rows):
            if row.key == key:
                self._fillTo(number + 1)
                self.table.selectRow(number)
                return True
        return False

    @property
    def filled(self) -> int:
        """How many lines are filled."""
        return int(self.table.rowCount)

    def _fillTo(self, count: int) -> None:
        table, first = self.table, self.table.rowCount
        last = min(-(-count // PAGE) * PAGE, len(self.rows))
        if last <= first:
            return
        wasBlocked = table.blockSignals(True)
        table.setRowCount(last)
        for number in range(first, last):
            fillRow(table, number, _cells(self.rows[number], self._readings, table.palette))
        table.blockSignals(wasBlocked)

    def _scrolled(self, value: int) -> None:
        # Below the last line there is none (-1): the end is in sight.
        if self.filled < len(self.rows) and self.table.rowAt(int(self.table.height)) < 0:
            self._fillTo(self.filled + 1)


def _cells(row: SeriesRow, readings: Readings, palette: Any) -> list[Any]:
    toolTip = _toolTip(row)
    if row.reading is not None:
        texts = ("\N{DOWNWARDS ARROW WITH TIP RIGHTWARDS} " + _("Reading"), row.date, readingText(row.reading), "", "")
        cells = [cell(text, toolTip=toolTip) for text in texts]
        return greyed(cells, palette) if row.refusals else cells
    cells = [
        cell(row.patient, toolTip=toolTip),
        cell(row.date, toolTip=toolTip),
        cell(" \N{MIDDLE DOT} ".join(part for part in (row.description, row.phase) if part), toolTip=toolTip),
        cell(str(row.slices), number=True, toolTip=toolTip),
        cell(_readText(newestReading(row, readings)), toolTip=toolTip),
    ]
    return greyed(cells, palette) if row.refusals else cells


def _readText(reading: SavedReading | None) -> str:
    """The column "read": status and reader of the newest reading."""
    if reading is None:
        return ""
    status = {"draft": _("draft"), "final": _("final"), "": _("read")}[reading.status]
    return ", ".join(part for part in (status, reading.reader) if part)


def readingText(reading: SavedReading) -> str:
    """Total, category, reader, status and version of a saved reading, in one line."""
    status = {"draft": _("draft"), "final": _("final"), "": ""}[reading.status]
    version = _("version {number}").format(number=reading.version.number) if reading.version.number > 1 else ""
    total = "" if reading.agatston is None else agatston_text(reading.agatston)
    parts = (total, reading.cac_drs, reading.reader, status, version, _("replaced") if reading.replaced else "")
    return " \N{MIDDLE DOT} ".join(part for part in parts if part)


def _toolTip(row: SeriesRow) -> str:
    who = f"{row.patient} ({row.patientId})" if row.patientId else row.patient
    name = " \N{EN DASH} ".join(part for part in (who, row.date, row.description) if part)
    if row.reading is not None:
        made = row.reading.made_on.strftime("%Y-%m-%d %H:%M") if row.reading.made_on is not None else ""
        said = " \N{EN DASH} ".join(part for part in (who, made, readingText(row.reading)) if part)
        reasons = [_("This reading cannot be opened:"), *map(remarkText, row.refusals)] if row.refusals else []
        return "\n".join((said, *reasons))
    if not row.checked:
        return name
    if row.refusals:
        return "\n".join((name, _("This series cannot be scored:"), *map(remarkText, row.refusals)))
    return "\n".join((name, *map(remarkText, row.warnings)))
