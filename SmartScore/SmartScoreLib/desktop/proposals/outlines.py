"""Outlines of open proposals in the color of their vessel, in a helper segmentation that is not saved."""

from collections.abc import Sequence
from typing import Any

import slicer

from SmartScoreLib.lesions.editing import assign, empty_map
from SmartScoreLib.proposal.model import Proposal
from SmartScoreLib.scene.segmentation import setLesionMap
from SmartScoreLib.scene.session import ReadingSession

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
        self._node = _helper(session)
        setLesionMap(self._node, lesions)
        self._shown = tuple(open_)

    def hide(self) -> None:
        """Remove the outlines."""
        if self._node is not None and self._node.GetScene() is not None:
            self._node.GetScene().RemoveNode(self._node)
        self.forget()

    def forget(self) -> None:
        """The scene was closed, and the helper with it."""
        self._node, self._shown = None, ()


def _helper(session: ReadingSession) -> Any:
    node = slicer.mrmlScene.AddNewNodeByClass("vtkMRMLSegmentationNode", NAME)
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
    return node
