"""A labelmap of the scene on the voxel grid of a series."""

from dataclasses import dataclass, field

import numpy as np
import vtk
from numpy.typing import NDArray
from slicer import vtkOrientedImageData
from vtk.util.numpy_support import vtk_to_numpy

from SmartScoreLib.scene.coordinates import LPS_FROM_RAS, Matrix, arrayFromVtkMatrix
from SmartScoreLib.series.geometry import VolumeGeometry

Labels = NDArray[np.generic]


@dataclass(frozen=True)
class AlignedLabels:
    """Label values in a box of the series' grid.

    Attributes:
        corner: (slice, row, column) of the first voxel.
        labels: (slice, row, column) values as the labelmap has them; a view of it where the grids agree.
        resampled: whether the labelmap had another grid and was sampled at the voxel centers of the series.
    """

    corner: tuple[int, int, int]
    labels: Labels = field(repr=False)
    resampled: bool = False


def labelsOnGrid(image: vtkOrientedImageData, geometry: VolumeGeometry) -> AlignedLabels:
    """The values of a labelmap on the grid of a series; what lies outside of the series is left out.

    Axes may be swapped or flipped (a volume node counts slices either way): that costs nothing.
    """
    extent = np.array(image.GetExtent()).reshape(3, 2)
    if (extent[:, 0] > extent[:, 1]).any() or image.GetPointData().GetScalars() is None:
        return AlignedLabels((0, 0, 0), np.zeros((0, 0, 0), np.uint8))
    values = vtk_to_numpy(image.GetPointData().GetScalars()).reshape((extent[:, 1] - extent[:, 0] + 1)[::-1])
    toWorld = vtk.vtkMatrix4x4()
    image.GetImageToWorldMatrix(toWorld)
    toIndex = np.linalg.inv(geometry.index_to_lps) @ LPS_FROM_RAS @ arrayFromVtkMatrix(toWorld)
    if _isSameGrid(toIndex, extent):
        return _flipped(values, extent, np.rint(toIndex).astype(int), geometry.shape)
    return _sampled(values, extent, toIndex, geometry.shape)


def _isSameGrid(toIndex: Matrix, extent: NDArray[np.int_]) -> bool:
    """Whether every voxel of the extent falls on a voxel of the series, within a hundredth of a voxel."""
    whole = np.rint(toIndex)
    linear = np.abs(whole[:3, :3])
    if not ((linear.sum(axis=0) == 1).all() and (linear.sum(axis=1) == 1).all()):
        return False
    corners = np.array([[i, j, k, 1] for i in extent[0] for j in extent[1] for k in extent[2]])
    return bool(np.abs(corners @ (toIndex - whole).T).max() < 0.01)


def _flipped(
    values: Labels, extent: NDArray[np.int_], toIndex: NDArray[np.int_], shape: tuple[int, int, int]
) -> AlignedLabels:
    corner: list[int] = []
    axes: list[int] = []
    cut: list[slice] = []
    for axis in range(3):  # slice, row, column
        source = int(np.argmax(np.abs(toIndex[axis, :3])))  # i, j or k
        sign = int(toIndex[axis, source])
        first, last = sorted(int(toIndex[axis, 3]) + sign * extent[source])
        start, stop = max(first, 0), min(last + 1, shape[axis])
        inside = slice(start - first, max(start, stop) - first)
        if sign < 0:
            size = last + 1 - first
            low, high = size - inside.stop, size - inside.start
            inside = slice(high - 1, low - 1 if low else None, -1) if high > low else slice(0, 0)
        corner.append(int(start))
        axes.append(2 - source)
        cut.append(inside)
    return AlignedLabels((corner[0], corner[1], corner[2]), values.transpose(axes)[tuple(cut)])


def _sampled(values: Labels, extent: NDArray[np.int_], toIndex: Matrix, shape: tuple[int, int, int]) -> AlignedLabels:
    # Half a voxel around the outermost centers belongs to the labelmap too.
    outer = extent + np.array([-0.5, 0.5])
    corners = np.array([[i, j, k, 1] for i in outer[0] for j in outer[1] for k in outer[2]])
    index = (corners @ toIndex.T)[:, :3]
    start = np.clip(np.floor(index.min(axis=0)).astype(int), 0, shape)
    stop = np.clip(np.ceil(index.max(axis=0)).astype(int) + 1, start, shape)
    size = stop - start
    labels = np.zeros(size, values.dtype)
    fromIndex = np.linalg.inv(toIndex)
    rows, columns = np.meshgrid(np.arange(start[1], stop[1]), np.arange(start[2], stop[2]), indexing="ij")
    for n in range(size[0]):  # slice by slice, so that no second volume of coordinates is made
        points = np.stack([np.full_like(rows, start[0] + n), rows, columns, np.ones_like(rows)], axis=-1)
        ijk = np.rint(points @ fromIndex.T)[..., :3].astype(int) - extent[:, 0]
        inside = ((ijk >= 0) & (ijk <= extent[:, 1] - extent[:, 0])).all(axis=-1)
        i, j, k = ijk[inside].T
        labels[n][inside] = values[k, j, i]
    return AlignedLabels((int(start[0]), int(start[1]), int(start[2])), labels, resampled=True)
