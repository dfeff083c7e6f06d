"""The most important slices as small pictures with captions."""

from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.flow import Block
from SmartScoreLib.reports.drawing.palette import INK, QUIET_INK, SCREEN
from SmartScoreLib.reports.language.words import Words
from SmartScoreLib.reports.slices.orientation import edge_letters, slice_position
from SmartScoreLib.reports.slices.slice_annotations import draw_annotations
from SmartScoreLib.reports.slices.slice_marks import agatston_by_slice, coronary, coronary_text
from SmartScoreLib.reports.slices.slice_view import Crop, SliceView, crop_around, slice_view

SIZE = 11
CAPTION = 20


def important_slices(reading: Reading, most: int) -> list[int]:
    """The slices with the highest coronary score, from the most superior down; else those with any other calcium."""
    by_slice = agatston_by_slice(reading)
    scored = {index: coronary(scores) for index, scores in by_slice.items() if coronary(scores) > 0}
    if not scored:
        scored = {index: sum(scores.values()) for index, scores in by_slice.items() if sum(scores.values()) > 0}
    chosen = sorted(scored, key=lambda index: (-scored[index], index))[:most]
    return sorted(chosen, reverse=True)


def lesions_crop(reading: Reading, aspect: float) -> Crop:
    """The part of every slice that holds all marks of the reading, the same for each so that they compare."""
    _, row, column = reading.lesions.corner
    _, rows, columns = reading.lesions.labels.shape
    return crop_around(reading.series.geometry, [(row, column, row + rows, column + columns)], 90.0, aspect)


def position_text(reading: Reading, words: Words, slice_index: float) -> str:
    """Where a slice lies, e.g. "H 42.5 mm"."""
    letter, distance = slice_position(reading.series.geometry, slice_index)
    return f"{letter} {words.number(distance, 1)} mm"


def tile_row(
    reading: Reading, words: Words, slices: list[int], size: tuple[float, float], gap: float, detail: int, space: float
) -> Block:
    """Tiles of a (width, height) beside each other; the slices are drawn `detail` times finer than the page."""
    width, height = size
    crop = lesions_crop(reading, width / height)

    def draw(drawing: Drawing, left: float, top: float) -> None:
        for number, index in enumerate(slices):
            pixels = (round(width * detail), round(height * detail))
            view = slice_view(reading, range(index, index + 1), crop, pixels, stroke=2 * detail)
            _draw_tile(drawing, left + number * (width + gap), top, size, view, detail, reading, words, index)

    return Block(height + CAPTION, draw, space)


def _draw_tile(
    drawing: Drawing,
    left: float,
    top: float,
    size: tuple[float, float],
    view: SliceView,
    detail: int,
    reading: Reading,
    words: Words,
    index: int,
) -> None:
    width, height = size
    drawing.rectangle(left, top, left + width, top + height, SCREEN)
    across, down = view.pixels.shape[1] / detail, view.pixels.shape[0] / detail
    x, y = round(left + (width - across) / 2), round(top + (height - down) / 2)
    box = (x, y, x + across, y + down)
    drawing.image(box, view.pixels)
    small = SliceView(
        view.pixels,
        view.crop,
        view.columns_per_mm / detail,
        view.rows_per_mm / detail,
        tuple((key, (x0 / detail, y0 / detail, x1 / detail, y1 / detail)) for key, (x0, y0, x1, y1) in view.components),
    )
    draw_annotations(drawing, box, small, edge_letters(reading.series.geometry), words, SIZE)
    total = reading.series.geometry.shape[0]
    where = words("tile_caption", number=index + 1, total=total, position=position_text(reading, words, index))
    score = words("tile_score", score=coronary_text(reading, agatston_by_slice(reading)[index], words))
    base = top + height + 14
    middle = left + 0.66 * width
    drawing.text(left, base, where, SIZE, QUIET_INK, cell=(left, top + height, middle, base + 5))
    right = left + width
    drawing.text(right, base, score, SIZE, INK, align="right", cell=(middle, top + height, right, base + 5))
