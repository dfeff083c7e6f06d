"""What the calcium of later lesions was on an earlier scan."""

from collections.abc import Sequence

from SmartScoreLib.comparison.alignment.model import Alignment
from SmartScoreLib.comparison.matching.match import match_lesions
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.scoring.model import LesionScore
from SmartScoreLib.series.geometry import VolumeGeometry


def lesions_before(
    earlier: Reading, later: Sequence[LesionScore], geometry: VolumeGeometry, alignment: Alignment
) -> tuple[LesionScore | None, ...] | None:
    """For each later lesion the earlier one that it was, the largest of several that merged; None for a new one.

    None for all where the alignment is poor: nothing can be said then.

    Args:
        earlier: the reading of the earlier scan.
        later: lesions on the later scan, marked or not.
        geometry: the grid of the later scan.
        alignment: from the earlier to the later scan.
    """
    if alignment.quality == "poor":
        return None
    old = earlier.sheet.lesions
    found: list[LesionScore | None] = [None] * len(later)
    for match in match_lesions(old, earlier.series.geometry, later, geometry, alignment):
        for number in match.after:
            found[number] = max((old[n] for n in match.before), key=lambda one: one.volume_mm3, default=None)
    return tuple(found)
