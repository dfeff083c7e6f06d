"""Marks as a DICOM Segmentation object (PS3.3 A.51; label maps: PS3.3 A.51 Label Map Segmentation).

Frames that are slices of the series are taken over as they are. Of any other highdicom finds frames and grid; what it
is given and what may be read is decided here.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import numpy as np
import pydicom
from pydicom.dataset import Dataset

from SmartScoreLib.lesions.files.label_maps import Naming
from SmartScoreLib.lesions.files.layer import FileMarks, Layer, layer_of
from SmartScoreLib.lesions.files.names import Names
from SmartScoreLib.lesions.files.planes import Planes
from SmartScoreLib.lesions.files.segmentation_frames import planes_of_segment, slices_of_frames
from SmartScoreLib.lesions.naming import Code, shown, territory_of
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

# How far frames may lie from their place in the grid: in mm along the normal, and as 1 - cosine across it.
_REGULAR: dict[str, float] = {"atol": 0.05, "perpendicular_tol": 1e-5}
# From this part of the greatest value on, a voxel of a fractional segmentation is taken.
FRACTION = 0.5
# Slices that are decoded at once.
_STEP = 16


def read_dicom_segmentation(dataset: Dataset, series: CTSeries, given: Names | None, name: str) -> FileMarks:
    """The marks of a Segmentation; anatomic region, property type or label give the territory.

    Args:
        dataset: the whole object; it is changed.
        series: the series to score.
        given: names that come before those of the object, by the number of the segment.
        name: of the file, for messages.

    Raises:
        InputRefused: it is of another frame of reference, or its frames form no grid.
    """
    _check_kind(dataset, name)
    check_frame_of_reference(str(dataset.get("FrameOfReferenceUID") or ""), series, name)
    # Before highdicom changes the dataset: what it does not need may be missing or wrong.
    described = described_segments(dataset)
    made_on = [str(item.get("SeriesInstanceUID", "")) for item in dataset.get("ReferencedSeriesSequence") or ()]
    kind = str(dataset.SegmentationType)
    naming = Naming(name)
    layers: list[Layer | None] = []
    for number, label, codes, geometry, planes in segments(dataset, series, name, described):
        if not planes.held:
            continue
        called = partial(remark, "lesions.numbered_segment", number=number, name=shown(label), file=name)
        other = None if given is None else given.of(number, label)
        if other is not None:
            label, codes = other.text, list(other.codes)
        value = naming.take(label, territory_of(called, label, codes))
        if value:
            layers.append(layer_of(geometry, planes, np.array([0, value, *[0] * 254], np.uint8)))
    remarks: tuple[Remark, ...] = ()
    own = series.series_instance_uid
    if made_on and own and own not in made_on:
        remarks = (remark("lesions.other_series", file=name, uid=shown(made_on[0])),)
    if kind == "FRACTIONAL":
        remarks += (remark("lesions.fractional", file=name, percent=100 * FRACTION),)
    return naming.marks(layers, remarks, same_frame=True)


_Described = tuple[int, str, list[Code]]


def described_segments(dataset: Dataset) -> list[_Described]:
    """Number, label and codes of each segment."""
    return [
        (int(item.SegmentNumber), str(item.get("SegmentLabel", "")), _codes(item)) for item in dataset.SegmentSequence
    ]


def segments(
    dataset: Dataset, series: CTSeries, name: str, described: Sequence[_Described]
) -> Iterator[tuple[int, str, list[Code], VolumeGeometry, Planes]]:
    """Segments with their marks: slice by slice where the frames are slices of the series, else on a grid of theirs."""
    places = slices_of_frames(dataset, series)
    if places is not None:
        for number, label, codes in described:
            yield number, label, codes, series.geometry, planes_of_segment(dataset, places, number)
        return
    least = 1
    if dataset.SegmentationType == "FRACTIONAL":
        least = max(1, int(np.ceil(FRACTION * int(dataset.MaximumFractionalValue))))
    background = dataset.SegmentationType == "LABELMAP"
    segmentation, geometry = _on_a_grid(dataset, series, name)
    for number, label, codes in described:
        if number != 0 or not background:
            yield number, label, codes, geometry, _marked(segmentation, number, geometry, least)


def _check_kind(dataset: Dataset, name: str) -> None:
    kind = str(dataset.SegmentationType)
    if kind not in ("BINARY", "LABELMAP", "FRACTIONAL"):
        raise InputRefused(remark("lesions.segmentation_type", file=name, kind=shown(kind)))


def _marked(segmentation: Any, number: int, geometry: VolumeGeometry, least: int) -> Planes:
    """What a segment marks, as 1, decoded a few slices at a time."""
    planes = Planes()
    for first in range(0, geometry.shape[0], _STEP):
        volume = segmentation.get_volume(
            segment_numbers=[number],
            slice_start=first,
            slice_end=min(first + _STEP, geometry.shape[0]),
            as_indices=True,
            rescale_fractional=False,
            **_REGULAR,
        )
        for at, plane in enumerate(volume.array[..., 0], first):
            planes.add(at, (plane >= least).view(np.uint8))
    return planes


def check_frame_of_reference(uid: str, series: CTSeries, name: str) -> None:
    """Refuse marks that name another frame of reference than the series, or none.

    Raises:
        InputRefused: they do.
    """
    own = series.geometry.frame_of_reference_uid
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
