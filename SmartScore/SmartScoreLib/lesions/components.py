"""Candidates: every connected component at or above the threshold, with what is needed to list and show it."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.model import STANDARD_THRESHOLD_HU
from SmartScoreLib.lesions.runs import Components, Indices, connect, label_components
from SmartScoreLib.series.geometry import VolumeGeometry

BONE_MM3 = 5000.0
"""A component larger than this is flagged as bone, and a click does not take it.

One coronary lesion of this size would score above 6,000 by itself; a rib or vertebra in the field of view is larger.
"""

Index = tuple[int, int, int]


@dataclass(frozen=True)
class Candidate:
    """One 3D 26-connected component at or above the threshold.

    Attributes:
        corner: (slice, row, column) of the first voxel of its box.
        size: the box's voxels along (slice, row, column).
        voxels: how many voxels it has.
        volume_mm3: their volume.
        peak_hu: its greatest value.
        peak_index: (slice, row, column) of the first voxel of that value; a voxel of the component, so a seed for it.
        centroid_lps_mm: mean position of its voxels, LPS millimeters.
        bone: larger than the limit: taken for bone.
    """

    corner: Index
    size: Index
    voxels: int
    volume_mm3: float
    peak_hu: float
    peak_index: Index
    centroid_lps_mm: tuple[float, float, float]
    bone: bool


def bone_limit_voxels(geometry: VolumeGeometry, limit_mm3: float = BONE_MM3) -> int:
    """The largest component, in voxels, that is not taken for bone."""
    return max(1, int(limit_mm3 / geometry.voxel_volume_mm3))


def find_candidates(
    hu: NDArray[Any],
    geometry: VolumeGeometry,
    threshold_hu: float = STANDARD_THRESHOLD_HU,
    *,
    bone_mm3: float = BONE_MM3,
    minimum_area_mm2: float = 0.0,
) -> tuple[Candidate, ...]:
    """Every 3D 26-connected component at or above the threshold, from inferior to superior.

    Args:
        hu: (slice, row, column) Hounsfield units.
        geometry: the grid of `hu`.
        threshold_hu: HU.
        bone_mm3: components larger than this are flagged as bone.
        minimum_area_mm2: leaves out those that would score nothing because no slice of theirs holds an 8-connected
            component of this area; 0 leaves out none.
    """
    found = label_components(hu, threshold_hu)
    chosen = np.arange(len(found.voxels))
    if minimum_area_mm2 > 0:
        chosen = np.flatnonzero(_largest_area(found, len(chosen)) * geometry.pixel_area_mm2 >= minimum_area_mm2)
    if not len(chosen):
        return ()
    low, high = _boxes(found)
    centroids = geometry.lps_mm(_centroids(found)[chosen])
    peaks = _peak_voxels(hu, found)
    limit = bone_limit_voxels(geometry, bone_mm3)
    return tuple(
        Candidate(
            corner=(low[c][0], low[c][1], low[c][2]),
            size=(high[c][0] - low[c][0], high[c][1] - low[c][1], high[c][2] - low[c][2]),
            voxels=voxels,
            volume_mm3=voxels * geometry.voxel_volume_mm3,
            peak_hu=float(found.peak_hu[c]),
            peak_index=(peaks[c][0], peaks[c][1], peaks[c][2]),
            centroid_lps_mm=(float(center[0]), float(center[1]), float(center[2])),
            bone=voxels > limit,
        )
        for c, voxels, center in zip(chosen.tolist(), found.voxels[chosen].tolist(), centroids, strict=True)
    )


def _boxes(found: Components) -> tuple[list[list[int]], list[list[int]]]:
    runs, count = found.runs, len(found.voxels)
    low = np.full((count, 3), np.iinfo(np.int64).max)
    high = np.zeros((count, 3), np.int64)
    for axis, (first, end) in enumerate(
        ((runs.slices, runs.slices + 1), (runs.rows, runs.rows + 1), (runs.start, runs.stop))
    ):
        np.minimum.at(low[:, axis], found.label, first)
        np.maximum.at(high[:, axis], found.label, end)
    return low.tolist(), high.tolist()


def _centroids(found: Components) -> NDArray[np.float64]:
    """Mean (slice, row, column) of the voxels of each component."""
    runs, lengths, count = found.runs, found.runs.lengths, len(found.voxels)
    middle = (runs.start + runs.stop - 1) / 2
    sums = [np.bincount(found.label, at * lengths, count) for at in (runs.slices, runs.rows, middle)]
    centroids: NDArray[np.float64] = np.stack(sums, axis=1) / found.voxels[:, None]
    return centroids


def _peak_voxels(hu: NDArray[Any], found: Components) -> list[list[int]]:
    """(slice, row, column) of the first voxel that holds each component's peak."""
    runs, count = found.runs, len(found.voxels)
    at_peak = np.flatnonzero(runs.peak == found.peak_hu[found.label])
    first = np.full(count, len(runs), np.int64)
    np.minimum.at(first, found.label[at_peak], at_peak)  # the first run of each component that reaches its peak
    voxels = runs.voxels(first)
    place = np.unravel_index(voxels, runs.shape)
    of = np.repeat(np.arange(count), runs.lengths[first])
    reaches = np.flatnonzero(hu[place] == found.peak_hu[of])
    _, one = np.unique(of[reaches], return_index=True)
    peaks: list[list[int]] = np.stack([axis[reaches[one]] for axis in place], axis=1).tolist()
    return peaks


def _largest_area(found: Components, count: int) -> Indices:
    """Voxels of the largest 8-connected in-slice component of each component."""
    flat_count, flat = connect(found.runs, 8)
    area = np.bincount(flat, found.runs.lengths, flat_count).astype(np.int64)
    largest = np.zeros(count, np.int64)
    np.maximum.at(largest, found.label, area[flat])
    return largest
