"""Categories of the total Agatston score.

The boundaries are applied to the score itself, not to its rounded print, so that no calcium is ever called none.
"""

from math import inf

from SmartScoreLib.interpretation.model import PlaqueBurden

CAC_DRS_STARTS = (100.0, 300.0)
"""The scores from which on the category is A2 and A3. Source: Hecht et al. 2018, CAC-DRS."""

PLAQUE_BOUNDS: tuple[tuple[PlaqueBurden, float], ...] = (
    ("none", 0.0),
    ("minimal", 10.0),
    ("mild", 100.0),
    ("moderate", 400.0),
    ("extensive", inf),
)
"""The words for the amount, each with the greatest score that it means. Source: Rumberger et al. 1999."""


def cac_drs(agatston: float, vessels: int) -> str:
    """CAC-DRS category and number of vessels with calcium, e.g. "A2/N3".

    A0 only for 0, A1 (0, 100), A2 [100, 300), A3 from 300; the vessels are those of the table of territories.
    """
    category = 0 if agatston == 0 else 1 + sum(agatston >= start for start in CAC_DRS_STARTS)
    return f"A{category}/N{vessels}"


def plaque_burden(agatston: float) -> PlaqueBurden:
    """The word for the amount."""
    return next(word for word, most in PLAQUE_BOUNDS if agatston <= most)
