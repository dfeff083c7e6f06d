"""Blocks onto the pages of a report, each page with its head and its last line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from SmartScoreLib.identity import identity
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.flow import Block, paginate
from SmartScoreLib.reports.drawing.fonts import text_width
from SmartScoreLib.reports.drawing.palette import QUIET_INK, RULE
from SmartScoreLib.reports.language.words import Words


@dataclass(frozen=True)
class PageFormat:
    """The square page of a report, in pixels.

    Attributes:
        edge: width and height.
        margin: left and right of everything.
        top: where the blocks begin, below the head.
        bottom: where they end, above the last line.
        footer_size: of the last line's text.
    """

    edge: int
    margin: int
    top: int
    bottom: int
    footer_size: int

    @property
    def width(self) -> int:
        """Between the margins."""
        return self.edge - 2 * self.margin

    @property
    def room(self) -> int:
        """Height for blocks."""
        return self.bottom - self.top


def draw_pages(
    parts: Sequence[Sequence[Block]], page_format: PageFormat, draw_head: Callable[[Drawing, int], None], words: Words
) -> list[Drawing]:
    """The pages of a report; each of its parts begins on a new page.

    `draw_head` is given the page and its number, from 1.
    """
    pages = [page for blocks in parts for page in paginate(blocks, page_format.room)]
    drawings = []
    for number, page in enumerate(pages, 1):
        drawing = Drawing(page_format.edge, page_format.edge)
        draw_head(drawing, number)
        for offset, block in page:
            block.draw(drawing, page_format.margin, page_format.top + offset)
        _draw_footer(drawing, words, number, len(pages), page_format)
        drawings.append(drawing)
    return drawings


def _draw_footer(drawing: Drawing, words: Words, number: int, total: int, page_format: PageFormat) -> None:
    """Software and version with "research use" on the left, the page number on the right."""
    margin, size = page_format.margin, page_format.footer_size
    base = drawing.height - round(1.4 * size)
    right = drawing.width - margin
    drawing.rectangle(margin, base - 1.7 * size, right, base - 1.7 * size + 1, RULE)
    made_by = f"{identity().title} {identity().version}  ·  {words('research_use')}"
    page = words("page", number=number, total=total)
    middle = right - text_width(page, size) - 12
    box = (margin, base - 1.2 * size, middle, base + 0.5 * size)
    drawing.text(margin, base, made_by, size, QUIET_INK, cell=box)
    drawing.text(right, base, page, size, QUIET_INK, align="right", cell=(middle, box[1], right, box[3]))
