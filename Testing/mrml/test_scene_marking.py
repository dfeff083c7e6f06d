"""Clicking, erasing, reassigning, painting, undoing: after each step the tables say what the labelmap holds."""

# ruff: noqa: E402, N802

import math
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

slicer = pytest.importorskip("slicer", reason="slicer-core is not installed")
import vtk
from vtk.util.numpy_support import vtk_to_numpy

from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_KEY, TERRITORIES
from SmartScoreLib.phantom.expected import expected_scores
from SmartScoreLib.phantom.model import Phantom, PhantomLesion
from SmartScoreLib.phantom.series import phantom_series
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.scene.coordinates import worldFromLps
from SmartScoreLib.scene.marking.marker import CalciumMarker
from SmartScoreLib.scene.observing import observeSegmentation
from SmartScoreLib.scene.scores import ScoreKeeper
from SmartScoreLib.scene.segmentation import createSegmentation, patchOnVolume, volumeOf
from SmartScoreLib.scene.state import ReadingState, loadState, saveState
from SmartScoreLib.scene.tables import updateLesionTable, updateScoreTable
from SmartScoreLib.scene.volumes import seriesFromVolume, volumeFromSeries
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL, customize
from SmartScoreLib.scoring.score import score

KEYS = [territory.key for territory in TERRITORIES]
SMALL: dict[str, Any] = {"slices": 40, "rows": 88, "columns": 88, "pixel_mm": 2.0, "spacing_mm": 3.0}


class Editor:
    """The history and brushes of a segment editor widget, over the logic that the widget itself uses."""

    def __init__(self, scene: Any, segmentation: Any) -> None:
        self.logic = slicer.vtkSlicerSegmentEditorLogic()
        self.logic.SetMRMLScene(scene)
        self.logic.SetSegmentEditorNode(scene.AddNode(slicer.vtkMRMLSegmentEditorNode()))
        self.logic.SetSegmentationNode(segmentation)
        self.logic.SetMaximumNumberOfUndoStates(20)
        self.segmentation = segmentation

    def saveStateForUndo(self) -> None:
        self.logic.SaveStateForUndo()

    def undo(self) -> None:
        self.logic.Undo()

    def redo(self) -> None:
        self.logic.Redo()

    def paint(self, territory: str, patch: Any, mode: int) -> None:
        self.logic.SaveStateForUndo()
        self.logic.ModifySegmentByLabelmap(self.segmentation, territory, patch, mode, False, False)


