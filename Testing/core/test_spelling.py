"""Documentation, and what the software says in English and German, is spelled as dictionaries have it.

Words of the field that a dictionary lacks stand in `words/english.txt` and `words/german.txt`, sorted, one a line.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from SmartScoreLib.remarks.catalog import every_row

spellchecker = pytest.importorskip("spellchecker", reason="pyspellchecker is not installed, so no words are looked up")
ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ROOT / "SmartScore" / "SmartScoreLib" / "reports" / "language"
NO_PROSE = re.compile(
    r"<!-- made by.*?<!-- end of|```.*?```|^(?: {4}|\t).*$|`[^`]*`|\]\([^)]*\)|https?://\S+|<[^>]*>|\{[^}]*\}",
    re.DOTALL | re.MULTILINE,
)
"""What is made of the library, code, addresses, tags and names of values."""


def words(text: str) -> set[str]:
    """Words of three letters and more; what is written in capitals is an abbreviation."""
    found = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", NO_PROSE.sub(" ", text))
    return {re.sub(r"['’]s$", "", word).lower() for word in found if len(word) > 2 and not word.isupper()}


def english_texts() -> Iterator[str]:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    yield from (page.read_text(encoding="utf-8") for page in pages if page.parent.name != "made")
    yield from (row.text for row in every_row().values())
    yield from texts_of(LANGUAGES, "en")


def texts_of(folder: Path, language: str) -> Iterator[str]:
    """The values of the tables of a language."""
    for file in folder.rglob(f"{language}.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Dict):
                strings = [one.value for one in node.values if isinstance(one, ast.Constant)]
                yield from (one for one in strings if isinstance(one, str))


dictionary = cache(lambda language: spellchecker.SpellChecker(language=language))


def unknown(language: str, texts: Iterator[str]) -> set[str]:
    checker = dictionary(language)
    return {word for word in checker.unknown(set().union(*map(words, texts))) if len(word) > 2}


@pytest.mark.parametrize(
    ("language", "file", "texts"),
    [("en", "english.txt", english_texts), ("de", "german.txt", lambda: texts_of(LANGUAGES, "de"))],
    ids=["English", "German"],
)
def test_every_word_is_in_the_dictionary_or_a_word_of_the_field(language, file, texts) -> None:  # type: ignore[no-untyped-def]
    own = (Path(__file__).parent / "words" / file).read_text(encoding="utf-8").split()
    assert own == sorted(set(own))
    assert sorted(unknown(language, texts()) - set(own)) == []


def test_a_wrong_letter_is_seen() -> None:
    assert unknown("en", iter(["The calcium scroe of `any_code` is *not* read"])) == {"scroe"}
    assert unknown("de", iter(["Der Wert ist nicht gülltig"])) == {"gülltig"}
