"""Whether marks fit the picture they are said to belong to: what they hit, what they cut through, where they lie.

A mask of another patient, or one shifted by a few voxels, scores a number too; only the picture shows that it is wrong.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.components import bone_limit_voxels
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.runs import Components, Indices, label_components
from SmartScoreLib.lesions.territories import BY_LABEL
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark, Value
from SmartScoreLib.series.model import CTSeries
from SmartScoreLib.series.values.chest import chest
from SmartScoreLib.series.values.coarse import coarse

NEXT_TO_NOTHING = 0.05
"""Marks of which a smaller part reaches the threshold are taken for those of another series, unless they take most of
the calcium that they touch: masks of whole arteries hold little calcium, but all of it."""
MOST = 0.5
NEAR_HEART_MM = 20.0
"""How far around the soft tissue between the lungs the neighborhood of the heart reaches."""

# Of the blocks between the lungs, at each end of each axis, those that may be something else than heart and vessels.
_STRAY = 2

_COUNTED = np.array([label in BY_LABEL and BY_LABEL[label].counts for label in range(256)])


@dataclass(frozen=True)
class Hits:
    """Marked calcium, one entry a component and territory: the component, the label, and how many voxels."""

    component: Indices
    label: Indices
    voxels: Indices


@dataclass(frozen=True)
class Agreement:
    """What marks hit.

    Attributes:
        voxels: that are marked.
        reaching: of them, at or above the threshold.
        calcium: every 3D 26-connected component of the volume at or above the threshold.
        hits: the marked calcium by component and territory.
        bone: components too large for a lesion.
    """

    voxels: int
    reaching: int
    calcium: Components = field(repr=False)
    hits: Hits = field(repr=False)
    bone: NDArray[np.bool_] = field(repr=False)

    @property
    def share(self) -> float:
        """The part of the marked voxels that reaches the threshold."""
        return self.reaching / self.voxels if self.voxels else 0.0

    @property
    def marked(self) -> Indices:
        """How many voxels of each component are marked."""
        found = np.bincount(self.hits.component, self.hits.voxels, len(self.calcium.voxels))
        return found.astype(np.int64)

    @property
    def cut(self) -> NDArray[np.bool_]:
        """Components, no bones, of which a part is marked and a part is not."""
        marked = self.marked
        found: NDArray[np.bool_] = (marked > 0) & (marked < self.calcium.voxels) & ~self.bone
        return found


def agreement(lesions: LesionMap, series: CTSeries, threshold_hu: float) -> Agreement:
    """Compare marks with the picture."""
    calcium = label_components(series.hu, threshold_hu)
    hits = marked_calcium(calcium, lesions, series, threshold_hu)
    bone = calcium.voxels > bone_limit_voxels(series.geometry)
    return Agreement(int(np.count_nonzero(lesions.labels)), int(hits.voxels.sum()), calcium, hits, bone)


def agreement_remarks(
    found: Agreement, lesions: LesionMap, series: CTSeries, threshold_hu: float, file: str, *, trust: bool
) -> tuple[Remark, ...]:
    """What to say of how marks fit the picture.

    Args:
        found: of `agreement`.
        lesions: marks on the grid of the series; not grown from clicks, which always fit.
        series: the picture.
        threshold_hu: from where a voxel is calcium.
        file: of the marks, for messages.
        trust: do not refuse marks that hit next to no calcium.

    Raises:
        InputRefused: they do, and are not trusted.
    """
    if not found.voxels:
        return ()
    values: dict[str, Value] = {
        "file": file,
        "reaching": found.reaching,
        "voxels": found.voxels,
        "percent": 100 * found.share,
        "threshold_hu": float(threshold_hu),
    }
    marked = found.marked
    taken = int(marked.sum()) / max(1, int(found.calcium.voxels[marked > 0].sum()))
    remarks = []
    if found.share < NEXT_TO_NOTHING and taken < MOST:
        if not trust:
            raise InputRefused(remark("lesions.other_picture", **values))
        remarks.append(remark("lesions.hit_next_to_nothing", **values))
    elif found.reaching < found.voxels:
        remarks.append(remark("lesions.share", **values))
    cut = found.cut
    if cut.any():
        whole, inside = int(found.calcium.voxels[cut].sum()), int(marked[cut].sum())
        remarks.append(remark("lesions.cut", file=file, lesions=int(cut.sum()), voxels=whole - inside, whole=whole))
    return (*remarks, *_away(lesions, series, threshold_hu, file))


def heart_box(series: CTSeries) -> tuple[NDArray[np.float64], NDArray[np.float64]] | None:
    """First and last (slice, row, column) of the neighborhood of the heart, or None where no lungs are seen.

    A box around the soft tissue between the lungs, in front of the spine, as seen on blocks of 5 mm, and
    `NEAR_HEART_MM` more on every side. The few blocks at its ends (`_STRAY` percent) are left out: vessels of the
    lungs, and the diaphragm.
    """
    blocks = coarse(series.hu, series.geometry)
    found = chest(blocks, series.geometry)
    if found is None or not found.inner.any():
        return None
    at = np.argwhere(found.inner)
    size = np.array(blocks.spacing_mm) / np.array(series.geometry.spacing_mm)
    margin = NEAR_HEART_MM / np.array(series.geometry.spacing_mm)
    first, last = np.percentile(at, [_STRAY, 100 - _STRAY], axis=0)
    return first * size - margin, (last + 1) * size + margin


def _away(lesions: LesionMap, series: CTSeries, threshold_hu: float, file: str) -> list[Remark]:
    """Calcium marked as coronary that lies away from the heart."""
    box = heart_box(series)
    if box is None:
        return []
    low, high = box
    counted = away = 0
    rows = np.arange(lesions.labels.shape[1]) + lesions.corner[1]
    columns = np.arange(lesions.labels.shape[2]) + lesions.corner[2]
    near = np.outer((rows >= low[1]) & (rows <= high[1]), (columns >= low[2]) & (columns <= high[2]))
    for at, (plane, hu) in enumerate(zip(lesions.labels, series.hu[lesions.box], strict=True), lesions.corner[0]):
        if not plane.any():
            continue
        calcium = _COUNTED[plane] & (hu >= threshold_hu)
        here = int(np.count_nonzero(calcium))
        counted += here
        away += here - int(np.count_nonzero(calcium & near)) if low[0] <= at <= high[0] else here
    if not away:
        return []
    return [remark("lesions.away_from_heart", file=file, voxels=away, whole=counted, margin_mm=NEAR_HEART_MM)]


def marked_calcium(calcium: Components, lesions: LesionMap, series: CTSeries, threshold_hu: float) -> Hits:
    """How many marked voxels of each territory each component holds."""
    runs, columns = calcium.runs, calcium.runs.shape[2]
    begins = runs.line * columns + runs.start
    counts: dict[int, int] = {}
    for at, (plane, hu) in enumerate(zip(lesions.labels, series.hu[lesions.box], strict=True), lesions.corner[0]):
        if not plane.any():
            continue
        row, column = np.nonzero(plane)
        reaching = hu[row, column] >= threshold_hu
        row, column = row[reaching], column[reaching]
        line = at * runs.shape[1] + row + lesions.corner[1]
        run = np.searchsorted(begins, line * columns + column + lesions.corner[2], "right") - 1
        pairs, found = np.unique(calcium.label[run] * 256 + plane[row, column], return_counts=True)
        for pair, count in zip(pairs.tolist(), found.tolist(), strict=True):
            counts[pair] = counts.get(pair, 0) + count
    pairs = np.array(list(counts), np.int64)
    return Hits(pairs // 256, pairs % 256, np.array(list(counts.values()), np.int64))
