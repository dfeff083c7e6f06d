"""The reference population: its groups, and why a person has none, in a form that any language can say."""

from SmartScoreLib.interpretation.model import Person, ReferenceGroup
from SmartScoreLib.interpretation.percentile import OLDEST, YOUNGEST, reference_groups


def missing_keys(person: Person) -> list[str]:
    """Keys of the words for what the percentile needs and is not known."""
    needed = {"missing_age": person.age_years, "missing_sex": person.sex, "missing_ethnicity": person.ethnicity}
    return [key for key, value in needed.items() if value is None]


def outside_ages(person: Person) -> tuple[int, int] | None:
    """The youngest and oldest age of the reference if the person's is outside of them."""
    age = person.age_years
    return (YOUNGEST, OLDEST) if age is not None and not YOUNGEST <= age <= OLDEST else None


def groups_of_all_ages(group: ReferenceGroup) -> tuple[ReferenceGroup, ...]:
    """The groups of the same ethnicity and sex, from the youngest to the oldest."""
    every = reference_groups()
    return tuple(every[group.ethnicity, group.sex, age] for age in range(YOUNGEST, OLDEST + 1))
