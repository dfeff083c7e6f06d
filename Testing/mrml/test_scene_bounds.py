"""Each limit of the scene by one case just inside and one just outside."""

# ruff: noqa: E402, N802, N803

from pathlib import Path
from typing import Any

import numpy as np
import pytest

slicer = pytest.importorskip("slicer", reason="slicer-core is not installed")
import vtk
from vtk.util.numpy_support import vtk_to_numpy

from SmartScoreLib.lesions.clicking import ClickSettings
from SmartScoreLib.lesions.editing import empty_map
from SmartScoreLib.phantom.model import Phantom
from SmartScoreLib.phantom.series import phantom_series
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.scene.coordinates import transformedAlike, volumeGeometry, worldFromLps
from SmartScoreLib.scene.marking.engine import ClickEngine
from SmartScoreLib.scene.marking.feedback import ViewFeedback
from SmartScoreLib.scene.marking.marker import CalciumMarker
from SmartScoreLib.scene.segmentation import createSegmentation, lesionMapFromSegmentation, setLesionMap
from SmartScoreLib.scene.volumes import seriesFromVolume, volumeFromSeries
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.load import load_series
from SmartScoreLib.series.model import CTSeries

SMALL: dict[str, Any] = {"slices": 12, "rows": 48, "columns": 40, "pixel_mm": 5.0, "spacing_mm": 3.0}
LAST = SMALL["slices"] - 1


def fromDicom(scene: Any, folder: Path) -> tuple[Any, Any]:
    """A volume node of DICOM files, and where they are."""
    phantom: Phantom = standard_phantom(**SMALL)
    (candidate,) = find_series(write_phantom(phantom, folder)).candidates
    series = load_series(candidate)
    files = {str(d.SOPInstanceUID): str(f) for d, f in zip(series.datasets, series.files, strict=True)}
    return volumeFromSeries(series, scene), lambda uid: files.get(uid, "")


def asFloat(node: Any) -> np.ndarray:
    """Voxels of a node as a writable array of doubles."""
    image = node.GetImageData()
    values = vtk_to_numpy(image.GetPointData().GetScalars()).reshape(image.GetDimensions()[::-1]).astype(np.float64)
    made = vtk.vtkImageData()
    made.SetDimensions(*values.shape[::-1])
    made.AllocateScalars(vtk.VTK_DOUBLE, 1)
    node.SetAndObserveImageData(made)
    view = vtk_to_numpy(made.GetPointData().GetScalars()).reshape(values.shape)
    view[:] = values
    return view


