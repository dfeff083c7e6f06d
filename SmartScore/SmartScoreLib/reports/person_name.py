"""Person names as people write them, from DICOM's components and groups (PS3.5 section 6.2.1)."""

import unicodedata

from SmartScoreLib.reports.drawing.fonts import drawable, drawable_as_shipped
from SmartScoreLib.reports.drawing.typesetting import ELLIPSIS, wrap

_FAMILY_FIRST = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")
"""By the first word of a letter's name in Unicode."""


def spoken_name(group: str) -> str:
    """One component group, "family^given^middle^prefix^suffix", as "Prefix Given Middle Family, Suffix".

    In Chinese, Japanese and Korean letters the family comes first.
    """
    return _spoken(*_components(group))


def printable_group(person_name: str) -> str | None:
    """The component group of a DICOM person name that is drawn; "" if it has none, None if no font here can draw one.

    The ideographic or phonetic group is drawn only where there is no alphabetic group that the shipped font covers.
    """
    groups = [group for group in person_name.split("=") if spoken_name(group)]
    if not groups:
        return ""
    shipped = (group for group in groups if drawable_as_shipped(spoken_name(group)))
    return next(shipped, None) or next((group for group in groups if drawable(spoken_name(group))), None)


def printed_name(person_name: str) -> str:
    """A person name in full, for lines that are as long as it takes; "" if there is none or it cannot be drawn."""
    return spoken_name(printable_group(person_name) or "")


def name_lines(person_name: str, width: float, size: int, lines: int = 1, *, bold: bool = False) -> list[str]:
    """A name on no more than so many lines: of what does not fit, titles go first and the family name last.

    [] if there is none or it cannot be drawn.
    """
    family, given, middle, prefix, suffix = _components(printable_group(person_name) or "")
    if not (family or given or middle or prefix or suffix):
        return []
    forms = [
        (family, given, middle, prefix, suffix),
        (family, given, middle, "", ""),
        (family, given, _initials(middle), "", ""),
        (family, _initials(given), _initials(middle), "", ""),
        (family, ELLIPSIS if given or middle else "", "", "", ""),
    ]
    for form in forms:
        text = _spoken(*form)
        wrapped = wrap(text, width, size, bold=bold)
        if text and len(wrapped) <= lines and (lines > 1 or " ".join(wrapped) == text):
            return wrapped
    return wrap(family or _spoken(*forms[0]), width, size, bold=bold, lines=lines)


def _components(group: str) -> tuple[str, str, str, str, str]:
    """Family, given and middle name, prefix and suffix, without spaces around them and without line breaks."""
    parts = [" ".join(part.split()) for part in group.split("^")]
    family, given, middle, prefix, suffix = (*parts, "", "", "", "", "")[:5]
    return family, given, middle, prefix, suffix


def _spoken(family: str, given: str, middle: str, prefix: str, suffix: str) -> str:
    eastern = any(unicodedata.name(c, "").partition(" ")[0] in _FAMILY_FIRST for c in family)
    order = (prefix, family, given, middle) if eastern else (prefix, given, middle, family)
    name = " ".join(part for part in order if part)
    return f"{name}, {suffix}" if suffix and name else name or suffix


def _initials(names: str) -> str:
    return " ".join(f"{name[0]}." for name in names.split())
