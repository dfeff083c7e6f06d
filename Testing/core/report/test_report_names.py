"""Person names as people write them, and never as boxes."""

import sys
import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from SmartScoreLib.picture import CALCIUM_WINDOW
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reports.drawing import fonts, system_fonts
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.fonts import BOLD, clean, drawable, font_file, runs, text_width, typeface
from SmartScoreLib.reports.drawing.painting import paint
from SmartScoreLib.reports.drawing.system_fonts import font_files, font_places
from SmartScoreLib.reports.language import language_codes
from SmartScoreLib.reports.language.languages import words
from SmartScoreLib.reports.language.words import Words
from SmartScoreLib.reports.page_identity import name_line, names_not_drawn, second_identifier
from SmartScoreLib.reports.patient.patient import patient_drawings
from SmartScoreLib.reports.person_name import name_lines, printable_group, printed_name, spoken_name
from SmartScoreLib.reports.physician.physician import physician_drawings
from SmartScoreLib.reports.slices.contact_sheet import contact_drawings
from SmartScoreLib.reports.slices.screen_saves import screen_drawing
from SmartScoreLib.series.describe import Patient

MakeReading = Callable[..., Reading]
PATIENT = Patient("", "", date(1957, 3, 14), 67, "female", None, None, "", "")


@pytest.fixture
def fresh_fonts() -> Iterator[None]:
    """Fonts are looked for anew, in the test and after it."""
    caches = (
        fonts._font_of, fonts._fallback, fonts._covered, fonts.runs, fonts.text_width, fonts.ink_box,
        system_fonts._installed, system_fonts._others,
    )  # fmt: skip

    def forget() -> None:
        for cached in caches:
            cached.cache_clear()

    forget()
    yield
    forget()


@pytest.fixture
def no_fonts(monkeypatch: pytest.MonkeyPatch, fresh_fonts: None) -> None:
    """A system without fonts."""
    monkeypatch.setattr(system_fonts, "font_places", lambda: ())


def every_page(reading: Reading, table: Words) -> list[Drawing]:
    """All pages of both reports, a screen save and a contact sheet."""
    return [
        *physician_drawings(reading, table),
        *patient_drawings(reading, table),
        screen_drawing(reading, range(12, 13), table),
        *contact_drawings(reading, [12], table, CALCIUM_WINDOW),
    ]


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


def test_in_chinese_japanese_and_korean_letters_the_family_comes_first() -> None:
    assert spoken_name("山田^太郎") == "山田 太郎"
    assert spoken_name("홍^길동") == "홍 길동"
    assert spoken_name("やまだ^たろう") == "やまだ たろう"


def test_the_standards_japanese_example_is_drawn_from_its_alphabetic_group() -> None:
    assert printed_name("Yamada^Tarou=山田^太郎=やまだ^たろう") == "Tarou Yamada"


def test_latin_names_are_drawn_as_they_are() -> None:
    assert printed_name("Müller-Lüdenscheidt^Åse Zoë") == "Åse Zoë Müller-Lüdenscheidt"
    assert printed_name("Buc^Jérôme") == "Jérôme Buc"  # PS3.5 Annex K


def test_greek_and_cyrillic_names_have_their_letters(no_fonts: None) -> None:
    assert printed_name("Διονυσιος") == "Διονυσιος"
    assert printed_name("Люкceмбypг") == "Люкceмбypг"


def test_a_name_of_any_length_is_no_warning_of_pydicom() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(spoken_name("W" * 1000)) == 1000


FOREIGN = {
    "Chinese": "=王^小东",
    "Japanese": "=山田^太郎=やまだ^たろう",
    "Korean": "=홍^길동",
    "Arabic": "الخطيب^محمد",
    "Hebrew": "כהן^שלום",
    "Thai": "ศรีสุข^สมชาย",
    "Devanagari": "शर्मा^क्षितिज",
}