class Reader:
    """Somebody who marks a phantom."""

    def __init__(self, scene: Any, phantom: Phantom, volume: Any, segmentation: Any) -> None:
        self.scene, self.phantom, self.volume, self.segmentation = scene, phantom, volume, segmentation
        self.series = seriesFromVolume(volume).series
        self.editor = Editor(scene, segmentation)
        self.marker = CalciumMarker(segmentation, volume, history=self.editor)
        self.keeper = ScoreKeeper(segmentation, self.series, loadState(segmentation).protocol, volume)
        self.scores = scene.AddNewNodeByClass("vtkMRMLTableNode")
        self.lesions = scene.AddNewNodeByClass("vtkMRMLTableNode")

    @classmethod
    def of(cls, scene: Any, phantom: Phantom) -> "Reader":
        volume = volumeFromSeries(phantom_series(phantom), scene)
        return cls(scene, phantom, volume, createSegmentation(volume, scene))

    def ras(self, lesion: PhantomLesion) -> tuple[float, float, float]:
        index = (lesion.center[0] + len(lesion.layers) // 2, *lesion.center[1:])
        return worldFromLps(self.volume, self.phantom.geometry.lps_mm(index).tolist())

    def update(self) -> None:
        self.keeper.update()
        updateScoreTable(self.scores, self.keeper.sheet)
        updateLesionTable(self.lesions, self.keeper.sheet)


def column(table: Any, name: str) -> list[Any]:
    array = table.GetTable().GetColumnByName(name)
    return [array.GetValue(row) for row in range(array.GetNumberOfValues())]


def labelsOf(reader: Reader, *, each: bool = True) -> np.ndarray:
    """Labels of the whole volume, (slice, row, column), by Slicer's own means; fails if two segments overlap.

    `each` asks Slicer for every segment alone, which takes its time; else the one shared layer is read.
    """
    segmentation = reader.segmentation.GetSegmentation()
    labels = np.zeros(reader.series.geometry.shape, np.uint8)
    if not each:
        assert segmentation.GetNumberOfLayers() == 1
        assert {key: segmentation.GetSegment(key).GetLabelValue() for key in KEYS} == {k: BY_KEY[k].label for k in KEYS}
        place(reader, segmentation.GetSegment(KEYS[0]).GetRepresentation("Binary labelmap"), labels)
        return labels
    for key in KEYS:
        image = slicer.vtkOrientedImageData()
        if reader.segmentation.GetBinaryLabelmapRepresentation(key, image):
            one = np.zeros_like(labels)
            place(reader, image, one)
            assert not labels[one > 0].any(), f"{key} shares voxels with another territory"
            labels[one > 0] = BY_KEY[key].label
    return labels


def place(reader: Reader, image: Any, labels: np.ndarray) -> None:
    """Put the voxels of a labelmap where they lie in the volume."""
    if 0 in image.GetDimensions() or image.GetPointData().GetScalars() is None:
        return
    values = vtk_to_numpy(image.GetPointData().GetScalars()).reshape(image.GetDimensions()[::-1])
    kji = np.argwhere(values)
    ijk = kji[:, ::-1] + image.GetExtent()[0::2]
    matrix = vtk.vtkMatrix4x4()
    image.GetImageToWorldMatrix(matrix)
    to_ras = np.array([[matrix.GetElement(r, c) for c in range(4)] for r in range(4)])
    to_index = np.linalg.inv(reader.series.geometry.index_to_lps) @ np.diag([-1.0, -1.0, 1.0, 1.0]) @ to_ras
    index = np.rint(np.c_[ijk, np.ones(len(ijk))] @ to_index.T)[:, :3].astype(int)
    labels[tuple(index.T)] = values[tuple(kji.T)]


def demandTablesSayWhatIsMarked(reader: Reader, *, each: bool = True) -> None:
    labels = labelsOf(reader, each=each)
    fresh = score(reader.series.hu, LesionMap(reader.series.geometry, (0, 0, 0), labels), reader.keeper.sheet.protocol)
    # Without coronary calcium nothing was read, and no number is what it scores.
    read = any(t.lesions for t in fresh.territories if t.counts)
    for name in ("agatston", "volume_mm3"):
        numbers = [getattr(t, name) if read or not t.counts else math.nan for t in fresh.territories]
        numbers.append(getattr(fresh.total, name) if read else math.nan)
        shown = column(reader.scores, {"agatston": "Agatston", "volume_mm3": "Volume"}[name])
        assert shown == pytest.approx(numbers, nan_ok=True)
    assert column(reader.scores, "Lesions") == [*(t.lesions for t in fresh.territories), fresh.total.lesions]
    assert column(reader.lesions, "Territory") == [BY_KEY[one.territory].name for one in fresh.lesions]
    assert column(reader.lesions, "Agatston") == pytest.approx([one.agatston for one in fresh.lesions])
    assert column(reader.lesions, "Peak") == [one.peak_hu for one in fresh.lesions]
    assert reader.keeper.sheet.total == fresh.total
    assert reader.segmentation.GetSegmentation().GetNumberOfLayers() == 1


@pytest.mark.parametrize("orientation", ["HFS", "FFS"])
def test_clicking_the_lesions_one_by_one_gives_the_exact_scores_after_each_click(scene: Any, orientation: str) -> None:
    phantom = standard_phantom(orientation=orientation)
    reader = Reader.of(scene, phantom)
    for count, lesion in enumerate(phantom.lesions, start=1):
        assert reader.marker.click(reader.ras(lesion), lesion.territory).changed
        reader.update()
        expected = expected_scores(replace(phantom, lesions=phantom.lesions[:count]))
        for row, key in enumerate([*KEYS, "total"]):
            if key in expected:
                assert column(reader.scores, "Agatston")[row] == pytest.approx(expected[key].agatston, rel=1e-12)
                assert column(reader.scores, "Volume")[row] == pytest.approx(expected[key].volume_mm3, rel=1e-12)
                assert column(reader.scores, "Lesions")[row] == expected[key].lesions
            else:
                assert column(reader.scores, "Agatston")[row] == 0
    for _ in phantom.lesions:
        assert reader.marker.undo()
    reader.update()
    assert column(reader.scores, "Agatston") == pytest.approx(
        [math.nan if one.counts else 0.0 for one in TERRITORIES] + [math.nan], nan_ok=True
    )


def patchAround(reader: Reader, dice: random.Random) -> Any:
    """A ball of a brush somewhere near a lesion: calcium, what lies around it, and other lesions."""
    lesion = dice.choice(reader.phantom.lesions)
    center = np.add(lesion.center, [dice.randint(-1, 1), dice.randint(-3, 3), dice.randint(-3, 3)])
    box = np.indices((3, 7, 7)) - np.array([1, 3, 3])[:, None, None, None]
    ball = ((box * np.array([2, 1, 1])[:, None, None, None]) ** 2).sum(axis=0) <= 9
    corner = np.clip(center - [1, 3, 3], 0, np.array(reader.series.geometry.shape) - ball.shape)
    return patchOnVolume(reader.volume, reader.series.geometry, tuple(int(v) for v in corner), ball.astype(np.uint8))


def reopened(reader: Reader, folder: Path) -> Reader:
    """The same reading after its scene was saved and opened again."""
    scene = reader.scene
    file = str(folder / f"{random.random()}.mrb")
    name = reader.segmentation.GetName()
    assert scene.WriteToMRB(file)
    scene.Clear(0)
    assert scene.ReadFromMRB(file)
    segmentation = scene.GetFirstNodeByName(name)
    return Reader(scene, reader.phantom, volumeOf(segmentation), segmentation)


@pytest.mark.parametrize("orientation", ["HFS", "FFS"])
def test_after_any_of_200_random_edits_the_tables_say_what_is_marked(
    scene: Any, tmp_path: Path, orientation: str
) -> None:
    dice = random.Random(20)
    phantom = standard_phantom(orientation=orientation, **SMALL)
    reader = Reader.of(scene, phantom)
    logic = slicer.vtkSlicerSegmentEditorLogic
    done: dict[str, int] = {}
    for step in range(200):
        what = dice.choice(
            ["click", "click", "erase", "reassign", "list", "paint", "rub", "undo", "undo", "redo", "save"]
        )
        done[what] = done.get(what, 0) + 1
        ras, key, in_slice = reader.ras(dice.choice(phantom.lesions)), dice.choice(KEYS), dice.random() < 0.3
        if what == "click":
            reader.marker.click(ras, key, inSlice=in_slice)
        elif what == "erase":
            reader.marker.erase(ras, inSlice=in_slice)
        elif what == "reassign":
            reader.marker.reassign(ras, key, inSlice=in_slice)
        elif what == "list" and reader.keeper.sheet.lesions:
            lesion = dice.choice(reader.keeper.sheet.lesions)
            edit = reader.marker.deleteLesion(lesion) if in_slice else reader.marker.reassignLesion(lesion, key)
            assert edit.changed or edit.refusal == remark("scene.marked_already")
        elif what == "paint":
            reader.editor.paint(key, patchAround(reader, dice), logic.ModificationModeAdd)
        elif what == "rub":
            reader.editor.paint(key, patchAround(reader, dice), logic.ModificationModeRemove)
        elif what == "undo":
            reader.editor.undo()
        elif what == "redo":
            reader.editor.redo()
        elif what == "save" and done["save"] % 3 == 0:
            reader = reopened(reader, tmp_path)
        reader.update()
        demandTablesSayWhatIsMarked(reader, each=step % 10 == 9)
    assert len(done) == 9


def test_a_click_that_takes_nothing_says_why_and_changes_nothing(scene: Any) -> None:
    phantom = standard_phantom(**SMALL)
    reader = Reader.of(scene, phantom)
    reader.marker = CalciumMarker(reader.segmentation, reader.volume)
    fat = worldFromLps(reader.volume, phantom.geometry.lps_mm((20, 8, 8)).tolist())
    value = float(reader.series.hu[20, 8, 8])
    for ras, refusal in (
        ((0.0, 0.0, 5000.0), remark("lesions.outside")),
        (fat, remark("lesions.below_threshold", hu=value, threshold_hu=130.0)),
    ):
        edit = reader.marker.click(ras, "LAD")
        assert (edit.changed, edit.voxels, edit.refusal) == (False, 0, refusal)
    reader.marker.limitMm3 = 1.0
    assert reader.marker.click(reader.ras(phantom.lesions[0]), "LAD").refusal == remark("lesions.too_large")
    assert not labelsOf(reader).any()
    assert not reader.marker.canUndo
    assert not reader.marker.undo()


def test_clicking_again_is_told_and_costs_no_undo_step(scene: Any) -> None:
    phantom = standard_phantom(**SMALL)
    reader = Reader.of(scene, phantom)
    marker = CalciumMarker(reader.segmentation, reader.volume)
    ras = reader.ras(phantom.lesions[1])
    voxels = marker.click(ras, "LAD").voxels
    assert voxels == sum(layer.voxels for layer in phantom.lesions[1].layers)
    assert marker.click(ras, "LAD").reason == "It is marked so already."
    assert marker.undo()
    assert not labelsOf(reader).any()
    assert marker.redo()
    assert int((labelsOf(reader) == BY_KEY["LAD"].label).sum()) == voxels
    assert marker.clear().voxels == voxels
    assert not labelsOf(reader).any()


def test_every_click_calls_back_and_is_an_undo_step_of_its_own(scene: Any) -> None:
    phantom = standard_phantom(**SMALL)
    reader = Reader.of(scene, phantom)
    marker = CalciumMarker(reader.segmentation, reader.volume)
    seen: list[bool] = []
    observation = observeSegmentation(reader.segmentation, lambda: seen.append(True))
    voxels = [0]
    for lesion in (*phantom.lesions, phantom.lesions[1]):
        seen.clear()
        marker.click(reader.ras(lesion), "LAD" if len(voxels) % 3 else "RCA")
        assert seen
        voxels.append(int(np.count_nonzero(labelsOf(reader))))
    for expected in reversed(voxels[:-1]):
        seen.clear()
        assert marker.undo()
        assert seen
        assert int(np.count_nonzero(labelsOf(reader))) == expected
    for expected in voxels[1:]:
        assert marker.redo()
        assert int(np.count_nonzero(labelsOf(reader))) == expected
    assert not marker.canRedo
    observation.removeObservers()


def test_two_volumes_in_one_scene_have_an_undo_history_each(scene: Any) -> None:
    phantom = standard_phantom(**SMALL)
    readers = [Reader.of(scene, phantom) for _ in range(2)]
    markers = [CalciumMarker(reader.segmentation, reader.volume) for reader in readers]
    for reader, marker in zip(readers, markers, strict=True):
        marker.click(reader.ras(phantom.lesions[0]), "LM")
    markers[0].click(readers[0].ras(phantom.lesions[1]), "LAD")
    assert [marker.undo() for marker in markers] == [True, True]
    assert set(np.unique(labelsOf(readers[0]))) == {0, BY_KEY["LM"].label}
    assert set(np.unique(labelsOf(readers[1]))) == {0}


def test_a_marker_outlives_its_scene_without_harm(scene: Any) -> None:
    phantom = standard_phantom(**SMALL)
    reader = Reader.of(scene, phantom)
    marker = CalciumMarker(reader.segmentation, reader.volume)
    marker.click(reader.ras(phantom.lesions[0]), "LM")
    nodes = scene.GetNumberOfNodesByClass("vtkMRMLSegmentEditorNode")
    assert nodes == 1  # the one of the editor in this test; the marker's own is not in the scene
    scene.Clear(0)
    marker.undo()
    other = Reader.of(scene, phantom)
    assert CalciumMarker(other.segmentation, other.volume).click(other.ras(phantom.lesions[0]), "LM").changed


def test_the_lesion_list_reassigns_and_deletes_the_lesion_it_names(scene: Any) -> None:
    phantom = standard_phantom(**SMALL)
    reader = Reader.of(scene, phantom)
    for lesion in phantom.lesions:
        reader.marker.click(reader.ras(lesion), lesion.territory)
    reader.update()
    before = reader.keeper.sheet
    lesion = next(one for one in before.lesions if one.territory == "RCA")
    assert reader.marker.reassignLesion(lesion, "PDA").voxels == lesion.voxels
    reader.update()
    moved = {t.key: t.agatston for t in reader.keeper.sheet.territories}
    was = {t.key: t.agatston for t in before.territories}
    assert moved["RCA"] == pytest.approx(was["RCA"] - lesion.agatston)
    assert moved["PDA"] == pytest.approx(was["PDA"] + lesion.agatston)
    assert reader.keeper.sheet.total.agatston == pytest.approx(before.total.agatston)
    lesion = next(one for one in reader.keeper.sheet.lesions if one.territory == "LCX")
    reader.marker.deleteLesion(lesion)
    reader.update()
    assert reader.keeper.sheet.total.agatston == pytest.approx(before.total.agatston - lesion.agatston)


def test_nothing_is_scored_again_when_nothing_changed(scene: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from SmartScoreLib.scene import scores

    phantom = standard_phantom(**SMALL)
    reader = Reader.of(scene, phantom)
    for lesion in phantom.lesions:
        reader.marker.click(reader.ras(lesion), lesion.territory)
    assert reader.keeper.update() is True
    asked: list[Any] = []
    real = scores.score_lesions
    monkeypatch.setattr(scores, "score_lesions", lambda *a: asked.append(a[3]) or real(*a))
    sheet = reader.keeper.sheet
    assert reader.keeper.update() is False
    assert reader.keeper.sheet is sheet
    assert reader.keeper.setProtocol(DEFAULT_PROTOCOL) is False
    assert asked == []
    reader.marker.reassign(reader.ras(phantom.lesions[0]), "RCA")
    assert reader.keeper.update() is True
    assert asked == [{"LM", "LAD", "LCX", "RCA", "PDA", "CORONARY"}]
    reader.marker.reassign(reader.ras(phantom.lesions[0]), "AV")
    reader.marker.reassign(reader.ras(phantom.lesions[0]), "OTHER")
    reader.keeper.update()
    reader.marker.reassign(reader.ras(phantom.lesions[0]), "MV")
    assert reader.keeper.update() is True
    assert asked[-1] == {"OTHER", "MV"}
    assert reader.keeper.setProtocol(replace(DEFAULT_PROTOCOL, threshold_hu=200.0)) is True
    reader.update()
    demandTablesSayWhatIsMarked(reader)


def test_the_marks_of_a_sheet_are_a_copy(scene: Any) -> None:
    phantom = standard_phantom(**SMALL)
    reader = Reader.of(scene, phantom)
    reader.marker.click(reader.ras(phantom.lesions[0]), "LM")
    reader.update()
    lesions = reader.keeper.lesions
    count = int(lesions.labels.astype(bool).sum())
    reader.marker.clear()
    assert int(lesions.labels.astype(bool).sum()) == count > 0
    assert score(reader.series.hu, lesions, DEFAULT_PROTOCOL).total == reader.keeper.sheet.total


def test_a_saved_scene_opens_with_the_same_scores_protocol_reader_and_comment(scene: Any, tmp_path: Path) -> None:
    phantom = standard_phantom(**SMALL)
    reader = Reader.of(scene, phantom)
    for lesion in phantom.lesions:
        reader.marker.click(reader.ras(lesion), lesion.territory)
    state = ReadingState(
        protocol=customize(DEFAULT_PROTOCOL, threshold_hu=150.0, mass_factor=0.00075),
        person=replace(ReadingState().person, age_years=61, sex="female", ethnicity="chinese", smoker=False),
        reader='Dr. "A" & B; <C>: ü',
        comment="first line\nsecond: 100 % = 'all'; \\ end",
    )
    saveState(reader.segmentation, state)
    reader.keeper.setProtocol(state.protocol)
    reader.update()
    sheet, labels = reader.keeper.sheet, labelsOf(reader)
    again = reopened(reader, tmp_path)
    assert loadState(again.segmentation) == state
    opened = again.keeper.sheet
    assert (opened.territories, opened.total, opened.protocol) == (sheet.territories, sheet.total, sheet.protocol)
    there = (0.0, 0.0, 0.0)  # the file keeps positions to a tiny fraction of a millimetre
    assert [replace(one, centroid_lps_mm=there) for one in opened.lesions] == [
        replace(one, centroid_lps_mm=there) for one in sheet.lesions
    ]
    assert np.array_equal(labelsOf(again), labels)
    assert volumeOf(again.segmentation) is again.volume


def test_columns_of_the_tables_are_numbers_with_units(scene: Any) -> None:
    phantom = standard_phantom(**SMALL)
    reader = Reader.of(scene, phantom)
    reader.marker.click(reader.ras(phantom.lesions[1]), "LAD")
    reader.keeper.setProtocol(replace(DEFAULT_PROTOCOL, mass_factor=0.001))
    reader.update()
    kinds = {
        "Territory": "vtkStringArray",
        "Agatston": "vtkDoubleArray",
        "Mass": "vtkDoubleArray",
        "Lesions": "vtkIntArray",
    }
    for name, kind in kinds.items():
        assert reader.scores.GetTable().GetColumnByName(name).GetClassName() == kind
    assert reader.scores.GetColumnUnitLabel("Volume") == "mm3"
    assert reader.scores.GetColumnUnitLabel("Mass") == "mg"
    assert reader.lesions.GetColumnUnitLabel("Peak") == "HU"
    one = phantom.lesions[1]
    assert column(reader.lesions, "First slice") == [one.center[0] + 1]
    assert column(reader.lesions, "Last slice") == [one.center[0] + len(one.layers)]
    ras = reader.ras(one)  # the lesion is symmetric in its slices, so that its centroid lies there
    assert column(reader.lesions, "R") == [pytest.approx(ras[0], abs=0.01)]
    assert column(reader.lesions, "A") == [pytest.approx(ras[1], abs=0.01)]
    assert column(reader.lesions, "S") == [pytest.approx(ras[2], abs=3.0)]
    reader.keeper.setProtocol(DEFAULT_PROTOCOL)
    reader.update()
    assert reader.scores.GetTable().GetColumnByName("Mass") is None


def test_the_surface_of_a_lesion_follows_an_edit(scene: Any) -> None:
    phantom = standard_phantom(**SMALL)
    reader = Reader.of(scene, phantom)
    reader.marker.click(reader.ras(phantom.lesions[1]), "LAD")
    segmentation = reader.segmentation.GetSegmentation()
    assert segmentation.CreateRepresentation("Closed surface")
    surface = segmentation.GetSegment("RCA").GetRepresentation("Closed surface")
    assert surface is None or surface.GetNumberOfPoints() == 0
    reader.marker.reassign(reader.ras(phantom.lesions[1]), "RCA")
    assert segmentation.GetSegment("RCA").GetRepresentation("Closed surface").GetNumberOfPoints() > 0
    assert segmentation.GetSegment("LAD").GetRepresentation("Closed surface").GetNumberOfPoints() == 0
    reader.marker.reassign(reader.ras(phantom.lesions[1]), "LAD")
    assert segmentation.GetSegment("LAD").GetRepresentation("Closed surface").GetNumberOfPoints() > 0
    reader.update()
    demandTablesSayWhatIsMarked(reader)


def test_an_edit_beside_an_overlapping_layer_leaves_no_voxel_in_two_territories(scene: Any) -> None:
    phantom = standard_phantom(**SMALL)
    reader = Reader.of(scene, phantom)
    ras = reader.ras(phantom.lesions[1])
    reader.marker.click(ras, "LAD")
    node = reader.editor.logic.GetSegmentEditorNode()
    node.SetOverwriteMode(node.OverwriteNone)
    index = phantom.lesions[1].center
    patch = patchOnVolume(reader.volume, reader.series.geometry, index, np.ones((2, 1, 1), np.uint8))
    reader.editor.paint("RCA", patch, slicer.vtkSlicerSegmentEditorLogic.ModificationModeAdd)
    assert reader.segmentation.GetSegmentation().GetNumberOfLayers() == 2
    reader.marker.reassign(ras, "LCX")
    labels = labelsOf(reader)  # fails on overlap
    assert set(np.unique(labels)) == {0, BY_KEY["LCX"].label}
    assert reader.marker.clear().changed
    assert not labelsOf(reader).any()
