"""Measured values as people read them: rounded as in the terminal, with the signs of a language."""

from SmartScoreLib.reports.language.languages import Words
from SmartScoreLib.scoring import rounding

DASH = "-"


def score_text(words: Words, value: float) -> str:
    """An Agatston score or a volume in mm3: a whole number, "<1" for what is more than 0 and rounds to it."""
    return _localized(words, rounding.agatston_text(value), 0)


def mass_text(words: Words, value: float | None) -> str:
    """A mass in mg to one decimal; a dash where there is no calibration, never 0."""
    return DASH if value is None else _localized(words, rounding.mass_text(value), rounding.MASS_DECIMALS)


def _localized(words: Words, text: str, decimals: int) -> str:
    sign = "<" if text.startswith("<") else ""
    return sign + words.number(float(text.removeprefix("<")), decimals)
