"""Calcium that touches metal: what lies beyond the glow of a stent, clip or wire is judged by itself."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.components import Candidate
from SmartScoreLib.series.geometry import VolumeGeometry

METAL_PEAK_HU = 1750.0
"""Calcium of arteries is not as bright."""

# Around a voxel of that value, what is this bright and touches it is metal too ...
_CORE_HU = 600.0
# ... and so far from it, and from the slices above and below it, the blur of a scanner makes everything bright.
_GLOW_MM = 3.0
_LARGEST_BOX = 1 << 22
_SOME = 200


def metal(box: NDArray[Any], spacing_mm: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Voxels (slice, row, column) of metal and of its glow; none where nothing is as bright as metal."""
    from scipy import ndimage

    if box.max(initial=0) < METAL_PEAK_HU:
        return np.zeros(box.shape, bool)
    label, count = ndimage.label(box >= _CORE_HU, np.ones((3, 3, 3), bool))
    held = np.zeros(count + 1, bool)
    held[np.unique(label[box >= METAL_PEAK_HU])] = True
    held[0] = False
    core = held[label]
    wide = core.copy()
    wide[1:] |= core[:-1]
    wide[:-1] |= core[1:]
    return np.asarray(ndimage.distance_transform_edt(~wide, sampling=spacing_mm) <= _GLOW_MM)


def metal_places(hu: NDArray[Any], geometry: VolumeGeometry, candidates: Sequence[Candidate]) -> NDArray[np.float64]:
    """LPS mm (n, 3) of some voxels of all that is as bright as metal alone is."""
    found = [np.zeros((0, 3))]
    for one in candidates:
        if one.peak_hu >= METAL_PEAK_HU and np.prod(one.size) <= _LARGEST_BOX:
            box = tuple(slice(a, a + n) for a, n in zip(one.corner, one.size, strict=True))
            voxels = np.argwhere(hu[box] >= METAL_PEAK_HU)
            found.append(geometry.lps_mm(voxels[:: max(1, len(voxels) // _SOME)] + np.array(one.corner)))
    return np.concatenate(found)


def pieces(
    hu: NDArray[Any], geometry: VolumeGeometry, candidate: Candidate, threshold_hu: float, minimum_area_mm2: float
) -> tuple[Candidate, ...]:
    """The candidate, and after it what is left of it beyond metal; most hold none, and are given back alone.

    Args:
        hu: (slice, row, column) Hounsfield units.
        geometry: the grid of `hu`.
        candidate: one of `find_candidates`.
        threshold_hu: that it was found at.
        minimum_area_mm2: pieces without such an area in a slice are left out.
    """
    from scipy import ndimage

    if candidate.peak_hu < METAL_PEAK_HU or candidate.bone or np.prod(candidate.size) > _LARGEST_BOX:
        return (candidate,)
    low = np.array(candidate.corner)
    box = hu[tuple(slice(int(a), int(a + n)) for a, n in zip(low, candidate.size, strict=True))]
    spacing = np.array(geometry.spacing_mm)
    every = np.ones((3, 3, 3), bool)
    whole, _ = ndimage.label(box >= threshold_hu, every)
    held = whole == whole[tuple(np.array(candidate.peak_index) - low)]
    label, _ = ndimage.label(held & ~metal(box, spacing), every)
    found = []
    for i, part in enumerate(ndimage.find_objects(label), 1):
        mask = label[part] == i
        if mask.sum(axis=(1, 2)).max() * geometry.pixel_area_mm2 < minimum_area_mm2:
            continue
        corner = low + [one.start for one in part]
        voxels = np.argwhere(mask)
        peak = voxels[box[part][mask].argmax()]
        center = geometry.lps_mm(voxels.mean(axis=0) + corner)
        found.append(
            Candidate(
                corner=(int(corner[0]), int(corner[1]), int(corner[2])),
                size=(int(mask.shape[0]), int(mask.shape[1]), int(mask.shape[2])),
                voxels=len(voxels),
                volume_mm3=len(voxels) * geometry.voxel_volume_mm3,
                peak_hu=float(box[part][tuple(peak)]),
                peak_index=(int(peak[0] + corner[0]), int(peak[1] + corner[1]), int(peak[2] + corner[2])),
                centroid_lps_mm=(float(center[0]), float(center[1]), float(center[2])),
                bone=False,
            )
        )
    return (candidate, *found)
