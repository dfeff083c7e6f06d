"""What makes one image unfit for scoring, whatever lies beside it.

Sources: the conformance statement, tables of section 3.4 (the eight Mandatory attributes) and 3.4.6.1.1 (compression);
DICOM PS3.3 C.8.2.1 (CT Image) and C.7.6.3 (Image Pixel).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pydicom.dataset import Dataset

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark, Value, Where
from SmartScoreLib.remarks.words import one_line
from SmartScoreLib.series.headers.attributes import has_items, number, numbers, shown, tag_of, text, title
from SmartScoreLib.series.headers.image import Image
from SmartScoreLib.series.headers.private import PRIVATE_COMPRESSION, private_text
from SmartScoreLib.series.verdict.compression import (
    UNCOMPRESSED,
    claims_lossy,
    is_research_claim,
    transfer_syntax_fault,
)
from SmartScoreLib.series.verdict.units import means_hounsfield, unspecified_units
from SmartScoreLib.uids import has_uid_signs

# Sixteen bits hold the range of CT; slopes and intercepts beyond these leave nothing of it.
_LEAST_SLOPE, _MOST_SLOPE, _MOST_INTERCEPT = 1e-6, 1e4, 1e6


@dataclass(frozen=True)
class Fault:
    """One thing wrong with one image: a remark that does not say yet in which files.

    Attributes:
        code: of the remark.
        rule: its values that are the same in every image with this fault, as the name of the attribute.
        found: its values that may differ from image to image, as what stands there instead.
    """

    code: str
    rule: tuple[tuple[str, Value], ...]
    found: tuple[tuple[str, Value], ...] = ()


# Defined Terms of PS3.3 C.7.3.1.1.1. "OT" is not among them: converters write it that know no better.
_OTHER_MODALITIES = {
    *("SEG", "MR", "PT", "NM", "US", "CR", "DX", "MG", "XA", "RF", "SM", "OP", "OCT", "RTDOSE", "RTIMAGE", "RTSTRUCT"),
    *("REG", "RWV", "FUSION", "BMD", "SR", "PR", "KO", "DOC", "M3D"),
}


def image_faults(image: Image) -> list[Fault]:
    """Everything that keeps this image from being scored; empty for a usable one."""
    dataset = image.dataset
    faults: list[Fault] = []
    if not text(dataset, "SOPClassUID"):
        faults.append(_absent(dataset, "SOPClassUID"))
    # Masks, doses and other kinds of images are stored as CT images too, since every program reads those.
    if text(dataset, "Modality").upper() in _OTHER_MODALITIES:
        faults.append(_wrong("series.modality", dataset, "Modality"))
    for keyword in ("StudyInstanceUID", "SeriesInstanceUID", "FrameOfReferenceUID"):
        faults += _uid_fault(dataset, keyword)
    faults += [
        _wrong(code, dataset, keyword) if code else _absent(dataset, keyword)
        for keyword, code in image.plane_faults.items()
    ]
    # An object without pixels has none of the attributes that describe them: one reason says it all.
    if image.pixels is not None or any(keyword in dataset for keyword in ("BitsAllocated", "RescaleSlope")):
        faults += _pixel_format_faults(dataset)
        faults += _rescale_faults(dataset)
        faults += _compression_faults(image)
    return faults + _pixel_data_faults(image)


def localizer_fault(image: Image) -> Fault:
    """The one reason against a scout view; its other faults follow from what it is."""
    return _wrong("series.localizer", image.dataset, "ImageType")


def fault_remarks(faulty: Iterable[tuple[str, Fault]], total: int) -> list[Remark]:
    """One remark a rule, from (file name, fault) pairs of a candidate with `total` images.

    It shows what the first file holds instead, and counts the others.
    """
    by_rule: dict[tuple[object, ...], list[tuple[str, Fault]]] = {}
    for name, fault in faulty:
        by_rule.setdefault((fault.code, fault.rule), []).append((name, fault))
    found = []
    for cases in by_rule.values():
        name, fault = cases[0]
        others = len(cases) - 1
        where = Where(name, others, every=others > 1 and others == total - 1)
        found.append(remark(fault.code, **dict(fault.rule), **dict(fault.found), where=where))
    return found


def _absent(dataset: Dataset, keyword: str) -> Fault:
    code = "series.empty" if tag_of(keyword) in dataset else "series.missing"
    return Fault(code, (("attribute", title(keyword)),))


def _wrong(code: str, dataset: Dataset, keyword: str) -> Fault:
    """An attribute whose value is not what the rule asks for."""
    return Fault(code, (("attribute", title(keyword)),), (("value", shown(dataset, keyword)),))


def _demand(code: str, dataset: Dataset, keyword: str, fits: Callable[[float], bool]) -> list[Fault]:
    """A fault if the one number of an attribute is missing or does not fit."""
    try:
        value = number(dataset, keyword)
    except ValueError:
        return [_wrong(code, dataset, keyword)]
    if value is None:
        return [_absent(dataset, keyword)]
    return [] if fits(value) else [_wrong(code, dataset, keyword)]


def _uid_fault(dataset: Dataset, keyword: str) -> list[Fault]:
    value = text(dataset, keyword)
    if not value:
        return [_absent(dataset, keyword)]
    return [] if has_uid_signs(value) else [_wrong("series.uid", dataset, keyword)]


def _pixel_format_faults(dataset: Dataset) -> list[Fault]:
    faults = _demand("series.color", dataset, "SamplesPerPixel", lambda v: v == 1)
    photometric = text(dataset, "PhotometricInterpretation")
    if not photometric:
        faults.append(_absent(dataset, "PhotometricInterpretation"))
    elif photometric != "MONOCHROME2":
        attribute = title("PhotometricInterpretation")
        faults.append(Fault("series.photometric", (("attribute", attribute),), (("value", one_line(photometric, 20)),)))
    if _given(dataset, "NumberOfFrames"):
        faults += _demand("series.frames", dataset, "NumberOfFrames", lambda v: v == 1)
    faults += _demand("series.bits_allocated", dataset, "BitsAllocated", lambda v: v == 16)
    stored = _demand("series.bits_stored", dataset, "BitsStored", lambda v: v in range(1, 17))
    faults += stored
    bits = 0 if stored else int(number(dataset, "BitsStored") or 0)
    faults += _demand("series.high_bit", dataset, "HighBit", lambda v: v.is_integer() and max(0, bits - 1) <= v <= 15)
    return faults + _demand("series.sign", dataset, "PixelRepresentation", lambda v: v in (0, 1))


def _given(dataset: Dataset, keyword: str) -> bool:
    try:
        return bool(numbers(dataset, keyword))
    except ValueError:
        return True


def _rescale_faults(dataset: Dataset) -> list[Fault]:
    faults = _demand("series.slope", dataset, "RescaleSlope", lambda v: v > 0)
    faults = faults or _demand("series.impossible", dataset, "RescaleSlope", lambda v: _LEAST_SLOPE <= v <= _MOST_SLOPE)
    faults += _demand("series.intercept", dataset, "RescaleIntercept", lambda _: True) or _demand(
        "series.impossible", dataset, "RescaleIntercept", lambda v: abs(v) <= _MOST_INTERCEPT
    )
    if not (means_hounsfield(dataset) or unspecified_units(dataset)):
        faults.append(_wrong("series.rescale_type", dataset, "RescaleType"))
    if has_items(dataset, "ModalityLUTSequence"):
        faults.append(Fault("series.lookup_table", (("attribute", title("ModalityLUTSequence")),)))
    return faults


def _compression_faults(image: Image) -> list[Fault]:
    faults = []
    reason = transfer_syntax_fault(image.transfer_syntax)
    if reason is not None:
        code, names = reason
        value: tuple[tuple[str, Value], ...] = (("value", names),) if names else ()
        faults.append(Fault(code, (("attribute", title("TransferSyntaxUID")), *value)))
    if claims_lossy(image.dataset) and not (image.transfer_syntax in UNCOMPRESSED and is_research_claim(image.dataset)):
        faults.append(_wrong("series.lossy", image.dataset, "LossyImageCompression"))
    return faults


def _pixel_data_faults(image: Image) -> list[Fault]:
    place, attribute = image.pixels, (("attribute", title("PixelData")),)
    if place is None:
        private = private_text(image.dataset, PRIVATE_COMPRESSION)
        if private:
            return [Fault("series.private_pixels", (*attribute, ("compression", one_line(private, 20))))]
        return [Fault("series.missing", attribute)]
    if place.length is None:
        if not place.available:
            return [Fault("series.pixels_without_end", attribute)]
        try:
            high, stored = number(image.dataset, "HighBit"), number(image.dataset, "BitsStored")
        except ValueError:
            return []
        # PS3.5 8.1.1: decoders give samples of Bits Stored bits; where they would lie in the cell is not defined.
        unusual = high is not None and stored is not None and high != stored - 1
        return [Fault("series.high_bit_compressed", (("attribute", title("HighBit")),))] if unusual else []
    if place.available < place.length:
        found = (("available", place.available), ("length", place.length))
        return [Fault("series.pixels_cut_off", attribute, found)]
    try:
        rows, columns = number(image.dataset, "Rows"), number(image.dataset, "Columns")
    except ValueError:
        return []
    needed = int((rows or 0) * (columns or 0)) * 2
    if needed and place.length != needed:
        return [Fault("series.pixels_size", attribute, (("length", place.length), ("needed", needed)))]
    return []
