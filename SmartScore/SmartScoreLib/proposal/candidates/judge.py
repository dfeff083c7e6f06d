"""What a candidate is: rules on where it lies, what it looks like and what surrounds it, each with its reason.

The rules are those that a reader goes by, put into numbers on phantoms and looked at on public scans. They are no
trained weights.
"""

from dataclasses import dataclass

import numpy as np

from SmartScoreLib.proposal.anatomy.model import Anatomy, Whereabouts
from SmartScoreLib.proposal.anatomy.template import DESCENDING
from SmartScoreLib.proposal.candidates.features import Features
from SmartScoreLib.proposal.candidates.metal import METAL_PEAK_HU
from SmartScoreLib.proposal.model import Kind
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark

PROPOSE_FROM = 0.5
"""A likelihood from which a candidate is proposed."""

_METAL_THIN_HU, _METAL_LONG_MM = 650.0, 45.0

# Of the wall of the aorta as it is seen: its outer edge. Calcium inside of it by so much is of the valve; what lies on
# it is a plaque unless a part of it lies outside of it.
_GLOWING_HU = 108.0
_IN_ROOT_MM, _ON_WALL_MM, _LEAVES_MM = -3.0, 1.3, 0.8


@dataclass(frozen=True)
class Verdict:
    """What a candidate is, how likely it is coronary calcium, and why."""

    kind: Kind
    likelihood: float
    reasons: tuple[Remark, ...]


def judge(one: Features, where: Whereabouts, anatomy: Anatomy) -> Verdict:
    """The verdict on one candidate."""
    for rule in (_bone, _metal, _noise, _surroundings, _outside, _valves_and_aorta):
        verdict = rule(one, where, anatomy)
        if verdict is not None:
            return verdict
    return _coronary(one, where, anatomy)


def _bone(one: Features, where: Whereabouts, anatomy: Anatomy) -> Verdict | None:
    if not one.candidate.bone:
        return None
    return Verdict("bone", 0.01, (remark("proposal.bone", volume_mm3=one.candidate.volume_mm3),))


def _metal(one: Features, where: Whereabouts, anatomy: Anatomy) -> Verdict | None:
    peak = one.candidate.peak_hu
    if peak >= METAL_PEAK_HU:
        return Verdict("metal", 0.02, (remark("proposal.metal_peak", peak_hu=peak, most_hu=METAL_PEAK_HU),))
    thin = one.length_mm > 6 * max(one.width_mm, 1.0)
    if one.length_mm > _METAL_LONG_MM and peak > _METAL_THIN_HU and thin:
        return Verdict("metal", 0.05, (remark("proposal.metal_long", length_mm=one.length_mm, width_mm=one.width_mm),))
    if one.dark > 0.04 and one.lung < 0.02 and peak > 900:
        return Verdict("metal", 0.05, (remark("proposal.metal_streaks", percent=100 * one.dark),))
    return None


def _noise(one: Features, where: Whereabouts, anatomy: Anatomy) -> Verdict | None:
    """Neighboring voxels share their noise, so that of four of them about one counts."""
    noise = max(anatomy.noise_hu, 4.0)
    peak = (one.candidate.peak_hu - anatomy.blood_hu) / noise
    whole = (one.mean_hu - anatomy.blood_hu) / noise * max(one.candidate.voxels / 4, 1.0) ** 0.5
    # What fat surrounds rises out of much less than blood.
    least = (5.5 if one.fat > 0.5 and peak > 6.0 else 6.5) if one.fat > 0.15 else 8.0
    few = one.candidate.voxels < 4 and one.candidate.peak_hu < 200 and (peak < 7.0 or one.candidate.voxels < 2)
    # Cartilage and what moves are nearly as bright as the threshold themselves: noise carries them over it.
    over = (one.candidate.peak_hu - _GLOWING_HU) / noise if one.halo > 0.1 else peak
    if peak < 4.0 or over < 4.0 or whole < least or few:
        return Verdict("noise", 0.1, (remark("proposal.noise", times=peak, noise_hu=anatomy.noise_hu),))
    return None


def _surroundings(one: Features, where: Whereabouts, anatomy: Anatomy) -> Verdict | None:
    if one.lung > 0.5:
        return Verdict("lung", 0.03, (remark("proposal.in_lung", percent=100 * one.lung),))
    return None


def _outside(one: Features, where: Whereabouts, anatomy: Anatomy) -> Verdict | None:
    if where.organs is not None and not where.organs:
        return Verdict("elsewhere", 0.02, (remark("proposal.outside_organs", file=anatomy.source),))
    if where.organs is not None and "coronary" in where.organs:
        return None
    nearest = min(where.course_mm.values())
    in_fat = one.fat > 0.4 and nearest < 16 and where.sac < 1.5
    # Toward the apex hearts differ most; fat that no lung is near lies within the pericardium.
    low = where.above_valve_mm < 0 and one.lung_gap_mm > 6
    in_fat |= one.fat > 0.35 and nearest < 25 and where.sac < 1.4 and low
    if where.sac > 1.18 and nearest > 9 and not in_fat:
        high = where.above_valve_mm > 25
        return Verdict(
            "lymph_node" if high else "elsewhere", 0.04, (remark("proposal.outside_heart", times=where.sac),)
        )
    return None


