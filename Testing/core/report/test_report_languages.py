"""One table a language: complete, with the same values to fill in, and writable in DICOM's Latin-1."""

import re
from datetime import date, time
from pathlib import Path
from string import Formatter

import pytest

from SmartScoreLib.remarks.errors import WrongUsage
from SmartScoreLib.reports.language.languages import LANGUAGES, words
from SmartScoreLib.reports.language.number_format import mass_text, score_text

OTHERS = LANGUAGES[1:]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_keys_of_english(language: str) -> None:
    assert set(words(language).texts) == set(words("en").texts)


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_takes_the_values_of_the_english_one(language: str) -> None:
    for key, text in words(language).texts.items():
        if key != "locale_date":
            assert placeholders(text) == placeholders(words("en").texts[key]), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_in_latin_1(language: str) -> None:
    for text in words(language).texts.values():
        text.encode("latin-1")


@pytest.mark.parametrize("language", OTHERS)
def test_sentences_are_translated(language: str) -> None:
    english = words("en").texts
    assert not [key for key, text in words(language).texts.items() if len(text) > 40 and text == english[key]]


def test_every_key_is_used(repository: Path) -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (repository / "SmartScore").rglob("reports/**/*.py"))
    for key in set(words("en").texts) - {"male", "female"}:  # these two are the values of Sex itself
        stems = {key, re.sub(r"_[^_]+$", "_{", key), re.sub(r"_[^_]+_[^_]+$", "_{", key)}
        assert any(f'"{stem}"' in code or f'"{stem}' in code for stem in stems), key


@pytest.mark.parametrize(
    ("language", "number", "day"),
    [
        ("en", "12,345.7", "Jun 3, 2024"),
        ("de", "12.345,7", "03.06.2024"),
        ("fr", "12\u00a0345,7", "03/06/2024"),
        ("es", "12.345,7", "03/06/2024"),
        ("pt", "12.345,7", "03/06/2024"),
    ],
)
def test_numbers_and_dates_follow_the_language(language: str, number: str, day: str) -> None:
    assert words(language).number(12345.65, 1) == number
    assert words(language).date(date(2024, 6, 3)) == day
    assert words(language).time(time(9, 5, 59)) == "09:05"


def test_spanish_groups_from_five_digits_only() -> None:
    assert words("es").number(3000) == "3000"
    assert words("pt").number(3000) == "3.000"


def test_scores_are_rounded_half_up_and_calcium_is_never_shown_as_zero() -> None:
    english = words("en")
    assert [score_text(english, value) for value in (0, 0.3, 0.5, 2.5, 1234.5)] == ["0", "<1", "1", "3", "1,235"]
    assert [mass_text(english, value) for value in (0.0, 0.04, 0.25, 19.64)] == ["0.0", "<0.1", "0.3", "19.6"]
    assert mass_text(words("de"), 0.04) == "<0,1"


def test_a_mass_that_is_missing_is_not_zero() -> None:
    assert mass_text(words("en"), None) == "-"


def test_an_unknown_language_is_refused_with_the_known_ones() -> None:
    with pytest.raises(WrongUsage, match="en, de, fr, es, pt"):
        words("xx")
