"""Errors that reach a person: one remark a reason, no traceback."""

from collections.abc import Iterable

from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.remarks.words import one_line


class SmartScoreError(Exception):
    """Something a user can act on.

    Attributes:
        remarks: why, one remark each.
        reasons: the same in English, one line each.
    """

    def __init__(self, remarks: Remark | str | Iterable[Remark | str]) -> None:
        given = (remarks,) if isinstance(remarks, (Remark, str)) else tuple(remarks)
        # TRANSITION: texts are still raised by rooms that have not moved their sentences into the catalog.
        self.remarks: tuple[Remark, ...] = tuple(one for one in given if isinstance(one, Remark))
        self.reasons: tuple[str, ...] = tuple(
            english(one) if isinstance(one, Remark) else one_line(one) for one in given
        )
        super().__init__("\n".join(self.reasons))


class InputRefused(SmartScoreError):  # noqa: N818 - reads as the verdict it is
    """The input cannot be scored or read; nothing was computed."""


class WrongUsage(SmartScoreError):  # noqa: N818
    """The call itself is wrong: an option that is missing, unknown or contradictory."""


class ExportFailed(SmartScoreError):  # noqa: N818
    """Nothing was written: the database and the source files are as they were."""


class Cancelled(SmartScoreError):  # noqa: N818
    """The user asked to stop; raised by a progress callback and passed on like any failure."""
