"""Grades, percentiles and populations as a page of a language says them."""

from SmartScoreLib.interpretation.classifications.model import Classification, Grade
from SmartScoreLib.interpretation.populations.model import Comparison, ReferenceGroup, ReferencePopulation
from SmartScoreLib.interpretation.populations.table import POPULATIONS
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reports.language.words import Words, first_capital


def grade_word(classification: Classification, grade: Grade, words: Words) -> str:
    """The word of a grade in its classification."""
    return words(f"grade_{classification.key}_{grade.key}")


def grade_words(classification: Classification, words: Words) -> tuple[str, ...]:
    """Those of all grades, from the lowest on."""
    return tuple(grade_word(classification, grade, words) for grade in classification.grades)


def graded(reading: Reading, words: Words) -> str:
    """What the amount is called, and in what sense; "" where it is withheld."""
    found = reading.interpretation
    if found.grade is None:
        return ""
    chosen = found.choices.classification
    return words(f"graded_{chosen.key}", grade=grade_word(chosen, found.grade, words))


def graded_by(reading: Reading, words: Words) -> str:
    """Whose word that is."""
    return words("graded_by", classification=reading.interpretation.choices.classification.name)


def people_text(group: ReferenceGroup, words: Words) -> str:
    """Who the people of a group are, without their age: "White women", "women"."""
    known = words.optional(f"group_{group.group}_{group.sex}")
    if known is not None:
        return known
    people = words(f"people_{group.sex}")
    return f"{group.group}, {people}" if group.group else people


def group_text(group: ReferenceGroup, words: Words) -> str:
    """The people of a group with their age."""
    return first_capital(words("group_age", group=people_text(group, words), age=group.ages))


def comparison_value(one: Comparison, words: Words) -> str:
    """The percentile with its population, or "" where there is none."""
    if one.percentile is None:
        return ""
    return words("percentile", population=one.population.name, value=one.percentile.text)


def about_population(population: ReferencePopulation, words: Words) -> str:
    """How many people were scanned, when and with what: "6,110 people, 2000-2002, EBCT"; "" where nothing is known."""
    people = "" if population.people is None else words("population_people", number=words.number(population.people))
    return ", ".join(part for part in (people, population.years, population.scanner) if part)


def study_text(population: ReferencePopulation, words: Words) -> str:
    """Where the figures come from, in words for patients."""
    known = population.key if population.key in POPULATIONS else "own"
    return words(f"patient_study_{known}", population=population.name)
