"""Two published ways that need no network, rebuilt roughly, on the same chests and the same candidates.

- A heart box and rules (González 2016, 10.1109/ISBI.2016.7493209): what reaches the threshold in a box around the
  heart, without what is of the great vessels, of bone or of metal. The authors' box came from a detector that was
  trained; here it is that of the fitted heart, and the rules are those that their abstract names.
- Nearest neighbors of features (Isgum 2012, 10.1109/TMI.2012.2216889): size, shape, brightness, surroundings and place
  of each candidate, which is named as most of its nearest neighbors among candidates of known chests. The authors'
  places came from an atlas of patients; here they are those in the fitted heart.

Neither is the authors' program, and both have the heart of this project's fit: what is compared are the rules.
`python Testing/proposals/peers.py FILE` makes the memory of the second from chests whose seeds the rules were tuned on.
"""

import pickle
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.phantom.anatomy.case import Case, make_case
from SmartScoreLib.proposal.anatomy.model import Whereabouts, whereabouts
from SmartScoreLib.proposal.anatomy.template import SAC
from SmartScoreLib.proposal.candidates.features import Features
from SmartScoreLib.proposal.candidates.metal import METAL_PEAK_HU
from SmartScoreLib.proposal.candidates.territory import support
from SmartScoreLib.proposal.model import Proposal, Proposals
from SmartScoreLib.proposal.propose import propose

_NEIGHBORS = 9
_SEEDS = range(60)
_IN_WALL_MM, _DESCENDING_MM = 2.0, 18.0


@dataclass(frozen=True)
class Memory:
    """Candidates of known chests.

    Attributes:
        values: (n, features) of each, as they were measured.
        coronary: (n,) whether most of it is calcium of a coronary artery.
    """

    values: NDArray[np.float64]
    coronary: NDArray[np.bool_]


def heart_box(found: Proposals) -> Proposals:
    """The first way."""
    low = np.min([np.subtract(middle, radii) for middle, radii in SAC], axis=0)
    high = np.max([np.add(middle, radii) for middle, radii in SAC], axis=0)
    return _chosen(found, [_in_box(one.features, where, low, high) for one, where in _with_places(found)])


def _in_box(one: Features, where: Whereabouts, low: NDArray[np.float64], high: NDArray[np.float64]) -> bool:
    inside = bool(((where.template >= low) & (where.template <= high)).all())
    ascending = where.above_valve_mm > 0 and where.beyond_mm[1] < _IN_WALL_MM
    descending = where.descending_mm < _DESCENDING_MM
    metal = one.candidate.peak_hu >= METAL_PEAK_HU
    return inside and not ascending and not descending and not metal and not one.candidate.bone


def neighbors(found: Proposals, memory: Memory) -> Proposals:
    """The second way: a candidate is coronary if most of its nearest neighbors are."""
    from scipy.spatial import cKDTree

    asked = [_values(one.features, where) for one, where in _with_places(found)]
    if not asked:
        return found
    middle, spread = memory.values.mean(axis=0), memory.values.std(axis=0) + 1e-9
    tree = cKDTree((memory.values - middle) / spread)
    _, nearest = tree.query((np.array(asked) - middle) / spread, _NEIGHBORS)
    return _chosen(found, list(memory.coronary[nearest].mean(axis=1) > 0.5))


def remembered(seeds: range) -> Memory:
    """What the second way knows: the candidates of chests by their seeds."""
    values, coronary = [], []
    for seed in seeds:
        case = make_case(seed)
        found = propose(case.series)
        for one, where in _with_places(found):
            values.append(_values(one.features, where))
            coronary.append(_is_coronary(case, one.features))
    return Memory(np.array(values), np.array(coronary))


def _with_places(found: Proposals) -> list[tuple[Proposal, Whereabouts]]:
    every = [*found.proposed, *found.rejected]
    if found.anatomy is None or not every:
        return []
    places = whereabouts(found.anatomy, [one.features.candidate.centroid_lps_mm for one in every])
    return list(zip(every, places, strict=True))


def _values(one: Features, where: Whereabouts) -> list[float]:
    candidate = one.candidate
    return [
        np.log(candidate.volume_mm3), one.length_mm, one.width_mm, np.log(candidate.peak_hu), one.mean_hu, one.fat,
        one.lung, one.soft, one.halo, *where.template, min(where.course_mm.values()), where.sac, where.annulus_mm,
        where.aorta_mm, where.beyond_mm[1],
    ]  # fmt: skip


def _is_coronary(case: Case, one: Features) -> bool:
    share = np.zeros(one.mask.shape, bool)
    for placed in case.placed:
        if placed.deposit.kind == "coronary":
            offset = np.subtract(placed.corner, one.corner)
            first, end = np.maximum(offset, 0), np.minimum(offset + placed.mask.shape, one.mask.shape)
            if (end > first).all():
                here = tuple(slice(a, b) for a, b in zip(first, end, strict=True))
                there = tuple(slice(a, b) for a, b in zip(first - offset, end - offset, strict=True))
                share[here] |= placed.mask[there]
    return bool((share & one.mask).sum() > 0.5 * one.mask.sum())


def _chosen(found: Proposals, coronary: list[bool]) -> Proposals:
    """The same candidates, judged otherwise; the vessel is that of the nearest course."""
    taken, left = [], []
    for (one, where), yes in zip(_with_places(found), coronary, strict=True):
        vessels = support(where)
        if yes:
            taken.append(replace(one, kind="coronary", territory=max(vessels, key=lambda name: vessels[name])))
        else:
            left.append(replace(one, kind="elsewhere", territory="OTHER"))
    return replace(found, proposed=tuple(taken), rejected=tuple(left))


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(pickle.dumps(remembered(_SEEDS)))
