"""Corruptions of attributes: values that no scanner should write, in one image, in some, or in all."""

import random
import struct
from functools import lru_cache

from pydicom.datadict import dictionary_VR, tag_for_keyword

from fuzz.exam import SLICES, Case, clicks, image_bytes

_LONG = ("OB", "OW", "SQ", "UN", "UT")
_EMPTY_ITEM = b"\xfe\xff\x00\xe0" + bytes(4)

# A score depends on none of these, whatever they hold.
HARMLESS = (
    "InstitutionName", "ReferringPhysicianName", "StudyDescription", "AccessionNumber", "DeviceSerialNumber",
    "SoftwareVersions", "ProtocolName", "DistanceSourceToDetector", "DistanceSourceToPatient", "TableHeight",
    "ExposureTime", "XRayTubeCurrent", "Exposure", "StudyID", "PositionReferenceIndicator", "WindowCenter",
    "WindowWidth", "ManufacturerModelName", "Manufacturer", "PatientBirthDate", "PatientSex", "PatientAge",
    "StudyDate", "StudyTime", "ContentDate", "ContentTime", "SliceLocation", "BodyPartExamined", "OperatorsName",
    "PatientComments", "ImageComments", "PatientWeight", "PatientSize", "DataCollectionDiameter", "FilterType",
    "GeneratorPower", "FocalSpots", "CTDIvol", "RequestedProcedureDescription", "PerformedProcedureStepID",
    "WindowCenterWidthExplanation", "PatientName", "PatientID", "InstanceNumber", "SliceThickness",
    "SeriesDescription", "KVP",
)  # fmt: skip
OTHERS = (
    "SpecificCharacterSet", "ImageType", "SOPClassUID", "SOPInstanceUID", "SeriesDate", "AcquisitionDate", "SeriesTime",
    "AcquisitionTime", "Modality", "ScanOptions", "GantryDetectorTilt", "ConvolutionKernel", "PatientPosition",
    "StudyInstanceUID", "SeriesInstanceUID", "SeriesNumber", "AcquisitionNumber", "ImageOrientationPatient",
    "ImagePositionPatient", "FrameOfReferenceUID", "SamplesPerPixel", "PhotometricInterpretation", "Rows", "Columns",
    "PixelSpacing", "BitsAllocated", "BitsStored", "HighBit", "PixelRepresentation", "RescaleIntercept", "RescaleSlope",
    "RescaleType", "PixelPaddingValue", "PixelPaddingRangeLimit", "NumberOfFrames", "TriggerTime", "TriggerWindow",
    "NominalPercentageOfCardiacPhase", "TemporalPositionIdentifier", "ContrastBolusAgent", "SpacingBetweenSlices",
    "LossyImageCompression", "CalciumScoringMassFactorDevice", "PixelAspectRatio", "SmallestImagePixelValue",
    "LargestImagePixelValue", "ModalityLUTSequence", "SharedFunctionalGroupsSequence", "DirectoryRecordSequence",
    "PlanarConfiguration", "ReconstructionDiameter", "SliceLocation", "VOILUTFunction", "PresentationLUTShape",
)  # fmt: skip
NUMBERS = (
    "1e63", "-1e63", "1e300", "1e-300", "1e400", "nan", "inf", "-inf", "0", "-0", "-1", "1", "2", "0.1",
    "1.0000001", "130", "-1024", "32768", "65535", "99999999999999999999", "1,5", "3 mm", "0x10", "\u0663", "1_0",
    "+3", "3.", ".5", "--1", "1e", "3" * 60,
)  # fmt: skip
TEXTS = (
    "", " ", "\0", "^", "\\", "\\\\\\", "A" * 64, "A" * 65, "x" * 10_000, "a b " * 3_000, "\t\r\n",
    "<b>&amp;%s{0}{x!r}", "../../etc", "山田^太郎", "\x1b$B;3ED", "Ünï", "'\"; --", "NaN", "None", "00010101",
    "99991231", "20240231", "000Y", "999Y", "-01Y", "M", "O", "?",
)  # fmt: skip


