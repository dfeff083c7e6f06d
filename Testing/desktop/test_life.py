"""Scenes and modules come and go: no error, nothing left behind, nothing lost."""

import ast
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("slicer", reason="slicer-core is not installed")

from slicer_standin import LayoutManager, makeWidget

from conftest import PHANTOM, click_lesions, load_phantom, sample

ROOT = Path(__file__).resolve().parents[2]


def phantom() -> Any:
    from SmartScoreLib.phantom.standard import standard_phantom

    return standard_phantom(**PHANTOM)


def reopened(path: Path) -> None:
    import slicer

    assert slicer.mrmlScene.WriteToMRB(str(path))
    slicer.mrmlScene.Clear(0)
    assert slicer.mrmlScene.ReadFromMRB(str(path))


def test_a_saved_scene_opens_with_marks_rules_reader_and_comment(opened: Any, tmp_path: Path) -> None:
    click_lesions(opened, phantom())
    opened.ui.thresholdSpinBox.value = 140
    opened.ui.ethnicityComboBox.currentIndex = 2
    opened.ui.readerLineEdit.text = "Dr. Example"
    opened.ui.commentEdit.setPlainText("two\nlines")
    opened._parameterNode.screenSlices = [20]
    before = opened.panel.session.sheet
    reopened(tmp_path / "scene.mrb")
    session = opened.panel.session
    assert session is not None
    assert session.sheet.territories == before.territories
    assert session.sheet.protocol == before.protocol
    assert session.state.person.ethnicity == "chinese"
    assert (session.state.reader, session.state.comment) == ("Dr. Example", "two\nlines")
    assert opened.ui.readerLineEdit.text == "Dr. Example"
    assert opened.ui.commentEdit.plainText == "two\nlines"
    assert opened.panel.current.settings.screens() == (20,)
    assert session.whyNotExportable is None


VERSION_1_0 = (
    "preset threshold minimumArea volumeMethod massFactor inSlice showCandidates ethnicity reader comment language",
    "screenSlices screensOf savePhysician savePatient saveScreens saveReduced reducedAuto reducedFirst reducedLast",
)
"""What the panel of version 1.0.0 kept in a scene."""


def test_a_scene_of_version_1_0_opens_with_its_marks_and_with_nothing_chosen_that_it_did_not_know(
    opened: Any, tmp_path: Path
) -> None:
    import slicer

    click_lesions(opened, phantom())
    opened.ui.readerLineEdit.text = "Dr. Example"
    before = opened.panel.session.sheet
    path = tmp_path / "scene.mrb"
    node, marks = opened._parameterNode.parameterNode, opened.panel.session.segmentationNode
    was = node.StartModify()
    for name in set(node.GetParameterNames()) - set(" ".join(VERSION_1_0).split()):
        node.UnsetParameter(name)
    node.RemoveNodeReferenceIDs("marks")
    for name in set(marks.GetAttributeNames()):
        if name.startswith("SmartScore.") and name.split(".")[1] not in ("Protocol", "Person", "Reader", "Comment"):
            marks.RemoveAttribute(name)
    assert slicer.mrmlScene.WriteToMRB(str(path))
    node.EndModify(was)
    slicer.mrmlScene.Clear(0)
    assert slicer.mrmlScene.ReadFromMRB(str(path))
    session = opened.panel.session
    assert session.sheet.territories == before.territories
    assert session.state.reader == "Dr. Example"
    assert (session.state.dominance, session.state.mode, session.state.zeroConfirmed) == (None, None, False)
    assert (opened._parameterNode.age, opened._parameterNode.status.value) == (0, "")


def test_closing_the_scene_empties_the_panel(opened: Any) -> None:
    import slicer

    click_lesions(opened, phantom(), 3)
    opened.panel.marking.mark("LAD")
    slicer.mrmlScene.Clear(0)
    assert opened.panel.session is None
    assert opened.ui.lesionTable.rowCount == 0
    assert not opened.ui.guidanceLabel.isHidden()
    assert opened.panel.marking.editor.markedTerritory() == ""
    opened.ui.undoButton.click()
    assert not opened.ui.saveButton.enabled


