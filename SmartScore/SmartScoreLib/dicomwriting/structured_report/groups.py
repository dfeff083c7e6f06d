"""Measurement groups: one for each segment, with the same measurements in the same order in each (TID 1411, 1501)."""

import numpy as np
from pydicom.dataset import Dataset

from SmartScoreLib.dicomwriting.segmentation.plan import PlannedSegment, SegmentationPlan
from SmartScoreLib.dicomwriting.structured_report import items
from SmartScoreLib.lesions.marks import SEGMENTATION
from SmartScoreLib.lesions.territories import Territory
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.saved import concepts as c
from SmartScoreLib.reading.saved.concepts import Concept
from SmartScoreLib.reading.saved.facts import measurements, peak_hu
from SmartScoreLib.scoring.columns import AGATSTON
from SmartScoreLib.scoring.model import TerritoryScore, TotalScore
from SmartScoreLib.uids import new_uid


def measurement_groups(reading: Reading, plan: SegmentationPlan) -> list[Dataset]:
    """A group (TID 1411) for each segment, in the order of the segments.

    Readers of such reports want at least one group, and take the columns of their table from the first: a reading
    without marks has one of the coronary arteries as a whole, without a segment (TID 1501).
    """
    if not plan.segments:
        return [_whole(reading)]
    scores = {score.key: score for score in reading.sheet.territories}
    return [_segment(reading, plan, segment, scores[segment.territory.key]) for segment in plan.segments]


def _segment(reading: Reading, plan: SegmentationPlan, segment: PlannedSegment, score: TerritoryScore) -> Dataset:
    territory = segment.territory
    site = Concept("SCT", territory.sct_code, territory.sct_meaning) if territory.sct_code else None
    group = items.container(
        c.MEASUREMENT_GROUP,
        *_tracking(territory.name, segment.tracking_uid),
        items.segment(SEGMENTATION, plan.sop_instance_uid, segment.number),
        items.uid(c.SOURCE_SERIES, reading.series.series_instance_uid),
        *_measured(reading, score, territory, site),
    )
    return items.template(group, "1411")


def _whole(reading: Reading) -> Dataset:
    tracking = _tracking(c.CORONARY_ARTERY.meaning, new_uid())
    measured = _measured(reading, reading.sheet.total, None, c.CORONARY_ARTERY)
    return items.template(items.container(c.MEASUREMENT_GROUP, *tracking, *measured), "1501")


def _tracking(name: str, uid: str) -> tuple[Dataset, ...]:
    return (
        items.text(c.TRACKING_IDENTIFIER, name, relationship="HAS OBS CONTEXT"),
        items.uid(c.TRACKING_UID, uid, "HAS OBS CONTEXT"),
        items.code(c.FINDING, c.CALCIFIED_PLAQUE),
    )


def _measured(
    reading: Reading, score: TerritoryScore | TotalScore, territory: Territory | None, site: Concept | None
) -> list[Dataset]:
    found = [] if site is None else [items.code(c.FINDING_SITE, site, relationship="HAS CONCEPT MOD")]
    return found + measured_values(reading, score, territory)


def measured_values(
    reading: Reading, score: TerritoryScore | TotalScore, territory: Territory | None = None
) -> list[Dataset]:
    """The measurements of a territory, or of all that count where it is None, in the order of the table of them.

    Only the peak of all that count may be missing: where nothing counts.
    """
    values = []
    for one in measurements(reading.sheet.protocol):
        value = peak_hu(reading, territory) if one.key == "peak_hu" else getattr(score, one.key)
        if value is not None:
            modifier = [] if one.modifier is None else [items.code(*one.modifier, relationship="HAS CONCEPT MOD")]
            if reading.sheet.mode == "chest" and one.key == AGATSTON.key:
                modifier.append(items.code(c.UNGATED, c.YES, relationship="HAS CONCEPT MOD"))
            # The greatest value may be a number of numpy's.
            plain = value.item() if isinstance(value, np.generic) else value
            values.append(items.number(one.of(territory), plain, one.unit, *modifier))
    return values
