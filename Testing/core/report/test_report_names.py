"""Person names as people write them, and never as boxes."""

import numpy as np
import pytest

from SmartScoreLib.reports import person_name
from SmartScoreLib.reports.drawing.fonts import BOLD, clean, drawable, font_file, typeface
from SmartScoreLib.reports.language.languages import words
from SmartScoreLib.reports.patient.patient import patient_drawings
from SmartScoreLib.reports.person_name import printed_name, spoken_name
from SmartScoreLib.reports.physician.physician import physician_drawings
from SmartScoreLib.reports.slices.screen_saves import screen_drawing


@pytest.mark.parametrize(
    ("dicom", "spoken"),
    [
        ("Adams^John Robert Quincy^^Rev.^B.A. M.Div.", "Rev. John Robert Quincy Adams, B.A. M.Div."),  # PS3.5 6.2.1.1
        (
            "Morrison-Jones^Susan^^^Ph.D., Chief Executive Officer",
            "Susan Morrison-Jones, Ph.D., Chief Executive Officer",
        ),
        ("Doe", "Doe"),
        ("", ""),
        ("^^^^", ""),
        ("^Alice", "Alice"),
    ],
)
def test_components_are_put_in_the_order_of_speech(dicom: str, spoken: str) -> None:
    assert spoken_name(dicom) == spoken


def test_the_standards_japanese_example_is_drawn_from_its_alphabetic_group() -> None:
    assert printed_name("Yamada^Tarou=山田^太郎=やまだ^たろう") == ("Tarou Yamada", "")


def test_latin_names_are_drawn_as_they_are() -> None:
    assert printed_name("Müller-Lüdenscheidt^Åse Zoë") == ("Åse Zoë Müller-Lüdenscheidt", "")
    assert printed_name("Buc^Jérôme") == ("Jérôme Buc", "")  # PS3.5 Annex K


def test_greek_and_cyrillic_names_have_their_letters() -> None:
    assert printed_name("Διονυσιος")[0] == "Διονυσιος"
    assert printed_name("Люкceмбypг") == ("Люкceмбypг", "")


def test_without_an_alphabetic_group_and_without_a_font_no_box_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(person_name, "fallback_file", lambda text: None)
    assert printed_name("=山田^太郎") == ("?? ??", "")


def test_without_an_alphabetic_group_a_font_of_the_system_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(person_name, "fallback_file", lambda text: "some.ttf")
    assert printed_name("=山田^太郎=やまだ^たろう") == ("太郎 山田", "some.ttf")


def test_what_the_font_lacks_is_known() -> None:
    assert drawable("ÄÖÜäöüßéèêçñõÅŁőč³²≥±×µ°·–“”")
    assert not drawable("山")
    assert not drawable("\u0007")
    assert not drawable("\U0001f600")
    assert clean("a\nb 山") == "a b ?"


def test_every_letter_of_latin_1_has_a_shape_of_its_own() -> None:
    missing = np.asarray(typeface(24).getmask("\U0010fffe"))
    for code in [*range(0x21, 0x7F), *range(0xA1, 0x100)]:
        if code != 0xAD:
            assert not np.array_equal(np.asarray(typeface(24).getmask(chr(code))), missing), hex(code)


def test_a_name_in_a_system_font_keeps_its_place_on_every_page(monkeypatch: pytest.MonkeyPatch, make_reading) -> None:  # type: ignore[no-untyped-def]
    """The bold font stands for one of the system; 60 signs of it are wider than any line."""
    stand_in = str(font_file(BOLD))
    monkeypatch.setattr(person_name, "drawable", lambda text, file="": False)
    monkeypatch.setattr(person_name, "fallback_file", lambda text: stand_in)
    reading = make_reading(patient={"name": "=" + "W" * 60})
    pages = [*physician_drawings(reading, words("en"))[:1], *patient_drawings(reading, words("en"))[:1]]
    pages.append(screen_drawing(reading, range(12, 13), words("en")))
    for page in pages:
        text = next(text for text in page.texts if text.file == stand_in)
        assert text.text.startswith("WWWW")
        assert text.ink[2] <= page.width - 15
