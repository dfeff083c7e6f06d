"""What a reader must know about a series that can be scored: warnings stay with the result, notes change nothing.

Sources: the 120 kVp, 2.5-3 mm, non-contrast protocol on which the 130 HU threshold and the density weights rest
(Agatston 1990; McCollough 2007); conformance statement tables 3.11 (512 x 512) and 3.12 (contrast).
"""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

import numpy as np

from SmartScoreLib.remarks.english import english
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.headers.attributes import decoded, has_items, number_or_none, printable, text, title
from SmartScoreLib.series.headers.character_set import text_remarks
from SmartScoreLib.series.headers.image import Image
from SmartScoreLib.series.headers.phase import nominal_phase
from SmartScoreLib.series.verdict.compression import LOSSLESS, claims_lossy, is_research_claim

STANDARD_KVP = 120.0
STANDARD_SPACING_MM = (2.5, 3.0)
_EXPECTED_SIZE = ("512", "512")
_NO_AGENT = {"", "NONE", "NO", "N", "NO CONTRAST", "WITHOUT", "WITHOUT CONTRAST", "UNENHANCED", "N/A", "-", "0"}
_AXIAL_DEGREES = 10.0
# Defined terms of PS3.16 Annex L for regions without a heart.
_ELSEWHERE = frozenset(
    [
        "HEAD",
        "BRAIN",
        "SKULL",
        "HEADNECK",
        "NECK",
        "CSPINE",
        "LSPINE",
        "SSPINE",
        "COCCYX",
        "ABDOMEN",
        "ABDOMENPELVIS",
        "PELVIS",
        "HIP",
        "KNEE",
        "LEG",
        "ANKLE",
        "FOOT",
        "SHOULDER",
        "ARM",
        "ELBOW",
        "WRIST",
        "HAND",
        "EXTREMITY",
        "IAC",
        "ORBIT",
        "SINUS",
        "JAW",
    ]
)

Value = TypeVar("Value", bound=Hashable)


def warnings_of(images: Sequence[Image], geometry: VolumeGeometry | None) -> list[str]:
    """Warnings about images that make one volume, in the order of importance; one plain sentence each."""
    found = [*_tube_voltage(images), *_contrast(images)]
    if geometry is not None:
        found += [*_slices(images, geometry), *_orientation(images, geometry)]
    found += [*_matrix(images), *_differing(images), *_image_kind(images)]
    return found


def notes_of(images: Sequence[Image]) -> list[str]:
    """Facts that change nothing."""
    kinds = sorted({LOSSLESS[one.transfer_syntax] for one in images if one.transfer_syntax in LOSSLESS})
    compressed = [f"Pixels are compressed without loss ({', '.join(kinds)})."] if kinds else []
    # The texts of a series are written by one scanner: its first image shows how.
    texts = [english(said) for image in images[:1] for said in text_remarks(image.dataset, image.path.name)]
    return [*compressed, *texts]


def _tube_voltage(images: Sequence[Image]) -> list[str]:
    values = _values(images, lambda image: number_or_none(image.dataset, "KVP"))
    if values == {STANDARD_KVP}:
        return []
    name = title("KVP")
    known = sorted(value for value in values if value is not None)
    if not known:
        return [f"{name} is missing; the 130 HU threshold is meant for 120 kVp."]
    shown = ", ".join(f"{value:g}" for value in known) + (", missing in some images" if None in values else "")
    return [f"{name} is {shown}; the 130 HU threshold and the density weights are meant for 120 kVp."]


def _contrast(images: Sequence[Image]) -> list[str]:
    for image in images:
        agent = decoded(image.dataset, "ContrastBolusAgent")
        volume = number_or_none(image.dataset, "ContrastBolusVolume") or 0
        coded = has_items(image.dataset, "ContrastBolusAgentSequence")
        if agent.upper() not in _NO_AGENT or coded or volume > 0:
            what = f' "{printable(agent, 40)}"' if agent else ""
            return [
                f"Contrast agent{what} was given ({title('ContrastBolusAgent')}); "
                "enhanced blood counts as calcium, and such scores are not valid."
            ]
    return []


