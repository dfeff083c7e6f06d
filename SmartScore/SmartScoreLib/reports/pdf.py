"""The reports as a vector PDF for print: A4, two Physician pages or one Patient page to a sheet."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from SmartScoreLib.identity import identity
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import SmartScoreError
from SmartScoreLib.reports.drawing.drawing import Drawing, Image, Mark, Point, Polygon, Polyline, Rectangle, Text
from SmartScoreLib.reports.drawing.fonts import BOLD, REGULAR, font_file, runs, text_width
from SmartScoreLib.reports.drawing.painting import paint
from SmartScoreLib.reports.drawing.palette import Color
from SmartScoreLib.reports.language.languages import words
from SmartScoreLib.reports.patient.patient import patient_drawings
from SmartScoreLib.reports.person_name import printed_name
from SmartScoreLib.reports.physician.physician import physician_drawings

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_MM = 72 / 25.4
SHEET = (210 * _MM, 297 * _MM)
_PHYSICIAN_MM, _PATIENT_MM = 136.0, 190.0
"""Edge of a printed page: 11 pixels of the Physician page become 8 points, 20 of the Patient page 10 points."""
_DETAIL = 3
"""Slices are drawn so many times finer than on the 512 page: about 290 pixels an inch."""


def write_pdf(reading: Reading, path: Path, language: str = "en") -> Path:
    """Write the Physician and the Patient report to one file and return its path.

    Raises:
        WrongUsage: there is no such language.
        SmartScoreError: the PDF library is not installed.
        OSError: the file cannot be written.
    """
    try:
        from reportlab.pdfgen.canvas import Canvas
    except ImportError as error:
        raise SmartScoreError(remark("reports.no_pdf_library", command="pip install 'smartscore[pdf]'")) from error
    table = words(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    # The same reading gives the same file: no time and no random number goes into it.
    canvas = Canvas(str(path), pagesize=SHEET, invariant=1)
    canvas.setTitle(table("physician_title"))
    canvas.setAuthor(f"{identity().title} {identity().version}")
    canvas.setSubject(printed_name(reading.description.patient.name))
    physician = physician_drawings(reading, table, _DETAIL)
    _register_fonts()
    for start in range(0, len(physician), 2):
        _sheet(canvas, physician[start : start + 2], _PHYSICIAN_MM)
    for page in patient_drawings(reading, table):
        _sheet(canvas, [page], _PATIENT_MM)
    canvas.save()
    return path


def _register_fonts() -> None:
    from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames, registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    for name in (REGULAR, BOLD):
        if name not in getRegisteredFontNames():
            registerFont(TTFont(name, str(font_file(name))))


def _sheet(canvas: "Canvas", pages: Sequence[Drawing], edge_mm: float) -> None:
    """Pages of one size under each other, with even margins at the sides."""
    edge = edge_mm * _MM
    left = (SHEET[0] - edge) / 2
    gap = (SHEET[1] - 2 * edge) / 3 if len(pages) > 1 or edge_mm < 150 else 10 * _MM
    for number, page in enumerate(pages):
        top = SHEET[1] - gap - number * (edge + gap)
        canvas.saveState()
        # Pixels from the top left corner, y downwards, become the coordinates of everything that follows.
        canvas.translate(left, top)
        canvas.scale(edge / page.width, -edge / page.height)
        for mark in page.marks:
            _draw(canvas, mark)
        canvas.restoreState()
    canvas.showPage()


def _draw(canvas: "Canvas", mark: Mark) -> None:
    match mark:
        case Text():
            _draw_text(canvas, mark)
        case Rectangle():
            left, top, right, bottom = mark.box
            canvas.setFillColor(_color(mark.color))
            canvas.rect(left, top, right - left, bottom - top, stroke=0, fill=1)
        case Polygon():
            canvas.setFillColor(_color(mark.color))
            canvas.drawPath(_path(canvas, mark.points, close=True), stroke=0, fill=1)
        case Polyline():
            canvas.setStrokeColor(_color(mark.color))
            canvas.setLineWidth(mark.width)
            canvas.setLineCap(1)
            canvas.setLineJoin(1)
            canvas.drawPath(_path(canvas, mark.points, close=False), stroke=1, fill=0)
        case Image():
            _draw_pixels(canvas, mark)


def _draw_text(canvas: "Canvas", mark: Text) -> None:
    """Text as text, as wide as on the pictures; with letters that the shipped fonts lack, as a picture of its own."""
    if any(run.file for run in runs(mark.text)):
        left, top, right, bottom = mark.ink
        width, height = int(right - left) + 2, int(bottom - top) + 2
        fine = Drawing(width * 4, height * 4, mark.paper)
        fine.text((mark.left - left) * 4, (mark.y - top) * 4, mark.text, mark.size * 4, mark.color, bold=mark.bold)
        _draw_pixels(canvas, Image((left, top, left + width, top + height), paint(fine)))
        return
    font = BOLD if mark.bold else REGULAR
    natural = canvas.stringWidth(mark.text, font, mark.size)
    line = canvas.beginText()
    # The page's y axis points down; letters must not.
    line.setTextTransform(1, 0, 0, -1, mark.left, mark.y)
    line.setFont(font, mark.size)
    line.setFillColor(_color(mark.color))
    if natural > 0:
        line.setHorizScale(100 * text_width(mark.text, mark.size, mark.bold) / natural)
    line.textOut(mark.text)
    canvas.drawText(line)


def _draw_pixels(canvas: "Canvas", mark: Image) -> None:
    from PIL import Image as PillowImages
    from reportlab.lib.utils import ImageReader

    left, top, right, bottom = mark.box
    canvas.saveState()
    canvas.translate(left, bottom)
    canvas.scale(1, -1)
    canvas.drawImage(ImageReader(PillowImages.fromarray(mark.pixels)), 0, 0, right - left, bottom - top)
    canvas.restoreState()


def _path(canvas: "Canvas", points: Sequence[Point], *, close: bool) -> Any:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    if close:
        path.close()
    return path


def _color(color: Color) -> Any:
    from reportlab.lib.colors import Color as PdfColor

    return PdfColor(*(value / 255 for value in color))
