"""Proposals while a reader goes through them: which are accepted, rejected, open. What is accepted are marks."""

from dataclasses import dataclass

from SmartScoreLib.lesions.territories import BY_LABEL
from SmartScoreLib.proposal.model import Proposal, Proposals
from SmartScoreLib.scene.coordinates import worldFromLps
from SmartScoreLib.scene.marking.engine import Edit
from SmartScoreLib.scene.session import ReadingSession
from SmartScoreLib.scoring.left_out import LeftOut
from SmartScoreLib.scoring.model import LesionScore

_Marks = tuple[tuple[LesionScore, ...], tuple[LeftOut, ...]]
_No = tuple[int, _Marks]
"""A proposal that the reader said no to, and what was marked then."""


@dataclass(frozen=True)
class Counts:
    """How far a review is.

    Attributes:
        accepted: proposals that are marked now.
        changed: of them, those that went to another territory than the one proposed.
        rejected: proposals that the reader said no to.
        open: the others.
    """

    accepted: int
    changed: int
    rejected: int
    open: int


class ProposalReview:
    """The reader's way through the proposals of one reading.

    Whether a proposal is accepted is read from the marks, so that undo, erasing and reassigning count here too.

    Attributes:
        proposals: what is gone through, the most likely first.
    """

    def __init__(self, session: ReadingSession, proposals: Proposals) -> None:
        """`proposals` are of the volume of `session`."""
        self._session = session
        self.proposals = proposals
        self._rejected: list[int] = []
        self._said: list[_No] = []
        self._undone: list[_No] = []

    @property
    def items(self) -> tuple[Proposal, ...]:
        """The proposals, in their order."""
        return self.proposals.proposed

    def markedAs(self, number: int) -> str | None:
        """The territory in which a proposal is marked now; None where it is not."""
        lesions = self._session.keeper.lesions
        index = self.items[number].features.candidate.peak_index
        at = tuple(i - c for i, c in zip(index, lesions.corner, strict=True))
        if not all(0 <= i < n for i, n in zip(at, lesions.labels.shape, strict=True)):
            return None
        label = int(lesions.labels[at])
        return BY_LABEL[label].key if label in BY_LABEL else None

    def isRejected(self, number: int) -> bool:
        """Whether the reader said no to it, and has not marked it since."""
        return number in self._rejected and self.markedAs(number) is None

    def isOpen(self, number: int) -> bool:
        """Whether the reader has not decided on it."""
        return not self.isRejected(number) and self.markedAs(number) is None

    def accept(self, number: int, territory: str | None = None) -> Edit:
        """Mark a proposal as a click on it would, in the suggested territory or another one."""
        one = self.items[number]
        candidate = one.features.candidate
        lps = self._session.series.geometry.lps_mm(candidate.peak_index)
        place = (float(lps[0]), float(lps[1]), float(lps[2]))
        edit = self._session.markAt(worldFromLps(self._session.volumeNode, place), territory or one.territory)
        if edit.changed:
            self._undone.clear()
            if number in self._rejected:
                self._rejected.remove(number)
        return edit

    def reject(self, number: int) -> None:
        """Say no to a proposal; a mark that it has stays, and is the reader's."""
        if number not in self._rejected:
            self._rejected.append(number)
            self._said.append((number, self._marks()))
            self._undone.clear()

    def acceptAll(self, territory: str) -> int:
        """Accept every open proposal of a territory; how many there were."""
        taken = [number for number, one in enumerate(self.items) if one.territory == territory and self.isOpen(number)]
        return sum(self.accept(number).changed for number in taken)

    def undoReject(self) -> bool:
        """Take a "no" back, if nothing was marked since; else False, and the marks have a step to take back."""
        if not self._said or self._said[-1][1] != self._marks():
            return False
        self._undone.append(self._said.pop())
        number = self._undone[-1][0]
        if number in self._rejected:
            self._rejected.remove(number)
        return True

    def redoReject(self) -> bool:
        """Say a "no" again, if that was taken back last; else False, and the marks have a step to do again."""
        if not self._undone or self._undone[-1][1] != self._marks():
            return False
        self._said.append(self._undone.pop())
        number = self._said[-1][0]
        if number not in self._rejected:
            self._rejected.append(number)
        return True

    def _marks(self) -> _Marks:
        return self._session.sheet.lesions, self._session.leftOut

    def nextOpen(self, after: int = -1) -> int | None:
        """The next proposal that is open, going around; None where all are decided."""
        count = len(self.items)
        order = [(after + 1 + step) % count for step in range(count)] if count else []
        return next((number for number in order if self.isOpen(number)), None)

    def counts(self) -> Counts:
        """How far the review is."""
        marked = [self.markedAs(number) for number in range(len(self.items))]
        accepted = [number for number, key in enumerate(marked) if key is not None]
        changed = sum(marked[number] != self.items[number].territory for number in accepted)
        rejected = sum(self.isRejected(number) for number in range(len(self.items)))
        return Counts(len(accepted), changed, rejected, len(self.items) - len(accepted) - rejected)
