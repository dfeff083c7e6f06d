"""Parts that several sections of the Physician report share: their titles, and the notices that must not be missed."""

from SmartScoreLib.reading.model import Reading
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


def notice_blocks(reading: Reading, words: Words, width: float) -> list[Block]:
    """For the first page: how many remarks there are with the gravest of them, and that the marks are not confirmed.

    What makes the score invalid stands first, and in full.
    """
    remarks = remark_texts(reading, words)
    notices: list[tuple[str, int]] = []
    if not reading.sheet.reviewed:
        notices.append((words("unreviewed"), 2))
    if remarks:
        key = "warnings_one" if len(remarks) == 1 else "warnings_many"
        notice = words(key, number=len(remarks), gravest=remarks[0])
        gravest = reading.sheet.remarks[0]
        invalid = gravest.severity <= Severity.INVALID
        notices.insert(0 if invalid else len(notices), (notice, 5 if invalid else 2))
    lines = [line for text, most in notices for line in wrap(text, width - 20, SIZE, lines=most)]
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
