"""The panel in a stand-in of Slicer's application: see slicer_standin.py for what is real and what is not."""

import atexit
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

LOGICS = {
    "SubjectHierarchy": "vtkSlicerSubjectHierarchyModuleLogic",
    "Terminologies": "vtkSlicerTerminologiesModuleLogic",
    "Volumes": "vtkSlicerVolumesLogic",
    "Segmentations": "vtkSlicerSegmentationsModuleLogic",
    "Tables": "vtkSlicerTablesLogic",
}


@pytest.fixture
def app() -> Iterator[Any]:
    """`slicer.app` of a fresh scene; there is a main window, but there are no views unless a test makes them."""
    pytest.importorskip("slicer", reason="slicer-core is not installed")
    missing = "PySide6-Essentials, or libglib2.0 for it, is missing"
    pytest.importorskip("PySide6.QtCore", reason=missing, exc_type=ImportError)
    with started() as application:
        yield application


@contextmanager
def started() -> Iterator[Any]:
    """The stand-in of the application with a fresh scene, as long as it lasts."""
    import slicer
    import slicer_standin

    scene = slicer.vtkMRMLScene()
    logic = slicer.vtkSlicerApplicationLogic()
    logic.SetMRMLScene(scene)
    logic.GetColorLogic().SetMRMLScene(scene)
    logic.GetColorLogic().AddDefaultColorNodes()
    scene.AddNode(slicer.vtkMRMLInteractionNode())
    logics = {name: getattr(slicer, cls)() for name, cls in LOGICS.items()}
    for name, one in logics.items():
        one.SetMRMLApplicationLogic(logic)
        one.SetMRMLScene(scene)
        logic.SetModuleLogic(name, one)
    slicer.vtkMRMLSliceNode.AddDefaultSliceOrientationPresets(scene, True)
    # Opening a scene bundle unpacks it into a cache folder.
    remote, cache = slicer.vtkMRMLRemoteIOLogic(), tempfile.mkdtemp(prefix="smartscore-cache-")
    remote.GetCacheManager().SetRemoteCacheDirectory(cache)
    remote.SetMRMLScene(scene)
    remote.AddDataIOToScene()
    before = {name: getattr(slicer, name, None) for name in ("mrmlScene", "modules")}
    slicer.mrmlScene = scene
    slicer.modules = SimpleNamespace(
        **{name.lower(): SimpleNamespace(logic=lambda one=one: one) for name, one in logics.items()}
    )
    with slicer_standin.application_of(scene, logic) as application, settings_of_its_own():
        yield application
        # Data of Python's must not outlive it: the end of the process would be a crash.
        application.clipboard().clear()
    for name, value in before.items():
        setattr(slicer, name, value)
    shutil.rmtree(cache, ignore_errors=True)


@contextmanager
def settings_of_its_own() -> Iterator[None]:
    """Settings that begin empty and are left in no file of the user's."""
    from qt_standin import QtCore

    settings = QtCore.QSettings
    before = settings.defaultFormat()
    with tempfile.TemporaryDirectory(prefix="smartscore-settings-") as folder:
        settings.setDefaultFormat(settings.Format.IniFormat)
        settings.setPath(settings.Format.IniFormat, settings.Scope.UserScope, folder)
        yield
    settings.setDefaultFormat(before)


@pytest.fixture
def widget(app: Any) -> Iterator[Any]:
    """The module's widget, shown."""
    import slicer_standin

    made = slicer_standin.makeWidget()
    made.parent.isEntered = True
    made.enter()
    yield made
    if made.panel is not None:
        made.cleanup()
    made.ui.SmartScore.setMRMLScene(None)


@pytest.fixture
def opened(widget: Any, tmp_path: Path) -> Any:
    """The panel with an open database that holds a small phantom, loaded; nothing is marked yet."""
    load_phantom(widget, tmp_path / "database")
    return widget


PHANTOM = {"slices": 40, "rows": 256, "columns": 256, "pixel_mm": 0.9, "spacing_mm": 3.0}


@cache
def database_with_phantom() -> tuple[Path, str]:
    """A database folder with the phantom, made once and copied for each test; the Series Instance UID."""
    from SmartScoreLib.database.folder import FolderDatabase
    from SmartScoreLib.scene.phantom_sample import importPhantom

    folder = Path(tempfile.mkdtemp(prefix="smartscore-desktop-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder, importPhantom(FolderDatabase(folder), **PHANTOM)


def load_phantom(widget: Any, folder: Path) -> Any:
    """Open a database that holds a phantom and load it, as a user does; the phantom."""
    from SmartScoreLib.desktop.choosing.slicer_database import openDatabase
    from SmartScoreLib.phantom.standard import standard_phantom

    template, uid = database_with_phantom()
    shutil.copytree(template, folder)
    assert openDatabase(str(folder)) == ""
    panel = widget.panel
    panel.choosing.series.refresh()
    panel.choosing.series.finish()
    assert panel.choosing.series.select((uid, ""))
    widget.ui.loadButton.click()
    assert panel.session is not None, panel.current.whyNotScorable
    return standard_phantom(**PHANTOM)


def click_lesions(widget: Any, phantom: Any, only: int | None = None) -> None:
    """Mark the phantom's lesions one by one as a reader does: press the territory, click in the large view."""
    for lesion in phantom.lesions[:only]:
        click_lesion(widget, phantom, lesion)
    widget.panel.marking.editor.stopMarking()
    widget.panel.updateScores()


def click_lesion(widget: Any, phantom: Any, lesion: Any) -> None:
    """One click, through the effect's own mouse events."""
    from effect_standin import pressed

    from SmartScoreLib.scene.coordinates import worldFromLps

    panel = widget.panel
    panel.marking.mark(lesion.territory)
    view = slice_view(widget)
    pressed(view, worldFromLps(panel.session.volumeNode, phantom.geometry.lps_mm(lesion.center)))
    before = len(panel.session.keeper.lesions.labels.nonzero()[0])
    view.interactor().InvokeEvent("LeftButtonPressEvent")
    panel.session.update()
    assert len(panel.session.keeper.lesions.labels.nonzero()[0]) > before


def slice_view(widget: Any) -> Any:
    """A slice view whose events reach the panel's segment editor."""
    import slicer
    from slicer_standin import LayoutManager

    manager = LayoutManager(slicer.mrmlScene)
    manager.editor = widget.ui.segmentEditor
    return manager.sliceWidget("SmartScoreTestView")


def sample() -> Any:
    """The phantom of Sample Data: a volume without DICOM."""
    import SampleData

    from SmartScoreLib.desktop.startup import SAMPLE, registerSampleData

    registerSampleData("")
    return SampleData.downloadSample(SAMPLE)
