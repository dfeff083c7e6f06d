"""What the module's own test demands of a reading, in any scene: exact scores, marks that outlive a saved scene, and
series that come back from the database. The right scores come from the phantom's description by arithmetic.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import slicer

from SmartScoreLib.database.model import Database
from SmartScoreLib.exports.export import WrittenSeries
from SmartScoreLib.phantom.expected import expected_scores
from SmartScoreLib.phantom.model import Phantom, PhantomLesion
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.scene.coordinates import worldFromLps
from SmartScoreLib.scene.phantom_sample import importPhantom
from SmartScoreLib.scene.series_rows import candidates
from SmartScoreLib.scene.session import ReadingSession, segmentationOf
from SmartScoreLib.scene.volumes import volumeFromSeries
from SmartScoreLib.scoring.model import ScoreSheet, TerritoryScore, TotalScore
from SmartScoreLib.scoring.score import score
from SmartScoreLib.series.load import load_series

PHANTOM: dict[str, Any] = {"slices": 40, "rows": 256, "columns": 256, "pixel_mm": 0.9, "spacing_mm": 3.0}

Say = Callable[[str], Any]


def readWithoutViews(say: Say, folder: Path, database: Database, logic: Any) -> None:
    """Import, load, mark, undo, reassign, delete, save and open the scene, export, read back.

    `database` is where the phantom goes, `logic` the module's logic, through which a script reads.
    """
    say("SmartScore: phantom into a temporary DICOM database")
    phantom = standard_phantom(**PHANTOM)
    uid = importPhantom(database, **PHANTOM)
    volume = volumeFromSeries(_loaded(uid), slicer.mrmlScene)
    session = logic.openReading(volume)
    check(session.whyNotExportable is None, f"not exportable: {session.whyNotExportable}")

    say("SmartScore: one click a lesion, exact scores after each")
    for count, lesion in enumerate(phantom.lesions, 1):
        edit = session.markAt(positionOf(phantom, lesion, volume), lesion.territory)
        check(edit.changed, edit.reason)
        checkScores(session.sheet, phantom, phantom.lesions[:count])
    session.undo()
    checkScores(session.sheet, phantom, phantom.lesions[:-1])
    session.redo()
    checkScores(session.sheet, phantom, phantom.lesions)

    total = session.sheet.total.agatston
    first = next(lesion for lesion in session.sheet.lesions if lesion.territory == "LAD")
    session.reassignLesion(first, "LCX")
    check(abs(session.sheet.total.agatston - total) < 1e-6, "reassigning within the coronaries changed the total")
    session.undo()
    session.deleteLesion(first)
    check(abs(session.sheet.total.agatston - (total - first.agatston)) < 1e-6, "deleting took another amount away")
    session.undo()
    checkScores(session.sheet, phantom, phantom.lesions)

    say("SmartScore: save and open the scene")
    path = folder / "scene.mrb"
    check(slicer.mrmlScene.WriteToMRB(str(path)), "the scene was not saved")
    slicer.mrmlScene.Clear(0)
    check(slicer.mrmlScene.ReadFromMRB(str(path)), "the scene was not opened")
    volume = slicer.util.getNodesByClass("vtkMRMLScalarVolumeNode")[0]
    check(segmentationOf(volume) is not None, "the marks are not in the scene")
    session = logic.openReading(volume)
    checkScores(session.sheet, phantom, phantom.lesions)

    check(logic.score(volume, session.segmentationNode) == session.sheet, "the scores of the nodes are others")

    say("SmartScore: export")
    checkWritten(session.exportToDICOM(), session)


def positionOf(phantom: Phantom, lesion: PhantomLesion, volumeNode: Any) -> tuple[float, float, float]:
    """World RAS millimeters of the middle of a lesion."""
    return worldFromLps(volumeNode, phantom.geometry.lps_mm(lesion.center).tolist())


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


def checkFresh(session: ReadingSession) -> None:
    """The live scores are those of scoring the marks from the beginning."""
    fresh = score(session.series.hu, session.keeper.lesions, session.state.protocol, session.series.remarks)
    check(fresh.territories == session.sheet.territories, "the live scores are not those of the marks")


IMAGES = ("reduced", "physician", "patient", "screens")
DOCUMENTS = ("physician_pdf", "patient_pdf")
OBJECTS = ("segmentation", "structured_report", "presentation")
"""Kinds of series as they are written, in their order."""


def checkWritten(
    written: tuple[WrittenSeries, ...],
    session: ReadingSession,
    kinds: tuple[str, ...] = IMAGES + DOCUMENTS + OBJECTS,
) -> None:
    """Every series is in the database with all its files, and the reduced CT holds the same values."""
    check(tuple(one.kind for one in written) == kinds, f"written: {written}")
    for one in written:
        files = slicer.dicomDatabase.filesForSeries(one.series_instance_uid)
        check(len(files) == one.files, f"{one.kind}: {len(files)} of {one.files} files are in the database")
        if one.kind in DOCUMENTS:
            check(b"%PDF-" in Path(files[0]).read_bytes(), f"{one.kind}: no PDF is in the file")
    reduced = _loaded(written[0].series_instance_uid)
    first = round(float(session.series.geometry.index(reduced.geometry.origin_lps_mm)[0]))
    source = session.series.hu[first : first + reduced.geometry.shape[0]]
    check(bool((reduced.hu == source).all()), "the reduced CT holds other values than its source")


def _loaded(seriesInstanceUid: str) -> Any:
    return load_series(candidates(slicer.dicomDatabase, seriesInstanceUid)[0])
