"""From a series to proposals: find the anatomy, measure each candidate near the heart, judge it, name its vessel."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.components import Candidate, find_candidates
from SmartScoreLib.lesions.model import STANDARD_THRESHOLD_HU
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.proposal.anatomy.find import find_anatomy
from SmartScoreLib.proposal.anatomy.model import Anatomy, Whereabouts, beyond_aorta, whereabouts
from SmartScoreLib.proposal.anatomy.organs import Organs
from SmartScoreLib.proposal.candidates.features import Features, measure
from SmartScoreLib.proposal.candidates.judge import PROPOSE_FROM, Verdict, judge
from SmartScoreLib.proposal.candidates.metal import METAL_PEAK_HU, metal_places, pieces
from SmartScoreLib.proposal.candidates.territory import along_vessels, support
from SmartScoreLib.proposal.model import Proposal, Proposals
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.model import CTSeries

# What lies farther from the heart than this is not looked at.
_NEAR_SAC = 1.75
_NEAR_COURSE_MM = 33.0
_NEAR_WALL_MM, _MOST_VOXELS = 5.0, 2000
_TERRITORY = {"aorta": "AORTA", "aortic_valve": "AV", "mitral_annulus": "MV"}


def propose(
    series: CTSeries,
    threshold_hu: float = STANDARD_THRESHOLD_HU,
    minimum_area_mm2: float = 1.0,
    progress: Progress = silent,
    organs: Organs | None = None,
) -> Proposals:
    """What may be calcium of the coronary arteries, for a reader to accept or correct.

    Args:
        series: the volume.
        threshold_hu: candidates are 26-connected components at or above it.
        minimum_area_mm2: those that would score nothing are left out.
        progress: told after each step; it may raise to stop the work.
        organs: heart, aorta and coronary arteries that others have segmented.
    """
    progress(0, 3, "anatomy")
    anatomy = find_anatomy(series, organs)
    if isinstance(anatomy, Remark):
        return Proposals(series.geometry, threshold_hu, (), (), (remark("proposal.nothing"), anatomy))
    progress(1, 3, "candidates")
    found = find_candidates(series.hu, series.geometry, threshold_hu, minimum_area_mm2=minimum_area_mm2)
    places = whereabouts(anatomy, [one.centroid_lps_mm for one in found])
    near = [(one, where) for one, where in zip(found, places, strict=True) if _near(where)]
    progress(2, 3, "judging")
    judged = []
    near = _beyond_metal(series, anatomy, near, threshold_hu, minimum_area_mm2)
    implants = metal_places(series.hu, series.geometry, [one for one in found if not one.bone])
    for one, where in near:
        measured = measure(series.hu, series.geometry, one, threshold_hu)
        if measured is not None:
            where = _beside_metal(implants, one, _beyond_wall(series, anatomy, measured, where))
            judged.append((measured, where, judge(measured, where, anatomy)))
    proposals = _named(judged)
    taken = sorted((p for p in proposals if _taken(p)), key=lambda p: -p.likelihood)
    left = sorted((p for p in proposals if not _taken(p)), key=lambda p: -p.likelihood)
    said = (remark("proposal.anatomy", percent=100 * anatomy.pose.agreement),)
    if organs is not None:
        said = (remark("proposal.organs", file=organs.file, organs=tuple(sorted(anatomy.organs))),)
    progress(3, 3, "judging")
    return Proposals(series.geometry, threshold_hu, tuple(taken), tuple(left), said, anatomy)


def _beyond_metal(
    series: CTSeries,
    anatomy: Anatomy,
    near: list[tuple[Candidate, Whereabouts]],
    threshold_hu: float,
    minimum_area_mm2: float,
) -> list[tuple[Candidate, Whereabouts]]:
    """Candidates, and those that touch metal once more without it."""
    found = []
    for one, where in near:
        first, *rest = pieces(series.hu, series.geometry, one, threshold_hu, minimum_area_mm2)
        found.append((first, where))
        if rest:
            found += zip(rest, whereabouts(anatomy, [piece.centroid_lps_mm for piece in rest]), strict=True)
    return found


def _beyond_wall(series: CTSeries, anatomy: Anatomy, one: Features, where: Whereabouts) -> Whereabouts:
    """How far the voxels of a candidate near the ascending aorta lie beyond its wall, instead of its middle alone."""
    if where.beyond_mm[1] > _NEAR_WALL_MM + one.length_mm / 2:
        return where
    voxels = np.argwhere(one.mask)[:: max(1, one.candidate.voxels // _MOST_VOXELS)] + one.corner
    inner, middle, outer = np.percentile(beyond_aorta(anatomy, series.geometry.lps_mm(voxels)), (10, 50, 90))
    return replace(where, beyond_mm=(float(inner), float(middle), float(outer)))


def _beside_metal(implants: NDArray[np.float64], one: Candidate, where: Whereabouts) -> Whereabouts:
    """How far the nearest metal is, for what is itself no metal by its brightness."""
    if not len(implants) or one.peak_hu >= METAL_PEAK_HU:
        return where
    return replace(where, metal_mm=float(np.linalg.norm(implants - one.centroid_lps_mm, axis=1).min()))


def _taken(one: Proposal) -> bool:
    return one.kind == "coronary" and one.likelihood >= PROPOSE_FROM


def _near(where: Whereabouts) -> bool:
    """Whether a place is near enough to heart and ascending aorta to be looked at."""
    heart = where.sac < _NEAR_SAC or min(where.course_mm.values()) < _NEAR_COURSE_MM
    return heart or (where.aorta_mm < 30 and where.above_valve_mm > 0)


def _named(judged: list[tuple[Features, Whereabouts, Verdict]]) -> list[Proposal]:
    """Proposals with a territory each: that of coronary ones by place and neighbors."""
    coronary = [i for i, (_, _, verdict) in enumerate(judged) if verdict.kind == "coronary"]
    places = [judged[i][0].candidate.centroid_lps_mm for i in coronary]
    names = along_vessels(places, [support(judged[i][1]) for i in coronary])
    vessel = dict(zip(coronary, names, strict=True))
    named = []
    for i, (measured, _, verdict) in enumerate(judged):
        territory = vessel.get(i, _TERRITORY.get(verdict.kind, "OTHER"))
        named.append(Proposal(measured, verdict.kind, verdict.likelihood, territory, verdict.reasons))
    return named
