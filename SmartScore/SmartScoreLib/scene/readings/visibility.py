"""Which marks the views show: those of the reading that is open, and nothing of another patient or scan."""

from collections.abc import Iterator

from slicer import (
    vtkMRMLDisplayableNode,
    vtkMRMLDisplayNode,
    vtkMRMLScalarVolumeNode,
    vtkMRMLScene,
    vtkMRMLSegmentationNode,
    vtkMRMLSubjectHierarchyNode,
    vtkMRMLVolumeNode,
)

from SmartScoreLib.scene.segmentation import volumeOf
from SmartScoreLib.scene.tables import SCORE_TABLE

HIDDEN = "SmartScore.Hidden"
"""Attribute of a display node that was hidden here; one that the user hid has none, and stays hidden."""

_DRAWN = ("vtkMRMLSegmentationNode", "vtkMRMLModelNode", "vtkMRMLMarkupsNode", "vtkMRMLVolumeNode")


def showOnlyReading(
    scene: vtkMRMLScene,
    volumeNode: vtkMRMLScalarVolumeNode | None,
    segmentationNode: vtkMRMLSegmentationNode | None,
) -> None:
    """Hide what belongs to other readings, scans and patients; show again what was hidden so and belongs here.

    Hidden are other readings, also those of the same volume; segmentations of another volume; models, markups and
    volume renderings that stand under another patient in the subject hierarchy. What stands under no patient is left
    alone. Without a reading (None), all readings are hidden, and nothing else is.
    """
    for node in _drawn(scene):
        foreign = _isReading(node) if segmentationNode is None else _isForeign(node, volumeNode, segmentationNode)
        for display in _displays(node):
            _setHidden(display, foreign)


def _drawn(scene: vtkMRMLScene) -> Iterator[vtkMRMLDisplayableNode]:
    for name in _DRAWN:
        found = scene.GetNodesByClass(name)
        found.UnRegister(None)  # Python owns the collection now
        for number in range(found.GetNumberOfItems()):
            yield found.GetItemAsObject(number)


def _displays(node: vtkMRMLDisplayableNode) -> Iterator[vtkMRMLDisplayNode]:
    for number in range(node.GetNumberOfDisplayNodes()):
        display = node.GetNthDisplayNode(number)
        # Slices of a volume are chosen by the slice views; only its rendering in 3D can stay behind.
        if display is not None and (
            not isinstance(node, vtkMRMLVolumeNode) or display.IsA("vtkMRMLVolumeRenderingDisplayNode")
        ):
            yield display


def _isReading(node: vtkMRMLDisplayableNode) -> bool:
    return isinstance(node, vtkMRMLSegmentationNode) and bool(node.GetNodeReferenceID(SCORE_TABLE))


def _isForeign(
    node: vtkMRMLDisplayableNode,
    volumeNode: vtkMRMLScalarVolumeNode | None,
    segmentationNode: vtkMRMLSegmentationNode,
) -> bool:
    if node is segmentationNode or node is volumeNode:
        return False
    if isinstance(node, vtkMRMLSegmentationNode):
        marked = volumeOf(node)
        if _isReading(node) or marked is not None:
            return _isReading(node) or marked is not volumeNode
    ours, theirs = _patientOf(volumeNode), _patientOf(node)
    return bool(ours and theirs and ours != theirs)


def _patientOf(node: vtkMRMLDisplayableNode | None) -> int:
    """The patient's item of the subject hierarchy, or 0."""
    if node is None:
        return 0
    hierarchy = vtkMRMLSubjectHierarchyNode.GetSubjectHierarchyNode(node.GetScene())
    item = hierarchy.GetItemByDataNode(node)
    return int(hierarchy.GetItemAncestorAtLevel(item, "Patient")) if item else 0


def _setHidden(display: vtkMRMLDisplayNode, hidden: bool) -> None:
    if hidden and display.GetVisibility():
        display.SetAttribute(HIDDEN, "1")
        display.SetVisibility(False)
    elif not hidden and display.GetAttribute(HIDDEN):
        display.RemoveAttribute(HIDDEN)
        display.SetVisibility(True)
