"""What a click takes: one answer for the segment editor, the panel, JSON clicks and Python."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.checks.threads import thread
from SmartScoreLib.lesions.components import BONE_MM3, Index
from SmartScoreLib.lesions.editing import assign, empty_map
from SmartScoreLib.lesions.growing import Grown, grow, growth_limit, nearest_calcium
from SmartScoreLib.lesions.model import STANDARD_THRESHOLD_HU, LesionMap
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries


@dataclass(frozen=True)
class ClickSettings:
    """How far a click reaches.

    Attributes:
        threshold_hu: a voxel is calcium at or above this value.
        limit_mm3: connected calcium above this volume is bone, or touches bone, and is not taken.
        in_slice: take only what lies in the clicked voxel's slice.
        refuse_threads: take no thread of noise through several slices; for clicks of a reader, who can then take one
            slice.
    """

    threshold_hu: float = STANDARD_THRESHOLD_HU
    limit_mm3: float = BONE_MM3
    in_slice: bool = False
    refuse_threads: bool = False


def calcium_at(hu: NDArray[Any], geometry: VolumeGeometry, index: Index, settings: ClickSettings) -> Grown:
    """The connected calcium at a voxel, or at the nearest calcium beside it in its slice (2 mm at most).

    Args:
        hu: (slice, row, column) Hounsfield units of the whole volume.
        geometry: the grid of `hu`.
        index: (slice, row, column) of the clicked voxel, inside the volume.
        settings: how far the click reaches.

    Returns:
        What is taken, or nothing with the reason why.
    """
    seed = nearest_calcium(hu, geometry, index, settings.threshold_hu)
    limit = growth_limit(geometry, settings.limit_mm3)
    grown = grow(hu, seed or index, settings.threshold_hu, in_slice=settings.in_slice, limit_voxels=limit)
    if settings.refuse_threads and not settings.in_slice and (noise := thread(grown.mask, geometry)) is not None:
        return Grown(grown.seed, grown.seed, np.zeros((0, 0, 0), bool), noise)
    return grown


def voxel_at(geometry: VolumeGeometry, lps_mm: Sequence[float]) -> Index | None:
    """(slice, row, column) of the voxel that holds a point, LPS millimeters; None outside of the volume."""
    index = np.floor(geometry.index(lps_mm) + 0.5)
    if not ((index >= 0) & (index < geometry.shape)).all():  # as written, also true of what is not a number
        return None
    return (int(index[0]), int(index[1]), int(index[2]))


def click(
    series: CTSeries,
    lesions: LesionMap | None,
    lps_mm: Sequence[float],
    territory: str,
    *,
    threshold_hu: float = STANDARD_THRESHOLD_HU,
    in_slice: bool = False,
) -> LesionMap:
    """The marks after one click: the connected calcium at a point goes to a territory, out of any other.

    A point up to 2 mm beside calcium, in its slice, takes that calcium too.

    Args:
        series: the volume.
        lesions: the marks before; None for none. They stay as they are.
        lps_mm: (x, y, z) of the point, LPS millimeters (DICOM patient coordinates).
        territory: key of the table, such as "LAD".
        threshold_hu: a voxel is calcium at or above this value.
        in_slice: take only what lies in the slice of the point.

    Raises:
        InputRefused: there is no such territory, the marks belong to another volume, or nothing can be taken: the
            point lies outside of the images or away from calcium, or in something too large for a lesion (bone).
    """
    if territory not in BY_KEY:
        raise InputRefused(remark("lesions.no_territory", given=territory, known=tuple(BY_KEY)))
    if lesions is None:
        lesions = empty_map(series.geometry, remark("lesions.origin_clicked"))
    if lesions.geometry != series.geometry:
        raise InputRefused(remark("lesions.other_volume"))
    index = voxel_at(series.geometry, lps_mm)
    if index is None:
        raise InputRefused(remark("lesions.outside"))
    settings = ClickSettings(threshold_hu, in_slice=in_slice)
    grown = calcium_at(series.hu, series.geometry, index, settings)
    if grown.reason is not None:
        raise InputRefused(grown.reason)
    return assign(lesions, grown.corner, grown.mask, territory)
