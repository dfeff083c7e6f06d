"""What a report names of a result, beside its numbers: what must not be overlooked, and what explains them."""

from collections.abc import Sequence

from SmartScoreLib.interpretation.classifications.table import VERY_HIGH_SCORE
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.interpretation.populations.model import Comparison
from SmartScoreLib.interpretation.populations.table import MESA
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.scoring.model import ScoreSheet
from SmartScoreLib.scoring.rounding import printed_agatston

HIGH_PERCENTILE = 75
"""A percentile from this on is named. Source: as `classifications.table.ACC_AHA_2026`."""
_LOW_SCORE = 100
"""A score below this with a high percentile seems to contradict itself, and is explained."""


def named(sheet: ScoreSheet, comparisons: Sequence[Comparison], person: Person) -> tuple[Remark, ...]:
    """A score from 1000, a percentile from the 75th, calcium of the left main artery; no advice follows from them."""
    printed = printed_agatston(sheet.total.agatston)
    found = []
    if printed >= VERY_HIGH_SCORE:
        found.append(remark("interpretation.very_high_score", least=VERY_HIGH_SCORE))
    if any(row.key == "LM" and row.agatston > 0 for row in sheet.territories):
        found.append(remark("interpretation.left_main"))
    for one in comparisons:
        found += _of_comparison(one, printed, person)
    return tuple(found)


def _of_comparison(one: Comparison, printed: int, person: Person) -> list[Remark]:
    """What a reader of a percentile must know, where there is one."""
    if one.percentile is None:
        return []
    name, least = one.population.name, one.percentile.least
    found = []
    if least >= HIGH_PERCENTILE:
        found.append(remark("interpretation.high_percentile", percentile=HIGH_PERCENTILE, population=name))
        if printed < _LOW_SCORE:
            found.append(remark("interpretation.low_score_high_percentile", percentile=least))
    if person.diabetes and one.population.key == MESA:
        found.append(remark("interpretation.percentile_diabetes", population=name))
    return found
