"""Many exams into tables."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from SmartScoreLib.api.images import Place
from SmartScoreLib.cohort.exams.listing import Listing
from SmartScoreLib.cohort.model import Meaning, Rules
from SmartScoreLib.cohort.request import Request, Summary
from SmartScoreLib.cohort.running.crews import crew_of
from SmartScoreLib.cohort.running.run import run_cohort
from SmartScoreLib.lesions.files.names import given_names
from SmartScoreLib.lesions.marks import MarksOptions
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.scoring.model import ScoringProtocol


def score_cohort(
    source: Place,
    out: Place,
    lesions: str = "",
    protocols: Sequence[ScoringProtocol] = (),
    *,
    reader: str = "",
    labels: Mapping[int, str] | Mapping[str, str] | None = None,
    names: Place | None = None,
    regrow: bool = False,
    trust: bool = False,
    classification: str = "",
    populations: Sequence[str] = (),
    jobs: int | None = None,
    scheduler: str | None = None,
    deidentify: Place | None = None,
    progress: Progress = silent,
) -> Summary:
    """Score every exam of a folder, a Slicer database or a table into tables, as `smartscore cohort` does.

        if __name__ == "__main__":
            score_cohort("ct", "results", lesions="masks", reader="A. Reader")

    The processes that do the work start this program anew, so that a script needs the line `if __name__ == ...`.

    Args:
        source: a folder with a folder an exam; a Slicer database; or a table (.csv, .parquet) with the column `series`.
        out: the folder of the tables: exams, territories and lesions as CSV and Parquet, `columns.csv` and
            `dictionary.csv` (what each column means), `timing.csv`, `manifest.json`. The same call goes on where an
            earlier one was stopped.
        lesions: a folder with a file of marks for each exam, named like it; a name with {exam} or {folder} in it;
            "latest", "readings", "propose" or "auto"; "" for none. A table has them in its column `marks`.
        protocols: the rules; several give a row each. Empty takes the default, and for saved readings their own.
        reader: who made the marks.
        labels: as for `read_marks`.
        names: as for `read_marks`.
        regrow: as for `read_marks`.
        trust: as for `read_marks`.
        classification: "acc-aha-2026", "cac-drs" or "rumberger-1999"; "" for the first, or that of a saved reading.
        populations: "mesa-2006", "hoff-2001", or the text of a table of one's own.
        jobs: processes on this machine; None for one a core.
        scheduler: the address of a Dask cluster instead.
        deidentify: a folder for secret and key; the tables have no names then.
        progress: called as progress(done, total, what).

    Returns:
        `.exams`, `.kept` (had not changed, and were not read again), `.outcomes`, `.reasons`, `.files`, `.remarks`.

    Raises:
        InputRefused: the exams cannot be listed.
        WrongUsage: arguments exclude each other.
        SmartScoreError: a file cannot be written, or a cluster cannot be used; what is done is kept.
    """
    options = MarksOptions(given_names(labels or {}, None if names is None else Path(names)), regrow, trust)
    request = Request(
        Listing(Path(source), lesions, reader),
        Rules(tuple(protocols), marks=options, meaning=Meaning(classification, tuple(populations))),
        Path(out),
        None if deidentify is None else Path(deidentify),
    )
    return run_cohort(request, crew_of(scheduler, jobs), progress)
