"""Rules of one's own, from a JSON file."""

import json
import math
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.scoring.model import ScoringProtocol
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL, PRESETS, given_source, problems_of

_NUMBERS = ("threshold_hu", "minimum_area_mm2", "tube_voltage_kvp", "mass_factor")
_WHOLE = ("minimum_voxels", "connectivity")
_TEXTS = ("name", "source", "volume_method", "mass_factor_source")
_LONGEST_NAME = 64


def read_protocol(path: Path) -> ScoringProtocol:
    """Read a JSON object with a name and any other fields of `ScoringProtocol`; the others are the default's.

    `{"name": "Our rules", "threshold_hu": 145, "weight_starts_hu": [145, 222, 334, 446], "tube_voltage_kvp": 100}`;
    `source` is a text that says where the rules come from.

    Raises:
        InputRefused: the file cannot be read, or a key is unknown or has no valid value; a remark for each.
    """
    file = str(path)
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputRefused(remark("scoring.protocol_unreadable", file=file, error=str(error.strerror))) from error
    except (ValueError, RecursionError) as error:
        raise InputRefused(remark("scoring.protocol_no_json", file=file, error=str(error))) from error
    if not isinstance(values, dict):
        raise InputRefused(remark("scoring.protocol_no_object", file=file))
    known = tuple(field.name for field in fields(ScoringProtocol))
    unknown = [key for key in values if key not in known]
    problems = [remark("scoring.protocol_unknown_key", file=file, key=repr(key), known=known) for key in unknown]
    problems += [fault for key, value in values.items() if (fault := _fault(file, key, value)) is not None]
    problems += _name_faults(file, values.get("name"))
    if problems:
        raise InputRefused(problems)
    if "weight_starts_hu" in values:
        values["weight_starts_hu"] = tuple(values["weight_starts_hu"])
    sources = {key: given_source(values.get(key) or "") for key in ("source", "mass_factor_source")}
    protocol = replace(DEFAULT_PROTOCOL, **(values | sources))
    if problems := problems_of(protocol):
        raise InputRefused(problems)
    return protocol


def _name_faults(file: str, name: Any) -> list[Remark]:
    """Rules are known by their name on every output: it is one line, and no other rules have it."""
    if name is None or (isinstance(name, str) and not name.strip()):
        return [remark("scoring.protocol_without_name", file=file)]
    if not isinstance(name, str):
        return []  # said already
    if name in PRESETS:
        return [remark("scoring.protocol_preset_name", file=file, name=name)]
    if len(name) > _LONGEST_NAME or not name.isprintable():
        return [remark("scoring.protocol_long_name", file=file, longest=_LONGEST_NAME)]
    return []


def _fault(file: str, key: str, value: Any) -> Remark | None:
    where = {"file": file, "key": key, "value": repr(value)}
    if key == "mass_factor" and value is None:
        return None
    if key in _NUMBERS:
        return None if _is_number(value) else remark("scoring.protocol_number", **where)
    if key in _WHOLE:
        whole = isinstance(value, int) and not isinstance(value, bool)
        return None if whole else remark("scoring.protocol_whole", **where)
    if key in _TEXTS:
        return None if isinstance(value, str) else remark("scoring.protocol_text", **where)
    if key == "area_must_exceed":
        return None if isinstance(value, bool) else remark("scoring.protocol_flag", **where)
    if key == "weight_starts_hu":
        numbers = isinstance(value, list) and all(map(_is_number, value))
        return None if numbers else remark("scoring.protocol_numbers", **where)
    return None  # unknown, and said


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