def corrupt(rng: random.Random) -> Case:
    """One to three attributes of one image, of some, or of all, get another value."""
    images = [_elements(index) for index in range(SLICES)]
    harmless = rng.random() < 0.5
    done = []
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        keyword = rng.choice(HARMLESS if harmless else HARMLESS + OTHERS)
        tag = tag_for_keyword(keyword) or 0
        vr, raw, name = _value(rng, dictionary_VR(tag).split(" or ")[0])
        which = rng.choice((range(SLICES), [rng.randrange(SLICES)], rng.sample(range(SLICES), 3)))
        for index in which:
            if vr:
                images[index][tag] = (vr, raw)
            else:
                images[index].pop(tag, None)
        done.append(f"{keyword} of {list(which)}: {name}")
    files = {f"{index}.dcm": _written(index, image) for index, image in enumerate(images)}
    return Case(files, ("clicks.json", clicks()), "; ".join(done), harmless=harmless)


def _value(rng: random.Random, vr: str) -> tuple[str, bytes, str]:
    """VR, bytes and what to call it; no VR stands for an element that is removed."""
    kind = rng.random()
    if kind < 0.1:
        return "", b"", "removed"
    if kind < 0.17:
        return "SQ", _EMPTY_ITEM, "a sequence"
    if kind < 0.3:
        raw = rng.randbytes(rng.choice((0, 1, 2, 3, 4, 8, 64, 2000)))
    elif vr in ("US", "SS", "UL", "FD", "FL", "IS", "DS") and kind < 0.85:
        raw = _numbers(rng, vr)
    else:
        raw = rng.choice(TEXTS + NUMBERS).encode(rng.choice(("utf-8", "latin-1", "utf-16")), "replace")
    raw += b" " * (len(raw) % 2)
    shown = f"{raw[:40]!r}{f' and {len(raw) - 40} bytes more' if len(raw) > 40 else ''}"
    return (vr if vr != "SQ" else "UN"), raw, shown


@lru_cache
def _parsed(index: int) -> tuple[bytes, dict[int, tuple[str, bytes]]]:
    """What stands before the first element of an image, and each element as VR and bytes."""
    raw = image_bytes(index)
    start = at = raw.index(b"\x08\x00\x05\x00CS")
    elements = {}
    while at < len(raw):
        group, element, vr = struct.unpack_from("<HH2s", raw, at)
        long = vr.decode() in _LONG
        (length,) = struct.unpack_from("<I" if long else "<H", raw, at + (8 if long else 6))
        at += 12 if long else 8
        elements[group << 16 | element] = (vr.decode(), raw[at : at + length])
        at += length
    return raw[:start], elements


def _elements(index: int) -> dict[int, tuple[str, bytes]]:
    return dict(_parsed(index)[1])


def _written(index: int, elements: dict[int, tuple[str, bytes]]) -> bytes:
    """Explicit VR Little Endian (PS3.5 7.1.2), each value as its bytes are; pydicom would read and mend some."""
    parts = [_parsed(index)[0]]
    for tag, (vr, raw) in sorted(elements.items()):
        parts.append(struct.pack("<HH2s", tag >> 16, tag & 0xFFFF, vr.encode()))
        parts.append(struct.pack("<HI", 0, len(raw)) if vr in _LONG else struct.pack("<H", len(raw)))
        parts.append(raw)
    return b"".join(parts)


def _numbers(rng: random.Random, vr: str) -> bytes:
    count = rng.choice((0, 1, 1, 1, 2, 3, 6, 7, 1000))
    if vr in ("IS", "DS"):
        return "\\".join(rng.choice(NUMBERS) for _ in range(count)).encode()
    size = {"US": 2, "SS": 2, "UL": 4, "FD": 8, "FL": 4}[vr]
    common = (0, 1, 2, 3, 8, 11, 12, 15, 16, 17, 31, 40, 44, 255, 32768, 65535)
    return b"".join(rng.choice(common).to_bytes(size, "little") for _ in range(count))
