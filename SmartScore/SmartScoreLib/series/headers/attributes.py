"""Reading single attributes of a header quickly, without trusting them.

pydicom turns an element into Python values when it is first touched, which costs more than reading the whole header
and raises on values that break the standard. Verdicts need about forty attributes of every image, so they look at the
bytes instead; the header itself stays as it was read, for the writers that copy it.
"""

import re
import struct
from functools import cache, lru_cache
from math import isfinite
from typing import Any

from pydicom.datadict import dictionary_description, dictionary_VR, tag_for_keyword
from pydicom.dataset import Dataset
from pydicom.tag import BaseTag

from SmartScoreLib.remarks.words import one_line
from SmartScoreLib.series.headers.character_set import declared_sets, is_plain, read_text

# PS3.5 6.2: DS and IS hold digits, sign, point and exponent only; Python's float() accepts more ("1_0", "nan").
_DECIMAL = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_BINARY = {"US": "H", "SS": "h", "UL": "I", "SL": "i", "FD": "d", "FL": "f"}
_PADDING = " \0\t\r\n"
# Five groups of a person name of 64 characters each; no other text is longer (PS3.5 6.2).
LONGEST = 320
# No quantity of a scan is larger, in the units of DICOM.
MOST = 1e9


@cache
def tag_of(keyword: str) -> BaseTag:
    """Tag of a keyword of the DICOM dictionary (PS3.6)."""
    tag = tag_for_keyword(keyword)
    if tag is None:
        raise KeyError(keyword)
    return BaseTag(tag)


@cache
def title(keyword: str) -> str:
    """Name and tag as they are shown to a person: "Pixel Spacing (0028,0030)"."""
    tag = tag_of(keyword)
    return f"{dictionary_description(tag)} ({tag.group:04X},{tag.element:04X})"


def text(dataset: Dataset, keyword: str) -> str:
    """Value of a string attribute with several values kept joined by a backslash; "" if absent or empty.

    Only for values of the default character repertoire (codes, UIDs, numbers as text); names need `decoded`.
    """
    return text_at(dataset, tag_of(keyword))


def text_at(dataset: Dataset, tag: BaseTag) -> str:
    """As `text`, by tag."""
    element = dataset.get_item(tag, keep_deferred=True)
    value: Any = None if element is None else element.value
    if value is None:
        return ""
    if isinstance(value, (bytes, bytearray)):
        return bytes(value).decode("latin-1").strip(_PADDING)
    if isinstance(value, str):
        return value.strip(_PADDING)
    if isinstance(value, (list, tuple)) or hasattr(value, "append"):
        return "\\".join(str(part).strip(_PADDING) for part in value)
    return str(value).strip(_PADDING)


def decoded(dataset: Dataset, keyword: str) -> str:
    """Value in the character set that its bytes are really of, for names and descriptions; "" if absent."""
    element = dataset.get_item(tag_of(keyword), keep_deferred=True)
    value: Any = None if element is None else element.value
    if not isinstance(value, bytes) or is_plain(value):
        return text(dataset, keyword)
    meant = read_text(value, declared_sets(dataset), dictionary_VR(tag_of(keyword)))[0]
    return "\\".join(one.strip(_PADDING) for one in meant.split("\\"))


def displayed(dataset: Dataset, keyword: str) -> str:
    """As `decoded`, cut to `LONGEST` characters: a page cannot show, and would take minutes to lay out, more."""
    value = decoded(dataset, keyword)
    return value if len(value) <= LONGEST else value[: LONGEST - 3] + "..."


def numbers(dataset: Dataset, keyword: str) -> tuple[float, ...]:
    """Numbers of an attribute; () if absent or empty.

    Raises:
        ValueError: a value is no finite number, or its bytes are not what its VR asks for.
    """
    element = dataset.get_item(tag_of(keyword), keep_deferred=True)
    value: Any = None if element is None else element.value
    if value is None or value == b"" or value == "":
        return ()
    assert element is not None
    if not isinstance(value, (bytes, bytearray)):
        values = value if isinstance(value, (list, tuple)) or hasattr(value, "append") else (value,)
        return _finite(float(part) for part in values)
    vr = element.VR
    if vr is None or vr == "UN":
        vr = dictionary_VR(tag_of(keyword)).split(" ")[0]
    return _parsed(bytes(value), vr, getattr(element, "is_little_endian", True))


# Most values are the same in every image of a series.
@lru_cache(maxsize=4096)
def _parsed(value: bytes, vr: str, little_endian: bool) -> tuple[float, ...]:
    if vr in ("DS", "IS"):
        parts = value.decode("latin-1").rstrip("\0").split("\\")
        return _finite(_decimal(part) for part in parts) if any(part.strip(_PADDING) for part in parts) else ()
    code = _BINARY.get(vr)
    if code is None:
        raise ValueError(f"VR {vr} holds no numbers")
    size = struct.calcsize(code)
    if len(value) % size:
        raise ValueError(f"{len(value)} bytes are no multiple of {size}")
    return _finite(struct.unpack(f"{'<' if little_endian else '>'}{len(value) // size}{code}", value))


def number(dataset: Dataset, keyword: str) -> float | None:
    """The one number of an attribute; None if absent or empty.

    Raises:
        ValueError: there are several, or it is no number.
    """
    values = numbers(dataset, keyword)
    if len(values) > 1:
        raise ValueError(f"{len(values)} values instead of one")
    return values[0] if values else None


def number_or_none(dataset: Dataset, keyword: str) -> float | None:
    """The one number of an attribute; None if absent, empty, not valid or not possible. For display, not for scores."""
    try:
        value = number(dataset, keyword)
    except ValueError:
        return None
    return value if value is None or abs(value) <= MOST else None


def impossible(dataset: Dataset, keyword: str) -> bool:
    """Whether the one number of an attribute is larger than anything that is measured."""
    try:
        value = number(dataset, keyword)
    except ValueError:
        return False
    return value is not None and abs(value) > MOST


def has_items(dataset: Dataset, keyword: str) -> bool:
    """Whether a sequence attribute holds at least one item."""
    try:
        value = dataset.get(keyword)
    except Exception:  # a damaged sequence cannot be shown to hold anything
        return False
    return bool(value) and len(value) > 0


def shown(dataset: Dataset, keyword: str, limit: int = 40) -> str:
    """A value as it is shown to a person: on one line, cut to `limit` characters."""
    try:
        raw = "\\".join(f"{value:.10g}" for value in numbers(dataset, keyword))
    except ValueError:
        raw = ""
    return one_line(raw or text(dataset, keyword), limit)


def _decimal(part: str) -> float:
    stripped = part.strip(_PADDING)
    if not _DECIMAL.fullmatch(stripped):
        raise ValueError(f"{stripped!r} is not a number")
    return float(stripped)


def _finite(values: Any) -> tuple[float, ...]:
    found = tuple(float(value) for value in values)
    if not all(map(isfinite, found)):
        raise ValueError("not a finite number")
    return found
