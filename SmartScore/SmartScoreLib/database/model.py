"""What every DICOM database offers to the rest of the library."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from SmartScoreLib.progress import Progress, silent


class Database(Protocol):
    """A place for DICOM files: Slicer's own database, or a database folder on disk."""

    @property
    def folder(self) -> Path:
        """The database folder."""

    def insert(self, files: Sequence[Path], progress: Progress = silent, unused: range = range(0)) -> None:
        """Copy files in, all or none, and find each again by its SOP Instance UID.

        Args:
            files: DICOM files.
            progress: told how far it is.
            unused: Series Numbers that no series of the studies of the files may have before.

        Raises:
            NumbersTaken: one has such a number now; nothing stays.
            ExportFailed: with the reason; nothing stays.
        """

    def series_files(self, series_instance_uid: str) -> tuple[Path, ...]:
        """Files of a series, absolute; empty if unknown."""

    def series_numbers(self, study_instance_uid: str) -> frozenset[int]:
        """Series Numbers of a study, as far as its series have one."""

    def series_instance_uids(self) -> tuple[str, ...]:
        """Every series in the database."""


@dataclass(frozen=True)
class SeriesEntry:
    """One series in a database, with its study and patient, as the database's own texts ("" where it has none)."""

    images: int
    patient_id: str
    patient_name: str
    study_instance_uid: str
    study_date: str
    study_description: str
    series_instance_uid: str
    series_number: str
    series_description: str
    modality: str
    study_time: str = ""
