"""A click in the MRML scene to the updated tables, with its parts; the last lesion moves between two territories."""

import time
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from run import Case, Row
from SmartScoreLib.phantom.series import phantom_series
from timing import best, milliseconds

RUNS = 40


def measure(case: Case) -> list[Row]:
    """Needs slicer-core; says so if it is not installed."""
    n = len(case.files)
    try:
        import slicer
    except ImportError:
        return [Row(n, "click to updated tables in MRML", "slicer-core is not installed")]
    from SmartScoreLib.lesions.clicking import ClickSettings, calcium_at
    from SmartScoreLib.scene.coordinates import worldFromLps
    from SmartScoreLib.scene.marking.marker import CalciumMarker
    from SmartScoreLib.scene.scores import ScoreKeeper
    from SmartScoreLib.scene.segmentation import LABELMAP, createSegmentation
    from SmartScoreLib.scene.tables import updateLesionTable, updateScoreTable
    from SmartScoreLib.scene.volumes import seriesFromVolume, volumeFromSeries
    from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL

    scene, keep = _scene(slicer)
    series = phantom_series(case.phantom)
    load = best(lambda: volumeFromSeries(series, scene), 1)
    volume = volumeFromSeries(series, scene)
    series = seriesFromVolume(volume).series
    segmentation = createSegmentation(volume, scene)
    marker = CalciumMarker(segmentation, volume)
    keeper = ScoreKeeper(segmentation, series, DEFAULT_PROTOCOL, volume)
    tables = [scene.AddNewNodeByClass("vtkMRMLTableNode") for _ in range(2)]
    geometry = case.phantom.geometry
    middles = [(one.center[0] + len(one.layers) // 2, *one.center[1:]) for one in case.phantom.lesions]
    points = [worldFromLps(volume, geometry.lps_mm(middle).tolist()) for middle in middles]
    for point, lesion in zip(points, case.phantom.lesions, strict=True):
        marker.click(point, lesion.territory)
    keeper.update()

    last, turn = points[-1], iter(range(10**6))
    steps: list[Callable[[], Any]] = [
        lambda: marker.click(last, ("AV", "MV")[next(turn) % 2]),
        keeper.update,
        lambda: (updateScoreTable(tables[0], keeper.sheet), updateLesionTable(tables[1], keeper.sheet)),
    ]
    click, score, table, whole = _parts(steps)
    labels = segmentation.GetSegmentation().GetNthSegment(0).GetRepresentation(LABELMAP)
    copied = slicer.vtkOrientedImageData()
    copy = best(lambda: copied.DeepCopy(labels), RUNS)
    grow = best(lambda: calcium_at(series.hu, series.geometry, middles[-1], ClickSettings()), RUNS)
    goal = 0.010 if n < 100 else 0.016
    del keep
    return [
        Row(n, "series to volume node", milliseconds(load)),
        Row(n, "click to updated tables in MRML", milliseconds(whole), f"<= {goal * 1000:.0f} ms", whole <= goal),
        Row(n, "  click (undo state, grow, write)", milliseconds(click)),
        Row(n, "    of which grow", milliseconds(grow)),
        Row(n, "  score what changed", milliseconds(score)),
        Row(n, "  both tables", milliseconds(table)),
        Row(n, f"  one copy of the labelmap ({labels.GetNumberOfPoints() / 1e6:.1f} MB)", milliseconds(copy)),
    ]


def _parts(steps: list[Callable[[], Any]]) -> tuple[float, ...]:
    """Seconds of each step, and of all in sequence: the fastest of several runs of each."""
    sequences = []
    for _ in range(RUNS):
        times = [time.perf_counter()]
        for step in steps:
            step()
            times.append(time.perf_counter())
        sequences.append((*(b - a for a, b in pairwise(times)), times[-1] - times[0]))
    return tuple(min(times) for times in zip(*sequences, strict=True))


def _scene(slicer: Any) -> tuple[Any, list[Any]]:
    """A scene that knows segmentations and volumes, and what must live as long as it."""
    scene, application = slicer.vtkMRMLScene(), slicer.vtkSlicerApplicationLogic()
    application.SetMRMLScene(scene)
    logics = [slicer.vtkSlicerSubjectHierarchyModuleLogic(), slicer.vtkSlicerVolumesLogic()]
    logics += [slicer.vtkSlicerSegmentationsModuleLogic(), slicer.vtkSlicerTablesLogic()]
    for logic in logics:
        logic.SetMRMLApplicationLogic(application)
        logic.SetMRMLScene(scene)
    return scene, [application, *logics]
