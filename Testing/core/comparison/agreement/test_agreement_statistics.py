"""Statistics of agreement: published examples, what R prints for them, and arithmetic by hand.

R 4.2.2 with psych 2.2.9 (ICC) and vcd 1.4 (Kappa) printed the values that are marked so; they are held to 1e-9.
"""

import math
from fractions import Fraction
from statistics import mean, stdev

import numpy as np
import pytest

from SmartScoreLib.comparison.agreement.statistics.bland_altman import differences, square_root_differences
from SmartScoreLib.comparison.agreement.statistics.detection import LesionCounts, detection
from SmartScoreLib.comparison.agreement.statistics.estimate import Estimate
from SmartScoreLib.comparison.agreement.statistics.icc import icc_agreement
from SmartScoreLib.comparison.agreement.statistics.kappa import Weights, cross_table, weighted_kappa

JUDGES = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
"""Shrout and Fleiss 1979, table 2: six targets by four judges."""

WRIGHT = [494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427]
MINI = [512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451]
"""Bland and Altman 1986, table I: first measurement of peak flow by two meters, l/min."""

COUPLES = np.array([[7, 7, 2, 3], [2, 8, 3, 7], [1, 5, 4, 9], [2, 8, 9, 14]])
"""Hout, Duncan and Sobel 1987, the data set SexualFun of R's vcd: answers of husbands and wives in four grades."""


def close(found: Estimate, value: float, low: float, high: float) -> bool:
    return (found.value, found.low, found.high) == pytest.approx((value, low, high), abs=1e-9)


def exact_icc(rows: list[list[int]]) -> Fraction:
    """ICC(2,1) of Shrout and Fleiss by their mean squares, in fractions."""
    n, k = len(rows), len(rows[0])
    values = [[Fraction(x) for x in row] for row in rows]
    grand = sum(map(sum, values)) / (n * k)
    between = k * sum((sum(row) / k - grand) ** 2 for row in values) / (n - 1)
    judges = n * sum((sum(row[j] for row in values) / n - grand) ** 2 for j in range(k)) / (k - 1)
    total = sum((x - grand) ** 2 for row in values for x in row)
    error = (total - between * (n - 1) - judges * (k - 1)) / ((n - 1) * (k - 1))
    return (between - error) / (between + (k - 1) * error + k * (judges - error) / n)


def test_icc_of_the_judges_of_shrout_and_fleiss_is_the_published_one() -> None:
    found = icc_agreement(JUDGES)
    assert found.value is not None
    assert round(found.value, 2) == 0.29  # table 4 of the paper
    assert found.value == pytest.approx(float(exact_icc(JUDGES)), abs=1e-12)
    assert close(found, 0.289763779527559, 0.0187865133747120, 0.761084369648953)  # R psych
    assert found.count == 6


def test_icc_of_two_flow_meters_is_what_r_prints() -> None:
    rows = [list(pair) for pair in zip(WRIGHT, MINI, strict=True)]
    assert close(icc_agreement(rows), 0.945928405577310, 0.857411171234992, 0.980078659146259)  # R psych
    assert icc_agreement(rows).value == pytest.approx(float(exact_icc(rows)), abs=1e-12)


def test_a_method_that_is_always_higher_lowers_the_icc() -> None:
    # Exams 0, 2, 4, and the same 2 higher: mean squares 8, 6, 0, so 8 / (8 + 2 x 6 / 3).
    assert icc_agreement([[0, 2], [2, 4], [4, 6]]).value == pytest.approx(2 / 3, abs=1e-12)


def test_methods_that_agree_to_the_last_digit_have_an_icc_of_one_without_interval() -> None:
    assert icc_agreement([[1, 1], [5, 5], [9, 9]]) == Estimate(1.0, None, None, 3)


@pytest.mark.parametrize("scores", [[[3, 4]], [[3], [4]], [[7, 7], [7, 7]], np.zeros((0, 2))])
def test_an_icc_that_nothing_defines_has_no_value(scores: object) -> None:
    assert icc_agreement(scores).value is None  # type: ignore[arg-type]


def exact_kappa(table: np.ndarray, power: int) -> Fraction:
    """Cohen 1968: 1 - weighted disagreement seen / weighted disagreement by chance, in fractions."""
    n, size = int(table.sum()), len(table)
    cells = [(i, j, abs(i - j) ** power) for i in range(size) for j in range(size)]
    seen = sum(w * Fraction(int(table[i, j]), n) for i, j, w in cells)
    rows, columns = table.sum(axis=1).tolist(), table.sum(axis=0).tolist()
    return 1 - seen / sum(w * Fraction(rows[i] * columns[j], n * n) for i, j, w in cells)


