"""Screen saves: slices with their lesions, undistorted, with everything that proves the numbers."""

from collections.abc import Iterable
from functools import partial

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.picture import CALCIUM_WINDOW, Picture, Undrawn, Window, drawn
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.painting import paint
from SmartScoreLib.reports.drawing.palette import PANEL, SCREEN
from SmartScoreLib.reports.language.languages import words
from SmartScoreLib.reports.language.words import Words
from SmartScoreLib.reports.slices.contact_sheet import contact_drawings
from SmartScoreLib.reports.slices.orientation import edge_letters
from SmartScoreLib.reports.slices.screen_panel import draw_panel
from SmartScoreLib.reports.slices.slice_annotations import draw_annotations
from SmartScoreLib.reports.slices.slice_tile import position_text
from SmartScoreLib.reports.slices.slice_view import slice_view, whole_slice

WIDTH, HEIGHT = 1024, 768
_SIZE = 14


def screen_saves(
    reading: Reading,
    slices: Iterable[int] | None = None,
    language: str = "en",
    *,
    window: Window = CALCIUM_WINDOW,
    slab_slices: int = 1,
) -> list[Picture]:
    """One (768, 1024, 3) uint8 RGB picture a slice.

    Args:
        reading: what to show.
        slices: 0-based indices (0 = most inferior); None takes every slice with scored lesions, superior first.
        language: of the texts.
        window: in which Hounsfield units are shown.
        slab_slices: show the maximum over so many slices around each; 1 shows the slice itself.

    Raises:
        WrongUsage: there is no such language.
        IndexError: a slice is outside of the series.
    """
    chosen = undrawn_screens(reading, slices, language, window=window, slab_slices=slab_slices)
    return [drawn(one) for one in chosen]


def undrawn_screens(
    reading: Reading,
    slices: Iterable[int] | None = None,
    language: str = "en",
    *,
    window: Window = CALCIUM_WINDOW,
    slab_slices: int = 1,
) -> list[Undrawn]:
    """The same pictures to be drawn one by one, where all of them together would take as much memory as the volume.

    Raises:
        WrongUsage: there is no such language.
        IndexError: a slice is outside of the series.
    """
    table = words(language)
    slabs = [
        (index, _slab(index, slab_slices, reading.series.geometry.shape[0]))
        for index in (lesion_slices(reading) if slices is None else slices)
    ]
    return [
        Undrawn(
            partial(_painted, reading, slab, table, window),
            3 * WIDTH * HEIGHT,
            table("caption_screen", number=index + 1, position=position_text(reading, table, index)),
        )
        for index, slab in slabs
    ]


def _painted(reading: Reading, slab: range, table: Words, window: Window) -> NDArray[np.uint8]:
    return paint(screen_drawing(reading, slab, table, window))


def contact_sheet(reading: Reading, language: str = "en", *, window: Window = CALCIUM_WINDOW) -> list[Picture]:
    """All slices that have lesions, small, 16 to a (1024, 1024, 3) page; empty if there are none.

    Raises:
        WrongUsage: there is no such language.
    """
    table = words(language)
    drawings = contact_drawings(reading, lesion_slices(reading), table, window)
    total = len(drawings)
    return [
        Picture(paint(drawing), table("caption_contact", number=number, total=total))
        for number, drawing in enumerate(drawings, 1)
    ]


def lesion_slices(reading: Reading) -> list[int]:
    """0-based indices of all slices with scored lesions, the most superior first."""
    return sorted(reading.sheet.slices, reverse=True)


def screen_drawing(reading: Reading, slices: range, table: Words, window: Window = CALCIUM_WINDOW) -> Drawing:
    """A slice, or the maximum over the slices of a slab, on the left and what is known of it on the right."""
    drawing = Drawing(WIDTH, HEIGHT, SCREEN)
    geometry = reading.series.geometry
    view = slice_view(reading, slices, whole_slice(geometry), (HEIGHT, HEIGHT), window)
    height, width = view.pixels.shape[:2]
    left, top = (HEIGHT - width) // 2, (HEIGHT - height) // 2
    box = (left, top, left + width, top + height)
    drawing.image(box, view.pixels)
    draw_annotations(drawing, box, view, edge_letters(geometry), table, _SIZE)
    drawing.rectangle(HEIGHT, 0, WIDTH, HEIGHT, PANEL)
    draw_panel(drawing, (HEIGHT, 0, WIDTH, HEIGHT), reading, slices, table, window)
    return drawing


def _slab(index: int, slab_slices: int, slices: int) -> range:
    if not 0 <= index < slices:
        raise IndexError(f"slice {index} is outside of the series, which has slices 0 to {slices - 1}")
    below = (slab_slices - 1) // 2
    return range(max(0, index - below), min(slices, index - below + max(1, slab_slices)))
