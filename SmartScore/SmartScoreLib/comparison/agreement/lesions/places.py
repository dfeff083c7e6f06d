"""Where two readings of the same images differ: a list of places to look at, for whoever decides between them."""

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.comparison.agreement.lesions.overlay import Overlay, overlaid
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.runs import held_threshold
from SmartScoreLib.scoring.model import LesionScore, ScoreSheet
from SmartScoreLib.series.model import CTSeries

Kind = Literal["only_first", "only_second", "territory", "extent", "same"]
"""One reading has no counted lesion there; they name another territory; they mark other voxels; or all is the same."""


@dataclass(frozen=True)
class MarkedPlace:
    """Marked calcium that is connected (26 neighbors) in what either reading marks.

    Attributes:
        kind: how the readings differ there.
        first: the counted lesions of one reading.
        second: those of the other.
        centroid_lps_mm: of the larger side, LPS millimeters.
        peak_index: (slice, row, column) of its greatest voxel, which lies inside.
        voxels: int (n, 3) array of (slice, row, column): everything that either marks there and that reaches the
            threshold.
    """

    kind: Kind
    first: tuple[LesionScore, ...]
    second: tuple[LesionScore, ...]
    centroid_lps_mm: tuple[float, float, float]
    peak_index: tuple[int, int, int]
    voxels: NDArray[np.int64] = field(repr=False, compare=False)

    @property
    def difference(self) -> float:
        """Agatston of the second minus that of the first."""
        return sum(one.agatston for one in self.second) - sum(one.agatston for one in self.first)


def marked_places(
    series: CTSeries, first: tuple[LesionMap, ScoreSheet], second: tuple[LesionMap, ScoreSheet]
) -> tuple[MarkedPlace, ...]:
    """Every place that a reading scores: those that differ first, the largest difference of Agatston first.

    Args:
        series: the images that both were made on.
        first: marks and scores of one reading.
        second: those of the other.

    Raises:
        ValueError: a map is not on the grid of the series.
    """
    from scipy.ndimage import label

    both = overlaid(series, first[0], second[0])
    reach = [held_threshold(sheet.protocol.threshold_hu, series.hu.dtype) for _, sheet in (first, second)]
    marked = ((both.first > 0) & (both.hu >= reach[0])) | ((both.second > 0) & (both.hu >= reach[1]))
    group = label(marked, np.ones((3, 3, 3)))[0]
    members: dict[int, tuple[list[LesionScore], list[LesionScore]]] = {}
    for side, (_, sheet) in enumerate((first, second)):
        for lesion in sheet.lesions:
            at = tuple(i - c for i, c in zip(lesion.peak_index, both.corner, strict=True))
            members.setdefault(int(group[at]), ([], []))[side].append(lesion)
    places = [_place(both, group == number, *sides) for number, sides in members.items()]
    return tuple(sorted(places, key=lambda one: (one.kind == "same", -abs(one.difference), one.peak_index)))


def _place(
    both: Overlay,
    inside: NDArray[np.bool_],
    first: list[LesionScore],
    second: list[LesionScore],
) -> MarkedPlace:
    larger = max((*first, *second), key=lambda one: one.agatston)
    return MarkedPlace(
        _kind(both, inside, first, second),
        tuple(first),
        tuple(second),
        larger.centroid_lps_mm,
        larger.peak_index,
        np.argwhere(inside) + both.corner,
    )


def _kind(both: Overlay, inside: NDArray[np.bool_], first: list[LesionScore], second: list[LesionScore]) -> Kind:
    if not second:
        return "only_first"
    if not first:
        return "only_second"
    one, other = both.first[inside], both.second[inside]
    if np.any((one > 0) & (other > 0) & (one != other)) or {x.territory for x in first} != {
        x.territory for x in second
    }:
        return "territory"
    scores = [[sum(getattr(x, name) for x in side) for name in ("voxels", "agatston")] for side in (first, second)]
    return "same" if np.array_equal(one > 0, other > 0) and scores[0] == scores[1] else "extent"
