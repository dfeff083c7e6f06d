"""The rigid motion from an earlier scan to a later one, found in the neighborhood of the heart (SimpleITK).

Three steps, from coarse to fine: where the earlier scan fits by shifting alone (correlation of all shifts at once, by
Fourier transform), then the rigid motion on blocks of 8 and of 4 mm, then that again without the places that move
otherwise than the heart. All is compared inside the neighborhood of the heart of the later scan, as a heart moves
against the chest with every breath.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.comparison.alignment.agreement import BLOCK_MM, agreement, around, common, ones
from SmartScoreLib.comparison.alignment.heart_images import neighborhood_mask, small_image
from SmartScoreLib.comparison.alignment.model import Alignment
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.series.model import CTSeries

_SEARCH_MM = 8.0
_STEPS = 3
_TRIMS = 3
_LEAST_BLOCKS = 1000
"""With fewer in common nothing can be found: the shift alone is told, and how poor it is."""
_SAME_HU, _SMOOTH_MM = 25.0, 4.0
"""Where the scans differ by more than this, smoothed so far, something else moves than the heart."""
_LEAST_COMMON = 0.3
"""A shift is looked at only if so much of the smaller scan lies on the other."""


def align(later: CTSeries, earlier: CTSeries, progress: Progress = silent) -> Alignment:
    """Bring the earlier scan onto the later one.

    Raises:
        Cancelled: from `progress`, between the steps.
    """
    what = "aligning the scans"
    fixed, moving = small_image(later, BLOCK_MM), small_image(earlier, BLOCK_MM)
    shift = _best_shift(fixed, moving)
    progress(1, _STEPS, what)
    fixed, mask = around(fixed, neighborhood_mask(later, fixed))
    found = _begun(mask, shift)
    if common(fixed, moving, mask, found)[0].sum() >= _LEAST_BLOCKS:
        found = _refined(fixed, moving, mask, found, [2, 1])
        progress(2, _STEPS, what)
        for _ in range(_TRIMS):
            found = _refined(fixed, moving, _trimmed(fixed, moving, mask, found), found, [1])
    progress(3, _STEPS, what)
    motion = np.eye(4)
    turn = np.array(found.GetMatrix()).reshape(3, 3)
    center = np.array(found.GetCenter())
    # SimpleITK's transform leads from points of the later scan to those of the earlier one.
    motion[:3, :3] = turn.T
    motion[:3, 3] = center - turn.T @ (center + np.array(found.GetTranslation()))
    return Alignment(motion, *agreement(fixed, moving, mask, found))


def _best_shift(fixed: Any, moving: Any) -> NDArray[np.float64]:
    """The shift (x, y, z) in mm from points of the later scan to those of the earlier one with the best correlation."""
    import SimpleITK as sitk  # noqa: N813

    one, other = _upright(fixed), _upright(moving)
    masks = [_upright(ones(image), sitk.sitkNearestNeighbor) for image in (fixed, moving)]
    origins = np.array(other.GetOrigin()) - np.array(one.GetOrigin())
    for image in (one, other, *masks):
        image.SetOrigin((0.0, 0.0, 0.0))  # the filter wants all in one place
    found = sitk.MaskedFFTNormalizedCorrelation(one, other, *masks, 0, _LEAST_COMMON)
    values = sitk.GetArrayViewFromImage(found)
    at = np.array(np.unravel_index(int(values.argmax()), values.shape), int)[::-1]
    # The middle of the result is the shift that lays first voxel on first voxel, of the size of the second less one.
    voxels = at - (np.array(other.GetSize()) - 1)
    shift: NDArray[np.float64] = origins - voxels * np.array(one.GetSpacing())
    return shift


def _upright(image: Any, interpolator: int | None = None) -> Any:
    """The image on a coarse grid along the patient's axes, smoothed unless it is a mask; 0 where it has nothing."""
    import SimpleITK as sitk  # noqa: N813

    size = np.array(image.GetSize())
    corners = np.array(
        [
            image.TransformContinuousIndexToPhysicalPoint((np.array(c) * (size - 1)).tolist())
            for c in np.ndindex(2, 2, 2)
        ]
    )
    low, high = corners.min(axis=0), corners.max(axis=0)
    counts = np.maximum(2, np.ceil((high - low) / _SEARCH_MM).astype(int) + 1)
    if interpolator is None:
        image, interpolator = sitk.SmoothingRecursiveGaussian(image, _SEARCH_MM / 2), sitk.sitkLinear
    upright = np.eye(3).ravel().tolist()
    return sitk.Resample(
        image, counts.tolist(), sitk.Transform(), interpolator, low.tolist(), [_SEARCH_MM] * 3, upright, 0.0
    )


def _trimmed(fixed: Any, moving: Any, mask: Any, found: Any) -> Any:
    """The mask without the places where the scans differ most: chest wall and diaphragm do not move with the heart."""
    import SimpleITK as sitk  # noqa: N813

    both, _, _ = common(fixed, moving, mask, found)
    differences = sitk.Abs(fixed - sitk.Resample(moving, fixed, found, sitk.sitkLinear))
    differences = sitk.GetArrayFromImage(sitk.SmoothingRecursiveGaussian(differences, _SMOOTH_MM))
    kept = both & (differences <= max(_SAME_HU, float(np.median(differences[both]))))
    trimmed = sitk.GetImageFromArray(kept.astype(np.uint8))
    trimmed.CopyInformation(mask)
    return trimmed


def _begun(mask: Any, shift: NDArray[np.float64]) -> Any:
    """A motion around the middle of the heart that only shifts."""
    import SimpleITK as sitk  # noqa: N813

    shape = sitk.LabelShapeStatisticsImageFilter()
    shape.Execute(mask)
    start = sitk.Euler3DTransform()
    start.SetCenter(shape.GetCentroid(1))
    start.SetTranslation(shift.tolist())
    return start


def _refined(fixed: Any, moving: Any, mask: Any, start: Any, shrink: list[int]) -> Any:
    """The motion that gives the best correlation inside the mask, from a motion nearby."""
    import SimpleITK as sitk  # noqa: N813

    found = sitk.Euler3DTransform(start)
    method = sitk.ImageRegistrationMethod()
    method.SetMetricAsCorrelation()
    method.SetMetricFixedMask(mask)
    method.SetInterpolator(sitk.sitkLinear)
    method.SetOptimizerAsRegularStepGradientDescent(
        learningRate=2.0, minStep=0.005, numberOfIterations=60, gradientMagnitudeTolerance=1e-7
    )
    method.SetOptimizerScalesFromPhysicalShift()
    method.SetShrinkFactorsPerLevel(shrink)
    method.SetSmoothingSigmasPerLevel([BLOCK_MM if factor > 1 else 0.0 for factor in shrink])
    method.SmoothingSigmasAreSpecifiedInPhysicalUnitsOn()
    method.SetInitialTransform(found, inPlace=True)
    method.Execute(fixed, moving)
    return found
