"""The work of the segment editor effect "Calcium", without Qt: what a position in a slice view means."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol

import vtk
from slicer import vtkMRMLSegmentEditorNode, vtkMRMLSliceNode, vtkOrientedImageData

from SmartScoreLib.lesions.clicking import ClickSettings
from SmartScoreLib.lesions.components import Index
from SmartScoreLib.lesions.growing import Grown
from SmartScoreLib.scene.clicks import Hover, ImageGrid, erasureAt
from SmartScoreLib.scene.coordinates import transformedAlike
from SmartScoreLib.scene.outlines import imageFromView, outline
from SmartScoreLib.series.geometry import Vector


class Host(Protocol):
    """What the tool asks of the segment editor; qSlicerSegmentEditorScriptedEffect offers it."""

    def parameterSetNode(self) -> vtkMRMLSegmentEditorNode: ...  # noqa: D102 - Slicer's own
    def sourceVolumeImageData(self) -> vtkOrientedImageData | None: ...  # noqa: D102
    def saveStateForUndo(self) -> object: ...  # noqa: D102
    def confirmCurrentSegmentVisible(self) -> int: ...  # noqa: D102
    def modifySegmentByLabelmap(self, node: Any, segmentId: str, patch: Any, mode: Any) -> object: ...  # noqa: D102


class Why(Enum):
    """Why a click takes nothing."""

    NO_VOLUME = "no volume"
    NO_SEGMENT = "no segment"
    TRANSFORM = "transform"
    OUTSIDE = "outside"
    BELOW = "below"
    LIMIT = "limit"
    NOT_CONFIRMED = "not confirmed"


@dataclass(frozen=True)
class Look:
    """What a click at a position would do.

    Attributes:
        why: None if it would take something.
        hu: the value there; 0 outside.
        lines: outline of what it would take, in display pixels.
        color: of the segment that takes it, three values 0 to 1.
    """

    why: Why | None
    hu: float = 0.0
    lines: vtk.vtkPolyData | None = None
    color: tuple[float, float, float] = (1.0, 1.0, 0.0)


class CalciumTool:
    """Takes calcium into the selected segment of a segment editor, and takes it out."""

    def __init__(self, host: Host, addMode: Any, removeMode: Any) -> None:
        """The modes are the editor's ModificationModeAdd and ModificationModeRemove."""
        self._host = host
        self._addMode = addMode
        self._removeMode = removeMode
        self._hover = Hover()

    def look(self, sliceNode: vtkMRMLSliceNode, xy: Sequence[int], settings: ClickSettings) -> Look:
        """What a click at (x, y) display pixels of a slice view would do; cheap enough for every mouse move."""
        found = self._find(sliceNode, xy, settings)
        if isinstance(found, Look):
            return found
        grown, grid = found
        segmentationNode = self._host.parameterSetNode().GetSegmentationNode()
        fromView = imageFromView(sliceNode, segmentationNode, grid.image)
        lines = None
        if fromView is not None:
            width, height = sliceNode.GetDimensions()[:2]
            lines = outline(grown.mask, grid.cornerInImage(grown.corner), fromView, (width, height))
        segment = segmentationNode.GetSegmentation().GetSegment(self._selectedSegmentId())
        return Look(None, lines=lines, color=tuple(segment.GetColor()))

    def take(self, sliceNode: vtkMRMLSliceNode, xy: Sequence[int], settings: ClickSettings) -> Look:
        """Take the calcium at a position into the selected segment; `why` tells what was in the way."""
        found = self._find(sliceNode, xy, settings)
        if isinstance(found, Look):
            return found
        if not self._confirmed():
            return Look(Why.NOT_CONFIRMED)
        grown, grid = found
        patch = grid.patch(grown.corner, grown.mask)
        node = self._host.parameterSetNode().GetSegmentationNode()
        self._host.saveStateForUndo()
        self._host.modifySegmentByLabelmap(node, self._selectedSegmentId(), patch, self._addMode)
        return Look(None)

    def takeOut(self, sliceNode: vtkMRMLSliceNode, xy: Sequence[int], settings: ClickSettings) -> bool:
        """Take the marks at a position out of their segment; False if there are none and nothing was done."""
        grid = self._grid()
        if isinstance(grid, Look):
            return False
        node = self._host.parameterSetNode().GetSegmentationNode()
        erasure = erasureAt(node, self._selectedSegmentId(), grid, _rasAt(sliceNode, xy), settings)
        if erasure is None or not self._confirmed():
            return False
        self._host.saveStateForUndo()
        self._host.modifySegmentByLabelmap(node, erasure.segmentId, erasure.patch, self._removeMode)
        return True

    def _find(
        self, sliceNode: vtkMRMLSliceNode, xy: Sequence[int], settings: ClickSettings
    ) -> Look | tuple[Grown, ImageGrid]:
        grid = self._grid()
        if isinstance(grid, Look):
            return grid
        node = self._host.parameterSetNode().GetSegmentationNode()
        index: Index | None = grid.indexAt(node, _rasAt(sliceNode, xy))
        if index is None:
            return Look(Why.OUTSIDE)
        grown = self._hover.at(grid.image, index, settings)
        if grown.voxels:
            return grown, grid
        return Look(Why.LIMIT if grown.reached_limit else Why.BELOW, float(grid.values[index]))

    def _grid(self) -> Look | ImageGrid:
        editor = self._host.parameterSetNode()
        segmentationNode = editor.GetSegmentationNode() if editor is not None else None
        volumeNode = editor.GetSourceVolumeNode() if editor is not None else None
        if segmentationNode is None or volumeNode is None:
            return Look(Why.NO_VOLUME)
        if segmentationNode.GetSegmentation().GetSegment(self._selectedSegmentId()) is None:
            return Look(Why.NO_SEGMENT)
        if not transformedAlike(volumeNode, segmentationNode):
            # The editor would resample the volume: other voxels than those that are scored.
            return Look(Why.TRANSFORM)
        image = self._host.sourceVolumeImageData()
        if image is None or image.GetPointData().GetScalars() is None:
            return Look(Why.NO_VOLUME)
        return self._hover.grid(image)

    def _selectedSegmentId(self) -> str:
        return self._host.parameterSetNode().GetSelectedSegmentID() or ""

    def _confirmed(self) -> bool:
        # 0: not confirmed. 2: confirmed in a dialog, to which the pointer had to move; the user clicks again.
        return self._host.confirmCurrentSegmentVisible() == 1


def _rasAt(sliceNode: vtkMRMLSliceNode, xy: Sequence[int]) -> Vector:
    """World RAS millimetres of a display pixel."""
    r, a, s, _ = sliceNode.GetXYToRAS().MultiplyPoint((float(xy[0]), float(xy[1]), 0.0, 1.0))
    return (r, a, s)
