"""What saving a series would do to its values, before anything is written."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from pydicom.dataset import Dataset

from SmartScoreLib.conformance.table import IOD, rules
from SmartScoreLib.dicomwriting.assemble import Assembler
from SmartScoreLib.dicomwriting.device import DEFAULT_DEVICE
from SmartScoreLib.dicomwriting.generated import NewImage, NewSeries
from SmartScoreLib.dicomwriting.source import KnownElements, SourceImage
from SmartScoreLib.dicomwriting.told import merged
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark


def survey(datasets: Sequence[Dataset], files: Sequence[Path]) -> tuple[Remark, ...]:
    """Repairs, values left out and reasons against saving the reduced series of all images, and captures; each once.

    Nothing is written, and no pixels are read.

    Args:
        datasets: headers of the images of one series.
        files: the file of each.
    """
    known: KnownElements = {}
    sources = [SourceImage(dataset, file, known) for dataset, file in zip(datasets, files, strict=True)]
    # Only what is copied can be in need of repair.
    series = NewSeries("", 1, "", datetime.now(), DEFAULT_DEVICE, sources)
    reduced = [NewImage(series, number, [source]) for number, source in enumerate(sources, start=1)]
    return merged((*_surveyed("CT", sources, reduced), *_surveyed("SC", sources, [NewImage(series, 1, sources)])))


def _surveyed(iod: IOD, sources: Sequence[SourceImage], images: Sequence[NewImage]) -> tuple[Remark, ...]:
    rows = [row for row in rules(iod) if row.on_save == "Copied" and row.keyword != "PixelData"]
    assembler = Assembler(rows, sources)
    refused: dict[Remark, None] = {}
    for image in images:
        try:
            assembler.dataset(image)
        except InputRefused as refusal:
            refused |= dict.fromkeys(refusal.remarks)
    return (*refused, *assembler.remarks)
