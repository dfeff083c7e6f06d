"""Outlines in slice views: around what a click would take, and dashed around what is no mark."""

from collections.abc import Iterable

import numpy as np
import vtk
from numpy.typing import NDArray
from slicer import vtkMRMLSliceNode, vtkMRMLTransformableNode
from vtk.util.numpy_support import numpy_to_vtk, numpy_to_vtkIdTypeArray, vtk_to_numpy

from SmartScoreLib.lesions.components import Index
from SmartScoreLib.scene.coordinates import LPS_FROM_RAS, Matrix, arrayFromVtkMatrix
from SmartScoreLib.series.geometry import Vector, VolumeGeometry

DASH_PIXELS = 5
"""Length of a dash, and of the gap after it, in display pixels."""

ColoredPiece = tuple[Index, NDArray[np.bool_], tuple[int, int, int]]
"""(slice, row, column) of the first voxel of a box, which of its voxels are meant, and red, green, blue of 0 to 255."""


def indexFromView(
    sliceNode: vtkMRMLSliceNode, volumeNode: vtkMRMLTransformableNode, geometry: VolumeGeometry, through: Vector
) -> Matrix | None:
    """4 x 4 from (x, y, 0, 1) in display pixels of a slice view to (slice, row, column, 1) of a volume.

    The plane is parallel to the view's and goes through a point in world RAS millimetres: in a slab that is where the
    voxel lies that the view shows.

    Works for any orientation of the view and any linear transform on the volume; None under a transform that is not
    linear, for which nothing is drawn.
    """
    ras = LPS_FROM_RAS @ geometry.index_to_lps
    parent = volumeNode.GetParentTransformNode()
    if parent is not None:
        if not parent.IsTransformToWorldLinear():
            return None
        toWorld = vtk.vtkMatrix4x4()
        parent.GetMatrixTransformToWorld(toWorld)
        ras = arrayFromVtkMatrix(toWorld) @ ras
    view = arrayFromVtkMatrix(sliceNode.GetXYToRAS())
    normal = arrayFromVtkMatrix(sliceNode.GetSliceToRAS())[:3, 2]
    view[:3, 3] += normal * np.dot(normal, np.subtract(through, view[:3, 3]))
    inverse: Matrix = np.linalg.inv(ras) @ view
    return inverse


def outline(mask: NDArray[np.bool_], corner: Index, fromView: Matrix, viewSize: tuple[int, int]) -> vtk.vtkPolyData:
    """Line segments in display pixels around the voxels of a mask that the view's slice plane cuts.

    Args:
        mask: (slice, row, column) box of voxels.
        corner: (slice, row, column) of its first voxel in the volume.
        fromView: from `indexFromView`.
        viewSize: (width, height) of the view in display pixels.
    """
    lines = vtk.vtkPolyData()
    if not mask.size:
        return lines
    low = np.array(corner) - 0.5
    high = low + mask.shape
    box = np.array([[k, j, i, 1] for k in (low[0], high[0]) for j in (low[1], high[1]) for i in (low[2], high[2])])
    xy = (box @ np.linalg.inv(fromView).T)[:, :2]
    first = np.maximum(np.floor(xy.min(axis=0)).astype(int) - 1, -1)
    last = np.minimum(np.ceil(xy.max(axis=0)).astype(int) + 1, viewSize)
    if (last <= first).any():
        return lines
    x, y = np.meshgrid(np.arange(first[0], last[0] + 1), np.arange(first[1], last[1] + 1))
    points = np.stack([x, y, np.zeros_like(x), np.ones_like(x)], axis=-1)
    index = np.rint(points @ fromView.T)[..., :3].astype(int) - corner
    known = ((index >= 0) & (index < mask.shape)).all(axis=-1)
    inside = np.zeros(x.shape, bool)
    inside[known] = mask[tuple(index[known].T)]
    return _segments(inside, first)


def dashedPieces(
    sliceNode: vtkMRMLSliceNode,
    volumeNode: vtkMRMLTransformableNode,
    geometry: VolumeGeometry,
    pieces: Iterable[ColoredPiece],
) -> vtk.vtkPolyData:
    """Dashed lines in display pixels around pieces of a volume where the plane of a view cuts them, in their colors.

    VTK draws no patterns in its newer renderer: every other stretch of an outline is left out.
    """
    fromView = indexFromView(sliceNode, volumeNode, geometry, _middle(sliceNode))
    ends, colors = [np.zeros((0, 3))], [np.zeros((0, 3), np.uint8)]
    columns, rows = sliceNode.GetDimensions()[:2]
    for corner, mask, color in pieces:
        if fromView is None:
            break
        lines = outline(mask, corner, fromView, (columns, rows))
        if lines.GetNumberOfLines():
            each = vtk_to_numpy(lines.GetPoints().GetData()).reshape(-1, 2, 3)
            kept = each[np.floor(each[:, 0, :2].sum(axis=1) / DASH_PIXELS).astype(int) % 2 == 0]
            ends.append(kept.reshape(-1, 3))
            colors.append(np.full((len(kept), 3), color, np.uint8))
    found = _linesOf(np.concatenate(ends))
    found.GetCellData().SetScalars(numpy_to_vtk(np.concatenate(colors), deep=True))
    return found


def _middle(sliceNode: vtkMRMLSliceNode) -> Vector:
    r, a, s = arrayFromVtkMatrix(sliceNode.GetSliceToRAS())[:3, 3]
    return (float(r), float(a), float(s))


def _segments(inside: NDArray[np.bool_], first: NDArray[np.int_]) -> vtk.vtkPolyData:
    """The borders between pixels inside and outside, half a pixel off their centers."""
    right, up = np.array([0.5, 0.0]), np.array([0.0, 0.5])
    upright = np.argwhere(inside[:, 1:] != inside[:, :-1])[:, ::-1] + right
    level = np.argwhere(inside[1:] != inside[:-1])[:, ::-1] + up
    starts = np.concatenate([upright - up, level - right]) + first
    ends = np.concatenate([upright + up, level + right]) + first
    ends3 = np.zeros((len(starts) * 2, 3))
    ends3[0::2, :2], ends3[1::2, :2] = starts, ends
    return _linesOf(ends3)


def _linesOf(ends: NDArray[np.float64]) -> vtk.vtkPolyData:
    """A line for each two of the points (x, y, 0)."""
    points = vtk.vtkPoints()
    points.SetData(numpy_to_vtk(np.ascontiguousarray(ends), deep=True))
    cells = vtk.vtkCellArray()
    cells.SetData(
        numpy_to_vtkIdTypeArray(np.arange(0, len(ends) + 1, 2), deep=True),
        numpy_to_vtkIdTypeArray(np.arange(len(ends)), deep=True),
    )
    lines = vtk.vtkPolyData()
    lines.SetPoints(points)
    lines.SetLines(cells)
    return lines
