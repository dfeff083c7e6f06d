"""An earlier reading opened, and its scan laid on the later one. SimpleITK lets other threads run."""

from SmartScoreLib.comparison.alignment.align import align
from SmartScoreLib.comparison.alignment.model import Alignment
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.reading.saved.reopen import open_reading
from SmartScoreLib.series.model import CTSeries

Opened = tuple[Reading, Alignment]


def openAligned(saved: SavedReading, later: CTSeries) -> Opened:
    """A reading, and where its scan lies on the later one.

    Raises:
        InputRefused: the reading cannot be opened; every reason.
    """
    reading = open_reading(saved)
    return reading, align(later, reading.series)
