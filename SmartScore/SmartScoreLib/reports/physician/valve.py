"""The aortic valve on the Physician report: its score, the grade of severe stenosis, and what limits it."""

from SmartScoreLib.interpretation.valve import ValveFinding, aortic_valve
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.flow import Block, lines_block, together
from SmartScoreLib.reports.drawing.fonts import clean, text_width
from SmartScoreLib.reports.drawing.palette import ACCENT, INK, QUIET_INK
from SmartScoreLib.reports.language.languages import remark_text
from SmartScoreLib.reports.language.words import Words
from SmartScoreLib.reports.physician.sections import title_block

SIZE, LEADING = 11, 15


def valve_blocks(reading: Reading, words: Words, width: float) -> list[Block]:
    """A section of the valve, or nothing where no calcium of it counts."""
    found = aortic_valve(reading.sheet, reading.interpretation.person)
    if found is None:
        return []
    lines = []
    if found.bounds is not None:
        sex = reading.interpretation.person.sex
        lines.append(
            words(
                f"valve_bounds_{sex}",
                unlikely=words.number(found.bounds.unlikely_below),
                likely=words.number(found.bounds.likely_from),
                very_likely=words.number(found.bounds.very_likely_from),
            )
        )
        lines += [words("valve_low_flow"), words("valve_source")]
    return together(
        [
            title_block(words("valve_title"), width),
            _result_block(found, words, width),
            *(lines_block(line, width, SIZE, LEADING, QUIET_INK) for line in lines),
        ]
    )


def valve_said(found: ValveFinding, words: Words) -> str:
    """The grade in words, or why there is none."""
    if found.grade is not None:
        return words(f"valve_{found.grade}")
    assert found.reason is not None  # where there is no grade
    return clean(remark_text(found.reason, words))


def valve_sentences(reading: Reading, words: Words) -> str:
    """Score, grade and caveat in a line of text; "" where no calcium of the valve counts."""
    found = aortic_valve(reading.sheet, reading.interpretation.person)
    if found is None:
        return ""
    said = valve_said(found, words).rstrip(".")
    text = words("text_valve", score=words.measured(found.agatston), grade=said)
    return text if found.grade is None else f"{text} {words('valve_low_flow')}"


def _result_block(found: ValveFinding, words: Words, width: float) -> Block:
    """The score on the left, the grade beside it; a reason goes over several lines."""
    score = words("valve_agatston", score=words.measured(found.agatston))
    indent = text_width(score, 12, True) + 18
    graded = found.grade is not None
    said = lines_block(
        valve_said(found, words),
        width,
        12 if graded else SIZE,
        16,
        ACCENT if graded else INK,
        bold=graded,
        indent=indent,
    )

    def draw(drawing: Drawing, left: float, top: float) -> None:
        drawing.text(left, top + 12, score, 12, INK, bold=True, cell=(left, top, left + indent, top + 16))
        said.draw(drawing, left, top)

    return Block(said.height, draw, 2)
