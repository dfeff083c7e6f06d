"""The module's own test: from a series to a saved report, with exact scores, no network and the user's data untouched.

`scene.selftest.readWithoutViews` needs no window and runs on slicer-core as well; `readInViews` clicks in a slice view.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import slicer
import vtk
from numpy.typing import NDArray
from pydicom import dcmread
from vtk.util.numpy_support import vtk_to_numpy

from SmartScoreLib.desktop.choosing.slicer_database import SlicerDatabase
from SmartScoreLib.phantom.model import Phantom
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import WriteOptions, write_phantom
from SmartScoreLib.scene.phantom_sample import importPhantom
from SmartScoreLib.scene.segmentation import volumeOf
from SmartScoreLib.scene.selftest import (
    PHANTOM,
    Say,
    check,
    checkFresh,
    checkScores,
    checkWritten,
    positionOf,
    readWithoutViews,
)
from SmartScoreLib.scene.volumes import INSTANCE_UIDS


def run(say: Say, logic: Any) -> None:
    """Run everything that can run here; raises AssertionError with what is wrong.

    `logic` is the module's. The scene is cleared, since tests are run in an empty one.
    """
    temporary = tempfile.TemporaryDirectory(prefix="smartscore-selftest-", ignore_cleanup_errors=True)
    with temporary as folder, temporaryDatabase(Path(folder) / "database"):
        readWithoutViews(say, Path(folder), SlicerDatabase(slicer.dicomDatabase), logic)
        slicer.mrmlScene.Clear(0)
        if slicer.app.layoutManager() is not None and slicer.util.mainWindow() is not None:
            readInViews(say, Path(folder))
            slicer.mrmlScene.Clear(0)
    say("SmartScore: passed")


@contextmanager
def temporaryDatabase(folder: Path) -> Iterator[Any]:
    """Slicer's database elsewhere for a while. No setting is written, so that not even a crash moves the user's."""
    database = slicer.dicomDatabase
    before = database.databaseFilename if database.isOpen else ""
    folder.mkdir(parents=True)
    database.openDatabase(str(folder / "ctkDICOM.sql"))
    try:
        yield database
    finally:
        database.closeDatabase()
        if before:
            database.openDatabase(before)


def openPhantom(panel: Any) -> None:
    """Import the phantom, and load it from the list of the panel."""
    uid = importPhantom(SlicerDatabase(slicer.dicomDatabase), **PHANTOM)
    panel.choosing.series.refresh()
    panel.choosing.series.finish()
    check(panel.choosing.series.select((uid, "")), "the series is not listed")
    panel.choosing.series.load()
    check(panel.session is not None, panel.current.whyNotScorable)


def readInViews(say: Say, folder: Path) -> None:
    """The same in the panel: mouse events in a slice view, a brush stroke, and the Save button."""
    phantom = standard_phantom(**PHANTOM)
    slicer.util.selectModule("SmartScore")
    panel = slicer.util.getModuleWidget("SmartScore").panel
    say("SmartScore: load in the panel")
    openPhantom(panel)

    say("SmartScore: click in the slice view")
    volume = panel.session.volumeNode
    for count, lesion in enumerate(phantom.lesions, 1):
        panel.marking.mark(lesion.territory)
        check(panel.marking.editor.markedTerritory() == lesion.territory, f"{lesion.territory} cannot be marked")
        clickInView("Red", positionOf(phantom, lesion, volume))
        panel.updateScores()
        checkScores(panel.session.sheet, phantom, phantom.lesions[:count])
    panel.marking.undo()
    checkScores(panel.session.sheet, phantom, phantom.lesions[:-1])
    panel.marking.redo()
    checkScores(panel.session.sheet, phantom, phantom.lesions)

    say("SmartScore: paint with the segment editor")
    before = panel.session.sheet
    editor = panel.marking.editor.widget
    editor.setCurrentSegmentID("OTHER")
    editor.setActiveEffectByName("Paint")
    editor.activeEffect().setParameter("BrushSphere", "0")
    editor.activeEffect().setCommonParameter("BrushAbsoluteDiameter", "6")
    editor.activeEffect().setCommonParameter("BrushDiameterIsRelative", "0")
    largest = max(phantom.lesions, key=lambda lesion: sum(layer.voxels for layer in lesion.layers))
    clickInView("Red", positionOf(phantom, largest, volume))
    panel.updateScores()
    check(panel.session.sheet != before, "the brush marked nothing")
    checkFresh(panel.session)
    panel.marking.undo()
    checkScores(panel.session.sheet, phantom, phantom.lesions)

    say("SmartScore: save from the panel")
    panel.ui.physicianPdfCheckBox.checked = panel.ui.patientPdfCheckBox.checked = True
    panel.ui.outlinesCheckBox.checked = True
    panel.ui.readerLineEdit.text = "Reader One"
    panel.ui.commentEdit.setPlainText("first\nsecond")
    panel.ui.statusComboBox.currentIndex = 1
    panel.saving.save()
    check(bool(panel.saving.written), panel.ui.savedLabel.text)
    checkWritten(panel.saving.written, panel.session)
    panel.ui.copyTextButton.click()
    check("Agatston" in slicer.app.clipboard().text(), "the text of the report was not copied")
    reopen(say, panel, phantom)
    path = folder / "panel.mrb"
    check(slicer.util.saveScene(str(path)), "the scene was not saved")
    slicer.mrmlScene.Clear(0)
    check(panel.session is None, "the panel holds on to a closed scene")
    slicer.util.loadScene(str(path))
    check(
        panel.session is not None,
        f"the panel does not follow the scene that was opened; {panel.current.whyNotScorable}",
    )
    checkScores(panel.session.sheet, phantom, phantom.lesions)


def reopen(say: Say, panel: Any, phantom: Phantom) -> None:
    """A scene without anything, the reading opened from the database, continued, and saved as its next version."""
    say("SmartScore: reopen the reading from the database")
    series = panel.session.series.series_instance_uid
    slicer.mrmlScene.Clear(0)
    check(panel.session is None, "the panel holds on to a closed scene")
    panel.choosing.series.refresh()
    readings = _readingRows(panel, series)
    check(len(readings) == 1, f"{len(readings)} readings are listed under the series")
    check(panel.choosing.series.select(readings[0].key), "the reading is not listed")
    panel.choosing.series.load()
    check(panel.session is not None, panel.ui.guidanceLabel.text)
    checkScores(panel.session.sheet, phantom, phantom.lesions)
    state = panel.session.state
    check((state.reader, state.comment) == ("Reader One", "first\nsecond"), f"{state.reader}: {state.comment!r}")
    check(panel.ui.statusComboBox.currentIndex == 1, "the status is not that of the reading")

    say("SmartScore: continue it and save the next version")
    panel.session.deleteLesion(panel.session.sheet.lesions[0])
    panel.saving.save()
    check(bool(panel.saving.written), panel.ui.savedLabel.text)
    panel.choosing.series.refresh()
    versions = sorted((row.reading.version.number, row.reading.replaced) for row in _readingRows(panel, series))
    check(versions == [(1, True), (2, False)], f"versions: {versions}")
    panel.session.undo()
    panel.updateScores()
    checkScores(panel.session.sheet, phantom, phantom.lesions)


def _readingRows(panel: Any, seriesInstanceUid: str) -> list[Any]:
    panel.choosing.series.finish()
    rows = panel.choosing.series.rows
    return [row for row in rows if row.reading is not None and row.series_instance_uid == seriesInstanceUid]


def readTwoPatients(say: Say, folder: Path) -> None:
    """Nothing of the first patient is in a view of the second: all look as if the first had never been there."""
    say("SmartScore: two patients")
    phantom = standard_phantom(**PHANTOM)
    slicer.util.selectModule("SmartScore")
    panel = slicer.util.getModuleWidget("SmartScore").panel
    opened = SlicerDatabase(slicer.dicomDatabase)
    for name in ("First", "Second"):
        person = {"PatientID": name, "PatientName": f"{name}^Patient"}
        files = write_phantom(phantom, folder / name, WriteOptions(attributes=person))
        opened.insert(files)
        uid = str(dcmread(files[0], stop_before_pixels=True).SeriesInstanceUID)
        panel.choosing.series.refresh()
        panel.choosing.series.finish()
        check(panel.choosing.series.select((uid, "")), "the series is not listed")
        panel.choosing.series.load()
        check(panel.session is not None, panel.current.whyNotScorable)
        for lesion in phantom.lesions[:3] if name == "First" else phantom.lesions[3:4]:
            panel.session.markAt(positionOf(phantom, lesion, panel.session.volumeNode), lesion.territory)
        panel.updateScores()
        slicer.app.processEvents()
    (first,) = (node for node in slicer.util.getNodesByClass("vtkMRMLSegmentationNode") if _isOf(node, "First"))
    volume = volumeOf(first)
    center = positionOf(phantom, phantom.lesions[0], panel.session.volumeNode)
    slicer.vtkMRMLSliceNode.JumpAllSlices(slicer.mrmlScene, *center, slicer.vtkMRMLSliceNode.CenteredJumpSlice)
    seen = viewPictures()
    first.GetDisplayNode().SetVisibility(True)
    wrong = viewPictures()
    check(any((seen[name] != wrong[name]).any() for name in seen), "marks of the first patient would not be noticed")
    panel.updateScores()
    slicer.mrmlScene.RemoveNode(first)
    alone = viewPictures()
    for name in seen:
        differing = int((seen[name] != alone[name]).any(axis=-1).sum())
        check(differing == 0, f"{name}: {differing} pixels show something of the first patient")
    slicer.mrmlScene.RemoveNode(volume)
    left = slicer.util.getNodesByClass("vtkMRMLTableNode")
    check(len(left) == 2, f"{len(left)} tables are left for one reading")


def _isOf(segmentationNode: Any, patientId: str) -> bool:
    volume: Any = volumeOf(segmentationNode)
    file = slicer.dicomDatabase.fileForInstance(volume.GetAttribute(INSTANCE_UIDS).split()[0])
    return bool(slicer.dicomDatabase.fileValue(file, "0010,0020") == patientId)


def viewPictures() -> dict[str, NDArray[np.uint8]]:
    """What every slice and 3D view of the layout shows now, (row, column, 3)."""
    manager = slicer.app.layoutManager()
    views = {name: manager.sliceWidget(name).sliceView() for name in manager.sliceViewNames()}
    views |= {f"3D {i}": manager.threeDWidget(i).threeDView() for i in range(manager.threeDViewCount)}
    pictures = {}
    for name, view in views.items():
        if not view.isVisible():
            continue
        slicer.app.processEvents()
        view.forceRender()
        grabbed = vtk.vtkWindowToImageFilter()
        grabbed.SetInput(view.renderWindow())
        grabbed.ReadFrontBufferOff()
        grabbed.SetInputBufferTypeToRGB()
        grabbed.Update()
        image = grabbed.GetOutput()
        columns, rows, _one = image.GetDimensions()
        pictures[name] = vtk_to_numpy(image.GetPointData().GetScalars()).reshape(rows, columns, 3).copy()
    return pictures


def clickInView(name: str, ras: tuple[float, float, float]) -> None:
    """A left click at a position, as the mouse makes it; needs no focus."""
    interactor = pointInView(name, ras)
    for event in ("LeftButtonPressEvent", "LeftButtonReleaseEvent"):
        interactor.InvokeEvent(event)
    slicer.app.processEvents()


def pointInView(name: str, ras: tuple[float, float, float]) -> Any:
    """Move the pointer to a position in a slice view, which shows it then; the interactor of the view."""
    widget = slicer.app.layoutManager().sliceWidget(name)
    node = widget.mrmlSliceNode()
    node.JumpSliceByCentering(*ras)
    slicer.app.processEvents()
    toXy = vtk.vtkMatrix4x4()
    vtk.vtkMatrix4x4.Invert(node.GetXYToRAS(), toXy)
    x, y = (round(value) for value in toXy.MultiplyPoint([*ras, 1])[:2])
    interactor = widget.sliceView().interactor()
    interactor.SetEventInformation(x, y, 0, 0, "\0", 0, None)
    interactor.InvokeEvent("MouseMoveEvent")
    slicer.app.processEvents()
    return interactor


def checkSample() -> None:
    """Sample Data makes the phantom and loads it."""
    import SampleData

    from SmartScoreLib.desktop.startup import SAMPLE

    node = SampleData.downloadSample(SAMPLE)
    phantom = standard_phantom()
    check(node is not None and node.IsA("vtkMRMLScalarVolumeNode"), f"the sample is {node}, and no volume")
    size = node.GetImageData().GetDimensions()
    check(size[::-1] == phantom.geometry.shape, f"the sample has {size} voxels")
