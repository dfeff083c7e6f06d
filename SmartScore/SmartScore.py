"""SmartScore for 3D Slicer. Slicer imports this file at its start; the library comes with the first use."""

import enum
import sys
from pathlib import Path
from typing import Annotated, Any

import slicer
import vtk
from slicer import vtkMRMLScalarVolumeNode
from slicer.i18n import tr as _
from slicer.i18n import translate
from slicer.parameterNodeWrapper import Decimals, SingleStep, WithinRange, parameterNodeWrapper
from slicer.ScriptedLoadableModule import (
    ScriptedLoadableModule,
    ScriptedLoadableModuleLogic,
    ScriptedLoadableModuleTest,
    ScriptedLoadableModuleWidget,
)
from slicer.util import VTKObservationMixin

from SmartScoreLib.reports.language import language_codes, language_name


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
        ).format(link="https://github.com/SmartScore/SlicerSmartScore#tutorial", version=who.version)
        parent.acknowledgementText = _("Percentiles: Multi-Ethnic Study of Atherosclerosis (MESA).")
        slicer.app.connect("startupCompleted()", onStartupCompleted)


def onStartupCompleted() -> None:
    """Offer the effect to every segment editor, and the phantom in Sample Data."""
    from SmartScoreLib.desktop.startup import registerAll

    registerAll(str(Path(__file__).parent / "Resources" / "Icons" / "SmartScorePhantom.png"))


class Ethnicity(enum.Enum):
    """As the MESA tables have it. Names are stored in scenes: they never change."""

    NOT_ASKED = ""
    WHITE = "white"
    CHINESE = "chinese"
    BLACK = "black"
    HISPANIC = "hispanic"

    def label(self) -> str:
        """What the control shows."""
        return {
            "": _("not asked, or another"),
            "white": _("White"),
            "chinese": _("Chinese"),
            "black": _("Black"),
            "hispanic": _("Hispanic"),
        }[self.value]


class VolumeMethod(enum.Enum):
    """How volume is measured."""

    PLAIN = "plain"
    ISOTROPIC = "isotropic"

    def label(self) -> str:
        """What the control shows."""
        return {"plain": _("plain: sum of voxels"), "isotropic": _("isotropic: interpolated")}[self.value]


class Language(enum.Enum):
    """Of the report, each in its own words. Scenes hold the names; a language that came later is named by its code."""

    _ignore_ = "code"
    ENGLISH, GERMAN, FRENCH, SPANISH, PORTUGUESE = "en", "de", "fr", "es", "pt"
    for code in language_codes():
        locals()[code.upper()] = code

    def label(self) -> str:
        """What the control shows."""
        return language_name(self.value)


@parameterNodeWrapper
class SmartScoreParameterNode:
    """The state of the panel; what belongs to a reading is kept with its segmentation as well.

    inputVolume - the volume that is scored.
    preset, threshold, minimumArea, volumeMethod, massFactor - rules; a mass factor of 0 means not calibrated.
    inSlice, showCandidates - how a click marks, and what is outlined.
    ethnicity, reader, comment, language - for the report.
    screenSlices - slices chosen for screen saves (0 = the most inferior); screensOf - ID of the volume they belong to.
    save... - what is saved; reduced... - slices of the reduced CT, counted from 1.
    """

    inputVolume: vtkMRMLScalarVolumeNode
    preset: str = ""
    threshold: Annotated[float, WithinRange(1, 3000), Decimals(0), SingleStep(5)] = 130.0
    minimumArea: Annotated[float, WithinRange(0, 100), Decimals(2), SingleStep(0.25)] = 1.0
    volumeMethod: VolumeMethod = VolumeMethod.PLAIN
    massFactor: Annotated[float, WithinRange(0, 0.099), Decimals(7), SingleStep(0.00001)] = 0.0
    inSlice: bool = False
    showCandidates: bool = False
    ethnicity: Ethnicity = Ethnicity.NOT_ASKED
    reader: str = ""
    comment: str = ""
    language: Language = Language.ENGLISH
    screenSlices: list[int]
    screensOf: str = ""
    savePhysician: bool = True
    savePatient: bool = True
    saveScreens: bool = True
    saveReduced: bool = True
    reducedAuto: bool = True
    reducedFirst: Annotated[int, WithinRange(1, 100000)] = 1
    reducedLast: Annotated[int, WithinRange(1, 100000)] = 1


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
    """What scripts can use without the panel."""

    def getParameterNode(self) -> Any:
        """The panel's parameter node."""
        return SmartScoreParameterNode(super().getParameterNode())

    def openSession(self, volumeNode: Any, segmentationNode: Any = None) -> Any:
        """A reading of a volume: marks, scores and reports without the panel (see desktop/session.py)."""
        from SmartScoreLib.desktop.session import Session

        database = getattr(slicer, "dicomDatabase", None)
        find = database.fileForInstance if database is not None and database.isOpen else None
        return Session(volumeNode, segmentationNode, find)


class SmartScoreTest(ScriptedLoadableModuleTest):
    """Runs in the application; its body lies in the library, so that it also runs without one."""

    def setUp(self) -> None:
        """Begin with an empty scene."""
        slicer.mrmlScene.Clear(0)

    def runTest(self) -> None:
        """For Reload & Test."""
        self.setUp()
        self.test_a_reading_from_series_to_saved_report()

    def test_a_reading_from_series_to_saved_report(self) -> None:
        """Phantom, marks, exact scores, saved scene, export, read back."""
        from SmartScoreLib.desktop.selftest import run

        run(self.delayDisplay)
