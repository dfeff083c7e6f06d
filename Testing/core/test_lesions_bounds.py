"""Every number and comparison of candidates, clicks, marks and proposals: one case just inside, one just outside."""

import json
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813

from SmartScoreLib.lesions.clicking import ClickSettings, calcium_at, click, voxel_at
from SmartScoreLib.lesions.components import bone_limit_voxels, find_candidates
from SmartScoreLib.lesions.editing import assign, empty_map
from SmartScoreLib.lesions.files.layer import Layer
from SmartScoreLib.lesions.grid import Box, on_grid, same_grid, sampled
from SmartScoreLib.lesions.growing import grow, growth_limit, nearest_calcium
from SmartScoreLib.lesions.marks import read_marks
from SmartScoreLib.lesions.naming import shown
from SmartScoreLib.lesions.placing import place_layers
from SmartScoreLib.lesions.runs import label_components, threshold_runs
from SmartScoreLib.lesions.territories import BY_KEY, TERRITORIES
from SmartScoreLib.phantom.standard import grid
from SmartScoreLib.proposal.mark_all import mark_all
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.geometry import Vector, VolumeGeometry
from SmartScoreLib.series.model import CTSeries

AXES = ((0.0, 0.0, 1.0), (0.0, 1.0, 0.0), (1.0, 0.0, 0.0))


def _geometry(shape: tuple[int, int, int], spacing: Vector = (1.0, 1.0, 1.0)) -> VolumeGeometry:
    return VolumeGeometry(shape, spacing, (0.0, 0.0, 0.0), AXES, "1.2.3")


def _hu(shape: tuple[int, int, int], *voxels: tuple[int, int, int], value: int = 200) -> np.ndarray:
    hu = np.zeros(shape, np.int16)
    for voxel in voxels:
        hu[voxel] = value
    return hu


def _code(refusal: pytest.ExceptionInfo[InputRefused]) -> str:
    (said,) = refusal.value.remarks
    return said.code


class TestThreshold:
    @pytest.mark.parametrize(("value", "voxels"), [(130, 1), (129, 0)])
    def test_a_voxel_at_the_threshold_is_calcium_and_one_below_is_not(self, value: int, voxels: int) -> None:
        hu = _hu((3, 9, 9), (1, 4, 4), value=value)
        assert len(find_candidates(hu, _geometry(hu.shape))) == voxels
        assert grow(hu, (1, 4, 4), 130).voxels == voxels
        assert calcium_at(hu, _geometry(hu.shape), (1, 4, 5), ClickSettings()).voxels == voxels

    @pytest.mark.parametrize(("threshold", "runs"), [(129.5, 1), (130.0, 1), (130.001, 0), (1e9, 0), (-1e9, 9)])
    def test_whole_values_are_compared_with_any_threshold(self, threshold: float, runs: int) -> None:
        hu = _hu((1, 9, 9), (0, 4, 4), value=130)  # a row is one run where everything is above
        assert len(threshold_runs(hu, threshold)) == runs

    @pytest.mark.parametrize(("value", "runs"), [(129.999, 0), (130.0, 1), (math.nan, 0)])
    def test_fractions_are_compared_as_they_are(self, value: float, runs: int) -> None:
        hu = np.zeros((1, 3, 3), np.float32)
        hu[0, 1, 1] = value
        assert len(threshold_runs(hu, 130.0)) == runs


