"""What counts in one slice: the voxels of the components that made the score."""

from collections import defaultdict
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reports.language.words import Words
from SmartScoreLib.scoring.model import ComponentScore


@dataclass(frozen=True)
class ComponentBox:
    """Territory of one counted component, and its half-open box (top, left, bottom, right) in rows and columns."""

    territory: str
    box: tuple[int, int, int, int]


@dataclass(frozen=True)
class SliceMarks:
    """Counted voxels of one slice, or of the slices of a slab on top of each other.

    Attributes:
        corner: (row, column) of the first voxel of `labels` in the slice.
        labels: uint8 (row, column) box of `Territory.label`, 0 where nothing counts; empty if nothing does.
        components: by slice, then by territory in the order of the table, then by their first voxel.
    """

    corner: tuple[int, int]
    labels: NDArray[np.uint8] = field(repr=False)
    components: tuple[ComponentBox, ...]


def slice_marks(reading: Reading, slices: range) -> SliceMarks:
    """The counted voxels of these slices (0-based), as the score sheet holds them; nothing is counted again."""
    found = sorted(
        (one for lesion in reading.sheet.lesions for one in lesion.components if one.slice_index in slices),
        key=_drawing_order,
    )
    if not found:
        return SliceMarks((0, 0), np.zeros((0, 0), np.uint8), ())
    boxes = [_box(one.pixels) for one in found]
    top, left = (min(box[axis] for box in boxes) for axis in (0, 1))
    bottom, right = (max(box[axis] for box in boxes) for axis in (2, 3))
    labels = np.zeros((bottom - top, right - left), np.uint8)
    for one in found:
        rows, columns = one.pixels.T
        labels[rows - top, columns - left] = BY_KEY[one.territory].label
    components = tuple(ComponentBox(one.territory, box) for one, box in zip(found, boxes, strict=True))
    return SliceMarks((top, left), labels, components)


def _drawing_order(component: ComponentScore) -> tuple[int, int, int, int]:
    """In a slab the superior slice lies on top."""
    row, column = component.pixels[0].tolist()
    return component.slice_index, BY_KEY[component.territory].label, row, column


def _box(pixels: NDArray[np.int32]) -> tuple[int, int, int, int]:
    top, left = pixels.min(axis=0).tolist()
    bottom, right = (pixels.max(axis=0) + 1).tolist()
    return top, left, bottom, right


def agatston_by_slice(reading: Reading) -> dict[int, dict[str, float]]:
    """Agatston score of each slice (0-based) and territory, for every slice that has counted components."""
    slices: dict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for lesion in reading.sheet.lesions:
        for component in lesion.components:
            slices[component.slice_index][component.territory] += component.agatston
    return {index: dict(slices[index]) for index in sorted(slices)}


def coronary_text(reading: Reading, scores: dict[str, float], words: Words) -> str:
    """The coronary score of some slices; a dash where no coronary artery was read, since that is no zero."""
    sheet = reading.sheet
    return words.measured(coronary(scores) if sheet.is_result(sheet.total) else None)


def coronary(scores: dict[str, float]) -> float:
    """The part of a slice's scores that counts in the total."""
    return sum(score for key, score in scores.items() if BY_KEY[key].counts)
