"""What the list of series shows: every CT series of the DICOM database, newest first, and the verdict on each."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from SmartScoreLib.database.folder import FolderDatabase
from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.headers.phase import nominal_phase
from SmartScoreLib.series.model import SeriesCandidate

_CT, _REPORT = "CT", "SR"
_CT_SOP_CLASSES = (
    "1.2.840.10008.5.1.4.1.1.2",  # CT Image Storage
    # Multi-frame CT cannot be scored; it is listed all the same, so that nobody looks for it in vain.
    "1.2.840.10008.5.1.4.1.1.2.1",
    "1.2.840.10008.5.1.4.1.1.2.2",
)


@dataclass(frozen=True)
class SeriesRow:
    """One line of the list: a series not yet looked into, or one of its candidates.

    Attributes:
        checked: whether its headers were read; before that, refusals and warnings are not known.
        refusals: why it cannot be scored.
        warnings: what stays with the result.
        ownOutput: this software wrote it: it is part of another series, and no new CT.
        reading: the saved reading that this line stands for, under the series that it was made on; None for a series.
    """

    series_instance_uid: str
    patient: str
    date: str
    description: str
    slices: int
    phase: str = ""
    label: str = ""
    checked: bool = False
    refusals: tuple[Remark, ...] = ()
    warnings: tuple[Remark, ...] = ()
    reading: SavedReading | None = None
    ownOutput: bool = False
    patientId: str = ""

    @property
    def scorable(self) -> bool:
        """Whether it can be loaded."""
        return self.checked and not self.refusals

    @property
    def loadable(self) -> bool:
        """Whether it is a scan that a reading can begin with: scorable, not saved by this software, no reading."""
        return self.scorable and not self.ownOutput and self.reading is None

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from all other rows."""
        version = self.reading.version.sop_instance_uid if self.reading is not None else ""
        return (self.series_instance_uid, version or self.label)


def listed(database: FolderDatabase) -> tuple[SeriesRow, ...]:
    """CT series by what the database itself knows, newest first; no file is opened.

    Args:
        database: the folder of a ctkDICOMDatabase: one question to it for all series, where the ctkDICOMDatabase would
            have to be asked several for each.

    Raises:
        InputRefused: the database is damaged or locked.
    """
    entries = [one for one in database.entries() if one.modality == _CT]
    # The oldest number of a study comes first within it.
    entries.sort(
        key=lambda one: (
            one.study_date.replace("-", ""),
            one.study_time,
            -int(one.series_number) if one.series_number.isdecimal() else 0,
        ),
        reverse=True,
    )
    return tuple(
        SeriesRow(
            one.series_instance_uid,
            readable_name(one.patient_name),
            readable_date(one.study_date),
            one.series_description,
            one.images,
            patientId=one.patient_id,
        )
        for one in entries
    )


def reports(database: FolderDatabase) -> tuple[Path, ...]:
    """Files of structured reports, among them those of readings. Raises InputRefused as `listed` does."""
    series = {one.series_instance_uid for one in database.entries() if one.modality == _REPORT}
    return tuple(file for uid in series for file in database.series_files(uid))


def readingRows(readings: Iterable[SavedReading]) -> dict[str, tuple[SeriesRow, ...]]:
    """Lines of saved readings by the Series Instance UID of what was read, the newest first."""
    rows: dict[str, tuple[SeriesRow, ...]] = {}
    for one in readings:
        row = SeriesRow(
            one.series_instance_uid,
            readable_name(one.patient_name),
            one.made_on.date().isoformat() if one.made_on is not None else "",
            "",
            0,
            label=one.label,
            checked=True,
            refusals=one.remarks,
            reading=one,
            patientId=one.patient_id,
        )
        rows[one.series_instance_uid] = (*rows.get(one.series_instance_uid, ()), row)
    return rows


def checked(database: Any, row: SeriesRow) -> tuple[SeriesRow, ...]:
    """The rows of a series once its headers are read: one for each candidate, with its verdict.

    What is wrong with single files of the series stands among the warnings. A series that is no CT (a page or a screen
    save that names CT as its modality) has no row.
    """
    first = database.filesForSeries(row.series_instance_uid, 1)
    sop_class = str(database.fileValue(first[0], "0008,0016")) if first and Path(first[0]).is_file() else ""
    if sop_class and sop_class not in _CT_SOP_CLASSES:
        return ()
    found, problems = _found(database, row.series_instance_uid)
    return tuple(
        replace(
            row,
            slices=len(candidate.files),
            phase=_phase(candidate),
            label=candidate.label,
            checked=True,
            refusals=candidate.refusals,
            warnings=(*candidate.warnings, *problems),
            ownOutput=any(one.code == "series.own_output" for one in candidate.remarks),
        )
        for candidate in found
    ) or (replace(row, checked=True, refusals=problems or (remark("scene.files_lost"),)),)


def candidates(database: Any, series_instance_uid: str) -> tuple[SeriesCandidate, ...]:
    """The candidates that the files of one series make."""
    return _found(database, series_instance_uid)[0]


def _found(database: Any, series_instance_uid: str) -> tuple[tuple[SeriesCandidate, ...], tuple[Remark, ...]]:
    """The candidates, and why files of the series cannot be read."""
    from SmartScoreLib.series.find import find_series

    files = [Path(file) for file in database.filesForSeries(series_instance_uid)]
    findings = find_series([file for file in files if file.is_file()])
    own = tuple(one for one in findings.candidates if one.series_instance_uid == series_instance_uid)
    return own, tuple(findings.problems)


def readable_name(name: str) -> str:
    """A DICOM person name for a list: the first component group, family name first."""
    family, *given = name.split("=")[0].split("^")
    return ", ".join(part for part in (family, " ".join(part for part in given if part)) if part) or "no name"


def readable_date(date: str) -> str:
    """ISO date of a DICOM date or of what the database makes of it."""
    digits = date.replace("-", "").replace(".", "")
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}" if len(digits) == 8 and digits.isdigit() else date


def _phase(candidate: SeriesCandidate) -> str:
    return candidate.label or (nominal_phase(candidate.datasets[0]) if candidate.datasets else "")
