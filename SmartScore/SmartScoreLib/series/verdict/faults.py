"""What makes one image unfit for scoring, whatever lies beside it.

Sources: the conformance statement, tables of section 3.4 (the eight Mandatory attributes) and 3.4.6.1.1 (compression);
DICOM PS3.3 C.8.2.1 (CT Image) and C.7.6.3 (Image Pixel).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pydicom.dataset import Dataset

from SmartScoreLib.series.headers.attributes import has_items, number, numbers, printable, shown, tag_of, text, title
from SmartScoreLib.series.headers.image import Image
from SmartScoreLib.series.verdict.compression import (
    UNCOMPRESSED,
    claims_lossy,
    is_research_claim,
    transfer_syntax_fault,
)
from SmartScoreLib.uids import has_uid_signs


@dataclass(frozen=True)
class Fault:
    """One thing wrong with one image: the rule, equal for all images that break it, and what this one has instead."""

    rule: str
    evidence: str = ""


def image_faults(image: Image) -> list[Fault]:
    """Everything that keeps this image from being scored; empty for a usable one."""
    dataset = image.dataset
    faults: list[Fault] = []
    if not text(dataset, "SOPClassUID"):
        faults.append(_absent(dataset, "SOPClassUID"))
    for keyword in ("StudyInstanceUID", "SeriesInstanceUID", "FrameOfReferenceUID"):
        faults += _uid_fault(dataset, keyword)
    faults += plane_attribute_faults(image)
    # An object without pixels has none of the attributes that describe them: one reason says it all.
    if image.pixels is not None or any(keyword in dataset for keyword in ("BitsAllocated", "RescaleSlope")):
        faults += _pixel_format_faults(dataset)
        faults += _rescale_faults(dataset)
        faults += _compression_faults(image)
    return faults + _pixel_data_faults(image)


def is_localizer(dataset: Dataset) -> bool:
    """Whether the image is a scout view: Image Type value 3 (PS3.3 C.8.2.1.1.1)."""
    return any(one.strip() in ("LOCALIZER", "SCOUT") for one in text(dataset, "ImageType").upper().split("\\"))


def localizer_fault(dataset: Dataset) -> Fault:
    """The one reason against a scout view; its other faults follow from what it is."""
    return Fault(f"{title('ImageType')} says that this is a localizer", f', "{shown(dataset, "ImageType")}",')


def plane_attribute_faults(image: Image) -> list[Fault]:
    """Faults of the Mandatory attributes without which an image has no place in any volume."""
    return [
        Fault(f"{title(keyword)} must be {demand}", f', but is "{shown(image.dataset, keyword)}"')
        if demand
        else _absent(image.dataset, keyword)
        for keyword, demand in image.plane_faults.items()
    ]


def sentences(faulty: Iterable[tuple[str, Fault]], total: int) -> list[str]:
    """One plain sentence a rule, from (file name, fault) pairs of a candidate with `total` images."""
    by_rule: dict[str, list[tuple[str, Fault]]] = {}
    for name, fault in faulty:
        by_rule.setdefault(fault.rule, []).append((name, fault))
    found = []
    for rule, cases in by_rule.items():
        name, fault = cases[0]
        others = len(cases) - 1
        every = others > 1 and others == total - 1
        more = f" and all {others} others" if every else f" and {others} more" if others else ""
        found.append(f"{rule}{fault.evidence} in {name}{more}.")
    return found


def _absent(dataset: Dataset, keyword: str) -> Fault:
    return Fault(f"{title(keyword)} is {'empty' if tag_of(keyword) in dataset else 'missing'}")


def _demand(dataset: Dataset, keyword: str, demand: str, fits: Callable[[float], bool]) -> list[Fault]:
    """A fault if the one number of an attribute is missing or does not fit."""
    try:
        value = number(dataset, keyword)
    except ValueError:
        value, broken = None, True
    else:
        broken = False
    if value is None and not broken:
        return [_absent(dataset, keyword)]
    if value is not None and fits(value):
        return []
    return [Fault(f"{title(keyword)} must be {demand}", f', but is "{shown(dataset, keyword)}"')]


def _uid_fault(dataset: Dataset, keyword: str) -> list[Fault]:
    value = text(dataset, keyword)
    if not value:
        return [_absent(dataset, keyword)]
    if not has_uid_signs(value):
        return [Fault(f"{title(keyword)} is not a valid UID", f', "{shown(dataset, keyword)}",')]
    return []


def _pixel_format_faults(dataset: Dataset) -> list[Fault]:
    faults = _demand(dataset, "SamplesPerPixel", "1 (color images hold no Hounsfield units)", lambda v: v == 1)
    photometric = text(dataset, "PhotometricInterpretation")
    if not photometric:
        faults.append(_absent(dataset, "PhotometricInterpretation"))
    elif photometric != "MONOCHROME2":
        faults.append(
            Fault(
                f"{title('PhotometricInterpretation')} must be MONOCHROME2", f', but is "{printable(photometric, 20)}"'
            )
        )
    if _given(dataset, "NumberOfFrames"):
        faults += _demand(dataset, "NumberOfFrames", "1 (multi-frame images are not supported)", lambda v: v == 1)
    faults += _demand(dataset, "BitsAllocated", "16", lambda v: v == 16)
    stored = _demand(dataset, "BitsStored", "a whole number from 1 to 16", lambda v: v in range(1, 17))
    faults += stored
    bits = 0 if stored else int(number(dataset, "BitsStored") or 0)
    faults += _demand(
        dataset, "HighBit", "from Bits Stored less one to 15", lambda v: v == int(v) and max(0, bits - 1) <= v <= 15
    )
    return faults + _demand(dataset, "PixelRepresentation", "0 (unsigned) or 1 (signed)", lambda v: v in (0, 1))


def _given(dataset: Dataset, keyword: str) -> bool:
    try:
        return bool(numbers(dataset, keyword))
    except ValueError:
        return True


def _rescale_faults(dataset: Dataset) -> list[Fault]:
    faults = _demand(dataset, "RescaleSlope", "a number above zero", lambda v: v > 0)
    faults += _demand(dataset, "RescaleIntercept", "a number", lambda _: True)
    kind = text(dataset, "RescaleType").upper()
    if kind not in ("", "HU"):
        faults.append(
            Fault(
                f"{title('RescaleType')} must be HU (Hounsfield units)", f', but is "{shown(dataset, "RescaleType")}"'
            )
        )
    if has_items(dataset, "ModalityLUTSequence"):
        faults.append(Fault(f"{title('ModalityLUTSequence')} stands in place of Rescale Slope and Rescale Intercept"))
    return faults


def _compression_faults(image: Image) -> list[Fault]:
    faults = []
    reason = transfer_syntax_fault(image.transfer_syntax)
    if reason:
        faults.append(Fault(reason))
    if claims_lossy(image.dataset) and not (image.transfer_syntax in UNCOMPRESSED and is_research_claim(image.dataset)):
        faults.append(
            Fault(
                f"{title('LossyImageCompression')} says that the image went through lossy compression, "
                "which changes calcium scores",
                f', "{shown(image.dataset, "LossyImageCompression")}",',
            )
        )
    return faults


def _pixel_data_faults(image: Image) -> list[Fault]:
    place, name = image.pixels, title("PixelData")
    if place is None:
        return [Fault(f"{name} is missing")]
    if place.length is None:
        if not place.available:
            return [Fault(f"{name} is cut off or damaged (its end is not in the file)")]
        try:
            high, stored = number(image.dataset, "HighBit"), number(image.dataset, "BitsStored")
        except ValueError:
            return []
        # PS3.5 8.1.1: decoders give samples of Bits Stored bits; where they would lie in the cell is not defined.
        unusual = high is not None and stored is not None and high != stored - 1
        return [Fault(f"{title('HighBit')} must be Bits Stored less one in a compressed image")] if unusual else []
    if place.available < place.length:
        return [Fault(f"{name} is cut off", f" after {place.available} of {place.length} bytes")]
    try:
        rows, columns = number(image.dataset, "Rows"), number(image.dataset, "Columns")
    except ValueError:
        return []
    needed = int((rows or 0) * (columns or 0)) * 2
    if needed and place.length != needed:
        return [Fault(f"{name} does not fit Rows and Columns", f": {place.length} bytes instead of {needed}")]
    return []
