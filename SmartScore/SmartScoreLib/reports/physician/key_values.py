"""Label and value pairs in aligned columns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.flow import Block, baseline
from SmartScoreLib.reports.drawing.fonts import text_width
from SmartScoreLib.reports.drawing.palette import INK, QUIET_INK
from SmartScoreLib.reports.drawing.typesetting import wrap


@dataclass(frozen=True)
class KeyValue:
    """A label with its value."""

    label: str
    value: str


def key_value_blocks(
    columns: Sequence[Sequence[KeyValue]],
    width: float,
    size: int,
    leading: float,
    *,
    gap: float = 14,
    most_lines: int = 6,
    space: float = 0.0,
    first_label: float = 0.0,
) -> list[Block]:
    """One block a row, so that a long list can go over to the next page; columns are equally wide.

    `first_label` is the least width of the first column's labels, so that several lists line up.
    """
    column_width = (width - gap * (len(columns) - 1)) / len(columns)
    label_widths = [max((text_width(pair.label, size) for pair in column), default=0) + 8 for column in columns]
    label_widths[0] = max(label_widths[0], first_label)
    blocks = []
    for row in range(max(len(column) for column in columns)):
        cells = []
        for number, column in enumerate(columns):
            if row < len(column):
                pair, indent = column[row], label_widths[number]
                lines = wrap(pair.value, column_width - indent, size, lines=most_lines)
                cells.append((number * (column_width + gap), indent, pair, lines))
        height = leading * max(len(lines) for *_, lines in cells)
        blocks.append(Block(height, _painter(cells, column_width, size, leading), space if row == 0 else 0))
    return blocks


def _painter(
    cells: Sequence[tuple[float, float, KeyValue, list[str]]], column_width: float, size: int, leading: float
) -> Callable[[Drawing, float, float], None]:
    def draw(drawing: Drawing, left: float, top: float) -> None:
        for offset, indent, pair, lines in cells:
            x = left + offset
            base = top + baseline(size, leading)
            drawing.text(x, base, pair.label, size, QUIET_INK, cell=(x, top, x + indent, top + leading))
            for number, line in enumerate(lines):
                cell = (x + indent, top + number * leading, x + column_width, top + (number + 1) * leading)
                drawing.text(x + indent, base + number * leading, line, size, INK, cell=cell)

    return draw


def labels_width(pairs: Sequence[KeyValue], size: int) -> float:
    """Width of the widest label with its gap."""
    return max(text_width(pair.label, size) for pair in pairs) + 8
