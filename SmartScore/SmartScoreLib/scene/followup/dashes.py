"""The outlines of an earlier reading as dashed lines: what counted then, where it lies on a slice view now."""

import numpy as np
import vtk
from slicer import vtkMRMLSliceNode
from vtk.util.numpy_support import numpy_to_vtk, numpy_to_vtkIdTypeArray, vtk_to_numpy

from SmartScoreLib.scene.coordinates import arrayFromVtkMatrix
from SmartScoreLib.scene.followup.prior_volume import PriorVolume
from SmartScoreLib.scene.marking.outlines import indexFromView, outline

DASH_PIXELS = 5
"""Length of a dash, and of the gap after it, in display pixels."""


def priorOutline(prior: PriorVolume, sliceNode: vtkMRMLSliceNode) -> vtk.vtkPolyData:
    """Dashed lines in display pixels around the marks of the earlier reading that the plane of a view cuts."""
    lesions, geometry = prior.reading.lesions, prior.reading.series.geometry
    middle = arrayFromVtkMatrix(sliceNode.GetSliceToRAS())[:3, 3]
    through = (float(middle[0]), float(middle[1]), float(middle[2]))
    fromView = indexFromView(sliceNode, prior.volumeNode, geometry, through)
    if fromView is None or not lesions.labels.size:
        return vtk.vtkPolyData()
    size = sliceNode.GetDimensions()
    return dashed(outline(lesions.labels > 0, lesions.corner, fromView, (size[0], size[1])))


def dashed(lines: vtk.vtkPolyData) -> vtk.vtkPolyData:
    """The line segments of an outline without every other stretch; VTK draws no patterns in its newer renderer."""
    if not lines.GetNumberOfLines():
        return lines
    ends = vtk_to_numpy(lines.GetPoints().GetData()).reshape(-1, 2, 3)
    kept = ends[np.floor(ends[:, 0, :2].sum(axis=1) / DASH_PIXELS).astype(int) % 2 == 0].reshape(-1, 3)
    points = vtk.vtkPoints()
    points.SetData(numpy_to_vtk(np.ascontiguousarray(kept), deep=True))
    cells = vtk.vtkCellArray()
    cells.SetData(
        numpy_to_vtkIdTypeArray(np.arange(0, len(kept) + 1, 2), deep=True),
        numpy_to_vtkIdTypeArray(np.arange(len(kept)), deep=True),
    )
    found = vtk.vtkPolyData()
    found.SetPoints(points)
    found.SetLines(cells)
    return found
