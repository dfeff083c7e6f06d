"""A hundred people as dots: how many have a lower score, for readers who do not think in percentiles."""

from SmartScoreLib.report.drawing import Drawing
from SmartScoreLib.report.palette import ACCENT, RULE

PITCH = 19.0
ROWS, COLUMNS = 5, 20


def draw_people(drawing: Drawing, left: float, top: float, dark: int) -> None:
    """Five rows of twenty dots, the first `dark` of them dark and larger, so that the count shows without color."""
    for number in range(ROWS * COLUMNS):
        x = left + (number % COLUMNS + 0.5) * PITCH
        y = top + (number // COLUMNS + 0.5) * PITCH
        if number < dark:
            drawing.disc(x, y, 7.4, ACCENT)
        else:
            drawing.disc(x, y, 5.6, RULE)
