"""Errors that reach a person: one plain sentence per reason, no traceback."""

from collections.abc import Iterable


def one_line(text: str) -> str:
    """The text as one printable line: file names may hold line breaks, and bytes that are no characters."""
    return "".join(" " if sign.isspace() else sign if sign.isprintable() else "?" for sign in text)


class SmartScoreError(Exception):
    """Something a user can act on; `reasons` holds one plain sentence each, of one line."""

    def __init__(self, reasons: str | Iterable[str]) -> None:
        texts = (reasons,) if isinstance(reasons, str) else tuple(reasons)
        self.reasons: tuple[str, ...] = tuple(one_line(text) for text in texts)
        super().__init__("\n".join(self.reasons))


class InputRefused(SmartScoreError):  # noqa: N818 - reads as the verdict it is
    """The input cannot be scored or read; nothing was computed."""


class WrongUsage(SmartScoreError):  # noqa: N818
    """The call itself is wrong: an option that is missing, unknown or contradictory."""


class ExportFailed(SmartScoreError):  # noqa: N818
    """Nothing was written: the database and the source files are as they were."""


class Cancelled(SmartScoreError):  # noqa: N818
    """The user asked to stop; raised by a progress callback and passed on like any failure."""
