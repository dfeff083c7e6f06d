"""Outlines of what may be calcium in the heart and is not marked, in a helper segmentation that is not saved."""

from collections.abc import Callable
from typing import Any

import numpy as np
from slicer.i18n import tr as _
from slicer.util import VTKObservationMixin

from SmartScoreLib.lesions.clicking import ClickSettings, calcium_at
from SmartScoreLib.lesions.components import Candidate, find_candidates
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.proposal.zero import open_candidates
from SmartScoreLib.scene.anatomy.organs import organNodes
from SmartScoreLib.scene.anatomy.region import CandidateRegion, candidateRegion, regionBoxes
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
        region: where it was looked for; None while nothing is outlined.
    """

    def __init__(self, onMoved: Callable[[], None]) -> None:
        """`onMoved` is called when a box that limits them was moved."""
        self._node: Any = None
        self._found: tuple[Candidate, ...] = ()
        self._foundBy: tuple[str, float, float] | None = None
        self._regionBy: tuple[object, ...] | None = None
        self._onMoved = onMoved
        self._boxes = VTKObservationMixin()
        self._at = -1
        self.region: CandidateRegion | None = None
        self.shown: list[Candidate] = []

    def show(self, session: ReadingSession) -> bool:
        """Outline what is not marked yet; tells whether it is looked for anew, or elsewhere."""
        rules = session.state.protocol
        by = (session.volumeNode.GetID(), rules.threshold_hu, rules.minimum_area_mm2)
        anew = self._foundBy != by
        if anew:
            self._found = find_candidates(
                session.series.hu,
                session.series.geometry,
                rules.threshold_hu,
                bone_mm3=session.marker.limitMm3,
                minimum_area_mm2=rules.minimum_area_mm2,
            )
            self._foundBy, self._at = by, -1
        region, elsewhere = self._look(session)
        left = open_candidates(self._found, region.region, session.keeper.lesions)
        wanted = sorted(left, key=lambda one: one.volume_mm3, reverse=True)[:MOST]
        if self._node is None or wanted != self.shown:
            self._remove()
            self._node = _outlines(session)
            _fill(self._node, session, wanted)
            # What was marked is no candidate any more: the next one is the one after it.
            self._at = sum(one in wanted for one in self.shown[: self._at + 1]) - 1
            self.shown = wanted
        return anew or elsewhere

    def said(self) -> str:
        """How many are outlined, and where they were looked for."""
        where = {
            "box": _("in the box {name}"),
            "segment": _("in and on the heart of {name}"),
            "lungs": _("near the heart, as the lungs show it"),
            "anywhere": _("anywhere, since no lungs are seen"),
        }
        if self.region is None:
            return ""
        return _("Candidates: {count}, {where}. N steps through them, the largest first.").format(
            count=len(self.shown), where=where[self.region.kind].format(name=self.region.name)
        )

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
        self._boxes.removeObservers()
        self._node, self._foundBy, self._regionBy, self.region = None, None, None, None
        self._found, self.shown, self._at = (), [], -1

    def _look(self, session: ReadingSession) -> tuple[CandidateRegion, bool]:
        """Where to look now, and whether that is elsewhere than before."""
        volumeNode = session.volumeNode
        boxes, organs = regionBoxes(volumeNode), organNodes(volumeNode)
        by = (
            volumeNode.GetID(),
            *((box.GetID(), box.GetMTime()) for box in boxes),
            *((node.GetID(), node.GetSegmentation().GetMTime()) for node in organs),
        )
        if self.region is not None and by == self._regionBy:
            return self.region, False
        self._boxes.removeObservers()
        for box in boxes:
            self._boxes.addObserver(box, box.PointEndInteractionEvent, lambda *_args: self._onMoved())
        self.region, self._regionBy, self._at = candidateRegion(volumeNode, session.series), by, -1
        return self.region, True

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
    click = ClickSettings(session.state.protocol.threshold_hu, session.marker.limitMm3, refuse_threads=True)
    corner = np.min([candidate.corner for candidate in shown], axis=0)
    end = np.max([np.add(candidate.corner, candidate.size) for candidate in shown], axis=0)
    labels = np.zeros(end - corner, np.uint8)
    for candidate in shown:
        grown = calcium_at(series.hu, series.geometry, candidate.peak_index, click)
        start = np.subtract(grown.corner, corner)
        box = tuple(slice(a, a + n) for a, n in zip(start, grown.mask.shape, strict=True))
        labels[box][grown.mask] = BY_KEY[TERRITORY].label
    setLesionMap(node, LesionMap(series.geometry, (int(corner[0]), int(corner[1]), int(corner[2])), labels))
