"""The two tables of a phantom check: what was measured against nominal, and what was published of four vendors."""

from collections.abc import Sequence

from SmartScoreLib.quality.model import Insert, PhantomCheck, PhantomSize, Spread
from SmartScoreLib.quality.published import SIZES, VENDORS, published
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.flow import Block, baseline
from SmartScoreLib.reports.drawing.palette import INK, PAPER, QUIET_INK, RULE, SHADE
from SmartScoreLib.reports.language.words import DASH, Words

SIZE, LEADING = 14, 20
_NAMED = 150.0
"""Width of the first column."""
_COARSE = 20.0
"""From this score on a spread is printed in whole numbers."""


def inserts_block(check: PhantomCheck, words: Words, width: float) -> Block:
    """Agatston score, volume and mass of each insert, with nominal volume and mass and the part that was found."""
    nominal = words("qa_nominal")
    volume, mass = words("column_volume_mm3"), words("column_mass_mg")
    heads = (
        (words("column_agatston"), ""),
        (volume, "mm³"),
        (nominal, "mm³"),
        (mass, "mg"),
        (nominal, "mg"),
        (mass, words("qa_recovered")),
    )
    rows = []
    for result in check.results:
        insert, found = result.insert, result.mass_mg
        part = DASH if found is None else f"{words.number(100 * found / insert.mass_mg)} %"
        cells = (
            words.number(result.agatston, 2),
            words.number(result.volume_mm3, 2),
            words.number(insert.volume_mm3, 1),
            DASH if found is None else words.number(found, 2),
            words.number(insert.mass_mg, 2),
            part,
        )
        rows.append((_name(insert, words), [(cell, False) for cell in cells]))
    return _table(words, width, heads, rows)


def published_block(check: PhantomCheck, words: Words, width: float, size: PhantomSize | None) -> Block:
    """This scan's Agatston scores and the spread of each vendor's; bold where this scan lies within."""
    columns = [(vendor, one) for vendor in VENDORS for one in ([size] if size else SIZES)]
    heads = ((words("qa_this"), ""), *((vendor, words(f"qa_{one}")) for vendor, one in columns))
    rows = []
    for result in check.results:
        cells = [(words.number(result.agatston, 1), False)]
        for vendor, one in columns:
            spread = published(vendor, one, result.insert)["agatston"]
            cells.append((_spread(spread, words), spread.holds(result.agatston)))
        rows.append((_name(result.insert, words), cells))
    return _table(words, width, heads, rows)


def _name(insert: Insert, words: Words) -> str:
    return words("qa_insert_value", density=insert.density_mg_cm3, diameter=insert.diameter_mm)


def _spread(spread: Spread, words: Words) -> str:
    decimals = 0 if spread.most >= _COARSE else 1
    if spread.most == 0:
        return words.number(0)
    return f"{words.number(spread.least, decimals)}–{words.number(spread.most, decimals)}"


def _table(
    words: Words,
    width: float,
    heads: Sequence[tuple[str, str]],
    rows: Sequence[tuple[str, Sequence[tuple[str, bool]]]],
) -> Block:
    head = 2 * LEADING - 2
    step = (width - _NAMED) / len(heads)

    def draw(drawing: Drawing, left: float, top: float) -> None:
        base = baseline(SIZE, LEADING)
        drawing.text(left + 4, top + LEADING - 4 + base, words("qa_insert"), SIZE, QUIET_INK)
        for number, (first, second) in enumerate(heads):
            right = left + _NAMED + (number + 1) * step - 6
            for line, text in enumerate((first, second)):
                y = top + line * (LEADING - 4)
                cell = (right - step + 6, y, right + 6, y + LEADING)
                drawing.text(right, y + base, text, SIZE, QUIET_INK, align="right", cell=cell)
        y = top + head
        drawing.rectangle(left, y - 1, left + width, y, RULE)
        for place, (name, cells) in enumerate(rows):
            paper = SHADE if place // 3 % 2 else PAPER  # by density
            drawing.rectangle(left, y, left + width, y + LEADING, paper)
            drawing.text(left + 4, y + base, name, SIZE, INK, paper=paper, cell=(left, y, left + _NAMED, y + LEADING))
            for number, (text, bold) in enumerate(cells):
                right = left + _NAMED + (number + 1) * step - 6
                cell = (right - step + 6, y, right + 6, y + LEADING)
                drawing.text(right, y + base, text, SIZE, INK, bold=bold, align="right", paper=paper, cell=cell)
            y += LEADING

    return Block(head + LEADING * len(rows), draw, 2)
