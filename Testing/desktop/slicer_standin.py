"""What of Slicer's application the panel needs, on slicer-core and PySide6."""

import importlib
import os
import sys
import tempfile
import types
import unittest
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import slicer
import slicer.util
import vtk
from dicom_standin import DicomDatabase, Signals, ctkDICOMIndexer
from effect_standin import (
    AbstractEffect,
    AbstractScriptedSegmentEditorEffect,
    ScriptedEffect,
    SliceWidget,
    ctkSliderWidget,
)
from effect_standin import effectClass as calciumEffect
from qt_standin import Loader, QtCore, application, ctk, qt

ROOT = Path(__file__).resolve().parents[2]


class qMRMLWidget(qt.QWidget):
    mrmlSceneChanged = QtCore.Signal(object)

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._scene = None

    def setMRMLScene(self, scene: Any) -> None:
        self._scene = scene
        for child in self.findChildren(qMRMLNodeComboBox):
            child.setMRMLScene(scene)
        self.mrmlSceneChanged.emit(scene)

    def mrmlScene(self) -> Any:
        return self._scene


class qMRMLNodeComboBox(qt.QComboBox):
    """Follows a real scene."""

    currentNodeChanged = QtCore.Signal(object)

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._scene = None
        self._tags: list[int] = []
        self._ids: list[str] = [""]
        self.addItem("None")
        self.currentIndexChanged.connect(lambda *_: self.currentNodeChanged.emit(self.currentNode()))

    def setMRMLScene(self, scene: Any) -> None:
        for tag in self._tags:
            self._scene.RemoveObserver(tag)
        self._scene, self._tags = scene, []
        if scene is not None:
            for event in (scene.NodeAddedEvent, scene.NodeRemovedEvent, scene.EndCloseEvent, scene.EndImportEvent):
                self._tags.append(scene.AddObserver(event, lambda *_: self._update()))
            self._update()

    def _update(self) -> None:
        current = self._ids[self.currentIndex]
        found = self._scene.GetNodesByClass("vtkMRMLScalarVolumeNode")
        found.UnRegister(None)
        nodes = [found.GetItemAsObject(i) for i in range(found.GetNumberOfItems())]
        nodes = [node for node in nodes if node.GetClassName() == "vtkMRMLScalarVolumeNode"]
        ids = ["", *(node.GetID() for node in nodes)]
        if ids == self._ids:
            return
        self.blockSignals(True)
        self.clear()
        self.addItem("None")
        for node in nodes:
            self.addItem(node.GetName())
        self._ids = ids
        self.currentIndex = ids.index(current) if current in ids else 0
        self.blockSignals(False)
        if current not in ids:
            self.currentNodeChanged.emit(None)

    def currentNode(self) -> Any:
        return self._scene.GetNodeByID(self._ids[self.currentIndex]) if self._ids[self.currentIndex] else None

    def setCurrentNode(self, node: Any) -> None:
        self._update()
        self.currentIndex = self._ids.index(node.GetID()) if node is not None else 0