def _valves_and_aorta(one: Features, where: Whereabouts, anatomy: Anatomy) -> Verdict | None:
    high, nearest = where.above_valve_mm, min(where.course_mm.values())
    inner, middle, outer = where.beyond_mm
    in_root = middle < _IN_ROOT_MM and not (nearest < 9.5 and one.fat > 0.2)
    # An artery leaves the root into fat; what has none around it there has not left it.
    in_root |= middle < _ON_WALL_MM and nearest > 12 and one.fat < 0.2
    if -14 < high < 13 and in_root:
        return Verdict("aortic_valve", 0.08, (remark("proposal.aortic_valve", away_mm=where.aorta_mm, above_mm=high),))
    if high > 0 and -4 < middle < _ON_WALL_MM:
        # Both coronary arteries leave the aorta here, into fat; a plaque stays in its wall.
        leaves = outer > _LEAVES_MM or (outer - inner > 3.4 and nearest < 6)
        origin = high < 16 and leaves and ((nearest < 7 and one.fat > 0.22) or (nearest < 20 and one.fat > 0.4))
        if not origin:
            return Verdict("aorta", 0.1, (remark("proposal.aortic_wall", away_mm=middle, above_mm=high),))
    descending = float(np.hypot(where.template[0] - DESCENDING[0], where.template[1] - DESCENDING[1]))
    if descending < 18:
        return Verdict("aorta", 0.1, (remark("proposal.aortic_wall", away_mm=descending - 12, above_mm=high),))
    deep = one.fat < 0.3 and where.annulus_mm < nearest + 2
    large = one.candidate.volume_mm3 > 250 and one.fat < 0.5
    under = where.annulus_mm < 8 and (deep or (one.fat < 0.38 and where.annulus_mm < nearest - 6))
    # Arteries are not so wide, nor is calcium of them often so much.
    wide = one.width_mm > 6 and where.annulus_mm < 20
    if under or wide or (large and where.annulus_mm < min(14, nearest - 8)):
        return Verdict("mitral_annulus", 0.15, (remark("proposal.annulus", away_mm=where.annulus_mm),))
    return None


def _coronary(one: Features, where: Whereabouts, anatomy: Anatomy) -> Verdict:
    """Near a course, in fat, of some size, away from the lung: each adds to the likelihood."""
    nearest = min(where.course_mm.values())
    if where.organs is not None and "coronary" in where.organs:
        nearest = min(nearest, 3.0)
    vessel = min(where.course_mm, key=lambda name: where.course_mm[name])
    # The farther from the valve, the more hearts differ.
    usual = 5.0 + 0.09 * float(np.linalg.norm(where.template))
    # Branches run over the left ventricle, in fat.
    on_heart = one.fat > 0.45 and where.sac < 1.1 and one.lung_gap_mm > 3
    worth = 2.6 - (0.1 if on_heart else 0.24) * max(nearest - usual, 0.0)
    worth += 1.2 if one.fat > 0.3 else 0.3 if one.fat > 0.15 else -1.4 if one.fat < 0.06 else -0.6
    worth += float(np.clip(np.log(max(one.candidate.volume_mm3, 0.5) / 4.0), -1.2, 1.0)) * 0.5
    reasons = [
        remark("proposal.near_course", territory=vessel, away_mm=nearest),
        remark("proposal.fat_around", percent=100 * one.fat),
    ]
    kind: Kind = "coronary"
    dim, faint = one.candidate.peak_hu < 450, one.candidate.peak_hu < 180
    if one.lung_gap_mm < (3.5 if faint else 3.0):
        # Between lung and a beating heart are bright bands that are no calcium, and rarely as bright.
        worth -= (5.0 if dim else 2.5) if one.lung_gap_mm < 2.0 else (3.5 if faint else 1.6 if dim else 0.5)
        reasons.insert(0, remark("proposal.lung_edge", gap_mm=one.lung_gap_mm))
    if one.halo > 0.1:
        worth -= min(14 * (one.halo - 0.1), 5.0)
        reasons.insert(0, remark("proposal.glow", percent=100 * one.halo))
    if one.lung > 0.12 and nearest > 9 and where.sac > 0.9 and one.fat < 0.4:
        worth -= 1.2
        kind = "pericardium" if nearest > 12 else kind
        reasons.append(remark("proposal.pericardium", percent=100 * one.lung))
    likelihood = float(1 / (1 + np.exp(-worth)))
    if likelihood < PROPOSE_FROM and kind == "coronary":
        kind = "elsewhere"
    return Verdict(kind, likelihood, tuple(reasons))