class TestNeighbors:
    @pytest.mark.parametrize(
        ("first", "second", "in_space", "in_slice", "by_sides"),
        [
            ((1, 4, 4), (1, 4, 5), 1, 1, 1),
            ((1, 4, 4), (1, 5, 5), 1, 1, 2),
            ((1, 4, 5), (1, 5, 4), 1, 1, 2),
            ((1, 4, 4), (2, 4, 4), 1, 2, 2),
            ((1, 4, 4), (2, 5, 5), 1, 2, 2),
            ((1, 4, 4), (2, 3, 3), 1, 2, 2),
            ((1, 4, 4), (2, 3, 5), 1, 2, 2),
            ((1, 4, 4), (2, 5, 3), 1, 2, 2),
            ((1, 4, 4), (1, 4, 6), 2, 2, 2),
            ((1, 4, 4), (1, 6, 5), 2, 2, 2),
            ((1, 4, 4), (2, 4, 6), 2, 2, 2),
            ((1, 4, 4), (2, 6, 4), 2, 2, 2),
            ((0, 4, 4), (2, 4, 4), 2, 2, 2),
            ((1, 4, 8), (1, 5, 0), 2, 2, 2),  # the end of a row and the beginning of the next
            ((1, 8, 8), (2, 0, 0), 2, 2, 2),  # the end of a slice and the beginning of the next
            ((1, 8, 4), (2, 0, 4), 2, 2, 2),
            ((1, 0, 4), (1, 8, 4), 2, 2, 2),
        ],
    )
    def test_two_voxels_are_one_component_if_they_touch(
        self, first: Any, second: Any, in_space: int, in_slice: int, by_sides: int
    ) -> None:
        hu = _hu((3, 9, 9), first, second)
        assert [len(label_components(hu, 130, n).voxels) for n in (26, 8, 4)] == [in_space, in_slice, by_sides]
        assert grow(hu, first, 130).voxels == 3 - in_space
        assert grow(hu, first, 130, in_slice=True).voxels == 3 - in_slice

    def test_a_component_goes_on_where_the_volume_is_cut_into_pieces_of_work(self) -> None:
        # 2^18 voxels are worked on at a time: one slice of 512 x 512, or 64 of 64 x 64.
        for shape, first in (((4, 512, 512), 0), ((66, 64, 64), 63)):
            hu = _hu(shape, *((first + k, 5, 5 + k) for k in range(3)))
            assert label_components(hu, 130).voxels.tolist() == [3]


class TestBone:
    def test_the_limit_is_5000_cubic_millimeters_rounded_down_to_voxels(self) -> None:
        assert bone_limit_voxels(_geometry((9, 9, 9))) == 5000
        assert bone_limit_voxels(_geometry((9, 9, 9), (1.0, 1.0, 0.9999))) == 5000
        assert bone_limit_voxels(_geometry((9, 9, 9), (1.0, 1.0, 1.0001))) == 4999
        assert growth_limit(_geometry((9, 9, 9), (3.0, 0.5, 0.5)), 75) == 100

    def test_the_limit_is_one_voxel_at_least(self) -> None:
        assert bone_limit_voxels(_geometry((9, 9, 9)), 0.5) == 1

    @pytest.mark.parametrize("more", [0, 1])
    def test_a_component_of_the_limit_is_a_lesion_and_one_voxel_more_is_bone(self, more: int) -> None:
        hu = np.zeros((12, 30, 30), np.int16)
        hu[1:11, 2:27, 2:22] = 300  # 10 x 25 x 20 = 5000 mm3
        hu[11, 10, 10] = 300 * more
        series = CTSeries(hu, _geometry(hu.shape))
        (candidate,) = find_candidates(hu, series.geometry)
        assert candidate.bone is bool(more)
        assert calcium_at(hu, series.geometry, (5, 10, 10), ClickSettings()).voxels == (0 if more else 5000)
        assert np.count_nonzero(mark_all(series, 130).labels) == (0 if more else 5000)
        assert [one.values["regions"] for one in mark_all(series, 130).remarks[:1]] == [1 - more]
        assert [one.values["bones"] for one in mark_all(series, 130).remarks[1:]] == [more]

    @pytest.mark.parametrize(("columns", "taken"), [(256, True), (257, False)])
    def test_a_click_looks_at_two_to_the_22_voxels_and_no_further(self, columns: int, taken: bool) -> None:
        # The box doubles to every side that a component leaves, so that this thread is followed to the end of the
        # volume: 64 x 256 x 256 voxels are 2^22.
        hu = np.zeros((64, 256, columns), np.int16)
        steps = np.arange(256)
        hu[np.minimum(steps, 63), steps, steps] = 200
        assert bool(grow(hu, (0, 0, 0), 130).voxels) is taken


