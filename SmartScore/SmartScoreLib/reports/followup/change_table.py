"""The changes as a table: both dates, the difference, its rate and the limits that it is held against."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from SmartScoreLib.comparison.change.change import Change
from SmartScoreLib.comparison.change.limits import Rule
from SmartScoreLib.comparison.comparability.scans import ungated
from SmartScoreLib.comparison.compare import Comparison
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.flow import Block, baseline, lines_block
from SmartScoreLib.reports.drawing.palette import ACCENT, INK, PAPER, QUIET_INK, SHADE, Color
from SmartScoreLib.reports.drawing.typesetting import fit
from SmartScoreLib.reports.followup.sentences import difference_text, scan_date, signed
from SmartScoreLib.reports.language.words import DASH, Words
from SmartScoreLib.scoring.columns import AGATSTON, MEASURES

SIZE, LEADING, HEADER = 11, 16, 17
_SECOND_LINE = 13
_RULES: tuple[Rule, ...] = ("sevrukov", "chung", "square_root")
_SHARES = (0.32, 0.18, 0.18, 0.16, 0.16)
_LIMIT_SHARES = (0.32, 0.24, 0.24, 0.2)
_COLUMNS = {column.key: column for column in MEASURES}


@dataclass(frozen=True)
class _Row:
    name: str
    change: Change
    color: Color | None = None
    bold: bool = False


def change_table(compared: Comparison, words: Words, width: float) -> list[Block]:
    """One row a measure of the total, after the Agatston score the one by one protocol, then each territory."""
    rows = [_Row(_measure(one, words), one, bold=one.measure == AGATSTON.key) for one in compared.total]
    if compared.again is not None:
        name = words("followup_again", rules=compared.again.protocol.name)
        rows[1:1] = [_Row(name, one, bold=True) for one in compared.again.total if one.measure == AGATSTON.key]
    rows += [
        _Row(words.territory(territory.key), one, BY_KEY[territory.key].color)
        for territory in compared.territories
        if territory.counts
        for one in territory.changes
        if one.measure == AGATSTON.key
    ]
    head = (
        *(_head(reading, words) for reading in (compared.earlier, compared.later)),
        words("followup_column_change"),
        words("followup_column_per_year"),
    )
    cells = [_cells(row, words) for row in rows]
    return [_table(head, rows, cells, _SHARES, width, space=8)]


def _head(reading: Reading, words: Words) -> str:
    date = scan_date(reading, words)
    return f"{date}\n{words('followup_ungated')}" if ungated(reading) else date


def limit_table(compared: Comparison, words: Words, width: float) -> list[Block]:
    """What each change of the total is held against: the change, whether it is more, and the limit.

    Where rules differ it is the change by one protocol, which decides.
    """
    total = compared.total if compared.again is None else compared.again.total
    rows = [_Row(_measure(one, words), one) for one in total if one.limits]
    head = tuple(words(f"followup_limit_{rule}") for rule in _RULES)
    cells = [_held(row.change, words) for row in rows]
    title = lines_block(words("followup_limits"), width, SIZE, LEADING, INK, bold=True, space=6, with_next=True)
    return [title, _table(head, rows, cells, _LIMIT_SHARES, width)]


def _measure(change: Change, words: Words) -> str:
    column = _COLUMNS[change.measure]
    return f"{words(f'column_{column.key}')} {column.symbol}".strip()


def _cells(row: _Row, words: Words) -> tuple[str, ...]:
    change = row.change
    decimals = _COLUMNS[change.measure].decimals
    return (
        words.measured(change.before, decimals),
        words.measured(change.after, decimals),
        difference_text(change, words),
        DASH if change.per_year is None else signed(change.per_year, 1, words),
    )


def _held(change: Change, words: Words) -> tuple[str, ...]:
    limits = {one.rule: one for one in change.limits}
    held = []
    for rule in _RULES:
        limit = limits.get(rule)
        if limit is None:
            held.append(DASH)
            continue
        observed = words.number(limit.observed, 1 if rule == "square_root" else 0)
        held.append(f"{observed} {'>' if limit.exceeded else '≤'} {words.number(limit.greatest, 1)}")
    return tuple(held)


def _table(
    head: Sequence[str],
    rows: Sequence[_Row],
    cells: Sequence[tuple[str, ...]],
    shares: Sequence[float],
    width: float,
    space: float = 0,
) -> Block:
    """A table; a title may have two lines."""
    header = HEADER + _SECOND_LINE * max(text.count("\n") for text in head)

    def draw(drawing: Drawing, left: float, top: float) -> None:
        ends = _ends(left, width, shares)
        for (previous, right), text in zip(pairwise(ends), head, strict=True):
            for number, line in enumerate(text.split("\n")):
                y = top + number * _SECOND_LINE
                cell = (previous, y, right, y + HEADER)
                shown = fit(line, right - previous - 4, SIZE)
                drawing.text(right - 2, y + 11, shown, SIZE, QUIET_INK, align="right", cell=cell)
        y = top + header
        drawing.rectangle(left, y - 1, left + width, y, QUIET_INK)
        for number, (row, texts) in enumerate(zip(rows, cells, strict=True)):
            paper = SHADE if number % 2 else PAPER
            if number % 2:
                drawing.rectangle(left, y, left + width, y + LEADING, paper)
            x = left + 2
            if row.color is not None:
                drawing.rectangle(x, y + 4, x + 8, y + 12, row.color)
                drawing.frame((x, y + 4, x + 8, y + 12), 1, QUIET_INK)
                x += 14
            base, color = y + baseline(SIZE, LEADING), ACCENT if row.bold else INK
            cell = (x, y, ends[0], y + LEADING)
            drawing.text(
                x,
                base,
                fit(row.name, ends[0] - x, SIZE, bold=row.bold),
                SIZE,
                color,
                bold=row.bold,
                paper=paper,
                cell=cell,
            )
            for (previous, right), text in zip(pairwise(ends), texts, strict=True):
                cell = (previous, y, right, y + LEADING)
                drawing.text(right - 2, base, text, SIZE, color, bold=row.bold, align="right", paper=paper, cell=cell)
            y += LEADING

    return Block(header + LEADING * len(rows), draw, space)


def _ends(left: float, width: float, shares: Sequence[float]) -> list[float]:
    ends: list[float] = []
    x = left
    for share in shares:
        x += share * width
        ends.append(round(x))
    ends[-1] = round(left + width)
    return ends
