"""What a site has chosen for its reports, in the settings of the application: every new reading begins with it."""

from pathlib import Path

import slicer

from SmartScoreLib.interpretation.choices import InterpretationChoices
from SmartScoreLib.interpretation.classifications.table import CLASSIFICATIONS, DEFAULT_CLASSIFICATION
from SmartScoreLib.interpretation.populations.model import ReferencePopulation
from SmartScoreLib.interpretation.populations.table import POPULATIONS, own_population, population

CLASSIFICATION = "SmartScore/Classification"
FIRST = "SmartScore/Population"
SECOND = "SmartScore/SecondPopulation"
OWN_TABLE = "SmartScore/PopulationTable"
QUOTES = "SmartScore/GuidelineQuotes"
UNIT = "SmartScore/CholesterolUnit"
"""Keys of the settings. A population has its key there, or "own": the table in the file that PopulationTable names."""
OWN = "own"


def siteChoices() -> InterpretationChoices:
    """The choices of the site; the standard ones where it has none.

    Raises:
        InputRefused: its own table cannot be used.
    """
    chosen = CLASSIFICATIONS.get(setting(CLASSIFICATION), DEFAULT_CLASSIFICATION)
    names = [name for name in (setting(FIRST) or POPULATIONS[0], setting(SECOND)) if name in (*POPULATIONS, OWN)]
    known = [one for name in dict.fromkeys(names) if (one := named(name)) is not None]
    populations = tuple(known) or (population(POPULATIONS[0]),)
    return InterpretationChoices(chosen, populations, quotes=setting(QUOTES) == "yes")


def named(name: str) -> ReferencePopulation | None:
    """A population by its name in the settings; None for an own one of which there is no file.

    Raises:
        InputRefused: the site's own table cannot be used.
    """
    if name != OWN:
        return population(name)
    file = setting(OWN_TABLE)
    return own_population(Path(file)) if file else None


def keepChoices(choices: InterpretationChoices) -> None:
    """Begin every new reading with these."""
    first, *others = (OWN if one.table else one.key for one in choices.populations)
    keep(CLASSIFICATION, choices.classification.key)
    keep(FIRST, first)
    keep(SECOND, others[0] if others else "")
    keep(QUOTES, "yes" if choices.quotes else "")


def setting(key: str) -> str:
    """A setting of the application; "" where it has none."""
    return str(slicer.util.settingsValue(key, "") or "")


def keep(key: str, value: str) -> None:
    """Write a setting of the application."""
    slicer.app.userSettings().setValue(key, value)
