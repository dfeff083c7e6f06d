"""Readings of the DICOM database in the scene: listed, and opened as they were."""

from pathlib import Path
from typing import Any

from slicer import vtkMRMLScalarVolumeNode, vtkMRMLScene, vtkMRMLSegmentationNode

from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.reading.saved.find import in_order, readings_in
from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.reading.saved.reopen import candidate_of, marks_of, values_of
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.scene.marking.marked_at import restoreMarkedAt
from SmartScoreLib.scene.meaning import chosenMeaning
from SmartScoreLib.scene.readings.closing import keepAsSaved
from SmartScoreLib.scene.segmentation import createSegmentation, setLesionMap
from SmartScoreLib.scene.session import openedBefore, segmentationsOf
from SmartScoreLib.scene.state import ReadingState, loadState, saveState
from SmartScoreLib.scene.volumes import volumeFromSeries
from SmartScoreLib.series.load import load_series

_REPORT = "SR"


def savedReadings(database: Any, study: str = "") -> tuple[SavedReading, ...]:
    """Every reading of a DICOM database, the newest first; those of which something is gone say so in `remarks`.

    Args:
        database: a ctkDICOMDatabase that is open.
        study: Study Instance UID of the only study that is asked for; "" for all.
    """
    every = (one for patient in database.patients() for one in database.studiesForPatient(patient))
    series = (
        series
        for one in ((study,) if study else every)
        for series in database.seriesForStudy(one)
        if database.fieldForSeries("Modality", series) == _REPORT
    )
    return in_order(tuple(reading for one in series for reading in readingsOfReport(database, one)))


def readingsOfReport(database: Any, seriesInstanceUid: str) -> tuple[SavedReading, ...]:
    """The readings of one series of structured reports; of other software's reports there are none.

    Args:
        database: a ctkDICOMDatabase that is open.
        seriesInstanceUid: of the reports.
    """
    reports = [Path(file) for file in database.filesForSeries(seriesInstanceUid)]
    return readings_in(reports, lambda uid: [Path(file) for file in database.filesForSeries(uid)])


def openSaved(
    saved: SavedReading, scene: vtkMRMLScene, progress: Progress = silent
) -> tuple[vtkMRMLScalarVolumeNode, vtkMRMLSegmentationNode]:
    """Volume and marks of a saved reading, with its rules, person, reader, texts and status.

    A volume that is open already is used; a reading that is open already, or was last saved as this one, is returned as
    it is now.

    Raises:
        InputRefused: its series, some images or its segmentation are gone, or a file cannot be used; every reason.
    """
    if saved.remarks:
        raise InputRefused(saved.remarks)
    candidate = candidate_of(saved, progress)
    volume = openedBefore(candidate, scene)
    if volume is not None:
        for node in segmentationsOf(volume):
            previous = loadState(node).previous
            if previous is not None and previous.sop_instance_uid == saved.version.sop_instance_uid:
                return volume, node
    values = values_of(saved)
    series = load_series(candidate, progress)
    lesions = marks_of(saved, series, values)
    if volume is None:
        volume = volumeFromSeries(series, scene)
    name = scene.GenerateUniqueName(" ".join((volume.GetName(), "calcium", saved.reader)).strip())
    node = createSegmentation(volume, scene, name)
    setLesionMap(node, lesions)
    state = ReadingState(
        values.protocol,
        values.person,
        values.reader,
        values.comment,
        zeroConfirmed=lesions.zero_confirmed,
        dominance=lesions.dominance,
        mode=lesions.mode,
        visual=lesions.visual,
        texts=values.texts,
        previous=saved.version,
        meaning=chosenMeaning(values.interpretation),
    )
    saveState(node, state)
    keepAsSaved(node, lesions, state)
    restoreMarkedAt(node, lesions.remarks)
    return volume, node
