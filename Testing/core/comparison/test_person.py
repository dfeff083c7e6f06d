"""Whether two scans are of one person: the ID decides, unless birth date or name contradict it."""

from datetime import date

import pytest

from SmartScoreLib.comparison.comparability.person import PersonCheck, Whose, same_person, stated_same
from SmartScoreLib.remarks.english import english

BORN, OTHER = date(1960, 5, 4), date(1961, 5, 4)
ANNA = Whose("P1", "Huber^Anna", BORN, "female")


def answer(*differences: object) -> PersonCheck:
    return same_person(ANNA, Whose(*differences))


def codes(check: PersonCheck) -> list[str]:
    return [one.code.removeprefix("comparison.") for one in check.remarks]


@pytest.mark.parametrize("other", [
    ("P1", "Huber^Anna", BORN, "female"),
    (" P1 ", "HUBER^ANNA", BORN, None),
    ("P1", "Hùber Anna=other^form", BORN, "female"),
])  # fmt: skip
def test_one_id_one_birth_date_and_one_name_are_one_person_whatever_the_spelling(other) -> None:
    check = answer(*other)
    assert (check.answer, check.remarks) == ("same", ())


def test_one_id_with_two_birth_dates_is_two_persons_and_both_are_named() -> None:
    check = answer("P1", "Maier^Eva", OTHER, "female")
    assert (check.answer, codes(check)) == ("other", ["one_id_two_persons"])
    said = english(check.remarks[0])
    assert "P1" in said
    assert "1960-05-04" in said
    assert "1961-05-04" in said
    assert "Huber Anna; Maier Eva" in said


def test_one_id_with_the_same_birth_date_and_another_name_is_one_person_and_the_names_are_told() -> None:
    check = answer("P1", "Maier^Anna", BORN, "female")
    assert (check.answer, codes(check)) == ("same", ["name_differs"])


def test_one_id_with_two_names_and_no_birth_date_is_not_taken_for_one_person() -> None:
    check = answer("P1", "Maier^Anna", None, "female")
    assert (check.answer, codes(check)) == ("unsure", ["one_id_two_names"])


@pytest.mark.parametrize("other", [("P1", "Huber^Anna", None), ("P1", "", BORN), ("P1", "", None)])
def test_where_only_the_id_is_known_of_both_that_is_told(other) -> None:
    check = answer(*other)
    assert (check.answer, codes(check)) == ("same", ["only_id"])


def test_another_sex_is_told() -> None:
    assert codes(answer("P1", "Huber^Anna", BORN, "male")) == ["sex_differs"]


@pytest.mark.parametrize("number", ["P2", ""])
def test_two_ids_with_one_name_and_birth_date_are_told_and_not_merged(number) -> None:
    check = answer(number, "Huber^Anna", BORN, "female")
    assert (check.answer, codes(check)) == ("unsure", ["two_ids"])


@pytest.mark.parametrize("other", [
    ("P2", "Maier^Eva", OTHER), ("P2", "Huber^Anna", OTHER), ("P2", "Maier^Eva", BORN),
    ("P2", "", None), ("", "", None),
])  # fmt: skip
def test_two_ids_with_another_name_or_birth_date_are_two_persons(other) -> None:
    assert answer(*other).answer == "other"


def test_two_scans_without_any_identity_are_not_taken_for_one_person() -> None:
    nobody = Whose("", "", None)
    assert same_person(nobody, nobody).answer == "other"


def test_what_a_reader_states_is_kept_with_what_the_headers_say() -> None:
    other = Whose("P2", "Huber^Anna", BORN, "female")
    (said,) = stated_same(same_person(ANNA, other), ANNA, other)
    assert said.code == "comparison.stated_same"
    assert f"P1 ({BORN}) and P2 ({BORN})" in english(said)
    assert stated_same(same_person(ANNA, ANNA), ANNA, ANNA) == ()
