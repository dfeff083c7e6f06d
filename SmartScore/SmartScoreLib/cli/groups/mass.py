"""The options that say where the mass factor comes from, and the rules with that factor."""

import argparse
import math
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import WrongUsage
from SmartScoreLib.remarks.model import by_severity

if TYPE_CHECKING:
    from SmartScoreLib.quality.factors import ScannerFactor
    from SmartScoreLib.scoring.calibration import Roi
    from SmartScoreLib.scoring.model import ScoringProtocol
    from SmartScoreLib.series.model import CTSeries

RODS: Final = "auto"
_OFFERED = ("patient", "small", "medium", "large")


@dataclass(frozen=True)
class Calibration:
    """Where in the images the mass factor is measured.

    Attributes:
        insert: the calibration insert: the region, or a point in it, LPS millimeters.
        concentration_mg_per_cm3: hydroxyapatite that it holds.
        water: a region of water, or None to take water as 0 HU.
    """

    insert: "Roi | tuple[float, float, float]"
    concentration_mg_per_cm3: float
    water: "Roi | None" = None


@dataclass(frozen=True)
class Rods:
    """The rods of a QRM-CCI in the images, found."""


@dataclass(frozen=True)
class Offered:
    """The factor that the scanner wrote into the images."""

    which: "ScannerFactor"


@dataclass(frozen=True)
class Stored:
    """The factor of the scanner in a file of calibrations."""

    file: Path


MassSource = Calibration | Rods | Offered | Stored


def add_mass_options(rules: argparse._ArgumentGroup) -> None:
    """--mass-factor, --calibration, --water and --calibrations."""
    rules.add_argument(
        "--mass-factor",
        metavar="C",
        help="mg of calcium hydroxyapatite per mm3 and HU; 'patient' takes the scanner's factor for this patient out "
        "of the images, 'small', 'medium' or 'large' that for patients of this width",
    )
    rules.add_argument(
        "--calibration",
        metavar="X,Y,Z[,RADIUS],MG",
        help="measure the mass factor: LPS center in mm of an insert that holds MG mg/cm3 hydroxyapatite, and the "
        f"radius to measure in (default: found); '{RODS}' finds the rods of a QRM-CCI",
    )
    rules.add_argument(
        "--water", metavar="X,Y,Z,RADIUS", help="where water is measured for --calibration (default: 0 HU)"
    )
    rules.add_argument(
        "--calibrations",
        type=Path,
        metavar="FILE",
        help="use the mass factor that this file has for the scanner on the day of the scan (phantom-qa --store)",
    )


def typed_factor(text: str | None) -> float | None:
    """The factor that was typed; None where there is none, or where it is the scanner's.

    Raises:
        WrongUsage: it is neither a number nor the name of one that scanners offer.
    """
    if text is None or text in _OFFERED:
        return None
    try:
        return float(text)
    except ValueError as error:
        raise WrongUsage(remark("cli.mass_factor", given=text, known=_OFFERED)) from error


def mass_request(arguments: argparse.Namespace) -> MassSource | None:
    """Where the factor comes from if it was not typed.

    Raises:
        WrongUsage: an option has no sensible value, or two exclude each other.
    """
    insert, water, stored = arguments.calibration, arguments.water, arguments.calibrations
    if [arguments.mass_factor, insert, stored].count(None) < 2:
        raise WrongUsage(remark("cli.two_mass_factors"))
    if water is not None and insert in (None, RODS):
        raise WrongUsage(remark("cli.water_alone"))
    if arguments.mass_factor in _OFFERED:
        return Offered(cast("ScannerFactor", arguments.mass_factor))
    if stored is not None:
        return Stored(stored)
    if insert is None:
        return None
    return Rods() if insert == RODS else _calibration(insert, water)


def _calibration(insert: str, water: str | None) -> Calibration:
    water_roi = None if water is None else _roi(_numbers("--water", water, 4))
    if insert.count(",") == 3:
        x, y, z, concentration = _numbers("--calibration", insert, 4)
        return Calibration((x, y, z), concentration, water_roi)
    *place, concentration = _numbers("--calibration", insert, 5)
    return Calibration(_roi(place), concentration, water_roi)


def _numbers(option: str, text: str, count: int) -> list[float]:
    try:
        values = [float(part) for part in text.split(",")]
    except ValueError:
        values = []
    if len(values) != count or not all(map(math.isfinite, values)) or values[3] <= 0:
        raise WrongUsage(remark("cli.region", option=option, given=text, count=count))
    return values


def _roi(values: list[float]) -> "Roi":
    from SmartScoreLib.scoring.calibration import Roi

    return Roi((values[0], values[1], values[2]), values[3])


def calibrated(
    protocol: "ScoringProtocol", source: MassSource | None, series: "CTSeries"
) -> "tuple[ScoringProtocol, CTSeries]":
    """The rules with the factor and its origin, and the series with what there is to say of it.

    Raises:
        InputRefused: the factor cannot be measured, is not offered, or the file of calibrations cannot be used.
        WrongUsage: the measured factor makes no sense.
    """
    if source is None:
        return protocol, series
    from SmartScoreLib.quality.factors import rods_factor, with_scanner_factor
    from SmartScoreLib.scoring.presets import customize

    if isinstance(source, Offered):
        return with_scanner_factor(protocol, series, source.which), series
    if isinstance(source, Stored):
        from SmartScoreLib.quality.calibrations import calibration_for, read_calibrations

        found, reason = calibration_for(read_calibrations(source.file), series)
        if found is None:
            assert reason is not None  # where there is none
            return protocol, replace(series, remarks=by_severity([*series.remarks, reason]))
        return customize(protocol, mass_factor=found.measured.factor, mass_factor_source=found.origin), series
    if isinstance(source, Rods):
        measured = rods_factor(series)
    else:
        from SmartScoreLib.quality.rod_at import rod_at
        from SmartScoreLib.scoring.calibration import measure_factor

        insert = rod_at(series, source.insert) if isinstance(source.insert, tuple) else source.insert
        measured = measure_factor(series.hu, series.geometry, source.concentration_mg_per_cm3, insert, source.water)
    return customize(protocol, mass_factor=measured.factor, mass_factor_source=measured.origin), series
