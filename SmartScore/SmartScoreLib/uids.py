"""Unique identifiers: new ones, and what may be taken for one."""

import re
import uuid

_SIGNS = re.compile(r"(?=.*[0-9])[0-9.]{1,64}")
_VALID = re.compile(r"(0|[1-9]\d*)(\.(0|[1-9]\d*))+", re.ASCII)


def new_uid() -> str:
    """A new UID of the form 2.25.<UUID as a decimal number> (PS3.5 B.2): at most 44 characters.

    The UUID is random (version 4, 122 bits from the operating system), so threads, processes and machines need no
    agreement: after 10^12 UIDs the odds of one repeat are below 10^-12.
    """
    return f"2.25.{uuid.uuid4().int}"


def has_uid_signs(text: str) -> bool:
    """Whether a text is of digits and dots, 64 at most, and not of dots alone: enough to read by and to store under.

    Scanners do write leading zeros, which the standard forbids.
    """
    return _SIGNS.fullmatch(text) is not None


def is_valid_uid(text: str) -> bool:
    """Whether a text is a UID: at most 64 characters, components of digits without leading zeros (PS3.5 9.1)."""
    return has_uid_signs(text) and _VALID.fullmatch(text) is not None
