"""What a click in the scene does, decided once: effect, panel, self test and scripts all go through here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import vtk
from numpy.typing import NDArray
from slicer import vtkMRMLScalarVolumeNode, vtkMRMLSegmentationNode, vtkMRMLSliceNode, vtkSegment

from SmartScoreLib.lesions.clicking import ClickSettings, calcium_at
from SmartScoreLib.lesions.components import Index
from SmartScoreLib.lesions.editing import piece_at
from SmartScoreLib.lesions.growing import SNAP_MM, Grown, nearest_calcium
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.proposal.heart import Neighborhood, heart_neighborhood
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.scene.alignment import labelsOnGrid
from SmartScoreLib.scene.coordinates import indexFromWorld
from SmartScoreLib.scene.marking.answer import answerAt
from SmartScoreLib.scene.marking.outlines import indexFromView, outline
from SmartScoreLib.scene.marking.sight import brightestAlong, runsAlong, throughPixel, throughSlab
from SmartScoreLib.scene.marking.voxels import Pointer, VolumeVoxels
from SmartScoreLib.scene.marking.writing import Change, SegmentEditor, boxIn, write
from SmartScoreLib.scene.segmentation import LABELMAP, demandSameSpace, marksOnGrid, territoryOf
from SmartScoreLib.scene.state import loadState
from SmartScoreLib.series.geometry import Vector
from SmartScoreLib.series.model import CTSeries

_MOST_RUNS = 40
"""So many bright stretches of a line of sight are looked at; more are noise."""

Piece = tuple[Index, NDArray[np.bool_]]
"""(slice, row, column) of the first voxel of a box, and bool (slice, row, column) which of its voxels are meant."""


@dataclass(frozen=True)
class Edit:
    """What an edit did.

    Attributes:
        changed: whether marks changed.
        voxels: how many voxels the edit marked, moved or cleared.
        refusal: why nothing happened; None if something did.
    """

    changed: bool
    voxels: int = 0
    refusal: Remark | None = None

    @property
    def reason(self) -> str:
        """Why nothing happened, one English sentence; "" if something did."""
        return english(self.refusal) if self.refusal is not None else ""


@dataclass(frozen=True)
class ClickPreview:
    """What a click at a position in a slice view would do.

    Attributes:
        refusal: why it would take nothing; None if it would take something.
        lines: outline of what it would take, in display pixels.
        color: of the segment that takes it, three values 0 to 1.
    """

    refusal: Remark | None = None
    lines: vtk.vtkPolyData | None = None
    color: tuple[float, float, float] = (1.0, 1.0, 0.0)


class ClickEngine:
    """Takes calcium into the selected segment of a segment editor, moves marks, and removes them.

    Positions are world RAS millimetres. What a click takes is decided on the voxels of the source volume, which are
    those that are scored. Each edit is one step of the editor's undo; what is refused leaves none.
    """

    def __init__(self, editor: SegmentEditor, modes: Any) -> None:
        """`modes` holds ModificationModeAdd, ModificationModeRemove and ModificationModeRemoveAll of the editor."""
        self._editor = editor
        self._modes = modes
        self._pointer = Pointer()
        self._heart: tuple[VolumeVoxels, Neighborhood | None] | None = None

    def pointedAt(self, sliceNode: vtkMRMLSliceNode, xy: Sequence[int]) -> Vector:
        """World RAS millimetres of what a slice view shows at a display pixel.

        That is its plane; in a view of the maximum over a slab it is the brightest voxel along the line of sight.
        """
        ras = rasAt(sliceNode, xy)
        slab = sliceNode.GetSlabReconstructionEnabled()
        if not slab or sliceNode.GetSlabReconstructionType() != vtk.VTK_IMAGE_SLAB_MAX:
            return ras
        try:
            target = self._target()
        except InputRefused:
            return ras
        return brightestAlong(target.volumeNode, target.voxels, throughSlab(sliceNode, ras), ras)

    def pointedThrough(self, renderer: vtk.vtkRenderer, xy: Sequence[int], settings: ClickSettings) -> Vector | Remark:
        """World RAS millimetres of what a display pixel of a 3D view shows: the brightest voxel that a click can take.

        What is marked comes first, since its surface is shown; then only what lies near the heart, where lungs tell.
        A remark says why there is nothing.
        """
        try:
            target = self._target()
            marks = self._marks(target, others=False)
        except InputRefused as refused:
            return refused.remarks[0]
        ends = throughPixel(renderer, xy)
        found = list(runsAlong(target.volumeNode, target.voxels, ends, settings.threshold_hu))
        for index, place in found:
            if _pieceNear(marks, index, in_slice=False) is not None:
                return place
        near = self._near(target)
        for index, place in found[:_MOST_RUNS]:
            if (near is None or near.holds(index)) and self._taken(target, index, settings):
                return place
        return remark("scene.nothing_along")

    def _taken(self, target: "_Target", index: Index, settings: ClickSettings) -> bool:
        return calcium_at(target.voxels.hu, target.voxels.geometry, index, settings).reason is None

    def _near(self, target: "_Target") -> Neighborhood | None:
        if self._heart is None or self._heart[0] is not target.voxels:
            self._heart = target.voxels, heart_neighborhood(CTSeries(target.voxels.hu, target.voxels.geometry))
        return self._heart[1]

    def preview(self, sliceNode: vtkMRMLSliceNode, ras: Vector, settings: ClickSettings) -> ClickPreview:
        """What a click would do; cheap enough for every mouse move."""
        try:
            target = self._target()
            grown = self._grown(target, ras, settings)
        except InputRefused as refused:
            return ClickPreview(refused.remarks[0])
        fromView = indexFromView(sliceNode, target.volumeNode, target.voxels.geometry, ras)
        lines = None
        if fromView is not None:
            width, height = sliceNode.GetDimensions()[:2]
            lines = outline(grown.mask, grown.corner, fromView, (width, height))
        return ClickPreview(None, lines, tuple(target.segment.GetColor()))

    def take(self, ras: Sequence[float], settings: ClickSettings) -> Edit:
        """Take the connected calcium at a position into the selected segment, out of any other territory."""
        try:
            target = self._target()
            grown = self._grown(target, ras, settings)
            return self._add(target, self._marks(target), (grown.corner, grown.mask))
        except InputRefused as refused:
            return Edit(False, refusal=refused.remarks[0])

    def takeNew(self, ras: Sequence[float], settings: ClickSettings) -> Edit:
        """Take the connected calcium at a position like `take`, unless some of it is marked, in whatever territory."""
        try:
            target = self._target()
            grown = self._grown(target, ras, settings)
            marks = self._marks(target)
            box = boxIn(marks, grown.corner, grown.mask)
            if box is not None and marks.labels[box][grown.mask].any():
                raise InputRefused(remark("scene.marked_already"))
            return self._add(target, marks, (grown.corner, grown.mask))
        except InputRefused as refused:
            return Edit(False, refusal=refused.remarks[0])

    def answer(self, ras: Sequence[float]) -> Remark | None:
        """What is marked at a position and what it counts by the rules of the reading; None where nothing is marked."""
        try:
            target = self._target()
            marks = self._marks(target, others=False)
            piece = _pieceNear(marks, _indexAt(target, ras), in_slice=False)
            if piece is None:
                return None
            return answerAt(target.voxels, marks, *piece, loadState(target.segmentationNode).protocol)
        except InputRefused as refused:
            return refused.remarks[0]

    def remove(self, ras: Sequence[float], settings: ClickSettings) -> Edit:
        """Remove the connected marks of one territory at a position, or up to 2 mm beside it in its slice.

        Of a selected segment that is no territory (the heart, say) only the connected calcium is removed; other
        segments that are none are left alone.
        """
        try:
            target = self._target()
            index = _indexAt(target, ras)
            marks = self._marks(target, others=False)
            piece = _pieceNear(marks, index, settings.in_slice)
            if piece is not None:
                return self._clear(target, marks, piece, _territorySegments(target.segmentationNode))
            grown = calcium_at(target.voxels.hu, target.voxels.geometry, index, settings)
            if _isTerritory(target) or not grown.voxels or not _holds(target, index):
                raise InputRefused(remark("scene.unmarked"))
            return self._clear(target, marks, (grown.corner, grown.mask), (target.segmentId,))
        except InputRefused as refused:
            return Edit(False, refusal=refused.remarks[0])

    def move(self, ras: Sequence[float], settings: ClickSettings) -> Edit:
        """Move the connected marks of one territory at a position, or up to 2 mm beside it, to the selected segment."""
        try:
            target = self._target()
            return self._move(target, _indexAt(target, ras), settings.in_slice)
        except InputRefused as refused:
            return Edit(False, refusal=refused.remarks[0])

    def moveLesion(self, index: Index) -> Edit:
        """Move the connected marks at a voxel, (slice, row, column), to the selected segment."""
        try:
            return self._move(self._target(), index, in_slice=False)
        except InputRefused as refused:
            return Edit(False, refusal=refused.remarks[0])

    def clear(self, index: Index | None = None) -> Edit:
        """Remove the connected marks at a voxel, (slice, row, column), whatever segment holds them; None: all marks."""
        try:
            target = self._target()
            marks = self._marks(target)
            everything = (marks.corner, marks.labels > 0)
            piece = _pieceNear(marks, index, in_slice=False) if index is not None else everything
            if piece is None or not piece[1].any():
                raise InputRefused(remark("scene.unmarked"))
            return self._clear(target, marks, piece, tuple(target.segmentationNode.GetSegmentation().GetSegmentIDs()))
        except InputRefused as refused:
            return Edit(False, refusal=refused.remarks[0])

    def _target(self) -> "_Target":
        editor = self._editor.parameterSetNode()
        segmentationNode = editor.GetSegmentationNode() if editor is not None else None
        volumeNode = editor.GetSourceVolumeNode() if editor is not None else None
        if editor is None or segmentationNode is None or volumeNode is None:
            raise InputRefused(remark("scene.no_source_volume"))
        segmentId = editor.GetSelectedSegmentID() or ""
        segment = segmentationNode.GetSegmentation().GetSegment(segmentId)
        if segment is None:
            raise InputRefused(remark("scene.no_segment"))
        demandSameSpace(segmentationNode, volumeNode)
        return _Target(segmentationNode, volumeNode, segmentId, segment, self._pointer.voxels(volumeNode))

    def _grown(self, target: "_Target", ras: Sequence[float], settings: ClickSettings) -> Grown:
        grown = self._pointer.at(target.volumeNode, _indexAt(target, ras), settings)
        if grown.reason is not None:
            raise InputRefused(grown.reason)
        return grown

    def _marks(self, target: "_Target", *, others: bool = True) -> LesionMap:
        return marksOnGrid(target.segmentationNode, target.voxels.geometry, copy=False, others=others)

    def _move(self, target: "_Target", index: Index, in_slice: bool) -> Edit:
        marks = self._marks(target)
        piece = _pieceNear(marks, index, in_slice)
        if piece is None:
            raise InputRefused(remark("scene.unmarked"))
        return self._add(target, marks, piece)

    def _add(self, target: "_Target", marks: LesionMap, piece: Piece) -> Edit:
        corner, mask = piece
        territory = territoryOf(target.segmentId, target.segment)
        box = boxIn(marks, corner, mask)
        if territory is not None and box is not None and (marks.labels[box][mask] == territory.label).all():
            raise InputRefused(remark("scene.marked_already"))
        label = (territory or BY_KEY["OTHER"]).label
        return self._write(target, marks, Change(corner, mask, (target.segmentId,), label))

    def _clear(self, target: "_Target", marks: LesionMap, piece: Piece, segmentIds: tuple[str, ...]) -> Edit:
        return self._write(target, marks, Change(*piece, segmentIds, 0))

    def _write(self, target: "_Target", marks: LesionMap, change: Change) -> Edit:
        # 0: not confirmed. 2: confirmed in a dialog, to which the pointer had to move; the user clicks again.
        if self._editor.confirmCurrentSegmentVisible() != 1:
            raise InputRefused(remark("scene.not_confirmed"))
        self._editor.saveStateForUndo()
        write(self._editor, self._modes, target.segmentationNode, target.volumeNode, marks, change)
        return Edit(True, int(np.count_nonzero(change.mask)))


@dataclass(frozen=True)
class _Target:
    """What an edit goes to, and the voxels that it is decided on."""

    segmentationNode: vtkMRMLSegmentationNode
    volumeNode: vtkMRMLScalarVolumeNode
    segmentId: str
    segment: vtkSegment
    voxels: VolumeVoxels


def rasAt(sliceNode: vtkMRMLSliceNode, xy: Sequence[int]) -> Vector:
    """World RAS millimetres of a display pixel of a slice view."""
    r, a, s, _ = sliceNode.GetXYToRAS().MultiplyPoint((float(xy[0]), float(xy[1]), 0.0, 1.0))
    return (r, a, s)


def _indexAt(target: _Target, ras: Sequence[float]) -> Index:
    index = indexFromWorld(target.volumeNode, target.voxels.geometry, ras)
    if index is None:
        raise InputRefused(remark("lesions.outside"))
    return index


def _isTerritory(target: _Target) -> bool:
    return territoryOf(target.segmentId, target.segment) is not None


def _holds(target: _Target, index: Index) -> bool:
    """Whether the selected segment holds a voxel."""
    image = target.segment.GetRepresentation(LABELMAP)
    if image is None:
        return False
    aligned = labelsOnGrid(image, target.voxels.geometry)
    at = tuple(np.subtract(index, aligned.corner))
    inside = all(0 <= i < size for i, size in zip(at, aligned.labels.shape, strict=True))
    return inside and bool(aligned.labels[at] == target.segment.GetLabelValue())


def _territorySegments(segmentationNode: vtkMRMLSegmentationNode) -> tuple[str, ...]:
    segmentation = segmentationNode.GetSegmentation()
    ids = segmentation.GetSegmentIDs()
    return tuple(str(one) for one in ids if territoryOf(one, segmentation.GetSegment(one)) is not None)


def _pieceNear(marks: LesionMap, index: Index, in_slice: bool) -> Piece | None:
    """The connected marks at a voxel, or at the nearest mark up to 2 mm beside it in the slice."""
    at = index[0] - marks.corner[0]
    if not 0 <= at < marks.labels.shape[0]:
        return None
    # The box of the marks ends where they end; the voxel may lie beside it.
    reach = [int(SNAP_MM / spacing) for spacing in marks.geometry.spacing_mm[1:]]
    layer = np.pad(marks.labels[at : at + 1], ((0, 0), (reach[0],) * 2, (reach[1],) * 2))
    row, column = index[1] - marks.corner[1] + reach[0], index[2] - marks.corner[2] + reach[1]
    if not (0 <= row < layer.shape[1] and 0 <= column < layer.shape[2]):
        return None
    near = nearest_calcium(layer, marks.geometry, (0, row, column), 1)
    if near is None:
        return None
    found = (index[0], near[1] - reach[0] + marks.corner[1], near[2] - reach[1] + marks.corner[2])
    if in_slice:
        marks = LesionMap(marks.geometry, (index[0], *marks.corner[1:]), marks.labels[at : at + 1])
    return piece_at(marks, found)
