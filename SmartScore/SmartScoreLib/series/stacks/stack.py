"""Images with one orientation, size and pixel spacing -> one voxel grid, or why they are none.

Slice spacing comes from Image Position (Patient) alone; Slice Thickness and Spacing Between Slices are wrong too often.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.series.geometry import Vector, VolumeGeometry
from SmartScoreLib.series.headers.attributes import title
from SmartScoreLib.series.headers.plane import Plane

SAME_PLACE_MM = 0.01
# Positions written with one decimal put gaps off by up to 0.1 mm; 5 % of a gap is 5 % of that slice's score.
_GAP_TOLERANCE, _GAP_TOLERANCE_MM = 0.05, 0.1
_EQUAL_MM = 0.01
# A shift across the slices that no reader would see: a quarter of a pixel.
_SHIFT_PIXELS = 0.25
_POSITION = title("ImagePositionPatient")


@dataclass(frozen=True)
class Stack:
    """Images put in order.

    Attributes:
        order: indices of the images, slice 0 first.
        geometry: the grid, or None if they form none.
        refusals: why they form none.
        warnings: what is odd about it, though usable.
    """

    order: tuple[int, ...]
    geometry: VolumeGeometry | None
    refusals: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def slice_axis(plane: Plane) -> NDArray[np.float64]:
    """Unit vector along which the slice index counts: the normal, turned so that its largest part is positive.

    Slice 0 of an axial stack is then the most inferior.
    """
    normal = plane.normal
    upwards: NDArray[np.float64] = normal if normal[np.argmax(np.abs(normal))] > 0 else -normal
    return upwards


def heights(planes: Sequence[Plane]) -> NDArray[np.float64]:
    """Millimetres of each image along the slice axis of the first one."""
    along: NDArray[np.float64] = np.array([plane.position for plane in planes]) @ slice_axis(planes[0])
    return along


def evenly_spaced(along_mm: NDArray[np.float64]) -> bool:
    """Whether sorted heights of at least two images, no two of them equal, have equal gaps."""
    gaps = np.diff(along_mm)
    return bool(len(gaps)) and bool(gaps.min() > SAME_PLACE_MM) and not _uneven(gaps).any()


def stack(planes: Sequence[Plane], paths: Sequence[Path], frame_of_reference_uid: str) -> Stack:
    """Order images of one candidate and make their grid."""
    along = heights(planes)
    order = np.argsort(along, kind="stable")
    indices = tuple(int(i) for i in order)
    if len(planes) == 1:
        reason = f"It has only one image ({paths[0].name}); slice spacing and a score need at least two."
        return Stack(indices, None, (reason,))
    names = [paths[i].name for i in order]
    gaps = np.diff(along[order])
    refusals = [*_duplicates(gaps, names), *_shear(planes, order, names), *_gap_reasons(gaps, names)]
    if refusals:
        return Stack(indices, None, tuple(refusals))
    warnings: tuple[str, ...] = ()
    if np.abs(gaps - _usual(gaps)).max() > _EQUAL_MM:
        warnings = (
            f"Slices are not equally far apart: {gaps.min():.2f} to {gaps.max():.2f} mm ({_POSITION}); "
            f"the score uses their mean of {gaps.mean():.2f} mm.",
        )
    first = planes[indices[0]]
    upwards = slice_axis(planes[0])
    geometry = VolumeGeometry(
        (len(planes), *first.size),
        (round(float(gaps.mean()), 6), *first.spacing),
        first.position,
        (_vector(upwards), first.column, first.row),
        frame_of_reference_uid,
    )
    return Stack(indices, geometry, (), warnings)


def _vector(values: NDArray[np.float64]) -> Vector:
    return (float(values[0]) + 0.0, float(values[1]) + 0.0, float(values[2]) + 0.0)


def _usual(gaps: NDArray[np.float64]) -> float:
    """The lower median: of two gaps the smaller one, so that a lost slice between three images is seen as such."""
    return float(np.sort(gaps)[(len(gaps) - 1) // 2])


def _uneven(gaps: NDArray[np.float64]) -> NDArray[np.bool_]:
    usual = _usual(gaps)
    uneven: NDArray[np.bool_] = np.abs(gaps - usual) > max(_GAP_TOLERANCE * usual, _GAP_TOLERANCE_MM) + 1e-9
    return uneven


def _duplicates(gaps: NDArray[np.float64], names: Sequence[str]) -> list[str]:
    same = np.flatnonzero(gaps <= SAME_PLACE_MM)
    if not len(same):
        return []
    first = int(same[0])
    more = f", and {len(same) - 1} more pairs" if len(same) > 1 else ""
    return [
        f"Images lie at the same position ({_POSITION}: {names[first]} and {names[first + 1]}{more}), and neither "
        "cardiac phase nor any other attribute tells which belong together."
    ]


def _shear(planes: Sequence[Plane], order: NDArray[np.intp], names: Sequence[str]) -> list[str]:
    positions = np.array([planes[i].position for i in order])
    offsets = positions - positions[0]
    upwards = slice_axis(planes[0])
    across = np.linalg.norm(offsets - np.outer(offsets @ upwards, upwards), axis=1)
    worst = int(across.argmax())
    if across[worst] <= _SHIFT_PIXELS * min(planes[0].spacing):
        return []
    angle = np.degrees(np.arctan2(across[-1], abs(float(offsets[-1] @ upwards))))
    if worst == len(names) - 1 and angle > 0.5:
        return [
            f"The slices are sheared by {angle:.1f} degrees, as with a tilted gantry ({_POSITION} moves off the normal "
            f"of {title('ImageOrientationPatient')} from {names[0]} to {names[-1]}); scan or reconstruct without tilt."
        ]
    return [
        f"The slices are not stacked in one line: {names[worst]} is {across[worst]:.2f} mm to the side ({_POSITION})."
    ]


def _gap_reasons(gaps: NDArray[np.float64], names: Sequence[str]) -> list[str]:
    gaps_of = np.flatnonzero(gaps > SAME_PLACE_MM)
    if not len(gaps_of):
        return []
    usual = _usual(gaps[gaps_of])
    uneven = [int(i) for i in gaps_of[_uneven(gaps[gaps_of])]]
    if not uneven:
        return []
    multiples = gaps[uneven] / usual
    if np.all(np.abs(multiples - np.rint(multiples)) < _GAP_TOLERANCE) and np.all(np.rint(multiples) >= 2):
        lost = int(np.rint(multiples).sum()) - len(uneven)
        first = uneven[0]
        slices = "A slice is missing" if lost == 1 else f"{lost} slices are missing"
        more = f" and {len(uneven) - 1} more places" if len(uneven) > 1 else ""
        return [
            f"{slices} between {names[first]} and {names[first + 1]}{more}: they are {gaps[first]:.2f} mm apart, the "
            f"others {usual:.2f} mm ({_POSITION})."
        ]
    first = uneven[0]
    return [
        f"Slices are unequally far apart: {gaps[gaps_of].min():.2f} to {gaps.max():.2f} mm ({_POSITION}, first between "
        f"{names[first]} and {names[first + 1]}); one volume needs equal spacing."
    ]