def _slices(images: Sequence[Image], geometry: VolumeGeometry) -> list[str]:
    found = []
    spacing = geometry.spacing_mm[0]
    low, high = STANDARD_SPACING_MM
    if not low - 0.01 <= spacing <= high + 0.01:
        found.append(f"Slices are {spacing:.4g} mm apart; scores are comparable for 2.5 to 3 mm.")
    thicknesses = _values(images, lambda image: number_or_none(image.dataset, "SliceThickness"))
    known = sorted(value for value in thicknesses if value is not None)
    if len(known) > 1:
        found.append(f"{title('SliceThickness')} differs between images: {known[0]:g} to {known[-1]:g} mm.")
    elif known and abs(known[0] - spacing) > max(0.05, 0.02 * spacing):
        what = "they overlap" if known[0] > spacing else "there are gaps between them"
        found.append(
            f"{title('SliceThickness')} is {known[0]:g} mm, but slices are {spacing:.4g} mm apart: {what}; "
            "the score uses the distance."
        )
    return found


def _orientation(images: Sequence[Image], geometry: VolumeGeometry) -> list[str]:
    found = []
    upwards = np.array(geometry.directions[0])
    off_axis = float(np.degrees(np.arccos(min(1.0, abs(float(upwards[2]))))))
    if off_axis > _AXIAL_DEGREES:
        found.append(
            f"Images are not axial but turned by {off_axis:.0f} degrees; the Agatston score is defined on axial images."
        )
    tilt = max((abs(number_or_none(image.dataset, "GantryDetectorTilt") or 0.0) for image in images), default=0.0)
    if tilt > 0.5 and abs(tilt - off_axis) > 1:
        found.append(
            f"{title('GantryDetectorTilt')} is {tilt:g} degrees, but the images are not tilted by it; check distances."
        )
    return found


def _matrix(images: Sequence[Image]) -> list[str]:
    sizes = _values(images, lambda image: (_whole(image, "Rows"), _whole(image, "Columns")))
    odd = [size for size in sizes if size != _EXPECTED_SIZE and "?" not in size]
    if not odd:
        return []
    rows, columns = odd[0]
    return [f"Images have {rows} x {columns} pixels instead of 512 x 512 ({title('Rows')}, {title('Columns')})."]


def _whole(image: Image, keyword: str) -> str:
    """A whole number for a sentence, "?" if it is not valid."""
    value = number_or_none(image.dataset, keyword)
    return "?" if value is None else f"{value:g}"


def _differing(images: Sequence[Image]) -> list[str]:
    found = [
        f"{title(keyword)} differs between images; each image was read with its own."
        for keyword in ("RescaleSlope", "RescaleIntercept")
        if len({number_or_none(image.dataset, keyword) for image in images}) > 1
    ]
    phases = sorted(_values(images, lambda image: nominal_phase(image.dataset)))
    if len(phases) > 1:
        found.append(
            f"Cardiac phase differs between images: {', '.join(printable(one, 16) or 'unknown' for one in phases[:5])}."
        )
    return found


def _image_kind(images: Sequence[Image]) -> list[str]:
    found = []
    if any(claims_lossy(image.dataset) and is_research_claim(image.dataset) for image in images):
        found.append(
            f"{title('LossyImageCompression')} says, without ratio or method, that images went through lossy "
            "compression; scores are for research only."
        )
    kinds = {one for image in images for one in text(image.dataset, "ImageType").upper().split("\\")}
    if kinds & {"MIP", "MINIP", "AVERAGE", "PROJECTION IMAGE"}:
        found.append(f"{title('ImageType')} says that images are projections of several slices; scores are not valid.")
    parts = {text(image.dataset, "BodyPartExamined").upper() for image in images} & _ELSEWHERE
    if parts:
        found.append(f"{title('BodyPartExamined')} is {min(parts)}, not the heart or chest.")
    if any(text(image.dataset, "BurnedInAnnotation").upper() == "YES" for image in images):
        found.append(f"{title('BurnedInAnnotation')} is YES: text in the pixels can pass for calcium.")
    if any(text(image.dataset, "MultienergyCTAcquisition").upper() == "YES" for image in images):
        found.append(
            f"{title('MultienergyCTAcquisition')} is YES; the 130 HU threshold is meant for single-energy images."
        )
    return found


def _values(images: Sequence[Image], of: Callable[[Image], Value]) -> set[Value]:
    return {of(image) for image in images}
