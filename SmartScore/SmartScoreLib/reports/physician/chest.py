"""The result of a chest CT that is not gated: visual grades of the patient and of each vessel, and their sum."""

from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.lesions.visual import GRADES, MOST_WESTON, VisualGrade
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.flow import Block, baseline, lines_block
from SmartScoreLib.reports.drawing.fonts import text_width
from SmartScoreLib.reports.drawing.palette import (
    ACCENT,
    INK,
    NOTICE_INK,
    NOTICE_PAPER,
    PAPER,
    QUIET_INK,
    RULE,
    SHADE,
    Color,
)
from SmartScoreLib.reports.drawing.typesetting import wrap
from SmartScoreLib.reports.language.words import Words
from SmartScoreLib.reports.physician.score_table import draw_score_table, score_table_height
from SmartScoreLib.reports.physician.sections import title_block

SIZE, LEADING = 11, 15
GRADE_COLORS: dict[VisualGrade, Color] = {
    "none": (222, 235, 247),
    "mild": (114, 168, 211),
    "moderate": (45, 112, 174),
    "severe": (10, 54, 106),
}
"""From light to dark in one hue, as the bar of the score."""
_LEFT = 0.5
_ROW = 18
_GAP = 16.0


def chest_blocks(reading: Reading, words: Words, width: float) -> list[Block]:
    """Patient and vessels side by side, what an ungated scan does not give, the ungated score, and the references."""
    return [
        _grades_block(reading, words, width),
        _notice_block(words("chest_ungated"), width),
        *_agatston_blocks(reading, words, width),
        lines_block(words("chest_sources"), width, SIZE, LEADING, QUIET_INK, space=6),
    ]


def grade_word(grade: VisualGrade | None, words: Words) -> str:
    """The word of a grade, or that there is none."""
    return words("grade_not_given" if grade is None else f"grade_{grade}")


def chest_impression(reading: Reading, words: Words) -> str:
    """One or two sentences of the grades alone."""
    visual = reading.sheet.visual
    if visual.patient is None:
        return words("impression_chest_none")
    grade = words.within_sentence(grade_word(visual.patient, words))
    text = words("impression_chest_category", grade=grade, category=visual.cac_drs)
    if visual.weston is not None:
        text += " " + words("impression_chest_weston", score=visual.weston, most=MOST_WESTON)
    return text


def _grades_block(reading: Reading, words: Words, width: float) -> Block:
    visual = reading.sheet.visual
    left_width = round(_LEFT * width)
    right_width = width - left_width - _GAP
    grade = grade_word(visual.patient, words)
    lines = [words("chest_cac_drs", category=visual.cac_drs)] if visual.cac_drs else []
    if visual.vessels is not None:
        lines.append(words("chest_vessels", number=visual.vessels))
    if visual.weston is None:
        lines += wrap(words("chest_weston_missing"), left_width, SIZE)
    else:
        lines.append(words("chest_weston", score=visual.weston, most=MOST_WESTON))
    height = max(52 + LEADING * len(lines), LEADING + 4 + _ROW * len(visual.of_vessels))

    def draw(drawing: Drawing, left: float, top: float) -> None:
        label = words("chest_grade")
        drawing.text(left, top + 11, label, SIZE, QUIET_INK, cell=(left, top, left + left_width, top + 15))
        size = 28 if text_width(grade, 28, True) <= left_width else 18
        cell = (left, top + 13, left + left_width, top + 48)
        drawing.text(left, top + 41, grade, size, ACCENT, bold=True, cell=cell)
        for number, line in enumerate(lines):
            y = top + 50 + LEADING * number
            drawing.text(
                left, y + 11, line, SIZE, INK, bold=number == 0, cell=(left, y, left + left_width, y + LEADING)
            )
        x = left + left_width + _GAP
        drawing.rectangle(x - _GAP / 2, top + 2, x - _GAP / 2 + 1, top + height, RULE)
        _draw_vessels(drawing, x, top, right_width, reading, words)

    return Block(height, draw, 10)


def _draw_vessels(drawing: Drawing, left: float, top: float, width: float, reading: Reading, words: Words) -> None:
    """A row a vessel: its name, the grade in words, and as the number that the Weston score adds up."""
    y = top + LEADING + 4
    drawing.rectangle(left, y - 2, left + width, y - 1, QUIET_INK)
    head = f"0–{len(GRADES) - 1}"
    drawing.text(left + width - 2, top + 11, head, SIZE, QUIET_INK, align="right")
    for number, (key, grade) in enumerate(reading.sheet.visual.of_vessels.items()):
        paper = SHADE if number % 2 else PAPER
        drawing.rectangle(left, y, left + width, y + _ROW, paper)
        drawing.rectangle(left + 2, y + 5, left + 10, y + 13, BY_KEY[key].color)
        base = y + baseline(SIZE, _ROW)
        name = words.territory(key)
        drawing.text(left + 16, base, name, SIZE, INK, paper=paper, cell=(left + 16, y, left + 60, y + _ROW))
        if grade is not None:
            drawing.rectangle(left + 64, y + 4, left + 74, y + 14, GRADE_COLORS[grade])
            drawing.frame((left + 64, y + 4, left + 74, y + 14), 1, QUIET_INK)
        cell = (left + 80, y, left + width - 24, y + _ROW)
        color = INK if grade is not None else QUIET_INK
        drawing.text(left + 80, base, grade_word(grade, words), SIZE, color, paper=paper, cell=cell)
        shown = "–" if grade is None else str(GRADES.index(grade))
        drawing.text(left + width - 2, base, shown, SIZE, INK, bold=True, align="right", paper=paper)
        y += _ROW


def _notice_block(text: str, width: float) -> Block:
    lines = wrap(text, width - 20, SIZE)
    height = LEADING * len(lines) + 6

    def draw(drawing: Drawing, left: float, top: float) -> None:
        drawing.rectangle(left, top, left + width, top + height, NOTICE_PAPER)
        drawing.rectangle(left, top, left + 4, top + height, NOTICE_INK)
        for number, line in enumerate(lines):
            y = top + 3 + LEADING * number
            cell = (left + 12, y, left + width - 4, y + LEADING)
            drawing.text(left + 12, y + 11, line, SIZE, NOTICE_INK, paper=NOTICE_PAPER, cell=cell)

    return Block(height, draw, 8)


def _agatston_blocks(reading: Reading, words: Words, width: float) -> list[Block]:
    """The scores of what was marked, each time named as ungated; nothing where nothing was marked."""
    sheet = reading.sheet
    if sheet.status == "not_read":
        return []
    rows = [row for row in sheet.territories if row.counts and (row.lesions or BY_KEY[row.key].always_shown)]
    table = Block(
        score_table_height(len(rows), True),
        lambda drawing, left, top: draw_score_table(
            drawing, left, top, width, words, rows, sheet.total, read=sheet.is_result, confirmed=sheet.reviewed
        ),
        2,
    )
    return [
        title_block(words("chest_agatston"), width, 8),
        table,
        lines_block(words("chest_agatston_note"), width, SIZE, LEADING, QUIET_INK, space=2),
    ]
