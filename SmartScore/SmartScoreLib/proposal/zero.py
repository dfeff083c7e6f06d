"""A zero that a reader states, and what the reader should know at that moment: what may be calcium in the heart."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.components import Candidate, find_candidates
from SmartScoreLib.lesions.editing import empty_map
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.runs import held_threshold
from SmartScoreLib.lesions.territories import BY_LABEL
from SmartScoreLib.proposal.heart import Neighborhood, Region, heart_neighborhood
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.model import CTSeries


def confirm_zero(
    series: CTSeries, lesions: LesionMap | None, threshold_hu: float, minimum_area_mm2: float
) -> LesionMap:
    """The marks with the reader's word that there is no coronary calcium, and a remark on what is not marked there.

    Args:
        series: the volume.
        lesions: marks outside the coronary arteries; None for no marks.
        threshold_hu: HU.
        minimum_area_mm2: candidates that would score nothing are left out, as in scoring.

    Raises:
        InputRefused: coronary calcium is marked, or no reader has confirmed the marks.
    """
    if lesions is None:
        lesions = empty_map(series.geometry, remark("lesions.origin_zero"))
    if not lesions.reviewed:
        raise InputRefused(remark("proposal.zero_unreviewed"))
    if marked := _marked_calcium(series, lesions, threshold_hu):
        raise InputRefused(remark("proposal.zero_contradicted", territories=marked))
    said = zero_remarks(series, lesions, threshold_hu, minimum_area_mm2)
    return replace(lesions, zero_confirmed=True, remarks=(*lesions.remarks, *said))


def zero_remarks(
    series: CTSeries, lesions: LesionMap, threshold_hu: float, minimum_area_mm2: float
) -> tuple[Remark, ...]:
    """What lies in the neighborhood of the heart, may be calcium, and is not marked: how much, the largest, where.

    Arguments as of `confirm_zero`. Where no lungs are seen there is no neighborhood, and everything but bone is named.
    """
    found = find_candidates(series.hu, series.geometry, threshold_hu, minimum_area_mm2=minimum_area_mm2)
    near = heart_neighborhood(series)
    open_ = open_candidates(found, near, lesions)
    if not open_:
        return ()
    return (_named(open_, near, threshold_hu),)


def open_candidates(found: Sequence[Candidate], near: Region | None, lesions: LesionMap) -> list[Candidate]:
    """What may be calcium in the heart and is not marked: no bone, and near the heart where that is seen.

    Args:
        found: by `find_candidates`.
        near: where to look, the neighborhood of the heart as a rule; None for anywhere: everything but bone is left.
        lesions: the marks.
    """
    left = [one for one in found if not one.bone and not _is_marked(one, lesions)]
    return left if near is None else [one for one in left if near.holds(one.peak_index)]


def _named(candidates: Sequence[Candidate], near: Neighborhood | None, threshold_hu: float) -> Remark:
    largest = max(candidates, key=lambda one: one.volume_mm3)
    return remark(
        "proposal.zero_candidates" if near is not None else "proposal.zero_candidates_anywhere",
        count=len(candidates),
        threshold_hu=float(threshold_hu),
        volume_mm3=largest.volume_mm3,
        peak_hu=largest.peak_hu,
        slice=largest.peak_index[0] + 1,
        center_lps_mm=largest.centroid_lps_mm,
    )


def _is_marked(candidate: Candidate, lesions: LesionMap) -> bool:
    at = tuple(index - corner for index, corner in zip(candidate.peak_index, lesions.corner, strict=True))
    inside = all(0 <= index < size for index, size in zip(at, lesions.labels.shape, strict=True))
    return inside and bool(lesions.labels[at])


def _marked_calcium(series: CTSeries, lesions: LesionMap, threshold_hu: float) -> tuple[str, ...]:
    """Coronary territories that hold marks at or above the threshold."""
    reaches: NDArray[np.bool_] = series.hu[lesions.box] >= held_threshold(threshold_hu, series.hu.dtype)
    present = np.unique(lesions.labels[reaches]).tolist()
    return tuple(BY_LABEL[label].key for label in present if label in BY_LABEL and BY_LABEL[label].counts)
