"""Whether a value may stand in a file (PS3.5 section 6.2)."""

from collections.abc import Callable
from typing import Any

from pydicom.datadict import dictionary_has_tag, dictionary_VM
from pydicom.dataelem import DataElement
from pydicom.multival import MultiValue
from pydicom.valuerep import STR_VR, VALIDATORS, VR

from SmartScoreLib.dicomwriting.repairs.moments import date_string
from SmartScoreLib.dicomwriting.repairs.numbers import integer_string
from SmartScoreLib.dicomwriting.repairs.texts import WITH_LINES, name_is_whole
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark

_UNREADABLE = "\ufffd"
_SHOWN = 64
"""A value of more characters is told by its length."""


def fault(element: DataElement) -> Remark | None:
    """Why the value of an element is not valid, as the end of a sentence; None if it is. Sequences are searched.

    Checked are lengths, characters and ranges by Value Representation; pydicom's own validators do the most of it.
    """
    if element.VR == VR.SQ:
        for item in element.value:
            for inner in item:
                if reason := fault(inner):
                    return remark("dicomwriting.fault_item", attribute=f"{inner.name} {inner.tag}", fault=reason)
        return None
    if element.is_empty:
        return None
    values = element.value if isinstance(element.value, MultiValue | list | tuple) else [element.value]
    if not _allows(element, len(values)):
        return remark("dicomwriting.fault_count", count=len(values))
    for value in values:
        if reason := _fault(element.VR, value):
            return reason
    return None


def _allows(element: DataElement, count: int) -> bool:
    """Whether the attribute can have so many values (PS3.6)."""
    if element.tag.is_private or not dictionary_has_tag(element.tag):
        return True
    low, _, high = dictionary_VM(element.tag).partition("-")
    if not high:
        return count == int(low)
    if high.endswith("n"):  # "1-n", or "3-3n" for multiples of three
        return count >= int(low) and count % int(high[:-1] or 1) == 0
    return int(low) <= count <= int(high)


def _fault(vr: str, value: Any) -> Remark | None:
    if vr in STR_VR:
        text = str(value)
        if _UNREADABLE in text:
            return remark("dicomwriting.fault_character_set")
        if any(_controls(c) and (vr not in WITH_LINES or c not in "\t\n\f\r") for c in text):
            return remark("dicomwriting.fault_control_character")
        if vr == VR.PN and not name_is_whole(text):
            return remark("dicomwriting.fault_name")
        value = text
    if vr == VR.DA and date_string(str(value)) is None:
        return remark("dicomwriting.fault_value", value=str(value)[:_SHOWN], vr=vr)
    if vr == VR.IS and value and integer_string(str(value)) is None:
        return remark("dicomwriting.fault_value", value=str(value)[:_SHOWN], vr=vr)
    validator: Callable[[str, Any], tuple[bool, str]] | None = VALIDATORS.get(vr)
    if validator is None or value is None or value == "" or validator(vr, value)[0]:
        return None
    if isinstance(value, str) and len(value) > _SHOWN:
        return remark("dicomwriting.fault_length", length=len(value), vr=vr)
    told = value if isinstance(value, str | int | float) else str(value)
    return remark("dicomwriting.fault_value", value=told, vr=vr)


def _controls(sign: str) -> bool:
    """Whether a sign is a control character: of ASCII, or of the upper half of Latin-1 (PS3.5 6.1.2.1, 6.1.3)."""
    return ord(sign) < 32 or 127 <= ord(sign) <= 159
