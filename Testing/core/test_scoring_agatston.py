"""Agatston scores by hand arithmetic, and every trap that other software fell into."""

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from phantoms import oblique
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_KEY, TERRITORIES
from SmartScoreLib.phantom.standard import grid
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.model import Remark, Severity
from SmartScoreLib.scoring.measure import judged_together, score_lesions
from SmartScoreLib.scoring.model import ScoreSheet, ScoringProtocol
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.scoring.rules import density_weights
from SmartScoreLib.scoring.score import make_sheet, score
from SmartScoreLib.series.geometry import VolumeGeometry

AXIAL = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0))


def _geometry(shape: tuple[int, ...], spacing: float = 3.0, pixel: tuple[float, float] = (0.5, 0.5)) -> VolumeGeometry:
    return grid(shape[0], shape[1], shape[2], pixel, spacing, AXIAL)


def _marks(hu: np.ndarray, geometry: VolumeGeometry, key: str | np.ndarray = "LAD") -> LesionMap:
    """Every voxel above -50 HU marked, as a reader who paints generously would; or the given labels."""
    labels = (hu > -50) * np.uint8(BY_KEY[key].label) if isinstance(key, str) else key.astype(np.uint8)
    return LesionMap(geometry, (0, 0, 0), labels)


def _score(
    hu: np.ndarray, *, spacing: float = 3.0, pixel: tuple[float, float] = (0.5, 0.5), key: Any = "LAD", **rules: Any
) -> ScoreSheet:
    geometry = _geometry(hu.shape, spacing, pixel)
    return score(hu, _marks(hu, geometry, key), replace(DEFAULT_PROTOCOL, **rules))


def _block(value: float, rows: int = 2, columns: int = 4, slices: int = 1, dtype: Any = np.int16) -> np.ndarray:
    hu = np.full((slices + 2, rows + 4, columns + 4), -100, dtype)
    hu[1 : 1 + slices, 2 : 2 + rows, 2 : 2 + columns] = value
    return hu


@pytest.mark.parametrize(
    ("peak", "weight"), [(130, 1), (199, 1), (200, 2), (299, 2), (300, 3), (399, 3), (400, 4), (2000, 4)]
)
def test_one_block_scores_area_times_weight_of_its_peak(peak: int, weight: int) -> None:
    # 2 x 4 voxels of 0.25 mm2 = 2 mm2; 3 mm spacing; so the score is 2 x weight, the volume 6 mm3
    sheet = _score(_block(peak))
    assert sheet.total.agatston == pytest.approx(2 * weight)
    assert sheet.total.volume_mm3 == pytest.approx(6)
    assert (sheet.total.lesions, sheet.total.vessels) == (1, 1)


def test_the_threshold_itself_counts_and_one_below_does_not() -> None:
    assert _score(_block(130)).total.agatston == pytest.approx(2)
    assert _score(_block(129)).total.agatston == 0


def test_the_peak_of_each_slice_gives_its_own_weight() -> None:
    # A maximum over the lesion in space would give 4 + 4 (2.2): the slices weigh 4 and 1.
    hu = _block(150, slices=2)
    hu[1, 2, 2] = 450
    assert _score(hu).total.agatston == pytest.approx(2 * 4 + 2 * 1)


@pytest.mark.parametrize(
    ("value", "weight"),
    [(129.99, 0), (130.0, 1), (199.5, 1), (199.999, 1), (200.0, 2), (299.5, 2), (399.5, 3), (400.0, 4)],
)
def test_fractions_of_hounsfield_units_fall_into_a_weight_and_are_not_lost(value: float, weight: int) -> None:
    # Trap: bins that end at 199 and begin at 200 lose 199.5.
    sheet = _score(_block(value, dtype=np.float32))
    assert sheet.total.agatston == pytest.approx(2 * weight)


def test_weights_follow_their_own_starts_and_not_the_hundreds() -> None:
    # Trap: floor(peak / 100) is wrong as soon as thresholds are adapted to the tube voltage (80 kVp here).
    rules = ScoringProtocol(threshold_hu=177, weight_starts_hu=(177, 271, 408, 544))
    assert density_weights(np.array([177, 270.9, 271, 407, 408, 543, 544, 900]), rules).tolist() == [
        1,
        1,
        2,
        2,
        3,
        3,
        4,
        4,
    ]


