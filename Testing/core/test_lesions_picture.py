"""Marks against the picture in a thorax: what lies away from the heart, and what is too large to be regrown."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813

from phantoms import phantom_lesion_map
from SmartScoreLib.lesions.components import BONE_MM3
from SmartScoreLib.lesions.marks import MarksOptions, read_marks
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.phantom.model import Phantom
from SmartScoreLib.phantom.series import phantom_series
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

AXES = ((0.0, 0.0, 1.0), (0.0, 1.0, 0.0), (1.0, 0.0, 0.0))


def _write(labels: np.ndarray, geometry: VolumeGeometry, file: Path) -> Path:
    image = sitk.GetImageFromArray(labels)
    image.SetSpacing([float(v) for v in geometry.spacing_mm[::-1]])
    image.SetOrigin([float(v) for v in geometry.origin_lps_mm])
    image.SetDirection(np.array(geometry.directions)[::-1].T.ravel().tolist())
    sitk.WriteImage(image, str(file))
    return file


@pytest.fixture(scope="module")
def phantom() -> Phantom:
    return standard_phantom(slices=44, spacing_mm=3.0, rows=240, columns=240, pixel_mm=1.5)


@pytest.fixture(scope="module")
def series(phantom: Phantom) -> CTSeries:
    return phantom_series(phantom)


class TestHeart:
    def _labels(self, phantom: Phantom) -> np.ndarray:
        marks = phantom_lesion_map(phantom)
        labels = np.zeros(phantom.geometry.shape, np.uint8)
        labels[marks.box] = marks.labels
        return labels

    NAMES = (
        '{"LM": 1, "LAD": 2, "LCX": 3, "RCA": 4, "PDA": 5, "AORTA": 6, "AV": 7, "MV": 8, "OTHER": 9, "CORONARY": 10}'
    )

    def _away(self, series: CTSeries, labels: np.ndarray, folder: Path):
        (folder / "marks.json").write_text(self.NAMES)
        lesions = read_marks(_write(labels, series.geometry, folder / "marks.nii"), series, 130)
        return [dict(one.values) for one in lesions.remarks if one.code == "lesions.away_from_heart"]

    def test_no_lesion_of_a_heart_lies_away_from_it(self, phantom: Phantom, series: CTSeries, tmp_path: Path) -> None:
        assert self._away(series, self._labels(phantom), tmp_path) == []

    @pytest.mark.parametrize(("territory", "said"), [("LAD", True), ("CORONARY", True), ("OTHER", False)])
    def test_calcium_of_a_rib_that_is_called_coronary_is_told(
        self, phantom: Phantom, series: CTSeries, tmp_path: Path, territory: str, said: bool
    ) -> None:
        """Twelve voxels 140 mm to the left of the middle, in the wall of the chest."""
        labels, hu = self._labels(phantom), series.hu.copy()
        counted = np.isin(labels, [1, 2, 3, 4, 5]) & (hu >= 130)
        k, row, column = np.floor(series.geometry.index((140.0, -20.0, 0.0)) + 0.5).astype(int)
        spot = (slice(k, k + 1), slice(row, row + 3), slice(column, column + 4))
        labels[spot], hu[spot] = BY_KEY[territory].label, 500
        found = self._away(replace(series, hu=hu), labels, tmp_path)
        expected = {"file": "marks.nii", "voxels": 12, "whole": int(counted.sum()) + 12, "margin_mm": 20.0}
        assert found == ([expected] if said else [])

    def test_where_no_lungs_are_seen_nothing_is_said_of_the_heart(self, tmp_path: Path) -> None:
        hu = np.full((4, 20, 20), 40, np.int16)
        hu[1, 5:9, 5:9] = 300
        series = CTSeries(hu, VolumeGeometry(hu.shape, (3.0, 1.0, 1.0), (0.0, 0.0, 0.0), AXES))
        assert self._away(series, (hu == 300).astype(np.uint8) * 2, tmp_path) == []


class TestRegrowing:
    """Bars of 300 HU, 10 x 10 voxels of 1 mm3 wide: 50 slices of them are 5000 mm3, the largest lesion."""

    @pytest.mark.parametrize(("slices", "grown"), [(50, True), (51, False)])
    def test_what_is_larger_than_any_lesion_stays_as_marked(self, tmp_path: Path, slices: int, grown: bool) -> None:
        assert BONE_MM3 == 5000.0
        hu = np.full((60, 30, 30), 40, np.int16)
        hu[5 : 5 + slices, 10:20, 10:20] = 300
        series = CTSeries(hu, VolumeGeometry(hu.shape, (1.0, 1.0, 1.0), (0.0, 0.0, 0.0), AXES))
        labels = np.zeros(hu.shape, np.uint8)
        labels[20, 12:14, 12:14] = 1
        file = _write(labels, series.geometry, tmp_path / "LAD.nii")
        lesions = read_marks(file, series, 130, MarksOptions(regrow=True))
        (said,) = (one for one in lesions.remarks if one.code == "lesions.regrown")
        assert np.count_nonzero(lesions.labels) == (5000 if grown else 4)
        assert (said.values["lesions"], said.values["voxels"], said.values["left_as_marked"]) == (
            (1, 4996, 0) if grown else (0, 0, 1)
        )

    def test_marks_that_cut_through_bone_are_not_said_to(self, tmp_path: Path) -> None:
        hu = np.full((60, 30, 30), 40, np.int16)
        hu[5:56, 10:20, 10:20] = 300
        series = CTSeries(hu, VolumeGeometry(hu.shape, (1.0, 1.0, 1.0), (0.0, 0.0, 0.0), AXES))
        labels = np.zeros(hu.shape, np.uint8)
        labels[20, 12:14, 12:14] = 1
        lesions = read_marks(_write(labels, series.geometry, tmp_path / "LAD.nii"), series, 130)
        assert [one.code for one in lesions.remarks] == []
