"""What can be measured of a candidate: its size and shape, and the tissue around it."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.components import Candidate, Index
from SmartScoreLib.proposal.candidates.metal import METAL_PEAK_HU, metal
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import HounsfieldArray

# What lies so near is what surrounds a candidate; of the corners of its box a little more is looked at.
_AROUND_MM, _CORNER_MM = 5.5, 11.0
_FAT_HU, _LUNG_HU, _DARK_HU = (-170.0, -15.0), -420.0, -230.0
_LARGEST_BOX = 1 << 19
# Blur of a scanner ends within so many millimeters in the slice; a glow beyond is no calcium.
_HALO_MM = (1.6, 3.4)
_GLOW_HU = 85.0


@dataclass(frozen=True)
class Features:
    """One candidate, measured.

    Attributes:
        candidate: where it is.
        mask: bool (slice, row, column) box of its voxels, from `corner` on.
        corner: of the mask in the volume.
        length_mm: its longest extent.
        width_mm: the extent across it.
        mean_hu: of its voxels.
        area_mm2: the largest area in a slice.
        fat: share of the tissue around it that is fat.
        lung: share of it that is lung or air.
        soft: share of it that is neither fat, lung nor bright.
        dark: share of it that is darker than fat, as beside metal.
        halo: share of what surrounds it in its slices that is nearly as bright as the threshold.
        lung_gap_mm: how far the nearest lung or air is; infinite where none is near.
    """

    candidate: Candidate
    mask: NDArray[np.bool_] = field(repr=False)
    corner: Index
    length_mm: float
    width_mm: float
    mean_hu: float
    area_mm2: float
    fat: float
    lung: float
    soft: float
    dark: float
    halo: float
    lung_gap_mm: float


def measure(
    hu: HounsfieldArray, geometry: VolumeGeometry, candidate: Candidate, threshold_hu: float
) -> Features | None:
    """Measure a candidate of a volume (slice, row, column); None if its box is too large for a lesion."""
    from scipy import ndimage

    spacing = np.array(geometry.spacing_mm)
    margin = np.ceil(_AROUND_MM / spacing).astype(int)
    margin[0] = min(margin[0], 6)
    low = np.maximum(np.array(candidate.corner) - margin, 0)
    high = np.minimum(np.array(candidate.corner) + candidate.size + margin, geometry.shape)
    if np.prod(high - low) > _LARGEST_BOX:
        return None
    box = hu[tuple(slice(int(a), int(b)) for a, b in zip(low, high, strict=True))]
    bright = box >= threshold_hu
    if candidate.peak_hu < METAL_PEAK_HU:
        apart = metal(box, spacing)
        if not apart[tuple(np.array(candidate.peak_index) - low)]:
            bright &= ~apart
    label, _ = ndimage.label(bright, np.ones((3, 3, 3), bool))
    mask = label == label[tuple(np.array(candidate.peak_index) - low)]
    voxels = np.argwhere(mask)
    length, width = _extent(voxels * spacing, spacing)
    distance = ndimage.distance_transform_edt(~mask, sampling=spacing)
    flat = ndimage.distance_transform_edt(~mask, sampling=(1e3, spacing[1], spacing[2]))
    around = box[(distance > 0) & (distance <= _CORNER_MM)].astype(np.float32)
    count = max(len(around), 1)
    fat = float(np.count_nonzero((around > _FAT_HU[0]) & (around < _FAT_HU[1])) / count)
    lung = float(np.count_nonzero(around < _LUNG_HU) / count)
    soft = float(np.count_nonzero((around >= _FAT_HU[1]) & (around < threshold_hu)) / count)
    dark = float(np.count_nonzero((around < _DARK_HU) & (around >= _LUNG_HU)) / count)
    air = box < _LUNG_HU
    start = max(_HALO_MM[0], 1.4 * float(spacing[1:].max()))
    near = box[(flat > start) & (flat <= start + _HALO_MM[1] - _HALO_MM[0])]
    halo = float(np.count_nonzero((near >= _GLOW_HU) & (near < threshold_hu)) / max(len(near), 1))
    gap = float(distance[air].min()) if air.any() else float("inf")
    area = float(mask.sum(axis=(1, 2)).max()) * geometry.pixel_area_mm2
    inner = (int(low[0]), int(low[1]), int(low[2]))
    return Features(
        candidate, mask, inner, length, width, float(box[mask].mean()), area, fat, lung, soft, dark, halo, gap
    )


def _extent(points: NDArray[np.float64], spacing: NDArray[np.float64]) -> tuple[float, float]:
    """Extent along the longest axis of a cloud of voxels, mm, and twice its spread across it."""
    if len(points) < 3:
        return float(spacing[1:].max()), float(spacing[1:].max())
    away = points - points.mean(axis=0)
    _, axes = np.linalg.eigh(away.T @ away)
    along = away @ axes[:, -1]
    across = away - np.outer(along, axes[:, -1])
    return float(along.max() - along.min()), float(2 * np.sqrt((across**2).sum(axis=1).mean()))
