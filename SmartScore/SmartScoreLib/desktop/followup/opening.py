"""An earlier reading opened and aligned in the background, so that the panel goes on answering."""

from collections.abc import Callable
from concurrent.futures import Future, wait

import qt

from SmartScoreLib.comparison.alignment.align import align
from SmartScoreLib.comparison.alignment.model import Alignment
from SmartScoreLib.desktop.background import THREADS
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.reading.saved.reopen import open_reading
from SmartScoreLib.remarks.errors import SmartScoreError
from SmartScoreLib.series.model import CTSeries

LOOK_MS = 100

Opened = tuple[Reading, Alignment]


class Opening:
    """One piece of work at a time; what was begun before is forgotten when something else begins.

    The thread touches neither Qt nor the scene: a timer takes what it has found. SimpleITK lets other threads run.
    """

    def __init__(self, onDone: Callable[[Opened], None], onRefused: Callable[[SmartScoreError], None]) -> None:
        """`onDone` is given the reading and its alignment, `onRefused` the reason why there is none."""
        self._onDone, self._onRefused = onDone, onRefused
        self._work: Future[Opened] | None = None
        self._timer = qt.QTimer()
        self._timer.setInterval(LOOK_MS)
        self._timer.connect("timeout()", self.look)

    @property
    def running(self) -> bool:
        """Whether something is being opened."""
        return self._work is not None

    def begin(self, saved: SavedReading, later: CTSeries) -> None:
        """Open a reading, and align its scan with the later one."""
        self.forget()
        self._work = THREADS.submit(_open, saved, later)
        self._timer.start()

    def forget(self) -> None:
        """What is being opened is not wanted any more."""
        self._timer.stop()
        if self._work is not None:
            self._work.cancel()  # where it has not begun
        self._work = None

    def finish(self) -> None:
        """Wait for the end, for scripts and tests."""
        if self._work is not None:
            wait((self._work,))
            self.look()

    def look(self) -> None:
        """Take what was found, if the work is done; a fault of the program is raised, for Slicer's error log."""
        work = self._work
        if work is None or not work.done():
            return
        self.forget()
        try:
            opened = work.result()
        except SmartScoreError as error:
            self._onRefused(error)
            return
        self._onDone(opened)


def _open(saved: SavedReading, later: CTSeries) -> Opened:
    reading = open_reading(saved)
    return reading, align(later, reading.series)
