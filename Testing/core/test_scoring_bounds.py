"""Every bound of the scoring rules: one case just inside, one just outside, by hand."""

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from SmartScoreLib.lesions.clicking import click
from SmartScoreLib.lesions.components import find_candidates
from SmartScoreLib.lesions.growing import nearest_calcium
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.phantom.standard import grid
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Severity
from SmartScoreLib.scoring import measure, rounding
from SmartScoreLib.scoring.calibration import Roi, mass_factor, mean_hu
from SmartScoreLib.scoring.columns import MEASURES, SCORE_COLUMNS
from SmartScoreLib.scoring.isotropic import isotropic_counts
from SmartScoreLib.scoring.measure import marked_voxels, score_lesions
from SmartScoreLib.scoring.model import ScoreSheet, TerritoryScore
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.scoring.rules import density_weights, large_enough
from SmartScoreLib.scoring.score import branches, score, vessel_scores
from SmartScoreLib.series.model import CTSeries

AXIAL = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0))


def _score(hu: np.ndarray, labels: Any = None, pixel: tuple[float, float] = (0.5, 0.5), **rules: Any) -> ScoreSheet:
    """3 mm slices; all voxels are marked LAD unless labels are given."""
    labels = np.full(hu.shape, BY_KEY["LAD"].label) if labels is None else labels
    geometry = grid(*hu.shape, pixel, 3.0, AXIAL)
    return score(hu, LesionMap(geometry, (0, 0, 0), labels.astype(np.uint8)), replace(DEFAULT_PROTOCOL, **rules))


class TestWhatCounts:
    @pytest.mark.parametrize(
        ("short_of", "counts"),
        [(-1e-9, True), (0.0, True), (0.999e-9, True), (1e-9, True), (1.001e-9, False), (1e-6, False)],
    )
    def test_an_area_may_miss_the_minimum_by_one_part_in_a_billion(self, short_of: float, counts: bool) -> None:
        for minimum in (0.5, 1.0, 20.0):
            rules = replace(DEFAULT_PROTOCOL, minimum_area_mm2=minimum)
            assert large_enough(np.array([minimum * (1 - short_of)]), np.array([4]), rules).tolist() == [counts]

    @pytest.mark.parametrize(
        ("more", "counts"),
        [(-1e-6, False), (0.0, False), (0.999e-9, False), (1e-9, False), (1.001e-9, True), (1e-6, True)],
    )
    def test_an_area_that_must_exceed_does_so_by_more_than_one_part_in_a_billion(
        self, more: float, counts: bool
    ) -> None:
        for minimum in (0.5, 1.0, 20.0):
            rules = replace(DEFAULT_PROTOCOL, minimum_area_mm2=minimum, area_must_exceed=True)
            assert large_enough(np.array([minimum * (1 + more)]), np.array([4]), rules).tolist() == [counts]

    def test_the_smallest_number_of_voxels_counts_and_one_less_does_not(self) -> None:
        rules = replace(DEFAULT_PROTOCOL, minimum_voxels=3)
        assert large_enough(np.full(3, 5.0), np.array([2, 3, 4]), rules).tolist() == [False, True, True]

    def test_area_and_voxels_must_both_be_large_enough(self) -> None:
        rules = replace(DEFAULT_PROTOCOL, minimum_voxels=3)
        areas, voxels = np.array([0.5, 5.0, 5.0]), np.array([3, 2, 3])
        assert large_enough(areas, voxels, rules).tolist() == [False, False, True]

    @pytest.mark.parametrize(("value", "agatston"), [(129.999, 0), (130.0, 1), (130.001, 1)])
    def test_the_threshold_itself_is_the_least_value_that_counts(self, value: float, agatston: float) -> None:
        assert _score(np.full((1, 2, 2), value, np.float32)).total.agatston == pytest.approx(agatston)

    @pytest.mark.parametrize(
        ("peak", "weight"),
        [(100, 1), (130, 1), (199.999, 1), (200, 2), (299.999, 2), (300, 3), (399.999, 3), (400, 4), (4000, 4)],
    )
    def test_a_weight_begins_at_its_start(self, peak: float, weight: int) -> None:
        assert density_weights(np.array([peak]), DEFAULT_PROTOCOL).tolist() == [weight]


