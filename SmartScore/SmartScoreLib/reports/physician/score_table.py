"""The scores by territory as a table with aligned numbers."""

from collections.abc import Callable, Sequence

from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.flow import baseline
from SmartScoreLib.reports.drawing.palette import ACCENT, INK, PAPER, QUIET_INK, SHADE
from SmartScoreLib.reports.language.words import DASH, Words
from SmartScoreLib.scoring.columns import SCORE_COLUMNS
from SmartScoreLib.scoring.model import TerritoryScore, TotalScore

SIZE, LEADING = 11, 16
HEADER, LOW_HEADER = 30, 17
_DASHES = (DASH,) * len(SCORE_COLUMNS)
_SHARES = (0.27, 0.18, 0.2, 0.2, 0.15)


def score_table_height(rows: int, total: bool) -> float:
    """Height of the header (a line lower where there is no total), the rows and the total."""
    return HEADER + LEADING * rows + LEADING + 4 if total else LOW_HEADER + LEADING * rows


def draw_score_table(
    drawing: Drawing,
    left: float,
    top: float,
    width: float,
    words: Words,
    territories: Sequence[TerritoryScore],
    total: TotalScore | None,
    *,
    read: Callable[[TerritoryScore | TotalScore], bool] = lambda row: True,
    confirmed: bool = True,
) -> None:
    """Header, one row a territory in its color, and the total if there is one; without it units stand in one line.

    The total of marks that no reader has confirmed is a row of dashes, and so is each row that was not read.
    """
    header = LOW_HEADER if total is None else HEADER
    rights = _column_ends(left, width)
    for right, previous, column in zip(rights[1:], rights, SCORE_COLUMNS, strict=False):
        cell = (previous, top, right, top + header)
        head = words(f"column_{column.key}")
        if total is None:
            head = f"{head} {column.symbol}".strip()
        drawing.text(right - 2, top + 11, head, SIZE, QUIET_INK, align="right", cell=cell)
        if total is not None:
            drawing.text(right - 2, top + 24, column.symbol, SIZE, QUIET_INK, align="right", cell=cell)
    y = top + header
    drawing.rectangle(left, y - 1, left + width, y, QUIET_INK)
    for number, score in enumerate(territories):
        paper = SHADE if number % 2 else PAPER
        if number % 2:
            drawing.rectangle(left, y, left + width, y + LEADING, paper)
        drawing.rectangle(left + 2, y + 4, left + 10, y + 12, BY_KEY[score.key].color)
        drawing.frame((left + 2, y + 4, left + 10, y + 12), 1, QUIET_INK)
        name = words.territory(score.key)
        cells = _cells(words, score) if read(score) else _DASHES
        _row(drawing, left + 16, y, rights, name, cells, False, paper)
        y += LEADING
    if total is not None:
        cells = _cells(words, total) if confirmed and read(total) else _DASHES
        drawing.rectangle(left, y, left + width, y + 1, INK)
        _row(drawing, left + 2, y + 3, rights, words("total"), cells, True, PAPER)


def _cells(words: Words, score: TerritoryScore | TotalScore) -> tuple[str, ...]:
    return tuple(words.measured(column.value(score), column.decimals) for column in SCORE_COLUMNS)


def _column_ends(left: float, width: float) -> list[float]:
    ends: list[float] = []
    x = left
    for share in _SHARES:
        x += share * width
        ends.append(round(x))
    ends[-1] = round(left + width)
    return ends


def _row(
    drawing: Drawing,
    left: float,
    top: float,
    rights: Sequence[float],
    name: str,
    cells: Sequence[str],
    bold: bool,
    paper: tuple[int, int, int],
) -> None:
    base = top + baseline(SIZE, LEADING)
    color = ACCENT if bold else INK
    box = (left, top, rights[0], top + LEADING)
    drawing.text(left, base, name, SIZE, color, bold=bold, paper=paper, cell=box)
    for previous, right, cell in zip(rights, rights[1:], cells, strict=False):
        box = (previous, top, right, top + LEADING)
        drawing.text(right - 2, base, cell, SIZE, color, bold=bold, align="right", paper=paper, cell=box)
