"""The result on the Physician report: number, category, table, and the comparison with the reference group."""

from collections.abc import Sequence

from SmartScoreLib.interpretation.interpret import invalid_remarks
from SmartScoreLib.interpretation.populations.model import Comparison, ReferenceGroup
from SmartScoreLib.interpretation.populations.percentile import alike
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.reports.category_bar import draw_category_bar
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.flow import Block, lines_block
from SmartScoreLib.reports.drawing.fonts import clean, text_width
from SmartScoreLib.reports.drawing.palette import ACCENT, INK, NOTICE_INK, QUIET_INK, RULE, Color
from SmartScoreLib.reports.grading import (
    about_population,
    comparison_value,
    grade_words,
    graded,
    graded_by,
    group_text,
    people_text,
)
from SmartScoreLib.reports.language.languages import remark_text
from SmartScoreLib.reports.language.words import DASH, Words, first_capital
from SmartScoreLib.reports.physician.notes import used_value
from SmartScoreLib.reports.physician.percentile_curve import draw_percentile_curve
from SmartScoreLib.reports.physician.score_table import draw_score_table, score_table_height
from SmartScoreLib.scoring.rounding import printed_agatston

SIZE, LEADING = 11, 15
GAP = 16.0
_LEFT = 0.605
_CURVE = 124.0
_PITCH, _BAR_TOP = 14, 58.0
_SUMMARY, _SUMMARY_WITHOUT_BAR = _BAR_TOP + 44.0, 52.0
"""Height of number and category with the bar below it; a number without a category has no place on a bar."""


def result_blocks(reading: Reading, words: Words, width: float) -> list[Block]:
    """Result and table on the left, comparison on the right; a second comparison has room below the table."""
    left_width = round(_LEFT * width)
    right_width = width - left_width - GAP
    coronary = [t for t in reading.sheet.territories if t.counts and (t.lesions or BY_KEY[t.key].always_shown)]
    table = score_table_height(len(coronary), True)
    summary = _SUMMARY if reading.interpretation.grade is not None else _SUMMARY_WITHOUT_BAR
    first, *others = _comparisons(reading)
    right = _comparison_blocks(reading, first, True, words, right_width)
    right_height = _height(right)
    below = [block for one in others for block in _comparison_blocks(reading, one, False, words, left_width)]
    left_height = summary + table + _height(below)

    def draw(drawing: Drawing, left: float, top: float) -> None:
        _draw_summary(drawing, left, top, left_width, reading, words)
        draw_score_table(
            drawing,
            left,
            top + summary,
            left_width,
            words,
            coronary,
            reading.sheet.total,
            read=reading.sheet.is_result,
            confirmed=reading.sheet.reviewed,
        )
        _draw_below(drawing, below, left, top + summary + table)
        x = left + left_width + GAP
        drawing.rectangle(x - GAP / 2, top + 2, x - GAP / 2 + 1, top + max(left_height, right_height), RULE)
        _draw_below(drawing, right, x, top)

    return [Block(max(left_height, right_height), draw, 10)]


def _height(blocks: Sequence[Block]) -> float:
    return sum(block.space + block.height for block in blocks)


def _draw_below(drawing: Drawing, blocks: Sequence[Block], left: float, top: float) -> None:
    """Blocks one below the other."""
    for block in blocks:
        top += block.space
        block.draw(drawing, left, top)
        top += block.height


def extra_blocks(reading: Reading, words: Words, width: float) -> list[Block]:
    """Calcium outside the coronaries in a table of its own, or nothing."""
    found = [t for t in reading.sheet.territories if not BY_KEY[t.key].counts and t.lesions > 0]
    if not found:
        return []
    title = lines_block(words("extra_title"), width, SIZE, 16, ACCENT, bold=True, space=10, with_next=True)
    table = Block(
        score_table_height(len(found), False),
        lambda drawing, left, top: draw_score_table(drawing, left, top, width, words, found, None),
    )
    return [title, table]


