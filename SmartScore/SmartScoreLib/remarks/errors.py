"""Errors that reach a person: one remark a reason, no traceback."""

from collections.abc import Iterable

from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.model import Remark


class SmartScoreError(Exception):
    """Something a user can act on.

    Attributes:
        remarks: why, one remark each.
        reasons: the same in English, one line each.
    """

    def __init__(self, remarks: Remark | Iterable[Remark]) -> None:
        self.remarks: tuple[Remark, ...] = (remarks,) if isinstance(remarks, Remark) else tuple(remarks)
        self.reasons: tuple[str, ...] = tuple(english(one) for one in self.remarks)
        super().__init__("\n".join(self.reasons))


class InputRefused(SmartScoreError):  # noqa: N818 - reads as the verdict it is
    """The input cannot be scored or read; nothing was computed."""


class WrongUsage(SmartScoreError):  # noqa: N818
    """The call itself is wrong: an option that is missing, unknown or contradictory."""


class ExportFailed(SmartScoreError):  # noqa: N818
    """Nothing was written: the database and the source files are as they were."""


class NumbersTaken(ExportFailed):
    """Series Numbers that were free when the files were written are taken now: write the files with others."""


class Cancelled(SmartScoreError):  # noqa: N818
    """The user asked to stop; raised by a progress callback, with or without a remark, and passed on."""

    def __init__(self, remarks: Remark | Iterable[Remark] = ()) -> None:
        super().__init__(remarks)
