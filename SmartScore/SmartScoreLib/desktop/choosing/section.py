"""The first section of the panel: a series of the database, or the phantom, becomes the volume that is read."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import qt
import slicer
from slicer.i18n import tr as _

from SmartScoreLib.desktop.cells import shareByText
from SmartScoreLib.desktop.choosing import slicer_database
from SmartScoreLib.desktop.choosing.importing import importFolder
from SmartScoreLib.desktop.choosing.reading_menu import ReadingMenu
from SmartScoreLib.desktop.choosing.series_list import SeriesList
from SmartScoreLib.desktop.current import Current
from SmartScoreLib.desktop.remark_text import remarkText
from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.scene.phantom_sample import importPhantom
from SmartScoreLib.scene.readings.closing import closeExam
from SmartScoreLib.scene.readings.saved import openSaved
from SmartScoreLib.scene.series_rows import SeriesRow, candidates, checked, readable_name
from SmartScoreLib.scene.session import ReadingSession, openedBefore
from SmartScoreLib.scene.volumes import volumeFromSeries
from SmartScoreLib.series.load import load_series
from SmartScoreLib.series.model import CTSeries


class ChoosingSection:
    """The list of series, and the buttons beside it.

    Attributes:
        series: the list.
        readings: the menu of the readings of the volume.
    """

    def __init__(
        self, ui: Any, current: Current, onDatabase: Callable[[], None], onLoaded: Callable[[Any, CTSeries], None]
    ) -> None:
        """`onDatabase` is called when the database was opened or closed, `onLoaded` with a volume and the series that
        it was made of.
        """
        self._ui = ui
        self._current = current
        self._onLoaded = onLoaded
        self.series = SeriesList(ui, self.loadSeries, self.openReading, onDatabase)
        self.readings = ReadingMenu(ui, current)
        shareByText(ui.loadButton, ui.refreshButton)
        shareByText(ui.importButton, ui.phantomButton)
        ui.databaseButton.connect("clicked()", self.openDatabase)
        ui.importButton.connect("clicked()", self.askForFolder)
        ui.phantomButton.connect("clicked()", self.loadPhantom)
        ui.nextButton.connect("clicked()", self.openNext)

    def fold(self) -> None:
        """A volume is read: its name in the title is enough, and what is needed for marking comes into sight."""
        self._ui.seriesSection.collapsed = True

    def update(self) -> None:
        """Show what is read in the title of the fold."""
        self.readings.update()
        session = self._current.session
        title = _("Series") if session is None else titleOf(session)
        self._ui.seriesSection.text = title
        self._ui.seriesSection.toolTip = title if session is not None else ""  # a narrow panel cuts it

    def openDatabase(self) -> None:
        """Open Slicer's DICOM database, or create it where Slicer wants it."""
        self._openedDatabase()

    def _openedDatabase(self) -> bool:
        """Whether it is open now; else the line above the list says why not."""
        if slicer_database.isOpen():
            return True
        folder = slicer_database.intendedFolder()
        whyNot = slicer_database.openDatabase(folder) if folder else _("Open one in Slicer's DICOM module.")
        self.series.refresh()
        if whyNot:
            self._ui.databaseLabel.setText(whyNot)
        return not whyNot

    def askForFolder(self) -> None:
        """Ask for a folder with DICOM files, and import it unless the user cancels."""
        folder = qt.QFileDialog.getExistingDirectory(slicer.util.mainWindow(), _("Import DICOM folder"))
        if folder:
            self.importFolder(Path(str(folder)))

    def importFolder(self, folder: Path) -> None:
        """Copy a folder into the database; what is scorable alone is loaded at once."""
        if not self._openedDatabase():
            return
        with self._current.reported(wait=True):
            new = importFolder(slicer.dicomDatabase, folder, self._current.showProgress)
            self.series.refresh()
            self.series.finish()
            usable = [row for row in self.series.rows if row.series_instance_uid in new and row.loadable]
            if usable:
                self.series.select(usable[0].key)
            if len(usable) == 1:
                self.series.load()
            else:
                self._current.tell(
                    _("{imported} series were imported, {usable} of them can be scored. Choose one above.").format(
                        imported=len(new), usable=len(usable)
                    )
                )

    def loadSeries(self, row: SeriesRow) -> None:
        """Read a series of the database and show it; one that is open already is shown with its reading."""
        with self._current.reported(wait=True):
            for candidate in candidates(slicer.dicomDatabase, row.series_instance_uid):
                if candidate.label == row.label and candidate.scorable:
                    already = openedBefore(candidate, slicer.mrmlScene)
                    if already is not None:
                        self._current.settings.parameterNode.inputVolume = already
                        self._current.tell(_("This series is open already: its reading is shown."))
                        return
                    series = load_series(candidate)
                    self._onLoaded(volumeFromSeries(series, slicer.mrmlScene), series)
                    return
            self._current.tell(_("The series has changed since it was listed. Press Refresh."))

    def readSeries(self, seriesInstanceUid: str) -> None:
        """Read a series of the database that nobody has read; of several volumes the first that can be scored."""
        found = next((one for one in self.series.everySeries() if one.series_instance_uid == seriesInstanceUid), None)
        rows = checked(slicer.dicomDatabase, found) if found is not None else ()
        usable = [one for one in rows if one.loadable]
        if usable:
            self.loadSeries(usable[0])
        else:
            reasons = [remarkText(reason) for one in rows for reason in one.refusals]
            self._current.tell("\n".join(reasons) or _("The series has changed since it was listed. Press Refresh."))

    def openNext(self) -> None:
        """Load the next series that nobody has read; the exam before is closed, unless something of it is not saved."""
        before = self._current.session
        after = (before.series.series_instance_uid, before.series.label) if before is not None else None
        left = before.volumeNode if before is not None else None
        with self._current.reported(wait=True):
            if not self.series.loadNext(after):
                self._current.tell(_("There is no other series without a reading in this list."))
                return
            now = self._current.session
            if before is None or left is None or now is None or now.volumeNode is left:
                return
            if before.unsaved:
                self._current.tell(
                    _("The reading of {patient} is not saved: it stays open, under Volume.").format(
                        patient=readable_name(before.description.patient.name)
                    )
                )
            else:
                closeExam(left)

    def openReading(self, saved: SavedReading) -> None:
        """Open a saved reading as it was, on its series."""
        with self._current.reported(wait=True):
            volume, marks = openSaved(saved, slicer.mrmlScene, self._current.showProgress)
            node = self._current.settings.parameterNode
            with slicer.util.NodeModify(node):
                node.inputVolume, node.marks = volume, marks
            if saved.replaced:
                self._current.tell(_("A newer version of this reading was saved."))

    def loadPhantom(self) -> None:
        """Put a phantom into the database and show it."""
        if not self._openedDatabase():
            return
        with self._current.reported(wait=True):
            database = slicer_database.SlicerDatabase(slicer.dicomDatabase)
            uid = importPhantom(database, self._current.showProgress)
            self.series.refresh()
            self.series.finish()
            if self.series.select((uid, "")):
                self.series.load()


def titleOf(session: ReadingSession) -> str:
    """Title of the section: whose series is read, and from when; a volume without DICOM by its name."""
    patient, study = session.description.patient, session.description.study
    day = study.study_date.isoformat() if study.study_date is not None else ""
    known = [readable_name(patient.name) if patient.name else "", patient.patient_id, day]
    text = " \N{MIDDLE DOT} ".join(part for part in known if part)
    return _("Series: {which}").format(which=text or session.volumeNode.GetName())
