"""Tissues of an overview: lungs, soft tissue, fat, bone."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.proposal.anatomy.overview import STEP_MM, Overview

# Air around the patient is darker than lungs, tissue brighter.
_LUNG_HU = (-965.0, -450.0)
_TISSUE_HU = -250.0
_SOFT_HU = (0.0, 110.0)
_FAT_HU = (-170.0, -20.0)
_BONE_HU = 165.0
_LUNG_LEAST_ML = 60.0
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Tissue:
    """Masks (z, y, x) on the grid of an overview.

    Attributes:
        lung: the lungs with their vessels left out.
        soft: blood, muscle, organs.
        fat: fat.
        bone: bone that is wide enough to be seen at 3 mm.
    """

    lung: Mask = field(repr=False)
    soft: Mask = field(repr=False)
    fat: Mask = field(repr=False)
    bone: Mask = field(repr=False)

    @property
    def lung_ml(self) -> float:
        """Volume of the lungs that is seen."""
        return float(np.count_nonzero(self.lung)) * STEP_MM**3 / 1000


def tissue(view: Overview) -> Tissue:
    """The tissues of an overview."""
    from scipy import ndimage

    hu = view.hu
    ball = ndimage.generate_binary_structure(3, 1)
    dark = (hu > _LUNG_HU[0]) & (hu < _LUNG_HU[1])
    # The edge between air and skin has values of lungs too, and is thin.
    core = ndimage.binary_erosion(dark, ball, iterations=2, border_value=1)
    inside = _body_box(hu)
    core &= inside
    label, count = ndimage.label(core, ball)
    lung = np.zeros(hu.shape, bool)
    if count:
        sizes = np.bincount(label.ravel())
        least = _LUNG_LEAST_ML * 1000 / STEP_MM**3
        big = np.flatnonzero(sizes >= min(least, 0.05 * sizes[1:].sum()))
        big = big[(big > 0) & (sizes[big] * STEP_MM**3 > 8000)]
        lung = np.isin(label, big)
        lung = ndimage.binary_dilation(lung, ball, iterations=3, mask=hu < _LUNG_HU[1])
        lung &= inside
    return Tissue(
        lung,
        (hu > _SOFT_HU[0]) & (hu < _SOFT_HU[1]),
        (hu > _FAT_HU[0]) & (hu < _FAT_HU[1]),
        hu > _BONE_HU,
    )


def _body_box(hu: NDArray[np.float32]) -> Mask:
    """Each slice from the first to the last row of thick tissue, and so its columns: a table lies outside."""
    from scipy import ndimage

    thick = ndimage.binary_erosion(hu > _TISSUE_HU, np.ones((1, 3, 3), bool), iterations=2, border_value=1)
    rows = _from_first_to_last(thick.any(axis=2))
    columns = _from_first_to_last(thick.any(axis=1))
    # In a cropped field lungs reach the border of the picture.
    return np.asarray(rows[:, :, None] & columns[:, None, :])


def _from_first_to_last(found: Mask) -> Mask:
    after = np.logical_or.accumulate(found, axis=1)
    return np.asarray(after & np.logical_or.accumulate(found[:, ::-1], axis=1)[:, ::-1])