@pytest.mark.parametrize("index", [0, SMALL["slices"] // 2, LAST])
@pytest.mark.parametrize(("change", "edited"), [(0.4, False), (-0.4, False), (0.6, True), (-0.6, True)])
def test_a_volume_counts_as_edited_from_half_a_unit_in_its_first_middle_or_last_slice(
    scene: Any, tmp_path: Path, index: int, change: float, edited: bool
) -> None:
    node, files = fromDicom(scene, tmp_path)
    asFloat(node)[index, 24, 20] += change
    assert seriesFromVolume(node, files).whyNotExportable == (remark("scene.edited") if edited else None)


@pytest.mark.parametrize(("value", "edited"), [(-1100.0, False), (-500.0, False), (-499.0, True)])
def test_what_pixel_padding_is_called_does_not_make_a_volume_edited(
    scene: Any, tmp_path: Path, value: float, edited: bool
) -> None:
    node, files = fromDicom(scene, tmp_path)
    voxels = asFloat(node)
    k, j, i = np.argwhere(voxels[:1] <= -900)[0]  # air
    voxels[k, j, i] = value
    assert seriesFromVolume(node, files).whyNotExportable == (remark("scene.edited") if edited else None)


@pytest.mark.parametrize("axis", [0, 1, 2])
@pytest.mark.parametrize(("distance", "moved"), [(0.09, False), (0.11, True), (-0.11, True)])
def test_a_volume_counts_as_moved_from_a_tenth_of_a_millimetre(
    scene: Any, tmp_path: Path, axis: int, distance: float, moved: bool
) -> None:
    node, files = fromDicom(scene, tmp_path)
    origin = list(node.GetOrigin())
    origin[axis] += distance
    node.SetOrigin(*origin)
    expected = remark("scene.moved", distance_mm=pytest.approx(abs(distance))) if moved else None
    assert seriesFromVolume(node, files).whyNotExportable == expected


@pytest.mark.parametrize("axis", [0, 1, 2])
def test_a_volume_counts_as_moved_if_only_its_far_corner_is(scene: Any, tmp_path: Path, axis: int) -> None:
    node, files = fromDicom(scene, tmp_path)
    spacing = list(node.GetSpacing())
    voxels = (SMALL["columns"], SMALL["rows"], SMALL["slices"])[axis] - 1
    spacing[axis] += 0.11 / voxels  # the last voxel lies 0.11 mm off, the one before the last less than 0.1 mm
    node.SetSpacing(*spacing)
    assert seriesFromVolume(node, files).whyNotExportable == remark("scene.moved", distance_mm=pytest.approx(0.11))


@pytest.mark.parametrize("value", [-32768, -32769, 32767, 32768])
def test_whole_values_are_read_as_int16_as_far_as_they_fit(scene: Any, value: int) -> None:
    node = volumeFromSeries(phantom_series(standard_phantom(**SMALL)), scene)
    voxels = asFloat(node).astype(np.int32)
    voxels[0, 0, 0] = value
    made = vtk.vtkImageData()
    made.SetDimensions(*voxels.shape[::-1])
    made.AllocateScalars(vtk.VTK_INT, 1)
    vtk_to_numpy(made.GetPointData().GetScalars())[:] = voxels.ravel()
    node.SetAndObserveImageData(made)
    hu = seriesFromVolume(node).series.hu
    assert hu.dtype == (np.int16 if -32768 <= value <= 32767 else np.float32)
    assert value in (hu.min(), hu.max())


@pytest.mark.parametrize(("cosine", "refused"), [(0.0009, False), (0.0011, True)])
@pytest.mark.parametrize(("first", "second"), [(0, 1), (0, 2), (1, 2)])
def test_axes_are_perpendicular_up_to_a_cosine_of_a_thousandth(
    scene: Any, cosine: float, refused: bool, first: int, second: int
) -> None:
    node = volumeFromSeries(phantom_series(standard_phantom(**SMALL)), scene)
    directions = np.eye(3)
    directions[first, second] = cosine  # column `second` leans toward axis `first`
    directions[:, second] /= np.linalg.norm(directions[:, second])
    node.SetIJKToRASDirections(directions.tolist())
    if refused:
        with pytest.raises(InputRefused) as told:
            volumeGeometry(node)
        assert told.value.remarks == (remark("scene.not_perpendicular", volume=node.GetName()),)
    else:
        assert volumeGeometry(node)[0].shape == (SMALL["slices"], SMALL["rows"], SMALL["columns"])


@pytest.mark.parametrize(("difference", "alike"), [(0.9e-6, True), (1.1e-6, False), (0.5, False)])
def test_transforms_are_alike_up_to_a_millionth_of_a_millimetre_however_far_they_move(
    scene: Any, difference: float, alike: bool
) -> None:
    nodes = []
    for more in (0.0, difference):
        transform = scene.AddNewNodeByClass("vtkMRMLLinearTransformNode")
        matrix = vtk.vtkMatrix4x4()
        matrix.SetElement(0, 3, 100.0 + more)
        transform.SetMatrixTransformToParent(matrix)
        nodes.append(scene.AddNewNodeByClass("vtkMRMLScalarVolumeNode"))
        nodes[-1].SetAndObserveTransformNodeID(transform.GetID())
    assert transformedAlike(*nodes) is alike


@pytest.mark.parametrize(("shift", "other"), [(0.009, False), (0.011, True)])
def test_marks_belong_to_a_volume_whose_grid_differs_by_less_than_a_hundredth_of_a_millimetre(
    scene: Any, shift: float, other: bool
) -> None:
    geometry = phantom_series(standard_phantom(**SMALL)).geometry
    node = volumeFromSeries(phantom_series(standard_phantom(**SMALL)), scene)
    segmentation = createSegmentation(node, scene)
    x, y, z = geometry.origin_lps_mm
    moved = VolumeGeometry(geometry.shape, geometry.spacing_mm, (x + shift, y, z), geometry.directions)
    if other:
        with pytest.raises(InputRefused) as told:
            setLesionMap(segmentation, empty_map(moved))
        assert told.value.remarks == (remark("scene.marks_of_other_volume", segmentation=segmentation.GetName()),)
    else:
        setLesionMap(segmentation, empty_map(moved))


GRID = VolumeGeometry((6, 40, 40), (3.0, 0.5, 0.5), (0.0, 0.0, 0.0), ((0, 0, 1), (0, 1, 0), (1, 0, 0)))


def speck(scene: Any, hu: np.ndarray | None = None) -> tuple[Any, Any, CTSeries]:
    """A volume with one voxel of calcium at (3, 20, 20), its segmentation and series."""
    values = np.full(GRID.shape, 40, np.int16) if hu is None else hu
    values[3, 20, 20] = 300
    series = CTSeries(values, GRID)
    volume = volumeFromSeries(series, scene)
    return volume, createSegmentation(volume, scene), series


@pytest.mark.parametrize(("columns", "taken"), [(4, True), (5, False)])  # 2.0 mm and 2.5 mm beside it
def test_clicks_and_erasing_reach_two_millimetres_in_the_slice(scene: Any, columns: int, taken: bool) -> None:
    volume, segmentation, _ = speck(scene)
    marker = CalciumMarker(segmentation, volume)
    beside = worldFromLps(volume, GRID.lps_mm((3, 20, 20 + columns)).tolist())
    edit = marker.click(beside, "LAD")
    assert edit.changed is taken
    if not taken:
        assert edit.refusal == remark("lesions.below_threshold", hu=40.0, threshold_hu=130.0)
        marker.click(worldFromLps(volume, GRID.lps_mm((3, 20, 20)).tolist()), "LAD")
    erased = marker.erase(beside)
    assert erased.changed is taken
    assert erased.refusal == (None if taken else remark("scene.unmarked"))


def test_a_click_between_two_lesions_takes_the_nearer_one_and_not_the_denser(scene: Any) -> None:
    hu = np.full(GRID.shape, 40, np.int16)
    hu[3, 20, 24] = 900
    volume, segmentation, series = speck(scene, hu)
    # 0.5 mm beside the voxel of 300 HU, 1.5 mm beside that of 900 HU.
    CalciumMarker(segmentation, volume).click(worldFromLps(volume, GRID.lps_mm((3, 20, 21)).tolist()), "LAD")
    marks = lesionMapFromSegmentation(segmentation, series)
    assert (np.argwhere(marks.labels)[0] + marks.corner).tolist() == [3, 20, 20]


@pytest.mark.parametrize(("steps", "left"), [(20, 0), (21, 1)])
def test_a_script_can_take_twenty_edits_back(scene: Any, steps: int, left: int) -> None:
    hu = np.full(GRID.shape, 40, np.int16)
    seeds = [(k, j, 4) for k in range(0, 6, 2) for j in range(2, 40, 5)][:steps]
    for seed in seeds:
        hu[seed] = 300
    series = CTSeries(hu, GRID)
    volume = volumeFromSeries(series, scene)
    segmentation = createSegmentation(volume, scene)
    marker = CalciumMarker(segmentation, volume)
    for seed in seeds:
        assert marker.click(worldFromLps(volume, GRID.lps_mm(seed).tolist()), "LAD").changed
    undone = 0
    while marker.undo():
        undone += 1
    assert undone == 20
    assert np.count_nonzero(lesionMapFromSegmentation(segmentation, series).labels) == left


class Editor:
    """An editor whose answer to "edit this hidden segment?" is given, over Slicer's own logic."""

    def __init__(self, scene: Any, volume: Any, segmentation: Any, confirmation: int = 1) -> None:
        self.node = scene.AddNode(slicer.vtkMRMLSegmentEditorNode())
        self.node.SetOverwriteMode(self.node.OverwriteAllSegments)
        self.logic = slicer.vtkSlicerSegmentEditorLogic()
        self.logic.SetMRMLScene(scene)
        self.logic.SetSegmentEditorNode(self.node)
        self.logic.SetSegmentationNode(segmentation)
        self.logic.SetSourceVolumeNode(volume)
        self.node.SetSelectedSegmentID("LAD")
        self.confirmation = confirmation
        self.modified: list[str] = []

    def parameterSetNode(self) -> Any:
        return self.node

    def saveStateForUndo(self) -> None:
        self.logic.SaveStateForUndo()

    def confirmCurrentSegmentVisible(self) -> int:
        return self.confirmation

    def modifySegmentByLabelmap(self, node: Any, segmentId: str, patch: Any, mode: Any) -> None:
        self.modified.append(segmentId)
        self.logic.ModifySegmentByLabelmap(node, segmentId, patch, mode, True, False)


@pytest.mark.parametrize(("confirmation", "taken"), [(0, False), (1, True), (2, False)])
def test_only_a_segment_that_is_visible_without_asking_is_edited(scene: Any, confirmation: int, taken: bool) -> None:
    volume, segmentation, _ = speck(scene)
    editor = Editor(scene, volume, segmentation, confirmation)
    engine = ClickEngine(editor, slicer.vtkSlicerSegmentEditorLogic)
    edit = engine.take(worldFromLps(volume, GRID.lps_mm((3, 20, 20)).tolist()), ClickSettings())
    assert (edit.changed, bool(editor.logic.CanUndo())) == (taken, taken)
    assert edit.refusal == (None if taken else remark("scene.not_confirmed"))


def lesionBeside(scene: Any) -> tuple[Any, Any, Any, ClickEngine, tuple[float, float, float]]:
    """Four voxels of calcium in one slice, of 300, 300, 200 and 200 HU; nothing is marked but that LAD was begun."""
    hu = np.full(GRID.shape, 40, np.int16)
    hu[1, 5:9, 5:9] = 300  # marked first, so that the labelmap has room and the segment is begun
    hu[1, 25:29, 25:29] = 300
    hu[1, 15, 15:19] = (300, 300, 200, 200)
    volume, segmentation, series = speck(scene, hu)
    editor = Editor(scene, volume, segmentation)
    engine = ClickEngine(editor, slicer.vtkSlicerSegmentEditorLogic)
    for corner in ((1, 5, 5), (1, 25, 25)):
        engine.take(worldFromLps(volume, GRID.lps_mm(corner).tolist()), ClickSettings())
    editor.modified.clear()
    return series, segmentation, editor, engine, worldFromLps(volume, GRID.lps_mm((1, 15, 15)).tolist())


def marked(series: CTSeries, segmentation: Any) -> int:
    return int(np.count_nonzero(lesionMapFromSegmentation(segmentation, series).labels))


def test_where_nothing_else_depends_on_the_labelmap_it_is_written_at_once(scene: Any) -> None:
    series, segmentation, editor, engine, ras = lesionBeside(scene)
    before = marked(series, segmentation)
    assert engine.take(ras, ClickSettings()).voxels == 4
    assert editor.modified == []
    assert marked(series, segmentation) - before == 4
    editor.logic.Undo()
    assert marked(series, segmentation) == before


@pytest.mark.parametrize("what", ["intensity mask", "surface", "overwrite", "editable area"])
def test_masks_and_surfaces_of_the_editor_are_left_to_its_logic(scene: Any, what: str) -> None:
    series, segmentation, editor, engine, ras = lesionBeside(scene)
    before, node = marked(series, segmentation), editor.node
    expected = 4
    if what == "intensity mask":
        node.SourceVolumeIntensityMaskOn()
        node.SetSourceVolumeIntensityMaskRange(250.0, 1000.0)
        expected = 2
    elif what == "surface":
        segmentation.GetSegmentation().CreateRepresentation("Closed surface")
    elif what == "overwrite":
        node.SetOverwriteMode(node.OverwriteVisibleSegments)
    else:
        node.SetMaskMode(segmentation.EditAllowedInsideAllSegments)
        expected = 0
    engine.take(ras, ClickSettings())
    assert editor.modified == ["LAD"]
    assert marked(series, segmentation) - before == expected


@pytest.mark.parametrize("room", [0, -1])
def test_the_text_stands_behind_the_pointer_as_long_as_it_ends_inside_the_view(room: int) -> None:
    feedback = ViewFeedback()
    text = "Nothing to take: 40 HU, below 130 HU"
    feedback.showText(text, (100, 100), (4000, 4000))
    box = [0, 0, 0, 0]
    style = feedback.actors[1].GetTextProperty()
    vtk.vtkTextRenderer.GetInstance().GetBoundingBox(style, text, box, 72)
    length = box[1] - box[0] + 1
    feedback.showText(text, (100, 100), (100 + 16 + length + room, 4000))
    left = feedback.actors[1].GetPosition()[0]
    assert (left == 116) is (room == 0)
    assert left + length <= 100 + 16 + length + room
