"""Secondary Capture series: report pages and screen saves, given as pictures."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import numpy as np

from SmartScoreLib.conformance.table import Condition, rules
from SmartScoreLib.dicomwriting.assemble import Assembler
from SmartScoreLib.dicomwriting.check import check_files
from SmartScoreLib.dicomwriting.device import DEFAULT_DEVICE, Device
from SmartScoreLib.dicomwriting.file import all_or_none, write_file
from SmartScoreLib.dicomwriting.generated import NewImage, NewSeries, local_time
from SmartScoreLib.dicomwriting.instances.series import SourceSeries, source_series
from SmartScoreLib.dicomwriting.model import CaptureKind, SeriesFiles
from SmartScoreLib.picture import Picture, Undrawn, drawn
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import WrongUsage
from SmartScoreLib.series.model import CTSeries

_NAMES = {CaptureKind.PHYSICIAN: "physician", CaptureKind.PATIENT: "patient", CaptureKind.SCREENS: "screen"}
_DESCRIPTION_LENGTH = 64


def write_captures(
    pictures: Sequence[Picture | Undrawn],
    kind: CaptureKind,
    series: CTSeries,
    folder: Path,
    *,
    device: Device = DEFAULT_DEVICE,
    when: datetime | None = None,
    save: int = 1,
    provenance: bool = False,
    source: SourceSeries | None = None,
    progress: Progress = silent,
) -> SeriesFiles:
    """Write pictures as one series (Secondary Capture Image Storage, Explicit VR Little Endian), and check the files.

    Args:
        pictures: (row, column, 3) uint8 is written as RGB, (row, column) int16 as 16-bit MONOCHROME2; all of one sort.
            An undrawn one is drawn when its turn comes, and forgotten.
        kind: what they are; one series holds one kind.
        series: the CT series behind them; attributes that its images have in common are copied.
        folder: where to; made if needed. File names are `physician-0001.dcm`, `patient-`, `screen-` and so on.
        device: who writes.
        when: the moment of writing; None for now.
        save: which save of results this is, from 1; for the Series Number.
        provenance: add Source Image Sequence, Derivation Description and the study and patient attributes.
        source: the source images, if they are at hand; else they are made of the series.
        progress: told after each file.

    Returns:
        What was written; the files are in the order of the pictures.

    Raises:
        WrongUsage: no pictures, or one of another shape or type.
        InputRefused: the series does not come from DICOM files, or they lack required attributes; every reason.
        ExportFailed: a file cannot be written; none stays.
        errors.Cancelled: from `progress`.
    """
    if not pictures:
        raise WrongUsage(remark("dicomwriting.picture_sorts"))
    first = drawn(pictures[0])
    color = _in_color(first)
    sources = (source or source_series(series)).images
    new_series = NewSeries(
        text=_described(kind, pictures),
        series_number_offset=2 + list(CaptureKind).index(kind),
        derivation=f"{kind.value} made of the source images by {device.model} {device.software_version}",
        when=local_time(when, sources),
        device=device,
        sources=sources,
        save=save,
    )
    conditions: set[Condition] = {"color"} if color else set()
    rows = rules("SC", frozenset(conditions | {"provenance"} if provenance else conditions))
    assembler = Assembler(rows, sources)
    with all_or_none(folder) as files:
        for i, given in enumerate(pictures):
            picture = drawn(given) if i else first
            if _in_color(picture) is not color:
                raise WrongUsage(remark("dicomwriting.picture_sorts"))
            dataset = assembler.dataset(NewImage(new_series, i + 1, sources, picture))
            path = folder / f"{_NAMES[kind]}-{i + 1:04d}.dcm"
            write_file(dataset, path, device)
            files.append(path)
            progress(i + 1, len(pictures), f"writing the {kind.value.removeprefix('SmartScore ').lower()}")
        check_files(files, rows)
        return new_series.written(kind.name.lower(), files, assembler.remarks)


def _in_color(picture: Picture) -> bool:
    pixels = picture.pixels
    sort = (pixels.dtype.name, pixels.ndim, pixels.shape[2:])
    if sort in (("uint8", 3, (3,)), ("int16", 2, ())):
        sides = pixels.shape[:2]
        if min(sides) > 0 and max(sides) <= np.iinfo(np.uint16).max:
            return pixels.ndim == 3
    raise WrongUsage(remark("dicomwriting.picture_sorts"))


def _described(kind: CaptureKind, pictures: Sequence[Picture | Undrawn]) -> str:
    """The kind, then as many captions as Series Description holds, and the number of images if some are left out."""
    texts = [" ".join(picture.caption.replace("\\", "/").split()) for picture in pictures]
    own = kind.value.removeprefix("SmartScore ").lower()
    captions = list(dict.fromkeys(_without(own, text) for text in texts if text))
    for count in range(len(captions), -1, -1):
        text = f"{kind.value}: {'; '.join(captions[:count])}" if count else kind.value
        if count < len(captions):
            text += f"{' ...' if count else ''} ({len(pictures)} image{'s' if len(pictures) > 1 else ''})"
        if len(text) <= _DESCRIPTION_LENGTH:
            return text
    return kind.value


def _without(kind: str, caption: str) -> str:
    """A caption without the kind that it begins with: the description has it already."""
    if not caption.lower().startswith(kind):
        return caption
    return caption[len(kind) :].lstrip(" ,:;-") or caption
