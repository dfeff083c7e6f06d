"""Earlier and later readings of the same person in files, folders and databases; nothing is merged in silence."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from SmartScoreLib.comparison.comparability.person import Whose, same_person, whose
from SmartScoreLib.database.folder import FolderDatabase, is_database
from SmartScoreLib.database.schema import DATABASE_FILE
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.saved.find import find_readings
from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.describe import describe_headers
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.headers.attributes import text
from SmartScoreLib.series.model import SeriesCandidate


@dataclass(frozen=True)
class Priors:
    """What there is of a person beside one reading.

    Attributes:
        readings: the newest reading of each other scan, the newest scan first.
        unread: scans that could be scored and have no reading.
        remarks: why readings of what may be the same person were not taken.
    """

    readings: tuple[SavedReading, ...]
    unread: tuple[SeriesCandidate, ...] = ()
    remarks: tuple[Remark, ...] = ()


def find_priors(
    current: Reading, paths: Sequence[Path], *, stated: bool = False, progress: Progress = silent
) -> Priors:
    """Every other scan of the person in these places.

    Args:
        current: the reading that priors are looked for.
        paths: files, folders and Slicer databases.
        stated: a reader states that what may be the same person is: two IDs with one name and birth date, and one ID
            with two names or birth dates. Another ID with another name is never taken.
        progress: told during long work.

    Raises:
        InputRefused: nothing is there that could be compared; every reason.
        Cancelled: from `progress`.
    """
    known = whose(current.description.patient)
    found = find_readings(paths, progress)
    priors = of_person(known, current.series.series_instance_uid, found, stated=stated)
    read = {one.series_instance_uid for one in found} | {current.series.series_instance_uid}
    unread = _unread(known, current, paths, read, progress)
    if not priors.readings:
        reasons = [*priors.remarks, *map(unread_remark, unread)]
        others = [] if reasons else _others(known, found)
        raise InputRefused(reasons or others or remark("comparison.no_prior", places=tuple(map(str, paths))))
    return Priors(priors.readings, unread, priors.remarks)


def of_person(known: Whose, series_instance_uid: str, found: Sequence[SavedReading], *, stated: bool = False) -> Priors:
    """Those of a list of saved readings, the newest first, that are other scans of this person."""
    taken: dict[tuple[str, str], SavedReading] = {}
    told: list[Remark] = []
    for one in found:
        if one.series_instance_uid == series_instance_uid or one.replaced:
            continue
        owner = saved_whose(one)
        check = same_person(owner, known)
        maybe = check.answer == "unsure" or owner.patient_id.strip() == known.patient_id.strip() != ""
        if check.answer == "same" or (stated and maybe):
            taken.setdefault((one.series_instance_uid, one.label), one)
        elif maybe:
            told += check.remarks
    readings = sorted(taken.values(), key=lambda one: str(one.study_date or ""), reverse=True)
    return Priors(tuple(readings), remarks=tuple(dict.fromkeys(told)))


def saved_whose(saved: SavedReading) -> Whose:
    """What a saved reading says of the person."""
    return Whose(saved.patient_id, saved.patient_name, saved.birth_date, saved.sex)


def nearest(current: Reading, priors: Sequence[SavedReading]) -> SavedReading | None:
    """The scan to compare with first: the last before the current one, else the first after it."""
    day = current.description.study.study_date
    dated = [one for one in priors if one.study_date is not None and not one.remarks]
    if day is not None:
        before = [one for one in dated if one.study_date is not None and one.study_date <= day]
        if before:
            return max(before, key=lambda one: str(one.study_date))
        if dated:
            return min(dated, key=lambda one: str(one.study_date))
    return next((one for one in priors if not one.remarks), priors[0] if priors else None)


def unread_remark(candidate: SeriesCandidate) -> Remark:
    """That a scan has no reading, and how to make one."""
    day = describe_headers(candidate.datasets, 0.0, 0).study.study_date
    return remark("comparison.prior_unread", date=str(day or "-"), uid=candidate.series_instance_uid)


def _others(known: Whose, found: Sequence[SavedReading]) -> list[Remark]:
    said = [remark for one in found for remark in same_person(saved_whose(one), known).remarks]
    return list(dict.fromkeys(said))[:3]


def _unread(
    known: Whose, current: Reading, paths: Sequence[Path], read: set[str], progress: Progress
) -> tuple[SeriesCandidate, ...]:
    """CT of the person that can be scored, in studies of which nothing was read."""
    folders = [path.parent if path.name == DATABASE_FILE else path for path in paths]
    files = [folder for folder in folders if not is_database(folder)]
    studies = {current.description.study.study_instance_uid}
    for folder in (one for one in folders if is_database(one)):
        database = FolderDatabase(folder)
        entries = database.entries()
        studies |= {one.study_instance_uid for one in entries if one.series_instance_uid in read}
        files += [
            file
            for entry in entries
            if entry.modality == "CT" and entry.patient_id.strip() == known.patient_id.strip()
            if entry.study_instance_uid not in studies
            for file in database.series_files(entry.series_instance_uid)
        ]
    found = find_series(files, progress).candidates
    studies |= {_study(one) for one in found if one.series_instance_uid in read}
    return tuple(
        one
        for one in found
        if one.scorable and not _own(one) and _study(one) not in studies
        if same_person(whose(describe_headers(one.datasets, 0.0, 0).patient), known).answer == "same"
    )


def _study(candidate: SeriesCandidate) -> str:
    return text(candidate.datasets[0], "StudyInstanceUID") if candidate.datasets else ""


def _own(candidate: SeriesCandidate) -> bool:
    return not candidate.datasets or any(note.code == "series.own_output" for note in candidate.notes)
