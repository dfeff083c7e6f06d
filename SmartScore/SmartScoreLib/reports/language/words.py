"""The words of one language: texts, names of territories, numbers, dates, and the remarks of every room."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from SmartScoreLib.lesions.territories import BY_KEY, TERRITORIES
from SmartScoreLib.remarks.catalog import row
from SmartScoreLib.scoring import rounding

DASH = "-"
"""What stands for a number that is not available."""

_TERRITORY_KEYS = {text: territory.key for territory in TERRITORIES for text in (territory.key, territory.name)}


def first_capital(text: str) -> str:
    """A text that begins a line: with a capital."""
    return text[:1].upper() + text[1:]


@dataclass(frozen=True)
class Words:
    """The texts of one language. `words("key", name=value)` gives one, with its values filled in.

    It is a `remarks.words.Language` too, so that a remark can be said in it.

    Attributes:
        language: its code, e.g. "en".
        texts: by key; English has every key.
        remarks: texts of remarks by code; a code that is not in it is said in the catalog's English.
    """

    language: str
    texts: Mapping[str, str] = field(repr=False)
    remarks: Mapping[str, str] = field(repr=False)

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key.

        Raises:
            KeyError: the table has no such key, or the text needs a value that was not given.
        """
        return self.texts[key].format(**values)

    def optional(self, key: str) -> str | None:
        """The text of a key that not every value has, or None."""
        return self.texts.get(key)

    def territory(self, key: str) -> str:
        """What physicians call a territory; its anatomical name where the language has no word for it."""
        return self.texts.get(f"territory_{key}", BY_KEY[key].name)

    def abbreviation(self, key: str) -> str:
        """The short name of an artery, or its key."""
        return self.texts.get(f"abbreviation_{key}", key)

    def artery(self, key: str) -> str:
        """What patients are told that an artery is called, or its anatomical name."""
        return self.texts.get(f"heart_{key}", BY_KEY[key].name)

    def within_sentence(self, text: str) -> str:
        """Names as they are written inside a sentence: without capitals where the language has none for nouns."""
        return text if self.texts["locale_noun_capitals"] == "yes" else text.lower()

    @property
    def decimal(self) -> str:
        """The decimal sign."""
        return self.texts["locale_decimal"]

    def text(self, code: str) -> str:
        """The text of a remark, with the names of its values in braces (see `remarks.words`)."""
        return self.remarks.get(code) or row(code).text

    def word(self, key: str) -> str:
        """The word for a value of a remark: what may be known of a person, or the key or name of a territory."""
        if key in _TERRITORY_KEYS:
            return self.territory(_TERRITORY_KEYS[key])
        return self.texts.get(f"word_{key}", key)

    def where(self, file: str, others: int, every: bool) -> str:
        """The place of a fault: ' in NAME', ' in NAME and 3 more', ' in NAME and all 3 others'."""
        key = "where_every" if every else "where_others" if others else "where"
        return self(key, file=file, others=others)

    def number(self, value: float, decimals: int = 0) -> str:
        """A number with the language's decimal sign and grouping; half is rounded away from zero, as everywhere."""
        whole, _, fraction = f"{rounding.half_up(value, decimals):,.{decimals}f}".partition(".")
        ungrouped = whole.replace(",", "")
        least_grouped = int(self.texts["locale_least_grouped_digits"])
        whole = whole.replace(",", self.texts["locale_group"]) if len(ungrouped) >= least_grouped else ungrouped
        return whole + (self.decimal + fraction if fraction else "")

    def plain(self, value: float) -> str:
        """A number as short as it is exact to two decimals: 120, 2.5, 0.75."""
        for decimals in (0, 1):
            if abs(value - round(value, decimals)) < 0.005:
                return self.number(value, decimals)
        return self.number(value, 2)

    def measured(self, value: float | None, decimals: int = 0) -> str:
        """A score, volume or mass by the one rule of rounding, "<1" for what is more than 0 and rounds to it.

        A dash where it is not available (a mass without calibration), never 0.
        """
        if value is None:
            return DASH
        text = rounding.text(value, decimals)
        sign = "<" if text.startswith("<") else ""
        return sign + self.number(float(text.removeprefix("<")), decimals)

    def date(self, value: date) -> str:
        """A date: on pages, and in the remarks on them."""
        month = self.texts["locale_months"].split()[value.month - 1]
        return self("locale_date", day=value.day, month=value.month, name=month, year=value.year)

    def time(self, value: time) -> str:
        """A time of day, to the minute."""
        return f"{value.hour:02d}:{value.minute:02d}"
