"""What the writers take from a source image: valid elements by table row, and the stored pixel values."""

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from math import inf
from pathlib import Path
from typing import Any

import numpy as np
from pydicom import config, dcmread
from pydicom.dataelem import DataElement, RawDataElement
from pydicom.dataset import Dataset
from pydicom.filewriter import correct_ambiguous_vr_element
from pydicom.pixels.utils import pixel_array
from pydicom.uid import UID
from pydicom.valuerep import AMBIGUOUS_VR, VR

from SmartScoreLib.conformance.table import Row
from SmartScoreLib.dicomwriting.header_texts import HeaderTexts
from SmartScoreLib.dicomwriting.repairs.elements import Change, Surroundings, as_stored, settled
from SmartScoreLib.dicomwriting.repairs.meaning import seconds
from SmartScoreLib.dicomwriting.repairs.moments import date_string
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import ExportFailed
from SmartScoreLib.series.headers.attributes import number_or_none, tag_of
from SmartScoreLib.series.headers.character_set import value_representation
from SmartScoreLib.series.headers.place import known_place

_PIXEL_DATA = 0x7FE00010
_IN_ASCII = {VR.CS, VR.DA, VR.SH, VR.TM, VR.UI}
"""What these hold can be told from the bytes."""

_THE_SAME = (
    "StudyInstanceUID", "SeriesInstanceUID", "PatientID", "PatientName", "PatientBirthDate",
    "ImagePositionPatient", "ImageOrientationPatient", "PixelSpacing", "RescaleSlope", "RescaleIntercept",
)  # fmt: skip
"""What a file that is read again must still say: whose it is, where it lies, what its values mean."""

_SIGNED: dict[float | None, bool] = {0: False, 1: True}
"""By Pixel Representation."""

_Read = tuple[DataElement | None, tuple[Change, ...]]
KnownElements = dict[object, dict[tuple[int, str | None, bytes], _Read]]
"""Elements that have been converted, checked and repaired, by what their header says of its values and by their bytes;
and what was done to them.
"""


