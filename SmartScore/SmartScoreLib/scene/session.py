"""One volume being read: its series, marks, scores and what was typed, all of it kept in the scene."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from slicer import vtkMRMLScalarVolumeNode, vtkMRMLScene, vtkMRMLSegmentationNode, vtkMRMLTableNode

from SmartScoreLib.database.model import Database
from SmartScoreLib.exports.export import ExportChoices, WrittenSeries, export
from SmartScoreLib.interpretation.choices import InterpretationChoices
from SmartScoreLib.interpretation.interpret import interpret
from SmartScoreLib.interpretation.model import Interpretation
from SmartScoreLib.lesions.clicking import ClickSettings
from SmartScoreLib.lesions.components import Index
from SmartScoreLib.lesions.growing_again import grown_again
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_LABEL
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.proposal.zero import confirm_zero
from SmartScoreLib.reading.model import Reading, SavedVersion
from SmartScoreLib.reading.read import person_of, reading_of, recognised
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import ExportFailed, InputRefused, WrongUsage
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.scene.hierarchy import placeBeside
from SmartScoreLib.scene.marking.engine import Edit
from SmartScoreLib.scene.marking.marked_at import markedAtRemarks, noteMarks
from SmartScoreLib.scene.marking.marker import CalciumMarker, History
from SmartScoreLib.scene.readings.closing import isUnsaved, keepAsSaved
from SmartScoreLib.scene.scores import ReaderWord, ScoreKeeper
from SmartScoreLib.scene.segmentation import createSegmentation, lesionMapFromSegmentation, volumeOf
from SmartScoreLib.scene.state import ReadingState, loadState, saveState
from SmartScoreLib.scene.tables import LESION_TABLE, SCORE_TABLE, updateLesionTable, updateScoreTable
from SmartScoreLib.scene.volumes import INSTANCE_UIDS, FileOfInstance, SceneSeries, seriesFromVolume
from SmartScoreLib.scoring.left_out import LeftOut
from SmartScoreLib.scoring.model import LesionScore, ScoreSheet
from SmartScoreLib.scoring.score import score
from SmartScoreLib.series.describe import SeriesDescription, describe
from SmartScoreLib.series.model import CTSeries, SeriesCandidate

if TYPE_CHECKING:
    from SmartScoreLib.comparison.followup import Followup
    from SmartScoreLib.reports.printing.document import PaintPdf

EVERYTHING = ExportChoices(
    physician=True,
    patient=True,
    screens=True,
    physician_pdf=True,
    patient_pdf=True,
    reduced="auto",
    segmentation=True,
    structured_report=True,
    presentation=True,
)
"""Both reports as pictures and as PDF, screen saves, the reduced series of all slices with lesions, and the reading as
data.
"""


class ReadingSession:
    """A reading in progress, as the panel has it and as scripts use it; nothing here needs Qt.

    Positions are world RAS millimetres, as the views and markups show them. Every edit scores at once and is one step
    of undo.

    Attributes:
        volumeNode, segmentationNode: what is read, and where its marks are.
        series: the volume as the library has it.
        description: patient, study and series, from DICOM as far as it is known.
        whyNotExportable: why results cannot be saved to DICOM; None if they can.
        state: rules of scoring, person, reader, comment, and what the reader says beside the marks.
        zeroCleared: that a confirmed zero was taken back, because coronary calcium was marked; None if it was not.
        marker: edits without scoring.
    """

    def __init__(
        self,
        volumeNode: vtkMRMLScalarVolumeNode | None,
        segmentationNode: vtkMRMLSegmentationNode | None = None,
        fileOfInstance: FileOfInstance | None = None,
        history: History | None = None,
        database: Callable[[], Database] | None = None,
        paintPdf: "PaintPdf | None" = None,
        siteChoices: InterpretationChoices | None = None,
        source: SceneSeries | None = None,
    ) -> None:
        """Read the volume and score the marks it has; a volume without segmentation gets one.

        Args:
            volumeNode: a CT in Hounsfield units.
            segmentationNode: its marks; None takes those that SmartScore made for the volume, or makes them.
            fileOfInstance: where the DICOM images of the volume are.
            history: undo and redo that are shared with a segment editor.
            database: where `exportToDICOM` writes to.
            paintPdf: who makes PDF files; None for reportlab.
            siteChoices: classification and populations of a reading that has none of its own; None for the standard.
            source: the volume as the library has it, where it was made just now; None reads it.

        Raises:
            InputRefused: these are no such nodes, the volume cannot be scored, or its saved state cannot be read;
                every reason.
        """
        volume = demandVolume(volumeNode)
        if segmentationNode is not None:
            demandSegmentation(segmentationNode)
        source = source or seriesFromVolume(volume, fileOfInstance)
        self.series = source.series
        self.whyNotExportable: Remark | None = source.whyNotExportable
        self.description: SeriesDescription = describe(source.series)
        self.volumeNode = volume
        self.segmentationNode = (
            segmentationNode or segmentationOf(volume) or createSegmentation(volume, volume.GetScene())
        )
        self.state: ReadingState = loadState(self.segmentationNode)
        self.zeroCleared: Remark | None = None
        self._database = database
        self._paintPdf = paintPdf
        self._siteChoices = siteChoices or InterpretationChoices()
        self.keeper = ScoreKeeper(self.segmentationNode, self.series, self.state.protocol, volume)
        self._noteMarks()
        self._keepZero()
        self.marker = CalciumMarker(
            self.segmentationNode, volume, thresholdHu=self.state.protocol.threshold_hu, history=history
        )
        self._fillTables()

    @property
    def sheet(self) -> ScoreSheet:
        """The scores as of the last update."""
        return self.keeper.sheet

    @property
    def leftOut(self) -> tuple[LeftOut, ...]:
        """Marks that count nothing, each with the reason, as of the last update."""
        return self.keeper.leftOut

    def update(self) -> bool:
        """Score what changed; tells whether anything did. Raises InputRefused as ScoreKeeper does."""
        changed = self.keeper.update()
        if changed:
            self._noteMarks()
            self._keepZero()
            self._fillTables()
        return changed

    def growAgain(self) -> int:
        """Take every lesion whole at the threshold that is in force now, as clicks would, and score; one step of undo.

        Returns:
            How many lesions stayed as they were, because they would be larger than a lesion can be.
        """
        self.update()
        settings = ClickSettings(self.state.protocol.threshold_hu, self.marker.limitMm3)
        grown, refused = grown_again(self.series.hu, self.keeper.lesions, self._seeds(), settings)
        self.marker.replaceMarks(grown)
        self.update()
        self._keepZero()
        self._fillTables()
        return refused

    def confirmZero(self, confirmed: bool = True) -> tuple[Remark, ...]:
        """Take the reader's word that there is no coronary calcium, or take it back; it is saved with the marks.

        A mark in a coronary artery takes it back too.

        Returns:
            What may be calcium near the heart and is not marked.

        Raises:
            InputRefused: coronary calcium is marked.
        """
        self.update()
        self.setState(replace(self.state, zeroConfirmed=confirmed))
        return self.keeper.word.remarks

    def setState(self, state: ReadingState) -> bool:
        """Take over what was typed or stated; tells whether the scores are new.

        Raises:
            InputRefused: zero is confirmed, and coronary calcium is marked; nothing was taken over.
        """
        if state == self.state:
            return False
        word = self._word(state)
        self.state = state
        saveState(self.segmentationNode, state)
        self.marker.thresholdHu = state.protocol.threshold_hu
        changed = self.keeper.setProtocol(state.protocol) | self.keeper.setWord(word)
        if changed:
            self._fillTables()
        return changed

    @property
    def choices(self) -> InterpretationChoices:
        """Classification and populations: those that were chosen for the reading, else those of the site."""
        return self._siteChoices if self.state.meaning is None else self.state.meaning.choices

    def interpretation(self) -> Interpretation:
        """What the scores mean for this person."""
        return interpret(self.sheet, person_of(self.description, self.state.person), self.choices)

    def reading(self) -> Reading:
        """Everything that a report or an export needs, as of now."""
        self.update()
        state = self.state
        made = reading_of(
            self.series,
            self.description,
            self.keeper.lesions,
            self.sheet,
            state.person,
            state.reader,
            state.comment,
            state.texts,
            self.choices,
        )
        return replace(made, previous=state.previous)

    def markAt(self, ras: Sequence[float], territory: str, *, inSlice: bool = False) -> Edit:
        """Take the connected calcium at a position into a territory, as a click in a slice view does, and score.

        Args:
            ras: (r, a, s) world millimetres; up to 2 mm beside calcium in its slice is meant for it.
            territory: key of the table: LM, LAD, LCX, RCA, PDA, AORTA, AV, MV, OTHER ...
            inSlice: take only what lies in the acquired slice of the position.

        Returns:
            What was marked; where nothing was, `reason` says why.

        Raises:
            WrongUsage: there is no such territory.
        """
        return self._edited(self.marker.click(ras, territory, inSlice=inSlice))

    def eraseAt(self, ras: Sequence[float], *, inSlice: bool = False) -> Edit:
        """Remove the connected marks of one territory at a position, as Shift+click in a slice view does, and score."""
        return self._edited(self.marker.erase(ras, inSlice=inSlice))

    def reassignAt(self, ras: Sequence[float], territory: str) -> Edit:
        """Move the connected marks at a position to another territory, and score. Raises WrongUsage as `markAt`."""
        return self._edited(self.marker.reassign(ras, territory))

    def reassignLesion(self, lesion: LesionScore | LeftOut, territory: str) -> Edit:
        """Give a lesion to another territory, and score. Raises WrongUsage as `markAt`."""
        return self._edited(self.marker.reassignLesion(lesion, territory))

    def deleteLesion(self, lesion: LesionScore | LeftOut) -> Edit:
        """Remove a lesion, and score."""
        return self._edited(self.marker.deleteLesion(lesion))

    def undo(self) -> bool:
        """Take the last edit back, and score; False if there is none."""
        undone = self.marker.undo()
        self.update()
        return undone

    def redo(self) -> bool:
        """Do again what was taken back, and score; False if there is nothing."""
        redone = self.marker.redo()
        self.update()
        return redone

    def exportToDICOM(
        self,
        choices: ExportChoices = EVERYTHING,
        database: Database | None = None,
        progress: Progress = silent,
    ) -> tuple[WrittenSeries, ...]:
        """Write reports, PDF, screen saves and the reduced series into a DICOM database, all or none.

        Args:
            choices: what to write; everything by default.
            database: where to; Slicer's own by default.
            progress: told how far it is.

        Raises:
            ExportFailed: the volume did not come from DICOM, there is no database, or writing failed; nothing stays.
            InputRefused, WrongUsage, Cancelled: as `exports.export.export` does.
        """
        if self.whyNotExportable is not None:
            raise ExportFailed(self.whyNotExportable)
        if database is None:
            if self._database is None:
                raise ExportFailed(remark("scene.no_database"))
            database = self._database()
        return export(self.reading(), database, choices, progress, self._paintPdf)

    def saveReport(self, path: str | Path, language: str = "en", followup: "Followup | None" = None) -> list[Path]:
        """Write both reports as files: a .pdf file for print, or a folder of .png files.

        With a follow-up of the reading they tell what has changed since another scan.

        Returns:
            The files written.

        Raises:
            InputRefused: no reader has confirmed the marks.
            WrongUsage: the file has another suffix, or there is no such language.
            SmartScoreError: the PDF library is not installed.
            OSError: a file cannot be written.
        """
        from SmartScoreLib.reading.read import refuse_without_result

        target, reading = Path(path), self.reading()
        if target.suffix.lower() not in ("", ".pdf"):
            raise WrongUsage(remark("scene.report_suffix", file=target.name))
        refuse_without_result(reading)
        if target.suffix:
            from SmartScoreLib.reports.pdf import write_pdf

            return [write_pdf(reading, target, language, self._paintPdf, followup)]
        from SmartScoreLib.reports.files import write_pngs

        return write_pngs(reading, target, language, followup)

    def savedAs(self, version: SavedVersion) -> None:
        """The reading was saved: the next time a new version of that is written."""
        self.setState(replace(self.state, previous=version))
        keepAsSaved(self.segmentationNode, self.keeper.lesions, self.state)

    @property
    def unsaved(self) -> bool:
        """Whether closing the reading would lose something: marks or words that were not saved to DICOM."""
        return isUnsaved(self.segmentationNode, self.keeper.lesions, self.state)

    def slicesWithLesions(self) -> tuple[int, ...]:
        """0-based slices that hold a counted part of a lesion, in order."""
        return tuple(sorted({index for lesion in self.sheet.lesions for index in lesion.slices}))

    def _keepZero(self) -> None:
        """A zero that the marks contradict is taken back, and said; dominance stays."""
        if self.state.zeroConfirmed and hasCoronaryMarks(self.keeper.lesions):
            self.state = replace(self.state, zeroConfirmed=False)
            saveState(self.segmentationNode, self.state)
            self.zeroCleared = remark("scene.zero_cleared")
        self.keeper.setWord(self._word(self.state))

    def _noteMarks(self) -> None:
        marked = bool(self.keeper.lesions.labels.any())
        noteMarks(self.segmentationNode, marked, self.state.protocol.threshold_hu)

    def _word(self, state: ReadingState) -> ReaderWord:
        """What stands beside the marks: what the reader says, and at which threshold they were made."""
        word = readerWord(self.series, self.keeper.lesions, state)
        click = ClickSettings(state.protocol.threshold_hu)
        said = markedAtRemarks(self.segmentationNode, self.series.hu, self.keeper.lesions, self._seeds(), click)
        return replace(word, remarks=(*word.remarks, *said))

    def _seeds(self) -> list[Index]:
        """A voxel of each piece of marks: its peak."""
        return [one.peak_index for one in self.sheet.lesions] + [one.peak_index for one in self.leftOut]

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


def segmentationsOf(volumeNode: vtkMRMLScalarVolumeNode) -> list[vtkMRMLSegmentationNode]:
    """Every segmentation whose geometry is that of a volume, in the order of the scene."""
    found = volumeNode.GetScene().GetNodesByClass("vtkMRMLSegmentationNode")
    found.UnRegister(None)  # Python owns the collection now
    nodes = [found.GetItemAsObject(number) for number in range(found.GetNumberOfItems())]
    return [node for node in nodes if volumeOf(node) is volumeNode]


def readingsOf(volumeNode: vtkMRMLScalarVolumeNode) -> list[vtkMRMLSegmentationNode]:
    """The readings of a volume: segmentations that SmartScore scores."""
    return [node for node in segmentationsOf(volumeNode) if node.GetNodeReferenceID(SCORE_TABLE)]


def segmentationOf(volumeNode: vtkMRMLScalarVolumeNode) -> vtkMRMLSegmentationNode | None:
    """The first reading of a volume, or None."""
    return next(iter(readingsOf(volumeNode)), None)


def openedBefore(candidate: SeriesCandidate, scene: vtkMRMLScene) -> vtkMRMLScalarVolumeNode | None:
    """The volume of a scene that was loaded from the same images, one with a reading first, or None."""
    images = {str(dataset.SOPInstanceUID) for dataset in candidate.datasets}
    found = scene.GetNodesByClass("vtkMRMLScalarVolumeNode")
    found.UnRegister(None)  # Python owns the collection now
    volumes = [found.GetItemAsObject(number) for number in range(found.GetNumberOfItems())]
    same = [node for node in volumes if set((node.GetAttribute(INSTANCE_UIDS) or "").split()) == images]
    return next((node for node in same if segmentationOf(node) is not None), same[0] if same else None)


def scoreMarks(
    volumeNode: vtkMRMLScalarVolumeNode | None,
    segmentationNode: vtkMRMLSegmentationNode | None,
    fileOfInstance: FileOfInstance | None = None,
) -> ScoreSheet:
    """The scores of a segmentation, by the rules that are saved with it (else the default ones); nothing is changed.

    Args:
        volumeNode: a CT in Hounsfield units.
        segmentationNode: its marks; segments are known by name, tag or SNOMED CT code.
        fileOfInstance: where the DICOM images of the volume are: tube voltage and contrast agent are looked up there.

    Raises:
        InputRefused: these are no such nodes, the volume cannot be scored, or the marks cannot be read; every reason.
    """
    volume, segmentation = demandVolume(volumeNode), demandSegmentation(segmentationNode)
    series = seriesFromVolume(volume, fileOfInstance).series
    lesions, state = lesionMapFromSegmentation(segmentation, series, volume), loadState(segmentation)
    if hasCoronaryMarks(lesions):
        state = replace(state, zeroConfirmed=False)
    lesions = readerWord(series, lesions, state).over(lesions)
    return score(series.hu, lesions, state.protocol, series.remarks)


def hasCoronaryMarks(lesions: LesionMap) -> bool:
    """Whether anything is marked in a coronary artery, calcium or not."""
    return any(BY_LABEL[label].counts for label in np.unique(lesions.labels).tolist() if label in BY_LABEL)


def readerWord(series: CTSeries, lesions: LesionMap, state: ReadingState) -> ReaderWord:
    """What the reader says beside the marks, and for a confirmed zero what is not marked near the heart.

    Raises:
        InputRefused: zero is confirmed, and coronary calcium is marked.
    """
    mode, said = recognised(series, state.mode)
    said = (*said, *_reviewed(state))
    word = ReaderWord(dominance=state.dominance, remarks=said, mode=mode, visual=state.visual)
    if not state.zeroConfirmed:
        return word
    plain = replace(lesions, remarks=())
    rules = state.protocol
    confirmed = confirm_zero(series, plain, rules.threshold_hu, rules.minimum_area_mm2)
    return replace(word, zeroConfirmed=True, remarks=(*said, *confirmed.remarks))


def _reviewed(state: ReadingState) -> tuple[Remark, ...]:
    """What became of proposals: it stays with the reading."""
    if state.reviewed is None:
        return ()
    accepted, changed, rejected, left = state.reviewed
    return (remark("proposal.reviewed", accepted=accepted, changed=changed, rejected=rejected, open=left),)


def demandVolume(node: Any) -> vtkMRMLScalarVolumeNode:
    """The node, if it is a scalar volume node; else InputRefused."""
    if not isinstance(node, vtkMRMLScalarVolumeNode):
        raise InputRefused(remark("scene.not_a_volume", given=_kindOf(node)))
    return node


def demandSegmentation(node: Any) -> vtkMRMLSegmentationNode:
    """The node, if it is a segmentation node; else InputRefused."""
    if not isinstance(node, vtkMRMLSegmentationNode):
        raise InputRefused(remark("scene.not_a_segmentation", given=_kindOf(node)))
    return node


def _kindOf(node: Any) -> str:
    return "None" if node is None else type(node).__name__
