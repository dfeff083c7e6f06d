"""The segment editor effect's work, driven as Slicer drives it but without Qt."""

# ruff: noqa: E402, N802, N803

from typing import Any

import numpy as np
import pytest

slicer = pytest.importorskip("slicer", reason="slicer-core is not installed")
import vtk
from vtk.util.numpy_support import vtk_to_numpy

from SmartScoreLib.lesions.clicking import ClickSettings
from SmartScoreLib.scene.coordinates import vtkMatrixFromArray, worldFromLps
from SmartScoreLib.scene.marking.engine import ClickEngine
from SmartScoreLib.scene.marking.feedback import ViewFeedback
from SmartScoreLib.scene.segmentation import createSegmentation, lesionMapFromSegmentation
from SmartScoreLib.scene.volumes import volumeFromSeries
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

GEOMETRY = VolumeGeometry((12, 40, 50), (3.0, 0.5, 0.5), (-12.0, -10.0, -18.0), ((0, 0, 1), (0, 1, 0), (1, 0, 0)))
LESION = (slice(4, 7), slice(10, 14), slice(20, 26))  # 72 voxels of 300 HU
LESION_CENTER = (5, 11, 22)


def series() -> CTSeries:
    hu = np.full(GEOMETRY.shape, 40, np.int16)
    hu[LESION] = 300
    hu[:, 30:, :] = 500  # bone: 12 x 10 x 50 voxels of 0.75 mm3 = 4500 mm3
    return CTSeries(hu, GEOMETRY)


class Editor:
    """What the segment editor offers an effect, over Slicer's own editing logic."""

    confirmation = 1

    def __init__(self, scene: Any, volume: Any, segmentation: Any) -> None:
        self.node = scene.AddNode(slicer.vtkMRMLSegmentEditorNode())
        self.logic = slicer.vtkSlicerSegmentEditorLogic()
        self.logic.SetMRMLScene(scene)
        self.logic.SetSegmentEditorNode(self.node)
        self.logic.SetSegmentationNode(segmentation)
        self.logic.SetSourceVolumeNode(volume)
        self.node.SetSelectedSegmentID("LAD")

    def parameterSetNode(self) -> Any:
        return self.node

    def saveStateForUndo(self) -> None:
        self.logic.SaveStateForUndo()

    def confirmCurrentSegmentVisible(self) -> int:
        return self.confirmation

    def modifySegmentByLabelmap(self, node: Any, segmentId: str, patch: Any, mode: int) -> None:
        self.logic.ModifySegmentByLabelmap(node, segmentId, patch, mode, False, False)


class Bench:
    """A volume, its segmentation, an editor on it, and a slice view."""

    def __init__(self, scene: Any, orientation: str = "Axial", transform: Any = None) -> None:
        self.series = series()
        self.volume = volumeFromSeries(self.series, scene)
        if transform is not None:
            self.volume.SetAndObserveTransformNodeID(transform.GetID())
        self.segmentation = createSegmentation(self.volume, scene)
        self.editor = Editor(scene, self.volume, self.segmentation)
        self.engine = ClickEngine(self.editor, slicer.vtkSlicerSegmentEditorLogic)
        slicer.vtkMRMLSliceNode.AddDefaultSliceOrientationPresets(scene, True)
        self.view = scene.AddNewNodeByClass("vtkMRMLSliceNode")
        self.view.SetOrientation(orientation)
        self.view.SetDimensions(400, 300, 1)
        self.view.SetFieldOfView(40.0, 30.0, 1.0)  # ten display pixels a millimetre
        self.view.UpdateMatrices()

    def xy(self, index: tuple[int, int, int]) -> tuple[int, int]:
        """Display pixels of a voxel, after moving the view there."""
        ras = worldFromLps(self.volume, GEOMETRY.lps_mm(index).tolist())
        self.view.JumpSliceByCentering(*ras)
        matrix = vtk.vtkMatrix4x4()
        vtk.vtkMatrix4x4.Invert(self.view.GetXYToRAS(), matrix)
        x, y = matrix.MultiplyPoint([*ras, 1.0])[:2]
        return round(x), round(y)

    def take(self, xy: tuple[int, int], settings: ClickSettings) -> str | None:
        """A click at display pixels; the code of its refusal."""
        edit = self.engine.take(self.engine.pointedAt(self.view, xy), settings)
        assert edit.changed is (edit.refusal is None)
        return edit.refusal.code if edit.refusal is not None else None

    def remove(self, xy: tuple[int, int], settings: ClickSettings) -> bool:
        """A Shift+click; whether it removed something."""
        return self.engine.remove(self.engine.pointedAt(self.view, xy), settings).changed

    def preview(self, xy: tuple[int, int], settings: ClickSettings) -> Any:
        """What a click would do."""
        return self.engine.preview(self.view, self.engine.pointedAt(self.view, xy), settings)

    def marked(self) -> dict[str, int]:
        from SmartScoreLib.lesions.territories import TERRITORIES

        labels = lesionMapFromSegmentation(self.segmentation, self.series).labels
        counts = {territory.key: int((labels == territory.label).sum()) for territory in TERRITORIES}
        return {key: count for key, count in counts.items() if count}