@contextmanager
def lenient() -> Iterator[None]:
    """pydicom neither warns of values that are not valid nor refuses them: `SourceImage.element` finds them itself."""
    with config.disable_value_validation(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


class SourceImage:
    """One source image. `known` is shared by the images of a series: most of their values are the same bytes."""

    def __init__(self, dataset: Dataset, path: Path, known: KnownElements | None = None) -> None:
        self.dataset = dataset
        self.path = path
        self.changes: dict[str, tuple[Change, ...]] = {}
        """Keyword of each element that was asked for and may not stand as it is, and what was done to it."""
        self.known: KnownElements = {} if known is None else known
        self.texts = HeaderTexts(dataset)
        self._blocks = _private_blocks(dataset)
        signed = _SIGNED.get(number_or_none(dataset, "PixelRepresentation"))
        self._around = Surroundings(self.texts.declared, dataset.original_encoding[1] is not False, signed)
        self._alike = self.known.setdefault((self._around, dataset.original_encoding), {})
        self._elements: dict[int, _Read] = {}
        self._texts: dict[str, str] = {}

    def element(self, row: Row) -> DataElement | None:
        """The element that a row of a standard attribute names; None if the image lacks it or has no valid value for it
        (see `changes`).

        To be called within `lenient`.
        """
        tag = row.number
        if tag is None:
            return None
        if tag == _PIXEL_DATA:
            return DataElement(_PIXEL_DATA, "OW", self.stored_values()) if tag in self.dataset else None
        element, changes = self._elements.get(tag) or self._element(tag)
        if changes:
            self.changes[row.keyword] = changes
        return element

    def private_elements(self, row: Row) -> list[DataElement]:
        """The elements that a row of a private attribute names, as they are: one in each block of its creator.

        To be called within `lenient`.
        """
        group = int(row.tag[:4], 16)
        found = []
        for block in (block for creator in row.creators for block in self._blocks.get((group, creator), ())):
            own = row.tag[5:7] == "00"
            tag = group << 16 | (block if own else block << 8 | int(row.tag[7:], 16))
            if tag in self.dataset:
                found.append(self._stored(tag))
        return [element for element in found if not element.is_empty]

    def valid(self, keyword: str) -> DataElement:
        """An attribute that every image of a volume has, as it may stand in a file.

        Raises:
            KeyError: the image lacks it, or its value is not valid.
        """
        element = self._element(tag_of(keyword))[0]
        if element is None:
            raise KeyError(keyword)
        return element

    def has(self, row: Row) -> bool:
        """Whether the image has the attribute, even with zero length."""
        return row.number is not None and row.number in self.dataset

    def text(self, keyword: str) -> str:
        """A value as text, "" if missing; for sorting and for messages, not for writing."""
        if keyword not in self._texts:
            self._texts[keyword] = _text(self.dataset, keyword)
        return self._texts[keyword]

    def stored_values(self) -> bytes:
        """Pixel Data as explicit little endian stores them: row by row, the values exactly as in the source.

        Uncompressed little endian gives the very bytes of the file; big endian is turned, a lossless compression
        undone.

        Raises:
            ExportFailed: too short, or no decoder can read it.
        """
        try:
            syntax = UID(self.dataset.file_meta.TransferSyntaxUID)
            pixels = int(self.dataset.Rows) * int(self.dataset.Columns) * int(self.dataset.SamplesPerPixel)
            size = pixels * int(self.dataset.BitsAllocated) // 8
            if syntax.is_compressed and syntax.is_encapsulated:
                values = pixel_array(self.dataset, raw=True)
                stored = values.astype(values.dtype.newbyteorder("<")).tobytes()
            else:
                stored = self.dataset[_PIXEL_DATA].value
                if not syntax.is_little_endian and self.dataset.BitsAllocated == 16:
                    stored = np.frombuffer(stored, ">u2").astype("<u2").tobytes()
        except OSError:
            raise
        except Exception as error:  # a decoder may raise anything
            reason = " ".join(str(error).split()).rstrip(".")
            raise ExportFailed(
                remark("dicomwriting.pixels_unreadable", file=str(known_place(self.path)), reason=reason)
            ) from error
        if len(stored) < size:
            raise ExportFailed(
                remark("dicomwriting.pixels_size", file=str(known_place(self.path)), found=len(stored), needed=size)
            )
        return stored[:size]

    def _element(self, tag: int) -> _Read:
        """An element as it may stand in a file, None if there is none or nothing is left of it; and what was done."""
        if tag not in self._elements:
            self._elements[tag] = self._read(tag)
        return self._elements[tag]

    def _read(self, tag: int) -> _Read:
        raw: object = self.dataset.get_item(tag, keep_deferred=True)
        if raw is None:
            return None, ()
        key = None
        if isinstance(raw, RawDataElement) and raw.VR not in AMBIGUOUS_VR and isinstance(raw.value, bytes):
            # implicit VR: the VR comes from the tag, ambiguous ones from other elements as well
            key = None if raw.VR is None and tag >> 16 == 0x28 else (tag, raw.VR, raw.value)
            if key in self._alike:
                return self._alike[key]
        element, changes = settled(self._converted(tag), self._around)
        result = None if element is None or element.is_empty else element, changes
        if key is not None:
            self._alike[key] = result
        return result

    def _stored(self, tag: int) -> DataElement:
        return as_stored(self._converted(tag))

    def _converted(self, tag: int) -> DataElement | RawDataElement:
        """The element as explicit little endian has it; raw where its value is none of its VR."""
        try:
            found = self.texts.element(tag)
            with suppress(Exception):  # of an item: its own elements are looked at one by one
                correct_ambiguous_vr_element(found, self.dataset, self._around.little_endian)
            return found if self._around.little_endian else _with_words_turned(found)
        except Exception:  # bytes that are not what they claim to be may raise anything
            return self.dataset.get_item(tag, keep_deferred=True)


def read_again(image: SourceImage) -> SourceImage:
    """Read the file of a source image again, for its pixels.

    Raises:
        ExportFailed: the file is gone, cannot be read, or holds another image than when the series was read.
    """
    path = image.path
    try:
        with lenient():
            again = SourceImage(dcmread(path), path, image.known)
    except FileNotFoundError as error:
        raise ExportFailed(remark("dicomwriting.source_gone", file=str(known_place(path)))) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportFailed(
            remark("dicomwriting.source_unreadable", file=str(known_place(path)), reason=reason)
        ) from error
    except Exception as error:  # a damaged file may raise anything
        raise ExportFailed(remark("dicomwriting.source_damaged", file=str(known_place(path)))) from error
    if again.text("SOPInstanceUID") != image.text("SOPInstanceUID") or _tells_otherwise(again.dataset, image.dataset):
        raise ExportFailed(remark("dicomwriting.source_changed", file=str(known_place(path))))
    return again


def _tells_otherwise(again: Dataset, before: Dataset) -> bool:
    """Whether bytes of `_THE_SAME` differ; asked for as values, elements would be known by their bytes no longer."""
    for tag in map(tag_of, _THE_SAME):
        now, then = (one.get_item(tag, keep_deferred=True) if tag in one else None for one in (again, before))
        as_read = all(one is None or isinstance(one, RawDataElement) for one in (now, then))
        if as_read and (now and now.value) != (then and then.value):
            return True
    return False


def _text(dataset: Dataset, keyword: str) -> str:
    raw: Any = dataset.get_item(tag_of(keyword), keep_deferred=True)
    plain = isinstance(raw, RawDataElement) and raw.value and raw.value.isascii()
    # Escape sequences name another character set; a backslash parts values.
    if plain and not {0x1B, 0x5C} & set(raw.value) and value_representation(raw) in _IN_ASCII:
        # A data set would keep what it is asked for, and the element be known by its bytes no longer.
        return str(raw.value, "ascii").rstrip(" \0")
    with config.disable_value_validation():
        try:
            return str(dataset.get(keyword, "") or "")
        except Exception:  # bytes that are not what they claim to be may raise anything; `element` tells
            return ""


def first_acquired(images: Sequence[SourceImage]) -> int:
    """Index of the image with the earliest Acquisition Date and Time; the first of those that tie."""

    def moment(i: int) -> tuple[str, float]:
        day, time = date_string(images[i].text("AcquisitionDate")), seconds(images[i].text("AcquisitionTime"))
        return day or "~", inf if time is None else time

    return min(range(len(images)), key=moment)


def _with_words_turned(element: DataElement) -> DataElement:
    """A copy whose words (OW, as of lookup tables) are little endian; pydicom hands them over as they are stored."""
    if element.VR == VR.SQ:
        items = []
        for item in element.value:
            turned = Dataset()
            for inner in item:
                turned[inner.tag] = _with_words_turned(inner)
            items.append(turned)
        return DataElement(element.tag, element.VR, items)
    if element.VR == VR.OW and element.value:
        return DataElement(element.tag, element.VR, np.frombuffer(element.value, ">u2").astype("<u2").tobytes())
    return element


def _private_blocks(dataset: Dataset) -> dict[tuple[int, str], list[int]]:
    """Blocks by group and creator: a creator may reserve several (PS3.5 7.8.1)."""
    blocks: dict[tuple[int, str], list[int]] = {}
    for tag in dataset.keys():  # noqa: SIM118 - iterating a Dataset would convert every element
        if tag.group % 2 and 0x10 <= tag.element <= 0xFF:
            value = dataset.get_item(tag).value
            name = value.decode("ascii", "replace") if isinstance(value, bytes) else str(value)
            blocks.setdefault((tag.group, name.strip(" \0")), []).append(tag.element)
    return blocks
