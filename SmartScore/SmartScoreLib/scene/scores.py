"""Live scores of a segmentation, and the tables that show them."""

from slicer import vtkMRMLScalarVolumeNode, vtkMRMLSegmentationNode, vtkMRMLTableNode

from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.scoring.model import ScoreSheet, ScoringProtocol
from SmartScoreLib.series.model import CTSeries


class ScoreKeeper:
    """Keeps the scores of a segmentation; scores again only what changed.

    Attributes:
        sheet: the scores as of the last `update`.
    """

    sheet: ScoreSheet

    def __init__(
        self,
        segmentationNode: vtkMRMLSegmentationNode,
        series: CTSeries,
        protocol: ScoringProtocol,
        volumeNode: vtkMRMLScalarVolumeNode | None = None,
    ) -> None:
        """Scores at once. Raises what `update` raises."""
        raise NotImplementedError

    @property
    def lesions(self) -> LesionMap:
        """A copy of the marks that `sheet` was made of."""
        raise NotImplementedError

    def update(self) -> bool:
        """Score what changed in the segmentation since the last time; tells whether the sheet is a new one.

        Raises:
            InputRefused: the segmentation and the volume lie under different transforms.
        """
        raise NotImplementedError

    def setProtocol(self, protocol: ScoringProtocol) -> bool:
        """Score by other rules; tells whether the sheet is a new one."""
        raise NotImplementedError


def updateScoreTable(tableNode: vtkMRMLTableNode, sheet: ScoreSheet) -> None:
    """Fill a table node with the scores: a row for each territory, one for the total; numeric columns with units.

    Columns: Territory (string), Agatston (double), Volume (double, mm3), Mass (double, mg; only with a calibration),
    Lesions (int), Counts (string: "yes" or "no"). One Modified event.
    """
    raise NotImplementedError


def updateLesionTable(tableNode: vtkMRMLTableNode, sheet: ScoreSheet) -> None:
    """Fill a table node with the lesions, in the order of `sheet.lesions`: row n is lesion n.

    Columns: Territory (string), First slice and Last slice (int, counted from 1 = the most inferior), Peak and Mean
    (double, HU), Volume (double, mm3), Mass (double, mg; only with a calibration), Agatston (double), R, A, S (double,
    mm: the centroid in the volume's own space). One Modified event.
    """
    raise NotImplementedError
