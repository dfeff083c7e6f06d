"""SmartScore for 3D Slicer. Slicer imports this file at its start; the library comes with the first use."""

import sys
import unittest
from pathlib import Path
from typing import Any

import slicer
import vtk
from slicer.i18n import tr as _
from slicer.i18n import translate
from slicer.ScriptedLoadableModule import (
    ScriptedLoadableModule,
    ScriptedLoadableModuleLogic,
    ScriptedLoadableModuleTest,
    ScriptedLoadableModuleWidget,
)
from slicer.util import VTKObservationMixin


class SmartScore(ScriptedLoadableModule):
    """What the module is called, and what happens once Slicer has started."""

    def __init__(self, parent: Any) -> None:
        ScriptedLoadableModule.__init__(self, parent)
        from SmartScoreLib.identity import identity

        who = identity()
        parent.title = _("SmartScore")
        parent.categories = [translate("qSlicerAbstractCoreModule", who.category)]
        parent.dependencies = list(who.slicer_modules)
        parent.contributors = list(who.contributors)
        parent.helpText = _(
            "Coronary calcium scoring on non-contrast cardiac CT. Choose a series, click each lesion, read the scores, "
            'save the reports to DICOM: see the <a href="{link}">tutorial</a>. Version {version}. Research use; not a '
            "medical device; not affiliated with GE HealthCare."
        ).format(link=f"{who.repository}/blob/main/docs/tutorial/first_reading.md", version=who.version)
        parent.acknowledgementText = _("Percentiles: Multi-Ethnic Study of Atherosclerosis (MESA).")
        slicer.app.connect("startupCompleted()", onStartupCompleted)


def onStartupCompleted() -> None:
    """Offer the effect to every segment editor, and the phantom in Sample Data."""
    from SmartScoreLib.desktop.startup import registerAll

    registerAll(str(Path(__file__).parent / "Resources" / "Icons" / "SmartScorePhantom.png"))


class SmartScoreWidget(ScriptedLoadableModuleWidget, VTKObservationMixin):
    """Builds the panel from SmartScore.ui and hands it what happens in the application."""

    def __init__(self, parent: Any = None) -> None:
        ScriptedLoadableModuleWidget.__init__(self, parent)
        VTKObservationMixin.__init__(self)
        self.logic: SmartScoreLogic | None = None
        self.panel: Any = None
        self._parameterNode: Any = None
        self._guiTag: Any = None

    def setup(self) -> None:
        """Called when the module is shown for the first time, and after a reload."""
        ScriptedLoadableModuleWidget.setup(self)
        from SmartScoreLib.desktop.panel import Panel

        uiWidget = slicer.util.loadUI(self.resourcePath("UI/SmartScore.ui"))
        self.layout.addWidget(uiWidget)
        self.ui = slicer.util.childWidgetVariables(uiWidget)
        uiWidget.setMRMLScene(slicer.mrmlScene)
        self.logic = SmartScoreLogic()
        self._connect()
        self.panel = Panel(self.ui, self._parameterNode)
        scene = slicer.mrmlScene
        self.addObserver(scene, scene.StartCloseEvent, self.onSceneStartClose)
        self.addObserver(scene, scene.EndCloseEvent, self.onSceneReplaced)
        self.addObserver(scene, scene.EndImportEvent, self.onSceneReplaced)
        self.addObserver(scene, scene.NodeAddedEvent, self.onNodeAdded)
        self.addObserver(scene, scene.NodeRemovedEvent, self.onNodeRemoved)
        if getattr(self.parent, "isEntered", False):  # a reload does not call enter
            self.enter()

    def cleanup(self) -> None:
        """The widget is being destroyed: at the end of Slicer, or before a reload."""
        self.removeObservers()
        self._disconnect()
        if self.panel is not None:
            self.panel.cleanup()
            self.panel = None

    def enter(self) -> None:
        """The module is shown."""
        if self._parameterNode is None:
            self._connect()
            self.panel.setParameterNode(self._parameterNode)
        self.panel.enter()

    def exit(self) -> None:
        """Another module is shown."""
        self.panel.exit()

    def onReload(self) -> None:
        """Reload the library too: Slicer reloads this file only."""
        for name in [name for name in sys.modules if name.split(".")[0] == "SmartScoreLib"]:
            del sys.modules[name]
        ScriptedLoadableModuleWidget.onReload(self)

    def onSceneStartClose(self, caller: Any, event: Any) -> None:
        """Let go of the scene while its nodes are still there."""
        self._disconnect()
        self.panel.sceneIsClosing()

    def onSceneReplaced(self, caller: Any, event: Any) -> None:
        """Follow the parameter node of the scene that is there now; a hidden panel does so when it is shown."""
        self._disconnect()
        if self.parent.isEntered:
            self.enter()
        else:
            self.panel.setParameterNode(None)
            self.panel.sceneWasReplaced(self.logic.getParameterNode().inputVolume)

    @vtk.calldata_type(vtk.VTK_OBJECT)
    def onNodeAdded(self, caller: Any, event: Any, node: Any = None) -> None:
        """What was added may belong to another patient than the one who is shown."""
        if self.panel is not None and node is not None and node.IsA("vtkMRMLDisplayableNode"):
            self.panel.nodeAdded()

    @vtk.calldata_type(vtk.VTK_OBJECT)
    def onNodeRemoved(self, caller: Any, event: Any, node: Any = None) -> None:
        """The volume or the marks may have been deleted."""
        if self.panel is not None and not slicer.mrmlScene.IsClosing():
            self.panel.nodeRemoved(node)

    def _connect(self) -> None:
        self._parameterNode = self.logic.getParameterNode()
        self._guiTag = self._parameterNode.connectGui(self.ui)

    def _disconnect(self) -> None:
        if self._parameterNode is not None:
            self._parameterNode.disconnectGui(self._guiTag)
            self._parameterNode = None


