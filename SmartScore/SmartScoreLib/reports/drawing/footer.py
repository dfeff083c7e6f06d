"""The last line of every page: who made it, what it is not, and its number."""

from SmartScoreLib.identity import identity
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.fonts import text_width
from SmartScoreLib.reports.drawing.palette import QUIET_INK, RULE
from SmartScoreLib.reports.language.languages import Words


def draw_footer(drawing: Drawing, words: Words, number: int, total: int, margin: float, size: int) -> None:
    """Software and version with "research use" on the left, the page number on the right."""
    base = drawing.height - round(1.4 * size)
    right = drawing.width - margin
    drawing.rectangle(margin, base - 1.7 * size, right, base - 1.7 * size + 1, RULE)
    made_by = f"{identity().title} {identity().version}  ·  {words('research_use')}"
    page = words("page", number=number, total=total)
    middle = right - text_width(page, size) - 12
    box = (margin, base - 1.2 * size, middle, base + 0.5 * size)
    drawing.text(margin, base, made_by, size, QUIET_INK, cell=box)
    drawing.text(right, base, page, size, QUIET_INK, align="right", cell=(middle, box[1], right, box[3]))
