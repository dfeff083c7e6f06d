"""One volume being read: its series, marks, scores and what was typed, all of it kept in the scene."""

import slicer
from slicer import vtkMRMLScalarVolumeNode, vtkMRMLSegmentationNode, vtkMRMLTableNode

from SmartScoreLib.interpretation.interpret import interpret
from SmartScoreLib.interpretation.model import Interpretation
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.read import person_of
from SmartScoreLib.scene.hierarchy import placeBeside
from SmartScoreLib.scene.marking import CalciumMarker, Edit, History
from SmartScoreLib.scene.scores import ScoreKeeper
from SmartScoreLib.scene.segmentation import createSegmentation, volumeOf
from SmartScoreLib.scene.state import ReadingState, loadState, saveState
from SmartScoreLib.scene.tables import updateLesionTable, updateScoreTable
from SmartScoreLib.scene.volumes import FileOfInstance, SceneSeries, seriesFromVolume
from SmartScoreLib.scoring.model import LesionScore, ScoreSheet
from SmartScoreLib.series.describe import SeriesDescription, describe

SCORE_TABLE = "SmartScore.ScoreTable"
LESION_TABLE = "SmartScore.LesionTable"
"""Roles under which a segmentation refers to its table nodes."""


class Session:
    """A reading in progress. Nothing here needs Qt, so that scripts and tests can use it as the panel does."""

    def __init__(
        self,
        volumeNode: vtkMRMLScalarVolumeNode,
        segmentationNode: vtkMRMLSegmentationNode | None = None,
        fileOfInstance: FileOfInstance | None = None,
        history: History | None = None,
    ) -> None:
        """Read the volume and score the marks it has; a volume without segmentation gets one.

        Raises:
            InputRefused: the volume cannot be scored, or its saved state cannot be read; every reason.
        """
        source: SceneSeries = seriesFromVolume(volumeNode, fileOfInstance)
        self.series = source.series
        self.whyNotExportable = source.whyNotExportable
        self.description: SeriesDescription = describe(source.series)
        self.volumeNode = volumeNode
        self.segmentationNode = (
            segmentationNode or segmentationOf(volumeNode) or createSegmentation(volumeNode, slicer.mrmlScene)
        )
        self.state: ReadingState = loadState(self.segmentationNode)
        self.keeper = ScoreKeeper(self.segmentationNode, self.series, self.state.protocol, volumeNode)
        self.marker = CalciumMarker(
            self.segmentationNode,
            volumeNode,
            self.series,
            thresholdHu=self.state.protocol.threshold_hu,
            history=history,
        )
        self._fillTables()

    @property
    def sheet(self) -> ScoreSheet:
        """The scores as of the last update."""
        return self.keeper.sheet

    def update(self) -> bool:
        """Score what changed; tells whether anything did. Raises InputRefused as ScoreKeeper does."""
        changed = self.keeper.update()
        if changed:
            self._fillTables()
        return changed

    def setState(self, state: ReadingState) -> bool:
        """Take over what was typed; tells whether the scores are new."""
        if state == self.state:
            return False
        protocolChanged = state.protocol != self.state.protocol
        self.state = state
        saveState(self.segmentationNode, state)
        if not protocolChanged:
            return False
        self.marker.thresholdHu = state.protocol.threshold_hu
        self.keeper.setProtocol(state.protocol)
        self._fillTables()
        return True

    def interpretation(self) -> Interpretation:
        """What the scores mean for this person."""
        return interpret(self.sheet, person_of(self.description, self.state.person))

    def reading(self) -> Reading:
        """Everything that a report or an export needs, as of now."""
        self.update()
        return Reading(
            self.series,
            self.description,
            self.keeper.lesions,
            self.sheet,
            self.interpretation(),
            self.state.reader,
            self.state.comment,
        )

    def reassignLesion(self, lesion: LesionScore, territoryKey: str) -> Edit:
        """Give a lesion to another territory, and score."""
        return self._edited(self.marker.reassignLesion(lesion, territoryKey))

    def deleteLesion(self, lesion: LesionScore) -> Edit:
        """Remove a lesion, and score."""
        return self._edited(self.marker.deleteLesion(lesion))

    def slicesWithLesions(self) -> tuple[int, ...]:
        """0-based slices that hold a counted part of a lesion, in order."""
        return tuple(sorted({index for lesion in self.sheet.lesions for index in lesion.slices}))

    def _edited(self, edit: Edit) -> Edit:
        self.update()
        return edit

    def _fillTables(self) -> None:
        updateScoreTable(self._table(SCORE_TABLE, "SmartScore scores"), self.sheet)
        updateLesionTable(self._table(LESION_TABLE, "SmartScore lesions"), self.sheet)

    def _table(self, role: str, name: str) -> vtkMRMLTableNode:
        node = self.segmentationNode.GetNodeReference(role)
        if node is None:
            scene = self.segmentationNode.GetScene()
            node = scene.AddNewNodeByClass("vtkMRMLTableNode", scene.GenerateUniqueName(name))
            self.segmentationNode.SetNodeReferenceID(role, node.GetID())
            placeBeside(node, self.volumeNode)
        return node


def segmentationOf(volumeNode: vtkMRMLScalarVolumeNode) -> vtkMRMLSegmentationNode | None:
    """The first segmentation made by SmartScore for a volume, or None."""
    for node in slicer.util.getNodesByClass("vtkMRMLSegmentationNode", volumeNode.GetScene()):
        if node.GetNodeReferenceID(SCORE_TABLE) and volumeOf(node) is volumeNode:
            return node
    return None
