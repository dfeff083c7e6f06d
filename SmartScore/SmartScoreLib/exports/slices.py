"""Which slices a reduced series holds."""

import math

import numpy as np

from SmartScoreLib.lesions.model import LesionMap

MARGIN_MM = 10.0
"""Kept below and above the marks by default: enough slices on either side to see where a lesion begins and ends."""


def default_slices(lesions: LesionMap, margin_mm: float = MARGIN_MM) -> range:
    """From the lowest to the highest slice with marks, with a margin; every slice where nothing is marked.

    A score of 0 was read on the whole series, so the whole series is its evidence.

    Returns:
        Slice indices, 0 = the most inferior.
    """
    total = lesions.geometry.shape[0]
    marked = np.flatnonzero(lesions.labels.any(axis=(1, 2))) + lesions.corner[0]
    if not marked.size:
        return range(total)
    margin = math.ceil(margin_mm / lesions.geometry.spacing_mm[0] - 1e-9)
    return range(max(int(marked[0]) - margin, 0), min(int(marked[-1]) + margin + 1, total))
