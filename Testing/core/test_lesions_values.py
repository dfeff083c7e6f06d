"""Marks voxel by voxel: pieces, runs, grids and clicks whose every number is known by hand."""

import errno
import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from SmartScoreLib.lesions.editing import assign, empty_map, piece_at
from SmartScoreLib.lesions.grid import Box, corner_points, on_grid, same_grid, sampled
from SmartScoreLib.lesions.growing import grow, nearest_calcium
from SmartScoreLib.lesions.marks import read_marks
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.runs import connect, label_components, link, spread, threshold_runs, voxel_runs
from SmartScoreLib.proposal.mark_all import mark_all
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

AXES = ((0.0, 0.0, 1.0), (0.0, 1.0, 0.0), (1.0, 0.0, 0.0))


def _geometry(shape: tuple[int, int, int]) -> VolumeGeometry:
    return VolumeGeometry(shape, (1.0, 1.0, 1.0), (0.0, 0.0, 0.0), AXES, "1.2.3")


def _codes(refusal: pytest.ExceptionInfo[InputRefused]) -> list[str]:
    return [one.code for one in refusal.value.remarks]


class TestPieces:
    @staticmethod
    def _pieces() -> LesionMap:
        """Two pieces of LAD in a box that begins at (2, 3, 5): a row of six voxels, and a bent one of four."""
        lesions = assign(empty_map(_geometry((9, 12, 20))), (2, 3, 5), np.ones((1, 1, 6), bool), "LAD")
        bent = np.zeros((2, 2, 3), bool)
        bent[0, 0, :2] = bent[0, 1, 2] = bent[1, 1, 2] = True
        return assign(lesions, (4, 7, 8), bent, "LAD")

    def test_a_piece_lies_where_its_own_voxels_are(self) -> None:
        lesions = self._pieces()
        bent = [[[True, True, False], [False, False, True]], [[False, False, False], [False, False, True]]]
        for voxel in ((4, 7, 8), (4, 7, 9), (4, 8, 10), (5, 8, 10)):
            piece = piece_at(lesions, voxel)
            assert piece is not None
            assert piece[0] == (4, 7, 8)
            assert piece[1].tolist() == bent
        for column in (5, 10):
            piece = piece_at(lesions, (2, 3, column))
            assert piece is not None
            assert piece[0] == (2, 3, 5)
            assert piece[1].tolist() == [[[True] * 6]]

    @pytest.mark.parametrize("axis", [0, 1, 2])
    def test_there_is_no_piece_just_outside_of_the_marks(self, axis: int) -> None:
        lesions = assign(empty_map(_geometry((9, 12, 20))), (2, 3, 5), np.ones((2, 3, 4), bool), "RCA")
        first, last = [2, 3, 5], [3, 5, 8]
        assert piece_at(lesions, (2, 3, 5)) is not None
        assert piece_at(lesions, (3, 5, 8)) is not None
        first[axis] -= 1
        last[axis] += 1
        assert piece_at(lesions, (first[0], first[1], first[2])) is None
        assert piece_at(lesions, (last[0], last[1], last[2])) is None

    def test_a_piece_of_one_row_goes_on_from_slice_to_slice(self) -> None:
        lesions = assign(empty_map(_geometry((9, 12, 20))), (2, 3, 5), np.ones((3, 1, 2), bool), "RCA")
        piece = piece_at(lesions, (2, 3, 5))
        assert piece is not None
        assert piece[1].shape == (3, 1, 2)


