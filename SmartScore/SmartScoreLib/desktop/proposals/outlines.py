"""Outlines of open proposals in the color of their vessel, in a helper segmentation that is not saved."""

from collections.abc import Sequence
from typing import Any

from SmartScoreLib.lesions.editing import assign, empty_map
from SmartScoreLib.proposal.model import Proposal
from SmartScoreLib.scene.readings.orphans import removeWhole
from SmartScoreLib.scene.segmentation import setLesionMap
from SmartScoreLib.scene.session import ReadingSession
from SmartScoreLib.scene.views.outline_node import outlineNode

NAME = "SmartScore proposals"


class Outlines:
    """Shows and hides the outlines; thinner than those of marks, and without a fill."""

    def __init__(self) -> None:
        self._node: Any = None
        self._shown: tuple[int, ...] = ()

    def show(self, session: ReadingSession, items: Sequence[Proposal], open_: Sequence[int]) -> None:
        """Outline the proposals of these numbers."""
        if self._node is not None and self._shown == tuple(open_):
            return
        self.hide()
        if not open_:
            return
        lesions = empty_map(session.series.geometry)
        for number in open_:
            one = items[number]
            lesions = assign(lesions, one.features.corner, one.features.mask, one.territory)
        self._node = outlineNode(session.volumeNode, NAME)
        setLesionMap(self._node, lesions)
        self._shown = tuple(open_)

    def hide(self) -> None:
        """Remove the outlines."""
        if self._node is not None:
            removeWhole(self._node)
        self.forget()

    def forget(self) -> None:
        """The scene was closed, and the helper with it."""
        self._node, self._shown = None, ()
