"""Enhanced CT: one file with all slices -> one virtual image a frame, with the attributes that a CT image has.

Each frame gets what its functional groups say (PS3.3 C.7.6.16 and C.8.15.3), those of all frames first, its own on top;
Frame Type becomes Image Type. So everything that is asked of a CT image is asked of a frame, too.
"""

from dataclasses import replace
from typing import Any

from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.tag import BaseTag
from pydicom.uid import UID

from SmartScoreLib.series.headers.attributes import number_or_none, tag_of
from SmartScoreLib.series.headers.image import CT_IMAGE_STORAGE, Image
from SmartScoreLib.series.model import PixelLocation

ENHANCED = frozenset(["1.2.840.10008.5.1.4.1.1.2.1", "1.2.840.10008.5.1.4.1.1.2.2"])
_SHARED, _PER_FRAME = "SharedFunctionalGroupsSequence", "PerFrameFunctionalGroupsSequence"
_DROPPED = frozenset(
    tag_of(keyword) for keyword in (_SHARED, _PER_FRAME, "NumberOfFrames", "DimensionIndexSequence", "SOPClassUID")
)
# What an enhanced image calls otherwise.
_RENAMED = {
    tag_of("FrameType"): tag_of("ImageType"),
    tag_of("FrameAcquisitionNumber"): tag_of("AcquisitionNumber"),
}


def frames_of(image: Image) -> list[Image]:
    """The frames of an enhanced CT image, or the image itself if it has no functional groups for each frame."""
    dataset = image.dataset
    count = int(number_or_none(dataset, "NumberOfFrames") or 0)
    try:
        shared, groups = dataset.get(_SHARED) or [], dataset.get(_PER_FRAME) or []
        common = _flat(shared[0]) if len(shared) else {}
        own = [_flat(group) for group in groups]
    except Exception:  # a damaged sequence raises whatever its bytes lead to
        return [image]
    if not count or len(own) != count:
        return [image]
    top = {tag: dataset.get_item(tag, keep_deferred=True) for tag in dataset.keys() if tag not in _DROPPED}  # noqa: SIM118
    return [_frame(image, index, {**top, **common, **values}) for index, values in enumerate(own)]


def _flat(groups: Dataset) -> dict[BaseTag, Any]:
    """The attributes of the one item of each functional group."""
    found: dict[BaseTag, Any] = {}
    for group in groups:
        if group.VR == "SQ" and len(group.value) == 1:
            item = group.value[0]
            for tag in item.keys():  # noqa: SIM118 - iterating a Dataset gives converted elements
                element = item.get_item(tag, keep_deferred=True)
                if tag in _RENAMED:
                    element = DataElement(_RENAMED[tag], item[tag].VR, item[tag].value)
                found[_RENAMED.get(tag, tag)] = element
    return found


def _frame(image: Image, index: int, elements: dict[BaseTag, Any]) -> Image:
    meta = FileMetaDataset()
    meta.update(image.dataset.file_meta)
    frame = FileDataset(None, {}, preamble=b"\0" * 128, file_meta=meta)  # type: ignore[arg-type] # it lies in no file
    for tag, element in sorted(elements.items()):
        frame[tag] = element
    frame.SOPClassUID = UID(CT_IMAGE_STORAGE)
    frame.SOPInstanceUID = UID(f"{image.dataset.get('SOPInstanceUID', '')}.{index + 1}")
    frame.InstanceNumber = index + 1
    return Image(image.path, frame, CT_IMAGE_STORAGE, _place(image, index))


def _place(image: Image, index: int) -> PixelLocation | None:
    place = image.pixels
    if place is None or place.length is None:
        return None if place is None else replace(place, frame=index)
    count = int(number_or_none(image.dataset, "NumberOfFrames") or 1)
    size = place.length // count
    return replace(
        place,
        length=size,
        available=max(0, min(size, place.available - index * size)),
        offset=None if place.offset is None else place.offset + index * size,
        frame=index,
    )