def nodesOf(*names: str) -> list[Any]:
    import slicer

    return [node for name in names for node in slicer.util.getNodesByClass(name, slicer.mrmlScene)]


def test_a_deleted_volume_ends_the_reading_takes_marks_and_tables_along_and_is_told(opened: Any) -> None:
    import slicer

    click_lesions(opened, phantom(), 2)
    assert len(nodesOf("vtkMRMLSegmentationNode", "vtkMRMLTableNode")) == 3
    slicer.mrmlScene.RemoveNode(opened.panel.session.volumeNode)
    assert opened.panel.session is None
    assert "deleted" in opened.ui.statusLabel.text
    assert nodesOf("vtkMRMLSegmentationNode", "vtkMRMLTableNode") == []
    assert not opened.panel.marking.territories.buttons["LM"].enabled


def test_deleted_marks_end_the_reading_and_the_volume_can_be_read_again(opened: Any) -> None:
    import slicer

    volume = opened.panel.session.volumeNode
    slicer.mrmlScene.RemoveNode(opened.panel.session.segmentationNode)
    assert opened.panel.session is None
    assert nodesOf("vtkMRMLSegmentationNode", "vtkMRMLTableNode") == []
    opened._parameterNode.inputVolume = volume
    assert opened.panel.session.sheet.lesions == ()


def test_two_volumes_in_turn_keep_their_own_marks_and_persons(opened: Any) -> None:
    click_lesions(opened, phantom(), 3)
    opened.ui.ethnicityComboBox.currentIndex = 1
    opened.ui.commentEdit.setPlainText("first")
    opened.ui.thresholdSpinBox.value = 150
    first = opened.panel.session.volumeNode
    opened._parameterNode.inputVolume = sample()
    assert opened.panel.session.sheet.lesions == ()
    assert opened.ui.lastSliceSpinBox.value == opened._parameterNode.reducedLast == 48
    assert opened._parameterNode.ethnicity.value == ""
    assert opened.ui.commentEdit.plainText == ""
    assert opened.ui.thresholdSpinBox.value == 130
    opened._parameterNode.inputVolume = first
    assert len(opened.panel.session.sheet.lesions) == 3
    assert opened._parameterNode.ethnicity.value == "white"
    assert opened.ui.commentEdit.plainText == "first"
    assert opened.panel.session.sheet.protocol.threshold_hu == 150


def test_a_volume_that_cannot_be_scored_is_refused_with_the_reason(opened: Any) -> None:
    import slicer

    empty = slicer.mrmlScene.AddNewNodeByClass("vtkMRMLScalarVolumeNode", "empty")
    opened._parameterNode.inputVolume = empty
    assert opened.panel.session is None
    assert "holds no image" in opened.ui.statusLabel.text
    assert "holds no image" in opened.ui.saveButton.toolTip


def test_leaving_the_module_leaves_no_key_no_effect_and_no_signal(opened: Any, app: Any) -> None:
    import slicer
    from qt_standin import qt

    click_lesions(opened, phantom(), 2)
    opened.panel.marking.mark("LAD")
    opened.exit()
    assert opened.panel.marking.editor.markedTerritory() == ""
    assert slicer.dicomDatabase.connections() == 0
    window = slicer.util.mainWindow()
    assert not any(shortcut.isEnabled() for shortcut in window.findChildren(qt.QShortcut))
    opened.enter()
    assert any(shortcut.isEnabled() for shortcut in window.findChildren(qt.QShortcut))
    assert len(opened.panel.session.sheet.lesions) == 2


def test_the_editors_keys_and_ours_are_never_on_together(opened: Any) -> None:
    shortcuts = opened.panel.marking.keys._shortcuts
    editor = opened.ui.segmentEditor
    assert shortcuts["LM"].isEnabled()
    assert not editor.shortcutsInstalled
    opened.ui.editorSection.collapsed = False
    assert editor.shortcutsInstalled
    assert not shortcuts["LM"].isEnabled()
    assert not shortcuts["undo"].isEnabled()
    assert shortcuts["nextLesion"].isEnabled()
    opened.exit()
    assert not editor.shortcutsInstalled


