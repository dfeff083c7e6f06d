"""The grades of a classification as a bar, with the score's place on it."""

from math import log

from SmartScoreLib.interpretation.classifications.model import Classification
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.fonts import text_width
from SmartScoreLib.reports.drawing.palette import INK, QUIET_INK, amount_color, ink_on

_DRAWN_TO = 4000.0
"""Where the last grade, which has no end, ends on the bar."""


def bar_ends(classification: Classification, labels: tuple[str, ...], width: float, size: int) -> list[float]:
    """Right end of each segment: equally wide unless a label needs more."""
    texts = zip(labels, classification.ranges, strict=True)
    needs = [max(text_width(label, size), text_width(span, size)) + 8 for label, span in texts]
    spare = width - sum(needs)
    even = width / len(labels)
    if max(needs) <= even:
        return [even * (n + 1) for n in range(len(labels))]
    ends, x = [], 0.0
    for need in needs:
        x += need + spare / len(labels)
        ends.append(x)
    return ends


def place_on_bar(agatston: float, classification: Classification, ends: list[float]) -> float:
    """Distance of a score from the left end: in the segment of its grade, logarithmic within it, never on an edge."""
    grade = classification.grade(agatston)
    number = classification.position(grade)
    start, end = (ends[number - 1] if number else 0.0), ends[number]
    least, most = classification.bounds(grade)
    low, high = max(least - 1, 0), min(_DRAWN_TO if most is None else most, _DRAWN_TO)
    share = 0.5 if high == 0 else (log(agatston + 1) - log(low + 1)) / (log(high + 1) - log(low + 1))
    return start + (end - start) * min(max(share, 0.06), 0.94)


def draw_category_bar(
    drawing: Drawing,
    left: float,
    top: float,
    width: float,
    classification: Classification,
    labels: tuple[str, ...],
    size: int,
    agatston: float,
    *,
    thickness: float,
) -> None:
    """Draw the marker, the bar with score ranges inside, and labels below."""
    ends = bar_ends(classification, labels, width, size)
    place = classification.grade(agatston)
    head = round(0.7 * size)
    bar_top, bar_bottom = top + head + 2, top + head + 2 + thickness
    label_base = round(bar_bottom + 1.25 * size)
    start = 0.0
    for number, (label, end) in enumerate(zip(labels, ends, strict=True)):
        color = amount_color(number, len(labels))
        x0, x1 = round(left + start), round(left + end)
        drawing.rectangle(x0, bar_top, x1 - (2 if number < len(labels) - 1 else 0), bar_bottom, color)
        middle, chosen = (x0 + x1 - 2) / 2, classification.grades[number] == place
        base = round((bar_top + bar_bottom) / 2 + 0.365 * size)
        box = (x0, bar_top, x1, bar_bottom)
        span = classification.ranges[number]
        drawing.text(middle, base, span, size, ink_on(color), align="center", paper=color, cell=box)
        box = (x0, bar_bottom, x1, bar_bottom + 1.6 * size)
        ink = INK if chosen else QUIET_INK
        drawing.text(middle, label_base, label, size, ink, align="center", cell=box)
        if chosen:
            half = text_width(label, size) / 2
            drawing.rectangle(middle - half, label_base + 3, middle + half, label_base + 4.5, INK)
        start = end
    x = left + place_on_bar(agatston, classification, ends)
    drawing.polygon([(x - 0.62 * head, top), (x + 0.62 * head, top), (x, top + head + 1)], INK)
