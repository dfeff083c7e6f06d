"""The phantom as CT images: headers and stored values as scanners of many kinds write them."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import UID, CTImageStorage, ExplicitVRBigEndian, ExplicitVRLittleEndian, generate_uid

from SmartScoreLib.identity import identity
from SmartScoreLib.phantom.model import Phantom
from SmartScoreLib.phantom.volume import phantom_hu
from SmartScoreLib.progress import Progress, silent

AIR_HU = -1024


@dataclass(frozen=True)
class WriteOptions:
    """How the images are stored.

    Attributes:
        signed: Pixel Representation 1, else 0.
        bits_stored: 12 or 16 with High Bit one less.
        slope: Rescale Slope; stored value = (HU - intercept) / slope.
        intercept: Rescale Intercept.
        kvp: None leaves the attribute empty.
        thickness_mm: Slice Thickness; None takes the spacing. It may be larger than the spacing (overlap).
        phases: cardiac phases in percent of the R-R interval: one set of images each, in the same series.
        ge_private: Manufacturer and private elements as GE scanners write them.
        transfer_syntax: one of the uncompressed transfer syntaxes, or deflated.
        shuffled: file names in an order other than the slices', Instance Numbers reversed.
        character_set: Specific Character Set.
        uid_seed: makes the UIDs repeatable; None gives fresh ones.
        attributes: keyword to value, set on every image last; None removes the attribute.
    """

    signed: bool = True
    bits_stored: int = 16
    slope: float = 1.0
    intercept: float = 0.0
    kvp: float | None = 120.0
    thickness_mm: float | None = None
    phases: tuple[int, ...] = ()
    ge_private: bool = False
    transfer_syntax: str = ExplicitVRLittleEndian
    shuffled: bool = False
    character_set: str | list[str] = "ISO_IR 100"
    uid_seed: str | None = None
    attributes: Mapping[str, Any] = field(default_factory=dict)


def write_phantom(
    phantom: Phantom, folder: Path, options: WriteOptions | None = None, progress: Progress = silent, **changes: Any
) -> tuple[Path, ...]:
    """Write the phantom as CT Image Storage files into a folder (made if needed).

    Args:
        phantom: what to write.
        folder: where to.
        options: how; `changes` are single fields of `WriteOptions` on top of it.
        progress: told after each file.
        changes: see `options`.

    Returns:
        The files in slice order (of the first phase, then the second ...).

    Raises:
        ValueError: the Hounsfield units do not fit the stored values.
    """
    chosen = replace(options or WriteOptions(), **changes)
    folder.mkdir(parents=True, exist_ok=True)
    hu = phantom_hu(phantom)
    datasets = phantom_datasets(phantom, chosen)
    names = list(range(len(datasets)))
    if chosen.shuffled:
        random.Random(7).shuffle(names)
    files = tuple(folder / f"CT{name + 1:05d}.dcm" for name in names)
    for i, (dataset, file) in enumerate(zip(datasets, files, strict=True)):
        dataset.PixelData = _stored(hu[i % len(hu)], chosen).tobytes()
        dataset["PixelData"].VR = "OW"
        dataset.save_as(file, enforce_file_format=True)
        progress(i + 1, len(files), "writing phantom images")
    return files


def phantom_datasets(phantom: Phantom, options: WriteOptions | None = None) -> tuple[Dataset, ...]:
    """The headers without Pixel Data, in slice order, one set a phase."""
    chosen = options or WriteOptions()
    uids = _Uids(chosen.uid_seed)
    study, series, frame = uids("study"), uids("series"), phantom.geometry.frame_of_reference_uid or uids("frame")
    datasets = []
    for p, phase in enumerate(chosen.phases or (None,)):
        for k in range(phantom.geometry.shape[0]):
            dataset = _header(phantom, chosen, k)
            dataset.file_meta = FileMetaDataset()
            dataset.file_meta.TransferSyntaxUID = UID(chosen.transfer_syntax)
            dataset.file_meta.MediaStorageSOPClassUID = CTImageStorage
            dataset.StudyInstanceUID, dataset.SeriesInstanceUID, dataset.FrameOfReferenceUID = study, series, frame
            dataset.SOPInstanceUID = uids(f"image {p} {k}")
            dataset.file_meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
            number = p * phantom.geometry.shape[0] + k + 1
            dataset.InstanceNumber = len(chosen.phases or (0,)) * phantom.geometry.shape[0] + 1 - number
            if not chosen.shuffled:
                dataset.InstanceNumber = number
            if phase is not None:
                dataset.NominalPercentageOfCardiacPhase = phase
                dataset.TriggerTime = phase * 8
            if chosen.ge_private:
                _add_ge_private(dataset, 75 if phase is None else phase)
            for keyword, value in chosen.attributes.items():
                if value is None:
                    dataset.pop(keyword, None)
                else:
                    setattr(dataset, keyword, value)
            datasets.append(dataset)
    return tuple(datasets)


class _Uids:
    """2.25 UIDs (PS3.5 B.2): fresh, or repeatable from a seed."""

    def __init__(self, seed: str | None) -> None:
        self._seed = seed

    def __call__(self, purpose: str) -> str:
        return str(
            generate_uid(prefix=None) if self._seed is None else generate_uid(entropy_srcs=[self._seed, purpose])
        )


def _header(phantom: Phantom, options: WriteOptions, k: int) -> Dataset:
    geometry = phantom.geometry
    position = geometry.lps_mm((k, 0, 0))
    dataset = Dataset()
    dataset.SpecificCharacterSet = options.character_set
    dataset.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
    dataset.SOPClassUID = CTImageStorage
    dataset.StudyDate = dataset.SeriesDate = dataset.AcquisitionDate = dataset.ContentDate = "20260115"
    dataset.StudyTime, dataset.SeriesTime = "093000", "093412"
    dataset.AcquisitionTime = dataset.ContentTime = "093415.250000"
    dataset.AccessionNumber = "A20260115"
    dataset.Modality = "CT"
    dataset.Manufacturer = "GE MEDICAL SYSTEMS" if options.ge_private else identity().name
    dataset.ManufacturerModelName = "Revolution CT" if options.ge_private else "Phantom"
    dataset.InstitutionName = "Phantom Hospital"
    dataset.ReferringPhysicianName = "Referrer^Phantom"
    dataset.StudyDescription = "Calcium score"
    dataset.SeriesDescription = "Calcium score phantom"
    dataset.PatientName, dataset.PatientID = "Phantom^Calcium", "PHANTOM-1"
    dataset.PatientBirthDate, dataset.PatientSex, dataset.PatientAge = "19650310", "M", "060Y"
    dataset.PatientSize, dataset.PatientWeight = "1.78", "82"
    dataset.ScanOptions = "CINE MODE"
    dataset.SliceThickness = f"{options.thickness_mm or geometry.spacing_mm[0]:g}"
    dataset.BodyPartExamined = "HEART"
    dataset.KVP = None if options.kvp is None else f"{options.kvp:g}"
    dataset.DataCollectionDiameter = "500"
    dataset.ReconstructionDiameter = f"{geometry.shape[2] * geometry.spacing_mm[2]:.6g}"
    dataset.GantryDetectorTilt = "0"
    dataset.ExposureTime, dataset.XRayTubeCurrent, dataset.Exposure = 280, 400, 112
    dataset.ConvolutionKernel = "STANDARD"
    dataset.PatientPosition = "HFS"
    dataset.StudyID, dataset.SeriesNumber, dataset.AcquisitionNumber = "1", 2, 1
    dataset.ImagePositionPatient = [_decimal(v) for v in position]
    dataset.ImageOrientationPatient = [_decimal(v) for v in (*geometry.directions[2], *geometry.directions[1])]
    dataset.PositionReferenceIndicator = "SN"
    dataset.SliceLocation = _decimal(float(np.dot(position, geometry.directions[0])))
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation = 1, "MONOCHROME2"
    dataset.Rows, dataset.Columns = geometry.shape[1:]
    dataset.PixelSpacing = [_decimal(geometry.spacing_mm[1]), _decimal(geometry.spacing_mm[2])]
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit = 16, options.bits_stored, options.bits_stored - 1
    dataset.PixelRepresentation = int(options.signed)
    dataset.WindowCenter, dataset.WindowWidth = "90", "750"
    dataset.RescaleIntercept, dataset.RescaleSlope = _decimal(options.intercept), _decimal(options.slope)
    dataset.RescaleType = "HU"
    return dataset


def _decimal(value: float) -> str:
    """A Decimal String of at most 16 characters (PS3.5 6.2)."""
    for digits in range(15, 3, -1):
        text = f"{value + 0.0:.{digits}g}"
        if len(text) <= 16:
            return text
    raise ValueError(f"{value} does not fit a Decimal String")


def _stored(hu: NDArray[np.float32], options: WriteOptions) -> NDArray[np.uint16] | NDArray[np.int16]:
    values = np.rint((hu.astype(np.float64) - options.intercept) / options.slope)
    low = -(2 ** (options.bits_stored - 1)) if options.signed else 0
    high = low + 2**options.bits_stored - 1
    darkest = (AIR_HU - options.intercept) / options.slope
    if darkest > low:
        values = np.maximum(values, darkest)
    if values.min() < low or values.max() > high:
        raise ValueError(f"stored values {values.min():g} to {values.max():g} do not fit {low} to {high}")
    kind = "i2" if options.signed else "u2"
    order = ">" if options.transfer_syntax == ExplicitVRBigEndian else "<"
    return values.astype(order + kind)


def _add_ge_private(dataset: Dataset, phase: int) -> None:
    for group, creator, elements in _ge_blocks(phase):
        block = dataset.private_block(group, creator, create=True)
        for offset, vr, value in elements:
            block.add_new(offset, vr, value)


def _ge_blocks(phase: int) -> Iterable[tuple[int, str, tuple[tuple[int, str, Any], ...]]]:
    """Creator, element, VR and value; VRs as pydicom's private dictionary has them."""
    yield (
        0x0019,
        "GEMS_ACQU_01",
        ((0x23, "DS", "0"), (0x24, "DS", "0.14"), (0x27, "DS", "280"), (0x39, "SS", 16), (0x6A, "SS", 1)),
    )
    yield (
        0x0043,
        "GEMS_PARM_01",
        ((0x1E, "DS", "0.28"), (0x27, "SH", "/1.0:1"), (0x2B, "SS", [4, 0, 0, 0]), (0x65, "US", 1), (0x67, "US", 0)),
    )
    yield (
        0x0045,
        "GEMS_HELIOS_01",
        (
            (0x13, "SS", 0),
            (0x21, "SS", 1),
            (0x22, "SS", 0),
            (0x30, "CS", "HALF"),
            (0x31, "CS", "62"),
            (0x32, "FL", 140.0),
            (0x33, "CS", str(phase)),
        ),
    )
    yield 0x004B, "GEMS_HINO_CT_01", ((0x02, "DS", ["120", "1090"]), (0x03, "IS", "2"))
