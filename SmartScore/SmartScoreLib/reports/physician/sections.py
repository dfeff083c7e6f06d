"""Parts that several sections of the Physician report share: their titles, and the notices that must not be missed."""

from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.flow import Block, lines_block
from SmartScoreLib.reports.drawing.palette import ACCENT, NOTICE_INK, NOTICE_PAPER, RULE
from SmartScoreLib.reports.drawing.typesetting import wrap
from SmartScoreLib.reports.language.languages import Words
from SmartScoreLib.reports.language.warning_texts import warning_texts

SIZE, LEADING = 11, 15


def title_block(text: str, width: float, space: float = 12) -> Block:
    """A section's title with a line under it; stays with what follows."""
    block = lines_block(text, width, 12, 16, ACCENT, bold=True)

    def draw(drawing: Drawing, left: float, top: float) -> None:
        block.draw(drawing, left, top)
        drawing.rectangle(left, top + 17, left + width, top + 18, RULE)

    return Block(20, draw, space, with_next=True)


def notice_blocks(reading: Reading, words: Words, width: float) -> list[Block]:
    """Marks that nobody confirmed, and how many warnings there are with the first of them, for the first page."""
    warnings = warning_texts(reading, words)
    texts = [] if reading.sheet.reviewed else [words("unreviewed")]
    if warnings:
        count = words("warnings_one") if len(warnings) == 1 else words("warnings_many", number=len(warnings))
        texts.append(f"{count}: {warnings[0]}")
    lines = [line for text in texts for line in wrap(text, width - 20, SIZE, lines=2)]
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
