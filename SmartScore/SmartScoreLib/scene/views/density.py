"""The lesions of a reading in 3D, each part in the color of its density weight, by which the score multiplies."""

from collections.abc import Sequence

import numpy as np
import vtk
from numpy.typing import NDArray
from slicer import vtkMRMLModelNode, vtkMRMLScalarVolumeNode
from vtk.util.numpy_support import numpy_to_vtk, vtk_to_numpy

from SmartScoreLib.lesions.components import Index
from SmartScoreLib.scene.views.model_node import moved, pictureNode
from SmartScoreLib.scoring.model import LesionScore
from SmartScoreLib.series.geometry import VolumeGeometry

COLORS = ((255, 236, 110), (255, 158, 40), (228, 52, 40), (178, 40, 190))
"""Of the weights 1 to 4: yellow, orange, red, violet."""


def showDensity(
    volumeNode: vtkMRMLScalarVolumeNode, geometry: VolumeGeometry, lesions: Sequence[LesionScore]
) -> vtkMRMLModelNode | None:
    """Make a surface of every part that counts, in the color of its weight; None where nothing counts.

    Who shows it removes the node.
    """
    if not lesions:
        return None
    first, weights = _weights(lesions)
    surface = moved(_surface(weights), geometry, first, (1, 1, 1))
    found = vtk_to_numpy(surface.GetPointData().GetScalars()).astype(int)
    colors = numpy_to_vtk(np.array(COLORS, np.uint8)[np.clip(found, 1, len(COLORS)) - 1], deep=True)
    colors.SetName("Density")
    surface.GetPointData().SetScalars(colors)
    node = pictureNode(volumeNode, "SmartScore lesions by density", surface)
    display = node.GetDisplayNode()
    display.SetActiveScalarName("Density")
    display.SetScalarRangeFlag(display.UseDirectMapping)
    display.SetScalarVisibility(True)
    return node


def _weights(lesions: Sequence[LesionScore]) -> tuple[Index, NDArray[np.uint8]]:
    """The weight of each voxel that counts, in a box with a border of nothing, and where the box begins."""
    parts = [component for lesion in lesions for component in lesion.components]
    low = np.array([min(one.slice_index for one in parts), *np.min([one.pixels.min(axis=0) for one in parts], axis=0)])
    high = np.array([max(one.slice_index for one in parts), *np.max([one.pixels.max(axis=0) for one in parts], axis=0)])
    weights = np.zeros(high - low + 3, np.uint8)
    for one in parts:
        rows, columns = (one.pixels - low[1:] + 1).T
        weights[one.slice_index - low[0] + 1, rows, columns] = one.weight
    return (int(low[0]) - 1, int(low[1]) - 1, int(low[2]) - 1), weights


def _surface(weights: NDArray[np.uint8]) -> vtk.vtkAlgorithm:
    image = vtk.vtkImageData()
    image.SetDimensions(*weights.shape[::-1])
    image.GetPointData().SetScalars(numpy_to_vtk(weights.ravel(), deep=True))
    edges = vtk.vtkDiscreteFlyingEdges3D()
    edges.SetInputData(image)
    edges.GenerateValues(len(COLORS), 1, len(COLORS))
    edges.ComputeNormalsOff()
    smooth = vtk.vtkWindowedSincPolyDataFilter()
    smooth.SetInputConnection(edges.GetOutputPort())
    smooth.SetNumberOfIterations(8)
    smooth.SetPassBand(0.4)  # thin parts keep their size
    return smooth  # an output port alone would not keep it
