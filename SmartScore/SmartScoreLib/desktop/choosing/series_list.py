"""The list of CT series of the DICOM database: shown at once, judged one after another while nothing else happens."""

from collections.abc import Callable
from typing import Any

import qt
import slicer
from slicer.i18n import tr as _

from SmartScoreLib.desktop import texts
from SmartScoreLib.desktop.cells import cell, fillRow, fitColumns, fitHeight, greyed
from SmartScoreLib.desktop.choosing import slicer_database
from SmartScoreLib.desktop.remark_text import remarkText
from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.scene.readings.saved import savedReadings
from SmartScoreLib.scene.series_rows import SeriesRow, checked, listed, readingRows
from SmartScoreLib.scoring.rounding import agatston_text

PATIENT_COLUMN, SERIES_COLUMN = 0, 2


class SeriesList:
    """Table, database line and buttons of the first section."""

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
        self.rows: list[SeriesRow] = []
        self._verdicts: dict[tuple[str, int], tuple[SeriesRow, ...]] = {}
        self._readings: tuple[SavedReading, ...] = ()
        self._readingsOf: tuple[Any, ...] = ()
        self._connected = False
        # One object for connecting and disconnecting: PythonQt compares slots by identity.
        self._changed = self._databaseChanged
        fitColumns(ui.seriesTable, PATIENT_COLUMN, SERIES_COLUMN)
        ui.seriesTable.connect("itemSelectionChanged()", self._updateButtons)
        ui.seriesTable.connect("cellDoubleClicked(int,int)", lambda row, column: self.load())
        ui.loadButton.connect("clicked()", self.load)
        ui.refreshButton.connect("clicked()", self._lookAgain)
        # One series per turn of the event loop, so that the panel never stands still.
        self._timer = qt.QTimer()
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.connect("timeout()", self._checkNext)
        self._late = qt.QTimer()
        self._late.setSingleShot(True)
        self._late.setInterval(300)
        self._late.connect("timeout()", self.refresh)

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
        self._timer.stop()
        self._late.stop()
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
        self._ui.seriesTable.setVisible(isOpen)
        selected = self.selected()
        readings = readingRows(self._savedReadings()) if isOpen else {}
        self.rows = []
        for row in listed(slicer.dicomDatabase) if isOpen else ():
            self.rows += self._verdicts.get((row.series_instance_uid, row.slices), (row,))
            self.rows += readings.get(row.series_instance_uid, ())
        self._fill(selected.key if selected is not None else None)
        self._timer.start()
        if isOpen != self._wasOpen:
            self._wasOpen = isOpen
            self._onDatabase()

    def _savedReadings(self) -> tuple[SavedReading, ...]:
        """Of the database; read again only when series have come or gone."""
        opened = slicer_database.SlicerDatabase(slicer.dicomDatabase)
        held = (str(opened.folder), opened.series_instance_uids())
        if held != self._readingsOf:
            self._readings, self._readingsOf = savedReadings(slicer.dicomDatabase), held
        return self._readings

    def finish(self) -> None:
        """Judge every series now."""
        while self._checkOne():
            pass

    def selected(self) -> SeriesRow | None:
        """The selected row."""
        rows = self._ui.seriesTable.selectionModel().selectedRows()
        row = rows[0].row() if rows else -1
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def select(self, key: tuple[str, str]) -> bool:
        """Select a series by its UID and label; False if it is not listed."""
        for number, row in enumerate(self.rows):
            if row.key == key:
                self._ui.seriesTable.selectRow(number)
                return True
        return False

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

    def _databaseChanged(self, *_args: object) -> None:
        # An import fires this many times.
        if self._connected:
            self._late.start()

    def _lookAgain(self) -> None:
        self._readingsOf = ()
        self._verdicts.clear()
        self.refresh()

    def _checkNext(self) -> None:
        if self._checkOne():
            self._timer.start()

    def _checkOne(self) -> bool:
        for number, row in enumerate(self.rows):
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
        self.rows[number : number + 1] = verdicts
        # Only this line: filling the whole table after each verdict takes minutes for hundreds of series.
        table = self._ui.seriesTable
        wasBlocked = table.blockSignals(True)
        for place, verdict in enumerate(verdicts, number):
            if place > number:
                table.insertRow(place)
            fillRow(table, place, _cells(verdict, table.palette))
        if len(verdicts) > 1:
            fitHeight(table, 3, 7)
        table.blockSignals(wasBlocked)
        self._updateButtons()

    def _fill(self, selected: tuple[str, str] | None) -> None:
        table = self._ui.seriesTable
        wasBlocked = table.blockSignals(True)
        table.clearSelection()
        table.setRowCount(len(self.rows))
        for number, row in enumerate(self.rows):
            fillRow(table, number, _cells(row, table.palette))
        fitHeight(table, 3, 7)
        table.blockSignals(wasBlocked)
        if selected is not None:
            self.select(selected)
        self._updateButtons()

    def _updateButtons(self) -> None:
        row = self.selected()
        whyNot = _whyNotLoad(self.rows, row)
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


def _cells(row: SeriesRow, palette: Any) -> list[Any]:
    toolTip = _toolTip(row)
    if row.reading is not None:
        texts_ = ("\N{DOWNWARDS ARROW WITH TIP RIGHTWARDS} " + _("Reading"), row.date, readingText(row.reading), "", "")
        cells = [cell(text, toolTip=toolTip) for text in texts_]
        return greyed(cells, palette) if row.refusals else cells
    cells = [
        cell(row.patient, toolTip=toolTip),
        cell(row.date, toolTip=toolTip),
        cell(row.description, toolTip=toolTip),
        cell(str(row.slices), number=True, toolTip=toolTip),
        cell(row.phase, toolTip=toolTip),
    ]
    return greyed(cells, palette) if row.refusals or row.ownOutput else cells


def readingText(reading: SavedReading) -> str:
    """Total, category, reader, status and version of a saved reading, in one line."""
    status = {"draft": _("draft"), "final": _("final"), "": ""}[reading.status]
    version = _("version {number}").format(number=reading.version.number) if reading.version.number > 1 else ""
    total = "" if reading.agatston is None else agatston_text(reading.agatston)
    parts = (total, reading.cac_drs, reading.reader, status, version, _("replaced") if reading.replaced else "")
    return " \N{MIDDLE DOT} ".join(part for part in parts if part)


def _toolTip(row: SeriesRow) -> str:
    name = " \N{EN DASH} ".join(part for part in (row.patient, row.date, row.description) if part)
    if row.reading is not None:
        made = row.reading.made_on.strftime("%Y-%m-%d %H:%M") if row.reading.made_on is not None else ""
        said = " \N{EN DASH} ".join(part for part in (row.patient, made, readingText(row.reading)) if part)
        reasons = [_("This reading cannot be opened:"), *map(remarkText, row.refusals)] if row.refusals else []
        return "\n".join((said, *reasons))
    if not row.checked:
        return name
    if row.refusals:
        return "\n".join((name, _("This series cannot be scored:"), *map(remarkText, row.refusals)))
    own = [_("SmartScore wrote it: it is part of another series.")] if row.ownOutput else []
    return "\n".join((name, *own, *map(remarkText, row.warnings)))


def _whyNotLoad(rows: list[SeriesRow], row: SeriesRow | None) -> str:
    if not slicer_database.isOpen():
        return texts.databaseIsClosed()
    if not rows:
        return _("The DICOM database holds no CT series. Import one, or load the phantom.")
    if row is None:
        return _("Select a series first.")
    return "\n".join(map(remarkText, row.refusals))
