"""Tiny CT series made with pydicom alone, so that reading is judged by bytes that the library did not write."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import CTImageStorage, ExplicitVRBigEndian, ExplicitVRLittleEndian

SERIES, STUDY, FRAME = "2.25.11", "2.25.22", "2.25.33"
SIZE = 16


def tiny_ct(index: int = 0, size: int = SIZE, **attributes: Any) -> Dataset:
    """A valid CT image of `size` x `size` signed 16-bit pixels; slice `index`, 3 mm apart. None removes an attribute.

    Stored value of pixel (row, column) is 100 * index + 10 * row + column; HU is that less 1024.
    """
    dataset = Dataset()
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.file_meta.MediaStorageSOPClassUID = CTImageStorage
    dataset.SpecificCharacterSet = "ISO_IR 100"
    dataset.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
    dataset.SOPClassUID = CTImageStorage
    dataset.SOPInstanceUID = f"2.25.{1000 + index}"
    dataset.StudyDate, dataset.StudyTime, dataset.Modality = "20260102", "101500", "CT"
    dataset.Manufacturer, dataset.AccessionNumber, dataset.ReferringPhysicianName = "Maker", "", ""
    dataset.SeriesDescription = "Tiny"
    dataset.ProtocolName = "CaScore"
    dataset.PatientName, dataset.PatientID = "Tiny^Series", "T1"
    dataset.PatientBirthDate, dataset.PatientSex = "19601231", "F"
    dataset.SliceThickness, dataset.KVP, dataset.ConvolutionKernel = "3", "120", "B35f"
    dataset.StudyInstanceUID, dataset.SeriesInstanceUID = STUDY, SERIES
    dataset.StudyID, dataset.SeriesNumber, dataset.InstanceNumber = "1", 2, index + 1
    dataset.AcquisitionNumber = 1
    dataset.ImagePositionPatient = [-4, -4, 3 * index]
    dataset.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
    dataset.FrameOfReferenceUID, dataset.PositionReferenceIndicator = FRAME, ""
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation = 1, "MONOCHROME2"
    dataset.Rows = dataset.Columns = size
    dataset.PixelSpacing = [0.5, 0.5]
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit, dataset.PixelRepresentation = 16, 16, 15, 1
    dataset.RescaleIntercept, dataset.RescaleSlope, dataset.RescaleType = "-1024", "1", "HU"
    rows, columns = np.mgrid[:size, :size]
    put_pixels(dataset, 100 * index + 10 * rows + columns)
    for keyword, value in attributes.items():
        if value is None:
            del dataset[keyword]
        else:
            setattr(dataset, keyword, value)
    return dataset


def put_pixels(dataset: Dataset, cells: NDArray[Any]) -> None:
    """Set Pixel Data to the 16-bit cells, in the byte order of the transfer syntax."""
    order = ">" if dataset.file_meta.TransferSyntaxUID == ExplicitVRBigEndian else "<"
    dataset.PixelData = (np.asarray(cells).astype(np.int64) & 0xFFFF).astype(f"{order}u2").tobytes()
    dataset["PixelData"].VR = "OW"


def save(folder: Path, datasets: Sequence[Dataset], names: Sequence[str] = ()) -> list[Path]:
    """Write datasets as files of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / (names[i] if names else f"i{i:02}.dcm") for i in range(len(datasets))]
    for dataset, file in zip(datasets, files, strict=True):
        dataset.file_meta.MediaStorageSOPInstanceUID = dataset.get("SOPInstanceUID", "2.25.1")
        dataset.save_as(file, enforce_file_format=True)
    return files


class TinySeries:
    """What tests need to write series, handed over by the fixture `tiny`."""

    image = staticmethod(tiny_ct)
    put_pixels = staticmethod(put_pixels)
    save = staticmethod(save)

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, slices: int = 4, change: Callable[[Dataset, int], None] | None = None, **attributes: Any) -> Path:
        """Write a series into the folder, each image with `attributes`, then changed; returns the folder."""
        datasets = []
        for index in range(slices):
            dataset = tiny_ct(index, **attributes)
            if change:
                change(dataset, index)
            datasets.append(dataset)
        save(self.folder, datasets)
        return self.folder


@pytest.fixture
def tiny(tmp_path: Path) -> TinySeries:
    """Writer of tiny series into a fresh folder."""
    return TinySeries(tmp_path / "series")
