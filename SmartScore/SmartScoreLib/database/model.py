"""What every DICOM database offers to the study room."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from SmartScoreLib.progress import Progress, silent


class Database(Protocol):
    """A place for DICOM files: Slicer's own database, or a database folder on disk."""

    @property
    def folder(self) -> Path:
        """The database folder."""

    def insert(self, files: Sequence[Path], progress: Progress = silent) -> None:
        """Copy files in, all or none, and find each again by its SOP Instance UID.

        Raises:
            ExportFailed: with the reason; nothing stays.
        """

    def series_files(self, series_instance_uid: str) -> tuple[Path, ...]:
        """Files of a series, absolute; empty if unknown."""

    def series_instance_uids(self) -> tuple[str, ...]:
        """Every series in the database."""