@pytest.mark.parametrize(
    ("weights", "power", "value", "low", "high"),
    [
        ("linear", 1, 0.237380627558, 0.08388343199119, 0.390877823125),  # R vcd, Equal-Spacing
        ("quadratic", 2, 0.332045586247, 0.14134594742300, 0.522745225071),  # R vcd, Fleiss-Cohen
    ],
)
def test_weighted_kappa_of_the_couples_is_what_r_prints(
    weights: Weights, power: int, value: float, low: float, high: float
) -> None:
    found = weighted_kappa(COUPLES, weights)
    assert close(found, value, low, high)
    assert found.value == pytest.approx(float(exact_kappa(COUPLES, power)), abs=1e-12)
    assert found.count == 91


def test_a_cross_table_has_the_first_method_in_its_rows() -> None:
    assert cross_table([0, 2, 2], [0, 1, 1], 3).tolist() == [[1, 0, 0], [0, 0, 0], [0, 2, 0]]


@pytest.mark.parametrize("first", [[], [1, 1, 1]])
def test_kappa_where_all_exams_are_in_one_category_has_no_value(first: list[int]) -> None:
    assert weighted_kappa(cross_table(first, first, 4), "linear") == Estimate(None, count=len(first))


def test_kappa_of_complete_agreement_is_one_and_of_constant_disagreement_zero() -> None:
    assert weighted_kappa(cross_table([0, 1, 3], [0, 1, 3], 4), "quadratic").value == pytest.approx(1)
    assert weighted_kappa(cross_table([0, 0], [1, 1], 4), "linear").value == pytest.approx(0)


@pytest.mark.parametrize("weights", ["linear", "quadratic"])
def test_kappa_has_no_interval_where_one_method_has_all_exams_in_one_category(weights: Weights) -> None:
    found = weighted_kappa(cross_table([2, 3, 3], [3, 3, 3], 4), weights)
    assert found.value == pytest.approx(0)
    assert (found.low, found.high) == (None, None)
    agreed = weighted_kappa(cross_table([0, 1, 3], [0, 1, 3], 4), weights)
    assert (agreed.low, agreed.high) == (None, None)


def test_bias_and_limits_of_the_flow_meters_are_those_of_bland_and_altman() -> None:
    found = differences(MINI, WRIGHT)
    by_hand = [a - b for a, b in zip(WRIGHT, MINI, strict=True)]
    assert found.bias.value is not None
    assert found.deviation is not None
    assert (round(found.bias.value, 1), round(found.deviation, 1)) == (-2.1, 38.8)  # as printed in the paper
    assert (found.bias.value, found.deviation) == pytest.approx((mean(by_hand), stdev(by_hand)), abs=1e-9)
    assert (round(found.bias.low or 0, 1), round(found.bias.high or 0, 1)) == (-22.0, 17.8)  # as printed
    # The paper rounds 1.96 to 2: -79.7 and 75.5 l/min.
    twice = 2 / 1.96
    low, high = ((limit.value - found.bias.value) * twice + found.bias.value for limit in (found.lower, found.upper))  # type: ignore[operator]
    assert (round(low, 1), round(high, 1)) == (-79.6, 75.4)  # from unrounded bias and deviation
    assert found.upper.value == pytest.approx(mean(by_hand) + 1.96 * stdev(by_hand), abs=1e-9)


def test_the_interval_of_a_limit_is_that_of_1999() -> None:
    # t of 16 degrees of freedom at 97.5 % is 2.119905 (tables); variance s2 (1/n + 1.96^2 / 2(n - 1)).
    found = differences(MINI, WRIGHT)
    half = 2.119905299 * 38.76512987360738 * (1 / 17 + 1.96**2 / 32) ** 0.5
    assert found.lower.value is not None
    assert (found.lower.low, found.lower.high) == pytest.approx(
        (found.lower.value - half, found.lower.value + half), abs=1e-6
    )


def test_square_root_limits_are_those_of_the_difference_over_the_root_of_the_mean() -> None:
    # Means 4, 16, 100, 100 and differences 2, 4, 10, 20: factors 1, 1, 1, 2; zero by both says nothing.
    found = square_root_differences([0, 3, 14, 95, 90], [0, 5, 18, 105, 110])
    assert found.bias.value == pytest.approx(1.25)
    assert found.deviation == pytest.approx(0.5)
    assert found.upper.value == pytest.approx(1.25 + 1.96 * 0.5)
    assert found.lower.count == 4


