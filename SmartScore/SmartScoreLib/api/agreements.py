"""Readers, methods and rules compared."""

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from SmartScoreLib.api.images import Place
from SmartScoreLib.interpretation.classifications.table import CLASSIFICATIONS
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused, SmartScoreError, WrongUsage

if TYPE_CHECKING:
    from SmartScoreLib.comparison.agreement.agree import Agreement
    from SmartScoreLib.lesions.marks import MarksOptions
    from SmartScoreLib.scoring.model import ScoringProtocol

EXTRA = ("pandas", "pyarrow", "statsmodels", "matplotlib")
"""What `smartscore[cohort]` installs of what comparing needs."""


def compare(
    sources: Mapping[str, Place] | Iterable[Place | tuple[str, Place]],
    out: Place | None = None,
    *,
    by: str | None = None,
    key: str = "series",
    reference: str = "",
    other_ids: bool = False,
    columns: Mapping[str, str] | None = None,
    images: Sequence[Place] = (),
    protocols: "Sequence[ScoringProtocol]" = (),
    marks: "MarksOptions | None" = None,
    classification: str = "cac-drs",
    by_lesion: bool = True,
    language: str = "en",
    formats: Sequence[str] = ("png", "pdf", "svg"),
    progress: Progress = silent,
) -> "Agreement":
    """How far two or more readers, methods or rules agree on the same exams.

        found = compare({"Ada": "ada.csv", "Ben": "ben.csv"}, out="agreement")
        found.pairs[0].measures[0].icc                   # ICC(A,1) of the total Agatston score, with its interval
        compare(["database"], by="reader", out="agreement")             # saved readings of a database, by reader

    Args:
        sources: paths by the names of the methods, or paths alone: tables of scores (CSV, Parquet), folders of
            `smartscore cohort`, score JSON or folders of it, databases or folders of saved readings, files of marks.
        out: a folder for agreement.html, agreement.json, statistics.csv, exams.csv, lesions.csv and the figures.
        by: a column that tells the methods apart within the sources, such as "reader" or "protocol".
        key: what pairs exams: "series", "study", or a column such as "exam" or "file".
        reference: the method that is taken for right; "" compares every pair.
        other_ids: an exam may have other Patient IDs elsewhere; else it is left out, as that of another person.
        columns: our column to that of the tables, such as {"total_agatston": "AJ130"}.
        images: where the images of files of marks lie.
        protocols: rules to score files of marks by; several make a method of each.
        marks: how files of marks are read.
        classification: whose grades are compared by kappa: "cac-drs", "acc-aha-2026" or "rumberger-1999".
        by_lesion: count lesions where marks and images are at hand, which loads the images of every exam.
        language: of page and figures: "en", "de", "es", "fr" or "pt".
        formats: of the figures.
        progress: called as progress(done, total, what) during long work.

    Returns:
        `.pairs`, each with `.measures` (`.icc`, `.differences`, `.square_root`), `.categories`, `.linear`, `.quadratic`
        and `.lesions`; `.remarks`: what was left out, and why.

    Raises:
        WrongUsage: no method has the name of the reference, or there is no such language or classification.
        InputRefused: a source is not there or cannot be read, or nothing pairs.
        SmartScoreError: a file cannot be written, or a package of smartscore[cohort] is not installed.
    """
    if classification not in CLASSIFICATIONS:
        raise WrongUsage(
            remark("comparison.agreement_no_classification", given=classification, known=tuple(CLASSIFICATIONS))
        )
    given = _named(sources)
    if missing := [path for path in (*(path for _, path in given), *map(Path, images)) if not path.exists()]:
        raise InputRefused([remark("api.no_path", path=str(path)) for path in missing])
    try:
        from SmartScoreLib.comparison.agreement.agree import agree
        from SmartScoreLib.comparison.agreement.pairing import pair, split
        from SmartScoreLib.comparison.agreement.sources.source import Source, SourceOptions, read_sources
        from SmartScoreLib.lesions.marks import AS_THE_FILE_SAYS
        from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL

        how = SourceOptions(
            images=tuple(map(Path, images)),
            protocols=tuple(protocols) or (DEFAULT_PROTOCOL,),
            marks=marks or AS_THE_FILE_SAYS,
            renamed=columns or {},
            progress=progress,
        )
        methods = read_sources([Source(path, name) for name, path in given], how)
        paired = pair(split(methods, by) if by else methods, key, other_ids=other_ids)
        found = agree(
            paired,
            reference,
            classification=CLASSIFICATIONS[classification],
            by_lesion=by_lesion,
            progress=progress,
        )
        if out is not None:
            from SmartScoreLib.reports.agreement.files import write_agreement

            write_agreement(found, Path(out), language, formats)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in EXTRA:
            raise
        raise SmartScoreError(remark("comparison.agreement_extra_missing", package=str(error.name))) from error
    return found


def _named(sources: Mapping[str, Place] | Iterable[Place | tuple[str, Place]]) -> list[tuple[str, Path]]:
    """(name of the method, path); "" is named after its file."""
    if isinstance(sources, Mapping):
        return [(name, Path(path)) for name, path in sources.items()]
    listed = [sources] if isinstance(sources, (str, os.PathLike)) else sources
    return [(one[0], Path(one[1])) if isinstance(one, tuple) else ("", Path(one)) for one in listed]
