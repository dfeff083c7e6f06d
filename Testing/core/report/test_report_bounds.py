"""Every comparison that decides what a page shows, one case on each side of it. Expected values are by hand."""

from collections.abc import Callable
from dataclasses import replace
from math import radians, sin, sqrt

import numpy as np
import pytest

from SmartScoreLib.interpretation.categories import cac_drs_category
from SmartScoreLib.interpretation.choices import InterpretationChoices
from SmartScoreLib.interpretation.classifications.table import (
    ACC_AHA_2026,
    CAC_DRS_2018,
    CLASSIFICATIONS,
    RUMBERGER_1999,
)
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.picture import Window
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reports.category_bar import place_on_bar
from SmartScoreLib.reports.drawing.drawing import Drawing, Polygon, Polyline
from SmartScoreLib.reports.drawing.flow import Block, paginate
from SmartScoreLib.reports.drawing.fonts import text_width
from SmartScoreLib.reports.drawing.palette import ACCENT, amount_color
from SmartScoreLib.reports.drawing.typesetting import ELLIPSIS, fit, wrap
from SmartScoreLib.reports.language import language_codes
from SmartScoreLib.reports.language.languages import words
from SmartScoreLib.reports.patient.comparison import draw_icon_array
from SmartScoreLib.reports.patient.heart_sketch import draw_heart
from SmartScoreLib.reports.patient.patient import patient_drawings
from SmartScoreLib.reports.slices.contact_sheet import contact_drawings
from SmartScoreLib.reports.slices.orientation import direction_letters
from SmartScoreLib.reports.slices.screen_saves import screen_saves
from SmartScoreLib.reports.slices.slice_annotations import draw_lesion_names, overlaps, scale_bar_mm
from SmartScoreLib.reports.slices.slice_marks import slice_marks
from SmartScoreLib.reports.slices.slice_tile import important_slices
from SmartScoreLib.reports.slices.slice_view import Crop, crop_around, slice_view, windowed
from SmartScoreLib.scoring.score import score
from SmartScoreLib.series.geometry import VolumeGeometry

MakeReading = Callable[..., Reading]
ONE = (("LAD", 12, 90, 150, 1, 6, 450),)
"""Rows 90 to 95 and columns 150 to 155 of slice 12."""


@pytest.mark.parametrize(
    ("language", "value", "text"),
    [("en", 999, "999"), ("en", 1000, "1,000"), ("es", 9999, "9999"), ("es", 10000, "10\u00a0000")],
)
def test_numbers_are_grouped_from_the_least_number_of_digits_on(language: str, value: float, text: str) -> None:
    assert words(language).number(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(120.0049, "120"), (120.0051, "120.01"), (2.5049, "2.5"), (2.5051, "2.51"), (0.75, "0.75"), (119.9951, "120")],
)
def test_a_plain_number_is_as_short_as_it_is_exact_to_two_decimals(value: float, text: str) -> None:
    assert words("en").plain(value) == text


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [(0.0, 0, "0"), (1e-9, 0, "<1"), (0.49, 0, "<1"), (0.5, 0, "1"), (0.049, 1, "<0,1"), (0.05, 1, "0,1")],
)
def test_what_is_more_than_nothing_is_never_printed_as_zero(value: float, decimals: int, text: str) -> None:
    assert words("de").measured(value, decimals) == text


@pytest.mark.parametrize(
    ("score", "category"), [(0.0, 0), (1e-9, 1), (99.49, 1), (99.5, 2), (100.0, 2), (299.49, 2), (299.5, 3), (300.0, 3)]
)
def test_the_category_follows_the_printed_score(score: float, category: int) -> None:
    assert cac_drs_category(score) == category


FIVE = ((178, 209, 232), (114, 168, 211), (45, 112, 174), (10, 54, 106))
THREE = (FIVE[0], FIVE[2], FIVE[3])


