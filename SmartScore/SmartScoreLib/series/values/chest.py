"""Lungs and what lies between them, on the blocks of a volume: enough to see blood, noise and a heart that is cut off.

No anatomy is drawn here. Lungs are blocks that are neither air nor tissue; the heart lies between them, in front of the
spine. Where no lungs are seen, nothing is said.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.values.coarse import Coarse

# Air around a patient is darker than lungs, tissue brighter.
_LUNG_HU = (-950.0, -500.0)
_TISSUE_HU = -200.0
# Fat is left out by the first, contrast agent seen by the second: blood without it has 30 to 60 HU.
_SOFT_HU, ENHANCED_HU = -30.0, 100.0
# Of the depth of the lungs the part in front of the spine.
_IN_FRONT = 0.6
# Fewer lungs than these in a slice, or slices with lungs than these in a volume, show no chest.
_LUNG_AREA_MM2, _LUNG_DEPTH_MM = 3000.0, 30.0
_HEART_LEVEL = 0.4
_AXIAL_COSINE = 0.9


@dataclass(frozen=True)
class Chest:
    """What lies between the lungs.

    Attributes:
        soft: (slice, row, column) blocks of soft tissue between the lungs, in front of the spine.
        inner: those among them that lie among such blocks on every side: heart, great vessels, no edges.
        lung_mm2: area of the lungs in each slice.
        soft_mm2: area of the soft tissue between them in each slice.
    """

    soft: NDArray[np.bool_]
    inner: NDArray[np.bool_]
    lung_mm2: NDArray[np.float64]
    soft_mm2: NDArray[np.float64]


def chest(blocks: Coarse, geometry: VolumeGeometry) -> Chest | None:
    """The chest in a volume, or None if no lungs are seen, as in phantoms, heads, or slices that are not axial."""
    along, across, down = np.abs(geometry.directions[0]), np.abs(geometry.directions[2]), geometry.directions[1]
    if along[2] < _AXIAL_COSINE:
        return None
    mean = blocks.mean
    lung = _inner_in_plane((mean > _LUNG_HU[0]) & (mean < _LUNG_HU[1])) & _body(mean)
    # Rows then run from left to right, and columns from front to back, whatever the position of the patient.
    turned = across[0] < across[1]
    back = geometry.directions[2][1] if turned else down[1]
    if turned:
        mean, lung = np.swapaxes(mean, 1, 2), np.swapaxes(lung, 1, 2)
    if back < 0:
        mean, lung = mean[:, ::-1], lung[:, ::-1]
    area = blocks.spacing_mm[1] * blocks.spacing_mm[2]
    lung_mm2 = lung.sum(axis=(1, 2), dtype=np.float64) * area
    # Above and below the heart lungs are small, and bones come forward.
    seen = lung_mm2 >= max(_LUNG_AREA_MM2, _HEART_LEVEL * float(lung_mm2.max()))
    if seen.sum() * blocks.spacing_mm[0] < _LUNG_DEPTH_MM or seen.sum() < 3:
        return None
    between = np.logical_or.accumulate(lung, axis=2) & np.logical_or.accumulate(lung[:, :, ::-1], axis=2)[:, :, ::-1]
    between &= ~lung & _in_front(lung)[:, :, None] & seen[:, None, None]
    soft = between & (mean > _SOFT_HU)
    soft_mm2 = soft.sum(axis=(1, 2), dtype=np.float64) * area
    if back < 0:
        soft = soft[:, ::-1]
    if turned:
        soft = np.swapaxes(soft, 1, 2)
    return Chest(soft, inner(soft), lung_mm2, soft_mm2)


def inner(blocks: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Blocks with such a block on each of their six sides; slices at the end have none there."""
    found = np.zeros_like(blocks)
    found[1:-1] = blocks[:-2] & blocks[2:]
    return found & _inner_in_plane(blocks)


def _inner_in_plane(blocks: NDArray[np.bool_]) -> NDArray[np.bool_]:
    found = blocks.copy()
    found[:, 1:-1] &= blocks[:, :-2] & blocks[:, 2:]
    found[:, :, 1:-1] &= blocks[:, :, :-2] & blocks[:, :, 2:]
    return found


def _body(mean: NDArray[np.float32]) -> NDArray[np.bool_]:
    """The box around the thick tissue of each slice: tables and blankets are thin, and lie outside of it."""
    thick = _inner_in_plane(_inner_in_plane(mean > _TISSUE_HU))
    rows, columns = _any(thick, 2), _any(thick, 1)
    return _from_first_to_last(rows)[:, :, None] & _from_first_to_last(columns)[:, None, :]


def _any(blocks: NDArray[np.bool_], axis: int) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = np.logical_or.reduce(blocks, axis=axis)
    return found


def _from_first_to_last(found: NDArray[np.bool_]) -> NDArray[np.bool_]:
    after = np.logical_or.accumulate(found, axis=1)
    return after & np.logical_or.accumulate(found[:, ::-1], axis=1)[:, ::-1]


def _in_front(lung: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """(slice, row): the rows in front of the spine, by the lungs of the slice and by those of the whole volume."""
    rows = _any(lung, 2)
    return _front_part(rows) & _front_part(_any(rows, 0)[None])


def _front_part(filled: NDArray[np.bool_]) -> NDArray[np.bool_]:
    rows = np.arange(filled.shape[1])
    first = filled.argmax(axis=1)[:, None]
    last = filled.shape[1] - 1 - filled[:, ::-1].argmax(axis=1)[:, None]
    front: NDArray[np.bool_] = (rows >= first) & (rows < first + (last - first + 1) * _IN_FRONT)
    return front
