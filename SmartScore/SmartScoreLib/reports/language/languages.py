"""The languages of the reports: one file each in this folder, and one in each of its folders.

A file is named by its code (it.py) and holds TEXTS, with the keys of English, and REMARKS, the texts of the remarks
that can stand on a page. The file of that name in `dictation` has the TEXTS of the report as text, that in `meaning`
those of classifications, percentiles and risk; those in `followup`, `modes` and `quality` have TEXTS and REMARKS of
earlier scans, of the aortic valve and chest CT, and of a phantom check; without it they are English. To add a language,
add its files; tests say what they lack.
"""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import WrongUsage
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.remarks.words import in_words, one_line
from SmartScoreLib.reports import language as folder
from SmartScoreLib.reports.language import dictation, followup, language_codes, meaning, modes, quality
from SmartScoreLib.reports.language.words import Words


@cache
def words(language: str) -> Words:
    """The words of a language.

    Raises:
        WrongUsage: there is no such language.
    """
    if language not in language_codes():
        raise WrongUsage(remark("reports.no_language", language=language, languages=language_codes()))
    table = import_module(f"{folder.__name__}.{language}")
    texts: dict[str, str] = {}
    remarks: dict[str, str] = {}
    for part in (dictation, meaning, followup, modes, quality):
        spoken = language if find_spec(f"{part.__name__}.{language}") else "en"
        found = import_module(f"{part.__name__}.{spoken}")
        texts |= found.TEXTS
        remarks |= getattr(found, "REMARKS", {})
    return Words(language, {**texts, **table.TEXTS}, {**remarks, **table.REMARKS})


def remark_text(said: Remark, words: Words) -> str:
    """A remark in the language of the page, as one line."""
    return one_line(in_words(said, words))
