"""qSlicerSegmentEditorScriptedEffect and what the effect "Calcium" is built on, over Slicer's own editing logic.

The scene, the segmentation, the slice node, the interactor and the actors are Slicer's and VTK's own; the widgets are
not. What a widget of Qt does with these calls is seen in the application only.
"""

import importlib.util
import types
from pathlib import Path
from typing import Any

import slicer
import vtk

EFFECT = Path(__file__).resolve().parents[2] / "SmartScore" / "SegmentEditorCalciumLib" / "SegmentEditorEffect.py"


class Widget:
    """A widget that keeps what it is given and calls what is connected, unless blocked."""

    FOR_TESTS = ("blocked", "checked", "slots")

    def __init__(self, *_args: Any) -> None:
        self.__dict__.update(slots=[], blocked=False, checked=False)

    def __setattr__(self, name: str, value: Any) -> None:
        self.__dict__[name] = value
        if name in ("value", "checked") and not self.blocked:
            for slot in self.slots:
                slot(value)

    def setChecked(self, checked: bool) -> None:
        self.checked = checked

    def connect(self, signature: str, slot: Any) -> None:
        self.slots.append(slot)

    def blockSignals(self, blocked: bool) -> bool:
        was = self.blocked
        self.__dict__["blocked"] = blocked
        return bool(was)

    def setToolTip(self, text: str) -> None: ...

    def addWidget(self, widget: Any) -> None: ...

    def addStretch(self, stretch: int) -> None: ...


class ctkSliderWidget(Widget):
    """A number; only what the effect sets."""

    def __init__(self, *_args: Any) -> None:
        super().__init__()
        self.__dict__.update(
            minimum=0.0, maximum=100.0, singleStep=1.0, pageStep=10.0, decimals=2, suffix="", value=0.0,
            valueChanged=None,
        )  # fmt: skip


class SliceWidget:
    """A slice view and its own widget: its node, and an interactor whose events reach `receivers`."""

    FOR_TESTS = (
        "interactor",
        "node",
        "receivers",
        "renderWindow",
        "renderer",
        "renders",
        "scheduleRender",
        "sliceDisplay",
        "window",
    )

    def __init__(self, node: Any) -> None:
        self.node = node
        self.sliceDisplay = slicer.vtkMRMLSliceDisplayNode()
        self.renderer, self.window = vtk.vtkRenderer(), vtk.vtkRenderWindow()
        self.renders = 0
        self.window.AddRenderer(self.renderer)
        self.receivers: list[Any] = []
        self._interactor = vtk.vtkGenericRenderWindowInteractor()
        for event in ("MouseMoveEvent", "LeftButtonPressEvent"):
            self._interactor.AddObserver(event, self._interact)

    def className(self) -> str:
        return "qMRMLSliceWidget"

    def mrmlSliceNode(self) -> Any:
        return self.node

    def sliceLogic(self) -> Any:
        return types.SimpleNamespace(GetSliceDisplayNode=lambda: self.sliceDisplay)

    def sliceView(self) -> Any:
        return self

    def interactor(self) -> Any:
        return self._interactor

    def renderWindow(self) -> Any:
        return self.window

    def scheduleRender(self) -> None:
        self.renders += 1

    def _interact(self, _caller: Any, event: str) -> None:
        for receiver in self.receivers:
            receiver(self._interactor, getattr(vtk.vtkCommand, event), self)


class ThreeDWidget:
    """A 3D view: a renderer with a camera, and an interactor whose events a test hands on itself."""

    FOR_TESTS = ("interactor", "pixelOf", "renderer", "renders", "window")

    def __init__(self) -> None:
        self.renderer, self.window = vtk.vtkRenderer(), vtk.vtkRenderWindow()
        self.renders = 0
        self.window.SetOffScreenRendering(True)
        self.window.AddRenderer(self.renderer)
        self.window.SetSize(400, 300)
        self.interactor = vtk.vtkGenericRenderWindowInteractor()

    def className(self) -> str:
        return "qMRMLThreeDWidget"

    def pixelOf(self, ras: tuple[float, float, float]) -> tuple[int, int]:
        """Where a position is seen."""
        self.renderer.SetWorldPoint(*ras, 1.0)
        self.renderer.WorldToDisplay()
        x, y = self.renderer.GetDisplayPoint()[:2]
        return round(x), round(y)