class TestFractions:
    """Of a slope of 0.1, 1307 stored is 130.7 HU: 130.69999695 in float32, in which volumes with fractions are."""

    @pytest.mark.parametrize(("stored", "taken"), [(1307, True), (1306, False)])
    def test_a_click_and_the_score_take_the_same_voxels_at_the_threshold(self, stored: int, taken: bool) -> None:
        hu = np.full((3, 6, 6), 40, np.float32)
        hu[1, 2:4, 2:4] = stored * 0.1  # 1 mm2
        series = CTSeries(hu, grid(3, 6, 6, (0.5, 0.5), 3.0, AXIAL))
        at = tuple(series.geometry.lps_mm((1, 2, 2)).tolist())
        rules = replace(DEFAULT_PROTOCOL, threshold_hu=130.7)
        assert (nearest_calcium(hu, series.geometry, (1, 2, 2), 130.7) is not None) is taken
        assert len(find_candidates(hu, series.geometry, 130.7)) == taken
        if taken:
            marks = click(series, None, at, "LAD", threshold_hu=130.7)
        else:
            with pytest.raises(InputRefused):
                click(series, None, at, "LAD", threshold_hu=130.7)
            marks = click(series, None, at, "LAD", threshold_hu=130.0)
        assert np.count_nonzero(marks.labels) == 4
        for values in (hu, np.round(hu.astype(np.float64), 4)):  # the same volume in float64 scores the same
            assert score(values, marks, rules).total.agatston == pytest.approx(1 if taken else 0)

    def test_a_peak_at_the_start_of_a_weight_has_it(self) -> None:
        weights = (130.0, 200.7, 300.0, 400.0)
        for stored, weight in ((2007, 2), (2006, 1)):
            value = np.float32(stored * 0.1)
            assert _score(np.full((1, 2, 2), value), weight_starts_hu=weights).total.agatston == pytest.approx(weight)

    def test_a_neighbor_at_the_threshold_ends_an_isotropic_lesion_half_way(self) -> None:
        # As for whole numbers: the neighbor reaches 130.7, so that thin slices within it are its own.
        hu = np.array([130.7, 1000, 130.7], np.float32).reshape(3, 1, 1)
        marks = LesionMap(grid(3, 1, 1, (1.0, 1.0), 3.0, AXIAL), (1, 0, 0), np.full((1, 1, 1), 2, np.uint8))
        rules = replace(DEFAULT_PROTOCOL, threshold_hu=130.7, minimum_area_mm2=0.0, volume_method="isotropic")
        assert score(hu, marks, rules).total.volume_mm3 == pytest.approx(3)

    def test_whole_numbers_meet_a_threshold_between_them_as_it_is(self) -> None:
        for value, counted in ((130, 0), (131, 1)):
            assert _score(np.full((1, 2, 2), value, np.int16), threshold_hu=130.7).total.agatston == counted


class TestIsotropicIsSaidOnlyWhereItInterpolates:
    @pytest.mark.parametrize(("pixel", "measured"), [(2.02, "plain"), (1.98, "isotropic")])
    def test_slices_nearer_than_one_and_a_half_pixels_are_plain(self, pixel: float, measured: str) -> None:
        hu = np.full((3, 2, 2), -50, np.int16)
        hu[1] = 1000
        sheet = _score(hu, pixel=(pixel, pixel), volume_method="isotropic")
        plain = _score(hu, pixel=(pixel, pixel)).total.volume_mm3
        assert sheet.volume_measured == measured
        assert (sheet.total.volume_mm3 == pytest.approx(plain)) is (measured == "plain")
        said = {"plain": "scoring.nothing_to_interpolate", "isotropic": "scoring.isotropic"}[measured]
        assert [one.code for one in sheet.remarks] == [said]

    def test_plain_rules_say_nothing_of_it(self) -> None:
        sheet = _score(np.full((3, 2, 2), 200, np.int16))
        assert (sheet.volume_measured, sheet.remarks) == ("plain", ())


