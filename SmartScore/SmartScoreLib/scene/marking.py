"""Marking calcium in the scene without Qt: clicks, erasing, reassigning, with undo and redo."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from slicer import vtkMRMLScalarVolumeNode, vtkMRMLSegmentationNode

from SmartScoreLib.scoring.model import LesionScore
from SmartScoreLib.series.model import CTSeries


class History(Protocol):
    """Undo and redo. A qMRMLSegmentEditorWidget fits as it is, so that panel and editor share one history."""

    def saveStateForUndo(self) -> object:
        """Remember the state before an edit."""

    def undo(self) -> object:
        """Take the last edit back."""

    def redo(self) -> object:
        """Do again what was taken back."""


@dataclass(frozen=True)
class Edit:
    """What an edit did.

    Attributes:
        changed: whether marks changed.
        voxels: how many voxels the edit took, gave back or moved.
        text: why nothing happened, or what limited it, one plain sentence; "" if there is nothing to tell.
    """

    changed: bool
    voxels: int = 0
    text: str = ""


class CalciumMarker:
    """Marks calcium of one volume in one segmentation.

    Attributes:
        thresholdHu: a voxel belongs to calcium at or above this value.
        limitMm3: a click that would take more than this volume is refused: it is bone, or has leaked into it.
    """

    thresholdHu: float
    limitMm3: float

    def __init__(
        self,
        segmentationNode: vtkMRMLSegmentationNode,
        volumeNode: vtkMRMLScalarVolumeNode,
        series: CTSeries,
        *,
        thresholdHu: float = 130.0,
        limitMm3: float = 5000.0,
        history: History | None = None,
    ) -> None:
        """Without a `history` of its own the marker keeps 50 states in a vtkSlicerSegmentEditorLogic.

        Raises:
            InputRefused: the segmentation and the volume lie under different transforms.
        """
        raise NotImplementedError

    def click(self, ras: Sequence[float], territoryKey: str, *, inSlice: bool = False) -> Edit:
        """Take the connected calcium at a point (world RAS millimetres) into a territory, out of any other.

        `inSlice` takes only the part in the acquired slice that holds the point. Nothing is taken outside of the
        volume, below the threshold, or where the limit stops it; the text of the edit says which.
        """
        raise NotImplementedError

    def erase(self, ras: Sequence[float], *, inSlice: bool = False) -> Edit:
        """Remove the connected marks of one territory at a point (world RAS millimetres)."""
        raise NotImplementedError

    def reassign(self, ras: Sequence[float], territoryKey: str, *, inSlice: bool = False) -> Edit:
        """Move the connected marks of one territory at a point (world RAS millimetres) to another territory."""
        raise NotImplementedError

    def reassignLesion(self, lesion: LesionScore, territoryKey: str) -> Edit:
        """Move a scored lesion, with the marked voxels connected to it, to another territory."""
        raise NotImplementedError

    def deleteLesion(self, lesion: LesionScore) -> Edit:
        """Remove a scored lesion, with the marked voxels connected to it."""
        raise NotImplementedError

    def clear(self) -> Edit:
        """Remove all marks."""
        raise NotImplementedError

    def undo(self) -> bool:
        """Take the last edit back; False if there is none."""
        raise NotImplementedError

    def redo(self) -> bool:
        """Do again what was taken back; False if there is nothing."""
        raise NotImplementedError

    @property
    def canUndo(self) -> bool:
        """Whether there is an edit to take back; True if the history given cannot tell."""
        raise NotImplementedError

    @property
    def canRedo(self) -> bool:
        """Whether there is an edit to do again; True if the history given cannot tell."""
        raise NotImplementedError
