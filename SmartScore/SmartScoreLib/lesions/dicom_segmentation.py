"""Marks as a DICOM Segmentation object (PS3.3 A.51; label maps: PS3.3 A.51 Label Map Segmentation).

Frames that are slices of the series are taken over as they are. Of any other highdicom finds frames and grid; what it
is given and what may be read is decided here.
"""

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pydicom
from numpy.typing import NDArray
from pydicom.dataset import Dataset
from pydicom.errors import InvalidDicomError
from pydicom.uid import UID

from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.naming import Code, shown, territory_or_refuse
from SmartScoreLib.lesions.placing import Segment, place_segments, segment_of
from SmartScoreLib.lesions.segmentation_frames import mask_of_segment, slices_of_frames
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4"
LABEL_MAP_SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.7"

# How far frames may lie from their place in the grid: in mm along the normal, and as 1 - cosine across it.
_REGULAR: dict[str, float] = {"atol": 0.05, "perpendicular_tol": 1e-5}


def read_dicom_segmentation(path: Path, series: CTSeries, threshold_hu: float) -> LesionMap:
    """The marks of a binary or label map Segmentation; anatomic region, property type or label give the territory.

    Raises:
        InputRefused: it is no Segmentation of marks, of another frame of reference, or its frames form no grid.
    """
    name = path.name
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of single values; what matters is checked here
            return _read(pydicom.dcmread(path), series, threshold_hu, name)
    except InputRefused:
        raise
    except InvalidDicomError:
        problem = remark("lesions.not_dicom", file=name)
    except (AttributeError, KeyError) as error:
        problem = remark("lesions.segmentation_incomplete", file=name, fault=shown(error).rstrip("."))
    except Exception as error:  # whatever damaged bytes make pydicom, its decoders and highdicom raise
        problem = remark("lesions.segmentation_damaged", file=name, fault=shown(error).rstrip("."))
    raise InputRefused(problem)


def _read(dataset: Dataset, series: CTSeries, threshold_hu: float, name: str) -> LesionMap:
    _check_kind(dataset, name)
    _check_frame_of_reference(dataset, series, name)
    # Before highdicom changes the dataset: what it does not need may be missing or wrong.
    described = [
        (int(item.SegmentNumber), str(item.get("SegmentLabel", "")), _codes(item)) for item in dataset.SegmentSequence
    ]
    made_on = [str(item.get("SeriesInstanceUID", "")) for item in dataset.get("ReferencedSeriesSequence") or ()]
    segments: list[Segment] = []
    for number, label, codes, marks in _marks(dataset, series, name, described):
        called = partial(remark, "lesions.numbered_segment", number=number, name=shown(label), file=name)
        territory = territory_or_refuse(called, label, codes)
        segment = segment_of(territory, marks.geometry, marks.mask)
        if segment is not None:
            low, row, column = segment.corner
            segments.append(replace(segment, corner=(low + marks.lowest, row, column)))
    lesions = place_segments(segments, series, threshold_hu, name, same_frame=True)
    own = series.series_instance_uid
    other: tuple[Remark, ...] = ()
    if made_on and own and own not in made_on:
        other = (remark("lesions.other_series", file=name, uid=shown(made_on[0])),)
    return replace(lesions, origin=remark("lesions.origin_marks", file=name), remarks=(*other, *lesions.remarks))


@dataclass(frozen=True)
class _Marks:
    """(slice, row, column) marks from slice `lowest` of a grid on."""

    geometry: VolumeGeometry
    lowest: int
    mask: NDArray[np.bool_] = field(repr=False)


_Described = tuple[int, str, list[Code]]


def _marks(
    dataset: Dataset, series: CTSeries, name: str, described: Sequence[_Described]
) -> Iterator[tuple[int, str, list[Code], _Marks]]:
    """Segments with their marks: slice by slice where the frames are slices of the series, else on a grid of theirs."""
    places = slices_of_frames(dataset, series)
    if places is not None:
        for number, label, codes in described:
            found = mask_of_segment(dataset, places, number)
            if found is not None:
                yield number, label, codes, _Marks(series.geometry, *found)
        return
    segmentation, geometry = _on_a_grid(dataset, series, name)
    for number, label, codes in described:
        if number == 0 and dataset.SegmentationType == "LABELMAP":
            continue  # the background
        mask = segmentation.get_volume(segment_numbers=[number], **_REGULAR).array[..., 0] > 0
        if mask.any():
            yield number, label, codes, _Marks(geometry, 0, mask)


