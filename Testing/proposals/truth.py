"""What a reader would mark on a made-up scan, and how proposals compare with it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.editing import assign, empty_map
from SmartScoreLib.lesions.model import STANDARD_THRESHOLD_HU, LesionMap
from SmartScoreLib.phantom.anatomy.case import Case, Placed
from SmartScoreLib.phantom.anatomy.deposits import METAL
from SmartScoreLib.proposal.model import Proposals
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.scoring.score import score

LEAST_AGATSTON = 10.0
_OF_A_LESION, _OF_A_PROPOSAL = 0.5, 0.25


@dataclass(frozen=True)
class Lesion:
    """One coronary deposit: what it scores alone, whether it was proposed, and as what.

    `touches_metal`: no threshold parts it from a stent, clip or wire; its voxels and those of metal are one component.
    """

    territory: str
    agatston: float
    found: bool
    proposed_as: str
    lost_as: str
    touches_metal: bool


@dataclass(frozen=True)
class Wrong:
    """One proposal that is no coronary calcium, and what it is."""

    kind: str
    territory: str
    likelihood: float
    peak_hu: float
    volume_mm3: float


@dataclass(frozen=True)
class Outcome:
    """One case: its lesions, its wrong proposals, its totals."""

    seed: int
    judged: bool
    lesions: tuple[Lesion, ...]
    wrong: tuple[Wrong, ...]
    true_total: float
    proposed_total: float
    other_kinds: tuple[str, ...]


def bright(case: Case, one: Placed) -> NDArray[np.bool_]:
    """The voxels of a deposit that reach the threshold; of calcium, those that are not metal or its glow as well.

    A strut of a stent within a plaque is metal: no reader marks it, and no program may propose it.
    """
    box = tuple(slice(c, c + n) for c, n in zip(one.corner, one.mask.shape, strict=True))
    voxels = one.mask & (case.series.hu[box] >= STANDARD_THRESHOLD_HU)
    if not is_metal(one.deposit.kind):
        for other in case.placed:
            if is_metal(other.deposit.kind):
                _leave_out(voxels, one, other)
    return voxels


def _leave_out(voxels: NDArray[np.bool_], of: Placed, other: Placed) -> None:
    """Clear those voxels (a box from the corner of one deposit on) that another deposit reaches."""
    low = np.maximum(of.corner, other.corner)
    end = np.minimum(np.add(of.corner, of.mask.shape), np.add(other.corner, other.mask.shape))
    if (end > low).all():
        here = tuple(slice(a - c, b - c) for a, b, c in zip(low, end, of.corner, strict=True))
        there = tuple(slice(a - c, b - c) for a, b, c in zip(low, end, other.corner, strict=True))
        voxels[here] &= ~other.mask[there]


def agatston(case: Case, lesions: LesionMap) -> float:
    """The coronary total of marks."""
    return score(case.series.hu, lesions, DEFAULT_PROTOCOL).total.agatston


def compare(case: Case, proposals: Proposals) -> Outcome:
    """Each lesion and each proposal of a case."""
    empty = empty_map(case.series.geometry)
    truth, kinds = np.zeros(case.series.hu.shape, np.uint8), [p.deposit.kind for p in case.placed]
    coronary, true_map, alone = [], empty, []
    for one in case.placed:
        voxels = bright(case, one)
        box = tuple(slice(c, c + n) for c, n in zip(one.corner, one.mask.shape, strict=True))
        code = 1 + sorted(set(kinds)).index(one.deposit.kind)
        if one.deposit.kind == "coronary":
            truth[box][voxels] = code
            true_map = assign(true_map, one.corner, voxels, one.deposit.territory)
            coronary.append((one, voxels, box))
            alone.append(agatston(case, assign(empty, one.corner, voxels, one.deposit.territory)))
        else:
            truth[box][voxels & (truth[box] == 0)] = code
    code_of = {1 + i: kind for i, kind in enumerate(sorted(set(kinds)))}
    is_coronary = next((c for c, kind in code_of.items() if kind == "coronary"), 255)
    proposed = np.zeros(case.series.hu.shape, np.uint16)
    judged_as = np.zeros(case.series.hu.shape, np.uint8)
    wrong, proposed_map = [], empty
    for i, one in enumerate(proposals.proposed):
        f = one.features
        box = tuple(slice(c, c + n) for c, n in zip(f.corner, f.mask.shape, strict=True))
        proposed[box][f.mask] = i + 1
        proposed_map = assign(proposed_map, f.corner, f.mask, one.territory)
        inside = truth[box][f.mask]
        if np.count_nonzero(inside == is_coronary) < _OF_A_PROPOSAL * inside.size:
            others = inside[(inside > 0) & (inside != is_coronary)]
            kind = code_of[int(np.bincount(others).argmax())] if len(others) else "nothing"
            wrong.append(Wrong(kind, one.territory, one.likelihood, f.candidate.peak_hu, f.candidate.volume_mm3))
    for i, one in enumerate(proposals.rejected):
        f = one.features
        box = tuple(slice(c, c + n) for c, n in zip(f.corner, f.mask.shape, strict=True))
        judged_as[box][f.mask] = min(i + 1, 255)
    lesions = []
    beside = _beside_metal(case)
    for (one, voxels, box), value in zip(coronary, alone, strict=True):
        labels = proposed[box][voxels]
        hit = labels[labels > 0]
        found = len(hit) >= _OF_A_LESION * max(1, voxels.sum())
        as_ = proposals.proposed[int(np.bincount(hit).argmax()) - 1].territory if len(hit) else ""
        left = judged_as[box][voxels]
        left = left[left > 0]
        lost = proposals.rejected[int(np.bincount(left).argmax()) - 1].kind if len(left) else "not seen"
        touches = bool(beside[box][voxels].any())
        lesions.append(Lesion(one.deposit.territory, value, bool(found), as_, "" if found else lost, touches))
    return Outcome(
        case.seed, proposals.anatomy is not None, tuple(lesions), tuple(wrong), agatston(case, true_map),
        agatston(case, proposed_map), tuple(kinds),
    )  # fmt: skip


def _beside_metal(case: Case) -> NDArray[np.bool_]:
    """Voxels of the components (26-connected, from the threshold on) that hold metal."""
    from scipy import ndimage

    metal = [one for one in case.placed if is_metal(one.deposit.kind)]
    if not metal:
        return np.zeros(case.series.hu.shape, bool)
    label, count = ndimage.label(case.series.hu >= STANDARD_THRESHOLD_HU, np.ones((3, 3, 3), bool))
    held = np.zeros(count + 1, bool)
    for one in metal:
        box = tuple(slice(c, c + n) for c, n in zip(one.corner, one.mask.shape, strict=True))
        held[np.unique(label[box][bright(case, one)])] = True
    held[0] = False
    return np.asarray(held[label])


def is_metal(kind: str) -> bool:
    """Whether a deposit is metal."""
    return kind in METAL
