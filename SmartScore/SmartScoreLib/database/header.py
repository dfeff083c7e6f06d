"""A file's header as the texts that the database keeps."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast

from pydicom import dcmread
from pydicom.charset import convert_encodings, decode_bytes
from pydicom.datadict import tag_for_keyword
from pydicom.dataelem import RawDataElement
from pydicom.dataset import Dataset
from pydicom.errors import InvalidDicomError

from SmartScoreLib.remarks.errors import ExportFailed
from SmartScoreLib.series.headers.attributes import is_uid

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
_NUMBERS = (_TAGS["Rows"], _TAGS["Columns"])
# Characters after which text returns to its first encoding (PS3.5 6.1.2.5.3), in names and other texts.
_DELIMITERS = set(b"\r\n\t\f\\^=")


@dataclass(frozen=True)
class Header:
    """What the database needs of one file.

    Attributes:
        file: where the file lies now.
        texts: keyword -> text of the attributes that are present; several values are joined by a backslash.
        patient_id: as the database keeps it: Slicer puts the Study Instance UID where the Patient ID is empty.
        patient_name: the Patient ID where the name is empty, as Slicer does.
    """

    file: Path
    texts: dict[str, str]
    patient_id: str
    patient_name: str

    def __getitem__(self, keyword: str) -> str:
        return self.texts.get(keyword, "")

    def column(self, keyword: str) -> str | None:
        """The text as Slicer keeps it in a column: NULL, not "", where the attribute is absent."""
        return self.texts.get(keyword)

    @property
    def sop_instance_uid(self) -> str:
        """SOP Instance UID, never empty."""
        return self.texts["SOPInstanceUID"]

    def tag_texts(self) -> list[tuple[str, str]]:
        """Rows of the tag cache: tag as "GGGG,EEEE" in upper case, and its text."""
        return [(f"{tag >> 16:04X},{tag & 0xFFFF:04X}", self[key] or ABSENT) for key, tag in _TAGS.items()]


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
    encodings = convert_encodings(dataset.get("SpecificCharacterSet"))
    texts = {keyword: _text(dataset, tag, encodings) for keyword, tag in _TAGS.items() if tag in dataset}
    for keyword in ("StudyInstanceUID", "SeriesInstanceUID", "SOPInstanceUID"):
        uid = texts.get(keyword, "")
        if not is_uid(uid):
            shown = uid if len(uid) <= 80 else uid[:77] + "..."
            raise ExportFailed(
                f"{keyword} of the file {file} is {shown!r}; a UID has digits and dots only, 64 characters at most. "
                "Nothing can be stored under it."
            )
    patient_id = texts.get("PatientID") or texts["StudyInstanceUID"]
    return Header(file, texts, patient_id, texts.get("PatientName") or patient_id)


def _text(dataset: Dataset, tag: int, encodings: list[str]) -> str:
    """The value as it is written: one that breaks its VR (a name of 1,000 characters) is kept, as Slicer does."""
    element = cast(RawDataElement, dataset.get_item(tag))  # not yet converted, as nothing has asked for it
    if not element.value:
        return ""
    if tag in _NUMBERS:
        return str(int.from_bytes(element.value[:2], "little" if element.is_little_endian else "big"))
    text = decode_bytes(element.value, encodings, _DELIMITERS)
    return "\\".join(part.strip(" \0") for part in text.split("\\"))


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