class TestRunsOfVoxels:
    """A volume of 1 x 3 x 4 voxels: flat indices 0 to 3 are its first row."""

    @pytest.mark.parametrize(
        ("flat", "keys", "line", "start", "stop", "key"),
        [
            ([1, 2, 3], [1, 1, 1], [0], [1], [4], [1]),
            ([0, 2], [1, 1], [0, 0], [0, 2], [1, 3], [1, 1]),  # a gap
            ([3, 4], [1, 1], [0, 1], [3, 0], [4, 1], [1, 1]),  # the end of a row and the beginning of the next
            ([0, 1], [1, 2], [0, 0], [0, 1], [1, 2], [1, 2]),  # two keys side by side
            ([0, 1, 2], [1, 2, 2], [0, 0], [0, 1], [1, 3], [1, 2]),
            ([0, 5], [1, 1], [0, 1], [0, 1], [1, 2], [1, 1]),
        ],
    )
    def test_a_run_ends_with_its_row_its_key_and_its_voxels(
        self, flat: list[int], keys: list[int], line: list[int], start: list[int], stop: list[int], key: list[int]
    ) -> None:
        values = np.array(flat) * 10
        runs = voxel_runs((1, 3, 4), np.array(flat), np.array(keys, np.uint8), values)
        assert (runs.line.tolist(), runs.start.tolist(), runs.stop.tolist()) == (line, start, stop)
        assert runs.key.tolist() == key
        # Values rise with the index, so that the last voxel of a run has its peak.
        assert runs.peak.tolist() == [(4 * row + end - 1) * 10 for row, end in zip(line, stop, strict=True)]

    @pytest.mark.parametrize(("keys", "components"), [([2, 2], 1), ([2, 4], 2)])
    def test_runs_that_touch_are_one_component_if_their_keys_are_the_same(
        self, keys: list[int], components: int
    ) -> None:
        runs = voxel_runs((1, 3, 4), np.array([1, 5]), np.array(keys, np.uint8), np.array([200, 300]))
        assert connect(runs, 8)[0] == components
        assert [len(side) for side in link(runs, 8)] == [2 - components] * 2

    def test_runs_that_do_not_touch_have_no_links(self) -> None:
        runs = voxel_runs((1, 3, 4), np.array([1, 9]), np.ones(2, np.uint8), np.array([200, 300]))
        assert [len(side) for side in link(runs, 26)] == [0, 0]

    def test_numbers_are_spread_from_each_first_one(self) -> None:
        assert spread(np.array([5, 20]), np.array([3, 2])).tolist() == [5, 6, 7, 20, 21]
        assert spread(np.array([], int), np.array([], int)).tolist() == []


class TestPiecesOfWork:
    """2^18 voxels are worked on at a time."""

    def test_a_piece_without_calcium_is_no_end(self) -> None:
        hu = np.zeros((4, 512, 512), np.int16)
        hu[3, 10, 20] = 200
        assert label_components(hu, 130).voxels.tolist() == [1]

    @pytest.mark.parametrize("columns", [1, 3])
    def test_what_one_piece_found_is_forgotten_in_a_shorter_next_one(self, columns: int) -> None:
        slices = 2**18 // columns
        hu = np.zeros((2 * slices - 1, 1, columns), np.int16)  # the second piece is one slice shorter
        hu[slices - 1] = 200  # the end of the first
        runs = threshold_runs(hu, 130)
        assert (runs.line.tolist(), runs.start.tolist(), runs.stop.tolist()) == ([slices - 1], [0], [columns])

    def test_a_value_that_is_no_number_behind_the_last_run_does_not_change_its_peak(self) -> None:
        hu = np.zeros((1, 2, 4), np.float32)
        hu[0, 0, 1:3], hu[0, 1, 2] = (150, 180), np.nan
        assert label_components(hu, 130).peak_hu.tolist() == [180]


class TestPeaks:
    @pytest.mark.parametrize("kind", [np.int16, np.float32])
    def test_the_peak_of_a_component_is_its_greatest_value_below_zero_too(self, kind: type) -> None:
        hu = np.full((2, 3, 8), -900, kind)
        hu[0, 1, 1:4] = (-150, -100, -120)
        hu[1, 1, 6] = 25
        assert label_components(hu, -200).peak_hu.tolist() == [-100, 25]

    @pytest.mark.parametrize(("kind", "voxels"), [(np.int16, 0), (np.float32, 1)])
    def test_a_fraction_reaches_a_threshold_between_whole_numbers(self, kind: type, voxels: int) -> None:
        hu = np.zeros((1, 3, 3), kind)
        hu[0, 1, 1] = 129.75  # 129 as a whole number
        assert len(threshold_runs(hu, 129.5)) == voxels

    @pytest.mark.parametrize("shape", [(2, 3, 4), (0, 3, 4)])
    def test_where_nothing_reaches_the_threshold_every_array_is_empty(self, shape: tuple[int, int, int]) -> None:
        runs = threshold_runs(np.zeros(shape, np.int16), 130)
        assert [len(part) for part in (runs.line, runs.start, runs.stop, runs.key, runs.peak)] == [0] * 5
        assert runs.shape == shape


