"""The search for proposals beside the panel: in a thread, with its progress, and stopped at the next step."""

from collections.abc import Callable
from concurrent.futures import Future, wait

import qt

from SmartScoreLib.desktop.background import THREADS
from SmartScoreLib.progress import Progress
from SmartScoreLib.proposal.anatomy.organs import Organs
from SmartScoreLib.proposal.model import Proposals
from SmartScoreLib.proposal.propose import propose
from SmartScoreLib.remarks.errors import Cancelled
from SmartScoreLib.scoring.model import ScoringProtocol
from SmartScoreLib.series.model import CTSeries

POLL_MS = 40


class Search:
    """One search at a time; nothing here touches the scene."""

    def __init__(self, onFound: Callable[[Proposals], None], onProgress: Progress) -> None:
        """`onFound` is given what was found, `onProgress` how far it is; both are called by the panel's own thread."""
        self._onFound = onFound
        self._onProgress = onProgress
        self._work: Future[Proposals] | None = None
        self._cancelled = False
        self._state = (0, 3, "")
        self._timer = qt.QTimer()
        self._timer.setInterval(POLL_MS)
        self._timer.connect("timeout()", self.poll)

    @property
    def running(self) -> bool:
        """Whether a search goes on."""
        return self._work is not None

    def start(self, series: CTSeries, protocol: ScoringProtocol, organs: Organs | None) -> None:
        """Look for proposals on a volume, by organs of others if there are any; a search that goes on is stopped."""
        self.cancel()
        self._cancelled = False
        rules = protocol.threshold_hu, protocol.minimum_area_mm2
        self._work = THREADS.submit(propose, series, *rules, self._progress, organs)
        self._timer.start()

    def cancel(self) -> None:
        """Stop; what was found so far is forgotten."""
        self._timer.stop()
        if self._work is not None:
            self._cancelled = True
            wait((self._work,))
            self._work = None

    def finish(self) -> None:
        """Wait for the end of the search, and tell what was found."""
        if self._work is not None:
            wait((self._work,))
            self.poll()

    def poll(self) -> None:
        """Tell how far it is, or what was found; a fault of the program is raised, and goes to Slicer's error log."""
        work = self._work
        if work is None:
            return
        if not work.done():
            self._onProgress(*self._state)
            return
        self._timer.stop()
        self._work = None
        self._onFound(work.result())

    def _progress(self, done: int, total: int, what: str) -> None:
        self._state = (done, total, what)
        if self._cancelled:
            raise Cancelled
