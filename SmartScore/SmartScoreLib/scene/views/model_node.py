"""Surfaces for the 3D view that belong to a volume and are pictures, not data: they are never saved."""

import numpy as np
import vtk
from slicer import vtkMRMLModelNode, vtkMRMLScalarVolumeNode

from SmartScoreLib.lesions.components import Index
from SmartScoreLib.scene.coordinates import LPS_FROM_RAS, vtkMatrixFromArray
from SmartScoreLib.series.geometry import VolumeGeometry


def moved(surface: vtk.vtkAlgorithm, geometry: VolumeGeometry, first: Index, steps: Index) -> vtk.vtkPolyData:
    """A surface of an image of every few voxels in the volume's own RAS millimetres, with normals.

    Args:
        surface: what makes it, in voxels of the image, (column, row, slice).
        geometry: of the volume.
        first: (slice, row, column) of the image's first voxel in the volume.
        steps: how many voxels of the volume one step in the image is along (slice, row, column).
    """
    toIndex = np.diag([*map(float, steps[::-1]), 1.0])
    toIndex[:3, 3] = first[::-1]
    # From (column, row, slice) to (slice, row, column), to LPS, to RAS.
    flip = np.eye(4)[[2, 1, 0, 3]]
    toRas = vtk.vtkTransform()
    toRas.SetMatrix(vtkMatrixFromArray(LPS_FROM_RAS @ geometry.index_to_lps @ flip @ toIndex))
    placed = vtk.vtkTransformPolyDataFilter()
    placed.SetTransform(toRas)
    placed.SetInputConnection(surface.GetOutputPort())
    normals = vtk.vtkPolyDataNormals()
    normals.SetInputConnection(placed.GetOutputPort())
    normals.SplittingOff()
    # Triangles of an isosurface turn the same way already; to make sure of it takes longest.
    normals.ConsistencyOff()
    normals.Update()
    return normals.GetOutput()


def pictureNode(volumeNode: vtkMRMLScalarVolumeNode, name: str, surface: vtk.vtkPolyData) -> vtkMRMLModelNode:
    """Add a model that is neither saved nor offered for editing, and not seen in slices; who adds it removes it."""
    node = volumeNode.GetScene().AddNewNodeByClass("vtkMRMLModelNode", name)
    node.SetSaveWithScene(False)
    node.SetHideFromEditors(True)
    node.SetSelectable(False)
    node.SetAndObservePolyData(surface)
    node.CreateDefaultDisplayNodes()
    node.SetAndObserveTransformNodeID(volumeNode.GetTransformNodeID())
    display = node.GetDisplayNode()
    display.SetSaveWithScene(False)
    display.SetVisibility2D(False)
    display.SetBackfaceCulling(False)
    return node
