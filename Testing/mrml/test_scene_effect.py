"""The effect's file in a stand-in of the segment editor: mouse events, feedback in the view, options."""

# ruff: noqa: E402

from pathlib import Path
from typing import Any

import numpy as np
import pytest

slicer = pytest.importorskip("slicer", reason="slicer-core is not installed")
import vtk
from effect_bench import BONE, FAT, GEOMETRY, LESION, MOVE, PRESS, THREAD, Bench, sliceView

from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.scene.coordinates import worldFromLps
from SmartScoreLib.scene.segmentation import lesionMapFromSegmentation


def test_moving_over_calcium_outlines_it_and_a_click_takes_it(bench: Bench) -> None:
    assert bench.event(MOVE, LESION) is False  # the view follows the pointer too
    assert bench.shown() == ["outline"]
    assert bench.marked() == 0
    assert bench.event(PRESS, LESION) is True
    assert bench.marked() == 72
    bench.event(MOVE, FAT)
    assert bench.shown() == []
    bench.event(MOVE, LESION)
    bench.event(vtk.vtkCommand.LeaveEvent, LESION)
    assert bench.shown() == []


def test_a_key_takes_what_is_outlined_under_the_pointer_and_moves_nothing_that_is_marked(bench: Bench) -> None:
    bench.effect.takeOutlined()  # the pointer is in no view
    bench.event(MOVE, FAT)
    bench.effect.takeOutlined()
    assert bench.marked() == 0
    bench.event(MOVE, LESION)
    bench.effect.takeOutlined()
    assert bench.marked() == 72
    assert bench.shown()[0].startswith("LAD: ")  # the answer that a click gets
    bench.event(MOVE, FAT)
    bench.event(MOVE, LESION)
    bench.host.node.SetSelectedSegmentID("RCA")
    assert bench.shown() == ["outline"]
    bench.effect.takeOutlined()  # the reader goes on to another vessel, with the pointer still there
    labels = lesionMapFromSegmentation(bench.segmentation, bench.series).labels
    assert set(np.unique(labels)) - {0} == {BY_KEY["LAD"].label}
    bench.event(PRESS, LESION)  # a click means it
    labels = lesionMapFromSegmentation(bench.segmentation, bench.series).labels
    assert set(np.unique(labels)) - {0} == {BY_KEY["RCA"].label}


def test_bone_is_told_beside_the_pointer_already_while_moving(bench: Bench) -> None:
    bench.effect.limitSlider.value = 2000.0
    bench.event(MOVE, BONE)
    assert bench.shown() == ["Not taken: larger than 2000 mm³\n(bone, or touching bone)"]
    assert bench.event(PRESS, BONE) is True
    assert bench.marked() == 0
    bench.event(MOVE, LESION)
    assert bench.shown() == ["outline"]


def test_a_thread_of_noise_is_told_with_its_size_and_one_slice_of_it_is_offered(bench: Bench) -> None:
    told = (
        "Not taken: a thread of noise, 20 mm long, 1.2 mm thick\n"
        "“This slice only” (key S in SmartScore) takes its part in this slice"
    )
    bench.event(MOVE, THREAD)
    assert bench.shown() == [told]
    assert bench.event(PRESS, THREAD) is True
    assert bench.shown() == [told]
    assert bench.marked() == 0
    bench.effect.inSliceButton.checked = True
    bench.event(PRESS, THREAD)
    assert bench.marked() == 20


def test_a_click_below_the_threshold_says_the_value(bench: Bench) -> None:
    assert bench.event(PRESS, FAT) is True
    assert bench.shown() == ["Nothing to take: 40 HU, below 130 HU"]
    assert bench.marked() == 0


def test_shift_click_takes_marks_out_and_is_left_to_the_view_elsewhere(bench: Bench) -> None:
    bench.event(PRESS, LESION)
    assert bench.event(PRESS, FAT, shift=1) is False
    assert bench.marked() == 72
    assert bench.event(PRESS, LESION, shift=1) is True
    assert bench.marked() == 0
    assert bench.event(PRESS, LESION, ctrl=1) is False
    assert bench.marked() == 0


def test_a_double_click_does_not_reach_the_view_and_other_views_are_left_alone(bench: Bench) -> None:
    assert bench.event(vtk.vtkCommand.LeftButtonDoubleClickEvent, LESION) is True
    bench.view.className = lambda: "qMRMLThreeDWidget"  # type: ignore[method-assign]
    assert bench.event(PRESS, LESION) is False
    assert bench.marked() == 0


def test_options_and_parameters_follow_each_other(bench: Bench) -> None:
    node = bench.host.node
    assert node.GetAttribute("Calcium.Threshold") == "130"
    assert node.GetAttribute("Calcium.Mode") == "3D"
    assert bench.effect.in3DButton.checked is True
    bench.effect.thresholdSlider.value = 301.0
    assert node.GetAttribute("Calcium.Threshold") == "301"
    bench.event(PRESS, LESION)
    assert bench.marked() == 0
    node.SetAttribute("Calcium.Threshold", "200")
    node.SetAttribute("Calcium.Mode", "Slice")
    bench.effect.updateGUIFromMRML()
    assert bench.effect.thresholdSlider.value == 200
    assert (bench.effect.in3DButton.checked, bench.effect.inSliceButton.checked) == (False, True)
    bench.event(PRESS, LESION)
    assert bench.marked() == 24


def test_scrolling_under_a_resting_pointer_shows_the_new_slice(bench: Bench) -> None:
    bench.event(MOVE, LESION)
    ras = worldFromLps(bench.volume, GEOMETRY.lps_mm((0, *LESION[1:])).tolist())
    bench.view.node.JumpSliceByCentering(*ras)
    bench.effect.processViewNodeEvents(bench.view.node, vtk.vtkCommand.ModifiedEvent, bench.view)
    assert bench.shown() == []


def test_only_the_view_under_the_pointer_shows_something(bench: Bench, scene: Any) -> None:
    first = bench.view
    bench.event(MOVE, LESION)
    bench.view = sliceView(scene)
    bench.event(MOVE, LESION)
    assert bench.shown() == ["outline"]
    bench.view = first
    assert bench.shown() == []


def test_deactivating_leaves_nothing_in_the_view(bench: Bench) -> None:
    bench.event(MOVE, LESION)
    assert bench.view.renderer.GetViewProps().GetNumberOfItems() == 2
    bench.effect.deactivate()
    assert bench.view.renderer.GetViewProps().GetNumberOfItems() == 0


def test_closing_the_scene_with_the_effect_active_is_survived(bench: Bench, scene: Any) -> None:
    bench.event(MOVE, LESION)
    scene.Clear(0)
    bench.effect.processInteractionEvents(bench.view.interactor(), MOVE, bench.view)
    assert bench.shown() == []


def test_the_icon_is_there_and_the_pointer_is_a_cross(bench: Bench) -> None:
    assert Path(bench.effect.icon()).is_file()
    assert bench.effect.createCursor(bench.view) == "cross"
