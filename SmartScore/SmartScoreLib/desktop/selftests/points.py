"""What a reader must be able to rely on, one function a point, each in an empty scene and a database of its own.

They go through the panel in the application, and need its main window; without one they have nothing to look at.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import slicer

from SmartScoreLib.desktop.choosing.slicer_database import SlicerDatabase
from SmartScoreLib.desktop.result.line import resultLine
from SmartScoreLib.desktop.selftest import clickInView, openPhantom, pointInView, readTwoPatients, temporaryDatabase
from SmartScoreLib.desktop.views.layout import AXIAL
from SmartScoreLib.exports.export import ExportChoices
from SmartScoreLib.phantom.model import Phantom, PhantomLesion
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import WriteOptions, write_phantom
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import ExportFailed
from SmartScoreLib.scene.phantom_sample import importPhantom
from SmartScoreLib.scene.selftest import PHANTOM, check, checkScores, positionOf
from SmartScoreLib.scene.series_rows import candidates
from SmartScoreLib.scene.volumes import volumeFromSeries
from SmartScoreLib.series.load import load_series


def hasViews() -> bool:
    """Whether there is a window with views to look at."""
    return slicer.app.layoutManager() is not None and slicer.util.mainWindow() is not None


def twoPatients() -> None:
    """Nothing of one patient is in a view of the next."""
    with emptyPanel() as (_panel, folder):
        readTwoPatients(lambda said: None, folder)


def volumeThatIsThereIsUsed() -> None:
    """The only CT of the scene is read when the module is shown, whoever loaded it."""
    with emptyPanel() as (panel, _folder):
        uid = importPhantom(SlicerDatabase(slicer.dicomDatabase), **PHANTOM)
        slicer.util.selectModule("Data")
        volume = volumeFromSeries(load_series(candidates(slicer.dicomDatabase, uid)[0]), slicer.mrmlScene)
        slicer.util.selectModule("SmartScore")
        check(panel.session is not None, panel.current.whyNotScorable or "the volume of the scene is not read")
        check(panel.session.volumeNode is volume, "another volume than that of the scene is read")
        shown = slicer.app.layoutManager().sliceWidget(AXIAL).sliceLogic().GetSliceCompositeNode()
        check(shown.GetBackgroundVolumeID() == volume.GetID(), "the large view does not show the volume")


def markThatDoesNotCountAnswers() -> None:
    """A mark below the minimum area is said to count nothing, has a row, and is no zero."""
    with opened() as (panel, phantom, _folder):
        speck = min(phantom.lesions, key=_voxels)
        mark(panel, phantom, speck)
        (left,) = panel.session.leftOut
        check(left.territory == speck.territory, f"{left.territory} was marked")
        check(bool(panel.current.told), "nothing is said of the mark")
        check(panel.ui.lesionTable.rowCount == 1, f"{panel.ui.lesionTable.rowCount} rows for one mark")
        check(panel.session.interpretation().cac_drs is None, "a mark that counts nothing gave a category")
        check(not resultLine(panel.session, 0).percentile, "a mark that counts nothing gave a percentile")
        panel.marking.lesions.step(1)
        panel.marking.lesions.deleteSelected()
        check(not panel.session.leftOut, "the mark cannot be deleted in its row")


def worklistSorts() -> None:
    """A click on a column of the worklist sorts by it, another one the other way round."""
    with emptyPanel() as (panel, folder):
        for name in ("Beta", "Alpha", "Gamma"):
            person = {"PatientID": name, "PatientName": name}
            files = write_phantom(standard_phantom(**_SMALL), folder / name, WriteOptions(attributes=person))
            SlicerDatabase(slicer.dicomDatabase).insert(files)
        panel.choosing.series.refresh()
        panel.choosing.series.finish()
        header = panel.ui.seriesTable.horizontalHeader()
        for wanted in (["Alpha", "Beta", "Gamma"], ["Gamma", "Beta", "Alpha"]):
            header.sectionClicked.emit(0)
            table = panel.ui.seriesTable
            seen = [table.item(row, 0).text() for row in range(table.rowCount)]
            check(seen == wanted, f"the patients stand as {seen}")
        panel.ui.searchEdit.text = "alp"
        panel.choosing.series.refresh()
        check(panel.ui.seriesTable.rowCount == 1, f"{panel.ui.seriesTable.rowCount} lines hold the word")


def failedSaveLeavesNothing() -> None:
    """A save that fails on the way leaves no file and no series, and the next one is whole."""
    with opened() as (panel, phantom, folder):
        mark(panel, phantom, phantom.lesions[1])
        before = _files(folder)
        verified: list[Path] = []

        def verify(database: Any, file: Path, uid: str) -> None:
            verified.append(file)
            if len(verified) == 3:
                raise ExportFailed(remark("desktop.not_taken", uid=uid, folder=str(folder)))

        with patch.object(SlicerDatabase, "_verify", verify):
            panel.saving.save()
        check(len(verified) == 3, f"{len(verified)} files were looked at")
        check(not panel.saving.written, "a save that failed tells of series")
        check(bool(panel.ui.savedLabel.text), "nothing is said of the failure")
        left = sorted(_files(folder) - before)
        check(not left, f"{len(left)} files are left, {left[:1]} among them")
        panel.saving.save()
        check(bool(panel.saving.written), panel.ui.savedLabel.text)


def captureIsNoCandidate() -> None:
    """A report page that the DICOM module loads is no volume to read, and the views keep the CT."""
    from DICOMLib import DICOMUtils

    with opened() as (panel, phantom, _folder):
        mark(panel, phantom, phantom.lesions[1])
        volume = panel.session.volumeNode
        (page,) = panel.session.exportToDICOM(ExportChoices(physician=True), SlicerDatabase(slicer.dicomDatabase))
        slicer.util.selectModule("Data")
        loaded = DICOMUtils.loadSeriesByUID([page.series_instance_uid])
        check(bool(loaded), "the DICOM module loads no report page")
        slicer.util.selectModule("SmartScore")
        slicer.app.processEvents()
        check(panel.session.volumeNode is volume, "another volume than the CT is read")
        shown = slicer.app.layoutManager().sliceWidget(AXIAL).sliceLogic().GetSliceCompositeNode()
        check(shown.GetBackgroundVolumeID() == volume.GetID(), "the large view does not show the CT")
        offered = panel.ui.inputVolumeSelector.nodeCount()
        check(offered == 1, f"{offered} volumes are offered")


def oneKeyALesion() -> None:
    """A digit marks what is outlined under the pointer, and moves nothing that is marked."""
    with opened() as (panel, phantom, _folder):
        first, second = phantom.lesions[1], phantom.lesions[7]
        panel.marking.pressTerritory(first.territory)
        for lesion in (first, second):
            pointInView(AXIAL, positionOf(phantom, lesion, panel.session.volumeNode))
            panel.marking.pressTerritory(lesion.territory)
            panel.updateScores()
        checkScores(panel.session.sheet, phantom, (first, second))
        panel.marking.pressTerritory("LCX")
        panel.updateScores()
        checkScores(panel.session.sheet, phantom, (first, second))


@contextmanager
def emptyPanel() -> Iterator[tuple[Any, Path]]:
    """The panel, shown, with an empty scene and an empty database; and a folder for files."""
    temporary = tempfile.TemporaryDirectory(prefix="smartscore-selftest-", ignore_cleanup_errors=True)
    slicer.mrmlScene.Clear(0)
    with temporary as folder, temporaryDatabase(Path(folder) / "database"):
        slicer.util.selectModule("SmartScore")
        yield slicer.util.getModuleWidget("SmartScore").panel, Path(folder)
        slicer.mrmlScene.Clear(0)


@contextmanager
def opened() -> Iterator[tuple[Any, Phantom, Path]]:
    """The panel with the phantom open, what is known of it, and the folder of the database."""
    with emptyPanel() as (panel, folder):
        openPhantom(panel)
        slicer.app.processEvents()
        yield panel, standard_phantom(**PHANTOM), folder / "database"


def mark(panel: Any, phantom: Phantom, lesion: PhantomLesion) -> None:
    """Mark a lesion of the phantom by a click, and let the panel score it."""
    panel.marking.mark(lesion.territory)
    clickInView(AXIAL, positionOf(phantom, lesion, panel.session.volumeNode))
    panel.updateScores()


_SMALL: dict[str, Any] = {"slices": 8, "rows": 64, "columns": 64, "pixel_mm": 3.6, "spacing_mm": 3.0}


def _voxels(lesion: PhantomLesion) -> int:
    return sum(layer.voxels for layer in lesion.layers)


def _files(folder: Path) -> set[str]:
    return {str(path) for path in (folder / "dicom").rglob("*") if path.is_file()}
