"""Texts, names and codes within their limits (PS3.5 table 6.2-1)."""

import re

LENGTHS = {"SH": 16, "LO": 64, "ST": 1024, "LT": 10240, "AE": 16, "CS": 16, "UI": 64}
WITH_LINES = ("ST", "LT", "UT")
"""Texts that may have lines; a backslash is a sign like any other in them."""

_NAME_GROUP = 64
_NOT_CS = re.compile(r"[^A-Z0-9_ ]")


def text_string(vr: str, text: str) -> str:
    """SH, LO, ST, LT, UT: control characters to spaces, cut at the limit."""
    clean = without_controls(vr, text)
    clean = clean.rstrip() if vr in WITH_LINES else clean.strip()
    return clean[: LENGTHS.get(vr, len(clean))].rstrip()


def without_controls(vr: str, text: str) -> str:
    """Control characters to spaces; those of Windows code page 1252 that pose as Latin-1 to what they stand for."""
    if vr not in WITH_LINES:
        text = text.replace("\r\n", "\n")
    return "".join(_printable(vr, sign) for sign in text.rstrip("\0"))


def _printable(vr: str, sign: str) -> str:
    number = ord(sign)
    if 0x80 <= number <= 0x9F:
        return bytes([number]).decode("cp1252", "replace").replace("\ufffd", " ")
    if number in (0x09, 0x0A, 0x0C, 0x0D) and vr in WITH_LINES:
        return sign
    return " " if number < 32 or number == 127 else sign


def person_name(text: str) -> str:
    """PN: three groups of five components at most, each group of 64 characters; what is too much goes from its end.

    Components beyond the fifth join it.
    """
    groups = [_name_group(group) for group in without_controls("PN", text).split("=")[:3]]
    return "=".join(groups).rstrip("=")


def _name_group(group: str) -> str:
    components = [component.strip() for component in group.split("^")]
    if len(components) > 5:
        components[4:] = [" ".join(filter(None, components[4:]))]
    return "^".join(components)[:_NAME_GROUP].rstrip("^ ")


def name_is_whole(text: str) -> bool:
    """Whether a name has no more groups and components than a name may have (PS3.5 6.2.1)."""
    groups = text.split("=")
    return len(groups) <= 3 and all(group.count("^") <= 4 for group in groups)


def code_string(text: str) -> str | None:
    """CS: upper case, without spaces around; None if it is too long or has other signs."""
    code = text.strip(" \0\t\r\n").upper()
    return code if len(code) <= LENGTHS["CS"] and not _NOT_CS.search(code) else None


def code_string_cut(text: str) -> str | None:
    """As `code_string`, with other signs as underscores and cut at the limit: for terms that are no enumerated ones."""
    return _NOT_CS.sub("_", text.strip(" \0\t\r\n").upper())[: LENGTHS["CS"]].strip() or None
