"""One callback for every way in which the marks of a segmentation can change."""

from collections.abc import Callable
from typing import Any

from slicer import vtkMRMLSegmentationNode, vtkSegmentation


class Observation:
    """Observers that are removed together; `remove` may be called twice."""

    def __init__(self) -> None:
        self._tags: list[tuple[Any, int]] = []

    def add(self, observed: Any, event: Any, callback: Callable[..., None]) -> None:
        """Observe one event of a VTK object."""
        self._tags.append((observed, observed.AddObserver(event, callback)))

    def remove(self) -> None:
        """Remove all observers."""
        for observed, tag in self._tags:
            observed.RemoveObserver(tag)
        self._tags.clear()


def observeSegmentation(segmentationNode: vtkMRMLSegmentationNode, callback: Callable[[], None]) -> Observation:
    """Call back whenever marks, segments or the transform of a segmentation may have changed.

    Edits fire SourceRepresentationModified; undo, redo, renaming and recoloring fire only SegmentModified, several
    times each; neither names every segment that changed. So the callback gets no arguments and comes more often than
    needed: let it start a short single-shot timer and then call `ScoreKeeper.update`, which finds out what changed.
    """
    observation = Observation()

    def changed(*_: object) -> None:
        callback()

    segmentation = segmentationNode.GetSegmentation()
    for event in (
        vtkSegmentation.SourceRepresentationModified,
        vtkSegmentation.SegmentModified,
        vtkSegmentation.SegmentAdded,
        vtkSegmentation.SegmentRemoved,
    ):
        observation.add(segmentation, event, changed)
    observation.add(segmentationNode, segmentationNode.TransformModifiedEvent, changed)
    return observation
