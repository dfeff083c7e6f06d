"""What a score is compared with."""

from pathlib import Path

from SmartScoreLib.api.images import Place
from SmartScoreLib.interpretation.populations import table
from SmartScoreLib.interpretation.populations.model import ReferencePopulation
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import WrongUsage


def population(name: str) -> ReferencePopulation:
    """A reference population that comes with the software.

        InterpretationChoices(populations=(population("hoff-2001"),))

    Args:
        name: "mesa-2006" (age, sex and ethnicity) or "hoff-2001" (age and sex).

    Returns:
        `.name`, `.people`, `.years`, `.scanner`, `.citation`, and `.groups` with the scores at each percentile.

    Raises:
        WrongUsage: there is no such population.
    """
    if name not in table.POPULATIONS:
        raise WrongUsage(remark("interpretation.no_population", name=name, known=table.POPULATIONS))
    return table.population(name)


def read_population(path: Place) -> ReferencePopulation:
    """A table of one's own from a CSV file.

        # name: Our cohort
        # source: Quality report 2025
        sex,age_from,age_to,p25,p50,p75,p90
        male,40,44,0,0,6,51

    Args:
        path: the file; `SmartScoreLib.interpretation.populations.table_file` describes the format.

    Raises:
        InputRefused: it cannot be read, or a row is wrong; each with its line and the reason.
    """
    return table.own_population(Path(path))
