"""Clicks in a 3D view and in slabs: they go to what is shown bright, whatever lies before and behind it."""

# ruff: noqa: E402

from typing import Any

import numpy as np
import pytest

slicer = pytest.importorskip("slicer", reason="slicer-core is not installed")
import vtk
from effect_bench import GEOMETRY, LESION, Bench
from effect_standin import ThreeDWidget, pressed

from SmartScoreLib.scene.coordinates import worldFromLps

PRESS, RELEASE = vtk.vtkCommand.LeftButtonPressEvent, vtk.vtkCommand.LeftButtonReleaseEvent
BEHIND = (4, 33, 22)


@pytest.fixture
def view() -> ThreeDWidget:
    """A camera in front of the volume that looks back along its columns, 10 pixels a millimeter in its middle."""
    made = ThreeDWidget()
    camera = made.renderer.GetActiveCamera()
    camera.SetParallelProjection(True)
    camera.SetParallelScale(15.0)  # half of 300 pixels
    camera.SetPosition(0.0, 300.0, 0.0)
    camera.SetFocalPoint(0.0, 0.0, 0.0)
    camera.SetViewUp(0.0, 0.0, 1.0)
    camera.SetClippingRange(1.0, 1000.0)
    return made


def ras(bench: Bench, index: tuple[float, float, float]) -> tuple[float, float, float]:
    return worldFromLps(bench.volume, GEOMETRY.lps_mm(index).tolist())


def click(
    bench: Bench,
    view: ThreeDWidget,
    place: tuple[float, float, float],
    *,
    shift: int = 0,
    moved: int = 0,
) -> None:
    x, y = view.pixelOf(place)
    for event, at in ((PRESS, (x, y)), (RELEASE, (x + moved, y))):
        view.interactor.SetEventInformation(*at, 0, shift, "\0", 0, None)
        assert bench.effect.processInteractionEvents(view.interactor, event, view) is False


def told(view: ThreeDWidget) -> list[str]:
    props = view.renderer.GetViewProps()
    actors = [props.GetItemAsObject(number) for number in range(props.GetNumberOfItems())]
    return [actor.GetInput() for actor in actors if actor.IsA("vtkTextActor") and actor.GetVisibility()]


def test_a_click_in_3d_takes_the_lesion_before_brighter_bone_and_the_slices_jump_to_it(
    bench: Bench,
    view: ThreeDWidget,
) -> None:
    bench.effect.limitSlider.value = 2000.0  # what lies behind is 3000 mm3 of 500 HU
    node = bench.view.node
    node.JumpSliceByCentering(0, 0, 0)
    click(bench, view, ras(bench, LESION))
    assert bench.marked() == 72
    place = [node.GetSliceToRAS().GetElement(row, 3) for row in range(3)]
    index = GEOMETRY.index((-place[0], -place[1], place[2]))
    assert 2.5 < index[0] < 5.5
    assert 9.5 < index[1] < 13.5
    assert index[2] == pytest.approx(22, abs=0.1)
    assert told(view)[0].startswith("LAD: ")


def test_a_drag_in_3d_turns_the_camera_and_marks_nothing(bench: Bench, view: ThreeDWidget) -> None:
    bench.effect.limitSlider.value = 2000.0
    click(bench, view, ras(bench, LESION), moved=4)
    assert bench.marked() == 0
    click(bench, view, ras(bench, LESION), moved=3)
    assert bench.marked() == 72


def test_what_is_marked_comes_before_what_is_brighter(bench: Bench, view: ThreeDWidget) -> None:
    click(bench, view, ras(bench, LESION), shift=0)  # takes the bone behind: it is brighter, and not too large
    assert bench.marked() == 8 * 10 * 50
    bench.host.logic.GetSegmentEditorNode().SetSelectedSegmentID("RCA")
    click(bench, view, ras(bench, LESION))
    assert bench.marked() == 8 * 10 * 50  # it went to the other territory, and the lesion before it was left alone
    click(bench, view, ras(bench, LESION), shift=1)
    assert bench.marked() == 0


@pytest.mark.parametrize(("beside_mm", "taken"), [(1.5, 72), (3.2, 0)])
def test_a_click_in_3d_may_miss_by_two_millimeters(
    bench: Bench,
    view: ThreeDWidget,
    beside_mm: float,
    taken: int,
) -> None:
    bench.effect.limitSlider.value = 2000.0
    r, a, s = ras(bench, (4, 11, 25.5))  # the edge of the lesion
    click(bench, view, (r - beside_mm, a, s))
    assert bench.marked() == taken
    if not taken:
        assert told(view) == ["Nothing near the heart on this line of sight can be taken by\na click."]


def test_a_click_in_a_slab_moves_the_other_views_to_the_voxel_that_it_shows(
    bench: Bench,
    scene: Any,
) -> None:
    other = scene.AddNewNodeByClass("vtkMRMLSliceNode")
    node = bench.view.node
    middle = ras(bench, (1, 11, 22))
    node.SetSlabReconstructionType(vtk.VTK_IMAGE_SLAB_MAX)
    node.SetSlabReconstructionThickness(24.0)
    node.SetSlabReconstructionEnabled(True)
    pressed(bench.view, middle)
    before = [node.GetSliceToRAS().GetElement(row, 3) for row in range(3)]
    assert bench.effect.processInteractionEvents(bench.view.interactor(), PRESS, bench.view) is True
    assert bench.marked() == 72
    after = [other.GetSliceToRAS().GetElement(row, 3) for row in range(3)]
    assert 2.5 < GEOMETRY.index((-after[0], -after[1], after[2]))[0] < 5.5
    assert [node.GetSliceToRAS().GetElement(row, 3) for row in range(3)] == pytest.approx(before)


def test_what_lies_away_from_the_heart_is_not_taken_in_3d(
    bench: Bench,
    view: ThreeDWidget,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from SmartScoreLib.proposal.heart import Neighborhood
    from SmartScoreLib.scene.marking import engine

    blocks = np.zeros((1, 2, 1), bool)
    blocks[0, 0, 0] = True  # the front half, without the bone
    monkeypatch.setattr(engine, "heart_neighborhood", lambda series: Neighborhood(blocks, (8.0, 20.0, 50.0)))
    click(bench, view, ras(bench, (4, 11, 40)))  # only the bone lies on this line
    assert bench.marked() == 0
    click(bench, view, ras(bench, LESION))
    assert bench.marked() == 72
