"""Where a score stands among the people of a reference population of the same sex, age and group."""

from typing import get_args

from SmartScoreLib.interpretation.model import Ethnicity, Person, missing
from SmartScoreLib.interpretation.populations.model import Comparison, Percentile, ReferenceGroup, ReferencePopulation
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.scoring.rounding import printed_agatston


def compare(agatston: float, person: Person, population: ReferencePopulation) -> Comparison:
    """The percentile of a score, or the reason why there is none; nothing is extrapolated or assumed."""
    group = reference_group(person, population)
    if group is None:
        return Comparison(population, None, None, _why_not(person, population))
    return Comparison(population, group, percentile_in(group, agatston), None)


def reference_group(person: Person, population: ReferencePopulation) -> ReferenceGroup | None:
    """The group of a person, or None where the table has none."""
    age = person.age_years
    return next(
        (one for one in alike(person, population) if age is not None and one.youngest <= age <= one.oldest), None
    )


def alike(person: Person, population: ReferencePopulation) -> tuple[ReferenceGroup, ...]:
    """The groups of the person's sex and kind, in every age of the table."""
    kinds = {person.group, person.ethnicity} if population.kinds else {""}
    return tuple(one for one in population.groups if one.sex == person.sex and one.group in kinds)


def percentile_in(group: ReferenceGroup, agatston: float) -> Percentile:
    """The largest percentile whose score is reached by the printed whole number, and the next one of the table.

    A score of 0 is at 0: nobody has less. What is printed as "<1" is taken as 1: it is more than all who have none.
    """
    printed = printed_agatston(agatston)
    if printed == 0:
        return Percentile(0, 1)
    steps = group.ladder or group.scores
    least = max((percentile for percentile, score in steps if printed >= score), default=0)
    return Percentile(least, min((percentile for percentile, _ in steps if percentile > least), default=100))


def zero_percent(group: ReferenceGroup) -> tuple[int, bool]:
    """How many of 100 people of a group have a score of 0, and whether that number is exact; else it is at least so."""
    if group.nonzero_percent is not None:
        return 100 - group.nonzero_percent, True
    return max((percentile for percentile, score in group.scores if score == 0), default=0), False


def group_field(population: ReferencePopulation) -> str:
    """The field of a person that says which group of a population it belongs to."""
    return "ethnicity" if set(population.kinds) <= set(get_args(Ethnicity)) else "group"


def _why_not(person: Person, population: ReferencePopulation) -> Remark:
    """Why a population has no group for a person."""
    unknown = missing(person, "age_years", "sex")
    if population.kinds and person.ethnicity is None and person.group is None:
        unknown += missing(person, group_field(population))
    if unknown:
        return remark("interpretation.missing", missing=unknown)
    people, age = alike(person, population), person.age_years
    if not people or age is None:
        return remark("interpretation.no_group", population=population.name)
    youngest, oldest = min(one.youngest for one in people), max(one.oldest for one in people)
    return remark("interpretation.outside_ages", youngest=youngest, oldest=oldest, age=age)
