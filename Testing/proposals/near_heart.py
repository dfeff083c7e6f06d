"""For comparison: everything bright near the heart, as a reader gets it without rules."""

import numpy as np

from SmartScoreLib.lesions.components import find_candidates
from SmartScoreLib.lesions.model import STANDARD_THRESHOLD_HU
from SmartScoreLib.phantom.anatomy.case import Case
from SmartScoreLib.proposal.heart import heart_neighborhood


def wrong_near_heart(case: Case) -> int:
    """How many candidates near the heart have their peak in no coronary deposit."""
    series = case.series
    near = heart_neighborhood(series)
    found = find_candidates(series.hu, series.geometry, STANDARD_THRESHOLD_HU, minimum_area_mm2=1.0)
    return sum(
        1
        for one in found
        if not one.bone and (near is None or near.holds(one.peak_index)) and not _coronary(case, one.peak_index)
    )


def _coronary(case: Case, index: tuple[int, int, int]) -> bool:
    for placed in case.placed:
        at = np.subtract(index, placed.corner)
        inside = (at >= 0).all() and (at < placed.mask.shape).all()
        if placed.deposit.kind == "coronary" and inside and placed.mask[tuple(at)]:
            return True
    return False
