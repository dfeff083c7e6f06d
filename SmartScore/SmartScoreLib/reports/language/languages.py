"""The languages of the reports, and how each writes numbers, dates and the words of the table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from importlib import import_module

from SmartScoreLib.remarks.errors import WrongUsage
from SmartScoreLib.scoring import rounding

LANGUAGES = ("en", "de", "fr", "es", "pt")


@dataclass(frozen=True)
class Words:
    """The texts of one language. `words("key", name=value)` gives one, with its values filled in."""

    language: str
    texts: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key.

        Raises:
            KeyError: the table has no such key, or the text needs a value that was not given.
        """
        return self.texts[key].format(**values)

    def optional(self, key: str) -> str | None:
        """The text of a key that not every value has, or None."""
        return self.texts.get(key)

    def within_sentence(self, text: str) -> str:
        """Names as they are written inside a sentence: without capitals where the language has none for nouns."""
        return text if self.texts["locale_noun_capitals"] == "yes" else text.lower()

    def number(self, value: float, decimals: int = 0) -> str:
        """A number with the language's decimal sign and grouping; half is rounded up, as everywhere."""
        whole, _, fraction = f"{rounding.half_up(value, decimals):,.{decimals}f}".partition(".")
        ungrouped = whole.replace(",", "")
        least_grouped = int(self.texts["locale_least_grouped_digits"])
        whole = whole.replace(",", self.texts["locale_group"]) if len(ungrouped) >= least_grouped else ungrouped
        return whole + (self.texts["locale_decimal"] + fraction if fraction else "")

    def plain(self, value: float) -> str:
        """A number as short as it is exact to two decimals: 120, 2.5, 0.75."""
        for decimals in (0, 1):
            if abs(value - round(value, decimals)) < 0.005:
                return self.number(value, decimals)
        return self.number(value, 2)

    def date(self, value: date) -> str:
        """A date."""
        month = self.texts["locale_months"].split()[value.month - 1]
        return self("locale_date", day=value.day, month=value.month, name=month, year=value.year)

    def time(self, value: time) -> str:
        """A time of day, to the minute."""
        return f"{value.hour:02d}:{value.minute:02d}"


@cache
def words(language: str) -> Words:
    """The texts of a language.

    Raises:
        WrongUsage: there is no such language.
    """
    if language not in LANGUAGES:
        raise WrongUsage(f"the reports have no language {language!r}; choose one of {', '.join(LANGUAGES)}")
    return Words(language, import_module(f"SmartScoreLib.reports.language.{language}").TEXTS)
