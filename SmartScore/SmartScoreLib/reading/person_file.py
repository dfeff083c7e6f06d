"""What is known of a patient, from a JSON file."""

import json
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

from SmartScoreLib.interpretation.model import Ethnicity, Person
from SmartScoreLib.interpretation.populations.model import Sex
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark

_CHOICES: dict[str, tuple[str, ...]] = {"sex": get_args(Sex), "ethnicity": get_args(Ethnicity)}
_RANGES = {
    "age_years": (0, 130),
    "total_cholesterol_mg_dl": (20, 1000),
    "hdl_cholesterol_mg_dl": (2, 300),
    "systolic_mmhg": (40, 300),
    "egfr_ml_min": (1, 250),
}


def read_person(path: Path) -> Person:
    """Read a JSON object with any fields of `Person`; an absent field, or null, is not known.

    Raises:
        InputRefused: the file cannot be read, or a field is unknown or has no valid value.
    """
    file = str(path)
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputRefused(remark("reading.person_unreadable", file=file, error=str(error.strerror))) from error
    except (ValueError, RecursionError) as error:
        raise InputRefused(remark("reading.person_no_json", file=file, error=str(error))) from error
    if not isinstance(values, dict):
        raise InputRefused(remark("reading.person_no_object", file=file))
    return person_from(values, file)


def person_from(values: Mapping[str, Any], file: str) -> Person:
    """The person of any fields of `Person`, checked; None is not known.

    Args:
        values: by the names of the fields.
        file: where they come from, for the reasons.

    Raises:
        InputRefused: a field is unknown or has no valid value, one remark each.
    """
    known = tuple(sorted(field.name for field in fields(Person)))
    problems = [
        remark("reading.person_unknown_field", file=file, field=repr(key), known=known)
        for key in values
        if key not in known
    ]
    problems += [
        fault for key, value in values.items() if key in known and (fault := _fault(file, key, value)) is not None
    ]
    if problems:
        raise InputRefused(problems)
    age = values.get("age_years")
    return Person(**{**values, "age_years": None if age is None else int(age)})


def _fault(file: str, key: str, value: Any) -> Remark | None:
    if value is None:
        return None
    where = {"file": file, "field": key, "value": repr(value)}
    if key in _CHOICES:
        return None if value in _CHOICES[key] else remark("reading.person_choice", **where, known=_CHOICES[key])
    if key in _RANGES:
        least, most = _RANGES[key]
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if key == "age_years" and not (number and (isinstance(value, int) or value.is_integer())):
            return remark("reading.person_whole_years", **where)
        fits = number and least <= value <= most
        return None if fits else remark("reading.person_range", **where, least=least, most=most)
    if key == "group":
        return None if isinstance(value, str) and value.strip() else remark("reading.person_text", **where)
    return None if isinstance(value, bool) else remark("reading.person_flag", **where)
