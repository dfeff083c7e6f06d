"""Segmentations saved by Slicer's own storage node, read back without Slicer."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813

from core.lesions.cases.names import BRANCHES, CALLED
from phantoms import oblique
from SmartScoreLib.lesions.marks import read_marks
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.phantom.standard import grid
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.scoring.score import score
from SmartScoreLib.series.model import CTSeries

SHAPE = (8, 40, 48)
REGION = "~".join(
    (
        "Segmentation category and type - 3D Slicer General Anatomy list",
        "SCT^49755003^Morphologically Abnormal Structure",
        "SCT^85756007^Tissue",
        "^^",
        "Anatomic codes - DICOM master list",
        "SCT^57396003^Circumflex Coronary Artery",
        "^^",
    )
)


@pytest.fixture(params=["axial", "oblique"])
def series(request: pytest.FixtureRequest) -> CTSeries:
    cosines = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0)) if request.param == "axial" else oblique(15, -20)
    geometry = grid(*SHAPE, (0.5, 0.6), 3.0, cosines, (4.0, -7.0, 120.0))
    return CTSeries(np.full(SHAPE, 300, np.int16), geometry)


def _save(scene: Any, series: CTSeries, marks: dict[str, np.ndarray], file: Path, shared: bool, tag: str = "") -> None:
    """One segment a mask, given to Slicer on the series' grid in RAS, saved by its storage node."""
    import slicer
    import vtk
    from vtk.util.numpy_support import vtk_to_numpy

    flip = np.diag([-1.0, -1.0, 1.0, 1.0])
    lps = series.geometry.index_to_lps  # from (slice, row, column); VTK counts (column, row, slice)
    to_ras = vtk.vtkMatrix4x4()
    matrix = flip @ lps[:, [2, 1, 0, 3]]
    for row in range(4):
        for column in range(4):
            to_ras.SetElement(row, column, matrix[row, column])
    node = scene.AddNewNodeByClass("vtkMRMLSegmentationNode")
    segmentation = node.GetSegmentation()
    segmentation.SetSourceRepresentationName("Binary labelmap")
    for name, mask in marks.items():
        image = slicer.vtkOrientedImageData()
        image.SetDimensions(SHAPE[2], SHAPE[1], SHAPE[0])
        image.AllocateScalars(vtk.VTK_UNSIGNED_CHAR, 1)
        vtk_to_numpy(image.GetPointData().GetScalars())[:] = mask.ravel()
        image.SetGeometryFromImageToWorldMatrix(to_ras)
        segment = slicer.vtkSegment()
        segment.SetName(name)
        segment.AddRepresentation("Binary labelmap", image)
        if tag:
            segment.SetTag(segment.GetTerminologyEntryTagName(), tag)
        segmentation.AddSegment(segment)
    if shared:
        segmentation.CollapseBinaryLabelmaps(False)
    storage = slicer.vtkMRMLSegmentationStorageNode()
    scene.AddNode(storage)
    storage.SetFileName(str(file))
    storage.SetCropToMinimumExtent(True)
    assert storage.WriteData(node)


def _marks() -> dict[str, np.ndarray]:
    lad, rca = np.zeros(SHAPE, np.uint8), np.zeros(SHAPE, np.uint8)
    lad[2:4, 10:13, 20:24] = 1
    rca[5, 30, 40] = 1
    return {"LAD": lad, "Right coronary artery": rca}


def _whole(lesions: LesionMap) -> np.ndarray:
    whole = np.zeros(SHAPE, np.uint8)
    whole[lesions.box] = lesions.labels
    return whole


@pytest.mark.parametrize("shared", [True, False], ids=["one layer", "two layers"])
def test_what_slicer_saves_is_read_voxel_by_voxel(scene: Any, series: CTSeries, tmp_path: Path, shared: bool) -> None:
    file = tmp_path / "marks.seg.nrrd"
    marks = _marks()
    _save(scene, series, marks, file, shared)
    lesions = read_marks(file, series, 130)
    lad, rca = marks.values()
    assert np.array_equal(_whole(lesions), lad * BY_KEY["LAD"].label + rca * BY_KEY["RCA"].label)
    assert lesions.remarks == ()


def test_the_terminology_that_slicer_saves_gives_the_territory(scene: Any, series: CTSeries, tmp_path: Path) -> None:
    file = tmp_path / "marks.seg.nrrd"
    mask = _marks()["LAD"]
    _save(scene, series, {"Segment_1": mask}, file, shared=True, tag=REGION)
    assert np.array_equal(_whole(read_marks(file, series, 130)), mask * BY_KEY["LCX"].label)


