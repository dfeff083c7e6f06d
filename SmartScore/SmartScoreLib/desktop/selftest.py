"""The module's own test: from a series to a saved report, with exact scores, no network and the user's data untouched.

Two bodies: `readWithoutViews` needs no window and runs on slicer-core as well; `readInViews` clicks in a slice view.
The right scores come from the phantom's description by arithmetic.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import slicer
import vtk

from SmartScoreLib.desktop.phantom_sample import importPhantom
from SmartScoreLib.desktop.series_rows import candidates
from SmartScoreLib.desktop.session import Session, segmentationOf
from SmartScoreLib.desktop.slicer_database import SlicerDatabase
from SmartScoreLib.exports.export import ExportChoices, WrittenSeries, export
from SmartScoreLib.phantom.expected import expected_scores
from SmartScoreLib.phantom.model import Phantom, PhantomLesion
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.scene.coordinates import worldFromLps
from SmartScoreLib.scene.volumes import volumeFromSeries
from SmartScoreLib.scoring.model import ScoreSheet, TerritoryScore, TotalScore
from SmartScoreLib.scoring.score import score
from SmartScoreLib.series.load import load_series

PHANTOM: dict[str, Any] = {"slices": 40, "rows": 256, "columns": 256, "pixel_mm": 0.9, "spacing_mm": 3.0}
EVERYTHING = ExportChoices(physician=True, patient=True, screens=True, reduced="auto")

Say = Callable[[str], Any]


def run(say: Say) -> None:
    """Run everything that can run here; raises AssertionError with what is wrong.

    The scene is cleared, since tests are run in an empty one.
    """
    temporary = tempfile.TemporaryDirectory(prefix="smartscore-selftest-", ignore_cleanup_errors=True)
    with temporary as folder, temporaryDatabase(Path(folder) / "database"):
        readWithoutViews(say, Path(folder))
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


def readWithoutViews(say: Say, folder: Path) -> None:
    """Import, load, mark, undo, reassign, delete, save and open the scene, export, read back."""
    say("SmartScore: phantom into a temporary DICOM database")
    phantom = standard_phantom(**PHANTOM)
    database = SlicerDatabase(slicer.dicomDatabase)
    uid = importPhantom(database, **PHANTOM)
    volume = volumeFromSeries(_loaded(uid), slicer.mrmlScene)
    session = Session(volume, fileOfInstance=slicer.dicomDatabase.fileForInstance)
    check(not session.whyNotExportable, session.whyNotExportable)

    say("SmartScore: one click a lesion, exact scores after each")
    for count, lesion in enumerate(phantom.lesions, 1):
        edit = session.marker.click(positionOf(phantom, lesion, volume), lesion.territory)
        check(edit.changed, edit.text)
        session.update()
        checkScores(session.sheet, phantom, phantom.lesions[:count])
    session.marker.undo()
    session.update()
    checkScores(session.sheet, phantom, phantom.lesions[:-1])
    session.marker.redo()
    session.update()
    checkScores(session.sheet, phantom, phantom.lesions)

    total = session.sheet.total.agatston
    first = next(lesion for lesion in session.sheet.lesions if lesion.territory == "LAD")
    session.reassignLesion(first, "LCX")
    check(abs(session.sheet.total.agatston - total) < 1e-6, "reassigning within the coronaries changed the total")
    session.marker.undo()
    session.update()
    session.deleteLesion(first)
    check(abs(session.sheet.total.agatston - (total - first.agatston)) < 1e-6, "deleting took another amount away")
    session.marker.undo()
    session.update()
    checkScores(session.sheet, phantom, phantom.lesions)

    say("SmartScore: save and open the scene")
    path = folder / "scene.mrb"
    check(slicer.mrmlScene.WriteToMRB(str(path)), "the scene was not saved")
    slicer.mrmlScene.Clear(0)
    check(slicer.mrmlScene.ReadFromMRB(str(path)), "the scene was not opened")
    volume = slicer.util.getNodesByClass("vtkMRMLScalarVolumeNode")[0]
    check(segmentationOf(volume) is not None, "the marks are not in the scene")
    session = Session(volume, fileOfInstance=slicer.dicomDatabase.fileForInstance)
    checkScores(session.sheet, phantom, phantom.lesions)

    say("SmartScore: export")
    checkWritten(export(session.reading(), database, EVERYTHING), session)


def readInViews(say: Say, folder: Path) -> None:
    """The same in the panel: mouse events in a slice view, a brush stroke, and the Save button."""
    phantom = standard_phantom(**PHANTOM)
    slicer.util.selectModule("SmartScore")
    panel = slicer.util.getModuleWidget("SmartScore").panel
    say("SmartScore: load in the panel")
    uid = importPhantom(SlicerDatabase(slicer.dicomDatabase), **PHANTOM)
    panel.series.refresh()
    panel.series.finish()
    check(panel.series.select((uid, "")), "the series is not listed")
    panel.series.load()
    check(panel.session is not None, panel.whyNotScorable)

    say("SmartScore: click in the slice view")
    volume = panel.session.volumeNode
    for count, lesion in enumerate(phantom.lesions, 1):
        panel.mark(lesion.territory)
        check(panel.editor.markedTerritory() == lesion.territory, f"{lesion.territory} cannot be marked")
        clickInView("Red", positionOf(phantom, lesion, volume))
        panel.updateScores()
        checkScores(panel.session.sheet, phantom, phantom.lesions[:count])
    panel.undo()
    checkScores(panel.session.sheet, phantom, phantom.lesions[:-1])
    panel.redo()
    checkScores(panel.session.sheet, phantom, phantom.lesions)

    say("SmartScore: paint with the segment editor")
    before = panel.session.sheet
    editor = panel.editor.widget
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
    panel.undo()
    checkScores(panel.session.sheet, phantom, phantom.lesions)

    say("SmartScore: save from the panel")
    panel.saving.save()
    check(bool(panel.saving.written), panel.ui.savedLabel.text)
    checkWritten(panel.saving.written, panel.session)
    path = folder / "panel.mrb"
    check(slicer.util.saveScene(str(path)), "the scene was not saved")
    slicer.mrmlScene.Clear(0)
    check(panel.session is None, "the panel holds on to a closed scene")
    slicer.util.loadScene(str(path))
    check(panel.session is not None, f"the panel does not follow the scene that was opened; {panel.whyNotScorable}")
    checkScores(panel.session.sheet, phantom, phantom.lesions)


def positionOf(phantom: Phantom, lesion: PhantomLesion, volumeNode: Any) -> tuple[float, float, float]:
    """World RAS millimeters of the middle of a lesion."""
    return worldFromLps(volumeNode, phantom.geometry.lps_mm(lesion.center).tolist())


def clickInView(name: str, ras: tuple[float, float, float]) -> None:
    """A left click at a position, as the mouse makes it; needs no focus."""
    widget = slicer.app.layoutManager().sliceWidget(name)
    node = widget.mrmlSliceNode()
    node.JumpSliceByCentering(*ras)
    slicer.app.processEvents()
    toXy = vtk.vtkMatrix4x4()
    vtk.vtkMatrix4x4.Invert(node.GetXYToRAS(), toXy)
    x, y = (round(value) for value in toXy.MultiplyPoint([*ras, 1])[:2])
    interactor = widget.sliceView().interactor()
    interactor.SetEventInformation(x, y, 0, 0, "\0", 0, None)
    for event in ("MouseMoveEvent", "LeftButtonPressEvent", "LeftButtonReleaseEvent"):
        interactor.InvokeEvent(event)
    slicer.app.processEvents()


def check(holds: bool, otherwise: str) -> None:
    """Fail with a sentence."""
    if not holds:
        raise AssertionError(otherwise)


def checkScores(sheet: ScoreSheet, phantom: Phantom, marked: tuple[PhantomLesion, ...]) -> None:
    """Agatston and volume of each territory and in total are what the phantom's description gives."""
    expected = expected_scores(Phantom(phantom.geometry, marked))
    every: list[TerritoryScore | TotalScore] = [*sheet.territories, sheet.total]
    for found in every:
        key = found.key if isinstance(found, TerritoryScore) else "total"
        right = expected.get(key)
        agatston, volume, lesions = (right.agatston, right.volume_mm3, right.lesions) if right else (0.0, 0.0, 0)
        same = abs(found.agatston - agatston) < 1e-6 and abs(found.volume_mm3 - volume) < 1e-6
        check(
            same and found.lesions == lesions,
            f"{key}: {found.lesions} lesions, Agatston {found.agatston}, {found.volume_mm3} mm3; right are {lesions}, "
            f"{agatston}, {volume}",
        )


def checkFresh(session: Session) -> None:
    """The live scores are those of scoring the marks from the beginning."""
    fresh = score(session.series.hu, session.keeper.lesions, session.state.protocol, session.series.remarks)
    check(fresh.territories == session.sheet.territories, "the live scores are not those of the marks")


def checkWritten(written: tuple[WrittenSeries, ...], session: Session) -> None:
    """Every series is in the database with all its files, and the reduced CT holds the same values."""
    check([one.kind for one in written] == ["reduced", "physician", "patient", "screens"], f"written: {written}")
    for one in written:
        files = slicer.dicomDatabase.filesForSeries(one.series_instance_uid)
        check(len(files) == one.files, f"{one.kind}: {len(files)} of {one.files} files are in the database")
    reduced = _loaded(written[0].series_instance_uid)
    first = round(float(session.series.geometry.index(reduced.geometry.origin_lps_mm)[0]))
    source = session.series.hu[first : first + reduced.geometry.shape[0]]
    check(bool((reduced.hu == source).all()), "the reduced CT holds other values than its source")


def _loaded(seriesInstanceUid: str) -> Any:
    return load_series(next(candidates(slicer.dicomDatabase, seriesInstanceUid)))