def turned(scene: Any) -> Any:
    node = scene.AddNewNodeByClass("vtkMRMLLinearTransformNode")
    transform = vtk.vtkTransform()
    transform.Translate(30, -20, 10)
    transform.RotateWXYZ(25, 1, 2, 3)
    node.SetMatrixTransformToParent(transform.GetMatrix())
    return node


@pytest.mark.parametrize("orientation", ["Axial", "Coronal", "Sagittal"])
def test_a_click_takes_the_whole_lesion_in_every_view_orientation(scene: Any, orientation: str) -> None:
    bench = Bench(scene, orientation)
    assert bench.take(bench.xy(LESION_CENTER), ClickSettings()) is None
    assert bench.marked() == {"LAD": 72}


def test_a_click_takes_the_lesion_of_a_transformed_volume_in_an_oblique_view(scene: Any) -> None:
    bench = Bench(scene, transform=turned(scene))
    bench.view.GetSliceToRAS().DeepCopy(
        vtkMatrixFromArray(np.array([[0.8, 0, 0.6, 0], [0, 1, 0, 0], [-0.6, 0, 0.8, 0], [0, 0, 0, 1.0]]))
    )
    bench.view.UpdateMatrices()
    assert bench.take(bench.xy(LESION_CENTER), ClickSettings()) is None
    assert bench.marked() == {"LAD": 72}


def test_a_click_on_this_slice_only_takes_the_acquired_slice_also_in_a_coronal_view(scene: Any) -> None:
    bench = Bench(scene, "Coronal")
    bench.take(bench.xy(LESION_CENTER), ClickSettings(in_slice=True))
    lesions = lesionMapFromSegmentation(bench.segmentation, bench.series)
    assert bench.marked() == {"LAD": 24}
    assert {int(s) + lesions.corner[0] for s in np.nonzero(lesions.labels)[0]} == {5}


def test_a_volume_under_a_transform_of_its_own_is_not_marked(scene: Any) -> None:
    bench = Bench(scene)
    bench.volume.SetAndObserveTransformNodeID(turned(scene).GetID())
    assert bench.take(bench.xy(LESION_CENTER), ClickSettings()) == "scene.transforms_differ"
    assert bench.editor.logic.CanUndo() is False


@pytest.mark.parametrize(
    ("index", "settings", "why"),
    [
        ((5, 2, 2), ClickSettings(), "lesions.below_threshold"),
        (LESION_CENTER, ClickSettings(threshold_hu=301), "lesions.below_threshold"),
        ((5, 35, 20), ClickSettings(limit_mm3=4000), "lesions.too_large"),
    ],
)
def test_what_is_not_taken_is_told_and_leaves_no_undo_state(
    scene: Any, index: tuple[int, int, int], settings: ClickSettings, why: str
) -> None:
    bench = Bench(scene)
    assert bench.take(bench.xy(index), settings) == why
    assert bench.marked() == {}
    assert bench.editor.logic.CanUndo() is False


def test_a_click_outside_of_the_volume_takes_nothing(scene: Any) -> None:
    bench = Bench(scene)
    bench.xy(LESION_CENTER)
    assert bench.take((0, 299), ClickSettings()) == "lesions.outside"


def test_bone_below_the_limit_is_taken(scene: Any) -> None:
    bench = Bench(scene)
    bench.take(bench.xy((5, 35, 20)), ClickSettings(limit_mm3=4500))
    assert bench.marked() == {"LAD": 12 * 10 * 50}


def test_undo_and_redo_of_the_editor_restore_exactly_what_was_marked(scene: Any) -> None:
    bench = Bench(scene)
    bench.take(bench.xy(LESION_CENTER), ClickSettings(in_slice=True))
    bench.take(bench.xy(LESION_CENTER), ClickSettings())
    states = [bench.marked()]
    for step in (bench.editor.logic.Undo, bench.editor.logic.Undo, bench.editor.logic.Redo, bench.editor.logic.Redo):
        step()
        states.append(bench.marked())
    assert states == [{"LAD": 72}, {"LAD": 24}, {}, {"LAD": 24}, {"LAD": 72}]


