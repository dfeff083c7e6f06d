"""The embedded segment editor: the panel's undo history, and its hand in the slice views."""

from collections.abc import Callable
from typing import Any

import slicer
from slicer import vtkMRMLScalarVolumeNode, vtkMRMLSegmentationNode
from slicer.util import VTKObservationMixin

from SmartScoreLib.scene.marking.registration import EFFECT_NAME, IN_3D, IN_SLICE, MODE, THRESHOLD
from SmartScoreLib.scene.segmentation import segmentIdOf, territoryOf

NODE_TAG = "SmartScore"
UNDO_STATES = 50
EFFECTS = (EFFECT_NAME, "Paint", "Erase", "Scissors", "Islands", "Smoothing", "Threshold")


class Editor:
    """A qMRMLSegmentEditorWidget of our own, with its own segment editor node."""

    def __init__(self, widget: Any, onChanged: Callable[[], None]) -> None:
        """Set up the widget; `onChanged` is called when the selected segment or effect may have changed."""
        self.widget = widget
        self._onChanged = onChanged
        self._node: Any = None
        self._observation = VTKObservationMixin()
        self._factory = slicer.qSlicerSegmentEditorEffectFactory.instance()
        # One object for connecting and disconnecting: PythonQt compares slots by identity.
        self._registered = self._effectRegistered
        self._factory.connect("effectRegistered(QString)", self._registered)
        widget.setEffectNameOrder(list(EFFECTS))
        widget.unorderedEffectsVisible = False
        widget.segmentationNodeSelectorVisible = False
        widget.sourceVolumeNodeSelectorVisible = False
        widget.addRemoveSegmentButtonsVisible = False
        widget.specifyGeometryButtonVisible = False
        widget.switchToSegmentationsButtonVisible = False
        widget.maximumNumberOfUndoStates = UNDO_STATES
        # The node comes before the scene, so that the choices that the scene brings are stored in it.
        self.selectNode()
        widget.setMRMLScene(slicer.mrmlScene)

    def selectNode(self) -> None:
        """Find or make the editor's node; after a scene was closed or opened it may be another."""
        node = slicer.mrmlScene.GetSingletonNode(NODE_TAG, "vtkMRMLSegmentEditorNode")
        if node is None:
            node = slicer.mrmlScene.CreateNodeByClass("vtkMRMLSegmentEditorNode")
            node.UnRegister(None)  # Python owns it now
            node.SetSingletonTag(NODE_TAG)
            node = slicer.mrmlScene.AddNode(node)
        if node is self._node:
            return
        self._observation.removeObservers()
        self._node = node
        self._observation.addObserver(node, "ModifiedEvent", lambda *_: self._onChanged())
        # A voxel belongs to one territory: what is painted is taken from all others, hidden ones too.
        node.SetOverwriteMode(node.OverwriteAllSegments)
        self.widget.setMRMLSegmentEditorNode(node)

    def show(self, volumeNode: vtkMRMLScalarVolumeNode, segmentationNode: vtkMRMLSegmentationNode) -> None:
        """Edit this segmentation on this volume."""
        self.selectNode()
        self.widget.setSegmentationNode(segmentationNode)
        self.widget.setSourceVolumeNode(volumeNode)

    def enter(self) -> None:
        """The module is shown."""
        self.selectNode()
        self.widget.updateWidgetFromMRML()

    def exit(self) -> None:
        """The module is hidden, perhaps in the middle of a stroke."""
        self.widget.setActiveEffect(None)
        self.widget.uninstallKeyboardShortcuts()
        self.widget.removeViewObservations()

    def clear(self) -> None:
        """Let go of all nodes: closing a scene does not do that."""
        self.exit()
        self.widget.setSegmentationNode(None)
        self.widget.setSourceVolumeNode(None)

    def cleanup(self) -> None:
        """The widget is being deleted."""
        self._observation.removeObservers()
        self._factory.disconnect("effectRegistered(QString)", self._registered)
        self.clear()
        # After a reload the next panel uses this node; a widget that still lives must not answer clicks as well.
        self.widget.setMRMLSegmentEditorNode(None)
        self._node = None

    def mark(self, territoryKey: str) -> None:
        """Select a territory, and let clicks mark calcium."""
        segmentationNode = self.widget.segmentationNode()
        self.widget.setCurrentSegmentID(segmentIdOf(segmentationNode, territoryKey))
        self.widget.setActiveEffectByName(EFFECT_NAME)

    def takeOutlined(self) -> None:
        """Take the calcium that is outlined under the pointer into the selected territory, if it is not marked."""
        if self.markedTerritory():
            self.widget.activeEffect().self().takeOutlined()

    def stopMarking(self) -> None:
        """Let clicks in the views do what they did before."""
        self.widget.setActiveEffect(None)

    def markedTerritory(self) -> str:
        """The territory that clicks go to, or "" if clicks do not mark."""
        segmentationNode = self.widget.segmentationNode()
        if self._node is None or segmentationNode is None or self._node.GetActiveEffectName() != EFFECT_NAME:
            return ""
        segmentId = self._node.GetSelectedSegmentID() or ""
        segment = segmentationNode.GetSegmentation().GetSegment(segmentId)
        territory = territoryOf(segmentId, segment) if segment is not None else None
        return territory.key if territory is not None else ""

    def setClick(self, thresholdHu: float, inSlice: bool) -> None:
        """Let clicks take what is at or above this threshold, in all slices or one."""
        for name, value in ((THRESHOLD, f"{thresholdHu:g}"), (MODE, IN_SLICE if inSlice else IN_3D)):
            if self._node is not None and self._node.GetAttribute(f"{EFFECT_NAME}.{name}") != value:
                self._node.SetAttribute(f"{EFFECT_NAME}.{name}", value)

    def click(self) -> tuple[float, bool] | None:
        """Threshold and reach that the user set in the options of the active effect, or None if it is not active."""
        if self._node is None or self._node.GetActiveEffectName() != EFFECT_NAME:
            return None
        threshold = self._node.GetAttribute(f"{EFFECT_NAME}.{THRESHOLD}")
        return (float(threshold), self._node.GetAttribute(f"{EFFECT_NAME}.{MODE}") == IN_SLICE) if threshold else None

    def useOwnShortcuts(self, on: bool) -> None:
        """Install the segment editor's own keys, or remove them."""
        if on:
            self.widget.installKeyboardShortcuts()
        else:
            self.widget.uninstallKeyboardShortcuts()

    def _effectRegistered(self, *_: object) -> None:
        self.widget.updateEffectList()
