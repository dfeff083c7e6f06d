"""Documents to PDF files with Qt, which Slicer brings: vectors, and text that can be searched."""

import errno
from functools import cache
from pathlib import Path
from typing import Any

import qt

from SmartScoreLib.desktop.reporting.pictures import pixmapOf
from SmartScoreLib.picture import Picture
from SmartScoreLib.reports.drawing.drawing import Image, Mark, Polygon, Polyline, Rectangle, Text
from SmartScoreLib.reports.drawing.fonts import BOLD, REGULAR, font_file, in_reading_order, placed_runs, text_width
from SmartScoreLib.reports.drawing.palette import Color
from SmartScoreLib.reports.printing.document import Document, PlacedPage

_UNITS = 20
"""Of the device in a point."""
_FINE = 20
"""Letters are set so many times larger, since Qt rounds the width of each to a 64th of a pixel."""


def paintWithQt(document: Document, path: Path) -> None:
    """Write a document as a PDF file, as `reports.printing.reportlab_painter` does where there is no Qt.

    The fonts are embedded as far as they are used. In the scripts of India, where letters change their places, a search
    finds single words only in part.

    Raises:
        OSError: the file cannot be written.
    """
    # Qt does not say why it cannot begin a file; Python does.
    path.open("wb").close()
    writer = qt.QPdfWriter(str(path))
    writer.setTitle(document.title)
    writer.setCreator(document.made_by)
    writer.setResolution(72 * _UNITS)
    writer.setPageSize(qt.QPageSize(qt.QPageSize.A4))
    writer.setPageMargins(qt.QMarginsF(0, 0, 0, 0))
    painter = qt.QPainter()
    begun = painter.begin(writer)
    if begun:
        # Slices stay as they are, without what JPEG adds.
        painter.setRenderHint(qt.QPainter.LosslessImageRendering, True)
        for number, sheet in enumerate(document.sheets):
            if number:
                writer.newPage()
            for page in sheet:
                _drawPage(painter, page)
        begun = painter.end()
    if not begun:
        raise OSError(errno.EIO, "Qt could not write the PDF", str(path))


def _drawPage(painter: Any, page: PlacedPage) -> None:
    painter.save()
    painter.translate(page.left * _UNITS, page.top * _UNITS)
    painter.scale(page.scale * _UNITS, page.scale * _UNITS)
    for mark in page.drawing.marks:
        _draw(painter, mark)
    painter.restore()


def _draw(painter: Any, mark: Mark) -> None:
    match mark:
        case Text():
            _drawText(painter, mark)
        case Rectangle():
            left, top, right, bottom = mark.box
            painter.fillPath(_path(((left, top), (right, top), (right, bottom), (left, bottom)), True), _brush(mark))
        case Polygon():
            painter.fillPath(_path(mark.points, True), _brush(mark))
        case Polyline():
            pen = qt.QPen(_brush(mark), float(mark.width), qt.Qt.SolidLine, qt.Qt.RoundCap, qt.Qt.RoundJoin)
            painter.strokePath(_path(mark.points, False), pen)
        case Image():
            left, top, right, bottom = map(float, mark.box)
            pixmap = pixmapOf(Picture(mark.pixels))
            rows, columns = mark.pixels.shape[:2]
            painter.drawPixmap(qt.QRectF(left, top, right - left, bottom - top), pixmap, qt.QRectF(0, 0, columns, rows))


def _drawText(painter: Any, mark: Text) -> None:
    """Each run as wide as on the pictures."""
    placed = placed_runs(mark.text, mark.size, mark.bold)
    ends = [start for start, _run in placed[1:]] + [text_width(mark.text, mark.size, mark.bold)]
    painter.setPen(qt.QPen(qt.QColor(*mark.color)))
    for (start, run), end in zip(placed, ends, strict=True):
        font = _font(run.file, mark.bold, mark.size)
        text = in_reading_order(run)
        natural = qt.QFontMetricsF(font).horizontalAdvance(text)
        painter.save()
        painter.translate(float(mark.left + start), float(mark.y))
        if natural > 0:
            painter.scale((end - start) / natural, 1 / _FINE)
        painter.setFont(font)
        painter.drawText(qt.QPointF(0, 0), text)
        painter.restore()


@cache
def _family(file: str) -> str:
    """What Qt calls the font of a file; "" if it cannot read it, and takes one of its own."""
    families = qt.QFontDatabase.applicationFontFamilies(qt.QFontDatabase.addApplicationFont(file))
    return str(families[0]) if families else ""


def _font(file: str, bold: bool, size: int) -> Any:
    """A font as reportlab has it: no kerning, no ligatures, widths as the font's file says; `_FINE` times larger."""
    own = not file
    font = qt.QFont(_family(str(font_file(BOLD if bold else REGULAR)) if own else file))
    font.setPixelSize(size * _FINE)
    font.setBold(bold and own)
    font.setKerning(False)
    font.setHintingPreference(qt.QFont.PreferNoHinting)
    font.setStyleStrategy(qt.QFont.PreferNoShaping)
    return font


def _path(points: tuple[tuple[float, float], ...], closed: bool) -> Any:
    path = qt.QPainterPath()
    for number, (x, y) in enumerate(points):
        # PythonQt takes Python's numbers only, and some points are numpy's.
        (path.lineTo if number else path.moveTo)(float(x), float(y))
    if closed:
        path.closeSubpath()
    return path


def _brush(mark: Rectangle | Polygon | Polyline) -> Any:
    color: Color = mark.color
    return qt.QBrush(qt.QColor(*color))
