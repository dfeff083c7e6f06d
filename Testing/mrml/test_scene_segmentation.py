"""Segments are read as territories, whatever a user did to them, and written so that others can read them."""

# ruff: noqa: E402

from pathlib import Path
from typing import Any

import numpy as np
import pytest

slicer = pytest.importorskip("slicer", reason="slicer-core is not installed")
import vtk
from vtk.util.numpy_support import vtk_to_numpy

from phantoms import phantom_lesion_map
from SmartScoreLib.lesions.marks import read_marks
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_KEY, TERRITORIES
from SmartScoreLib.phantom.series import phantom_series
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused, WrongUsage
from SmartScoreLib.scene.coordinates import vtkMatrixFromArray
from SmartScoreLib.scene.observing import observeSegmentation
from SmartScoreLib.scene.scores import ScoreKeeper
from SmartScoreLib.scene.segmentation import (
    LABELMAP,
    createSegmentation,
    lesionMapFromSegmentation,
    patchOnVolume,
    segmentIdOf,
    setLesionMap,
    territoryOf,
    volumeOf,
)
from SmartScoreLib.scene.state import loadState
from SmartScoreLib.scene.volumes import seriesFromVolume, volumeFromSeries
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

SHAPE = (6, 20, 24)
LOGIC = slicer.vtkSlicerSegmentEditorLogic


class Bench:
    """A small volume with its segmentation; `upwards` tells which way the node counts slices."""

    def __init__(self, scene: Any, *, upwards: bool = True) -> None:
        columns = (1.0, 0.0, 0.0) if upwards else (-1.0, 0.0, 0.0)
        geometry = VolumeGeometry(SHAPE, (3.0, 1.0, 1.0), (0.0, 0.0, 0.0), ((0.0, 0.0, 1.0), (0.0, 1.0, 0.0), columns))
        self.series = CTSeries(np.full(SHAPE, 200, np.int16), geometry)
        self.volume = volumeFromSeries(self.series, scene)
        self.segmentation = createSegmentation(self.volume, scene)
        self.logic = LOGIC()
        self.logic.SetMRMLScene(scene)
        self.editor = scene.AddNode(slicer.vtkMRMLSegmentEditorNode())
        self.logic.SetSegmentEditorNode(self.editor)
        self.logic.SetSegmentationNode(self.segmentation)

    def mark(self, segment: str, corner: tuple[int, int, int], size: tuple[int, int, int]) -> None:
        patch = patchOnVolume(self.volume, self.series.geometry, corner, np.ones(size, np.uint8))
        self.logic.ModifySegmentByLabelmap(self.segmentation, segment, patch, LOGIC.ModificationModeAdd, False, False)

    def labels(self) -> np.ndarray:
        return whole(lesionMapFromSegmentation(self.segmentation, self.series))


def whole(lesions: LesionMap) -> np.ndarray:
    labels = np.zeros(lesions.geometry.shape, np.uint8)
    labels[lesions.box] = lesions.labels
    return labels


def boxes(*parts: tuple[str, tuple[int, int, int], tuple[int, int, int]]) -> np.ndarray:
    labels = np.zeros(SHAPE, np.uint8)
    for key, (s, r, c), (slices, rows, columns) in parts:
        labels[s : s + slices, r : r + rows, c : c + columns] = BY_KEY[key].label
    return labels


def test_a_new_segmentation_has_a_segment_for_each_territory_in_one_layer(scene: Any) -> None:
    bench = Bench(scene)
    segmentation = bench.segmentation.GetSegmentation()
    assert list(segmentation.GetSegmentIDs()) == [territory.key for territory in TERRITORIES]
    for territory in TERRITORIES:
        segment = segmentation.GetSegment(territory.key)
        assert segment.GetName() == territory.name
        assert segment.GetLabelValue() == territory.label
        assert segment.GetColor() == pytest.approx([channel / 255 for channel in territory.color], abs=1e-6)
        entry = slicer.vtkSlicerTerminologyEntry()
        assert slicer.vtkSlicerTerminologiesModuleLogic.DeserializeTerminologyEntry(segment.GetTerminology(), entry)
        assert entry.GetTypeObject().GetCodeValue() == "29483008"  # PS3.16 CID 3817: calcified atheromatous plaque
        assert (entry.GetRegionObject().GetCodeValue() or "") == territory.sct_code
    assert volumeOf(bench.segmentation) is bench.volume
    hierarchy = scene.GetSubjectHierarchyNode()
    parents = {hierarchy.GetItemParent(hierarchy.GetItemByDataNode(n)) for n in (bench.volume, bench.segmentation)}
    assert len(parents) == 1


