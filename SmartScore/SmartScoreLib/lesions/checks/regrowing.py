"""Coarse marks made whole: every connected calcification that a mark touches is taken as far as it reaches."""

from dataclasses import replace

import numpy as np

from SmartScoreLib.lesions.checks.agreement import Agreement
from SmartScoreLib.lesions.editing import cropped
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.scattered import scattered_zeros
from SmartScoreLib.remarks.catalog import remark


def regrown(found: Agreement, lesions: LesionMap, file: str) -> LesionMap:
    """The marks with all 3D 26-connected components that they touch, bones excepted, taken whole.

    Voxels that are marked stay what they are; the others of a component go to the territory that holds most of its
    marked voxels (the first one of the table where several do). What is added is told in a remark.

    Args:
        found: of `agreement` of these marks.
        lesions: the marks.
        file: that they are of, for the remark.
    """
    touched = (found.marked > 0) & ~found.bone
    bones = int(np.count_nonzero((found.marked > 0) & found.bone))
    runs = found.calcium.runs
    chosen = np.flatnonzero(touched[found.calcium.label])
    added = 0
    if len(chosen):
        low = np.minimum(lesions.corner, [side[chosen].min() for side in (runs.slices, runs.rows, runs.start)])
        high = np.maximum(
            np.add(lesions.corner, lesions.labels.shape),
            [runs.slices[chosen].max() + 1, runs.rows[chosen].max() + 1, runs.stop[chosen].max()],
        )
        labels = scattered_zeros((high - low).tolist())
        inside = tuple(
            slice(c - a, c - a + n) for c, a, n in zip(lesions.corner, low, lesions.labels.shape, strict=True)
        )
        labels[inside] = lesions.labels
        at = np.unravel_index(runs.voxels(chosen), runs.shape)
        place = tuple(axis - start for axis, start in zip(at, low, strict=True))
        before = labels[place]
        owner = np.repeat(_owners(found)[found.calcium.label[chosen]], runs.lengths[chosen])
        labels[place] = np.where(before > 0, before, owner)
        added = int(np.count_nonzero(before == 0))
        lesions = cropped(lesions, (int(low[0]), int(low[1]), int(low[2])), labels)
    said = remark(
        "lesions.regrown", file=file, lesions=int(np.count_nonzero(touched)), voxels=added, left_as_marked=bones
    )
    return replace(lesions, remarks=(*lesions.remarks, said))


def _owners(found: Agreement) -> np.ndarray:
    """The label that most marked voxels of each component have."""
    hits = found.hits
    owners = np.zeros(len(found.calcium.voxels), np.uint8)
    # The last write stays: most voxels, and the smaller label among equals.
    order = np.lexsort((-hits.label, hits.voxels))
    owners[hits.component[order]] = hits.label[order]
    return owners
