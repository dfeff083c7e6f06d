"""The list of CT series of the DICOM database: shown at once; headers and saved readings are looked into one after
another while nothing else happens.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import qt
import slicer
from slicer.i18n import tr as _

from SmartScoreLib.database.folder import FolderDatabase
from SmartScoreLib.desktop import texts
from SmartScoreLib.desktop.choosing import slicer_database
from SmartScoreLib.desktop.choosing.series_table import SeriesTable
from SmartScoreLib.desktop.remark_text import reasonsOf, remarkText
from SmartScoreLib.reading.saved.find import in_order, readings_in
from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.remarks.errors import SmartScoreError
from SmartScoreLib.scene.series_rows import SeriesRow, checked, listed, readingRows, reports
from SmartScoreLib.scene.worklist import COLUMNS, Order, Readings, arranged, nextUnread

TYPING_MS = 150
"""The list follows the search once nobody has typed for so long."""
READINGS_TO_FILL = 20
"""Lines are filled again after so many saved readings were looked into, not after each."""


class SeriesList:
    """Database line, search, table and buttons of the first section.

    Attributes:
        seen: of saved readings, those that may be shown to who looks.
        onKnown: called when series and readings are known, and when they are known anew.
    """

    def __init__(
        self,
        ui: Any,
        onLoad: Callable[[SeriesRow], None],
        onOpen: Callable[[SavedReading], None],
        onDatabase: Callable[[], None],
    ) -> None:
        """`onLoad` is given the row to load, `onOpen` the saved reading to open; `onDatabase` is called when the
        database was opened or closed.
        """
        self._ui = ui
        self._onLoad = onLoad
        self._onOpen = onOpen
        self._onDatabase = onDatabase
        self._wasOpen = slicer_database.isOpen()
        self.seen: Callable[[tuple[SavedReading, ...]], tuple[SavedReading, ...]] = lambda readings: readings
        self.onKnown: Callable[[], None] = lambda: None
        self._table = SeriesTable(ui.seriesTable)
        self._series: tuple[SeriesRow, ...] = ()
        self._verdicts: dict[tuple[str, int], tuple[SeriesRow, ...]] = {}
        self._reports: list[Path] = []
        self._readings: dict[Path, tuple[SavedReading, ...]] = {}
        self._held: frozenset[str] = frozenset()
        self._order = Order()
        self._connected = False
        # One object for connecting and disconnecting: PythonQt compares slots by identity.
        self._changed = self._databaseChanged
        self._typing = _timer(TYPING_MS, self._arrange)
        ui.seriesTable.connect("itemSelectionChanged()", self._updateButtons)
        ui.seriesTable.connect("cellDoubleClicked(int,int)", lambda row, column: self.load())
        ui.seriesTable.horizontalHeader().setSectionsClickable(True)
        ui.seriesTable.horizontalHeader().sectionClicked.connect(self._sortBy)
        ui.loadButton.connect("clicked()", self.load)
        ui.refreshButton.connect("clicked()", self._lookAgain)
        ui.searchEdit.connect("textChanged(QString)", lambda text: self._typing.start())
        ui.unreadCheckBox.connect("toggled(bool)", lambda checked: self._arrange())
        # One series per turn of the event loop, so that the panel never stands still.
        self._timer = _timer(0, self._lookOn)
        self._late = _timer(300, self.refresh)

    @property
    def rows(self) -> list[SeriesRow]:
        """Every line that matches, in its order."""
        return self._table.rows

    def enter(self) -> None:
        """Show what the database holds now, and follow it."""
        database = getattr(slicer, "dicomDatabase", None)
        if database is not None and not self._connected:
            for signal in ("databaseChanged()", "opened()", "closed()"):
                database.connect(signal, self._changed)
            self._connected = True
        self.refresh()

    def exit(self) -> None:
        """Stop following the database."""
        for timer in (self._timer, self._late, self._typing):
            timer.stop()
        database = getattr(slicer, "dicomDatabase", None)
        if database is not None and self._connected:
            for signal in ("databaseChanged()", "opened()", "closed()"):
                database.disconnect(signal, self._changed)
        self._connected = False

    def refresh(self) -> None:
        """List the series again; verdicts that are known stay."""
        isOpen = slicer_database.isOpen()
        self._ui.databaseFrame.setVisible(not isOpen)
        self._ui.databaseLabel.setText("" if isOpen else _("No DICOM database is open."))
        folder = slicer_database.intendedFolder()
        self._ui.databaseButton.toolTip = _("Open the DICOM database in {folder}, or create it there.").format(
            folder=folder or _("the folder that Slicer is set to use")
        )
        for part in (self._ui.seriesTable, self._ui.searchEdit, self._ui.unreadCheckBox):
            part.setVisible(isOpen)
        self._series, self._reports = (), []
        if isOpen:
            try:
                tables = FolderDatabase(Path(slicer.dicomDatabase.databaseDirectory))
                self._series = listed(tables)
                self._forgetReadings(frozenset(tables.series_instance_uids()))
                self._reports = [file for file in reports(tables) if file not in self._readings]
            except SmartScoreError as error:
                self._ui.databaseFrame.setVisible(True)
                self._ui.databaseLabel.setText("\n".join(reasonsOf(error)))
        self._arrange()
        self._timer.start()
        if isOpen != self._wasOpen:
            self._wasOpen = isOpen
            self._onDatabase()

    def _forgetReadings(self, held: frozenset[str]) -> None:
        """Look into readings again that may lack something now, or no longer."""
        if self._held - held:
            self._readings.clear()
        self._held = held
        lacking = [file for file, found in self._readings.items() if any(one.remarks for one in found)]
        for file in lacking:
            del self._readings[file]

    def saved(self, reading: SavedReading) -> None:
        """A reading was saved and looked into just now: once it is listed, nobody need look into it again."""
        self._readings[reading.file] = (reading,)

    def finish(self) -> None:
        """Look into every reading and every line that is filled now."""
        while self._lookIntoReadings() or self._checkOne():
            pass

    def selected(self) -> SeriesRow | None:
        """The selected row."""
        return self._table.selected()

    def select(self, key: tuple[str, str]) -> bool:
        """Select a series by its UID and label, whatever is searched for; False if the database does not hold it."""
        if self._table.select(key):
            return True
        if self._order == Order():
            return False
        self._order = Order()
        self._ui.searchEdit.clear()
        self._ui.unreadCheckBox.checked = False
        self._typing.stop()
        self._arrange()
        return self._table.select(key)

    def load(self) -> None:
        """Load the selected series."""
        row = self.selected()
        if row is not None and not row.checked:
            self._check(self.rows.index(row))
            row = self.selected()
        if row is None or not row.scorable:
            return
        if row.reading is not None:
            self._onOpen(row.reading)
        else:
            self._onLoad(row)

    def loadNext(self, after: tuple[str, str] | None) -> bool:
        """Load the next series that nobody has read, in the order of the list; False if there is none."""
        while self._lookIntoReadings():
            pass
        while (row := nextUnread(self.rows, self._rowsOfReadings(), after)) is not None:
            if not row.checked:
                self._check(self.rows.index(row))
                continue  # it may be refused, several volumes, or nothing to score at all
            self._table.select(row.key)
            self.load()
            return True
        return False

    def _arrange(self) -> None:
        self._typing.stop()
        self._order = replace(self._order, search=self._ui.searchEdit.text, unread=self._ui.unreadCheckBox.checked)
        selected, readings = self.selected(), self._rowsOfReadings()
        lines = arranged(self.everySeries(), readings, self._order)
        self._table.show(lines, readings, self._order, selected.key if selected is not None else None)
        self._updateButtons()
        self._timer.start()
        if not self._reports:
            self.onKnown()

    def everySeries(self) -> list[SeriesRow]:
        """Every series of the database as far as it was looked into, whatever is searched for."""
        return [
            one for row in self._series for one in self._verdicts.get((row.series_instance_uid, row.slices), (row,))
        ]

    def everyReading(self) -> tuple[SavedReading, ...]:
        """Every saved reading of these series, seen or not, the newest first."""
        held = {row.series_instance_uid for row in self._series}
        return in_order([one for found in self._readings.values() for one in found if one.series_instance_uid in held])

    def _rowsOfReadings(self) -> Readings:
        return readingRows(self.seen(self.everyReading()))

    def _sortBy(self, section: int) -> None:
        """A click on a column: ascending, descending, and the order of the database again."""
        column = list(COLUMNS)[section]
        if self._order.column != column:
            self._order = replace(self._order, column=column, descending=False)
        elif not self._order.descending:
            self._order = replace(self._order, descending=True)
        else:
            self._order = replace(self._order, column="", descending=False)
        self._arrange()

    def _databaseChanged(self, *_args: object) -> None:
        # An import fires this many times.
        if self._connected:
            self._late.start()

    def _lookAgain(self) -> None:
        self._readings.clear()
        self._verdicts.clear()
        self.refresh()

    def _lookOn(self) -> None:
        if self._lookIntoReadings() or self._checkOne():
            self._timer.start()

    def _lookIntoReadings(self) -> bool:
        """Look into the next saved reading; False if all are known."""
        if not self._reports:
            return False
        file, database = self._reports.pop(0), slicer.dicomDatabase
        self._readings[file] = readings_in((file,), lambda uid: [Path(one) for one in database.filesForSeries(uid)])
        if not self._reports or len(self._readings) % READINGS_TO_FILL == 0:
            self._arrange()
        return True

    def _checkOne(self) -> bool:
        for number, row in enumerate(self.rows[: self._table.filled]):
            if not row.checked:
                self._check(number)
                return True
        return False

    def _check(self, number: int) -> None:
        if not slicer_database.isOpen():
            self.refresh()
            return
        row = self.rows[number]
        verdicts = checked(slicer.dicomDatabase, row)
        self._verdicts[(row.series_instance_uid, row.slices)] = verdicts
        self._table.replace(number, [one for one in verdicts if not one.ownOutput])
        self._updateButtons()

    def _updateButtons(self) -> None:
        row = self.selected()
        whyNot = _whyNotLoad(bool(self._series), row)
        self._ui.loadButton.enabled = not whyNot
        reading = row is not None and row.reading is not None
        self._ui.loadButton.text = _("Open reading") if reading else _("Load series")
        does = (
            _("Open the selected reading as it was saved.") if reading else _("Read the selected series and show it.")
        )
        self._ui.loadButton.toolTip = whyNot or does
        isOpen = slicer_database.isOpen()
        closed = texts.databaseIsClosed()
        self._ui.refreshButton.enabled = isOpen
        self._ui.refreshButton.toolTip = _("Look through the DICOM database again.") if isOpen else closed


def _timer(milliseconds: int, action: Callable[[], None]) -> Any:
    timer = qt.QTimer()
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.connect("timeout()", action)
    return timer


def _whyNotLoad(any_: bool, row: SeriesRow | None) -> str:
    if not slicer_database.isOpen():
        return texts.databaseIsClosed()
    if not any_:
        return _("The DICOM database holds no CT series. Import a folder, or load the phantom.")
    if row is None:
        return _("Select a series first.")
    return "\n".join(map(remarkText, row.refusals))