def test_a_second_territory_takes_the_voxels_over(scene: Any) -> None:
    bench = Bench(scene)
    bench.take(bench.xy(LESION_CENTER), ClickSettings())
    bench.editor.node.SetSelectedSegmentID("RCA")
    bench.take(bench.xy(LESION_CENTER), ClickSettings(in_slice=True))
    assert bench.marked() == {"LAD": 48, "RCA": 24}
    assert bench.segmentation.GetSegmentation().GetNumberOfLayers() == 1


def test_taking_out_removes_the_marks_under_the_pointer_from_whichever_territory_holds_them(scene: Any) -> None:
    bench = Bench(scene)
    bench.take(bench.xy(LESION_CENTER), ClickSettings())
    bench.editor.node.SetSelectedSegmentID("RCA")
    assert bench.remove(bench.xy(LESION_CENTER), ClickSettings(in_slice=True)) is True
    assert bench.marked() == {"LAD": 48}
    assert bench.remove(bench.xy((4, 11, 22)), ClickSettings()) is True
    assert bench.marked() == {"LAD": 24}  # the slice between them was gone: the other piece stays
    bench.editor.logic.Undo()
    assert bench.marked() == {"LAD": 48}


def test_taking_out_where_nothing_is_marked_is_left_to_the_view(scene: Any) -> None:
    bench = Bench(scene)
    assert bench.remove(bench.xy(LESION_CENTER), ClickSettings()) is False
    assert bench.editor.logic.CanUndo() is False


def test_taking_out_of_a_segment_that_is_no_territory_takes_the_calcium_only(scene: Any) -> None:
    bench = Bench(scene)
    segmentation = bench.segmentation.GetSegmentation()
    heart = segmentation.AddEmptySegment("heart", "Heart")
    image = slicer.vtkOrientedImageData()
    assert bench.editor.logic.UpdateAlignedSourceVolume()
    image.DeepCopy(bench.editor.logic.GetAlignedSourceVolume())
    vtk_to_numpy(image.GetPointData().GetScalars())[:] = 1
    logic = slicer.vtkSlicerSegmentEditorLogic
    bench.editor.modifySegmentByLabelmap(bench.segmentation, heart, image, logic.ModificationModeAdd)
    everything = int(np.prod(GEOMETRY.shape))
    assert bench.remove(bench.xy(LESION_CENTER), ClickSettings()) is False  # LAD is selected
    bench.editor.node.SetSelectedSegmentID(heart)
    assert bench.remove(bench.xy(LESION_CENTER), ClickSettings()) is True
    assert bench.marked() == {"OTHER": everything - 72}


def test_a_segment_that_the_user_will_not_edit_hidden_is_not_edited(scene: Any) -> None:
    bench = Bench(scene)
    bench.editor.confirmation = 0
    assert bench.take(bench.xy(LESION_CENTER), ClickSettings()) == "scene.not_confirmed"
    assert bench.marked() == {}


def test_without_segment_or_volume_nothing_is_taken(scene: Any) -> None:
    bench = Bench(scene)
    xy = bench.xy(LESION_CENTER)
    bench.editor.node.SetSelectedSegmentID("gone")
    assert bench.preview(xy, ClickSettings()).refusal.code == "scene.no_segment"
    bench.editor.logic.SetSourceVolumeNode(None)
    assert bench.preview(xy, ClickSettings()).refusal.code == "scene.no_source_volume"


def bounds(lines: vtk.vtkPolyData) -> tuple[float, ...]:
    return tuple(round(value, 1) for value in lines.GetBounds()[:4])


@pytest.mark.parametrize(
    ("orientation", "width", "height"), [("Axial", 30, 20), ("Coronal", 30, 90), ("Sagittal", 20, 90)]
)
def test_the_outline_is_as_large_as_the_lesion_in_the_view(
    scene: Any, orientation: str, width: int, height: int
) -> None:
    # 6 columns and 4 rows of 0.5 mm, 3 slices of 3 mm, at ten display pixels a millimetre.
    bench = Bench(scene, orientation)
    look = bench.preview(bench.xy(LESION_CENTER), ClickSettings())
    assert look.lines is not None
    left, right, bottom, top = bounds(look.lines)
    assert (right - left, top - bottom) == (pytest.approx(width, abs=1), pytest.approx(height, abs=1))
    perimeter = look.lines.GetNumberOfLines()  # one display pixel each
    assert perimeter == pytest.approx(2 * (width + height), abs=4)
    assert look.color == pytest.approx([c / 255 for c in (213, 94, 0)], abs=0.01)


def test_the_outline_follows_a_transform_that_volume_and_segmentation_share(scene: Any) -> None:
    bench = Bench(scene, transform=turned(scene))
    xy = bench.xy(LESION_CENTER)
    look = bench.preview(xy, ClickSettings())
    assert look.lines is not None
    left, right, bottom, top = bounds(look.lines)
    assert left < xy[0] < right
    assert bottom < xy[1] < top