def test_no_threshold_is_guessed_from_the_tube_voltage() -> None:
    # Trap: round(378 exp(-0.009 kV)) gives 128 at 120 kVp.
    assert DEFAULT_PROTOCOL.threshold_hu == 130.0
    assert DEFAULT_PROTOCOL.weight_starts_hu == (130.0, 200.0, 300.0, 400.0)


def test_a_threshold_below_the_first_weight_extends_weight_one_downwards() -> None:
    sheet = _score(_block(115), threshold_hu=110)
    assert sheet.total.agatston == pytest.approx(2)
    assert sheet.remarks == (remark("scoring.threshold", threshold_hu=110, standard_hu=130.0),)
    assert english(sheet.remarks[0]) == ("The threshold is 110 HU instead of 130 HU; reference values apply to 130 HU.")


def test_a_higher_threshold_keeps_the_weights() -> None:
    hu = _block(160)
    hu[1, 2, 2:4] = 250
    # two voxels = 0.5 mm2: below the smallest area; four = 1 mm2, weight 2
    assert _score(hu, threshold_hu=177).total.agatston == 0
    hu[1, 3, 2:4] = 250
    assert _score(hu, threshold_hu=177).total.agatston == pytest.approx(2)


@pytest.mark.parametrize(("spacing", "factor"), [(3.0, 1.0), (2.5, 2.5 / 3), (1.5, 0.5), (0.5, 1 / 6), (5.0, 5 / 3)])
def test_the_score_is_scaled_by_the_spacing_of_the_slices(spacing: float, factor: float) -> None:
    sheet = _score(_block(250), spacing=spacing)
    assert sheet.total.agatston == pytest.approx(2 * 2 * factor)
    assert sheet.total.volume_mm3 == pytest.approx(2 * spacing)


def test_overlapping_slices_do_not_double_the_score() -> None:
    # Trap: 3 mm slices every 1.5 mm. A 6 mm lesion lies in 4 of them; with Slice Thickness / 3 it would score 16.
    assert _score(_block(250, slices=4), spacing=1.5).total.agatston == pytest.approx(8)
    assert _score(_block(250, slices=2), spacing=3.0).total.agatston == pytest.approx(8)


@pytest.mark.parametrize("orientation", [AXIAL, ((-1.0, 0.0, 0.0), (0.0, 1.0, 0.0)), oblique(30, -20)])
def test_the_orientation_of_the_grid_changes_nothing_but_the_centroid(orientation: Any) -> None:
    hu = _block(250, slices=2)
    geometry = grid(*hu.shape, (0.5, 0.7), 2.5, orientation, (10.0, 20.0, 30.0))
    sheet = score(hu, _marks(hu, geometry), DEFAULT_PROTOCOL)
    # 8 voxels of 0.35 mm2 = 2.8 mm2; weight 2; two slices; 2.5 mm
    assert sheet.total.agatston == pytest.approx(2.8 * 2 * 2 * 2.5 / 3)
    # slices 1 and 2, rows 2 and 3, columns 2 to 5: the middle of the volume of 4 x 6 x 8, which lies at the center
    assert sheet.lesions[0].centroid_lps_mm == pytest.approx((10, 20, 30))


def test_pixels_need_not_be_square() -> None:
    assert _score(_block(250), pixel=(0.4, 0.7)).total.agatston == pytest.approx(8 * 0.28 * 2)


