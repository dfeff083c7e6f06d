"""The panel: opens a reading, and shows what changed in all of its sections. It computes nothing itself."""

from dataclasses import replace
from typing import Any

import qt
import slicer
from slicer.util import VTKObservationMixin

from SmartScoreLib.comparison.followup import Followup
from SmartScoreLib.desktop import texts
from SmartScoreLib.desktop.cells import shareByText, showLabel
from SmartScoreLib.desktop.choosing import slicer_database
from SmartScoreLib.desktop.choosing.section import ChoosingSection
from SmartScoreLib.desktop.current import Current
from SmartScoreLib.desktop.followup.section import FollowupSection
from SmartScoreLib.desktop.marking.section import MarkingSection
from SmartScoreLib.desktop.meaning.choosing import MeaningSection
from SmartScoreLib.desktop.meaning.risk import RiskSection
from SmartScoreLib.desktop.meaning.site import siteChoices
from SmartScoreLib.desktop.modes.calibration import CalibrationMenu
from SmartScoreLib.desktop.modes.section import ModeSection
from SmartScoreLib.desktop.readings.section import ReadingsSection
from SmartScoreLib.desktop.remark_text import remarkText
from SmartScoreLib.desktop.reporting.pdf_painter import paintWithQt
from SmartScoreLib.desktop.reporting.section import ReportingSection
from SmartScoreLib.desktop.result.header import Header
from SmartScoreLib.desktop.result.line import resultLine
from SmartScoreLib.desktop.result.view_text import ViewText
from SmartScoreLib.desktop.saving.saving import Saving
from SmartScoreLib.desktop.scores.section import ScoresSection
from SmartScoreLib.desktop.settings import Settings
from SmartScoreLib.desktop.views.views import Views
from SmartScoreLib.exports.export import ExportChoices, WrittenSeries
from SmartScoreLib.interpretation.choices import InterpretationChoices
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.scene.observing import observeSegmentation
from SmartScoreLib.scene.readings.orphans import removeOrphans
from SmartScoreLib.scene.readings.saved import readingsOfReport
from SmartScoreLib.scene.readings.visibility import showOnlyReading
from SmartScoreLib.scene.segmentation import volumeOf
from SmartScoreLib.scene.session import ReadingSession, segmentationOf
from SmartScoreLib.scene.state import ReadingState
from SmartScoreLib.scene.volumes import SceneSeries, asLoaded, volumeToRead
from SmartScoreLib.scoring.model import ScoreSheet, ScoringProtocol
from SmartScoreLib.scoring.presets import PRESETS
from SmartScoreLib.series.model import CTSeries

COALESCE_MS = 20
"""Edits that come closer together than this are scored and shown once."""


