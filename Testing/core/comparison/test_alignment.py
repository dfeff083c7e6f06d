"""Scans of one phantom heart brought together, against the motion that they were made with."""

from dataclasses import replace

import numpy as np
import pytest

from core.comparison.dates import BREATH, MOVED, Dated, aligned, dated
from SmartScoreLib.comparison.alignment.agreement import measured
from SmartScoreLib.comparison.alignment.align import align
from SmartScoreLib.comparison.alignment.model import Alignment
from SmartScoreLib.phantom.model import HEART_CENTER_MM, Pose
from SmartScoreLib.phantom.series import phantom_series
from SmartScoreLib.phantom.standard import standard_phantom


def error_in_voxels(later: Dated, earlier: Dated, alignment: Alignment) -> float:
    """The greatest distance along an axis of the later grid, in its voxels, over all lesions of the earlier scan."""
    poses = [one.visit.phantom.pose for one in (later, earlier)]
    truth = poses[0].heart @ np.linalg.inv(poses[1].heart)
    points = np.array([lesion.centroid_lps_mm for lesion in earlier.reading.sheet.lesions])
    geometry = later.reading.series.geometry
    apart = geometry.index(alignment.to_later(points)) - geometry.index(points @ truth[:3, :3].T + truth[:3, 3])
    return float(np.abs(apart).max())


CASES = {
    "shifted by 20 mm and turned by 8 degrees": lambda: (dated(1, MOVED), dated(0)),
    "a heart moved by breath, in a chest that has not": lambda: (dated(1, BREATH), dated(0)),
    "other pixels, other slices and noise": lambda: (
        dated(1, MOVED, noise_hu=20.0),
        dated(0, pixel_mm=1.0, rows=208, columns=208, slices=44, spacing_mm=2.5),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_heart_is_found_again_within_a_voxel(case) -> None:
    later, earlier = CASES[case]()
    alignment = aligned(later, earlier)
    assert error_in_voxels(later, earlier, alignment) < 1
    assert alignment.quality == "good"
    assert alignment.correlation is not None
    assert alignment.correlation > 0.97
    assert alignment.overlap > 0.8


def test_the_motion_has_the_angle_and_the_shift_that_the_phantom_was_moved_by() -> None:
    later, earlier = CASES["shifted by 20 mm and turned by 8 degrees"]()
    alignment = aligned(later, earlier)
    assert alignment.rotation_degrees == pytest.approx(8.0, abs=0.5)
    moved = alignment.to_later(HEART_CENTER_MM) - HEART_CENTER_MM
    assert np.linalg.norm(moved) == pytest.approx(20.1, abs=0.7)
    assert alignment.to_earlier(alignment.to_later(HEART_CENTER_MM)) == pytest.approx(HEART_CENTER_MM)


def test_scans_of_which_one_shows_a_part_of_the_heart_only_are_not_called_aligned() -> None:
    whole, part = (phantom_series(standard_phantom(**{**SMALL, "slices": slices})) for slices in (40, 9))
    alignment = align(whole, part)
    assert alignment.overlap < 0.5
    assert alignment.quality == "poor"


SMALL = {"rows": 96, "columns": 96, "pixel_mm": 2.4, "spacing_mm": 3.0}


def test_a_volume_without_a_heart_gives_a_poor_alignment_and_no_error() -> None:
    grid = {"rows": 48, "columns": 48, "pixel_mm": 4.8, "spacing_mm": 6.0, "slices": 20}
    chest = phantom_series(standard_phantom(**grid))
    empty = phantom_series(standard_phantom(**grid, pose=Pose(shift_mm=(0.0, 0.0, 900.0))))
    assert align(chest, empty).quality == "poor"


def test_a_correction_by_hand_moves_the_earlier_scan_by_so_much_and_adds_up() -> None:
    alignment = Alignment(np.eye(4), 0.95)
    corrected = alignment.shifted((1.0, 0.0, -2.0)).shifted((0.5, 0.0, 0.0))
    assert corrected.shift_mm == (1.5, 0.0, -2.0)
    assert corrected.to_later((10.0, 20.0, 30.0)) == pytest.approx((11.5, 20.0, 28.0))
    assert corrected.to_earlier((11.5, 20.0, 28.0)) == pytest.approx((10.0, 20.0, 30.0))
    assert alignment.to_later((10.0, 20.0, 30.0)) == pytest.approx((10.0, 20.0, 30.0))


def test_a_correction_by_hand_is_measured_where_it_lies() -> None:
    later, earlier = CASES["shifted by 20 mm and turned by 8 degrees"]()
    found = aligned(later, earlier)
    series = later.reading.series, earlier.reading.series
    same = measured(found, *series)
    assert (same.correlation, same.overlap) == (pytest.approx(found.correlation), pytest.approx(found.overlap))
    # Away from where it was found it is never better, and 3 cm away it is poor.
    shifts = [measured(found.shifted((0.0, mm, 0.0)), *series) for mm in (2.0, 10.0, 30.0)]
    assert found.correlation > shifts[0].correlation > shifts[1].correlation > shifts[2].correlation
    assert [one.quality for one in shifts] == ["good", "fair", "poor"]
    # What was shifted the wrong way is good again once it is shifted back.
    wrong = replace(found, motion=found.shifted((0.0, 30.0, 0.0)).matrix)
    assert measured(wrong.shifted((0.0, -30.0, 0.0)), *series).correlation == pytest.approx(found.correlation)


@pytest.mark.parametrize(("correlation", "overlap", "quality"), [
    (0.9, 1.0, "good"), (0.899, 1.0, "fair"), (0.7, 1.0, "fair"), (0.699, 1.0, "poor"),
    (0.99, 0.5, "good"), (0.99, 0.499, "poor"), (None, 1.0, "poor"),
])  # fmt: skip
def test_the_quality_follows_correlation_and_overlap(correlation, overlap, quality) -> None:
    assert Alignment(np.eye(4), correlation, overlap).quality == quality
