"""New unique identifiers."""

import re
import uuid

_FORM = re.compile(r"(0|[1-9]\d*)(\.(0|[1-9]\d*))+", re.ASCII)


def new_uid() -> str:
    """A new UID of the form 2.25.<UUID as a decimal number> (PS3.5 B.2): at most 44 characters.

    The UUID is random (version 4, 122 bits from the operating system), so threads, processes and machines need no
    agreement: after 10^12 UIDs the odds of one repeat are below 10^-12.
    """
    return f"2.25.{uuid.uuid4().int}"


def is_valid_uid(text: str) -> bool:
    """Whether a text is a UID: at most 64 characters, components of digits without leading zeros (PS3.5 9.1)."""
    return len(text) <= 64 and _FORM.fullmatch(text) is not None
