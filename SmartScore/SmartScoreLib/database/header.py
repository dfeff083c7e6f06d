"""A file's header as the texts that the database keeps."""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydicom import config, dcmread
from pydicom.datadict import tag_for_keyword
from pydicom.dataset import Dataset
from pydicom.errors import InvalidDicomError
from pydicom.multival import MultiValue

from SmartScoreLib.errors import ExportFailed

ABSENT = "__TAG_NOT_IN_INSTANCE__"

# The tags that Slicer's display rules ask for; it keeps each one's text in its tag cache.
CACHED_KEYWORDS = (
    *("SOPInstanceUID", "StudyDate", "SeriesDate", "StudyTime", "SeriesTime", "AccessionNumber", "Modality"),
    *("ModalitiesInStudy", "InstitutionName", "ReferringPhysicianName", "StudyDescription", "SeriesDescription"),
    *("PerformingPhysicianName", "PatientName", "PatientID", "PatientBirthDate"),
    *("PatientBirthTime", "PatientSex", "PatientAge", "PatientComments", "ContrastBolusAgent", "BodyPartExamined"),
    *("ScanningSequence", "EchoNumbers", "StudyInstanceUID", "SeriesInstanceUID", "StudyID", "SeriesNumber"),
    *("AcquisitionNumber", "FrameOfReferenceUID", "TemporalPositionIdentifier", "Rows", "Columns"),
    *("RTImageLabel", "RTImageName", "RTImageDescription", "StructureSetLabel", "StructureSetName"),
    *("RTPlanLabel", "RTPlanName"),
)
_TAGS = {keyword: tag for keyword in CACHED_KEYWORDS if (tag := tag_for_keyword(keyword)) is not None}
_UID = re.compile(r"[0-9.]{1,64}")


@dataclass(frozen=True)
class Header:
    """What the database needs of one file.

    Attributes:
        file: where the file lies now.
        texts: keyword -> text; several values are joined by a backslash, absent or empty ones are "".
        patient_id: as the database keeps it: Slicer puts the Study Instance UID where the Patient ID is empty.
        patient_name: the Patient ID where the name is empty, as Slicer does.
    """

    file: Path
    texts: dict[str, str]
    patient_id: str
    patient_name: str

    def __getitem__(self, keyword: str) -> str:
        return self.texts[keyword]

    @property
    def sop_instance_uid(self) -> str:
        """SOP Instance UID, never empty."""
        return self.texts["SOPInstanceUID"]

    def tag_texts(self) -> list[tuple[str, str]]:
        """Rows of the tag cache: tag as "GGGG,EEEE" in upper case, and its text."""
        return [(f"{tag >> 16:04X},{tag & 0xFFFF:04X}", self.texts[key] or ABSENT) for key, tag in _TAGS.items()]


def read_header(file: Path) -> Header:
    """Read what the database needs of one file.

    Raises:
        ExportFailed: the file is gone, is not DICOM, or a UID is missing or not a UID.
    """
    try:
        dataset = dcmread(file, stop_before_pixels=True, specific_tags=[*_TAGS.values()])
    except OSError as error:
        raise ExportFailed(f"The file {file} cannot be read: {error.strerror or error}.") from error
    except (InvalidDicomError, EOFError, ValueError) as error:
        raise ExportFailed(f"The file {file} is not a readable DICOM file: {error}") from error
    # A value that breaks its VR (a name of 1,000 characters) is kept as it is, as Slicer does.
    with config.disable_value_validation():
        texts = {keyword: _text(dataset, keyword) for keyword in _TAGS}
    for keyword in ("StudyInstanceUID", "SeriesInstanceUID", "SOPInstanceUID"):
        if not _UID.fullmatch(texts[keyword]):
            shown = texts[keyword] if len(texts[keyword]) <= 80 else texts[keyword][:77] + "..."
            raise ExportFailed(
                f"{keyword} of the file {file} is {shown!r}; a UID has digits and dots only, 64 characters at most. "
                "Nothing can be stored under it."
            )
    patient_id = texts["PatientID"] or texts["StudyInstanceUID"]
    return Header(file, texts, patient_id, texts["PatientName"] or patient_id)


def _text(dataset: Dataset, keyword: str) -> str:
    value = dataset.get(keyword)
    if value is None:
        return ""
    values = value if isinstance(value, MultiValue) else (value,)
    return "\\".join(str(item) for item in values)


def displayed_name(patient_name: str) -> str:
    """A person name as the browser shows it: "Family, Given Middle, Suffix (Prefix)" (first component group)."""
    parts = [*patient_name.split("=")[0].split("^"), "", "", "", "", ""][:5]
    family, given, middle, prefix, suffix = (part.strip() for part in parts)
    first = " ".join(part for part in (given, middle) if part)
    text = f"{family}, {first}" if family and first else family or first
    if suffix:
        text += f", {suffix}"
    if prefix:
        text += f" ({prefix})"
    return text


def sql_date(text: str) -> str | None:
    """A DICOM date (DA) as the database's "yyyy-mm-dd", or None if it is not a date."""
    try:
        return datetime.strptime(text, "%Y%m%d").date().isoformat()
    except ValueError:
        return None