def _check_kind(dataset: Dataset, name: str) -> None:
    sop_class = UID(str(dataset.get("SOPClassUID", "")))
    if not sop_class:
        raise InputRefused(remark("lesions.no_sop_class", file=name))
    if sop_class not in (SEGMENTATION, LABEL_MAP_SEGMENTATION):
        raise InputRefused(remark("lesions.not_segmentation", file=name, sop_class=shown(sop_class.name)))
    kind = str(dataset.SegmentationType)
    if kind not in ("BINARY", "LABELMAP"):
        raise InputRefused(remark("lesions.segmentation_type", file=name, kind=shown(kind)))


def _check_frame_of_reference(dataset: Dataset, series: CTSeries, name: str) -> None:
    uid, own = str(dataset.get("FrameOfReferenceUID") or ""), series.geometry.frame_of_reference_uid
    if not uid:
        raise InputRefused(remark("lesions.frame_of_reference_empty", file=name))
    if not own:
        raise InputRefused(remark("lesions.series_without_frame_of_reference", file=name, uid=shown(uid)))
    if uid != own:
        raise InputRefused(remark("lesions.other_frame_of_reference", file=name, uid=shown(uid), own_uid=own))


def _on_a_grid(dataset: Dataset, series: CTSeries, name: str) -> tuple[Any, VolumeGeometry]:
    """The Segmentation as highdicom reads it, and the grid of its frames.

    Frames without marks may be left out, so positions alone do not tell the spacing: it is the one that the object
    tells, or that of the series if its slices are parallel, whichever fits all positions.
    """
    from highdicom.seg import Segmentation  # takes half a second, which only marks of this kind should cost

    _index_by_segment(dataset)
    measures = [
        groups.PixelMeasuresSequence[0]
        for groups in (dataset.SharedFunctionalGroupsSequence[0], *dataset.PerFrameFunctionalGroupsSequence)
        if "PixelMeasuresSequence" in groups
    ]
    told = measures[0].get("SpacingBetweenSlices") if measures else None
    for spacing in (float(told or 0), series.geometry.spacing_mm[0]):
        if not spacing:
            continue
        for measure in measures:
            measure.SpacingBetweenSlices = spacing
        segmentation = Segmentation.from_dataset(dataset, copy=False)
        found = segmentation.get_volume_geometry(**_REGULAR)
        if found is not None:
            geometry = _geometry(found, series.geometry.frame_of_reference_uid)
            along = np.dot(geometry.directions[0], series.geometry.directions[0])
            if spacing == told or abs(along) > 1 - 1e-6:
                return segmentation, geometry
    raise InputRefused(remark("lesions.no_grid", file=name))


def _geometry(found: Any, frame_of_reference_uid: str) -> VolumeGeometry:
    """A grid of highdicom, whose affine leads from (slice, row, column) to LPS millimeters as ours does."""
    slices, rows, columns = (int(size) for size in found.spatial_shape)
    spacing = np.linalg.norm(found.affine[:3, :3], axis=0)
    x, y, z = ((float(a), float(b), float(c)) for a, b, c in (found.affine[:3, :3] / spacing).T)
    origin = found.affine[:3, 3]
    return VolumeGeometry(
        (slices, rows, columns),
        (float(spacing[0]), float(spacing[1]), float(spacing[2])),
        (float(origin[0]), float(origin[1]), float(origin[2])),
        (x, y, z),
        frame_of_reference_uid,
    )


def _index_by_segment(dataset: Dataset) -> None:
    """Name the segment as a dimension: highdicom finds frames by dimensions, and some writers leave this one out."""
    tag = pydicom.datadict.tag_for_keyword
    named = [item.DimensionIndexPointer for item in dataset.get("DimensionIndexSequence") or ()]
    if dataset.SegmentationType == "LABELMAP" or tag("ReferencedSegmentNumber") in named:
        return
    dimension = Dataset()
    dimension.DimensionIndexPointer = tag("ReferencedSegmentNumber")
    dimension.FunctionalGroupPointer = tag("SegmentIdentificationSequence")
    dataset.DimensionIndexSequence = [dimension]
    for groups in dataset.PerFrameFunctionalGroupsSequence:
        content = Dataset()
        content.DimensionIndexValues = [1]
        groups.FrameContentSequence = [content]


def _codes(item: Dataset) -> list[Code]:
    return [
        (str(code.get("CodingSchemeDesignator", "")), str(code.get("CodeValue", "")))
        for keyword in ("AnatomicRegionSequence", "SegmentedPropertyTypeCodeSequence")
        for code in item.get(keyword) or ()
    ]
