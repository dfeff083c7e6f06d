"""The options that say how a score is interpreted: words for the amount, populations, quotations."""

import argparse
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import WrongUsage

if TYPE_CHECKING:
    from SmartScoreLib.interpretation.choices import InterpretationChoices
    from SmartScoreLib.interpretation.populations.model import ReferencePopulation

CLASSIFICATIONS = ("acc-aha-2026", "cac-drs", "rumberger-1999")
POPULATIONS = ("mesa-2006", "hoff-2001")
"""As the tables of `interpretation` have them, which help need not load; a test compares them."""


@dataclass(frozen=True)
class MeaningRequest:
    """What was asked for.

    Attributes:
        classification: its key; None for the standard one, or for that of the saved reading.
        populations: keys, and files of a site's own tables; none for the standard one, or for those of the reading.
        quotes: whether guidelines are quoted.
    """

    classification: str | None = None
    populations: tuple[str, ...] = ()
    quotes: bool = False


AS_STANDARD = MeaningRequest()
"""Nothing was asked for."""


def add_meaning_options(parser: argparse.ArgumentParser) -> None:
    """Add --classification, --population and --guideline-quotes."""
    meaning = parser.add_argument_group("what the score means")
    meaning.add_argument(
        "--classification",
        choices=CLASSIFICATIONS,
        help=f"whose words and bounds name the amount (default: {CLASSIFICATIONS[0]}); every page says which",
    )
    meaning.add_argument(
        "--population",
        action="append",
        metavar="NAME|FILE.csv",
        help=f"whom the score is compared with: {', '.join(POPULATIONS)} (default: {POPULATIONS[0]}), or a table of "
        "one's own; given twice, both are printed. hoff-2001 needs no ethnicity",
    )
    meaning.add_argument(
        "--guideline-quotes",
        action="store_true",
        help="quote on the Physician report what guidelines say of such a score, with the source",
    )


def meaning_request(arguments: argparse.Namespace) -> MeaningRequest:
    """The values of the options.

    Raises:
        WrongUsage: there are more than two populations, or a name that is none.
    """
    names = tuple(arguments.population or ())
    for name in names:
        if name not in POPULATIONS and not name.lower().endswith(".csv"):
            raise WrongUsage(remark("cli.population", name=name, known=POPULATIONS))
    if len(names) > 2 or len(set(names)) < len(names):
        raise WrongUsage(remark("cli.populations"))
    return MeaningRequest(arguments.classification, names, arguments.guideline_quotes)


def chosen(request: MeaningRequest, otherwise: "InterpretationChoices | None" = None) -> "InterpretationChoices":
    """The choices that were asked for; for what was not asked, the standard, or those of a saved reading.

    Raises:
        InputRefused: the file of a table cannot be used.
    """
    from SmartScoreLib.interpretation.choices import InterpretationChoices
    from SmartScoreLib.interpretation.classifications import table

    choices = otherwise or InterpretationChoices()
    if request.classification:
        choices = replace(choices, classification=table.CLASSIFICATIONS[request.classification])
    if request.populations:
        choices = replace(choices, populations=tuple(map(_population, request.populations)))
    return replace(choices, quotes=True) if request.quotes else choices


def _population(name: str) -> "ReferencePopulation":
    from SmartScoreLib.interpretation.populations.table import own_population, population

    return population(name) if name in POPULATIONS else own_population(Path(name))
