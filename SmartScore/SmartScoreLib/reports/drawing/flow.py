"""Blocks of known height, one below the other, onto as many pages as they need."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.palette import Color
from SmartScoreLib.reports.drawing.typesetting import wrap


@dataclass(frozen=True)
class Block:
    """A part of a page: `draw(drawing, left, top)` paints within `height`; `space` keeps clear of the block above.

    `with_next` keeps it (a heading, say) on the page of the block that follows.
    """

    height: float
    draw: Callable[[Drawing, float, float], None]
    space: float = 0.0
    with_next: bool = False


def paginate(blocks: Sequence[Block], room: float) -> list[list[tuple[float, Block]]]:
    """The blocks of each page with their distance from the top of its room; at least one page."""
    pages: list[list[tuple[float, Block]]] = [[]]
    used, start = 0.0, 0
    while start < len(blocks):
        end = start + 1
        while end < len(blocks) and blocks[end - 1].with_next:
            end += 1
        group = blocks[start:end]
        height = _height(group)
        if height > room:
            # More than a page cannot stay together: only a heading keeps its first lines.
            group = group[: 2 if group[0].with_next else 1]
            end, height = start + len(group), _height(group)
        space = group[0].space if pages[-1] else 0.0
        if pages[-1] and used + space + height > room:
            pages.append([])
            used, space = 0.0, 0.0
        for position, block in enumerate(group):
            used += space if position == 0 else block.space
            pages[-1].append((used, block))
            used += block.height
        start = end
    return pages


def _height(group: Sequence[Block]) -> float:
    return sum(block.height for block in group) + sum(block.space for block in group[1:])


def together(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, not to be parted by the end of a page unless they are longer than one."""
    return [replace(block, with_next=True) for block in blocks[:-1]] + list(blocks[-1:])


def begun_together(blocks: Sequence[Block], first: int = 3, last: int = 2) -> list[Block]:
    """The same blocks, which the end of a page may part, but neither after fewer than the first nor before the last."""
    if len(blocks) < first + last:
        return together(blocks)
    return [*together(blocks[:first]), *blocks[first:-last], *together(blocks[-last:])]


def lines_block(
    text: str,
    width: float,
    size: int,
    leading: float,
    color: Color,
    *,
    bold: bool = False,
    space: float = 0.0,
    with_next: bool = False,
    indent: float = 0.0,
    bullet: str = "",
) -> Block:
    """A paragraph, with an optional bullet in its indent."""
    lines = wrap(text, width - indent, size, bold=bold)

    def draw(drawing: Drawing, left: float, top: float) -> None:
        for number, line in enumerate(lines):
            base = top + number * leading + baseline(size, leading)
            cell = (left + indent, top + number * leading, left + width, top + (number + 1) * leading)
            if number == 0 and bullet:
                drawing.text(left, base, bullet, size, color, bold=bold)
            drawing.text(left + indent, base, line, size, color, bold=bold, cell=cell)

    return Block(len(lines) * leading, draw, space, with_next)


def baseline(size: int, leading: float) -> float:
    """Distance of the base line from the top of a line: capitals (0.73 of the size in DejaVu) in the middle."""
    return round((leading + 0.73 * size) / 2)