@pytest.mark.parametrize(
    ("chosen", "score", "color"),
    [
        (ACC_AHA_2026, 0.0, None), (ACC_AHA_2026, 1e-9, FIVE[0]), (ACC_AHA_2026, 99.49, FIVE[0]),
        (ACC_AHA_2026, 99.5, FIVE[1]), (ACC_AHA_2026, 299.49, FIVE[1]), (ACC_AHA_2026, 299.5, FIVE[2]),
        (ACC_AHA_2026, 999.49, FIVE[2]), (ACC_AHA_2026, 999.5, FIVE[3]),
        (CAC_DRS_2018, 99.49, THREE[0]), (CAC_DRS_2018, 99.5, THREE[1]), (CAC_DRS_2018, 299.5, THREE[2]),
        (RUMBERGER_1999, 10.49, FIVE[0]), (RUMBERGER_1999, 10.5, FIVE[1]), (RUMBERGER_1999, 100.49, FIVE[1]),
        (RUMBERGER_1999, 100.5, FIVE[2]), (RUMBERGER_1999, 400.49, FIVE[2]), (RUMBERGER_1999, 400.5, FIVE[3]),
    ],
)  # fmt: skip
def test_an_artery_has_the_color_that_the_bar_has_for_its_printed_score(chosen, score: float, color) -> None:  # type: ignore[no-untyped-def]
    drawing = Drawing(480, 320)
    draw_heart(drawing, (0.0, 0.0, 480.0, 320.0), words("en"), {"LAD": score}, chosen, 17)
    strokes = [mark.color for mark in drawing.marks if isinstance(mark, Polyline) and len(mark.points) > 14]
    without = (176, 184, 192)
    assert strokes[-1] == (color or without)
    assert strokes.count(without) == (4 if color else 5) + 3  # arteries, and branches without a score
    grades = len(chosen.grades)
    assert amount_color(chosen.position(chosen.grade(score)), grades) == (color or (222, 235, 247))


@pytest.mark.parametrize("language", language_codes())
@pytest.mark.parametrize("key", CLASSIFICATIONS)
def test_bar_and_heart_name_the_same_bounds_and_whose_they_are(
    make_reading: MakeReading, key: str, language: str
) -> None:
    """Two scales on one page would call the same score small and large."""
    chosen, table = CLASSIFICATIONS[key], words(language)
    drawings = patient_drawings(make_reading(choices=InterpretationChoices(chosen)), table)
    page = [text.text for text in drawings[0].texts]
    assert [text for text in page if text in chosen.ranges[1:]] == [*chosen.ranges[1:]] * 2
    assert table("patient_groups_by", classification=chosen.name) in page


@pytest.mark.parametrize(("score", "sentence"), [(999.49, "A large amount"), (999.5, "A very large amount")])
def test_very_high_scores_have_wording_of_their_own(make_reading: MakeReading, score: float, sentence: str) -> None:
    page = patient_drawings(make_reading(agatston=score, person=Person()), words("en"))[0]
    assert f"{sentence} of calcium was found." in {text.text for text in page.texts}


@pytest.mark.parametrize(
    ("chosen", "score", "place"),
    [
        (RUMBERGER_1999, 0.0, 50.0), (RUMBERGER_1999, 1e-9, 106.0), (RUMBERGER_1999, 10.0, 194.0),
        (RUMBERGER_1999, 4000.0, 494.0), (RUMBERGER_1999, 99999.0, 494.0),
        (ACC_AHA_2026, 1e-9, 106.0), (ACC_AHA_2026, 99.0, 194.0), (ACC_AHA_2026, 4000.0, 494.0),
        (CAC_DRS_2018, 0.0, 50.0), (CAC_DRS_2018, 99.0, 194.0), (CAC_DRS_2018, 4000.0, 394.0),
    ],
)  # fmt: skip
def test_the_mark_on_the_bar_keeps_off_the_edges_of_its_segment(chosen, score: float, place: float) -> None:  # type: ignore[no-untyped-def]
    ends = [100.0 * (n + 1) for n in range(len(chosen.grades))]
    assert place_on_bar(score, chosen, ends) == pytest.approx(place)


def test_the_mark_on_the_bar_is_logarithmic() -> None:
    """Halfway between 10 and 100 on a scale of log(score + 1) is sqrt(11 x 101) - 1; between 99 and 299, the same."""
    ends = [100.0, 200.0, 300.0, 400.0, 500.0]
    assert place_on_bar(sqrt(11 * 101) - 1, RUMBERGER_1999, ends) == pytest.approx(250)
    assert place_on_bar(sqrt(100 * 300) - 1, ACC_AHA_2026, ends) == pytest.approx(250)


