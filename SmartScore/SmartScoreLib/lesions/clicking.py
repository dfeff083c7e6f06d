"""One click: the calcium at a place, given to a territory."""

from collections.abc import Sequence

import numpy as np

from SmartScoreLib.lesions.editing import assign, empty_map
from SmartScoreLib.lesions.growing import grow, growth_limit, nearest_calcium
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.model import CTSeries


def click(
    series: CTSeries,
    lesions: LesionMap | None,
    lps_mm: Sequence[float],
    territory: str,
    *,
    threshold_hu: float,
    in_slice: bool = False,
) -> LesionMap:
    """The marks with the calcium at a place added.

    Args:
        series: the volume.
        lesions: the marks so far; None for none.
        lps_mm: the place, LPS mm.
        territory: a key of the table.
        threshold_hu: HU.
        in_slice: take the voxels of that slice only.

    Raises:
        InputRefused: there is no such territory, or nothing can be taken there, and why.
    """
    if territory not in BY_KEY:
        raise InputRefused(remark("lesions.no_territory", given=territory, known=tuple(BY_KEY)))
    at = np.floor(series.geometry.index(lps_mm) + 0.5)
    if not all(0 <= i < n for i, n in zip(at, series.geometry.shape, strict=True)):
        raise InputRefused(remark("lesions.outside"))
    index = (int(at[0]), int(at[1]), int(at[2]))
    seed = nearest_calcium(series.hu, series.geometry, index, threshold_hu) or index
    limit = growth_limit(series.geometry)
    grown = grow(series.hu, seed, threshold_hu, in_slice=in_slice, limit_voxels=limit)
    if grown.reason:
        raise InputRefused(grown.reason)
    return assign(lesions or empty_map(series.geometry, "clicks"), grown.corner, grown.mask, territory)
