"""Isotropic volume, mass and its calibration, by hand arithmetic."""

from dataclasses import replace

import numpy as np
import pytest

from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.phantom.standard import grid
from SmartScoreLib.remarks.errors import InputRefused, WrongUsage
from SmartScoreLib.scoring.calibration import Roi, mass_factor, mean_hu, measure_factor
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL, PRESETS, customize
from SmartScoreLib.scoring.score import score

AXIAL = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0))
ISOTROPIC = replace(DEFAULT_PROTOCOL, volume_method="isotropic", minimum_area_mm2=0.0)


def _column(values: list[float], marked: list[int], spacing: float, pixel: float = 1.0) -> float:
    """Isotropic volume of one column of voxels of 1 mm2, slices from the bottom, labels as given."""
    hu = np.array(values, np.float32).reshape(-1, 1, 1)
    geometry = grid(*hu.shape, (pixel, pixel), spacing, AXIAL)
    labels = np.array(marked, np.uint8).reshape(hu.shape)
    return score(hu, LesionMap(geometry, (0, 0, 0), labels), ISOTROPIC).total.volume_mm3


class TestIsotropicVolume:
    def test_cubes_are_their_own_volume(self) -> None:
        assert _column([-50, 300, -50], [0, 2, 0], spacing=1.0) == pytest.approx(1)

    def test_a_dense_slice_reaches_into_its_neighbors(self) -> None:
        # 3 mm slices of 1 mm pixels: thin slices at 0, 1/3, 2/3 towards a neighbor of -20 HU.
        # 1000 HU: 660 at 1/3, 320 at 2/3, both count, on both sides: 1 + 2 + 2 thin slices of 1 mm3
        assert _column([-20, 1000, -20], [0, 2, 0], spacing=3.0) == pytest.approx(5)
        # 430 HU: 280 at 1/3, 130 at 2/3 counts (at the threshold): 5 as well; 429 HU: 129.33, so 3
        assert _column([-20, 430, -20], [0, 2, 0], spacing=3.0) == pytest.approx(5)
        assert _column([-20, 429, -20], [0, 2, 0], spacing=3.0) == pytest.approx(3)

    def test_a_faint_slice_keeps_only_its_middle(self) -> None:
        # 150 HU between -20: 93 at 1/3
        assert _column([-20, 150, -20], [0, 2, 0], spacing=3.0) == pytest.approx(1)

    def test_between_two_marked_slices_nothing_is_counted_twice_or_lost(self) -> None:
        assert _column([-50, 200, 200, -50], [0, 2, 2, 0], spacing=3.0) == pytest.approx(
            # inwards 1 thin slice each; outwards 200 -> 116.7 at 1/3 does not count; two middles
            1 + 1 + 1 + 1
        )

    def test_an_even_number_of_thin_slices_has_none_at_the_center(self) -> None:
        # 2 mm of 1 mm pixels: thin slices at 1/4 and 3/4. 300 -> 212.5 and 37.5
        assert _column([-50, 300, -50], [0, 2, 0], spacing=2.0) == pytest.approx(2)

    def test_the_ends_of_the_volume_are_continued(self) -> None:
        assert _column([300], [2], spacing=3.0) == pytest.approx(3)

    def test_a_neighbor_that_is_calcium_of_another_territory_or_unmarked_ends_the_lesion_half_way(self) -> None:
        # LAD below, aorta above: LAD has its own three thin slices only
        assert _column([300, 300], [2, 6], spacing=3.0) == pytest.approx(3)
        assert _column([300, 300], [2, 0], spacing=3.0) == pytest.approx(3)

    def test_slices_thinner_than_a_pixel_are_not_divided(self) -> None:
        assert _column([-50, 300, 300, -50], [0, 2, 2, 0], spacing=0.5, pixel=1.0) == pytest.approx(1)

    def test_agatston_and_mass_are_those_of_the_plain_voxels(self) -> None:
        hu = np.full((3, 4, 4), -20, np.int16)
        hu[1] = 1000
        marks = LesionMap(grid(3, 4, 4, (1.0, 1.0), 3.0, AXIAL), (1, 0, 0), np.full((1, 4, 4), 2, np.uint8))
        plain = score(hu, marks, customize(DEFAULT_PROTOCOL, mass_factor=0.001)).total
        thin = score(hu, marks, customize(DEFAULT_PROTOCOL, mass_factor=0.001, volume_method="isotropic")).total
        assert (thin.agatston, thin.mass_mg, thin.density_score) == (plain.agatston, plain.mass_mg, plain.density_score)
        assert (plain.volume_mm3, thin.volume_mm3) == (pytest.approx(48), pytest.approx(80))

    def test_turning_the_volume_upside_down_changes_nothing(self) -> None:
        random = np.random.default_rng(4)
        hu = random.integers(-50, 500, (7, 6, 6)).astype(np.int16)
        labels = random.choice(np.array([0, 2, 2, 4], np.uint8), hu.shape)
        geometry = grid(*hu.shape, (0.6, 0.6), 3.0, AXIAL)
        volumes = [
            [t.volume_mm3 for t in score(hu[::s], LesionMap(geometry, (0, 0, 0), labels[::s]), ISOTROPIC).territories]
            for s in (1, -1)
        ]
        assert volumes[0] == pytest.approx(volumes[1])
        assert sum(volumes[0]) > 0


