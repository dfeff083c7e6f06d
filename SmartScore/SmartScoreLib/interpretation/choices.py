"""What a site chooses for its reports: the words for an amount, whom scores are compared with, and quotations."""

from dataclasses import dataclass, field

from SmartScoreLib.interpretation.classifications.model import Classification
from SmartScoreLib.interpretation.classifications.table import DEFAULT_CLASSIFICATION
from SmartScoreLib.interpretation.populations.model import ReferencePopulation
from SmartScoreLib.interpretation.populations.table import POPULATIONS, population
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import WrongUsage

MOST_POPULATIONS = 2
"""More have no room side by side."""


def _default_populations() -> tuple[ReferencePopulation, ...]:
    return (population(POPULATIONS[0]),)


@dataclass(frozen=True)
class InterpretationChoices:
    """How a score is interpreted.

    Attributes:
        classification: the words, bounds and colors for the amount.
        populations: whom the score is compared with, one or two.
        quotes: whether the Physician report quotes what guidelines say of such a score.
    """

    classification: Classification = DEFAULT_CLASSIFICATION
    populations: tuple[ReferencePopulation, ...] = field(default_factory=_default_populations)
    quotes: bool = False

    def __post_init__(self) -> None:
        """Refuse what no page has room for.

        Raises:
            WrongUsage: there is no population, or more than two.
        """
        if not 1 <= len(self.populations) <= MOST_POPULATIONS:
            raise WrongUsage(remark("interpretation.populations", count=len(self.populations), most=MOST_POPULATIONS))
