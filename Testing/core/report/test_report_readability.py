"""The pages for patients can be read by whoever has been to school: the usual index of each language says so.

Flesch-Kincaid grade for English (Kincaid 1975) and the first Wiener Sachtextformel for German (Bamberger, Vanecek 1984)
are school years; Kandel-Moles 1958 for French, Fernandez Huerta 1959 for Spanish and the Flesch index adapted to
Brazilian Portuguese (Martins 1996) are ease of reading up to 100, where 70 to 80 is the sixth year of school.
"""

from collections.abc import Callable
from string import Formatter

import pytest

from SmartScoreLib.reports.language import language_codes
from SmartScoreLib.reports.language.languages import words

textstat = pytest.importorskip("textstat", reason="textstat is not installed, so no text can be measured").textstat


def martins(text: str) -> float:
    """248.835 - 1.015 words a sentence - 84.6 syllables a word."""
    return 248.835 - 1.015 * textstat.words_per_sentence(text) - 84.6 * textstat.avg_syllables_per_word(text)


INDEXES: dict[str, tuple[str, Callable[[str], float]]] = {
    "en": ("en_US", textstat.flesch_kincaid_grade),
    "de": ("de_DE", lambda text: textstat.wiener_sachtextformel(text, 1)),
    "fr": ("fr_FR", textstat.flesch_reading_ease),
    "es": ("es_ES", textstat.fernandez_huerta),
    "pt": ("pt_BR", martins),
}
MOST_SCHOOL_YEARS, LEAST_EASE = 6.0, 80.0
MOST_SCHOOL_YEARS_OF_A_TEXT, LEAST_EASE_OF_A_TEXT = 10.0, 35.0
VALUES = {"percentile": "92", "without": "44", "age": "67", "youngest": "45", "oldest": "84"}


class _Given(Formatter):
    """Sample numbers for those that a text needs; names of other kinds are left out."""

    def get_value(self, key, args, kwargs):  # type: ignore[no-untyped-def]
        return VALUES.get(key, "")


def patient_texts(language: str) -> dict[str, str]:
    """Every sentence for patients, without titles and labels."""
    filled = {
        key: _Given().format(text).replace("\u00a0", " ").strip()
        for key, text in words(language).texts.items()
        if key.startswith("patient_")
    }
    return {key: text for key, text in filled.items() if text.endswith((".", "?"))}


def measured(language: str, text: str) -> float:
    if language not in INDEXES:
        pytest.skip(f"nothing measures how easy {language} is to read: INDEXES has no index for it")
    name, index = INDEXES[language]
    textstat.set_lang(name)
    return float(index(text))


@pytest.mark.parametrize("language", language_codes())
def test_the_pages_for_patients_read_at_the_level_of_a_school_child(language: str) -> None:
    found = measured(language, " ".join(patient_texts(language).values()))
    print(f"{language}: {found:.1f}")
    assert found <= MOST_SCHOOL_YEARS if language in ("en", "de") else found >= LEAST_EASE


@pytest.mark.parametrize("language", language_codes())
def test_no_single_text_for_patients_is_hard_to_read(language: str) -> None:
    each = {key: measured(language, text) for key, text in patient_texts(language).items()}
    if language in ("en", "de"):
        assert {key: value for key, value in each.items() if value > MOST_SCHOOL_YEARS_OF_A_TEXT} == {}
    else:
        assert {key: value for key, value in each.items() if value < LEAST_EASE_OF_A_TEXT} == {}


def test_the_index_tells_easy_from_hard() -> None:
    """Whoever bounds an index must know that it moves: the same said for doctors is beyond every bound."""
    hard = "Quantification demonstrated extensive multivessel atherosclerotic calcification necessitating correlation."
    assert measured("en", hard) > 2 * MOST_SCHOOL_YEARS
