"""Differences of two methods against their mean, with limits of agreement.

Bland and Altman 1986 (Lancet 1:307) and 1999 (Stat Methods Med Res 8:135). Calcium scores differ the more the larger
they are: their standard deviation goes with the square root of the score (Sevrukov 2005, AJR 185:1546). So a second
set of limits is of the difference over the square root of the mean, whose spread does not depend on the score. Its
limits are curves on the scale of the score: factor x square root of the mean.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from SmartScoreLib.comparison.agreement.statistics.estimate import CONFIDENCE, Estimate

LIMITS = 1.96
"""Standard deviations from the mean difference to a limit: 95 % of normal differences lie between the two."""


@dataclass(frozen=True)
class Differences:
    """Bias and limits of agreement, each with its interval.

    Attributes:
        bias: the mean difference, second minus first.
        deviation: standard deviation of the differences; None with fewer than two exams.
        lower: bias - 1.96 standard deviations.
        upper: bias + 1.96 standard deviations.
    """

    bias: Estimate
    deviation: float | None
    lower: Estimate
    upper: Estimate


def differences(first: ArrayLike, second: ArrayLike) -> Differences:
    """Bias and limits of second minus first.

    Args:
        first: scores of one method, an exam each.
        second: those of the other, in the same order.
    """
    return _limits(np.asarray(second, float) - np.asarray(first, float))


def square_root_differences(first: ArrayLike, second: ArrayLike) -> Differences:
    """The same of (second - first) / square root of the mean: bias and limits are factors of that square root.

    Exams where both methods say zero agree and tell nothing of the spread at other scores; they are left out.

    Args:
        first: scores of one method, not negative.
        second: those of the other, in the same order.
    """
    one, other = np.asarray(first, float), np.asarray(second, float)
    mean = (one + other) / 2
    some = mean > 0
    return _limits((other - one)[some] / np.sqrt(mean[some]))


def _limits(difference: NDArray[np.float64]) -> Differences:
    count = len(difference)
    if count < 2:
        only = Estimate(float(difference[0]) if count else None, count=count)
        return Differences(only, None, Estimate(None, count=count), Estimate(None, count=count))
    from scipy.stats import t

    bias, deviation = float(difference.mean()), float(difference.std(ddof=1))
    wide = float(t.ppf(1 - (1 - CONFIDENCE) / 2, count - 1))
    of_bias = wide * deviation / np.sqrt(count)
    # The variance of a limit, as in the paper of 1999.
    of_limit = wide * deviation * np.sqrt(1 / count + LIMITS**2 / (2 * (count - 1)))
    low, high = bias - LIMITS * deviation, bias + LIMITS * deviation
    return Differences(
        _estimate(bias, of_bias, count), deviation, _estimate(low, of_limit, count), _estimate(high, of_limit, count)
    )


def _estimate(value: float, half_width: float, count: int) -> Estimate:
    return Estimate(value, float(value - half_width), float(value + half_width), count)
