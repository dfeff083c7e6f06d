"""From one click to one lesion."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import ndimage

from SmartScoreLib.lesions.growing import Grown, grow, growth_limit, nearest_calcium
from SmartScoreLib.lesions.runs import held_threshold
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.english import english
from SmartScoreLib.series.geometry import VolumeGeometry


def _whole(grown: Grown, shape: tuple[int, ...]) -> np.ndarray:
    whole = np.zeros(shape, bool)
    whole[tuple(slice(c, c + n) for c, n in zip(grown.corner, grown.mask.shape, strict=True))] = grown.mask
    return whole


@given(st.integers(0, 10_000), st.booleans())
@settings(max_examples=60, deadline=None)
def test_a_click_takes_the_component_that_scipy_finds(seed: int, in_slice: bool) -> None:
    # Sparse enough to make long winding components that leave the first box on every side.
    random = np.random.default_rng(seed)
    hu = np.where(random.random((20, 70, 120)) < 0.13, 200, 0).astype(np.int16)
    at = tuple(int(v) for v in random.choice(np.argwhere(hu == 200)))
    structure = np.ones((3, 3, 3))
    if in_slice:
        structure[[0, 2]] = 0
    labels, _ = ndimage.label(hu >= 130, structure)
    expected = labels == labels[at]
    grown = grow(hu, at, 130, in_slice=in_slice, limit_voxels=10**6)
    assert np.array_equal(_whole(grown, hu.shape), expected)
    box = ndimage.find_objects(expected.astype(np.uint8))[0]
    assert grown.corner == tuple(s.start for s in box)
    assert grown.mask.shape == tuple(s.stop - s.start for s in box)
    assert not grown.reached_limit
    assert grown.reason is None


def test_a_component_that_winds_through_the_whole_volume_is_taken_whole() -> None:
    hu = np.zeros((40, 100, 200), np.int16)
    hu[5, 2, :] = 200
    hu[5, :, 199] = 200
    hu[5:, 99, 199] = 200
    grown = grow(hu, (5, 2, 0), 130)
    assert grown.voxels == 200 + 99 + 34


def test_a_lesion_at_the_corner_of_the_volume_is_taken() -> None:
    hu = np.zeros((3, 10, 10), np.int16)
    hu[0, 0, 0] = hu[0, 1, 1] = 131
    assert grow(hu, (0, 0, 0), 130).voxels == 2


def test_bone_is_refused_with_a_reason_and_nothing_marked() -> None:
    hu = np.zeros((60, 128, 128), np.int16)
    hu[10:50, 20:110, 20:110] = 300
    grown = grow(hu, (30, 60, 60), 130, limit_voxels=5000)
    assert grown.reached_limit
    assert grown.voxels == 0
    assert grown.reason == remark("lesions.too_large")
    assert "slice by slice" in english(grown.reason)


def test_calcium_that_touches_bone_can_be_taken_in_its_slice() -> None:
    hu = np.zeros((60, 128, 128), np.int16)
    hu[10:50, 20:110, 20:110] = 300
    hu[5:10, 64, 64] = 300  # a thread of calcium into the bone
    assert grow(hu, (6, 64, 64), 130, limit_voxels=5000).reached_limit
    in_slice = grow(hu, (6, 64, 64), 130, in_slice=True, limit_voxels=5000)
    assert (in_slice.voxels, in_slice.corner) == (1, (6, 64, 64))


def test_bone_in_one_slice_is_refused_without_the_advice_to_take_a_slice() -> None:
    hu = np.full((3, 300, 300), 300, np.int16)
    grown = grow(hu, (1, 150, 150), 130, in_slice=True, limit_voxels=5000)
    assert grown.reached_limit
    assert grown.reason == remark("lesions.too_large_in_slice")
    assert "slice by slice" not in english(grown.reason)


def test_a_sparse_component_cannot_make_a_click_search_the_whole_volume() -> None:
    hu = np.zeros((200, 256, 256), np.int16)
    steps = np.arange(200)
    hu[steps, steps, steps] = 200  # one voxel a slice, along the diagonal
    assert grow(hu, (0, 0, 0), 130, limit_voxels=10**6).reached_limit


def test_a_component_of_exactly_the_limit_is_taken_and_one_more_is_not() -> None:
    hu = np.zeros((1, 20, 20), np.int16)
    hu[0, 4:8, 4:8] = 200
    assert grow(hu, (0, 5, 5), 130, limit_voxels=16).voxels == 16
    assert grow(hu, (0, 5, 5), 130, limit_voxels=15).reached_limit


def test_a_click_beside_calcium_takes_nothing_and_says_why() -> None:
    hu = np.full((3, 10, 10), 40, np.int16)
    grown = grow(hu, (1, 5, 5), 130)
    assert (grown.voxels, grown.reached_limit) == (0, False)
    assert grown.reason == remark("lesions.below_threshold", hu=40.0, threshold_hu=130.0)
    assert english(grown.reason) == "The value there is 40 HU, below the threshold of 130 HU."


def test_a_click_outside_the_volume_is_an_error_of_the_caller() -> None:
    with pytest.raises(ValueError, match="outside"):
        grow(np.zeros((3, 10, 10), np.int16), (3, 0, 0), 130)


def test_the_limit_follows_the_voxel_size() -> None:
    directions = ((0.0, 0.0, 1.0), (0.0, 1.0, 0.0), (1.0, 0.0, 0.0))
    assert growth_limit(VolumeGeometry((9, 9, 9), (2.0, 0.5, 0.5), (0, 0, 0), directions)) == 10_000
    assert growth_limit(VolumeGeometry((9, 9, 9), (0.5, 0.5, 0.5), (0, 0, 0), directions)) == 40_000


class TestNearestCalcium:
    geometry = VolumeGeometry((3, 21, 21), (3.0, 1.0, 0.5), (0, 0, 0), ((0, 0, 1), (0, 1, 0), (1, 0, 0)))

    def test_a_voxel_that_reaches_the_threshold_is_kept(self) -> None:
        hu = np.zeros((3, 21, 21), np.int16)
        hu[1, 10, 10], hu[1, 10, 11] = 130, 900
        assert nearest_calcium(hu, self.geometry, (1, 10, 10), 130) == (1, 10, 10)

    def test_nearness_is_in_millimeters_not_in_pixels(self) -> None:
        hu = np.zeros((3, 21, 21), np.int16)
        hu[1, 12, 10] = 200  # two rows = 2 mm
        hu[1, 10, 13] = 200  # three columns = 1.5 mm
        assert nearest_calcium(hu, self.geometry, (1, 10, 10), 130) == (1, 10, 13)

    def test_of_two_at_the_same_distance_the_denser_wins(self) -> None:
        hu = np.zeros((3, 21, 21), np.int16)
        hu[1, 10, 8], hu[1, 10, 12] = 200, 201
        assert nearest_calcium(hu, self.geometry, (1, 10, 10), 130) == (1, 10, 12)

    @pytest.mark.parametrize("place", [(1, 13, 10), (1, 12, 11), (0, 10, 10), (2, 10, 10)])
    def test_beyond_two_millimeters_or_in_another_slice_there_is_none(self, place: tuple[int, int, int]) -> None:
        hu = np.zeros((3, 21, 21), np.int16)
        hu[place] = 500
        assert nearest_calcium(hu, self.geometry, (1, 10, 10), 130) is None

    def test_a_click_at_the_border_looks_only_inside(self) -> None:
        hu = np.zeros((3, 21, 21), np.int16)
        hu[0, 0, 1] = 200
        assert nearest_calcium(hu, self.geometry, (0, 0, 0), 130) == (0, 0, 1)


def test_a_threshold_with_a_fraction_is_the_one_that_values_of_this_type_can_hold() -> None:
    """The float32 nearest to 130.7 is 130.69999694824219 (IEEE 754: 8565555 / 2**16)."""
    assert held_threshold(130.7, np.dtype(np.float32)) == 8565555 / 65536
    assert held_threshold(130.7, np.dtype(np.float64)) == 130.7
    # Whole numbers are compared with the fraction itself: 130 does not reach it.
    assert held_threshold(130.7, np.dtype(np.int16)) == 130.7


def test_a_long_lesion_in_the_far_corner_of_a_large_volume_is_taken_whole() -> None:
    # It leaves the first box, which is then enlarged; how much is looked at depends on the lesion and not on its place.
    hu = np.zeros((60, 400, 400), np.int16)
    hu[55, 320:399, 398] = 300
    grown = grow(hu, (55, 398, 398), 130)
    assert grown.reason is None
    assert (grown.corner, grown.mask.shape, int(grown.mask.sum())) == ((55, 320, 398), (1, 79, 1), 79)
