"""Classification and populations of a reading as its scene keeps them: keys, and the text of a site's own table."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from SmartScoreLib.interpretation.choices import InterpretationChoices
from SmartScoreLib.interpretation.classifications.table import CLASSIFICATIONS
from SmartScoreLib.interpretation.populations.model import ReferencePopulation
from SmartScoreLib.interpretation.populations.table import POPULATIONS, population
from SmartScoreLib.interpretation.populations.table_file import population_of


@dataclass(frozen=True)
class ChosenMeaning:
    """What was chosen for a reading.

    Attributes:
        classification: its key.
        populations: one or two; the key of one that comes with the software, or the text of a table.
        quotes: whether guidelines are quoted.
    """

    classification: str
    populations: tuple[str, ...]
    quotes: bool = False

    @property
    def choices(self) -> InterpretationChoices:
        """The same for the library.

        Raises:
            KeyError: there is no such classification.
            InputRefused: a table is wrong.
        """
        known = tuple(map(_population, self.populations))
        return InterpretationChoices(CLASSIFICATIONS[self.classification], known, self.quotes)


def chosenMeaning(choices: InterpretationChoices) -> ChosenMeaning:
    """What the scene keeps of choices."""
    populations = tuple(one.table or one.key for one in choices.populations)
    return ChosenMeaning(choices.classification.key, populations, choices.quotes)


def restoredMeaning(values: dict[str, Any]) -> ChosenMeaning:
    """Of the values that a scene kept.

    Raises:
        KeyError, TypeError, SmartScoreError: they are none that make sense.
    """
    made = ChosenMeaning(values["classification"], tuple(values["populations"]), bool(values["quotes"]))
    assert made.choices  # raises if there is no such thing
    return made


@cache
def _population(text: str) -> ReferencePopulation:
    return population(text) if text in POPULATIONS else population_of(text, "scene")
