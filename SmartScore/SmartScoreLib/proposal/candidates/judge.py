"""What a candidate is: rules on where it lies, what it looks like and what surrounds it, each with its reason.

The rules are those that a reader goes by; their numbers were set, and some of them searched for, on made-up chests and
public scans. They are no trained weights: each is a limit that one can read, and gives its reason.
"""

from dataclasses import dataclass

import numpy as np

from SmartScoreLib.proposal.anatomy.model import Anatomy, Whereabouts
from SmartScoreLib.proposal.anatomy.template import COURSES
from SmartScoreLib.proposal.candidates.features import Features
from SmartScoreLib.proposal.candidates.metal import METAL_PEAK_HU
from SmartScoreLib.proposal.model import Kind
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark

PROPOSE_FROM = 0.5
"""A likelihood from which a candidate is proposed."""

# Leads and catheters run in blood, or far from arteries; calcium of an artery may be as long, and has fat around it.
_METAL_THIN_HU, _METAL_LONG_MM, _METAL_FROM_COURSE_MM, _METAL_FAT = 650.0, 45.0, 20.0, 0.15
# A stent is wider than the calcium of most arteries, and bright throughout where its struts are blurred. A valve, which
# may be so too, lies in blood.
_STENT_PEAK_HU, _STENT_MEAN_HU = 1200.0, 600.0
_STENT_WIDE_MM, _STENT_LONG_MM, _STENT_SOFT = 4.8, 8.0, 0.7
# Clips and the bends of leads lie in rows; calcium is rarely as bright.
_METAL_NEAR_HU, _METAL_NEAR_MM, _METAL_SHORT_MM = 1200.0, 25.0, 15.0

# One piece of calcium of an artery is not as large; a rib that the field of view cuts is.
_LARGEST_MM3, _LARGE_NEAR_MM = 1500.0, 12.0
# What is wider than arteries and lies on the lung is a piece of its edge.
_WIDEST_MM = 8.0
# So far from its usual course an artery lies in most hearts. Branches do not run farther from the main arteries.
_USUAL_MM = 4.0
_FARTHEST_MM = 31.0
# Ribs and the sternum have cartilage and muscle around them; the heart with its fat lies deeper.
_FROM_BONE_MM = 12.0

# Of the wall of the aorta as it is seen: its outer edge. Calcium inside of it by so much is of the valve; what lies on
# it is a plaque unless a part of it lies outside of it.
_GLOWING_HU = 150.0
_IN_ROOT_MM, _ON_WALL_MM, _LEAVES_MM = -3.0, 1.3, 0.8
# The origins of both coronary arteries, in the usual heart, and how far from them calcium is of an artery: the fat in
# which it runs begins there.
_ORIGINS = np.array([COURSES["LM"][0], COURSES["RCA"][0]])
_AT_ORIGIN_MM, _AT_ORIGIN_FAT, _AT_ORIGIN_ABOVE_MM = 13.0, 0.28, (-2.5, 18.0)
_LUMP_MM, _LUMP_MM3 = 4.4, 200.0
# Around the middle of the descending aorta: where its calcium lies, and its usual radius.
_DESCENDING_MM, _DESCENDING_RADIUS_MM = 18.0, 12.0
# A plaque lies on the wall and follows it: it is long along it and hardly deep (length in mm, depth as a share of it).
# At the origin of an artery less of that is enough.
_ARC, _ARC_AT_ORIGIN, _ARC_INSIDE_MM = (8.0, 0.17), (4.5, 0.43), -3.8


@dataclass(frozen=True)
class Verdict:
    """What a candidate is, how likely it is coronary calcium, and why."""

    kind: Kind
    likelihood: float
    reasons: tuple[Remark, ...]