class TestPixels:
    def test_a_component_carries_its_counted_voxels_in_the_slice_of_the_whole_volume(self) -> None:
        hu = np.full((5, 9, 9), -50, np.int16)
        hu[3, 4, 5:8] = 150
        hu[3, 5, 4] = 260  # touches by a corner
        hu[3, 8, 0] = 900  # too small to count
        hu[4, 1:3, 1:3] = 150
        box = np.full((2, 8, 9), BY_KEY["RCA"].label, np.uint8)
        geometry = grid(5, 9, 9, (0.5, 0.5), 3.0, AXIAL)
        sheet = score(hu, LesionMap(geometry, (3, 1, 0), box), DEFAULT_PROTOCOL)
        lower, upper = (lesion.components[0] for lesion in sheet.lesions)
        assert (lower.territory, lower.slice_index, lower.voxels) == ("RCA", 3, 4)
        assert lower.pixels.tolist() == [[4, 5], [4, 6], [4, 7], [5, 4]]
        assert (upper.slice_index, upper.pixels.tolist()) == (4, [[1, 1], [1, 2], [2, 1], [2, 2]])
        assert lower.pixels.dtype == np.int32
        assert not lower.pixels.flags.writeable
        assert sheet.slices == (3, 4)

    def test_components_of_one_lesion_and_slice_have_their_own(self) -> None:
        hu = np.full((2, 4, 8), 150, np.int16)
        hu[0, :, 3:5] = -50  # two legs below, joined above
        (lesion,) = _score(hu).lesions
        left, right, above = lesion.components
        assert [(one.slice_index, one.voxels) for one in lesion.components] == [(0, 12), (0, 12), (1, 32)]
        assert left.pixels.tolist() == [[row, column] for row in range(4) for column in range(3)]
        assert right.pixels.tolist() == [[row, column] for row in range(4) for column in (5, 6, 7)]
        assert above.pixels.tolist() == [[row, column] for row in range(4) for column in range(8)]
        assert lesion.slices == (0, 1)

    def test_two_territories_that_touch_share_none(self) -> None:
        hu = np.full((1, 2, 4), 150, np.int16)
        labels = np.array([[[1, 1, 2, 2], [1, 1, 1, 2]]])
        lm, lad = _score(hu, labels, minimum_area_mm2=0.0).lesions
        assert lm.components[0].pixels.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1], [1, 2]]
        assert lad.components[0].pixels.tolist() == [[0, 2], [0, 3], [1, 3]]

    def test_the_peak_of_a_lesion_is_the_place_of_its_greatest_counted_value(self) -> None:
        hu = np.full((2, 4, 4), 150, np.int16)
        hu[0, 1, 2] = 333
        hu[1] = -50
        hu[1, 0, 0] = 900  # of the same piece, too small to count
        (lesion,) = _score(hu).lesions
        assert (lesion.peak_hu, lesion.peak_index) == (333, (0, 1, 2))


def test_lesions_are_ordered_by_their_first_part_that_counts() -> None:
    # One piece begins lower, but what of it counts lies above the other.
    hu = np.full((4, 4, 12), -50, np.int16)
    hu[0, 1, 1] = 300
    hu[1, 1, 1] = 300
    hu[2, 0:2, 0:2] = 300
    hu[1, 0:2, 8:10] = 200
    first, second = score_lesions(
        hu,
        LesionMap(grid(4, 4, 12, (0.5, 0.5), 3.0, AXIAL), (0, 0, 0), np.full(hu.shape, 2, np.uint8)),
        DEFAULT_PROTOCOL,
    )
    assert [(one.peak_hu, one.slices) for one in (first, second)] == [(200, (1,)), (300, (2,))]


