"""Outlines of everything that may be calcium, in a helper segmentation that is not saved with the scene."""

from typing import Any

import numpy as np
import slicer

from SmartScoreLib.lesions.clicking import ClickSettings, calcium_at
from SmartScoreLib.lesions.components import find_candidates
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.scene.segmentation import segmentIdOf, setLesionMap
from SmartScoreLib.scene.session import ReadingSession

TERRITORY = "OTHER"
"""Candidates belong to no artery yet."""
COLOR = (1.0, 1.0, 0.4)
MOST = 400
"""More candidates than this are noise, or a threshold that is too low; the largest are shown."""


class Candidates:
    """Shows and hides the outlines."""

    def __init__(self) -> None:
        self._node: Any = None
        self._shown: tuple[str, float] | None = None

    def show(self, session: ReadingSession) -> int:
        """Outline the candidates of a volume; the number of those that are not bone."""
        wanted = (session.volumeNode.GetID(), session.state.protocol.threshold_hu)
        if self._node is None or self._shown != wanted:
            self.hide()
            self._node = _helper(session)
            self._count = _fill(self._node, session)
            self._shown = wanted
        return self._count

    def hide(self) -> None:
        """Remove the outlines."""
        if self._node is not None and self._node.GetScene() is not None:
            self._node.GetScene().RemoveNode(self._node)
        self.forget()

    def forget(self) -> None:
        """The scene was closed, and the helper with it."""
        self._node = self._shown = None


def _helper(session: ReadingSession) -> Any:
    node = slicer.mrmlScene.AddNewNodeByClass("vtkMRMLSegmentationNode", "SmartScore candidates")
    node.SetSaveWithScene(False)
    node.SetHideFromEditors(True)
    node.CreateDefaultDisplayNodes()
    node.SetReferenceImageGeometryParameterFromVolumeNode(session.volumeNode)
    node.SetAndObserveTransformNodeID(session.volumeNode.GetTransformNodeID())
    display = node.GetDisplayNode()
    display.SetSaveWithScene(False)
    display.SetVisibility2DFill(False)
    display.SetVisibility3D(False)
    display.SetSliceIntersectionThickness(1)
    segmentId = segmentIdOf(node, TERRITORY)
    node.GetSegmentation().GetSegment(segmentId).SetColor(*COLOR)
    return node


def _fill(node: Any, session: ReadingSession) -> int:
    series, protocol = session.series, session.state.protocol
    # What is outlined is what a click there takes.
    click = ClickSettings(protocol.threshold_hu, session.marker.limitMm3)
    found = [
        candidate
        for candidate in find_candidates(
            series.hu,
            series.geometry,
            protocol.threshold_hu,
            bone_mm3=session.marker.limitMm3,
            minimum_area_mm2=protocol.minimum_area_mm2,
        )
        if not candidate.bone
    ]
    shown = sorted(found, key=lambda candidate: candidate.voxels, reverse=True)[:MOST]
    if not shown:
        return 0
    corner = np.min([candidate.corner for candidate in shown], axis=0)
    end = np.max([np.add(candidate.corner, candidate.size) for candidate in shown], axis=0)
    labels = np.zeros(end - corner, np.uint8)
    for candidate in shown:
        grown = calcium_at(series.hu, series.geometry, candidate.peak_index, click)
        start = np.subtract(grown.corner, corner)
        box = tuple(slice(a, a + n) for a, n in zip(start, grown.mask.shape, strict=True))
        labels[box][grown.mask] = BY_KEY[TERRITORY].label
    setLesionMap(node, LesionMap(series.geometry, (int(corner[0]), int(corner[1]), int(corner[2])), labels))
    return len(found)
