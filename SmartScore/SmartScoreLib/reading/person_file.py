"""What is known of a patient, from a JSON file."""

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.remarks.errors import InputRefused

_CHOICES = {"sex": ("male", "female"), "ethnicity": ("white", "chinese", "black", "hispanic")}
_RANGES = {
    "age_years": (0, 130),
    "total_cholesterol_mg_dl": (20, 1000),
    "hdl_cholesterol_mg_dl": (2, 300),
    "systolic_mmhg": (40, 300),
}


def read_person(path: Path) -> Person:
    """Read a JSON object with any fields of `Person`; an absent field, or null, is not known.

    Raises:
        InputRefused: the file cannot be read, or a field is unknown or has no valid value.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputRefused(f"{path} could not be read: {error.strerror}.") from error
    except ValueError as error:
        raise InputRefused(f"{path} is not valid JSON: {error}.") from error
    if not isinstance(values, dict):
        raise InputRefused(f"{path} is not a JSON object.")
    known = {field.name for field in fields(Person)}
    reasons = [f"{path}: {key!r} is none of {', '.join(sorted(known))}." for key in values if key not in known]
    reasons += [f"{path}: {fault}." for key, value in values.items() if key in known and (fault := _fault(key, value))]
    if reasons:
        raise InputRefused(reasons)
    return Person(**values)


def _fault(key: str, value: Any) -> str:
    if value is None:
        return ""
    if key in _CHOICES:
        return "" if value in _CHOICES[key] else f"{key} {value!r} is none of {', '.join(_CHOICES[key])}"
    if key in _RANGES:
        low, high = _RANGES[key]
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if key == "age_years" and not (number and value == int(value)):
            return f"{key} {value!r} is not a whole number of years"
        return "" if number and low <= value <= high else f"{key} {value!r} is not a number from {low} to {high}"
    return "" if isinstance(value, bool) else f"{key} {value!r} is neither true nor false"
