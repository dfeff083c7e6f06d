"""The effect's file in a stand-in of the segment editor: mouse events, feedback in the view, options.

The scene, the segmentation, the slice node, the interactor and the actors are Slicer's and VTK's own; the widgets are
not. What a widget of Qt does with these calls is seen in the application only.
"""

# ruff: noqa: E402, N802, N803

import importlib.util
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np
import pytest

slicer = pytest.importorskip("slicer", reason="slicer-core is not installed")
import vtk

from SmartScoreLib.scene.coordinates import worldFromLps
from SmartScoreLib.scene.segmentation import createSegmentation, lesionMapFromSegmentation
from SmartScoreLib.scene.volumes import volumeFromSeries
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

GEOMETRY = VolumeGeometry((8, 40, 50), (3.0, 0.5, 0.5), (-12.0, -10.0, -12.0), ((0, 0, 1), (0, 1, 0), (1, 0, 0)))
LESION, FAT, BONE = (4, 11, 22), (4, 2, 2), (4, 35, 20)
PRESS, MOVE = vtk.vtkCommand.LeftButtonPressEvent, vtk.vtkCommand.MouseMoveEvent
LOGIC = slicer.vtkSlicerSegmentEditorLogic


class Widget:
    """A widget that keeps what it is given and calls what is connected, unless blocked."""

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


class View:
    """A slice view widget."""

    def __init__(self, scene: Any) -> None:
        self.node = scene.AddNewNodeByClass("vtkMRMLSliceNode")
        self.node.SetDimensions(400, 300, 1)
        self.node.SetFieldOfView(40.0, 30.0, 1.0)
        self.node.UpdateMatrices()
        self.renderer, self.window = vtk.vtkRenderer(), vtk.vtkRenderWindow()
        self.renders = 0

    def className(self) -> str:
        return "qMRMLSliceWidget"

    def mrmlSliceNode(self) -> Any:
        return self.node


class ScriptedEffect:
    """qSlicerSegmentEditorScriptedEffect, as far as the effect calls it."""

    def __init__(self, logic: Any) -> None:
        self.name = self.title = ""
        self.logic = logic
        self.node = logic.GetSegmentEditorNode()

    def parameterSetNode(self) -> Any:
        return self.node

    def sourceVolumeImageData(self) -> Any:
        return self.logic.GetAlignedSourceVolume() if self.logic.UpdateAlignedSourceVolume() else None

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

    def setParameterDefault(self, name: str, value: Any) -> None:
        if not self.parameter(name):
            self.setParameter(name, value)

    def addLabeledOptionsWidget(self, label: str, widget: Any) -> None: ...

    def addActor2D(self, view: View, actor: Any) -> None:
        view.renderer.AddViewProp(actor)

    def removeActor2D(self, view: View, actor: Any) -> None:
        view.renderer.RemoveViewProp(actor)

    def renderWindow(self, view: View) -> Any:
        return view.window

    def scheduleRender(self, view: View) -> None:
        view.renders += 1


class AbstractScriptedSegmentEditorEffect:
    def __init__(self, scriptedEffect: Any) -> None:
        self.scriptedEffect = scriptedEffect


