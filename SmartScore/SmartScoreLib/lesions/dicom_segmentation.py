"""Marks as a DICOM Segmentation object (PS3.3 A.51; label maps: PS3.3 A.51 Label Map Segmentation)."""

import struct
import warnings
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pydicom
from numpy.typing import NDArray
from pydicom.dataset import Dataset
from pydicom.errors import BytesLengthException, InvalidDicomError
from pydicom.uid import UID

from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.naming import Code, shown, territory_of
from SmartScoreLib.lesions.placing import Segment, place_segments, segment_of
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4"
LABEL_MAP_SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.7"

_POSITION_MM = 0.01

# What pydicom and its decoders raise on damaged bytes.
_DAMAGED = (
    OSError,
    EOFError,
    ValueError,
    TypeError,
    IndexError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
    MemoryError,
    struct.error,
    zlib.error,
    BytesLengthException,
)


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
    except InvalidDicomError:
        raise InputRefused(f"{name} is not a DICOM file.") from None
    except (AttributeError, KeyError) as error:
        raise InputRefused(f"{name} is not a complete DICOM Segmentation: {shown(error)}.") from None
    except _DAMAGED as error:
        raise InputRefused(f"{name} cannot be read as a DICOM Segmentation: {shown(error)}.") from None


def _read(dataset: Dataset, series: CTSeries, threshold_hu: float, name: str) -> LesionMap:
    sop_class = UID(str(dataset.get("SOPClassUID", "")))
    if sop_class not in (SEGMENTATION, LABEL_MAP_SEGMENTATION):
        raise InputRefused(f"{name} is not a DICOM Segmentation but {shown(sop_class.name) or 'of no SOP class'}.")
    frame_of_reference = str(dataset.get("FrameOfReferenceUID", ""))
    if not frame_of_reference or frame_of_reference != series.geometry.frame_of_reference_uid:
        raise InputRefused(
            f"{name} has Frame of Reference UID (0020,0052) {shown(frame_of_reference) or 'empty'}, the series has "
            f"{series.geometry.frame_of_reference_uid or 'none'}; the marks belong to another examination."
        )
    kind = str(dataset.SegmentationType)
    if kind not in ("BINARY", "LABELMAP"):
        raise InputRefused(f"{name} is a {shown(kind)} segmentation; marks must be BINARY or LABELMAP.")
    frames = dataset.pixel_array
    frames = frames[None] if frames.ndim == 2 else frames
    place, geometry = _grid(dataset, series, name)
    if len(place) != len(frames):
        raise InputRefused(f"{name} describes {len(place)} frames but holds {len(frames)}.")
    of_frame = None if kind == "LABELMAP" else [_segment_number(dataset, i) for i in range(len(frames))]
    segments = []
    for item in dataset.SegmentSequence:
        number = int(item.SegmentNumber)
        if kind == "LABELMAP" and number == 0:
            continue  # the background
        mask = np.zeros(geometry.shape, bool)
        for i, frame in enumerate(frames):
            if of_frame is None:
                mask[place[i]] |= frame == number
            elif of_frame[i] == number:
                mask[place[i]] |= frame > 0
        if mask.any():
            label = str(item.get("SegmentLabel", ""))
            territory = territory_of(f'segment {number} "{shown(label)}" of {name}', label, _codes(item))
            segment: Segment | None = segment_of(territory, geometry, mask)
            if segment is not None:
                segments.append(segment)
    lesions = place_segments(segments, series, threshold_hu, name, same_frame=True)
    return LesionMap(
        lesions.geometry,
        lesions.corner,
        lesions.labels,
        origin=f"marks of {name}",
        remarks=(*_other_series(dataset, series, name), *lesions.remarks),
    )


