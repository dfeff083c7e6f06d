"""What changed since earlier scans of the same person."""

import os
from collections.abc import Iterable
from pathlib import Path

from SmartScoreLib.api.images import Place
from SmartScoreLib.comparison import followup as comparing
from SmartScoreLib.comparison.followup import Followup
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused


def followup(
    reading: Reading,
    priors: Place | Iterable[Place],
    *,
    same_person: bool = False,
    progress: Progress = silent,
) -> Followup:
    """Compare a reading with the nearest other scan of the same person.

        found = followup(reading, "database")
        print(found.comparison.verdict, found.comparison.agatston.difference)
        for match in found.comparison.matches:
            print(match.fate, match.before, match.after)

    Args:
        reading: of `make_reading` or `open_reading`.
        priors: where saved readings of the person lie: files, folders, or database folders of 3D Slicer.
        same_person: you know that scans with one name and birth date under two IDs, or with one ID under two names or
            birth dates, are of one person.
        progress: called as progress(done, total, what) during long work.

    Returns:
        `.comparison`: `.agatston`, `.total` and `.territories` (changes with their limits), `.verdict` ("real",
        "within_error", "unclear"; None where `.withheld` says why not), `.matches` (what became of each lesion),
        `.alignment` with its quality, `.again` (both by one protocol), `.remarks` (what differs between the scans).
        `.course`: every scan by date. `.remarks`: what was found and not taken.

    Raises:
        InputRefused: a path does not exist, there is no reading to compare with, the headers are of two persons, or a
            reading cannot be opened; every reason.
    """
    given = [Path(path) for path in ([priors] if isinstance(priors, (str, os.PathLike)) else priors)]
    if missing := [path for path in given if not path.exists()]:
        raise InputRefused([remark("api.no_path", path=str(path)) for path in missing])
    return comparing.followup(reading, given, stated=same_person, progress=progress)
