"""A faint thorax for the 3D view: where in the body the lesions lie. It is a picture, not data: it is never saved."""

import numpy as np
import vtk
from slicer import vtkMRMLModelNode, vtkMRMLScalarVolumeNode
from vtk.util.numpy_support import numpy_to_vtk

from SmartScoreLib.lesions.components import Index
from SmartScoreLib.scene.views.model_node import moved, pictureNode
from SmartScoreLib.series.model import CTSeries

STEP_MM = 3.0
"""About so coarse are the surfaces; finer ones cost time, and hide the lesions."""
SURFACES = (("body", -300.0, (0.93, 0.80, 0.72), 0.08), ("bone", 220.0, (0.95, 0.93, 0.85), 0.22))
"""Name, HU, color and opacity."""


def showThorax(volumeNode: vtkMRMLScalarVolumeNode, series: CTSeries) -> tuple[vtkMRMLModelNode, ...]:
    """Make surfaces of body and bone of a volume; who shows them removes the nodes."""
    image, steps = _coarse(series)
    made = []
    for name, hu, color, opacity in SURFACES:
        first = (-steps[0], -steps[1], -steps[2])
        surface = moved(_surface(image, hu), series.geometry, first, steps)
        node = pictureNode(volumeNode, f"SmartScore thorax ({name})", surface)
        node.GetDisplayNode().SetColor(*color)
        node.GetDisplayNode().SetOpacity(opacity)
        made.append(node)
    return tuple(made)


def _coarse(series: CTSeries) -> tuple[vtk.vtkImageData, Index]:
    """Every few voxels, and how many along (slice, row, column)."""
    k, row, column = (max(1, round(STEP_MM / spacing)) for spacing in series.geometry.spacing_mm)
    hu = np.ascontiguousarray(series.hu[::k, ::row, ::column], np.float32)
    # A border of air closes the surfaces where the images end.
    hu = np.pad(hu, 1, constant_values=-1000.0)
    image = vtk.vtkImageData()
    image.SetDimensions(*hu.shape[::-1])
    image.GetPointData().SetScalars(numpy_to_vtk(hu.ravel(), deep=True))
    return image, (k, row, column)


def _surface(image: vtk.vtkImageData, hu: float) -> vtk.vtkAlgorithm:
    edges = vtk.vtkFlyingEdges3D()
    edges.SetInputData(image)
    edges.SetValue(0, hu)
    edges.ComputeNormalsOff()
    edges.ComputeScalarsOff()
    smooth = vtk.vtkWindowedSincPolyDataFilter()
    smooth.SetInputConnection(edges.GetOutputPort())
    smooth.SetNumberOfIterations(10)
    return smooth  # an output port alone would not keep it
