"""The objects of a reading that are made of its marks: segmentation, structured report, presentation state."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from SmartScoreLib.dicomwriting.model import SeriesFiles
from SmartScoreLib.progress import Progress
from SmartScoreLib.reading.model import Reading

if TYPE_CHECKING:
    from SmartScoreLib.comparison.followup import Followup
    from SmartScoreLib.dicomwriting.instances.series import SourceSeries
    from SmartScoreLib.exports.export import ExportChoices

_HEADER_BYTES = 65536
_REFERENCE_BYTES = 512
"""What naming a source image takes, at most, in all three together."""


def writes_objects(reading: Reading, choices: "ExportChoices") -> bool:
    """Whether there is something to write: a structured report always, the others if something is marked or counts."""
    marked = bool(reading.lesions.labels.any())
    return choices.structured_report or (choices.segmentation and marked) or (choices.presentation and _counts(reading))


def object_writers(
    reading: Reading,
    choices: "ExportChoices",
    folder: Path,
    progress: Progress,
    source: "SourceSeries",
    save: int = 1,
    followup: "Followup | None" = None,
) -> list[Callable[[], SeriesFiles]]:
    """What writes the chosen objects into folders of their own, in this order; all bear the same moment."""
    from SmartScoreLib.dicomwriting.presentation.write import write_presentation
    from SmartScoreLib.dicomwriting.segmentation.plan import plan_segmentation
    from SmartScoreLib.dicomwriting.segmentation.write import write_segmentation
    from SmartScoreLib.dicomwriting.structured_report.write import write_structured_report

    plan = plan_segmentation(reading)
    shared = partial(partial, device=choices.device, when=datetime.now(), save=save, source=source, progress=progress)
    writers: list[Callable[[], SeriesFiles]] = []
    if plan.segments and (choices.segmentation or choices.structured_report):
        place = folder / "segmentation"
        writers.append(shared(write_segmentation, reading, plan, place))
    if choices.structured_report:
        place = folder / "structured_report"
        writers.append(shared(write_structured_report, reading, plan, place, followup=followup))
    if choices.presentation and _counts(reading):
        place = folder / "presentation"
        writers.append(shared(write_presentation, reading, place))
    return writers


def objects_size(reading: Reading) -> int:
    """Bytes that the files will take at most, nearly: a bit a pixel of each marked slice and territory, and headers."""
    _, rows, columns = reading.series.geometry.shape
    labels = reading.lesions.labels
    frames = sum(int((labels == label).any(axis=(1, 2)).sum()) for label in np.unique(labels) if label)
    return frames * (rows * columns // 8 + 1024) + 3 * _HEADER_BYTES + _REFERENCE_BYTES * len(reading.series.files)


def _counts(reading: Reading) -> bool:
    return bool(reading.sheet.lesions)