def test_segments_that_overlap_in_slicer_are_refused(scene: Any, series: CTSeries, tmp_path: Path) -> None:
    file = tmp_path / "marks.seg.nrrd"
    mask = _marks()["LAD"]
    _save(scene, series, {"LAD": mask, "LM": mask}, file, shared=False)
    with pytest.raises(InputRefused, match="24 voxels of calcium belong to both LAD and LM"):
        read_marks(file, series, 130)


@pytest.mark.parametrize("names", [("LMCA", "Proximal LAD", "Cx"), ("Left main", "LAD", "Circumflex artery")])
def test_one_segmentation_scores_the_same_in_the_scene_and_from_its_file(
    scene: Any, tmp_path: Path, names: tuple[str, str, str]
) -> None:
    from SmartScoreLib.scene.segmentation import lesionMapFromSegmentation

    geometry = grid(*SHAPE, (0.5, 0.6), 3.0, ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0)), (4.0, -7.0, 120.0))
    series = CTSeries(np.full(SHAPE, 300, np.int16), geometry)
    marks = {name: np.zeros(SHAPE, np.uint8) for name in names}
    for row, mask in zip((5, 15, 25), marks.values(), strict=True):
        mask[3, row : row + 4, 10:15] = 1  # 20 pixels of 0.3 mm2 at 300 HU, 3 mm: 6 x 3 = 18
    _save(scene, series, marks, tmp_path / "marks.seg.nrrd", shared=True)
    node = scene.GetFirstNodeByClass("vtkMRMLSegmentationNode")
    in_scene = lesionMapFromSegmentation(node, series)
    from_file = read_marks(tmp_path / "marks.seg.nrrd", series, 130)
    for lesions in (in_scene, from_file):
        sheet = score(series.hu, lesions, DEFAULT_PROTOCOL)
        scores = {t.key: t.agatston for t in sheet.territories if t.agatston}
        assert scores == pytest.approx({"LM": 18.0, "LAD": 18.0, "LCX": 18.0})
        assert lesions.remarks == ()
    assert np.array_equal(_whole(in_scene), _whole(from_file))


@pytest.mark.parametrize("beside", ["marks.labels.csv", "marks.csv", "marks_ColorTable.ctbl", "marks.txt"])
def test_a_color_table_that_slicer_saves_beside_a_label_map_names_it(
    scene: Any, series: CTSeries, tmp_path: Path, beside: str
) -> None:
    """Slicer's own storage node writes the table; its "Export to files" puts NAME.labels.csv beside NAME.nii.gz."""
    table = scene.AddNewNodeByClass("vtkMRMLColorTableNode")
    table.SetTypeToUser()
    table.SetNumberOfColors(3)
    for label, name in enumerate(("Background", "RCA", "D 1")):  # labels other than those of the table of territories
        table.SetColor(label, name, 0.5, 0.5, 0.5, float(label > 0))
    storage = table.CreateDefaultStorageNode()
    scene.AddNode(storage)
    storage.SetFileName(str(tmp_path / beside))
    assert storage.WriteData(table)
    lad, rca = _marks().values()
    image = sitk.GetImageFromArray(lad + 2 * rca)
    image.SetSpacing([float(v) for v in series.geometry.spacing_mm[::-1]])
    image.SetOrigin([float(v) for v in series.geometry.origin_lps_mm])
    image.SetDirection(np.array(series.geometry.directions)[::-1].T.ravel().tolist())
    sitk.WriteImage(image, str(tmp_path / "marks.nii.gz"))
    lesions = read_marks(tmp_path / "marks.nii.gz", series, 130)
    assert np.array_equal(_whole(lesions), lad * BY_KEY["RCA"].label + rca * BY_KEY["LAD"].label)
    assert [one.code for one in lesions.remarks] == ["lesions.read_as"]


@pytest.mark.parametrize(("name", "key"), [*CALLED.items(), *BRANCHES.items()])
def test_a_name_means_the_same_in_the_scene_as_in_a_file(scene: Any, name: str, key: str) -> None:
    import slicer

    from SmartScoreLib.scene.segmentation import territoryOf

    segment = slicer.vtkSegment()
    segment.SetName(name)
    found = territoryOf("Segment_1", segment)
    assert found is not None
    assert found.key == key
