"""Marks as DICOM objects: Segmentations by highdicom, RT Structure Sets by pydicom."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import highdicom as hd
import numpy as np
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.sr.codedict import codes
from pydicom.sr.coding import Code
from pydicom.uid import ExplicitVRLittleEndian, RTStructureSetStorage

from core.lesions.cases.building import SCORE_A, SCORE_B, VOXELS_B, A, B, Case, Write, both, corners
from core.series.cases.building import FRAME
from SmartScoreLib.series.model import CTSeries


def segmentation(pixels: np.ndarray, *described: tuple[str, Code | None], **options: Any) -> Write:
    """A Segmentation object of these segments, by name and anatomic region."""

    def write(folder: Path, series: CTSeries) -> Path:
        descriptions = [
            hd.seg.SegmentDescription(
                segment_number=number,
                segment_label=name,
                segmented_property_category=codes.SCT.MorphologicallyAbnormalStructure,
                segmented_property_type=codes.SCT.CalcifiedAtheromatousPlaque,
                algorithm_type="MANUAL",
                anatomic_regions=None if code is None else [code],
            )
            for number, (name, code) in enumerate(described, 1)
        ]
        made = hd.seg.Segmentation(
            source_images=list(series.datasets),
            pixel_array=pixels,
            segment_descriptions=descriptions,
            series_instance_uid="2.25.71",
            series_number=9,
            sop_instance_uid="2.25.72",
            instance_number=1,
            manufacturer="Maker",
            manufacturer_model_name="Model",
            software_versions="1",
            device_serial_number="1",
            **{"segmentation_type": "BINARY", **options},
        )
        made.save_as(folder / "marks.dcm")
        return folder / "marks.dcm"

    return write


Outline = tuple[str, np.ndarray]


def structures(
    outlines: Callable[[CTSeries], Sequence[Outline]], *, frame: str = FRAME, kind: str = "CLOSED_PLANAR"
) -> Write:
    """An RT Structure Set: outlines of one name are contours of one region."""

    def write(folder: Path, series: CTSeries) -> Path:
        dataset = Dataset()
        dataset.file_meta = FileMetaDataset()
        dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
        dataset.SOPClassUID = dataset.file_meta.MediaStorageSOPClassUID = RTStructureSetStorage
        dataset.SOPInstanceUID = dataset.file_meta.MediaStorageSOPInstanceUID = "2.25.81"
        dataset.Modality, dataset.StructureSetROISequence, dataset.ROIContourSequence = "RTSTRUCT", [], []
        drawn = outlines(series)
        for number, name in enumerate(dict.fromkeys(name for name, _ in drawn), 1):
            region, contours = Dataset(), Dataset()
            region.ROINumber, region.ROIName, region.ReferencedFrameOfReferenceUID = number, name, frame
            contours.ReferencedROINumber, contours.ContourSequence = number, []
            for _, points in (one for one in drawn if one[0] == name):
                contour = Dataset()
                contour.ContourGeometricType, contour.NumberOfContourPoints = kind, len(points)
                contour.ContourData = [f"{value:.6f}" for value in points.ravel()]
                contours.ContourSequence.append(contour)
            dataset.StructureSetROISequence.append(region)
            dataset.ROIContourSequence.append(contours)
        dataset.save_as(folder / "structures.dcm", enforce_file_format=True)
        return folder / "structures.dcm"

    return write


def around(names: tuple[str, str] = ("LAD", "RCA"), rim: float = 0.4, up: float = 0.0):
    """Outlines of A in its two slices and of B in its one, `up` millimeters above them."""

    def outlines(series: CTSeries) -> list[Outline]:
        found = [(names[0], corners(series, A, index, rim)) for index in (1, 2)]
        found.append((names[1], corners(series, B, 1, rim)))
        return [(name, points + np.array([0, 0, up])) for name, points in found]

    return outlines


def ring(series: CTSeries) -> list[Outline]:
    """A in slice 1, with a hole of 2 x 2 pixels: 32 of 36 pixels."""
    hole = (A[0], slice(14, 16), slice(14, 16))
    return [("LAD", corners(series, A, 1)), ("LAD", corners(series, hole, 1))]


def _probabilities() -> np.ndarray:
    """A surely, three pixels of B just below one half, and six just above."""
    fractions = (both() == 1).astype(np.float32)[..., None]
    fractions[1, 21, 8:11], fractions[1, 22:24, 8:11] = 127 / 255, 128 / 255
    return fractions


def _half_of_a() -> np.ndarray:
    """A at one half and a little more."""
    return ((both() == 1) * np.float32(130 / 255))[..., None]


def _across(series: CTSeries) -> list[Outline]:
    points = corners(series, A, 1)
    points[0, 2] += 3
    return [("LAD", points)]


LAD, RCA = codes.SCT.LeftAnteriorDescendingCoronaryArtery, codes.SCT.RightCoronaryArtery
FIRST_DIAGONAL = Code("91750005", "SCT", "1st Diagonal Coronary Artery")
CORONARY = Code("41801008", "SCT", "Coronary artery")
BOTH = {"LAD": SCORE_A, "RCA": SCORE_B}

CASES = (
    Case("SEG with codes", segmentation(both(), ("one", LAD), ("two", RCA)), BOTH),
    Case("SEG with names only", segmentation(both(), ("LAD calcium", None), ("Right coronary", None)), BOTH),
    Case(
        "SEG label map",
        segmentation(both(), ("one", LAD), ("two", RCA), segmentation_type="LABELMAP"),
        BOTH,
    ),
    Case(
        "SEG with codes of a branch and of all arteries",
        segmentation(both(), ("one", FIRST_DIAGONAL), ("two", CORONARY)),
        {"LAD": SCORE_A, "CORONARY": SCORE_B},
        line="16",
    ),
    Case(
        "SEG named by the option",
        segmentation(both(), ("one", None), ("two", None)),
        BOTH,
        options={"labels": {1: "LAD", 2: "RCA"}},
        line="14",
    ),
    Case(
        "SEG with a strange segment",
        segmentation(both(), ("one", LAD), ("Something", None)),
        {"LAD": SCORE_A},
        ("not_known",),
        line="16",
        values={"not_known": {"segments": ("Something",)}},
    ),
    Case(
        "FRACTIONAL SEG of probabilities",
        segmentation(_probabilities(), ("one", LAD), segmentation_type="FRACTIONAL", fractional_type="PROBABILITY"),
        {"LAD": SCORE_A + 3.0},  # six pixels of 128/255 in B: 1.5 mm2 * weight 2
        ("fractional", "cut"),
        line="17",
        values={"fractional": {"percent": 50.0}, "cut": {"lesions": 1, "voxels": 10, "whole": VOXELS_B}},
    ),
    Case(
        "FRACTIONAL SEG of occupancies",
        segmentation(_half_of_a(), ("one", LAD), segmentation_type="FRACTIONAL", fractional_type="OCCUPANCY"),
        {"LAD": SCORE_A},
        ("fractional",),
        line="17",
    ),
    Case("RTSTRUCT", structures(around()), BOTH, line="17"),
    Case("RTSTRUCT through the centers of the outer pixels", structures(around(rim=0.0)), BOTH, line="17"),
    Case("RTSTRUCT of names of another language", structures(around(("RIVA", "CD"))), BOTH, line="16"),
    Case("RTSTRUCT with a hole", structures(ring), {"LAD": 32.0}, ("cut",), line="17", values={"cut": {"voxels": 40}}),
    Case("RTSTRUCT 1 mm above the slices", structures(around(up=1.0)), BOTH, ("contours_moved",), line="17"),
    Case(
        "RTSTRUCT of one strange region",
        structures(around(("LAD", "Heart"))),
        {"LAD": SCORE_A},
        ("not_known",),
        line="16",
    ),
    Case("RTSTRUCT of points", structures(around(), kind="POINT"), refused=("contour_kind",), line="17"),
    Case("RTSTRUCT across slices", structures(_across), refused=("contour_turned",), line="17"),
    Case(
        "RTSTRUCT of another frame of reference",
        structures(around(), frame="2.25.99"),
        refused=("other_frame_of_reference",),
    ),
    Case("RTSTRUCT far away", structures(around(up=500.0)), refused=("all_outside",), line="18"),
)