@pytest.mark.parametrize("upwards", [True, False])
def test_marks_are_read_where_they_were_made_whichever_way_the_node_counts_slices(scene: Any, upwards: bool) -> None:
    bench = Bench(scene, upwards=upwards)
    matrix = vtk.vtkMatrix4x4()
    bench.volume.GetIJKToRASMatrix(matrix)
    assert (matrix.GetElement(2, 2) > 0) is upwards
    bench.mark("LAD", (1, 2, 3), (2, 4, 5))
    bench.mark("RCA", (4, 10, 12), (1, 2, 2))
    assert np.array_equal(bench.labels(), boxes(("LAD", (1, 2, 3), (2, 4, 5)), ("RCA", (4, 10, 12), (1, 2, 2))))


@pytest.mark.parametrize("upwards", [True, False])
def test_a_lesion_map_put_into_a_segmentation_comes_back_the_same(scene: Any, upwards: bool) -> None:
    bench = Bench(scene, upwards=upwards)
    bench.mark("AORTA", (0, 0, 0), (6, 20, 24))
    expected = boxes(("LM", (1, 2, 3), (2, 4, 5)), ("OTHER", (3, 9, 9), (2, 2, 2)))
    setLesionMap(bench.segmentation, LesionMap(bench.series.geometry, (0, 0, 0), expected))
    assert np.array_equal(bench.labels(), expected)
    assert bench.segmentation.GetSegmentation().GetNumberOfLayers() == 1
    seen: list[bool] = []
    observation = observeSegmentation(bench.segmentation, lambda: seen.append(True))
    bench.mark("LCX", (1, 2, 3), (1, 1, 1))  # the new layer is edited and observed like any other
    assert seen
    expected[1, 2, 3] = BY_KEY["LCX"].label
    assert np.array_equal(bench.labels(), expected)
    observation.removeObservers()


def test_an_emptied_segmentation_holds_no_marks(scene: Any) -> None:
    bench = Bench(scene)
    assert not bench.labels().any()
    bench.mark("LM", (1, 2, 3), (2, 4, 5))
    setLesionMap(bench.segmentation, LesionMap(bench.series.geometry, (0, 0, 0), np.zeros((0, 0, 0), np.uint8)))
    assert not bench.labels().any()
    bench.mark("LM", (1, 2, 3), (1, 1, 1))
    assert np.array_equal(bench.labels(), boxes(("LM", (1, 2, 3), (1, 1, 1))))


def test_marks_of_another_volume_are_refused(scene: Any) -> None:
    bench = Bench(scene)
    other = standard_phantom(slices=6, rows=20, columns=24, pixel_mm=2.0)
    with pytest.raises(InputRefused, match="do not belong to the volume"):
        setLesionMap(bench.segmentation, LesionMap(other.geometry, (0, 0, 0), np.zeros((0, 0, 0), np.uint8)))


def test_a_voxel_in_two_layers_counts_once_for_the_first_territory_and_is_told(scene: Any) -> None:
    bench = Bench(scene)
    bench.mark("RCA", (1, 2, 3), (2, 4, 5))
    bench.editor.SetOverwriteMode(bench.editor.OverwriteNone)
    bench.mark("LAD", (2, 4, 5), (2, 4, 5))
    assert bench.segmentation.GetSegmentation().GetNumberOfLayers() == 2
    lesions = lesionMapFromSegmentation(bench.segmentation, bench.series)
    assert np.array_equal(whole(lesions), boxes(("RCA", (1, 2, 3), (2, 4, 5)), ("LAD", (2, 4, 5), (2, 4, 5))))
    (said,) = lesions.remarks
    assert said == remark("scene.marked_twice", voxels=6)
    keeper = ScoreKeeper(bench.segmentation, bench.series, DEFAULT_PROTOCOL)
    assert keeper.sheet.total.volume_mm3 == pytest.approx((40 + 40 - 6) * 3.0)
    assert said in keeper.sheet.remarks