@pytest.mark.parametrize("language", language_codes())
@pytest.mark.parametrize("script", FOREIGN)
def test_without_a_font_every_page_says_so_and_has_the_id_in_large_type(
    script: str, language: str, no_fonts: None, make_reading: MakeReading
) -> None:
    name, table = FOREIGN[script], words(language)
    reading = make_reading(
        patient={"name": name}, study={"referring_physician": name, "institution": name}, reader=name
    )
    for page in every_page(reading, table):
        texts = [text.text for text in page.texts]
        assert not any("?" in text for text in texts if not text.endswith("?"))
        assert not any("??" in text for text in texts)
        said = [text for text in page.texts if text.text and table("name_not_drawn").startswith(text.text[:8])]
        assert said
        largest = max(text.size for text in page.texts if text.text == "PAT-00123")
        assert largest > said[0].size
    assert [one.values["attribute"] for one in names_not_drawn(reading)] == [
        "Patient's Name (0010,0010)",
        "Referring Physician's Name (0008,0090)",
        "Name of Physician(s) Reading Study (0008,1060)",
    ]


def test_an_engine_that_measures_nonsense_is_not_used(monkeypatch: pytest.MonkeyPatch, fresh_fonts: None) -> None:
    """As seen in an application whose Qt had loaded another HarfBuzz: letters had widths of less than nothing."""
    from PIL import ImageFont, features

    class Broken:
        def __init__(self, engine: ImageFont.Layout) -> None:
            self.engine = engine

        def getlength(self, text: str) -> float:
            return -421347.0 if self.engine == ImageFont.Layout.RAQM else 16.0

    monkeypatch.setattr(features, "check", lambda feature: True)
    monkeypatch.setattr(ImageFont, "truetype", lambda file, size, layout_engine: Broken(layout_engine))
    fonts.joins_letters.cache_clear()
    try:
        assert not fonts.joins_letters()
    finally:
        fonts.joins_letters.cache_clear()


@pytest.mark.parametrize("joined", [True, False])
def test_letters_from_right_to_left_are_given_as_they_are_read_and_as_they_are_drawn(
    joined: bool, monkeypatch: pytest.MonkeyPatch, fresh_fonts: None
) -> None:
    monkeypatch.setattr(fonts, "joins_letters", lambda: joined)
    name = "שלום כהן"
    if not drawable(name):
        pytest.skip("no font here has Hebrew letters (apt-get install fonts-noto)")
    (run,) = runs(name)
    assert fonts.in_reading_order(run) == name
    assert fonts.in_drawing_order(run) == name[::-1]


def test_a_name_that_is_drawn_is_not_remarked(make_reading: MakeReading) -> None:
    assert names_not_drawn(make_reading()) == ()
    assert names_not_drawn(make_reading(patient={"name": ""}, reader="")) == ()


@pytest.mark.parametrize("script", FOREIGN)
def test_with_a_font_of_the_system_every_page_shows_the_name(script: str, make_reading: MakeReading) -> None:
    name = FOREIGN[script]
    if printable_group(name) is None:
        pytest.skip(f"no font here has {script} letters, or Pillow's raqm is missing (apt-get install fonts-noto)")
    family = name.strip("=").split("^")[0]
    reading = make_reading(patient={"name": name})
    for page in every_page(reading, words("en")):
        assert any(family in text.text for text in page.texts)
        assert any("PAT-00123" in text.text for text in page.texts)
        painted = paint(page)
        assert painted.shape == (page.height, page.width, 3)
    for run in runs(printed_name(name)):
        assert run.text == " " or run.file


@pytest.mark.parametrize("script", ["Arabic", "Devanagari"])
def test_letters_that_join_are_not_drawn_without_the_engine_for_them(
    script: str, monkeypatch: pytest.MonkeyPatch, fresh_fonts: None
) -> None:
    monkeypatch.setattr(fonts, "joins_letters", lambda: False)
    monkeypatch.setattr(fonts, "_covered", lambda file, letter: file != "" or letter.isascii())
    monkeypatch.setattr(fonts, "font_files", lambda letter: iter(["some.ttf"]))
    assert printable_group(FOREIGN[script]) is None
    assert printable_group(FOREIGN["Hebrew"]) is not None


