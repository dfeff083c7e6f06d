"""Slices as they are shown: orientation, proportions, scale bar, window, outlines, and the scores beside them."""

from math import cos, radians, sin

import numpy as np
import pytest

from SmartScoreLib.picture import Window
from SmartScoreLib.reports.drawing.drawing import Drawing, Image, Rectangle
from SmartScoreLib.reports.drawing.painting import paint
from SmartScoreLib.reports.drawing.palette import SCREEN_INK
from SmartScoreLib.reports.language.languages import words
from SmartScoreLib.reports.slices.orientation import EdgeLetters, direction_letters, edge_letters, slice_position
from SmartScoreLib.reports.slices.screen_saves import contact_sheet, lesion_slices, screen_drawing, screen_saves
from SmartScoreLib.reports.slices.slice_marks import agatston_by_slice, slice_marks
from SmartScoreLib.reports.slices.slice_view import windowed

# Image Orientation (Patient), rows then columns, of an image whose bottom is the table, and what is then at the left,
# right, top and bottom edge. By hand: "right side down" has R at the bottom; feet first mirrors left and right.
POSITIONS = {
    "HFS": ((1, 0, 0), (0, 1, 0), "RLAP"),
    "HFP": ((-1, 0, 0), (0, -1, 0), "LRPA"),
    "HFDR": ((0, 1, 0), (-1, 0, 0), "APLR"),
    "HFDL": ((0, -1, 0), (1, 0, 0), "PARL"),
    "FFS": ((-1, 0, 0), (0, 1, 0), "LRAP"),
    "FFP": ((1, 0, 0), (0, -1, 0), "RLPA"),
    "FFDR": ((0, -1, 0), (-1, 0, 0), "PALR"),
    "FFDL": ((0, 1, 0), (1, 0, 0), "APRL"),
}


@pytest.fixture
def geometry(make_reading):  # type: ignore[no-untyped-def]
    """A grid with the given row and column cosines."""
    from dataclasses import replace

    def make(row, column):  # type: ignore[no-untyped-def]
        base = make_reading(()).series.geometry
        normal = tuple(float(v) for v in np.cross(row, column))
        return replace(base, directions=(normal, tuple(map(float, column)), tuple(map(float, row))))

    return make


@pytest.mark.parametrize("position", POSITIONS)
def test_the_edges_are_named_for_every_patient_position(geometry, position: str) -> None:  # type: ignore[no-untyped-def]
    row, column, expected = POSITIONS[position]
    letters = edge_letters(geometry(row, column))
    assert (letters.left, letters.right, letters.top, letters.bottom) == tuple(expected)


def test_the_edges_of_an_oblique_slice_name_every_direction_that_counts(geometry) -> None:  # type: ignore[no-untyped-def]
    # Rows turned 30 degrees from left towards posterior, columns tilted 45 degrees towards the head.
    row = (cos(radians(30)), sin(radians(30)), 0.0)  # 0.87 L, 0.50 P
    column = (-0.353553, 0.612372, 0.707107)  # 0.71 H, 0.61 P, 0.35 R
    assert edge_letters(geometry(row, column)) == EdgeLetters("RA", "LP", "FAL", "HPR")


def test_a_slightly_turned_patient_keeps_single_letters() -> None:
    assert direction_letters((cos(radians(8)), sin(radians(8)), 0.0)) == "L"
    assert direction_letters((cos(radians(12)), sin(radians(12)), 0.0)) == "LP"


def test_the_position_of_an_axial_slice_is_its_z(make_reading) -> None:  # type: ignore[no-untyped-def]
    geometry = make_reading(()).series.geometry  # first slice at z = -40 mm, 2.5 mm apart
    assert slice_position(geometry, 0) == ("F", 40.0)
    assert slice_position(geometry, 20) == ("H", 10.0)


def the_image(drawing: Drawing) -> Image:
    return next(mark for mark in drawing.marks if isinstance(mark, Image))


def test_anisotropic_pixels_are_shown_undistorted(make_reading, axial_geometry) -> None:  # type: ignore[no-untyped-def]
    """A box of 32 x 32 mm, 64 rows of 0.5 mm by 32 columns of 1 mm, is as wide as high on the screen."""
    grid = axial_geometry((4, 300, 200), (3.0, 0.5, 1.0))
    reading = make_reading((), geometry=grid)
    hu = np.full(grid.shape, -1000, np.int16)
    hu[1, 100:164, 60:92] = 1000
    from dataclasses import replace

    reading = replace(reading, series=replace(reading.series, hu=hu))
    drawing = screen_drawing(reading, range(1, 2), words("en"))
    bright = the_image(drawing).pixels[:, :, 0] > 128
    high, wide = bright.any(axis=1).sum(), bright.any(axis=0).sum()
    assert abs(int(high) - int(wide)) <= 1
    # 200 mm wide and 150 mm high: 768 pixels for 200 mm.
    assert the_image(drawing).pixels.shape[:2] == (576, 768)
    assert wide == pytest.approx(32 * 768 / 200, abs=1)


