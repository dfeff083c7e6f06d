"""A simple heart from the front with its arteries, each as strong and dark as its score."""

from collections.abc import Mapping
from functools import cache

from SmartScoreLib.interpretation.classifications.model import Classification
from SmartScoreLib.lesions.territories import TERRITORIES, HeartPlace
from SmartScoreLib.reports.drawing.drawing import Align, Box, Drawing, Point, bezier
from SmartScoreLib.reports.drawing.fonts import text_width
from SmartScoreLib.reports.drawing.palette import INK, NO_CALCIUM, PAPER, QUIET_INK, RULE, SHADE, Color, amount_color
from SmartScoreLib.reports.language.words import Words

# Outlines in a square of 100 x 100, the patient's right on the left as in every picture of the chest.
_MUSCLE = bezier(
    (30, 32),
    ((16, 38), (8, 56), (16, 72)),
    ((23, 86), (46, 92), (66, 98)),
    ((80, 101), (90, 92), (94, 78)),
    ((98, 62), (92, 44), (78, 34)),
    ((66, 26), (44, 25), (30, 32)),
)
_AORTA = bezier(
    (36, 42),
    ((33, 26), (34, 8), (52, 4)),
    ((66, 1), (76, 8), (77, 20)),
    ((77, 22), (68, 22), (67, 20)),
    ((66, 13), (58, 12), (54, 15)),
    ((48, 20), (49, 32), (50, 42)),
)
_PULMONARY = bezier(
    (52, 44), ((54, 32), (62, 26), (84, 20)), ((88, 22), (89, 27), (86, 31)), ((74, 32), (69, 36), (66, 46))
)
_VENA_CAVA = bezier(
    (20, 42), ((20, 30), (19, 18), (19, 10)), ((22, 9), (26, 9), (29, 10)), ((29, 20), (30, 30), (32, 40))
)
_BRANCHES = (
    bezier((62, 55), ((68, 58), (74, 62), (78, 70))),
    bezier((66, 68), ((60, 74), (56, 76), (52, 78))),
    bezier((23, 70), ((32, 70), (38, 70), (46, 74))),
)
_WIDTHS = (2.0, 2.8, 3.6, 4.4, 5.2)


@cache
def arteries() -> dict[str, list[Point]]:
    """The course of every territory that the sketch shows, in the square of 100 x 100."""
    return {t.key: bezier(t.place.start, *t.place.course) for t in TERRITORIES if t.place is not None}


def artery_strokes(classification: Classification) -> list[tuple[float, Color]]:
    """Width in hundredths of the sketch and color of an artery, for each grade."""
    grades = len(classification.grades)
    colors = [NO_CALCIUM, *(amount_color(position, grades) for position in range(1, grades))]
    widths = [_WIDTHS[round(position * (len(_WIDTHS) - 1) / (grades - 1))] for position in range(grades)]
    return list(zip(widths, colors, strict=True))


def draw_heart(
    drawing: Drawing,
    box: Box,
    words: Words,
    scores: Mapping[str, float | None],
    classification: Classification,
    size: int,
) -> None:
    """The heart in the middle of a box, names and scores of the arteries on both sides, the legend below.

    A score of None is drawn as none, and written as a dash: it is not known.
    """
    left, top, right, bottom = box
    legend_top = bottom - 1.6 * size
    side = min(legend_top - top - 8, 0.56 * (right - left))
    x0, y0 = (left + right) / 2 - side / 2, top + (legend_top - 8 - top - side) / 2

    def at(point: Point) -> Point:
        return (x0 + point[0] / 100 * side, y0 + point[1] / 100 * side)

    for outline, fill in ((_VENA_CAVA, SHADE), (_PULMONARY, SHADE), (_MUSCLE, (250, 236, 232)), (_AORTA, SHADE)):
        points = [at(p) for p in outline]
        drawing.polygon(points, fill)
        drawing.polyline([*points, points[0]], 2, RULE)
    for branch in _BRANCHES:
        drawing.polyline([at(p) for p in branch], 0.011 * side, NO_CALCIUM)
    for artery in arteries().values():
        drawing.polyline([at(p) for p in artery], (_WIDTHS[0] + 2.2) / 100 * side, PAPER)
    strokes = artery_strokes(classification)
    amounts = {key: classification.position(classification.grade(scores.get(key) or 0.0)) for key in arteries()}
    for key in sorted(amounts, key=amounts.__getitem__):
        amount = amounts[key]
        stroke, color = strokes[amount]
        drawing.polyline([at(p) for p in arteries()[key]], stroke / 100 * side, color)

    def cell_of(place: HeartPlace) -> Box:
        x, y = at((place.reach, place.height))
        return (left, y, x, y + 2.7 * size) if place.side == "left" else (x, y, right, y + 2.7 * size)

    placed = [(territory, territory.place) for territory in TERRITORIES if territory.place is not None]
    rooms = [(words.artery(t.key), cell_of(place)) for t, place in placed]
    label_size = next(
        (s for s in (size, size - 1) if all(text_width(name, s) <= c[2] - c[0] for name, c in rooms)), size - 2
    )
    for territory, place in placed:
        name = words.abbreviation(territory.key) + words("locale_colon")
        value = f"{name} {words.measured(scores.get(territory.key, 0.0))}"
        label = words.artery(territory.key)
        _draw_label(drawing, cell_of(place), place.side, label, value, at(place.point), label_size)
    _draw_legend(drawing, (left, legend_top, right, bottom), words, classification, size)


def _draw_label(drawing: Drawing, cell: Box, align: Align, name: str, value: str, point: Point, size: int) -> None:
    """Name and score at the outer edge of a cell, with a line to the artery."""
    x, y = (cell[0] if align == "left" else cell[2]), cell[1]
    width = max(text_width(name, size), text_width(value, size, True)) + 6
    end = x + width if align == "left" else x - width
    drawing.text(x, y + size, name, size, QUIET_INK, align=align, cell=cell)
    drawing.text(x, y + 2.3 * size, value, size, INK, bold=True, align=align, cell=cell)
    drawing.polyline([(end, y + 1.35 * size), point], 1.4, QUIET_INK)
    drawing.disc(*point, 3.4, QUIET_INK)


def _draw_legend(drawing: Drawing, box: Box, words: Words, classification: Classification, size: int) -> None:
    """Strokes of the amounts with their scores, those of the bar above, in a row under the picture."""
    left, _, right, bottom = box
    title = words("heart_legend")
    needs = [22 + text_width(label, size) + 8 for label in classification.ranges]
    total = text_width(title, size) + 8 + sum(needs) - 8
    x, base = (left + right) / 2 - total / 2, bottom - 0.4 * size
    drawing.text(x, base, title, size, QUIET_INK, cell=box)
    x += text_width(title, size) + 8
    strokes = artery_strokes(classification)
    for label, (width, color), need in zip(classification.ranges, strokes, needs, strict=True):
        y = base - 0.36 * size
        drawing.polyline([(x + 6, y), (x + 14, y)], 2.2 * width, color)
        drawing.text(x + 22, base, label, size, INK, cell=box)
        x += need
