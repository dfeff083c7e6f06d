"""A new reading of a volume: without marks, or with the marks of somebody else as its start."""

from pathlib import Path

from slicer import vtkMRMLScalarVolumeNode, vtkMRMLSegmentationNode

from SmartScoreLib.lesions.marks import read_marks
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.scene.segmentation import createSegmentation, lesionMapFromSegmentation, setLesionMap
from SmartScoreLib.series.model import CTSeries


def newReading(volumeNode: vtkMRMLScalarVolumeNode, name: str = "") -> vtkMRMLSegmentationNode:
    """Marks of a further reading: none yet."""
    scene = volumeNode.GetScene()
    return createSegmentation(volumeNode, scene, scene.GenerateUniqueName(name or f"{volumeNode.GetName()} calcium"))


def startFromSegmentation(
    volumeNode: vtkMRMLScalarVolumeNode, series: CTSeries, segmentationNode: vtkMRMLSegmentationNode
) -> vtkMRMLSegmentationNode:
    """A new reading that begins with a copy of the marks of a segmentation, which stays as it is, and is hidden.

    Segments are known by name, tag or SNOMED CT code.

    Raises:
        InputRefused: the marks cannot be read, or lie on another grid; no reading is made.
    """
    lesions = lesionMapFromSegmentation(segmentationNode, series, volumeNode)
    made = startFromMarks(volumeNode, lesions)
    display = segmentationNode.GetDisplayNode()
    if display is not None:
        display.SetVisibility(False)
    return made


def startFromFile(
    volumeNode: vtkMRMLScalarVolumeNode, series: CTSeries, path: Path, thresholdHu: float
) -> vtkMRMLSegmentationNode:
    """A new reading that begins with the marks of a file: DICOM SEG, NRRD, NIfTI, clicks as JSON ...

    Raises:
        InputRefused: the file cannot be used; no reading is made.
    """
    return startFromMarks(volumeNode, read_marks(path, series, thresholdHu))


def startFromMarks(volumeNode: vtkMRMLScalarVolumeNode, lesions: LesionMap) -> vtkMRMLSegmentationNode:
    """A new reading that begins with these marks."""
    made = newReading(volumeNode)
    setLesionMap(made, lesions)
    return made
