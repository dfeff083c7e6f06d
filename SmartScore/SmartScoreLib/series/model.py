"""What reading gives: a CT series as one volume in Hounsfield units, with the headers it came from."""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset

from SmartScoreLib.remarks.model import Remark, Severity
from SmartScoreLib.series.geometry import VolumeGeometry

HounsfieldArray = NDArray[np.int16] | NDArray[np.float32]


@dataclass(frozen=True)
class CTSeries:
    """One scorable volume.

    Attributes:
        hu: (slice, row, column) Hounsfield units, int16, or float32 where rescaling gives fractions; not writable.
        geometry: the voxel grid, LPS millimetres.
        datasets: one header a slice without Pixel Data, in slice order; empty for a volume without DICOM source.
        files: the source file of each slice, in slice order; empty for a volume that has no file for each slice: one
            without DICOM source, or a multi-frame image.
        series_instance_uid: empty for a volume without DICOM source.
        label: what tells this candidate from others of its series (phase, kernel ...), or "".
        remarks: what makes its scores invalid or limits them, the gravest first; stays with every result.
    """

    hu: HounsfieldArray = field(repr=False)
    geometry: VolumeGeometry
    datasets: tuple[Dataset, ...] = field(default=(), repr=False)
    files: tuple[Path, ...] = field(default=(), repr=False)
    series_instance_uid: str = ""
    label: str = ""
    remarks: tuple[Remark, ...] = ()


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
        frame: which frame of a multi-frame file, from 0.
    """

    length: int | None
    available: int
    offset: int | None
    little_endian: bool
    file_size: int
    modified_ns: int
    frame: int = 0


@dataclass(frozen=True)
class SeriesCandidate:
    """A set of images that would make one volume, with the verdict on it; no pixels are read yet.

    Attributes:
        datasets: headers without Pixel Data, in slice order (slice 0 = the most inferior) if scorable.
        files: the file of each header.
        geometry: the voxel grid, or None if the images do not form one.
        label: what tells it from other candidates of the same series ("phase 75 %", "kernel B35f"), or "".
        remarks: all there is to say about it, the gravest first.
        pixels: where the pixels of each image are, in the order of `files`; None for an image without pixels.
    """

    series_instance_uid: str
    datasets: tuple[Dataset, ...] = field(repr=False)
    files: tuple[Path, ...] = field(repr=False)
    geometry: VolumeGeometry | None
    label: str = ""
    remarks: tuple[Remark, ...] = ()
    pixels: tuple[PixelLocation | None, ...] = field(default=(), repr=False)

    @property
    def scorable(self) -> bool:
        """Whether it can be read into a CTSeries."""
        return not self.refusals

    @property
    def image_files(self) -> tuple[Path, ...]:
        """The file of each image; empty where one file holds several, which no file can be written like."""
        return self.files if len(set(self.files)) == len(self.files) else ()

    @property
    def refusals(self) -> tuple[Remark, ...]:
        """Why it cannot be scored; empty means that it can."""
        return self._of(Severity.REFUSAL)

    @property
    def warnings(self) -> tuple[Remark, ...]:
        """What makes its scores invalid or limits them; kept with the result."""
        return self._of(Severity.INVALID, Severity.LIMITS)

    @property
    def notes(self) -> tuple[Remark, ...]:
        """Facts worth telling that change nothing (lossless compression ...)."""
        return self._of(Severity.NOTE)

    def _of(self, *severities: Severity) -> tuple[Remark, ...]:
        return tuple(remark for remark in self.remarks if remark.severity in severities)


@dataclass(frozen=True)
class Findings:
    """Everything that a search over files and folders gave.

    Attributes:
        candidates: every series found, a series with several volumes as several candidates.
        problems: one remark for each file that could not be read as a DICOM image.
    """

    candidates: tuple[SeriesCandidate, ...]
    problems: tuple[Remark, ...] = ()
