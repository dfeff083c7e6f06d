"""The search for proposals beside the panel: in a thread, with its progress, and stopped at the next step."""

from collections.abc import Callable

from SmartScoreLib.desktop.background import PROPOSING, Work
from SmartScoreLib.progress import Progress
from SmartScoreLib.proposal.anatomy.organs import Organs
from SmartScoreLib.proposal.model import Proposals
from SmartScoreLib.proposal.propose import propose
from SmartScoreLib.remarks.errors import Cancelled, SmartScoreError
from SmartScoreLib.scoring.model import ScoringProtocol
from SmartScoreLib.series.model import CTSeries


class Search:
    """One search at a time; nothing here touches the scene."""

    def __init__(self, onFound: Callable[[Proposals], None], onProgress: Progress) -> None:
        """`onFound` is given what was found, `onProgress` how far it is; both are called by the panel's own thread."""
        self._work: Work[Proposals] = Work(onFound, _raised, PROPOSING, onWaiting=lambda: onProgress(*self._state))
        self._cancelled = False
        self._state = (0, 3, "")

    @property
    def running(self) -> bool:
        """Whether a search goes on."""
        return self._work.running

    def start(self, series: CTSeries, protocol: ScoringProtocol, organs: Organs | None) -> None:
        """Look for proposals on a volume, by organs of others if there are any; a search that goes on is stopped."""
        self.cancel()
        self._cancelled = False
        rules = protocol.threshold_hu, protocol.minimum_area_mm2
        self._work.begin(propose, series, *rules, self._progress, organs)

    def cancel(self) -> None:
        """Stop; what was found so far is forgotten, and its memory is free."""
        self._cancelled = True
        self._work.forget(awaited=True)

    def finish(self) -> None:
        """Wait for the end of the search, and tell what was found."""
        self._work.finish()

    def _progress(self, done: int, total: int, what: str) -> None:
        self._state = (done, total, what)
        if self._cancelled:
            raise Cancelled


def _raised(error: SmartScoreError) -> None:
    """A search refuses nothing: what cannot be judged is said by the proposals. An error goes to Slicer's log."""
    raise error
