"""One table a language: complete, with the same values to fill in, and writable in DICOM's Latin-1."""

import re
import sys
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from string import Formatter

import pytest

from SmartScoreLib.cli.main import main
from SmartScoreLib.interpretation.model import MISSING_KEYS
from SmartScoreLib.lesions.territories import BY_KEY, TERRITORIES
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import WrongUsage
from SmartScoreLib.reports import language
from SmartScoreLib.reports.drawing.fonts import drawable
from SmartScoreLib.reports.language import language_codes, language_name
from SmartScoreLib.reports.language.languages import remark_text, words

OTHERS = language_codes()[1:]


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


@pytest.mark.parametrize("language", language_codes())
def test_every_caption_is_in_latin_1_and_every_sign_of_a_text_in_the_font(language: str) -> None:
    """Captions are written into DICOM text fields; everything else is drawn."""
    for key, text in words(language).texts.items():
        if key.startswith("caption_"):
            text.encode("latin-1")
        assert drawable(text), key


@pytest.mark.parametrize("language", language_codes())
def test_every_sign_of_a_remark_is_in_the_font(language: str) -> None:
    assert {code for code, text in words(language).remarks.items() if not drawable(text)} == set()


def test_french_has_its_own_letters_and_spaces() -> None:
    """The heart is written with one letter, and a space that does not break stands before ; : ? and !"""
    french = words("fr")
    for key, text in {**french.texts, **french.remarks}.items():
        assert "coeur" not in text.lower(), key
        assert re.search(r" [;:?!]|[\w)}»][;?!]( |$)", text) is None, key


@pytest.mark.parametrize("language", language_codes())
def test_a_language_has_a_word_for_every_territory_that_another_has_one_for(language: str) -> None:
    """A new territory is called by its anatomical name in all languages, until one of them has a word for it."""
    spoken = [t for t in TERRITORIES if any(f"territory_{t.key}" in words(one).texts for one in language_codes())]
    needed = {f"territory_{t.key}" for t in spoken}
    needed |= {f"{what}_{t.key}" for t in spoken if t.place for what in ("heart", "abbreviation")}
    assert needed - set(words(language).texts) == set()


@pytest.mark.parametrize("language", language_codes())
def test_a_language_has_a_word_for_everything_that_may_be_unknown_of_a_person(language: str) -> None:
    assert {key for key in MISSING_KEYS.values() if f"word_{key}" not in words(language).texts} == set()


def test_a_territory_without_a_word_is_called_by_its_anatomical_name(monkeypatch: pytest.MonkeyPatch) -> None:
    added = replace(BY_KEY["LM"], key="XX", name="Added artery", label=200)
    monkeypatch.setitem(BY_KEY, "XX", added)
    german = words("de")
    assert (german.territory("XX"), german.artery("XX"), german.abbreviation("XX")) == (
        "Added artery",
        "Added artery",
        "XX",
    )


def test_a_language_is_one_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Italian, as far as a test needs it: a file in the folder of the languages, and nothing else.

    Its code is one that no language has, so that Italian itself can be added.
    """
    before = language_codes()
    (tmp_path / "zz.py").write_text(
        "from SmartScoreLib.reports.language.en import TEXTS as ENGLISH\n"
        'TEXTS = ENGLISH | {"locale_name": "Italiano", "page": "Pagina {number} di {total}", "locale_decimal": ","}\n'
        'REMARKS = {"series.spacing": "Le sezioni distano {spacing_mm:.4g} mm."}\n'
    )
    monkeypatch.setattr(language, "__path__", [*language.__path__, str(tmp_path)])
    for cached in (language_codes, words):
        cached.cache_clear()
    try:
        assert language_codes() == (*before, "zz")
        assert language_name("zz") == "Italiano"
        assert words("zz")("page", number=1, total=2) == "Pagina 1 di 2"
        said = remark_text(remark("series.spacing", spacing_mm=4.5), words("zz"))
        assert said == "Le sezioni distano 4,5 mm."
        with pytest.raises(SystemExit) as help_shown:
            main(["report", "--help"])
        assert help_shown.value.code == 0
        assert f"{{{','.join(before)},zz}}" in capsys.readouterr().out
    finally:
        for cached in (language_codes, words):
            cached.cache_clear()
        sys.modules.pop(f"{language.__name__}.zz", None)


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
        ("es", "12\u00a0345,7", "03/06/2024"),
        ("pt", "12.345,7", "03/06/2024"),
    ],
)
def test_numbers_and_dates_follow_the_language(language: str, number: str, day: str) -> None:
    assert words(language).number(12345.65, 1) == number
    assert words(language).date(date(2024, 6, 3)) == day
    assert words(language).time(time(9, 5, 59)) == "09:05"


def test_spanish_groups_from_five_digits_only_and_with_a_space() -> None:
    """Ortografía of 2010: where Spanish is spoken a point is a decimal sign in one country, a group's in another."""
    assert words("es").number(3000) == "3000"
    assert words("pt").number(3000) == "3.000"


def test_scores_are_rounded_half_up_and_calcium_is_never_shown_as_zero() -> None:
    english = words("en")
    assert [english.measured(value) for value in (0, 0.3, 0.5, 2.5, 1234.5)] == ["0", "<1", "1", "3", "1,235"]
    assert [english.measured(value, 1) for value in (0.0, 0.04, 0.25, 19.64)] == ["0.0", "<0.1", "0.3", "19.6"]
    assert words("de").measured(0.04, 1) == "<0,1"


def test_a_mass_that_is_missing_is_not_zero() -> None:
    assert words("en").measured(None, 1) == "-"


def test_an_unknown_language_is_refused_with_the_known_ones() -> None:
    with pytest.raises(WrongUsage, match=", ".join(language_codes())):
        words("xx")
