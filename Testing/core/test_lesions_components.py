"""Candidates, against scipy as an independent oracle and boxes counted by hand."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import ndimage

from SmartScoreLib.lesions.components import find_candidates
from SmartScoreLib.lesions.runs import label_components, threshold_runs
from SmartScoreLib.phantom.series import phantom_series
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.proposal.mark_all import mark_all
from SmartScoreLib.remarks.english import english
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.scoring.score import score
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

STRUCTURES = {
    26: np.ones((3, 3, 3)),
    8: np.stack([np.zeros((3, 3)), np.ones((3, 3)), np.zeros((3, 3))]),
    4: np.stack([np.zeros((3, 3)), ndimage.generate_binary_structure(2, 1), np.zeros((3, 3))]),
}


def _grid(shape: tuple[int, int, int], spacing: tuple[float, float, float] = (3.0, 0.5, 0.5)) -> VolumeGeometry:
    return VolumeGeometry(shape, spacing, (10.0, -20.0, 30.0), ((0, 0, 1), (0, 1, 0), (1, 0, 0)))


volumes = st.tuples(st.integers(1, 5), st.integers(1, 9), st.integers(1, 17)).flatmap(
    lambda shape: arrays(np.int16, shape, elements=st.sampled_from([-1000, 0, 129, 130, 131, 400]))
)


@pytest.mark.parametrize("neighbors", [4, 8, 26])
@given(hu=volumes)
@settings(max_examples=150, deadline=None)
def test_components_are_those_that_scipy_finds(neighbors: int, hu: np.ndarray) -> None:
    theirs, count = ndimage.label(hu >= 130, STRUCTURES[neighbors])
    found = label_components(hu, 130, neighbors)  # type: ignore[arg-type]
    ours = np.zeros(hu.size, int)
    for component in range(len(found.voxels)):
        ours[found.runs.voxels(found.label == component)] = component + 1
    ours = ours.reshape(hu.shape)
    assert len(found.voxels) == count
    assert (ours > 0).tolist() == (hu >= 130).tolist()
    pairs = set(zip(ours[ours > 0].tolist(), theirs[ours > 0].tolist(), strict=True))
    assert len(pairs) == count, "each of ours is one of theirs"
    of_theirs = dict(pairs)
    for component in range(count):
        assert found.voxels[component] == (theirs == of_theirs[component + 1]).sum()
        assert found.peak_hu[component] == hu[theirs == of_theirs[component + 1]].max()


def test_a_component_does_not_go_on_into_the_next_row_or_slice_at_the_border() -> None:
    hu = np.full((2, 4, 8), -50, np.int16)
    hu[0, 1, 7] = hu[0, 2, 0] = 200  # last voxel of a row and first of the next
    hu[0, 3, 7] = hu[1, 0, 0] = 300  # last voxel of a slice and first of the next
    assert sorted(label_components(hu, neighbors=8).peak_hu.tolist()) == [200, 200, 300, 300]
    assert len(label_components(hu, 130, 26).voxels) == 4


def test_a_volume_larger_than_one_piece_of_work_is_searched_whole() -> None:
    hu = np.full((9, 300, 300), -50, np.int16)
    hu[:, 150, 20:280] = 150
    hu[8, 299, 299] = 500
    found = label_components(hu, 130, 26)
    assert found.voxels.tolist() == [9 * 260, 1]
    assert found.peak_hu.tolist() == [150, 500]


@pytest.mark.parametrize("threshold", [130, 130.0, 129.5, -40000, 40000, 0.5])
@pytest.mark.parametrize("dtype", [np.int16, np.float32, np.uint8])
def test_any_threshold_is_compared_as_a_number(threshold: float, dtype: type) -> None:
    values = np.array([0, 1, 129, 130, 131, 255])
    hu = values.astype(dtype).reshape(1, 1, -1)
    inside = int((values >= threshold).sum())
    assert int(threshold_runs(hu, threshold).lengths.sum()) == inside


def test_values_that_are_not_numbers_are_not_calcium() -> None:
    hu = np.array([[[np.nan, 200, np.nan]]], np.float32)
    assert label_components(hu, 130, 26).voxels.tolist() == [1]


def test_candidates_tell_size_place_and_peak() -> None:
    hu = np.full((4, 20, 20), -50, np.int16)
    hu[1:3, 5:8, 10:14] = 180  # 2 x 3 x 4 = 24 voxels
    hu[2, 7, 12] = 333
    hu[0, 0, 0] = 130
    small, large = find_candidates(hu, _grid(hu.shape))
    assert (small.voxels, small.peak_hu, small.corner, small.size) == (1, 130.0, (0, 0, 0), (1, 1, 1))
    assert (large.voxels, large.corner, large.size) == (24, (1, 5, 10), (2, 3, 4))
    assert (large.peak_hu, large.peak_index, large.bone) == (333.0, (2, 7, 12), False)
    assert large.volume_mm3 == pytest.approx(24 * 3 * 0.25)
    # middle of columns 10..13 is 11.5, of rows 5..7 is 6, of slices 1..2 is 1.5
    assert large.centroid_lps_mm == pytest.approx((10 + 11.5 * 0.5, -20 + 6 * 0.5, 30 + 1.5 * 3))


def test_what_touches_only_by_a_corner_in_space_is_one_candidate() -> None:
    hu = np.full((2, 4, 4), 0, np.int16)
    hu[0, 1, 1] = hu[1, 2, 2] = 200
    assert [candidate.voxels for candidate in find_candidates(hu, _grid(hu.shape))] == [2]


def test_candidates_that_would_score_nothing_are_left_out_only_on_demand() -> None:
    hu = np.full((3, 9, 9), 0, np.int16)
    hu[0:3, 1, 1] = 200  # 3 voxels, but 0.25 mm2 in each slice
    hu[1, 5:7, 5:7] = 200  # 1 mm2
    assert len(find_candidates(hu, _grid(hu.shape))) == 2
    assert [c.voxels for c in find_candidates(hu, _grid(hu.shape), minimum_area_mm2=1.0)] == [4]


def test_a_very_large_component_is_flagged_as_bone_from_the_documented_limit_on() -> None:
    hu = np.full((3, 60, 60), 0, np.int16)
    hu[0, :50, :50] = 200  # 2500 voxels of 2 mm3 = 5000 mm3: not above the limit
    hu[2, :51, :50] = 200
    bones = [candidate.bone for candidate in find_candidates(hu, _grid(hu.shape, (2.0, 1.0, 1.0)))]
    assert bones == [False, True]


def test_an_empty_volume_has_no_candidates() -> None:
    assert find_candidates(np.zeros((3, 4, 5), np.int16), _grid((3, 4, 5))) == ()
    assert find_candidates(np.zeros((0, 4, 5), np.int16), _grid((0, 4, 5))) == ()


def test_marking_all_lists_every_candidate_but_bone_and_claims_no_coronary_score() -> None:
    hu = np.full((5, 80, 80), -50, np.int16)
    hu[1, 3:5, 3:5] = 250  # 1 mm2, weight 2, 3 mm: Agatston 2
    hu[3, 70:72, 10:14] = 450  # 2 mm2, weight 4: Agatston 8
    hu[4, 20:60, 20:60] = 600
    series = CTSeries(hu, _grid(hu.shape), series_instance_uid="1.2")
    marks = mark_all(series, 130, bone_mm3=1000)
    sheet = score(hu, marks, DEFAULT_PROTOCOL)
    assert [lesion.agatston for lesion in sheet.lesions] == pytest.approx([2.0, 8.0])
    assert {lesion.territory for lesion in sheet.lesions} == {"OTHER"}
    assert sheet.total.agatston == 0
    assert not sheet.reviewed
    said = {one.code: one.values for one in sheet.remarks}
    assert said["proposal.unreviewed"] == {"regions": 2, "threshold_hu": 130.0, "territory": "Other"}
    assert said["proposal.bones"] == {"bones": 1, "limit_mm3": 1000.0}
    assert [english(one).partition(":")[0] for one in marks.remarks] == [
        "UNREVIEWED",
        "1 regions larger than 1000 mm3 were left out as bone.",
    ]


def test_marking_all_of_a_phantom_finds_every_lesion_that_touches_nothing() -> None:
    phantom = standard_phantom(rows=208, columns=208, pixel_mm=1.0, slices=44, spacing_mm=3.0)
    series = phantom_series(phantom)
    marks = mark_all(series, 130)
    found = np.zeros(series.hu.shape, bool)
    found[marks.box] = marks.labels > 0
    assert all(found[lesion.center] for lesion in phantom.lesions)


def test_marking_all_of_an_empty_volume_marks_nothing() -> None:
    series = CTSeries(np.zeros((2, 3, 4), np.int16), _grid((2, 3, 4)))
    assert not mark_all(series, 130).labels.size