def test_after_cleanup_nothing_of_the_panel_is_called(opened: Any) -> None:
    import slicer

    session, panel = opened.panel.session, opened.panel
    opened.cleanup()
    # The next panel uses the same node; two editors on it would both answer a click.
    assert opened.ui.segmentEditor.node is None
    calls: list[str] = []
    panel.updateAll = lambda: calls.append("updateAll")
    panel.onParameters = lambda: calls.append("onParameters")
    opened.logic.getParameterNode().threshold = 200.0
    session.marker.click((0, 0, 0), "LAD")
    slicer.mrmlScene.Clear(0)
    assert calls == []


def test_reload_forgets_the_library_so_that_it_is_read_again(widget: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {name: module for name, module in sys.modules.items() if name.startswith("SmartScoreLib")}
    try:
        widget.onReload()
        assert not [name for name in sys.modules if name.startswith("SmartScoreLib")]
        assert widget.reloads == 1
    finally:
        sys.modules.update(before)


def test_without_a_main_window_the_module_still_opens(app: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import slicer

    monkeypatch.setattr(slicer.util, "mainWindow", lambda: None)
    made = makeWidget()
    made.enter()
    made.exit()
    made.cleanup()
    made.ui.SmartScore.setMRMLScene(None)


def test_layout_window_and_mouse_mode_come_back(widget: Any, app: Any, tmp_path: Path) -> None:
    import slicer

    from SmartScoreLib.desktop.views.layout import LAYOUT_ID

    widget.exit()
    app.layouts = LayoutManager(slicer.mrmlScene)
    app.layouts.layout = 3
    interaction = app.applicationLogic().GetInteractionNode()
    interaction.SetCurrentInteractionMode(interaction.Place)
    widget.enter()
    assert app.layouts.layout == LAYOUT_ID
    load_phantom(widget, tmp_path / "database")
    display = widget.panel.session.volumeNode.GetDisplayNode()
    display.SetWindowLevel(1000, 300)
    widget.exit()
    assert app.layouts.layout == 3
    assert interaction.GetCurrentInteractionMode() == interaction.Place
    assert (display.GetWindow(), display.GetLevel()) == (700, 130)
    widget.enter()
    assert (display.GetWindow(), display.GetLevel()) == (1000, 300)


def test_the_layout_chosen_meanwhile_stays(widget: Any, app: Any) -> None:
    import slicer

    widget.exit()
    app.layouts = LayoutManager(slicer.mrmlScene)
    widget.enter()
    app.layouts.setLayout(6)
    widget.exit()
    assert app.layouts.layout == 6


def test_keys_step_through_lesions_and_slices_with_calcium(widget: Any, app: Any, tmp_path: Path) -> None:
    import slicer

    from SmartScoreLib.desktop.views.layout import AXIAL, CORONAL
    from SmartScoreLib.desktop.views.slice_steps import stepSlice
    from SmartScoreLib.desktop.views.views import shownSlice

    widget.exit()
    app.layouts = LayoutManager(slicer.mrmlScene)
    widget.enter()
    click_lesions(widget, load_phantom(widget, tmp_path / "database"))
    session = widget.panel.session
    slab = app.layouts.sliceWidget(CORONAL).mrmlSliceNode()
    assert slab.GetSlabReconstructionEnabled()
    # Slicer draws the borders of a slab into the other views from then on, unless it is told not to.
    assert not app.layouts.sliceWidget(CORONAL).sliceDisplay.GetIntersectingThickSlabVisibility()
    slices = session.slicesWithLesions()
    shown = []
    for _ in slices:
        stepSlice(session, 1)
        shown.append(shownSlice(session.volumeNode, session.series.geometry))
    assert sorted(shown) == list(slices)
    widget.panel.marking.lesions.step(1)
    lesion = widget.panel.marking.lesions.selected()
    assert lesion == session.sheet.lesions[0]
    center = app.layouts.sliceWidget(AXIAL).mrmlSliceNode().GetSliceToRAS()
    assert [center.GetElement(i, 3) for i in range(3)] == pytest.approx(
        [-lesion.centroid_lps_mm[0], -lesion.centroid_lps_mm[1], lesion.centroid_lps_mm[2]]
    )
    widget.ui.addViewButton.click()
    assert widget.panel.current.settings.screens() == (round(session.series.geometry.index(lesion.centroid_lps_mm)[0]),)


def test_starting_slicer_imports_nothing_heavy() -> None:
    """The module file is imported and its Module made, as Slicer does at its start."""
    program = f"""
import sys
sys.path[:0] = [{str(ROOT / "SmartScore")!r}, {str(Path(__file__).parent)!r}]
from conftest import started
import slicer_standin
with started() as app:
    class Parent: path = {str(ROOT / "SmartScore" / "SmartScore.py")!r}
    heavy = ("SmartScoreLib", "pydicom", "scipy", "SimpleITK", "PIL", "highdicom")
    for name in [n for n in sys.modules if n.split(".")[0] in heavy]:
        del sys.modules[name]
    import SmartScore
    SmartScore.SmartScore(Parent())
    print(sorted(n for n in sys.modules if n.split(".")[0] in heavy))
    # What is registered once Slicer has started: Slicer loads the file of the effect then.
    slicer_standin.calciumEffect()
    import SmartScoreLib.desktop.dicom_plugin
    print(sorted(n for n in sys.modules if n.startswith("SmartScoreLib.") and n.count(".") > 1))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=False)
    module, registered = done.stdout.strip().splitlines()
    assert module == "['SmartScoreLib', 'SmartScoreLib.identity']", done.stderr[-2000:]
    loaded = [name for name in ast.literal_eval(registered) if name.startswith("SmartScoreLib")]
    assert loaded == ["SmartScoreLib.desktop.dicom_plugin", "SmartScoreLib.scene.marking",
                      "SmartScoreLib.scene.marking.registration"]  # fmt: skip


def test_once_slicer_has_started_effect_layout_and_sample_are_there(app: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import SampleData
    import slicer

    from SmartScoreLib.desktop.views.layout import LAYOUT_ID
    from SmartScoreLib.scene.marking import registration

    registered: list[str] = []
    monkeypatch.setattr(registration, "registerCalciumEffect", lambda: registered.append("effect"))
    app.layouts = LayoutManager(slicer.mrmlScene)
    import SmartScore

    class Parent:
        path = str(ROOT / "SmartScore" / "SmartScore.py")

    module = SmartScore.SmartScore(Parent())
    assert module.parent.categories == ["Cardiac"]
    app.emit("startupCompleted()")
    assert registered == ["effect"]
    assert app.layouts.layoutNode.IsLayoutDescription(LAYOUT_ID)
    source = SampleData.SampleDataLogic.sources["SmartScorePhantom"]
    assert Path(source["thumbnailFileName"]).is_file()


def test_the_phantom_is_a_sample_that_scripts_can_download(app: Any) -> None:
    import SampleData
    from vtk.util.numpy_support import vtk_to_numpy

    from SmartScoreLib.desktop import selftest, startup
    from SmartScoreLib.phantom.series import phantom_series
    from SmartScoreLib.phantom.standard import standard_phantom
    from SmartScoreLib.scene.volumes import seriesFromVolume

    startup.registerSampleData("")
    selftest.checkSample()
    node = SampleData.downloadSample("SmartScorePhantom")
    series = phantom_series(standard_phantom())
    found = seriesFromVolume(node).series
    assert found.geometry.shape == series.geometry.shape
    assert found.geometry.index_to_lps == pytest.approx(series.geometry.index_to_lps)
    assert (found.hu == series.hu).all()
    assert vtk_to_numpy(node.GetImageData().GetPointData().GetScalars()).dtype == "int16"
    # Everybody else's samples stay where they are.
    assert startup.fileOfSample("https://example.org/MRHead.nrrd") == "https://example.org/MRHead.nrrd"
