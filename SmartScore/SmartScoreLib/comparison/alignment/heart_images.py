"""A series as a small image for the alignment: means of blocks, values limited to what calcium and metal cannot pull.

SimpleITK's images count (x, y, z) and lie in LPS millimeters.
"""

from typing import Any

import numpy as np

from SmartScoreLib.proposal.heart import heart_neighborhood
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

DARKEST_HU, BRIGHTEST_HU = -400.0, 150.0
"""Lungs are all the same, and so is whatever is brighter than soft tissue: fat around the heart is what is aligned."""
_MARGIN_MM = 4.0


def image_of(values: Any, geometry: VolumeGeometry) -> Any:
    """An array (slice, row, column) on a grid as an image in the patient's space."""
    import SimpleITK as sitk  # noqa: N813

    image = sitk.GetImageFromArray(values)
    image.SetSpacing([float(one) for one in geometry.spacing_mm[::-1]])
    image.SetOrigin(geometry.origin_lps_mm)
    # Columns of the direction matrix are the axes of the image: column, row, slice.
    image.SetDirection(np.asarray(geometry.directions)[::-1].T.ravel().tolist())
    return image


def small_image(series: CTSeries, block_mm: float) -> Any:
    """The series in blocks of about so many millimeters, float32, values limited."""
    import SimpleITK as sitk  # noqa: N813

    factors = [max(1, round(block_mm / spacing)) for spacing in series.geometry.spacing_mm]
    factors = [min(factor, size) for factor, size in zip(factors, series.geometry.shape, strict=True)]
    whole = image_of(np.ascontiguousarray(series.hu), series.geometry)
    shrunk = sitk.Cast(sitk.BinShrink(whole, factors[::-1]), sitk.sitkFloat32)
    return sitk.Clamp(shrunk, sitk.sitkFloat32, DARKEST_HU, BRIGHTEST_HU)


def neighborhood_mask(series: CTSeries, like: Any) -> Any:
    """Where the heart is, on the grid of a small image of the series: 1 inside, uint8.

    Where no lungs are seen it is a middle part of the volume.
    """
    import SimpleITK as sitk  # noqa: N813

    found = heart_neighborhood(series)
    if found is None:
        size = like.GetSize()
        inside = np.zeros(size[::-1], np.uint8)
        inside[tuple(slice(n // 5, n - n // 5) if n > 4 else slice(None) for n in inside.shape)] = 1
        mask = sitk.GetImageFromArray(inside)
        mask.CopyInformation(like)
        return mask
    geometry = series.geometry
    sizes = [n * spacing for n, spacing in zip(found.voxels, geometry.spacing_mm, strict=True)]
    blocks = VolumeGeometry(
        found.blocks.shape,
        (sizes[0], sizes[1], sizes[2]),
        tuple(geometry.lps_mm([(n - 1) / 2 for n in found.voxels]).tolist()),
        geometry.directions,
    )
    near = sitk.Resample(
        image_of(found.blocks.astype(np.uint8), blocks), like, sitk.Transform(), sitk.sitkNearestNeighbor
    )
    radius = [max(1, round(_MARGIN_MM / spacing)) for spacing in like.GetSpacing()]
    return sitk.BinaryDilate(near, radius)