class TestSmallestArea:
    def _area(self, voxels: int, pixel: float, **rules: Any) -> float:
        hu = np.full((1, 3, 40), -100, np.int16)
        hu[0, 1, 1 : 1 + voxels] = 150
        return _score(hu, pixel=(pixel, pixel), **rules).total.agatston

    def test_exactly_one_square_millimeter_counts(self) -> None:
        assert self._area(4, 0.5) == pytest.approx(1)
        assert self._area(3, 0.5) == 0

    @pytest.mark.parametrize("pixel", [0.1, 0.2, 0.25, 0.5, 1.0])
    def test_an_area_that_is_one_but_for_rounding_of_floats_is_one(self, pixel: float) -> None:
        # 0.2 x 0.2 x 25 = 1.0000000000000002 and 0.1 x 0.1 x 100 = 1.0000000000000002 in floats.
        hu = np.full((1, 12, 12), -100, np.int16)
        side = round(1 / pixel)
        hu[0, 1 : 1 + side, 1 : 1 + side] = 150
        assert _score(hu, pixel=(pixel, pixel)).total.agatston == pytest.approx(1)
        assert _score(hu, pixel=(pixel, pixel), area_must_exceed=True).total.agatston == 0

    def test_more_than_one_is_a_rule_of_its_own(self) -> None:
        assert self._area(4, 0.5, area_must_exceed=True) == 0
        assert self._area(5, 0.5, area_must_exceed=True) == pytest.approx(1.25)

    def test_a_smallest_number_of_voxels_is_a_rule_of_its_own(self) -> None:
        assert self._area(2, 0.5, minimum_area_mm2=0, minimum_voxels=3) == 0
        assert self._area(3, 0.5, minimum_area_mm2=0, minimum_voxels=3) == pytest.approx(0.75)

    def test_no_smallest_area_counts_a_single_voxel(self) -> None:
        assert self._area(1, 0.5, minimum_area_mm2=0) == pytest.approx(0.25)

    def test_it_holds_for_each_component_and_not_for_their_sum(self) -> None:
        hu = np.full((1, 3, 12), -100, np.int16)
        hu[0, 1, 1:4] = hu[0, 1, 6:9] = 150  # twice 0.75 mm2
        assert _score(hu).total.agatston == 0


def test_voxels_that_touch_by_a_corner_are_one_component_with_eight_neighbors_and_two_with_four() -> None:
    hu = np.full((1, 8, 8), -100, np.int16)
    hu[0, 1:3, 1:3] = 150  # 1 mm2
    hu[0, 3:5, 3:5] = 450  # 1 mm2, touching by a corner
    assert _score(hu).total.agatston == pytest.approx(2 * 4)
    assert _score(hu, connectivity=4).total.agatston == pytest.approx(1 * 1 + 1 * 4)


