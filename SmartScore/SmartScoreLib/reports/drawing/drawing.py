"""A page as a list of marks in pixels of the page; painters turn it into pixels, PDF or anything else.

Coordinates are (x, y) with x to the right and y downwards from the top left corner. There are only five sorts of
mark, so that a further painter (a printer's, say) is a loop with five branches.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import cos, pi, sin
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.reports.drawing.fonts import ink_box, text_width
from SmartScoreLib.reports.drawing.palette import PAPER, Color

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""(left, top, right, bottom)."""
Align = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Text:
    """One line of text; `x` is its left end, center or right end on the base line, by `align`.

    `cell` is the box that it must stay in, for the tests of the layout.
    """

    x: float
    y: float
    text: str
    size: int
    bold: bool
    color: Color
    align: Align
    paper: Color
    cell: Box | None = None

    @property
    def left(self) -> float:
        """Where the line starts."""
        width = text_width(self.text, self.size, self.bold)
        return self.x - {"left": 0.0, "center": width / 2, "right": width}[self.align]

    @property
    def ink(self) -> Box:
        """Box of the painted pixels."""
        left, top, right, bottom = ink_box(self.text, self.size, self.bold)
        x, y = round(self.left), round(self.y)
        return (x + left, y + top, x + right, y + bottom)


@dataclass(frozen=True)
class Rectangle:
    """A filled box with sharp edges."""

    box: Box
    color: Color


@dataclass(frozen=True)
class Polygon:
    """A filled outline with smooth edges."""

    points: tuple[Point, ...]
    color: Color


@dataclass(frozen=True)
class Polyline:
    """A stroke with round ends and joints."""

    points: tuple[Point, ...]
    width: float
    color: Color


@dataclass(frozen=True)
class Image:
    """Pixels, (row, column, 3) uint8 RGB, stretched over a box."""

    box: Box
    pixels: NDArray[np.uint8] = field(repr=False)


Mark = Text | Rectangle | Polygon | Polyline | Image


@dataclass
class Drawing:
    """One page on its way to a painter: what the layout draws into, in this order from back to front."""

    width: int
    height: int
    paper: Color = PAPER
    marks: list[Mark] = field(default_factory=list)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: int,
        color: Color,
        *,
        bold: bool = False,
        align: Align = "left",
        paper: Color | None = None,
        cell: Box | None = None,
    ) -> None:
        """Add a line of text; `paper` is the color behind it if not that of the page."""
        if text:
            self.marks.append(Text(x, y, text, size, bold, color, align, paper or self.paper, cell))

    def rectangle(self, left: float, top: float, right: float, bottom: float, color: Color) -> None:
        """Add a filled box."""
        self.marks.append(Rectangle((left, top, right, bottom), color))

    def frame(self, box: Box, width: float, color: Color) -> None:
        """Add the border of a box, drawn inside it."""
        left, top, right, bottom = box
        self.rectangle(left, top, right, top + width, color)
        self.rectangle(left, bottom - width, right, bottom, color)
        self.rectangle(left, top + width, left + width, bottom - width, color)
        self.rectangle(right - width, top + width, right, bottom - width, color)

    def polygon(self, points: Sequence[Point], color: Color) -> None:
        """Add a filled outline."""
        self.marks.append(Polygon(tuple(points), color))

    def disc(self, x: float, y: float, radius: float, color: Color) -> None:
        """Add a filled circle."""
        steps = 12 if radius < 4 else 32
        self.polygon(
            [(x + radius * cos(2 * pi * k / steps), y + radius * sin(2 * pi * k / steps)) for k in range(steps)], color
        )

    def polyline(self, points: Sequence[Point], width: float, color: Color) -> None:
        """Add a stroke."""
        self.marks.append(Polyline(tuple(points), width, color))

    def image(self, box: Box, pixels: NDArray[np.uint8]) -> None:
        """Add RGB pixels."""
        self.marks.append(Image(box, pixels))

    @property
    def texts(self) -> list[Text]:
        """All lines of text."""
        return [mark for mark in self.marks if isinstance(mark, Text)]


def bezier(start: Point, *curves: tuple[Point, Point, Point], steps: int = 14) -> list[Point]:
    """Points along cubic Bezier curves that follow each other: (control, control, end) each."""
    points = [start]
    for one, two, end in curves:
        begin = points[-1]
        for k in range(1, steps + 1):
            t = k / steps
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            points.append(
                (
                    a * begin[0] + b * one[0] + c * two[0] + d * end[0],
                    a * begin[1] + b * one[1] + c * two[1] + d * end[1],
                )
            )
    return points
