"""Which components count, and with what weight: the one place that decides it."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.runs import Indices, held_threshold
from SmartScoreLib.scoring.model import ScoringProtocol

AGATSTON_SLICE_MM = 3.0
"""The slice spacing of the original method; scores of another spacing are scaled by spacing / 3 mm."""

# Areas are sums of a product of decimal fractions: one part in a billion decides nothing.
_ROUNDOFF = 1e-9


def large_enough(area_mm2: NDArray[Any], voxels: Indices, protocol: ScoringProtocol) -> NDArray[np.bool_]:
    """Which components of one slice count, by their area and their number of voxels (one entry a component).

    Args:
        area_mm2: their areas.
        voxels: their numbers of voxels.
        protocol: the rules.
    """
    minimum = protocol.minimum_area_mm2
    if protocol.area_must_exceed:
        by_area = area_mm2 > minimum * (1 + _ROUNDOFF)
    else:
        by_area = area_mm2 >= minimum * (1 - _ROUNDOFF)
    enough: NDArray[np.bool_] = by_area & (voxels >= protocol.minimum_voxels)
    return enough


def density_weights(peak_hu: NDArray[Any], protocol: ScoringProtocol) -> Indices:
    """Density weight 1 to 4 of peaks: half-open ranges, so that 199.5 HU is below 200.

    What reached a threshold that lies below the start of weight 1 has weight 1 too. A start is taken as the values
    hold it: 200.7 is 200.69999695 in float32, and a peak of 200.7 reaches it.
    """
    starts = [held_threshold(start, peak_hu.dtype) for start in protocol.weight_starts_hu]
    weights: Indices = np.maximum(np.digitize(peak_hu, starts), 1)
    return weights
