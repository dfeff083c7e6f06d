"""Marking calcium in the scene without Qt: clicks, erasing, reassigning, with undo and redo."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from slicer import (
    vtkMRMLScalarVolumeNode,
    vtkMRMLScene,
    vtkMRMLSegmentationNode,
    vtkMRMLSegmentEditorNode,
    vtkSlicerSegmentationsModuleLogic,
    vtkSlicerSegmentEditorLogic,
)
from vtk.util.numpy_support import vtk_to_numpy

from SmartScoreLib.lesions.clicking import ClickSettings, calcium_at
from SmartScoreLib.lesions.components import BONE_MM3, Index
from SmartScoreLib.lesions.growing import nearest_calcium
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.remarks.english import english
from SmartScoreLib.scene.clicks import markedPiece
from SmartScoreLib.scene.coordinates import indexFromWorld
from SmartScoreLib.scene.segmentation import LABELMAP, lesionMapFromSegmentation, patchOnVolume, segmentIdOf
from SmartScoreLib.scoring.model import LesionScore
from SmartScoreLib.series.model import CTSeries

UNDO_STATES = 20
"""Each state is a copy of the box that holds all marks: 16 MB where they spread over 600 thin slices."""

_OUTSIDE = "The point lies outside of the images."
_UNMARKED = "Nothing is marked there."


class History(Protocol):
    """Undo and redo. A qMRMLSegmentEditorWidget fits as it is, so that panel and editor share one history."""

    def saveStateForUndo(self) -> object:
        """Remember the state before an edit."""

    def undo(self) -> object:
        """Take the last edit back."""

    def redo(self) -> object:
        """Do again what was taken back."""


@dataclass(frozen=True)
class Edit:
    """What an edit did.

    Attributes:
        changed: whether marks changed.
        voxels: how many voxels the edit marked, moved or cleared.
        text: why nothing happened, one plain sentence; "" if something did.
    """

    changed: bool
    voxels: int = 0
    text: str = ""


class CalciumMarker:
    """Marks calcium of one volume in one segmentation.

    Attributes:
        thresholdHu: a voxel belongs to calcium at or above this value.
        limitMm3: a click that would take more than this volume is refused: it is bone, or touches bone.
    """

    def __init__(
        self,
        segmentationNode: vtkMRMLSegmentationNode,
        volumeNode: vtkMRMLScalarVolumeNode,
        series: CTSeries,
        *,
        thresholdHu: float = 130.0,
        limitMm3: float = BONE_MM3,
        history: History | None = None,
    ) -> None:
        """Without a `history` of its own the marker keeps 20 states in a vtkSlicerSegmentEditorLogic.

        Raises:
            InputRefused: the segmentation and the volume lie under different transforms.
        """
        self.thresholdHu = thresholdHu
        self.limitMm3 = limitMm3
        self._segmentationNode = segmentationNode
        self._volumeNode = volumeNode
        self._series = series
        self._logic = vtkSlicerSegmentEditorLogic()
        scene = segmentationNode.GetScene()
        self._logic.SetMRMLScene(scene)
        self._logic.SetSegmentEditorNode(_editorNode(scene))
        self._logic.SetSegmentationNode(segmentationNode)
        self._logic.SetMaximumNumberOfUndoStates(0 if history else UNDO_STATES)
        self._history = history
        self._marks()

    def click(self, ras: Sequence[float], territoryKey: str, *, inSlice: bool = False) -> Edit:
        """Take the connected calcium at a point (world RAS millimetres) into a territory, out of any other.

        A point up to 2 mm beside calcium in its slice takes it too. `inSlice` takes only the part in the acquired
        slice that holds the point. Nothing is taken outside of the volume, below the threshold, or where the limit
        stops it; the text of the edit says which.
        """
        index = indexFromWorld(self._volumeNode, self._series.geometry, ras)
        if index is None:
            return Edit(False, text=_OUTSIDE)
        settings = ClickSettings(self.thresholdHu, self.limitMm3, inSlice)
        grown = calcium_at(self._series.hu, self._series.geometry, index, settings)
        if grown.reason is not None:
            return Edit(False, text=english(grown.reason))
        return self._add(grown.corner, grown.mask, territoryKey)

    def erase(self, ras: Sequence[float], *, inSlice: bool = False) -> Edit:
        """Remove the connected marks of one territory at a point (world RAS millimetres)."""
        return self._eraseAt(indexFromWorld(self._volumeNode, self._series.geometry, ras), inSlice)

    def reassign(self, ras: Sequence[float], territoryKey: str, *, inSlice: bool = False) -> Edit:
        """Move the connected marks of one territory at a point (world RAS millimetres) to another territory."""
        return self._reassignAt(indexFromWorld(self._volumeNode, self._series.geometry, ras), territoryKey, inSlice)

    def reassignLesion(self, lesion: LesionScore, territoryKey: str) -> Edit:
        """Move a scored lesion, with the marked voxels connected to it, to another territory."""
        return self._reassignAt(lesion.peak_index, territoryKey, inSlice=False)

    def deleteLesion(self, lesion: LesionScore) -> Edit:
        """Remove a scored lesion, with the marked voxels connected to it."""
        return self._eraseAt(lesion.peak_index, inSlice=False)

    def clear(self) -> Edit:
        """Remove all marks."""
        marks = self._marks()
        if not marks.labels.any():
            return Edit(False, text=_UNMARKED)
        return self._remove(marks.corner, marks.labels > 0)

    def undo(self) -> bool:
        """Take the last edit back; False if there is none."""
        if not self.canUndo:
            return False
        if self._history is None:
            self._logic.Undo()
        else:
            self._history.undo()
        return True

    def redo(self) -> bool:
        """Do again what was taken back; False if there is nothing."""
        if not self.canRedo:
            return False
        if self._history is None:
            self._logic.Redo()
        else:
            self._history.redo()
        return True

    @property
    def canUndo(self) -> bool:
        """Whether there is an edit to take back; True with a history from outside, which cannot be asked."""
        return self._history is not None or bool(self._logic.CanUndo())

    @property
    def canRedo(self) -> bool:
        """Whether there is an edit to do again; True with a history from outside, which cannot be asked."""
        return self._history is not None or bool(self._logic.CanRedo())

    def _marks(self) -> LesionMap:
        return lesionMapFromSegmentation(self._segmentationNode, self._series, self._volumeNode, copy=False)

    def _eraseAt(self, index: Index | None, inSlice: bool) -> Edit:
        if index is None:
            return Edit(False, text=_OUTSIDE)
        piece = _pieceNear(self._marks(), index, inSlice)
        return self._remove(*piece) if piece else Edit(False, text=_UNMARKED)

    def _reassignAt(self, index: Index | None, territoryKey: str, inSlice: bool) -> Edit:
        if index is None:
            return Edit(False, text=_OUTSIDE)
        piece = _pieceNear(self._marks(), index, inSlice)
        return self._add(*piece, territoryKey) if piece else Edit(False, text=_UNMARKED)

    def _add(self, corner: Index, mask: NDArray[np.bool_], territoryKey: str) -> Edit:
        segmentId = segmentIdOf(self._segmentationNode, territoryKey)
        if _holdsAll(self._marks(), corner, mask, territoryKey):
            return Edit(False, text="It is marked so already.")
        return self._modify(corner, mask, segmentId, BY_KEY[territoryKey].label)

    def _remove(self, corner: Index, mask: NDArray[np.bool_]) -> Edit:
        segmentId = self._segmentationNode.GetSegmentation().GetNthSegmentID(0)
        return self._modify(corner, mask, segmentId, 0)

    def _modify(self, corner: Index, mask: NDArray[np.bool_], segmentId: str, label: int) -> Edit:
        """Give the voxels of a mask to a segment, or with label 0 to none; they leave all others."""
        if self._history is None:
            self._logic.SaveStateForUndo()
        else:
            self._history.saveStateForUndo()
        if not self._writeInPlace(corner, mask, segmentId, label):
            patch = patchOnVolume(self._volumeNode, self._series.geometry, corner, mask.view(np.uint8))
            mode = self._logic.ModificationModeAdd if label else self._logic.ModificationModeRemoveAll
            self._logic.ModifySegmentByLabelmap(self._segmentationNode, segmentId, patch, mode, False, False)
        return Edit(True, int(np.count_nonzero(mask)))

    def _writeInPlace(self, corner: Index, mask: NDArray[np.bool_], segmentId: str, label: int) -> bool:
        """Write into the one shared labelmap, if there is room and nothing else depends on it.

        The segment editor's way gives the same, but walks through the whole labelmap several times: 15 times slower
        where lesions are spread over 600 slices.
        """
        segmentation = self._segmentationNode.GetSegmentation()
        segment = segmentation.GetSegment(segmentId)
        started = vtkSlicerSegmentationsModuleLogic.GetSegmentStatus(segment)
        representations: list[str] = []
        segmentation.GetContainedRepresentationNames(representations)
        if representations != [LABELMAP] or segmentation.GetNumberOfLayers() > 1:
            return False  # surfaces are rebuilt, and other layers erased, by the editor's logic
        if label and started == vtkSlicerSegmentationsModuleLogic.NotStarted:
            return False  # the editor's logic marks the segment as being worked on
        image = segment.GetRepresentation(LABELMAP)
        scalars = image.GetPointData().GetScalars()
        marks = self._marks()
        box = _boxIn(marks, corner, mask)
        if box is None or scalars is None or not np.may_share_memory(marks.labels, vtk_to_numpy(scalars)):
            return False
        marks.labels[box][mask] = label
        scalars.Modified()
        image.Modified()
        return True


def _editorNode(scene: vtkMRMLScene) -> vtkMRMLSegmentEditorNode:
    """The marker's own editor settings: everywhere editable, no intensity mask, a voxel leaves its other segments.

    It knows the scene but is not in it, so that it is neither saved nor shared, and goes with the marker.
    """
    node = vtkMRMLSegmentEditorNode()
    node.SetScene(scene)
    node.SetOverwriteMode(vtkMRMLSegmentEditorNode.OverwriteAllSegments)
    return node


def _pieceNear(marks: LesionMap, index: Index, inSlice: bool) -> tuple[Index, NDArray[np.bool_]] | None:
    """The connected marks at a voxel, or at the nearest mark up to 2 mm beside it in the slice."""
    local = tuple(i - c for i, c in zip(index, marks.corner, strict=True))
    if all(0 <= at < size for at, size in zip(local, marks.labels.shape, strict=True)):
        near = nearest_calcium(marks.labels, marks.geometry, (local[0], local[1], local[2]), 1)
        if near is not None:
            found = tuple(i + c for i, c in zip(near, marks.corner, strict=True))
            return markedPiece(marks, (found[0], found[1], found[2]), inSlice)
    return None


def _boxIn(marks: LesionMap, corner: Index, mask: NDArray[np.bool_]) -> tuple[slice, ...] | None:
    """The place of a mask in the labels of a map, or None if it does not lie inside their box."""
    start = tuple(a - b for a, b in zip(corner, marks.corner, strict=True))
    box = tuple(slice(a, a + n) for a, n in zip(start, mask.shape, strict=True))
    inside = all(s.start >= 0 and s.stop <= size for s, size in zip(box, marks.labels.shape, strict=True))
    return box if inside else None


def _holdsAll(marks: LesionMap, corner: Index, mask: NDArray[np.bool_], territoryKey: str) -> bool:
    box = _boxIn(marks, corner, mask)
    return box is not None and bool((marks.labels[box][mask] == BY_KEY[territoryKey].label).all())
