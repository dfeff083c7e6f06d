"""Frames of a Segmentation that lie on slices of the series itself: taken over as they are, whatever their spacing."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset
from pydicom.pixels.utils import pixel_array

from SmartScoreLib.series.headers.attributes import numbers, text
from SmartScoreLib.series.model import CTSeries

_SAME_MM = 0.01
_SAME_PLANE = 1e-5


def slices_of_frames(dataset: Dataset, series: CTSeries) -> list[tuple[int, int]] | None:
    """(Segment Number, slice of the series) of each frame of a binary Segmentation; None if they are not its slices.

    A frame is a slice where it names one image of the series as its source and has the size, position, orientation
    and pixel spacing of that image: what else it may be made of, its voxels are those of the series (PS3.3 C.8.20,
    C.7.6.16.2.6).
    """
    if dataset.get("SegmentationType") != "BINARY" or not series.datasets or not series.files:
        return None
    if (dataset.get("Rows"), dataset.get("Columns")) != series.geometry.shape[1:]:
        return None
    index_of = {text(header, "SOPInstanceUID"): index for index, header in enumerate(series.datasets)}
    shared = dataset.SharedFunctionalGroupsSequence[0]
    found = []
    for frame in dataset.PerFrameFunctionalGroupsSequence:
        index = _source(frame, shared, index_of)
        if index is None or not _lies_on(frame, shared, series.datasets[index]):
            return None
        identified = _group(frame, shared, "SegmentIdentificationSequence")
        if identified is None:
            return None
        found.append((int(identified.ReferencedSegmentNumber), index))
    return found


def mask_of_segment(
    dataset: Dataset, places: Sequence[tuple[int, int]], number: int
) -> tuple[int, NDArray[np.bool_]] | None:
    """The marks of one segment: its lowest slice, and a (slice, row, column) mask from there; None without marks.

    Frames are decoded one by one: all of them together may be many times as large as the volume.

    Args:
        dataset: the Segmentation.
        places: of `slices_of_frames`.
        number: Segment Number.
    """
    frames = ((index, _frame(dataset, at)) for at, (segment, index) in enumerate(places) if segment == number)
    own = [(index, frame > 0) for index, frame in frames if frame.any()]
    if not own:
        return None
    lowest, highest = (find(index for index, _ in own) for find in (min, max))
    mask = np.zeros((highest - lowest + 1, *own[0][1].shape), bool)
    for index, frame in own:
        mask[index - lowest] |= frame
    return lowest, mask


def _frame(dataset: Dataset, at: int) -> NDArray[np.uint8]:
    """(row, column) of one frame. Where bits are packed, a frame may begin within a byte (PS3.5 8.1.1)."""
    shape = (int(dataset.Rows), int(dataset.Columns))
    if int(dataset.BitsAllocated) != 1 or dataset.file_meta.TransferSyntaxUID.is_compressed:
        return np.asarray(pixel_array(dataset, index=at), np.uint8)
    size = shape[0] * shape[1]
    first, last = at * size // 8, -((at + 1) * size // -8)
    bits = np.unpackbits(np.frombuffer(dataset.PixelData[first:last], np.uint8), bitorder="little")
    return bits[at * size % 8 :][:size].reshape(shape)


def _group(frame: Dataset, shared: Dataset, keyword: str) -> Dataset | None:
    """A functional group of the frame, or that of all frames."""
    sequence = frame.get(keyword) or shared.get(keyword)
    return sequence[0] if sequence else None


def _source(frame: Dataset, shared: Dataset, index_of: dict[str, int]) -> int | None:
    """The slice of the one source image that the frame names."""
    derivation = _group(frame, shared, "DerivationImageSequence")
    images = derivation.get("SourceImageSequence") if derivation is not None else None
    if not images or len(images) != 1:
        return None
    return index_of.get(str(images[0].get("ReferencedSOPInstanceUID", "")))


def _lies_on(frame: Dataset, shared: Dataset, image: Dataset) -> bool:
    for group, keyword, tolerance in (
        ("PlanePositionSequence", "ImagePositionPatient", _SAME_MM),
        ("PlaneOrientationSequence", "ImageOrientationPatient", _SAME_PLANE),
        ("PixelMeasuresSequence", "PixelSpacing", _SAME_PLANE),
    ):
        described = _group(frame, shared, group)
        own = numbers(described, keyword) if described is not None else ()
        theirs = numbers(image, keyword)
        if len(own) != len(theirs) or not own or np.abs(np.subtract(own, theirs)).max() > tolerance:
            return False
    return True