def test_a_segment_that_is_no_territory_is_other_and_never_counts(scene: Any) -> None:
    bench = Bench(scene)
    own = bench.segmentation.GetSegmentation().AddEmptySegment("mine", "Something else")
    assert lesionMapFromSegmentation(bench.segmentation, bench.series).remarks == ()
    bench.mark(own, (1, 2, 3), (2, 4, 5))
    lesions = lesionMapFromSegmentation(bench.segmentation, bench.series)
    assert np.array_equal(whole(lesions), boxes(("OTHER", (1, 2, 3), (2, 4, 5))))
    assert lesions.remarks == (remark("scene.no_territory", name="Something else"),)
    sheet = ScoreKeeper(bench.segmentation, bench.series, DEFAULT_PROTOCOL).sheet
    assert sheet.total.agatston == 0
    assert next(t for t in sheet.territories if t.key == "OTHER").volume_mm3 == 40 * 3.0


@pytest.mark.parametrize(
    ("identifier", "name", "key"),
    [
        ("Segment_1", "lad", "LAD"),
        ("Segment_1", "Right coronary artery", "RCA"),
        ("LCX", "Renamed by the user", "LCX"),
        ("LCX", "LAD", "LAD"),
        ("Segment_1", "LAD proximal", "LAD"),
        ("Segment_1", "LMCA", "LM"),
        ("Segment_1", "Cx", "LCX"),
        ("Segment_1", "LAD or LCX", None),
    ],
)
def test_a_segment_is_known_by_its_name_before_its_id(scene: Any, identifier: str, name: str, key: str | None) -> None:
    segment = slicer.vtkSegment()
    segment.SetName(name)
    territory = territoryOf(identifier, segment)
    assert (territory.key if territory else None) == key


def test_a_segment_is_known_by_the_snomed_code_of_its_region(scene: Any) -> None:
    segment = slicer.vtkSegment()
    segment.SetName("Segment_1")
    segment.SetTerminology("List~SCT^49755003^Abnormal~SCT^29483008^Plaque~^^~Regions~SCT^13647002^RCA~^^")
    territory = territoryOf("Segment_1", segment)
    assert territory is not None
    assert territory.key == "RCA"


def test_a_foreign_segment_whose_name_and_code_contradict_is_other_and_says_so(scene: Any) -> None:
    bench = Bench(scene)
    own = bench.segmentation.GetSegmentation().AddEmptySegment("mine", "LAD")
    segment = bench.segmentation.GetSegmentation().GetSegment(own)
    segment.SetTerminology("List~SCT^49755003^Abnormal~SCT^29483008^Plaque~^^~Regions~SCT^13647002^RCA~^^")
    bench.mark(own, (1, 2, 3), (2, 4, 5))
    lesions = lesionMapFromSegmentation(bench.segmentation, bench.series)
    assert np.array_equal(whole(lesions), boxes(("OTHER", (1, 2, 3), (2, 4, 5))))
    (said,) = lesions.remarks
    why = remark("lesions.contradiction", segment=remark("scene.segment", name="LAD"), by_name="LAD", by_code="RCA")
    assert said == remark("scene.contradiction", why=why)


def test_renaming_a_segment_keeps_its_marks_and_deleting_it_removes_them(scene: Any) -> None:
    bench = Bench(scene)
    bench.mark("LAD", (1, 2, 3), (2, 4, 5))
    segmentation = bench.segmentation.GetSegmentation()
    segmentation.GetSegment("LAD").SetName("LAD with a stent")
    assert np.array_equal(bench.labels(), boxes(("LAD", (1, 2, 3), (2, 4, 5))))
    segmentation.RemoveSegment("LAD")
    assert not bench.labels().any()
    bench.mark(segmentIdOf(bench.segmentation, "LAD"), (1, 2, 3), (1, 1, 1))
    assert np.array_equal(bench.labels(), boxes(("LAD", (1, 2, 3), (1, 1, 1))))
    with pytest.raises(WrongUsage, match='Territory "XYZ" is none of LM, LAD, LCX'):
        segmentIdOf(bench.segmentation, "XYZ")