class TestGrids:
    def test_the_corners_of_a_box_are_its_outermost_voxels(self) -> None:
        corners = corner_points(Box((1, 2, 3), np.zeros((4, 5, 6), np.uint8)))
        assert [tuple(corner) for corner in corners.tolist()] == [
            (1, 2, 3), (1, 2, 8), (1, 6, 3), (1, 6, 8), (4, 2, 3), (4, 2, 8), (4, 6, 3), (4, 6, 8),
        ]  # fmt: skip

    one = Box((0, 0, 0), np.ones((1, 1, 1), np.uint8))

    @pytest.mark.parametrize(("lean", "same"), [(0.01, True), (0.0101, False), (-0.01, True), (-0.0101, False)])
    def test_an_axis_may_lean_by_a_hundredth(self, lean: float, same: bool) -> None:
        matrix = np.eye(4)
        matrix[0, 1] = lean
        assert (same_grid(self.one, matrix) is not None) is same

    @pytest.mark.parametrize(("shift", "same"), [(0.05, True), (0.0501, False)])
    def test_a_center_may_lie_just_a_twentieth_of_a_voxel_away(self, shift: float, same: bool) -> None:
        matrix = np.eye(4)
        matrix[2, 3] = shift
        assert (same_grid(self.one, matrix) is not None) is same

    def test_the_same_grid_is_told_in_whole_numbers(self) -> None:
        matrix = np.array([[0, 1, 0, 3.01], [-1, 0, 0, 7.99], [0, 0, 1, -2.02], [0, 0, 0, 1]])
        whole = same_grid(self.one, matrix)
        assert whole is not None
        assert whole.tolist() == [[0, 1, 0, 3], [-1, 0, 0, 8], [0, 0, 1, -2], [0, 0, 0, 1]]

    def test_a_box_of_nothing_is_not_resampled(self) -> None:
        nothing = Box((1, 2, 3), np.zeros((0, 0, 0), np.uint8))
        assert on_grid(nothing, np.diag([1.5, 1.5, 1.5, 1]), (9, 9, 9)) == (nothing, False)

    def test_every_target_voxel_takes_the_source_voxel_around_its_center(self) -> None:
        """Source voxels of 1.5 x 3 x 0.5 target voxels; those of the box are 2 x 1 x 4, from (1, 0, 2) on.

        Slices: source 1 has its center at 5.2 + 1.5 = 6.7 and reaches from 5.95 to 7.45, source 2 from 7.45 to 8.95.
        Rows: source 0 has its center at 4 and reaches from 2.5 to 5.5.
        Columns: source 2 has its center at 3.1 + 1 = 4.1 and reaches from 3.85 to 4.35, source 3 to 4.85, source 4 to
        5.35, source 5 to 5.85.
        """
        values = np.arange(1, 9, dtype=np.uint8).reshape(2, 1, 4)
        to_target = np.array([[1.5, 0, 0, 5.2], [0, 3, 0, 4], [0, 0, 0.5, 3.1], [0, 0, 0, 1]])
        found = sampled(Box((1, 0, 2), values), to_target, (20, 20, 20))
        assert found.corner == (6, 3, 4)
        # Slices 6 and 7 lie in source 1, slice 8 in source 2; columns 4 and 5 lie in sources 2 and 4.
        assert found.values.tolist() == [[[1, 3]] * 3, [[1, 3]] * 3, [[5, 7]] * 3]

    def test_axes_are_not_taken_for_each_other(self) -> None:
        """As before, but columns: source 3 reaches from 4.55 to 5.05 and source 5 from 5.55 to 6.05."""
        values = np.arange(1, 9, dtype=np.uint8).reshape(2, 1, 4)
        to_target = np.array([[1.5, 0, 0, 5.2], [0, 3, 0, 4], [0, 0, 0.5, 3.3], [0, 0, 0, 1]])
        found = sampled(Box((1, 0, 2), values), to_target, (20, 20, 20))
        assert found.corner == (6, 3, 5)
        assert found.values.tolist() == [[[2, 4]] * 3, [[2, 4]] * 3, [[6, 8]] * 3]

    def test_what_lies_outside_of_the_target_is_left_out(self) -> None:
        found = sampled(self.one, np.diag([2.0, 2.0, 2.0, 1.0]), (5, 5, 5))
        assert (found.corner, found.values.shape) == ((0, 0, 0), (2, 2, 2))
        matrix = np.diag([2.0, 2.0, 2.0, 1.0])
        matrix[0, 3] = 30
        assert sampled(self.one, matrix, (5, 5, 5)).values.size == 0


