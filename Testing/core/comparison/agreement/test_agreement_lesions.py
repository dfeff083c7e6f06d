"""Lesions of two readings: counted as orCaScore counts them, and listed where they differ."""

from collections.abc import Mapping

import numpy as np
import pytest

from SmartScoreLib.comparison.agreement.lesions.consensus import Side, agreed_marks
from SmartScoreLib.comparison.agreement.lesions.counting import count_lesions
from SmartScoreLib.comparison.agreement.lesions.places import marked_places
from SmartScoreLib.comparison.agreement.statistics.detection import LesionCounts
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.phantom.standard import grid
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.scoring.score import score
from SmartScoreLib.series.model import CTSeries

Voxel = tuple[int, int, int]
SHAPE = (6, 12, 12)
GEOMETRY = grid(*SHAPE, (1.0, 1.0), 3.0, ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0)))


def series_with(values: Mapping[Voxel, float]) -> CTSeries:
    hu = np.full(SHAPE, -50, np.int16)
    for voxel, value in values.items():
        hu[voxel] = value
    return CTSeries(hu, GEOMETRY)


def marks(**voxels: list[Voxel]) -> LesionMap:
    """Marks by territory, in the smallest box that holds them."""
    every = [voxel for chosen in voxels.values() for voxel in chosen]
    if not every:
        return LesionMap(GEOMETRY, (0, 0, 0), np.zeros((0, 0, 0), np.uint8))
    low, high = np.min(every, axis=0), np.max(every, axis=0) + 1
    labels = np.zeros(high - low, np.uint8)
    for key, chosen in voxels.items():
        for voxel in chosen:
            labels[tuple(np.subtract(voxel, low))] = BY_KEY[key].label
    return LesionMap(GEOMETRY, tuple(int(v) for v in low), labels)


def block(*corner: int, size: Voxel = (1, 2, 2)) -> list[Voxel]:
    return [tuple(int(c + i) for c, i in zip(corner, at, strict=True)) for at in np.ndindex(size)]  # type: ignore[misc]


LEFT, RIGHT, FAR = block(1, 1, 1), block(1, 1, 7), block(4, 8, 8)
CALCIUM = series_with(dict.fromkeys([*LEFT, *RIGHT, *FAR], 300))


def test_a_lesion_that_the_other_touches_in_one_voxel_is_found() -> None:
    counts = count_lesions(CALCIUM, marks(LAD=[*LEFT, *RIGHT]), marks(LAD=[LEFT[0], *FAR]))
    # 4 voxels each of 3 mm3; one of them common.
    assert counts == {
        "TOTAL": LesionCounts(2, 1, 2, 1, 24.0, 15.0, 3.0),
        "LAD": LesionCounts(2, 1, 2, 1, 24.0, 15.0, 3.0),
    }


def test_calcium_of_another_artery_is_common_in_the_total_and_missed_in_its_artery() -> None:
    counts = count_lesions(CALCIUM, marks(LAD=LEFT), marks(LCX=LEFT))
    assert counts == {
        "TOTAL": LesionCounts(1, 1, 1, 1, 12.0, 12.0, 12.0),
        "LAD": LesionCounts(1, 0, 0, 0, 12.0, 0.0, 0.0),
        "LCX": LesionCounts(0, 0, 1, 0, 0.0, 12.0, 0.0),
    }


@pytest.mark.parametrize(("value", "lesions"), [(130, 0), (131, 1)])
def test_a_voxel_of_a_lesion_has_more_than_130_hu(value: int, lesions: int) -> None:
    counts = count_lesions(series_with({LEFT[0]: value}), marks(RCA=LEFT), marks(RCA=LEFT))
    assert counts["TOTAL"].reference == counts["TOTAL"].found == lesions


@pytest.mark.parametrize(
    ("other", "lesions"), [((1, 1, 2), 1), ((2, 1, 1), 1), ((1, 2, 2), 2), ((2, 2, 1), 2), ((1, 1, 3), 2)]
)
def test_voxels_with_a_common_face_are_one_lesion_and_those_with_a_common_edge_two(other: Voxel, lesions: int) -> None:
    voxels = [(1, 1, 1), other]
    counts = count_lesions(series_with(dict.fromkeys(voxels, 200)), marks(RCA=voxels), marks())
    assert counts["TOTAL"] == LesionCounts(lesions, 0, 0, 0, 6.0, 0.0, 0.0)


def test_two_arteries_that_touch_are_one_lesion_of_the_total_and_one_each_of_their_own() -> None:
    counts = count_lesions(CALCIUM, marks(LM=LEFT[:2], LAD=LEFT[2:]), marks(LAD=LEFT))
    assert (counts["TOTAL"].reference, counts["LM"].reference, counts["LAD"].reference) == (1, 1, 1)
    assert counts["LM"].found == 0


