"""Series as people have them, built in code, and what a reader of each must find: verdict, remarks, score.

Every series is a block of tissue in air with one calcification in slices 1 and 2, of 6 x 6 pixels of 0.5 mm and 450 HU:
36 * 0.25 mm2 * weight 4 = 36 in each slice of 3 mm, 72 together, whatever the files around it look like.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import CTImageStorage, ExplicitVRLittleEndian

SIZE, SLICES, SCORE = 32, 4, 72.0
AIR, TISSUE, CALCIUM = -1000, 40, 450
SERIES, STUDY, FRAME = "2.25.11", "2.25.22", "2.25.33"
# Images of 16 mm are no chest, and said to be none; these two belong to every case.
ALWAYS = frozenset(["series.matrix", "series.values_not_judged"])


@dataclass(frozen=True)
class Expected:
    """One candidate.

    Attributes:
        codes: of its remarks beyond `ALWAYS`; those of its values if it can be scored.
        score: its Agatston score, None if it is refused by its headers.
        label: what tells it from others, "" for the only one.
        slices: how many.
    """

    codes: frozenset[str] = frozenset()
    score: float | None = SCORE
    label: str = ""
    slices: int = SLICES


def found(*codes: str, score: float | None = SCORE, label: str = "", slices: int = SLICES) -> Expected:
    """An expected candidate; codes without their room."""
    return Expected(frozenset(f"series.{code}" for code in codes), score, label, slices)


def refused(*codes: str, label: str = "", slices: int = SLICES) -> Expected:
    """A candidate that its headers refuse."""
    return found(*codes, score=None, label=label, slices=slices)


Build = Callable[[Path], "Path | Sequence[Path]"]


@dataclass(frozen=True)
class Case:
    """One kind of series.

    Attributes:
        name: what it is.
        build: writes it into a folder and gives the paths to search; or attributes set on every image.
        expected: its candidates, in order of label.
        line: of the review of what people have, "1" to "13", or "" for what was always so.
        problems: codes of the problems of the search.
        loads: codes of the refusal by its values, if they are refused.
        decoders: whether pydicom's decoders are there.
    """

    name: str
    build: Build = field(repr=False)
    expected: tuple[Expected, ...] = (Expected(),)
    line: str = ""
    problems: tuple[str, ...] = ()
    loads: tuple[str, ...] = ()
    decoders: bool = True


def values(index: int) -> NDArray[np.int64]:
    """Hounsfield units of slice `index`."""
    hu = np.full((SIZE, SIZE), AIR)
    hu[6:26, 6:26] = TISSUE
    if index in (1, 2):
        hu[12:18, 12:18] = CALCIUM
    return hu


def image(index: int = 0, **attributes: Any) -> Dataset:
    """A CT image of a calcium scoring scan; None removes an attribute."""
    dataset = Dataset()
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.file_meta.MediaStorageSOPClassUID = CTImageStorage
    dataset.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
    dataset.SOPClassUID, dataset.SOPInstanceUID = CTImageStorage, f"2.25.{1000 + index}"
    dataset.StudyDate, dataset.StudyTime, dataset.Modality = "20260102", "101500", "CT"
    dataset.Manufacturer, dataset.SeriesDescription, dataset.ProtocolName = "Maker", "CaSc 3.0", "Heart"
    dataset.PatientName, dataset.PatientID, dataset.PatientSex = "Case^Of", "C1", "F"
    dataset.PatientBirthDate, dataset.StudyID = "19601231", "1"
    dataset.SliceThickness, dataset.KVP, dataset.ConvolutionKernel = "3", "120", "Qr36d"
    dataset.StudyInstanceUID, dataset.SeriesInstanceUID, dataset.FrameOfReferenceUID = STUDY, SERIES, FRAME
    dataset.SeriesNumber, dataset.InstanceNumber, dataset.AcquisitionNumber = 2, index + 1, 1
    dataset.ImagePositionPatient, dataset.ImageOrientationPatient = [-8, -8, 3 * index], [1, 0, 0, 0, 1, 0]
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation = 1, "MONOCHROME2"
    dataset.Rows = dataset.Columns = SIZE
    dataset.PixelSpacing = [0.5, 0.5]
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit, dataset.PixelRepresentation = 16, 16, 15, 1
    dataset.RescaleIntercept, dataset.RescaleSlope, dataset.RescaleType = "-1024", "1", "HU"
    put(dataset, values(index) + 1024)
    for keyword, value in attributes.items():
        if value is None:
            del dataset[keyword]
        else:
            setattr(dataset, keyword, value)
    return dataset


def put(dataset: Dataset, stored: NDArray[Any]) -> None:
    """Set Pixel Data, little endian, 16 bits."""
    dataset.PixelData = (np.asarray(stored).astype(np.int64) & 0xFFFF).astype("<u2").tobytes()
    dataset["PixelData"].VR = "OW"


def save(folder: Path, datasets: Sequence[Dataset], first: int = 0) -> Path:
    """Write datasets as files i00.dcm and so on; the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, dataset in enumerate(datasets, first):
        dataset.file_meta.MediaStorageSOPInstanceUID = dataset.get("SOPInstanceUID", "2.25.1")
        dataset.save_as(folder / f"i{number:02}.dcm", enforce_file_format=True)
    return folder


def images(**attributes: Any) -> list[Dataset]:
    """The series, each image with these attributes."""
    return [image(index, **attributes) for index in range(SLICES)]


def with_attributes(**attributes: Any) -> Build:
    """A builder of the series with attributes set on every image."""
    return lambda folder: save(folder, images(**attributes))


def each(change: Callable[[Dataset, int], object], **attributes: Any) -> Build:
    """A builder of the series with every image changed."""

    def build(folder: Path) -> Path:
        datasets = images(**attributes)
        for index, dataset in enumerate(datasets):
            change(dataset, index)
        return save(folder, datasets)

    return build


def copies(change: Callable[[Dataset, int, int], object], count: int = 2) -> Build:
    """A builder of `count` volumes at the same positions in one series, images changed by (image, slice, volume)."""

    def build(folder: Path) -> Path:
        datasets = []
        for volume in range(count):
            for index in range(SLICES):
                dataset = image(index, SOPInstanceUID=f"2.25.{1000 * (volume + 1) + index}")
                change(dataset, index, volume)
                datasets.append(dataset)
        return save(folder, datasets)

    return build