def test_hebrew_goes_from_right_to_left_without_an_engine_too(
    monkeypatch: pytest.MonkeyPatch, fresh_fonts: None
) -> None:
    monkeypatch.setattr(fonts, "joins_letters", lambda: False)
    monkeypatch.setattr(fonts, "_covered", lambda file, letter: file != "" or letter.isascii())
    monkeypatch.setattr(fonts, "font_files", lambda letter: iter(["some.ttf"]))
    parts = [(run.text, run.file) for run in runs("Dr. שלום כהן, MD")]
    assert parts == [("Dr. ", ""), ("שלום כהן"[::-1], "some.ttf"), (", MD", "")]
    (marked,) = runs("שָב")  # the point below the first letter stays with it
    assert marked.text == "בשָ"


@pytest.mark.parametrize("engine", [True, False])
@pytest.mark.parametrize("covers_signs", [True, False])
def test_hyphens_and_quotes_between_hebrew_letters_go_from_right_to_left_too(
    engine: bool, covers_signs: bool, monkeypatch: pytest.MonkeyPatch, fresh_fonts: None
) -> None:
    """Unicode's bidirectional rules N1 and N2: what stands between letters of one direction takes it."""

    def covered(file: str, letter: str) -> bool:
        return letter.isascii() if file == "" else covers_signs or not letter.isascii()

    monkeypatch.setattr(fonts, "joins_letters", lambda: engine)
    monkeypatch.setattr(fonts, "_covered", covered)
    monkeypatch.setattr(fonts, "font_files", lambda letter: iter(["some.ttf"]))
    text = 'ד"ר דוד בן-גוריון (תל)'
    *_, last = found = runs(f"Dr. {text}, MD")
    # The engine turns what it is given, and brackets with it.
    drawn = "".join(run.text[::-1].replace("(", ")") if engine and run.file else run.text for run in found)
    # The closing bracket has Hebrew on its left side only, so it goes with the Latin text around.
    assert drawn == "Dr. " + 'ד"ר דוד בן-גוריון )תל'[::-1] + "), MD"
    assert last.text == "), MD"
    assert len(found) == (3 if covers_signs else 13)


def test_fonts_are_found_in_the_folders_of_the_system(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, fresh_fonts: None
) -> None:
    inner = tmp_path / "truetype"
    inner.mkdir()
    names = ("MSYH.TTC", "NotoSansHebrew-Regular.ttf", "any-Bold.otf", "other.ttf", "LastResort.otf", "read.me")
    for name in names:
        (inner / name).write_bytes(b"")
    monkeypatch.setattr(system_fonts, "font_places", lambda: (tmp_path, tmp_path / "missing"))
    hebrew, any_bold, other = "NotoSansHebrew-Regular.ttf", "any-Bold.otf", "other.ttf"
    assert [Path(file).name for file in font_files("山")] == ["MSYH.TTC", hebrew, other, any_bold]
    assert [Path(file).name for file in font_files("ש")] == [hebrew, "MSYH.TTC", other, any_bold]
    assert printable_group("=山田") is None  # a file that is no font is none


def test_a_font_of_any_name_that_has_the_letters_draws_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, fresh_fonts: None
) -> None:
    (tmp_path / "Some Font.ttf").write_bytes(font_file(BOLD).read_bytes())
    monkeypatch.setattr(system_fonts, "font_places", lambda: (tmp_path,))
    shipped = fonts._covered
    monkeypatch.setattr(fonts, "_covered", lambda file, letter: (file != "" or letter != "Ŵ") and shipped(file, letter))
    assert [run.file for run in runs("Ŵ")] == [str(tmp_path / "Some Font.ttf")]


