"""Which of the series that were found is meant."""

import shlex
from collections.abc import Sequence

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.remarks.words import one_line
from SmartScoreLib.series.describe import describe_headers
from SmartScoreLib.series.model import Findings, SeriesCandidate


def choose(findings: Findings, wanted: str | None) -> SeriesCandidate:
    """The one candidate that is wanted and scorable.

    Raises:
        InputRefused: none, or more than one; the reasons of each series, or the names to choose from.
    """
    candidates = [c for c in findings.candidates if wanted is None or wanted in (c.series_instance_uid, _name(c))]
    if wanted is not None and not candidates:
        if not findings.candidates:
            raise InputRefused(remark("series.not_found", wanted=wanted))
        among = remark("series.not_among", wanted=wanted, count=len(findings.candidates))
        raise InputRefused([among, *map(_choice, findings.candidates)])
    scorable = [c for c in candidates if c.scorable]
    scorable = sources_of(scorable) if wanted is None else scorable
    if len(scorable) == 1:
        return scorable[0]
    if scorable:
        raise InputRefused([remark("series.several", count=len(scorable)), *map(_choice, scorable)])
    raise InputRefused(refusals_of(candidates, findings.problems))


def sources_of(scorable: Sequence[SeriesCandidate]) -> list[SeriesCandidate]:
    """Those of scorable candidates that are meant where none is named.

    What this software wrote repeats a part of its source; it is meant only where it is named or alone.
    """
    sources = [one for one in scorable if all(note.code != "series.own_output" for note in one.notes)]
    return sources or list(scorable)


def refusals_of(candidates: Sequence[SeriesCandidate], problems: Sequence[Remark]) -> list[Remark]:
    """Why none of these candidates, and of the files with problems, can be scored; one remark a reason."""
    reasons = [remark("series.refused", name=_shown(c), reason=reason) for c in candidates for reason in c.refusals]
    return [*reasons, *problems] or [remark("series.no_image")]


def _name(candidate: SeriesCandidate) -> str:
    uid = candidate.series_instance_uid or "without UID"
    return f"{uid}/{candidate.label}" if candidate.label else uid


def _choice(candidate: SeriesCandidate) -> Remark:
    """One line of the series to choose from, with the name that --series takes at its end."""
    return remark("series.choice", series=_shown(candidate), name=shlex.quote(one_line(_name(candidate))))


def _shown(candidate: SeriesCandidate) -> str:
    """What a person knows it by: number, description, date, slices, and its label if it has one."""
    if not candidate.datasets:
        return f"series {_name(candidate)}"
    description = describe_headers(candidate.datasets, 0.0, len(candidate.files))
    scan, date = description.acquisition, description.study.study_date
    number = "without number" if scan.series_number is None else str(scan.series_number)
    quoted = f'"{scan.series_description}"' if scan.series_description else "without description"
    parts = (f"series {number}", quoted, date.isoformat() if date else "no date", f"{scan.slices} slices")
    return one_line(", ".join((*parts, candidate.label) if candidate.label else parts))