@pytest.mark.parametrize("dark", [0, 1, 99, 100])
def test_as_many_dots_are_dark_as_people_have_lower_scores(dark: int) -> None:
    drawing = Drawing(400, 100)
    draw_icon_array(drawing, 0, 0, dark)
    dots = [mark for mark in drawing.marks if isinstance(mark, Polygon)]
    assert (len(dots), sum(dot.color == ACCENT for dot in dots)) == (100, dark)


def test_the_window_turns_black_and_white_where_dicom_says() -> None:
    """PS3.3 C.11.2.1.2.1, center 40 and width 400: up to -160 black, above 239 white; 0.64 gray levels a unit."""
    shown = windowed(np.array([-161, -160, -159, -158, 237, 238, 239, 240], np.int16), Window(40.0, 400.0))
    assert shown.tolist() == [0, 0, 0, 1, 253, 254, 255, 255]


def test_a_window_of_one_unit_has_two_values() -> None:
    assert windowed(np.array([129, 130], np.int16), Window(130.0, 1.0)).tolist() == [0, 255]


@pytest.fixture
def grid(axial_geometry: Callable[..., VolumeGeometry]) -> VolumeGeometry:
    """100 rows and 200 columns of 1 mm."""
    return axial_geometry((4, 100, 200), (3.0, 1.0, 1.0))


@pytest.mark.parametrize(
    ("box", "least_mm", "aspect", "crop"),
    [
        ((40, 90, 60, 110), 90.0, 1.0, (5, 55, 95, 145)),  # as small as allowed, the box in the middle
        ((0, 0, 10, 10), 90.0, 1.0, (0, 0, 90, 90)),  # not beyond the first row and column
        ((90, 190, 100, 200), 90.0, 1.0, (10, 110, 100, 200)),  # nor beyond the last
        ((48, 60, 52, 126), 90.0, 1.0, (5, 48, 95, 138)),  # 66 mm and twice 12 mm are 90 mm
        ((48, 60, 52, 128), 90.0, 1.0, (4, 48, 96, 140)),  # 2 mm more
        ((20, 95, 60, 105), 90.0, 2.0, (8, 36, 72, 164)),  # 40 mm and twice 12 mm high, twice as wide
        ((40, 90, 60, 110), 500.0, 1.0, (0, 0, 100, 200)),  # never more than the slice
    ],
)
def test_a_crop_holds_all_lesions_and_stays_in_the_slice(
    grid: VolumeGeometry, box: tuple[int, int, int, int], least_mm: float, aspect: float, crop: Crop
) -> None:
    assert crop_around(grid, [box], least_mm, aspect) == crop


def test_a_crop_is_measured_in_millimetres(axial_geometry: Callable[..., VolumeGeometry]) -> None:
    """Pixels 0.5 mm high and 1 mm wide: 90 x 90 mm are 180 rows and 90 columns."""
    grid = axial_geometry((4, 400, 200), (3.0, 0.5, 1.0))
    assert crop_around(grid, [(200, 100, 202, 102)], 90.0, 1.0) == (111, 56, 291, 146)


@pytest.mark.parametrize(
    ("crop", "shown"),
    [
        ((96, 0, 256, 256), 0),
        ((95, 0, 256, 256), 1),
        ((0, 0, 90, 256), 0),
        ((0, 0, 91, 256), 1),
        ((0, 156, 256, 256), 0),
        ((0, 155, 256, 256), 1),
        ((0, 0, 256, 150), 0),
        ((0, 0, 256, 151), 1),
    ],
)
def test_a_component_is_named_if_a_pixel_of_it_is_in_the_crop(
    make_reading: MakeReading, crop: Crop, shown: int
) -> None:
    assert len(slice_view(make_reading(ONE), range(12, 13), crop, (200, 200)).components) == shown


