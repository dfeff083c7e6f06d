"""Deciding between two readings: where they differ, a list to jump through, and a third reading out of the choices."""

from collections.abc import Callable
from typing import Any

import slicer
from slicer.i18n import tr as _

from SmartScoreLib.comparison.agreement.lesions.consensus import Side
from SmartScoreLib.comparison.agreement.lesions.places import Kind
from SmartScoreLib.desktop.cells import cell, fillRow, fitColumns, fitHeight, hideWhenNarrow, shareByText
from SmartScoreLib.desktop.current import Current
from SmartScoreLib.desktop.views.views import jumpTo
from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.scene.readings.adjudication import Adjudication, openBoth, startAgreed
from SmartScoreLib.scoring.model import LesionScore
from SmartScoreLib.scoring.rounding import agatston_text, whole

HOW_COLUMN, SLICE_COLUMN = 0, 3
ALL_CHARACTERS = 52
"""Room that all columns need; a click on a line shows its slice."""
_NONE = "\N{EN DASH}"


class Deciding:
    """The list of places where two readings differ, and what was decided of each.

    Attributes:
        adjudication: the two readings; None while there are none to decide between.
        decided: whose marks are taken, by the number of the place.
    """

    def __init__(self, ui: Any, current: Current, onClosed: Callable[[], None]) -> None:
        """`onClosed` is called when the list was left."""
        self._ui = ui
        self._current = current
        self._onClosed = onClosed
        self.adjudication: Adjudication | None = None
        self.decided: dict[int, Side] = {}
        self._shown = 0
        fitColumns(ui.differenceTable, HOW_COLUMN)
        self._narrow = hideWhenNarrow(ui.differenceTable, SLICE_COLUMN, ALL_CHARACTERS)
        ui.differenceTable.connect("itemSelectionChanged()", self._selected)
        ui.takeFirstButton.connect("clicked()", lambda: self.decide("first"))
        ui.takeSecondButton.connect("clicked()", lambda: self.decide("second"))
        ui.takeNeitherButton.connect("clicked()", lambda: self.decide("neither"))
        ui.showOtherButton.connect("clicked()", self.showOther)
        ui.agreedButton.connect("clicked()", self.startAgreed)
        ui.leaveDecidingButton.connect("clicked()", self.close)
        self.update()

    def open(self, first: SavedReading, second: SavedReading) -> None:
        """Open both readings, show the first, and list where they differ."""
        with self._current.reported(wait=True):
            self.adjudication = openBoth(first, second, slicer.mrmlScene, self._current.showProgress)
            self.decided = {}
            self._shown = 1
            self.showOther()
            self._fill()
            self.update()
            if self.adjudication.open:
                self._ui.differenceTable.selectRow(0)
            else:
                self._current.tell(_("The two readings score the same places alike."))

    def close(self) -> None:
        """Leave the list; both readings stay in the scene as they are."""
        self.forget()
        self._onClosed()

    def forget(self) -> None:
        """The scene is closing, or the list was left."""
        self.adjudication = None
        self.decided = {}
        self._ui.differenceTable.setRowCount(0)
        self.update()

    def nodeRemoved(self, node: Any) -> None:
        """Without its volume or one of the readings there is nothing to decide between."""
        if self.adjudication is not None and node in (self.adjudication.volume, *self.adjudication.nodes):
            self.forget()

    def decide(self, side: Side) -> None:
        """Take a side at the selected place, and go on to the next that is open."""
        row = self._row()
        if self.adjudication is None or row is None:
            return
        self.decided[self.adjudication.open[row]] = side
        self._fillRow(row)
        left = [other for other, number in enumerate(self.adjudication.open) if number not in self.decided]
        if left:
            following = next((other for other in left if other > row), left[0])
            self._ui.differenceTable.selectRow(following)
        self.update()

    def showOther(self) -> None:
        """Show the marks of the other of the two readings."""
        if self.adjudication is None:
            return
        self._shown = 1 - self._shown
        node = self._current.settings.parameterNode
        with slicer.util.NodeModify(node):
            node.inputVolume, node.marks = self.adjudication.volume, self.adjudication.nodes[self._shown]
        self.update()

    def startAgreed(self) -> None:
        """Begin a third reading with what both mark alike and with what was decided."""
        found = self.adjudication
        if found is None:
            return
        left = len(found.open) - len(self.decided)
        with self._current.reported(wait=True):
            marks = startAgreed(found, self.decided, "")
            node = self._current.settings.parameterNode
            with slicer.util.NodeModify(node):
                node.inputVolume, node.marks = found.volume, marks
            self.close()
            said = _("This is a reading of its own: enter who decided, check it, and save it as final.")
            if left:
                said += "\n" + _("Places not decided, which hold no marks: {count}.").format(count=left)
            self._current.tell(said)

    def update(self) -> None:
        """Show the state of the buttons."""
        found, ui = self.adjudication, self._ui
        ui.decidingFrame.setVisible(found is not None)
        if found is None:
            return
        one, other = _names(found)
        ui.decidingLabel.setText(
            _("{first} and {second}: {open} places differ, {done} decided. Shown: {shown}.").format(
                first=one, second=other, open=len(found.open), done=len(self.decided), shown=(one, other)[self._shown]
            )
        )
        ui.takeFirstButton.text = _("Take {reader}").format(reader=one)
        ui.takeSecondButton.text = _("Take {reader}").format(reader=other)
        ui.showOtherButton.text = _("Show {reader}").format(reader=(one, other)[1 - self._shown])
        takes, others = (
            (ui.takeFirstButton, ui.takeSecondButton, ui.takeNeitherButton),
            (ui.showOtherButton, ui.agreedButton, ui.leaveDecidingButton),
        )
        for button in takes:
            button.enabled = self._row() is not None
        shareByText(*takes)
        shareByText(*others)

    def _selected(self) -> None:
        row = self._row()
        if self.adjudication is not None and row is not None:
            place = self.adjudication.places[self.adjudication.open[row]]
            # The center of a curved lesion may lie beside it.
            inside = self.adjudication.first.series.geometry.lps_mm(place.peak_index)
            jumpTo(self.adjudication.volume, (float(inside[0]), float(inside[1]), float(inside[2])))
        self.update()

    def _row(self) -> int | None:
        rows = self._ui.differenceTable.selectionModel().selectedRows()
        return rows[0].row() if rows else None

    def _fill(self) -> None:
        found, table = self.adjudication, self._ui.differenceTable
        if found is None:
            return
        one, other = _names(found)
        table.setHorizontalHeaderLabels([_("Difference"), one, other, _("Slice"), _("Taken")])
        table.setRowCount(len(found.open))
        for row in range(len(found.open)):
            self._fillRow(row)
        fitHeight(table, 2, 10)

    def _fillRow(self, row: int) -> None:
        assert self.adjudication is not None
        number = self.adjudication.open[row]
        place = self.adjudication.places[number]
        one, other = _names(self.adjudication)
        taken = {"first": one, "second": other, "neither": _("neither"), None: ""}[self.decided.get(number)]
        cells = [
            cell(_how(place.kind, place.difference)),
            cell(_side(place.first)),
            cell(_side(place.second)),
            cell(str(place.peak_index[0] + 1), number=True),
            cell(taken),
        ]
        fillRow(self._ui.differenceTable, row, cells)


def _names(found: Adjudication) -> tuple[str, str]:
    one, other = found.first.reader or _("no name"), found.second.reader or _("no name")
    return (one, other) if one != other else (f"{one} (1)", f"{other} (2)")


def _how(kind: Kind, difference: float) -> str:
    texts = {
        "only_first": _("marked by one"),
        "only_second": _("marked by one"),
        "territory": _("other territory"),
        "extent": _("other extent"),
        "same": "",
    }
    change = whole(abs(difference))
    sign = "+" if difference > 0 else "\N{MINUS SIGN}"
    return f"{texts[kind]} ({sign}{change})" if change else texts[kind]


def _side(lesions: tuple[LesionScore, ...]) -> str:
    """What one reading has there: the territories with their scores."""
    scores: dict[str, float] = {}
    for one in lesions:
        scores[one.territory] = scores.get(one.territory, 0.0) + one.agatston
    return ", ".join(f"{key} {agatston_text(score)}" for key, score in scores.items()) or _NONE