def test_what_is_no_coronary_artery_is_not_counted() -> None:
    assert count_lesions(CALCIUM, marks(AORTA=LEFT), marks(AV=FAR)) == {"TOTAL": LesionCounts()}


def test_nothing_marked_by_both_counts_nothing() -> None:
    assert count_lesions(CALCIUM, marks(), marks()) == {"TOTAL": LesionCounts()}


def test_marks_of_another_grid_are_a_mistake() -> None:
    other = grid(3, 12, 12, (1.0, 1.0), 3.0, ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0)))
    with pytest.raises(ValueError, match="do not lie"):
        count_lesions(CALCIUM, marks(LAD=LEFT), LesionMap(other, (0, 0, 0), np.zeros((0, 0, 0), np.uint8)))


def read(lesions: LesionMap, series: CTSeries = CALCIUM):  # type: ignore[no-untyped-def]
    return lesions, score(series.hu, lesions, DEFAULT_PROTOCOL)


def test_places_say_how_two_readings_differ_and_come_by_the_size_of_the_difference() -> None:
    # 4 mm2 of 300 HU: weight 3, spacing 3 mm: 12. The far one is marked whole by one, half by the other.
    first = read(marks(LAD=[*LEFT, *FAR], LCX=RIGHT))
    second = read(marks(LAD=FAR[:2], RCA=RIGHT))
    places = marked_places(CALCIUM, first, second)
    assert [(one.kind, one.difference) for one in places] == [
        ("only_first", -12.0),
        ("extent", -6.0),
        ("territory", 0.0),
    ]
    assert [one.peak_index in where for one, where in zip(places, (LEFT, FAR, RIGHT), strict=True)] == [True] * 3
    assert [[x.territory for x in one.first] for one in places] == [["LAD"], ["LAD"], ["LCX"]]


def test_places_turned_around_are_those_of_the_other_side() -> None:
    first, second = read(marks(LAD=LEFT)), read(marks())
    (place,) = marked_places(CALCIUM, second, first)
    assert (place.kind, place.difference) == ("only_second", 12.0)
    assert place.centroid_lps_mm == pytest.approx(tuple(GEOMETRY.lps_mm((1, 1.5, 1.5))))


def test_what_both_mark_alike_stands_last_and_is_called_the_same() -> None:
    first, second = read(marks(LAD=LEFT, RCA=RIGHT)), read(marks(LAD=LEFT, LCX=RIGHT))
    assert [one.kind for one in marked_places(CALCIUM, first, second)] == ["territory", "same"]


def test_a_lesion_of_one_reader_that_joins_two_of_the_other_is_one_place() -> None:
    bridge = series_with(dict.fromkeys([*block(1, 1, 1, size=(1, 2, 6))], 300))
    whole, ends = marks(LAD=block(1, 1, 1, size=(1, 2, 6))), marks(LAD=[*block(1, 1, 1), *block(1, 1, 5)])
    (place,) = marked_places(bridge, read(whole, bridge), read(ends, bridge))
    assert (place.kind, len(place.first), len(place.second), place.difference) == ("extent", 1, 2, -12.0)


def test_what_only_one_has_beside_marks_that_do_not_count_is_its_alone() -> None:
    # One voxel of 1 mm2 counts; of 0.9 mm2 it would not: here the second marks a voxel below the threshold.
    series = series_with({LEFT[0]: 300, LEFT[1]: 120})
    (place,) = marked_places(series, read(marks(LAD=[LEFT[0]]), series), read(marks(LAD=[LEFT[1]]), series))
    assert place.kind == "only_first"


def test_agreed_marks_are_those_both_share_and_those_of_the_side_that_was_taken() -> None:
    first, second = marks(LAD=[*LEFT, *FAR], LCX=RIGHT), marks(LAD=FAR, RCA=RIGHT)
    places = marked_places(CALCIUM, read(first), read(second))
    assert [one.kind for one in places] == ["only_first", "territory", "same"]

    def agreed(decided: dict[int, Side]) -> dict[str, float]:
        sheet = read(agreed_marks(CALCIUM, first, second, places, decided))[1]
        return {one.key: one.agatston for one in sheet.territories if one.agatston}

    assert agreed({}) == {"LAD": 12}
    assert agreed({0: "first", 1: "second"}) == {"LAD": 24, "RCA": 12}
    assert agreed({0: "second", 1: "first"}) == {"LAD": 12, "LCX": 12}
    assert agreed({0: "neither", 1: "neither"}) == {"LAD": 12}
