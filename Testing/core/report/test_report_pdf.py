"""The PDF holds the text of the pages as text, in print size, and is the same for the same reading."""

import builtins
from pathlib import Path

import pytest

from SmartScoreLib.remarks.errors import SmartScoreError
from SmartScoreLib.reports.language.languages import words
from SmartScoreLib.reports.patient.patient import patient_drawings
from SmartScoreLib.reports.pdf import write_pdf
from SmartScoreLib.reports.physician.physician import physician_drawings

pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed, so no PDF can be read back")
pytest.importorskip("reportlab", reason="reportlab is not installed, so no PDF can be written")


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_every_line_of_the_pages_is_text_in_the_pdf(make_reading, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    reading = make_reading(comment="Grün & <weiß> (100 %)", patient={"name": "Müller^Åse"})
    document = pdfium.PdfDocument(write_pdf(reading, tmp_path / "report.pdf", "de"))
    content = squeezed("".join(page.get_textpage().get_text_range() for page in document))
    drawings = [*physician_drawings(reading, words("de")), *patient_drawings(reading, words("de"))]
    for drawing in drawings:
        for text in drawing.texts:
            assert squeezed(text.text) in content, text.text


def test_pages_are_a4_with_two_physician_pages_or_one_patient_page(make_reading, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    reading = make_reading()
    document = pdfium.PdfDocument(write_pdf(reading, tmp_path / "report.pdf"))
    physician = len(physician_drawings(reading, words("en")))
    assert len(document) == (physician + 1) // 2 + 2
    for page in document:
        assert page.get_size() == pytest.approx((595.28, 841.89), abs=0.01)


def test_a_page_in_print_looks_like_the_picture(make_reading, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """The blue bar at the head of the Patient page and its white middle are where the layout puts them."""
    document = pdfium.PdfDocument(write_pdf(make_reading(), tmp_path / "report.pdf"))
    picture = document[len(document) - 1].render(scale=1).to_numpy()
    millimetre = 72 / 25.4
    bar = picture[round(10.5 * millimetre), round(105 * millimetre)]
    assert sorted(int(v) for v in bar[:3]) == [0, 84, 128]
    assert (picture[round(2 * millimetre), :, :3] == 255).all()


def test_the_same_reading_gives_the_same_file(make_reading, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    one, other = (write_pdf(make_reading(), tmp_path / name).read_bytes() for name in ("one.pdf", "other.pdf"))
    assert one == other


def test_without_the_library_a_sentence_says_what_to_install(
    make_reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # type: ignore[no-untyped-def]
    real = builtins.__import__

    def without(name, *rest, **named):  # type: ignore[no-untyped-def]
        if name.startswith("reportlab"):
            raise ImportError(name)
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(SmartScoreError, match="reportlab, which is not installed"):
        write_pdf(make_reading(), tmp_path / "report.pdf")
    assert not (tmp_path / "report.pdf").exists()