class qMRMLSegmentEditorWidget(qMRMLWidget):
    """The segment editor's engine of slicer-core behind the methods of its widget, with the effect "Calcium" and a
    brush of 3 x 3 voxels; what it shows is a line of text.
    """

    FOR_TESTS = ("effects", "engine", "interact", "node", "shortcutsInstalled")

    # What the panel switches off; here there is nothing to see.
    addRemoveSegmentButtonsVisible = segmentationNodeSelectorVisible = sourceVolumeNodeSelectorVisible = True
    specifyGeometryButtonVisible = switchToSegmentationsButtonVisible = unorderedEffectsVisible = True
    maximumNumberOfUndoStates = 10

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.engine = slicer.vtkSlicerSegmentEditorLogic()
        self.node: Any = None
        self.shortcutsInstalled = False
        self.effects: list[str] = []
        self._calcium: Any = None
        layout = qt.QVBoxLayout(self)
        layout.addWidget(qt.QLabel("(the segment editor of Slicer)"))

    def interact(self, interactor: Any, event: int, view: Any) -> None:
        """A mouse event in a slice view: for the active effect."""
        name = self.node.GetActiveEffectName() if self.node is not None else ""
        if name == "Calcium":
            if self._calcium is None or self._calcium.scriptedEffect.node is not self.node:
                self._calcium = calciumEffect()(ScriptedEffect(self.engine))
                self._calcium.setMRMLDefaults()
            self._calcium.processInteractionEvents(interactor, event, view)
        elif name == "Paint" and event == vtk.vtkCommand.LeftButtonPressEvent:
            self._paint(view.mrmlSliceNode(), interactor.GetEventPosition())

    def _paint(self, sliceNode: Any, xy: tuple[int, int]) -> None:
        from SmartScoreLib.scene.coordinates import indexFromWorld, volumeGeometry
        from SmartScoreLib.scene.marking.engine import rasAt
        from SmartScoreLib.scene.segmentation import patchOnVolume

        volume = self.node.GetSourceVolumeNode()
        geometry = volumeGeometry(volume)[0]
        index = indexFromWorld(volume, geometry, rasAt(sliceNode, xy))
        brush = patchOnVolume(volume, geometry, index, np.ones((1, 3, 3), np.uint8))
        self.engine.SaveStateForUndo()
        self.engine.ModifySegmentByLabelmap(
            self.segmentationNode(), self.node.GetSelectedSegmentID(), brush, AbstractEffect.ModificationModeAdd,
            False, False,
        )  # fmt: skip

    def setMRMLSegmentEditorNode(self, node: Any) -> None:
        self.node = node
        self.engine.SetSegmentEditorNode(node)

    def setMRMLScene(self, scene: Any) -> None:
        assert self.node is not None, "the node comes before the scene"
        self._scene = scene
        self.engine.SetMRMLScene(scene)

    def setSegmentationNode(self, node: Any) -> None:
        if self.node is not None:
            self.node.SetAndObserveSegmentationNode(node)
            self.engine.SetSegmentationNode(node)

    def setSourceVolumeNode(self, node: Any) -> None:
        if self.node is not None:
            self.node.SetAndObserveSourceVolumeNode(node)
            self.engine.SetSourceVolumeNode(node)

    def segmentationNode(self) -> Any:
        return self.node.GetSegmentationNode() if self.node is not None else None

    def setCurrentSegmentID(self, segmentId: str) -> None:
        self.node.SetSelectedSegmentID(segmentId)

    def setActiveEffectByName(self, name: str) -> None:
        self.node.SetActiveEffectName(name)

    def setActiveEffect(self, effect: Any) -> None:
        assert effect is None
        if self.node is not None:
            self.node.SetActiveEffectName("")

    def activeEffect(self) -> Any:
        return ScriptedEffect(self.engine)

    def setEffectNameOrder(self, names: list[str]) -> None:
        self.effects = names

    def saveStateForUndo(self) -> None:
        self.engine.SaveStateForUndo()

    def undo(self) -> None:
        self.engine.Undo()

    def redo(self) -> None:
        self.engine.Redo()

    def installKeyboardShortcuts(self) -> None:
        self.shortcutsInstalled = True

    def uninstallKeyboardShortcuts(self) -> None:
        self.shortcutsInstalled = False

    def updateWidgetFromMRML(self) -> None: ...

    def updateEffectList(self) -> None: ...

    def removeViewObservations(self) -> None: ...


class EffectFactory(Signals):
    """qSlicerSegmentEditorEffectFactory.instance()."""

    SIGNALS = ("effectRegistered(QString)",)


class UserSettings(dict[str, Any]):
    """`slicer.app.userSettings()`, in memory: nothing of the machine is read or written."""

    def setValue(self, key: str, value: Any) -> None:
        self[key] = value


