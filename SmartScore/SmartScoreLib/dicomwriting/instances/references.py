"""How an instance refers to the images it was made of: only images with valid UIDs can be referred to."""

from collections.abc import Sequence

from pydicom.dataset import Dataset

from SmartScoreLib.dicomwriting.generated import is_named
from SmartScoreLib.dicomwriting.source import SourceImage
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.uids import is_valid_uid


def refuse_unnamed(sources: Sequence[SourceImage]) -> None:
    """Stop where marks could not refer to the images that they lie on.

    Raises:
        InputRefused: images, or their series, have no valid UID.
    """
    unnamed = sum(not is_named(one) or not is_valid_uid(one.text("SeriesInstanceUID")) for one in sources)
    if unnamed:
        raise InputRefused(remark("dicomwriting.unnamed_reading", images=unnamed))


def reference(sop_class_uid: str, sop_instance_uid: str) -> Dataset:
    """One item that names an instance."""
    item = Dataset()
    item.ReferencedSOPClassUID, item.ReferencedSOPInstanceUID = sop_class_uid, sop_instance_uid
    return item


def image_reference(source: SourceImage) -> Dataset:
    """One item that names a source image."""
    return reference(source.text("SOPClassUID"), source.text("SOPInstanceUID"))


def series_reference(series_instance_uid: str, instances: Sequence[Dataset], keyword: str) -> Dataset:
    """One item that names a series and instances of it, in the sequence of this keyword."""
    item = Dataset()
    item.SeriesInstanceUID = series_instance_uid
    setattr(item, keyword, list(instances))
    return item
