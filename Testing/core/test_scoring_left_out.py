"""Marks that count nothing are found again, each with the reason; marks that count are none of them."""

from dataclasses import replace

import numpy as np

from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.scoring.left_out import LeftOut, left_out
from SmartScoreLib.scoring.model import ScoringProtocol
from SmartScoreLib.scoring.score import score
from SmartScoreLib.series.geometry import VolumeGeometry

PIXEL = 0.6
"""Millimeters: two pixels are 0.72 mm2, three are 1.08 mm2; by hand."""
GEOMETRY = VolumeGeometry((6, 20, 20), (3.0, PIXEL, PIXEL), (0.0, 0.0, 0.0), np.eye(3))


def volume(*marks: tuple[str, tuple[int, int, int], int, int]) -> tuple[np.ndarray, LesionMap]:
    """Marks of (territory, first voxel, number of voxels along the columns, HU) in an empty volume."""
    hu, labels = np.full((6, 20, 20), -50, np.int16), np.zeros((6, 20, 20), np.uint8)
    for territory, (k, j, i), voxels, value in marks:
        hu[k, j, i : i + voxels] = value
        labels[k, j, i : i + voxels] = BY_KEY[territory].label
    return hu, LesionMap(GEOMETRY, (0, 0, 0), labels)


def rest(*marks: tuple[str, tuple[int, int, int], int, int], protocol: ScoringProtocol | None = None) -> list[LeftOut]:
    hu, lesions = volume(*marks)
    rules = protocol or ScoringProtocol()
    return list(left_out(hu, lesions, rules, score(hu, lesions, rules).lesions))


def test_a_mark_below_the_smallest_area_is_left_out_and_one_just_above_is_not() -> None:
    (small,) = rest(("LAD", (2, 5, 5), 2, 240), ("LAD", (2, 12, 5), 3, 240))
    assert (small.territory, small.voxels, small.slices, small.peak_hu) == ("LAD", 2, (2,), 240.0)
    assert small.peak_index == (2, 5, 5)
    assert np.allclose(small.centroid_lps_mm, GEOMETRY.lps_mm((2, 5, 5.5)))
    assert np.isclose(small.volume_mm3, 2 * PIXEL * PIXEL * 3.0)
    assert small.reason.code == "scoring.too_small"
    assert small.reason.values == {"area_mm2": 0.72, "minimum_area_mm2": 1.0}


def test_what_is_painted_below_the_threshold_says_so() -> None:
    (dark,) = rest(("RCA", (1, 3, 3), 8, 129))
    assert (dark.reason.code, dark.reason.values) == (
        "scoring.below_threshold",
        {"peak_hu": 129.0, "threshold_hu": 130.0},
    )
    assert rest(("RCA", (1, 3, 3), 8, 130)) == []


def test_what_just_reaches_the_threshold_is_too_small_and_not_below_it() -> None:
    (small,) = rest(("RCA", (1, 3, 3), 2, 130))
    assert small.reason.values == {"area_mm2": 0.72, "minimum_area_mm2": 1.0}


def test_enough_voxels_of_too_small_an_area_are_too_small() -> None:
    both = replace(ScoringProtocol(), minimum_voxels=2)
    (small,) = rest(("LM", (1, 3, 3), 2, 300), protocol=both)
    assert small.reason.code == "scoring.too_small"


def test_the_area_is_told_in_hundredths_rounded_half_up() -> None:
    # 2 x 0.55 x 0.55 mm2 = 0.605 mm2
    fine = VolumeGeometry((6, 20, 20), (3.0, 0.55, 0.55), (0.0, 0.0, 0.0), np.eye(3))
    hu, lesions = volume(("LAD", (2, 5, 5), 2, 240))
    (small,) = left_out(hu, LesionMap(fine, (0, 0, 0), lesions.labels), ScoringProtocol(), ())
    assert small.reason.values["area_mm2"] == 0.61


def test_marks_in_a_box_are_found_where_they_lie_in_the_volume() -> None:
    hu, lesions = volume(("LAD", (3, 7, 9), 2, 240), ("LAD", (3, 12, 5), 5, 350))
    boxed = LesionMap(GEOMETRY, (2, 4, 3), lesions.labels[2:5, 4:15, 3:15])
    rules = ScoringProtocol()
    (small,) = left_out(hu, boxed, rules, score(hu, boxed, rules).lesions)
    assert (small.peak_index, small.peak_hu, small.slices) == ((3, 7, 9), 240.0, (3,))


def test_rules_that_ask_for_voxels_say_how_many() -> None:
    canon = replace(ScoringProtocol(), minimum_area_mm2=0.0, minimum_voxels=4)
    (few,) = rest(("LM", (1, 3, 3), 3, 300), ("LM", (4, 3, 3), 4, 300), protocol=canon)
    assert (few.reason.code, few.reason.values) == ("scoring.too_few_voxels", {"voxels": 3, "minimum_voxels": 4})


def test_a_tail_that_counts_nothing_belongs_to_its_lesion() -> None:
    assert rest(("LAD", (2, 5, 5), 4, 240), ("LAD", (3, 5, 9), 1, 240)) == []


def test_they_come_by_territory_and_from_inferior_to_superior() -> None:
    found = rest(
        ("RCA", (0, 2, 2), 1, 200), ("LM", (4, 2, 2), 1, 200), ("LM", (1, 9, 9), 1, 200), ("RCA", (3, 9, 9), 5, 200)
    )
    assert [(one.territory, one.slices) for one in found] == [("LM", (1,)), ("LM", (4,)), ("RCA", (0,))]


def test_small_marks_alone_are_no_absence_of_marks() -> None:
    from SmartScoreLib.interpretation.interpret import interpret
    from SmartScoreLib.interpretation.model import Person

    hu, lesions = volume(("LAD", (2, 5, 5), 2, 240))
    withheld = interpret(score(hu, lesions, ScoringProtocol()), Person()).withheld
    assert withheld is not None
    assert withheld.code == "interpretation.nothing_counts"
    hu, lesions = volume(("AORTA", (2, 5, 5), 2, 240))
    withheld = interpret(score(hu, lesions, ScoringProtocol()), Person()).withheld
    assert withheld is not None
    assert withheld.code == "interpretation.not_read"