class TestBoxOfAClick:
    @pytest.mark.parametrize("axis", [0, 1, 2])
    @pytest.mark.parametrize("sense", [-1, 1])
    @pytest.mark.parametrize("beyond", [-1, 0, 1])
    def test_a_component_is_taken_whole_that_ends_before_at_and_behind_the_first_box(
        self, axis: int, sense: int, beyond: int
    ) -> None:
        reach = (4, 24, 24)[axis] + beyond
        hu = np.zeros((40, 120, 120), np.int16)
        for step in range(reach + 1):
            at = [20, 60, 60]
            at[axis] += sense * step
            hu[tuple(at)] = 200
        assert grow(hu, (20, 60, 60), 130).voxels == reach + 1
        assert grow(hu, (20, 60, 60), 130, in_slice=True).voxels == (1 if axis == 0 else reach + 1)


class TestNearestCalcium:
    @pytest.mark.parametrize(("spacing", "found"), [(2.0, True), (1.0, True), (2.001, False), (1.0005, False)])
    def test_two_millimeters_are_near_and_more_is_not(self, spacing: float, found: bool) -> None:
        steps = 1 if spacing >= 2 else 2
        for place in ((1, 10 + steps, 10), (1, 10 - steps, 10), (1, 10, 10 + steps), (1, 10, 10 - steps)):
            hu = _hu((3, 21, 21), place)
            near = nearest_calcium(hu, _geometry(hu.shape, (1.0, spacing, spacing)), (1, 10, 10), 130)
            assert near == (place if found else None)

    def test_the_distance_is_round_and_not_square(self) -> None:
        hu = _hu((3, 21, 21), (1, 12, 12))  # 1.41 x 1.41 mm: 1.99; 1.42 x 1.42 mm: 2.01
        for spacing, near in ((0.705, (1, 12, 12)), (0.71, None)):
            assert nearest_calcium(hu, _geometry(hu.shape, (1.0, spacing, spacing)), (1, 10, 10), 130) == near

    def test_the_nearest_wins_over_the_densest(self) -> None:
        hu = _hu((3, 21, 21), (1, 10, 11), value=130)
        hu[1, 12, 10] = 3000
        assert nearest_calcium(hu, _geometry(hu.shape), (1, 10, 10), 130) == (1, 10, 11)

    def test_a_click_on_a_mark_below_the_threshold_moves_and_one_at_it_stays(self) -> None:
        hu = _hu((3, 21, 21), (1, 10, 11), value=900)
        for value, near in ((129, (1, 10, 11)), (130, (1, 10, 10))):
            hu[1, 10, 10] = value
            assert nearest_calcium(hu, _geometry(hu.shape), (1, 10, 10), 130) == near

    def test_calcium_at_the_last_row_and_column_is_found(self) -> None:
        hu = _hu((1, 9, 9), (0, 8, 8))
        assert nearest_calcium(hu, _geometry(hu.shape), (0, 7, 7), 130) == (0, 8, 8)


class TestCandidates:
    @pytest.mark.parametrize(("pixel_mm", "found"), [(0.5, 1), (0.4999, 0)])
    def test_an_area_of_one_square_millimeter_is_listed_and_less_is_not(self, pixel_mm: float, found: int) -> None:
        hu = _hu((3, 9, 9), (1, 4, 4), (1, 4, 5), (1, 5, 4), (1, 5, 5))
        geometry = _geometry(hu.shape, (3.0, pixel_mm, pixel_mm))
        assert len(find_candidates(hu, geometry, minimum_area_mm2=1.0)) == found
        assert len(find_candidates(hu, geometry)) == 1

    def test_an_area_lies_in_one_slice(self) -> None:
        hu = _hu((3, 9, 9), (1, 4, 4), (1, 4, 5), (2, 4, 4), (2, 4, 5))  # four voxels, two a slice
        geometry = _geometry(hu.shape, (3.0, 0.5, 0.5))
        assert find_candidates(hu, geometry, minimum_area_mm2=0.51) == ()
        assert len(find_candidates(hu, geometry, minimum_area_mm2=0.5)) == 1