class TestMass:
    def test_mass_is_volume_times_mean_times_factor(self) -> None:
        hu = np.full((1, 4, 4), -20, np.int16)
        hu[0, 1:3, 1:3] = [[200, 300], [400, 500]]
        marks = LesionMap(grid(1, 4, 4, (1.0, 0.5), 3.0, AXIAL), (0, 0, 0), np.full((1, 4, 4), 2, np.uint8))
        total = score(hu, marks, replace(DEFAULT_PROTOCOL, mass_factor=0.00075)).total
        # 4 voxels of 1.5 mm3, mean 350 HU
        assert total.mass_mg == pytest.approx(6 * 350 * 0.00075)

    def test_without_a_factor_mass_is_absent_and_never_zero(self) -> None:
        hu = np.full((1, 4, 4), 300, np.int16)
        marks = LesionMap(grid(1, 4, 4, (1.0, 1.0), 3.0, AXIAL), (0, 0, 0), np.full((1, 4, 4), 2, np.uint8))
        sheet = score(hu, marks, DEFAULT_PROTOCOL)
        assert sheet.total.mass_mg is None
        assert {t.mass_mg for t in sheet.territories} == {None}
        assert sheet.lesions[0].mass_mg is None

    def test_with_a_factor_no_calcium_is_zero_mass(self) -> None:
        hu = np.full((1, 4, 4), 30, np.int16)
        marks = LesionMap(grid(1, 4, 4, (1.0, 1.0), 3.0, AXIAL), (0, 0, 0), np.zeros((0, 0, 0), np.uint8))
        assert score(hu, marks, replace(DEFAULT_PROTOCOL, mass_factor=0.00075)).total.mass_mg == 0


