"""Fixtures of the tests that write and read DICOM files."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import CTImageStorage, ExplicitVRLittleEndian, generate_uid

MakeImages = Callable[..., tuple[Path, ...]]


@pytest.fixture
def make_images(tmp_path: Path) -> MakeImages:
    """`make_images(count, folder="source", **attributes)` writes tiny CT images of one new series."""

    def make(count: int = 3, folder: str = "source", **attributes: Any) -> tuple[Path, ...]:
        place = tmp_path / folder
        place.mkdir(parents=True, exist_ok=True)
        shared: dict[str, Any] = {
            "StudyInstanceUID": generate_uid(),
            "SeriesInstanceUID": generate_uid(),
            "FrameOfReferenceUID": generate_uid(),
            "PatientName": "Müller^Anna^Maria^Dr.^Jr.",
            "PatientID": "4711",
            "PatientBirthDate": "19501224",
            "PatientSex": "F",
            "StudyDate": "20260115",
            "StudyTime": "101112",
            "StudyID": "S1",
            "StudyDescription": "Heart",
            "SeriesDate": "20260116",
            "SeriesDescription": "Calcium",
            "SeriesNumber": 4,
            "Modality": "CT",
            "InstitutionName": "Clinic",
            "ReferringPhysicianName": "Ref^Er",
            **attributes,
        }
        files = []
        for number in range(1, count + 1):
            image = Dataset()
            image.file_meta = FileMetaDataset()
            image.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
            image.SpecificCharacterSet = "ISO_IR 192"
            image.SOPClassUID = image.file_meta.MediaStorageSOPClassUID = CTImageStorage
            image.SOPInstanceUID = generate_uid()
            image.InstanceNumber = number
            image.Rows, image.Columns = 6, 8
            for keyword, value in shared.items():
                if value is not None:
                    setattr(image, keyword, value)
            image.file_meta.MediaStorageSOPInstanceUID = image.SOPInstanceUID
            image.SamplesPerPixel, image.PhotometricInterpretation = 1, "MONOCHROME2"
            image.BitsAllocated, image.BitsStored, image.HighBit, image.PixelRepresentation = 16, 16, 15, 1
            image.PixelData = np.full((6, 8), number, np.int16).tobytes()
            file = place / f"{image.SOPInstanceUID[-12:]}.dcm"
            image.save_as(file, enforce_file_format=True)
            files.append(file)
        return tuple(files)

    return make
