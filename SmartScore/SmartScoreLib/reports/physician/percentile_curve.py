"""The percentiles of the reference group over age, with the patient's score on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from SmartScoreLib.interpretation.populations.model import ReferenceGroup
from SmartScoreLib.reports.drawing.drawing import Box, Drawing, Point
from SmartScoreLib.reports.drawing.fonts import text_width
from SmartScoreLib.reports.drawing.palette import ACCENT, AMOUNTS, INK, PAPER, QUIET_INK, RULE, Color
from SmartScoreLib.reports.language.words import Words

SIZE = 11
_TICKS = (0, 10, 100, 1000, 10000)
_USUAL = (25, 50, 75, 90)


def drawn_percentiles(groups: Sequence[ReferenceGroup]) -> tuple[int, ...]:
    """Which curves are drawn: the usual ones that a table has, or, where it has none of them, its last four."""
    every = tuple(percentile for percentile, _ in groups[0].scores)
    return tuple(percentile for percentile in every if percentile in _USUAL) or every[-len(_USUAL) :]


@dataclass(frozen=True)
class CurveAxes:
    """From age in years and Agatston score to the page; the score axis is logarithmic in score + 1, so 0 is on it."""

    box: Box
    youngest: int
    oldest: int
    highest: float

    def x(self, age_years: float) -> float:
        """Horizontal place of an age."""
        left, _, right, _ = self.box
        return left + (right - left) * (age_years - self.youngest) / (self.oldest - self.youngest)

    def y(self, agatston: float) -> float:
        """Vertical place of a score."""
        _, top, _, bottom = self.box
        return bottom - (bottom - top) * log(agatston + 1) / log(self.highest + 1)


def curve_axes(box: Box, groups: Sequence[ReferenceGroup], agatston: float) -> CurveAxes:
    """Axes that hold every curve and the patient."""
    greatest = (group.score(percentile) for group in groups for percentile in drawn_percentiles(groups))
    highest = max(agatston, *(score for score in greatest if score is not None), 100)
    return CurveAxes(box, groups[0].youngest, groups[-1].oldest, highest * 1.25)


def curve_points(axes: CurveAxes, groups: Sequence[ReferenceGroup], percentile: int) -> list[Point]:
    """The points of one percentile: one a year of the reference table, two a band of ages; nothing beyond them."""
    points = []
    for group in groups:
        score = group.score(percentile)
        if score is not None:
            points += [(axes.x(age), axes.y(score)) for age in dict.fromkeys((group.youngest, group.oldest))]
    return points


def draw_percentile_curve(
    drawing: Drawing,
    box: Box,
    words: Words,
    groups: Sequence[ReferenceGroup],
    age_years: int,
    agatston: float,
) -> None:
    """Axes, the curves with their names at the right end, and the patient's point."""
    axes = draw_percentiles(drawing, box, words, groups, agatston)
    center = axes.x(age_years), axes.y(agatston)
    drawing.disc(*center, 5.5, PAPER)
    drawing.disc(*center, 4.2, INK)
    drawing.disc(*center, 2.2, ACCENT)


def draw_percentiles(
    drawing: Drawing, box: Box, words: Words, groups: Sequence[ReferenceGroup], highest: float
) -> CurveAxes:
    """Axes that hold the curves and a score, and the curves; what is drawn on them is the caller's."""
    left, top, right, bottom = box
    label_width = max(text_width(words.number(tick), SIZE) for tick in _TICKS[:4])
    plot = (left + label_width + 5, top + 4, right - 19, bottom - 17)
    axes = curve_axes(plot, groups, highest)
    for tick in _TICKS:
        if tick <= axes.highest:
            y = round(axes.y(tick))
            drawing.rectangle(plot[0], y, plot[2], y + 1, RULE)
            drawing.text(plot[0] - 4, y + 4, words.number(tick), SIZE, QUIET_INK, align="right")
    for age in range(axes.youngest + (-axes.youngest) % 10, axes.oldest + 1, 10):
        x = round(axes.x(age))
        drawing.rectangle(x, plot[3], x + 1, plot[3] + 4, QUIET_INK)
        drawing.text(x, plot[3] + 15, str(age), SIZE, QUIET_INK, align="center")
    shown = drawn_percentiles(groups)
    for percentile, color in zip(shown, AMOUNTS[1:], strict=False):
        drawing.polyline(curve_points(axes, groups, percentile), 1.8, _stroke(color))
    _name_curves(drawing, axes, groups[-1], shown)
    return axes


def _name_curves(drawing: Drawing, axes: CurveAxes, last: ReferenceGroup, shown: Sequence[int]) -> None:
    """ "25" ... "90" at the right ends, pushed apart where curves end close to each other."""
    floor: float = axes.box[3] + 4
    for percentile in shown:
        y: float = min(axes.y(last.score(percentile) or 0.0) + 4, floor)
        drawing.text(axes.box[2] + 4, y, str(percentile), SIZE, INK)
        floor = y - 12


def _stroke(color: Color) -> Color:
    """Light fills are too faint for a thin line on white."""
    return tuple(min(v, 150) for v in color) if sum(color) > 520 else color  # type: ignore[return-value]
