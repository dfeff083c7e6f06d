"""What saving a series would do to its values, before anything is written."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from pydicom.dataset import Dataset

from SmartScoreLib.conformance.table import Row, rules
from SmartScoreLib.dicomwriting.assemble import Assembler
from SmartScoreLib.dicomwriting.device import DEFAULT_DEVICE
from SmartScoreLib.dicomwriting.documents.encapsulated_pdf import pdf_rows
from SmartScoreLib.dicomwriting.generated import NewImage, NewSeries
from SmartScoreLib.dicomwriting.source import KnownElements, SourceImage
from SmartScoreLib.dicomwriting.told import merged
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark


def survey(datasets: Sequence[Dataset], files: Sequence[Path]) -> tuple[Remark, ...]:
    """Repairs, values left out and reasons against saving a series; each once.

    What is surveyed is the reduced series of all images, captures and documents.

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
    whole = [NewImage(series, 1, sources)]
    return merged(
        (
            *_surveyed(rules("CT"), sources, reduced),
            *_surveyed(rules("SC"), sources, whole),
            *_surveyed(pdf_rows(), sources, whole),
        )
    )


def _surveyed(rows: Sequence[Row], sources: Sequence[SourceImage], images: Sequence[NewImage]) -> tuple[Remark, ...]:
    copied = [row for row in rows if row.on_save == "Copied" and row.keyword != "PixelData"]
    assembler = Assembler(copied, sources)
    refused: dict[Remark, None] = {}
    for image in images:
        try:
            assembler.dataset(image)
        except InputRefused as refusal:
            refused |= dict.fromkeys(refusal.remarks)
    return (*refused, *assembler.remarks)
