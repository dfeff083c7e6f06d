"""The texts of a header as they are meant: what it declares of them is often not what its bytes are.

Specific Character Set (0008,0005) names the sets (PS3.3 C.12.1.1.2, PS3.5 6.1). It may be missing over UTF-8 or
Latin-1, name a set that the bytes are not of, or be spelled as no standard knows it. Each value is read for itself:
by the declared sets if its bytes are valid there, else as UTF-8 if they are valid there (which other texts are by
chance hardly ever), else by the first declared set with the letters that Windows puts where ISO 8859 has none.
"""

import codecs
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from pydicom import config
from pydicom.charset import CODES_TO_ENCODINGS, STAND_ALONE_ENCODINGS, decode_bytes, python_encoding
from pydicom.datadict import dictionary_has_tag, dictionary_VR
from pydicom.dataelem import DataElement, RawDataElement
from pydicom.dataset import Dataset
from pydicom.tag import BaseTag
from pydicom.valuerep import CUSTOMIZABLE_CHARSET_VR, VR

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.remarks.words import one_line

LATIN_1 = "ISO_IR 100"
UTF_8 = "ISO_IR 192"
# What a remark shows of values that may be of any length.
_SHOWN, _SHOWN_SETS = 40, 8
_WINDOWS = "Windows-1252"
_CHARACTER_SET = BaseTag(0x00080005)
_SINGLE_BYTE = (100, 101, 109, 110, 144, 127, 126, 138, 148, 203, 13, 166)
_SEVERAL_BYTES = (87, 159, 149, 58)
"""Numbers of PS3.3 tables C.12-2 to C.12-4; the latter are used by code extension alone."""
_CODECS = {**python_encoding, "": "ascii", "ISO_IR 6": "ascii", "ISO 2022 IR 6": "ascii"} | {
    "ISO_IR 203": "iso8859_15",
    "ISO 2022 IR 203": "iso8859_15",
}
"""pydicom's, but the default repertoire is ASCII and nothing else."""
_OTHER_NAMES = {
    "ascii": "",
    "utf-8": UTF_8,
    "gbk": "GBK",
    "gb18030": "GB18030",
    "cp1252": LATIN_1,
    "tis-620": "ISO_IR 166",
    **{
        f"iso8859-{part}": f"ISO_IR {number}"
        for part, number in (
            ("1", 100), ("2", 101), ("3", 109), ("4", 110), ("5", 144), ("6", 127), ("7", 126), ("8", 138), ("9", 148),
            ("11", 166), ("15", 203),
        )
    },
}  # fmt: skip
"""Names of other worlds, as Python knows them, to defined terms."""
_TERM = re.compile(r"ISO[ _-]*(?:2022)?[ _-]*(?:IR)?[ _-]*(\d{1,3})")
_NAME_DELIMITERS = {ord(sign) for sign in "\\^="}
_DELIMITERS = {ord(sign) for sign in "\\\r\n\t\f"}
"""After these the first set holds again (PS3.5 6.1.2.5.3)."""
_ESCAPE = re.compile(rb"\x1b(?:\$[()]?|[()\-])[A-Za-z]")
"""What switches to a set (PS3.5 6.1.2.5.4, PS3.3 C.12-3 and C.12-4); after another sign, ESC is a control character."""
_C1 = re.compile(rb"[\x80-\x9f]")
_PUNCTUATION = {code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)}
"""What all code pages of Windows for the languages of ISO 8859 have there, as a typographic apostrophe at 0x92."""


def declared_sets(dataset: Dataset) -> tuple[str, ...]:
    """The values of Specific Character Set as they stand there; () if none is declared."""
    element = dataset.get_item(_CHARACTER_SET)
    value: Any = None if element is None else element.value
    if isinstance(value, bytes):
        value = value.decode("latin-1").split("\\")
    values = [value] if isinstance(value, str) else list(value or [])
    stripped = tuple(str(one or "").strip(" \0") for one in values)
    return stripped if any(stripped) else ()


@lru_cache(maxsize=256)
def valid_sets(declared: tuple[str, ...]) -> tuple[str, ...]:
    """The defined terms that are meant, as they may stand together in a file; () for the default repertoire.

    What is valid stays as it is. A set that nobody knows is left out.
    """
    if _is_valid(declared):
        return declared
    meant = [term for term in map(_meant, declared) if term is not None]
    alone = next((term for term in meant if term in STAND_ALONE_ENCODINGS), None)
    if alone is not None:
        return (alone,)
    numbers = list(dict.fromkeys(int(term.rpartition(" ")[2]) if term else 6 for term in meant))
    if not numbers or numbers == [6]:
        return ()
    if len(numbers) == 1 and numbers[0] in _SINGLE_BYTE:
        return (f"ISO_IR {numbers[0]}",)
    first = () if numbers[0] in _SINGLE_BYTE else ("",)
    return (*first, *(f"ISO 2022 IR {number}" for number in numbers if number != 6))


@lru_cache(maxsize=8192)
def read_text(value: bytes, declared: tuple[str, ...], vr: str) -> tuple[str, str]:
    """The text of a value, several of them with the backslash between, and the set that it was read by.

    The set is "" where the bytes are what the declared sets say. A byte that is in no set becomes "?".
    """
    sets = valid_sets(declared)
    for tried in (sets, _with_escapes(value, sets), (UTF_8,)):
        try:
            return _strictly(value, tried, vr), "" if tried == sets else tried[-1]
        except (ValueError, LookupError):
            continue
    codec = _CODECS[sets[0]] if sets else "ascii"
    if codec in ("ascii", "UTF8"):
        codec = "latin_1"
    text = _ESCAPE.sub(b"", value).decode(codec, "replace")
    windows = codec == "latin_1" and any(ord(sign) in _PUNCTUATION for sign in text)
    read_by = _WINDOWS if windows else LATIN_1 if codec == "latin_1" else sets[0]
    as_declared = sets == (read_by,) and "\ufffd" not in text and not _ESCAPE.search(value)
    return text.translate(_PUNCTUATION).replace("\ufffd", "?"), "" if as_declared else read_by


