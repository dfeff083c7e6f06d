"""Qt and reportlab paint the same drawings: the same text at the same places."""

import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest

pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed, so no PDF can be read back")

Letters = list[tuple[str, tuple[float, float, float, float]]]
NEAR_PT = 0.8
"""A third of a millimeter: the reader of the tests takes widths of letters as whole thousandths of their height."""


def letters(file: Path) -> list[Letters]:
    """Every letter of every sheet with its box in points, but for spaces: how lines are parted is the reader's."""
    sheets = []
    for page in pdfium.PdfDocument(file):
        text = page.get_textpage()
        every = [(text.get_text_range(i, 1), text.get_charbox(i)) for i in range(text.count_chars())]
        sheets.append([(letter, box) for letter, box in every if letter.strip()])
    return sheets


@pytest.fixture
def session(opened: Any) -> Any:
    from conftest import click_lesions
    from SmartScoreLib.phantom.standard import standard_phantom

    click_lesions(opened, standard_phantom(slices=40, rows=256, columns=256, pixel_mm=0.9, spacing_mm=3.0))
    return opened.panel.session


def painted(reading: Any, folder: Path, language: str = "en") -> tuple[Path, Path]:
    """The file of Qt, and that of reportlab."""
    pytest.importorskip("reportlab", reason="reportlab is not installed, so there is nothing to compare with")
    from SmartScoreLib.desktop.reporting.pdf_painter import paintWithQt
    from SmartScoreLib.reports.pdf import write_pdf

    qt = write_pdf(reading, folder / "qt.pdf", language, paintWithQt)
    return qt, write_pdf(reading, folder / "reportlab.pdf", language)


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_both_have_the_same_letters_at_the_same_places(session: Any, tmp_path: Path, language: str) -> None:
    found, expected = (letters(file) for file in painted(session.reading(), tmp_path, language))
    assert len(found) == len(expected) >= 4
    for one, other in zip(found, expected, strict=True):
        assert "".join(letter for letter, _ in one) == "".join(letter for letter, _ in other)
        apart = [
            abs(a - b) for (_, box), (_, same) in zip(one, other, strict=True) for a, b in zip(box, same, strict=True)
        ]
        assert max(apart) < NEAR_PT


def test_both_look_the_same(session: Any, tmp_path: Path) -> None:
    import numpy as np

    for one, other in zip(*(pdfium.PdfDocument(file) for file in painted(session.reading(), tmp_path)), strict=True):
        assert one.get_size() == pytest.approx(other.get_size(), abs=0.5)
        small, same = (page.render(scale=0.5).to_numpy()[:420, :297, :3].astype(int) for page in (one, other))
        assert np.abs(small - same).mean() < 2.0
        assert (np.abs(small - same).max(axis=2) > 128).mean() < 0.002


def test_slices_lose_nothing(session: Any, tmp_path: Path) -> None:
    """The pixels of the slices are in the file as they were drawn, not as JPEG would have them."""
    from SmartScoreLib.reports.drawing.drawing import Image
    from SmartScoreLib.reports.printing.document import physician_document

    file, _ = painted(session.reading(), tmp_path)
    drawn = {
        mark.pixels.tobytes()
        for sheet in physician_document(session.reading()).sheets
        for page in sheet
        for mark in page.drawing.marks
        if isinstance(mark, Image)
    }
    inside = set()
    for page in pdfium.PdfDocument(file):
        for image in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE]):
            bitmap = image.get_bitmap().to_numpy()
            inside.add((bitmap[..., ::-1] if bitmap.ndim == 3 else bitmap).tobytes())
    gray = {bytes(one[::3]) for one in drawn}
    assert len(drawn) >= 2
    assert inside & (drawn | gray)


@pytest.mark.parametrize("name", ["=王^小东", "=홍^길동", "الخطيب^محمد", "כהן^שלום", "ศรีสุข^สมชาย", "Åse Zoë^Müller"])
def test_a_name_in_another_script_is_found_where_a_font_has_it(session: Any, tmp_path: Path, name: str) -> None:
    from dataclasses import replace

    from SmartScoreLib.desktop.reporting.pdf_painter import paintWithQt
    from SmartScoreLib.reports.pdf import write_pdf
    from SmartScoreLib.reports.person_name import printable_group, printed_name

    if printable_group(name) is None:
        pytest.skip("no font here has these letters, or Pillow's raqm is missing (apt-get install fonts-noto)")
    reading = session.reading()
    patient = replace(reading.description.patient, name=name)
    reading = replace(reading, description=replace(reading.description, patient=patient))
    file = write_pdf(reading, tmp_path / "qt.pdf", paint=paintWithQt)
    text = unicodedata.normalize("NFKC", pdfium.PdfDocument(file)[0].get_textpage().get_text_range())
    for part in printed_name(name).split():
        assert unicodedata.normalize("NFKC", part) in text


def test_without_an_engine_that_joins_letters_a_name_is_the_right_way_round(
    session: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from SmartScoreLib.desktop.reporting.pdf_painter import paintWithQt
    from SmartScoreLib.reports.drawing import fonts
    from SmartScoreLib.reports.pdf import write_pdf

    caches = (fonts._font_of, fonts._fallback, fonts.runs, fonts.text_width, fonts.ink_box, fonts.typeface)
    monkeypatch.setattr(fonts, "joins_letters", lambda: False)
    for cached in caches:
        cached.cache_clear()
    try:
        if not fonts.drawable("כהן"):
            pytest.skip("no font here has Hebrew letters (apt-get install fonts-noto)")
        reading = session.reading()
        patient = replace(reading.description.patient, name="כהן^שלום")
        reading = replace(reading, description=replace(reading.description, patient=patient))
        file = write_pdf(reading, tmp_path / "qt.pdf", paint=paintWithQt)
    finally:
        for cached in caches:
            cached.cache_clear()
    assert "שלום כהן" in pdfium.PdfDocument(file)[0].get_textpage().get_text_range()


def test_reports_need_nothing_that_slicer_lacks(
    opened: Any, session: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import SmartScore

    for name in [name for name in sys.modules if name.split(".")[0] == "reportlab"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "reportlab", None)
    reading = SmartScore.SmartScoreLogic().openReading(session.volumeNode, session.segmentationNode)
    (file,) = reading.saveReport(tmp_path / "report.pdf", "de")
    assert "Koronarkalk-Befund" in pdfium.PdfDocument(file)[0].get_textpage().get_text_range()
    opened.ui.physicianPdfCheckBox.checked = True
    opened.ui.saveButton.click()
    assert "physician_pdf" in [one.kind for one in opened.panel.saving.written]


def test_a_place_that_cannot_be_written_is_told(session: Any, tmp_path: Path) -> None:
    from SmartScoreLib.desktop.reporting.pdf_painter import paintWithQt
    from SmartScoreLib.reports.printing.document import physician_document

    with pytest.raises(OSError, match="No such file"):
        paintWithQt(physician_document(session.reading()), tmp_path / "none" / "report.pdf")
