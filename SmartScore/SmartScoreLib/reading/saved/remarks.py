"""Remarks of a saved reading, as they were: from their data, else from their words."""

import json
from typing import Any

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark, Value, Where


def restored_remark(words: str, data: str) -> Remark:
    """The remark that `remark_json` made `data` of.

    Args:
        words: the remark in English; said as such where this version of the software does not know the remark.
        data: JSON.
    """
    try:
        return _remark(json.loads(data))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return remark("reading.earlier_remark", words=words)


def _remark(values: dict[str, Any]) -> Remark:
    return remark(values["code"], **{name: _value(value) for name, value in values["values"].items()})


def _value(value: Any) -> Value:
    if isinstance(value, dict):
        return _remark(value) if "code" in value else Where(str(value["file"]), int(value["others"]))
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, (str, int, float)):
        return value
    raise TypeError(value)