class Application(Signals):
    """`slicer.app`."""

    SIGNALS = ("startupCompleted()",)
    FOR_TESTS = ("layouts", "settings", "shown", "translations")

    def __init__(self, logic: Any) -> None:
        super().__init__()
        self._logic = logic
        self.layouts: Any = None
        self.translations: list[str] = []
        self.shown: Any = None
        self.settings = UserSettings()

    def applicationLogic(self) -> Any:
        return self._logic

    def layoutManager(self) -> Any:
        return self.layouts

    def loadTranslations(self, folder: str) -> None:
        self.translations.append(folder)

    def clipboard(self) -> Any:
        return qt.QGuiApplication.clipboard()

    def processEvents(self) -> None:
        application().processEvents()

    def userSettings(self) -> Any:
        """What `slicer.util.settingsValue` reads."""
        return self.settings

    @property
    def temporaryPath(self) -> str:
        return tempfile.gettempdir()


class LayoutManager:
    """`slicer.app.layoutManager()` with real layout and slice nodes, and interactors instead of windows."""

    FOR_TESTS = ("layoutNode", "scene", "editor")

    def __init__(self, scene: Any) -> None:
        self.scene = scene
        self.layout = 2
        self.threeDViewCount = 0
        self.layoutNode = slicer.vtkMRMLLayoutNode()
        self.editor: Any = None
        self._widgets: dict[str, SliceWidget] = {}

    def layoutLogic(self) -> Any:
        return types.SimpleNamespace(GetLayoutNode=lambda: self.layoutNode)

    def threeDWidget(self, number: int) -> Any: ...

    def setLayout(self, layout: int) -> None:
        self.layout = layout

    def sliceWidget(self, name: str) -> Any:
        node = next((n for n in slicer.util.getNodesByClass("vtkMRMLSliceNode", self.scene) if n.GetName() == name), 0)
        if not node:
            node = self.scene.CreateNodeByClass("vtkMRMLSliceNode")
            node.UnRegister(None)
            node.SetLayoutName(name)
            node.SetName(name)
            self.scene.AddNode(node)
            orientation = {"SmartScoreCoronal": "Coronal", "SmartScoreSagittal": "Sagittal"}.get(name, "Axial")
            node.SetOrientation(orientation)
            node.SetDimensions(400, 300, 1)
            node.SetFieldOfView(80.0, 60.0, 1.0)  # five display pixels a millimetre
            node.UpdateMatrices()
        if name not in self._widgets or self._widgets[name].node is not node:
            self._widgets[name] = SliceWidget(node)
            self._widgets[name].receivers.append(lambda *event: self.editor.interact(*event) if self.editor else None)
        return self._widgets[name]


class DICOMLoadable:
    """What a plugin of the DICOM module finds."""

    def __init__(self) -> None:
        self.files: list[str] = []
        self.name, self.tooltip, self.warning = "Unknown", "", ""
        self.selected, self.confidence = False, 0.5


class DICOMPlugin:
    """Base of the plugins of the DICOM module."""

    def __init__(self) -> None:
        self.loadType = "Generic DICOM"
        self.tags = {"modality": "0008,0060"}


class ScriptedLoadableModule:
    def __init__(self, parent: Any) -> None:
        self.parent = parent
        self.moduleName = type(self).__name__


class ScriptedLoadableModuleWidget:
    def __init__(self, parent: Any) -> None:
        super().__init__()
        self.moduleName = type(self).__name__.removesuffix("Widget")
        self.parent = parent
        self.layout = parent.layout()
        self.reloads = 0

    def resourcePath(self, filename: str) -> str:
        return str(ROOT / "SmartScore" / "Resources" / filename)

    def setup(self) -> None: ...

    def onReload(self) -> None:
        self.reloads += 1


class ScriptedLoadableModuleLogic:
    def __init__(self, parent: Any = None) -> None:
        self.moduleName = type(self).__name__.removesuffix("Logic")

    def getParameterNode(self) -> Any:
        node = slicer.mrmlScene.GetSingletonNode(self.moduleName, "vtkMRMLScriptedModuleNode")
        if node is None:
            node = slicer.mrmlScene.CreateNodeByClass("vtkMRMLScriptedModuleNode")
            node.UnRegister(None)
            node.SetSingletonTag(self.moduleName)
            node.SetAttribute("ModuleName", self.moduleName)
            node.SetName(self.moduleName)
            node = slicer.mrmlScene.AddNode(node)
        return node


