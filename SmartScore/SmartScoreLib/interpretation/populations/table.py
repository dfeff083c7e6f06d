"""The reference populations that come with the software.

A file of one's own has the format of `data/hoff_2001.csv`: see `populations.table_file`.
"""

import csv
from functools import cache
from pathlib import Path
from typing import cast

from SmartScoreLib.interpretation.populations.model import ReferenceGroup, ReferencePopulation, Sex
from SmartScoreLib.interpretation.populations.table_file import population_of, read_population

_DATA = Path(__file__).resolve().parent / "data"

MESA, HOFF = "mesa-2006", "hoff-2001"
POPULATIONS = (MESA, HOFF)
"""Keys of all of them; the first is the default."""
_QUARTILES = (25, 50, 75, 90)


@cache
def population(key: str) -> ReferencePopulation:
    """A population by its key.

    Raises:
        KeyError: there is no such population.
    """
    return {MESA: _mesa, HOFF: _hoff}[key]()


def own_population(path: Path) -> ReferencePopulation:
    """A site's own table; its name must be none of those that come with the software.

    Raises:
        InputRefused: as of `table_file.read_population`.
    """
    return read_population(path, tuple(population(key).name for key in POPULATIONS) + POPULATIONS)


def _mesa() -> ReferencePopulation:
    """MESA: four ethnic groups, two sexes, ages 45 to 84 year by year; the least score of each percentile 1 to 99.

    Figures: the calculator of the study (www.mesa-nhlbi.org), which follows McClelland et al. 2006. People, their
    selection: abstract of that work. Years, scanners: the study's page on its examinations, and table 1 of PMC6056023.
    """
    groups = []
    with (_DATA / "mesa_2006.csv").open(encoding="ascii", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for ethnicity, sex, *numbers in rows:
            age, nonzero, *values = map(int, numbers)
            scores = tuple(zip(_QUARTILES, map(float, values[:4]), strict=True))
            ladder = tuple(enumerate(values[4:], 1))
            groups.append(ReferenceGroup(ethnicity, cast(Sex, sex), age, age, scores, ladder, nonzero))
    return ReferencePopulation(
        key=MESA,
        name="MESA 2006",
        people=6110,
        years="2000-2002",
        scanner="EBCT, MDCT",
        citation="McClelland et al. 2006, Circulation 113:30",
        groups=tuple(groups),
    )


def _hoff() -> ReferencePopulation:
    """Hoff 2001: by sex and age only, self-referred people of 30 to 90 years in the USA without symptoms.

    Figures: one public copy of the table (Radiology-Right-Click), compared with it cell by cell; the article was not at
    hand. People, years, ages and scanner: its abstract. That speaks of 16 groups, the copy has 18.
    """
    return population_of(
        (_DATA / "hoff_2001.csv").read_text(encoding="utf-8"),
        "hoff_2001.csv",
        key=HOFF,
        note="The figures come from one public copy of the table.",
    )
