"""What reading gives: a CT series as one volume in Hounsfield units, with the headers it came from."""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset

from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.geometry import VolumeGeometry

HounsfieldArray = NDArray[np.int16] | NDArray[np.float32]


@dataclass(frozen=True)
class CTSeries:
    """One scorable volume.

    Attributes:
        hu: (slice, row, column) Hounsfield units, int16, or float32 where rescaling gives fractions; not writable.
        geometry: the voxel grid, LPS millimetres.
        datasets: one header a slice without Pixel Data, in slice order; empty for a volume without DICOM source.
        files: the source file of each slice, in slice order; empty for a volume without DICOM source.
        series_instance_uid: empty for a volume without DICOM source.
        label: what tells this candidate from others of its series (phase, kernel ...), or "".
        remarks: what stays with every result made of this series.
    """

    hu: HounsfieldArray = field(repr=False)
    geometry: VolumeGeometry
    datasets: tuple[Dataset, ...] = field(default=(), repr=False)
    files: tuple[Path, ...] = field(default=(), repr=False)
    series_instance_uid: str = ""
    label: str = ""
    remarks: tuple[Remark | str, ...] = ()


@dataclass(frozen=True)
class PixelLocation:
    """Where the pixels of one image lie, and what its file was when the header was read.

    Attributes:
        length: bytes of Pixel Data; None for encapsulated (compressed) pixels.
        available: bytes of it that the file really holds, to see a file that was cut off.
        offset: first byte of Pixel Data in the file; None if it must be inflated or decompressed.
        little_endian: byte order of 16-bit pixels.
        file_size: bytes.
        modified_ns: time of modification, so that a file that changes before its pixels are read is noticed.
    """

    length: int | None
    available: int
    offset: int | None
    little_endian: bool
    file_size: int
    modified_ns: int


@dataclass(frozen=True)
class SeriesCandidate:
    """A set of images that would make one volume, with the verdict on it; no pixels are read yet.

    Attributes:
        datasets: headers without Pixel Data, in slice order (slice 0 = the most inferior) if scorable.
        files: the file of each header.
        geometry: the voxel grid, or None if the images do not form one.
        label: what tells it from other candidates of the same series ("phase 75 %", "kernel B35f"), or "".
        refusals: why it cannot be scored, one plain sentence each; empty means scorable.
        warnings: kept with the result.
        notes: facts worth telling that change nothing (lossless compression ...).
        pixels: where the pixels of each image are, in the order of `files`; None for an image without pixels.
    """

    series_instance_uid: str
    datasets: tuple[Dataset, ...] = field(repr=False)
    files: tuple[Path, ...] = field(repr=False)
    geometry: VolumeGeometry | None
    label: str = ""
    refusals: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    pixels: tuple[PixelLocation | None, ...] = field(default=(), repr=False)

    @property
    def scorable(self) -> bool:
        """Whether it can be read into a CTSeries."""
        return not self.refusals


@dataclass(frozen=True)
class Findings:
    """Everything that a search over files and folders gave."""

    candidates: tuple[SeriesCandidate, ...]
    problems: tuple[str, ...] = ()
    """Files that could not be read as DICOM images, one plain sentence each."""
