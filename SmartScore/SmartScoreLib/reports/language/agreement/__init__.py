"""The words of the page and the figures of an agreement: one file a language, with the keys of English."""

from functools import cache
from importlib import import_module

from SmartScoreLib.reports.language.languages import words
from SmartScoreLib.reports.language.words import Words


@cache
def agreement_words(language: str) -> Words:
    """The words of a language with those of agreements; English where it has no file here.

    Raises:
        WrongUsage: there is no such language.
    """
    known = words(language)
    table = import_module(f"{__name__}.{language}")
    return Words(language, {**known.texts, **table.TEXTS}, {**known.remarks, **table.REMARKS})
