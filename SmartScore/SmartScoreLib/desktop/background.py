"""Work beside the panel, in threads that stay: each further piece of work goes to one of them.

A thread of its own for each exam would cost memory for ever: the C library keeps what a thread had for large arrays,
and gives the next thread new memory (25 MB an exam were measured).
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, Generic, ParamSpec, TypeVar

import qt

from SmartScoreLib.remarks.errors import SmartScoreError

PROPOSING = ThreadPoolExecutor(1, thread_name_prefix="SmartScoreProposing")
"""For the search for proposals.

Each kind of work has one thread, which is made when there is work. In one that they share, or in one of several, each
thread would come to keep what the largest work needs (40 MB), and work that nobody waits for any more would let another
kind wait.
"""

OPENING = ThreadPoolExecutor(1, thread_name_prefix="SmartScoreOpening")
"""For an earlier scan that is read and laid on today's."""

LOOKING = ThreadPoolExecutor(1, thread_name_prefix="SmartScoreLooking")
"""For what looks into files at each exam."""

LOOK_MS = 100

_Found = TypeVar("_Found")
_Given = ParamSpec("_Given")


class Work(Generic[_Found]):
    """One piece of work at a time; what was begun before is forgotten when something else begins.

    Its thread touches neither Qt nor the scene: a timer takes what it has found.
    """

    def __init__(
        self,
        onDone: Callable[[_Found], None],
        onRefused: Callable[[SmartScoreError], None],
        threads: ThreadPoolExecutor,
        onWaiting: Callable[[], None] | None = None,
    ) -> None:
        """`onDone` is given what was found, `onRefused` the reason why there is nothing; `onWaiting` is called whenever
        there is nothing yet.
        """
        self._onDone, self._onRefused, self._threads, self._onWaiting = onDone, onRefused, threads, onWaiting
        self._work: Future[_Found] | None = None
        self._timer: Any = qt.QTimer()
        self._timer.setInterval(LOOK_MS)
        self._timer.connect("timeout()", self.look)

    @property
    def running(self) -> bool:
        """Whether something is worked at."""
        return self._work is not None

    def begin(self, work: Callable[_Given, _Found], *given: _Given.args, **named: _Given.kwargs) -> None:
        """Work at this from now on."""
        self.forget()
        self._work = self._threads.submit(work, *given, **named)
        self._timer.start()

    def forget(self, *, awaited: bool = False) -> None:
        """What is worked at is not wanted any more; `awaited`: its thread is free when this returns."""
        self._timer.stop()
        if self._work is not None:
            begun = not self._work.cancel()
            if begun and awaited:
                wait((self._work,))
        self._work = None

    def finish(self) -> None:
        """Wait for the end, for scripts and tests."""
        if self._work is not None:
            wait((self._work,))
            self.look()

    def look(self) -> None:
        """Take what was found, if the work is done; a fault of the program is raised, for Slicer's error log."""
        work = self._work
        if work is None:
            return
        if not work.done():
            if self._onWaiting is not None:
                self._onWaiting()
            return
        self.forget()
        try:
            found = work.result()
        except SmartScoreError as error:
            self._onRefused(error)
            return
        self._onDone(found)
