"""From files on disk to scores, against the arithmetic of the phantom's description."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.lesions.marks import read_marks
from SmartScoreLib.phantom.expected import expected_lesion, expected_scores
from SmartScoreLib.phantom.marks import phantom_clicks, phantom_lesion_map
from SmartScoreLib.phantom.model import Layer, Phantom
from SmartScoreLib.phantom.standard import oblique, standard_phantom
from SmartScoreLib.phantom.volume import phantom_hu
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.read import make_reading
from SmartScoreLib.scoring.model import ScoringProtocol
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.load import load_series

FACTOR = 0.00072


def _small(**options: Any) -> Phantom:
    """The standard phantom on a matrix that is quick to write: 1 mm pixels unless told otherwise."""
    return standard_phantom(
        **({"rows": 208, "columns": 208, "pixel_mm": 1.0, "slices": 44, "spacing_mm": 3.0} | options)
    )


def _read(phantom: Phantom, folder: Path, protocol: ScoringProtocol = DEFAULT_PROTOCOL, **written: Any) -> Reading:
    write_phantom(phantom, folder / "ct", **written)
    candidates = find_series([folder / "ct"]).candidates
    assert [c.refusals for c in candidates] == [()]
    series = load_series(candidates[0])
    clicks = folder / "clicks.json"
    clicks.write_text(json.dumps(phantom_clicks(phantom)))
    return make_reading(series, read_marks(clicks, series, protocol.threshold_hu), protocol, Person())


def _assert_exact(reading: Reading, phantom: Phantom) -> None:
    expected = expected_scores(phantom, reading.sheet.protocol.mass_factor)
    assert expected["total"].lesions >= 5, "the phantom must have enough to score"
    for row in reading.sheet.territories:
        if row.key in expected:
            want = expected[row.key]
            assert (row.lesions, row.agatston, row.volume_mm3, row.mass_mg) == (
                want.lesions,
                pytest.approx(want.agatston, rel=1e-9),
                pytest.approx(want.volume_mm3, rel=1e-9),
                None if want.mass_mg is None else pytest.approx(want.mass_mg, rel=1e-6),
            ), row.key
        else:
            assert (row.lesions, row.agatston, row.volume_mm3) == (0, 0, 0)
    total = expected["total"]
    assert reading.sheet.total.agatston == pytest.approx(total.agatston, rel=1e-9)
    assert reading.sheet.total.volume_mm3 == pytest.approx(total.volume_mm3, rel=1e-9)
    assert reading.sheet.total.lesions == total.lesions


WITH_MASS = ScoringProtocol(**{**DEFAULT_PROTOCOL.__dict__, "mass_factor": FACTOR})


@pytest.mark.parametrize("pixel_mm", [0.3, 0.48828125, 0.7, (0.6, 0.8), 1.0])
def test_scores_equal_the_arithmetic_for_every_pixel_size(tmp_path: Path, pixel_mm: Any) -> None:
    smallest = min(pixel_mm) if isinstance(pixel_mm, tuple) else pixel_mm
    side = int(170 / smallest)
    phantom = _small(pixel_mm=pixel_mm, rows=side, columns=side, slices=28, spacing_mm=4.0)
    _assert_exact(_read(phantom, tmp_path, WITH_MASS), phantom)


@pytest.mark.parametrize(("spacing_mm", "slices"), [(0.5, 200), (1.25, 96), (2.5, 48), (3.0, 44), (5.0, 26)])
def test_scores_equal_the_arithmetic_for_every_slice_spacing(tmp_path: Path, spacing_mm: float, slices: int) -> None:
    phantom = _small(spacing_mm=spacing_mm, slices=slices)
    _assert_exact(_read(phantom, tmp_path, WITH_MASS), phantom)


def test_overlapping_slices_count_by_spacing_and_not_by_thickness(tmp_path: Path) -> None:
    phantom = _small(spacing_mm=1.5, slices=84)
    reading = _read(phantom, tmp_path, WITH_MASS, thickness_mm=3.0)
    _assert_exact(reading, phantom)


@pytest.mark.parametrize(
    "orientation",
    ["HFS", "HFP", "FFS", "FFP", "HFDR", "FFDL", oblique(20, 0), oblique(-12, 17)],
    ids=["HFS", "HFP", "FFS", "FFP", "HFDR", "FFDL", "oblique 20", "oblique -12 17"],
)
def test_scores_equal_the_arithmetic_in_every_orientation(tmp_path: Path, orientation: Any) -> None:
    phantom = _small(orientation=orientation)
    _assert_exact(_read(phantom, tmp_path), phantom)


def test_the_order_of_files_and_instance_numbers_does_not_matter(tmp_path: Path) -> None:
    phantom = _small()
    _assert_exact(_read(phantom, tmp_path, shuffled=True), phantom)


@pytest.mark.parametrize(
    "stored",
    [
        {"slope": 0.5, "intercept": -1024},
        {"slope": 0.5, "intercept": -1024, "signed": False},
        {"intercept": -1024, "signed": False},
        {"intercept": -1024, "signed": False, "bits_stored": 12},
        {"intercept": -8192, "signed": False},
        {"intercept": -8192, "signed": True},
        {"intercept": 0, "signed": True},
        {"transfer_syntax": "1.2.840.10008.1.2"},
        {"transfer_syntax": "1.2.840.10008.1.2.2"},
        {"transfer_syntax": "1.2.840.10008.1.2.1.99", "intercept": -1024, "signed": False},
    ],
    ids=str,
)
def test_scores_do_not_depend_on_how_values_are_stored(tmp_path: Path, stored: dict[str, Any]) -> None:
    phantom = _small()
    _assert_exact(_read(phantom, tmp_path, **stored), phantom)


def test_half_hounsfield_units_fall_into_their_weight(tmp_path: Path) -> None:
    """199.5 HU weighs 1 and 200 HU weighs 2: no gap between the ranges."""
    lesions = [
        ("LAD", (20.0, -75.0, 0.0), 6.0, 3.0, 199.5, 199.5),
        ("RCA", (-45.0, -30.0, 0.0), 6.0, 3.0, 199.5, 200.0),
    ]
    phantom = _small(lesions=lesions)
    area = {lesion.territory: lesion.layers[0].voxels * 1.0 for lesion in phantom.lesions}
    reading = _read(phantom, tmp_path, slope=0.5, intercept=-1024)
    scores = {row.key: row.agatston for row in reading.sheet.territories}
    assert scores["LAD"] == pytest.approx(area["LAD"] * 1)
    assert scores["RCA"] == pytest.approx(area["RCA"] * 2)


def test_expected_score_of_one_lesion_is_the_sum_on_paper() -> None:
    """10 voxels of 0.25 mm2 at 250 HU peak, 3 voxels (0.75 mm2, dropped), 4 voxels (1 mm2) at 130: spacing 1.5 mm."""
    layers = (Layer((3, 4, 3), 200, 250), Layer((3,), 500, 500), Layer((1, 2, 1), 130, 130))
    expected = expected_lesion(layers, 0.25, 1.5, mass_factor=0.001)
    assert expected.agatston == pytest.approx((2.5 * 2 + 1.0 * 1) * 1.5 / 3)
    assert expected.volume_mm3 == pytest.approx(14 * 0.25 * 1.5)
    assert expected.mass_mg == pytest.approx((200 * 9 + 250 + 130 * 4) * 0.25 * 1.5 * 0.001)


def test_the_phantom_holds_every_density_weight_and_a_speck_below_the_minimum_area() -> None:
    phantom = standard_phantom()
    peaks = [max(layer.peak_hu for layer in lesion.layers) for lesion in phantom.lesions]
    assert {min(4, int(peak // 100)) for peak in peaks} == {1, 2, 3, 4}
    assert any(
        all(layer.voxels * phantom.geometry.pixel_area_mm2 < 1 for layer in lesion.layers) for lesion in phantom.lesions
    )
    assert {lesion.territory for lesion in phantom.lesions} >= {"LM", "LAD", "LCX", "RCA", "PDA"}


def test_lesions_of_the_phantom_stand_apart_from_each_other_and_from_bone() -> None:
    phantom = _small()
    hu = phantom_hu(phantom)
    marks = phantom_lesion_map(phantom)
    marked = np.zeros(hu.shape, bool)
    marked[marks.box] = marks.labels > 0
    from scipy.ndimage import binary_dilation, label

    around = binary_dilation(marked, np.ones((3, 3, 3))) & ~marked
    assert hu[around].max() < 130
    assert label(marked, np.ones((3, 3, 3)))[1] == len(phantom.lesions)
