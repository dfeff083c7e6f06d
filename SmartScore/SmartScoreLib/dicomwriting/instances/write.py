"""The series that an object of a reading begins, and its files: written, checked, and all there or none."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from pydicom.dataset import Dataset

from SmartScoreLib.dicomwriting.assemble import declare_character_set
from SmartScoreLib.dicomwriting.device import Device
from SmartScoreLib.dicomwriting.file import all_or_none, write_file
from SmartScoreLib.dicomwriting.generated import NewSeries, local_time
from SmartScoreLib.dicomwriting.instances.check import check_instances
from SmartScoreLib.dicomwriting.instances.header import Kind, allowed
from SmartScoreLib.dicomwriting.instances.references import refuse_unnamed
from SmartScoreLib.dicomwriting.instances.series import SourceSeries
from SmartScoreLib.dicomwriting.model import SeriesFiles
from SmartScoreLib.progress import Progress
from SmartScoreLib.uids import new_uid


def new_series(
    kind: Kind,
    source: SourceSeries,
    said: Sequence[str],
    *,
    device: Device,
    when: datetime | None,
    save: int,
    series_instance_uid: str = "",
) -> NewSeries:
    """The series of one kind.

    Args:
        kind: what will be written.
        source: the source images.
        said: what Series Description says after the title: the reader, say; empty texts are passed over.
        device: who writes.
        when: the moment of writing; None for now.
        save: which save of results this is, from 1.
        series_instance_uid: the new one, if something refers to it already.

    Raises:
        InputRefused: images that must be referred to have no valid UID.
    """
    refuse_unnamed(source.images)
    who = ", ".join(filter(None, said))
    return NewSeries(
        text=allowed("SeriesDescription", f"{kind.title}: {who}" if who else kind.title),
        series_number_offset=kind.series_number_offset,
        derivation="",
        when=local_time(when, source.images),
        device=device,
        sources=source.images,
        series_instance_uid=series_instance_uid or new_uid(),
        save=save,
    )


def write_instances(
    kind: Kind, series: NewSeries, source: SourceSeries, datasets: Sequence[Dataset], folder: Path, progress: Progress
) -> SeriesFiles:
    """Write the instances of a series, with the character set that all their texts need, and check them.

    Args:
        kind: what is written.
        series: the new series.
        source: the source images.
        datasets: headers with their content, in the order of Instance Number.
        folder: where to; made if needed. Files are `NAME-0001.dcm` and so on, by the name of the kind.
        progress: told after each file.

    Raises:
        ExportFailed: a file cannot be written, or is not what was meant; none stays.
    """
    what = f"writing the {kind.title.removeprefix('SmartScore ').lower()}"
    with all_or_none(folder) as files:
        for number, dataset in enumerate(datasets, start=1):
            declare_character_set(dataset, source.images)
            path = folder / f"{kind.name}-{number:04d}.dcm"
            write_file(dataset, path, series.device)
            files.append(path)
            progress(number, len(datasets), what)
        check_instances(files, kind)
        return series.written(kind.name, files, source.common[1])
