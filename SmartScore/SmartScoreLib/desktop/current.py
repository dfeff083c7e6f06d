"""What the sections of the panel share: the reading that is open, its settings, and how to tell something."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import slicer
from slicer.i18n import tr as _

from SmartScoreLib.desktop.remark_text import reasonsOf
from SmartScoreLib.desktop.settings import Settings
from SmartScoreLib.lesions.components import Candidate
from SmartScoreLib.remarks.errors import SmartScoreError
from SmartScoreLib.scene.session import ReadingSession
from SmartScoreLib.scoring.left_out import LeftOut
from SmartScoreLib.scoring.model import LesionScore


class Current:
    """The state of the panel.

    Attributes:
        session: the reading, or None.
        settings: the parameter node in the library's terms.
        whyNotScorable: why the chosen volume is not read, or "".
        told: what concerns the last action only, or "".
        entered: whether the module is shown.
        openProposals: how many proposals nobody has decided on.
        saidBefore: what an earlier reading says of a lesion or a candidate, or "".
    """

    settings: Settings

    def __init__(self, onTold: Callable[[], None]) -> None:
        """`onTold` is called when there is something new to tell."""
        self._onTold = onTold
        self.session: ReadingSession | None = None
        self.whyNotScorable = ""
        self.told = ""
        self.entered = False
        self.openProposals: Callable[[], int] = lambda: 0
        self.saidBefore: Callable[[LesionScore | LeftOut | Candidate], str] = lambda one: ""

    def whyNoSession(self) -> str:
        """Why nothing is read, or ""."""
        if self.session is not None:
            return ""
        return self.whyNotScorable or _("Load a series or choose a volume first.")

    def tell(self, text: str) -> None:
        """Say something that concerns the last action only."""
        self.told = text
        if text:
            slicer.util.showStatusMessage(text, 8000)
        self._onTold()

    def showProgress(self, done: int, total: int, what: str) -> None:
        """Say in the status bar how far work is."""
        slicer.util.showStatusMessage(_("{what}: {done} of {total}").format(what=what, done=done, total=total), 2000)

    @contextmanager
    def reported(self, *, refused: bool = False, wait: bool = False) -> Iterator[None]:
        """Show what a person can act on; anything else is a fault of the program and goes to Slicer's error log."""
        try:
            # Slicer draws a view within an action that takes longer than a frame, at each node that changes.
            with slicer.util.WaitCursor(wait), slicer.util.RenderBlocker():
                yield
        except SmartScoreError as error:
            if refused:
                self.whyNotScorable = "\n".join(reasonsOf(error))
            else:
                self.tell("\n".join(reasonsOf(error)))
        except OSError as error:
            self.tell(f"{error.filename or ''}: {error.strerror or error}")
