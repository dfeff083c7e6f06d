"""The Patient report: plain words, large type, 1024 x 1024."""

from SmartScoreLib.comparison.followup import Followup
from SmartScoreLib.interpretation.classifications.table import VERY_HIGH_SCORE
from SmartScoreLib.interpretation.interpret import invalid_remarks
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.read import has_patient_page
from SmartScoreLib.reports.category_bar import draw_category_bar
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.flow import Block, lines_block, paginate
from SmartScoreLib.reports.drawing.fonts import text_width
from SmartScoreLib.reports.drawing.palette import ACCENT, INK, NOTICE_INK, QUIET_INK, RULE, SHADE
from SmartScoreLib.reports.drawing.typesetting import wrap
from SmartScoreLib.reports.followup.sentences import patient_sentences
from SmartScoreLib.reports.language.words import DASH, Words
from SmartScoreLib.reports.page_identity import Line, draw_identity
from SmartScoreLib.reports.page_layout import PageFormat, draw_pages
from SmartScoreLib.reports.patient.comparison import (
    COLUMNS,
    LEADING,
    PITCH,
    SIZE,
    SMALL,
    SMALL_LEADING,
    comparison_blocks,
    comparison_note_blocks,
)
from SmartScoreLib.reports.patient.heart_sketch import draw_heart
from SmartScoreLib.reports.patient.limits import invalid_sentences, limits_sentence
from SmartScoreLib.scoring.rounding import printed_agatston
from SmartScoreLib.scoring.score import branches

FORMAT = PageFormat(edge=1024, margin=56, top=140, bottom=974, footer_size=15)
PAGE, MARGIN, WIDTH = FORMAT.edge, FORMAT.margin, FORMAT.width
TITLE, HEADING = 32, 24
HEIGHTS = (360.0, 344.0, 328.0, 312.0)
"""Of comparison and heart; the first with which the result stays on one page is taken."""


def patient_drawings(reading: Reading, words: Words, followup: Followup | None = None) -> list[Drawing]:
    """The pages: the first with the result, the second with what it means; one page that says so without a result.

    With a follow-up, what changed since the other scan stands on the first page if there is room, else on the second.

    A score that does not hold gives one page too: that there is no result, why, and whom to ask. There is none where
    `has_patient_page` says so.
    """
    if not has_patient_page(reading.sheet):
        return []
    first, second = [*_measured(words), *_result(reading, words)], []
    if reading.interpretation.withheld is None:
        second = [*_meaning(reading, words), *_questions(reading, words)]
        changed = _change(followup, words)
        # With its title after the result, without it, or on the second page: the first way with which one page holds.
        for above in ([*first, *changed], [*first, *changed[1:]], first):
            whole = [*above, *_comparison_and_heart(reading, words, above)]
            if len(paginate(whole, FORMAT.room)) == 1:
                break
        first, second = whole, second if above is not first else [*changed, *second]
    parts = [part for part in (first, second) if part]
    return draw_pages(parts, FORMAT, lambda drawing, _: _draw_head(drawing, reading, words), words)


def _draw_head(drawing: Drawing, reading: Reading, words: Words) -> None:
    patient, study = reading.description.patient, reading.description.study
    right = PAGE - MARGIN
    drawing.rectangle(0, 0, PAGE, 10, ACCENT)
    title = words("patient_title")
    title_end = MARGIN + text_width(title, TITLE, True)
    drawing.text(MARGIN, 56, title, TITLE, ACCENT, bold=True, cell=(MARGIN, 20, title_end, 68))
    if reading.texts.status == "draft":
        cell = (title_end, 20, right, 68)
        drawing.text(right, 56, words("draft_mark"), HEADING, NOTICE_INK, bold=True, align="right", cell=cell)
    date = words("patient_scan_date", date=words.date(study.study_date)) if study.study_date else ""
    room = WIDTH - text_width(date, SIZE) - 24
    name = Line((MARGIN, 68, MARGIN + room, 98), 90, SIZE, INK, bold=True)
    drawing.text(right, 90, date, SIZE, QUIET_INK, align="right", cell=(MARGIN + room, 68, right, 98))
    draw_identity(drawing, patient, words, name, Line((MARGIN, 98, right, 122), 116, SMALL, QUIET_INK))
    drawing.rectangle(MARGIN, 126, right, 128, RULE)


def _heading(text: str, space: float = 14, width: float = WIDTH) -> Block:
    return lines_block(text, width, HEADING, 34, ACCENT, bold=True, space=space, with_next=True)


def _measured(words: Words) -> list[Block]:
    return [
        _heading(words("patient_measured_title")),
        lines_block(words("patient_measured"), WIDTH, SIZE, LEADING, INK),
    ]


def amount_key(reading: Reading) -> str:
    """The ending of the wording keys: the amount of the grade, and three without a result.

    From a score of 1000 on it is "very_large" in every classification. Marks that no reader has confirmed give
    "unreviewed": calcium that nobody has assigned to an artery is in no total. Where nothing was read it is "not_read",
    and a score that does not hold is "invalid".
    """
    grade = reading.interpretation.grade
    if grade is None:
        if invalid_remarks(reading.sheet):
            return "invalid"
        return "not_read" if reading.sheet.status == "not_read" else "unreviewed"
    return "very_large" if printed_agatston(reading.sheet.total.agatston) >= VERY_HIGH_SCORE else grade.amount


