"""Volume after interpolating between slices, so that a voxel is as high as a pixel is wide (Callister 1998)."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.series.geometry import VolumeGeometry

# Interpolated values are fractions: one that should be the threshold itself may miss it by rounding.
_ROUNDOFF_HU = 1e-6


def thin_slices(geometry: VolumeGeometry) -> int:
    """Into how many thin slices a slice is divided: round(slice spacing / pixel size), at least 1.

    Of 1 nothing is interpolated, and the volume is the plain one.
    """
    pixel_mm = (geometry.spacing_mm[1] + geometry.spacing_mm[2]) / 2
    return max(1, round(geometry.spacing_mm[0] / pixel_mm))


def isotropic_counts(
    hu: NDArray[Any],
    index: NDArray[np.int64],
    values: NDArray[np.float64],
    threshold_hu: float,
    geometry: VolumeGeometry,
) -> tuple[NDArray[np.int64], int]:
    """How many thin voxels each counted voxel stands for, and into how many thin ones a voxel is divided.

    Each slice is divided into `thin_slices` of equal height, valued by linear interpolation between slice centers
    (constant beyond the first and last slice). A thin voxel counts if it reaches the threshold and lies at a counted
    voxel, or between one and a neighbor below the threshold. Where the neighbor reaches the threshold but does not
    count (another territory, not marked), the border is half way.

    Args:
        hu: (slice, row, column) Hounsfield units of the whole volume.
        index: (n, 3) of the counted voxels.
        values: (n,) their HU.
        threshold_hu: HU.
        geometry: the grid.
    """
    parts = thin_slices(geometry)
    # Distances of thin slices from the slice center towards one neighbor, in slice spacings.
    near = [abs(2 * i + 1 - parts) / (2 * parts) for i in range(parts) if 2 * i + 1 > parts]
    far = [1 - distance for distance in near]
    limit = threshold_hu - _ROUNDOFF_HU
    counts = np.full(len(index), parts % 2, np.int64)  # the thin slice at the center, if there is one
    for step in (-1, 1):
        # Beyond the ends of the volume lies the voxel itself again.
        beside = np.clip(index[:, 0] + step, 0, hu.shape[0] - 1)
        other = hu[beside, index[:, 1], index[:, 2]].astype(np.float64)
        for distance in near:
            counts += (1 - distance) * values + distance * other >= limit
        falls = other < threshold_hu
        for distance in far:
            counts += falls & ((1 - distance) * values + distance * other >= limit)
    return counts, parts
