"""New unique identifiers."""

import uuid


def new_uid() -> str:
    """A new UID of the form 2.25.<UUID as a decimal number> (PS3.5 B.2): at most 44 characters.

    The UUID is random (version 4, 122 bits from the operating system), so threads, processes and machines need no
    agreement: after 10^12 UIDs the odds of one repeat are below 10^-12.
    """
    return f"2.25.{uuid.uuid4().int}"