def _detail(reading: Reading, words: Words) -> str:
    """Which group that is, or why there is no result."""
    grade, chosen = reading.interpretation.grade, reading.interpretation.choices.classification
    key = amount_key(reading)
    if grade is None or key == "none":
        return words(f"patient_detail_{key}", why=invalid_sentences(reading, words))
    number, total = chosen.position(grade), len(chosen.grades) - 1
    if number == total and grade.amount != key:
        place = words("patient_detail_far_above", least=chosen.last_range.lstrip(">≥"))
    elif number == total:
        place = words("patient_detail_highest", total=total)
    else:
        place = words("patient_detail_lowest" if number == 1 else "patient_detail_middle", number=number, total=total)
    return f"{place} {words('patient_detail_not_narrow')}" if key == "very_large" else place


def _result(reading: Reading, words: Words) -> list[Block]:
    """A panel with the number, what it is in words, what limits it, and its place on the scale."""
    score, key = reading.sheet.total.agatston, amount_key(reading)
    grade, chosen = reading.interpretation.grade, reading.interpretation.choices.classification
    number = DASH if grade is None else words.measured(score)
    pad, bar = 16.0, 32.0
    number_width = max(text_width(number, 68, True), text_width(words("patient_score_caption"), SMALL))
    text_left = pad + number_width + 34
    room = WIDTH - text_left - pad
    title = wrap(words(f"patient_result_{key}"), room, HEADING, bold=True)
    detail = wrap(_detail(reading, words), room, SIZE)
    if grade is not None and (limits := limits_sentence(reading, words)):
        detail += wrap(limits, room, SIZE)
    words_height = 34 * len(title) + LEADING * len(detail)
    upper = max(words_height, 96)
    bar_top = pad + upper + 6
    height = bar_top + 14 + bar + 1.6 * SMALL + 12 if grade is not None else pad + upper + pad
    labels = tuple(words(f"scale_{one.amount}") for one in chosen.grades)

    def draw(drawing: Drawing, left: float, top: float) -> None:
        drawing.rectangle(left, top, left + WIDTH, top + height, SHADE)
        drawing.rectangle(left, top, left + 6, top + height, ACCENT)
        y = top + pad + (upper - 96) / 2
        middle = left + pad + number_width / 2
        cell = (left + pad, y, left + pad + number_width, y + 96)
        drawing.text(middle, y + 62, number, 68, ACCENT, bold=True, align="center", paper=SHADE, cell=cell)
        caption = words("patient_score_caption")
        drawing.text(middle, y + 92, caption, SMALL, QUIET_INK, align="center", paper=SHADE, cell=cell)
        x, y = left + text_left, top + pad + (upper - words_height) / 2
        for line in title:
            drawing.text(x, y + 26, line, HEADING, INK, bold=True, paper=SHADE, cell=(x, y, x + room, y + 34))
            y += 34
        for line in detail:
            drawing.text(x, y + 21, line, SIZE, INK, paper=SHADE, cell=(x, y, x + room, y + LEADING))
            y += LEADING
        if grade is None:
            return
        paper, drawing.paper = drawing.paper, SHADE
        width = WIDTH - 2 * pad
        draw_category_bar(drawing, left + pad, top + bar_top, width, chosen, labels, SMALL, score, thickness=bar)
        drawing.paper = paper

    return [_result_heading(reading, words), Block(height, draw, 6)]


def _result_heading(reading: Reading, words: Words) -> Block:
    """The heading, and at the right end of its line whose groups the bar below it shows."""
    title = words("patient_result_title")
    heading = _heading(title)
    if reading.interpretation.grade is None:
        return heading
    source = words("patient_groups_by", classification=reading.interpretation.choices.classification.name)

    def draw(drawing: Drawing, left: float, top: float) -> None:
        heading.draw(drawing, left, top)
        cell = (left + text_width(title, HEADING, True) + 24, top, left + WIDTH, top + heading.height)
        drawing.text(left + WIDTH, top + 26, source, SMALL, QUIET_INK, align="right", cell=cell)

    return Block(heading.height, draw, heading.space, with_next=True)


def _change(followup: Followup | None, words: Words) -> list[Block]:
    """What changed since the other scan, in a paragraph with its title; nothing without one."""
    said = "" if followup is None else patient_sentences(followup, words)
    if not said:
        return []
    return [_heading(words("patient_change_title")), lines_block(said, WIDTH, SIZE, LEADING, INK, space=8)]


def _comparison_and_heart(reading: Reading, words: Words, above: list[Block]) -> list[Block]:
    """Both, and what must be known of them; the heart as large as the page below the blocks above it allows."""
    notes = comparison_note_blocks(reading, words, WIDTH)
    for height in HEIGHTS:
        blocks = [*_columns(reading, words, height), *notes]
        if len(paginate([*above, *blocks], FORMAT.room)) == 1:
            break
    return blocks


