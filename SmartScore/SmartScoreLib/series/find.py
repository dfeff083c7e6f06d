"""Every image series in files and folders: scorable or not, and why."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.series.headers.attributes import number_or_none, printable, text, title
from SmartScoreLib.series.headers.image import CT_IMAGE_STORAGE, Image
from SmartScoreLib.series.headers.scanning import Scan, scan, undisturbed
from SmartScoreLib.series.model import Findings, SeriesCandidate
from SmartScoreLib.series.stacks.grouping import Group, groups_of, series_of
from SmartScoreLib.series.stacks.stack import Stack, stack
from SmartScoreLib.series.verdict.completeness import fills_other_places, incompleteness
from SmartScoreLib.series.verdict.faults import image_faults, is_localizer, localizer_fault, sentences
from SmartScoreLib.series.verdict.warnings import notes_of, warnings_of

_MULTIFRAME = {
    "1.2.840.10008.5.1.4.1.1.2.1": "Enhanced CT Image Storage",
    "1.2.840.10008.5.1.4.1.1.2.2": "Legacy Converted Enhanced CT Image Storage",
}


def find_series(paths: Sequence[Path], progress: Progress = silent) -> Findings:
    """Find every DICOM series in any mix of files and folders, nested, and judge it; no pixels are read.

    Several phases, kernels, pixel sizes or orientations in one series become several candidates, told apart by `label`.
    Damaged files become problems and do not stop the rest.

    Raises:
        errors.Cancelled: from `progress`.
    """
    with undisturbed():
        scanned = scan([Path(path) for path in paths], progress)
        series = series_of(scanned.images)
        candidates = [
            candidate
            for one in sorted(series, key=_series_order)
            for candidate in _labelled([(group, judge(group, scanned)) for group in groups_of(one)])
        ]
    return Findings(tuple(candidates), scanned.problems)


def judge(group: Group, scanned: Scan) -> SeriesCandidate:
    """The verdict on one group of images."""
    images = group.images
    refusals: list[str] = []
    warnings: list[str] = []
    stacked: Stack | None = None
    if images[0].sop_class_uid != CT_IMAGE_STORAGE:
        refusals.append(_not_ct(images))
    elif is_localizer(images[0].dataset):
        refusals += sentences([(image.path.name, localizer_fault(image.dataset)) for image in images], len(images))
    else:
        faulty = [(image.path.name, fault) for image in images for fault in image_faults(image)]
        refusals += [*group.reasons, *sentences(faulty, len(images)), *_same_instance(images)]
        if group.planes:
            frame = text(images[0].dataset, "FrameOfReferenceUID")
            stacked = stack(group.planes, [image.path for image in images], frame)
            refusals += stacked.refusals
            images = tuple(images[i] for i in stacked.order)
            warnings += stacked.warnings
        warnings += warnings_of(images, stacked.geometry if stacked else None)
        warnings += () if refusals else incompleteness(group, scanned)
    return SeriesCandidate(
        series_instance_uid=text(images[0].dataset, "SeriesInstanceUID"),
        datasets=tuple(image.dataset for image in images),
        files=tuple(image.path for image in images),
        geometry=stacked.geometry if stacked else None,
        label=", ".join(printable(word) for word in group.words),
        refusals=tuple(dict.fromkeys(refusals)),
        warnings=tuple(dict.fromkeys(warnings)),
        notes=(*notes_of(images), *_copies(images, scanned)),
        pixels=tuple(image.pixels for image in images),
    )


def _labelled(judged: Sequence[tuple[Group, SeriesCandidate]]) -> list[SeriesCandidate]:
    """Candidates with labels made different, and a word about images of the series that make no volume."""
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
            if other is not group and not is_localizer(other.images[0].dataset)
            if not verdict.scorable or fills_other_places(group, other)
            for image in other.images
        ]
        warnings = candidate.warnings
        if candidate.scorable and lost:
            count = f"{len(lost)} images" if len(lost) > 1 else "1 image"
            warnings += (
                f"{count} of this series (first {lost[0].path.name}) could not be put into this volume; "
                "it may be incomplete.",
            )
        found.append(replace(candidate, label=label, warnings=warnings))
    return found


def _not_ct(images: Sequence[Image]) -> str:
    uid = images[0].sop_class_uid
    more = f" and {len(images) - 1} more" if len(images) > 1 else ""
    if uid in _MULTIFRAME:
        return (
            f"{title('SOPClassUID')} is {_MULTIFRAME[uid]} in {images[0].path.name}{more}: multi-frame images are not "
            "supported; export the series as single-frame CT images."
        )
    from pydicom.uid import UID

    name = printable(UID(uid).name)
    return f"{title('SOPClassUID')} is {name}, not CT Image Storage, in {images[0].path.name}{more}."


def _same_instance(images: Sequence[Image]) -> list[str]:
    """Byte-identical copies are gone by now; what still shares a SOP Instance UID contradicts itself."""
    first: dict[str, Image] = {}
    for image in images:
        uid = text(image.dataset, "SOPInstanceUID")
        other = first.setdefault(uid, image) if uid else image
        if other is not image:
            return [
                f"{title('SOPInstanceUID')} is the same in {other.path.name} and {image.path.name}, "
                "but the files differ."
            ]
    return []


def _copies(images: Sequence[Image], scanned: Scan) -> list[str]:
    names = {image.path.name for image in images}
    copies = [path for path in scanned.copies if path.name in names]
    return [f"{len(copies)} files are copies of others and were left out."] if copies else []


def _series_order(images: Sequence[Image]) -> tuple[str, str, str, float, str]:
    dataset = images[0].dataset
    number = number_or_none(dataset, "SeriesNumber")
    return (
        text(dataset, "PatientID"),
        text(dataset, "StudyDate"),
        text(dataset, "StudyInstanceUID"),
        -1.0 if number is None else number,
        text(dataset, "SeriesInstanceUID"),
    )