class TestCalibration:
    def test_the_factor_is_concentration_over_the_difference_to_water(self) -> None:
        # 200 mg/cm3 = 0.2 mg/mm3; 270 - (-5) = 275 HU
        assert mass_factor(200, 270, -5) == pytest.approx(0.2 / 275)

    def test_it_is_measured_in_circles(self) -> None:
        hu = np.zeros((5, 60, 80), np.int16)
        rows, columns = np.ogrid[:60, :80]
        inside = np.hypot((rows - 30) * 0.5, (columns - 20) * 0.5) <= 4
        hu[:, inside] = 260
        hu[:, :, 40:] = 10
        geometry = grid(5, 60, 80, (0.5, 0.5), 3.0, AXIAL, (7.0, 8.0, 9.0))
        rod, water = (Roi(tuple(geometry.lps_mm(at).tolist()), 3.5, 1) for at in ((2, 30, 20), (2, 30, 60)))
        assert mean_hu(hu, geometry, rod) == 260
        assert measure_factor(hu, geometry, 200, rod, water).factor == pytest.approx(0.2 / 250)
        assert measure_factor(hu, geometry, 200, rod).factor == pytest.approx(0.2 / 260)

    def test_only_voxels_whose_center_lies_inside_are_measured(self) -> None:
        hu = np.zeros((1, 9, 9), np.int16)
        hu[0, 4, 4] = 100
        hu[0, 4, 5] = hu[0, 4, 3] = hu[0, 3, 4] = hu[0, 5, 4] = 50
        geometry = grid(1, 9, 9, (1.0, 1.0), 3.0, AXIAL)
        center = tuple(geometry.lps_mm((0, 4, 4)).tolist())
        assert mean_hu(hu, geometry, Roi(center, 0.9)) == 100
        assert mean_hu(hu, geometry, Roi(center, 1.0)) == 60
        assert mean_hu(hu, geometry, Roi(center, 1.5)) == pytest.approx(300 / 9)

    def test_slices_beside_are_measured_on_demand(self) -> None:
        hu = np.zeros((3, 9, 9), np.int16)
        hu[1] = 90
        geometry = grid(3, 9, 9, (1.0, 1.0), 3.0, AXIAL)
        center = tuple(geometry.lps_mm((1, 4, 4)).tolist())
        assert mean_hu(hu, geometry, Roi(center, 2.0)) == 90
        assert mean_hu(hu, geometry, Roi(center, 2.0, 1)) == 30

    @pytest.mark.parametrize(("at", "beside"), [((0, 4, 4), 1), ((1, 0, 4), 0), ((1, 4, 8), 0), ((9, 4, 4), 0)])
    def test_a_region_beyond_the_images_is_refused(self, at: tuple[int, int, int], beside: int) -> None:
        geometry = grid(3, 9, 9, (1.0, 1.0), 3.0, AXIAL)
        roi = Roi(tuple(geometry.lps_mm(at).tolist()), 2.0, beside)
        with pytest.raises(InputRefused, match="reaches outside the images"):
            mean_hu(np.zeros((3, 9, 9), np.int16), geometry, roi)

    def test_values_that_are_no_calibration_are_refused(self) -> None:
        for values in ((200, 10, 20), (200, 20, 20), (0, 200, 0), (-1, 200, 0), (200, float("nan"), 0)):
            with pytest.raises(InputRefused):
                mass_factor(*values)


class TestCustomizing:
    def test_a_changed_rule_shows_in_the_name_and_changing_it_back_takes_it_away(self) -> None:
        changed = customize(DEFAULT_PROTOCOL, threshold_hu=147)
        assert (changed.name, changed.threshold_hu) == ("SmartScore AJ-130 (custom)", 147)
        assert customize(changed, minimum_area_mm2=0.5).name == "SmartScore AJ-130 (custom)"
        assert customize(changed, threshold_hu=130.0) == DEFAULT_PROTOCOL

    def test_a_mass_factor_is_no_change_of_the_rules(self) -> None:
        assert customize(PRESETS["Canon"], mass_factor=0.00072).name == "Canon"

    @pytest.mark.parametrize(
        "change",
        [
            {"threshold_hu": 0},
            {"threshold_hu": float("nan")},
            {"threshold_hu": 5000},
            {"minimum_area_mm2": -1},
            {"minimum_area_mm2": float("inf")},
            {"minimum_voxels": 0},
            {"connectivity": 6},
            {"weight_starts_hu": (130, 200, 200, 400)},
            {"weight_starts_hu": (400, 300, 200, 130)},
            {"volume_method": "cubic"},
            {"mass_factor": 0},
            {"mass_factor": 0.75},
        ],
    )
    def test_a_value_that_makes_no_sense_is_refused(self, change: dict[str, object]) -> None:
        with pytest.raises(WrongUsage):
            customize(DEFAULT_PROTOCOL, **change)
