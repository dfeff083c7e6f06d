"""A labelmap of the scene on the voxel grid of a series."""

from dataclasses import dataclass, field

import numpy as np
import vtk
from numpy.typing import NDArray
from slicer import vtkOrientedImageData
from vtk.util.numpy_support import vtk_to_numpy

from SmartScoreLib.lesions.grid import Box, on_grid
from SmartScoreLib.scene.coordinates import LPS_FROM_RAS, arrayFromVtkMatrix
from SmartScoreLib.series.geometry import VolumeGeometry


@dataclass(frozen=True)
class AlignedLabels:
    """Label values in a box of the series' grid.

    Attributes:
        corner: (slice, row, column) of the first voxel.
        labels: (slice, row, column) values as the labelmap has them; a view of it where the grids agree.
        resampled: whether the labelmap had another grid and was sampled at the voxel centers of the series.
    """

    corner: tuple[int, int, int]
    labels: NDArray[np.generic] = field(repr=False)
    resampled: bool = False


def labelsOnGrid(image: vtkOrientedImageData, geometry: VolumeGeometry) -> AlignedLabels:
    """The values of a labelmap on the grid of a series; what lies outside of the series is left out.

    Axes may be swapped or flipped (a volume node counts slices either way): that costs nothing.
    """
    scalars = image.GetPointData().GetScalars()
    i0, i1, j0, j1, k0, k1 = image.GetExtent()
    if scalars is None or i0 > i1 or j0 > j1 or k0 > k1:
        return AlignedLabels((0, 0, 0), np.zeros((0, 0, 0), np.uint8))
    values = vtk_to_numpy(scalars).reshape(k1 - k0 + 1, j1 - j0 + 1, i1 - i0 + 1)
    toWorld = vtk.vtkMatrix4x4()
    image.GetImageToWorldMatrix(toWorld)
    fromIjk = np.linalg.inv(geometry.index_to_lps) @ LPS_FROM_RAS @ arrayFromVtkMatrix(toWorld)
    found, resampled = on_grid(Box((k0, j0, i0), values), fromIjk[:, [2, 1, 0, 3]], geometry.shape)
    return AlignedLabels(found.corner, found.values, resampled)
