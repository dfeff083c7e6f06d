"""Marking calcium in the scene without Qt: clicks, erasing, reassigning, with undo and redo."""

from collections.abc import Sequence
from typing import Any, Protocol

from slicer import (
    vtkMRMLScalarVolumeNode,
    vtkMRMLScene,
    vtkMRMLSegmentationNode,
    vtkMRMLSegmentEditorNode,
    vtkSlicerSegmentEditorLogic,
)

from SmartScoreLib.lesions.clicking import ClickSettings
from SmartScoreLib.lesions.components import BONE_MM3
from SmartScoreLib.lesions.model import STANDARD_THRESHOLD_HU, LesionMap
from SmartScoreLib.scene.marking.engine import ClickEngine, Edit
from SmartScoreLib.scene.segmentation import demandSameSpace, segmentIdOf, setLesionMap
from SmartScoreLib.scoring.left_out import LeftOut
from SmartScoreLib.scoring.model import LesionScore

UNDO_STEPS = 20
"""How many edits can be taken back without a history from outside. Each needs a copy of the box that holds all marks:
16 MB where they spread over 600 thin slices."""


class History(Protocol):
    """Undo and redo. A qMRMLSegmentEditorWidget fits as it is, so that panel and editor share one history."""

    def saveStateForUndo(self) -> object:
        """Remember the state before an edit."""

    def undo(self) -> object:
        """Take the last edit back."""

    def redo(self) -> object:
        """Do again what was taken back."""


class CalciumMarker:
    """Marks calcium of one volume in one segmentation: the click engine of the effect, for scripts and lists.

    Attributes:
        thresholdHu: a voxel belongs to calcium at or above this value.
        limitMm3: a click that would take more than this volume is refused: it is bone, or touches bone.
    """

    def __init__(
        self,
        segmentationNode: vtkMRMLSegmentationNode,
        volumeNode: vtkMRMLScalarVolumeNode,
        *,
        thresholdHu: float = STANDARD_THRESHOLD_HU,
        limitMm3: float = BONE_MM3,
        history: History | None = None,
    ) -> None:
        """Without a `history` of its own the marker takes 20 edits back, by a vtkSlicerSegmentEditorLogic.

        Raises:
            InputRefused: the segmentation and the volume lie under different transforms.
        """
        demandSameSpace(segmentationNode, volumeNode)
        self.thresholdHu = thresholdHu
        self.limitMm3 = limitMm3
        self._segmentationNode = segmentationNode
        self._editor = _Editor(segmentationNode, volumeNode, history)
        self._engine = ClickEngine(self._editor, vtkSlicerSegmentEditorLogic)

    def click(self, ras: Sequence[float], territoryKey: str, *, inSlice: bool = False) -> Edit:
        """Take the connected calcium at a point (world RAS millimetres) into a territory, out of any other.

        A point up to 2 mm beside calcium in its slice takes it too. `inSlice` takes only the part in the acquired
        slice that holds the point. Nothing is taken outside of the volume, below the threshold, of a thread of noise,
        or where the limit stops it; the refusal of the edit says which.

        Raises:
            WrongUsage: there is no such territory.
        """
        self._select(territoryKey)
        return self._engine.take(ras, self._settings(inSlice))

    def erase(self, ras: Sequence[float], *, inSlice: bool = False) -> Edit:
        """Remove the connected marks of one territory at a point (world RAS millimetres)."""
        self._selectAny()
        return self._engine.remove(ras, self._settings(inSlice))

    def reassign(self, ras: Sequence[float], territoryKey: str, *, inSlice: bool = False) -> Edit:
        """Move the connected marks of one territory at a point (world RAS millimetres) to another territory.

        Raises:
            WrongUsage: there is no such territory.
        """
        self._select(territoryKey)
        return self._engine.move(ras, self._settings(inSlice))

    def reassignLesion(self, lesion: LesionScore | LeftOut, territoryKey: str) -> Edit:
        """Move a scored lesion, with the marked voxels connected to it, to another territory.

        Raises:
            WrongUsage: there is no such territory.
        """
        self._select(territoryKey)
        return self._engine.moveLesion(lesion.peak_index)

    def deleteLesion(self, lesion: LesionScore | LeftOut) -> Edit:
        """Remove a scored lesion, with the marked voxels connected to it."""
        self._selectAny()
        return self._engine.clear(lesion.peak_index)

    def clear(self) -> Edit:
        """Remove all marks."""
        self._selectAny()
        return self._engine.clear()

    def replaceMarks(self, lesions: LesionMap) -> None:
        """Put these marks in the place of all that there are."""
        self._editor.saveStateForUndo()
        setLesionMap(self._segmentationNode, lesions)

    def undo(self) -> bool:
        """Take the last edit back; False if there is none."""
        if not self.canUndo:
            return False
        self._editor.undo()
        return True

    def redo(self) -> bool:
        """Do again what was taken back; False if there is nothing."""
        if not self.canRedo:
            return False
        self._editor.redo()
        return True

    @property
    def canUndo(self) -> bool:
        """Whether there is an edit to take back; True with a history from outside, which cannot be asked."""
        return self._editor.history is not None or bool(self._editor.logic.CanUndo())

    @property
    def canRedo(self) -> bool:
        """Whether there is an edit to do again; True with a history from outside, which cannot be asked."""
        return self._editor.history is not None or bool(self._editor.logic.CanRedo())

    def _settings(self, inSlice: bool) -> ClickSettings:
        return ClickSettings(self.thresholdHu, self.limitMm3, inSlice, refuse_threads=True)

    def _select(self, territoryKey: str) -> None:
        self._editor.node.SetSelectedSegmentID(segmentIdOf(self._segmentationNode, territoryKey))

    def _selectAny(self) -> None:
        """Removing asks for a selected segment only because the segment editor has one."""
        segmentation = self._segmentationNode.GetSegmentation()
        self._editor.node.SetSelectedSegmentID(segmentation.GetNthSegmentID(0))


