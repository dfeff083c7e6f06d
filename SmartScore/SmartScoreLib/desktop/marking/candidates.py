"""Outlines of what may be calcium in the heart and is not marked, in a helper segmentation that is not saved."""

from typing import Any

import numpy as np

from SmartScoreLib.lesions.clicking import ClickSettings, calcium_at
from SmartScoreLib.lesions.components import Candidate, find_candidates
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.proposal.heart import heart_neighborhood
from SmartScoreLib.proposal.zero import open_candidates
from SmartScoreLib.scene.readings.orphans import removeWhole
from SmartScoreLib.scene.segmentation import segmentIdOf, setLesionMap
from SmartScoreLib.scene.session import ReadingSession
from SmartScoreLib.scene.views.outline_node import outlineNode

TERRITORY = "OTHER"
"""Candidates belong to no artery yet."""
COLOR = (1.0, 1.0, 0.4)
MOST = 400
"""More candidates than this are noise, or a threshold that is too low; the largest are shown."""


class Candidates:
    """Shows and hides the outlines, and steps through them.

    Attributes:
        shown: what is outlined, the largest first.
    """

    def __init__(self) -> None:
        self._node: Any = None
        self._found: tuple[Candidate, ...] = ()
        self._near: Any = None
        self._foundBy: tuple[str, float, float] | None = None
        self._at = -1
        self.shown: list[Candidate] = []

    def show(self, session: ReadingSession) -> int:
        """Outline what is not marked yet; the number of candidates."""
        rules = session.state.protocol
        by = (session.volumeNode.GetID(), rules.threshold_hu, rules.minimum_area_mm2)
        if self._foundBy != by:
            self._found = find_candidates(
                session.series.hu,
                session.series.geometry,
                rules.threshold_hu,
                bone_mm3=session.marker.limitMm3,
                minimum_area_mm2=rules.minimum_area_mm2,
            )
            self._near = heart_neighborhood(session.series)
            self._foundBy, self._at = by, -1
        left = open_candidates(self._found, self._near, session.keeper.lesions)
        wanted = sorted(left, key=lambda one: one.volume_mm3, reverse=True)[:MOST]
        if self._node is None or wanted != self.shown:
            self._remove()
            self._node = _outlines(session)
            _fill(self._node, session, wanted)
            self.shown = wanted
        return len(left)

    def step(self, by: int) -> Candidate | None:
        """The next or previous candidate, the largest first; after the last comes the first. None: there is none."""
        if not self.shown:
            return None
        # From nothing the next one is the first, the previous one the last.
        self._at = (self._at + by) % len(self.shown) if self._at >= 0 else min(by - 1, 0) % len(self.shown)
        return self.shown[self._at]

    def hide(self) -> None:
        """Remove the outlines."""
        self._remove()
        self.forget()

    def forget(self) -> None:
        """The scene was closed, and the helper with it."""
        self._node, self._foundBy, self._near = None, None, None
        self._found, self.shown, self._at = (), [], -1

    def _remove(self) -> None:
        if self._node is not None:
            removeWhole(self._node)
        self._node = None


def _outlines(session: ReadingSession) -> Any:
    node = outlineNode(session.volumeNode, "SmartScore candidates")
    node.GetSegmentation().GetSegment(segmentIdOf(node, TERRITORY)).SetColor(*COLOR)
    return node


def _fill(node: Any, session: ReadingSession, shown: list[Candidate]) -> None:
    if not shown:
        return
    series = session.series
    # What is outlined is what a click there takes.
    click = ClickSettings(session.state.protocol.threshold_hu, session.marker.limitMm3)
    corner = np.min([candidate.corner for candidate in shown], axis=0)
    end = np.max([np.add(candidate.corner, candidate.size) for candidate in shown], axis=0)
    labels = np.zeros(end - corner, np.uint8)
    for candidate in shown:
        grown = calcium_at(series.hu, series.geometry, candidate.peak_index, click)
        start = np.subtract(grown.corner, corner)
        box = tuple(slice(a, a + n) for a, n in zip(start, grown.mask.shape, strict=True))
        labels[box][grown.mask] = BY_KEY[TERRITORY].label
    setLesionMap(node, LesionMap(series.geometry, (int(corner[0]), int(corner[1]), int(corner[2])), labels))
