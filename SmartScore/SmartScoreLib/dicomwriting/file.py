"""Data sets into files: Explicit VR Little Endian, names of our own, and nothing left behind by a failure."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import UID, ExplicitVRLittleEndian

from SmartScoreLib.dicomwriting.device import IMPLEMENTATION_CLASS_UID, Device
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import ExportFailed
from SmartScoreLib.remarks.model import Remark


def write_file(dataset: Dataset, path: Path, device: Device) -> None:
    """Write one data set as a DICOM file (PS3.10); the file must not exist yet.

    Raises:
        ExportFailed: the folder is not writable, the disk is full, the file exists, or a value cannot be encoded.
    """
    meta = FileMetaDataset()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.ImplementationClassUID = UID(IMPLEMENTATION_CLASS_UID)
    meta.ImplementationVersionName = device.implementation_version_name
    dataset.file_meta = meta
    try:
        with path.open("xb") as file:
            try:
                dataset.save_as(file, implicit_vr=False, little_endian=True, enforce_file_format=True)
                file.flush()
            except BaseException:
                path.unlink()
                raise
    except OSError as error:
        raise ExportFailed(_not_written(path, error.strerror or str(error))) from error
    except (ValueError, TypeError, AttributeError, NotImplementedError, OverflowError) as error:
        raise ExportFailed(_not_written(path, " ".join(str(error).split()))) from error


def _not_written(path: Path, reason: str) -> Remark:
    return remark("dicomwriting.not_written", file=str(path), reason=reason)


@contextmanager
def all_or_none(folder: Path) -> Iterator[list[Path]]:
    """A list for the files that are being written; if the work fails or is cancelled, they are taken away again.

    Raises:
        ExportFailed: the folder cannot be made.
    """
    files: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportFailed(remark("dicomwriting.folder", folder=str(folder), reason=reason)) from error
    try:
        yield files
    except BaseException:
        for file in files:
            file.unlink(missing_ok=True)
        raise
