"""The section in which the report is looked at, its text is copied, and slices for screen saves are chosen."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import qt
import slicer
from slicer.i18n import tr as _

from SmartScoreLib.comparison.followup import Followup
from SmartScoreLib.desktop.cells import shareByText
from SmartScoreLib.desktop.current import Current
from SmartScoreLib.desktop.reporting.report_preview import ReportPreview, Request
from SmartScoreLib.desktop.views.views import shownSlice
from SmartScoreLib.reading.model import Reading

TEMPLATE_SETTING = "SmartScore/TextTemplate"
"""Where the settings of the application name the template of a site for the text of the report."""


class ReportingSection:
    """The preview, the text for a dictation, and the slices that are saved with it.

    Attributes:
        preview: the pages and screen saves.
    """

    def __init__(self, ui: Any, current: Current, followup: Callable[[Reading], Followup | None]) -> None:
        """`followup` gives the comparison of a reading with an earlier scan, where one is open."""
        self._current = current
        self._followup = followup
        self.preview = ReportPreview(ui, self._toDraw)
        ui.pdfButton.connect("clicked()", self.askForPdf)
        ui.copyTextButton.connect("clicked()", self.copyText)
        ui.addViewButton.connect("clicked()", self.addShownSlice)
        ui.addAllButton.connect("clicked()", self.addSlicesWithLesions)
        shareByText(ui.addViewButton, ui.addAllButton, ui.clearScreensButton)
        ui.clearScreensButton.connect("clicked()", lambda: current.settings.clearScreens())

    def copyText(self) -> None:
        """Put the report as sentences on the clipboard: as plain text, and with bold headings for what takes HTML."""
        from SmartScoreLib.reading.read import refuse_without_result
        from SmartScoreLib.reports.dictation.report_text import report_text
        from SmartScoreLib.reports.dictation.template import read_template

        session = self._current.session
        if session is None:
            return
        with self._current.reported():
            reading = session.reading()
            refuse_without_result(reading)
            own = str(slicer.util.settingsValue(TEMPLATE_SETTING, "") or "")
            template = read_template(Path(own)) if own else None
            text = report_text(reading, self._current.settings.language(), template, self._followup(reading))
            copied = qt.QMimeData()
            copied.setText(text.plain)
            copied.setHtml(text.html)
            slicer.app.clipboard().setMimeData(copied)
            self._current.tell(_("The text of the report was copied."))

    def askForPdf(self) -> None:
        """Ask for a file, and save both reports there as PDF unless the user cancels."""
        chosen = qt.QFileDialog.getSaveFileName(
            slicer.util.mainWindow(), _("Save report"), "smartscore.pdf", _("PDF documents (*.pdf)")
        )
        # PySide gives a pair, PythonQt the name alone.
        name = chosen if isinstance(chosen, str) else chosen[0]
        if name:
            self.savePdf(Path(name))

    def savePdf(self, path: Path) -> None:
        """Save both reports as PDF, in the language that is chosen."""
        session = self._current.session
        if session is not None:
            with self._current.reported(wait=True):
                followup = self._followup(session.reading())
                (written,) = session.saveReport(path, self._current.settings.language(), followup)
                self._current.tell(_("Saved: {file}").format(file=written))

    def addShownSlice(self) -> None:
        """Choose the slice in the large view for a screen save."""
        session = self._current.session
        index = shownSlice(session.volumeNode, session.series.geometry) if session is not None else None
        self._current.settings.addScreens(() if index is None else (index,))

    def addSlicesWithLesions(self) -> None:
        """Choose every slice that holds a lesion."""
        session = self._current.session
        self._current.settings.addScreens(session.slicesWithLesions() if session is not None else ())

    def _toDraw(self) -> Request | None:
        if self._current.session is None:
            return None
        settings, reading = self._current.settings, self._current.session.reading()
        return reading, settings.language(), settings.screens() or None, self._followup(reading)
