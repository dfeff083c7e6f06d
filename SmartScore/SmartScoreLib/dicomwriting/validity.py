"""Whether a value may stand in a file (PS3.5 section 6.2)."""

from collections.abc import Callable
from typing import Any

from pydicom.datadict import dictionary_has_tag, dictionary_VM
from pydicom.dataelem import DataElement
from pydicom.multival import MultiValue
from pydicom.valuerep import STR_VR, VALIDATORS, VR

_UNREADABLE = "\ufffd"
_WITH_LINES = (VR.ST, VR.LT, VR.UT)


def fault(element: DataElement) -> str:
    """Why the value of an element is not valid, as the end of a sentence; "" if it is. Sequences are searched.

    Checked are lengths, characters and ranges by Value Representation; pydicom's own validators do the most of it.
    """
    if element.VR == VR.SQ:
        for item in element.value:
            for inner in item:
                if reason := fault(inner):
                    return f"has an item whose {inner.name} {inner.tag} {reason}"
        return ""
    if element.is_empty:
        return ""
    values = element.value if isinstance(element.value, MultiValue | list | tuple) else [element.value]
    if not _allows(element, len(values)):
        return f"has {len(values)} values, which is not the number that DICOM allows"
    for value in values:
        if reason := _fault(element.VR, value):
            return reason
    return ""


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


def _fault(vr: str, value: Any) -> str:
    if vr in STR_VR:
        text = str(value)
        if _UNREADABLE in text:
            return "has characters that are not of the character set it declares"
        if any(ord(c) < 32 and (vr not in _WITH_LINES or c not in "\t\n\f\r") for c in text):
            return "has a control character, which is not valid"
        value = text
    validator: Callable[[str, Any], tuple[bool, str]] | None = VALIDATORS.get(vr)
    if validator is None or value is None or value == "":
        return ""
    valid, message = validator(vr, value)
    if valid:
        return ""
    if isinstance(value, str) and len(value) > 64:
        return f"has {len(value)} characters, which is not valid for its type {vr}"
    return f"is {value!r}, which is not valid for its type {vr}" if value else message
