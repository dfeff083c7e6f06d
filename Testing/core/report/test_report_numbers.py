"""The numbers on the pages are those of the score sheet and of the reference table."""

import re
from itertools import pairwise

import pytest

from SmartScoreLib.interpretation.classifications.table import ACC_AHA_2026
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.interpretation.populations.model import ReferenceGroup
from SmartScoreLib.interpretation.populations.percentile import alike
from SmartScoreLib.interpretation.populations.table import HOFF, MESA, population
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.reports.category_bar import bar_ends, place_on_bar
from SmartScoreLib.reports.drawing.drawing import Drawing, Polygon, Polyline
from SmartScoreLib.reports.drawing.palette import ACCENT, AMOUNTS
from SmartScoreLib.reports.language.languages import words
from SmartScoreLib.reports.patient.heart_sketch import arteries
from SmartScoreLib.reports.patient.patient import patient_drawings
from SmartScoreLib.reports.physician.percentile_curve import (
    curve_axes,
    curve_points,
    draw_percentile_curve,
    drawn_percentiles,
)
from SmartScoreLib.reports.physician.physician import physician_drawings
from SmartScoreLib.reports.slices.screen_saves import screen_drawing

BOX = (0.0, 0.0, 400.0, 300.0)


def texts(drawings: list[Drawing]) -> list[str]:
    return [text.text for drawing in drawings for text in drawing.texts]


def test_the_score_table_shows_every_territory_and_the_total(make_reading) -> None:  # type: ignore[no-untyped-def]
    """By hand: pixels of 0.64 mm2, slices 2.5 mm apart, factor 0.00075.

    LAD 36 pixels x weight 4 x 3 slices x 2.5/3 = 230.4; volume 36 x 3 x 1.6 mm3 = 172.8; mass 172.8 x 450 x 0.00075
    = 58.3. LCX 16 x 2 x 2: 34.1, 51.2, 9.6. RCA 25 x 3 x 3: 120, 120, 31.5. Total 384.5333, which rounds to 385.
    """
    page = texts(physician_drawings(make_reading(), words("en")))
    for name, *cells in (
        ("LAD", "1", "230", "173", "58.3"),
        ("LCX", "1", "34", "51", "9.6"),
        ("RCA", "1", "120", "120", "31.5"),
        ("PDA", "0", "0", "0", "0.0"),
        ("Total", "3", "385", "344", "99.4"),
    ):
        start = page.index(name)
        assert page[start + 1 : start + 5] == cells, name
    assert "CAC-DRS A3/N3" in page


def test_a_missing_mass_is_a_dash_everywhere(make_reading) -> None:  # type: ignore[no-untyped-def]
    page = texts(physician_drawings(make_reading(mass_factor=None), words("en")))
    for name in ("LM", "LAD", "LCX", "RCA", "PDA", "Total"):
        assert page[page.index(name) + 4] == "-"


def test_calcium_outside_the_coronaries_is_shown_apart_and_not_in_the_total(make_reading, lesion_sets) -> None:  # type: ignore[no-untyped-def]
    page = texts(physician_drawings(make_reading(lesion_sets["OUTSIDE"]), words("en")))
    assert page[page.index("Total") + 2] == "0"
    assert page[page.index("Ascending aorta") + 2] == "68"  # 16 x 0.64 x 4 x 2 x 2.5 / 3 = 68.3


WHITE_MEN = Person(60, "male", "white")


def of_all_ages(key: str = MESA) -> tuple[ReferenceGroup, ...]:
    return alike(WHITE_MEN, population(key))


@pytest.mark.parametrize("percentile", [25, 50, 75, 90])
def test_the_curves_pass_through_every_value_of_the_reference_table(percentile: int) -> None:
    groups = of_all_ages()
    axes = curve_axes(BOX, groups, 100)
    points = curve_points(axes, groups, percentile)
    assert len(points) == 40  # ages 45 to 84
    for (x, y), group in zip(points, groups, strict=True):
        age = 45 + x / 400 * 39
        score = (axes.highest + 1) ** ((300 - y) / 300) - 1
        assert age == pytest.approx(group.youngest)
        assert score == pytest.approx(group.score(percentile), abs=1e-6)


