"""What of a reading travels with its segmentation, so that a saved scene opens with it."""

from dataclasses import dataclass, field

from slicer import vtkMRMLSegmentationNode

from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.scoring.model import ScoringProtocol


@dataclass(frozen=True)
class ReadingState:
    """Protocol and what a person typed. Marks are in the segments, scores follow from both."""

    protocol: ScoringProtocol = field(default_factory=ScoringProtocol)
    person: Person = field(default_factory=Person)
    reader: str = ""
    comment: str = ""


def saveState(segmentationNode: vtkMRMLSegmentationNode, state: ReadingState) -> None:
    """Keep the state as node attributes "SmartScore.Protocol", ".Person" (JSON), ".Reader" and ".Comment"."""
    raise NotImplementedError


def loadState(segmentationNode: vtkMRMLSegmentationNode) -> ReadingState:
    """The state that was kept; defaults for what is not there.

    Raises:
        InputRefused: an attribute cannot be read (made by a newer version?); nothing is guessed.
    """
    raise NotImplementedError
