"""A hundred people as dots: how many have a lower score, for readers who do not think in percentiles."""

from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.palette import ACCENT, RULE

PITCH = 15.6
ROWS, COLUMNS = 4, 25


def draw_people(drawing: Drawing, left: float, top: float, dark: int) -> None:
    """Four rows of 25 dots, the first `dark` of them dark and larger, so that the count shows without color."""
    for number in range(ROWS * COLUMNS):
        x = left + (number % COLUMNS + 0.5) * PITCH
        y = top + (number // COLUMNS + 0.5) * PITCH
        if number < dark:
            drawing.disc(x, y, 6.2, ACCENT)
        else:
            drawing.disc(x, y, 4.6, RULE)