def test_a_band_of_ages_is_drawn_from_its_first_to_its_last_year() -> None:
    """Hoff 2001, men: the median is 1 from 30 to 44, 3 from 45 to 49 ... 473 from 75 to 90."""
    groups = of_all_ages(HOFF)
    axes = curve_axes(BOX, groups, 100)
    points = curve_points(axes, groups, 50)
    assert (len(points), axes.youngest, axes.oldest) == (18, 30, 90)
    medians = [1, 1, 1, 1, 3, 3, 15, 15, 48, 48, 113, 113, 180, 180, 310, 310, 473, 473]
    ages = [30, 39, 40, 44, 45, 49, 50, 54, 55, 59, 60, 64, 65, 69, 70, 74, 75, 90]
    assert points == [pytest.approx((axes.x(age), axes.y(score))) for age, score in zip(ages, medians, strict=True)]


def test_a_table_without_the_usual_percentiles_shows_its_last_ones() -> None:
    steps = tuple((percentile, float(percentile)) for percentile in (10, 20, 30, 40, 60, 95))
    group = ReferenceGroup("", "male", 50, 59, steps)
    assert drawn_percentiles([group]) == (30, 40, 60, 95)
    assert drawn_percentiles(of_all_ages()) == (25, 50, 75, 90)


def test_known_values_of_the_table_are_on_the_curve() -> None:
    """McClelland 2006: white men of 60, percentiles 0, 28, 155, 452; of 70, 21, 145, 540, 1345."""
    groups = of_all_ages()
    axes = curve_axes(BOX, groups, 100)
    for age, values in ((60, (0, 28, 155, 452)), (70, (21, 145, 540, 1345))):
        for percentile, value in zip((25, 50, 75, 90), values, strict=True):
            points = curve_points(axes, groups, percentile)
            assert (axes.x(age), axes.y(value)) in [pytest.approx(point) for point in points]


@pytest.mark.parametrize(("age", "score"), [(45, 0.0), (60, 28.0), (72, 1200.0), (84, 9000.0)])
def test_the_patients_point_lies_where_age_and_score_say(age: int, score: float) -> None:
    groups = of_all_ages()
    drawing = Drawing(400, 300)
    draw_percentile_curve(drawing, BOX, words("en"), groups, age, score)
    point = [mark for mark in drawing.marks if isinstance(mark, Polygon) and mark.color == ACCENT]
    assert len(point) == 1
    x, y = (sum(p[axis] for p in point[0].points) / len(point[0].points) for axis in (0, 1))
    lines = [mark.points for mark in drawing.marks if isinstance(mark, Polyline)]
    left, right = lines[0][0][0], lines[0][-1][0]
    assert x == pytest.approx(left + (right - left) * (age - 45) / 39)
    if score == 28.0:  # the median of white men of 60
        assert y == pytest.approx(lines[1][60 - 45][1])


def test_a_score_between_two_percentiles_lies_between_their_curves() -> None:
    groups = of_all_ages()
    axes = curve_axes(BOX, groups, 100)
    assert axes.y(155) < axes.y(100) < axes.y(28)


def test_the_mark_on_the_bar_is_in_the_segment_of_the_amount() -> None:
    ends = bar_ends(ACC_AHA_2026, ("none", "mild", "moderate", "severe", "extensive"), 500, 11)
    edges = [0.0, *ends]
    for score, grade in (
        (0, 0), (0.3, 1), (99, 1), (99.4, 1), (99.5, 2), (299.4, 2), (300, 3), (999.4, 3), (999.5, 4), (3000, 4),
        (99999, 4),
    ):  # fmt: skip
        place = place_on_bar(score, ACC_AHA_2026, ends)
        assert edges[grade] < place < edges[grade + 1], score
    places = [place_on_bar(score, ACC_AHA_2026, ends) for score in (11, 20, 50, 90)]
    assert all(one < other for one, other in pairwise(places))


def test_the_patient_page_compares_in_words_of_the_score(make_reading) -> None:  # type: ignore[no-untyped-def]
    """White men: 72 years and 1,200 is percentile 85; 55 years and 0: 56 % have calcium, so 44 of 100 have none."""
    reading = make_reading(agatston=1200.0, person=Person(72, "male", "white"))
    assert "about 85 of 100 people" in " ".join(texts(patient_drawings(reading, words("en"))))
    zero = " ".join(texts(patient_drawings(make_reading((), person=Person(55, "male", "white")), words("en"))))
    assert "about 44 of 100 people have a score of zero" in zero
    assert "No calcium was found." in zero


