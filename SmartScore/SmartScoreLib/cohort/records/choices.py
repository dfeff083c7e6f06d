"""What scores are compared with, from its names."""

from dataclasses import replace
from functools import cache

from SmartScoreLib.cohort.model import Meaning
from SmartScoreLib.interpretation.choices import InterpretationChoices
from SmartScoreLib.interpretation.classifications.table import CLASSIFICATIONS
from SmartScoreLib.interpretation.populations.model import ReferencePopulation
from SmartScoreLib.interpretation.populations.table import POPULATIONS, population
from SmartScoreLib.interpretation.populations.table_file import population_of


def choices_of(meaning: Meaning, otherwise: InterpretationChoices | None = None) -> InterpretationChoices:
    """The classification and the populations; for what has no name, the standard or those of a saved reading.

    Raises:
        InputRefused: the text of an own table cannot be used.
    """
    choices = otherwise or InterpretationChoices()
    if meaning.classification:
        choices = replace(choices, classification=CLASSIFICATIONS[meaning.classification])
    if meaning.populations:
        choices = replace(choices, populations=tuple(map(_population, meaning.populations)))
    return choices


@cache
def _population(name: str) -> ReferencePopulation:
    """By its key, or made of the text of its table."""
    return population(name) if name in POPULATIONS else population_of(name, "population.csv")
