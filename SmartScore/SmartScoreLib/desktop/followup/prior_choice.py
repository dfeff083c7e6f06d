"""The list of the person's other scans: a reading is there to be compared with, a scan without one to be read."""

from collections.abc import Callable
from typing import Any

import qt
from slicer.i18n import tr as _

from SmartScoreLib.comparison.priors import nearest
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.scene.followup.priors import ScenePriors, UnreadScan
from SmartScoreLib.scoring.rounding import agatston_text

Other = SavedReading | UnreadScan


class PriorChoice:
    """A combo box, and the button that does what can be done with the chosen scan.

    Attributes:
        readings: those that are listed.
        widgets: to be laid out.
    """

    def __init__(self, onCompare: Callable[[SavedReading], None], onRead: Callable[[UnreadScan], None]) -> None:
        """`onCompare` is given the reading to open, `onRead` the scan to be read."""
        self._onCompare, self._onRead = onCompare, onRead
        self._others: list[Other] = []
        self.readings: tuple[SavedReading, ...] = ()
        self._busy = False
        self._combo = qt.QComboBox()
        self._combo.connect("currentIndexChanged(int)", lambda index: self.update(self._busy))
        self._button = qt.QPushButton()
        self._button.connect("clicked()", self.do)
        self.widgets = (self._combo, self._button)

    def show(self, found: ScenePriors, current: Reading) -> None:
        """List scans, the newest first, and choose the reading that is compared with first."""
        self.readings = found.readings
        self._others = sorted((*found.readings, *found.unread), key=_day, reverse=True)
        first = nearest(current, found.readings)
        self._combo.clear()
        for one in self._others:
            self._combo.addItem(_line(one))
        if self._others:
            self._combo.currentIndex = self._others.index(first) if first is not None else 0
        self.update(False)

    def clear(self) -> None:
        """Nothing is listed any more."""
        self._others, self.readings = [], ()
        self._combo.clear()
        self.update(False)

    @property
    def empty(self) -> bool:
        """Whether there is no other scan."""
        return not self._others

    def update(self, busy: bool) -> None:
        """Say what the button does; it is off while an earlier scan is being opened."""
        self._busy, chosen = busy, self._chosen()
        read = isinstance(chosen, UnreadScan)
        self._button.text = _("Read this scan") if read else _("Compare")
        self._button.toolTip = (
            _("Nobody has read this scan: show it to be read. The reading that is open stays open, under Volume.")
            if read
            else _("Open this reading, and lay its scan on the one that is shown.")
        )
        self._button.enabled = chosen is not None and not busy

    def do(self) -> None:
        """Compare with the chosen reading, or read the chosen scan."""
        chosen = self._chosen()
        if isinstance(chosen, UnreadScan):
            self._onRead(chosen)
        elif chosen is not None:
            self._onCompare(chosen)

    def _chosen(self) -> Other | None:
        row: Any = self._combo.currentIndex
        return self._others[row] if 0 <= row < len(self._others) else None


def _day(one: Other) -> str:
    return one.date if isinstance(one, UnreadScan) else str(one.study_date or "")


def _line(one: Other) -> str:
    day = _day(one) or "?"
    if isinstance(one, UnreadScan):
        about = _("not read: {series}, {images} images").format(series=one.description or "CT", images=one.images)
        return f"{day}   {about}"
    score = _("no score") if one.agatston is None else f"Agatston {agatston_text(one.agatston)}"
    return f"{day}   {score}   {one.reader}".rstrip()
