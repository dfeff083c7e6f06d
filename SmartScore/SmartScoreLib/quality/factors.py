"""The mass factor of a series: from its own rods, from its headers, or from what is stored of its scanner."""

from typing import Literal

from SmartScoreLib.quality.check import phantom_factor
from SmartScoreLib.quality.finding import find_phantom
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.scoring.calibration import MeasuredFactor
from SmartScoreLib.scoring.model import ScoringProtocol
from SmartScoreLib.scoring.presets import customize
from SmartScoreLib.series.describe import SizeClass, describe
from SmartScoreLib.series.model import CTSeries

ScannerFactor = Literal["patient"] | SizeClass


def rods_factor(series: CTSeries) -> MeasuredFactor:
    """The factor of the calibration rods of a QRM-CCI, found without a click.

    Raises:
        InputRefused: no phantom is in the images, or its rods are not.
    """
    measured = phantom_factor(series, find_phantom(series))
    if measured is None:
        raise InputRefused(remark("quality.rods_missing"))
    return measured


def with_scanner_factor(protocol: ScoringProtocol, series: CTSeries, which: ScannerFactor) -> ScoringProtocol:
    """The rules with the mass factor that the scanner wrote into the images.

    Args:
        protocol: the rules.
        series: the images.
        which: "patient" is the one for this patient; a size is that of the device for patients of it (lateral width
            below 32 cm, 32 to 38 cm, above 38 cm).

    Raises:
        InputRefused: the images do not have it.
    """
    size = None if which == "patient" else which
    offered = describe(series).acquisition.mass_factors
    for one in offered:
        if one.size == size:
            source = remark("quality.origin_scanner")
            if one.size is not None:
                source = remark("quality.origin_scanner_size", size=one.size)
            return customize(protocol, mass_factor=one.value, mass_factor_source=source)
    names = tuple(one.size or "patient" for one in offered)
    raise InputRefused(remark("quality.not_offered", which=which, offered=names or ("none",)))
