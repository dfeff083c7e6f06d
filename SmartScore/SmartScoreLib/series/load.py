"""A scorable candidate -> its volume in Hounsfield units: pixels once, straight into one array."""

import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark, Severity, by_severity
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.headers.attributes import text
from SmartScoreLib.series.headers.place import known_place
from SmartScoreLib.series.model import CTSeries, HounsfieldArray, PixelLocation, SeriesCandidate
from SmartScoreLib.series.pixels.decoding import decoded_cells
from SmartScoreLib.series.pixels.hounsfield import (
    StoredFormat,
    rescale_fractional,
    rescale_whole,
    stored_format,
    unpack,
)
from SmartScoreLib.series.values.look import value_remarks
from SmartScoreLib.series.volumes.volume_file import read_volume

_TELL_EVERY = 16


def load_series(candidate: SeriesCandidate, progress: Progress = silent) -> CTSeries:
    """Read the pixels of a candidate found by `find_series`.

    The volume is int16 if every image rescales to whole numbers that fit, else float32; Pixel Padding is air.
    Peak memory is the volume plus two slices (for values outside int16, the float32 volume).

    Raises:
        InputRefused: the candidate is not scorable, a file changed, vanished or cannot be decoded, or the values are no
            Hounsfield units.
        remarks.errors.Cancelled: from `progress`.
    """
    if candidate.refusals:
        raise InputRefused(candidate.refusals)
    if not candidate.datasets and len(candidate.files) == 1:
        return _load_volume(candidate)
    if candidate.geometry is None or len(candidate.pixels) != len(candidate.files):
        raise InputRefused(remark("series.not_from_search"))
    formats = [stored_format(dataset) for dataset in candidate.datasets]
    hu: HounsfieldArray | None = None
    if all(stored.whole for stored in formats):
        hu = _read_whole(candidate, formats, progress)
    if hu is None:
        hu = _read_fractional(candidate, formats, progress)
    hu.setflags(write=False)
    return CTSeries(
        hu,
        candidate.geometry,
        candidate.datasets,
        candidate.image_files,
        candidate.series_instance_uid,
        candidate.label,
        _remarks(candidate, hu, candidate.geometry),
    )


def _load_volume(candidate: SeriesCandidate) -> CTSeries:
    """A volume from a file without DICOM headers."""
    hu, geometry = read_volume(candidate.files[0])
    hu.setflags(write=False)
    return CTSeries(hu, geometry, label=candidate.label, remarks=_remarks(candidate, hu, geometry))


def _remarks(candidate: SeriesCandidate, hu: HounsfieldArray, geometry: VolumeGeometry) -> tuple[Remark, ...]:
    """What limits the scores, by headers and by values.

    Raises:
        InputRefused: the values are no Hounsfield units.
    """
    seen = value_remarks(hu, geometry)
    if refusals := [one for one in seen if one.severity is Severity.REFUSAL]:
        raise InputRefused(refusals)
    return by_severity([*candidate.warnings, *seen])


def _read_whole(
    candidate: SeriesCandidate, formats: list[StoredFormat], progress: Progress
) -> NDArray[np.int16] | None:
    """int16 volume, or None if a value does not fit."""
    assert candidate.geometry is not None
    volume = np.empty(candidate.geometry.shape, np.uint16)
    for index, stored in enumerate(formats):
        _tell(progress, index, len(formats))
        _read_cells(candidate, index, volume[index])
        if not rescale_whole(unpack(volume[index], stored), stored):
            return None
    progress(len(formats), len(formats), "reading pixels")
    return volume.view(np.int16)


def _read_fractional(
    candidate: SeriesCandidate, formats: list[StoredFormat], progress: Progress
) -> NDArray[np.float32]:
    assert candidate.geometry is not None
    volume = np.empty(candidate.geometry.shape, np.float32)
    cells = np.empty(candidate.geometry.shape[1:], np.uint16)
    for index, stored in enumerate(formats):
        _tell(progress, index, len(formats))
        _read_cells(candidate, index, cells)
        rescale_fractional(unpack(cells, stored), stored, volume[index])
    progress(len(formats), len(formats), "reading pixels")
    return volume


def _tell(progress: Progress, index: int, total: int) -> None:
    if index % _TELL_EVERY == 0:
        progress(index, total, "reading pixels")


def _read_cells(candidate: SeriesCandidate, index: int, cells: NDArray[np.uint16]) -> None:
    """Fill `cells` (rows, columns) with the 16-bit cells of one image, in native byte order."""
    path, place = candidate.files[index], candidate.pixels[index]
    assert place is not None  # a candidate with an image without pixels is refused
    try:
        status = path.stat()
        if (status.st_size, status.st_mtime_ns) != (place.file_size, place.modified_ns):
            raise InputRefused(remark("series.changed", file=str(known_place(path))))
        if place.offset is None:
            syntax = text(candidate.datasets[index].file_meta, "TransferSyntaxUID")
            cells[...] = decoded_cells(path, syntax, cells.shape, place.frame)
        else:
            _read_raw(path, place, place.offset, cells)
    except OSError as error:
        reason = str(error.strerror or error)
        raise InputRefused(remark("series.vanished", file=str(known_place(path)), reason=reason)) from error


def _read_raw(path: Path, place: PixelLocation, offset: int, cells: NDArray[np.uint16]) -> None:
    with path.open("rb", buffering=0) as file:
        file.seek(offset)
        view = memoryview(cells.reshape(-1)).cast("B")
        filled = 0
        while filled < len(view):
            count = file.readinto(view[filled:])
            if not count:
                raise InputRefused(remark("series.pixels_end_early", file=str(known_place(path))))
            filled += count
    if place.little_endian != (sys.byteorder == "little"):
        cells.byteswap(inplace=True)
