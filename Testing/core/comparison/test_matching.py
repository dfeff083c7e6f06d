"""Which lesions of two scans are the same, on phantoms whose plaques are known."""

from dataclasses import replace

import numpy as np
import pytest

from core.comparison.dates import BREATH, MOVED, Dated, aligned, dated
from SmartScoreLib.comparison.alignment.model import Alignment
from SmartScoreLib.comparison.matching.before import lesions_before
from SmartScoreLib.comparison.matching.match import match_lesions
from SmartScoreLib.comparison.matching.model import LesionMatch
from SmartScoreLib.phantom.expected import expected_scores

EXPECTED = {
    "steady": ("same", 1, 1),
    "grows": ("grown", 1, 1),
    "comes": ("new", 0, 1),
    "goes": ("gone", 1, 0),
    "splits": ("split", 1, 2),
    "joins": ("merged", 2, 1),
    "shrinks": ("smaller", 1, 1),
}


def matched(later: Dated, earlier: Dated, alignment: Alignment | None = None) -> tuple[LesionMatch, ...]:
    old, new = earlier.reading, later.reading
    return match_lesions(
        old.sheet.lesions,
        old.series.geometry,
        new.sheet.lesions,
        new.series.geometry,
        alignment or aligned(later, earlier),
    )


def told(later: Dated, earlier: Dated, matches: tuple[LesionMatch, ...]) -> dict[str, tuple[str, int, int]]:
    """By plaque: its fate and its lesions at both dates; a match of several plaques fails here."""
    found = {}
    for one in matches:
        names = {*map(earlier.plaque, one.before), *map(later.plaque, one.after)}
        (name,) = names
        assert name not in found
        found[name] = (one.fate, len(one.before), len(one.after))
    return found


PAIRS = {
    "at rest": lambda: (dated(1), dated(0)),
    "shifted by 20 mm and turned by 8 degrees": lambda: (dated(1, MOVED), dated(0)),
    "another breath": lambda: (dated(1, BREATH), dated(0)),
    "noise of 20 HU at both dates": lambda: (dated(1, MOVED, noise_hu=20.0), dated(0, noise_hu=20.0, seed=2)),
}


@pytest.mark.parametrize("pair", PAIRS)
def test_every_lesion_is_matched_with_its_own_plaque_and_told_what_became_of_it(pair) -> None:
    later, earlier = PAIRS[pair]()
    alignment = Alignment(np.eye(4), 1.0) if pair == "at rest" else None
    assert told(later, earlier, matched(later, earlier, alignment)) == EXPECTED


def test_on_another_grid_every_lesion_is_matched_with_its_own_plaque() -> None:
    later = dated(1, MOVED, noise_hu=20.0)
    earlier = dated(0, pixel_mm=1.0, rows=208, columns=208, slices=44, spacing_mm=2.5)
    found = told(later, earlier, matched(later, earlier))
    # Its volume is another one on the other grid, by arithmetic: 65 mm3 and 106 mm3.
    assert found == EXPECTED | {"steady": ("grown", 1, 1)}


def test_volumes_of_matches_are_those_of_arithmetic() -> None:
    later, earlier = PAIRS["shifted by 20 mm and turned by 8 degrees"]()
    matches = matched(later, earlier)
    truth = [expected_scores(one.visit.phantom)["total"].volume_mm3 for one in (earlier, later)]
    sums = [sum(one.volume.before for one in matches), sum(one.volume.after for one in matches)]
    assert sums == pytest.approx(truth)
    assert sum(one.volume.difference for one in matches) == pytest.approx(truth[1] - truth[0])


def test_without_the_alignment_the_moved_lesions_are_strangers() -> None:
    later, earlier = PAIRS["shifted by 20 mm and turned by 8 degrees"]()
    fates = {one.fate for one in matched(later, earlier, Alignment(np.eye(4), None))}
    assert fates <= {"new", "gone"}


def test_a_shift_of_4_mm_by_hand_is_forgiven_and_one_of_8_mm_is_not() -> None:
    later, earlier = PAIRS["at rest"]()
    still = Alignment(np.eye(4), 1.0)
    assert told(later, earlier, matched(later, earlier, still.shifted((4.0, 0.0, 0.0))))["steady"] == ("same", 1, 1)
    away = matched(later, earlier, still.shifted((0.0, -8.0, 0.0)))
    assert [one.fate for one in away if earlier.plaque(0) in map(earlier.plaque, one.before)] == ["gone"]


def test_what_lies_beyond_the_other_scan_is_neither_new_nor_gone() -> None:
    later, earlier = PAIRS["at rest"]()
    matches = matched(later, earlier, Alignment(np.eye(4), 1.0).shifted((0.0, 0.0, 500.0)))
    assert {one.fate for one in matches} == {"outside_earlier", "outside_later"}


def test_lesions_of_another_territory_are_matched_where_there_is_none_nearer() -> None:
    later, earlier = PAIRS["at rest"]()
    sheet = later.reading.sheet
    renamed = [replace(lesion, territory="CORONARY") for lesion in sheet.lesions]
    old = earlier.reading
    matches = match_lesions(
        old.sheet.lesions, old.series.geometry, renamed, later.reading.series.geometry, aligned(later, earlier)
    )
    assert told(later, earlier, matches) == EXPECTED


def test_two_scans_without_calcium_have_no_matches_and_one_has_only_new_ones() -> None:
    later, earlier = PAIRS["at rest"]()
    geometry = earlier.reading.series.geometry
    still = Alignment(np.eye(4), 1.0)
    assert match_lesions((), geometry, (), geometry, still) == ()
    lesions = later.reading.sheet.lesions
    assert {one.fate for one in match_lesions((), geometry, lesions, geometry, still)} == {"new"}
    assert {one.fate for one in match_lesions(lesions, geometry, (), geometry, still)} == {"gone"}


def test_each_later_lesion_knows_what_it_was_before_and_a_poor_alignment_says_nothing() -> None:
    later, earlier = PAIRS["shifted by 20 mm and turned by 8 degrees"]()
    sheet, geometry = later.reading.sheet, later.reading.series.geometry
    alignment = aligned(later, earlier)
    found = lesions_before(earlier.reading, sheet.lesions, geometry, alignment)
    assert found is not None
    old = earlier.reading.sheet.lesions
    was = {
        later.plaque(number): "" if one is None else earlier.plaque(old.index(one)) for number, one in enumerate(found)
    }
    assert was == {name: "" if name == "comes" else name for name in was}
    assert set(was) == {"steady", "grows", "comes", "splits", "joins", "shrinks"}
    assert lesions_before(earlier.reading, sheet.lesions, geometry, replace(alignment, correlation=0.69)) is None


def test_of_lesions_that_merged_the_largest_counts() -> None:
    later, earlier = PAIRS["at rest"]()
    still = Alignment(np.eye(4), 1.0)
    joined = [one for one in matched(later, earlier, still) if one.fate == "merged"]
    lesions = list(earlier.reading.sheet.lesions)
    large = joined[0].before[1]
    lesions[large] = replace(lesions[large], territory="PDA", volume_mm3=lesions[large].volume_mm3 + 1)
    read = replace(earlier.reading, sheet=replace(earlier.reading.sheet, lesions=tuple(lesions)))
    sheet, geometry = later.reading.sheet, later.reading.series.geometry
    found = lesions_before(read, sheet.lesions, geometry, still)
    assert found is not None
    assert found[joined[0].after[0]].territory == "PDA"
