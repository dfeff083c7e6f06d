"""What a click has to answer: what is marked there now, and what it counts."""

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.components import Index
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_LABEL
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.scene.marking.voxels import VolumeVoxels
from SmartScoreLib.scoring.left_out import left_out
from SmartScoreLib.scoring.measure import score_lesions
from SmartScoreLib.scoring.model import ScoringProtocol
from SmartScoreLib.scoring.rounding import agatston_text

AROUND_MM = 12.0
"""What touches the marks of one artery within this distance is judged with them; larger than any smallest area."""


def answerAt(
    voxels: VolumeVoxels, marks: LesionMap, corner: Index, mask: NDArray[np.bool_], protocol: ScoringProtocol
) -> Remark:
    """What the marks of one territory count.

    Args:
        voxels: the volume.
        marks: all marks.
        corner: (slice, row, column) of the first voxel of the mask in the volume.
        mask: bool (slice, row, column) box of one connected piece of one territory.
        protocol: the rules.
    """
    around = _around(marks, corner, mask)
    at = tuple(index - start for index, start in zip(_first(corner, mask), around.corner, strict=True))
    territory = BY_LABEL[int(around.labels[at])]
    scored = score_lesions(voxels.hu, around, protocol, {territory.key})
    own = [one for one in scored if one.territory == territory.key and _holds(corner, mask, one.peak_index)]
    if own:
        return remark(
            "scene.counts",
            territory=territory.key,
            volume_mm3=sum(one.volume_mm3 for one in own),
            peak_hu=max(one.peak_hu for one in own),
            agatston=agatston_text(sum(one.agatston for one in own)),
        )
    rest = left_out(voxels.hu, around, protocol, scored)
    reason = next(one.reason for one in rest if _holds(corner, mask, one.peak_index))
    return remark("scene.counts_nothing", territory=territory.key, reason=reason)


def _around(marks: LesionMap, corner: Index, mask: NDArray[np.bool_]) -> LesionMap:
    """The marks near a piece, in the slices that it lies in."""
    spacing = marks.geometry.spacing_mm
    reach = (0, int(AROUND_MM / spacing[1]), int(AROUND_MM / spacing[2]))
    low = [max(at - away, start) for at, away, start in zip(corner, reach, marks.corner, strict=True)]
    high = [
        min(at + size + away, box.stop)
        for at, size, away, box in zip(corner, mask.shape, reach, marks.box, strict=True)
    ]
    inside = tuple(slice(a - start, b - start) for a, b, start in zip(low, high, marks.corner, strict=True))
    return LesionMap(marks.geometry, (low[0], low[1], low[2]), np.ascontiguousarray(marks.labels[inside]))


def _first(corner: Index, mask: NDArray[np.bool_]) -> tuple[int, ...]:
    place = np.unravel_index(int(mask.argmax()), mask.shape)
    return tuple(int(a + b) for a, b in zip(place, corner, strict=True))


def _holds(corner: Index, mask: NDArray[np.bool_], index: Index) -> bool:
    at = np.subtract(index, corner)
    return bool((at >= 0).all() and (at < mask.shape).all() and mask[tuple(at)])
