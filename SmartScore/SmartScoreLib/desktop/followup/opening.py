"""An earlier reading opened and aligned in the background, so that the panel goes on answering."""

import threading
from collections.abc import Callable
from typing import Any

import qt

from SmartScoreLib.comparison.alignment.align import align
from SmartScoreLib.comparison.alignment.model import Alignment
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
        self._work: dict[str, Any] = {}
        self._thread: threading.Thread | None = None
        self._timer = qt.QTimer()
        self._timer.setInterval(LOOK_MS)
        self._timer.connect("timeout()", self.look)

    @property
    def running(self) -> bool:
        """Whether something is being opened."""
        return self._thread is not None

    def begin(self, saved: SavedReading, later: CTSeries) -> None:
        """Open a reading, and align its scan with the later one."""
        self.forget()
        work = self._work = {}
        self._thread = threading.Thread(target=_open, args=(saved, later, work), daemon=True)
        self._thread.start()
        self._timer.start()

    def forget(self) -> None:
        """What is being opened is not wanted any more."""
        self._timer.stop()
        self._thread, self._work = None, {}

    def finish(self) -> None:
        """Wait for the end, for scripts and tests."""
        if self._thread is not None:
            self._thread.join()
            self.look()

    def look(self) -> None:
        """Take what was found, if the thread is done."""
        if self._thread is None or self._thread.is_alive():
            return
        work = self._work
        self.forget()
        if "refused" in work:
            self._onRefused(work["refused"])
        elif "failed" in work:
            raise work["failed"]  # a fault of the program goes to Slicer's error log
        else:
            self._onDone(work["opened"])


def _open(saved: SavedReading, later: CTSeries, work: dict[str, Any]) -> None:
    try:
        reading = open_reading(saved)
        work["opened"] = reading, align(later, reading.series)
    except SmartScoreError as error:
        work["refused"] = error
    except Exception as error:
        work["failed"] = error