def test_marks_on_a_finer_grid_are_sampled_at_the_voxel_centers_and_told(scene: Any) -> None:
    bench = Bench(scene)
    image = slicer.vtkOrientedImageData()
    image.SetExtent(0, 47, 0, 39, 0, 11)  # every voxel divided in two along each axis
    image.AllocateScalars(vtk.VTK_UNSIGNED_CHAR, 1)
    fine = np.zeros((12, 40, 48), np.uint8)
    fine[2:6, 4:12, 6:16] = BY_KEY["LAD"].label
    vtk_to_numpy(image.GetPointData().GetScalars())[:] = fine.ravel()
    # The corner of the first voxel is the same: fine centers lie a quarter of a voxel beside it.
    to_ras = np.diag([-0.5, -0.5, 1.5, 1.0])
    to_ras[:3, 3] = [0.25, 0.25, -0.75]
    image.SetImageToWorldMatrix(vtkMatrixFromArray(to_ras))
    bench.segmentation.GetSegmentation().GetSegment("LAD").AddRepresentation(LABELMAP, image)
    lesions = lesionMapFromSegmentation(bench.segmentation, bench.series)
    assert np.array_equal(whole(lesions), boxes(("LAD", (1, 2, 3), (2, 4, 5))))
    assert lesions.remarks == (remark("scene.sampled"),)


@pytest.mark.parametrize("upwards", [True, False])
def test_what_lies_outside_of_the_volume_is_left_out(scene: Any, upwards: bool) -> None:
    bench = Bench(scene, upwards=upwards)
    everything = np.zeros((10, 26, 30), np.uint8)  # two slices, three rows and three columns more on every side
    everything[1:5, 2:8, 3:9] = BY_KEY["LAD"].label
    image = slicer.vtkOrientedImageData()
    image.SetExtent(-3, 26, -3, 22, -2, 7)
    image.AllocateScalars(vtk.VTK_UNSIGNED_CHAR, 1)
    vtk_to_numpy(image.GetPointData().GetScalars())[:] = everything.ravel()
    matrix = vtk.vtkMatrix4x4()
    bench.volume.GetIJKToRASMatrix(matrix)
    image.SetImageToWorldMatrix(matrix)
    segmentation = bench.segmentation.GetSegmentation()
    for key in list(segmentation.GetSegmentIDs()):
        segmentation.GetSegment(key).AddRepresentation(LABELMAP, image)
    inside = everything[2:8, 3:23, 3:27]
    assert np.array_equal(bench.labels(), inside if upwards else inside[::-1])


def test_different_transforms_are_refused_and_equal_ones_are_not(scene: Any) -> None:
    bench = Bench(scene)
    bench.mark("LAD", (1, 2, 3), (2, 4, 5))
    keeper = ScoreKeeper(bench.segmentation, bench.series, DEFAULT_PROTOCOL, bench.volume)
    before = keeper.sheet
    nodes = [scene.AddNewNodeByClass("vtkMRMLLinearTransformNode") for _ in range(2)]
    for node in nodes:
        node.SetMatrixTransformToParent(
            vtkMatrixFromArray(np.array([[1, 0, 0, 5], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]))
        )
    bench.volume.SetAndObserveTransformNodeID(nodes[0].GetID())
    with pytest.raises(InputRefused, match="different transforms"):
        keeper.update()
    bench.segmentation.SetAndObserveTransformNodeID(nodes[1].GetID())
    assert keeper.update() is False
    assert keeper.sheet == before