@pytest.mark.parametrize("size", [1, 7, 8, 9, 15, 16, 17])
def test_marks_are_found_in_boxes_of_any_number_of_voxels(size: int) -> None:
    labels = np.zeros((1, 1, size), np.uint8)
    labels[0, 0, 0], labels[0, 0, -1] = 9, 2
    found = marked_voxels(LesionMap(grid(1, 1, size, (1.0, 1.0), 3.0, AXIAL), (0, 0, 0), labels))
    assert found.flat.tolist() == ([0] if size == 1 else [0, size - 1])
    assert found.label.tolist() == ([2] if size == 1 else [9, 2])
    assert found.territories == (("LAD",) if size == 1 else ("LAD", "OTHER"))


def test_a_box_may_touch_the_ends_of_the_volume_and_not_cross_them() -> None:
    geometry = grid(4, 5, 6, (1.0, 1.0), 3.0, AXIAL)
    labels = np.full((2, 2, 2), 2, np.uint8)
    for corner in ((0, 0, 0), (2, 3, 4)):
        assert len(marked_voxels(LesionMap(geometry, corner, labels)).flat) == 8
    for corner in ((-1, 0, 0), (0, -1, 0), (0, 0, -1), (3, 3, 4), (2, 4, 4), (2, 3, 5)):
        with pytest.raises(ValueError, match="inside"):
            marked_voxels(LesionMap(geometry, corner, labels))


class TestIsotropic:
    def _counts(self, values: list[float], spacing: float = 3.0, pixel: tuple[float, float] = (1.0, 1.0)) -> Any:
        """Of the middle one of a column of three voxels."""
        hu = np.array(values).reshape(3, 1, 1)
        index, middle = np.array([[1, 0, 0]]), np.array(values[1:2])
        counts, parts = isotropic_counts(hu, index, middle, 130.0, grid(3, 1, 1, pixel, spacing, AXIAL))
        return int(counts[0]), parts

    @pytest.mark.parametrize(("below", "counted"), [(0.0, 3), (0.999e-6, 3), (1.001e-6, 1), (0.1, 1)])
    def test_an_interpolated_value_may_miss_the_threshold_by_a_millionth(self, below: float, counted: int) -> None:
        # 2/3 x 200 + 1/3 x (-10 - 3 below) = 130 - below; at 2/3 of the way there are 60 HU.
        other = -10 - 3 * below
        assert self._counts([other, 200.0, other]) == (counted, 3)

    def test_a_value_that_misses_it_by_just_a_millionth_still_reaches_it(self) -> None:
        value = 130.0 - 1e-6
        assert self._counts([value, value, value], spacing=2.0) == (4, 2)

    def test_the_neighbor_is_the_voxel_of_the_same_row_and_column(self) -> None:
        hu = np.full((3, 2, 3), 500.0)
        hu[[0, 2], 0, 1] = -20.0
        index, geometry = np.array([[1, 0, 1], [1, 1, 2]]), grid(3, 2, 3, (1.0, 1.0), 3.0, AXIAL)
        # 1000 HU reaches into its neighbors of -20 HU, and shares the way to those of 500 HU.
        counts, _ = isotropic_counts(hu, index, np.array([1000.0, 1000.0]), 130.0, geometry)
        assert counts.tolist() == [5, 3]

    @pytest.mark.parametrize(("other", "counted"), [(129.999, 5), (130.0, 3)])
    def test_a_neighbor_at_the_threshold_ends_the_lesion_half_way(self, other: float, counted: int) -> None:
        assert self._counts([other, 1000.0, other]) == (counted, 3)

    @pytest.mark.parametrize(
        ("spacing", "pixel", "parts"),
        [
            (3.0, (0.4, 0.6), 6),  # the mean of both sides: one side alone would give 8 or 5
            (3.0, (0.6, 0.4), 6),
            (1.49, (1.0, 1.0), 1),
            (1.51, (1.0, 1.0), 2),
            (0.49, (1.0, 1.0), 1),
        ],
    )
    def test_a_slice_is_divided_by_the_mean_side_of_a_pixel(
        self, spacing: float, pixel: tuple[float, float], parts: int
    ) -> None:
        assert self._counts([500.0, 500.0, 500.0], spacing, pixel) == (parts, parts)

    def test_each_thin_slice_has_the_value_at_its_own_height(self) -> None:
        # Six parts at 1/12, 3/12, 5/12 of the spacing and, beyond the middle, at 7/12, 9/12, 11/12: 600 HU falling
        # to 0 is 550, 450, 350, 250, 150 and 50 HU there.
        assert self._counts([0.0, 600.0, 0.0], 3.0, (0.5, 0.5)) == (10, 6)
        assert self._counts([0.0, 600.0, 600.0], 3.0, (0.5, 0.5)) == (5 + 3, 6)
        assert self._counts([600.0, 600.0, 0.0], 3.0, (0.5, 0.5)) == (5 + 3, 6)


