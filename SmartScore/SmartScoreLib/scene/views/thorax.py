"""A faint thorax for the 3D view: where in the body the lesions lie. It is a picture, not data: it is never saved."""

import numpy as np
import vtk
from slicer import vtkMRMLModelNode, vtkMRMLScalarVolumeNode, vtkMRMLScene
from vtk.util.numpy_support import numpy_to_vtk

from SmartScoreLib.scene.coordinates import LPS_FROM_RAS, Matrix
from SmartScoreLib.series.model import CTSeries

STEP_MM = 3.0
"""About so coarse are the surfaces; finer ones cost time, and hide the lesions."""
SURFACES = (("body", -300.0, (0.93, 0.80, 0.72), 0.08), ("bone", 220.0, (0.95, 0.93, 0.85), 0.22))
"""Name, HU, color and opacity."""


def showThorax(
    scene: vtkMRMLScene, volumeNode: vtkMRMLScalarVolumeNode, series: CTSeries
) -> tuple[vtkMRMLModelNode, ...]:
    """Make surfaces of body and bone of a volume; who shows them removes the nodes."""
    image, ras = _coarse(series)
    return tuple(_model(scene, volumeNode, name, _surface(image, ras, hu), color, opacity)
                 for name, hu, color, opacity in SURFACES)  # fmt: skip


def _coarse(series: CTSeries) -> tuple[vtk.vtkImageData, Matrix]:
    """Every few voxels, and the matrix from (column, row, slice) of them to RAS."""
    steps = [max(1, round(STEP_MM / spacing)) for spacing in series.geometry.spacing_mm]
    hu = np.ascontiguousarray(series.hu[:: steps[0], :: steps[1], :: steps[2]], np.float32)
    # A border of air closes the surfaces where the images end.
    hu = np.pad(hu, 1, constant_values=-1000.0)
    image = vtk.vtkImageData()
    image.SetDimensions(*hu.shape[::-1])
    image.GetPointData().SetScalars(numpy_to_vtk(hu.ravel(), deep=True))
    toIndex = np.diag([*map(float, steps[::-1]), 1.0])
    toIndex[:3, 3] = [-float(step) for step in steps[::-1]]
    # From (column, row, slice) to (slice, row, column), to LPS, to RAS.
    flip = np.eye(4)[[2, 1, 0, 3]]
    ras = LPS_FROM_RAS @ series.geometry.index_to_lps @ flip @ toIndex
    return image, ras


def _surface(image: vtk.vtkImageData, ras: Matrix, hu: float) -> vtk.vtkPolyData:
    edges = vtk.vtkFlyingEdges3D()
    edges.SetInputData(image)
    edges.SetValue(0, hu)
    edges.ComputeNormalsOff()
    edges.ComputeScalarsOff()
    smooth = vtk.vtkWindowedSincPolyDataFilter()
    smooth.SetInputConnection(edges.GetOutputPort())
    smooth.SetNumberOfIterations(10)
    matrix = vtk.vtkMatrix4x4()
    matrix.DeepCopy(ras.ravel().tolist())
    toRas = vtk.vtkTransform()
    toRas.SetMatrix(matrix)
    moved = vtk.vtkTransformPolyDataFilter()
    moved.SetTransform(toRas)
    moved.SetInputConnection(smooth.GetOutputPort())
    normals = vtk.vtkPolyDataNormals()
    normals.SetInputConnection(moved.GetOutputPort())
    normals.SplittingOff()
    normals.Update()
    return normals.GetOutput()


def _model(
    scene: vtkMRMLScene,
    volumeNode: vtkMRMLScalarVolumeNode,
    name: str,
    surface: vtk.vtkPolyData,
    color: tuple[float, float, float],
    opacity: float,
) -> vtkMRMLModelNode:
    node = scene.AddNewNodeByClass("vtkMRMLModelNode", f"SmartScore thorax ({name})")
    node.SetSaveWithScene(False)
    node.SetHideFromEditors(True)
    node.SetSelectable(False)
    node.SetAndObservePolyData(surface)
    node.CreateDefaultDisplayNodes()
    node.SetAndObserveTransformNodeID(volumeNode.GetTransformNodeID())
    display = node.GetDisplayNode()
    display.SetSaveWithScene(False)
    display.SetVisibility2D(False)
    display.SetColor(*color)
    display.SetOpacity(opacity)
    display.SetBackfaceCulling(False)
    return node