class TestTerritories:
    def test_a_component_on_a_border_of_two_arteries_is_judged_whole_and_its_area_shared(self) -> None:
        # 5 x 8 voxels of 0.25 mm2 = 10 mm2 with one voxel of 450 HU: 10 x 4 = 40. LM has 12 of the 40 voxels, 3 mm2,
        # and the dense one. Judged apart it would be 3 x 4 + 7 x 1 = 19.
        hu = np.full((1, 5, 8), 150, np.int16)
        hu[0, 0, 0] = 450
        labels = np.full(hu.shape, BY_KEY["LAD"].label)
        labels.reshape(-1)[:12] = BY_KEY["LM"].label
        sheet = _score(hu, key=labels)
        scores = {t.key: t.agatston for t in sheet.territories if t.agatston}
        assert scores == {"LM": pytest.approx(12), "LAD": pytest.approx(28)}
        assert sheet.total.agatston == pytest.approx(40) == _score(hu).total.agatston
        assert sheet.total.volume_mm3 == pytest.approx(30)
        assert (sheet.total.lesions, sheet.total.vessels, sheet.total.density_score) == (2, 2, pytest.approx(4))
        parts = [part for lesion in sheet.lesions for part in lesion.components]
        assert [(p.territory, p.area_mm2, p.peak_hu, p.weight, p.shared) for p in parts] == [
            ("LM", 3.0, 450, 4, True),
            ("LAD", 7.0, 150, 4, True),
        ]
        assert (sheet.lesions[0].peak_hu, sheet.lesions[0].peak_index) == (450, (0, 0, 0))
        assert [len(part.pixels) for part in parts] == [12, 28]
        said = remark("scoring.border", slices=1, territories=("LM", "LAD"))
        assert sheet.remarks == (said,)
        assert said.severity is Severity.NOTE
        assert english(said) == (
            "Connected calcium lies in several territories (LM, LAD) in 1 slice: it is judged as a whole by its area "
            "and its peak, and each territory gets its share of the area."
        )

    def test_two_voxels_shared_by_two_arteries_score_as_two_of_one(self) -> None:
        # Each voxel has 5 mm2, so that either one alone would count too: (5 + 5) x 4 = 40, not 5 x 4 + 5 x 1.
        hu = np.array([[[450, 150]]], np.int16)
        sheet = _score(hu, pixel=(2.0, 2.5), key=np.array([[[1, 2]]]))
        assert [t.agatston for t in sheet.territories[:2]] == pytest.approx([20, 20])
        assert sheet.total.agatston == pytest.approx(40)

    def test_a_share_below_the_smallest_area_counts_where_the_whole_reaches_it(self) -> None:
        # 4 voxels are 1 mm2; LM has one of them. With 3 in all, 0.75 mm2, none counts.
        hu = np.full((1, 1, 4), 150, np.int16)
        sheet = _score(hu, key=np.array([[[1, 2, 2, 2]]]))
        assert [t.agatston for t in sheet.territories[:2]] == pytest.approx([0.25, 0.75])
        assert _score(hu, key=np.array([[[1, 2, 2, 0]]])).total.agatston == 0
        # The number of voxels and "more than" are rules of the whole too.
        rules = {"minimum_area_mm2": 0, "minimum_voxels": 4}
        assert _score(hu, key=np.array([[[1, 2, 2, 2]]]), **rules).total.agatston == pytest.approx(1)
        assert _score(hu, key=np.array([[[1, 2, 2, 2]]]), area_must_exceed=True).total.agatston == 0

    def test_what_touches_by_a_corner_is_shared_with_eight_neighbors_and_apart_with_four(self) -> None:
        hu = np.full((1, 4, 4), -100, np.int16)
        hu[0, :2, :2], hu[0, 2:, 2:] = 150, 450
        labels = np.zeros(hu.shape)
        labels[0, :2], labels[0, 2:] = BY_KEY["RCA"].label, BY_KEY["PDA"].label
        assert [t.agatston for t in _score(hu, key=labels).territories[3:5]] == pytest.approx([4, 4])
        apart = _score(hu, key=labels, connectivity=4)
        assert [t.agatston for t in apart.territories[3:5]] == pytest.approx([1, 4])
        assert apart.remarks == ()

    def test_calcium_outside_the_coronary_arteries_changes_no_coronary_score(self) -> None:
        # LCX of 150 HU that touches mitral valve of 900 HU: two structures.
        hu = np.full((1, 4, 8), 150, np.int16)
        hu[0, :, 4:] = 900
        labels = np.full(hu.shape, BY_KEY["LCX"].label)
        labels[0, :, 4:] = BY_KEY["MV"].label
        sheet = _score(hu, key=labels)
        scores = {t.key: t.agatston for t in sheet.territories if t.agatston}
        assert scores == {"LCX": pytest.approx(4 * 1), "MV": pytest.approx(4 * 4)}
        assert sheet.remarks == ()

    def test_a_piece_that_another_artery_cuts_in_two_is_two_lesions_of_one_component(self) -> None:
        hu = np.full((1, 2, 12), 150, np.int16)
        labels = np.full(hu.shape, BY_KEY["LAD"].label)
        labels[0, :, 5:7] = BY_KEY["LM"].label
        sheet = _score(hu, key=labels)
        assert [(lesion.territory, lesion.voxels) for lesion in sheet.lesions] == [("LM", 4), ("LAD", 10), ("LAD", 10)]
        assert sheet.total.agatston == pytest.approx(6)
        assert sheet.remarks == (remark("scoring.border", slices=1, territories=("LM", "LAD")),)

    def test_every_territory_is_listed_in_the_order_of_the_table_and_only_coronaries_count(self) -> None:
        hu = np.full((10, 4, 4), 250, np.int16)  # 16 x 0.25 x 2 = 8 in each slice
        labels = np.repeat(np.arange(1, 11), 16).reshape(hu.shape)
        sheet = _score(hu, key=labels)
        assert [t.key for t in sheet.territories] == [t.key for t in TERRITORIES]
        first = sheet.territories[:10]
        assert [t.key for t in first] == ["LM", "LAD", "LCX", "RCA", "PDA", "AORTA", "AV", "MV", "OTHER", "CORONARY"]
        assert [t.agatston for t in first] == pytest.approx([8.0] * 10)
        assert [t.counts for t in first] == [True] * 5 + [False] * 4 + [True]
        assert sheet.total.agatston == pytest.approx(48)
        assert sheet.total.lesions == 6
        assert len(sheet.lesions) == 10

    def test_calcium_of_no_known_vessel_counts_in_the_total_and_leaves_the_number_of_vessels_open(self) -> None:
        hu = np.full((2, 4, 4), 250, np.int16)
        labels = np.zeros(hu.shape)
        labels[0], labels[1] = BY_KEY["LAD"].label, BY_KEY["CORONARY"].label
        total = _score(hu, key=labels).total
        assert (total.agatston, total.vessels, total.diffusivity) == (pytest.approx(16), None, None)
        hu[1] = 129
        total = _score(hu, key=labels).total
        assert (total.agatston, total.vessels, total.diffusivity) == (pytest.approx(8), 1, 0.0)

    def test_the_posterior_descending_artery_is_part_of_the_right_one_when_vessels_are_counted(self) -> None:
        hu = np.full((2, 4, 4), 250, np.int16)
        labels = np.zeros(hu.shape)
        labels[0], labels[1] = BY_KEY["RCA"].label, BY_KEY["PDA"].label
        total = _score(hu, key=labels).total
        assert (total.agatston, total.vessels, total.diffusivity) == (pytest.approx(16), 1, pytest.approx(0))

    def test_only_the_posterior_descending_artery_is_one_vessel_too(self) -> None:
        assert _score(_block(250), key="PDA").total.vessels == 1

    def test_diffusivity_is_one_minus_the_share_of_the_most_affected_vessel(self) -> None:
        hu = np.full((4, 4, 4), 250, np.int16)
        labels = np.zeros(hu.shape)
        for k, key in enumerate(("LM", "LAD", "LAD", "PDA")):
            labels[k] = BY_KEY[key].label
        total = _score(hu, key=labels).total
        assert (total.vessels, total.diffusivity) == (3, pytest.approx(1 - 16 / 32))

    def test_what_does_not_count_gives_no_vessel_density_or_diffusivity(self) -> None:
        total = _score(_block(250), key="AORTA").total
        assert (total.agatston, total.vessels, total.density_score, total.diffusivity) == (0, 0, None, None)


