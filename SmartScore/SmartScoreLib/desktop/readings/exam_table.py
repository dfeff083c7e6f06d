"""The table of readings: exams by state."""

from collections.abc import Callable, Sequence
from typing import Any

import qt

from SmartScoreLib.comparison.agreement.exam_state import State
from SmartScoreLib.desktop.cells import cell, fillRow, fitColumns, fitHeight, hideWhenNarrow
from SmartScoreLib.desktop.readings.exams import Exam, readersText, stateText, toolTip, totalsText

PATIENT_COLUMN, TOTAL_COLUMN = 0, 4
ALL_CHARACTERS = 52
"""Room that all columns need; the tooltip of a line has the total too."""


class ExamTable:
    """Exams in a QTableWidget, all of them or those of one state."""

    def __init__(self, table: Any, onSelected: Callable[[], None], onOpen: Callable[[Exam], None]) -> None:
        """`onSelected` is called when another row is selected, `onOpen` is given the one that was double-clicked."""
        self._table = table
        self._onOpen = onOpen
        self._exams: tuple[Exam, ...] = ()
        self.rows: list[Exam] = []
        fitColumns(table, PATIENT_COLUMN)
        self._narrow = hideWhenNarrow(table, TOTAL_COLUMN, ALL_CHARACTERS)
        table.connect("itemSelectionChanged()", onSelected)
        table.connect("cellDoubleClicked(int,int)", self._opened)

    def show(self, exams: Sequence[Exam], state: State | None) -> None:
        """Show those of a state, all if it is None; what was selected stays selected if it is still there."""
        before = self.selected()
        self._exams = tuple(exams)
        self.rows = [one for one in self._exams if state is None or one.shown.state == state]
        table = self._table
        wasBlocked = table.blockSignals(True)
        table.clearSelection()
        table.setRowCount(len(self.rows))
        for number, one in enumerate(self.rows):
            fillRow(table, number, _cells(one))
        fitHeight(table, 2, 8)
        table.blockSignals(wasBlocked)
        if before is not None:
            self.select(before.series.key)

    def selected(self) -> Exam | None:
        """The selected exam."""
        rows = self._table.selectionModel().selectedRows()
        row = rows[0].row() if rows else -1
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def select(self, key: tuple[str, str]) -> bool:
        """Select an exam by the key of its series; False if it is not shown."""
        for number, one in enumerate(self.rows):
            if one.series.key == key:
                self._table.selectRow(number)
                return True
        return False

    def count(self, state: State) -> int:
        """How many exams have a state."""
        return sum(one.shown.state == state for one in self._exams)

    def _opened(self, row: int, column: int) -> None:
        if 0 <= row < len(self.rows):
            self._onOpen(self.rows[row])


def _cells(one: Exam) -> list[Any]:
    tip = toolTip(one)
    state = cell(stateText(one), toolTip=tip)
    if one.shown.state in ("unread", "disagreement"):
        font = qt.QFont(state.font())
        font.setBold(True)
        state.setFont(font)
    return [
        cell(one.series.patient, toolTip=tip),
        cell(one.series.date, toolTip=tip),
        state,
        cell(readersText(one), toolTip=tip),
        cell(totalsText(one), number=True, toolTip=tip),
    ]