def _grid(dataset: Dataset, series: CTSeries, name: str) -> tuple[NDArray[np.int64], VolumeGeometry]:
    """Slice index of each frame, and the grid that the frames span."""
    count = int(dataset.get("NumberOfFrames", 1))
    orientation = _same(dataset, count, "PlaneOrientationSequence", "ImageOrientationPatient", 6, name)
    pixel = _same(dataset, count, "PixelMeasuresSequence", "PixelSpacing", 2, name)
    along_columns, along_rows = np.array(orientation[:3]), np.array(orientation[3:])
    normal = np.cross(along_columns, along_rows)
    if abs(np.linalg.norm(normal) - 1) > 1e-3 or min(pixel) <= 0:
        raise InputRefused(f"The frames of {name} have no valid orientation or pixel spacing.")
    positions = np.array(
        [[float(v) for v in _group(dataset, i, "PlanePositionSequence").ImagePositionPatient] for i in range(count)]
    )
    height = positions @ normal
    if np.abs(positions - np.outer(height, normal) - (positions[0] - height[0] * normal)).max() > _POSITION_MM:
        raise InputRefused(f"The frames of {name} are shifted against each other and form no grid.")
    spacing = _spacing(dataset, height, normal, series, name)
    place = np.rint((height - height.min()) / spacing).astype(np.int64)
    origin = positions[height.argmin()]
    shape = (int(place.max()) + 1, int(dataset.Rows), int(dataset.Columns))
    vectors = [(float(a), float(b), float(c)) for a, b, c in (normal, along_rows, along_columns)]
    geometry = VolumeGeometry(
        shape,
        (spacing, pixel[0], pixel[1]),
        (float(origin[0]), float(origin[1]), float(origin[2])),
        (vectors[0], vectors[1], vectors[2]),
        series.geometry.frame_of_reference_uid,
    )
    return place, geometry


def _spacing(
    dataset: Dataset, height: NDArray[np.float64], normal: NDArray[np.float64], series: CTSeries, name: str
) -> float:
    """Slice spacing of the grid: frames without marks may be left out, so positions alone do not tell it."""
    steps = height - height.min()
    told = _group(dataset, 0, "PixelMeasuresSequence").get("SpacingBetweenSlices")
    offered = [abs(float(told))] if told else []
    if abs(normal @ np.array(series.geometry.directions[0])) > 1 - 1e-6:
        offered.append(series.geometry.spacing_mm[0])
    for spacing in offered:
        if spacing > 0 and np.abs(steps - np.rint(steps / spacing) * spacing).max() <= _POSITION_MM * 5:
            return spacing
    raise InputRefused(
        f"The frames of {name} are not equally spaced: Spacing Between Slices (0018,0088) does not fit their positions."
    )


def _same(dataset: Dataset, count: int, group: str, keyword: str, length: int, name: str) -> list[float]:
    """A value that all frames must share."""
    values = np.array([[float(v) for v in getattr(_group(dataset, i, group), keyword)] for i in range(count)])
    if values.shape[1] != length or np.abs(values - values[0]).max() > 1e-4:
        raise InputRefused(f"The frames of {name} differ in {keyword}; they form no grid.")
    return [float(v) for v in values[0]]


def _group(dataset: Dataset, frame: int, keyword: str) -> Any:
    """The functional group of a frame: its own, or the shared one (PS3.3 C.7.6.16)."""
    own = dataset.PerFrameFunctionalGroupsSequence[frame]
    holder = own if keyword in own else dataset.SharedFunctionalGroupsSequence[0]
    return getattr(holder, keyword)[0]


def _segment_number(dataset: Dataset, frame: int) -> int:
    return int(_group(dataset, frame, "SegmentIdentificationSequence").ReferencedSegmentNumber)


def _codes(item: Dataset) -> list[Code]:
    codes = []
    for keyword in ("AnatomicRegionSequence", "SegmentedPropertyTypeCodeSequence"):
        codes += [
            (str(code.get("CodingSchemeDesignator", "")), str(code.get("CodeValue", "")))
            for code in item.get(keyword) or ()
        ]
    return codes


def _other_series(dataset: Dataset, series: CTSeries, name: str) -> tuple[str, ...]:
    referenced = [str(item.get("SeriesInstanceUID", "")) for item in dataset.get("ReferencedSeriesSequence") or ()]
    if not referenced or not series.series_instance_uid or series.series_instance_uid in referenced:
        return ()
    return (f"{name} was made on another series of this examination ({shown(referenced[0])}).",)