class TestLesions:
    def test_pieces_that_touch_by_a_corner_across_slices_are_one_lesion(self) -> None:
        hu = np.full((2, 8, 8), -100, np.int16)
        hu[0, 1:3, 1:3] = hu[1, 3:5, 3:5] = 150
        sheet = _score(hu)
        assert [lesion.slices for lesion in sheet.lesions] == [(0, 1)]
        assert sheet.total.lesions == 1

    def test_pieces_with_an_empty_slice_between_are_two_lesions_from_inferior_to_superior(self) -> None:
        hu = np.full((3, 4, 4), -100, np.int16)
        hu[0], hu[2] = 150, 250
        assert [lesion.peak_hu for lesion in _score(hu).lesions] == [150, 250]

    def test_a_piece_without_a_component_that_counts_is_no_lesion(self) -> None:
        hu = np.full((5, 4, 4), -100, np.int16)
        hu[:, 1, 1] = 900  # 5 voxels in space, 0.25 mm2 in each slice
        sheet = _score(hu)
        assert (sheet.lesions, sheet.total.lesions, sheet.total.volume_mm3) == ((), 0, 0)

    def test_volume_and_mass_are_of_the_components_that_count_only(self) -> None:
        hu = np.full((2, 4, 4), -100, np.int16)
        hu[0] = 200  # 16 voxels of 0.75 mm3
        hu[1, 0, 0] = 800  # too small to count, though it belongs to the piece
        lesion = _score(hu, mass_factor=0.001).lesions[0]
        assert (lesion.voxels, lesion.slices, lesion.peak_hu, lesion.mean_hu) == (16, (0,), 200, 200)
        assert lesion.volume_mm3 == pytest.approx(12)
        assert lesion.mass_mg == pytest.approx(12 * 200 * 0.001)

    def test_a_lesion_tells_its_components_and_sums_them(self) -> None:
        hu = _block(150, slices=2)
        hu[2, 2, 2] = 390
        (lesion,) = _score(hu).lesions
        assert [(c.slice_index, c.voxels, c.area_mm2, c.peak_hu, c.weight, c.agatston) for c in lesion.components] == [
            (1, 8, 2.0, 150, 1, 2.0),
            (2, 8, 2.0, 390, 3, 6.0),
        ]
        assert lesion.agatston == pytest.approx(8)
        assert lesion.mean_hu == pytest.approx((15 * 150 + 390) / 16)
        assert lesion.components[1].mean_hu == pytest.approx((7 * 150 + 390) / 8)


