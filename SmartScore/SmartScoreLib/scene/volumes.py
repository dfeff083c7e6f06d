"""A CT series as a scalar volume node, and a volume node as a CT series."""

from collections.abc import Callable
from dataclasses import dataclass

from slicer import vtkMRMLScalarVolumeNode, vtkMRMLScene

from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.series.model import CTSeries

CALCIUM_WINDOW = (350.0, 40.0)
"""Window width and level in HU in which a new volume node is shown: the mediastinal window, calcium is white in it."""

FileOfInstance = Callable[[str], str]
"""The file of a SOP Instance UID, or "" if it is not known: `slicer.dicomDatabase.fileForInstance`."""


@dataclass(frozen=True)
class SceneSeries:
    """A volume node read as a CT series.

    Attributes:
        series: what is scored; `series.hu` holds the values of the node, whatever its files say.
        whyNotExportable: why results cannot be saved to DICOM, a plain sentence; "" if they can.
    """

    series: CTSeries
    whyNotExportable: str = ""

    @property
    def exportable(self) -> bool:
        """Whether results can be saved to DICOM."""
        return not self.whyNotExportable


def volumeFromSeries(series: CTSeries, scene: vtkMRMLScene, name: str = "") -> vtkMRMLScalarVolumeNode:
    """Add a series to the scene as a scalar volume node.

    The node carries the geometry, the attribute `DICOM.instanceUIDs` (one UID a slice, in slice order), the calcium
    window and its place in the subject hierarchy under its patient and study. Its voxels are a copy.
    """
    raise NotImplementedError


def seriesFromVolume(
    volumeNode: vtkMRMLScalarVolumeNode,
    fileOfInstance: FileOfInstance | None = None,
    progress: Progress = silent,
) -> SceneSeries:
    """Read a volume node as a CT series, with its DICOM headers where they can be found.

    A volume that Slicer loaded from DICOM names its images in `DICOM.instanceUIDs`; `fileOfInstance` gives their
    files. Everything the library demands of a series is demanded here too. A volume without DICOM source (NRRD,
    NIfTI), or one whose images cannot be found, or no longer hold the node's values, is read from the node alone: it
    can be scored but not exported, and `whyNotExportable` says why.

    The values are those of the node: a view of its voxels, or a copy where the node holds neither int16 nor float32.
    The slice order of the node does not matter.

    Raises:
        InputRefused: it cannot be scored: no image, tilted, or DICOM files that the library refuses; every reason.
    """
    raise NotImplementedError
