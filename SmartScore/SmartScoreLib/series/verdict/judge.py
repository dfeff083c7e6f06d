"""The verdict on one group of images: a candidate with everything there is to say about it; no pixels are read."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark, Where, by_severity
from SmartScoreLib.remarks.words import one_line
from SmartScoreLib.series.headers.attributes import text, title
from SmartScoreLib.series.headers.image import CT_IMAGE_STORAGE, Image
from SmartScoreLib.series.headers.scanning import Scan, told_apart
from SmartScoreLib.series.model import SeriesCandidate
from SmartScoreLib.series.stacks.grouping import Group, uids_differ
from SmartScoreLib.series.stacks.stack import Stack, stack
from SmartScoreLib.series.verdict.completeness import fills_other_places, incompleteness
from SmartScoreLib.series.verdict.faults import fault_remarks, image_faults, localizer_fault
from SmartScoreLib.series.verdict.warnings import notes_of, warnings_of

_MULTIFRAME = {
    "1.2.840.10008.5.1.4.1.1.2.1": "Enhanced CT Image Storage",
    "1.2.840.10008.5.1.4.1.1.2.2": "Legacy Converted Enhanced CT Image Storage",
}
_NAME_LENGTH = 64


def candidates_of(groups: Sequence[Group], scanned: Scan) -> list[SeriesCandidate]:
    """The candidates of one series, each with a label of its own.

    A scorable candidate says how many images of its series could not be put into it, though they may belong to it.
    """
    judged = [(group, _judge(group, scanned)) for group in groups]
    times = Counter(candidate.label for _, candidate in judged)
    seen: Counter[str] = Counter()
    found = []
    for group, candidate in judged:
        seen[candidate.label] += 1
        label = candidate.label
        if times[label] > 1:
            label = f"{label} ({seen[label]})".strip()
        lost = [
            image
            for other, verdict in judged
            if other is not group and not other.images[0].is_localizer
            if not verdict.scorable or fills_other_places(group, other)
            for image in other.images
        ]
        remarks = candidate.remarks
        if candidate.scorable and lost:
            left_out = remark("series.images_left_out", images=len(lost), first=lost[0].path.name)
            remarks = by_severity([*remarks, left_out])
        found.append(replace(candidate, label=label, remarks=remarks))
    return found


def _judge(group: Group, scanned: Scan) -> SeriesCandidate:
    images = group.images
    remarks: list[Remark] = []
    stacked: Stack | None = None
    if images[0].sop_class_uid != CT_IMAGE_STORAGE:
        remarks.append(_not_ct(images))
    elif images[0].is_localizer:
        remarks += fault_remarks([(image.path.name, localizer_fault(image)) for image in images], len(images))
    else:
        faulty = [(image.path.name, fault) for image in images for fault in image_faults(image)]
        remarks += [*group.refusals, *fault_remarks(faulty, len(images)), *_same_instance(images)]
        refused = bool(remarks)
        if group.planes:
            frame = text(images[0].dataset, "FrameOfReferenceUID")
            stacked = stack(group.planes, [image.path for image in images], frame)
            refused = refused or stacked.geometry is None
            images = tuple(images[i] for i in stacked.order)
            remarks += stacked.remarks
        remarks += warnings_of(images, stacked.geometry if stacked else None)
        remarks += _put_together(group)
        remarks += [] if refused else incompleteness(group, scanned)
    return SeriesCandidate(
        series_instance_uid=text(images[0].dataset, "SeriesInstanceUID"),
        datasets=tuple(image.dataset for image in images),
        files=tuple(image.path for image in images),
        geometry=stacked.geometry if stacked else None,
        label=", ".join(one_line(word, _NAME_LENGTH) for word in group.words),
        remarks=by_severity([*remarks, *notes_of(images), *_copies(images, scanned)]),
        pixels=tuple(image.pixels for image in images),
    )


def _not_ct(images: Sequence[Image]) -> Remark:
    uid = images[0].sop_class_uid
    attribute, where = title("SOPClassUID"), Where(images[0].path.name, len(images) - 1)
    if uid in _MULTIFRAME:
        return remark("series.multiframe", attribute=attribute, sop_class=_MULTIFRAME[uid], where=where)
    # Only what is no CT image needs these names, and importing them takes time.
    from pydicom.uid import UID

    return remark("series.not_ct", attribute=attribute, sop_class=one_line(UID(uid).name, _NAME_LENGTH), where=where)


def _put_together(group: Group) -> list[Remark]:
    """How the images came together where their identifiers and positions did not say it."""
    found = []
    if uids_differ(group.images):
        found.append(remark("series.uid_of_each_image", images=len(group.images)))
    if group.repeated:
        first = group.repeated[0].path.name
        found.append(remark("series.repeated_place", images=len(group.repeated), first=first))
    return found


def _same_instance(images: Sequence[Image]) -> list[Remark]:
    """Byte-identical copies are gone by now; what still shares a SOP Instance UID contradicts itself."""
    first: dict[str, Image] = {}
    for image in images:
        uid = text(image.dataset, "SOPInstanceUID")
        other = first.setdefault(uid, image) if uid else image
        if other is not image:
            attribute, names = title("SOPInstanceUID"), told_apart(other.path, image.path)
            return [remark("series.same_instance", attribute=attribute, first=names[0], second=names[1])]
    return []


def _copies(images: Sequence[Image], scanned: Scan) -> list[Remark]:
    names = {image.path.name for image in images}
    copies = sum(path.name in names for path in scanned.copies)
    return [remark("series.copies", files=copies)] if copies else []
