"""What a run over a cohort is asked for, and what it has given."""

from dataclasses import dataclass
from pathlib import Path

from SmartScoreLib.cohort.exams.listing import Listing
from SmartScoreLib.cohort.model import Rules
from SmartScoreLib.remarks.model import Remark


@dataclass(frozen=True)
class Request:
    """What a run is asked for.

    Attributes:
        listing: where the exams are.
        rules: how they are scored.
        tables: the folder that the tables go to.
        keys: the folder of secret and key of a de-identified run; None for a run with names.
    """

    listing: Listing
    rules: Rules
    tables: Path
    keys: Path | None = None


@dataclass(frozen=True)
class Summary:
    """What a run has given.

    Attributes:
        exams: how many.
        kept: how many of them had not changed since an earlier run, and were not read again.
        outcomes: records by outcome.
        reasons: failed records by the code of their first reason.
        files: what was written.
        remarks: what is to be said of the run as a whole.
    """

    exams: int
    kept: int
    outcomes: dict[str, int]
    reasons: dict[str, int]
    files: tuple[str, ...]
    remarks: tuple[Remark, ...] = ()
