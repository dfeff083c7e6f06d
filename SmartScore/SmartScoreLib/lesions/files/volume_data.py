"""Voxels of NRRD and MetaImage files, read slice by slice where they are stored plainly or as one compressed stream.

The grid and the fields of the header are ITK's business; only the bytes of the voxels are read here, since ITK holds
a whole mask, and twice where it is compressed. What is stored in another way is left to ITK.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.naming import shown
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused

_HEADER = 1 << 20
_STEP = 1 << 20
_NRRD = {
    "uchar": "u1", "unsigned char": "u1", "uint8": "u1", "uint8_t": "u1", "signed char": "i1", "int8": "i1",
    "int8_t": "i1", "short": "i2", "int16": "i2", "int16_t": "i2", "signed short": "i2", "ushort": "u2",
    "unsigned short": "u2", "uint16": "u2", "uint16_t": "u2", "int": "i4", "signed int": "i4", "int32": "i4",
    "int32_t": "i4", "uint": "u4", "unsigned int": "u4", "uint32": "u4", "uint32_t": "u4", "float": "f4",
    "double": "f8",
}  # fmt: skip
_ENCODINGS = ("raw", "gzip", "gz", "bzip2", "bz2")
_META = {
    "MET_UCHAR": "u1", "MET_CHAR": "i1", "MET_SHORT": "i2", "MET_USHORT": "u2", "MET_INT": "i4", "MET_UINT": "u4",
    "MET_FLOAT": "f4", "MET_DOUBLE": "f8",
}  # fmt: skip


@dataclass(frozen=True)
class VoxelData:
    """Where the voxels of a volume are, and how they are stored.

    Attributes:
        path: the file that holds them.
        start: their first byte.
        dtype: of one number.
        window: for zlib: how they are compressed; None if they are not.
    """

    path: Path
    start: int
    dtype: np.dtype[Any]
    window: int | None

    def planes(self, shape: tuple[int, int, int], numbers: int, name: str) -> Iterator[NDArray[Any]]:
        """Slice after slice as (row, column, number) values.

        Args:
            shape: (slice, row, column) of the volume.
            numbers: a voxel has so many.
            name: of the file, for messages.

        Raises:
            InputRefused: the file ends too soon, or cannot be decompressed.
        """
        size = shape[1] * shape[2] * numbers * self.dtype.itemsize
        kept = bytearray()
        done = 0
        try:
            for piece in self._pieces():
                kept += piece
                if done == shape[0]:
                    kept.clear()  # at its end a compressed stream tells whether it is whole
                while len(kept) >= size and done < shape[0]:
                    plane = np.frombuffer(bytes(kept[:size]), self.dtype)
                    del kept[:size]
                    done += 1
                    yield plane.reshape(shape[1], shape[2], numbers)
        except (OSError, zlib.error) as error:
            fault = getattr(error, "strerror", None) or str(error)
            raise InputRefused(remark("lesions.cannot_read", file=name, fault=fault)) from None
        if done < shape[0]:
            raise InputRefused(remark("lesions.cut_off", file=name))

    def _pieces(self) -> Iterator[bytes]:
        with self.path.open("rb") as file:
            file.seek(self.start)
            if self.window is None:
                while piece := file.read(_STEP):
                    yield piece
                return
            unpack = zlib.decompressobj(self.window)
            while not unpack.eof and (packed := unpack.unconsumed_tail or file.read(_STEP)):
                yield unpack.decompress(packed, _STEP)
            yield unpack.flush()


def voxel_data(path: Path) -> VoxelData | None:
    """How the voxels of a file are stored, or None if ITK must read them.

    Raises:
        InputRefused: they are stored in a way that ITK does not survive, or reads wrongly.
    """
    with path.open("rb") as file:
        start = file.read(_HEADER)
    return _of_nrrd(path, start) if start[:4] == b"NRRD" else _of_meta_image(path, start)


def _of_nrrd(path: Path, start: bytes) -> VoxelData | None:
    end = re.search(rb"\r?\n\r?\n", start)
    if end is None:
        return None
    lines = start[: end.start()].decode("latin-1").splitlines()[1:]
    fields = {
        key.strip().lower(): value.strip() for key, sign, value in (line.partition(": ") for line in lines) if sign
    }
    kinds = fields.get("kinds", "").split()
    if fields.get("encoding", "raw").lower() not in _ENCODINGS:
        # ITK dies of bytes that are no digits.
        raise InputRefused(remark("lesions.cannot_open", file=path.name, fault=f"encoding {shown(fields['encoding'])}"))
    plain = not any(
        key in fields for key in ("data file", "datafile", "line skip", "lineskip", "byte skip", "byteskip")
    )
    # Several numbers a voxel must stand together, else ITK has to bring them there.
    ordered = fields.get("dimension") == "3" or (fields.get("dimension") == "4" and kinds[:1] in (["list"], ["vector"]))
    dtype, window = _NRRD.get(fields.get("type", "").lower()), _window(fields.get("encoding", ""))
    if not plain or not ordered or dtype is None or window == 0:
        return None
    return VoxelData(path, end.end(), _ordered(dtype, fields.get("endian") == "big"), window)


def _ordered(dtype: str, big: bool) -> np.dtype[Any]:
    return np.dtype(dtype).newbyteorder(">" if big else "<")


def _window(encoding: str) -> int | None:
    """For zlib; None for voxels that are not compressed, 0 for what is not read here."""
    return {"raw": None, "gzip": 31, "gz": 31}.get(encoding.lower(), 0)


def _of_meta_image(path: Path, start: bytes) -> VoxelData | None:
    end = re.search(rb"ElementDataFile *= *([^\r\n]*)\r?\n?", start)
    if end is None:
        return None
    pairs = (line.partition("=") for line in start[: end.start()].decode("latin-1").splitlines())
    fields = {key.strip(): value.strip() for key, _, value in pairs}
    name = end[1].decode("latin-1").strip()
    dtype = _META.get(fields.get("ElementType", ""))
    if dtype is None or fields.get("HeaderSize", "0") != "0" or fields.get("NDims") != "3":
        return None
    local = name in ("LOCAL", "Local", "local")
    if not local and (name in ("", ".", "LIST") or "%" in name or "/" in name):
        return None
    data = path if local else path.with_name(name)
    if not data.is_file():
        return None
    big = fields.get("BinaryDataByteOrderMSB", fields.get("ElementByteOrderMSB", "False")).lower() == "true"
    packed = fields.get("CompressedData", "False").lower() == "true"
    if packed and not fields.get("CompressedDataSize", "").isdecimal():
        # Without it ITK reads what happens to lie in memory.
        raise InputRefused(remark("lesions.cannot_open", file=path.name, fault="CompressedDataSize"))
    return VoxelData(data, end.end() if local else 0, _ordered(dtype, big), 47 if packed else None)