class TestClicksOfAFile:
    """Calcium of three voxels in a row of slices at (0..2, 4, 4), of two voxels at (0, 8, 2), one each in corners."""

    @staticmethod
    def _series(uid: str = "1.2.3") -> CTSeries:
        hu = np.zeros((3, 12, 12), np.int16)
        hu[0:3, 4, 4] = 300
        hu[0, 8, 2:4] = 300
        hu[0, 0, 0] = hu[2, 11, 11] = 300
        return CTSeries(hu, _geometry(hu.shape), series_instance_uid=uid)

    def _read(self, folder: Path, *seeds: tuple[str, list[int]], **top: Any) -> LesionMap:
        file = folder / "reading.json"
        entries = [{"territory": key, "ijk": ijk[:3], "in_slice": len(ijk) > 3} for key, ijk in seeds]
        file.write_text(json.dumps({"seeds": entries, **top}))
        return read_marks(file, self._series(), 130)

    def test_every_click_that_cannot_be_taken_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(InputRefused) as refusal:
            self._read(tmp_path, ("LAD", [9, 0, 0]), ("LAD", [4, 4, 1]), ("RCA", [9, 0, 2]))
        assert [one.values["seed"] for one in refusal.value.remarks] == [1, 3]

    def test_one_voxel_of_another_territory_is_enough_to_refuse(self, tmp_path: Path) -> None:
        # The left main takes slice 0 alone: the first voxel of its box.
        with pytest.raises(InputRefused) as refusal:
            self._read(tmp_path, ("LM", [4, 4, 0, 1]), ("LAD", [4, 4, 1]))
        assert _codes(refusal) == ["lesions.seed_taken"]
        assert (refusal.value.remarks[0].values["seed"], refusal.value.remarks[0].values["other"]) == (2, "LM")

    def test_calcium_between_marks_of_another_territory_can_be_taken(self, tmp_path: Path) -> None:
        lesions = self._read(tmp_path, ("LAD", [0, 0, 0]), ("LAD", [11, 11, 2]), ("RCA", [2, 8, 0]))
        assert np.bincount(lesions.labels.ravel(), minlength=5)[1:].tolist() == [0, 2, 0, 2]

    def test_a_file_that_cannot_be_read_says_why_in_the_words_of_the_system(self, tmp_path: Path) -> None:
        with pytest.raises(InputRefused) as refusal:
            read_marks(tmp_path / "none.json", self._series(), 130)
        assert refusal.value.remarks[0].values["fault"] == os.strerror(errno.ENOENT)

    @pytest.mark.parametrize(
        ("own", "code"), [("1.2.3", "lesions.clicks_of_series"), ("", "lesions.clicks_of_series_not_without")]
    )
    def test_clicks_of_another_series_are_refused(self, tmp_path: Path, own: str, code: str) -> None:
        file = tmp_path / "reading.json"
        file.write_text(json.dumps({"seeds": [], "SeriesInstanceUID": "1.2.4"}))
        with pytest.raises(InputRefused) as refusal:
            read_marks(file, self._series(own), 130)
        assert _codes(refusal) == [code]

    @pytest.mark.parametrize(
        ("x", "code"),
        [
            (999_999_999, "lesions.seed_outside"),
            (1_000_000_000, "lesions.seed_far"),
            (1_000_000_000_000, "lesions.seed_far"),
            (1_000_000_000_000.5, "lesions.seed_lps"),
        ],
    )
    def test_a_position_is_of_this_world(self, tmp_path: Path, x: float, code: str) -> None:
        file = tmp_path / "reading.json"
        file.write_text(json.dumps({"seeds": [{"territory": "LM", "lps_mm": [x, 0, 0]}]}))
        with pytest.raises(InputRefused) as refusal:
            read_marks(file, self._series(), 130)
        assert _codes(refusal) == [code]


