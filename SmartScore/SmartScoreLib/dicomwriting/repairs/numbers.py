"""Numbers as DS, IS and binary values hold them (PS3.5 table 6.2-1)."""

import re
import struct
from math import floor, isfinite

from pydicom.valuerep import format_number_as_ds

# The grammar that reading accepts too (series/headers/attributes.py).
_DECIMAL = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_PADDING = " \0\t\r\n"
_DS_LENGTH = 16
_INTEGERS = {
    "US": (0, 2**16 - 1),
    "SS": (-(2**15), 2**15 - 1),
    "UL": (0, 2**32 - 1),
    "SL": (-(2**31), 2**31 - 1),
    "IS": (-(2**31), 2**31 - 1),
}
BINARY = {"US": "H", "SS": "h", "UL": "I", "SL": "i", "FD": "d", "FL": "f", "SV": "q", "UV": "Q"}
"""Value Representations of numbers in binary, with the letter of `struct`."""

Value = str | int | float | bytes


def as_number(value: Value) -> float | None:
    """The number that a value stands for; None if it is none, or not finite."""
    if isinstance(value, bytes):
        return None
    if isinstance(value, str):
        text = value.strip(_PADDING)
        if not _DECIMAL.fullmatch(text):
            return None
        value = float(text)
    return float(value) if isfinite(value) else None


def decimal_string(value: Value) -> str | None:
    """The value as DS: as it is written if that is short enough, else with as many digits as 16 characters hold."""
    number = as_number(value)
    if number is None:
        return None
    text = value.strip(_PADDING) if isinstance(value, str) else format(value, "g" if value == int(number) else "")
    if len(text) <= _DS_LENGTH and float(text) == number:
        return text
    return format_number_as_ds(number)


def integer(vr: str, value: Value) -> int | None:
    """The value as a whole number that the VR holds, halves rounded away from zero; None if it holds none."""
    number = as_number(value)
    if number is None:
        return None
    whole = floor(abs(number) + 0.5) * (1 if number >= 0 else -1)
    low, high = _INTEGERS[vr]
    return whole if low <= whole <= high else None


def integer_string(value: Value) -> str | None:
    """The value as IS, rounded if it has decimals."""
    whole = integer("IS", value)
    return None if whole is None else str(whole)


def unpacked(vr: str, data: bytes, little_endian: bool) -> tuple[int | float, ...] | None:
    """Binary numbers of a value; None if its length does not fit."""
    code = BINARY[vr]
    size = struct.calcsize(code)
    if len(data) % size:
        return None
    return struct.unpack(f"{'<' if little_endian else '>'}{len(data) // size}{code}", data)


def reinterpreted(value: int, vr: str) -> int:
    """The same 16 bits as US or SS: 63536 and -2000 are one stored value."""
    return value % 2**16 if vr == "US" else (value + 2**15) % 2**16 - 2**15