@pytest.mark.parametrize(("slices", "count"), [((11, 12), 0), ((11, 13), 1), ((12, 13), 1), ((13, 14), 0)])
def test_only_components_of_the_slices_are_shown(
    make_reading: MakeReading, slices: tuple[int, int], count: int
) -> None:
    assert len(slice_marks(make_reading(ONE), range(*slices)).components) == count


def test_the_marks_of_a_slice_are_the_pixels_that_count(make_reading: MakeReading) -> None:
    marks = slice_marks(make_reading(ONE), range(12, 13))
    assert (marks.corner, marks.labels.shape) == ((90, 150), (6, 6))
    assert (marks.labels == 2).all()  # the label of LAD
    assert [(one.territory, one.box) for one in marks.components] == [("LAD", (90, 150, 96, 156))]


@pytest.mark.parametrize(
    ("changes", "counted"),
    [
        # Two pixels of 0.64 mm2 are 1.28 mm2.
        ({"minimum_area_mm2": 1.28}, 1),
        ({"minimum_area_mm2": 1.29}, 0),
        ({"minimum_area_mm2": 1.28, "area_must_exceed": True}, 0),
        ({"minimum_area_mm2": 0.0, "minimum_voxels": 2}, 1),
        ({"minimum_area_mm2": 0.0, "minimum_voxels": 3}, 0),
        # They touch at a corner: two components of one pixel each by 4 neighbors.
        ({"connectivity": 4}, 0),
        ({"connectivity": 4, "minimum_area_mm2": 0.64}, 2),
    ],
)
def test_what_is_outlined_is_what_the_rules_count(
    make_reading: MakeReading, changes: dict[str, object], counted: int
) -> None:
    reading = make_reading((("LAD", 12, 90, 150, 1, 2, 450),))
    labels = np.zeros_like(reading.lesions.labels)
    labels[0, 0, 0] = labels[0, 1, 1] = 2
    lesions = replace(reading.lesions, labels=labels)
    protocol = replace(reading.sheet.protocol, **changes)
    sheet = score(reading.series.hu, lesions, protocol)
    marks = slice_marks(replace(reading, lesions=lesions, sheet=sheet), range(12, 13))
    assert len(marks.components) == counted
    assert np.count_nonzero(marks.labels) == (2 if counted else 0)


def test_in_a_slab_the_superior_slice_lies_on_top(make_reading: MakeReading) -> None:
    reading = make_reading((("RCA", 12, 90, 150, 1, 4, 450), ("LAD", 13, 90, 150, 1, 4, 450)))
    marks = slice_marks(reading, range(12, 14))
    assert [one.territory for one in marks.components] == ["RCA", "LAD"]
    assert (marks.labels == 2).all()


@pytest.mark.parametrize(
    ("other", "meet"),
    [((10, 0, 20, 10), False), ((9.9, 0, 20, 10), True), ((0, 10, 10, 20), False), ((0, 9.9, 10, 20), True)],
)
def test_boxes_that_share_an_edge_do_not_overlap(other: tuple[float, float, float, float], meet: bool) -> None:
    assert overlaps((0, 0, 10, 10), other) is meet
    assert overlaps(other, (0, 0, 10, 10)) is meet


@pytest.mark.parametrize(
    ("room", "length_mm"), [(100, 50), (99.9, 20), (200, 100), (1000, 100), (2, 1), (1.9, 1), (4, 2), (3.9, 1)]
)
def test_the_scale_bar_has_the_longest_round_length_that_fits(room: float, length_mm: int) -> None:
    assert scale_bar_mm(2.0, room) == length_mm


@pytest.mark.parametrize(("key", "left", "names"), [("LAD", 60.0, 2), ("LAD", 59.9, 1), ("RCA", 59.9, 2)])
def test_components_of_one_territory_that_overlap_share_a_name(key: str, left: float, names: int) -> None:
    drawing = Drawing(400, 400)
    lesions = [("LAD", (50.0, 50.0, 60.0, 60.0)), (key, (left, 50.0, left + 10, 60.0))]
    draw_lesion_names(drawing, (0, 0, 400, 400), lesions, words("en"), 11, [box for _, box in lesions])
    assert len(drawing.texts) == names


