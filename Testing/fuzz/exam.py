"""A small CT exam, made here of numpy and pydicom alone, that corruptions start from."""

import json
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

import numpy as np
import pydicom
from numpy.typing import NDArray
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.uid import CTImageStorage, ExplicitVRLittleEndian

SLICES, ROWS, COLUMNS = 6, 40, 44
SPACING_MM = (3.0, 2.0, 2.5)
ORIGIN_LPS_MM = (-52.5, -41.0, -120.0)
UID = "1.2.826.0.1.3680043.8.498.1"
THRESHOLD_HU = 130
# territory: voxels as (slices, rows, columns), HU, and one brighter voxel with its HU
LESIONS = {
    "LAD": ((slice(2, 4), slice(10, 12), slice(20, 23)), 250, (2, 11, 21), 320),
    "LCX": ((slice(1, 2), slice(20, 21), slice(30, 31)), 150, (1, 20, 30), 150),
    "RCA": ((slice(3, 5), slice(25, 28), slice(12, 16)), 210, (4, 26, 13), 455),
}
LABELS = {"LM": 1, "LAD": 2, "LCX": 3, "RCA": 4}
"""Numbers of the territories in Slicer's own order, with which masks here are written."""


@dataclass(frozen=True)
class Case:
    """What one corruption left: the files of a folder, a file of marks, and what was done.

    Attributes:
        files: name to content.
        marks: (name, content) of the file that is given as marks; files beside it in `beside`.
        beside: name to content.
        harmless: nothing was changed that a score depends on, so that it must stay as it was.
        what: for people.
    """

    files: dict[str, bytes]
    marks: tuple[str, bytes]
    what: str
    beside: tuple[tuple[str, bytes], ...] = ()
    harmless: bool = False


def volume() -> NDArray[np.int16]:
    """Hounsfield units (slice, row, column): air, a body, lungs and the lesions."""
    hu = np.full((SLICES, ROWS, COLUMNS), -1000, np.int16)
    hu[:, 3:-3, 3:-3] = 40
    hu[:, 8:-8, 5:10] = hu[:, 8:-8, -10:-5] = -850
    for voxels, body, peak_at, peak in LESIONS.values():
        hu[voxels] = body
        hu[peak_at] = peak
    return hu


def labels() -> NDArray[np.uint8]:
    """The marks (slice, row, column) by `LABELS`."""
    marked = np.zeros((SLICES, ROWS, COLUMNS), np.uint8)
    for territory, (voxels, *_) in LESIONS.items():
        marked[voxels] = LABELS[territory]
    return marked


def clicks() -> bytes:
    """One click on each lesion, by index and by place."""
    seeds: list[dict[str, Any]] = []
    for number, (territory, (_, _, (k, i, j), _)) in enumerate(LESIONS.items()):
        place = [
            ORIGIN_LPS_MM[0] + j * SPACING_MM[2],
            ORIGIN_LPS_MM[1] + i * SPACING_MM[1],
            ORIGIN_LPS_MM[2] + k * SPACING_MM[0],
        ]
        seeds.append({"territory": territory, **({"lps_mm": place} if number else {"ijk": [j, i, k]})})
    return json.dumps({"seeds": seeds}).encode()


def datasets() -> list[FileDataset]:
    """One CT image a slice, 16 bits, signed, slope 1, intercept -1024."""
    return [_image(k, image) for k, image in enumerate(volume())]


@lru_cache
def image_bytes(index: int) -> bytes:
    """The file of one image of the exam as it is."""
    return encoded(datasets()[index])


def encoded(dataset: Dataset) -> bytes:
    """The file of a dataset; values that are not valid are written as they are."""
    buffer = BytesIO()
    with pydicom.config.disable_value_validation():
        pydicom.dcmwrite(buffer, dataset, enforce_file_format=False)
    return buffer.getvalue()


def _image(k: int, hu: NDArray[np.int16]) -> FileDataset:
    meta = FileMetaDataset()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.MediaStorageSOPClassUID = CTImageStorage
    meta.MediaStorageSOPInstanceUID = f"{UID}.3.{k + 1}"
    meta.ImplementationClassUID = f"{UID}.9"
    dataset = FileDataset("", {}, file_meta=meta, preamble=bytes(128))
    for keyword, value in _VALUES.items():
        setattr(dataset, keyword, value)
    dataset.SOPInstanceUID = f"{UID}.3.{k + 1}"
    dataset.InstanceNumber = k + 1
    dataset.ImagePositionPatient = [*ORIGIN_LPS_MM[:2], ORIGIN_LPS_MM[2] + k * SPACING_MM[0]]
    dataset.SliceLocation = ORIGIN_LPS_MM[2] + k * SPACING_MM[0]
    dataset.PixelData = (hu + 1024).astype("<i2").tobytes()
    dataset["PixelData"].VR = "OW"
    return dataset


_VALUES = {
    "SpecificCharacterSet": "ISO_IR 100",
    "ImageType": ["ORIGINAL", "PRIMARY", "AXIAL"],
    "SOPClassUID": CTImageStorage,
    "StudyDate": "20240501",
    "SeriesDate": "20240501",
    "AcquisitionDate": "20240501",
    "ContentDate": "20240501",
    "StudyTime": "101500",
    "SeriesTime": "101600",
    "AcquisitionTime": "101700",
    "ContentTime": "101700",
    "AccessionNumber": "A1",
    "Modality": "CT",
    "Manufacturer": "Maker",
    "InstitutionName": "Clinic",
    "ReferringPhysicianName": "Doe^R",
    "StudyDescription": "Heart",
    "SeriesDescription": "CaSc 3.0",
    "ManufacturerModelName": "Model",
    "PatientName": "Doe^Jane",
    "PatientID": "ID-1",
    "PatientBirthDate": "19600101",
    "PatientSex": "F",
    "PatientAge": "064Y",
    "BodyPartExamined": "HEART",
    "ScanOptions": "TP70PC",
    "SliceThickness": 3.0,
    "KVP": 120,
    "DeviceSerialNumber": "7",
    "SoftwareVersions": "1",
    "ProtocolName": "CaSc",
    "DistanceSourceToDetector": 1000.0,
    "DistanceSourceToPatient": 500.0,
    "GantryDetectorTilt": 0.0,
    "TableHeight": 100.0,
    "ExposureTime": 300,
    "XRayTubeCurrent": 100,
    "Exposure": 30,
    "ConvolutionKernel": "B35f",
    "PatientPosition": "HFS",
    "StudyInstanceUID": f"{UID}.1",
    "SeriesInstanceUID": f"{UID}.2",
    "StudyID": "1",
    "SeriesNumber": 2,
    "AcquisitionNumber": 1,
    "ImageOrientationPatient": [1, 0, 0, 0, 1, 0],
    "FrameOfReferenceUID": f"{UID}.4",
    "PositionReferenceIndicator": "",
    "SamplesPerPixel": 1,
    "PhotometricInterpretation": "MONOCHROME2",
    "Rows": ROWS,
    "Columns": COLUMNS,
    "PixelSpacing": [SPACING_MM[1], SPACING_MM[2]],
    "BitsAllocated": 16,
    "BitsStored": 16,
    "HighBit": 15,
    "PixelRepresentation": 1,
    "WindowCenter": 40,
    "WindowWidth": 400,
    "RescaleIntercept": -1024,
    "RescaleSlope": 1,
    "RescaleType": "HU",
}
