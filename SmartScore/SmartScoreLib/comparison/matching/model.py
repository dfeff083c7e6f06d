"""What became of a lesion."""

from dataclasses import dataclass
from typing import Literal

from SmartScoreLib.comparison.change.change import Change

Fate = Literal["new", "grown", "same", "smaller", "gone", "merged", "split", "outside_earlier", "outside_later"]
"""The last two: the place of a lesion is not on the other scan, so that nothing can be said of it."""


@dataclass(frozen=True)
class LesionMatch:
    """Lesions of the earlier and of the later scan that are the same calcium.

    Attributes:
        fate: what became of it.
        before: numbers of its lesions in the earlier sheet, from 0; none for a new one.
        after: numbers of its lesions in the later sheet; none for one that is gone.
        volume: the change of their volume together, by which grown, same and smaller are told: a single lesion is the
            same within the limit of Sevrukov 2005, which was measured on whole hearts and is a guide here.
        distance_mm: how far the smaller lies from the larger after the alignment, as a mean over its voxels; None where
            there is nothing on one side.
    """

    fate: Fate
    before: tuple[int, ...]
    after: tuple[int, ...]
    volume: Change
    distance_mm: float | None = None
