"""Every bound of every classification from both sides, by its source, and its words in every language."""

from itertools import pairwise

import pytest

from SmartScoreLib.interpretation.classifications.model import Classification
from SmartScoreLib.interpretation.classifications.table import (
    ACC_AHA_2026,
    CAC_DRS_2018,
    CLASSIFICATIONS,
    DEFAULT_CLASSIFICATION,
    RUMBERGER_1999,
)
from SmartScoreLib.reports.grading import grade_word
from SmartScoreLib.reports.language import language_codes
from SmartScoreLib.reports.language.languages import words

# The last score of a grade and the first of the next, both as they are printed: 99.499 is printed as 99.
BOUNDS = {
    # ACC/AHA 2026: 0; 1-99 mild; 100-299 moderate; 300-999 severe; from 1000 extensive.
    "acc-aha-2026": [
        (0.0, "none"), (1e-9, "mild"), (1.0, "mild"), (99.499, "mild"), (99.5, "moderate"), (100.0, "moderate"),
        (299.499, "moderate"), (299.5, "severe"), (300.0, "severe"), (999.499, "severe"), (999.5, "extensive"),
        (1000.0, "extensive"), (1e5, "extensive"),
    ],
    # Hecht 2018: A0 is 0, A1 1 to 99, A2 100 to 299, A3 from 300.
    "cac-drs": [
        (0.0, "A0"), (1e-9, "A1"), (99.499, "A1"), (99.5, "A2"), (299.499, "A2"), (299.5, "A3"), (1e5, "A3"),
    ],
    # Rumberger 1999: 0, 1 to 10, 11 to 100, 101 to 400, above 400.
    "rumberger-1999": [
        (0.0, "none"), (1e-9, "minimal"), (10.499, "minimal"), (10.5, "mild"), (100.499, "mild"),
        (100.5, "moderate"), (400.499, "moderate"), (400.5, "extensive"), (1e5, "extensive"),
    ],
}  # fmt: skip
WORDS = {
    "en": {
        "acc-aha-2026": "none mild moderate severe extensive",
        "cac-drs": "A0 A1 A2 A3",
        "rumberger-1999": "none minimal mild moderate extensive",
    },
    "de": {
        "acc-aha-2026": "keiner gering mäßig schwer ausgedehnt",
        "cac-drs": "A0 A1 A2 A3",
        "rumberger-1999": "keine minimal gering mäßig ausgeprägt",
    },
    "es": {
        "acc-aha-2026": "ausente leve moderado grave extenso",
        "cac-drs": "A0 A1 A2 A3",
        "rumberger-1999": "nula mínima leve moderada extensa",
    },
    "fr": {
        "acc-aha-2026": "absent léger modéré sévère étendu",
        "cac-drs": "A0 A1 A2 A3",
        "rumberger-1999": "nulle minime légère modérée étendue",
    },
    "pt": {
        "acc-aha-2026": "ausente leve moderado grave extenso",
        "cac-drs": "A0 A1 A2 A3",
        "rumberger-1999": "nula mínima leve moderada extensa",
    },
}


def test_every_classification_is_held_to_its_bounds_and_words() -> None:
    assert list(BOUNDS) == list(CLASSIFICATIONS)
    assert all(list(spoken) == list(CLASSIFICATIONS) for spoken in WORDS.values())
    assert set(WORDS) >= {"en", "de", "es", "fr", "pt"}


@pytest.mark.parametrize(("key", "score", "grade"), [(key, *row) for key, rows in BOUNDS.items() for row in rows])
def test_a_grade_begins_where_its_source_says_and_the_printed_number_decides(
    key: str, score: float, grade: str
) -> None:
    assert CLASSIFICATIONS[key].grade(score).key == grade


@pytest.mark.parametrize("language", language_codes())
@pytest.mark.parametrize("key", CLASSIFICATIONS)
def test_every_bound_has_its_word_in_every_language(key: str, language: str) -> None:
    if language not in WORDS:
        pytest.skip(f"WORDS has no words of {language}")
    chosen = CLASSIFICATIONS[key]
    spoken = dict(zip((grade.key for grade in chosen.grades), WORDS[language][key].split(), strict=True))
    for score, grade in BOUNDS[key]:
        assert grade_word(chosen, chosen.grade(score), words(language)) == spoken[grade], score


@pytest.mark.parametrize(
    ("chosen", "ranges"),
    [
        (ACC_AHA_2026, ("0", "1-99", "100-299", "300-999", "≥1000")),
        (CAC_DRS_2018, ("0", "1-99", "100-299", "≥300")),
        (RUMBERGER_1999, ("0", "1-10", "11-100", "101-400", ">400")),
    ],
)
def test_the_scores_of_each_grade_are_written_as_in_its_source(chosen: Classification, ranges: tuple[str, ...]) -> None:
    assert chosen.ranges == ranges


def test_bounds_leave_no_gap_and_the_last_grade_has_no_end() -> None:
    for chosen in CLASSIFICATIONS.values():
        found = [chosen.bounds(grade) for grade in chosen.grades]
        assert found[0][0] == 0
        assert found[-1][1] is None
        assert all(before[1] is not None and before[1] + 1 == after[0] for before, after in pairwise(found))
        assert [chosen.position(grade) for grade in chosen.grades] == list(range(len(chosen.grades)))


def test_the_words_of_2026_are_the_standard_ones_and_each_names_its_source() -> None:
    assert DEFAULT_CLASSIFICATION is ACC_AHA_2026
    assert "10.1161/CIR.0000000000001423" in ACC_AHA_2026.citation
    assert "not at hand" in ACC_AHA_2026.note  # read in other people's extracts, and said
    assert CAC_DRS_2018.citation.startswith("Hecht et al. 2018")
    assert RUMBERGER_1999.citation.startswith("Rumberger et al. 1999")


# The same score in the words of each: where they contradict each other, a page must say whose word it prints.
@pytest.mark.parametrize(
    ("score", "names"),
    [
        (100, ("moderate", "A2", "mild")),
        (300, ("severe", "A3", "moderate")),
        (400, ("severe", "A3", "moderate")),
        (401, ("severe", "A3", "extensive")),
        (455, ("severe", "A3", "extensive")),
        (1000, ("extensive", "A3", "extensive")),
    ],
)
def test_the_classifications_name_the_same_score_differently(score: float, names: tuple[str, ...]) -> None:
    assert tuple(one.grade(score).key for one in CLASSIFICATIONS.values()) == names


@pytest.mark.parametrize(
    ("chosen", "amounts"),
    [
        (ACC_AHA_2026, "none small moderate large very_large"),
        (CAC_DRS_2018, "none small moderate large"),
        (RUMBERGER_1999, "none very_little small moderate large"),
    ],
)
def test_patients_are_told_amounts_that_rise(chosen: Classification, amounts: str) -> None:
    order = ["none", "very_little", "small", "moderate", "large", "very_large"]
    told = [grade.amount for grade in chosen.grades]
    assert told == amounts.split()
    assert [order.index(amount) for amount in told] == sorted(order.index(amount) for amount in told)
