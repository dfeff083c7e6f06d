"""Documents to PDF files with reportlab: vectors, and text that can be searched; for use outside of Slicer."""

import unicodedata
import zlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import SmartScoreError
from SmartScoreLib.reports.drawing.drawing import Drawing, Image, Mark, Point, Polygon, Polyline, Rectangle, Text
from SmartScoreLib.reports.drawing.fonts import (
    BOLD,
    REGULAR,
    Run,
    font_file,
    in_drawing_order,
    is_joined,
    placed_runs,
    text_width,
)
from SmartScoreLib.reports.drawing.painting import paint
from SmartScoreLib.reports.drawing.palette import Color
from SmartScoreLib.reports.printing.document import SHEET, Document, PlacedPage

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_INVISIBLE_TEXT = 3
"""Text rendering mode of PDF (ISO 32000-1, 9.3.6): neither filled nor stroked, but found by a search."""
_SEARCHED = "searched"


def paint_with_reportlab(document: Document, path: Path) -> None:
    """Write a document as a PDF file; the same document gives the same file.

    Names in scripts that the shipped fonts lack are drawn with a font of the system, which is embedded as far as it is
    used. Where reportlab cannot embed it (PostScript outlines), or cannot put its letters together, they are drawn as a
    picture, with invisible text over it.

    Raises:
        SmartScoreError: reportlab is not installed.
        OSError: the file cannot be written.
    """
    try:
        from reportlab.pdfgen.canvas import Canvas
    except ImportError as error:
        raise SmartScoreError(remark("reports.no_pdf_library", command="pip install 'smartscore[pdf]'")) from error
    # No time and no random number goes into the file.
    canvas = Canvas(str(path), pagesize=SHEET, invariant=1)
    canvas.setTitle(document.title)
    canvas.setAuthor(document.made_by)
    canvas.setSubject(document.subject)
    for sheet in document.sheets:
        for page in sheet:
            _draw_page(canvas, page)
        canvas.showPage()
    canvas.save()


def _draw_page(canvas: "Canvas", page: PlacedPage) -> None:
    canvas.saveState()
    # Pixels from the top left corner, y downwards, become the coordinates of everything that follows.
    canvas.translate(page.left, SHEET[1] - page.top)
    canvas.scale(page.scale, -page.scale)
    for mark in page.drawing.marks:
        _draw(canvas, mark)
    canvas.restoreState()


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
    """Each run as text, as wide as on the pictures; if one cannot be, the line is a picture under invisible text."""
    placed = placed_runs(mark.text, mark.size, mark.bold)
    fonts = [_embedded(run, mark.bold) for _, run in placed]
    if None in fonts:
        _draw_as_picture(canvas, mark)
        fonts = [_searched(run.text) for _, run in placed]
    mode = _INVISIBLE_TEXT if fonts and fonts[0] == _SEARCHED else 0
    ends = [start for start, _ in placed[1:]] + [text_width(mark.text, mark.size, mark.bold)]
    for (start, run), end, font in zip(placed, ends, fonts, strict=True):
        text = in_drawing_order(run)
        natural = canvas.stringWidth(text, font, mark.size)
        line = canvas.beginText()
        # The page's y axis points down; letters must not.
        line.setTextTransform(1, 0, 0, -1, mark.left + start, mark.y)
        line.setFont(font, mark.size)
        line.setFillColor(_color(mark.color))
        if natural > 0:
            line.setHorizScale(100 * (end - start) / natural)
        if mode:
            line.setTextRenderMode(mode)
        line.textOut(text)
        if mode:
            line.setTextRenderMode(0)
        canvas.drawText(line)


def _draw_as_picture(canvas: "Canvas", mark: Text) -> None:
    left, top, right, bottom = mark.ink
    width, height = int(right - left) + 2, int(bottom - top) + 2
    fine = Drawing(width * 4, height * 4, mark.paper)
    fine.text((mark.left - left) * 4, (mark.y - top) * 4, mark.text, mark.size * 4, mark.color, bold=mark.bold)
    _draw_pixels(canvas, Image((left, top, left + width, top + height), paint(fine)))


def _embedded(run: Run, bold: bool) -> str | None:
    """Name of the font that draws a run as text; None if its letters change beside others, or reportlab lacks it."""
    if not run.file:
        return _font(str(font_file(BOLD if bold else REGULAR)))
    if is_joined(run.text) or any(unicodedata.category(letter).startswith("M") for letter in run.text):
        return None
    return _font(run.file)


@cache
def _font(file: str) -> str | None:
    """Name under which reportlab knows a font file from now on; None if it has not TrueType outlines."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    try:
        font = TTFont(file, file)
    except TTFError:
        return None
    if file not in _shipped_files():
        # reportlab files the parts of a font under the name of its face, which is the same for the shipped font and for
        # a system's copy of it.
        font.face.name += f"-{zlib.crc32(file.encode()):08x}".encode()
    registerFont(font)
    return file


def _shipped_files() -> tuple[str, str]:
    return str(font_file(REGULAR)), str(font_file(BOLD))


@cache
def _search_face() -> Any:
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(_SEARCHED, str(font_file(REGULAR)))
    # As in `_font`: those of the shipped font itself have the name of its face.
    font.face.name = _SEARCHED.encode()
    registerFont(font)
    return font.face


def _searched(text: str) -> str:
    """Name of a font for text that is not seen: each letter is a space, but is known by its own code."""
    face = _search_face()
    for code in map(ord, text):
        face.charToGlyph.setdefault(code, face.charToGlyph[ord(" ")])
        face.charWidths.setdefault(code, 600)
    return _SEARCHED


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
