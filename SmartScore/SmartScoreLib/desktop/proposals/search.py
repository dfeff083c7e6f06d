"""The search for proposals beside the panel: in a thread, with its progress, and stopped at the next step."""

import threading
from collections.abc import Callable

import qt

from SmartScoreLib.progress import Progress
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
        self._thread: threading.Thread | None = None
        self._cancelled = False
        self._state = (0, 3, "")
        self._found: Proposals | None = None
        self._failure: BaseException | None = None
        self._timer = qt.QTimer()
        self._timer.setInterval(POLL_MS)
        self._timer.connect("timeout()", self.poll)

    @property
    def running(self) -> bool:
        """Whether a search goes on."""
        return self._thread is not None

    def start(self, series: CTSeries, protocol: ScoringProtocol) -> None:
        """Look for proposals on a volume; a search that goes on is stopped."""
        self.cancel()
        self._cancelled, self._found, self._failure = False, None, None
        self._thread = threading.Thread(target=self._run, args=(series, protocol), daemon=True)
        self._thread.start()
        self._timer.start()

    def cancel(self) -> None:
        """Stop; what was found so far is forgotten."""
        self._timer.stop()
        if self._thread is not None:
            self._cancelled = True
            self._thread.join()
            self._thread = None

    def finish(self) -> None:
        """Wait for the end of the search, and tell what was found."""
        if self._thread is not None:
            self._thread.join()
            self.poll()

    def poll(self) -> None:
        """Tell how far it is, or what was found."""
        thread = self._thread
        if thread is None:
            return
        if thread.is_alive():
            self._onProgress(*self._state)
            return
        self._timer.stop()
        self._thread = None
        if self._failure is not None:
            raise self._failure
        if self._found is not None:
            self._onFound(self._found)

    def _run(self, series: CTSeries, protocol: ScoringProtocol) -> None:
        try:
            self._found = propose(series, protocol.threshold_hu, protocol.minimum_area_mm2, self._progress)
        except Cancelled:
            self._found = None
        except BaseException as failure:  # told by the panel's own thread, where Slicer's error log is
            self._failure = failure

    def _progress(self, done: int, total: int, what: str) -> None:
        self._state = (done, total, what)
        if self._cancelled:
            raise Cancelled