def judge(one: Features, where: Whereabouts, anatomy: Anatomy) -> Verdict:
    """The verdict on one candidate."""
    for rule in (_bone, _metal, _rib, _noise, _surroundings, _outside, _valves_and_aorta, _annulus):
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
    nearest = min(where.course_mm.values())
    apart = nearest > _METAL_FROM_COURSE_MM or one.fat < _METAL_FAT
    if one.length_mm > _METAL_LONG_MM and peak > _METAL_THIN_HU and thin and apart:
        return Verdict("metal", 0.05, (remark("proposal.metal_long", length_mm=one.length_mm, width_mm=one.width_mm),))
    dense = peak >= _STENT_PEAK_HU and one.mean_hu >= _STENT_MEAN_HU
    if dense and one.width_mm >= _STENT_WIDE_MM and one.length_mm >= _STENT_LONG_MM and one.soft < _STENT_SOFT:
        told = remark("proposal.metal_wide", peak_hu=peak, mean_hu=one.mean_hu, width_mm=one.width_mm)
        return Verdict("metal", 0.05, (told,))
    if one.dark > 0.04 and one.lung < 0.02 and peak > 900:
        return Verdict("metal", 0.05, (remark("proposal.metal_streaks", percent=100 * one.dark),))
    if peak >= _METAL_NEAR_HU and where.metal_mm <= _METAL_NEAR_MM and one.length_mm < _METAL_SHORT_MM:
        return Verdict("metal", 0.05, (remark("proposal.metal_near", peak_hu=peak, away_mm=where.metal_mm),))
    return None


def _rib(one: Features, where: Whereabouts, anatomy: Anatomy) -> Verdict | None:
    if one.candidate.volume_mm3 <= _LARGEST_MM3 or min(where.course_mm.values()) <= _LARGE_NEAR_MM:
        return None
    return Verdict("bone", 0.02, (remark("proposal.bone", volume_mm3=one.candidate.volume_mm3),))


def _noise(one: Features, where: Whereabouts, anatomy: Anatomy) -> Verdict | None:
    """Neighboring voxels share their noise, so that of four of them about one counts."""
    noise = max(anatomy.noise_hu, 4.0)
    peak = (one.candidate.peak_hu - anatomy.blood_hu) / noise
    whole = (one.mean_hu - anatomy.blood_hu) / noise * max(one.candidate.voxels / 4, 1.0) ** 0.5
    # What fat surrounds rises out of much less than blood.
    least = (5.5 if one.fat > 0.5 and peak > 6.0 else 6.5) if one.fat > 0.15 else 8.0
    # Cartilage and what moves are nearly as bright as the threshold themselves: noise carries them over it.
    over = (one.candidate.peak_hu - _GLOWING_HU) / noise if one.halo > 0.1 else peak
    if peak < 4.8 or over < 4.0 or whole < least:
        return Verdict("noise", 0.1, (remark("proposal.noise", times=peak, noise_hu=anatomy.noise_hu),))
    return None


def _surroundings(one: Features, where: Whereabouts, anatomy: Anatomy) -> Verdict | None:
    if one.width_mm > _WIDEST_MM and one.lung_gap_mm < 3.0:
        return Verdict("lung", 0.03, (remark("proposal.lung_edge", gap_mm=one.lung_gap_mm),))
    if one.lung > 0.5:
        return Verdict("lung", 0.03, (remark("proposal.in_lung", percent=100 * one.lung),))
    return None


