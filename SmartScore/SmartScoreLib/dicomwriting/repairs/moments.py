"""Dates, times and ages in the forms of today (PS3.5 table 6.2-1)."""

import re
from datetime import date

_DATE = re.compile(r"(\d{4})([./-]?)(\d{2})\2(\d{2})")
_TIME = re.compile(r"(\d{2})(?::?(\d{2}))?(?::?(\d{2}))?(?:\.(\d{1,6})\d*)?")
_AGE = re.compile(r"(\d{1,3})([DWMY])")


def date_string(text: str) -> str | None:
    """DA of 20200102, 2020.01.02 (ACR-NEMA), 2020-01-02 or 2020/01/02; None for what is no date."""
    match = _DATE.fullmatch(text.strip())
    if not match:
        return None
    year, _, month, day = match.groups()
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return None
    return year + month + day


def time_string(text: str) -> str | None:
    """TM of 100000, 10:00:00 (ACR-NEMA) or 10:00; None for what is no time."""
    match = _TIME.fullmatch(text.strip())
    if not match:
        return None
    hour, minute, second, fraction = match.groups()
    # 60 is a leap second.
    if int(hour) > 23 or int(minute or 0) > 59 or int(second or 0) > 60:
        return None
    if fraction and not second:
        return None
    return hour + (minute or "") + (second or "") + (f".{fraction}" if fraction else "")


def age_string(text: str) -> str | None:
    """AS of 064Y, 64Y or 64y; None for what is no age."""
    match = _AGE.fullmatch(text.strip().upper())
    return f"{int(match[1]):03}{match[2]}" if match else None
