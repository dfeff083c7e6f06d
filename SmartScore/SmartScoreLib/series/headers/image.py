"""One DICOM file: its header without the pixels, and where the pixels are."""

import os
import struct
import warnings
import zlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, cast

from pydicom import dcmread
from pydicom.dataset import FileDataset
from pydicom.uid import UID

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.headers.attributes import text, title
from SmartScoreLib.series.headers.place import known_place
from SmartScoreLib.series.headers.plane import Plane, plane_of
from SmartScoreLib.series.model import PixelLocation

CT_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.2"
DEFLATED = "1.2.840.10008.1.2.1.99"
_DIRECTORY_STORAGE = "1.2.840.10008.1.3.10"
_IMPLICIT, _EXPLICIT = "1.2.840.10008.1.2", "1.2.840.10008.1.2.1"
_UNDEFINED_LENGTH = 0xFFFFFFFF


@dataclass(frozen=True)
class Image:
    """One DICOM object as found.

    Attributes:
        path: its file, as the user named it or its folder.
        dataset: every element before Pixel Data, as read.
        sop_class_uid: from the header, or from the file meta information if the header lacks it.
        pixels: where the pixels are, or None if it has none.
    """

    path: Path
    dataset: FileDataset = field(repr=False)
    sop_class_uid: str
    pixels: PixelLocation | None

    @cached_property
    def plane(self) -> Plane | None:
        """Where its pixels lie in the patient, or None if one of its attributes is missing or not valid."""
        return self._plane[0]

    @cached_property
    def plane_faults(self) -> dict[str, str]:
        """What is wrong with the attributes of the plane: keyword -> code of the remark, "" if the value is absent."""
        return self._plane[1]

    @cached_property
    def _plane(self) -> tuple[Plane | None, dict[str, str]]:
        return plane_of(self.dataset)

    @cached_property
    def is_localizer(self) -> bool:
        """Whether it is a scout view: Image Type value 3 (PS3.3 C.8.2.1.1.1)."""
        values = text(self.dataset, "ImageType").upper().split("\\")
        return any(value.strip() in ("LOCALIZER", "SCOUT") for value in values)

    @property
    def without_meta(self) -> bool:
        """Whether its file has neither preamble nor file meta information."""
        return self.dataset.preamble is None

    @cached_property
    def transfer_syntax(self) -> str:
        """Transfer Syntax UID, "" if missing."""
        return text(self.dataset.file_meta, "TransferSyntaxUID")


class NotAnImage(InputRefused):
    """A DICOM file that cannot be an image, or is damaged."""


class MediumDirectory(NotAnImage):
    """A DICOMDIR, under whatever name: normal beside images, useless without them."""


def read_image(file: BinaryIO, path: Path) -> Image:
    """Read the header of an open file that is DICOM, with or without preamble and file meta information.

    Raises:
        MediumDirectory: a DICOMDIR.
        NotAnImage: damaged, or without SOP Class.
        OSError: the file cannot be read.
    """
    dataset, pixels = _read_header(file, path)
    if not len(dataset):
        raise NotAnImage(remark("series.only_beginning", file=str(known_place(path))))
    sop_class = text(dataset, "SOPClassUID") or text(dataset.file_meta, "MediaStorageSOPClassUID")
    if sop_class == _DIRECTORY_STORAGE or "DirectoryRecordSequence" in dataset:
        raise MediumDirectory(remark("series.directory", file=str(known_place(path))))
    if not sop_class:
        raise NotAnImage(remark("series.no_sop_class", file=str(known_place(path)), attribute=title("SOPClassUID")))
    return Image(path, dataset, sop_class, pixels)


def _read_header(file: BinaryIO, path: Path) -> tuple[FileDataset, PixelLocation | None]:
    status = os.fstat(file.fileno())
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of character sets that nobody knows: they are read as they are meant
            dataset = dcmread(file, stop_before_pixels=True, force=True)
    except (OSError, KeyboardInterrupt, MemoryError):
        raise
    except Exception as error:  # pydicom raises whatever a damaged byte leads it to
        code = "series.damaged_deflated" if isinstance(error, zlib.error) else "series.damaged_header"
        raise NotAnImage(remark(code, file=str(known_place(path)))) from error
    # A deflated file was inflated into a buffer of pydicom's, where parsing stopped at Pixel Data as well.
    inflated = cast(BinaryIO | None, dataset.buffer)
    dataset.buffer = None
    stream, size = (file, status.st_size) if inflated is None else (inflated, _size(inflated))
    place = _pixel_data_element(stream)
    if place is None:
        _check_whole(dataset, path)
        return dataset, None
    length, little_endian = place
    start = stream.tell()
    encapsulated = length == _UNDEFINED_LENGTH
    if not encapsulated:
        _name_encoding(dataset)
    available = _walk_fragments(stream, size) if encapsulated else max(0, min(length, size - start))
    return dataset, PixelLocation(
        length=None if encapsulated else length,
        available=available,
        offset=start if inflated is None and not encapsulated else None,
        little_endian=little_endian,
        file_size=status.st_size,
        modified_ns=status.st_mtime_ns,
    )


def _name_encoding(dataset: FileDataset) -> None:
    """Write down the transfer syntax of a file without file meta information; its bytes show which one it is.

    Compressed pixels need the name of their compression, so such a file stays without.
    """
    if dataset.preamble is None and not text(dataset.file_meta, "TransferSyntaxUID"):
        implicit, little = dataset.original_encoding
        if little:
            dataset.file_meta.TransferSyntaxUID = UID(_IMPLICIT if implicit else _EXPLICIT)


def _pixel_data_element(stream: BinaryIO) -> tuple[int, bool] | None:
    """Read tag, VR and length of Pixel Data at the stream's place: (length, little endian), or None if it is not it."""
    start = stream.read(8)
    if len(start) < 8 or start[:4] not in (b"\xe0\x7f\x10\x00", b"\x7f\xe0\x00\x10"):
        return None
    little = start[:4] == b"\xe0\x7f\x10\x00"
    order = "<" if little else ">"
    # As little endian numbers these letters are odd, which no length is, so they cannot be an implicit VR length.
    if start[4:6] not in (b"OW", b"OB", b"UN"):
        return (struct.unpack(f"{order}L", start[4:])[0], little) if little else None
    more = stream.read(4)
    return (struct.unpack(f"{order}L", more)[0], little) if len(more) == 4 else None


def _walk_fragments(stream: BinaryIO, size: int) -> int:
    """Bytes of encapsulated Pixel Data up to its delimiter (PS3.5 A.4); 0 if the file ends before it."""
    start = position = stream.tell()
    while len(item := stream.read(8)) == 8:
        tag, length = item[:4], struct.unpack("<L", item[4:])[0]
        if tag == b"\xfe\xff\xdd\xe0":
            return position - start
        position += 8 + length
        if tag != b"\xfe\xff\x00\xe0" or position > size:
            return 0
        stream.seek(position)
    return 0


def _check_whole(dataset: FileDataset, path: Path) -> None:
    """A header without Pixel Data may be an object that has none, or a file that ends in the middle of an element."""
    last = max(dataset.keys(), default=None)
    element = None if last is None else dataset.get_item(last, keep_deferred=True)
    value, length = getattr(element, "value", None), getattr(element, "length", 0)
    if isinstance(value, bytes) and length != _UNDEFINED_LENGTH and len(value) < length:
        raise NotAnImage(remark("series.header_cut_off", file=str(known_place(path))))


def _size(stream: BinaryIO) -> int:
    place = stream.tell()
    stream.seek(0, os.SEEK_END)
    size = stream.tell()
    stream.seek(place)
    return size
