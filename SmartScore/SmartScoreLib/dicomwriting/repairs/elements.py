"""One element of a source: as it is, repaired, or left out; and what was done to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pydicom.datadict import (
    dictionary_description,
    dictionary_has_tag,
    dictionary_keyword,
    dictionary_VM,
    dictionary_VR,
)
from pydicom.dataelem import DataElement, RawDataElement
from pydicom.dataset import Dataset
from pydicom.multival import MultiValue
from pydicom.tag import BaseTag
from pydicom.valuerep import CUSTOMIZABLE_CHARSET_VR, VR

from SmartScoreLib.dicomwriting.repairs.moments import age_string, date_string, time_string
from SmartScoreLib.dicomwriting.repairs.numbers import (
    BINARY,
    Value,
    decimal_string,
    integer,
    integer_string,
    reinterpreted,
    unpacked,
)
from SmartScoreLib.dicomwriting.repairs.terms import (
    ENUMERATED,
    NEVER_CUT,
    SIGNED_AS_PIXELS,
    VERBATIM,
    image_type,
    needed_in_items,
)
from SmartScoreLib.dicomwriting.repairs.texts import (
    LENGTHS,
    WITH_LINES,
    code_string,
    person_name,
    text_string,
    without_controls,
)
from SmartScoreLib.dicomwriting.validity import fault
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.headers.character_set import is_text, read_text
from SmartScoreLib.uids import has_uid_signs

_SHOWN = 64
# PS3.3 C.7.6.1.1.1: one letter or more, the foremost direction first.
_DIRECTION = re.compile(r"[LRAPHF]{0,3}")


@dataclass(frozen=True)
class Change:
    """What is done to a value of the source that may not stand in a file as it is.

    Attributes:
        code: "repaired", "verbatim" or "left_out".
        attribute: name and tag; those of its sequence too, for an attribute of an item.
        before: the value as it was, for a person.
        after: the value that is written; "" if none is.
        fault: why it may not stand as it is; the end of a sentence.
    """

    code: str
    attribute: str
    before: str
    after: str
    fault: Remark


@dataclass(frozen=True)
class Surroundings:
    """What the header says about how its values are to be read.

    Attributes:
        character_sets: as Specific Character Set has them.
        little_endian: byte order of numbers in binary.
        signed: whether pixels are, None if nobody says.
    """

    character_sets: tuple[str, ...] = ()
    little_endian: bool = True
    signed: bool | None = None


def vr_of(tag: BaseTag, given: str | None, signed: bool | None) -> str:
    """The Value Representation that PS3.6 gives an attribute; of two that it allows, the one that fits."""
    if tag.is_private or not dictionary_has_tag(tag):
        return given or VR.UN
    known = dictionary_VR(tag)
    if " or " not in known:
        return known
    if signed is not None and dictionary_keyword(tag) in SIGNED_AS_PIXELS:
        return VR.SS if signed else VR.US
    return given if given in known.split(" or ") else known.split(" or ")[-1]


def examined(element: DataElement | RawDataElement, around: Surroundings) -> Remark | None:
    """Why an element may not stand in a file as it is; None if it may."""
    if isinstance(element, RawDataElement):
        return remark("dicomwriting.fault_type")
    if element.VR == VR.SQ:
        return _examined_items(element, around)
    if element.tag.is_private or not dictionary_has_tag(element.tag):
        return None
    if why := fault(element):
        return why
    if element.is_empty:
        return None
    expected = vr_of(element.tag, element.VR, around.signed)
    if expected != element.VR:
        return remark("dicomwriting.fault_vr", given=str(element.VR), expected=str(expected))
    allowed = ENUMERATED.get(element.keyword)
    if allowed and str(element.value) not in allowed:
        return remark("dicomwriting.fault_term", value=_shown(str(element.value)))
    if element.keyword == "PatientOrientation" and not all(map(_DIRECTION.fullmatch, element.value)):
        return remark("dicomwriting.fault_term", value=_shown("\\".join(element.value)))
    if element.keyword == "ImageType" and list(element.value) != image_type(element.value):
        return remark("dicomwriting.fault_term", value=_shown("\\".join(element.value)))
    return None


def _examined_items(element: DataElement, around: Surroundings) -> Remark | None:
    for item in element.value:
        for inner in converted(item):
            if why := examined(inner, around):
                return remark("dicomwriting.fault_item", attribute=_title(BaseTag(inner.tag)), fault=why)
        if not _says_something(converted(item), element.keyword):
            return remark("dicomwriting.fault_incomplete")
    return None


def converted(item: Dataset) -> list[DataElement | RawDataElement]:
    """The elements of an item, raw where a value is not what it claims to be."""
    found: list[DataElement | RawDataElement] = []
    for tag in sorted(item.keys()):
        try:
            found.append(item[tag])
        except Exception:  # bytes that are not what they claim to be may raise anything
            found.append(item.get_item(tag, keep_deferred=True))
    return found


def as_stored(element: DataElement | RawDataElement) -> DataElement:
    """An element with the value that it has, valid or not: what a private value may be, its maker knows.

    Numbers that are texts stay texts; what is no number cannot be written as one.
    """
    if isinstance(element, DataElement):
        return element
    data = element.value or b""
    if element.VR not in (VR.DS, VR.IS):
        return DataElement(element.tag, VR.UN, data)
    number = DataElement(element.tag, element.VR, None)
    number._value = data.decode("latin-1").rstrip(" ")  # pydicom would refuse it as the value
    return number


def settled(
    element: DataElement | RawDataElement, around: Surroundings
) -> tuple[DataElement | None, tuple[Change, ...]]:
    """The element as it is, if it may stand so in a file, else `repair`."""
    why = examined(element, around)
    if why is None and isinstance(element, DataElement):
        return element, ()
    return repair(element, why or remark("dicomwriting.fault_type"), around)


def repair(
    element: DataElement | RawDataElement, why: Remark, around: Surroundings, within: str = ""
) -> tuple[DataElement | None, tuple[Change, ...]]:
    """An element that may not stand in a file as it is, as one that may; None if nothing is left of it.

    To be called within `lenient`.

    Args:
        element: converted, or raw where it cannot be.
        why: why it may not (`examined`).
        around: of its header.
        within: names of the sequences that hold it.
    """
    tag = BaseTag(element.tag)
    if element.VR == VR.SQ and isinstance(element, DataElement):
        return _repair_items(element, around, within)
    if tag.is_private or not dictionary_has_tag(tag):
        return as_stored(element), ()
    values, given = _values(element, around)
    attribute = f"{_title(tag)}{within}"
    whole = "\\".join(_text(value) for value in values)
    before = _shown(whole)
    made = _made(tag, values, given, around, bool(within))
    if made is not None and not made.is_empty:
        if examined(made, around):
            return made, (Change("verbatim", attribute, before, before, why),)
        after = shown(made)
        if after == before:
            before, after = _told_apart(whole, "\\".join(_text(value) for value in _listed(made)), given, made.VR)
        return made, (Change("repaired", attribute, before, after, why),)
    return None, (Change("left_out", attribute, before, "", why),)


def _repair_items(
    element: DataElement, around: Surroundings, within: str
) -> tuple[DataElement | None, tuple[Change, ...]]:
    changes: list[Change] = []
    items = []
    inside = f" in {_title(element.tag)}{within}"
    for item in element.value:
        whole = Dataset()
        for inner in converted(item):
            why = examined(inner, around)
            if why is None:
                whole[inner.tag] = inner
                continue
            made, done = repair(inner, why, around, inside)
            changes += done
            if made is not None:
                whole[inner.tag] = made
        if _says_something(list(whole), element.keyword):
            items.append(whole)
        else:
            incomplete = remark("dicomwriting.fault_incomplete")
            changes.append(Change("left_out", f"{_title(element.tag)}{within}", "", "", incomplete))
    made = DataElement(element.tag, VR.SQ, items) if items else None
    return made, tuple(changes)


def _says_something(item: Sequence[DataElement | RawDataElement], sequence: str) -> bool:
    given = {dictionary_keyword(inner.tag) for inner in item if _has_value(inner)}
    return bool(item) and all(given & needed for needed in needed_in_items(sequence))


def _has_value(element: DataElement | RawDataElement) -> bool:
    if not dictionary_has_tag(element.tag):
        return False
    return not element.is_empty if isinstance(element, DataElement) else bool(element.value)


def _made(tag: BaseTag, values: Sequence[Value], given: str, around: Surroundings, nested: bool) -> DataElement | None:
    """The element with its values made valid; None if one cannot be."""
    vr = vr_of(tag, given, around.signed)
    keyword = dictionary_keyword(tag)
    if keyword in VERBATIM and not nested:
        if vr == VR.UI and not has_uid_signs(_text(values[0]).strip(" \0") if len(values) == 1 else ""):
            return None
        return DataElement(tag, vr, "\\".join(_text(value).strip(" \0\t\r\n") for value in values))
    if keyword == "ImageType":
        return DataElement(tag, vr, image_type([_text(value) for value in values]))
    if {given, vr} == {"US", "SS"}:
        values = [reinterpreted(value, vr) if isinstance(value, int) else value for value in values]
    if vr in ("OB", "OW", "OF", "UN"):
        return DataElement(tag, vr, values[0]) if values and isinstance(values[0], bytes) else None
    if dictionary_VM(tag) == "1" and len(values) > 1:
        one = _one(vr, values)
        if one is None:
            return None
        values = [one]
    made = [_repaired(vr, keyword, value) for value in values]
    if not made or any(value is None for value in made) or all(value == "" for value in made):
        return None
    element = DataElement(tag, vr, made if len(made) > 1 else made[0])
    return None if examined(element, around) else element


def _one(vr: str, values: Sequence[Value]) -> Value | None:
    """One value of several where only one may be: joined, if it is text; the same, if all are."""
    if vr in CUSTOMIZABLE_CHARSET_VR:
        return "/".join(filter(None, (_text(value).strip() for value in values)))
    return values[0] if len({_text(value).strip() for value in values}) == 1 else None


def _repaired(vr: str, keyword: str, value: Value) -> str | int | float | None:
    """One value; None if nothing can be made of it."""
    match vr:
        case "DS":
            return decimal_string(value)
        case "IS":
            return integer_string(value)
        case "US" | "SS" | "UL" | "SL":
            return integer(vr, value)
    text = _text(value).strip("\0")
    match vr:
        case "CS":
            return code_string(text)
        case "DA":
            return date_string(text)
        case "TM":
            return time_string(text)
        case "AS":
            return age_string(text)
        case "PN":
            return person_name(text)
        case "SH" | "LO" | "ST" | "LT" | "UT":
            clean = text_string(vr, text)
            whole = without_controls(vr, text).strip()
            if keyword in NEVER_CUT and len(whole) > LENGTHS[vr]:
                return None
            return clean.upper() if keyword in ENUMERATED else clean
        case "UI" | "DT" | "AE":
            return text.strip() if isinstance(value, str | bytes) else None
    return None


def _values(element: DataElement | RawDataElement, around: Surroundings) -> tuple[list[Value], str]:
    """The single values of an element, and the Value Representation that they stand in."""
    if isinstance(element, DataElement):
        return _listed(element), str(element.VR)
    tag, data = BaseTag(element.tag), element.value or b""
    vr = str(element.VR if element.VR not in (None, VR.UN) else vr_of(tag, None, around.signed))
    if vr in BINARY:
        return list(unpacked(vr, data, around.little_endian) or [data]), vr
    if vr in ("OB", "OW", "OF", "OD", "OL", "UN", "SQ", "AT"):
        return [data], vr
    text = read_text(data, around.character_sets, vr)[0] if is_text(vr) else data.decode("latin-1")
    return ([text] if vr in WITH_LINES else list(text.split("\\"))), vr


def _listed(element: DataElement) -> list[Value]:
    if element.value is None:
        return []
    value = element.value
    several = list(value) if isinstance(value, MultiValue | list | tuple) else [value]
    return [one if isinstance(one, int | float | bytes) and element.VR in BINARY else _plain(one) for one in several]


def _plain(value: object) -> Value:
    if isinstance(value, bytes):
        return value
    original = getattr(value, "original_string", None)  # of a number, as it was written
    return original if isinstance(original, str) and original else str(value)


def _text(value: Value) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def _title(tag: BaseTag) -> str:
    return (
        f"{dictionary_description(tag) if dictionary_has_tag(tag) else 'Attribute'} ({tag.group:04X},{tag.element:04X})"
    )


def shown(element: DataElement) -> str:
    """The value of an element for a person."""
    return _shown("\\".join(_text(value) for value in _listed(element)))


def _told_apart(before: str, after: str, given: str, vr: str) -> tuple[str, str]:
    """Two values that look alike, with what tells them apart: their type, their length, or signs that are not seen."""
    if given != vr:
        return f"{_shown(before)} ({given})", f"{_shown(after)} ({vr})"
    if len(after) > _SHOWN:
        return f"{_shown(before)} [{len(before)}]", f"{_shown(after)} [{len(after)}]"
    visible = "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in before)
    return visible[:_SHOWN], _shown(after)


def _shown(text: str) -> str:
    """A value for a person: without control characters, cut where it gets long."""
    plain = "".join(sign if sign.isprintable() else " " for sign in text).strip()
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 3]}..."
