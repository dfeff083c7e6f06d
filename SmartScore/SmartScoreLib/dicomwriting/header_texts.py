"""The texts of a source header as they are meant, whatever it declares; its sequences too."""

from typing import Any

from pydicom.dataelem import DataElement, RawDataElement, convert_raw_data_element
from pydicom.dataset import Dataset
from pydicom.multival import MultiValue
from pydicom.valuerep import VR, PersonName

from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.headers.character_set import (
    declared_sets,
    is_plain,
    is_text,
    read_text,
    remarks_on_sets,
    valid_sets,
    value_representation,
    values_of,
)

_CHARACTER_SET = 0x00080005


class HeaderTexts:
    """Converts elements of one header without touching it, and keeps by which sets its texts had to be read."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self.declared = declared_sets(dataset)
        """The values of Specific Character Set, as they stand there."""
        self._read_by: dict[tuple[str, ...], set[str]] = {self.declared: set()}
        """By what a data set declares, its own or that of an item."""

    @property
    def sets(self) -> list[str]:
        """What the header declares, as defined terms; [] for the default repertoire."""
        return list(valid_sets(self.declared))

    def remarks(self, file: str) -> list[Remark]:
        """What is to be said of the character sets of the elements that were asked for so far."""
        return [
            said for declared, read_by in self._read_by.items() for said in remarks_on_sets(declared, read_by, file)
        ]

    def element(self, tag: int) -> DataElement:
        """An element of the header; bytes that are what is declared stay as they are."""
        return self._converted(self._dataset, tag, self.declared)

    def _converted(self, dataset: Dataset, tag: int, declared: tuple[str, ...]) -> DataElement:
        raw: Any = dataset.get_item(tag)
        if not isinstance(raw, RawDataElement):
            return self._of_items(raw, declared)
        vr = value_representation(raw)
        if not is_text(vr) and vr != VR.SQ:
            return dataset[tag]
        # Not by the data set, which would keep what it takes the text for.
        element = convert_raw_data_element(raw, encoding=_encodings(dataset), ds=dataset)
        if isinstance(raw.value, bytes) and is_text(vr) and not is_plain(raw.value):
            return self._as_meant(element, raw.value, declared)
        return self._of_items(element, declared)

    def _as_meant(self, element: DataElement, value: bytes, declared: tuple[str, ...]) -> DataElement:
        text, read_by = read_text(value, declared, element.VR)
        if read_by:
            self._read_by.setdefault(declared, set()).add(read_by)
        values: list[Any] = values_of(text, element.VR)
        if element.VR == VR.PN:
            values = [PersonName(one) for one in values]
        meant = DataElement(element.tag, element.VR, values if len(values) > 1 else values[0])
        # An equal name of pydicom's keeps its bytes.
        return element if meant.value == element.value else meant

    def _of_items(self, element: DataElement, declared: tuple[str, ...]) -> DataElement:
        if element.VR != VR.SQ:
            return element
        items = []
        for item in element.value or []:
            own = declared_sets(item) or declared
            copy = Dataset()
            for tag in item.keys():  # noqa: SIM118 - iterating a Dataset would convert every element
                # The data set that is written declares for its items too.
                if tag == _CHARACTER_SET:
                    continue
                try:
                    copy[tag] = self._converted(item, tag, own)
                except Exception:  # bytes that are not what they claim to be may raise anything; they stay as they are
                    copy[tag] = item.get_item(tag)
            if own != declared:
                self._read_by.setdefault(own, set())
            items.append(copy)
        return DataElement(element.tag, VR.SQ, items)


def _encodings(dataset: Dataset) -> Any:
    """What pydicom reads the data set by."""
    found = dataset.original_character_set
    return list(found) if isinstance(found, (list, MultiValue)) else found
