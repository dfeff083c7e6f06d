"""The mass factor of a scoring command: typed, or measured on a calibration insert in the images."""

import argparse
import math
from typing import TYPE_CHECKING

from SmartScoreLib.remarks.errors import WrongUsage

if TYPE_CHECKING:
    from SmartScoreLib.scoring.calibration import Roi
    from SmartScoreLib.series.model import CTSeries


def add_mass_options(rules: "argparse._ArgumentGroup") -> None:
    """Either a factor, or where the insert is and what it holds."""
    rules.add_argument("--mass-factor", type=float, metavar="C", help="mg of calcium hydroxyapatite per mm3 and HU")
    rules.add_argument(
        "--calibration",
        metavar="X,Y,Z,RADIUS,MG",
        help="measure the mass factor: LPS center and radius in mm of an insert that holds MG mg/cm3 hydroxyapatite",
    )
    rules.add_argument(
        "--water", metavar="X,Y,Z,RADIUS", help="where water is measured for --calibration (default: 0 HU)"
    )


def mass_factor_for(arguments: argparse.Namespace, series: "CTSeries") -> float | None:
    """The factor in mg/(mm3 HU), or None if none was asked for.

    Raises:
        WrongUsage: a factor and a calibration at once, water alone, or values that are no numbers.
        InputRefused: the region lies outside the images or is not denser than water.
    """
    if arguments.calibration is None:
        if arguments.water is not None:
            raise WrongUsage("--water goes with --calibration.")
        typed: float | None = arguments.mass_factor
        return typed
    if arguments.mass_factor is not None:
        raise WrongUsage("--mass-factor and --calibration exclude each other.")
    from SmartScoreLib.scoring.calibration import measure_mass_factor

    *insert, concentration = _numbers("--calibration", arguments.calibration, 5)
    water = None if arguments.water is None else _roi(_numbers("--water", arguments.water, 4))
    return measure_mass_factor(series.hu, series.geometry, concentration, _roi(insert), water)


def _numbers(option: str, text: str, count: int) -> list[float]:
    try:
        values = [float(part) for part in text.split(",")]
    except ValueError:
        values = []
    if len(values) != count or not all(map(math.isfinite, values)) or values[3] <= 0:
        raise WrongUsage(f"{option} {text!r} is not {count} numbers separated by commas, with a radius above 0.")
    return values


def _roi(values: list[float]) -> "Roi":
    from SmartScoreLib.scoring.calibration import Roi

    return Roi((values[0], values[1], values[2]), values[3])
