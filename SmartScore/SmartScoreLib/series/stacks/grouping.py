"""Images -> series -> candidates: sets of images that may make one volume.

Images may lie in one 3D model only if they share the frame of reference, geometry, size, pixel size, tilt, study ID,
reconstruction algorithm and patient name (conformance statement 3.4.4.1). What a scanner varies on purpose within a
series (kernel, pixel size, orientation, tilt, phase) gives several candidates; what must never vary (patient, study,
frame of reference) is a reason against all of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.headers.attributes import decoded, number_or_none, text, title
from SmartScoreLib.series.headers.image import CT_IMAGE_STORAGE, Image
from SmartScoreLib.series.headers.person_name import comparable_name
from SmartScoreLib.series.headers.plane import Plane
from SmartScoreLib.series.stacks.split_series import split
from SmartScoreLib.series.stacks.stack import evenly_spaced, positions_along_normal

_SAME_COSINE = 1e-3
# Where the Series Instance UID tells nothing, these must say that images are one series.
_STACKED = (
    "StudyInstanceUID",
    "FrameOfReferenceUID",
    "PatientID",
    "SeriesNumber",
    "SeriesDescription",
    "ConvolutionKernel",
    "ImageType",
    "Rows",
    "Columns",
    "PixelSpacing",
    "KVP",
)
_SHARED = ("PatientName", "PatientID", "StudyInstanceUID", "StudyID", "FrameOfReferenceUID")


@dataclass(frozen=True)
class Group:
    """Images of one candidate.

    Attributes:
        images: its images.
        planes: the plane of each; empty if the images are no CT images, localizers, or have no valid plane.
        words: what tells it from the other groups of its series.
        refusals: what is wrong with its whole series.
        repeated: images left out because another one of the group lies at their position.
    """

    images: tuple[Image, ...]
    planes: tuple[Plane, ...] = ()
    words: tuple[str, ...] = ()
    refusals: tuple[Remark, ...] = ()
    repeated: tuple[Image, ...] = ()


def series_of(images: Sequence[Image]) -> list[tuple[Image, ...]]:
    """Images by Series Instance UID and SOP Class; without a UID, by folder.

    Where every image has a UID of its own, and everything else says that they are one stack, they are one series.
    """
    series: dict[tuple[str, ...], list[Image]] = {}
    for image in images:
        uid = text(image.dataset, "SeriesInstanceUID")
        key: tuple[str, ...] = (uid, image.sop_class_uid)
        if not uid:
            key = ("", str(image.path.parent), image.sop_class_uid)
        series.setdefault(key, []).append(image)
    alone: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for key, members in series.items():
        if len(members) == 1 and key[0] and (alike := _stack_of(members[0])):
            alone.setdefault(alike, []).append(key)
    for keys in alone.values():
        stacked = [series[key][0] for key in keys]
        planes = [image.plane for image in stacked if image.plane is not None]
        if len(keys) > 2 and _one_stack(planes):
            for key in keys:
                del series[key]
            series[keys[0]] = stacked
    return [tuple(members) for members in series.values()]


def uids_differ(images: Sequence[Image]) -> bool:
    """Whether images that `series_of` put together have a Series Instance UID each."""
    return len({text(image.dataset, "SeriesInstanceUID") for image in images}) > 1


def _stack_of(image: Image) -> tuple[str, ...]:
    """What an image must share with others to lie in one stack with them; () if it is not fit for one."""
    if image.sop_class_uid != CT_IMAGE_STORAGE or image.is_localizer or image.plane is None:
        return ()
    values = tuple(text(image.dataset, keyword) for keyword in _STACKED)
    return (str(image.path.parent), *values) if text(image.dataset, "FrameOfReferenceUID") else ()


def _one_stack(planes: Sequence[Plane]) -> bool:
    same = all(_same_orientation(planes[0], plane) for plane in planes)
    return same and evenly_spaced(np.sort(positions_along_normal(planes)))


def groups_of(series: Sequence[Image]) -> list[Group]:
    """Candidates of one series."""
    if series[0].sop_class_uid != CT_IMAGE_STORAGE:
        return [Group(tuple(series))]
    scouts = tuple(image for image in series if image.is_localizer)
    images = tuple(image for image in series if not image.is_localizer)
    groups = [Group(scouts, words=("localizer",) if images else ())] if scouts else []
    if not images:
        return groups
    refusals = tuple(_mixed(images))
    placed = [(image, image.plane) for image in images if image.plane is not None]
    # An image without a valid place belongs to one of the volumes, but nobody knows to which: none is complete.
    lost = tuple(image for image in images if image.plane is None)
    if not placed:
        return [*groups, Group(images, refusals=refusals)]
    for members, planes, words in _by_needs(placed):
        for part in split(members, planes):
            chosen = tuple(members[i] for i in part.indices)
            part_planes = () if lost else tuple(planes[i] for i in part.indices)
            repeated = tuple(members[i] for i in part.repeated)
            groups.append(Group((*chosen, *lost), part_planes, (*words, *part.words), refusals, repeated))
    return groups


def _mixed(images: Sequence[Image]) -> list[Remark]:
    """Refusals of a series whose images do not share what a series must share."""
    refusals = []
    for keyword in _SHARED:
        first: dict[str, Image] = {}
        for image in images:
            if keyword == "PatientName":
                value = comparable_name(decoded(image.dataset, keyword))
            else:
                value = text(image.dataset, keyword)
            first.setdefault(value, image)
        # A missing UID is a fault of its own image; a missing name beside a name is a mixture.
        present = {value: image for value, image in first.items() if value or not keyword.endswith("UID")}
        if len(present) > 1:
            some, others, *_ = present.values()
            refusals.append(
                remark(
                    "series.mixture",
                    attribute=title(keyword),
                    values=len(present),
                    first=some.path.name,
                    second=others.path.name,
                )
            )
    return refusals


def _by_needs(placed: Sequence[tuple[Image, Plane]]) -> list[tuple[list[Image], list[Plane], tuple[str, ...]]]:
    """Images by orientation, size, pixel spacing, tilt and kernel, with words for what differs."""
    orientations: list[Plane] = []
    keys: list[tuple[object, ...]] = []
    for image, plane in placed:
        turned = next((i for i, known in enumerate(orientations) if _same_orientation(known, plane)), len(orientations))
        if turned == len(orientations):
            orientations.append(plane)
        spacing = tuple(round(value, 4) for value in plane.spacing)
        tilt = round(number_or_none(image.dataset, "GantryDetectorTilt") or 0.0, 1)
        keys.append((decoded(image.dataset, "ConvolutionKernel"), spacing, plane.size, turned, tilt))
    varying = [len({key[i] for key in keys}) > 1 for i in range(5)]
    found = []
    for key in dict.fromkeys(keys):
        members = [i for i, of_image in enumerate(keys) if of_image == key]
        plane = placed[members[0]][1]
        shown = (
            f"kernel {str(key[0]).replace(chr(92), ' ') or 'unknown'}",
            f"pixels {plane.spacing[0]:.4g} x {plane.spacing[1]:.4g} mm",
            f"matrix {plane.size[0]} x {plane.size[1]}",
            direction_word(plane),
            f"tilt {key[4]:g} degrees",
        )
        words = tuple(word for word, differs in zip(shown, varying, strict=True) if differs)
        found.append(([placed[i][0] for i in members], [placed[i][1] for i in members], words))
    return found


def _same_orientation(plane: Plane, other: Plane) -> bool:
    pairs = zip((*plane.row, *plane.column), (*other.row, *other.column), strict=True)
    return all(abs(a - b) <= _SAME_COSINE for a, b in pairs)


def direction_word(plane: Plane) -> str:
    """Axial, coronal or sagittal within 10 degrees, else oblique."""
    normal = np.abs(plane.normal)
    if normal.max() < np.cos(np.radians(10)):
        return "oblique"
    return ("sagittal", "coronal", "axial")[int(normal.argmax())]
