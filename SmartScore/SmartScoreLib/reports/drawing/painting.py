"""Drawings to pixels with Pillow: no display, the same pixels every time."""

from functools import lru_cache
from math import ceil, floor
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.reports.drawing.drawing import Drawing, Image, Mark, Point, Polygon, Polyline, Rectangle, Text
from SmartScoreLib.reports.drawing.fonts import direction, ink_box, placed_runs, typeface
from SmartScoreLib.reports.drawing.palette import Color

if TYPE_CHECKING:
    from PIL.Image import Image as PillowImage
    from PIL.ImageDraw import ImageDraw

_FINE = 4
"""Smooth edges are drawn this many times larger and averaged."""


def paint(drawing: Drawing) -> NDArray[np.uint8]:
    """(row, column, 3) uint8 RGB pixels of a drawing."""
    from PIL import Image as PillowImages
    from PIL import ImageDraw

    page = PillowImages.new("RGB", (drawing.width, drawing.height), drawing.paper)
    draw = ImageDraw.Draw(page)
    for mark in drawing.marks:
        _paint_mark(page, draw, mark)
    return np.asarray(page)


def _paint_mark(page: "PillowImage", draw: "ImageDraw", mark: Mark) -> None:
    match mark:
        case Text():
            mask, left, top = _text_mask(mark.text, mark.size, mark.bold)
            page.paste(mark.color, (round(mark.left) + left, round(mark.y) + top), mask)
        case Rectangle():
            left, top, right, bottom = (round(edge) for edge in mark.box)
            if right > left and bottom > top:
                draw.rectangle((left, top, right - 1, bottom - 1), mark.color)
        case Polygon():
            _paint_smooth(page, mark.points, None, mark.color)
        case Polyline():
            _paint_smooth(page, mark.points, mark.width, mark.color)
        case Image():
            _paint_image(page, mark)


@lru_cache(maxsize=1024)
def _text_mask(text: str, size: int, bold: bool) -> tuple["PillowImage", int, int]:
    """How much ink each pixel of a line gets, and where the mask lies from the start of the base line.

    Kept, because most lines stand on many pages and screen saves, and drawing letters is what takes longest.
    """
    from PIL import Image as PillowImages
    from PIL import ImageDraw

    left, top, right, bottom = ink_box(text, size, bold)
    x, y = floor(left) - 1, floor(top) - 1
    mask = PillowImages.new("L", (ceil(right) + 1 - x, ceil(bottom) + 1 - y), 0)
    draw = ImageDraw.Draw(mask)
    for start, run in placed_runs(text, size, bold):
        face = typeface(size, bold, run.file)
        draw.text((start - x, -y), run.text, 255, face, anchor="ls", direction=direction(run))
    return mask, x, y


def _paint_image(page: "PillowImage", mark: Image) -> None:
    from PIL import Image as PillowImages

    left, top, right, bottom = (round(edge) for edge in mark.box)
    picture = PillowImages.fromarray(mark.pixels)
    if picture.size != (right - left, bottom - top):
        picture = picture.resize((right - left, bottom - top), PillowImages.Resampling.BOX)
    page.paste(picture, (left, top))


def _paint_smooth(page: "PillowImage", points: tuple[Point, ...], width: float | None, color: Color) -> None:
    """A polygon, or a stroke of some width, through a mask that covers its own box only."""
    from PIL import Image as PillowImages
    from PIL import ImageDraw

    margin = 1 if width is None else width / 2 + 1
    left, top = (floor(min(p[axis] for p in points) - margin) for axis in (0, 1))
    right, bottom = (ceil(max(p[axis] for p in points) + margin) for axis in (0, 1))
    mask = PillowImages.new("L", ((right - left) * _FINE, (bottom - top) * _FINE), 0)
    draw = ImageDraw.Draw(mask)
    fine = [((x - left) * _FINE, (y - top) * _FINE) for x, y in points]
    if width is None:
        draw.polygon(fine, 255)
    else:
        draw.line(fine, 255, round(width * _FINE), joint="curve")
        radius = width * _FINE / 2
        for x, y in (fine[0], fine[-1]):
            draw.ellipse((x - radius, y - radius, x + radius, y + radius), 255)
    page.paste(color, (left, top, right, bottom), mask.reduce(_FINE))
