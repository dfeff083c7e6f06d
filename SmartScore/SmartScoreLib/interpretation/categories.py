"""Categories of the total Agatston score.

The boundaries are applied to the printed whole number (`scoring.rounding.printed_agatston`), so that a category never
contradicts the number beside it: 299.6 is printed as 300 and is A3. What is printed as "<1" is more than none.
"""

from math import inf

from SmartScoreLib.interpretation.model import PlaqueBurden
from SmartScoreLib.scoring.rounding import printed_agatston

CAC_DRS_STARTS = (1, 100, 300)
"""The scores from which on the category is A1, A2 and A3. Source: Hecht et al. 2018, CAC-DRS."""

PLAQUE_BOUNDS: tuple[tuple[PlaqueBurden, float], ...] = (
    ("none", 0.0),
    ("minimal", 10.0),
    ("mild", 100.0),
    ("moderate", 400.0),
    ("extensive", inf),
)
"""The words for the amount, each with the greatest score that it means. Source: Rumberger et al. 1999."""


def cac_drs_category(agatston: float) -> int:
    """The A of CAC-DRS: 0 for 0, 1 for 1 to 99, 2 for 100 to 299, 3 from 300."""
    return sum(printed_agatston(agatston) >= start for start in CAC_DRS_STARTS)


def cac_drs(agatston: float, vessels: int | None) -> str:
    """CAC-DRS category and number of vessels with calcium, e.g. "A2/N3"; the vessels of the table of territories.

    The category alone, "A2", where the number is not known.
    """
    category = f"A{cac_drs_category(agatston)}"
    return category if vessels is None else f"{category}/N{vessels}"


def plaque_burden(agatston: float) -> PlaqueBurden:
    """The word for the amount: 0, 1 to 10, 11 to 100, 101 to 400, above 400."""
    return next(word for word, most in PLAQUE_BOUNDS if printed_agatston(agatston) <= most)
