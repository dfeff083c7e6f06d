"""Threads of noise: what is connected by chance from voxel to voxel, long and hardly thicker than one of them."""

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.geometry import VolumeGeometry

LONG_MM = 10.0
"""From this length on thinness tells: shorter pieces of noise look like small calcifications, and score little."""
THIN_MM = 1.6
"""Thinner is no artery's calcium at that length. Measured: in noise of 30 to 55 HU on even tissue of 40 HU (pixels of
0.35 to 0.7 mm, slices of 2.5 and 3 mm, clicks from 100 or 130 HU) 98 % of what was connected over 10 mm was thinner, in
noise of 60 and 70 HU 43 %; on chests made from seeds 1000 to 1015 no lesion was, the thinnest had 1.8 mm."""


def thread(mask: NDArray[np.bool_], geometry: VolumeGeometry) -> Remark | None:
    """Says how long and thin a connected piece is, if it is a thread.

    Args:
        mask: bool (slice, row, column) box of the piece.
        geometry: of the volume.

    The length is the extent along the longest axis of its voxels; the thickness is the side of a square bar of that
    length and of its volume.
    """
    voxels = np.argwhere(mask) * np.asarray(geometry.spacing_mm)
    if len(voxels) < 2:
        return None
    away = voxels - voxels.mean(axis=0)
    _, axes = np.linalg.eigh(away.T @ away)
    length = float(np.ptp(away @ axes[:, -1])) + max(geometry.spacing_mm[1:])
    thickness = float(np.sqrt(len(voxels) * geometry.voxel_volume_mm3 / length))
    if length < LONG_MM or thickness >= THIN_MM:
        return None
    return remark("lesions.thread", length_mm=length, thickness_mm=thickness)
