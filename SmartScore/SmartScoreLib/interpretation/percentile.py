"""Where a score stands among people of the same age, sex and ethnicity without known heart disease (MESA).

The table holds 320 groups: four ethnicities, two sexes, ages 45 to 84 year by year. Origin of the figures: the
calculator of the MESA study (www.mesa-nhlbi.org), which follows McClelland et al. 2006, Circulation 113:30.
"""

import csv
from functools import cache
from pathlib import Path
from typing import cast

from SmartScoreLib.interpretation.model import Ethnicity, Finding, Person, ReferenceGroup, Sex, missing
from SmartScoreLib.interpretation.sources import MESA_PERCENTILE
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.scoring.rounding import printed_agatston

YOUNGEST, OLDEST = 45, 84
_TABLE = Path(__file__).resolve().parent / "data" / "mesa_percentiles.csv"


@cache
def reference_groups() -> dict[tuple[str | None, str | None, int | None], ReferenceGroup]:
    """Every group of the table by (ethnicity, sex, age in years); there is none for None, which is not known."""
    groups: dict[tuple[str | None, str | None, int | None], ReferenceGroup] = {}
    with _TABLE.open(encoding="ascii", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for ethnicity, sex, *numbers in rows:
            age, nonzero, p25, p50, p75, p90, *least = map(int, numbers)
            groups[ethnicity, sex, age] = ReferenceGroup(
                cast(Ethnicity, ethnicity), cast(Sex, sex), age, nonzero, p25, p50, p75, p90, tuple(least)
            )
    return groups


def reference_group(person: Person) -> ReferenceGroup | None:
    """The group of a person, or None where the table has none; nothing is extrapolated or assumed."""
    return reference_groups().get((person.ethnicity, person.sex, person.age_years))


def percentile_in(group: ReferenceGroup, agatston: float) -> int:
    """The largest n of 1 to 99 whose least score is reached by the printed whole number, else 0.

    What is printed as "<1" is taken as 1: it is more than all of the group who have none.
    """
    printed = printed_agatston(agatston)
    return sum(printed >= least for least in group.least_scores)


def mesa_percentile(agatston: float, person: Person) -> Finding:
    """The MESA percentile, or the reason why there is none."""
    unknown = missing(person, "age_years", "sex", "ethnicity")
    group, age = reference_group(person), person.age_years
    if unknown or age is None:
        reason = remark("interpretation.missing", missing=unknown)
    elif group is None:
        reason = remark("interpretation.outside_ages", youngest=YOUNGEST, oldest=OLDEST, age=age)
    else:
        return Finding(float(percentile_in(group, agatston)), None, MESA_PERCENTILE)
    return Finding(None, reason, MESA_PERCENTILE)