class AbstractEffect:
    """Values of qSlicerSegmentEditorAbstractEffect, which are those of the logic."""

    ModificationModeAdd = slicer.vtkSlicerSegmentEditorLogic.ModificationModeAdd
    ModificationModeRemove = slicer.vtkSlicerSegmentEditorLogic.ModificationModeRemove
    ModificationModeRemoveAll = slicer.vtkSlicerSegmentEditorLogic.ModificationModeRemoveAll


class ScriptedEffect:
    """qSlicerSegmentEditorScriptedEffect, as far as the effect calls it."""

    FOR_TESTS = ("logic", "node")

    def __init__(self, logic: Any = None) -> None:
        self.name = self.title = ""
        self.perSegment = False
        self.logic = logic
        self.node = logic.GetSegmentEditorNode() if logic is not None else None

    def parameterSetNode(self) -> Any:
        return self.node

    def saveStateForUndo(self) -> None:
        self.logic.SaveStateForUndo()

    def confirmCurrentSegmentVisible(self) -> int:
        return 1

    def modifySegmentByLabelmap(self, node: Any, segmentId: str, patch: Any, mode: int) -> None:
        self.logic.ModifySegmentByLabelmap(node, segmentId, patch, mode, False, False)

    def parameter(self, name: str) -> str:
        return self.node.GetAttribute(f"{self.name}.{name}") or ""

    def doubleParameter(self, name: str) -> float:
        return float(self.parameter(name) or 0)

    def setParameter(self, name: str, value: Any) -> None:
        self.node.SetAttribute(f"{self.name}.{name}", f"{value:g}" if isinstance(value, float) else str(value))

    def setCommonParameter(self, name: str, value: Any) -> None:
        self.node.SetAttribute(name, str(value))

    def setParameterDefault(self, name: str, value: Any) -> None:
        if not self.parameter(name):
            self.setParameter(name, value)

    def setPythonSource(self, path: str) -> None: ...

    def self(self) -> Any:
        return types.SimpleNamespace(takeOutlined=lambda: None)

    def addLabeledOptionsWidget(self, label: str, widget: Any) -> None: ...

    def addActor2D(self, view: SliceWidget, actor: Any) -> None:
        view.renderer.AddViewProp(actor)

    def removeActor2D(self, view: SliceWidget, actor: Any) -> None:
        view.renderer.RemoveViewProp(actor)

    def renderWindow(self, view: SliceWidget) -> Any:
        return view.window

    def scheduleRender(self, view: SliceWidget) -> None:
        view.renders += 1


class AbstractScriptedSegmentEditorEffect:
    """What Slicer's own Python effects derive from."""

    def __init__(self, scriptedEffect: Any) -> None:
        self.scriptedEffect = scriptedEffect


def effectClass() -> Any:
    """The class of the effect's file, loaded as Slicer loads it; its imports must be in place."""
    spec = importlib.util.spec_from_file_location("SegmentEditorCalciumLib", EFFECT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.SegmentEditorEffect


def pressed(view: SliceWidget, ras: tuple[float, float, float], *, shift: int = 0, ctrl: int = 0) -> tuple[int, int]:
    """Move a view to a position and put the pointer of its interactor there; the display pixel."""
    view.node.JumpSliceByCentering(*ras)
    matrix = vtk.vtkMatrix4x4()
    vtk.vtkMatrix4x4.Invert(view.node.GetXYToRAS(), matrix)
    x, y = (round(value) for value in matrix.MultiplyPoint([*ras, 1.0])[:2])
    view.interactor().SetEventInformation(x, y, ctrl, shift, "\0", 0, None)
    return x, y
