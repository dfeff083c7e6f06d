"""The segmentation of one reading: a segment for each territory, all in one shared labelmap layer."""

from slicer import vtkMRMLScalarVolumeNode, vtkMRMLScene, vtkMRMLSegmentationNode, vtkSegment

from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import Territory
from SmartScoreLib.series.model import CTSeries

TERRITORY_TAG = "SmartScore.Territory"
"""Segment tag that holds the territory's key; it survives renaming and is saved with the segmentation."""


def createSegmentation(
    volumeNode: vtkMRMLScalarVolumeNode, scene: vtkMRMLScene, name: str = ""
) -> vtkMRMLSegmentationNode:
    """Add the segmentation of a volume: one empty segment a territory, in the order of the table.

    Segment IDs are the territory keys and label values the territory labels; colors and SNOMED CT terminology come
    from the table. The reference geometry is the volume's, the parent transform too, and it lies beside the volume in
    the subject hierarchy.
    """
    raise NotImplementedError


def volumeOf(segmentationNode: vtkMRMLSegmentationNode) -> vtkMRMLScalarVolumeNode | None:
    """The volume whose geometry the segmentation refers to: after opening a scene, what was marked on."""
    raise NotImplementedError


def territoryOf(segmentId: str, segment: vtkSegment) -> Territory:
    """The territory of a segment: by its tag, else its ID or name (key or anatomical name, case ignored), else the
    SNOMED CT code of its anatomic region; any other segment is OTHER, which never counts in the total.
    """
    raise NotImplementedError


def segmentIdOf(segmentationNode: vtkMRMLSegmentationNode, territoryKey: str) -> str:
    """The first segment of a territory, added (empty) if the user deleted it.

    Raises:
        KeyError: no territory has this key.
    """
    raise NotImplementedError


def lesionMapFromSegmentation(
    segmentationNode: vtkMRMLSegmentationNode,
    series: CTSeries,
    volumeNode: vtkMRMLScalarVolumeNode | None = None,
    *,
    copy: bool = True,
) -> LesionMap:
    """The marks of all segments on the grid of the series.

    A voxel in several segments is given to the territory that comes first in the table, and a warning tells how many;
    segments on another grid are sampled at the voxel centers of the series, with a warning. A segment that is no
    territory is read as OTHER, with a warning if it holds marks. `volumeNode` (default: `volumeOf`) is asked only
    for its transform. With `copy=False` the labels may be a view of the segmentation, which changes with it.

    Raises:
        InputRefused: the segmentation and the volume lie under different transforms.
    """
    raise NotImplementedError


def setLesionMap(segmentationNode: vtkMRMLSegmentationNode, lesions: LesionMap) -> None:
    """Replace all marks by those of a lesion map (marks read from a file, or the automatic proposal).

    Segments that are no territory are emptied too. It is one modification; save the state for undo before.
    """
    raise NotImplementedError
