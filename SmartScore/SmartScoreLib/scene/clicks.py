"""What a click takes, for the marker and for the segment editor effect alike."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import vtk
from numpy.typing import NDArray
from slicer import vtkMRMLSegmentationNode, vtkMRMLTransformableNode, vtkOrientedImageData
from vtk.util.numpy_support import numpy_to_vtk, vtk_to_numpy

from SmartScoreLib.lesions.clicking import ClickSettings, calcium_at
from SmartScoreLib.lesions.components import Index
from SmartScoreLib.lesions.editing import piece_at
from SmartScoreLib.lesions.growing import Grown
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.scene.coordinates import LPS_FROM_RAS, arrayFromVtkMatrix, lpsFromWorld
from SmartScoreLib.scene.segmentation import LABELMAP, territoryOf
from SmartScoreLib.series.geometry import Vector, VolumeGeometry


def markedPiece(lesions: LesionMap, index: Index, inSlice: bool) -> tuple[Index, NDArray[np.bool_]] | None:
    """The connected marks of one territory at a voxel as (corner, mask), or None if it is unmarked."""
    if inSlice:
        at = index[0] - lesions.corner[0]
        if not 0 <= at < lesions.labels.shape[0]:
            return None
        one = lesions.labels[at : at + 1]
        lesions = LesionMap(lesions.geometry, (index[0], *lesions.corner[1:]), one)
    return piece_at(lesions, index)


class ImageGrid:
    """The voxels of an image of the segment editor as an array, with where they lie.

    Attributes:
        values: (k, j, i) view of the image's voxels.
        geometry: the grid of `values`, k counted as the image does.
        image: the image itself.
    """

    def __init__(self, image: vtkOrientedImageData) -> None:
        """Read the geometry; voxels are not copied."""
        self.image = image
        self._first = np.array(image.GetExtent()[0::2])
        self.values: NDArray[Any] = vtk_to_numpy(image.GetPointData().GetScalars()).reshape(image.GetDimensions()[::-1])
        toWorld = vtk.vtkMatrix4x4()
        image.GetImageToWorldMatrix(toWorld)
        lps = LPS_FROM_RAS @ arrayFromVtkMatrix(toWorld)
        steps = lps[:3, 2::-1].T
        spacing = np.linalg.norm(steps, axis=1)
        origin = lps @ [*self._first, 1]
        self.geometry = VolumeGeometry(
            self.values.shape,
            tuple(float(value) for value in spacing),  # type: ignore[arg-type]
            tuple(float(value) for value in origin[:3]),  # type: ignore[arg-type]
            tuple(tuple(float(v) for v in step) for step in steps / spacing[:, None]),  # type: ignore[arg-type]
        )

    def indexAt(self, node: vtkMRMLTransformableNode, ras: Vector) -> Index | None:
        """(k, j, i) in `values` of a point in world RAS millimetres; `node` gives the transform. None outside."""
        index = np.rint(self.geometry.index(lpsFromWorld(node, ras))).astype(int)
        if (index < 0).any() or (index >= self.values.shape).any():
            return None
        return (int(index[0]), int(index[1]), int(index[2]))

    def cornerInImage(self, corner: Index) -> Index:
        """(k, j, i) in the image's own count, which may not start at 0, of an index in `values`."""
        k, j, i = np.add(corner, self._first[::-1])
        return (int(k), int(j), int(i))

    def patch(self, corner: Index, mask: NDArray[np.bool_]) -> vtkOrientedImageData:
        """A labelmap of a (k, j, i) mask on the grid of the image, no larger than it, for `modifySegmentByLabelmap`."""
        image = vtkOrientedImageData()
        k, j, i = self.cornerInImage(corner)
        slices, rows, columns = mask.shape
        image.SetExtent(i, i + columns - 1, j, j + rows - 1, k, k + slices - 1)
        toWorld = vtk.vtkMatrix4x4()
        self.image.GetImageToWorldMatrix(toWorld)
        image.SetImageToWorldMatrix(toWorld)
        voxels = np.ascontiguousarray(mask).view(np.uint8).ravel()
        scalars = numpy_to_vtk(voxels, deep=True, array_type=vtk.VTK_UNSIGNED_CHAR)
        scalars.SetName("ImageScalars")
        image.GetPointData().SetScalars(scalars)
        return image


class Hover:
    """What a click at the mouse pointer would take; asked at every move, computed only when it may have changed."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._grid: ImageGrid | None = None
        self._readAt = 0
        self._grown: Grown | None = None
        self._askedFor: tuple[ClickSettings, int] | None = None

    def grid(self, image: vtkOrientedImageData) -> ImageGrid:
        """The grid of an image, read again only if the image changed."""
        if self._grid is None or self._grid.image is not image or self._readAt != image.GetMTime():
            self._grid, self._readAt, self._grown = ImageGrid(image), image.GetMTime(), None
        return self._grid

    def at(self, image: vtkOrientedImageData, index: Index, settings: ClickSettings) -> Grown:
        """What a click at a voxel of `grid(image)` takes."""
        grid = self.grid(image)
        asked = (settings, index[0] if settings.in_slice else -1)
        if self._grown is None or self._askedFor != asked or not _holds(self._grown, index):
            self._grown = calcium_at(grid.values, grid.geometry, index, settings)
            self._askedFor = asked
        return self._grown


@dataclass(frozen=True)
class Erasure:
    """What Shift+click takes out: a patch to remove from a segment."""

    segmentId: str
    patch: vtkOrientedImageData


def erasureAt(
    segmentationNode: vtkMRMLSegmentationNode,
    selectedSegmentId: str,
    source: ImageGrid,
    ras: Vector,
    settings: ClickSettings,
) -> Erasure | None:
    """What Shift+click at a point (world RAS millimetres) takes out, or None if nothing is marked there.

    Of the segment that holds the voxel, the selected one first. A territory loses its connected marks, whatever their
    values; a selected segment that is no territory (the heart, say) loses the connected calcium only, and segments
    that are neither are left alone.
    """
    segmentation = segmentationNode.GetSegmentation()
    others = [segmentId for segmentId in segmentation.GetSegmentIDs() if segmentId != selectedSegmentId]
    for segmentId in [selectedSegmentId, *others]:
        segment = segmentation.GetSegment(segmentId)
        labelmap = segment.GetRepresentation(LABELMAP) if segment is not None else None
        if labelmap is None or labelmap.GetPointData().GetScalars() is None or 0 in labelmap.GetDimensions():
            continue
        marks = ImageGrid(labelmap)
        index = marks.indexAt(segmentationNode, ras)
        value = segment.GetLabelValue()
        if index is None or marks.values[index] != value:
            continue
        if territoryOf(segmentId, segment) is not None:
            labels = (marks.values == value).view(np.uint8)
            piece = markedPiece(LesionMap(marks.geometry, (0, 0, 0), labels), index, settings.in_slice)
            return Erasure(segmentId, marks.patch(*piece)) if piece else None
        if segmentId == selectedSegmentId:
            at = source.indexAt(segmentationNode, ras)
            if at is not None:
                taken = calcium_at(source.values, source.geometry, at, settings)
                return Erasure(segmentId, source.patch(taken.corner, taken.mask)) if taken.voxels else None
    return None


def _holds(grown: Grown, index: Index) -> bool:
    at = np.subtract(index, grown.corner)
    return bool((at >= 0).all() and (at < grown.mask.shape).all() and grown.mask[tuple(at)])
