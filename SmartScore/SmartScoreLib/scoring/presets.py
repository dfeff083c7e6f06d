"""Scoring rules by name, each with its source."""

import math
from dataclasses import replace
from typing import Any

from SmartScoreLib.remarks.errors import WrongUsage
from SmartScoreLib.scoring.model import ScoringProtocol

_STUDY = (
    "as analyzed by van Praagh et al. 2021 (PMC8360117), a phantom study of four vendors' calcium scoring; "
    "its analysis code is public in MolloiLab/CAC-stanford-data"
)

DEFAULT_PROTOCOL = ScoringProtocol(
    name="SmartScore AJ-130",
    source=(
        "Agatston 1990 as practised: 130 HU, components of at least 1 mm2 in the slice, weight by their peak "
        "(130, 200, 300, 400 HU), times slice spacing / 3 mm; plain volume"
    ),
)

_RULES = (
    DEFAULT_PROTOCOL,
    ScoringProtocol(
        name="Above 1 mm2",
        source=f"Components must exceed 1 mm2; plain volume; one of four vendors {_STUDY}",
        area_must_exceed=True,
    ),
    ScoringProtocol(
        name="Siemens",
        source=f"No smallest area; isotropic volume; {_STUDY}",
        minimum_area_mm2=0.0,
        volume_method="isotropic",
    ),
    ScoringProtocol(
        name="Philips",
        source=f"Components must exceed 0.5 mm2; plain volume; {_STUDY}. The vendor's own mass threshold is not used",
        minimum_area_mm2=0.5,
        area_must_exceed=True,
    ),
    ScoringProtocol(
        name="Canon",
        source=f"Components of at least 3 voxels; plain volume; {_STUDY}",
        minimum_area_mm2=0.0,
        minimum_voxels=3,
    ),
    ScoringProtocol(
        name="Literature",
        source=f"Components must exceed 1 mm2; isotropic volume; the rules of the literature {_STUDY}",
        area_must_exceed=True,
        volume_method="isotropic",
    ),
)

PRESETS: dict[str, ScoringProtocol] = {protocol.name: protocol for protocol in _RULES}
"""By name; the default first."""

_CUSTOM = " (custom)"


def customize(protocol: ScoringProtocol, **changes: Any) -> ScoringProtocol:
    """The protocol with other values, named as changed if a rule differs from the preset's.

    A mass factor is a calibration, not a rule: giving one does not make the preset a custom one.

    Raises:
        WrongUsage: a value makes no sense, one sentence each.
    """
    changed = replace(protocol, **changes)
    problems = _problems(changed)
    if problems:
        raise WrongUsage(problems)
    name = changed.name.removesuffix(_CUSTOM)
    known = PRESETS.get(name)
    same = known is not None and replace(changed, name=name, mass_factor=known.mass_factor) == known
    return replace(changed, name=name if same else name + _CUSTOM)


def _problems(protocol: ScoringProtocol) -> list[str]:
    problems = []
    if not (math.isfinite(protocol.threshold_hu) and 0 < protocol.threshold_hu <= 3000):
        problems.append(f"A threshold of {protocol.threshold_hu:g} HU makes no sense; give 1 to 3000.")
    if not (math.isfinite(protocol.minimum_area_mm2) and 0 <= protocol.minimum_area_mm2 <= 100):
        problems.append(f"A smallest area of {protocol.minimum_area_mm2:g} mm2 makes no sense; give 0 to 100.")
    if protocol.minimum_voxels < 1:
        problems.append(f"A smallest number of voxels of {protocol.minimum_voxels} makes no sense; give 1 or more.")
    if protocol.connectivity not in (4, 8):
        problems.append(f"A connectivity of {protocol.connectivity} makes no sense; give 4 or 8.")
    if list(protocol.weight_starts_hu) != sorted(set(protocol.weight_starts_hu)) or len(protocol.weight_starts_hu) != 4:
        problems.append("The density weights need four starts in HU, each above the one before.")
    if protocol.volume_method not in ("plain", "isotropic"):
        problems.append(f'There is no volume method "{protocol.volume_method}"; give plain or isotropic.')
    factor = protocol.mass_factor
    if factor is not None and not (math.isfinite(factor) and 0 < factor < 0.1):
        problems.append(
            f"A mass factor of {factor:g} mg/(mm3 HU) makes no sense; common ones lie between 0.0005 and 0.001."
        )
    return problems
