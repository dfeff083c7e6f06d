"""The mass factor, measured on a phantom of known concentration."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.geometry import VolumeGeometry


@dataclass(frozen=True)
class Roi:
    """A circle in the slice plane, repeated over neighboring slices.

    Attributes:
        center_lps_mm: its middle, LPS millimeters.
        radius_mm: millimeters.
        slices_beside: how many slices below and above the middle one are measured too.
    """

    center_lps_mm: tuple[float, float, float]
    radius_mm: float
    slices_beside: int = 0


@dataclass(frozen=True)
class MeasuredFactor:
    """A mass factor that was measured on an insert, and what it was computed from.

    Attributes:
        factor: mg of calcium hydroxyapatite per mm3 and HU.
        concentration_mg_per_cm3: hydroxyapatite in the insert.
        calcium_hu: mean of the insert.
        water_hu: mean of water, 0 where it was not measured.
    """

    factor: float
    concentration_mg_per_cm3: float
    calcium_hu: float
    water_hu: float

    @property
    def origin(self) -> Remark:
        """Where the factor comes from, for every output that has a mass."""
        return remark(
            "scoring.origin_measured",
            mg_per_cm3=self.concentration_mg_per_cm3,
            calcium_hu=self.calcium_hu,
            water_hu=self.water_hu,
        )


def mean_hu(hu: NDArray[Any], geometry: VolumeGeometry, roi: Roi) -> float:
    """Mean of the voxels whose centers lie in the region.

    Args:
        hu: (slice, row, column) Hounsfield units of the whole volume.
        geometry: its grid.
        roi: the region.

    Raises:
        InputRefused: the region would hold voxels outside the volume, or holds no voxel center.
    """
    center = geometry.index(roi.center_lps_mm)
    middle = int(np.floor(center[0] + 0.5))
    reach = [roi.radius_mm / spacing for spacing in geometry.spacing_mm[1:]]
    low = [middle - roi.slices_beside, *(math.ceil(c - r) for c, r in zip(center[1:], reach, strict=True))]
    high = [middle + roi.slices_beside + 1, *(math.floor(c + r) + 1 for c, r in zip(center[1:], reach, strict=True))]
    if any(a < 0 or b > n for a, b, n in zip(low, high, geometry.shape, strict=True)):
        raise InputRefused(remark("scoring.region_outside", center_lps_mm=roi.center_lps_mm))
    rows = (np.arange(low[1], high[1]) - center[1]) * geometry.spacing_mm[1]
    columns = (np.arange(low[2], high[2]) - center[2]) * geometry.spacing_mm[2]
    inside = np.hypot(rows[:, None], columns[None, :]) <= roi.radius_mm
    if not inside.any():
        raise InputRefused(remark("scoring.region_too_small", center_lps_mm=roi.center_lps_mm))
    values = hu[low[0] : high[0], low[1] : high[1], low[2] : high[2]][:, inside]
    return float(values.mean(dtype=np.float64))


def mass_factor(concentration_mg_per_cm3: float, calcium_hu: float, water_hu: float = 0.0) -> float:
    """mg of calcium hydroxyapatite per mm3 and HU: concentration / (HU of the calcium - HU of water).

    Source: McCollough et al. 2007, as in the analysis code of van Praagh et al. 2021.

    Args:
        concentration_mg_per_cm3: hydroxyapatite in the calibration insert.
        calcium_hu: its mean HU.
        water_hu: mean HU of water or of the water-equivalent insert.

    Raises:
        InputRefused: the values cannot be those of a calibration.
    """
    difference = calcium_hu - water_hu
    if not (math.isfinite(concentration_mg_per_cm3) and concentration_mg_per_cm3 > 0):
        raise InputRefused(remark("scoring.bad_concentration", mg_per_cm3=concentration_mg_per_cm3))
    if not (math.isfinite(difference) and difference > 0):
        raise InputRefused(remark("scoring.insert_not_denser", calcium_hu=calcium_hu, water_hu=water_hu))
    return concentration_mg_per_cm3 / 1000 / difference


def measure_factor(
    hu: NDArray[Any],
    geometry: VolumeGeometry,
    concentration_mg_per_cm3: float,
    calcium: Roi,
    water: Roi | None = None,
) -> MeasuredFactor:
    """The mass factor from a region in the calibration insert and one in water (0 HU if there is none).

    Errors as of `mean_hu` and `mass_factor`.
    """
    water_hu = 0.0 if water is None else mean_hu(hu, geometry, water)
    calcium_hu = mean_hu(hu, geometry, calcium)
    factor = mass_factor(concentration_mg_per_cm3, calcium_hu, water_hu)
    return MeasuredFactor(factor, concentration_mg_per_cm3, calcium_hu, water_hu)