def _outside(one: Features, where: Whereabouts, anatomy: Anatomy) -> Verdict | None:
    if where.organs is not None and not where.organs:
        return Verdict("elsewhere", 0.02, (remark("proposal.outside_organs", file=anatomy.source),))
    if where.organs is not None and "coronary" in where.organs:
        return None
    nearest = min(where.course_mm.values())
    in_fat = one.fat > 0.4 and nearest < 16 and where.sac < (1.5 if one.lung_gap_mm > 4 else 1.25)
    # Toward the apex hearts differ most; fat that neither lung nor bone is near lies within the pericardium. Behind
    # the heart lies that around the esophagus and the descending aorta.
    low = where.above_valve_mm < 0 and one.lung_gap_mm > 6
    in_fat |= one.fat > 0.35 and nearest < 25 and where.sac < 1.4 and low
    deep = where.bone_mm > _FROM_BONE_MM and where.chest[1] < 30
    deep &= one.candidate.volume_mm3 > 20 and one.candidate.peak_hu > 180
    in_fat |= one.fat > 0.4 and nearest < _FARTHEST_MM and where.sac < 1.75 and low and deep
    # Cartilage of ribs glows; under the heart lies the diaphragm.
    in_fat &= one.halo < 0.04 and (where.chest[2] > -74 or where.sac < 1.25)
    if where.sac > 1.17 and nearest > 8 and not in_fat:
        high = where.above_valve_mm > 25
        return Verdict(
            "lymph_node" if high else "elsewhere", 0.04, (remark("proposal.outside_heart", times=where.sac),)
        )
    if where.above_valve_mm > 22 and nearest > 15:
        # Both arteries begin at the root; higher up and far from them lie the nodes of the hilum.
        return Verdict("lymph_node", 0.04, (remark("proposal.outside_heart", times=where.sac),))
    return None


def _valves_and_aorta(one: Features, where: Whereabouts, anatomy: Anatomy) -> Verdict | None:
    high, nearest = where.above_valve_mm, min(where.course_mm.values())
    inner, middle, outer = where.beyond_mm
    arc, small_arc = (
        one.length_mm > long and outer - inner < deep * one.length_mm and middle > _ARC_INSIDE_MM
        for long, deep in (_ARC, _ARC_AT_ORIGIN)
    )
    at_origin = float(np.linalg.norm(where.template - _ORIGINS, axis=1).min()) < _AT_ORIGIN_MM
    near = nearest < 5
    at_origin &= _AT_ORIGIN_ABOVE_MM[0] < high < _AT_ORIGIN_ABOVE_MM[1] + (3 if near else 0) and not small_arc
    at_origin &= one.fat > (0.22 if near else _AT_ORIGIN_FAT)
    # The right artery runs down beside the root in fat, the left one away from it.
    right = nearest == where.course_mm["RCA"] and nearest < 16 and one.fat > _AT_ORIGIN_FAT and middle > -5
    in_root = middle < _IN_ROOT_MM and not (nearest < 9.5 and one.fat > 0.2) and not right
    # An artery leaves the root into fat; what has none around it there has not left it.
    in_root |= middle < _ON_WALL_MM and nearest > 12 and one.fat < 0.2
    in_root |= middle < -1.5 and nearest > 10.8 and one.fat < 0.42 and -7 < high < 3 and not right
    lump = _lump(one)
    in_root |= lump and middle < 0
    if -14 < high < 13 and in_root and (lump or not at_origin):
        return Verdict("aortic_valve", 0.08, (remark("proposal.aortic_valve", away_mm=where.aorta_mm, above_mm=high),))
    if (high > 0 and -4 < middle < _ON_WALL_MM and not at_origin) or (high > -10 and middle < 3.5 and arc):
        # Both coronary arteries leave the aorta here, into fat; a plaque stays in its wall.
        leaves = outer > _LEAVES_MM or (outer - inner > 3.4 and nearest < 6)
        origin = high < 16 and leaves and ((nearest < 9 and one.fat > 0.22) or (nearest < 20 and one.fat > 0.34))
        if arc or not origin:
            return Verdict("aorta", 0.1, (remark("proposal.aortic_wall", away_mm=middle, above_mm=high),))
    if where.descending_mm < _DESCENDING_MM:
        away = where.descending_mm - _DESCENDING_RADIUS_MM
        return Verdict("aorta", 0.1, (remark("proposal.aortic_wall", away_mm=away, above_mm=high),))
    return None


def _lump(one: Features) -> bool:
    """Leaflets and the ring are lumps within blood and muscle; calcium of an artery is as wide as the artery."""
    return one.width_mm > _LUMP_MM and one.candidate.volume_mm3 > _LUMP_MM3 and one.soft > 0.9


