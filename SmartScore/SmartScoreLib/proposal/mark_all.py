"""Marks without a reader: every candidate that is not bone."""

from dataclasses import replace

import numpy as np

from SmartScoreLib.lesions.components import BONE_MM3, bone_limit_voxels
from SmartScoreLib.lesions.editing import empty_map
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.runs import label_components, spread
from SmartScoreLib.lesions.scattered import scattered_zeros
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.series.model import CTSeries

UNREVIEWED = "OTHER"
"""The territory of unreviewed marks.

A program that has not seen an artery cannot say which one holds calcium, or that any does: beside coronary calcium
the candidates are bone splinters, valves, aorta, metal and noise. So nothing enters the coronary total; every
candidate is listed with its score, for a person to assign.
"""


def mark_all(series: CTSeries, threshold_hu: float, *, bone_mm3: float = BONE_MM3) -> LesionMap:
    """Mark every 3D 26-connected candidate that is not bone as "other", unreviewed.

    Args:
        series: the volume.
        threshold_hu: HU.
        bone_mm3: larger components are left out.
    """
    found = label_components(series.hu, threshold_hu)
    small = found.voxels <= bone_limit_voxels(series.geometry, bone_mm3)
    bones = int(len(small) - small.sum())
    runs = np.flatnonzero(small[found.label])
    remarks = (
        remark(
            "proposal.unreviewed",
            regions=int(small.sum()),
            threshold_hu=float(threshold_hu),
            territory=BY_KEY[UNREVIEWED].name,
        ),
        remark("proposal.bones", bones=bones, limit_mm3=float(bone_mm3)),
    )
    origin = remark("proposal.origin")
    if not len(runs):
        return replace(empty_map(series.geometry, origin), reviewed=False, remarks=remarks)
    slices, rows = found.runs.slices[runs], found.runs.rows[runs]
    low = int(slices.min()), int(rows.min()), int(found.runs.start[runs].min())
    size = int(slices.max()) + 1 - low[0], int(rows.max()) + 1 - low[1], int(found.runs.stop[runs].max()) - low[2]
    labels = scattered_zeros(size)
    first = ((slices - low[0]) * size[1] + rows - low[1]) * size[2] + found.runs.start[runs] - low[2]
    labels.reshape(-1)[spread(first, found.runs.lengths[runs])] = BY_KEY[UNREVIEWED].label
    return LesionMap(series.geometry, low, labels, False, origin, remarks)