def is_plain(value: bytes) -> bool:
    """Whether bytes mean the same in every set of DICOM: ASCII without escape sequences (PS3.5 6.1.2)."""
    return value.isascii() and not _ESCAPE.search(value)


def value_representation(element: DataElement | RawDataElement) -> str:
    """VR of an element; of the dictionary for implicit VR."""
    if element.VR is not None:
        return str(element.VR)
    return dictionary_VR(element.tag) if dictionary_has_tag(element.tag) else "UN"


def text_remarks(dataset: Dataset, file: str) -> list[Remark]:
    """What is wrong with the character sets that a header declares, of its texts outside of sequences."""
    return remarks_on_sets(declared_sets(dataset), {read_by for read_by in _read_by(dataset) if read_by}, file)


def remarks_on_sets(declared: tuple[str, ...], read_by: set[str], file: str) -> list[Remark]:
    """What is to be said of declared sets, where texts were read by others."""
    sets, said = valid_sets(declared), []
    named = tuple(filter(None, sets))
    if declared and sets != declared:
        meant = named or ("ISO_IR 6",)
        shown = tuple(one_line(one, _SHOWN) for one in declared if one)[:_SHOWN_SETS]
        said.append(remark("series.character_set", file=file, declared=shown, meant=meant))
    if read_by:
        by = tuple(sorted(read_by))
        if set(sets) <= {"", "ISO_IR 6", "ISO 2022 IR 6"}:
            said.append(remark("series.text_undeclared", file=file, read_by=by))
        else:
            said.append(remark("series.text_not_as_declared", file=file, declared=named, read_by=by))
    return said


def _read_by(dataset: Dataset) -> Iterator[str]:
    declared = declared_sets(dataset)
    for tag in dataset.keys():  # noqa: SIM118 - iterating a Dataset would convert every element
        element = dataset.get_item(tag, keep_deferred=True)
        value = element.value
        if isinstance(value, bytes) and not is_plain(value) and is_text(vr := value_representation(element)):
            yield read_text(value, declared, vr)[1]


def _is_valid(declared: tuple[str, ...]) -> bool:
    if len(declared) == 1:
        term = declared[0]
        return term in STAND_ALONE_ENCODINGS or term in ("ISO_IR 6", *(f"ISO_IR {number}" for number in _SINGLE_BYTE))
    later = {f"ISO 2022 IR {number}" for number in (6, *_SINGLE_BYTE, *_SEVERAL_BYTES)}
    first = {"", *(f"ISO 2022 IR {number}" for number in (6, *_SINGLE_BYTE))}
    return not declared or (declared[0] in first and later.issuperset(declared[1:]))


def _meant(name: str) -> str | None:
    """The term without code extension that a name stands for; "" for the default repertoire, None if unknown."""
    name = name.upper()
    if name in ("", *STAND_ALONE_ENCODINGS):
        return name
    if match := _TERM.fullmatch(name):
        number = int(match[1])
        if number == 6:
            return ""
        return f"ISO_IR {number}" if number in (192, *_SINGLE_BYTE, *_SEVERAL_BYTES) else None
    try:
        return _OTHER_NAMES.get(codecs.lookup(name).name)
    except LookupError:
        return None


def _with_escapes(value: bytes, sets: tuple[str, ...]) -> tuple[str, ...]:
    """The sets, and those that the escape sequences of a value switch to without being declared."""
    used = {CODES_TO_ENCODINGS[escape] for escape in _ESCAPE.findall(value) if escape in CODES_TO_ENCODINGS}
    numbers = (f"ISO 2022 IR {number}" for number in (*_SINGLE_BYTE, *_SEVERAL_BYTES))
    more = tuple(term for term in numbers if _CODECS[term] in used and term not in sets)
    return valid_sets((*(sets or ("",)), *more)) if more else sets


def _strictly(value: bytes, sets: tuple[str, ...], vr: str) -> str:
    """The text of a value whose bytes are all of the sets.

    Raises:
        ValueError, LookupError: they are not.
    """
    first = sets[0] if sets else ""
    # The halves of a byte that ISO 2022 has for letters are 0x21-0x7E and 0xA0-0xFF; Shift JIS is beyond it.
    if first not in (*STAND_ALONE_ENCODINGS, "ISO_IR 13", "ISO 2022 IR 13") and _C1.search(value):
        raise ValueError("a control character")
    with config.strict_reading():
        delimiters = _NAME_DELIMITERS if vr == VR.PN else _DELIMITERS
        return decode_bytes(value, [_CODECS[term] for term in sets] or ["ascii"], delimiters)


def is_text(vr: str) -> bool:
    """Whether Specific Character Set says how values of this Value Representation are encoded (PS3.5 6.1.2.3)."""
    return vr in CUSTOMIZABLE_CHARSET_VR


def values_of(text: str, vr: str) -> list[str]:
    """The values that the text of an element holds, without the padding that means nothing (PS3.5 6.2)."""
    if vr in (VR.ST, VR.LT, VR.UT):
        return [text.rstrip(" \0")]
    return [one.rstrip(" \0") for one in text.split("\\")]
