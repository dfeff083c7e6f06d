"""Parts that several sections of the Physician report share: their titles, and the notices that must not be missed."""

from SmartScoreLib.interpretation.interpret import invalid_remarks
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.read import has_result
from SmartScoreLib.remarks.model import Severity
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.flow import Block, lines_block
from SmartScoreLib.reports.drawing.fonts import clean
from SmartScoreLib.reports.drawing.palette import ACCENT, NOTICE_INK, NOTICE_PAPER, RULE
from SmartScoreLib.reports.drawing.typesetting import wrap
from SmartScoreLib.reports.language.languages import remark_text
from SmartScoreLib.reports.language.words import Words

SIZE, LEADING = 11, 15


def title_block(text: str, width: float, space: float = 12) -> Block:
    """A section's title with a line under it; stays with what follows."""
    block = lines_block(text, width, 12, 16, ACCENT, bold=True)

    def draw(drawing: Drawing, left: float, top: float) -> None:
        block.draw(drawing, left, top)
        drawing.rectangle(left, top + 17, left + width, top + 18, RULE)

    return Block(20, draw, space, with_next=True)


def remark_texts(reading: Reading, words: Words) -> list[str]:
    """All remarks of a reading in the language of the page, the gravest first."""
    return [clean(remark_text(remark, words)) for remark in reading.sheet.remarks]


def notice_blocks(reading: Reading, words: Words, width: float, most_limits: int) -> list[Block]:
    """For the first page: the remarks by severity.

    All that makes the score invalid stands first, and in full; then that the marks are not confirmed, or that nothing
    was read; then what limits the score, the first `most_limits` of it. Notes are among the warnings only, and what was
    left out is counted.
    """
    room = width - 20
    graver = [one for one in reading.sheet.remarks if one.severity < Severity.NOTE]
    invalid = invalid_remarks(reading.sheet)
    lines = [
        line
        for one in invalid
        for line in wrap(words("notice_invalid", text=clean(remark_text(one, words))), room, SIZE)
    ]
    if not reading.sheet.reviewed:
        lines += wrap(words("unreviewed"), room, SIZE)
    elif not has_result(reading.sheet):
        lines += wrap(words("not_read_notice"), room, SIZE)
    limits = [one for one in graver if one not in invalid]
    for one in limits[:most_limits]:
        lines += wrap(words("notice_limits", text=clean(remark_text(one, words))), room, SIZE, lines=2)
    more = len(reading.sheet.remarks) - len(invalid) - len(limits[:most_limits])
    if more and (lines or limits):
        lines += wrap(words("notice_more" if lines else "notice_count", number=more), room, SIZE)
    if not lines:
        return []
    height = LEADING * len(lines) + 6

    def draw(drawing: Drawing, left: float, top: float) -> None:
        drawing.rectangle(left, top, left + width, top + height, NOTICE_PAPER)
        drawing.rectangle(left, top, left + 4, top + height, NOTICE_INK)
        for number, line in enumerate(lines):
            y = top + 3 + LEADING * number
            cell = (left + 12, y, left + width - 4, y + LEADING)
            drawing.text(left + 12, y + 11, line, SIZE, NOTICE_INK, paper=NOTICE_PAPER, cell=cell)

    return [Block(height, draw, 6)]