@pytest.mark.parametrize("pixel_mm", [0.3, 0.48828125, 0.8, 1.0])
def test_the_scale_bar_is_right_to_a_pixel(make_reading, axial_geometry, pixel_mm: float) -> None:  # type: ignore[no-untyped-def]
    reading = make_reading((), geometry=axial_geometry((4, 256, 256), (2.5, pixel_mm, pixel_mm)))
    drawing = screen_drawing(reading, range(1, 2), words("en"))
    millimetres = next(
        float(t.text.split()[0]) for t in drawing.texts if t.text.endswith(" mm") and t.x < 768 and t.y > 600
    )
    bars = [m.box for m in drawing.marks if isinstance(m, Rectangle) and m.color == SCREEN_INK and m.box[2] <= 768]
    length = max(right - left for left, _, right, _ in bars)
    assert abs(length - millimetres * 768 / (256 * pixel_mm)) <= 0.5
    painted = paint(drawing)
    left, top, right, bottom = (round(v) for v in max(bars, key=lambda box: box[2] - box[0]))
    assert (painted[top:bottom, left:right] == SCREEN_INK).all()
    assert (painted[top, left - 1] != SCREEN_INK).any()
    assert (painted[top, right] != SCREEN_INK).any()


def test_the_window_is_that_of_dicom() -> None:
    """PS3.3 C.11.2.1.2.1: with center 40 and width 400, -160 is black, 239 white and 40 just above the middle."""
    shown = windowed(np.array([-1000, -160, 40, 239, 3000], np.int16), Window(center=40.0, width=400.0))
    assert shown.tolist() == [0, 0, 127, 255, 255]


def test_outlines_surround_lesions_without_hiding_them(make_reading) -> None:  # type: ignore[no-untyped-def]
    reading = make_reading((("LAD", 12, 90, 150, 1, 6, 450),))
    pixels = the_image(screen_drawing(reading, range(12, 13), words("en"))).pixels
    scale = 768 / 256
    inside = pixels[int(90 * scale) : int(96 * scale), int(150 * scale) : int(156 * scale)]
    assert (inside[:, :, 0] == inside[:, :, 1]).all()  # gray: no color over the lesion
    ring = (pixels == (213, 94, 0)).all(axis=2)
    rows, columns = np.nonzero(ring)
    assert rows.min() == int(90 * scale) - 3
    assert rows.max() == int(96 * scale) + 2
    assert columns.min() == int(150 * scale) - 3
    assert columns.max() == int(156 * scale) + 2


def test_marked_voxels_that_do_not_count_are_not_outlined(make_reading) -> None:  # type: ignore[no-untyped-def]
    # 1 pixel of 0.64 mm2 is below the least area; a box of 100 HU is below the threshold.
    reading = make_reading(
        (("LAD", 12, 90, 150, 1, 1, 450), ("RCA", 12, 50, 60, 1, 6, 100), ("LCX", 12, 120, 190, 1, 3, 250))
    )
    assert [one.territory for one in slice_marks(reading, range(12, 13)).components] == ["LCX"]


def test_scores_by_slice_add_up_to_the_total(make_reading, lesion_sets) -> None:  # type: ignore[no-untyped-def]
    reading = make_reading(lesion_sets["EVERYWHERE"])
    by_slice = agatston_by_slice(reading)
    coronary = {"LM", "LAD", "LCX", "RCA", "PDA"}
    total = sum(score for scores in by_slice.values() for key, score in scores.items() if key in coronary)
    assert total == pytest.approx(reading.sheet.total.agatston)


def test_the_panel_shows_slice_score_and_total(make_reading) -> None:  # type: ignore[no-untyped-def]
    """LAD: 6 x 6 pixels of 0.64 mm2, weight 4, times 2.5 / 3 mm in each of three slices: 76.8 and 230.4."""
    reading = make_reading()
    texts = [text.text for text in screen_drawing(reading, range(14, 15), words("en")).texts]
    row = texts.index("LAD", texts.index("Agatston score"))
    assert texts[row + 1 : row + 3] == ["77", "230"]
    assert "Slice 15 of 24" in texts
    assert "Position F 5.0 mm" in texts


def test_a_slab_shows_the_maximum_and_the_scores_of_its_slices(make_reading) -> None:  # type: ignore[no-untyped-def]
    reading = make_reading()
    drawing = screen_drawing(reading, range(9, 15), words("en"))
    texts = [text.text for text in drawing.texts]
    row = texts.index("Coronary")
    assert texts[row + 1] == texts[row + 2] == "385"  # every lesion lies in slices 9 to 14
    assert "Maximum 10-15 of 24" in texts
    pixels = the_image(drawing).pixels
    assert pixels[(122 * 3), (192 * 3), 0] > 150  # LCX of slice 9
    assert pixels[(93 * 3), (153 * 3), 0] > 150  # LAD of slice 14


def test_every_slice_with_lesions_gets_a_screen_save(make_reading) -> None:  # type: ignore[no-untyped-def]
    reading = make_reading()
    pictures = screen_saves(reading)
    assert lesion_slices(reading) == [14, 13, 12, 11, 10, 9]
    assert [picture.caption for picture in pictures][:2] == ["Slice 15, F 5.0 mm", "Slice 14, F 7.5 mm"]
    assert {picture.pixels.shape for picture in pictures} == {(768, 1024, 3)}
    assert all(picture.identifying for picture in pictures)


def test_any_slice_can_be_asked_for_but_no_other(make_reading) -> None:  # type: ignore[no-untyped-def]
    reading = make_reading()
    assert len(screen_saves(reading, [0, 23])) == 2
    with pytest.raises(IndexError, match="slices 0 to 23"):
        screen_saves(reading, [24])


def test_a_contact_sheet_has_every_lesion_slice_or_does_not_exist(make_reading, lesion_sets) -> None:  # type: ignore[no-untyped-def]
    assert len(contact_sheet(make_reading())) == 1
    assert contact_sheet(make_reading(())) == []
    many = make_reading(tuple(("LAD", n, 90, 150, 1, 4, 450) for n in range(20)))
    assert len(contact_sheet(many)) == 2  # 16 and 4