class Bench:
    def __init__(self, scene: Any, effectClass: Any) -> None:
        hu = np.full(GEOMETRY.shape, 40, np.int16)
        hu[3:6, 10:14, 20:26] = 300
        hu[:, 30:, :] = 500
        self.series = CTSeries(hu, GEOMETRY)
        self.volume = volumeFromSeries(self.series, scene)
        self.segmentation = createSegmentation(self.volume, scene)
        logic = LOGIC()
        logic.SetMRMLScene(scene)
        logic.SetSegmentEditorNode(scene.AddNode(slicer.vtkMRMLSegmentEditorNode()))
        logic.SetSegmentationNode(self.segmentation)
        logic.SetSourceVolumeNode(self.volume)
        logic.GetSegmentEditorNode().SetSelectedSegmentID("LAD")
        slicer.vtkMRMLSliceNode.AddDefaultSliceOrientationPresets(scene, True)
        self.view = View(scene)
        self.interactor = vtk.vtkGenericRenderWindowInteractor()
        self.host = ScriptedEffect(logic)
        self.effect = effectClass(self.host)
        self.effect.setupOptionsFrame()
        self.effect.setMRMLDefaults()
        self.effect.updateGUIFromMRML()

    def event(self, event: int, index: tuple[int, int, int], *, shift: int = 0, ctrl: int = 0) -> bool:
        ras = worldFromLps(self.volume, GEOMETRY.lps_mm(index).tolist())
        self.view.node.JumpSliceByCentering(*ras)
        matrix = vtk.vtkMatrix4x4()
        vtk.vtkMatrix4x4.Invert(self.view.node.GetXYToRAS(), matrix)
        x, y = (round(value) for value in matrix.MultiplyPoint([*ras, 1.0])[:2])
        self.interactor.SetEventInformation(x, y, ctrl, shift, "\0", 0, None)
        return bool(self.effect.processInteractionEvents(self.interactor, event, self.view))

    def marked(self) -> int:
        return int(np.count_nonzero(lesionMapFromSegmentation(self.segmentation, self.series).labels))

    def shown(self) -> list[str]:
        """What is visible in the view: "outline", or the text."""
        props = self.view.renderer.GetViewProps()
        actors = [props.GetItemAsObject(number) for number in range(props.GetNumberOfItems())]
        visible = [actor for actor in actors if actor.GetVisibility()]
        return [actor.GetInput().strip() if actor.IsA("vtkTextActor") else "outline" for actor in visible]


@pytest.fixture
def bench(scene: Any, monkeypatch: pytest.MonkeyPatch, repository: Path) -> Bench:
    widgets = SimpleNamespace(
        QRadioButton=Widget, QHBoxLayout=Widget, QIcon=str, QCursor=str, Qt=SimpleNamespace(CrossCursor="cross")
    )
    modules = {
        "qt": widgets,
        "ctk": SimpleNamespace(ctkSliderWidget=Widget),
        "SegmentEditorEffects": SimpleNamespace(
            AbstractScriptedSegmentEditorEffect=AbstractScriptedSegmentEditorEffect
        ),
        "slicer.i18n": SimpleNamespace(tr=lambda text: text),
    }
    for name, module in modules.items():
        monkeypatch.setitem(sys.modules, name, module)  # type: ignore[arg-type]
    modes = SimpleNamespace(
        ModificationModeAdd=LOGIC.ModificationModeAdd, ModificationModeRemove=LOGIC.ModificationModeRemove
    )
    monkeypatch.setattr(slicer, "qSlicerSegmentEditorAbstractEffect", modes, raising=False)
    path = repository / "SmartScore" / "SegmentEditorCalciumLib" / "SegmentEditorEffect.py"
    spec = importlib.util.spec_from_file_location("SegmentEditorCalciumLib", path)
    assert spec is not None
    assert spec.loader is not None
    module: ModuleType = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return Bench(scene, module.SegmentEditorEffect)


def test_moving_over_calcium_outlines_it_and_a_click_takes_it(bench: Bench) -> None:
    assert bench.event(MOVE, LESION) is False  # the view follows the pointer too
    assert bench.shown() == ["outline"]
    assert bench.marked() == 0
    assert bench.event(PRESS, LESION) is True
    assert bench.marked() == 72
    bench.event(MOVE, FAT)
    assert bench.shown() == []
    bench.event(MOVE, LESION)
    bench.event(vtk.vtkCommand.LeaveEvent, LESION)
    assert bench.shown() == []