class TestTotal:
    @pytest.mark.parametrize(("threshold", "remarked"), [(129.999, True), (130.0, False), (130.001, True)])
    def test_any_threshold_but_130_is_remarked(self, threshold: float, remarked: bool) -> None:
        sheet = _score(np.full((1, 4, 4), 200, np.int16), threshold_hu=threshold)
        expected = remark("scoring.threshold", threshold_hu=threshold, standard_hu=130.0)
        assert expected.severity == Severity.LIMITS
        assert sheet.remarks == ((expected,) if remarked else ())

    @pytest.mark.parametrize(
        ("territory", "spacing", "thin"),
        [("AV", 2.499, True), ("AV", 2.5, False), ("AV", 3.0, False), ("LAD", 1.0, False), ("MV", 1.0, False)],
    )
    def test_slices_less_than_2_5_mm_apart_limit_the_score_of_an_aortic_valve_alone(
        self, territory: str, spacing: float, thin: bool
    ) -> None:
        hu = np.full((2, 4, 4), 200, np.int16)
        labels = np.full(hu.shape, BY_KEY[territory].label, np.uint8)
        marks = LesionMap(grid(2, 4, 4, (3.0, 3.0), spacing, AXIAL), (0, 0, 0), labels)
        said = [one for one in score(hu, marks, DEFAULT_PROTOCOL).remarks if one.code == "scoring.valve_thin"]
        assert said == ([remark("scoring.valve_thin", spacing_mm=spacing)] if thin else [])

    def test_a_program_s_marks_are_a_result_only_where_they_hold_coronary_calcium(self) -> None:
        hu = np.full((1, 4, 4), 200, np.int16)
        for territory, reviewed, result in (
            ("LAD", False, True),
            ("AORTA", False, False),
            ("LAD", True, True),
            ("AORTA", True, False),
        ):
            marks = LesionMap(
                grid(1, 4, 4, (0.5, 0.5), 3.0, AXIAL), (0, 0, 0), np.full((1, 4, 4), BY_KEY[territory].label, np.uint8)
            )
            sheet = score(hu, replace(marks, reviewed=reviewed), DEFAULT_PROTOCOL)
            assert sheet.is_result(sheet.total) is result, (territory, reviewed)
            assert all(sheet.is_result(one) is (result or not one.counts) for one in sheet.territories)

    def test_a_vessel_is_counted_as_soon_as_anything_of_it_scores(self) -> None:
        # 1 voxel of 0.0001 mm2
        hu = np.full((1, 1, 1), 130, np.int16)
        total = _score(hu, pixel=(0.01, 0.01), minimum_area_mm2=0.0).total
        assert total.agatston == pytest.approx(0.0001)
        assert (total.vessels, total.diffusivity) == (1, 0)
        assert total.density_score == pytest.approx(1)

    def test_each_territory_adds_to_the_vessel_that_the_table_names(self) -> None:
        scores = [
            TerritoryScore(key, agatston, 0.0, None, 1, BY_KEY[key].counts)
            for key, agatston in (("LM", 1.0), ("LAD", 2.0), ("RCA", 4.0), ("PDA", 8.0), ("AORTA", 16.0))
        ]
        assert vessel_scores(scores) == {"LM": 1.0, "LAD": 2.0, "LCX": 0.0, "RCA": 12.0}

    def test_the_mass_of_the_total_is_that_of_the_coronaries(self) -> None:
        hu = np.full((2, 2, 2), 200, np.int16)
        labels = np.full(hu.shape, BY_KEY["LAD"].label)
        labels[1] = BY_KEY["AORTA"].label
        # 4 voxels of 0.75 mm3 and 200 HU each
        sheet = _score(hu, labels, mass_factor=0.001)
        assert sheet.total.mass_mg == pytest.approx(0.6)
        assert [t.mass_mg for t in sheet.territories if t.mass_mg] == pytest.approx([0.6, 0.6])