class ScriptedLoadableModuleTest(unittest.TestCase):
    def delayDisplay(self, message: str, *_: Any) -> None: ...


@contextmanager
def application_of(scene: Any, logic: Any) -> Iterator[Application]:
    """Make `slicer`, `qt` and `ctk` look like Slicer's for as long as it lasts."""
    import parameter_standin
    import sample_data_standin

    application()
    app = Application(logic)
    window = qt.QMainWindow()
    factory = EffectFactory()
    ctk.ctkDICOMIndexer = ctkDICOMIndexer
    ctk.ctkSliderWidget = ctkSliderWidget
    messages: list[str] = []
    values = {
        "app": app,
        "dicomDatabase": DicomDatabase(),
        "qMRMLWidget": qMRMLWidget,
        "qMRMLNodeComboBox": qMRMLNodeComboBox,
        "qMRMLSegmentEditorWidget": qMRMLSegmentEditorWidget,
        "qSlicerSegmentEditorAbstractEffect": AbstractEffect,
        "qSlicerSegmentEditorScriptedEffect": ScriptedEffect,
        "dicomDatabaseDirectorySettingsKey": "",
        "qSlicerSegmentEditorEffectFactory": types.SimpleNamespace(instance=lambda: factory),
        "messages": messages,
    }
    functions = {
        "mainWindow": lambda: window,
        "settingsValue": lambda key, default, **more: app.settings.get(key, default),
        "loadUI": _loadUI,
        "childWidgetVariables": lambda widget: types.SimpleNamespace(**widget.widgets),
        "showStatusMessage": lambda text, duration=0: messages.append(text),
        "setSliceViewerLayers": lambda **layers: setattr(app, "shown", layers["background"]),
        "resetSliceViews": lambda: None,
        "resetThreeDViews": lambda: None,
        "WaitCursor": _noCursor,
        "RenderBlocker": _noCursor,
    }
    modules = {
        "qt": qt,
        "ctk": ctk,
        "slicer.i18n": types.SimpleNamespace(tr=lambda text: text, translate=lambda context, text: text),
        "SegmentEditorEffects": types.SimpleNamespace(
            AbstractScriptedSegmentEditorEffect=AbstractScriptedSegmentEditorEffect
        ),
        "SampleData": sample_data_standin,
        "DICOMLib": types.SimpleNamespace(DICOMPlugin=DICOMPlugin, DICOMLoadable=DICOMLoadable),
        "slicer.parameterNodeWrapper": parameter_standin,
        "slicer.ScriptedLoadableModule": sys.modules[__name__],
    }
    with _replaced(vars(slicer), values), _replaced(vars(slicer.util), functions), _replaced(sys.modules, modules):
        try:
            yield app
        finally:
            # Modules that hold these stand-ins must not outlive them.
            for name in [n for n in sys.modules if n.startswith("SmartScoreLib.desktop") or n == "SmartScore"]:
                del sys.modules[name]


@contextmanager
def _replaced(target: Any, values: dict[str, Any]) -> Iterator[None]:
    before = {name: target.get(name) for name in values}
    target.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                target.pop(name, None)
            else:
                target[name] = value


@contextmanager
def _noCursor(show: bool = True) -> Iterator[None]:
    yield


def _loadUI(path: str) -> Any:
    loader = Loader(
        {
            "qMRMLWidget": qMRMLWidget,
            "qMRMLNodeComboBox": qMRMLNodeComboBox,
            "qMRMLSegmentEditorWidget": qMRMLSegmentEditorWidget,
            "ctkCollapsibleButton": ctk.ctkCollapsibleButton,
        }
    )
    root = loader.load(os.fspath(path))
    root.widgets = loader.made
    root.loader = loader
    return root


def makeWidget() -> Any:
    """The module's widget, set up as Slicer does when the module is first shown."""
    module = importlib.import_module("SmartScore")
    parent = qMRMLWidget()
    parent.setLayout(qt.QVBoxLayout())
    parent.isEntered = False
    widget = module.SmartScoreWidget(parent)
    widget.setup()
    return widget
