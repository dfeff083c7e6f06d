"""Table cells, labels and rows of buttons as the panel shows them."""

from typing import Any

import qt

from SmartScoreLib.desktop.resized import Resized
from SmartScoreLib.lesions.territories import Territory

_AROUND_TEXT = 10
"""Pixels of a button beside its text."""


def cell(text: str, *, number: bool = False, toolTip: str = "") -> Any:
    """A cell that cannot be edited; numbers stand to the right."""
    item = qt.QTableWidgetItem(text)
    if number:
        item.setTextAlignment(qt.Qt.AlignRight | qt.Qt.AlignVCenter)
    if toolTip:
        item.setToolTip(toolTip)
    return item


def greyed(cells: list[Any], palette: Any) -> list[Any]:
    """The cells in the color of what is off: listed, but it does not count."""
    for item in cells:
        item.setForeground(palette.brush(qt.QPalette.Disabled, qt.QPalette.Text))
    return cells


def colorIcon(territory: Territory, size: tuple[int, int] = (12, 12)) -> Any:
    """A rectangle in the territory's color; the size is (width, height) in pixels."""
    pixmap = qt.QPixmap(*size)
    pixmap.fill(qt.QColor(*territory.color))
    return qt.QIcon(pixmap)


def fillRow(table: Any, row: int, cells: list[Any]) -> None:
    """Put cells into a row of a table."""
    for column, item in enumerate(cells):
        table.setItem(row, column, item)


def fitColumns(table: Any, *stretched: int) -> None:
    """Columns as wide as their contents, some share what is left; rows as high as a line of text."""
    header = table.horizontalHeader()
    for column in range(table.columnCount):
        mode = qt.QHeaderView.Stretch if column in stretched else qt.QHeaderView.ResizeToContents
        header.setSectionResizeMode(column, mode)
    header.setMinimumSectionSize(24)
    header.setHighlightSections(False)
    table.verticalHeader().setDefaultSectionSize(rowHeight(table))


def hideWhenNarrow(table: Any, column: int, characters: int) -> Resized:
    """Hide a column while a table is narrower than so many letters, so that what the lines are about stays legible.

    What is returned watches the table as long as it is kept.
    """

    def fit() -> None:
        table.setColumnHidden(column, int(table.width) < characters * int(table.fontMetrics().averageCharWidth()))

    return Resized(table, fit)


def showLabel(label: Any, text: str) -> None:
    """Show a text; a label without text takes no room.

    It must not be part of a QFormLayout, which writes beside its memory for a hidden label that wraps words.
    """
    label.setText(text)
    label.setVisible(bool(text))


def shareByText(*buttons: Any) -> None:
    """Let buttons beside each other share their row by the length of what they say; a narrow panel cuts less then."""
    for button in buttons:
        policy = qt.QSizePolicy(qt.QSizePolicy.Ignored, qt.QSizePolicy.Fixed)
        wide = int(button.fontMetrics().horizontalAdvance(button.text)) + _AROUND_TEXT
        policy.setHorizontalStretch(min(wide // 2, 255))
        button.setSizePolicy(policy)


def showChosen(button: Any, chosen: bool) -> None:
    """Color a button that stays pressed: a dark style hardly tells it from the others."""
    palette = qt.QPalette()
    if chosen:
        palette.setColor(qt.QPalette.Button, palette.color(qt.QPalette.Highlight))
        palette.setColor(qt.QPalette.ButtonText, palette.color(qt.QPalette.HighlightedText))
    button.setPalette(palette)


def showWhole(label: Any) -> None:
    """Give a label in a layout within a form all the width there is; it asks for none of its own."""
    label.setSizePolicy(qt.QSizePolicy.Expanding, qt.QSizePolicy.Preferred)
    label.setMinimumWidth(1)


def rowHeight(table: Any) -> int:
    """Pixels of a row: a line of text with a little air."""
    return int(table.fontMetrics().height()) + 6


def fitHeight(table: Any, least: int, most: int) -> None:
    """As high as the rows it has, within limits; beyond that it scrolls."""
    rows = min(max(table.rowCount, least), most)
    table.setFixedHeight((rows + 1) * rowHeight(table) + 8)
