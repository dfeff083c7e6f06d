"""Heart, aorta and coronary arteries that the scene holds as segments: made by TotalSegmentator, say, or by hand."""

from collections.abc import Iterator

import numpy as np
from slicer import vtkMRMLScalarVolumeNode, vtkMRMLSegmentationNode

from SmartScoreLib.lesions.grid import Box
from SmartScoreLib.lesions.naming import terminology_codes
from SmartScoreLib.proposal.anatomy.organs import Organs, Part, organ_of
from SmartScoreLib.scene.alignment import labelsOnGrid
from SmartScoreLib.scene.coordinates import transformedAlike
from SmartScoreLib.scene.segmentation import LABELMAP
from SmartScoreLib.scene.session import readingsOf, segmentationsOf
from SmartScoreLib.series.geometry import VolumeGeometry


def organNodes(volumeNode: vtkMRMLScalarVolumeNode) -> list[vtkMRMLSegmentationNode]:
    """Segmentations of a volume that are no readings of it and hold the heart or the coronary arteries.

    Only what refers to this very volume counts: organs of another scan lie elsewhere.
    """
    readings = readingsOf(volumeNode)
    others = [node for node in segmentationsOf(volumeNode) if node not in readings]
    return [
        node
        for node in others
        if transformedAlike(node, volumeNode) and {"heart", "coronary"} & {organ for organ, _ in _named(node)}
    ]


def organsOf(volumeNode: vtkMRMLScalarVolumeNode, geometry: VolumeGeometry) -> Organs | None:
    """The organs of a volume on the grid of its series; None where the scene holds no heart of it.

    Segments are known by SNOMED CT code or name, as in files; one without a labelmap is left out.
    """
    nodes = organNodes(volumeNode)
    parts = [part for node in nodes for part in _parts(node, geometry)]
    if not any(organ in ("heart", "coronary") for organ, _, _ in parts):
        return None
    return Organs(tuple(parts), ", ".join(node.GetName() or "" for node in nodes))


def _named(node: vtkMRMLSegmentationNode) -> Iterator[tuple[str, str]]:
    """(organ, segment ID) of the segments that are one."""
    segmentation = node.GetSegmentation()
    for segmentId in segmentation.GetSegmentIDs():
        segment = segmentation.GetSegment(segmentId)
        codes = tuple(code for _, code in terminology_codes(segment.GetTerminology() or ""))
        organ = organ_of(segment.GetName() or "", codes)
        if organ is not None:
            yield organ, str(segmentId)


def _parts(node: vtkMRMLSegmentationNode, geometry: VolumeGeometry) -> Iterator[Part]:
    for organ, segmentId in _named(node):
        segment = node.GetSegmentation().GetSegment(segmentId)
        image = segment.GetRepresentation(LABELMAP)
        if image is None:
            continue
        found = labelsOnGrid(image, geometry)
        mask = (found.labels == segment.GetLabelValue()).astype(np.uint8)
        if mask.any():
            yield organ, geometry, Box(found.corner, mask)
