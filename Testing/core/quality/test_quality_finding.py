"""The nine inserts of a phantom are found however it lies, and nothing else is taken for one."""

from pathlib import Path

import numpy as np
import pytest

from qrm_in_code import MakeSeries
from SmartScoreLib.phantom.series import phantom_series
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.quality.check import check_phantom
from SmartScoreLib.quality.finding import find_phantom
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.load import load_series
from SmartScoreLib.series.model import CTSeries
from validation.qrm_phantom import DECIMALS, inserts

POSITIONS = {
    "straight": {},
    "upside down": {"turned": 211.0, "shift": (4.0, -6.0, 3.7)},
    "mirrored": {"mirrored": True, "turned": 300.0},
    "feet first": {"orientation": "FFS", "turned": 15.0},
    "prone": {"orientation": "HFP", "turned": 140.0, "shift": (-5.0, 2.0, -8.0)},
    "tilted": {"tilted": 8.0, "turned": 33.0},
    "large ring": {"body_hu": 75.0, "noise_hu": 22.0, "turned": 250.0},
    "thin slices": {"spacing_mm": 1.25, "turned": 95.0},
    "fine pixels": {"pixel_mm": 0.5, "turned": 5.0},
    "two and a half": {"spacing_mm": 2.5, "pixel_mm": 0.95, "turned": 190.0, "shift": (0.0, 0.0, 1.1)},
}


@pytest.mark.parametrize("name", POSITIONS)
def test_the_inserts_are_where_they_were_put(make_qrm: MakeSeries, name: str) -> None:
    series, places = make_qrm(**POSITIONS[name])
    found = find_phantom(series)
    off = np.linalg.norm(np.array(found.places) - np.array(places), axis=1)
    assert off.max() < 1.5, off
    assert found.rod is not None
    assert found.water is not None


def test_no_insert_is_missed_and_the_denser_one_scores_more(qrm: CTSeries) -> None:
    by_size = {}
    for result in check_phantom(qrm).results:
        by_size.setdefault(result.insert.diameter_mm, []).append(result.agatston)
    for size in (5, 3):
        assert 0 < by_size[size][0] < by_size[size][1] < by_size[size][2], size


@pytest.mark.parametrize(
    "without",
    [((800, 5),), ((400, 5),), ((200, 5),), ((800, 3),), ((400, 3),)],
)
def test_a_phantom_that_lacks_an_insert_that_must_be_seen_is_none(
    make_qrm: MakeSeries, without: tuple[tuple[int, int], ...]
) -> None:
    series, _ = make_qrm(without=without, rods=False)
    with pytest.raises(InputRefused) as refused:
        find_phantom(series)
    assert [one.code for one in refused.value.remarks] == ["quality.no_phantom"]
    assert "none lie as its nine inserts do" in refused.value.reasons[0]


def test_the_faintest_inserts_may_drown(make_qrm: MakeSeries) -> None:
    series, places = make_qrm(without=((200, 3), (200, 1), (400, 1), (800, 1)), turned=66.0)
    found = find_phantom(series)
    assert np.linalg.norm(np.array(found.places) - np.array(places), axis=1).max() < 1.5
    results = {(one.insert.density_mg_cm3, one.insert.diameter_mm): one for one in check_phantom(series).results}
    assert (results[200, 3].agatston, results[200, 3].volume_mm3, results[200, 3].mass_mg) == (0, 0, 0)


def test_the_heart_of_the_standard_phantom_is_no_phantom_of_inserts() -> None:
    phantom = standard_phantom(rows=256, columns=256, pixel_mm=0.8, slices=30, spacing_mm=3.0)
    with pytest.raises(InputRefused):
        find_phantom(phantom_series(phantom))


def test_a_real_chest_is_no_phantom(real_data: Path) -> None:
    with pytest.raises(InputRefused):
        find_phantom(_scorable(real_data / "acrin_flt_breast_013_chest120kv"))


def test_without_a_click_27_of_27_values_of_the_study_are_reproduced(real_data: Path) -> None:
    series = _scorable(real_data / "qrm_canon_large_rep1")
    rows = list(inserts())
    found = check_phantom(series, mass_factor=rows[0].mass_factor).results
    assert [(one.insert.density_mg_cm3, one.insert.diameter_mm) for one in found] == [
        (row.density_mg_cm3, row.diameter_mm) for row in rows
    ]
    values = [[round(v, DECIMALS) for v in (one.agatston, one.volume_mm3, one.mass_mg or 0.0)] for one in found]
    assert values == [list(row.published) for row in rows]


def test_the_mass_factor_of_the_rods_is_that_of_the_study_within_two_percent(real_data: Path) -> None:
    """0.72204771 ug/(mm3 HU), of one slice; here all slices of the rods that are whole are measured."""
    factor = check_phantom(_scorable(real_data / "qrm_canon_large_rep1")).factor
    assert factor is not None
    assert factor.factor == pytest.approx(0.72204771e-3, rel=0.02)


def test_the_factor_of_rods_is_computed_from_what_they_hold(make_qrm: MakeSeries) -> None:
    """The rod has 200 x 1.35 HU more than the body of 45 HU, the water rod 0 HU: 0.2 / 315."""
    series, _ = make_qrm(turned=40.0, noise_hu=5.0)
    factor = check_phantom(series).factor
    assert factor is not None
    assert factor.factor == pytest.approx(0.2 / 315, rel=0.005)


def test_images_without_the_rods_give_no_mass(make_qrm: MakeSeries) -> None:
    series, _ = make_qrm(rods=False)
    check = check_phantom(series)
    assert check.factor is None
    assert {one.mass_mg for one in check.results} == {None}
    assert [one.code for one in check.remarks] == ["quality.no_rods"]


def _scorable(folder: Path) -> CTSeries:
    (candidate,) = (one for one in find_series([folder]).candidates if one.scorable)
    return load_series(candidate)
