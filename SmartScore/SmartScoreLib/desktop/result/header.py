"""The frame on top of the panel, which no scrolling moves: the result, its remarks, the answer to the last action."""

from typing import Any

import qt

from SmartScoreLib.desktop.cells import showLabel
from SmartScoreLib.desktop.resized import Resized
from SmartScoreLib.desktop.result.line import ResultLine

TOTAL_SCALE = 1.7
"""How much larger than other text the total is written."""
ANSWER_LINES = 2
"""Room that is kept for answers, so that what is below does not move with each of them."""


class Header:
    """Shows a ResultLine, and what is told."""

    def __init__(self, ui: Any) -> None:
        """Take the labels of the form."""
        self._ui = ui
        font = ui.resultTotalLabel.font
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * TOTAL_SCALE)
        ui.resultTotalLabel.setFont(font)
        self._remark = ""
        self._resized = Resized(ui.remarksLabel, self._showRemark)
        ui.guidanceLabel.setMinimumHeight(ANSWER_LINES * int(ui.guidanceLabel.fontMetrics().height()))

    def update(self, line: ResultLine) -> None:
        """Show the result."""
        ui = self._ui
        ui.resultTotalLabel.setText(line.total)
        first = " \N{MIDDLE DOT} ".join(part for part in (line.category, line.percentile) if part)
        ui.resultLabel.setText("\n".join(part for part in (first, line.details) if part))
        showLabel(ui.proposalsLabel, line.proposals)
        ui.resultLabel.toolTip = line.reason
        gravest, more = line.remarks[0] if line.remarks else "", len(line.remarks) - 1
        sign = "\N{WARNING SIGN} " if gravest else ""
        self._remark = sign + (f"(+{more}) " if more > 0 else "") + gravest.replace("\n", " ")
        self._showRemark()
        ui.remarksLabel.toolTip = "\n".join(line.remarks)

    def _showRemark(self) -> None:
        """One line, whose end is left out visibly where the panel is too narrow; the tooltip has all of it."""
        label = self._ui.remarksLabel
        showLabel(label, self._remark)
        if label.isVisible():
            label.setText(label.fontMetrics().elidedText(self._remark, qt.Qt.ElideRight, int(label.width)))

    def tell(self, text: str) -> None:
        """Show the answer to the last action, or what to do next; without either the room stays."""
        self._ui.guidanceLabel.setText(text)
