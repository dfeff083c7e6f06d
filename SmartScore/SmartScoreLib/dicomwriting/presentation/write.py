"""The outlines of all lesions over the images they lie on, with the name of their territory: one for the series."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset

from SmartScoreLib.dicomwriting.device import DEFAULT_DEVICE, Device
from SmartScoreLib.dicomwriting.instances.header import (
    Kind,
    filled,
    header,
    observer_name,
)
from SmartScoreLib.dicomwriting.instances.references import image_reference, series_reference
from SmartScoreLib.dicomwriting.instances.series import BODY_PART, SourceSeries, source_series
from SmartScoreLib.dicomwriting.instances.write import new_series, write_instances
from SmartScoreLib.dicomwriting.model import SeriesFiles
from SmartScoreLib.dicomwriting.presentation.outlines import outlines
from SmartScoreLib.dicomwriting.source import SourceImage, lenient
from SmartScoreLib.lesions.territories import BY_KEY, TERRITORIES
from SmartScoreLib.picture import CALCIUM_WINDOW
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.scoring.model import ComponentScore
from SmartScoreLib.uids import new_uid

PRESENTATION_STATE = "1.2.840.10008.5.1.4.1.1.11.1"
KIND = Kind(
    "presentation",
    "SmartScore Outlines",
    PRESENTATION_STATE,
    "PR",
    series_number_offset=9,
    needed=("ReferencedSeriesSequence", "GraphicAnnotationSequence", "GraphicLayerSequence"),
    also=BODY_PART,
)
_LABEL = "CALCIUM"
_MOST_POINTS = 8000
"""Graphic Data is FL in explicit VR: 65534 bytes at most, two numbers of four bytes a point (PS3.5 7.1.2)."""


def write_presentation(
    reading: Reading,
    folder: Path,
    *,
    device: Device = DEFAULT_DEVICE,
    when: datetime | None = None,
    save: int = 1,
    source: SourceSeries | None = None,
    progress: Progress = silent,
) -> SeriesFiles:
    """Write a Grayscale Softcopy Presentation State (Explicit VR Little Endian) of all images of the series.

    It shows the calcium window, and around each counted component a closed line in the color of its territory, a layer
    for each, with the key of the territory beside it. Images of different rescaling need a presentation state each
    (PS3.3 C.11.1: the transformation is that of all images it refers to); all are in the one series.

    Args:
        reading: what counts is drawn, as on the pages.
        folder: where to; made if needed. Files are `presentation-0001.dcm` and so on.
        device: who writes.
        when: the moment of writing; None for now.
        save: which save of results this is, from 1; for the Series Number.
        source: the source images, if they are at hand; else they are made of the series.
        progress: told after each file.

    Raises:
        InputRefused: the source lacks what must be referred to; every reason.
        ExportFailed: a file cannot be written; none stays.
    """
    source = source or source_series(reading.series)
    sources = source.images
    series = new_series(KIND, source, [reading.reader], device=device, when=when, save=save)
    components: dict[int, list[ComponentScore]] = {}
    for lesion in reading.sheet.lesions:
        for component in lesion.components:
            components.setdefault(component.slice_index, []).append(component)
    groups = [group for group in _alike(sources) if any(index in components for index in group)]
    datasets = []
    for number, group in enumerate(groups, start=1):
        dataset = header(KIND, series, number, new_uid(), source)
        filled(dataset, _content(reading, group, sources, components))
        _add_identification(dataset, reading)
        datasets.append(dataset)
    return write_instances(KIND, series, source, datasets, folder, progress)


def _alike(sources: Sequence[SourceImage]) -> list[list[int]]:
    """Indices of the images by their rescaling, in slice order."""
    groups: dict[tuple[str, str], list[int]] = {}
    for index, source in enumerate(sources):
        groups.setdefault((source.text("RescaleSlope"), source.text("RescaleIntercept")), []).append(index)
    return list(groups.values())


def _add_identification(dataset: Dataset, reading: Reading) -> None:
    """Presentation State Identification (PS3.3 C.11.10)."""
    dataset.ContentLabel, dataset.ContentDescription = _LABEL, "Calcium by territory"
    dataset.PresentationCreationDate, dataset.PresentationCreationTime = dataset.ContentDate, dataset.ContentTime
    dataset.ContentCreatorName = observer_name(reading.reader)
    # This module has a date of its own.
    del dataset.ContentDate, dataset.ContentTime


def _content(
    reading: Reading,
    group: Sequence[int],
    sources: Sequence[SourceImage],
    components: dict[int, list[ComponentScore]],
) -> Dataset:
    _, rows, columns = reading.series.geometry.shape
    content = Dataset()
    references = [image_reference(sources[index]) for index in group]
    content.ReferencedSeriesSequence = [
        series_reference(reading.series.series_instance_uid, references, "ReferencedImageSequence")
    ]
    area = Dataset()
    area.DisplayedAreaTopLeftHandCorner, area.DisplayedAreaBottomRightHandCorner = [1, 1], [columns, rows]
    area.PresentationSizeMode, area.PresentationPixelAspectRatio = "SCALE TO FIT", [1, 1]
    with lenient():
        spacing = sources[group[0]].valid("PixelSpacing")
        if str(spacing.value[0]) != str(spacing.value[1]):
            del area.PresentationPixelAspectRatio
            area.PresentationPixelSpacing = list(spacing.value)
        for keyword in ("RescaleIntercept", "RescaleSlope"):
            content[keyword] = sources[group[0]].valid(keyword)
    content.RescaleType = "HU"
    content.DisplayedAreaSelectionSequence = [area]
    window = Dataset()
    window.WindowCenter, window.WindowWidth = str(CALCIUM_WINDOW.center), str(CALCIUM_WINDOW.width)
    content.SoftcopyVOILUTSequence = [window]
    content.PresentationLUTShape = "IDENTITY"
    shown = [(index, one) for index in group for one in components.get(index, ())]
    content.GraphicAnnotationSequence = [
        _annotation(sources[index], key, [one for at, one in shown if (at, one.territory) == (index, key)])
        for index, key in dict.fromkeys((index, one.territory) for index, one in shown)
    ]
    content.GraphicLayerSequence = _layers({one.territory for _, one in shown})
    return content


def _layers(keys: Iterable[str]) -> list[Dataset]:
    """A layer for each territory, in its color, in the order of the table (PS3.3 C.10.7)."""
    from highdicom.color import CIELabColor  # takes half a second, which only this kind of file should cost

    layers = []
    for order, territory in enumerate((one for one in TERRITORIES if one.key in keys), start=1):
        layer = Dataset()
        layer.GraphicLayer, layer.GraphicLayerOrder = territory.key, order
        layer.GraphicLayerRecommendedDisplayCIELabValue = list(CIELabColor.from_rgb(*territory.color).value)
        layer.GraphicLayerDescription = territory.name
        layers.append(layer)
    return layers


def _annotation(source: SourceImage, key: str, components: Sequence[ComponentScore]) -> Dataset:
    """Lines and names of one territory on one image (PS3.3 C.10.5)."""
    item = Dataset()
    item.ReferencedImageSequence, item.GraphicLayer = [image_reference(source)], BY_KEY[key].key
    item.TextObjectSequence = [_name(key, one) for one in components]
    item.GraphicObjectSequence = [
        _line(part) for one in components for line in outlines(one.pixels) for part in _parts(line)
    ]
    return item


def _parts(line: NDArray[np.int32]) -> list[NDArray[np.int32]]:
    """A line in parts that fit into a file; each begins where the one before ends."""
    return [line[start : start + _MOST_POINTS + 1] for start in range(0, len(line) - 1, _MOST_POINTS)]


def _line(points: NDArray[np.int32]) -> Dataset:
    item = Dataset()
    item.GraphicAnnotationUnits, item.GraphicDimensions = "PIXEL", 2
    item.NumberOfGraphicPoints = len(points)
    item.GraphicData = [float(value) for value in points.ravel()]
    item.GraphicType = "POLYLINE"
    if (points[0] == points[-1]).all():
        item.GraphicFilled = "N"
    return item


def _name(key: str, component: ComponentScore) -> Dataset:
    """The key of the territory beside the upper right corner of the component's box."""
    top, right = int(component.pixels[:, 0].min()), int(component.pixels[:, 1].max()) + 1
    item = Dataset()
    item.UnformattedTextValue = key
    item.AnchorPointAnnotationUnits, item.AnchorPointVisibility = "PIXEL", "N"
    item.AnchorPoint = [float(right + 1), float(top)]
    return item
