"""One reading: a series, its marks, and what follows from them."""

from dataclasses import dataclass

from SmartScoreLib.interpretation.model import Interpretation
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.scoring.model import ScoreSheet
from SmartScoreLib.series.describe import SeriesDescription
from SmartScoreLib.series.model import CTSeries


@dataclass(frozen=True)
class Reading:
    """Everything that a report or an export needs; made by `reading.read`."""

    series: CTSeries
    description: SeriesDescription
    lesions: LesionMap
    sheet: ScoreSheet
    interpretation: Interpretation
    reader: str = ""
    comment: str = ""
