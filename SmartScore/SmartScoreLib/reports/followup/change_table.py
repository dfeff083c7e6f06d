"""The changes as a table: both dates, the difference, its rate and the limits that it is held against."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from SmartScoreLib.comparison.change.change import Change
from SmartScoreLib.comparison.change.limits import Rule
from SmartScoreLib.comparison.compare import Comparison
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.flow import Block, baseline, lines_block
from SmartScoreLib.reports.drawing.palette import ACCENT, INK, PAPER, QUIET_INK, SHADE, Color
from SmartScoreLib.reports.drawing.typesetting import fit
from SmartScoreLib.reports.followup.sentences import scan_date
from SmartScoreLib.reports.language.words import DASH, Words
from SmartScoreLib.scoring.columns import AGATSTON, MEASURES
from SmartScoreLib.scoring.rounding import half_up, printed_agatston

SIZE, LEADING, HEADER = 11, 16, 17
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
    """One row a measure of the total, then the Agatston score of each territory, then both by one protocol."""
    rows = [_Row(_measure(one, words), one, bold=one.measure == AGATSTON.key) for one in compared.total]
    if compared.again is not None:
        name = words("followup_again", rules=compared.again.protocol.name)
        rows += [_Row(name, one) for one in compared.again.total if one.measure == AGATSTON.key]
    rows += [
        _Row(words.territory(territory.key), one, BY_KEY[territory.key].color)
        for territory in compared.territories
        if territory.counts
        for one in territory.changes
        if one.measure == AGATSTON.key
    ]
    head = (
        scan_date(compared.earlier, words),
        scan_date(compared.later, words),
        words("followup_column_change"),
        words("followup_column_per_year"),
    )
    cells = [_cells(row, words) for row in rows]
    return [Block(HEADER + LEADING * len(rows), _painter(head, rows, cells, _SHARES, width), 8)]


def limit_table(compared: Comparison, words: Words, width: float) -> list[Block]:
    """What each change of the total is held against: the change, whether it is more, and the limit.

    Where rules differ it is the change by one protocol, which decides.
    """
    total = compared.total if compared.again is None else compared.again.total
    rows = [_Row(_measure(one, words), one) for one in total if one.limits]
    head = tuple(words(f"followup_limit_{rule}") for rule in _RULES)
    cells = [_held(row.change, words) for row in rows]
    title = lines_block(words("followup_limits"), width, SIZE, LEADING, INK, bold=True, space=6, with_next=True)
    return [title, Block(HEADER + LEADING * len(rows), _painter(head, rows, cells, _LIMIT_SHARES, width))]


def _measure(change: Change, words: Words) -> str:
    column = _COLUMNS[change.measure]
    return f"{words(f'column_{column.key}')} {column.symbol}".strip()


def difference_text(change: Change, words: Words) -> str:
    """The difference of the numbers as they are printed, with its sign."""
    decimals = _COLUMNS[change.measure].decimals
    printed = [half_up(v, decimals) if decimals else float(printed_agatston(v)) for v in (change.before, change.after)]
    return signed(printed[1] - printed[0], decimals, words)


def signed(value: float, decimals: int, words: Words) -> str:
    """A number with its sign; none before zero."""
    number = words.number(abs(value), decimals)
    if half_up(abs(value), decimals) == 0:
        return number
    return f"{'+' if value > 0 else chr(0x2212)}{number}"


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


def _painter(
    head: Sequence[str],
    rows: Sequence[_Row],
    cells: Sequence[tuple[str, ...]],
    shares: Sequence[float],
    width: float,
) -> Callable[[Drawing, float, float], None]:
    def draw(drawing: Drawing, left: float, top: float) -> None:
        ends = _ends(left, width, shares)
        for (previous, right), text in zip(pairwise(ends), head, strict=True):
            cell = (previous, top, right, top + HEADER)
            shown = fit(text, right - previous - 4, SIZE)
            drawing.text(right - 2, top + 11, shown, SIZE, QUIET_INK, align="right", cell=cell)
        y = top + HEADER
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

    return draw


def _ends(left: float, width: float, shares: Sequence[float]) -> list[float]:
    ends: list[float] = []
    x = left
    for share in shares:
        x += share * width
        ends.append(round(x))
    ends[-1] = round(left + width)
    return ends
