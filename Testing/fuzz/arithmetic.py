"""The score by other means: pixels by PS3.5 8.1.1 from each file, components by scipy, sums by hand."""

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pydicom
from numpy.typing import NDArray
from pydicom.uid import DeflatedExplicitVRLittleEndian, ExplicitVRBigEndian
from scipy import ndimage

_ALL = np.ones((3, 3, 3), bool)
_EIGHT = _ALL.copy()
_EIGHT[::2] = False
_AIR_HU = -1024


def hounsfield(files: tuple[Path, ...]) -> NDArray[np.float64]:
    """(slice, row, column) Hounsfield units of the files, in their order."""
    return np.stack([_image(file.read_bytes()) for file in files])


def position(file: Path) -> NDArray[np.float64]:
    """Image Position (Patient) of a file."""
    return np.array([float(value) for value in _header(file.read_bytes()).ImagePositionPatient])


def pixel_spacing(file: Path) -> tuple[float, float]:
    """Pixel Spacing of a file: between rows, between columns."""
    between_rows, between_columns = (float(value) for value in _header(file.read_bytes()).PixelSpacing)
    return between_rows, between_columns


def agatston(hu: NDArray[Any], marked: NDArray[Any], spacing_mm: tuple[float, float, float]) -> float:
    """Agatston et al. 1990 over every value of `marked` above 0: area, weight by the peak, times spacing / 3 mm."""
    total, area = 0.0, spacing_mm[1] * spacing_mm[2]
    for label in np.unique(marked[marked > 0]):
        pieces, count = ndimage.label((marked == label) & (hu >= 130), _EIGHT)
        for number in range(1, count + 1):
            piece = pieces == number
            covered = area * np.count_nonzero(piece)
            if covered >= 1 - 1e-9:
                peak = float(hu[piece].max())
                total += covered * (1 if peak < 200 else min(4, int(peak // 100)))
    return total * spacing_mm[0] / 3


def grown(hu: NDArray[Any], seed: tuple[int, int, int]) -> NDArray[np.bool_]:
    """The voxels from 130 HU that are connected with the seed by 26 neighbors."""
    pieces, _ = ndimage.label(hu >= 130, _ALL)
    return np.asarray((pieces == pieces[seed]) & (pieces > 0))


@lru_cache(maxsize=64)
def _header(raw: bytes) -> Any:
    return pydicom.dcmread(BytesIO(raw), force=True)


@lru_cache(maxsize=64)
def _image(raw: bytes) -> NDArray[np.float64]:
    source = _header(raw)
    bits, high, signed = int(source.BitsStored), int(source.HighBit), int(source.PixelRepresentation)
    cells = _cells(source).astype(np.int64) & 0xFFFF
    stored = (cells >> (high + 1 - bits)) & ((1 << bits) - 1)
    if signed:
        stored = np.where(stored >= 1 << (bits - 1), stored - (1 << bits), stored)
    slope, intercept = float(source.RescaleSlope), float(source.RescaleIntercept)
    hu = stored * slope + intercept
    padded = _padding(source, bool(signed))
    if padded is not None:
        hu = np.where((stored >= padded[0]) & (stored <= padded[1]), np.minimum(hu, _AIR_HU), hu)
    if not (slope.is_integer() and intercept.is_integer()):
        hu = hu.astype(np.float32).astype(np.float64)
    return np.asarray(hu, np.float64)


def _cells(source: Any) -> NDArray[Any]:
    rows, columns = int(source.Rows), int(source.Columns)
    syntax = source.file_meta.get("TransferSyntaxUID", "1.2.840.10008.1.2")
    if getattr(syntax, "is_encapsulated", False):
        from pydicom.pixels.decoders.base import get_decoder

        array, _ = get_decoder(syntax).as_array(source, index=0, raw=True)
        return np.ascontiguousarray(array).view(np.uint16).reshape(rows, columns)
    order = ">u2" if syntax == ExplicitVRBigEndian else "<u2"
    assert syntax != DeflatedExplicitVRLittleEndian or source.PixelData  # pydicom has inflated it
    return np.frombuffer(source.PixelData, order, rows * columns).reshape(rows, columns)


def _padding(source: Any, signed: bool) -> tuple[int, int] | None:
    ends = []
    for keyword in ("PixelPaddingValue", "PixelPaddingRangeLimit"):
        value = source.get(keyword)
        if value is None or value == "" or source[keyword].VR == "SQ":
            if keyword == "PixelPaddingValue":
                return None
            continue
        cell = int(value[0] if hasattr(value, "__len__") else value) & 0xFFFF
        ends.append(cell - 0x10000 if signed and cell > 0x7FFF else cell)
    return min(ends), max(ends)
