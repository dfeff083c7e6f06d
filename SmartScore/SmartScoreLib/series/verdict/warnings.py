"""What a reader must know about a series that can be scored.

Warnings say that its score is not valid, or not for everything; they stay with the result. Notes change nothing.

Sources: the 120 kVp, 2.5-3 mm, non-contrast protocol on which the 130 HU threshold and the density weights rest
(Agatston 1990; McCollough 2007); conformance statement tables 3.11 (512 x 512) and 3.12 (contrast).
"""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

import numpy as np

from SmartScoreLib.identity import identity
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark, by_severity
from SmartScoreLib.remarks.words import one_line
from SmartScoreLib.series.describe import ages_apart
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.headers.attributes import LONGEST, decoded, has_items, impossible, number_or_none, text, title
from SmartScoreLib.series.headers.character_set import text_remarks
from SmartScoreLib.series.headers.image import Image
from SmartScoreLib.series.headers.phase import nominal_phase
from SmartScoreLib.series.model import HounsfieldArray
from SmartScoreLib.series.values.look import value_remarks
from SmartScoreLib.series.verdict.compression import LOSSLESS, claims_lossy, is_research_claim
from SmartScoreLib.series.verdict.descriptions import described, gating_known, is_own_output
from SmartScoreLib.series.verdict.units import unspecified_units

STANDARD_KVP = 120.0
STANDARD_SPACING_MM = (2.5, 3.0)
_SPACING_SLACK_MM = 0.01
# Thickness is rounded by many scanners: 0.6 mm stands for 0.625 mm.
_THICKNESS_SLACK_MM, _THICKNESS_SLACK = 0.05, 0.02
_EXPECTED_SIZE = (512, 512)
_NO_AGENT = {
    *("", "NONE", "NO", "N", "NO CONTRAST", "WITHOUT", "WITHOUT CONTRAST", "UNENHANCED", "N/A", "-", "0"),
    *("C-", "-C", "NIL", "PLAIN", "NATIVE", "NON CONTRAST", "NON-CONTRAST", "W/O", "WO", "W/O CONTRAST", "NOT APPLIED"),
}
_PROJECTIONS = frozenset(["MIP", "MINIP", "AVERAGE", "PROJECTION IMAGE"])
_AXIAL_DEGREES = 10.0
# Half a degree moves the edge of a field of view of 250 mm by 1 mm.
_TILT_DEGREES, _TILT_SLACK_DEGREES = 0.5, 1.0
# Of a series that mixes more, the first ones are enough to see what happened.
_PHASES = 5
_MEASURED = (
    "KVP",
    "SliceThickness",
    "GantryDetectorTilt",
    "XRayTubeCurrent",
    "Exposure",
    "PatientSize",
    "PatientWeight",
)
_BY_SLICE = ("KVP", "SliceThickness")
_SHOWN = (
    "PatientName",
    "PatientID",
    "Manufacturer",
    "ManufacturerModelName",
    "InstitutionName",
    "StudyDescription",
    "SeriesDescription",
    "ReferringPhysicianName",
    "ConvolutionKernel",
)
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


def warnings_of(images: Sequence[Image], geometry: VolumeGeometry | None) -> list[Remark]:
    """What makes a score of these images invalid or limits it."""
    found = [*_tube_voltage(images), *_contrast(images), *_impossible(images)]
    if geometry is not None:
        found += [*_spacing(geometry), *_thickness(images, geometry), *_orientation(geometry), *_tilt(images, geometry)]
    found += [*_matrix(images), *_differing(images), *_image_kind(images), *described(images), *_gating(images)]
    return [*found, *_ages(images)]


def warnings_without_headers(hu: HounsfieldArray, geometry: VolumeGeometry) -> tuple[Remark, ...]:
    """The same of a volume that has no DICOM headers, as NRRD and NIfTI files: all that its grid and values show.

    Args:
        hu: (slice, row, column) Hounsfield units.
        geometry: its grid.
    """
    found = (remark("series.no_headers"), *grid_warnings(geometry))
    return by_severity([*found, *value_remarks(hu, geometry)])


def grid_warnings(geometry: VolumeGeometry) -> list[Remark]:
    """What a grid alone shows."""
    return [*_spacing(geometry), *_orientation(geometry)]


def notes_of(images: Sequence[Image]) -> list[Remark]:
    """Facts that change nothing."""
    kinds = sorted({LOSSLESS[image.transfer_syntax] for image in images if image.transfer_syntax in LOSSLESS})
    found = [remark("series.lossless", kinds=tuple(kinds))] if kinds else []
    if bare := sum(image.without_meta for image in images):
        found.append(remark("series.without_meta", files=bare))
    # The texts of a series are written by one scanner: its first image shows how.
    for image in images[:1]:
        found += text_remarks(image.dataset, image.path.name)
    for keyword in _SHOWN:
        if images and len(text(images[0].dataset, keyword)) > LONGEST:
            found.append(remark("series.long_text", attribute=title(keyword), longest=LONGEST))
    if images and is_own_output(images[0].dataset):
        found.append(remark("series.own_output", software=identity().name))
    return found


def _tube_voltage(images: Sequence[Image]) -> list[Remark]:
    values = _values(images, lambda image: number_or_none(image.dataset, "KVP"))
    if values == {STANDARD_KVP}:
        return []
    known = tuple(sorted(value for value in values if value is not None))
    if not known:
        return [remark("series.kvp_missing", attribute=title("KVP"))]
    return [remark("series.kvp_partly_missing" if None in values else "series.kvp", attribute=title("KVP"), kvp=known)]