class TestDensityScore:
    @pytest.mark.parametrize("spacing", [0.5, 1.5, 2.5, 3.0, 5.0])
    def test_it_is_the_mean_weight_by_area_for_any_spacing(self, spacing: float) -> None:
        hu = _block(150, slices=3)  # weights 1, 1 and 4
        hu[3, 2, 2] = 400
        assert _score(hu, spacing=spacing).total.density_score == pytest.approx(2)

    def test_it_stays_between_one_and_four(self) -> None:
        assert _score(_block(130), spacing=5).total.density_score == pytest.approx(1)
        assert _score(_block(1500), spacing=5).total.density_score == pytest.approx(4)

    def test_at_three_millimeters_it_is_the_score_over_volume_by_spacing(self) -> None:
        total = _score(_block(250)).total
        assert total.density_score == pytest.approx(total.agatston / (total.volume_mm3 / 3))

    def test_it_does_not_exist_without_calcium(self) -> None:
        assert _score(_block(20)).total.density_score is None


class TestRemarks:
    def test_those_of_series_marks_and_rules_come_together_once_each_and_the_gravest_first(self) -> None:
        hu = _block(150)
        geometry = _geometry(hu.shape)
        limit, other = Remark("test.kvp", Severity.LIMITS), Remark("test.moved", Severity.LIMITS)
        invalid, note = Remark("test.contrast", Severity.INVALID), Remark("test.note", Severity.NOTE)
        marks = replace(_marks(hu, geometry), remarks=(note, other, limit))
        sheet = score(hu, marks, replace(DEFAULT_PROTOCOL, threshold_hu=131.0), [limit, invalid])
        of_rules = remark("scoring.threshold", threshold_hu=131.0, standard_hu=130.0)
        assert sheet.remarks == (invalid, limit, other, of_rules, note)

    def test_marks_without_calcium_are_told_from_no_marks(self) -> None:
        # Trap: a masked volume or a label map in place of the image scores a silent 0.
        label_map = np.zeros((3, 8, 8), np.uint8)
        label_map[1, 2:6, 2:6] = 1
        sheet = score(label_map, LesionMap(_geometry(label_map.shape), (0, 0, 0), label_map * 2), DEFAULT_PROTOCOL)
        assert sheet.total.agatston == 0
        (unscored,) = sheet.remarks
        assert unscored == remark("scoring.unscored", territory="LAD", threshold_hu=130.0, minimum_area_mm2=1.0)
        assert unscored.severity == Severity.LIMITS
        assert english(unscored) == (
            "The marks of LAD hold nothing that counts (threshold 130 HU, smallest area 1 mm2)."
        )

    def test_an_empty_map_scores_zero_without_warning(self) -> None:
        hu = _block(900)
        sheet = score(hu, LesionMap(_geometry(hu.shape), (0, 0, 0), np.zeros((0, 0, 0), np.uint8)), DEFAULT_PROTOCOL)
        assert (sheet.total.agatston, sheet.total.volume_mm3, sheet.total.lesions, sheet.remarks) == (0, 0, 0, ())
        assert sheet.total.mass_mg is None

    def test_isotropic_volumes_say_so(self) -> None:
        sheet = _score(_block(250), volume_method="isotropic")
        assert sheet.remarks == (remark("scoring.isotropic"),)
        assert english(sheet.remarks[0]) == "Volumes are interpolated between slices (isotropic)."

    def test_marks_no_person_has_reviewed_stay_so(self) -> None:
        hu = _block(250)
        assert not score(hu, replace(_marks(hu, _geometry(hu.shape)), reviewed=False), DEFAULT_PROTOCOL).reviewed


