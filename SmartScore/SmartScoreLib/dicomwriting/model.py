"""What is written: the sorts of Secondary Capture and document series, and a new series as files."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from SmartScoreLib.remarks.model import Remark


class CaptureKind(Enum):
    """One series each (a series has one purpose and one equipment); the value begins its Series Description."""

    PHYSICIAN = "SmartScore Physician Report"
    PATIENT = "SmartScore Patient Report"
    SCREENS = "SmartScore Screen Saves"


class DocumentKind(Enum):
    """One Encapsulated PDF each, in a series of its own; the value is its Series Description."""

    PHYSICIAN = "SmartScore Physician Report PDF"
    PATIENT = "SmartScore Patient Report PDF"


@dataclass(frozen=True)
class SeriesFiles:
    """One new series, written and checked.

    Attributes:
        kind: "reduced", "physician", "patient", "screens", "physician_pdf", "patient_pdf", "segmentation",
            "structured_report" or "presentation".
        series_instance_uid: its new UID.
        description: Series Description as every file has it.
        files: one an image, in the order of Instance Number.
        remarks: values of the source that are not written as they are, each once.
    """

    kind: str
    series_instance_uid: str
    description: str
    files: tuple[Path, ...]
    remarks: tuple[Remark, ...] = ()
