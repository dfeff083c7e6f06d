"""Warnings in the language of the page: those that other rooms really give, word by word."""

from dataclasses import replace

import numpy as np
import pytest

from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.remarks.english import english
from SmartScoreLib.reports.language.languages import LANGUAGES, words
from SmartScoreLib.reports.language.warning_texts import KEYS, warning_in, warning_texts
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.scoring.score import score
from SmartScoreLib.series.find import find_series

OTHERS = LANGUAGES[1:]


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """Every warning that has a text of its own, as the series and the scoring rooms give them."""
    found: list[str] = []
    cases = (
        ({"kvp": 100.0, "thickness_mm": 6.0, "attributes": {"ContrastBolusAgent": "Iomeprol"}}, 4.5),
        ({"kvp": None, "thickness_mm": 2.0, "attributes": {"ContrastBolusVolume": "60"}}, 4.0),
    )
    for number, (options, spacing) in enumerate(cases):
        phantom = standard_phantom(slices=4, rows=64, columns=64, pixel_mm=3.0, spacing_mm=spacing, lesions=())
        folder = tmp_path_factory.mktemp(f"warnings{number}")
        write_phantom(phantom, folder, **options)
        found += map(english, find_series([folder]).candidates[0].warnings)
    geometry = phantom.geometry
    marks = LesionMap(geometry, (1, 30, 30), np.ones((1, 2, 2), np.uint8))
    protocol = replace(DEFAULT_PROTOCOL, threshold_hu=147.0, volume_method="isotropic")
    found += score(np.zeros(geometry.shape, np.int16), marks, protocol).remarks
    return tuple(found)


def test_every_text_belongs_to_a_sentence_that_is_really_given(given: tuple[str, ...]) -> None:
    marker = replace(words("en"), texts={**words("en").texts, **{key: f"<{key}>" for key in KEYS}})
    assert {warning_in(warning, marker) for warning in given} >= {f"<{key}>" for key in KEYS}


def test_english_pages_show_the_sentence_itself(given: tuple[str, ...]) -> None:
    assert [warning_in(warning, words("en")) for warning in given] == list(given)


@pytest.mark.parametrize("language", OTHERS)
def test_other_pages_show_it_in_their_language(given: tuple[str, ...], language: str) -> None:
    for warning in given:
        assert warning_in(warning, words(language)) != warning


def test_values_are_kept_and_numbers_written_as_the_language_does(given: tuple[str, ...]) -> None:
    german = [warning_in(warning, words("de")) for warning in given]
    assert "KVP (0018,0060) ist 100; die Schwelle von 130 HU und die Dichtegewichte gelten für 120 kVp." in german
    assert "Der Schichtabstand ist 4,5 mm; vergleichbar sind Scores bei 2,5 bis 3 mm." in german
    assert any('Kontrastmittel "Iomeprol" wurde gegeben' in sentence for sentence in german)
    assert any("Die Markierungen von LM enthalten nichts" in sentence for sentence in german)


def test_a_sentence_without_a_text_is_printed_as_it_is(make_reading) -> None:  # type: ignore[no-untyped-def]
    reading = make_reading(warnings=("Something odd was seen.",))
    assert warning_texts(reading, words("fr")) == ("Something odd was seen.",)
