"""Which coronary artery a place belongs to: the nearest usual course, and what lies along the same vessel."""

from collections.abc import Sequence

import numpy as np

from SmartScoreLib.proposal.anatomy.model import Whereabouts
from SmartScoreLib.proposal.anatomy.template import COURSES

VESSELS = ("LM", "LAD", "LCX", "RCA", "PDA")
_FORK = np.asarray(COURSES["LM"][-1])
# So far apart two lesions of one artery still speak for each other.
_NEIGHBOR_MM = 14.0


def support(where: Whereabouts) -> dict[str, float]:
    """How much speaks for each artery, summing to 1: by the distance from its course."""
    width = 4.5
    nearest = min(where.course_mm.values())
    weight = {name: float(np.exp(-(where.course_mm[name] - nearest) / width)) for name in VESSELS}
    # The trunk is short: beyond its fork a place belongs to a branch; before the fork no branch has begun.
    fork = float(np.linalg.norm(where.template - _FORK))
    weight["LM"] *= 1.1 if fork < 2 or where.along["LM"] < 0.9 else 0.3
    total = sum(weight.values())
    return {name: value / total for name, value in weight.items()}


def along_vessels(places: Sequence[object], supports: Sequence[dict[str, float]]) -> list[str]:
    """A territory for each lesion, by its own place and by those of its neighbors.

    Args:
        places: LPS mm of each.
        supports: of each, from `support`.
    """
    if not places:
        return []
    points = np.asarray(places, float)
    own = np.array([[one[name] for name in VESSELS] for one in supports])
    away = np.linalg.norm(points[:, None] - points[None], axis=-1)
    # A lesion between two of an artery belongs to it, unless its own place says otherwise clearly.
    pull = np.exp(-((away / _NEIGHBOR_MM) ** 2)) * (away < 2 * _NEIGHBOR_MM)
    np.fill_diagonal(pull, 0)
    belief = own.copy()
    for _ in range(2):
        belief = own * (1 + 0.6 * (pull @ belief))
        belief /= belief.sum(axis=1, keepdims=True)
    return [VESSELS[int(i)] for i in belief.argmax(axis=1)]
