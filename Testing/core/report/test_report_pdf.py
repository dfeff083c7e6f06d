"""The PDF holds the text of the pages as text, in print size, and is the same for the same reading."""

import builtins
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.results import score_json
from SmartScoreLib.remarks.errors import SmartScoreError
from SmartScoreLib.reports.drawing.fonts import runs
from SmartScoreLib.reports.language.languages import words
from SmartScoreLib.reports.patient.patient import patient_drawings
from SmartScoreLib.reports.pdf import write_pdf
from SmartScoreLib.reports.person_name import printable_group, printed_name
from SmartScoreLib.reports.physician.physician import physician_drawings
from SmartScoreLib.reports.printing.document import both_reports, patient_document, physician_document
from SmartScoreLib.reports.printing.reportlab_painter import paint_with_reportlab

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


MakeReading = Callable[..., Reading]


def texts_of(file: Path) -> list[str]:
    """What a search finds on each sheet."""
    return [page.get_textpage().get_text_range() for page in pdfium.PdfDocument(file)]


def test_each_report_is_a_document_and_both_follow_each_other(make_reading: MakeReading) -> None:
    reading = make_reading()
    physician, patient = physician_document(reading, "de"), patient_document(reading, "de")
    assert (physician.title, patient.title) == ("Koronarkalk-Befund", "Ihre Herzaufnahme: Kalk-Score")
    assert physician.subject == patient.subject == "Alice M Baker"
    assert (len(physician.sheets), len(patient.sheets)) == (2, 2)
    assert len(both_reports(reading, "de").sheets) == 4


def test_the_numbers_of_the_pdf_are_those_of_the_json(make_reading: MakeReading, tmp_path: Path) -> None:
    reading = make_reading()
    paint_with_reportlab(physician_document(reading), tmp_path / "report.pdf")
    text = " ".join(" ".join(texts_of(tmp_path / "report.pdf")).split())
    data = score_json(reading)
    for key, row in data["territories"].items():
        if row["counts"] and (row["lesions"] or BY_KEY[key].always_shown):
            # Lesions, Agatston, volume, mass; none of these is half a unit from a whole number.
            numbers = (row["lesions"], round(row["agatston"]), round(row["volume_mm3"]), f"{row['mass_mg']:.1f}")
            assert f"{key} {' '.join(str(number) for number in numbers)}" in text
    total = data["total"]
    assert f"Total {total['lesions']} {total['agatston']:.0f} {total['volume_mm3']:.0f} {total['mass_mg']:.1f}" in text
    assert f"CAC-DRS {data['interpretation']['cac_drs']}" in text
    assert f"Percentile (MESA 2006): {data['interpretation']['percentiles'][0]['value']}" in text


def test_name_id_and_birth_date_stand_on_every_page(make_reading: MakeReading, tmp_path: Path) -> None:
    reading = make_reading()
    for document in (physician_document(reading), patient_document(reading)):
        paint_with_reportlab(document, tmp_path / "report.pdf")
        for sheet, text in zip(document.sheets, texts_of(tmp_path / "report.pdf"), strict=True):
            for identifier in ("Baker", "PAT-00123", "Mar 14, 1957"):
                assert text.count(identifier) >= len(sheet), identifier


def test_fonts_are_embedded_as_far_as_they_are_used(make_reading: MakeReading, tmp_path: Path) -> None:
    content = write_pdf(make_reading(), tmp_path / "report.pdf").read_bytes()
    named = set(re.findall(rb"/BaseFont /([^ /\r\n]+)", content))
    assert {name[7:] for name in named if name[6:7] == b"+"} == {b"DejaVuSans", b"DejaVuSans-Bold"}
    # Two whole fonts are 327 000 bytes; all of the file is less.
    assert len(content) < 250_000


@pytest.mark.parametrize(
    "name",
    ["=王^小东", "=山田^太郎", "=홍^길동", "الخطيب^محمد", "כהן^שלום", "ศรีสุข^สมชาย", "शर्मा^क्षितिज", "Люкceмбypг"],
)
def test_a_name_in_another_script_is_found_where_a_font_has_it(
    name: str, make_reading: MakeReading, tmp_path: Path
) -> None:
    if printable_group(name) is None:
        pytest.skip("no font here has these letters, or Pillow's raqm is missing (apt-get install fonts-noto)")
    reading = make_reading(patient={"name": name})
    first, *_, last = texts_of(write_pdf(reading, tmp_path / "report.pdf"))
    for part in printed_name(name).split():
        assert unicodedata.normalize("NFKC", part) in unicodedata.normalize("NFKC", first)
        assert unicodedata.normalize("NFKC", part) in unicodedata.normalize("NFKC", last)


def test_a_name_is_found_also_after_another_name_that_was_drawn_as_a_picture(
    make_reading: MakeReading, tmp_path: Path
) -> None:
    """Regression: where the system has the shipped font too, the letters of both got into one part of the file."""
    name = "כהן^שלום"
    if printable_group(name) is None:
        pytest.skip("no font here has these letters (apt-get install fonts-dejavu-core)")
    # No shipped font has these, and is_joined makes them a picture under text that is searched for.
    write_pdf(make_reading(patient={"name": "الخطيب^محمد"}), tmp_path / "before.pdf")
    first, *_ = texts_of(write_pdf(make_reading(patient={"name": name}), tmp_path / "report.pdf"))
    assert "כהן" in first
    assert "שלום" in first


def test_a_name_that_cannot_be_embedded_is_seen_as_well(make_reading: MakeReading, tmp_path: Path) -> None:
    """Letters of India change their places, which reportlab does not do: they are pixels under invisible text."""
    name = "शर्मा^क्षितिज"
    if printable_group(name) is None:
        pytest.skip("no font here has these letters, or Pillow's raqm is missing (apt-get install fonts-noto)")
    assert any(run.file for run in runs(printed_name(name)))

    def ink(file: Path) -> Any:
        page = pdfium.PdfDocument(file)[0].render(scale=2).to_numpy()[..., :3]
        # the line of the name, between the head and the rows of the identity
        return int((page[122:140, 215:400] < 128).any(axis=2).sum())

    assert ink(write_pdf(make_reading(patient={"name": name}), tmp_path / "name.pdf")) > 100
    assert ink(write_pdf(make_reading(patient={"name": "^"}), tmp_path / "none.pdf")) != ink(tmp_path / "name.pdf")
