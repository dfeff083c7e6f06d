"""The list of lesions: a click jumps to one, Delete removes it, a digit gives it to another territory.

Marks that count nothing stand behind them in grey: whoever marked something finds it again.
"""

from collections.abc import Callable
from typing import Any

import qt

from SmartScoreLib.desktop.cells import cell, colorIcon, fillRow, fitColumns, fitHeight, greyed, hideWhenNarrow
from SmartScoreLib.desktop.remark_text import remarkText
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.scene.session import ReadingSession
from SmartScoreLib.scoring.left_out import LeftOut
from SmartScoreLib.scoring.model import LesionScore
from SmartScoreLib.scoring.rounding import agatston_text, volume_text

NO_SCORE = "\N{EN DASH}"
VOLUME_COLUMN = 3
ALL_CHARACTERS = 46
"""Room that all columns need."""

Listed = LesionScore | LeftOut


class LesionList:
    """The lesions of a score sheet in a QTableWidget."""

    def __init__(self, table: Any, onSelected: Callable[[Listed], None], onDelete: Callable[[Listed], None]) -> None:
        """`onSelected` is given the lesion to jump to, `onDelete` the one to remove."""
        self.table = table
        self._onSelected = onSelected
        self._onDelete = onDelete
        self.lesions: tuple[Listed, ...] = ()
        fitColumns(table, 0)
        self._narrow = hideWhenNarrow(table, VOLUME_COLUMN, ALL_CHARACTERS)
        table.connect("cellClicked(int,int)", self._clicked)
        self._delete = qt.QShortcut(table)
        self._delete.setKey(qt.QKeySequence("Delete"))
        self._delete.setContext(qt.Qt.WidgetShortcut)
        self._delete.connect("activated()", self.deleteSelected)

    def update(self, session: ReadingSession | None) -> None:
        """Show the lesions; the selected one stays selected if it is still there."""
        before = self.selected()
        self.lesions = (*session.sheet.lesions, *session.leftOut) if session is not None else ()
        self.table.setRowCount(len(self.lesions))
        for row, lesion in enumerate(self.lesions):
            fillRow(self.table, row, _cells(lesion, self.table.palette))
        fitHeight(self.table, 1, 9)
        self.table.clearSelection()
        if before is not None:
            self._select(_closest(self.lesions, before))

    def selected(self) -> Listed | None:
        """The selected lesion."""
        rows = self.table.selectionModel().selectedRows()
        row = rows[0].row() if rows else -1
        return self.lesions[row] if 0 <= row < len(self.lesions) else None

    def hasFocus(self) -> bool:
        """Whether keys go to the list."""
        return bool(self.table.hasFocus())

    def step(self, by: int) -> None:
        """Select the next or previous lesion and jump to it; after the last comes the first."""
        if self.lesions:
            current = self.selected()
            # From nothing the next lesion is the first, the previous one the last.
            row = self.lesions.index(current) + by if current is not None else min(by, 0)
            self._select(row % len(self.lesions))
            # A digit means the same after a step as after a click in the list.
            self.table.setFocus()
            self._onSelected(self.lesions[row % len(self.lesions)])

    def deleteSelected(self) -> None:
        """Remove the selected lesion."""
        lesion = self.selected()
        if lesion is not None:
            self._onDelete(lesion)

    def _select(self, row: int | None) -> None:
        if row is not None:
            self.table.selectRow(row)

    def _clicked(self, row: int, column: int) -> None:
        if 0 <= row < len(self.lesions):
            self._onSelected(self.lesions[row])


def _cells(lesion: Listed, palette: Any) -> list[Any]:
    territory = BY_KEY[lesion.territory]
    score, toolTip = (
        (NO_SCORE, remarkText(lesion.reason))
        if isinstance(lesion, LeftOut)
        else (agatston_text(lesion.agatston), territory.name)
    )
    numbers = (sliceRange(lesion.slices), f"{lesion.peak_hu:.0f}", volume_text(lesion.volume_mm3), score)
    first = cell(lesion.territory, toolTip=toolTip)
    first.setIcon(colorIcon(territory))
    cells = [first, *(cell(text, number=True, toolTip=toolTip) for text in numbers)]
    return greyed(cells, palette) if isinstance(lesion, LeftOut) else cells


def sliceRange(slices: tuple[int, ...]) -> str:
    """Slices counted from 1 = the most inferior, as on the pages: "12" or "12-15"."""
    first, last = min(slices) + 1, max(slices) + 1
    return str(first) if first == last else f"{first}-{last}"


def _closest(lesions: tuple[Listed, ...], lesion: Listed) -> int | None:
    """The lesion at the place of another one, whatever its territory or size have become since."""
    for row, other in enumerate(lesions):
        if max(abs(a - b) for a, b in zip(other.centroid_lps_mm, lesion.centroid_lps_mm, strict=True)) < 1:
            return row
    return None
