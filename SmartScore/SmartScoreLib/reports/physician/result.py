"""The result on the Physician report: number, category, table, and the comparison with the reference group."""

from SmartScoreLib.interpretation.interpret import invalid_remarks
from SmartScoreLib.interpretation.model import Finding
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reports.category_bar import BURDENS, draw_category_bar
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.flow import Block, lines_block
from SmartScoreLib.reports.drawing.fonts import clean, text_width
from SmartScoreLib.reports.drawing.palette import ACCENT, INK, NOTICE_INK, QUIET_INK, RULE, Color
from SmartScoreLib.reports.language.languages import remark_text
from SmartScoreLib.reports.language.words import DASH, Words, first_capital
from SmartScoreLib.reports.physician.notes import used_value
from SmartScoreLib.reports.physician.percentile_curve import draw_percentile_curve, groups_of_all_ages
from SmartScoreLib.reports.physician.score_table import draw_score_table, score_table_height
from SmartScoreLib.scoring.rounding import printed_agatston

SIZE, LEADING = 11, 15
GAP = 16.0
_LEFT = 0.605
_CURVE = 146.0
_SUMMARY, _SUMMARY_WITHOUT_BAR = 96.0, 52.0
"""Height of number and category with the bar below it; a number without a category has no place on a bar."""


def result_blocks(reading: Reading, words: Words, width: float) -> list[Block]:
    """Result and table on the left, comparison on the right."""
    left_width = round(_LEFT * width)
    right_width = width - left_width - GAP
    coronary = [t for t in reading.sheet.territories if t.counts and (t.lesions or BY_KEY[t.key].always_shown)]
    table = score_table_height(len(coronary), True)
    summary = _SUMMARY if reading.interpretation.plaque_burden is not None else _SUMMARY_WITHOUT_BAR
    right = _comparison_blocks(reading, words, right_width)
    right_height = sum(block.space + block.height for block in right)

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
        x = left + left_width + GAP
        drawing.rectangle(x - GAP / 2, top + 2, x - GAP / 2 + 1, top + max(summary + table, right_height), RULE)
        y = top
        for block in right:
            y += block.space
            block.draw(drawing, x, y)
            y += block.height

    return [Block(max(summary + table, right_height), draw, 10)]


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
    if interpretation.plaque_burden is not None:
        burden = words("plaque_burden_is", burden=words(f"burden_{interpretation.plaque_burden}"))
        lines.append((f"CAC-DRS {interpretation.cac_drs}", 12, True, INK))
        lines.append((burden, SIZE, False, INK))
        vessels = DASH if total.vessels is None else total.vessels
        lines.append((words("vessels", number=vessels), SIZE, False, QUIET_INK))
    for row, (line, size, bold, color) in enumerate(lines):
        y = top + 2 + 15 * row
        drawing.text(x, y + 11, line, size, color, bold=bold, cell=(x, y, left + width, y + 15))
    if interpretation.plaque_burden is not None:
        labels = tuple(words(f"burden_{burden}") for burden in BURDENS)
        place = interpretation.plaque_burden
        draw_category_bar(drawing, left, top + 52, width, labels, SIZE, total.agatston, place, thickness=15)


def _comparison_blocks(reading: Reading, words: Words, width: float) -> list[Block]:
    """Percentile with the curve, or why there is none."""
    interpretation = reading.interpretation
    group, percentile = interpretation.reference_group, interpretation.mesa_percentile
    if percentile.value is None or group is None:
        title = lines_block(words("percentile_title"), width, SIZE, LEADING, INK, bold=True)
        blocks = [title, _reason_block(percentile, words, width, 4)]
        if interpretation.person.ethnicity is not None:  # else the curve's group says it
            label = first_capital(words.word("ethnicity")) + words("locale_colon")
            text = f"{label} {used_value(reading, words, 'ethnicity')}"
            blocks.append(lines_block(text, width, SIZE, LEADING, QUIET_INK, space=4))
    else:
        groups = groups_of_all_ages(group)
        people = first_capital(words(f"group_{group.ethnicity}_{group.sex}"))
        about = words("curve_group", group=people, youngest=groups[0].age_years, oldest=groups[-1].age_years)
        value = words("percentile", value=words.number(percentile.value))
        score = printed_agatston(reading.sheet.total.agatston)

        def curve(drawing: Drawing, left: float, top: float) -> None:
            box = (left, top, left + width, top + _CURVE)
            draw_percentile_curve(drawing, box, words, groups, group.age_years, score)

        blocks = [
            lines_block(value, width, SIZE, LEADING, INK, bold=True),
            lines_block(about, width, SIZE, LEADING, QUIET_INK),
            Block(_CURVE, curve, 2),
            lines_block(
                words("group_nonzero", share=group.nonzero_percent, age=group.age_years),
                width,
                SIZE,
                LEADING,
                QUIET_INK,
            ),
        ]
    return blocks


def _reason_block(finding: Finding, words: Words, width: float, space: float) -> Block:
    """Why a number is not available."""
    reason = words("not_available") if finding.reason is None else clean(remark_text(finding.reason, words))
    return lines_block(reason, width, SIZE, LEADING, INK, space=space)
