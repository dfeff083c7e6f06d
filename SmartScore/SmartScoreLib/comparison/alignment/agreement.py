"""How well an earlier scan lies on a later one: their correlation in the neighborhood of the heart."""

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.comparison.alignment.heart_images import neighborhood_mask, small_image
from SmartScoreLib.comparison.alignment.model import Alignment
from SmartScoreLib.series.model import CTSeries

BLOCK_MM = 4.0
"""The scans are compared in blocks of about this size."""


def measured(alignment: Alignment, later: CTSeries, earlier: CTSeries) -> Alignment:
    """The alignment with correlation and overlap as they are where it lies now, after a correction by hand."""
    import SimpleITK as sitk  # noqa: N813

    fixed, moving = small_image(later, BLOCK_MM), small_image(earlier, BLOCK_MM)
    fixed, mask = around(fixed, neighborhood_mask(later, fixed))
    back = np.linalg.inv(alignment.matrix)
    motion = sitk.AffineTransform(3)
    motion.SetMatrix(back[:3, :3].ravel().tolist())
    motion.SetTranslation(back[:3, 3].tolist())
    correlation, overlap = agreement(fixed, moving, mask, motion)
    return replace(alignment, correlation=correlation, overlap=overlap)


def agreement(fixed: Any, moving: Any, mask: Any, motion: Any) -> tuple[float, float]:
    """Correlation inside the mask, and the part of the mask that the earlier scan shows; `motion` leads from points of
    the later scan to those of the earlier one."""
    import SimpleITK as sitk  # noqa: N813

    both, inside, moved = common(fixed, moving, mask, motion)
    overlap = int(both.sum()) / max(1, int(inside.sum()))
    return _correlation(sitk.GetArrayViewFromImage(fixed)[both], moved[both]), overlap


def common(
    fixed: Any, moving: Any, mask: Any, motion: Any
) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.float32]]:
    """Which blocks of the mask the earlier scan shows too, which are in the mask, and the earlier scan moved there."""
    import SimpleITK as sitk  # noqa: N813

    covered = sitk.GetArrayFromImage(sitk.Resample(ones(moving), fixed, motion, sitk.sitkNearestNeighbor)) > 0
    inside = sitk.GetArrayFromImage(mask) > 0
    moved: NDArray[np.float32] = sitk.GetArrayFromImage(sitk.Resample(moving, fixed, motion, sitk.sitkLinear))
    return inside & covered, inside, moved


def ones(image: Any) -> Any:
    """An image of ones on the grid of another."""
    import SimpleITK as sitk  # noqa: N813

    found = sitk.Image(image.GetSize(), sitk.sitkFloat32) + 1
    found.CopyInformation(image)
    return found


def around(image: Any, mask: Any) -> tuple[Any, Any]:
    """Image and mask cut to the box of the mask: nothing else is looked at."""
    import SimpleITK as sitk  # noqa: N813

    shape = sitk.LabelShapeStatisticsImageFilter()
    shape.Execute(mask)
    box = shape.GetBoundingBox(1)
    return sitk.RegionOfInterest(image, box[3:], box[:3]), sitk.RegionOfInterest(mask, box[3:], box[:3])


def _correlation(one: NDArray[Any], other: NDArray[Any]) -> float:
    if one.size < 2 or not one.std() or not other.std():
        return 0.0
    return float(np.corrcoef(one.ravel(), other.ravel())[0, 1])
