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
_LITERATURE = remark("scoring.source_literature", study=_VENDORS)


def _published(study: Remark, rules: ScoringProtocol) -> ScoringProtocol:
    """Rules as a study states them; the text of their source says what they are."""
    if rules.minimum_voxels > 1:
        size = remark("scoring.source_voxels", more_than=rules.minimum_voxels - 1)
    elif rules.area_must_exceed:
        size = remark("scoring.source_area", minimum_area_mm2=rules.minimum_area_mm2)
    else:
        size = remark("scoring.source_any_size")
    volume = remark(f"scoring.source_{rules.volume_method}")
    return replace(rules, source=remark("scoring.source_study", size=size, volume=volume, study=study))


DEFAULT_PROTOCOL = ScoringProtocol(name="SmartScore AJ-130", source=remark("scoring.source_agatston"))


def _at(
    kvp: float, source: str, weight_starts_hu: tuple[float, float, float, float], name: str = ""
) -> ScoringProtocol:
    """The default rules with the threshold and the weights published for another tube voltage."""
    return replace(
        DEFAULT_PROTOCOL,
        name=name or f"{kvp:g} kVp",
        source=remark(source, kvp=kvp) if source == "scoring.source_tube_voltage" else remark(source),
        threshold_hu=weight_starts_hu[0],
        weight_starts_hu=weight_starts_hu,
        tube_voltage_kvp=kvp,
    )


_RULES = (
    DEFAULT_PROTOCOL,
    _published(
        remark("scoring.source_ge", study=_VENDORS), ScoringProtocol("GE", minimum_area_mm2=1.0, area_must_exceed=True)
    ),
    _published(
        remark("scoring.source_siemens", study=_VENDORS),
        ScoringProtocol("Siemens", minimum_area_mm2=0.0, volume_method="isotropic"),
    ),
    _published(
        remark("scoring.source_without_mass_threshold", study=_VENDORS),
        ScoringProtocol("Philips", minimum_area_mm2=0.5, area_must_exceed=True),
    ),
    _published(_VENDORS, ScoringProtocol("Canon", minimum_area_mm2=0.0, minimum_voxels=4)),
    _published(_LITERATURE, ScoringProtocol("Literature", area_must_exceed=True, volume_method="isotropic")),
    _at(70.0, "scoring.source_tube_voltage", (207.0, 318.0, 477.0, 636.0)),
    _at(80.0, "scoring.source_tube_voltage", (177.0, 271.0, 408.0, 544.0)),
    _at(100.0, "scoring.source_tube_voltage", (145.0, 222.0, 334.0, 446.0)),
    replace(
        _at(100.0, "scoring.source_147_hu", (130.0, 200.0, 300.0, 400.0), name="100 kVp, 147 HU"), threshold_hu=147.0
    ),
    _at(135.0, "scoring.source_135_kvp", (119.0, 183.0, 274.0, 364.0)),
)

PRESETS: dict[str, ScoringProtocol] = {protocol.name: protocol for protocol in _RULES}
"""By name; the default first."""

THRESHOLDS_HU = (1.0, 3000.0)
"""The least and the greatest threshold that make sense."""

MINIMUM_AREAS_MM2 = (0.0, 100.0)
"""The least and the greatest smallest area that make sense."""

# Factors are near 0.00075 mg/(mm3 HU): one that is a thousand times as large is of another unit.
_MASS_FACTOR_BELOW = 0.1

TUBE_VOLTAGES_KVP = (40.0, 200.0)
"""The least and the greatest tube voltage that make sense."""

_CUSTOM = " (custom)"


def presets_for(kvp: float) -> tuple[str, ...]:
    """Names of the presets with rules published for another tube voltage than that of all others."""
    standard = DEFAULT_PROTOCOL.tube_voltage_kvp
    return tuple(name for name, rules in PRESETS.items() if rules.tube_voltage_kvp == kvp != standard)


def customize(protocol: ScoringProtocol, **changes: Any) -> ScoringProtocol:
    """The protocol with other values, named as changed if a rule differs from the preset's.

    A mass factor is a calibration, not a rule: giving one does not make the preset a custom one. A new factor has no
    source but the one that is given with it.

    Args:
        protocol: the rules before.
        changes: fields of `ScoringProtocol` by name; the starts of the weights may be any sequence.

    Raises:
        WrongUsage: a value makes no sense, one remark each.
    """
    if "weight_starts_hu" in changes:
        changes["weight_starts_hu"] = tuple(changes["weight_starts_hu"])
    if changes.get("mass_factor", protocol.mass_factor) != protocol.mass_factor:
        changes.setdefault("mass_factor_source", None)
    changed = replace(protocol, **changes)
    problems = problems_of(changed)
    if problems:
        raise WrongUsage(problems)
    return _named(changed, protocol)


def _named(rules: ScoringProtocol, before: ScoringProtocol) -> ScoringProtocol:
    """The rules, named as changed if they differ from those that their name stands for: a preset's, else `before`'s."""
    name = rules.name.removesuffix(_CUSTOM)
    origin = PRESETS.get(name, before)
    same = _uncalibrated(replace(rules, name=origin.name)) == _uncalibrated(origin)
    return replace(rules, name=origin.name if same else name + _CUSTOM)


def _uncalibrated(rules: ScoringProtocol) -> ScoringProtocol:
    return replace(rules, mass_factor=None, mass_factor_source=None)


def protocol_json(protocol: ScoringProtocol) -> dict[str, Any]:
    """The rules as a JSON object of their fields, sources as English text; `restored` makes them again."""
    values: dict[str, Any] = {field.name: getattr(protocol, field.name) for field in fields(protocol)}
    sources = {key: "" if values[key] is None else english(values[key]) for key in ("source", "mass_factor_source")}
    return values | sources | {"weight_starts_hu": list(protocol.weight_starts_hu)}


def restored(values: Mapping[str, Any]) -> ScoringProtocol:
    """The rules of `protocol_json`; a rule that an older version did not know has its default.

    The source is that of the preset whose name they carry; of others, files hold the text. What an older version
    called a preset and is none now is named as changed.

    Raises:
        KeyError: the name or the weights are missing.
        TypeError: there is a field of another version.
    """
    preset = PRESETS.get(values["name"].removesuffix(_CUSTOM))
    source = given_source(values.get("source", "")) if preset is None else preset.source
    weights = tuple(values["weight_starts_hu"])
    factor_source = given_source(values.get("mass_factor_source", ""))
    sources = {"source": source, "mass_factor_source": factor_source}
    rules = ScoringProtocol(**{**values, **sources, "weight_starts_hu": weights})
    return _named(rules, rules)


def given_source(text: str) -> Remark | None:
    """Where rules come from, in the words of whoever gave them."""
    return remark("scoring.source_given", text=text) if text else None


def problems_of(protocol: ScoringProtocol) -> list[Remark]:
    """What of the rules makes no sense, a remark each."""
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
    if not _within(protocol.tube_voltage_kvp, *TUBE_VOLTAGES_KVP):
        kvp, (least, most) = protocol.tube_voltage_kvp, TUBE_VOLTAGES_KVP
        problems.append(remark("scoring.bad_tube_voltage", kvp=kvp, least=least, most=most))
    factor = protocol.mass_factor
    if factor is not None and not 0 < factor < _MASS_FACTOR_BELOW:
        problems.append(remark("scoring.bad_mass_factor", mass_factor=factor))
    return problems


def _within(value: float, least: float, most: float) -> bool:
    return least <= value <= most  # as written, false of a value that is not a number