def _draw_summary(drawing: Drawing, left: float, top: float, width: float, reading: Reading, words: Words) -> None:
    """The total in large figures with its categories, and its place on the bar."""
    total, interpretation = reading.sheet.total, reading.interpretation
    reviewed = reading.sheet.reviewed
    read = reading.sheet.status != "not_read"
    number = words.measured(total.agatston) if reviewed and read else DASH
    valid = not invalid_remarks(reading.sheet)
    label = words("agatston_score")
    drawing.text(left, top + 11, label, SIZE, QUIET_INK, cell=(left, top, left + width, top + 15))
    size = 34 if len(number) <= 5 else 26
    number_width = max(text_width(number, size, True), text_width(label, SIZE))
    cell = (left, top + 13, left + number_width, top + 48)
    drawing.text(left, top + 44, number, size, ACCENT if valid else NOTICE_INK, bold=True, cell=cell)
    x = left + number_width + 18
    lines: list[tuple[str, int, bool, Color]] = []
    if not valid:
        lines.append((words("score_invalid"), 12, True, NOTICE_INK))
    elif not reviewed:
        # Calcium that nobody has assigned to an artery is in no total: its zero must not be read as one.
        lines.append((words("not_a_result"), 12, True, NOTICE_INK))
    elif not read:
        lines.append((words("not_read"), 12, True, NOTICE_INK))
        lines.append((words("not_read_short"), SIZE, False, NOTICE_INK))
    if not reviewed:
        lines.append((words("unreviewed_short"), SIZE, False, NOTICE_INK))
    chosen = interpretation.choices.classification
    if interpretation.grade is not None:
        lines.append((f"CAC-DRS {interpretation.cac_drs}", 12, True, INK))
        lines.append((graded(reading, words), SIZE, False, INK))
        lines.append((graded_by(reading, words), SIZE, False, QUIET_INK))
        vessels = DASH if total.vessels is None else total.vessels
        lines.append((words("vessels", number=vessels), SIZE, False, QUIET_INK))
    for row, (line, size, bold, color) in enumerate(lines):
        y = top + 1 + _PITCH * row
        drawing.text(x, y + 11, line, size, color, bold=bold, cell=(x, y, left + width, y + _PITCH))
    if interpretation.grade is not None:
        labels = grade_words(chosen, words)
        draw_category_bar(drawing, left, top + _BAR_TOP, width, chosen, labels, SIZE, total.agatston, thickness=15)


def _comparisons(reading: Reading) -> list[Comparison]:
    """Those of the reading, the first that has a percentile before the others: it is drawn as a curve."""
    return sorted(reading.interpretation.comparisons, key=lambda one: one.percentile is None)


def _comparison_blocks(reading: Reading, one: Comparison, drawn: bool, words: Words, width: float) -> list[Block]:
    """The percentile of a population with its people, or why there is none."""
    head = comparison_value(one, words) or words("percentile_title", population=one.population.name)
    blocks = [lines_block(head, width, SIZE, LEADING, INK, bold=True, space=0 if drawn else 12)]
    if one.group is None:
        blocks.append(_reason_block(one.reason, words, width, 4))
        if one.population.kinds and reading.interpretation.person.ethnicity is not None:
            label = first_capital(words.word("ethnicity")) + words("locale_colon")
            blocks.append(_quiet(f"{label} {used_value(reading, words, 'ethnicity')}", width, 4))
        return blocks
    if drawn:
        blocks += _curve_blocks(reading, one, one.group, words, width)
    else:
        blocks.append(_quiet(group_text(one.group, words), width))
    about = about_population(one.population, words)
    return [*blocks, _quiet(about, width)] if about else blocks


def _curve_blocks(reading: Reading, one: Comparison, group: ReferenceGroup, words: Words, width: float) -> list[Block]:
    """The people of the curve, the curve, and how many of the patient's age have calcium, if that is known."""
    groups = alike(reading.interpretation.person, one.population)
    people = first_capital(people_text(group, words))
    score, age = printed_agatston(reading.sheet.total.agatston), reading.interpretation.person.age_years

    def curve(drawing: Drawing, left: float, top: float) -> None:
        box = (left, top, left + width, top + _CURVE)
        draw_percentile_curve(drawing, box, words, groups, age or group.youngest, score)

    youngest, oldest = groups[0].youngest, groups[-1].oldest
    blocks = [_quiet(words("curve_group", group=people, youngest=youngest, oldest=oldest), width)]
    blocks.append(Block(_CURVE, curve, 2))
    if group.nonzero_percent is not None:
        blocks.append(_quiet(words("group_nonzero", share=group.nonzero_percent, age=group.ages), width))
    return blocks


def _quiet(text: str, width: float, space: float = 0) -> Block:
    return lines_block(text, width, SIZE, LEADING, QUIET_INK, space=space)


def _reason_block(why: Remark | None, words: Words, width: float, space: float) -> Block:
    """Why a number is not available."""
    reason = words("not_available") if why is None else clean(remark_text(why, words))
    return lines_block(reason, width, SIZE, LEADING, INK, space=space)
