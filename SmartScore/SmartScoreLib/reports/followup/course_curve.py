"""The course of a score on the percentiles of the reference group: a point a scan, joined in the order of age."""

from collections.abc import Sequence

from SmartScoreLib.interpretation.populations.model import ReferenceGroup
from SmartScoreLib.reports.drawing.drawing import Box, Drawing
from SmartScoreLib.reports.drawing.palette import ACCENT, INK, PAPER
from SmartScoreLib.reports.language.words import Words
from SmartScoreLib.reports.physician.percentile_curve import CurveAxes, draw_percentiles


def draw_course(
    drawing: Drawing, box: Box, words: Words, groups: Sequence[ReferenceGroup], points: Sequence[tuple[int, float]]
) -> None:
    """Axes, curves, and the points (age in years, printed score), the last of them marked.

    An age beyond the table has no place on the chart and no point.
    """
    axes = draw_percentiles(drawing, box, words, groups, max(score for _, score in points))
    placed = [(axes.x(age), axes.y(score)) for age, score in points if _inside(axes, age)]
    if len(placed) > 1:
        drawing.polyline(placed, 1.6, INK)
    for number, (x, y) in enumerate(placed, 1):
        drawing.disc(x, y, 5.5, PAPER)
        drawing.disc(x, y, 4.2, INK)
        if number == len(placed):
            drawing.disc(x, y, 2.2, ACCENT)
        else:
            drawing.disc(x, y, 2.2, PAPER)


def _inside(axes: CurveAxes, age_years: int) -> bool:
    return axes.youngest <= age_years <= axes.oldest
