"""Mass factors of scanners in a file, each with its date and its expiry.

    {"schema": "smartscore-calibrations/1",
     "calibrations": [{"manufacturer": "...", "model": "...", "serial_number": "...", "station": "...", "kvp": 120.0,
                       "mass_factor": 0.000714, "measured_on": "2026-01-05", "expires_on": "2027-01-05",
                       "concentration_mg_per_cm3": 200.0, "calcium_hu": 294.2, "water_hu": 14.0}]}

A factor holds for one scanner and one tube voltage, from the day of its measurement to its last day.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from SmartScoreLib.quality.model import PhantomCheck
from SmartScoreLib.quality.scanner import Scanner, scanner_of
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused, SmartScoreError, WrongUsage
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.scoring.calibration import MeasuredFactor
from SmartScoreLib.series.describe import describe
from SmartScoreLib.series.model import CTSeries
from SmartScoreLib.whole_file import whole_file

SCHEMA = "smartscore-calibrations/1"
_SCANNER = ("manufacturer", "model", "serial_number", "station")
_NUMBERS = ("kvp", "mass_factor", "concentration_mg_per_cm3", "calcium_hu", "water_hu")
_DATES = ("measured_on", "expires_on")


@dataclass(frozen=True)
class StoredCalibration:
    """The mass factor of one scanner at one tube voltage.

    Attributes:
        scanner: which.
        kvp: tube voltage.
        measured: the factor and what it was computed from.
        measured_on: first day on which it holds.
        expires_on: last day on which it holds.
    """

    scanner: Scanner
    kvp: float
    measured: MeasuredFactor
    measured_on: date
    expires_on: date

    @property
    def origin(self) -> Remark:
        """Where the factor comes from, for every output that has a mass."""
        return remark(
            "quality.origin_stored",
            scanner=self.scanner.name,
            kvp=self.kvp,
            measured_on=self.measured_on.isoformat(),
            expires_on=self.expires_on.isoformat(),
        )


def calibration_of(series: CTSeries, measured: MeasuredFactor, valid_days: int) -> StoredCalibration:
    """A factor measured on a series, to be stored for its scanner.

    Raises:
        InputRefused: the images do not name their scanner, tube voltage or date.
        WrongUsage: the factor would hold for no day.
    """
    scanner, described = scanner_of(series.datasets), describe(series)
    return _dated(scanner, described.acquisition.kvp, described.study.study_date, measured, valid_days)


def calibration_of_check(check: PhantomCheck, valid_days: int) -> StoredCalibration:
    """The factor of the rods of a phantom check; errors as of `calibration_of`, and where there are no rods."""
    if check.factor is None:
        raise InputRefused(remark("quality.no_rods_to_store"))
    described = check.description
    return _dated(check.scanner, described.acquisition.kvp, described.study.study_date, check.factor, valid_days)


def _dated(
    scanner: Scanner, kvp: float | None, day: date | None, measured: MeasuredFactor, valid_days: int
) -> StoredCalibration:
    if valid_days < 1:
        raise WrongUsage(remark("quality.bad_days", days=valid_days))
    if not scanner.known or kvp is None or day is None:
        raise InputRefused(remark("quality.scanner_unknown"))
    return StoredCalibration(scanner, kvp, measured, day, day + timedelta(days=valid_days))


def calibration_for(
    stored: Sequence[StoredCalibration], series: CTSeries
) -> tuple[StoredCalibration | None, Remark | None]:
    """The newest factor that holds for a series, or why there is none.

    Only one of the same scanner and tube voltage, on the day of the scan: nothing is taken from another.
    """
    scanner, described = scanner_of(series.datasets), describe(series)
    kvp, day = described.acquisition.kvp, described.study.study_date
    if not scanner.known or kvp is None or day is None:
        return None, remark("quality.scanner_not_told")
    own = [one for one in stored if one.scanner.is_same(scanner) and one.kvp == kvp]
    if not own:
        return None, remark("quality.no_calibration", scanner=scanner.name, kvp=kvp)
    holds = [one for one in own if one.measured_on <= day <= one.expires_on]
    if holds:
        return max(holds, key=lambda one: one.measured_on), None
    earlier = [one for one in own if one.expires_on < day]
    if not earlier:
        first = min(one.measured_on for one in own).isoformat()
        return None, remark("quality.calibration_later", scanner=scanner.name, day=day.isoformat(), first=first)
    last = max(one.expires_on for one in earlier).isoformat()
    return None, remark("quality.calibration_expired", scanner=scanner.name, day=day.isoformat(), last=last)


def store(path: Path, calibration: StoredCalibration) -> None:
    """Add a calibration to a file, which is made if it is not there; one of the same scanner, voltage and day goes.

    Raises:
        InputRefused: what is in the file cannot be read as calibrations.
        SmartScoreError: the file cannot be written.
    """
    kept = [one for one in (read_calibrations(path) if path.exists() else ()) if not _same(one, calibration)]
    values = {"schema": SCHEMA, "calibrations": [_json(one) for one in (*kept, calibration)]}
    try:
        with whole_file(path) as draft:
            draft.write_text(json.dumps(values, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    except OSError as error:
        raise SmartScoreError(
            remark("quality.not_stored", file=str(path), reason=error.strerror or str(error))
        ) from error


def _same(one: StoredCalibration, other: StoredCalibration) -> bool:
    same = one.scanner.is_same(other.scanner) and one.kvp == other.kvp
    return same and one.measured_on == other.measured_on


def _json(one: StoredCalibration) -> dict[str, Any]:
    return {
        **{key: getattr(one.scanner, key) for key in _SCANNER},
        "kvp": one.kvp,
        "mass_factor": one.measured.factor,
        "measured_on": one.measured_on.isoformat(),
        "expires_on": one.expires_on.isoformat(),
        "concentration_mg_per_cm3": one.measured.concentration_mg_per_cm3,
        "calcium_hu": one.measured.calcium_hu,
        "water_hu": one.measured.water_hu,
    }


def read_calibrations(path: Path) -> tuple[StoredCalibration, ...]:
    """The calibrations of a file.

    Raises:
        InputRefused: the file cannot be read, is no JSON of this form, or a row has no valid value; with its number.
    """
    file = str(path)
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputRefused(remark("quality.unreadable", file=file, reason=error.strerror or str(error))) from error
    except (ValueError, RecursionError) as error:
        raise InputRefused(remark("quality.unreadable", file=file, reason=str(error))) from error
    rows = values.get("calibrations") if isinstance(values, dict) and values.get("schema") == SCHEMA else None
    if not isinstance(rows, list):
        raise InputRefused(remark("quality.no_calibrations", file=file, schema=SCHEMA))
    found, problems = [], []
    for number, row in enumerate(rows, 1):
        try:
            found.append(_calibration(row))
        except (KeyError, TypeError, ValueError) as error:
            problems.append(remark("quality.bad_row", file=file, number=number, reason=str(error).strip("'")))
    if problems:
        raise InputRefused(problems)
    return tuple(found)


def _calibration(row: Mapping[str, Any]) -> StoredCalibration:
    texts = {key: row[key] for key in _SCANNER}
    if not all(isinstance(text, str) for text in texts.values()):
        raise TypeError("the scanner is not given as text")
    numbers = {key: row[key] for key in _NUMBERS}
    for key, value in numbers.items():
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise TypeError(f"{key} is not a number")
    if not 0 < numbers["mass_factor"] < 0.1:
        raise ValueError("mass_factor is no factor in mg/(mm3 HU)")
    first, last = (date.fromisoformat(row[key]) for key in _DATES)
    if last < first:
        raise ValueError("expires_on lies before measured_on")
    measured = MeasuredFactor(
        numbers["mass_factor"], numbers["concentration_mg_per_cm3"], numbers["calcium_hu"], numbers["water_hu"]
    )
    return StoredCalibration(Scanner(**texts), float(numbers["kvp"]), measured, first, last)
