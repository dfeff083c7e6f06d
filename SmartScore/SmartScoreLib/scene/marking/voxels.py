"""The voxels of a volume node as the library takes them, read again only when they changed."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from slicer import vtkMRMLScalarVolumeNode
from vtk.util.numpy_support import vtk_to_numpy

from SmartScoreLib.lesions.clicking import ClickSettings, calcium_at
from SmartScoreLib.lesions.components import Index
from SmartScoreLib.lesions.growing import Grown
from SmartScoreLib.scene.coordinates import volumeGeometry
from SmartScoreLib.series.geometry import VolumeGeometry


@dataclass(frozen=True)
class VolumeVoxels:
    """The voxels of a volume node and where they lie; what clicks are decided on, and what is scored.

    Attributes:
        hu: (slice, row, column) values; a view of the node's voxels.
        geometry: the grid of `hu`, in the volume's own space.
    """

    hu: NDArray[Any] = field(repr=False)
    geometry: VolumeGeometry


def voxelsOf(volumeNode: vtkMRMLScalarVolumeNode) -> VolumeVoxels:
    """The voxels of a volume node; nothing is copied.

    Raises:
        InputRefused: the node holds no image, or its axes are not perpendicular.
    """
    geometry, reversed_ = volumeGeometry(volumeNode)
    image = volumeNode.GetImageData()
    values = vtk_to_numpy(image.GetPointData().GetScalars()).reshape(image.GetDimensions()[::-1])
    return VolumeVoxels(values[::-1] if reversed_ else values, geometry)


class Pointer:
    """What a click at the mouse pointer would take; asked at every move, computed only when it may have changed."""

    def __init__(self) -> None:
        self._voxels: VolumeVoxels | None = None
        self._readFrom: tuple[Any, ...] = ()
        self._grown: Grown | None = None
        self._askedFor: tuple[ClickSettings, int] | None = None

    def voxels(self, volumeNode: vtkMRMLScalarVolumeNode) -> VolumeVoxels:
        """The voxels of a volume node. Raises InputRefused as `voxelsOf` does."""
        image = volumeNode.GetImageData()
        state = (volumeNode, volumeNode.GetMTime(), image, image.GetMTime() if image is not None else 0)
        if self._voxels is None or self._readFrom != state:
            self._voxels, self._readFrom, self._grown = voxelsOf(volumeNode), state, None
        return self._voxels

    def at(self, volumeNode: vtkMRMLScalarVolumeNode, index: Index, settings: ClickSettings) -> Grown:
        """What a click at a voxel takes, or why it takes nothing."""
        voxels = self.voxels(volumeNode)
        asked = (settings, index[0] if settings.in_slice else -1)
        if self._grown is None or self._askedFor != asked or not _holds(self._grown, index):
            self._grown = calcium_at(voxels.hu, voxels.geometry, index, settings)
            self._askedFor = asked
        return self._grown


def _holds(grown: Grown, index: Index) -> bool:
    at = np.subtract(index, grown.corner)
    return bool((at >= 0).all() and (at < grown.mask.shape).all() and grown.mask[tuple(at)])