def _annulus(one: Features, where: Whereabouts, anatomy: Anatomy) -> Verdict | None:
    nearest = min(where.course_mm.values())
    deep = one.fat < 0.25 and where.annulus_mm < nearest + 2
    in_muscle = one.fat < 0.38 and one.soft > 0.5
    under = where.annulus_mm < 8 and (deep or (in_muscle and where.annulus_mm < nearest - 6))
    under |= where.annulus_mm < 12 and in_muscle and one.fat < 0.32 and where.annulus_mm < nearest - 8
    # Calcium of arteries is not often so much, nor is it wider than they are.
    volume, ring = one.candidate.volume_mm3, where.annulus_mm
    large = volume > 300 and ring < min(16, nearest + 1)
    least = 250 if one.soft > 0.4 else 400
    large |= (volume > least and ring < min(24, nearest - 8)) or (volume > 150 and ring < min(12, nearest - 15))
    wide = (one.width_mm > 6.5 and ring < 20) or (_lump(one) and ring < 30)
    if under or wide or (large and one.fat < 0.5):
        return Verdict("mitral_annulus", 0.15, (remark("proposal.annulus", away_mm=where.annulus_mm),))
    return None


def _coronary(one: Features, where: Whereabouts, anatomy: Anatomy) -> Verdict:
    """Near a course, in fat, of some size, away from the lung: each adds to the likelihood."""
    nearest = min(where.course_mm.values())
    if where.organs is not None and "coronary" in where.organs:
        nearest = min(nearest, 3.0)
    vessel = min(where.course_mm, key=lambda name: where.course_mm[name])
    # Branches run over the left ventricle, in fat.
    on_heart = one.fat > 0.45 and where.sac < 1.1 and one.lung_gap_mm > 3
    # Fat within the heart lies in its grooves, and arteries run there, wherever these grooves are.
    in_groove = one.fat > 0.25 and one.lung_gap_mm > 6 and where.bone_mm > _FROM_BONE_MM and where.above_valve_mm < 20
    worth = 2.4 - (0.1 if on_heart else 0.14 if in_groove else 0.2) * max(nearest - _USUAL_MM, 0.0)
    if nearest > (_FARTHEST_MM + 7 if in_groove and one.fat > 0.5 and where.sac < 0.9 else _FARTHEST_MM):
        worth -= 4.0
    worth += 1.2 if one.fat > 0.3 else 0.3 if one.fat > 0.23 else -1.4 if one.fat < 0.06 else -0.6
    worth += float(np.clip(np.log(max(one.candidate.volume_mm3, 0.5) / 4.0), -1.2, 1.0)) * 0.5
    reasons = [
        remark("proposal.near_course", territory=vessel, away_mm=nearest),
        remark("proposal.fat_around", percent=100 * one.fat),
    ]
    kind: Kind = "coronary"
    dim, faint = one.candidate.peak_hu < 400, one.candidate.peak_hu < 180
    if one.lung_gap_mm < (3.5 if faint else 3.0):
        # Between lung and a beating heart are bright bands that are no calcium, and rarely as bright.
        worth -= (5.0 if dim else 2.5) if one.lung_gap_mm < 1.6 else (3.5 if faint else 2.5 if dim else 0.5)
        # What lies more in the lung than on the heart is its edge, or a shell around the heart.
        worth -= 2.0 if one.lung > 0.3 and (one.soft < 0.05 or one.lung_gap_mm < 2.3) else 0.0
        reasons.insert(0, remark("proposal.lung_edge", gap_mm=one.lung_gap_mm))
    if one.halo > 0.1:
        worth -= min(14 * (one.halo - 0.1), 5.0)
        reasons.insert(0, remark("proposal.glow", percent=100 * one.halo))
    if one.lung > 0.12 and nearest > 9 and where.sac > 1.05 and one.fat < 0.4:
        worth -= 1.2
        kind = "pericardium" if nearest > 12 else kind
        reasons.append(remark("proposal.pericardium", percent=100 * one.lung))
    likelihood = float(1 / (1 + np.exp(-worth)))
    if likelihood < PROPOSE_FROM and kind == "coronary":
        kind = "elsewhere"
    return Verdict(kind, likelihood, tuple(reasons))
