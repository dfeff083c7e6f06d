"""Where candidates are looked for: in boxes of the reader, on a heart that the scene holds, else near the heart."""

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import vtk
from slicer import vtkMRMLMarkupsROINode, vtkMRMLScalarVolumeNode

from SmartScoreLib.lesions.components import Index
from SmartScoreLib.proposal.heart import Region, around_heart, heart_neighborhood
from SmartScoreLib.scene.anatomy.organs import organsOf
from SmartScoreLib.scene.coordinates import Matrix, arrayFromVtkMatrix, worldFromLps
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries


@dataclass(frozen=True)
class CandidateRegion:
    """A part of a volume.

    Attributes:
        kind: "box" (regions of the reader), "segment" (a heart of the scene), "lungs" (seen between the lungs), or
            "anywhere": no lungs are seen.
        name: of the nodes that it was taken from; "" where the picture alone tells.
        region: what holds a voxel; None for anywhere.
    """

    kind: Literal["box", "segment", "lungs", "anywhere"]
    name: str
    region: Region | None = field(repr=False)


def candidateRegion(volumeNode: vtkMRMLScalarVolumeNode, series: CTSeries) -> CandidateRegion:
    """The region that holds for a volume now: visible boxes (Markups ROI) first, then segments, then the picture."""
    boxes = regionBoxes(volumeNode)
    if boxes:
        name = ", ".join(box.GetName() or "" for box in boxes)
        return CandidateRegion("box", name, _Boxes(volumeNode, series.geometry, tuple(map(_toBox, boxes))))
    organs = organsOf(volumeNode, series.geometry)
    if organs is not None:
        return CandidateRegion("segment", organs.file, around_heart(organs, series.geometry))
    near = heart_neighborhood(series)
    return CandidateRegion("lungs" if near is not None else "anywhere", "", near)


def regionBoxes(volumeNode: vtkMRMLScalarVolumeNode) -> list[vtkMRMLMarkupsROINode]:
    """The boxes of the scene that are shown: one that is hidden limits nothing."""
    found = volumeNode.GetScene().GetNodesByClass("vtkMRMLMarkupsROINode")
    found.UnRegister(None)  # Python owns the collection now
    nodes = [found.GetItemAsObject(number) for number in range(found.GetNumberOfItems())]
    return [
        node
        for node in nodes
        if not node.GetHideFromEditors()
        and node.GetDisplayNode() is not None
        and node.GetDisplayNode().GetVisibility()
        and min(node.GetSize()) > 0
    ]


@dataclass(frozen=True)
class _Boxes:
    """Boxes in world space; each as the matrix from the world to a cube of -1 to 1."""

    volumeNode: vtkMRMLScalarVolumeNode
    geometry: VolumeGeometry
    toCube: tuple[Matrix, ...]

    def holds(self, index: Index) -> bool:
        """Whether the middle of a voxel lies in one of them."""
        place = (*worldFromLps(self.volumeNode, self.geometry.lps_mm(index).tolist()), 1.0)
        return any(bool((np.abs((matrix @ place)[:3]) <= 1).all()) for matrix in self.toCube)


def _toBox(node: vtkMRMLMarkupsROINode) -> Matrix:
    toWorld = vtk.vtkMatrix4x4()
    toWorld.DeepCopy(node.GetObjectToWorldMatrix())
    size = [0.0, 0.0, 0.0]
    node.GetSizeWorld(size)
    half = np.diag([*(one / 2 for one in size), 1.0])
    return np.asarray(np.linalg.inv(arrayFromVtkMatrix(toWorld) @ half), float)
