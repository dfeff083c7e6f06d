"""Mass factors: stored per scanner with a first and a last day, offered by the scanner, or measured by one click."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from pydicom.dataset import Dataset

from qrm_in_code import MakeSeries
from SmartScoreLib.quality.calibrations import (
    StoredCalibration,
    calibration_for,
    calibration_of,
    calibration_of_check,
    read_calibrations,
    store,
)
from SmartScoreLib.quality.factors import with_scanner_factor
from SmartScoreLib.quality.model import PhantomCheck
from SmartScoreLib.quality.rod_at import rod_at
from SmartScoreLib.quality.scanner import Scanner, scanner_of
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.errors import InputRefused, SmartScoreError, WrongUsage
from SmartScoreLib.scoring.calibration import MeasuredFactor, mean_hu, measure_factor
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.load import load_series
from SmartScoreLib.series.model import CTSeries

SCANNER = Scanner("TESTMAKER", "CT 1", "S1", "")
MEASURED = MeasuredFactor(0.0007, 200.0, 290.0, 4.3)
STORED = StoredCalibration(SCANNER, 120.0, MEASURED, date(2026, 1, 5), date(2026, 7, 4))


def scan(qrm: CTSeries, **header: object) -> CTSeries:
    """A scan of the same scanner, with other attributes."""
    known = {
        "Manufacturer": "TESTMAKER", "ManufacturerModelName": "CT 1", "DeviceSerialNumber": "S1", "KVP": "120",
        "StudyDate": "20260301",
    }  # fmt: skip
    image = Dataset()
    for keyword, value in {**known, **header}.items():
        if value is not None:
            setattr(image, keyword, value)
    return replace(qrm, datasets=(image,))


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("20260104", "quality.calibration_later"),
        ("20260105", None),
        ("20260704", None),
        ("20260705", "quality.calibration_expired"),
    ],
)
def test_a_factor_holds_from_its_first_to_its_last_day(qrm: CTSeries, day: str, code: str | None) -> None:
    found, reason = calibration_for([STORED], scan(qrm, StudyDate=day))
    assert (found == STORED, reason.code if reason else None) == (code is None, code)


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ({"KVP": "100"}, "quality.no_calibration"),
        ({"DeviceSerialNumber": "S2"}, "quality.no_calibration"),
        ({"ManufacturerModelName": "CT 2"}, "quality.no_calibration"),
        ({"Manufacturer": "OTHER"}, "quality.no_calibration"),
        ({"DeviceSerialNumber": None}, "quality.scanner_not_told"),
        ({"DeviceSerialNumber": None, "StationName": "S1"}, "quality.no_calibration"),
        ({"KVP": None}, "quality.scanner_not_told"),
        ({"StudyDate": None}, "quality.scanner_not_told"),
    ],
)
def test_nothing_is_taken_from_another_scanner_or_voltage(
    qrm: CTSeries, header: dict[str, str | None], code: str
) -> None:
    found, reason = calibration_for([STORED], scan(qrm, **header))
    assert (found, reason.code if reason else None) == (None, code)


def test_of_several_that_hold_the_newest_is_taken(qrm: CTSeries) -> None:
    newer = replace(STORED, measured_on=date(2026, 2, 20), measured=replace(MEASURED, factor=0.00071))
    later = replace(STORED, measured_on=date(2026, 3, 2), expires_on=date(2027, 1, 1))
    assert calibration_for([newer, later, STORED], scan(qrm))[0] == newer


def test_a_scanner_without_serial_number_is_known_by_its_station(qrm: CTSeries) -> None:
    named = scan(qrm, DeviceSerialNumber=None, StationName="CT-EAST")
    own = replace(STORED, scanner=scanner_of(named.datasets))
    assert calibration_for([own], named)[0] == own
    elsewhere = scan(qrm, DeviceSerialNumber=None, StationName="CT-WEST")
    assert calibration_for([own], elsewhere)[0] is None


def test_what_is_stored_is_read_again_and_a_second_measurement_of_a_day_replaces_the_first(tmp_path: Path) -> None:
    file = tmp_path / "calibrations.json"
    store(file, STORED)
    store(file, replace(STORED, kvp=100.0))
    again = replace(STORED, measured=replace(MEASURED, factor=0.00072))
    store(file, again)
    assert set(read_calibrations(file)) == {replace(STORED, kvp=100.0), again}
    assert [one.name for one in tmp_path.iterdir()] == ["calibrations.json"]


def test_a_check_is_stored_for_its_scanner_from_its_day_on(check: PhantomCheck) -> None:
    made = calibration_of_check(check, 30)
    assert (made.scanner, made.kvp) == (SCANNER, 120.0)
    assert (made.measured_on, made.expires_on) == (date(2026, 1, 5), date(2026, 2, 4))
    assert made.measured == check.factor
    assert english(made.origin) == (
        "stored for TESTMAKER CT 1 S1 at 120 kVp, measured on 2026-01-05, valid until 2026-02-04"
    )
    assert calibration_of_check(check, 1).expires_on == date(2026, 1, 6)
    with pytest.raises(WrongUsage):
        calibration_of_check(check, 0)
    with pytest.raises(InputRefused):
        calibration_of_check(replace(check, factor=None), 30)


@pytest.mark.parametrize("keyword", ["KVP", "StudyDate", "DeviceSerialNumber", "ManufacturerModelName"])
def test_a_factor_of_an_unknown_scanner_voltage_or_day_is_not_stored(qrm: CTSeries, keyword: str) -> None:
    with pytest.raises(InputRefused) as refused:
        calibration_of(scan(qrm, **{keyword: None}), MEASURED, 365)
    assert refused.value.remarks[0].code == "quality.scanner_unknown"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"mass_factor": 0.7}, "mass_factor is no factor"),
        ({"mass_factor": 0}, "mass_factor is no factor"),
        ({"mass_factor": True}, "mass_factor is not a number"),
        ({"kvp": "120"}, "kvp is not a number"),
        ({"measured_on": "5 January"}, "Invalid isoformat string"),
        ({"expires_on": "2026-01-04"}, "expires_on lies before measured_on"),
        ({"model": 3}, "the scanner is not given as text"),
        ({"station": ...}, "station"),
    ],
)
def test_a_faulty_row_is_refused_with_its_number_and_reason(
    tmp_path: Path, change: dict[str, object], said: str
) -> None:
    file = tmp_path / "c.json"
    store(file, STORED)
    values = json.loads(file.read_text())
    row = values["calibrations"][0] | change
    values["calibrations"].append({key: value for key, value in row.items() if value is not ...})
    file.write_text(json.dumps(values))
    with pytest.raises(InputRefused) as refused:
        read_calibrations(file)
    assert refused.value.reasons[0].startswith(f"{file}: calibration 2 cannot be used: ")
    assert said in refused.value.reasons[0]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema": "smartscore-calibrations/2", "calibrations": []}'])
def test_a_file_of_something_else_is_refused_and_stays(tmp_path: Path, text: str) -> None:
    file = tmp_path / "c.json"
    file.write_text(text)
    with pytest.raises(InputRefused):
        read_calibrations(file)
    with pytest.raises(InputRefused):
        store(file, STORED)
    assert file.read_text() == text


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(SmartScoreError, match="could not be written"):
        store(tmp_path / "nowhere" / "c.json", STORED)


def test_the_factor_of_the_scanner_is_taken_by_name(qrm: CTSeries) -> None:
    images = scan(
        qrm, CalciumScoringMassFactorPatient=0.00081, CalciumScoringMassFactorDevice=[0.00074, 0.00078, 0.00085]
    )
    expected = {"patient": 0.00081, "small": 0.00074, "medium": 0.00078, "large": 0.00085}
    for which, factor in expected.items():
        rules = with_scanner_factor(DEFAULT_PROTOCOL, images, which)  # type: ignore[arg-type]
        assert (rules.name, rules.mass_factor) == (DEFAULT_PROTOCOL.name, pytest.approx(factor))
        assert rules.mass_factor_source is not None
        assert ("Patient" if which == "patient" else which) in english(rules.mass_factor_source)
    only = scan(qrm, CalciumScoringMassFactorDevice=[0.00074, 0.00078, 0.00085])
    with pytest.raises(InputRefused, match="no mass factor of the scanner for patient; they have: small, medium"):
        with_scanner_factor(DEFAULT_PROTOCOL, only, "patient")
    with pytest.raises(InputRefused, match="they have: none"):
        with_scanner_factor(DEFAULT_PROTOCOL, qrm, "small")


def test_one_click_finds_the_whole_of_a_round_insert(make_qrm: MakeSeries) -> None:
    """The rod has a radius of 10 mm, and the axis of the phantom at (3, -2) mm; the click is 5 mm beside it."""
    series, _ = make_qrm(turned=20.0, shift=(3.0, -2.0, 0.0), noise_hu=8.0)
    for x, y in ((3.0, -2.0), (8.0, -2.0), (3.0, 3.0)):
        roi = rod_at(series, (x, y, 9.0))
        assert roi.center_lps_mm == pytest.approx((3.0, -2.0, 9.0), abs=1.6)
        assert roi.radius_mm == pytest.approx(6.5, abs=0.4)
        assert roi.slices_beside == 1
        assert measure_factor(series.hu, series.geometry, 200, roi).calcium_hu == pytest.approx(315, abs=3)


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ((30.0, 30.0, 9.0), "quality.no_rod_shape"),
        ((0.0, 0.0, 500.0), "lesions.outside"),
    ],
)
def test_a_click_that_hits_no_insert_is_refused(qrm: CTSeries, place: tuple[float, float, float], code: str) -> None:
    with pytest.raises(InputRefused) as refused:
        rod_at(qrm, place)
    assert refused.value.remarks[0].code == code


@pytest.fixture(scope="module")
def plain(make_qrm: MakeSeries) -> CTSeries:
    """The body without inserts and rods."""
    every = tuple((density, size) for density in (200, 400, 800) for size in (5, 3, 1))
    series, _ = make_qrm(rods=False, without=every, noise_hu=3.0)
    return series


def with_shape(plain: CTSeries, half_rows_mm: float, half_columns_mm: float, square: bool) -> CTSeries:
    """An ellipse or a rectangle of 300 HU in the middle of every slice."""
    hu = plain.hu.copy()
    y, x = ((np.arange(size) - size // 2) * 0.7 for size in hu.shape[1:])
    down, across = y[:, None] / half_rows_mm, x[None, :] / half_columns_mm
    inside = np.maximum(abs(down), abs(across)) <= 1 if square else down**2 + across**2 <= 1
    hu[:, inside] = 300
    return replace(plain, hu=hu)


@pytest.mark.parametrize(
    ("shape", "code"),
    [
        ((2.2, 2.2, False), "quality.no_rod_size"),
        ((4.0, 4.0, False), None),
        ((28.0, 28.0, False), None),
        ((33.0, 33.0, False), "quality.no_rod_size"),
        ((10.0, 9.0, False), None),
        ((10.0, 5.0, False), "quality.no_rod_shape"),
        ((14.0, 14.0, True), "quality.no_rod_shape"),
    ],
)
def test_an_insert_is_round_and_six_to_sixty_millimeters_wide(
    plain: CTSeries, shape: tuple[float, float, bool], code: str | None
) -> None:
    drawn = with_shape(plain, *shape)
    place = plain.geometry.lps_mm((4, drawn.hu.shape[1] // 2, drawn.hu.shape[2] // 2)).tolist()
    if code is None:
        assert mean_hu(drawn.hu, drawn.geometry, rod_at(drawn, place)) == 300
        return
    with pytest.raises(InputRefused) as refused:
        rod_at(drawn, place)
    assert refused.value.remarks[0].code == code


def test_one_click_on_the_rod_of_a_real_phantom_gives_the_factor_of_the_study(real_data: Path) -> None:
    """By a click on the rod, and water in the region of the study's program."""
    (candidate,) = (c for c in find_series([real_data / "qrm_canon_large_rep1"]).candidates if c.scorable)
    series = load_series(candidate)
    rod = rod_at(series, series.geometry.lps_mm((32, 214, 262)).tolist())
    water = rod_at(series, series.geometry.lps_mm((32, 217.7, 257.8)).tolist())
    assert rod.center_lps_mm == pytest.approx(water.center_lps_mm, abs=0.5)
    measured = measure_factor(series.hu, series.geometry, 200, rod)
    assert measured.calcium_hu == pytest.approx(312, abs=6)