def _columns(reading: Reading, words: Words, least: float) -> list[Block]:
    """The comparison on the left, the heart on the right, at least so high."""
    left_width, gap = COLUMNS * PITCH + 10, 40.0
    right_width = WIDTH - left_width - gap
    heading = _heading(words("patient_compare_title"), 0, left_width)
    left_blocks = [heading, *comparison_blocks(reading, words, left_width)]
    height = max(sum(block.height + block.space for block in left_blocks), least)
    scores, unassigned = _of_arteries(reading)
    zero = reading.sheet.total.agatston == 0
    notes = [words("patient_heart_zero")] if zero else []
    notes += [words("patient_heart_unassigned", score=words.measured(unassigned))] if unassigned else []
    notes += [words("patient_heart_note"), *_branch_notes(reading, words)]
    note = [line for text in notes for line in wrap(text, right_width, SMALL)]
    note_height = SMALL_LEADING * len(note)

    def draw(drawing: Drawing, left: float, top: float) -> None:
        y = top
        for block in left_blocks:
            y += block.space
            block.draw(drawing, left, y)
            y += block.height
        x = left + left_width + gap
        title = _heading(words("patient_heart_title_zero" if zero else "patient_heart_title"), 0, right_width)
        title.draw(drawing, x, top)
        box = (x, top + title.height + 4, x + right_width, top + height - note_height - 6)
        draw_heart(drawing, box, words, scores, reading.interpretation.choices.classification, SMALL)
        for number, line in enumerate(note):
            base = top + height - note_height + number * SMALL_LEADING + 18
            cell = (x, base - 18, x + right_width, base - 18 + SMALL_LEADING)
            drawing.text(x, base, line, SMALL, QUIET_INK, cell=cell)

    return [Block(height, draw, 14)]


def _of_arteries(reading: Reading) -> tuple[dict[str, float | None], float]:
    """The score of each territory, and what counts without being of one artery.

    An artery without marks then has no score rather than 0: what is not assigned may lie in it.
    """
    unassigned = sum(t.agatston for t in reading.sheet.territories if t.counts and BY_KEY[t.key].vessel is None)
    scores = {t.key: None if unassigned and not t.agatston else t.agatston for t in reading.sheet.territories}
    return scores, unassigned


def _branch_notes(reading: Reading, words: Words) -> list[str]:
    """That the score of a branch belongs to the artery it comes from, as doctors count the arteries."""
    key = "patient_branch" if reading.sheet.dominance else "patient_branch_unknown"
    return [
        words(key, branch=words.abbreviation(branch), vessel=words.abbreviation(vessel))
        for branch, vessel in branches(reading.sheet)
    ]


def _points(words: Words, keys: list[str], *, numbered: bool = False) -> list[Block]:
    return [
        lines_block(words(key), WIDTH, SIZE, LEADING, INK, indent=30, bullet=f"{number}." if numbered else "•", space=6)
        for number, key in enumerate(keys, 1)
    ]


def _meaning(reading: Reading, words: Words) -> list[Block]:
    key = amount_key(reading)
    if key == "none":
        means = ["patient_means_zero_1", "patient_means_zero_2", "patient_means_3"]
    else:
        means = ["patient_means_1", "patient_means_2"]
        means += ["patient_means_high"] if key == "very_large" else []
        means += ["patient_means_3"]
    extra = [score for score in reading.sheet.territories if not BY_KEY[score.key].counts and score.agatston > 0]
    blocks = [
        _heading(words("patient_means_title")),
        *_points(words, means),
        _heading(words("patient_means_not_title")),
        *_points(words, ["patient_means_not_1", "patient_means_not_2", "patient_means_not_3"]),
    ]
    if extra:
        where = words.within_sentence(", ".join(words.territory(score.key) for score in extra))
        blocks.append(lines_block(words("patient_extra", where=where), WIDTH, SIZE, LEADING, INK, space=16))
    return blocks


def _questions(reading: Reading, words: Words) -> list[Block]:
    key = amount_key(reading)
    second = {"none": "patient_question_zero_2", "very_large": "patient_question_high_2"}.get(key, "patient_question_2")
    questions = ["patient_question_1", second, *(f"patient_question_{n}" for n in (3, 4, 5))]
    closing = wrap(words("patient_closing"), WIDTH - 48, SIZE)
    height = LEADING * len(closing) + 32

    def draw(drawing: Drawing, left: float, top: float) -> None:
        drawing.rectangle(left, top, left + WIDTH, top + height, SHADE)
        for number, line in enumerate(closing):
            y = top + 16 + number * LEADING
            cell = (left + 24, y, left + WIDTH - 24, y + LEADING)
            drawing.text(left + 24, y + 21, line, SIZE, INK, paper=SHADE, cell=cell)

    return [
        _heading(words("patient_questions_title")),
        *_points(words, questions, numbered=True),
        Block(height, draw, 20),
    ]
