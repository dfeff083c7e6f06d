"""Scoring rules by name, each with its source."""

import math
from collections.abc import Mapping
from dataclasses import fields, replace
from itertools import pairwise
from typing import Any

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.errors import WrongUsage
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.scoring.model import ScoringProtocol

_VENDORS = remark("scoring.source_vendors")
_ONE_VENDOR = remark("scoring.source_one_vendor", study=_VENDORS)
_LITERATURE = remark("scoring.source_literature", study=_VENDORS)
_WITHOUT_MASS_THRESHOLD = remark("scoring.source_without_mass_threshold", study=_VENDORS)


def _published(study: Remark, rules: ScoringProtocol) -> ScoringProtocol:
    """Rules as a study states them; the text of their source says what they are."""
    if rules.minimum_voxels > 1:
        size = remark("scoring.source_voxels", minimum_voxels=rules.minimum_voxels)
    elif rules.area_must_exceed:
        size = remark("scoring.source_area", minimum_area_mm2=rules.minimum_area_mm2)
    else:
        size = remark("scoring.source_any_size")
    volume = remark(f"scoring.source_{rules.volume_method}")
    return replace(rules, source=remark("scoring.source_study", size=size, volume=volume, study=study))


DEFAULT_PROTOCOL = ScoringProtocol(name="SmartScore AJ-130", source=remark("scoring.source_agatston"))

_RULES = (
    DEFAULT_PROTOCOL,
    _published(_ONE_VENDOR, ScoringProtocol("Above 1 mm2", area_must_exceed=True)),
    _published(_VENDORS, ScoringProtocol("Siemens", minimum_area_mm2=0.0, volume_method="isotropic")),
    _published(_WITHOUT_MASS_THRESHOLD, ScoringProtocol("Philips", minimum_area_mm2=0.5, area_must_exceed=True)),
    _published(_VENDORS, ScoringProtocol("Canon", minimum_area_mm2=0.0, minimum_voxels=3)),
    _published(_LITERATURE, ScoringProtocol("Literature", area_must_exceed=True, volume_method="isotropic")),
)

PRESETS: dict[str, ScoringProtocol] = {protocol.name: protocol for protocol in _RULES}
"""By name; the default first."""

THRESHOLDS_HU = (1.0, 3000.0)
"""The least and the greatest threshold that make sense."""

MINIMUM_AREAS_MM2 = (0.0, 100.0)
"""The least and the greatest smallest area that make sense."""

# Factors are near 0.00075 mg/(mm3 HU): one that is a thousand times as large is of another unit.
_MASS_FACTOR_BELOW = 0.1

_CUSTOM = " (custom)"


def customize(protocol: ScoringProtocol, **changes: Any) -> ScoringProtocol:
    """The protocol with other values, named as changed if a rule differs from the preset's.

    A mass factor is a calibration, not a rule: giving one does not make the preset a custom one.

    Args:
        protocol: the rules before.
        changes: fields of `ScoringProtocol` by name; the starts of the weights may be any sequence.

    Raises:
        WrongUsage: a value makes no sense, one remark each.
    """
    if "weight_starts_hu" in changes:
        changes["weight_starts_hu"] = tuple(changes["weight_starts_hu"])
    changed = replace(protocol, **changes)
    problems = _problems(changed)
    if problems:
        raise WrongUsage(problems)
    name = changed.name.removesuffix(_CUSTOM)
    known = PRESETS.get(name)
    same = known is not None and replace(changed, name=name, mass_factor=known.mass_factor) == known
    return replace(changed, name=name if same else name + _CUSTOM)


def protocol_json(protocol: ScoringProtocol) -> dict[str, Any]:
    """The rules as a JSON object of their fields, the source as English text; `restored` makes them again."""
    values: dict[str, Any] = {field.name: getattr(protocol, field.name) for field in fields(protocol)}
    source = "" if protocol.source is None else english(protocol.source)
    return values | {"source": source, "weight_starts_hu": list(protocol.weight_starts_hu)}


def restored(values: Mapping[str, Any]) -> ScoringProtocol:
    """The rules of `protocol_json`.

    The source is that of the preset whose name they carry: files hold its text only, in the words of the version that
    wrote them.

    Raises:
        KeyError: a field is missing.
        TypeError: there is a field of another version.
    """
    preset = PRESETS.get(values["name"].removesuffix(_CUSTOM))
    source = None if preset is None else preset.source
    return ScoringProtocol(**{**values, "source": source, "weight_starts_hu": tuple(values["weight_starts_hu"])})


def _problems(protocol: ScoringProtocol) -> list[Remark]:
    problems = []
    if not _within(protocol.threshold_hu, *THRESHOLDS_HU):
        least, most = THRESHOLDS_HU
        problems.append(remark("scoring.bad_threshold", threshold_hu=protocol.threshold_hu, least=least, most=most))
    if not _within(protocol.minimum_area_mm2, *MINIMUM_AREAS_MM2):
        area, (least, most) = protocol.minimum_area_mm2, MINIMUM_AREAS_MM2
        problems.append(remark("scoring.bad_area", minimum_area_mm2=area, least=least, most=most))
    if protocol.minimum_voxels < 1:
        problems.append(remark("scoring.bad_voxels", minimum_voxels=protocol.minimum_voxels, least=1))
    if protocol.connectivity not in (4, 8):
        problems.append(remark("scoring.bad_connectivity", connectivity=protocol.connectivity))
    starts = protocol.weight_starts_hu
    rising = all(low < high for low, high in pairwise(starts))
    if len(starts) != 4 or not rising or not all(map(math.isfinite, starts)):
        problems.append(remark("scoring.bad_weights"))
    if protocol.volume_method not in ("plain", "isotropic"):
        problems.append(remark("scoring.bad_volume_method", volume_method=protocol.volume_method))
    factor = protocol.mass_factor
    if factor is not None and not 0 < factor < _MASS_FACTOR_BELOW:
        problems.append(remark("scoring.bad_mass_factor", mass_factor=factor))
    return problems


def _within(value: float, least: float, most: float) -> bool:
    return least <= value <= most  # as written, false of a value that is not a number