class SmartScoreLogic(ScriptedLoadableModuleLogic):
    """What scripts can use without the panel: `logic = slicer.util.getModuleLogic("SmartScore")`."""

    def getParameterNode(self) -> Any:
        """The panel's parameter node."""
        from SmartScoreLib.desktop.parameter_node import SmartScoreParameterNode

        return SmartScoreParameterNode(super().getParameterNode())

    def score(self, volumeNode: Any, segmentationNode: Any) -> Any:
        """The scores of a segmentation on a CT volume, as a ScoreSheet: `logic.score(volume, marks).total.agatston`.

        Segments are known by name (LAD, Left anterior descending ...), tag or SNOMED CT code. Nothing is changed.

        Raises:
            InputRefused: the volume cannot be scored, or the marks cannot be read; every reason.
        """
        from SmartScoreLib.scene.session import scoreMarks

        return scoreMarks(volumeNode, segmentationNode, self._fileOfInstance())

    def openReading(self, volumeNode: Any, segmentationNode: Any = None) -> Any:
        """A reading of a volume, as a ReadingSession that marks, undoes, scores at once and saves.

            reading = logic.openReading(volumeNode)
            reading.markAt((12.5, -30.0, 110.0), "LAD")  # world RAS millimeters, as the views show them
            reading.confirmZero()  # or: a reader has looked, and there is no coronary calcium
            reading.sheet.total.agatston
            reading.saveReport("/tmp/report.pdf")
            reading.exportToDICOM()

        Raises:
            InputRefused: the volume cannot be scored, or its saved state cannot be read; every reason.
        """
        from SmartScoreLib.desktop.reporting.pdf_painter import paintWithQt
        from SmartScoreLib.scene.session import ReadingSession

        return ReadingSession(
            volumeNode, segmentationNode, self._fileOfInstance(), database=self._database, paintPdf=paintWithQt
        )

    def _fileOfInstance(self) -> Any:
        database = getattr(slicer, "dicomDatabase", None)
        return database.fileForInstance if database is not None and database.isOpen else None

    def _database(self) -> Any:
        from SmartScoreLib.desktop.choosing.slicer_database import SlicerDatabase

        return SlicerDatabase(slicer.dicomDatabase)


class SmartScoreTest(ScriptedLoadableModuleTest):
    """Runs in the application; its body lies in the library, so that it also runs without one."""

    def setUp(self) -> None:
        """Begin with an empty scene."""
        slicer.mrmlScene.Clear(0)

    def runTest(self) -> None:
        """For Reload & Test: every part."""
        for name in unittest.defaultTestLoader.getTestCaseNames(type(self)):
            self.setUp()
            getattr(self, name)()

    def test_a_reading_from_series_to_saved_report(self) -> None:
        """Phantom, marks, exact scores, saved scene, export, read back."""
        from SmartScoreLib.desktop.selftest import run

        run(self.delayDisplay, SmartScoreLogic())

    def test_slicer_offers_what_the_panel_uses(self) -> None:
        """Every class, method and signal that the stand-ins of the other tests offer."""
        from SmartScoreLib.desktop.slicer_names import missing

        lacking = missing()
        assert not lacking, lacking

    def test_sample_data_makes_the_phantom(self) -> None:
        """The phantom is a sample like any other."""
        from SmartScoreLib.desktop.selftest import checkSample

        checkSample()

    def look(self, point: str) -> None:
        """Look at one point in the application's views."""
        from SmartScoreLib.desktop.selftests import points

        if not points.hasViews():
            self.skipTest("needs the main window")
        getattr(points, point)()


POINTS = {
    "test_nothing_of_one_patient_is_in_a_view_of_the_next": "twoPatients",
    "test_a_volume_that_is_there_is_used": "volumeThatIsThereIsUsed",
    "test_a_mark_that_does_not_count_answers": "markThatDoesNotCountAnswers",
    "test_the_worklist_sorts": "worklistSorts",
    "test_a_failed_save_leaves_nothing": "failedSaveLeavesNothing",
    "test_a_capture_is_no_volume_to_read": "captureIsNoCandidate",
    "test_one_key_marks_what_is_outlined": "oneKeyALesion",
}
"""Further tests of SmartScoreTest, and the functions of desktop/selftests/points.py that they call."""
for name, point in POINTS.items():
    setattr(SmartScoreTest, name, lambda self, point=point: self.look(point))