@pytest.mark.parametrize(("first", "second", "bias"), [([], [], None), ([10], [12], 2)])
def test_fewer_than_two_exams_have_no_limits(first: list[float], second: list[float], bias: float | None) -> None:
    found = differences(first, second)
    assert (found.bias.value, found.deviation, found.lower.value) == (bias, None, None)
    assert square_root_differences([0, 0], [0, 0]).bias.value is None


def test_rates_of_lesions_are_of_the_sums_over_exams() -> None:
    found = detection([LesionCounts(3, 2, 4, 2, 30.0, 20.0, 15.0), LesionCounts(1, 1, 1, 1, 10.0, 10.0, 10.0)])
    assert found.counts == LesionCounts(4, 3, 5, 3, 40.0, 30.0, 25.0)
    rates = (found.sensitivity, found.predictive_value, found.f1)
    assert [one.value for one in rates] == pytest.approx([3 / 4, 3 / 5, 2 / 3])
    volumes = (found.volume_sensitivity, found.volume_predictive_value, found.volume_f1)
    assert [one.value for one in volumes] == pytest.approx([25 / 40, 25 / 30, 50 / 70])


def test_a_rate_without_anything_to_divide_by_has_no_value() -> None:
    nothing = detection([LesionCounts()])
    assert (nothing.sensitivity.value, nothing.predictive_value.value, nothing.f1.value) == (None, None, None)
    missed = detection([LesionCounts(reference=2), LesionCounts(other=1)])
    assert (missed.sensitivity.value, missed.predictive_value.value, missed.f1.value) == (0, 0, 0)


def test_intervals_are_of_exams_and_not_of_lesions() -> None:
    # Of two exams one has all of its lesions found, the other none: a draw of two gives 0, 1/2, 1 in 1 : 2 : 1.
    of_exams = detection([LesionCounts(9, 9, 9, 9, 9, 9, 9), LesionCounts(9, 0, 9, 0, 9, 9, 0)]).sensitivity
    assert (of_exams.value, of_exams.low, of_exams.high) == (0.5, 0.0, 1.0)
    assert detection([LesionCounts(4, 3, 4, 3)]).sensitivity == Estimate(0.75, None, None, 1)


def test_exams_that_are_all_alike_have_no_interval() -> None:
    # All found in each of five: every draw says 1, which is no certainty.
    assert detection([LesionCounts(2, 2, 2, 2)] * 5).sensitivity == Estimate(1.0, None, None, 5)


def test_an_interval_is_left_out_where_many_draws_hold_no_lesion() -> None:
    # One exam of three has lesions: (2/3)^3 = 30 % of the draws have none.
    assert detection([LesionCounts(2, 1, 1, 1), LesionCounts(), LesionCounts()]).sensitivity.low is None
    # One of three without: (1/3)^3 = 3.7 % are more than the tail; one of four, 0.4 %, are not.
    half, whole = LesionCounts(2, 1, 1, 1), LesionCounts(2, 2, 2, 2)
    assert detection([half, whole, LesionCounts()]).sensitivity.low is None
    assert detection([half, half, whole, LesionCounts()]).sensitivity.low == pytest.approx(0.5)


def test_intervals_are_the_same_every_time() -> None:
    exams = [LesionCounts(n, n // 2, n + 1, n // 2) for n in range(1, 9)]
    assert detection(exams) == detection(exams)


def test_equal_scores_leave_no_correlation_and_nothing_that_rounding_made() -> None:
    third = 29.4 / 3 * 3.0000000000000004
    same = icc_agreement([[29.4, 29.4], [29.4, 29.4], [third, 29.4]])
    assert (same.value, same.low, same.high) == (None, None, None)
    # Two methods that differ by a constant, on exams that do not differ: all of it is the methods' difference.
    apart = icc_agreement([[29.4, 31.1], [29.4, 31.1], [29.4, 31.1]])
    assert (apart.value, apart.low, apart.high) == (0.0, None, None)
    # Rows of one exam that differs in one method only: by hand, rows and error are 144.06 each.
    one = icc_agreement([[0.0, 29.4], [29.4, 29.4], [29.4, 29.4]])
    assert one.value == pytest.approx(0.0, abs=1e-12)
    assert one.low is None or math.isfinite(one.low)


def test_methods_that_contradict_each_other_have_an_icc_and_no_interval() -> None:
    # By hand: mean squares 2/3 of exams, 50/3 of methods, 146/3 of error; (2/3 - 146/3) / (2/3 + 146/3 - 64/3).
    found = icc_agreement([[0.0, 10.0], [10.0, 2.0], [2.0, 10.0]])
    assert found.value == pytest.approx(-12 / 7)
    assert (found.low, found.high) == (None, None)
