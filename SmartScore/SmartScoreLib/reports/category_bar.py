"""The five amounts of plaque as a bar, with the score's place on it."""

from math import isinf, log

from SmartScoreLib.interpretation.categories import PLAQUE_BOUNDS
from SmartScoreLib.interpretation.model import PlaqueBurden
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.fonts import text_width
from SmartScoreLib.reports.drawing.palette import BURDEN, INK, QUIET_INK, ink_on

BURDENS: tuple[PlaqueBurden, ...] = tuple(burden for burden, _ in PLAQUE_BOUNDS)
_MOST = dict(PLAQUE_BOUNDS)
_BELOW: dict[PlaqueBurden, float] = dict(zip(BURDENS, (0.0, *_MOST.values()), strict=False))
_DRAWN_TO = 4000.0
"""Where the last amount, which has no end, ends on the bar."""


def _range(burden: PlaqueBurden) -> str:
    """The printed scores of an amount: "0", "1-10" ... ">400"."""
    below, most = _BELOW[burden], _MOST[burden]
    if most == 0:
        return "0"
    return f">{below:.0f}" if isinf(most) else f"{below + 1:.0f}-{most:.0f}"


RANGES: tuple[str, ...] = tuple(_range(burden) for burden in BURDENS)


def bar_ends(labels: tuple[str, ...], width: float, size: int) -> list[float]:
    """Right end of each segment: equally wide unless a label needs more."""
    needs = [
        max(text_width(label, size), text_width(span, size)) + 8 for label, span in zip(labels, RANGES, strict=True)
    ]
    spare = width - sum(needs)
    even = width / len(labels)
    if max(needs) <= even:
        return [even * (n + 1) for n in range(len(labels))]
    ends, x = [], 0.0
    for need in needs:
        x += need + spare / len(labels)
        ends.append(x)
    return ends


def place_on_bar(agatston: float, burden: PlaqueBurden, ends: list[float]) -> float:
    """Distance of a score from the left end: in the segment of its amount, logarithmic within it, never on an edge."""
    number = BURDENS.index(burden)
    start, end = (ends[number - 1] if number else 0.0), ends[number]
    low, high = _BELOW[burden], min(_MOST[burden], _DRAWN_TO)
    share = 0.5 if high == 0 else (log(agatston + 1) - log(low + 1)) / (log(high + 1) - log(low + 1))
    return start + (end - start) * min(max(share, 0.06), 0.94)


def draw_category_bar(
    drawing: Drawing,
    left: float,
    top: float,
    width: float,
    labels: tuple[str, ...],
    size: int,
    agatston: float,
    burden: PlaqueBurden | None,
    *,
    thickness: float,
) -> None:
    """Draw the marker (none without a burden), the bar with score ranges inside, and labels below."""
    ends = bar_ends(labels, width, size)
    head = round(0.7 * size)
    bar_top, bar_bottom = top + head + 2, top + head + 2 + thickness
    label_base = round(bar_bottom + 1.25 * size)
    start = 0.0
    for number, (label, end) in enumerate(zip(labels, ends, strict=True)):
        color = BURDEN[BURDENS[number]]
        x0, x1 = round(left + start), round(left + end)
        drawing.rectangle(x0, bar_top, x1 - (2 if number < len(labels) - 1 else 0), bar_bottom, color)
        middle, chosen = (x0 + x1 - 2) / 2, BURDENS[number] == burden
        base = round((bar_top + bar_bottom) / 2 + 0.365 * size)
        box = (x0, bar_top, x1, bar_bottom)
        drawing.text(middle, base, RANGES[number], size, ink_on(color), align="center", paper=color, cell=box)
        box = (x0, bar_bottom, x1, bar_bottom + 1.6 * size)
        ink = INK if chosen else QUIET_INK
        drawing.text(middle, label_base, label, size, ink, align="center", cell=box)
        if chosen:
            half = text_width(label, size) / 2
            drawing.rectangle(middle - half, label_base + 3, middle + half, label_base + 4.5, INK)
        start = end
    if burden is not None:
        x = left + place_on_bar(agatston, burden, ends)
        drawing.polygon([(x - 0.62 * head, top), (x + 0.62 * head, top), (x, top + head + 1)], INK)
