"""Which segments a reading has, and the UIDs by which other objects refer to them."""

from dataclasses import dataclass, field

import numpy as np

from SmartScoreLib.lesions.territories import BY_LABEL, Territory
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.uids import new_uid


@dataclass(frozen=True)
class PlannedSegment:
    """One territory that holds marks: Segment Number, from 1, and the Tracking UID that follows it over versions."""

    territory: Territory
    number: int
    tracking_uid: str


@dataclass(frozen=True)
class SegmentationPlan:
    """The segmentation of one reading before it is written; without segments there is nothing to write."""

    segments: tuple[PlannedSegment, ...]
    series_instance_uid: str = field(default_factory=new_uid)
    sop_instance_uid: str = field(default_factory=new_uid)


def plan_segmentation(reading: Reading) -> SegmentationPlan:
    """A segment for each territory that holds marks, in the order of the table; new UIDs.

    A territory that the reading's previous version had keeps its Tracking UID: it is the same thing, marked again.
    """
    known = dict(reading.previous.tracking_uids) if reading.previous else {}
    marked = [BY_LABEL[int(label)] for label in np.unique(reading.lesions.labels) if label]
    return SegmentationPlan(
        tuple(
            PlannedSegment(territory, number, known.get(territory.key) or new_uid())
            for number, territory in enumerate(marked, start=1)
        )
    )
