"""The scores by territory and in total."""

from typing import Any

from slicer.i18n import tr as _

from SmartScoreLib.desktop.cells import cell, colorIcon, fillRow, fitColumns, fitHeight
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.scoring.model import ScoreSheet, TerritoryScore, TotalScore
from SmartScoreLib.scoring.rounding import agatston_text, mass_text, volume_text

MASS_COLUMN = 4


class ScoreTable:
    """A score sheet in a QTableWidget."""

    def __init__(self, table: Any) -> None:
        """Take the table of the panel."""
        self.table = table
        fitColumns(table, 0)
        self.update(None)

    def update(self, sheet: ScoreSheet | None) -> None:
        """Coronary territories, the total in bold, then what is measured apart."""
        coronary, apart = scoreRows(sheet) if sheet is not None else ([], [])
        self.table.setColumnHidden(MASS_COLUMN, sheet is None or sheet.protocol.mass_factor is None)
        self.table.clearSpans()
        self.table.setRowCount(0)
        self.table.setRowCount(len(coronary) + len(apart) + bool(apart))
        for row, (key, texts) in enumerate(coronary):
            self._fill(row, key, texts)
        if apart:
            self.table.setItem(len(coronary), 0, cell(_("Not part of the total")))
            self.table.setSpan(len(coronary), 0, 1, self.table.columnCount)
        for row, (key, texts) in enumerate(apart, len(coronary) + bool(apart)):
            self._fill(row, key, texts)
        fitHeight(self.table, 1, 99)
        self.table.setVisible(bool(coronary))

    def _fill(self, row: int, key: str, texts: list[str]) -> None:
        cells = [cell(texts[0]), *(cell(text, number=True) for text in texts[1:])]
        if key:
            cells[0].setIcon(colorIcon(BY_KEY[key]))
        else:
            font = self.table.font
            font.setBold(True)
            for item in cells:
                item.setFont(font)
        fillRow(self.table, row, cells)


Row = tuple[str, list[str]]
"""Territory key ("" for the total) and the texts: name, lesions, Agatston, volume, mass."""


def scoreRows(sheet: ScoreSheet) -> tuple[list[Row], list[Row]]:
    """The coronary territories with their total, and what was found outside of them."""
    shown = [t for t in sheet.territories if t.lesions or BY_KEY[t.key].always_shown]
    coronary = [(t.key, _texts(sheet, BY_KEY[t.key].name, t)) for t in shown if t.counts]
    apart = [(t.key, _texts(sheet, BY_KEY[t.key].name, t)) for t in sheet.territories if not t.counts and t.lesions]
    return [*coronary, ("", _texts(sheet, _("Coronary total"), sheet.total))], apart


def _texts(sheet: ScoreSheet, name: str, score: TerritoryScore | TotalScore) -> list[str]:
    if not sheet.is_result(score):  # nobody has read it: that is no zero
        return [name, *["\N{EN DASH}"] * MASS_COLUMN]
    return [
        name,
        str(score.lesions),
        agatston_text(score.agatston),
        volume_text(score.volume_mm3),
        "" if score.mass_mg is None else mass_text(score.mass_mg),
    ]


def tabText(sheet: ScoreSheet) -> str:
    """The table for the clipboard: tabs between cells, as spreadsheets take it."""
    head = [_("Territory"), _("Lesions"), _("Agatston"), _("Volume (mm³)"), _("Mass (mg)")]
    coronary, apart = scoreRows(sheet)
    lines = [head, *(texts for _key, texts in coronary)]
    if apart:
        lines += [[_("Not part of the total")], *(texts for _key, texts in apart)]
    last = MASS_COLUMN if sheet.protocol.mass_factor is None else MASS_COLUMN + 1
    return "\n".join("\t".join(line[:last]) for line in lines) + "\n"
