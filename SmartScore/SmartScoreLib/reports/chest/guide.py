"""What the visual grades look like: four slices of a phantom made in code, from none to severe, each with its words."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.visual import GRADES, VisualGrade
from SmartScoreLib.phantom.standard import heart_surface, standard_phantom
from SmartScoreLib.phantom.volume import phantom_hu
from SmartScoreLib.picture import Picture, Window
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.flow import lines_block
from SmartScoreLib.reports.drawing.painting import paint
from SmartScoreLib.reports.drawing.palette import ACCENT, INK, QUIET_INK
from SmartScoreLib.reports.language.languages import words
from SmartScoreLib.reports.language.words import Words, first_capital
from SmartScoreLib.reports.slices.slice_view import windowed

PAGE = (900, 1020)
MARGIN, GAP, TILE = 36, 24, (402, 330)
WINDOW = Window(center=50, width=400)
_Z_MM = 26.0
_Lesion = tuple[str, tuple[float, float, float], float, float, float, float]


def _at(angle: float) -> tuple[float, float, float]:
    x, y, _ = heart_surface(angle, _Z_MM)
    return x, y, _Z_MM


_MILD: tuple[_Lesion, ...] = (("LAD", _at(-66), 3.2, 5.0, 360.0, 430.0),)
_MODERATE: tuple[_Lesion, ...] = (
    ("LAD", _at(-66), 5.0, 5.0, 420.0, 520.0),
    ("LAD", _at(-76), 3.4, 5.0, 360.0, 430.0),
    ("LCX", _at(-24), 3.8, 5.0, 360.0, 430.0),
    ("RCA", _at(-142), 3.4, 5.0, 360.0, 430.0),
)
_SEVERE: tuple[_Lesion, ...] = (
    *(("LAD", _at(angle), 6.4, 5.0, 700.0, 1000.0) for angle in (-52, -59, -66, -73, -80)),
    ("LCX", _at(-30), 5.6, 5.0, 600.0, 900.0),
    ("LCX", _at(-22), 5.0, 5.0, 600.0, 900.0),
    ("RCA", _at(-142), 6.0, 5.0, 700.0, 1000.0),
)
_LESIONS: dict[VisualGrade, tuple[_Lesion, ...]] = {
    "none": (),
    "mild": _MILD,
    "moderate": _MODERATE,
    "severe": _SEVERE,
}


def chest_guide(language: str = "en") -> Picture:
    """The page as (1020, 900, 3) uint8 RGB pixels.

    Raises:
        WrongUsage: there is no such language.
    """
    table = words(language)
    return Picture(paint(guide_drawing(table)), table("guide_title"))


def guide_drawing(words: Words) -> Drawing:
    """The page as a drawing: a picture, a word and a sentence for each grade, and what is to be done."""
    drawing = Drawing(*PAGE)
    right = PAGE[0] - MARGIN
    drawing.rectangle(0, 0, PAGE[0], 8, ACCENT)
    title = words("guide_title")
    drawing.text(MARGIN, 48, title, 24, ACCENT, bold=True, cell=(MARGIN, 20, right, 60))
    for number, grade in enumerate(GRADES):
        left = MARGIN + (number % 2) * (TILE[0] + GAP)
        top = 76 + (number // 2) * (TILE[1] + 96)
        drawing.image((left, top, left + TILE[0], top + TILE[1]), _picture(grade))
        name = f"{number}  {first_capital(words(f'grade_{grade}'))}"
        cell = (left, top + TILE[1] + 4, left + TILE[0], top + TILE[1] + 30)
        drawing.text(left, top + TILE[1] + 24, name, 18, INK, bold=True, cell=cell)
        said = lines_block(words(f"guide_{grade}"), TILE[0], 15, 20, INK)
        said.draw(drawing, left, top + TILE[1] + 32)
    lines_block(words("guide_note"), right - MARGIN, 14, 19, QUIET_INK).draw(drawing, MARGIN, 932)
    return drawing


@cache
def _picture(grade: VisualGrade) -> NDArray[np.uint8]:
    """The slice of the lesions with noise and blur, in the window of soft tissue, (row, column, 3) RGB."""
    phantom = standard_phantom(
        slices=3,
        rows=240,
        columns=292,
        pixel_mm=0.6,
        spacing_mm=5.0,
        lesions=_LESIONS[grade],
        noise_hu=16.0,
        blur_mm=0.9,
        center_lps_mm=(8.0, -34.0, _Z_MM),
    )
    gray = windowed(phantom_hu(phantom)[1].astype(np.float32), WINDOW)
    return np.repeat(gray[:, :, None], 3, axis=2)
