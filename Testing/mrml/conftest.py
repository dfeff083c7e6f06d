"""A real MRML scene on slicer-core: Slicer's nodes and logics without Qt and without a display."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

# The stand-in of the effect's host is that of the panel's tests.
sys.path.append(str(Path(__file__).resolve().parents[1] / "desktop"))


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Any]:
    """A scene with the logics that register the nodes SmartScore uses; `slicer.mrmlScene` while the test runs."""
    slicer = pytest.importorskip("slicer", reason="slicer-core is not installed")
    scene = slicer.vtkMRMLScene()
    application = slicer.vtkSlicerApplicationLogic()
    application.SetMRMLScene(scene)
    application.GetColorLogic().SetMRMLScene(scene)
    application.GetColorLogic().AddDefaultColorNodes()
    logics = {
        "SubjectHierarchy": slicer.vtkSlicerSubjectHierarchyModuleLogic(),
        "Volumes": slicer.vtkSlicerVolumesLogic(),
        "Segmentations": slicer.vtkSlicerSegmentationsModuleLogic(),
        "Tables": slicer.vtkSlicerTablesLogic(),
    }
    for name, logic in logics.items():
        logic.SetMRMLApplicationLogic(application)
        logic.SetMRMLScene(scene)
        application.SetModuleLogic(name, logic)
    # Opening a scene bundle unpacks it into a cache folder.
    remote = slicer.vtkMRMLRemoteIOLogic()
    remote.GetCacheManager().SetRemoteCacheDirectory(str(tmp_path))
    remote.SetMRMLScene(scene)
    remote.AddDataIOToScene()
    before = {name: getattr(slicer, name, None) for name in ("mrmlScene", "modules")}
    slicer.mrmlScene = scene
    slicer.modules = SimpleNamespace(
        **{name.lower(): SimpleNamespace(logic=lambda logic=logic: logic) for name, logic in logics.items()}
    )
    yield scene
    for name, value in before.items():
        setattr(slicer, name, value)


@pytest.fixture
def bench(scene: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The effect on a small volume; see `effect_bench.Bench`."""
    import slicer
    from effect_bench import Bench
    from effect_standin import (
        AbstractEffect,
        AbstractScriptedSegmentEditorEffect,
        Widget,
        ctkSliderWidget,
        effectClass,
    )

    widgets = SimpleNamespace(
        QRadioButton=Widget, QHBoxLayout=Widget, QIcon=str, QCursor=str, Qt=SimpleNamespace(CrossCursor="cross")
    )
    modules = {
        "qt": widgets,
        "ctk": SimpleNamespace(ctkSliderWidget=ctkSliderWidget),
        "SegmentEditorEffects": SimpleNamespace(
            AbstractScriptedSegmentEditorEffect=AbstractScriptedSegmentEditorEffect
        ),
        "slicer.i18n": SimpleNamespace(tr=lambda text: text, translate=lambda context, text: text),
    }
    for name, module in modules.items():
        monkeypatch.setitem(sys.modules, name, module)  # type: ignore[arg-type]
    monkeypatch.setattr(slicer, "qSlicerSegmentEditorAbstractEffect", AbstractEffect, raising=False)
    # What holds the stand-in of the translator must not outlive it.
    monkeypatch.delitem(sys.modules, "SmartScoreLib.desktop.remark_text", raising=False)
    yield Bench(scene, effectClass())
    sys.modules.pop("SmartScoreLib.desktop.remark_text", None)
