"""Marks that count nothing, and why: too small for the rules, or below the threshold."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.components import Index
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.runs import Indices, connect, held_threshold, voxel_runs
from SmartScoreLib.lesions.territories import BY_KEY, BY_LABEL
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.scoring.measure import MarkedVoxels, marked_voxels
from SmartScoreLib.scoring.model import LesionScore, ScoringProtocol
from SmartScoreLib.scoring.rounding import half_up


@dataclass(frozen=True)
class LeftOut:
    """One 3D 26-connected piece of marks of one territory without any component that counts.

    Attributes:
        territory: key of the table.
        voxels: how many are marked.
        volume_mm3: of all of them.
        peak_hu: the greatest value.
        peak_index: (slice, row, column) of a voxel that has it.
        centroid_lps_mm: of all of them, LPS millimeters.
        slices: indices of the slices they lie in, ascending; 0 = the most inferior.
        reason: why nothing of it counts.
    """

    territory: str
    voxels: int
    volume_mm3: float
    peak_hu: float
    peak_index: Index
    centroid_lps_mm: tuple[float, float, float]
    slices: tuple[int, ...]
    reason: Remark


def left_out(
    hu: NDArray[Any],
    lesions: LesionMap,
    protocol: ScoringProtocol,
    scored: Sequence[LesionScore],
    voxels: MarkedVoxels | None = None,
) -> tuple[LeftOut, ...]:
    """The pieces of a map that no lesion is part of, by territory and from inferior to superior.

    Args:
        hu: (slice, row, column) Hounsfield units of the whole volume.
        lesions: the marks.
        protocol: the rules.
        scored: the lesions of the map, by `score_lesions` with these rules.
        voxels: `marked_voxels` of the map, if known already.
    """
    marked = voxels or marked_voxels(lesions)
    if not len(marked.flat):
        return ()
    shape: Index = lesions.labels.shape
    index = np.stack(np.unravel_index(marked.flat, shape), axis=1) + lesions.corner
    values = hu[tuple(index.T)]
    runs = voxel_runs(shape, marked.flat, marked.label, values)
    count, piece = connect(runs, 26)
    of_voxel = np.repeat(piece, runs.lengths)
    peaks = [np.subtract(one.peak_index, lesions.corner) for one in scored]
    counted = np.searchsorted(marked.flat, [np.ravel_multi_index(tuple(at), shape) for at in peaks])
    rest = np.setdiff1d(np.arange(count), of_voxel[counted])
    found = [_piece(lesions, protocol, index[own], values[own], int(marked.label[own][0]))
             for own in (of_voxel == one for one in rest.tolist())]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (BY_KEY[one.territory].label, one.peak_index)))


def _piece(lesions: LesionMap, protocol: ScoringProtocol, index: Indices, values: NDArray[Any], label: int) -> LeftOut:
    geometry = lesions.geometry
    at_slice, at_row, at_column = index[int(values.argmax())].tolist()
    x, y, z = geometry.lps_mm(index.mean(axis=0)).tolist()
    return LeftOut(
        territory=BY_LABEL[label].key,
        voxels=len(index),
        volume_mm3=len(index) * geometry.voxel_volume_mm3,
        peak_hu=float(values.max()),
        peak_index=(at_slice, at_row, at_column),
        centroid_lps_mm=(x, y, z),
        slices=tuple(np.unique(index[:, 0]).tolist()),
        reason=_reason(geometry.pixel_area_mm2, protocol, index, values),
    )


def _reason(pixel_mm2: float, protocol: ScoringProtocol, index: Indices, values: NDArray[Any]) -> Remark:
    reaches = values >= held_threshold(protocol.threshold_hu, values.dtype)
    if not reaches.any():
        return remark("scoring.below_threshold", peak_hu=float(values.max()), threshold_hu=protocol.threshold_hu)
    slices, rows, columns = (np.ptp(index, axis=0) + 1).tolist()
    box: Index = (slices, rows, columns)
    flat = np.ravel_multi_index(tuple((index[reaches] - index.min(axis=0)).T), box)
    runs = voxel_runs(box, flat, np.ones(len(flat), np.uint8), values[reaches])
    count, component = connect(runs, protocol.connectivity)
    largest = int(np.bincount(component, runs.lengths, count).max())
    if largest < protocol.minimum_voxels:
        return remark("scoring.too_few_voxels", voxels=largest, minimum_voxels=protocol.minimum_voxels)
    return remark(
        "scoring.too_small", area_mm2=half_up(largest * pixel_mm2, 2), minimum_area_mm2=protocol.minimum_area_mm2
    )