def test_hovering_over_one_lesion_grows_it_once(scene: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from SmartScoreLib.scene.marking import voxels

    bench = Bench(scene)
    calls = []
    grown = voxels.calcium_at
    monkeypatch.setattr(voxels, "calcium_at", lambda *a: calls.append(a) or grown(*a))
    x, y = bench.xy(LESION_CENTER)
    for step in range(4):
        bench.preview((x + step, y), ClickSettings())
    assert len(calls) == 1
    bench.preview((x, y), ClickSettings(in_slice=True))
    assert len(calls) == 2


def test_hovering_sees_a_volume_that_was_changed_in_place(scene: Any) -> None:
    bench = Bench(scene)
    xy = bench.xy(LESION_CENTER)
    assert bench.preview(xy, ClickSettings()).refusal is None
    vtk_to_numpy(bench.volume.GetImageData().GetPointData().GetScalars())[:] = 0
    bench.volume.GetImageData().Modified()
    bench.volume.Modified()
    assert bench.preview(xy, ClickSettings()).refusal.code == "lesions.below_threshold"


@pytest.mark.parametrize("dpi", [72, 96])
@pytest.mark.parametrize("xy", [(10, 10), (390, 290), (10, 290), (390, 10), (200, 150), (60, 297)])
def test_the_text_stays_inside_the_view_and_off_the_pointer(xy: tuple[int, int], dpi: int) -> None:
    feedback = ViewFeedback()
    feedback.showText("Not taken: larger than 5000 mm³\n(bone, or touching bone)", xy, (400, 300), dpi)
    renderer, window = vtk.vtkRenderer(), vtk.vtkRenderWindow()
    window.SetOffScreenRendering(1)
    window.SetSize(400, 300)
    window.SetDPI(dpi)
    window.AddRenderer(renderer)
    for actor in feedback.actors:
        renderer.AddViewProp(actor)
    window.Render()
    size = [0.0, 0.0]
    feedback.actors[1].GetSize(renderer, size)
    left, low = feedback.actors[1].GetPosition()
    assert left >= 0
    assert low >= 0
    assert left + size[0] <= 400
    assert low + size[1] <= 300
    assert not (left <= xy[0] <= left + size[0] and low <= xy[1] <= low + size[1])
    feedback.clear()
    assert not feedback.visible


SLAB_MM = 8.0


def slab(bench: Bench, index: tuple[int, int, int], depth_mm: float, kind: int = vtk.VTK_IMAGE_SLAB_MAX) -> Any:
    """Display pixels of a voxel in a view whose plane lies beside it, with a slab 4 mm to either side."""
    xy = bench.xy(index)
    bench.view.SetSliceOffset(bench.view.GetSliceOffset() + depth_mm)
    bench.view.SetSlabReconstructionType(kind)
    bench.view.SetSlabReconstructionThickness(SLAB_MM)
    bench.view.SetSlabReconstructionEnabled(True)
    return xy


@pytest.mark.parametrize("orientation", ["Coronal", "Sagittal"])
@pytest.mark.parametrize("depth_mm", [-3.5, 3.5])
def test_a_click_in_a_slab_takes_what_the_slab_shows(scene: Any, orientation: str, depth_mm: float) -> None:
    bench = Bench(scene, orientation)
    xy = slab(bench, LESION_CENTER, depth_mm)
    shown = bench.preview(xy, ClickSettings())
    assert shown.refusal is None
    assert shown.lines.GetNumberOfLines() > 0
    assert bench.take(xy, ClickSettings()) is None
    assert bench.marked() == {"LAD": 72}
    assert bench.remove(xy, ClickSettings())
    assert bench.marked() == {}


@pytest.mark.parametrize("depth_mm", [-7.0, 7.0])
def test_a_click_in_a_slab_takes_nothing_that_lies_outside_of_it(scene: Any, depth_mm: float) -> None:
    bench = Bench(scene, "Sagittal")  # the lesion is 3 mm wide, the slab reaches 4 mm
    assert bench.take(slab(bench, LESION_CENTER, depth_mm), ClickSettings()) == "lesions.below_threshold"


def test_a_click_in_a_slab_of_means_is_for_its_plane(scene: Any) -> None:
    bench = Bench(scene, "Sagittal")
    # In the slab, but farther beside its plane than the 2 mm in which a click finds calcium.
    xy = slab(bench, (5, 11, 24), 3.5, vtk.VTK_IMAGE_SLAB_MEAN)
    assert bench.take(xy, ClickSettings()) == "lesions.below_threshold"