@pytest.mark.parametrize(("degrees", "letters"), [(9.78, "L"), (9.8, "LP")])
def test_a_direction_has_a_second_letter_from_a_sine_of_0_17_on(degrees: float, letters: str) -> None:
    assert direction_letters((1.0, sin(radians(degrees)), 0.0)) == letters


@pytest.mark.parametrize(
    ("index", "thickness", "title"),
    [
        (12, 1, "Slice 13 of 24"),
        (12, 2, "Maximum 13-14 of 24"),
        (12, 3, "Maximum 12-14 of 24"),
        (0, 3, "Maximum 1-2 of 24"),
        (23, 3, "Maximum 23-24 of 24"),
    ],
)
def test_a_slab_lies_around_its_slice_and_inside_of_the_series(
    make_reading: MakeReading, monkeypatch: pytest.MonkeyPatch, index: int, thickness: int, title: str
) -> None:
    drawn: list[Drawing] = []
    painted = np.zeros((1, 1, 3), np.uint8)
    monkeypatch.setattr(
        "SmartScoreLib.reports.slices.screen_saves.paint", lambda drawing: drawn.append(drawing) or painted
    )
    screen_saves(make_reading(ONE), [index], slab_slices=thickness)
    assert title in {text.text for text in drawn[0].texts}


@pytest.mark.parametrize("index", [-1, 24])
def test_a_slice_outside_of_the_series_is_refused(make_reading: MakeReading, index: int) -> None:
    with pytest.raises(IndexError, match="slices 0 to 23"):
        screen_saves(make_reading(ONE), [index])


@pytest.mark.parametrize(("slices", "pages"), [(16, 1), (17, 2)])
def test_a_contact_sheet_has_sixteen_slices_a_page(make_reading: MakeReading, slices: int, pages: int) -> None:
    reading = make_reading(tuple(("LAD", n, 90, 150, 1, 4, 450) for n in range(slices)))
    drawings = contact_drawings(reading, list(range(slices)), words("en"), Window(130.0, 700.0))
    assert len(drawings) == pages


def test_the_most_important_slices_are_those_with_the_highest_coronary_score(make_reading: MakeReading) -> None:
    """LAD 6 x 6 pixels of weight 4, RCA 4 x 4 of weight 4, the aorta does not count; of equals the inferior one."""
    reading = make_reading(
        (
            ("LAD", 12, 90, 150, 1, 6, 450),
            ("RCA", 10, 110, 80, 1, 4, 450),
            ("RCA", 8, 110, 80, 1, 4, 450),
            ("AORTA", 14, 80, 120, 1, 9, 500),
        )
    )
    assert important_slices(reading, 4) == [12, 10, 8]
    assert important_slices(reading, 2) == [12, 8]
    assert important_slices(make_reading((("AORTA", 14, 80, 120, 1, 9, 500),)), 2) == [14]


def block(height: float, space: float = 0.0, *, with_next: bool = False) -> Block:
    return Block(height, lambda drawing, left, top: None, space, with_next)


@pytest.mark.parametrize(
    ("blocks", "pages"),
    [
        ([block(50), block(50)], [2]),
        ([block(50), block(50.1)], [1, 1]),
        ([block(45), block(45, 10)], [2]),
        ([block(45), block(45, 10.1)], [1, 1]),
        ([block(50), block(20, with_next=True), block(30)], [3]),
        ([block(50), block(20, with_next=True), block(30.1)], [1, 2]),
        ([block(20, with_next=True), block(60, with_next=True), block(60)], [2, 1]),  # more than a page together
    ],
)
def test_blocks_go_to_the_next_page_when_the_page_is_full(blocks: list[Block], pages: list[int]) -> None:
    assert [len(page) for page in paginate(blocks, 100)] == pages


def test_lines_are_as_wide_as_the_column_and_no_wider() -> None:
    width = text_width("calcium score", 11)
    assert wrap("calcium score", width, 11) == ["calcium score"]
    assert wrap("calcium score", width - 0.01, 11) == ["calcium", "score"]
    assert fit("calcium score", width, 11) == "calcium score"
    assert fit("calcium score", width - 0.01, 11).endswith(ELLIPSIS)
