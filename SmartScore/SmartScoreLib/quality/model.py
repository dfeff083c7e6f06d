"""The phantom, where its parts were found, and what was measured of them."""

from dataclasses import dataclass
from math import pi
from typing import Literal

from SmartScoreLib.quality.scanner import Scanner
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.scoring.calibration import MeasuredFactor, Roi
from SmartScoreLib.scoring.model import ScoringProtocol
from SmartScoreLib.series.describe import SeriesDescription
from SmartScoreLib.series.geometry import Vector

PhantomSize = Literal["small", "large"]
"""The thorax of the phantom without its extension ring, or with it."""

Measure = Literal["agatston", "volume_mm3", "mass_mg"]
MEASURES: tuple[Measure, ...] = ("agatston", "volume_mm3", "mass_mg")


@dataclass(frozen=True)
class Insert:
    """A cylinder of hydroxyapatite as long as it is wide.

    Attributes:
        density_mg_cm3: hydroxyapatite, mg/cm3.
        diameter_mm: diameter and length.
    """

    density_mg_cm3: int
    diameter_mm: int

    @property
    def volume_mm3(self) -> float:
        """What the maker's dimensions give."""
        return pi / 4 * self.diameter_mm**3

    @property
    def mass_mg(self) -> float:
        """Nominal mass: volume x density."""
        return self.volume_mm3 * self.density_mg_cm3 / 1000


@dataclass(frozen=True)
class FoundPhantom:
    """Where the parts of the phantom lie; positions are LPS millimeters.

    Attributes:
        places: the middle of each insert, in the order of `qrm.INSERTS`.
        center_lps_mm: where the axis of the phantom crosses the plane of the inserts.
        rod: inside of the calibration rod of 200 mg/cm3; None where the images do not show it.
        water: inside of the water rod; None as `rod`.
        misfit_mm: how far the large and medium inserts lie from the layout, root mean square.
    """

    places: tuple[Vector, ...]
    center_lps_mm: Vector
    rod: Roi | None
    water: Roi | None
    misfit_mm: float


@dataclass(frozen=True)
class InsertResult:
    """What was measured of one insert.

    Attributes:
        insert: which.
        agatston: its score; 0 where nothing counts.
        volume_mm3: mm3.
        mass_mg: mg of hydroxyapatite; None without a mass factor.
        peak_hu: the greatest value near its place.
        place_lps_mm: its middle, LPS millimeters.
    """

    insert: Insert
    agatston: float
    volume_mm3: float
    mass_mg: float | None
    peak_hu: float
    place_lps_mm: Vector


@dataclass(frozen=True)
class PhantomCheck:
    """One check of a scanner: nine inserts, the rules, the mass factor with its origin, and the series.

    Attributes:
        scanner: which scanner it is.
        description: date and acquisition.
        series_instance_uid: of the images.
        phantom: where everything was found.
        results: one an insert, in the order of `qrm.INSERTS`.
        protocol: the rules, with the mass factor and its origin if there is one.
        factor: the factor that the images themselves give; None where they do not show the rods.
        remarks: of the series and of the check, the gravest first.
    """

    scanner: Scanner
    description: SeriesDescription
    series_instance_uid: str
    phantom: FoundPhantom
    results: tuple[InsertResult, ...]
    protocol: ScoringProtocol
    factor: MeasuredFactor | None
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class Spread:
    """Mean, least and greatest of a value over the scans of a study."""

    mean: float
    least: float
    most: float

    def holds(self, value: float) -> bool:
        """Whether a value lies within least and greatest, to the five decimals that were published."""
        return self.least <= round(value, 5) <= self.most
