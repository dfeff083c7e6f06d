"""Slicer's coordinates <-> the library's: RAS and (i, j, k) here, LPS and (slice, row, column) there."""

from collections.abc import Sequence
from typing import cast

import numpy as np
import vtk
from numpy.typing import NDArray
from slicer import vtkMRMLScalarVolumeNode, vtkMRMLTransformableNode, vtkMRMLTransformNode

from SmartScoreLib.lesions.clicking import voxel_at
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.geometry import Vector, VolumeGeometry

Matrix = NDArray[np.float64]

LPS_FROM_RAS: Matrix = np.diag([-1.0, -1.0, 1.0, 1.0])
"""4 x 4; its own inverse."""
PERPENDICULAR = 1e-3
"""Cosine between two axes up to which they count as perpendicular: an area is wrong by half a millionth then."""
SAME_TRANSFORM = 1e-6
"""Elements of two transforms (mm, or without unit) that differ by no more are the same: far below any voxel."""


def arrayFromVtkMatrix(matrix: vtk.vtkMatrix4x4) -> Matrix:
    """4 x 4 array of a VTK matrix."""
    return np.array([[matrix.GetElement(row, column) for column in range(4)] for row in range(4)])


def vtkMatrixFromArray(array: Matrix) -> vtk.vtkMatrix4x4:
    """VTK matrix of a 4 x 4 array."""
    matrix = vtk.vtkMatrix4x4()
    matrix.DeepCopy(np.asarray(array, float).ravel().tolist())
    return matrix


def volumeGeometry(volumeNode: vtkMRMLScalarVolumeNode, frameOfReferenceUid: str = "") -> tuple[VolumeGeometry, bool]:
    """The grid of a volume node in the library's terms, and whether its k axis runs against the slice index.

    The library counts slices upwards (slice 0 = the most inferior); a volume node may count the other way. Rows and
    columns stay as the node has them (row = j, column = i). A parent transform is left out: this is the node's own
    space, in which the DICOM positions hold.

    Raises:
        InputRefused: the node holds no image, or its axes are not perpendicular.
    """
    image = volumeNode.GetImageData()
    if image is None or 0 in image.GetDimensions():
        raise InputRefused(remark("scene.no_image", volume=volumeNode.GetName() or ""))
    ijkToRas = vtk.vtkMatrix4x4()
    volumeNode.GetIJKToRASMatrix(ijkToRas)
    lps = LPS_FROM_RAS @ arrayFromVtkMatrix(ijkToRas)
    columns, rows, slices = image.GetDimensions()
    steps = lps[:3, 2::-1].T  # one step in slice, row and column
    # The last digits are noise of the matrix: without them the score of a saved volume stays the same.
    spacing = np.round(np.linalg.norm(steps, axis=1), 10)
    directions = steps / spacing[:, None]
    if not np.allclose(directions @ directions.T, np.eye(3), rtol=0, atol=PERPENDICULAR):
        raise InputRefused(remark("scene.not_perpendicular", volume=volumeNode.GetName() or ""))
    origin = lps[:3, 3].copy()
    reversed_ = bool(directions[0][np.argmax(np.abs(directions[0]))] < 0)
    if reversed_:
        origin += steps[0] * (slices - 1)
        directions[0] *= -1
    geometry = VolumeGeometry(
        shape=(slices, rows, columns),
        spacing_mm=_vector(spacing),
        origin_lps_mm=_vector(origin),
        directions=(_vector(directions[0]), _vector(directions[1]), _vector(directions[2])),
        frame_of_reference_uid=frameOfReferenceUid,
    )
    return geometry, reversed_


def transformedAlike(first: vtkMRMLTransformableNode, second: vtkMRMLTransformableNode) -> bool:
    """Whether both nodes lie under the same transform to the world (none counts as the identity)."""
    one, other = first.GetParentTransformNode(), second.GetParentTransformNode()
    if one is other:
        return True
    if not all(node is None or node.IsTransformToWorldLinear() for node in (one, other)):
        return False
    return bool(np.allclose(_toWorld(one), _toWorld(other), rtol=0, atol=SAME_TRANSFORM))


def worldFromLps(volumeNode: vtkMRMLTransformableNode, lpsMm: Sequence[float]) -> tuple[float, float, float]:
    """World RAS millimetres, where the views show it, of a position in the volume's own LPS millimetres."""
    return _moved(volumeNode, (-lpsMm[0], -lpsMm[1], lpsMm[2]), toWorld=True)


def lpsFromWorld(volumeNode: vtkMRMLTransformableNode, ras: Sequence[float]) -> tuple[float, float, float]:
    """Position in the volume's own LPS millimetres of a point in world RAS millimetres."""
    x, y, z = _moved(volumeNode, (ras[0], ras[1], ras[2]), toWorld=False)
    return (-x, -y, z)


def indexFromWorld(
    volumeNode: vtkMRMLTransformableNode, geometry: VolumeGeometry, ras: Sequence[float]
) -> tuple[int, int, int] | None:
    """(slice, row, column) of the voxel at a point in world RAS millimetres, or None outside of the volume."""
    return voxel_at(geometry, lpsFromWorld(volumeNode, ras))


def _moved(node: vtkMRMLTransformableNode, point: Vector, *, toWorld: bool) -> Vector:
    parent = node.GetParentTransformNode()
    if parent is None:
        return point
    transform = vtk.vtkGeneralTransform()
    if toWorld:
        vtkMRMLTransformNode.GetTransformBetweenNodes(parent, None, transform)
    else:
        vtkMRMLTransformNode.GetTransformBetweenNodes(None, parent, transform)
    return cast(Vector, tuple(transform.TransformPoint(point)))


def _toWorld(node: vtkMRMLTransformNode | None) -> Matrix:
    matrix = vtk.vtkMatrix4x4()
    if node is not None:
        node.GetMatrixTransformToWorld(matrix)
    return arrayFromVtkMatrix(matrix)


def _vector(values: NDArray[np.float64]) -> Vector:
    return (float(values[0]), float(values[1]), float(values[2]))