@pytest.mark.parametrize(
    ("platform", "place"),
    [("win32", "Windows"), ("darwin", "/System/Library/Fonts"), ("linux", "/usr/share/fonts")],
)
def test_each_operating_system_has_its_places(monkeypatch: pytest.MonkeyPatch, platform: str, place: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.delenv("XDG_DATA_DIRS", raising=False)
    assert any(place in str(folder) for folder in font_places())


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (1000, "Prof. Maximiliana Alexandra Featherstonehaugh, MD"),
        (330, "Maximiliana Alexandra Featherstonehaugh"),
        (270, "Maximiliana A. Featherstonehaugh"),
        (190, "M. A. Featherstonehaugh"),
        (160, "… Featherstonehaugh"),
    ],
)
def test_of_a_name_that_is_cut_the_family_name_stays(width: int, shown: str) -> None:
    """Widths between those of two forms, in 14 pixels of the shipped font."""
    name = "Featherstonehaugh^Maximiliana^Alexandra^Prof.^MD"
    (line,) = name_lines(name, width, 14)
    assert line == shown
    assert text_width(line, 14) <= width


def test_a_family_name_wider_than_the_line_is_cut_at_its_end() -> None:
    (line,) = name_lines("Featherstonehaugh^Max", 60, 14)
    assert line.startswith("Feath")
    assert line.endswith("…")
    assert text_width(line, 14) <= 60
    assert name_lines("Featherstonehaugh^Max", 100, 14, 2)[0].startswith("Feath")


@pytest.mark.parametrize("name", ["Doe^Jane", "W" * 64 + "^" + "V" * 60, "", "Featherstonehaugh^Maximiliana Alexandra"])
@pytest.mark.parametrize("patient_id", ["4711", "X" * 64, ""])
@pytest.mark.parametrize("width", [200, 480])
def test_two_identifiers_fit_into_their_lines(name: str, patient_id: str, width: int) -> None:
    patient = replace(PATIENT, name=name, patient_id=patient_id)
    first = name_line(patient, words("en"), width, 11)
    second = second_identifier(patient, words("en"), width, 11)
    assert text_width(first, 11) <= width
    assert text_width(second, 11) <= width
    assert first[:1] == (name or "Name not given")[:1] or first.startswith(("J", "M", "…"))
    assert second.endswith("Mar 14, 1957")
    if patient_id == "4711":
        assert "4711  ·  " in second
    elif patient_id:
        shown, _, date = second.partition("…  ·  ")
        assert (set(shown), date) == ({"X"}, "Mar 14, 1957")
    else:
        assert second == "Born Mar 14, 1957"


def test_an_id_that_has_no_room_in_large_type_stands_in_the_type_of_its_line(
    no_fonts: None, make_reading: MakeReading
) -> None:
    for page in every_page(make_reading(patient={"name": FOREIGN["Chinese"], "patient_id": "X" * 64}), words("en")):
        assert any("Name cannot be shown" in text.text for text in page.texts)
        assert any("XXXXXXXX" in text.text for text in page.texts)
        for text in page.texts:
            assert text.ink[2] <= page.width - 14


def test_what_no_font_has_is_known(no_fonts: None) -> None:
    assert drawable("ÄÖÜäöüßéèêçñõÅŁőč³²≥±×µ°·–“”")
    assert not drawable("山")
    assert not drawable("\u0007")
    assert not drawable("\U0001f600")
    assert clean("a\nb 山田 太郎") == "a b …"


def test_every_letter_of_latin_1_has_a_shape_of_its_own() -> None:
    missing = np.asarray(typeface(24).getmask("\U0010fffe"))
    for code in [*range(0x21, 0x7F), *range(0xA1, 0x100)]:
        if code != 0xAD:
            assert not np.array_equal(np.asarray(typeface(24).getmask(chr(code))), missing), hex(code)


def test_a_name_in_a_system_font_keeps_its_place_on_every_page(
    monkeypatch: pytest.MonkeyPatch, fresh_fonts: None, make_reading: MakeReading
) -> None:
    """The bold font stands for one of the system that has the letter W; 60 of them are wider than any line."""
    shipped = fonts._covered
    monkeypatch.setattr(fonts, "_covered", lambda file, letter: (file != "" or letter != "Ŵ") and shipped(file, letter))
    monkeypatch.setattr(fonts, "font_files", lambda letter: iter([str(font_file(BOLD))]))
    for page in every_page(make_reading(patient={"name": "=" + "Ŵ" * 60}), words("en")):
        text = next(text for text in page.texts if "ŴŴŴŴ" in text.text)
        assert text.ink[2] <= page.width - 14
