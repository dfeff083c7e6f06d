"""Painted pages against kept pictures, with a tolerance that a line moved by one pixel exceeds.

To make the pictures anew after a change that is meant (and looked at):
SMARTSCORE_NEW_PICTURES=1 pytest Testing/core/report/test_report_pictures.py
"""

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as PillowImages

from SmartScoreLib.lesions.visual import VisualGrades
from SmartScoreLib.reports.chest.guide import guide_drawing
from SmartScoreLib.reports.drawing.drawing import Drawing, Rectangle, Text
from SmartScoreLib.reports.drawing.painting import paint
from SmartScoreLib.reports.language.languages import words
from SmartScoreLib.reports.patient.patient import patient_drawings
from SmartScoreLib.reports.physician.physician import physician_drawings
from SmartScoreLib.reports.slices.screen_saves import screen_drawing

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
CLEARLY = 40
"""A difference in gray levels that an eye sees; other versions of FreeType shade edges by less."""
SHARE = 0.0003
"""Of the pixels of a page may differ so."""


def drawing_named(name: str, make_reading) -> Drawing:  # type: ignore[no-untyped-def]
    if name == "valve":
        return physician_drawings(
            make_reading((("AV", 12, 90, 150, 3, 12, 900),), zero_confirmed=False, mode="valve"), words("fr")
        )[0]
    if name == "chest":
        grades = VisualGrades("moderate", "none", "severe", "mild", "mild")
        return physician_drawings(make_reading(mode="chest", visual=grades), words("en"))[0]
    if name == "guide":
        return guide_drawing(words("de"))
    reading = make_reading()
    if name == "physician":
        return physician_drawings(reading, words("en"))[0]
    if name == "patient":
        return patient_drawings(reading, words("de"))[0]
    return screen_drawing(reading, range(12, 13), words("en"))


def clear_differences(one: np.ndarray, other: np.ndarray) -> float:
    """Share of pixels that differ clearly in any color."""
    return float((np.abs(one.astype(int) - other.astype(int)).max(axis=2) > CLEARLY).mean())


@pytest.mark.parametrize("name", ["physician", "patient", "screen", "valve", "chest", "guide"])
def test_a_page_looks_as_it_was_looked_at(make_reading, name: str) -> None:  # type: ignore[no-untyped-def]
    painted = paint(drawing_named(name, make_reading))
    path = GOLDEN / f"report_{name}.png"
    if os.environ.get("SMARTSCORE_NEW_PICTURES"):
        PillowImages.fromarray(painted).save(path, optimize=True)
    kept = np.asarray(PillowImages.open(path).convert("RGB"))
    assert kept.shape == painted.shape
    assert clear_differences(kept, painted) <= SHARE


@pytest.mark.parametrize("name", ["physician", "patient", "screen"])
def test_a_line_that_moves_by_a_pixel_would_be_seen(make_reading, name: str) -> None:  # type: ignore[no-untyped-def]
    drawing = drawing_named(name, make_reading)
    before = paint(drawing)
    rules = [n for n, m in enumerate(drawing.marks) if isinstance(m, Rectangle) and 0.5 <= m.box[3] - m.box[1] <= 2]
    longest = max(rules, key=lambda n: drawing.marks[n].box[2] - drawing.marks[n].box[0])  # type: ignore[union-attr]
    rule = drawing.marks[longest]
    assert isinstance(rule, Rectangle)
    left, top, right, bottom = rule.box
    drawing.marks[longest] = replace(rule, box=(left, top + 1, right, bottom + 1))
    lines = [n for n, m in enumerate(drawing.marks) if isinstance(m, Text) and len(m.text) > 12]
    text = drawing.marks[lines[0]]
    assert isinstance(text, Text)
    moved = Drawing(drawing.width, drawing.height, drawing.paper, list(drawing.marks))
    moved.marks[lines[0]] = replace(text, y=text.y + 1)
    assert clear_differences(before, paint(moved)) > SHARE


def test_the_same_reading_gives_the_same_pixels(make_reading) -> None:  # type: ignore[no-untyped-def]
    one, other = (paint(physician_drawings(make_reading(), words("fr"))[0]) for _ in range(2))
    assert np.array_equal(one, other)
