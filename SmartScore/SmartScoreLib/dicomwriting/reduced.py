"""The reduced CT series: chosen slices of the source as a new CT series in the same study."""

from datetime import datetime
from pathlib import Path

from SmartScoreLib.conformance.table import Condition, rules
from SmartScoreLib.dicomwriting.assemble import Assembler
from SmartScoreLib.dicomwriting.check import check_files
from SmartScoreLib.dicomwriting.device import DEFAULT_DEVICE, Device
from SmartScoreLib.dicomwriting.file import all_or_none, write_file
from SmartScoreLib.dicomwriting.generated import NewImage, NewSeries, local_time
from SmartScoreLib.dicomwriting.instances.series import SourceSeries, source_series
from SmartScoreLib.dicomwriting.model import SeriesFiles
from SmartScoreLib.dicomwriting.source import read_again
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused, WrongUsage
from SmartScoreLib.series.model import CTSeries

_SERIES_NUMBER_OFFSET = 1


def write_reduced(
    series: CTSeries,
    slices: range,
    folder: Path,
    *,
    device: Device = DEFAULT_DEVICE,
    when: datetime | None = None,
    save: int = 1,
    provenance: bool = False,
    source: SourceSeries | None = None,
    progress: Progress = silent,
) -> SeriesFiles:
    """Write slices of a series as a new CT series (CT Image Storage, Explicit VR Little Endian), and check the files.

    Stored pixel values are those of the source files: byte for byte, or in little endian and without compression if
    the source has another (lossless) encoding.

    Args:
        series: the source; its files are read again for their pixels.
        slices: slice numbers from 0 = the most inferior, without gaps; Instance Numbers follow them from 1.
        folder: where to; made if needed. File names are `reduced-0001.dcm` and so on.
        device: who writes.
        when: the moment of writing; None for now.
        save: which save of results this is, from 1; for the Series Number.
        provenance: add Source Image Sequence and Derivation Description.
        source: the source images, if they are at hand; else they are made of the series.
        progress: told after each file.

    Returns:
        What was written; the files are in the order of the slices.

    Raises:
        WrongUsage: the slices are none, not in the series, or have gaps.
        InputRefused: the series does not come from DICOM files, or they lack required attributes; every reason.
        ExportFailed: a source file is gone or has changed, or a file cannot be written; none stays.
        errors.Cancelled: from `progress`.
    """
    if not series.files:
        raise InputRefused(remark("dicomwriting.no_dicom"))
    refuse_outside(slices, len(series.files))
    every = (source or source_series(series)).images
    sources = [every[i] for i in slices]
    span = f"SmartScore reduced CT {slices[0] + 1}-{slices[-1] + 1}"
    new_series = NewSeries(
        text=f"{span}, {series.label}" if series.label else span,
        series_number_offset=_SERIES_NUMBER_OFFSET,
        derivation=f"Unchanged copy of a source image, one of slices {slices[0] + 1} to {slices[-1] + 1} of "
        f"{len(series.files)}, by {device.model} {device.software_version}",
        when=local_time(when, sources),
        device=device,
        sources=sources,
        save=save,
    )
    conditions: frozenset[Condition] = frozenset({"provenance"} if provenance else ())
    rows = rules("CT", conditions)
    assembler = Assembler(rows, sources)
    with all_or_none(folder) as files:
        for i, header in enumerate(sources):
            image = NewImage(new_series, i + 1, [read_again(header)])
            dataset = assembler.dataset(image)
            path = folder / f"reduced-{i + 1:04d}.dcm"
            write_file(dataset, path, device)
            files.append(path)
            progress(i + 1, len(sources), "writing the reduced series")
        check_files(files, rows)
        return new_series.written("reduced", files, assembler.remarks)


def refuse_outside(slices: range, total: int) -> None:
    """Stop at slices of which no reduced series can be made.

    Raises:
        WrongUsage: they are none, have gaps, or are not among the `total` slices of the series.
    """
    if not slices:
        raise WrongUsage(remark("dicomwriting.no_slices", total=total))
    if slices.step != 1 or slices[0] < 0 or slices[-1] >= total:
        raise WrongUsage(remark("dicomwriting.slices_outside", total=total, first=slices[0] + 1, last=slices[-1] + 1))
