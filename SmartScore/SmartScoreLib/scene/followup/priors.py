"""Other scans of the same person in Slicer's DICOM database: those with a reading, and those without."""

from dataclasses import dataclass
from pathlib import Path

from pydicom import dcmread

from SmartScoreLib.comparison.comparability.person import Whose, may_be, same_person, whose
from SmartScoreLib.comparison.priors import of_person
from SmartScoreLib.database.folder import FolderDatabase
from SmartScoreLib.database.model import SeriesEntry
from SmartScoreLib.reading.saved.find import readings_in
from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.scene.series_rows import readable_date
from SmartScoreLib.series.describe import describe_headers
from SmartScoreLib.series.headers.attributes import text
from SmartScoreLib.series.verdict.descriptions import is_own_output

_CT, _REPORT = "CT", "SR"
_SCOUTS = frozenset({"LOCALIZER", "SCOUT"})
MOST_UNREAD = 20
"""So many series without a reading are looked into, the newest first."""


@dataclass(frozen=True)
class UnreadScan:
    """A CT series of the person in a study that nobody has read.

    Attributes:
        series_instance_uid: of the series.
        date: of the study, as the list of series shows it.
        description: of the series, as in the database.
        images: how many there are.
    """

    series_instance_uid: str
    date: str
    description: str
    images: int


@dataclass(frozen=True)
class ScenePriors:
    """Other scans of the person.

    Attributes:
        readings: the newest reading of each scan, the newest scan first.
        unread: series that can be read, the newest first; whether they can be scored is seen when they are opened.
        remarks: why readings of what may be the same person were not taken.
    """

    readings: tuple[SavedReading, ...]
    unread: tuple[UnreadScan, ...]
    remarks: tuple[Remark, ...]


def priorsOf(folder: Path, known: Whose, series_instance_uid: str, *, stated: bool = False) -> ScenePriors:
    """Other scans of the person; what may be the same person is told and not taken.

    The database is asked once; then only reports of patients with the same ID, or with the same name, are read, and one
    header of each series without a reading. It takes files only, no nodes: 30 readings take half a second, which the
    panel spends beside itself.

    Args:
        folder: of the open database.
        known: the person.
        series_instance_uid: of the series that is read.
        stated: a reader states that what may be the same person is.

    Raises:
        InputRefused: the database is damaged or locked.
    """
    database = FolderDatabase(folder)
    entries = [one for one in database.entries() if may_be(known, one.patient_id, one.patient_name)]
    reports = [
        file for one in entries if one.modality == _REPORT for file in database.series_files(one.series_instance_uid)
    ]
    found = readings_in(reports, database.series_files)
    priors = of_person(known, series_instance_uid, found, stated=stated)
    read = {one.series_instance_uid for one in found} | {series_instance_uid}
    studies = {one.study_instance_uid for one in entries if one.series_instance_uid in read}
    unread = [one for one in entries if one.modality == _CT and one.study_instance_uid not in studies]
    unread.sort(key=lambda one: readable_date(one.study_date), reverse=True)
    offered = [_scan(one) for one in unread[:MOST_UNREAD] if _isScan(database, one, known)]
    return ScenePriors(priors.readings, tuple(offered), priors.remarks)


def _isScan(database: FolderDatabase, entry: SeriesEntry, known: Whose) -> bool:
    """By its first image: of the person, a slice, and not written by this software."""
    file = next((one for one in database.series_files(entry.series_instance_uid) if one.is_file()), None)
    if file is None:
        return False
    header = dcmread(file, stop_before_pixels=True)
    if is_own_output(header) or _SCOUTS & set(text(header, "ImageType").upper().split("\\")):
        return False
    return same_person(whose(describe_headers((header,), 0.0, 0).patient), known).answer == "same"


def _scan(entry: SeriesEntry) -> UnreadScan:
    return UnreadScan(
        entry.series_instance_uid, readable_date(entry.study_date), entry.series_description, entry.images
    )
