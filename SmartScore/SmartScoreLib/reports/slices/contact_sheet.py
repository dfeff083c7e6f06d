"""All slices with lesions on one page, or as many pages as they need."""

import math

from SmartScoreLib.interpretation.interpret import invalid_remarks
from SmartScoreLib.picture import Window
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reports.drawing.drawing import Box, Drawing
from SmartScoreLib.reports.drawing.fonts import text_width
from SmartScoreLib.reports.drawing.palette import SCREEN, SCREEN_INK, SCREEN_NOTICE_INK, SCREEN_QUIET_INK
from SmartScoreLib.reports.drawing.typesetting import fit
from SmartScoreLib.reports.language.words import Words
from SmartScoreLib.reports.page_identity import SEPARATOR, Line, draw_identity
from SmartScoreLib.reports.slices.orientation import edge_letters
from SmartScoreLib.reports.slices.slice_annotations import draw_annotations
from SmartScoreLib.reports.slices.slice_marks import agatston_by_slice, coronary_text
from SmartScoreLib.reports.slices.slice_tile import lesions_crop, position_text
from SmartScoreLib.reports.slices.slice_view import SliceView, slice_view

WIDTH = 1024
MOST = 16
_MARGIN, _HEAD, _GAP, _CAPTION = 16, 50, 12, 26
_SIZE = 12
_ASPECT = 0.9


def contact_drawings(reading: Reading, slices: list[int], words: Words, window: Window) -> list[Drawing]:
    """Pages of up to 16 slices, every one cut to the part that holds the lesions of the series; as high as needed."""
    if not slices:
        return []
    across = min(4, max(2, math.ceil(math.sqrt(len(slices)))))
    wide = (WIDTH - 2 * _MARGIN - (across - 1) * _GAP) // across
    tall = round(_ASPECT * wide)
    crop = lesions_crop(reading, wide / tall)
    drawings = []
    for start in range(0, len(slices), MOST):
        chosen = slices[start : start + MOST]
        rows = math.ceil(len(chosen) / across)
        drawing = Drawing(WIDTH, _HEAD + rows * (tall + _CAPTION) + 6, SCREEN)
        _head(drawing, reading, words)
        for number, index in enumerate(chosen):
            left = _MARGIN + number % across * (wide + _GAP)
            top = _HEAD + number // across * (tall + _CAPTION)
            view = slice_view(reading, range(index, index + 1), crop, (wide, tall), window)
            _tile(drawing, (left, top, left + wide, top + tall), view, reading, words, index)
        drawings.append(drawing)
    return drawings


def _tile(drawing: Drawing, place: Box, view: SliceView, reading: Reading, words: Words, index: int) -> None:
    left, top, right, bottom = place
    height, width = view.pixels.shape[:2]
    x, y = left + (right - left - width) // 2, top + (bottom - top - height) // 2
    box = (x, y, x + width, y + height)
    drawing.image(box, view.pixels)
    draw_annotations(drawing, box, view, edge_letters(reading.series.geometry), words, _SIZE)
    total = reading.series.geometry.shape[0]
    where = f"{index + 1}/{total}, {position_text(reading, words, index)}"
    score = words("tile_score", score=coronary_text(reading, agatston_by_slice(reading)[index], words))
    middle = right - text_width(score, _SIZE, True) - 8
    cell = (left, bottom, middle, bottom + 20)
    drawing.text(left, bottom + 15, fit(where, middle - left, _SIZE), _SIZE, SCREEN_QUIET_INK, cell=cell)
    cell = (middle, bottom, right, bottom + 20)
    drawing.text(right, bottom + 15, score, _SIZE, SCREEN_INK, bold=True, align="right", cell=cell)


def _head(drawing: Drawing, reading: Reading, words: Words) -> None:
    """Title and date on the left, with whether the score holds and is final; whose slices these are on the right."""
    study, right, size = reading.description.study, WIDTH - _MARGIN, 14
    title = words("contact_title")
    drawing.text(_MARGIN, 22, title, 18, SCREEN_INK, bold=True, cell=(_MARGIN, 2, WIDTH, 30))
    notices = [words("draft_mark")] if reading.texts.status == "draft" else []
    notices += [words("score_invalid")] if invalid_remarks(reading.sheet) else []
    notices += [words("chest_short")] if reading.sheet.mode == "chest" else []
    when = [words.date(study.study_date)] if study.study_date else []
    below = SEPARATOR.join([*notices, *when])
    ink = SCREEN_NOTICE_INK if notices else SCREEN_QUIET_INK
    drawing.text(_MARGIN, 41, below, size, ink, cell=(_MARGIN, 27, WIDTH, 46))
    left = _MARGIN + max(text_width(title, 18, True), text_width(below, size)) + 24
    name = Line((left, 4, right, 26), 21, size, SCREEN_INK, align="right")
    second = Line((left, 27, right, 46), 41, size, SCREEN_QUIET_INK, align="right")
    draw_identity(drawing, reading.description.patient, words, name, second)