class TestClickInMillimeters:
    series = CTSeries(_hu((3, 20, 20), (0, 0, 0), (2, 19, 19)), _geometry((3, 20, 20), (3.0, 1.0, 1.0)))

    @pytest.mark.parametrize("axis", [0, 1, 2])
    def test_half_a_voxel_around_the_outermost_centers_belongs_to_the_images(self, axis: int) -> None:
        size, spacing = self.series.geometry.shape[axis], self.series.geometry.spacing_mm[axis]
        for index, inside in ((-0.49, 0), (-0.51, None), (size - 0.51, size - 1), (size - 0.49, None)):
            lps = [0.0, 0.0, 0.0]
            lps[2 - axis] = index * spacing
            found = voxel_at(self.series.geometry, lps)
            assert (found[axis] if found else None) == inside

    def test_what_is_no_position_is_outside(self) -> None:
        for bad in (math.nan, 1e300):
            assert voxel_at(self.series.geometry, (0.0, bad, 0.0)) is None

    def test_a_click_takes_calcium_into_its_territory_and_out_of_any_other(self) -> None:
        first = click(self.series, None, (0.2, 0.3, 1.0), "LAD")
        both = click(self.series, first, (19.0, 19.0, 6.0), "RCA")
        moved = click(self.series, both, (0.0, 0.0, 0.0), "LM")
        for lesions, keys in ((first, {"LAD": 1}), (both, {"LAD": 1, "RCA": 1}), (moved, {"LM": 1, "RCA": 1})):
            counts = {t.key: int((lesions.labels == t.label).sum()) for t in TERRITORIES}
            assert {key: n for key, n in counts.items() if n} == keys
            assert lesions.reviewed
        assert first.origin is not None
        assert first.origin.code == "lesions.origin_clicked"

    @pytest.mark.parametrize(
        ("lps_mm", "territory", "code"),
        [
            ((0.0, 0.0, 0.0), "lad", "lesions.no_territory"),
            ((-0.6, 0.0, 0.0), "LAD", "lesions.outside"),
            ((9.0, 9.0, 3.0), "LAD", "lesions.below_threshold"),
        ],
    )
    def test_a_click_that_cannot_be_taken_is_refused_with_its_reason(
        self, lps_mm: Vector, territory: str, code: str
    ) -> None:
        with pytest.raises(InputRefused) as refusal:
            click(self.series, None, lps_mm, territory)
        assert _code(refusal) == code

    def test_bone_and_marks_of_another_volume_are_refused(self) -> None:
        hu = np.full((5, 40, 40), 300, np.int16)
        bone = CTSeries(hu, _geometry(hu.shape))  # 8000 mm3
        with pytest.raises(InputRefused) as refusal:
            click(bone, None, (20.0, 20.0, 2.0), "LAD")
        assert _code(refusal) == "lesions.too_large"
        assert np.count_nonzero(click(bone, None, (20.0, 20.0, 2.0), "LAD", in_slice=True).labels) == 1600
        with pytest.raises(InputRefused) as refusal:
            click(bone, empty_map(self.series.geometry), (20.0, 20.0, 2.0), "LAD")
        assert _code(refusal) == "lesions.other_volume"

    def test_the_threshold_of_a_click_is_its_own(self) -> None:
        for threshold, voxels in ((200.0, 1), (200.5, 0)):
            try:
                taken = np.count_nonzero(click(self.series, None, (0, 0, 0), "LM", threshold_hu=threshold).labels)
            except InputRefused:
                taken = 0
            assert taken == voxels


