"""Save to DICOM: what is chosen, why it cannot be saved, the progress, and what was written."""

import logging
from collections.abc import Callable
from typing import Any

import slicer
from slicer.i18n import tr as _

from SmartScoreLib.comparison.followup import Followup
from SmartScoreLib.database.model import Database
from SmartScoreLib.desktop.choosing.slicer_database import isOpen
from SmartScoreLib.desktop.keys import KEYS
from SmartScoreLib.desktop.remark_text import reasonsOf, remarkText
from SmartScoreLib.desktop.reporting.pdf_painter import paintWithQt
from SmartScoreLib.exports.export import ExportChoices, WrittenSeries, export, remarks_of
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import Cancelled, SmartScoreError


class Saving:
    """The last section of the panel, and the button below all of them."""

    def __init__(
        self,
        ui: Any,
        request: Callable[[], tuple[Reading, ExportChoices, Followup | None]],
        database: Callable[[], Database],
        onSaved: Callable[[tuple[WrittenSeries, ...]], None],
        tell: Callable[[str], None],
    ) -> None:
        """`request` gives what to save when the button is pressed, and the comparison that goes with it; `database`
        where to; `onSaved` is told of it, and `tell` shows how it ended.
        """
        self._ui = ui
        self._request = request
        self._database = database
        self._onSaved = onSaved
        self._tell = tell
        self._cancelled = False
        self.running = False
        self.written: tuple[WrittenSeries, ...] = ()
        ui.saveButton.connect("clicked()", self.save)
        ui.cancelButton.connect("clicked()", self.cancel)
        ui.browserButton.connect("clicked()", self.showInBrowser)
        ui.savedList.connect("itemSelectionChanged()", self._updateBrowserButton)
        ui.savedList.connect("itemDoubleClicked(QListWidgetItem*)", lambda item: self.showInBrowser())
        self.forget()

    def forget(self) -> None:
        """What was written belongs to another volume."""
        self.written = ()
        self._ui.savedList.clear()
        self._show("")
        self._setRunning(False)

    def update(self, whyNot: str) -> None:
        """Enable the button, or let its tooltip tell why it is not."""
        self._ui.saveButton.enabled = not whyNot and not self.running
        self._ui.saveButton.toolTip = whyNot or _(
            "Write the chosen series into the study of the CT, all or none. Key {key}."
        ).format(key=KEYS["save"])

    def save(self) -> None:
        """Write everything that is chosen; nothing stays if that fails or is cancelled."""
        if self.running:
            return
        self._cancelled = False
        self.written = ()
        self._ui.savedList.clear()
        self._setRunning(True)
        try:
            reading, choices, followup = self._request()
            self.written = export(reading, self._database(), choices, self._progress, paintWithQt, followup)
        except Cancelled:
            self._end(_("Cancelled. Nothing was written."))
        except SmartScoreError as error:
            self._end(_("Not saved. {reasons}").format(reasons=" ".join(reasonsOf(error))))
        else:
            self._onSaved(self.written)
            self._list()
            files = sum(one.files for one in self.written)
            self._tell(_("Saved: {series} series, {files} files.").format(series=len(self.written), files=files))
        finally:
            self._setRunning(False)

    def cancel(self) -> None:
        """Stop at the next step."""
        self._cancelled = True

    def showInBrowser(self) -> None:
        """Open the DICOM browser on the selected series."""
        row = self._ui.savedList.currentRow
        if not 0 <= row < len(self.written) or not isOpen():
            return
        uid = self.written[row].series_instance_uid
        database = slicer.dicomDatabase
        study = database.studyForSeries(uid)
        slicer.util.selectModule("DICOM")
        slicer.modules.DICOMWidget.onOpenBrowserWidget()
        tables = slicer.modules.DICOMWidget.browserWidget.dicomBrowser.dicomTableManager()
        for select, chosen in (
            (tables.setCurrentPatientsSelection, database.patientForStudy(study)),
            (tables.setCurrentStudiesSelection, study),
            (tables.setCurrentSeriesSelection, uid),
        ):
            select([chosen])
            # Each table lists what belongs to the selection of the one above it.
            slicer.app.processEvents()

    def _progress(self, done: int, total: int, what: str) -> None:
        self._ui.progressBar.setMaximum(max(total, 1))
        self._ui.progressBar.setValue(done)
        self._ui.progressBar.setFormat(what)
        slicer.app.processEvents()
        if self._cancelled:
            raise Cancelled(remark("desktop.cancelled"))

    def _list(self) -> None:
        self._ui.savedList.clear()
        for series in self.written:
            self._ui.savedList.addItem(f"{_nameOf(series)} \N{EN DASH} {_filesOf(series)}")
        repaired = [remarkText(one) for one in remarks_of(self.written)]
        for text in repaired:
            logging.warning(text)
        self._show("\n".join((*repaired, _("Written into the DICOM database:"))))
        if self.written:
            self._ui.savedList.setCurrentRow(0)

    def _end(self, text: str) -> None:
        self._show(text)
        self._tell(text)

    def _show(self, text: str) -> None:
        self._ui.savedLabel.setText(text)
        self._ui.savedLabel.setVisible(bool(text))
        self._ui.savedList.setVisible(bool(self.written))
        self._ui.browserButton.setVisible(bool(self.written))
        self._updateBrowserButton()

    def _updateBrowserButton(self) -> None:
        chosen = bool(self.written) and self._ui.savedList.currentRow >= 0
        self._ui.browserButton.enabled = chosen
        self._ui.browserButton.toolTip = (
            _("Show the selected series in the DICOM browser.") if chosen else _("Select a line above.")
        )

    def _setRunning(self, running: bool) -> None:
        self.running = running
        self._ui.progressBar.setVisible(running)
        self._ui.cancelButton.setVisible(running)
        self._ui.saveButton.enabled = not running
        # Nothing else may change the reading or the scene while files are being written.
        for part in (self._ui.sectionsWidget, self._ui.pdfButton, self._ui.csvButton, self._ui.nextButton):
            part.enabled = not running
        if running:
            self._ui.progressBar.setValue(0)
            self._ui.savedLabel.setVisible(False)


def _nameOf(series: WrittenSeries) -> str:
    names = {
        "reduced": series.description,
        "physician": _("Physician report"),
        "patient": _("Patient report"),
        "screens": _("Screen saves"),
        "physician_pdf": _("Physician report, PDF"),
        "patient_pdf": _("Patient report, PDF"),
        "segmentation": _("Marks (segmentation)"),
        "structured_report": _("Reading (structured report)"),
        "presentation": _("Outlines over the CT (presentation state)"),
    }
    return names.get(series.kind, series.description)


def _filesOf(series: WrittenSeries) -> str:
    if series.is_document:
        return _("1 document")
    return _("1 image") if series.files == 1 else _("{count} images").format(count=series.files)
