"""Weighted kappa of categories that have an order.

Cohen 1968 (Psychological Bulletin 70:213) with linear or quadratic weights; the interval by the standard error of
Fleiss, Cohen and Everitt 1969 (Psychological Bulletin 72:323). statsmodels computes both.
"""

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.comparison.agreement.statistics.estimate import Estimate

Weights = Literal["linear", "quadratic"]

NO_VARIANCE = 1e-12
"""What rounding leaves of a variance that is zero; it may be negative."""


def cross_table(first: Sequence[int], second: Sequence[int], categories: int) -> NDArray[np.int64]:
    """How many exams are in each pair of categories: (categories, categories), rows of the first method."""
    table = np.zeros((categories, categories), np.int64)
    np.add.at(table, (np.asarray(first, int), np.asarray(second, int)), 1)
    return table


def weighted_kappa(table: NDArray[np.int64], weights: Weights) -> Estimate:
    """Weighted kappa of a cross table with its interval.

    Args:
        table: of `cross_table`; categories in their order.
        weights: how disagreement grows with the distance of two categories.

    Returns:
        No value where there is no exam, or where both methods have all exams in one and the same category: chance
        alone then explains the agreement. No interval where the exams leave no variance to estimate it from: complete
        agreement, or a method with all exams in one category.
    """
    count = int(table.sum())
    used = (table.sum(axis=0) > 0) | (table.sum(axis=1) > 0)
    if not count or used.sum() < 2:
        return Estimate(None, count=count)
    from statsmodels.stats.inter_rater import cohens_kappa

    with np.errstate(divide="ignore", invalid="ignore"):  # of tests that are not used
        found = cohens_kappa(table, wt=weights)
    if found.var_kappa < NO_VARIANCE:
        return Estimate(float(found.kappa), count=count)
    return Estimate(float(found.kappa), float(found.kappa_low), float(found.kappa_upp), count)