class TestClicksOfAFile:
    series = CTSeries(_hu((3, 9, 9), (0, 0, 0), (2, 8, 8)), _geometry((3, 9, 9)))

    @pytest.mark.parametrize(
        ("place", "code"),
        [
            ({"ijk": [0, 0, 0]}, ""),
            ({"ijk": [8, 8, 2]}, ""),
            ({"ijk": [9, 8, 2]}, "lesions.seed_outside"),
            ({"ijk": [8, 9, 2]}, "lesions.seed_outside"),
            ({"ijk": [8, 8, 3]}, "lesions.seed_outside"),
            ({"ijk": [0, -1, 0]}, "lesions.seed_outside"),
            ({"lps_mm": [8.49, 8.49, 2.49]}, ""),
            ({"lps_mm": [8.51, 8.0, 2.0]}, "lesions.seed_outside"),
            ({"lps_mm": [-0.51, 0.0, 0.0]}, "lesions.seed_outside"),
            ({"lps_mm": [0.0, 0.0, 9.9e8]}, "lesions.seed_outside"),
            ({"lps_mm": [0.0, 0.0, 1.1e9]}, "lesions.seed_far"),
            ({"lps_mm": [0.0, 0.0, 1e12]}, "lesions.seed_far"),
            ({"lps_mm": [0.0, 0.0, 1.1e12]}, "lesions.seed_lps"),
        ],
    )
    def test_the_first_and_last_voxel_are_inside_and_the_next_is_not(
        self, tmp_path: Path, place: dict[str, Any], code: str
    ) -> None:
        file = tmp_path / "reading.json"
        file.write_text(json.dumps({"seeds": [{"territory": "LM", **place}]}))
        if not code:
            assert np.count_nonzero(read_marks(file, self.series, 130).labels) == 1
            return
        with pytest.raises(InputRefused) as refusal:
            read_marks(file, self.series, 130)
        assert _code(refusal) == code


class TestEditing:
    @pytest.mark.parametrize("axis", [0, 1, 2])
    def test_a_mask_may_touch_the_end_of_the_volume_and_not_pass_it(self, axis: int) -> None:
        lesions, mask = empty_map(_geometry((4, 5, 6))), np.ones((2, 2, 2), bool)
        corner = [0, 0, 0]
        corner[axis] = (4, 5, 6)[axis] - 2
        assert assign(lesions, (corner[0], corner[1], corner[2]), mask, "LM").corner == tuple(corner)
        corner[axis] += 1
        with pytest.raises(ValueError, match="outside"):
            assign(lesions, (corner[0], corner[1], corner[2]), mask, "LM")


class TestSameGrid:
    """0.05 voxels and 1 % of a voxel's size."""

    box = Box((0, 0, 0), np.ones((10, 10, 10), np.uint8))

    @pytest.mark.parametrize(("shift", "same"), [(0.049, True), (0.051, False), (-0.049, True), (-0.051, False)])
    @pytest.mark.parametrize("axis", [0, 1, 2])
    def test_centers_may_lie_a_twentieth_of_a_voxel_apart(self, axis: int, shift: float, same: bool) -> None:
        moved = np.eye(4)
        moved[axis, 3] = 3 + shift
        whole = same_grid(self.box, moved)
        assert (whole is not None) is same
        if whole is not None:
            assert whole[axis, 3] == 3

    @pytest.mark.parametrize(("scale", "same"), [(1.0055, True), (1.0057, False)])
    def test_the_far_end_counts_too(self, scale: float, same: bool) -> None:
        # nine steps from the first to the last center: 9 x 0.0055 = 0.0495, 9 x 0.0057 = 0.0513
        assert (same_grid(self.box, np.diag([scale, 1.0, 1.0, 1.0])) is not None) is same

    @pytest.mark.parametrize(("scale", "same"), [(1.0099, True), (1.0101, False), (0.9901, True), (0.9899, False)])
    def test_a_single_voxel_is_compared_by_its_size(self, scale: float, same: bool) -> None:
        one = Box((0, 0, 0), np.ones((1, 1, 1), np.uint8))
        assert (same_grid(one, np.diag([1.0, scale, 1.0, 1.0])) is not None) is same

    @pytest.mark.parametrize(
        "rows",
        [
            [[2, 0, 0], [0, 1, 0], [0, 0, 1]],  # every second voxel: whole numbers, but another grid
            [[1, 1, 0], [0, 1, 0], [0, 0, 1]],  # sheared
            [[1, 0, 0], [1, 0, 0], [0, 0, 1]],  # two axes on one
        ],
    )
    def test_whole_numbers_alone_make_no_same_grid(self, rows: list[list[int]]) -> None:
        matrix = np.eye(4)
        matrix[:3, :3] = rows
        assert same_grid(self.box, matrix) is None

    def test_where_grids_agree_the_values_are_a_view_and_nothing_is_copied(self) -> None:
        values = np.arange(24, dtype=np.uint8).reshape(2, 3, 4)
        flip = np.array([[0, -1, 0, 2], [0, 0, 1, 1], [-1, 0, 0, 1], [0, 0, 0, 1]], float)
        found, resampled = on_grid(Box((0, 0, 0), values), flip, (9, 9, 9))
        assert not resampled
        assert np.shares_memory(found.values, values)
        # (slice, row, column) of the target = (2 - row, column + 1, 1 - slice)
        assert found.corner == (0, 1, 0)
        assert all(found.values[2 - r, c, 1 - s] == values[s, r, c] for s, r, c in np.ndindex(2, 3, 4))

    def test_what_lies_outside_is_cut_off(self) -> None:
        values = np.arange(27, dtype=np.uint8).reshape(3, 3, 3)
        moved = np.eye(4)
        moved[:3, 3] = (-1, 2, 1)
        found, _ = on_grid(Box((0, 0, 0), values), moved, (9, 4, 3))
        assert found.corner == (0, 2, 1)
        assert np.array_equal(found.values, values[1:, :2, :2])
        moved[0, 3] = 9
        nothing, _ = on_grid(Box((0, 0, 0), values), moved, (9, 4, 3))
        assert nothing.values.size == 0


