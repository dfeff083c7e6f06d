"""The section in which scores are read, copied and saved as a table."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import qt
import slicer
from slicer.i18n import tr as _

from SmartScoreLib.desktop import texts
from SmartScoreLib.desktop.cells import showLabel, showWhole
from SmartScoreLib.desktop.current import Current
from SmartScoreLib.desktop.scores.score_table import ScoreTable, tabText
from SmartScoreLib.reading.results import score_csv
from SmartScoreLib.scoring.model import ScoringProtocol
from SmartScoreLib.scoring.protocol_file import read_protocol
from SmartScoreLib.whole_file import whole_file


class ScoresSection:
    """The table, what it means for this person, and the ways to take it elsewhere."""

    def __init__(self, ui: Any, current: Current, onRules: Callable[[ScoringProtocol], None]) -> None:
        """`onRules` is given rules that were read from a file."""
        self._ui = ui
        self._current = current
        self.table = ScoreTable(ui.scoreTable)
        showWhole(ui.personLabel)
        ui.copyButton.connect("clicked()", self.copy)
        ui.csvButton.connect("clicked()", self.askForCsv)
        ui.rulesFileButton.connect("clicked()", self.askForRules)
        self._onRules = onRules

    def update(self) -> None:
        """Show the scores of the reading."""
        session = self._current.session
        self.table.update(session.sheet if session is not None else None)
        for name, text in texts.labels(session).items():
            showLabel(getattr(self._ui, name), text)

    def copy(self) -> None:
        """Put the table on the clipboard."""
        if self._current.session is not None:
            slicer.app.clipboard().setText(tabText(self._current.session.sheet))

    def askForRules(self) -> None:
        """Ask for a file of rules, and score by them unless the user cancels."""
        chosen = qt.QFileDialog.getOpenFileName(
            slicer.util.mainWindow(), _("Rules from a file"), "", _("Rules as JSON (*.json)")
        )
        name = chosen if isinstance(chosen, str) else chosen[0]
        if name:
            self.readRules(Path(name))

    def readRules(self, path: Path) -> None:
        """Score by the rules of a file."""
        with self._current.reported():
            self._onRules(read_protocol(path))

    def askForCsv(self) -> None:
        """Ask for a file, and save the scores there unless the user cancels."""
        chosen = qt.QFileDialog.getSaveFileName(
            slicer.util.mainWindow(), _("Save scores"), "smartscore.csv", _("Comma-separated values (*.csv)")
        )
        # PySide gives a pair, PythonQt the name alone.
        name = chosen if isinstance(chosen, str) else chosen[0]
        if name:
            self.saveCsv(Path(name))

    def saveCsv(self, path: Path) -> None:
        """Save the scores with rules and warnings as CSV."""
        if self._current.session is not None:
            with self._current.reported():
                with whole_file(path) as file:
                    file.write_text(score_csv(self._current.session.reading()), encoding="utf-8")
                self._current.tell(_("Saved: {file}").format(file=path))
