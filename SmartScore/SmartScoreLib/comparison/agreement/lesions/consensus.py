"""Marks that two readings agree on, with what somebody decided where they do not."""

from collections.abc import Mapping
from typing import Literal

import numpy as np

from SmartScoreLib.comparison.agreement.lesions.overlay import overlaid
from SmartScoreLib.comparison.agreement.lesions.places import MarkedPlace
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.series.model import CTSeries

Side = Literal["first", "second", "neither"]


def agreed_marks(
    series: CTSeries,
    first: LesionMap,
    second: LesionMap,
    places: tuple[MarkedPlace, ...],
    decided: Mapping[int, Side],
) -> LesionMap:
    """The marks of every place where the two are the same, and of the chosen side where they differ.

    A place that nobody has decided on holds no marks. Marks below the threshold are left out: they count nothing.

    Args:
        series: the images that both were made on.
        first: marks of one reading.
        second: those of the other.
        places: of `marked_places` of the two.
        decided: whose marks are taken, by the number of the place.
    """
    both = overlaid(series, first, second)
    labels = np.zeros_like(both.first)
    for number, place in enumerate(places):
        side: Side | None = "first" if place.kind == "same" else decided.get(number)
        if side in ("first", "second"):
            at = tuple((place.voxels - np.array(both.corner)).T)
            labels[at] = (both.first if side == "first" else both.second)[at]
    reviewed = first.reviewed and second.reviewed
    return LesionMap(first.geometry, both.corner, labels, reviewed)
