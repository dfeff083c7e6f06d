"""Images with one orientation, size and pixel spacing -> one voxel grid, or why they are none.

Slice spacing comes from Image Position (Patient) alone; Slice Thickness and Spacing Between Slices are wrong too often.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark, Value
from SmartScoreLib.series.geometry import Vector, VolumeGeometry
from SmartScoreLib.series.headers.attributes import title
from SmartScoreLib.series.headers.plane import Plane

SAME_PLACE_MM = 0.01
# Positions written with one decimal put gaps off by up to 0.1 mm; 5 % of a gap is 5 % of that slice's score.
_GAP_TOLERANCE, _GAP_TOLERANCE_MM = 0.05, 0.1
_EQUAL_MM = 0.01
# A shift across the slices that no reader would see: a quarter of a pixel.
_SHIFT_PIXELS = 0.25
# A side step that grows from slice to slice is a tilt; below this angle it may as well be one image out of line.
_SHEAR_DEGREES = 0.5
_POSITION = title("ImagePositionPatient")


@dataclass(frozen=True)
class Stack:
    """Images put in order.

    Attributes:
        order: indices of the images, slice 0 first.
        geometry: the grid, or None if they form none.
        remarks: why they form none, or what is odd about it, though usable.
    """

    order: tuple[int, ...]
    geometry: VolumeGeometry | None
    remarks: tuple[Remark, ...] = ()


def slice_axis(plane: Plane) -> NDArray[np.float64]:
    """Unit vector along which the slice index counts: the normal, turned so that its largest part is positive.

    Slice 0 of an axial stack is then the most inferior.
    """
    normal = plane.normal
    upwards: NDArray[np.float64] = normal if normal[np.argmax(np.abs(normal))] > 0 else -normal
    return upwards


def positions_along_normal(planes: Sequence[Plane]) -> NDArray[np.float64]:
    """Position of each image in millimetres along the slice axis of the first one, which is normal to it."""
    along: NDArray[np.float64] = np.array([plane.position for plane in planes]) @ slice_axis(planes[0])
    return along


def evenly_spaced(along_mm: NDArray[np.float64]) -> bool:
    """Whether sorted positions of at least two images, no two of them equal, have equal gaps."""
    gaps = np.diff(along_mm)
    return bool(len(gaps)) and bool(gaps.min() > SAME_PLACE_MM) and not _uneven(gaps).any()


def stack(planes: Sequence[Plane], paths: Sequence[Path], frame_of_reference_uid: str) -> Stack:
    """Order images of one candidate and make their grid."""
    along = positions_along_normal(planes)
    order = np.argsort(along, kind="stable")
    indices = tuple(int(i) for i in order)
    if len(planes) == 1:
        return Stack(indices, None, (remark("series.one_image", file=paths[0].name),))
    ordered, names = [planes[i] for i in indices], [paths[i].name for i in indices]
    gaps = np.diff(along[order])
    refusals = (*_duplicates(gaps, names), *_shear(ordered, names), *_gap_faults(gaps, names))
    if refusals:
        return Stack(indices, None, refusals)
    least, most, mean = float(gaps.min()), float(gaps.max()), float(gaps.mean())
    odd: tuple[Remark, ...] = ()
    if np.abs(gaps - _usual(gaps)).max() > _EQUAL_MM:
        odd = (remark("series.uneven_gaps", least_mm=least, most_mm=most, mean_mm=mean, attribute=_POSITION),)
    first = ordered[0]
    geometry = VolumeGeometry(
        (len(planes), *first.size),
        (round(mean, 6), *first.spacing),
        first.position,
        (_vector(slice_axis(first)), first.column, first.row),
        frame_of_reference_uid,
    )
    return Stack(indices, geometry, odd)


def _vector(values: NDArray[np.float64]) -> Vector:
    return (float(values[0]) + 0.0, float(values[1]) + 0.0, float(values[2]) + 0.0)


def _usual(gaps: NDArray[np.float64]) -> float:
    """The lower median: of two gaps the smaller one, so that a lost slice between three images is seen as such."""
    return float(np.sort(gaps)[(len(gaps) - 1) // 2])


def _uneven(gaps: NDArray[np.float64]) -> NDArray[np.bool_]:
    usual = _usual(gaps)
    uneven: NDArray[np.bool_] = np.abs(gaps - usual) > max(_GAP_TOLERANCE * usual, _GAP_TOLERANCE_MM) + 1e-9
    return uneven


def _duplicates(gaps: NDArray[np.float64], names: Sequence[str]) -> list[Remark]:
    same = np.flatnonzero(gaps <= SAME_PLACE_MM)
    if not len(same):
        return []
    first, second = names[same[0]], names[same[0] + 1]
    if len(same) == 1:
        return [remark("series.same_position", attribute=_POSITION, first=first, second=second)]
    return [
        remark("series.same_positions", attribute=_POSITION, first=first, second=second, pairs=len(same) - 1),
    ]


def _shear(planes: Sequence[Plane], names: Sequence[str]) -> list[Remark]:
    first = planes[0]
    offsets = np.array([plane.position for plane in planes]) - first.position
    upwards = slice_axis(first)
    across = np.linalg.norm(offsets - np.outer(offsets @ upwards, upwards), axis=1)
    worst = int(across.argmax())
    if across[worst] <= _SHIFT_PIXELS * min(first.spacing):
        return []
    angle = float(np.degrees(np.arctan2(across[-1], abs(float(offsets[-1] @ upwards)))))
    if worst == len(names) - 1 and angle > _SHEAR_DEGREES:
        return [
            remark(
                "series.sheared",
                degrees=angle,
                attribute=_POSITION,
                orientation=title("ImageOrientationPatient"),
                first=names[0],
                last=names[-1],
            )
        ]
    distance = float(across[worst])
    return [remark("series.not_in_line", file=names[worst], distance_mm=distance, attribute=_POSITION)]


def _gap_faults(gaps: NDArray[np.float64], names: Sequence[str]) -> list[Remark]:
    gaps_of = np.flatnonzero(gaps > SAME_PLACE_MM)
    if not len(gaps_of):
        return []
    usual = _usual(gaps[gaps_of])
    uneven = [int(i) for i in gaps_of[_uneven(gaps[gaps_of])]]
    if not uneven:
        return []
    first, second = names[uneven[0]], names[uneven[0] + 1]
    multiples = gaps[uneven] / usual
    times = np.rint(multiples)
    if np.any(np.abs(multiples - times) >= _GAP_TOLERANCE) or np.any(times < 2):
        least, most = float(gaps[gaps_of].min()), float(gaps.max())
        return [
            remark("series.unequal_gaps", least_mm=least, most_mm=most, attribute=_POSITION, first=first, second=second)
        ]
    values: dict[str, Value] = {
        "first": first,
        "second": second,
        "gap_mm": float(gaps[uneven[0]]),
        "usual_mm": usual,
        "attribute": _POSITION,
    }
    lost = int(times.sum()) - len(uneven)
    if lost == 1:
        return [remark("series.slice_missing", **values)]
    if len(uneven) == 1:
        return [remark("series.slices_missing", slices=lost, **values)]
    return [remark("series.slices_missing_in_places", slices=lost, places=len(uneven) - 1, **values)]
