"""Stored values -> Hounsfield units, slice by slice, in place.

Sources: DICOM PS3.5 8.1.1 (Bits Stored, High Bit, Pixel Representation), PS3.3 C.7.6.3, C.11.1 (rescale) and
C.7.5.1.1.2 (Pixel Padding Value).
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.headers.attributes import number_or_none, numbers, title

AIR_HU = -1024
_INT16 = np.iinfo(np.int16)


@dataclass(frozen=True)
class StoredFormat:
    """How the pixels of one image are stored and what they mean.

    Attributes:
        bits: Bits Stored; `high_bit` is where the highest of them lies in the 16-bit cell.
        signed: Pixel Representation 1.
        slope: Rescale Slope, `intercept` Rescale Intercept: HU = stored * slope + intercept.
        padding: lowest and highest stored value that stands for "no pixel", or None.
    """

    bits: int
    high_bit: int
    signed: bool
    slope: float
    intercept: float
    padding: tuple[int, int] | None

    @property
    def lowest(self) -> int:
        """Lowest possible stored value."""
        return -(1 << (self.bits - 1)) if self.signed else 0

    @property
    def highest(self) -> int:
        """Highest possible stored value."""
        return self.lowest + (1 << self.bits) - 1

    @property
    def whole(self) -> bool:
        """Whether whole stored values give whole Hounsfield units."""
        return self.slope.is_integer() and self.intercept.is_integer()


def stored_format(dataset: Dataset) -> StoredFormat:
    """The format of an image that `faults.image_faults` found fit.

    Raises:
        InputRefused: an attribute is missing or not valid.
    """
    values = {
        keyword: number_or_none(dataset, keyword)
        for keyword in ("BitsStored", "HighBit", "PixelRepresentation", "RescaleSlope", "RescaleIntercept")
    }
    lacking = tuple(title(keyword) for keyword, value in values.items() if value is None)
    if lacking:
        raise InputRefused(remark("series.pixel_format", attributes=lacking))
    bits, high_bit, signed, slope, intercept = (value or 0.0 for value in values.values())
    padding = _padding(dataset, bool(signed))
    return StoredFormat(int(bits), int(high_bit), bool(signed), slope, intercept, padding)


def unpack(cells: NDArray[np.uint16], stored: StoredFormat) -> NDArray[np.uint16] | NDArray[np.int16]:
    """Turn 16-bit cells in native byte order into stored values, in place; the result is a view of the same memory.

    Bits above High Bit (overlays of old files) and below are dropped, negative values get their sign.
    """
    if stored.signed:
        values = cells.view(np.int16)
        if stored.bits < 16:
            np.left_shift(values, 15 - stored.high_bit, out=values)
            np.right_shift(values, 16 - stored.bits, out=values)
        return values
    below = stored.high_bit + 1 - stored.bits
    if below:
        np.right_shift(cells, below, out=cells)
    if stored.bits < 16:
        np.bitwise_and(cells, np.uint16((1 << stored.bits) - 1), out=cells)
    return cells


def rescale_whole(values: NDArray[np.uint16] | NDArray[np.int16], stored: StoredFormat) -> bool:
    """Turn stored values into int16 Hounsfield units in the same memory; False, values spoilt, if they do not fit."""
    slope, intercept = int(stored.slope), int(stored.intercept)
    padded = _padded(values, stored)
    if not _fits(stored.lowest, stored.highest, slope, intercept):
        image = values if padded is None else values[~padded]
        if image.size and not _fits(int(image.min()), int(image.max()), slope, intercept):
            return False
    # Arithmetic modulo 2^16 is exact because the results fit; what becomes of padding does not matter.
    cells = values.view(np.uint16)
    if slope != 1:
        np.multiply(cells, np.uint16(slope % 65536), out=cells)
    if intercept:
        np.add(cells, np.uint16(intercept % 65536), out=cells)
    if padded is not None:
        cells.view(np.int16)[padded] = AIR_HU
    return True


def rescale_fractional(
    values: NDArray[np.uint16] | NDArray[np.int16], stored: StoredFormat, out: NDArray[np.float32]
) -> None:
    """Write float32 Hounsfield units; computed in float64, so that 11540 * 0.1 - 1024 is 130 and not just below."""
    padded = _padded(values, stored)
    exact = values.astype(np.float64)
    exact *= stored.slope
    exact += stored.intercept
    out[...] = exact
    if padded is not None:
        out[padded] = AIR_HU


def _fits(low: int, high: int, slope: int, intercept: int) -> bool:
    return low * slope + intercept >= _INT16.min and high * slope + intercept <= _INT16.max


def _padding(dataset: Dataset, signed: bool) -> tuple[int, int] | None:
    """Pixel Padding Value, to Pixel Padding Range Limit if given, as stored values."""
    ends = []
    for keyword in ("PixelPaddingValue", "PixelPaddingRangeLimit"):
        try:
            found = numbers(dataset, keyword)
        except ValueError:
            found = ()
        if found:
            # US or SS: writers often choose the wrong one, so only the 16 bits count.
            cell = int(found[0]) & 0xFFFF
            ends.append(cell - 0x10000 if signed and cell > 0x7FFF else cell)
        elif keyword == "PixelPaddingValue":
            return None
    return min(ends), max(ends)


def _padded(values: NDArray[Any], stored: StoredFormat) -> NDArray[np.bool_] | None:
    """Where padding lies that must become air; None if there is none.

    Padding of -1024 HU or lower already is air and stays what the scanner wrote.
    """
    if stored.padding is None:
        return None
    low, high = max(stored.padding[0], stored.lowest), min(stored.padding[1], stored.highest)
    if low > high:
        return None
    darkest = low * stored.slope + stored.intercept
    if high * stored.slope + stored.intercept <= AIR_HU and darkest >= _INT16.min:
        return None
    padded: NDArray[np.bool_] = values == low if low == high else (values >= low) & (values <= high)
    return padded if padded.any() else None
