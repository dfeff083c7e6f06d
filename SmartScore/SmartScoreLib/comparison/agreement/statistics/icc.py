"""The intraclass correlation for absolute agreement of single readings.

ICC(A,1) of McGraw and Wong 1996 (Psychological Methods 1:30), which is ICC(2,1) of Shrout and Fleiss
1979 (Psychological Bulletin 86:420): exams and readers are random, and a reader who is always higher lowers it.
"""

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from SmartScoreLib.comparison.agreement.statistics.estimate import CONFIDENCE, Estimate

NOISE = 1e-12
"""How far apart, as a part of the greatest score, values lie that only rounding makes differ."""


def icc_agreement(scores: ArrayLike) -> Estimate:
    """ICC(A,1) with its interval.

    Args:
        scores: (exam, method) array without gaps.

    Returns:
        No value with fewer than two exams or methods, or where all scores are the same. No interval where the methods
        agree to the last digit, as nothing is left to estimate it from, and where they contradict each other so much
        that the approximation does not hold.
    """
    values = np.asarray(scores, float)
    if values.ndim != 2:
        raise ValueError(f"scores are (exam, method), not of {values.ndim} dimensions")
    exams, methods = values.shape
    if exams < 2 or methods < 2:
        return Estimate(None, count=exams)
    rows, columns, error = _mean_squares(values)
    below = rows + (methods - 1) * error + methods * (columns - error) / exams
    if below <= 0:
        return Estimate(None, count=exams)
    value = (rows - error) / below
    low, high = _interval(rows, columns, error, exams, methods, value)
    return Estimate(float(value), low, high, exams)


def _mean_squares(values: NDArray[np.float64]) -> tuple[float, float, float]:
    """Mean squares of a two-way analysis of variance without repetition: exams, methods, error."""
    exams, methods = values.shape
    grand = values.mean()
    of_rows, of_columns = values.mean(axis=1, keepdims=True), values.mean(axis=0, keepdims=True)
    rows = methods * float(((of_rows - grand) ** 2).sum()) / (exams - 1)
    columns = exams * float(((of_columns - grand) ** 2).sum()) / (methods - 1)
    left = values - of_rows - of_columns + grand
    error = float((left**2).sum()) / ((exams - 1) * (methods - 1))
    # What equal scores leave after rounding is nothing, and gives neither a correlation nor an interval.
    least = (NOISE * float(np.abs(values).max())) ** 2
    of_all = [0.0 if square <= least else square for square in (rows, columns, error)]
    return of_all[0], of_all[1], of_all[2]


def _interval(
    rows: float, columns: float, error: float, exams: int, methods: int, value: float
) -> tuple[float | None, float | None]:
    """By an F distribution whose degrees of freedom are approximated (Satterthwaite), as the two papers have it."""
    from scipy.stats import f

    n, k = exams, methods
    if error <= 0 or value >= 1:
        return None, None
    a = k * value / (n * (1 - value))
    b = 1 + k * value * (n - 1) / (n * (1 - value))
    variances = (a * columns) ** 2 / (k - 1) + (b * error) ** 2 / ((n - 1) * (k - 1))
    if not variances:
        return None, None
    freedom = (a * columns + b * error) ** 2 / variances
    level = 1 - (1 - CONFIDENCE) / 2
    lower, upper = f.ppf(level, n - 1, freedom), f.ppf(level, freedom, n - 1)
    if not math.isfinite(lower) or not math.isfinite(upper):
        return None, None
    spread = k * columns + (k * n - k - n) * error
    low = n * (rows - lower * error) / (lower * spread + n * rows)
    high = n * (upper * rows - error) / (spread + n * upper * rows)
    return (float(low), float(high)) if low <= value <= high else (None, None)