@pytest.mark.parametrize(
    ("agatston", "sentence"),
    [
        (0.3, "A small amount of calcium was found."),
        (99.0, "A small amount of calcium was found."),
        (100.0, "A moderate amount of calcium was found."),
        (300.0, "A large amount of calcium was found."),
        (999.0, "A large amount of calcium was found."),
        (3000.0, "A very large amount of calcium was found."),
    ],
)
def test_every_amount_has_wording_of_its_own(make_reading, agatston: float, sentence: str) -> None:  # type: ignore[no-untyped-def]
    reading = make_reading(agatston=agatston, person=Person())
    assert sentence in texts(patient_drawings(reading, words("en")))


@pytest.mark.parametrize(
    ("person", "sentence"),
    [
        (Person(), "Not known here: age, sex, ethnic group."),
        (Person(60, "female", None), "Not known here: ethnic group."),
        (Person(30, "female", "white"), "You were 30 at the time of the scan."),
        (Person(90, "female", "white"), "You were 90 at the time of the scan."),
    ],
)
def test_why_there_is_no_comparison_is_said(make_reading, person: Person, sentence: str) -> None:  # type: ignore[no-untyped-def]
    page = " ".join(texts(patient_drawings(make_reading(person=person), words("en"))))
    assert "not possible here" in page
    assert sentence in page
    assert "100 people" not in page


def test_the_arteries_of_the_sketch_are_as_dark_as_their_scores(make_reading) -> None:  # type: ignore[no-untyped-def]
    page = patient_drawings(make_reading(), words("en"))[0]
    strokes = [mark.color for mark in page.marks if isinstance(mark, Polyline) and len(mark.points) > 14]
    # LAD 230 and RCA 120 are moderate, LCX 34 is mild; LM and PDA have none.
    assert strokes.count(AMOUNTS[2]) == 2
    assert strokes.count(AMOUNTS[1]) == 1
    assert set(arteries()) == {"LM", "LAD", "LCX", "RCA", "PDA"}


def test_rules_warnings_and_references_are_printed(make_reading) -> None:  # type: ignore[no-untyped-def]
    page = " ".join(
        texts(physician_drawings(make_reading(remarks=(remark("series.spacing", spacing_mm=4.5),)), words("en")))
    )
    for part in (
        "from 130 HU",
        "1, 2, 3, 4 from 130, 200, 300, 400 HU",
        "1 mm², 8 neighbors",
        "sum of voxels",
        "0.00075 mg/mm³/HU",
        "Limited: Slices are 4.5 mm apart; scores are comparable for 2.5 to 3 mm.",
        "McClelland et al. 2006",
        "Hecht et al. 2018",
        "half up",
        "Research use, not a medical device",
        "Dana Evans",
    ):
        assert part in page, part
    assert "10-year CHD risk" not in page  # its inputs are not known, so it is neither printed nor cited


def test_marks_that_nobody_confirmed_give_no_result(make_reading, lesion_sets) -> None:  # type: ignore[no-untyped-def]
    """Regions that a program marked belong to no artery: the total is 0, and no page may call that a zero score."""
    reading = make_reading(lesion_sets["OUTSIDE"], reviewed=False)
    physician = texts(physician_drawings(reading, words("en"))[:1])
    assert "The marks were made automatically and no reader has confirmed them." in physician
    assert physician[physician.index("Agatston score") + 1] == "-"
    assert not [line for line in physician if re.search(r"CAC-DRS A|Coronary calcium:|Percentile .*: 0", line)]
    assert physician[physician.index("Total") + 1 :][:4] == ["-"] * 4
    patient = texts(patient_drawings(reading, words("en")))
    assert "No result yet." in patient
    assert not [line for line in patient if "No calcium" in line or "of 100" in line]
    assert patient[patient.index("calcium score") - 1] == "-"
    panel = texts([screen_drawing(reading, range(14, 15), words("en"))])
    assert "Marks not confirmed" in panel