class _Editor:
    """A segment editor without a widget: Slicer's own editing logic, and a history of its own or somebody else's."""

    def __init__(
        self,
        segmentationNode: vtkMRMLSegmentationNode,
        volumeNode: vtkMRMLScalarVolumeNode,
        history: History | None,
    ) -> None:
        scene = segmentationNode.GetScene()
        self.history = history
        self.node = _editorNode(scene)
        self.logic = vtkSlicerSegmentEditorLogic()
        self.logic.SetMRMLScene(scene)
        self.logic.SetSegmentEditorNode(self.node)
        self.logic.SetSegmentationNode(segmentationNode)
        self.logic.SetSourceVolumeNode(volumeNode)
        # One state more: the first step back keeps the state that it leaves, for redo.
        self.logic.SetMaximumNumberOfUndoStates(0 if history else UNDO_STEPS + 1)

    def parameterSetNode(self) -> vtkMRMLSegmentEditorNode:
        return self.node

    def confirmCurrentSegmentVisible(self) -> int:
        return 1  # who calls by name means it

    def saveStateForUndo(self) -> None:
        if self.history is None:
            self.logic.SaveStateForUndo()
        else:
            self.history.saveStateForUndo()

    def modifySegmentByLabelmap(self, node: Any, segmentId: str, patch: Any, mode: Any) -> None:
        self.logic.ModifySegmentByLabelmap(node, segmentId, patch, mode, False, False)

    def undo(self) -> None:
        if self.history is None:
            self.logic.Undo()
        else:
            self.history.undo()

    def redo(self) -> None:
        if self.history is None:
            self.logic.Redo()
        else:
            self.history.redo()


def _editorNode(scene: vtkMRMLScene) -> vtkMRMLSegmentEditorNode:
    """The marker's own editor settings: everywhere editable, no intensity mask, a voxel leaves its other segments.

    It knows the scene but is not in it, so that it is neither saved nor shared, and goes with the marker.
    """
    node = vtkMRMLSegmentEditorNode()
    node.SetScene(scene)
    node.SetOverwriteMode(vtkMRMLSegmentEditorNode.OverwriteAllSegments)
    return node
