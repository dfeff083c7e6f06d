"""One rounding rule for terminal and pages."""

import pytest

from SmartScoreLib.scoring import rounding


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (0.0, "0"),
        (1e-9, "<1"),
        (0.49999, "<1"),
        (0.5, "1"),
        (1.49, "1"),
        (1.5, "2"),
        (2.5, "3"),  # not to even
        (99.5, "100"),
        (1234567.5, "1234568"),
    ],
)
def test_scores_and_volumes_are_whole_numbers_and_zero_only_if_zero(value: float, text: str) -> None:
    assert rounding.agatston_text(value) == rounding.volume_text(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0.0"), (0.04, "<0.1"), (0.05, "0.1"), (19.649, "19.6"), (19.65, "19.7"), (100, "100.0")]
)
def test_masses_have_one_decimal(value: float, text: str) -> None:
    assert rounding.mass_text(value) == text


def test_halves_go_away_from_zero_as_the_number_reads() -> None:
    assert rounding.half_up(2.675, 2) == 2.68  # the nearest float is 2.67499999999999982...
    assert rounding.half_up(-0.5) == -1
    assert rounding.whole(0.5) == 1
    assert rounding.whole(1e16) == 10**16


@pytest.mark.parametrize(
    ("score", "printed"), [(0.0, 0), (1e-9, 1), (0.49, 1), (0.99, 1), (1.0, 1), (1.49, 1), (1.5, 2), (299.5, 300)]
)
def test_the_printed_score_is_whole_and_more_than_nothing_is_at_least_1(score: float, printed: int) -> None:
    assert rounding.printed_agatston(score) == printed