class TestSampling:
    @pytest.mark.parametrize("dtype", [bool, np.uint8, np.int16, np.int32])
    def test_each_voxel_takes_the_value_in_which_its_center_lies(self, dtype: type) -> None:
        values = np.zeros((1, 1, 3), dtype)
        values[0, 0] = (1, 0, 1)
        # source voxels of 1.5: centers at 0.25, 1.75, 3.25; they reach from -0.5 to 1, to 2.5, to 4
        to_target = np.diag([1.0, 1.0, 1.5, 1.0])
        to_target[2, 3] = 0.25
        found = sampled(Box((0, 0, 0), values), to_target, (1, 1, 9))
        assert found.values.dtype == dtype
        whole = np.zeros(9, int)
        whole[found.corner[2] : found.corner[2] + found.values.shape[2]] = found.values[0, 0]
        assert whole[[0, 2, 3, 4, 5]].tolist() == [1, 0, 1, whole[4], 0]

    @pytest.mark.parametrize(("shift", "taken"), [(0.48, [0]), (0.5, []), (0.52, [1]), (-0.48, [0]), (-0.5, [])])
    def test_half_a_voxel_decides(self, shift: float, taken: list[int]) -> None:
        to_target = np.diag([1.0, 1.0, 0.98, 1.0])  # the source voxel reaches 0.49 to both sides of its center
        to_target[2, 3] = shift
        found = sampled(Box((0, 0, 0), np.ones((1, 1, 1), bool)), to_target, (1, 1, 4))
        whole = np.zeros(4, bool)
        whole[found.corner[2] : found.corner[2] + found.values.shape[2]] = found.values.reshape(-1)
        assert np.flatnonzero(whole).tolist() == taken

    def test_what_lies_far_outside_gives_an_empty_box(self) -> None:
        to_target = np.diag([1.5, 1.0, 1.0, 1.0])
        to_target[0, 3] = 50
        found, resampled = on_grid(Box((0, 0, 0), np.ones((2, 2, 2), np.uint8)), to_target, (9, 9, 9))
        assert resampled
        assert found.values.size == 0


