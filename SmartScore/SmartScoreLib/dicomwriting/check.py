"""Every written file is read back and held to the rules before anyone gets it."""

from collections.abc import Sequence
from pathlib import Path

from pydicom import dcmread
from pydicom.dataset import FileDataset
from pydicom.errors import InvalidDicomError
from pydicom.uid import ExplicitVRLittleEndian

from SmartScoreLib.conformance.table import Row
from SmartScoreLib.dicomwriting.source import lenient
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import ExportFailed
from SmartScoreLib.uids import has_uid_signs, is_valid_uid

_ONE_IN_A_SERIES = ("StudyInstanceUID", "SeriesInstanceUID", "SOPClassUID", "Modality", "FrameOfReferenceUID")


@lenient()
def check_files(files: Sequence[Path], rows: Sequence[Row]) -> None:
    """Read the files of one series back.

    Held to: type 1 attributes have a value and type 2 attributes are there, as the rows say; Pixel Data, if the rows
    have it, has the size that the image needs; UIDs are valid, unique for each image and equal over the series;
    Instance Numbers count from 1; the file meta information repeats the data set.

    Raises:
        ExportFailed: naming the file and the attribute.
    """
    seen: set[str] = set()
    common: tuple[object, ...] | None = None
    with_pixels = any(row.keyword == "PixelData" for row in rows)
    for number, file in enumerate(files, start=1):
        image = read_back(file)
        check_rows(file, image, rows)
        if with_pixels:
            _check_pixels(file, image)
        check_identity(file, image, number, seen)
        own = tuple(image.get(keyword) for keyword in _ONE_IN_A_SERIES)
        if common is not None and own != common:
            raise ExportFailed(remark("dicomwriting.written_apart", file=str(file)))
        common = own


def check_identity(file: Path, image: FileDataset, number: int, seen: set[str]) -> None:
    """UIDs valid, and that of the instance new to `seen`; the file meta information repeats them; Instance Number.

    Raises:
        ExportFailed: naming the file and the attribute.
    """
    uids = (image.StudyInstanceUID, image.SeriesInstanceUID, image.SOPInstanceUID)
    # That of the study is the source's, whatever it looks like.
    if (
        not has_uid_signs(uids[0])
        or not all(is_valid_uid(uid) for uid in uids[1:])
        or len(set(uids)) != 3
        or image.SOPInstanceUID in seen
    ):
        raise ExportFailed(remark("dicomwriting.written_uid", file=str(file), uids=tuple(str(uid) for uid in uids)))
    seen.add(image.SOPInstanceUID)
    meta = image.file_meta
    if (meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID, meta.TransferSyntaxUID) != (
        image.SOPClassUID,
        image.SOPInstanceUID,
        ExplicitVRLittleEndian,
    ):
        raise ExportFailed(remark("dicomwriting.written_meta", file=str(file)))
    if image.InstanceNumber != number:
        found = str(image.InstanceNumber)
        raise ExportFailed(remark("dicomwriting.written_number", file=str(file), found=found, expected=number))


def read_back(file: Path) -> FileDataset:
    """The whole file.

    Raises:
        ExportFailed: it cannot be read.
    """
    try:
        return dcmread(file)
    except (OSError, EOFError, ValueError, InvalidDicomError) as error:
        reason = " ".join(str(error).split())
        raise ExportFailed(remark("dicomwriting.not_read_back", file=str(file), reason=reason)) from error


def check_rows(file: Path, image: FileDataset, rows: Sequence[Row]) -> None:
    """Attributes of type 1 have a value and those of type 2 are there, as the rows say.

    Raises:
        ExportFailed: naming the file and the attribute.
    """
    for row in rows:
        if row.type not in ("1", "2") or row.on_save not in ("Copied", "Generated") or row.number is None:
            continue
        if row.number not in image and not row.if_missing.startswith("empty "):
            raise ExportFailed(remark("dicomwriting.written_without", file=str(file), keyword=row.keyword, tag=row.tag))
        if row.type == "1" and image[row.number].is_empty:
            raise ExportFailed(remark("dicomwriting.written_empty", file=str(file), keyword=row.keyword, tag=row.tag))


def _check_pixels(file: Path, image: FileDataset) -> None:
    needed = image.Rows * image.Columns * image.SamplesPerPixel * image.BitsAllocated // 8
    found = len(image.PixelData)
    if found != needed + needed % 2:
        raise ExportFailed(remark("dicomwriting.pixels_size", file=str(file), found=found, needed=needed))