class TestCalibration:
    # Rows are 1.25 mm apart and columns 0.5 mm; a radius of 2 mm is 1.6 rows and 4 columns.
    geometry = grid(3, 9, 12, (1.25, 0.5), 3.0, AXIAL)
    hu = np.arange(3 * 9 * 12).reshape(3, 9, 12)

    def _mean(self, at: tuple[float, float, float], radius: float = 2.0, beside: int = 0, hu: Any = None) -> float:
        x, y, z = self.geometry.lps_mm(at).tolist()
        return mean_hu(self.hu if hu is None else hu, self.geometry, Roi((x, y, z), radius, beside))

    @pytest.mark.parametrize(
        ("inside", "outside"),
        [
            ((1, 0.61, 5), (1, 0.59, 5)),
            ((1, 7.39, 5), (1, 7.41, 5)),
            ((1, 4, 3.01), (1, 4, 2.99)),
            ((1, 4, 7.99), (1, 4, 8.01)),
        ],
    )
    def test_a_circle_may_reach_the_edge_of_the_images_and_not_beyond(self, inside: Any, outside: Any) -> None:
        self._mean(inside)
        with pytest.raises(InputRefused) as caught:
            self._mean(outside)
        assert [one.code for one in caught.value.remarks] == ["scoring.region_outside"]

    def test_the_slices_beside_must_be_in_the_images_too(self) -> None:
        # Mean of the voxel of the middle slice; the slices are 108 apart.
        at = 108 + 4 * 12 + 6
        assert self._mean((1, 4, 6), 0.2, 0) == self._mean((1, 4, 6), 0.2, 1) == at
        for middle in (0, 2):
            assert self._mean((middle, 4, 6), 0.2, 0) == at + 108 * (middle - 1)
            with pytest.raises(InputRefused, match="reaches outside"):
                self._mean((middle, 4, 6), 0.2, 1)

    def test_the_middle_slice_is_the_nearest(self) -> None:
        assert self._mean((0.499, 4, 6), 0.2) == 4 * 12 + 6
        assert self._mean((0.501, 4, 6), 0.2) == 108 + 4 * 12 + 6

    def test_a_voxel_belongs_to_the_circle_up_to_its_radius(self) -> None:
        hu = np.zeros((3, 9, 12))
        hu[1, 4, 7] = 3  # 0.5 mm away, one of three columns
        hu[1, 5, 6] = 21  # 1.25 mm away; the circle holds five columns then, and one voxel above and below
        assert self._mean((1, 4, 6), 0.499, hu=hu) == 0
        assert self._mean((1, 4, 6), 0.501, hu=hu) == pytest.approx(3 / 3)
        assert self._mean((1, 4, 6), 1.249, hu=hu) == pytest.approx(3 / 5)
        assert self._mean((1, 4, 6), 1.251, hu=hu) == pytest.approx((3 + 21) / 7)

    def test_a_circle_between_the_voxels_is_refused(self) -> None:
        with pytest.raises(InputRefused) as caught:
            self._mean((1, 4.5, 6.5), 0.2)
        assert [one.code for one in caught.value.remarks] == ["scoring.region_too_small"]
        assert "is smaller than a pixel; make it larger." in caught.value.reasons[0]

    def test_its_place_is_named_in_millimeters(self) -> None:
        with pytest.raises(InputRefused) as caught:
            mean_hu(self.hu, self.geometry, Roi((1.5, -2000.0, 3.0), 2.0))
        assert caught.value.reasons == (
            "The calibration region around (1.5, -2000, 3) mm reaches outside the images; move it inwards.",
        )

    def test_water_is_0_hu_unless_it_is_measured(self) -> None:
        assert mass_factor(200.0, 250.0) == pytest.approx(0.2 / 250)

    @pytest.mark.parametrize("concentration", [0.0, -1.0, math.nan, math.inf])
    def test_a_concentration_is_a_number_above_zero(self, concentration: float) -> None:
        assert mass_factor(1e-6, 1000.0, 0.0) == pytest.approx(1e-12)
        with pytest.raises(InputRefused) as caught:
            mass_factor(concentration, 200.0, 0.0)
        assert caught.value.reasons == (f"A calibration concentration of {concentration:g} mg/cm3 makes no sense.",)

    @pytest.mark.parametrize(("calcium", "water"), [(10.0, 10.0), (9.999, 10.0), (math.nan, 0.0), (math.inf, 0.0)])
    def test_calcium_is_denser_than_water(self, calcium: float, water: float) -> None:
        assert mass_factor(200.0, 10.001, 10.0) == pytest.approx(200.0, rel=1e-6)
        with pytest.raises(InputRefused) as caught:
            mass_factor(200.0, calcium, water)
        assert caught.value.reasons == (
            f"The calibration insert ({calcium:g} HU) is not denser than water ({water:g} HU); check the regions.",
        )


