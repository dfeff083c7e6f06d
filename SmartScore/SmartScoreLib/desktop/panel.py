"""The panel: what each control does, and what is shown when something changes. It computes nothing itself."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import qt
import slicer
from slicer.i18n import tr as _

from SmartScoreLib.desktop import phantom_sample, slicer_database, texts
from SmartScoreLib.desktop.candidates import Candidates
from SmartScoreLib.desktop.editor import Editor
from SmartScoreLib.desktop.lesion_list import LesionList
from SmartScoreLib.desktop.report_preview import ReportPreview
from SmartScoreLib.desktop.results import askForCsv, copyScores, slicesShown, slicesWithLesions, stepSlice
from SmartScoreLib.desktop.saving import Saving
from SmartScoreLib.desktop.score_table import ScoreTable
from SmartScoreLib.desktop.series_list import SeriesList
from SmartScoreLib.desktop.series_rows import SeriesRow, candidates
from SmartScoreLib.desktop.session import Session
from SmartScoreLib.desktop.settings import Settings
from SmartScoreLib.desktop.shortcuts import Shortcuts
from SmartScoreLib.desktop.territory_buttons import TerritoryButtons
from SmartScoreLib.desktop.views import Views, jumpTo
from SmartScoreLib.exports.export import ExportChoices
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.results import score_csv
from SmartScoreLib.remarks.errors import SmartScoreError
from SmartScoreLib.scene.marking import Edit
from SmartScoreLib.scene.observing import Observation, observeSegmentation
from SmartScoreLib.scene.volumes import volumeFromSeries
from SmartScoreLib.scoring.model import LesionScore
from SmartScoreLib.scoring.presets import PRESETS
from SmartScoreLib.series.load import load_series

COALESCE_MS = 20
"""Edits that come closer together than this are scored and shown once."""


class Panel:
    """Wires the controls of SmartScore.ui to the parameter node, the scene and the library."""

    def __init__(self, ui: Any, parameterNode: Any) -> None:
        """`ui` holds the widgets by name, `parameterNode` is a SmartScoreParameterNode; nothing is shown yet."""
        self.ui = ui
        self.session: Session | None = None
        self.whyNotScorable = ""
        self.entered = False
        self._marks = Observation()
        self._parameters = Observation()
        self._loading = True  # until the parts below are there
        self._chosen: Any = None
        self._left: Any = None
        self._told = ""
        self.views = Views()
        self.candidates = Candidates()
        self.editor = Editor(ui.segmentEditor, self.onEditor)
        self.series = SeriesList(ui, self.loadSeries, self.onDatabase)
        self.territories = TerritoryButtons(ui.territoryFrame, self.mark, self.editor.stopMarking)
        self.lesions = LesionList(ui.lesionTable, self.jumpTo, self.deleteLesion)
        self.scores = ScoreTable(ui.scoreTable)
        self.preview = ReportPreview(ui, self._toDraw)
        self.saving = Saving(ui, self._toSave, lambda: slicer_database.SlicerDatabase(slicer.dicomDatabase))
        self.shortcuts = Shortcuts(
            {
                "nextLesion": lambda: self.lesions.step(1),
                "previousLesion": lambda: self.lesions.step(-1),
                "nextSlice": lambda: stepSlice(self.session, 1),
                "previousSlice": lambda: stepSlice(self.session, -1),
                "undo": self.undo,
                "redo": self.redo,
            },
            self.pressTerritory,
        )
        self._timer = qt.QTimer()
        self._timer.setSingleShot(True)
        self._timer.setInterval(COALESCE_MS)
        self._timer.connect("timeout()", self.updateScores)
        self._loading = False
        self.settings: Settings
        self._connect()
        self.setParameterNode(parameterNode)

    def setParameterNode(self, parameterNode: Any) -> None:
        """Follow this parameter node; None lets go of everything that belongs to the scene."""
        self._parameters.remove()
        self.close()
        self._chosen = self._left = None
        if parameterNode is None:
            self.editor.clear()
            return
        self.settings = Settings(parameterNode)
        self._parameters.add(parameterNode, "ModifiedEvent", lambda *_args: self.onParameters())
        self.editor.selectNode()
        self._openChosen()

    def enter(self) -> None:
        """The module is shown."""
        self.entered = True
        self.editor.enter()
        self.views.enter()
        self.series.enter()
        if self.session is not None:
            self._showSession(self.session)
        self.updateScores()
        self._enableKeys()

    def exit(self) -> None:
        """The module is hidden: no key, no effect and no work is left."""
        self.entered = False
        self.shortcuts.disable()
        self.saving.cancel()
        self.preview.stop()
        self.series.exit()
        self._timer.stop()
        self.candidates.hide()
        self.editor.exit()
        self.views.leave()

    def cleanup(self) -> None:
        """The widget is being deleted or reloaded."""
        self.exit()
        self._parameters.remove()
        self.close()
        self.shortcuts.cleanup()
        self.editor.cleanup()

    def sceneIsClosing(self) -> None:
        """Let go of all nodes before they are removed."""
        self.candidates.forget()
        self.views.forgetScene()
        self.setParameterNode(None)

    def nodeRemoved(self, node: Any) -> None:
        """A node was deleted, perhaps the volume or the marks that are shown."""
        shown = (self.session.volumeNode, self.session.segmentationNode) if self.session is not None else (self._left,)
        if node is not None and node in shown:
            self.close()
            self._chosen = self._left = None
            self._loading = True
            self.settings.parameterNode.inputVolume = None
            self._loading = False
            self.whyNotScorable = texts.deleted()
            self.updateAll()

    def openDatabase(self) -> None:
        """Open Slicer's DICOM database, or create it where Slicer wants it."""
        folder = slicer_database.intendedFolder()
        whyNot = slicer_database.openDatabase(folder) if folder else _("Open one in Slicer's DICOM module.")
        self.series.refresh()
        if whyNot:
            self.ui.databaseLabel.setText(whyNot)

    def onDatabase(self) -> None:
        """The database was opened or closed: the files of the volume may be known now, or no longer."""
        if self.session is not None and self.session.whyNotExportable and slicer_database.isOpen():
            self._openChosen()
        self._updateButtons()

    def loadSeries(self, row: SeriesRow) -> None:
        """Read a series of the database and show it."""
        with self._reported(wait=True):
            for candidate in candidates(slicer.dicomDatabase, row.series_instance_uid):
                if candidate.label == row.label and candidate.scorable:
                    self.settings.parameterNode.inputVolume = volumeFromSeries(load_series(candidate), slicer.mrmlScene)
                    return
            self._tell(_("The series has changed since it was listed. Press Refresh."))

    def loadPhantom(self) -> None:
        """Put a phantom into the database and show it."""
        with self._reported(wait=True):
            database = slicer_database.SlicerDatabase(slicer.dicomDatabase)
            uid = phantom_sample.importPhantom(database, self._statusProgress)
            self.series.refresh()
            self.series.finish()
            if self.series.select((uid, "")):
                self.series.load()

    def close(self) -> None:
        """Stop reading the volume; what was marked stays in the scene."""
        self._timer.stop()
        self._marks.remove()
        self.candidates.hide()
        if self.session is not None:
            self.editor.clear()
            self.views.forgetVolume()
        self.session = None
        self.whyNotScorable = ""
        self.saving.forget()

    def _openChosen(self) -> None:
        """Read the volume that the parameter node names."""
        volumeNode, before = self.settings.parameterNode.inputVolume, self._chosen
        self.close()
        self._chosen = volumeNode
        self._told = ""
        # A volume that is being deleted leaves its selector before it leaves the scene: see nodeRemoved.
        self._left = before if volumeNode is None else None
        if volumeNode is not None:
            with self._reported(refused=True, wait=True):
                self.session = Session(
                    volumeNode,
                    fileOfInstance=slicer.dicomDatabase.fileForInstance if slicer_database.isOpen() else None,
                    history=self.ui.segmentEditor,
                )
        if self.session is not None:
            self._loading = True
            self.settings.load(self.session, self.ui)
            self._loading = False
            self._marks = observeSegmentation(self.session.segmentationNode, self._timer.start)
            if self.entered:
                self._showSession(self.session)
        self.updateAll()

    def _showSession(self, session: Session) -> None:
        self.views.show(session.volumeNode)
        # The editor's node may come from a scene, with options of another reading.
        self.settings.applyToEffect(self.editor)
        self.editor.show(session.volumeNode, session.segmentationNode)
        self._enableKeys()

    def onParameters(self) -> None:
        """A control or a scene changed the parameter node."""
        if self._loading:
            return
        if self.settings.parameterNode.inputVolume is not self._chosen:
            self._openChosen()
            return
        if self.session is not None:
            with self._reported():
                self.session.setState(self.settings.state(self.session.state))
            self.settings.applyToEffect(self.editor)
        self.updateAll()

    def onEditor(self) -> None:
        """The selected segment, the effect or its options may have changed."""
        if self._loading or not self.entered or self.session is None:
            return
        self.settings.followEffect(self.editor)
        self._updateButtons()

    def mark(self, territoryKey: str) -> None:
        """Let clicks mark calcium of a territory."""
        if self.session is not None:
            self.settings.applyToEffect(self.editor)
            self.editor.mark(territoryKey)
        self._updateButtons()

    def pressTerritory(self, territoryKey: str) -> None:
        """A digit: gives the selected lesion to a territory if the list has the keys, else marks into it."""
        lesion = self.lesions.selected() if self.lesions.hasFocus() else None
        if self.session is not None and lesion is not None:
            self._edited(self.session.reassignLesion(lesion, territoryKey))
        else:
            self.mark(territoryKey)

    def deleteLesion(self, lesion: LesionScore) -> None:
        """Remove a lesion; Undo brings it back."""
        if self.session is not None:
            self._edited(self.session.deleteLesion(lesion))

    def undo(self) -> None:
        """Take the last edit back, also one of the full editor."""
        self.ui.segmentEditor.undo()
        self.updateScores()

    def redo(self) -> None:
        """Do again what was taken back."""
        self.ui.segmentEditor.redo()
        self.updateScores()

    def jumpTo(self, lesion: LesionScore) -> None:
        """Show a lesion in all views."""
        if self.session is not None:
            jumpTo(self.session.volumeNode, lesion.centroid_lps_mm)

    def _edited(self, edit: Edit) -> None:
        self.updateScores()
        self._tell(edit.text)

    def saveCsv(self, path: Path) -> None:
        """Save the scores with rules and warnings as CSV."""
        if self.session is not None:
            with self._reported():
                path.write_text(score_csv(self.session.reading()), encoding="utf-8")

    def _toDraw(self) -> tuple[Reading, str, tuple[int, ...] | None] | None:
        if self.session is None:
            return None
        return self.session.reading(), self.settings.language(), self.settings.screens() or None

    def _toSave(self) -> tuple[Reading, ExportChoices]:
        assert self.session is not None  # the button is off without one
        return self.session.reading(), self.settings.choices()

    def updateScores(self) -> None:
        """Score what changed, and show it."""
        self._timer.stop()
        if self.session is not None:
            with self._reported():
                if self.session.update():
                    self._told = ""
        self.updateAll()

    def updateAll(self) -> None:
        """Show the state of everything."""
        session = self.session
        sheet = session.sheet if session is not None else None
        self.lesions.update(sheet)
        self.scores.update(sheet)
        self.ui.lesionTable.setVisible(bool(sheet and sheet.lesions))
        for name, text in texts.labels(session).items():
            self._label(name, text)
        self._label("statusLabel", self.whyNotScorable or texts.verdict(session))
        self.settings.updateControls(self.ui, session)
        if session is not None and self.entered and self.settings.parameterNode.showCandidates:
            self.candidates.show(session)
        else:
            self.candidates.hide()
        if session is not None and session.sheet.lesions and self.entered:
            self.views.showSurfaces(session.segmentationNode)
        self._updateButtons()
        self.preview.later()

    def _updateButtons(self) -> None:
        noSession = (
            "" if self.session is not None else self.whyNotScorable or _("Load a series or choose a volume first.")
        )
        self.territories.update(
            self.session.sheet if self.session is not None else None, self.editor.markedTerritory(), noSession
        )
        self._label("guidanceLabel", self._told or texts.guidance(self.session, self.editor.markedTerritory()))
        closed = "" if slicer_database.isOpen() else texts.databaseIsClosed()
        for name, (whyNot, does) in texts.buttons(self.session, noSession, closed, self.settings.screens()).items():
            button = getattr(self.ui, name)
            button.enabled = not whyNot
            button.toolTip = whyNot or does
        notExportable = self.session.whyNotExportable if self.session is not None else ""
        self.saving.update(noSession or closed or notExportable or self.settings.whyNothingChosen())

    def _label(self, name: str, text: str) -> None:
        label = getattr(self.ui, name)
        label.setText(text)
        label.setVisible(bool(text))

    def _tell(self, text: str) -> None:
        """Say something that concerns the last action only."""
        self._told = text
        if text:
            slicer.util.showStatusMessage(text, 8000)
        self._updateButtons()

    def _statusProgress(self, done: int, total: int, what: str) -> None:
        slicer.util.showStatusMessage(_("{what}: {done} of {total}").format(what=what, done=done, total=total), 2000)

    @contextmanager
    def _reported(self, *, refused: bool = False, wait: bool = False) -> Iterator[None]:
        """Show what a person can act on; anything else is a fault of the program and goes to Slicer's error log."""
        try:
            with slicer.util.WaitCursor(wait):
                yield
        except SmartScoreError as error:
            if refused:
                self.whyNotScorable = "\n".join(error.reasons)
            else:
                self._tell("\n".join(error.reasons))
        except OSError as error:
            self._tell(f"{error.filename or ''}: {error.strerror or error}")

    def _enableKeys(self) -> None:
        if self.entered:
            editorKeys = not self.ui.editorSection.collapsed
            self.editor.useOwnShortcuts(editorKeys)
            self.shortcuts.enable(editorKeys)

    def _connect(self) -> None:
        ui = self.ui
        for button, action in (
            (ui.databaseButton, self.openDatabase),
            (ui.phantomButton, self.loadPhantom),
            (ui.undoButton, self.undo),
            (ui.redoButton, self.redo),
            (ui.copyButton, lambda: copyScores(self.session)),
            (ui.csvButton, lambda: askForCsv(self.saveCsv)),
            (ui.addViewButton, lambda: self.settings.addScreens(slicesShown(self.session))),
            (ui.addAllButton, lambda: self.settings.addScreens(slicesWithLesions(self.session))),
            (ui.clearScreensButton, lambda: self.settings.clearScreens()),
        ):
            button.connect("clicked()", action)
        ui.editorSection.connect("contentsCollapsed(bool)", lambda collapsed: self._enableKeys())
        ui.commentEdit.connect("textChanged()", lambda: self.settings.setComment(ui.commentEdit.plainText))
        presets = list(PRESETS.values())
        for preset in presets:
            ui.presetComboBox.addItem(preset.name)
        ui.presetComboBox.connect("activated(int)", lambda index: self.settings.usePreset(presets[index]))
