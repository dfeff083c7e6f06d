"""Where candidates are looked for: in visible boxes, on a heart that the scene holds, else near the heart."""

from typing import Any

import numpy as np
import pytest

pytest.importorskip("slicer", reason="slicer-core is not installed")

from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

SHAPE = (20, 50, 60)
SPACING = (3.0, 1.0, 1.0)


@pytest.fixture
def series() -> CTSeries:
    """Even soft tissue, 60 x 50 x 60 mm, its first voxel at the origin: no lungs are seen."""
    hu = np.full(SHAPE, 40, np.int16)
    hu.setflags(write=False)
    return CTSeries(hu, VolumeGeometry(SHAPE, SPACING, (0.0, 0.0, 0.0), ((0, 0, 1), (0, 1, 0), (1, 0, 0))))


@pytest.fixture
def volume(scene: Any, series: CTSeries) -> Any:
    from SmartScoreLib.scene.volumes import volumeFromSeries

    return volumeFromSeries(series, scene, "CT")


def box(scene: Any, center_ras: tuple[float, float, float], size: tuple[float, float, float]) -> Any:
    node = scene.AddNewNodeByClass("vtkMRMLMarkupsROINode", "R")
    node.CreateDefaultDisplayNodes()
    node.SetCenter(center_ras)
    node.SetSize(size)
    return node


def organs(
    scene: Any, volume: Any, series: CTSeries, segments: dict[str, tuple[int, int]], terminology: str = ""
) -> Any:
    """A segmentation of the volume; each segment has 4 x 10 x 10 voxels around (row, column) of slice 10."""
    from SmartScoreLib.scene.segmentation import LABELMAP, patchOnVolume

    node = scene.AddNewNodeByClass("vtkMRMLSegmentationNode", "Organs")
    node.SetReferenceImageGeometryParameterFromVolumeNode(volume)
    for name, (row, column) in segments.items():
        identifier = node.GetSegmentation().AddEmptySegment(name, name)
        segment = node.GetSegmentation().GetSegment(identifier)
        patch = patchOnVolume(volume, series.geometry, (8, row - 5, column - 5), np.ones((4, 10, 10), np.uint8))
        segment.AddRepresentation(LABELMAP, patch)
        segment.SetTerminology(terminology)
    return node


def test_where_nothing_tells_candidates_may_lie_anywhere(volume: Any, series: CTSeries) -> None:
    from SmartScoreLib.scene.anatomy.region import candidateRegion

    found = candidateRegion(volume, series)
    assert (found.kind, found.name, found.region) == ("anywhere", "", None)


def test_a_box_holds_what_lies_in_it_and_not_the_next_voxel(scene: Any, volume: Any, series: CTSeries) -> None:
    from SmartScoreLib.scene.anatomy.region import candidateRegion

    # Voxel (slice 10, row 20, column 30) lies at RAS (-30, -20, 30).
    box(scene, (-30.0, -20.0, 30.0), (8.5, 6.5, 12.5))
    found = candidateRegion(volume, series)
    assert (found.kind, found.name) == ("box", "R")
    assert found.region is not None
    for axis, reach in enumerate((2, 3, 4)):
        for sign in (-1, 1):
            inside, outside = [10, 20, 30], [10, 20, 30]
            inside[axis] += sign * reach
            outside[axis] += sign * (reach + 1)
            assert found.region.holds((inside[0], inside[1], inside[2]))
            assert not found.region.holds((outside[0], outside[1], outside[2]))


def test_a_turned_box_holds_along_its_own_axes(scene: Any, volume: Any, series: CTSeries) -> None:
    import vtk

    from SmartScoreLib.scene.anatomy.region import candidateRegion

    turned = box(scene, (0.0, 0.0, 0.0), (20.0, 2.0, 40.0))
    matrix = vtk.vtkTransform()
    matrix.Translate(-30, -20, 30)
    matrix.RotateZ(90)
    turned.SetAndObserveObjectToNodeMatrix(matrix.GetMatrix())
    region = candidateRegion(volume, series).region
    assert region is not None
    assert region.holds((10, 29, 30))  # along y, where the box reaches 10 mm now
    assert not region.holds((10, 31, 30))
    assert not region.holds((10, 20, 32))


def test_a_hidden_box_limits_nothing(scene: Any, volume: Any, series: CTSeries) -> None:
    from SmartScoreLib.scene.anatomy.region import candidateRegion

    box(scene, (-30.0, -20.0, 30.0), (8.0, 8.0, 8.0)).GetDisplayNode().SetVisibility(False)
    assert candidateRegion(volume, series).kind == "anywhere"


def test_a_heart_of_the_scene_holds_itself_and_the_fat_on_it(scene: Any, volume: Any, series: CTSeries) -> None:
    from SmartScoreLib.scene.anatomy.region import candidateRegion

    organs(scene, volume, series, {"heart": (20, 20), "liver": (40, 50)})
    found = candidateRegion(volume, series)
    assert (found.kind, found.name) == ("segment", "Organs")
    assert found.region is not None
    assert found.region.holds((10, 20, 20))
    assert found.region.holds((10, 20, 24 + 8))  # 8 mm beside its last column
    assert not found.region.holds((10, 20, 24 + 8 + 9))  # two blocks of 4 mm farther
    assert not found.region.holds((10, 40, 50))


def test_organs_are_known_by_code_and_marks_of_calcium_are_none(scene: Any, volume: Any, series: CTSeries) -> None:
    from SmartScoreLib.scene.anatomy.organs import organsOf

    entry = "Segmentation category~SCT^123037004^Anatomical Structure~SCT^{}^x~^^~Anatomic codes~^^~^^"
    named = organs(scene, volume, series, {"Segment_1": (20, 20)}, entry.format("80891009"))
    found = organsOf(volume, series.geometry)
    assert found is not None
    ((organ, grid, part),) = found.parts
    assert (organ, grid, part.corner, part.values.sum()) == ("heart", series.geometry, (8, 15, 15), 400)
    scene.RemoveNode(named)
    plaque = "Segmentation category~^^~SCT^29483008^Plaque~^^~Anatomic codes~SCT^41801008^Coronary artery~^^"
    organs(scene, volume, series, {"Coronary": (20, 20)}, plaque)
    organs(scene, volume, series, {"coronary calcium": (20, 20)})
    assert organsOf(volume, series.geometry) is None


def test_organs_of_another_volume_and_our_own_readings_are_none(scene: Any, volume: Any, series: CTSeries) -> None:
    from SmartScoreLib.scene.anatomy.organs import organsOf
    from SmartScoreLib.scene.session import ReadingSession
    from SmartScoreLib.scene.volumes import volumeFromSeries

    other = volumeFromSeries(series, scene, "other")
    organs(scene, other, series, {"heart": (20, 20)})
    ReadingSession(volume).segmentationNode.GetSegmentation().GetSegment("LAD").SetName("heart")
    assert organsOf(volume, series.geometry) is None
    assert organsOf(other, series.geometry) is not None