class TestColumns:
    def test_a_score_table_has_lesions_agatston_volume_and_mass(self) -> None:
        assert [(c.key, c.unit, c.symbol) for c in SCORE_COLUMNS] == [
            ("lesions", "", ""), ("agatston", "", ""), ("volume_mm3", "mm3", "mm³"), ("mass_mg", "mg", "mg"),
        ]  # fmt: skip
        assert SCORE_COLUMNS[1:] == MEASURES

    def test_each_is_rounded_by_its_own_rule_and_absent_is_not_zero(self) -> None:
        row = TerritoryScore("LAD", 0.4, 12.5, None, 3, True)
        assert [column.text(row, absent="n/a") for column in SCORE_COLUMNS] == ["3", "<1", "13", "n/a"]
        assert [column.value(row) for column in SCORE_COLUMNS] == [3, 0.4, 12.5, None]
        weighed = replace(row, mass_mg=0.0, agatston=0.0, lesions=0)
        assert [column.text(weighed) for column in SCORE_COLUMNS] == ["0", "0", "13", "0.0"]
        assert SCORE_COLUMNS[3].text(row) == ""


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [(0.0, 1, "0.0"), (1e-12, 1, "<0.1"), (0.0499, 1, "<0.1"), (0.05, 1, "0.1"), (0.005, 2, "0.01"), (0.499, 0, "<1")],
)
def test_what_is_more_than_zero_never_reads_zero(value: float, decimals: int, text: str) -> None:
    assert rounding.text(value, decimals) == text