class TestPlacing:
    shape = (8, 40, 48)
    series = CTSeries(np.full((8, 40, 48), 300, np.int16), _geometry((8, 40, 48)))

    def _read(self, tmp_path: Path, labels: np.ndarray, geometry: VolumeGeometry) -> Any:
        image = sitk.GetImageFromArray(labels)
        image.SetSpacing([float(v) for v in geometry.spacing_mm[::-1]])
        image.SetOrigin([float(v) for v in geometry.origin_lps_mm])
        image.SetDirection(np.array(geometry.directions)[::-1].T.ravel().tolist())
        sitk.WriteImage(image, str(tmp_path / "LAD.nrrd"))
        return read_marks(tmp_path / "LAD.nrrd", self.series, 130)

    def _labels(self) -> np.ndarray:
        labels = np.zeros(self.shape, np.uint8)
        labels[2:4, 10:13, 20:24] = 2
        return labels

    @pytest.mark.parametrize(("sine", "code"), [(0.0009, ""), (0.0011, "lesions.turned")])
    def test_axes_may_turn_by_a_thousandth(self, tmp_path: Path, sine: float, code: str) -> None:
        angle = math.asin(sine)
        row = (math.cos(angle), math.sin(angle), 0.0)
        column = (-math.sin(angle), math.cos(angle), 0.0)
        # 0.3 voxels beside the grid of the series, so that it is another one
        other = grid(*self.shape, (1.0, 1.0), 1.0, (row, column), (23.5, 19.5, 3.8))
        if not code:
            said = [one.code for one in self._read(tmp_path, self._labels(), other).remarks]
            assert "lesions.resampled" in said
            return
        with pytest.raises(InputRefused) as refusal:
            self._read(tmp_path, self._labels(), other)
        assert _code(refusal) == code

    @pytest.mark.parametrize(("first", "code"), [(-0.49, ""), (-0.51, "lesions.reach_outside")])
    def test_marks_of_another_grid_may_reach_half_a_voxel_beyond(self, tmp_path: Path, first: float, code: str) -> None:
        other = replace(self.series.geometry, spacing_mm=(1.0, 1.0, 1.1), origin_lps_mm=(first, 0.0, 0.0))
        labels = np.zeros(self.shape, np.uint8)
        labels[2:4, 10:13, 0:4] = 2
        if not code:
            assert self._read(tmp_path, labels, other).labels.any()
            return
        with pytest.raises(InputRefused) as refusal:
            self._read(tmp_path, labels, other)
        assert _code(refusal) == code

    @pytest.mark.parametrize(("value", "shared"), [(129, False), (130, True)])
    def test_two_territories_may_share_what_cannot_count(self, value: int, shared: bool) -> None:
        series = CTSeries(np.full(self.shape, value, np.int16), self.series.geometry)
        masks = [np.zeros(self.shape, bool) for _ in range(2)]
        masks[0][2, 5, 5:8] = True
        masks[1][2, 5, 7:9] = True
        layers = [
            Layer(series.geometry, (0, 0, 0), mask * np.uint8(BY_KEY[key].label))
            for key, mask in zip(("LAD", "RCA"), masks, strict=True)
        ]
        if shared:
            with pytest.raises(InputRefused) as refusal:
                place_layers(layers, series, 130, "a.dcm", same_frame=True)
            assert refusal.value.remarks[0].values == {"voxels": 1, "first": "LAD", "second": "RCA", "file": "a.dcm"}
            return
        lesions = place_layers(layers, series, 130, "a.dcm", same_frame=True)
        assert lesions.labels.tolist() == [[[2, 2, 2, 4]]]


def test_a_name_of_a_hundred_signs_is_shown_whole_and_a_longer_one_is_cut() -> None:
    assert shown("x" * 100) == "x" * 100
    assert shown("x" * 101) == "x" * 97 + "..."


def test_the_territories_that_count_are_those_of_the_rules() -> None:
    """Expected scores of phantoms follow the table; this holds the table itself (Hecht 2018: LM, LAD, LCX, RCA)."""
    vessels = {territory.key: territory.vessel for territory in TERRITORIES if territory.counts}
    assert vessels == {"LM": "LM", "LAD": "LAD", "LCX": "LCX", "RCA": "RCA", "PDA": "RCA", "CORONARY": None}