class Panel:
    """Wires the controls of SmartScore.ui to the parameter node, the scene and the library.

    Attributes:
        current: the reading that is open, and the settings.
        choosing, readings, marking, scores, meaning, risk, reporting, followup, saving: the sections, by what a reader
            does in them.
        views: the slice and 3D views.
        header, viewText: the result in sight, on top of the panel and in the large view.
    """

    def __init__(self, ui: Any, parameterNode: Any) -> None:
        """`ui` holds the widgets by name, `parameterNode` is a SmartScoreParameterNode; nothing is shown yet."""
        self.ui = ui
        self._marks = VTKObservationMixin()
        self._parameters = VTKObservationMixin()
        self._loading = True  # until the parts below are there
        self._chosen: Any = None
        self._left: Any = None
        self._shownLast: dict[str, str] = {}
        self._asSaved: tuple[ScoreSheet, ReadingState] | None = None  # until the reading is changed
        self.current = Current(self._updateButtons)
        self.views = Views()
        self.header = Header(ui)
        self.viewText = ViewText()
        self.choosing = ChoosingSection(ui, self.current, self.onDatabase, self.openLoaded)
        self.marking = MarkingSection(
            ui,
            self.current,
            self.updateScores,
            self._updateButtons,
            {
                "nextExam": ui.nextButton.click,
                "window": self._calciumWindow,
                "otherDate": lambda: self.followup.views.flip(),
                "save": ui.saveButton.click,
                "earlierTerritory": lambda: self.followup.territories.take(),
                "density": ui.densityCheckBox.click,
            },
        )
        self.readings = ReadingsSection(ui, self.current, self.choosing, lambda: self.choosing.series.refresh())
        self.choosing.series.seen = self.readings.seen
        self.choosing.series.onKnown = self.readings.fill
        self.scores = ScoresSection(ui, self.current, self._useRules)
        self.meaning = MeaningSection(ui, self.current, self.updateAll)
        self.risk = RiskSection(ui, self.current, self.updateAll)
        self.mode = ModeSection(ui, self.current)
        self.calibration = CalibrationMenu(ui, self.current, self.onFactor)
        self.followup = FollowupSection(ui, self.current, self.updateScores, self.choosing.readSeries)
        self.current.saidBefore = self.followup.territories.said
        self.reporting = ReportingSection(ui, self.current, self.followup.of)
        self.saving = Saving(
            ui,
            self._toSave,
            lambda: slicer_database.SlicerDatabase(slicer.dicomDatabase),
            self.onSaved,
            self.current.tell,
        )
        # A fold of CTK wants the width that its contents would like; what it holds fits a narrow panel.
        for fold in (ui.readingsSection, ui.visualSection, ui.meaningSection, ui.riskSection, ui.protocolSection):
            fold.setSizePolicy(qt.QSizePolicy.Ignored, qt.QSizePolicy.Preferred)
        shareByText(ui.saveButton, ui.pdfButton, ui.csvButton, ui.nextButton)
        self._timer = qt.QTimer()
        self._timer.setSingleShot(True)
        self._timer.setInterval(COALESCE_MS)
        self._timer.connect("timeout()", self.updateScores)
        self._loading = False
        ui.commentEdit.connect("textChanged()", lambda: self.current.settings.setComment(ui.commentEdit.plainText))
        presets = list(PRESETS.values())
        for preset in presets:
            ui.presetComboBox.addItem(preset.name)
        ui.presetComboBox.connect("activated(int)", lambda index: self.current.settings.usePreset(presets[index]))
        self.setParameterNode(parameterNode)

    @property
    def session(self) -> ReadingSession | None:
        """The reading that is open."""
        return self.current.session

    def setParameterNode(self, parameterNode: Any) -> None:
        """Follow this parameter node; None lets go of everything that belongs to the scene."""
        self._parameters.removeObservers()
        self.close()
        self._chosen = self._left = None
        if parameterNode is None:
            self.marking.editor.clear()
            return
        self.current.settings = Settings(parameterNode)
        self._parameters.addObserver(parameterNode, "ModifiedEvent", lambda *_args: self.onParameters())
        self.marking.editor.selectNode()
        self._openChosen()

    def enter(self) -> None:
        """The module is shown."""
        self.current.entered = True
        self.marking.editor.enter()
        self.views.enter()
        self.choosing.series.enter()
        if self._chosen is None and not self.current.whyNotScorable:
            self.current.settings.parameterNode.inputVolume = volumeToRead(slicer.mrmlScene)
        self._showSession()
        self.updateScores()
        self.marking.enableKeys()

    def exit(self) -> None:
        """The module is hidden: no key, no effect and no work is left."""
        self.current.entered = False
        self.saving.cancel()
        self.reporting.preview.stop()
        self.choosing.series.exit()
        self._timer.stop()
        self.marking.exit()
        self.calibration.forget()
        self.followup.exit()
        self.viewText.hide()
        self.views.leave()

    def cleanup(self) -> None:
        """The widget is being deleted or reloaded."""
        self.exit()
        self._parameters.removeObservers()
        self.close()
        self.marking.cleanup()
        self.followup.forget()

    def sceneIsClosing(self) -> None:
        """Let go of all nodes before they are removed."""
        self.marking.candidates.forget()
        self.calibration.forget()
        self.followup.forget()
        self.marking.proposals.forgetScene()
        self.readings.deciding.forget()
        self.views.forgetScene()
        self.setParameterNode(None)

    def sceneWasReplaced(self, volumeNode: Any) -> None:
        """A scene was opened while the panel is hidden: of its readings, show that of the chosen volume."""
        if volumeNode is not None:
            showOnlyReading(slicer.mrmlScene, volumeNode, segmentationOf(volumeNode))

    def nodeAdded(self) -> None:
        """Something that can be shown was added to the scene."""
        if self.current.entered:
            self._timer.start()

    def nodeRemoved(self, node: Any) -> None:
        """A node was deleted, perhaps the volume or the marks that are shown; what belongs to it goes too."""
        session = self.session
        shown = (session.volumeNode, session.segmentationNode) if session is not None else (self._left,)
        if node is not None and node in shown:
            self.close()
            self._chosen = self._left = None
            self._loading = True
            self.current.settings.parameterNode.inputVolume = None
            self._loading = False
            self.current.whyNotScorable = texts.deleted()
            self.updateAll()
        if node is not None:
            self.readings.deciding.nodeRemoved(node)
            removeOrphans(slicer.mrmlScene, node)

    def onDatabase(self) -> None:
        """The database was opened or closed: the files of the volume may be known now, or no longer."""
        if self.session is not None and self.session.whyNotExportable is not None and slicer_database.isOpen():
            self._openChosen()
        if elsewhere := slicer_database.whyNotHere(self.session):
            self.current.tell(elsewhere)
        self._updateButtons()

    def onParameters(self) -> None:
        """A control or a scene changed the parameter node."""
        if self._loading:
            return
        settings = self.current.settings
        node = settings.parameterNode
        if node.inputVolume is not self._chosen or (self.session is not None and self._otherMarks() is not None):
            self._openChosen()
            return
        if self.session is not None:
            self._takeState(self.session)
            settings.applyToEffect(self.marking.editor)
        self.updateAll()

    def onFactor(self) -> None:
        """The mass factor was measured or looked up: show it."""
        if self.session is not None:
            self._loading = True
            self.current.settings.showFactor(self.session.state.protocol)
            self._loading = False
            self.updateAll()

    def onSaved(self, written: tuple[WrittenSeries, ...]) -> None:
        """Results are in the database: what was saved as a reading is replaced by the next version."""
        uids = {one.series_instance_uid for one in written if one.kind == "structured_report"}
        if not uids:
            return
        for uid in uids:
            for saved in readingsOfReport(slicer.dicomDatabase, uid):
                self.choosing.series.saved(saved)
                if self.session is not None:
                    self.session.savedAs(saved.version)
                    self._asSaved = self.session.sheet, self.session.state
                    self.updateAll()
        self.choosing.series.refresh()

    def close(self) -> None:
        """Stop reading the volume; what was marked stays in the scene."""
        self._timer.stop()
        self._marks.removeObservers()
        self.marking.candidates.hide()
        if self.session is not None:
            self.marking.editor.clear()
            self.views.forgetVolume()
        self.current.session = self._asSaved = None
        self.current.whyNotScorable = ""
        self.saving.forget()

    def updateScores(self) -> None:
        """Score what changed, and show it."""
        self._timer.stop()
        if self.session is not None:
            with self.current.reported():
                if self.session.update():
                    self.current.told = self.marking.answer()
                self._tellFinal(self.session)
                self._tellCleared(self.session)
        self.updateAll()

    def updateAll(self) -> None:
        """Show the state of everything, and draw it once."""
        with slicer.util.RenderBlocker():
            self._updateAll(self.session)

    def _updateAll(self, session: ReadingSession | None) -> None:
        self.choosing.update()
        self.marking.update()
        self.scores.update()
        self.meaning.update()
        self.risk.update()
        self.mode.update()
        self.followup.update()
        line = resultLine(session, self.current.openProposals())
        self.header.update(line)
        self.viewText.show(session if self.current.entered else None, line)
        showLabel(self.ui.statusLabel, self.current.whyNotScorable or texts.verdict(session))
        showLabel(self.ui.versionLabel, texts.savedBefore(session))
        self.current.settings.updateControls(self.ui, session)
        showOnlyReading(
            slicer.mrmlScene,
            session.volumeNode if session is not None else None,
            session.segmentationNode if session is not None else None,
        )
        if session is not None and session.sheet.lesions and self.current.entered:
            self.views.showSurfaces(session.segmentationNode)
        byDensity = self.current.settings.parameterNode.densityColors
        self.views.colors.show(session if self.current.entered else None, byDensity)
        self._updateButtons()
        self.reporting.preview.later()

    def _otherMarks(self) -> Any:
        """The reading of the chosen volume that the parameter node names, if it is not the one that is shown."""
        node = self.current.settings.parameterNode
        marks, shown = node.marks, self.session.segmentationNode if self.session is not None else None
        return marks if marks is not None and marks is not shown and volumeOf(marks) is node.inputVolume else None

    def _takeState(self, session: ReadingSession) -> None:
        """Take over what the controls say; a zero that marked calcium contradicts is not confirmed."""
        settings, before = self.current.settings, session.state
        with self.current.reported():
            session.setState(settings.state(before))
        self._tellFinal(session)
        said = [one for one in session.sheet.remarks if one.code.startswith("proposal.zero_candidates")]
        if session.state.zeroConfirmed and not before.zeroConfirmed:
            self.current.tell("\n".join(map(remarkText, said)))
        self._showZero(session)

    def _tellFinal(self, session: ReadingSession) -> None:
        """Answer the first change of a reading that was saved as final: that version stays, and what saving does."""
        if self._asSaved is not None and self._asSaved != (session.sheet, session.state):
            self._asSaved = None
            if session.state.previous is not None and session.state.previous.status == "final":
                self.current.tell(texts.savedBefore(session))

    def _tellCleared(self, session: ReadingSession) -> None:
        """Say that a mark took a confirmed zero back."""
        if session.zeroCleared is not None:
            self.current.tell(remarkText(session.zeroCleared))
            session.zeroCleared = None
        self._showZero(session)

    def _showZero(self, session: ReadingSession) -> None:
        self._loading = True
        self.current.settings.showZero(session.state.zeroConfirmed)
        self._loading = False

    def openLoaded(self, volumeNode: Any, series: CTSeries) -> None:
        """Read a volume that was made of a series just now."""
        # Before the panel names the volume: where it can't be read, the panel must not name one and read another.
        source = asLoaded(volumeNode, series)
        self._loading = True
        try:
            self.current.settings.parameterNode.inputVolume = volumeNode
        finally:
            self._loading = False
        self._openChosen(source)

    def _openChosen(self, source: SceneSeries | None = None) -> None:
        """Read the volume that the parameter node names, with the marks that it names or that were shown last.

        `source` is the volume where it was made just now.
        """
        node, before = self.current.settings.parameterNode, self._chosen
        volumeNode, marks = node.inputVolume, self._otherMarks()
        if self.session is not None:
            self._shownLast[self.session.volumeNode.GetID()] = self.session.segmentationNode.GetID()
        if marks is None and volumeNode is not None:
            last = slicer.mrmlScene.GetNodeByID(self._shownLast.get(volumeNode.GetID(), ""))
            marks = last if last is not None and volumeOf(last) is volumeNode else None
        self.close()
        self._chosen = volumeNode
        self.current.told = ""
        # A volume that is being deleted leaves its selector before it leaves the scene: see nodeRemoved.
        self._left = before if volumeNode is None else None
        if volumeNode is not None:
            choices: InterpretationChoices | None = None
            with self.current.reported():  # a table of the site that cannot be used; the standard one is then
                choices = siteChoices()
            with self.current.reported(refused=True, wait=True):
                self.current.session = ReadingSession(
                    volumeNode,
                    marks,
                    fileOfInstance=slicer.dicomDatabase.fileForInstance if slicer_database.isOpen() else None,
                    history=self.ui.segmentEditor,
                    paintPdf=paintWithQt,
                    siteChoices=choices,
                    source=source,
                )
        if self.session is not None:
            self._loading = True
            self._asSaved = self.session.sheet, self.session.state
            self.current.settings.load(self.session, self.ui)
            node.marks = self.session.segmentationNode
            self._loading = False
            self._marks = observeSegmentation(self.session.segmentationNode, self._timer.start)
            if volumeNode is not before:  # what was chosen stands in the title of its fold
                self.choosing.fold()
            if self.current.entered:
                self._showSession()
        self.updateAll()

    def _showSession(self) -> None:
        if self.session is not None:
            self.views.show(self.session.volumeNode, self.session.series)
            self.marking.show()

    def _useRules(self, rules: ScoringProtocol) -> None:
        """Score by rules of a file; those of the list are used as they are, these with all their weights."""
        session = self.session
        if session is None:
            self.current.tell(self.current.whyNoSession())
            return
        factor = rules.mass_factor if rules.mass_factor is not None else session.state.protocol.mass_factor
        session.setState(replace(session.state, protocol=replace(rules, mass_factor=factor)))
        self._loading = True
        self.current.settings.load(session, self.ui)
        self._loading = False
        self.current.settings.applyToEffect(self.marking.editor)
        self.updateAll()

    def _calciumWindow(self) -> None:
        if self.session is not None:
            self.views.calciumWindow(self.session.volumeNode)

    def _toSave(self) -> tuple[Reading, ExportChoices, Followup | None]:
        assert self.session is not None  # the button is off without one
        reading = self.session.reading()
        return reading, self.current.settings.choices(), self.followup.of(reading)

    def _updateButtons(self) -> None:
        if self._loading:
            return
        session, settings, noSession = self.session, self.current.settings, self.current.whyNoSession()
        self.marking.updateButtons()
        self.header.tell(
            self.current.told
            or self.current.whyNotScorable
            or texts.guidance(session, self.marking.editor.markedTerritory())
        )
        closed = "" if slicer_database.isOpen() else texts.databaseIsClosed()
        for name, (whyNot, does) in texts.buttons(session, noSession, closed, settings.screens()).items():
            button = getattr(self.ui, name)
            button.enabled = not whyNot
            button.toolTip = whyNot or does
        whyNotHere = texts.whyNotExportable(session) or slicer_database.whyNotHere(session)
        self.saving.update(noSession or closed or whyNotHere or settings.whyNothingChosen())
