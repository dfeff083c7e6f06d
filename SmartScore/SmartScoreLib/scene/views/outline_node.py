"""A segmentation that outlines what is no mark: candidates, proposals."""

from slicer import vtkMRMLScalarVolumeNode, vtkMRMLSegmentationNode


def outlineNode(volumeNode: vtkMRMLScalarVolumeNode, name: str) -> vtkMRMLSegmentationNode:
    """An empty one on the grid of a volume: thin lines in the slices, neither saved nor offered in any editor.

    `scene.readings.orphans.removeWhole` takes it away with what belongs to it.
    """
    node = volumeNode.GetScene().AddNewNodeByClass("vtkMRMLSegmentationNode", name)
    node.SetSaveWithScene(False)
    node.SetHideFromEditors(True)
    node.CreateDefaultDisplayNodes()
    node.SetReferenceImageGeometryParameterFromVolumeNode(volumeNode)
    node.SetAndObserveTransformNodeID(volumeNode.GetTransformNodeID())
    display = node.GetDisplayNode()
    display.SetSaveWithScene(False)
    display.SetVisibility2DFill(False)
    display.SetVisibility3D(False)
    display.SetSliceIntersectionThickness(1)
    return node