def test_padding_below_air_is_neither_calcium_nor_harm() -> None:
    hu = _block(250)
    hu[hu < 0] = -3024
    hu[0, 0, 0] = -32768
    labels = np.full(hu.shape, BY_KEY["LAD"].label)
    assert _score(hu, key=labels).total.agatston == pytest.approx(4)


def test_a_hole_of_no_number_does_not_spread() -> None:
    hu = _block(250, dtype=np.float32)
    hu[0, 0, 0] = np.nan
    assert _score(hu, key=np.full(hu.shape, 2)).total.agatston == pytest.approx(4)


def test_marks_of_another_grid_are_an_error() -> None:
    hu = _block(250)
    with pytest.raises(ValueError, match="cannot score"):
        score(hu[1:], _marks(hu, _geometry(hu.shape)), DEFAULT_PROTOCOL)


def test_a_label_of_no_territory_is_an_error_and_not_lost() -> None:
    hu = _block(250)
    with pytest.raises(ValueError, match=r"\[77\]"):
        _score(hu, key=np.full(hu.shape, 77))


def test_marks_that_are_no_bytes_or_reach_outside_are_an_error_and_not_lost() -> None:
    hu = _block(250)
    labels = np.full(hu.shape, 2, np.uint8)
    with pytest.raises(ValueError, match="int16"):
        score(hu, LesionMap(_geometry(hu.shape), (0, 0, 0), labels.astype(np.int16)), DEFAULT_PROTOCOL)  # type: ignore[arg-type]
    for corner in ((-1, 0, 0), (0, 0, 1)):
        with pytest.raises(ValueError, match="inside"):
            score(hu, LesionMap(_geometry(hu.shape), corner, labels), DEFAULT_PROTOCOL)


def test_after_an_edit_only_what_is_judged_with_the_touched_territory_needs_scoring() -> None:
    hu = np.full((4, 6, 6), 250, np.int16)
    labels = np.zeros(hu.shape)
    labels[0, :3], labels[2, :3], labels[1, :3] = (BY_KEY[key].label for key in ("LAD", "RCA", "AV"))
    geometry = _geometry(hu.shape)
    before = _marks(hu, geometry, labels)
    changed = judged_together({"RCA"})
    assert changed == {t.key for t in TERRITORIES if t.counts}
    assert changed >= {"LM", "LAD", "LCX", "RCA", "PDA", "CORONARY"}
    assert judged_together({"AV"}) == {"AV"}
    assert judged_together({"AV", "LM"}) == {*changed, "AV"}
    kept = [lesion for lesion in score_lesions(hu, before, DEFAULT_PROTOCOL) if lesion.territory not in changed]
    hu[0, 5, 5] = 500
    labels[0, 3:] = BY_KEY["RCA"].label  # touches the LAD, whose weight changes
    after = _marks(hu, geometry, labels)
    again = score_lesions(hu, after, DEFAULT_PROTOCOL, changed)
    assert {lesion.territory for lesion in again} == {"LAD", "RCA"}
    assert make_sheet([*again, *kept], after, DEFAULT_PROTOCOL) == score(hu, after, DEFAULT_PROTOCOL)
    asked = score_lesions(hu, after, DEFAULT_PROTOCOL, {"LAD"})
    assert asked == tuple(lesion for lesion in again if lesion.territory == "LAD")


def test_no_score_can_be_more_than_four_thirds_of_its_volume() -> None:
    # Weight 4 at most, area x spacing = volume: so 106 mm3 give no more than 141.
    assert math.floor(4 * 106 / 3) == 141
    for spacing in (1.5, 3.0):
        total = _score(_block(900), spacing=spacing).total
        assert total.agatston == pytest.approx(4 * total.volume_mm3 / 3)
