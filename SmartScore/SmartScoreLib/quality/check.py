"""One check of a scanner by the phantom: the nine inserts scored by the rules, and the mass factor of the rods."""

from dataclasses import replace

import numpy as np

from SmartScoreLib.lesions.clicking import ClickSettings, calcium_at
from SmartScoreLib.lesions.components import Index
from SmartScoreLib.lesions.editing import assign, empty_map
from SmartScoreLib.quality.finding import find_phantom
from SmartScoreLib.quality.model import FoundPhantom, Insert, InsertResult, PhantomCheck
from SmartScoreLib.quality.qrm import INSERTS, ROD_MG_CM3
from SmartScoreLib.quality.scanner import scanner_of
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import by_severity
from SmartScoreLib.scoring.calibration import MeasuredFactor, measure_factor
from SmartScoreLib.scoring.model import ScoringProtocol
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL, customize
from SmartScoreLib.scoring.score import score
from SmartScoreLib.series.describe import describe
from SmartScoreLib.series.geometry import Vector
from SmartScoreLib.series.model import CTSeries

_NEAR_MM = 2.0
"""How far from its place in the layout, in the slice, an insert may begin: as far as a click may miss."""
_ONE = "LAD"
"""Each insert is scored by itself, in some coronary territory."""


def check_phantom(
    series: CTSeries, protocol: ScoringProtocol = DEFAULT_PROTOCOL, mass_factor: float | None = None
) -> PhantomCheck:
    """Find the nine inserts and score each by the rules.

    Args:
        series: images of a QRM-CCI.
        protocol: the rules.
        mass_factor: mg of hydroxyapatite per mm3 and HU; None takes that of the calibration rods in the images.

    Raises:
        InputRefused: no phantom is in the images.
        WrongUsage: the mass factor makes no sense.
    """
    phantom = find_phantom(series)
    factor = phantom_factor(series, phantom)
    remarks = list(series.remarks)
    if factor is None:
        remarks.append(remark("quality.no_rods"))
    if mass_factor is not None:
        protocol = customize(protocol, mass_factor=mass_factor)
    elif factor is not None:
        protocol = customize(protocol, mass_factor=factor.factor, mass_factor_source=factor.origin)
    results = tuple(
        _measured(series, insert, place, protocol) for insert, place in zip(INSERTS, phantom.places, strict=True)
    )
    return PhantomCheck(
        scanner=scanner_of(series.datasets),
        description=describe(series),
        series_instance_uid=series.series_instance_uid,
        phantom=phantom,
        results=results,
        protocol=protocol,
        factor=factor,
        remarks=by_severity(remarks),
    )


def phantom_factor(series: CTSeries, phantom: FoundPhantom) -> MeasuredFactor | None:
    """The mass factor of the calibration rods; None where the images do not show them."""
    if phantom.rod is None:
        return None
    return measure_factor(series.hu, series.geometry, ROD_MG_CM3, phantom.rod, phantom.water)


def _measured(series: CTSeries, insert: Insert, place: Vector, protocol: ScoringProtocol) -> InsertResult:
    seed, peak = _brightest(series, insert, place)
    grown = calcium_at(series.hu, series.geometry, seed, ClickSettings(protocol.threshold_hu))
    lesions = empty_map(series.geometry, remark("lesions.origin_clicked"))
    if grown.reason is None:
        lesions = assign(lesions, grown.corner, grown.mask, _ONE)
    total = score(series.hu, replace(lesions, zero_confirmed=not grown.voxels), protocol).total
    return InsertResult(insert, total.agatston, total.volume_mm3, total.mass_mg, peak, place)


def _brightest(series: CTSeries, insert: Insert, place: Vector) -> tuple[Index, float]:
    """The greatest value within reach of the middle of an insert, and its (slice, row, column)."""
    geometry = series.geometry
    center = geometry.index(place)
    reach = (insert.diameter_mm / 2 + geometry.spacing_mm[0] / 2, _NEAR_MM, _NEAR_MM)
    ranges = []
    for at, far, step, size in zip(center, reach, geometry.spacing_mm, geometry.shape, strict=True):
        low, high = int(np.ceil(at - far / step)), int(np.floor(at + far / step))
        ranges.append(np.arange(max(0, low), min(size - 1, high) + 1))
    offsets = [
        (axis - at) * step for axis, at, step in zip(ranges[1:], center[1:], geometry.spacing_mm[1:], strict=True)
    ]
    near = np.hypot(offsets[0][:, None], offsets[1][None, :]) <= _NEAR_MM
    values = np.where(near[None], series.hu[np.ix_(*ranges)], -np.inf)
    found = np.unravel_index(int(values.argmax()), values.shape)
    index = tuple(int(axis[one]) for axis, one in zip(ranges, found, strict=True))
    return (index[0], index[1], index[2]), float(values.max())
