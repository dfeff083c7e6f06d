"""The source images of a series, and what all that is written of them has in common."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from pydicom.dataset import Dataset

from SmartScoreLib.conformance.table import Row, rules
from SmartScoreLib.dicomwriting.assemble import Assembler
from SmartScoreLib.dicomwriting.device import DEFAULT_DEVICE
from SmartScoreLib.dicomwriting.generated import NewImage, NewSeries
from SmartScoreLib.dicomwriting.source import KnownElements, SourceImage
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.model import CTSeries

BODY_PART = ("BodyPartExamined", "Laterality")
"""Of the General Series module, which the series of a structured report does not have."""
FRAME_OF_REFERENCE = "Frame of Reference"
_MODULES = ("Patient", "General Study", "Patient Study")
_DEIDENTIFIED = ("PatientIdentityRemoved", "DeidentificationMethod", "DeidentificationMethodCodeSequence")


def copied_rows(*also: str) -> tuple[Row, ...]:
    """The rows of the table for CT that are copied into every instance, in the order of the table.

    Args:
        also: further modules and keywords.
    """
    named = {*_MODULES, *_DEIDENTIFIED, *also}
    return tuple(
        row for row in rules("CT") if row.on_save == "Copied" and not named.isdisjoint((row.module, row.keyword))
    )


@dataclass(frozen=True)
class SourceSeries:
    """Every image of a series, in slice order. Made once for all that is written of it: reading its values is the most
    of the work."""

    images: tuple[SourceImage, ...]

    @cached_property
    def common(self) -> tuple[Dataset, tuple[Remark, ...]]:
        """Everything that may be copied into an instance, repaired, and what had to be repaired.

        Raises:
            InputRefused: the source lacks required attributes; every reason.
        """
        assembler = Assembler(copied_rows(FRAME_OF_REFERENCE, *BODY_PART), self.images)
        # Nothing of the new series is among the rows.
        series = NewSeries("", 0, "", datetime.now(), DEFAULT_DEVICE, self.images)
        return assembler.dataset(NewImage(series, 1, self.images)), assembler.remarks


def source_series(series: CTSeries) -> SourceSeries:
    """The source images of a series.

    Raises:
        InputRefused: it does not come from DICOM files, or a multi-frame file holds it.
    """
    if not series.datasets:
        raise InputRefused(remark("dicomwriting.no_dicom"))
    if not series.files:
        raise InputRefused(remark("series.multiframe_export"))
    known: KnownElements = {}
    pairs = zip(series.datasets, series.files, strict=True)
    return SourceSeries(tuple(SourceImage(dataset, file, known) for dataset, file in pairs))