@pytest.mark.parametrize(
    ("value", "whole"), [(0.4999, 0), (0.5, 1), (1.5, 2), (2.5, 3), (0.49999999999999994, 0), (-0.5, -1), (-0.49, 0)]
)
def test_a_half_goes_away_from_zero(value: float, whole: int) -> None:
    assert rounding.whole(value) == whole
    assert rounding.half_up(value) == whole


def test_a_single_left_main_voxel_at_the_start_of_eight_is_found() -> None:
    # Eight bytes that read as the number 1: they are not the same as eight empty ones, nor to be passed over.
    labels = np.zeros((1, 1, 24), np.uint8)
    labels[0, 0, 8] = 1
    found = marked_voxels(LesionMap(grid(1, 1, 24, (1.0, 1.0), 3.0, AXIAL), (0, 0, 0), labels))
    assert found.flat.tolist() == [8]


class TestWhatIsKnown:
    def _sheet(self, **agatston: float) -> ScoreSheet:
        """One voxel column a territory, as large as its Agatston score in mm2 at weight 1."""
        hu = np.full((1, 4, 4 * max(len(agatston), 1)), 0, np.int16)
        labels = np.zeros(hu.shape, np.uint8)
        for place, key in enumerate(agatston):
            hu[0, 0:2, 4 * place : 4 * place + 2] = 150
            labels[0, 0:2, 4 * place : 4 * place + 2] = BY_KEY[key].label
        return _score(hu, labels, pixel=(0.35, 0.35), minimum_area_mm2=0.1)

    def test_of_what_was_not_read_only_what_lies_outside_of_the_coronary_arteries_is_a_result(self) -> None:
        sheet = self._sheet(AORTA=0.49)
        assert sheet.status == "not_read"
        rows = {one.key: one for one in sheet.territories}
        assert sheet.is_result(rows["AORTA"])
        assert not sheet.is_result(rows["LAD"])
        assert not sheet.is_result(sheet.total)

    def test_a_branch_is_counted_with_its_vessel_from_the_first_calcium_on(self) -> None:
        assert branches(self._sheet(LAD=0.49)) == []
        sheet = self._sheet(PDA=0.49, LAD=0.49)
        assert 0 < {one.key: one.agatston for one in sheet.territories}["PDA"] < 1
        assert branches(sheet) == [("PDA", "RCA")]

    def test_the_least_calcium_of_no_known_vessel_leaves_the_number_of_vessels_unknown(self) -> None:
        sheet = self._sheet(CORONARY=0.49, LAD=0.49)
        assert 0 < sheet.total.agatston < 1
        assert sheet.total.vessels is None
        assert self._sheet(LAD=0.49).total.vessels == 1

    def test_lesions_after_one_that_was_not_asked_for_are_scored(self) -> None:
        hu = np.full((2, 4, 8), 0, np.int16)
        labels = np.zeros(hu.shape, np.uint8)
        hu[0, 0:2, 0:2], labels[0, 0:2, 0:2] = 150, BY_KEY["LM"].label
        hu[1, 0:2, 4:6], labels[1, 0:2, 4:6] = 150, BY_KEY["LAD"].label
        lesions = LesionMap(grid(*hu.shape, (1.0, 1.0), 3.0, AXIAL), (0, 0, 0), labels)
        assert [one.territory for one in score_lesions(hu, lesions, DEFAULT_PROTOCOL, {"LAD"})] == ["LAD"]

    def test_marks_are_found_wherever_they_lie_in_a_large_box(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(measure, "_PIECE", 2)
        labels = np.zeros((1, 8, 8), np.uint8)
        labels[0, [0, 3, 7], [1, 5, 7]] = BY_KEY["LAD"].label
        lesions = LesionMap(grid(1, 8, 8, (1.0, 1.0), 3.0, AXIAL), (0, 0, 0), labels)
        assert marked_voxels(lesions).flat.tolist() == [1, 29, 63]
