"""Marks that were made by clicks at one threshold, taken whole at another: each grows again from where it was made."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.clicking import ClickSettings, calcium_at
from SmartScoreLib.lesions.components import Index
from SmartScoreLib.lesions.editing import assign
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_LABEL

TOO_LARGE = ("lesions.too_large", "lesions.too_large_in_slice")


def grown_again(
    hu: NDArray[Any], lesions: LesionMap, seeds: Sequence[Index], settings: ClickSettings
) -> tuple[LesionMap, int]:
    """The marks with what a click at each seed takes now.

    A voxel that is marked stays in its territory; others go to the territory of the seed, the first one first.

    Args:
        hu: (slice, row, column) Hounsfield units of the whole volume.
        lesions: the marks.
        seeds: (slice, row, column) of a marked voxel of each lesion: its peak.
        settings: threshold and reach of a click.

    Returns:
        The marks, and how many seeds took nothing, because it would be too large; these lesions stay as they were.
    """
    grown, refused = lesions, 0
    for seed in seeds:
        at = tuple(index - start for index, start in zip(seed, lesions.corner, strict=True))
        territory = BY_LABEL[int(lesions.labels[at])].key
        taken = calcium_at(hu, lesions.geometry, seed, settings)
        if taken.reason is not None:
            refused += 1
            continue
        free = taken.mask & ~_marked(grown, taken.corner, taken.mask.shape)
        grown = assign(grown, taken.corner, free, territory)
    return grown, refused


def reaching_further(hu: NDArray[Any], lesions: LesionMap, seeds: Sequence[Index], settings: ClickSettings) -> int:
    """How many lesions are not marked as far as a click would take them, or would be too large; arguments as above."""
    further = 0
    for seed in seeds:
        taken = calcium_at(hu, lesions.geometry, seed, settings)
        if taken.reason is None:
            further += bool((taken.mask & ~_marked(lesions, taken.corner, taken.mask.shape)).any())
        else:
            further += taken.reason.code in TOO_LARGE
    return further


def _marked(lesions: LesionMap, corner: Index, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """Which voxels of a box are marked."""
    marked = np.zeros(shape, bool)
    low = np.maximum(corner, lesions.corner)
    high = np.maximum(low, np.minimum(np.add(corner, shape), np.add(lesions.corner, lesions.labels.shape)))
    there = tuple(slice(a, b) for a, b in zip(low - corner, high - corner, strict=True))
    here = tuple(slice(a, b) for a, b in zip(low - lesions.corner, high - lesions.corner, strict=True))
    marked[there] = lesions.labels[here] > 0
    return marked
