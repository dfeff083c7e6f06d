"""What counts in one slice: the marked voxels that made the score, by the rules of the protocol."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.territories import BY_KEY, BY_LABEL
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.scoring.model import ScoringProtocol


@dataclass(frozen=True)
class Piece:
    """One counted connected component of a slice: its territory and the half-open box (top, left, bottom, right)."""

    territory: str
    box: tuple[int, int, int, int]


@dataclass(frozen=True)
class SliceMarks:
    """Counted voxels of one slice, or of the slices of a slab on top of each other.

    `labels` is a uint8 (row, column) box of `Territory.label`; `corner` its first (row, column) in the slice.
    """

    corner: tuple[int, int]
    labels: NDArray[np.uint8]
    pieces: tuple[Piece, ...]


def slice_marks(reading: Reading, slices: range) -> SliceMarks:
    """The counted voxels of these slices; components are of one slice each, as in the score."""
    from scipy import ndimage

    lesions, protocol = reading.lesions, reading.sheet.protocol
    first, row, column = lesions.corner
    inside = range(max(slices.start, first), min(slices.stop, first + lesions.labels.shape[0]))
    counted = np.zeros(lesions.labels.shape[1:], np.uint8)
    pieces: list[Piece] = []
    structure = np.ones((3, 3)) if protocol.connectivity == 8 else None
    for index in inside:
        marked = lesions.labels[index - first]
        enough = reading.series.hu[(index, *lesions.box[1:])] >= protocol.threshold_hu
        for label in np.unique(marked[enough]):
            if label not in BY_LABEL:
                continue
            components, _ = ndimage.label((marked == label) & enough, structure)
            for number, box in enumerate(ndimage.find_objects(components), 1):
                component = components[box] == number
                if _counts(int(component.sum()), reading.series.geometry.pixel_area_mm2, protocol):
                    counted[box][component] = label
                    down, right = box
                    edges = (row + down.start, column + right.start, row + down.stop, column + right.stop)
                    pieces.append(Piece(BY_LABEL[int(label)].key, edges))
    return SliceMarks((row, column), counted, tuple(pieces))


def _counts(voxels: int, pixel_area_mm2: float, protocol: ScoringProtocol) -> bool:
    area = voxels * pixel_area_mm2
    least = protocol.minimum_area_mm2
    # Areas are sums of equal pixels; a tiny slack keeps rounding from dropping one of exactly the minimum.
    large_enough = area > least + 1e-9 if protocol.area_must_exceed else area >= least - 1e-9
    return large_enough and voxels >= protocol.minimum_voxels


def agatston_by_slice(reading: Reading) -> dict[int, dict[str, float]]:
    """Agatston score of each slice (0-based) and territory, for every slice that has counted components."""
    slices: dict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for lesion in reading.sheet.lesions:
        for component in lesion.components:
            slices[component.slice_index][component.territory] += component.agatston
    return {index: dict(slices[index]) for index in sorted(slices)}


def coronary(scores: dict[str, float]) -> float:
    """The part of a slice's scores that counts in the total."""
    return sum(score for key, score in scores.items() if BY_KEY[key].counts)