class TestNearest:
    """Pixels of 0.5 mm between rows and 2 mm between columns: four rows or one column are within 2 mm."""

    geometry = VolumeGeometry((1, 20, 20), (3.0, 0.5, 2.0), (0.0, 0.0, 0.0), AXES)

    @pytest.mark.parametrize(
        ("seed", "calcium", "found"),
        [
            ((0, 10, 10), (0, 14, 10), True),
            ((0, 10, 10), (0, 6, 10), True),
            ((0, 10, 10), (0, 15, 10), False),
            ((0, 10, 10), (0, 5, 10), False),
            ((0, 10, 10), (0, 10, 11), True),
            ((0, 10, 10), (0, 10, 9), True),
            ((0, 10, 10), (0, 10, 12), False),
            ((0, 10, 10), (0, 10, 8), False),
            ((0, 1, 1), (0, 0, 1), True),
            ((0, 1, 1), (0, 1, 0), True),
            ((0, 18, 18), (0, 19, 18), True),
            ((0, 18, 18), (0, 18, 19), True),
        ],
    )
    def test_rows_and_columns_reach_as_far_as_their_own_spacing_says(
        self, seed: tuple[int, int, int], calcium: tuple[int, int, int], found: bool
    ) -> None:
        hu = np.zeros(self.geometry.shape, np.int16)
        hu[calcium] = 200
        assert nearest_calcium(hu, self.geometry, seed, 130) == (calcium if found else None)


def test_nothing_is_taken_where_nothing_grows() -> None:
    grown = grow(np.zeros((3, 4, 5), np.int16), (1, 2, 3), 130)
    assert (grown.seed, grown.corner, grown.mask.shape, grown.voxels) == ((1, 2, 3), (1, 2, 3), (0, 0, 0), 0)


@pytest.mark.parametrize("more", [0, 1])
def test_without_a_grid_a_lesion_has_20000_voxels_at_most(more: int) -> None:
    hu = np.zeros((20, 30, 50), np.int16)
    hu[:, 2:27, 5:45] = 200  # 20 x 25 x 40
    hu[0, 27, 5] = 200 * more
    assert grow(hu, (3, 10, 10), 130).voxels == (0 if more else 20_000)


def test_marks_without_a_reader_fill_a_box_as_small_as_they_are() -> None:
    hu = np.zeros((9, 12, 20), np.int16)
    hu[2:4, 5:8, 7:11] = 200
    marks = mark_all(CTSeries(hu, _geometry(hu.shape)), 130)
    assert (marks.corner, marks.labels.tolist()) == ((2, 5, 7), [[[9] * 4] * 3] * 2)


def test_marks_without_a_reader_are_unreviewed_even_if_there_are_none() -> None:
    marks = mark_all(CTSeries(np.zeros((2, 3, 4), np.int16), _geometry((2, 3, 4))), 130)
    assert (marks.corner, marks.labels.shape, marks.reviewed) == ((0, 0, 0), (0, 0, 0), False)
    assert [one.code for one in marks.remarks] == ["proposal.unreviewed", "proposal.bones"]
    assert marks.origin is not None
    assert marks.origin.code == "proposal.origin"
