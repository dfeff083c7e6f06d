"""The source images of a series for all that is written of it."""

from SmartScoreLib.dicomwriting.source import KnownElements, SourceImage
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.model import CTSeries


def sources_of(series: CTSeries) -> list[SourceImage]:
    """Every image of the series, in slice order.

    Raises:
        InputRefused: it does not come from DICOM files, or a multi-frame file holds it.
    """
    if not series.datasets:
        raise InputRefused(remark("dicomwriting.no_dicom"))
    if not series.files:
        raise InputRefused(remark("series.multiframe_export"))
    known: KnownElements = {}
    return [SourceImage(one, file, known) for one, file in zip(series.datasets, series.files, strict=True)]
