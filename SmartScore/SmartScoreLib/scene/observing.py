"""One callback for every way in which the marks of a segmentation can change."""

from collections.abc import Callable

from slicer import vtkMRMLSegmentationNode, vtkSegmentation
from slicer.util import VTKObservationMixin


def observeSegmentation(segmentationNode: vtkMRMLSegmentationNode, callback: Callable[[], None]) -> VTKObservationMixin:
    """Call back whenever marks, segments or the transform of a segmentation may have changed.

    Edits fire SourceRepresentationModified; undo, redo, renaming and recoloring fire only SegmentModified, several
    times each; neither names every segment that changed. So the callback gets no arguments and comes more often than
    needed: let it start a short single-shot timer and then call `ScoreKeeper.update`, which finds out what changed.
    It comes until `removeObservers()` of what is returned.
    """
    observation = VTKObservationMixin()

    def changed(*_: object) -> None:
        callback()

    segmentation = segmentationNode.GetSegmentation()
    for event in (
        vtkSegmentation.SourceRepresentationModified,
        vtkSegmentation.SegmentModified,
        vtkSegmentation.SegmentAdded,
        vtkSegmentation.SegmentRemoved,
    ):
        observation.addObserver(segmentation, event, changed)
    observation.addObserver(segmentationNode, segmentationNode.TransformModifiedEvent, changed)
    return observation
