"""The frame on top of the panel, which no scrolling moves: the result, its remarks, the answer to the last action."""

from typing import Any

from SmartScoreLib.desktop.cells import showLabel
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
        showLabel(ui.remarksLabel, sign + (f"(+{more}) " if more > 0 else "") + gravest.replace("\n", " "))
        ui.remarksLabel.toolTip = "\n".join(line.remarks)

    def tell(self, text: str) -> None:
        """Show the answer to the last action, or what to do next; without either the room stays."""
        self._ui.guidanceLabel.setText(text)
