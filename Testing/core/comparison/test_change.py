"""Whether a change is more than the error of measurement: each published formula by hand, its borders on both sides."""

from math import sqrt

import pytest

from SmartScoreLib.comparison.change.change import Change, change, years_between
from SmartScoreLib.comparison.change.limits import chung_limit, sevrukov_limit


def limit(changed: Change, rule: str) -> float:
    (found,) = [one.greatest for one in changed.limits if one.rule == rule]
    return found


def exceeded(changed: Change) -> dict[str, bool]:
    return {one.rule: one.exceeded for one in changed.limits}


@pytest.mark.parametrize(("before", "expected"), [(100, 49.3), (400, 98.6), (1, 4.930)])
def test_sevrukovs_limit_of_the_agatston_score_is_4_93_times_the_root_of_the_earlier_score(before, expected) -> None:
    assert sevrukov_limit("agatston", before) == pytest.approx(expected)


@pytest.mark.parametrize(("before", "expected"), [(100, 34.45), (400, 68.9)])
def test_sevrukovs_limit_of_the_volume_is_3_445_times_the_root_of_the_earlier_volume(before, expected) -> None:
    assert sevrukov_limit("volume_mm3", before) == pytest.approx(expected)


# By hand: 0.17 x 100 + 4.89 x 10 + 0.44 x 28 - 10.84 = 17 + 48.9 + 12.32 - 10.84; 68 + 97.8 + 12.32 - 10.84.
@pytest.mark.parametrize(("before", "expected"), [(100, 67.38), (400, 167.28)])
def test_the_limit_of_the_mesa_study_of_the_agatston_score(before, expected) -> None:
    assert chung_limit("agatston", before, 28.0) == pytest.approx(expected)


# By hand: 0.16 x 100 + 4.30 x 10 + 0.23 x 28 - 5.00 = 16 + 43 + 6.44 - 5; 64 + 86 + 6.44 - 5.
@pytest.mark.parametrize(("before", "expected"), [(100, 60.44), (400, 151.44)])
def test_the_limit_of_the_mesa_study_of_the_volume(before, expected) -> None:
    assert chung_limit("volume_mm3", before, 28.0) == pytest.approx(expected)


def test_the_limit_of_the_mesa_study_needs_calcium_before_and_a_body_mass_index_and_is_never_negative() -> None:
    assert chung_limit("agatston", 100, None) is None
    assert chung_limit("agatston", 0, 28.0) is None
    assert chung_limit("volume_mm3", 0, 28.0) is None
    # 0.17 + 4.89 + 0.44 x 13 - 10.84 = -0.06; with 13.2 it is 0.028.
    assert chung_limit("agatston", 1, 13.0) is None
    assert chung_limit("agatston", 1, 13.2) == pytest.approx(0.028)


@pytest.mark.parametrize(
    ("after", "real"), [(149, False), (150, True), (51, False), (50, True)], ids=["49", "50", "-49", "-50"]
)
def test_from_100_a_difference_of_49_is_within_sevrukovs_49_3_and_one_of_50_is_not(after, real) -> None:
    assert exceeded(change("agatston", 100, after))["sevrukov"] is real


@pytest.mark.parametrize(("after", "real"), [(167, False), (168, True), (33, False), (32, True)])
def test_from_100_a_difference_of_67_is_within_the_mesa_limit_of_67_38_and_one_of_68_is_not(after, real) -> None:
    assert exceeded(change("agatston", 100, after, body_mass_index=28.0))["chung"] is real


@pytest.mark.parametrize(("measure", "after", "real"), [
    ("agatston", 11, False), ("agatston", 12, True), ("volume_mm3", 9, False), ("volume_mm3", 10, True),
])  # fmt: skip
def test_from_zero_the_score_must_exceed_11_6_and_the_volume_9_5(measure, after, real) -> None:
    assert exceeded(change(measure, 0, after, body_mass_index=28.0))["sevrukov"] is real
    assert "chung" not in exceeded(change(measure, 0, after, body_mass_index=28.0))


# 4.93 squared is 24.3: what falls to zero falls by itself, so that the formula of the earlier score decides.
@pytest.mark.parametrize(("before", "real"), [(24, False), (25, True)])
def test_to_zero_the_earlier_score_must_be_more_than_24_3(before, real) -> None:
    assert exceeded(change("agatston", before, 0))["sevrukov"] is real


@pytest.mark.parametrize(
    ("before", "after", "real"), [(100, 156, False), (100, 157, True), (0, 6, False), (0, 7, True)]
)
def test_the_difference_of_square_roots_must_exceed_2_5(before, after, real) -> None:
    # 12.5 squared is 156.25, and 2.5 squared 6.25.
    assert exceeded(change("volume_mm3", before, after))["square_root"] is real
    assert change("volume_mm3", before, after).square_root_difference == pytest.approx(sqrt(after) - sqrt(before))


def test_limits_that_agree_give_a_verdict_and_limits_that_do_not_give_none_of_the_two() -> None:
    assert change("agatston", 100, 200, body_mass_index=28.0).verdict == "real"
    assert change("agatston", 100, 120, body_mass_index=28.0).verdict == "within_error"
    # 60 is above 49.3 and 56.25, and below 67.38.
    assert change("agatston", 100, 160, body_mass_index=28.0).verdict == "unclear"
    assert change("agatston", 100, 160).verdict == "real"
    assert change("agatston", 0, 0).verdict == "within_error"


def test_a_mass_has_a_difference_and_no_verdict_as_no_limit_is_published() -> None:
    changed = change("mass_mg", 20.0, 30.0, 2.0, 28.0)
    assert (changed.difference, changed.ratio, changed.per_year) == (10.0, 1.5, 5.0)
    assert (changed.limits, changed.verdict) == ((), None)


def test_numbers_are_in_full_precision_and_limits_are_held_to_what_is_printed() -> None:
    changed = change("agatston", 100.4, 149.6)
    assert changed.difference == pytest.approx(49.2)
    # Printed 100 and 150: 50 against 49.3.
    assert [one.observed for one in changed.limits if one.rule == "sevrukov"] == [50]
    assert limit(changed, "sevrukov") == pytest.approx(49.3)
    # "<1" is more than none.
    assert limit(change("agatston", 0.2, 30), "sevrukov") == pytest.approx(4.930)


def test_there_is_no_ratio_from_zero_and_no_change_per_year_on_one_day() -> None:
    changed = change("agatston", 0, 30, years_between(0))
    assert (changed.ratio, changed.per_year) == (None, None)
    assert change("agatston", 10, 40, years_between(731)).per_year == pytest.approx(30 / (731 / 365.25))


def test_every_limit_names_its_publication() -> None:
    sources = [one.source for one in change("agatston", 100, 200, body_mass_index=28.0).limits]
    assert [source.split(",")[0] for source in sources] == [
        "Sevrukov et al. 2005", "Chung et al. 2008", "Lee et al. 2021",
    ]  # fmt: skip