def test_bone_is_told_beside_the_pointer_already_while_moving(bench: Bench) -> None:
    bench.effect.limitSlider.value = 2000.0
    bench.event(MOVE, BONE)
    assert bench.shown() == ["Not taken: larger than 2000 mm³\n(bone, or touching bone)"]
    assert bench.event(PRESS, BONE) is True
    assert bench.marked() == 0
    bench.event(MOVE, LESION)
    assert bench.shown() == ["outline"]


def test_a_click_below_the_threshold_says_the_value(bench: Bench) -> None:
    assert bench.event(PRESS, FAT) is True
    assert bench.shown() == ["Nothing to take: 40 HU, below 130 HU"]
    assert bench.marked() == 0


def test_shift_click_takes_marks_out_and_is_left_to_the_view_elsewhere(bench: Bench) -> None:
    bench.event(PRESS, LESION)
    assert bench.event(PRESS, FAT, shift=1) is False
    assert bench.marked() == 72
    assert bench.event(PRESS, LESION, shift=1) is True
    assert bench.marked() == 0
    assert bench.event(PRESS, LESION, ctrl=1) is False
    assert bench.marked() == 0


def test_a_double_click_does_not_reach_the_view_and_other_views_are_left_alone(bench: Bench) -> None:
    assert bench.event(vtk.vtkCommand.LeftButtonDoubleClickEvent, LESION) is True
    bench.view.className = lambda: "qMRMLThreeDWidget"  # type: ignore[method-assign]
    assert bench.event(PRESS, LESION) is False
    assert bench.marked() == 0


def test_options_and_parameters_follow_each_other(bench: Bench) -> None:
    node = bench.host.node
    assert node.GetAttribute("Calcium.Threshold") == "130"
    assert node.GetAttribute("Calcium.Mode") == "3D"
    assert bench.effect.in3DButton.checked is True
    bench.effect.thresholdSlider.value = 301.0
    assert node.GetAttribute("Calcium.Threshold") == "301"
    bench.event(PRESS, LESION)
    assert bench.marked() == 0
    node.SetAttribute("Calcium.Threshold", "200")
    node.SetAttribute("Calcium.Mode", "Slice")
    bench.effect.updateGUIFromMRML()
    assert bench.effect.thresholdSlider.value == 200
    assert (bench.effect.in3DButton.checked, bench.effect.inSliceButton.checked) == (False, True)
    bench.event(PRESS, LESION)
    assert bench.marked() == 24


def test_scrolling_under_a_resting_pointer_shows_the_new_slice(bench: Bench) -> None:
    bench.event(MOVE, LESION)
    ras = worldFromLps(bench.volume, GEOMETRY.lps_mm((0, *LESION[1:])).tolist())
    bench.view.node.JumpSliceByCentering(*ras)
    bench.effect.processViewNodeEvents(bench.view.node, vtk.vtkCommand.ModifiedEvent, bench.view)
    assert bench.shown() == []


def test_only_the_view_under_the_pointer_shows_something(bench: Bench, scene: Any) -> None:
    first = bench.view
    bench.event(MOVE, LESION)
    bench.view = View(scene)
    bench.event(MOVE, LESION)
    assert bench.shown() == ["outline"]
    bench.view = first
    assert bench.shown() == []


def test_deactivating_leaves_nothing_in_the_view(bench: Bench) -> None:
    bench.event(MOVE, LESION)
    assert bench.view.renderer.GetViewProps().GetNumberOfItems() == 2
    bench.effect.deactivate()
    assert bench.view.renderer.GetViewProps().GetNumberOfItems() == 0


def test_closing_the_scene_with_the_effect_active_is_survived(bench: Bench, scene: Any) -> None:
    bench.event(MOVE, LESION)
    scene.Clear(0)
    bench.effect.processInteractionEvents(bench.interactor, MOVE, bench.view)
    assert bench.shown() == []


def test_the_icon_is_there_and_the_pointer_is_a_cross(bench: Bench) -> None:
    assert Path(bench.effect.icon()).is_file()
    assert bench.effect.createCursor(bench.view) == "cross"
