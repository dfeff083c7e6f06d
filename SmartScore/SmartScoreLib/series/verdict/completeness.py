"""Whether something that lies beside a volume may be a lost part of it.

A slice whose file is damaged at the end of a stack leaves no gap, so that the rest looks whole; its calcium would be
missing from the score without a word. These rules find what was left over.
"""

from pathlib import Path

import numpy as np

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.headers.attributes import text
from SmartScoreLib.series.headers.image import CT_IMAGE_STORAGE, Image
from SmartScoreLib.series.headers.scanning import Scan
from SmartScoreLib.series.stacks.grouping import Group
from SmartScoreLib.series.stacks.stack import SAME_PLACE_MM, positions_along_normal

_PARALLEL = 0.999
# What an image whose Series Instance UID was damaged still has in common with its series.
_ALIKE = ("StudyInstanceUID", "FrameOfReferenceUID", "SeriesNumber", "SeriesDescription")


def incompleteness(group: Group, scanned: Scan) -> list[Remark]:
    """A remark about files outside the series that may belong to it: damaged, or with an identifier gone wrong."""
    folders = {image.path.parent for image in group.images}
    lost = [path for path in scanned.damaged if path.parent in folders]
    lost += [image.path for image in scanned.images if _is_stray(image, group, folders)]
    if not lost:
        return []
    if len(lost) == 1:
        return [remark("series.file_outside", file=lost[0].name)]
    return [remark("series.files_outside", files=len(lost), first=lost[0].name)]


def fills_other_places(group: Group, other: Group) -> bool:
    """Whether another volume fills other places of the same stack: continues it or lies between its slices.

    Volumes of one scan (phases, kernels) lie at the same places; parts of one volume at different ones.
    """
    if not group.planes or not other.planes or abs(group.planes[0].normal @ other.planes[0].normal) < _PARALLEL:
        return False
    along = np.sort(positions_along_normal([*group.planes, *other.planes]))
    places = 1 + int((np.diff(along) > SAME_PLACE_MM).sum())
    return places == len(group.planes) + len(other.planes)


def _is_stray(image: Image, group: Group, folders: set[Path]) -> bool:
    own = group.images[0]
    series = text(image.dataset, "SeriesInstanceUID")
    if series == text(own.dataset, "SeriesInstanceUID"):
        return image.sop_class_uid != CT_IMAGE_STORAGE and not _is_other_object(image)
    if image.path.parent not in folders:
        return False
    if image.sop_class_uid != CT_IMAGE_STORAGE:
        stated = text(image.dataset.file_meta, "MediaStorageSOPClassUID")
        return not series or stated == CT_IMAGE_STORAGE
    if image.is_localizer:
        return False
    if not series:
        return True
    alike = all(text(image.dataset, keyword) == text(own.dataset, keyword) for keyword in _ALIKE)
    if not alike or not text(own.dataset, "SeriesNumber"):
        return False
    return image.plane is None or fills_other_places(group, Group((image,), (image.plane,)))


def _is_other_object(image: Image) -> bool:
    """Whether it is what its SOP Class says, as a dose report or screen save under the series' UID, and no CT image."""
    # Only what shares a UID with CT images needs these names, and importing them takes time.
    from pydicom.uid import UID

    stated = text(image.dataset.file_meta, "MediaStorageSOPClassUID")
    known = UID(image.sop_class_uid).name.endswith("Storage")
    return known and stated in ("", image.sop_class_uid) and image.plane is None
