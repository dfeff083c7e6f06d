"""The outlines of an earlier reading as dashed lines: what counted then, where it lies on a slice view now."""

import vtk
from slicer import vtkMRMLSliceNode

from SmartScoreLib.scene.followup.prior_volume import PriorVolume
from SmartScoreLib.scene.marking.outlines import dashedPieces

COLOR = (255, 217, 51)


def priorOutline(prior: PriorVolume, sliceNode: vtkMRMLSliceNode) -> vtk.vtkPolyData:
    """Dashed lines in display pixels around the marks of the earlier reading that the plane of a view cuts."""
    lesions = prior.reading.lesions
    pieces = [(lesions.corner, lesions.labels > 0, COLOR)] if lesions.labels.size else []
    return dashedPieces(sliceNode, prior.volumeNode, prior.reading.series.geometry, pieces)
