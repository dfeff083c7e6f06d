"""How many lesions two readings have in common, as the orCaScore evaluation counts them.

A lesion is a group of marked voxels above 130 HU that are connected by their faces (6 neighbors in space). It is found
if the other reading marks at least one of its voxels. All coronary arteries together are counted whatever the artery
is called; each artery is then counted alone, where the same calcium in another artery is missed in one and wrong in
the other.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.comparison.agreement.lesions.overlay import overlaid
from SmartScoreLib.comparison.agreement.statistics.detection import LesionCounts
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import TERRITORIES
from SmartScoreLib.series.model import CTSeries

ABOVE_HU = 130.0
"""A voxel of a lesion has more than this, whatever the rules of scoring say."""

ANY_ARTERY = "TOTAL"
"""The key of all coronary arteries together, as in the tables of scores."""


def count_lesions(series: CTSeries, reference: LesionMap, other: LesionMap) -> dict[str, LesionCounts]:
    """Counts by artery, those without marks left out, and of all together under `ANY_ARTERY`.

    Args:
        series: the images that both were made on.
        reference: the marks that the others are held to.
        other: the marks that are judged.

    Raises:
        ValueError: a map is not on the grid of the series.
    """
    both = overlaid(series, reference, other)
    above = both.hu > ABOVE_HU
    first, second = np.where(above, both.first, 0), np.where(above, both.second, 0)
    arteries = {territory.key: (territory.label,) for territory in TERRITORIES if territory.counts}
    groups = {ANY_ARTERY: tuple(label for labels in arteries.values() for label in labels), **arteries}
    counted = {
        key: _counts(np.isin(first, labels), np.isin(second, labels), series.geometry.voxel_volume_mm3)
        for key, labels in groups.items()
    }
    return {key: one for key, one in counted.items() if key == ANY_ARTERY or one.reference or one.other}


def _counts(reference: NDArray[np.bool_], other: NDArray[np.bool_], voxel_mm3: float) -> LesionCounts:
    common = reference & other
    lesions, found = _lesions(reference, common)
    others, confirmed = _lesions(other, common)
    volumes = (float(mask.sum()) * voxel_mm3 for mask in (reference, other, common))
    return LesionCounts(lesions, found, others, confirmed, *volumes)


def _lesions(mask: NDArray[np.bool_], common: NDArray[np.bool_]) -> tuple[int, int]:
    """How many 6-connected groups a mask has, and how many of them hold a common voxel."""
    from scipy.ndimage import label

    if not mask.any():
        return 0, 0
    of_voxel: NDArray[Any]
    of_voxel, count = label(mask)
    return int(count), len(np.unique(of_voxel[common]))
