"""An exam that is done leaves the scene; whether something would be lost is asked first."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict

import numpy as np
from slicer import vtkMRMLNode, vtkMRMLScalarVolumeNode, vtkMRMLSegmentationNode, vtkMRMLSubjectHierarchyNode

from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.scene.readings.orphans import removeOrphans, removeWhole
from SmartScoreLib.scene.segmentation import volumeOf
from SmartScoreLib.scene.state import ReadingState
from SmartScoreLib.scene.tables import LESION_TABLE, SCORE_TABLE

_SAVED = "SmartScore.Saved"
"""Attribute of the marks: what they and the reader's words were when they were saved to DICOM, as a digest."""


def keepAsSaved(segmentationNode: vtkMRMLSegmentationNode, lesions: LesionMap, state: ReadingState) -> None:
    """Remember that a reading is in DICOM as it is now."""
    segmentationNode.SetAttribute(_SAVED, _digest(lesions, state))


def isUnsaved(segmentationNode: vtkMRMLSegmentationNode, lesions: LesionMap, state: ReadingState) -> bool:
    """Whether closing the reading would lose something: marks or words that were not saved to DICOM."""
    saved = segmentationNode.GetAttribute(_SAVED)
    if saved is None:
        return bool(lesions.labels.any()) or state != ReadingState()
    return bool(saved != _digest(lesions, state))


def closeExam(volumeNode: vtkMRMLScalarVolumeNode) -> None:
    """Remove a volume with its readings and their tables, and the study and patient that are empty then."""
    scene = volumeNode.GetScene()
    hierarchy = vtkMRMLSubjectHierarchyNode.GetSubjectHierarchyNode(scene)
    parent = hierarchy.GetItemParent(hierarchy.GetItemByDataNode(volumeNode) or hierarchy.GetSceneItemID())
    items = [hierarchy.GetItemByDataNode(node) for node in (volumeNode, *_madeFor(volumeNode))]
    removeWhole(volumeNode)
    removeOrphans(scene, volumeNode)
    left: list[int] = []
    hierarchy.GetItemChildren(parent, left, True)
    for item in set(items) & set(left):  # Slicer removes them by itself; without its plugins nobody does
        hierarchy.RemoveItem(item, False)
    while parent and parent != hierarchy.GetSceneItemID() and not hierarchy.GetNumberOfItemChildren(parent):
        above = hierarchy.GetItemParent(parent)
        hierarchy.RemoveItem(parent)
        parent = above


def _madeFor(volumeNode: vtkMRMLScalarVolumeNode) -> Iterator[vtkMRMLNode]:
    """The readings of a volume and their tables."""
    found = volumeNode.GetScene().GetNodesByClass("vtkMRMLSegmentationNode")
    found.UnRegister(None)  # Python owns the collection now
    for number in range(found.GetNumberOfItems()):
        marks = found.GetItemAsObject(number)
        if volumeOf(marks) is volumeNode:
            tables = (marks.GetNodeReference(role) for role in (SCORE_TABLE, LESION_TABLE))
            yield from (node for node in (marks, *tables) if node is not None)


def _digest(lesions: LesionMap, state: ReadingState) -> str:
    places = np.argwhere(lesions.labels)
    words = {name: value for name, value in asdict(state).items() if name != "previous"}
    made = hashlib.sha256(json.dumps(words, default=str, sort_keys=True).encode())
    made.update((places + lesions.corner).astype(np.int64).tobytes())
    made.update(lesions.labels[tuple(places.T)].tobytes())
    return made.hexdigest()
