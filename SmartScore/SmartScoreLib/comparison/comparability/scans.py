"""What differs between two scans, each difference with its direction where one is known.

Sources: calcium is brighter at a lower tube voltage, so that thresholds for it are higher (`scoring.presets` has them
with their papers); thinner slices gave higher scores (Mühlenbruch et al. 2005, Invest Radiol 40:695); scanners of four
makers gave different scores of one phantom, in other orders in other studies (Willemink et al. 2015, J Cardiovasc
Comput Tomogr; Choi et al. 2020, Acta Radiol Open), so that no direction is told; added noise raised scores (Appl Sci
2024, 14:8906); scans without ECG gating missed calcium in 8.8 % of people and gave too low scores in 19.1 % of those
with high ones (Xie et al. 2013, Circ Cardiovasc Imaging 6:514), while the limits of change were measured on gated
scans.
"""

from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.technique import technique
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark

_SAME_SIZE = 0.05
"""Sizes in mm that differ by less than this part are the same."""
_OTHER_DOSE = 1.5
"""Doses whose ratio is below this are the same: they follow the size of the patient from day to day."""


def scan_remarks(earlier: Reading, later: Reading) -> tuple[Remark, ...]:
    """Gating, scanner, tube voltage, kernel, slices, pixels, dose and phase; attributes that one scan lacks tell
    nothing. Whether a scan is gated is what it was read as."""
    return (
        *_gating(earlier, later),
        *_scanner(earlier, later),
        *_tube_voltage(earlier, later),
        *_slices(earlier, later),
        *_texts(earlier, later),
        *_dose(earlier, later),
    )


def _gating(earlier: Reading, later: Reading) -> list[Remark]:
    match ungated(earlier), ungated(later):
        case False, True:
            return [remark("comparison.ungated_now")]
        case True, False:
            return [remark("comparison.ungated_before")]
        case True, True:
            return [remark("comparison.ungated_both")]
    return []


def ungated(reading: Reading) -> bool:
    """Whether a scan was read as one without ECG gating."""
    return reading.sheet.mode == "chest"


def _scanner(earlier: Reading, later: Reading) -> list[Remark]:
    before, after = earlier.description.acquisition, later.description.acquisition
    if before.manufacturer and after.manufacturer and before.manufacturer.lower() != after.manufacturer.lower():
        makers = {"before": before.manufacturer, "after": after.manufacturer}
        return [remark("comparison.manufacturers_differ", **makers)]
    if before.model and after.model and before.model != after.model:
        return [remark("comparison.models_differ", before=before.model, after=after.model)]
    return []


def _tube_voltage(earlier: Reading, later: Reading) -> list[Remark]:
    before, after = earlier.description.acquisition.kvp, later.description.acquisition.kvp
    if before is None or after is None:
        return [remark("comparison.tube_voltage_unknown")] if before != after else []
    if before == after:
        return []
    rules = earlier.sheet.protocol.tube_voltage_kvp, later.sheet.protocol.tube_voltage_kvp
    if rules == (before, after):
        return [remark("comparison.tube_voltages_by_rules", before=before, after=after)]
    key = "tube_voltage_lower" if after < before else "tube_voltage_higher"
    return [remark(f"comparison.{key}", before=before, after=after)]


def _slices(earlier: Reading, later: Reading) -> list[Remark]:
    one, other = earlier.description.acquisition, later.description.acquisition
    before, after = one.slice_thickness_mm, other.slice_thickness_mm
    found = []
    if before and after and _differ(before, after):
        key = "slices_thinner" if after < before else "slices_thicker"
        found.append(remark(f"comparison.{key}", before=before, after=after))
    spacings = earlier.series.geometry.spacing_mm, later.series.geometry.spacing_mm
    if _differ(spacings[0][0], spacings[1][0]):
        distances = {"before": round(spacings[0][0], 3), "after": round(spacings[1][0], 3)}
        found.append(remark("comparison.spacings_differ", **distances))
    if _differ(spacings[0][1], spacings[1][1]):
        sizes = {"before": round(spacings[0][1], 3), "after": round(spacings[1][1], 3)}
        found.append(remark("comparison.pixels_differ", **sizes))
    return found


def _texts(earlier: Reading, later: Reading) -> list[Remark]:
    one, other = earlier.description.acquisition, later.description.acquisition
    found = []
    if one.kernel and other.kernel and one.kernel != other.kernel:
        found.append(remark("comparison.kernels_differ", before=one.kernel, after=other.kernel))
    if one.phase and other.phase and one.phase != other.phase:
        found.append(remark("comparison.phases_differ", before=one.phase, after=other.phase))
    return found


def _dose(earlier: Reading, later: Reading) -> list[Remark]:
    before, after = (technique(one.series.datasets).ctdi_vol_mgy for one in (earlier, later))
    if before is None or after is None or max(before, after) < _OTHER_DOSE * min(before, after):
        return []
    key = "dose_lower" if after < before else "dose_higher"
    return [remark(f"comparison.{key}", before=before, after=after)]


def _differ(one: float, other: float) -> bool:
    return abs(one - other) > _SAME_SIZE * max(one, other)
