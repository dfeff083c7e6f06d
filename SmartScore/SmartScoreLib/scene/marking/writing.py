"""Marks into a segmentation: through the segment editor, or at once where that gives the same."""

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from slicer import (
    vtkMRMLScalarVolumeNode,
    vtkMRMLSegmentationNode,
    vtkMRMLSegmentEditorNode,
    vtkSlicerSegmentationsModuleLogic,
)
from vtk.util.numpy_support import vtk_to_numpy

from SmartScoreLib.lesions.components import Index
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.scene.segmentation import LABELMAP, patchOnVolume


class SegmentEditor(Protocol):
    """What the engine asks of a segment editor; qSlicerSegmentEditorScriptedEffect offers it as it is."""

    def parameterSetNode(self) -> vtkMRMLSegmentEditorNode | None: ...  # noqa: D102 - Slicer's own
    def saveStateForUndo(self) -> object: ...  # noqa: D102
    def confirmCurrentSegmentVisible(self) -> int: ...  # noqa: D102
    def modifySegmentByLabelmap(self, node: Any, segmentId: str, patch: Any, mode: Any) -> object: ...  # noqa: D102


@dataclass(frozen=True)
class Change:
    """Voxels that join a segment or leave it.

    Attributes:
        corner: (slice, row, column) of the mask's first voxel in the volume.
        mask: bool (slice, row, column) box.
        segmentIds: the segment that they join, or those that they leave.
        label: of the territory that they join; 0 if they leave.
    """

    corner: Index
    mask: NDArray[np.bool_]
    segmentIds: tuple[str, ...]
    label: int


def write(
    editor: SegmentEditor,
    modes: Any,
    segmentationNode: vtkMRMLSegmentationNode,
    volumeNode: vtkMRMLScalarVolumeNode,
    marks: LesionMap,
    change: Change,
) -> None:
    """Carry out a change.

    Args:
        editor: whose masks are kept.
        modes: holds the editor's ModificationModeAdd, ModificationModeRemove and ModificationModeRemoveAll.
        segmentationNode: what is changed.
        volumeNode: the volume that the change is on.
        marks: of the segmentation as it is, a view of it where that is possible.
        change: what joins or leaves.
    """
    if _writeInPlace(editor.parameterSetNode(), segmentationNode, marks, change):
        return
    patch = patchOnVolume(volumeNode, marks.geometry, change.corner, change.mask.view(np.uint8))
    if change.label:
        editor.modifySegmentByLabelmap(segmentationNode, change.segmentIds[0], patch, modes.ModificationModeAdd)
    elif set(change.segmentIds) == set(segmentationNode.GetSegmentation().GetSegmentIDs()):
        editor.modifySegmentByLabelmap(segmentationNode, change.segmentIds[0], patch, modes.ModificationModeRemoveAll)
    else:
        for segmentId in change.segmentIds:
            editor.modifySegmentByLabelmap(segmentationNode, segmentId, patch, modes.ModificationModeRemove)


def boxIn(marks: LesionMap, corner: Index, mask: NDArray[np.bool_]) -> tuple[slice, ...] | None:
    """The place of a mask in the labels of a map, or None if it does not lie inside their box."""
    start = tuple(a - b for a, b in zip(corner, marks.corner, strict=True))
    box = tuple(slice(a, a + n) for a, n in zip(start, mask.shape, strict=True))
    inside = all(s.start >= 0 and s.stop <= size for s, size in zip(box, marks.labels.shape, strict=True))
    return box if inside else None


def _writeInPlace(
    editorNode: vtkMRMLSegmentEditorNode | None,
    segmentationNode: vtkMRMLSegmentationNode,
    marks: LesionMap,
    change: Change,
) -> bool:
    """Write into the one shared labelmap, if there is room and nothing else depends on it.

    The segment editor's way gives the same, but walks through the whole labelmap several times: 15 times slower
    where lesions are spread over 600 slices.
    """
    if editorNode is None or not _editsEverywhere(editorNode):
        return False  # only the editor's logic keeps what is masked
    segmentation = segmentationNode.GetSegmentation()
    segment = segmentation.GetSegment(change.segmentIds[0])
    representations: list[str] = []
    segmentation.GetContainedRepresentationNames(representations)
    if representations != [LABELMAP] or segmentation.GetNumberOfLayers() > 1:
        return False  # surfaces are rebuilt, and other layers erased, by the editor's logic
    started = vtkSlicerSegmentationsModuleLogic.GetSegmentStatus(segment)
    if change.label and started == vtkSlicerSegmentationsModuleLogic.NotStarted:
        return False  # the editor's logic marks the segment as being worked on
    image = segment.GetRepresentation(LABELMAP)
    scalars = image.GetPointData().GetScalars()
    box = boxIn(marks, change.corner, change.mask)
    # The labels are a view of the labelmap where its grid and values are those of the map.
    if box is None or scalars is None or not np.may_share_memory(marks.labels, vtk_to_numpy(scalars)):
        return False
    marks.labels[box][change.mask] = change.label
    scalars.Modified()
    image.Modified()
    return True


def _editsEverywhere(node: vtkMRMLSegmentEditorNode) -> bool:
    return bool(
        node.GetMaskMode() == vtkMRMLSegmentationNode.EditAllowedEverywhere
        and not node.GetSourceVolumeIntensityMask()
        and node.GetOverwriteMode() == vtkMRMLSegmentEditorNode.OverwriteAllSegments
    )
