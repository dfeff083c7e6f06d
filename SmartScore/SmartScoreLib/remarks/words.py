"""A remark in words: its text in some language, filled with its values.

Beside Python's own format specifications a text may use, after the colon:

    quoted        ' "value"', or nothing for an empty value
    one|many      a number with its noun: {images:image|images} gives "1 image", "3 images"
    ;             the values of a list with semicolons between them, as they may hold commas
    words         each of the values is a key of the language's words: {missing:words} gives "age, sex"
    date          a date of ISO 8601, as the language writes it; what is no such date ("-") is left as it is
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from string import Formatter
from typing import Any, Protocol

from SmartScoreLib.remarks.model import Remark, Where


class Language(Protocol):
    """What the words of a language offer."""

    @property
    def decimal(self) -> str:
        """The decimal sign."""

    def text(self, code: str) -> str:
        """The text of a code."""

    def word(self, key: str) -> str:
        """The word of a value that is a key."""

    def date(self, value: date) -> str:
        """A date."""

    def where(self, file: str, others: int, every: bool) -> str:
        """A place: ' in NAME', ' in NAME and 3 more', ' in NAME and all 3 others'."""


def in_words(remark: Remark, language: Language) -> str:
    """The remark in a language.

    Raises:
        KeyError: the language has no text for its code, or no word for one of its values.
    """
    return _Filler(language).vformat(language.text(remark.code), (), remark.values)


@dataclass
class _Filler(Formatter):
    language: Language

    def format_field(self, value: Any, spec: str) -> str:
        if isinstance(value, Remark):
            return in_words(value, self.language)
        if isinstance(value, Where):
            return self.language.where(value.file, value.others, value.every)
        if isinstance(value, tuple):
            between, spec = ("; ", "") if spec == ";" else (", ", spec)
            return between.join(self.format_field(one, spec) for one in value)
        if spec == "words":
            return self.language.word(value)
        if spec == "date":
            with suppress(ValueError):
                return self.language.date(date.fromisoformat(value))
            return str(value)
        if spec == "quoted":
            return f' "{value}"' if value else ""
        if "|" in spec:
            return f"{self.format_field(value, '')} {spec.split('|')[0 if value == 1 else 1]}"
        if isinstance(value, float):
            # A whole number is written as one unless the text asks for decimals: 120, not 120.0.
            return format(value, spec or "g").replace(".", self.language.decimal)
        return format(value, spec)


def one_line(text: str, limit: int | None = None) -> str:
    """The text as one printable line: file names may hold line breaks, and bytes that are no characters.

    A text of more than `limit` characters is cut to that many, the last three of them dots.
    """
    line = "".join(" " if sign.isspace() else sign if sign.isprintable() else "?" for sign in text)
    return line if limit is None or len(line) <= limit else line[: limit - 3] + "..."