def _ages(images: Sequence[Image]) -> list[Remark]:
    for image in images[:1]:  # a series is of one patient
        if apart := ages_apart(image.dataset):
            stated, by_dates = apart
            return [remark("series.ages_differ", attribute=title("PatientAge"), stated=stated, by_dates=by_dates)]
    return []


def _contrast(images: Sequence[Image]) -> list[Remark]:
    for image in images:
        agent = decoded(image.dataset, "ContrastBolusAgent")
        volume = number_or_none(image.dataset, "ContrastBolusVolume") or 0
        coded = has_items(image.dataset, "ContrastBolusAgentSequence")
        if agent.upper() not in _NO_AGENT or coded or volume > 0:
            return [remark("series.contrast", agent=one_line(agent, 40), attribute=title("ContrastBolusAgent"))]
    return []


def _spacing(geometry: VolumeGeometry) -> list[Remark]:
    spacing = geometry.spacing_mm[0]
    low, high = STANDARD_SPACING_MM
    fits = low - _SPACING_SLACK_MM <= spacing <= high + _SPACING_SLACK_MM
    return [] if fits else [remark("series.spacing", spacing_mm=spacing)]


def _thickness(images: Sequence[Image], geometry: VolumeGeometry) -> list[Remark]:
    spacing = geometry.spacing_mm[0]
    attribute = title("SliceThickness")
    values = _values(images, lambda image: number_or_none(image.dataset, "SliceThickness"))
    known = sorted(value for value in values if value is not None)
    if len(known) > 1:
        return [remark("series.thickness_differs", attribute=attribute, least_mm=known[0], most_mm=known[-1])]
    if not known or abs(known[0] - spacing) <= max(_THICKNESS_SLACK_MM, _THICKNESS_SLACK * spacing):
        return []
    code = "series.overlap" if known[0] > spacing else "series.gaps"
    return [remark(code, attribute=attribute, thickness_mm=known[0], spacing_mm=spacing)]


def _orientation(geometry: VolumeGeometry) -> list[Remark]:
    degrees = _off_axis(geometry)
    return [remark("series.not_axial", degrees=degrees)] if degrees > _AXIAL_DEGREES else []


def _tilt(images: Sequence[Image], geometry: VolumeGeometry) -> list[Remark]:
    tilt = max(abs(number_or_none(image.dataset, "GantryDetectorTilt") or 0.0) for image in images)
    if tilt <= _TILT_DEGREES or abs(tilt - _off_axis(geometry)) <= _TILT_SLACK_DEGREES:
        return []
    return [remark("series.tilt", attribute=title("GantryDetectorTilt"), degrees=tilt)]


def _off_axis(geometry: VolumeGeometry) -> float:
    """Degrees between the slice direction and the long axis of the patient, 0 to 90."""
    return float(np.degrees(np.arccos(min(1.0, abs(geometry.directions[0][2])))))


def _impossible(images: Sequence[Image]) -> list[Remark]:
    return [
        remark("series.impossible_left_out", attribute=title(keyword))
        for keyword in _MEASURED
        # What does not differ by slice is looked at once.
        if any(impossible(image.dataset, keyword) for image in (images if keyword in _BY_SLICE else images[:1]))
    ]


def _gating(images: Sequence[Image]) -> list[Remark]:
    return [] if any(gating_known(image.dataset) for image in images) else [remark("series.gating_unknown")]


def _matrix(images: Sequence[Image]) -> list[Remark]:
    for image in images:
        rows, columns = number_or_none(image.dataset, "Rows"), number_or_none(image.dataset, "Columns")
        if rows is not None and columns is not None and (rows, columns) != _EXPECTED_SIZE:
            names = (title("Rows"), title("Columns"))
            return [remark("series.matrix", rows=int(rows), columns=int(columns), attributes=names)]
    return []


def _differing(images: Sequence[Image]) -> list[Remark]:
    found = [
        remark("series.rescale_differs", attribute=title(keyword))
        for keyword in ("RescaleSlope", "RescaleIntercept")
        if len({number_or_none(image.dataset, keyword) for image in images}) > 1
    ]
    phases = sorted(_values(images, lambda image: nominal_phase(image.dataset)))
    if len(phases) > 1:
        code = "series.phases" if phases[0] else "series.phases_partly_unknown"
        found.append(remark(code, phases=tuple(one_line(phase, 16) for phase in phases[:_PHASES] if phase)))
    return found


def _image_kind(images: Sequence[Image]) -> list[Remark]:
    found = []
    if any(unspecified_units(image.dataset) for image in images):
        found.append(remark("series.units_unspecified", attribute=title("RescaleType")))
    if any(claims_lossy(image.dataset) and is_research_claim(image.dataset) for image in images):
        found.append(remark("series.lossy_research", attribute=title("LossyImageCompression")))
    kinds = {kind for image in images for kind in text(image.dataset, "ImageType").upper().split("\\")}
    if kinds & _PROJECTIONS:
        found.append(remark("series.projection", attribute=title("ImageType")))
    parts = {text(image.dataset, "BodyPartExamined").upper() for image in images} & _ELSEWHERE
    if parts:
        found.append(remark("series.body_part", attribute=title("BodyPartExamined"), value=min(parts)))
    for keyword, code in (
        ("BurnedInAnnotation", "series.burned_in"),
        ("MultienergyCTAcquisition", "series.multienergy"),
    ):
        if any(text(image.dataset, keyword).upper() == "YES" for image in images):
            found.append(remark(code, attribute=title(keyword)))
    return found


def _values(images: Sequence[Image], of: Callable[[Image], Value]) -> set[Value]:
    return {of(image) for image in images}
