"""Two saved readings of one volume, opened to decide between them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from slicer import vtkMRMLScalarVolumeNode, vtkMRMLScene, vtkMRMLSegmentationNode

from SmartScoreLib.comparison.agreement.lesions.consensus import Side, agreed_marks
from SmartScoreLib.comparison.agreement.lesions.places import MarkedPlace, marked_places
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.reading.saved.reopen import open_reading, reading_on
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.scene.readings.saved import openSaved
from SmartScoreLib.scene.readings.starting import startFromMarks
from SmartScoreLib.scene.state import ReadingState, saveState


@dataclass(frozen=True)
class Adjudication:
    """Where two readings differ.

    Attributes:
        first: one reading.
        second: the other.
        places: every place that one of them scores, those that differ first.
        volume: the volume in the scene.
        nodes: the marks of both in the scene, in their order.
    """

    first: Reading
    second: Reading
    places: tuple[MarkedPlace, ...]
    volume: vtkMRMLScalarVolumeNode = field(repr=False)
    nodes: tuple[vtkMRMLSegmentationNode, vtkMRMLSegmentationNode] = field(repr=False)

    @property
    def open(self) -> tuple[int, ...]:
        """Numbers of the places that differ."""
        return tuple(number for number, place in enumerate(self.places) if place.kind != "same")


def openBoth(
    first: SavedReading, second: SavedReading, scene: vtkMRMLScene, progress: Progress = silent
) -> Adjudication:
    """Open two saved readings of one volume, and list where they differ.

    Raises:
        InputRefused: they are of two volumes, or one of them cannot be opened; every reason.
    """
    if (first.series_instance_uid, first.label) != (second.series_instance_uid, second.label):
        raise InputRefused(remark("scene.two_volumes"))
    one = open_reading(first, progress)
    other = reading_on(second, one.series)
    places = marked_places(one.series, (one.lesions, one.sheet), (other.lesions, other.sheet))
    volume, node = openSaved(first, scene, progress)
    _volume, another = openSaved(second, scene, progress)
    return Adjudication(one, other, places, volume, (node, another))


def startAgreed(adjudication: Adjudication, decided: Mapping[int, Side], reader: str) -> vtkMRMLSegmentationNode:
    """A new reading of the volume: what both mark alike, and the side that was chosen where they differ.

    It has the rules and the person of the first reading, and is a reading of its own: saved, it replaces neither.
    """
    one, other = adjudication.first, adjudication.second
    marks = agreed_marks(one.series, one.lesions, other.lesions, adjudication.places, decided)
    node = startFromMarks(adjudication.volume, marks)
    dominance = one.lesions.dominance if one.lesions.dominance == other.lesions.dominance else None
    saveState(node, ReadingState(one.sheet.protocol, one.interpretation.person, reader, dominance=dominance))
    return node