def test_every_way_of_changing_marks_calls_back_until_removed(scene: Any) -> None:
    bench = Bench(scene)
    seen: list[bool] = []
    observation = observeSegmentation(bench.segmentation, lambda: seen.append(True))

    def called(change: Any) -> bool:
        seen.clear()
        change()
        return bool(seen)

    def mark(key: str) -> Any:
        return lambda: (bench.logic.SaveStateForUndo(), bench.mark(key, (1, 2, 3), (1, 1, 1)))

    assert called(mark("LAD"))
    assert called(mark("RCA"))  # takes it from LAD
    assert called(bench.logic.Undo)
    assert called(bench.logic.Redo)
    assert called(lambda: bench.segmentation.GetSegmentation().RemoveSegment("LM"))
    assert called(lambda: segmentIdOf(bench.segmentation, "LM"))
    node = scene.AddNewNodeByClass("vtkMRMLLinearTransformNode")
    assert called(lambda: bench.segmentation.SetAndObserveTransformNodeID(node.GetID()))
    observation.removeObservers()
    observation.removeObservers()
    assert not called(mark("LCX"))


@pytest.mark.parametrize("orientation", ["HFS", "FFS"])
def test_the_saved_segmentation_is_read_by_the_library_with_every_voxel(
    scene: Any, tmp_path: Path, orientation: str
) -> None:
    phantom = standard_phantom(slices=40, rows=112, columns=112, pixel_mm=1.6, orientation=orientation)
    series = phantom_series(phantom)
    volume = volumeFromSeries(series, scene)
    segmentation = createSegmentation(volume, scene)
    setLesionMap(segmentation, phantom_lesion_map(phantom))
    segmentation.AddDefaultStorageNode()
    storage = segmentation.GetStorageNode()
    storage.SetFileName(str(tmp_path / "marks.seg.nrrd"))
    assert storage.WriteData(segmentation)
    read = read_marks(tmp_path / "marks.seg.nrrd", series, 130.0)
    assert np.array_equal(whole(read), whole(phantom_lesion_map(phantom)))
    assert np.array_equal(whole(read), whole(lesionMapFromSegmentation(segmentation, seriesFromVolume(volume).series)))


def test_state_that_cannot_be_read_is_refused_with_its_attribute(scene: Any) -> None:
    bench = Bench(scene)
    assert loadState(bench.segmentation).protocol == DEFAULT_PROTOCOL
    for name, text in (("Protocol", '{"threshold": 130}'), ("Comment", "{"), ("Reader", "[1]")):
        bench.segmentation.SetAttribute(f"SmartScore.{name}", text)
        with pytest.raises(InputRefused, match=rf"SmartScore\.{name}"):
            loadState(bench.segmentation)
        bench.segmentation.RemoveAttribute(f"SmartScore.{name}")


def test_the_state_that_version_1_0_0_saved_is_read(scene: Any) -> None:
    bench = Bench(scene)
    for name, text in (
        (
            "Protocol",
            '{"name": "SmartScore AJ-130 (custom)", "source": "Agatston et al. 1990", "threshold_hu": 145.0, '
            '"minimum_area_mm2": 1.0, "area_must_exceed": false, "minimum_voxels": 1, "connectivity": 8, '
            '"weight_starts_hu": [130.0, 200.0, 300.0, 400.0], "volume_method": "plain", "mass_factor": null}',
        ),
        (
            "Person",
            '{"age_years": 61, "sex": null, "ethnicity": "chinese", "diabetes": null, "smoker": false, '
            '"total_cholesterol_mg_dl": null, "hdl_cholesterol_mg_dl": null, "lipid_medication": null, '
            '"systolic_mmhg": null, "blood_pressure_medication": null, "family_history": null}',
        ),
        ("Reader", '"Dr. Example"'),
        ("Comment", '"two\\nlines"'),
    ):
        bench.segmentation.SetAttribute(f"SmartScore.{name}", text)
    state = loadState(bench.segmentation)
    assert (state.protocol.name, state.protocol.threshold_hu) == ("SmartScore AJ-130 (custom)", 145.0)
    assert state.protocol.weight_starts_hu == (130.0, 200.0, 300.0, 400.0)
    assert (state.person.age_years, state.person.ethnicity, state.person.smoker) == (61, "chinese", False)
    assert (state.reader, state.comment) == ("Dr. Example", "two\nlines")
