"""A reading that lies in a database, as a list shows it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from SmartScoreLib.reading.model import ReportStatus, SavedVersion
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.describe import Sex


@dataclass(frozen=True)
class SavedReading:
    """One saved reading: a structured report, the segmentation that it measures, and the series that both were made on.

    Attributes:
        file: the structured report.
        version: what a new version of it names as replaced; `version.number` counts from 1.
        series_instance_uid: the CT series that was read.
        label: which volume of the series (phase, kernel ...), or "".
        patient_id: as the file has it.
        patient_name: as the file has it, in the form of DICOM.
        birth_date: of the patient; None where the file does not say, as is the next.
        sex: of the patient.
        study_date: of the study that was read.
        age_years: of the patient then, as the reading took it, else as the headers say.
        made_on: when it was written, in the local time of the file; None if the file does not say.
        reader: who made it, as entered; "" if that was not said.
        agatston: the coronary total in full precision; None if the file does not say.
        volume_mm3: likewise.
        cac_drs: the category, such as "A2/N3"; "" where it was withheld.
        replaces: SOP Instance UIDs of the readings that it is a new version of.
        replaced: whether a newer version of it was found.
        images: SOP Instance UIDs of the images of the volume.
        segmentation: the file of the marks; None where nothing is marked, or the file was not found.
        series_files: files of the CT series; empty where they were not found.
        remarks: why it cannot be opened: the series or the segmentation is gone. Empty if it can.
    """

    file: Path
    version: SavedVersion
    series_instance_uid: str
    label: str = ""
    patient_id: str = ""
    patient_name: str = ""
    birth_date: date | None = None
    sex: Sex | None = None
    study_date: date | None = None
    age_years: int | None = None
    made_on: datetime | None = None
    reader: str = ""
    agatston: float | None = None
    volume_mm3: float | None = None
    cac_drs: str = ""
    replaces: tuple[str, ...] = ()
    replaced: bool = False
    images: tuple[str, ...] = field(default=(), repr=False)
    segmentation: Path | None = None
    series_files: tuple[Path, ...] = field(default=(), repr=False)
    remarks: tuple[Remark, ...] = ()

    @property
    def status(self) -> ReportStatus:
        """As it was saved: "draft", "final", or "" if no status was given."""
        return self.version.status
