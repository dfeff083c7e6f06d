"""Pixels that cannot be read as they lie in the file: deflated, or compressed without loss."""

import warnings
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.headers.image import DEFLATED
from SmartScoreLib.series.headers.place import known_place

# JPEG lossless, which SimpleITK decodes where pydicom has no decoder for it, as in Slicer.
BY_SIMPLEITK = frozenset(["1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70"])
# All that a decoder needs to know of an image.
_IMAGE_PIXEL = (
    "SOPClassUID",
    "SOPInstanceUID",
    "SamplesPerPixel",
    "PhotometricInterpretation",
    "Rows",
    "Columns",
    "BitsAllocated",
    "BitsStored",
    "HighBit",
    "PixelRepresentation",
    "PixelData",
)


def decoded_cells(path: Path, transfer_syntax: str, shape: tuple[int, ...], frame: int = 0) -> NDArray[np.uint16]:
    """The 16-bit cells (rows, columns) of one image, decoded on its own so that memory stays bounded.

    Raises:
        InputRefused: the pixels are damaged, or decode to something else than the header says.
        OSError: the file cannot be read.
    """
    from pydicom import dcmread

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            dataset = dcmread(path)
            cells = _cells_of(dataset, transfer_syntax, frame, shape[0] * shape[1])
    except (OSError, MemoryError):
        raise
    except Exception as error:  # decoders raise whatever a damaged byte leads them to
        raise InputRefused(remark("series.undecodable", file=str(known_place(path)))) from error
    if cells.size != shape[0] * shape[1]:
        raise InputRefused(remark("series.decoded_size", file=str(known_place(path)), rows=shape[0], columns=shape[1]))
    return cells.reshape(shape)


def _cells_of(dataset: Any, transfer_syntax: str, frame: int, size: int) -> NDArray[np.uint16]:
    if transfer_syntax != DEFLATED:
        return _decompressed(dataset, transfer_syntax, frame)
    cells = np.frombuffer(dataset["PixelData"].value, "<u2").astype(np.uint16, copy=False)
    return cells[frame * size : (frame + 1) * size] if "NumberOfFrames" in dataset else cells


def _decompressed(dataset: Any, transfer_syntax: str, frame: int) -> NDArray[np.uint16]:
    from pydicom.pixels.decoders.base import get_decoder

    decoder = get_decoder(transfer_syntax)
    if not decoder.is_available and transfer_syntax in BY_SIMPLEITK and not frame:
        return _by_simpleitk(dataset)
    array, _ = decoder.as_array(dataset, index=frame, raw=True)
    if array.ndim != 2 or array.dtype.itemsize != 2:
        raise ValueError("not 16-bit gray")
    cells: NDArray[np.uint16] = np.ascontiguousarray(array).view(np.uint16)
    return cells


def _by_simpleitk(dataset: Any) -> NDArray[np.uint16]:
    """Stored values of one image: SimpleITK would rescale, so it is given a copy without anything to rescale by."""
    import SimpleITK
    from pydicom.dataset import Dataset

    bare = Dataset()
    bare.file_meta = dataset.file_meta
    for keyword in _IMAGE_PIXEL:
        bare[keyword] = dataset[keyword]
    with TemporaryDirectory() as folder:
        file = Path(folder, "image.dcm")
        bare.save_as(file, enforce_file_format=True)
        array = SimpleITK.GetArrayFromImage(SimpleITK.ReadImage(str(file), imageIO="GDCMImageIO"))
    cells: NDArray[np.uint16] = (array.astype(np.int64) & 0xFFFF).astype(np.uint16)
    return cells
