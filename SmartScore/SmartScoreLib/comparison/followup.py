"""A reading with what came before: compared with the nearest scan, and the course of all."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from SmartScoreLib.comparison.compare import Comparison, compare
from SmartScoreLib.comparison.course import CoursePoint, course
from SmartScoreLib.comparison.priors import find_priors, nearest, unread_remark
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.reading.model import Reading, SavedVersion
from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.reading.saved.reopen import open_reading
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark


@dataclass(frozen=True)
class Followup:
    """What changed.

    Attributes:
        current: the reading that is reported.
        comparison: of it with the nearest other scan.
        course: every scan by date, the current one among them.
        remarks: what was found and not taken: scans without a reading, readings of what may be the same person.
    """

    current: Reading
    comparison: Comparison
    course: tuple[CoursePoint, ...]
    remarks: tuple[Remark, ...] = ()

    @property
    def prior(self) -> Reading:
        """The reading that the current one is compared with."""
        earlier = self.comparison.earlier
        return self.comparison.later if earlier is self.current else earlier

    @property
    def prior_version(self) -> SavedVersion | None:
        """The saved reading of it, as what refers to it names it; None if it was not saved."""
        return self.prior.previous


def followup(
    current: Reading, paths: Sequence[Path], *, stated: bool = False, aligned: bool = True, progress: Progress = silent
) -> Followup:
    """Look for other scans of the person, open the nearest one, and compare.

    Arguments and errors as of `find_priors` and `compare`.

    Raises:
        InputRefused: there is no reading to compare with, or it cannot be opened; every reason.
        Cancelled: from `progress`.
    """
    priors = find_priors(current, paths, stated=stated, progress=progress)
    chosen = nearest(current, priors.readings)
    if chosen is None:
        raise InputRefused(priors.remarks)
    told = (*priors.remarks, *map(unread_remark, priors.unread))
    return followup_with(
        current,
        open_reading(chosen, progress),
        priors.readings,
        told,
        stated=stated,
        aligned=aligned,
        progress=progress,
    )


def followup_with(
    current: Reading,
    prior: Reading,
    others: Sequence[SavedReading] = (),
    remarks: Sequence[Remark] = (),
    *,
    stated: bool = False,
    aligned: bool = True,
    progress: Progress = silent,
) -> Followup:
    """The same with a prior that is open already; `others` are all known readings, for the course."""
    compared = compare(prior, current, stated=stated, aligned=aligned, progress=progress)
    return Followup(current, compared, course((current, prior), others), tuple(remarks))
