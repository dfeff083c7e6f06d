"""At which threshold marks were made: a lower one finds calcium at their edges that they do not hold."""

from collections.abc import Sequence
from typing import Any

from numpy.typing import NDArray
from slicer import vtkMRMLSegmentationNode

from SmartScoreLib.lesions.clicking import ClickSettings
from SmartScoreLib.lesions.components import Index
from SmartScoreLib.lesions.growing_again import reaching_further
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark

_MARKED_AT = "SmartScore.MarkedAt"
"""Attribute of the marks: the highest threshold in HU at which any of them were made."""


def noteMarks(segmentationNode: vtkMRMLSegmentationNode, marked: bool, thresholdHu: float) -> None:
    """Marks changed at this threshold; where nothing is marked any more, nothing is remembered."""
    before = segmentationNode.GetAttribute(_MARKED_AT)
    if not marked:
        segmentationNode.RemoveAttribute(_MARKED_AT)
    elif before is None or float(before) < thresholdHu:
        segmentationNode.SetAttribute(_MARKED_AT, f"{thresholdHu:g}")


def markedAtRemarks(
    segmentationNode: vtkMRMLSegmentationNode,
    hu: NDArray[Any],
    lesions: LesionMap,
    seeds: Sequence[Index],
    settings: ClickSettings,
) -> tuple[Remark, ...]:
    """What a score has to say of marks that were made at a higher threshold and would reach further at this one.

    Args:
        segmentationNode: holds the marks.
        hu: (slice, row, column) Hounsfield units of the whole volume.
        lesions: the marks.
        seeds: (slice, row, column) of a marked voxel of each lesion.
        settings: of a click at the threshold of the score.
    """
    made = segmentationNode.GetAttribute(_MARKED_AT)
    if made is None or float(made) <= settings.threshold_hu:
        return ()
    further = reaching_further(hu, lesions, seeds, settings)
    if not further:
        return ()
    values = {"marked_hu": float(made), "threshold_hu": float(settings.threshold_hu)}
    return (remark("lesions.marked_at", **values, lesions=further),)


def restoreMarkedAt(segmentationNode: vtkMRMLSegmentationNode, remarks: tuple[Remark, ...]) -> None:
    """Take the threshold over from the remarks of saved marks."""
    for one in remarks:
        if one.code == "lesions.marked_at":
            segmentationNode.SetAttribute(_MARKED_AT, f"{one.values['marked_hu']:g}")
