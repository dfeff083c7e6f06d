"""Warnings of a reading in the language of the page.

The rooms that warn do so in English sentences, which the score JSON and the terminal show too. Those that readers meet
most have a text in every language, found by the English one; any other sentence is printed as it is.
"""

import re
from functools import cache

from SmartScoreLib.reading.model import Reading
from SmartScoreLib.remarks.english import english
from SmartScoreLib.reports.drawing.names import clean
from SmartScoreLib.reports.language.languages import Words, words

KEYS = (
    "warning_kvp",
    "warning_kvp_missing",
    "warning_contrast",
    "warning_spacing",
    "warning_overlap",
    "warning_gaps",
    "warning_matrix",
    "warning_threshold",
    "warning_isotropic",
    "warning_unscored",
)


def warning_texts(reading: Reading, table: Words) -> tuple[str, ...]:
    """Warnings of the series, the marks and the score, each once, in that order."""
    found = (english(one) for one in (*reading.series.remarks, *reading.lesions.remarks, *reading.sheet.remarks))
    return tuple(dict.fromkeys(clean(warning_in(warning, table)) for warning in found))


def warning_in(warning: str, table: Words) -> str:
    """One warning in a language, or as it is if it has no text there."""
    for key, pattern in _patterns():
        match = pattern.fullmatch(warning)
        if match is not None:
            values = {name: _number(value, table) for name, value in match.groupdict().items()}
            return table(key, **values)
    return warning


@cache
def _patterns() -> tuple[tuple[str, "re.Pattern[str]"], ...]:
    """The English texts as patterns: each of their values may be any text."""
    english = words("en").texts
    return tuple((key, re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.*?)", re.escape(english[key])))) for key in KEYS)


def _number(value: str, table: Words) -> str:
    """A number with the decimal sign of the language; any other text as it is."""
    return value.replace(".", table.texts["locale_decimal"]) if re.fullmatch(r"\d+\.\d+", value) else value
