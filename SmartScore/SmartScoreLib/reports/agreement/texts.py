"""Words and numbers of an agreement, as its page and its figures write them."""

from dataclasses import replace

from SmartScoreLib.comparison.agreement.agree import PairAgreement
from SmartScoreLib.comparison.agreement.model import TOTAL
from SmartScoreLib.comparison.agreement.statistics.bland_altman import Differences
from SmartScoreLib.comparison.agreement.statistics.estimate import Estimate
from SmartScoreLib.interpretation.classifications.model import Classification
from SmartScoreLib.reports.grading import grade_words
from SmartScoreLib.reports.language.words import DASH, Words
from SmartScoreLib.scoring import rounding

MINUS = "\N{MINUS SIGN}"
EN_DASH = "\N{EN DASH}"


def territory_name(key: str, words: Words) -> str:
    """The territory, or the word for all of them together."""
    return words("agreement_total") if key == TOTAL else words.territory(key)


def pair_title(pair: PairAgreement, words: Words, reference: str = "") -> str:
    """The two names; the second against the first where that is the reference."""
    key = "agreement_against" if reference and pair.first == reference else "agreement_pair"
    return words(key, first=pair.first, second=pair.second)


def category_names(classification: Classification, words: Words) -> list[str]:
    """The word of each grade with the printed scores that it means."""
    named = zip(grade_words(classification, words), classification.ranges, strict=True)
    return [f"{word}\n{scores.replace('-', EN_DASH)}" for word, scores in named]


def signed(value: float | None, words: Words, decimals: int = 2) -> str:
    """A number with a minus sign where it is below zero; a dash where there is none."""
    if value is None:
        return DASH
    text = words.number(abs(value), decimals)
    return f"{MINUS}{text}" if rounding.half_up(abs(value), decimals) > 0 > value else text


def estimate_text(estimate: Estimate, words: Words, decimals: int = 2) -> str:
    """A value with its interval: "0.29 [0.02 to 0.76]"."""
    value = signed(estimate.value, words, decimals)
    if estimate.value is None or estimate.low is None or estimate.high is None:
        return value
    ends = words(
        "agreement_range", low=signed(estimate.low, words, decimals), high=signed(estimate.high, words, decimals)
    )
    return f"{value} [{ends}]"


def coefficient_text(estimate: Estimate, words: Words) -> str:
    """A coefficient of agreement, with three decimals; the interval of one that cannot be above 1 ends there."""
    high = estimate.high
    return estimate_text(replace(estimate, high=None if high is None else min(high, 1.0)), words, 3)


def limits_text(found: Differences, words: Words, *, root: bool = False) -> str:
    """The limits of agreement, "-18.1 to 24.5" or as factors of a square root; a dash where there are none."""
    if found.deviation is None:
        return DASH
    decimals = 2 if root else 1
    low, high = (signed(limit.value, words, decimals) for limit in (found.lower, found.upper))
    return words("agreement_root_range" if root else "agreement_range", low=low, high=high)
