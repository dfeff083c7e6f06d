"""A series becomes a volume node and a volume node a series, in any orientation and voxel type."""

# ruff: noqa: E402, N802

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

slicer = pytest.importorskip("slicer", reason="slicer-core is not installed")
import vtk
from vtk.util.numpy_support import numpy_to_vtk, vtk_to_numpy

from phantoms import oblique
from SmartScoreLib.phantom.model import Phantom
from SmartScoreLib.phantom.series import phantom_series
from SmartScoreLib.phantom.standard import ORIENTATIONS, standard_phantom
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.scene.volumes import INSTANCE_UIDS, asLoaded, seriesFromVolume, volumeFromSeries
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.load import load_series
from SmartScoreLib.series.model import CTSeries


def small(**options: Any) -> Phantom:
    return standard_phantom(**{"slices": 12, "rows": 48, "columns": 40, "pixel_mm": 5.0, "spacing_mm": 3.0, **options})


def loaded(phantom: Phantom, folder: Path) -> CTSeries:
    (candidate,) = find_series(write_phantom(phantom, folder)).candidates
    return load_series(candidate)


def filesOf(series: CTSeries) -> Any:
    files = {str(d.SOPInstanceUID): str(f) for d, f in zip(series.datasets, series.files, strict=True)}
    return lambda uid: files.get(uid, "")


def setVoxels(node: Any, values: np.ndarray) -> None:
    """Replace the voxels, as filters do."""
    image = vtk.vtkImageData()
    image.SetDimensions(*values.shape[::-1])
    image.GetPointData().SetScalars(numpy_to_vtk(np.ascontiguousarray(values).ravel(), deep=True))
    node.SetAndObserveImageData(image)


def voxels(node: Any) -> np.ndarray:
    image = node.GetImageData()
    return vtk_to_numpy(image.GetPointData().GetScalars()).reshape(image.GetDimensions()[::-1])


def rasOf(node: Any, index: tuple[int, int, int]) -> np.ndarray:
    matrix = vtk.vtkMatrix4x4()
    node.GetIJKToRASMatrix(matrix)
    return np.array(matrix.MultiplyPoint([*index, 1.0])[:3])


@pytest.mark.parametrize("orientation", [*ORIENTATIONS, oblique(20, -30)], ids=[*ORIENTATIONS, "oblique"])
def test_a_series_and_its_volume_node_say_the_same_of_every_voxel(scene: Any, orientation: Any) -> None:
    series = phantom_series(small(orientation=orientation))
    node = volumeFromSeries(series, scene)
    uids = node.GetAttribute(INSTANCE_UIDS).split()
    columns, rows, slices = node.GetImageData().GetDimensions()
    assert (slices, rows, columns) == series.geometry.shape
    lps = series.geometry.lps_mm
    for i, j, k in ((0, 0, 0), (7, 3, 2), (columns - 1, rows - 1, slices - 1)):
        ras = rasOf(node, (i, j, k))
        index = np.rint(series.geometry.index(ras * [-1, -1, 1])).astype(int)
        assert lps(index) * [-1, -1, 1] == pytest.approx(ras, abs=1e-6)
        assert voxels(node)[k, j, i] == series.hu[tuple(index)]
        # DICOM PS3.3 C.7.6.2.1.1: Image Position (Patient) is the center of the first voxel of the image named for k.
        (dataset,) = (d for d in series.datasets if d.SOPInstanceUID == uids[k])
        assert rasOf(node, (0, 0, k)) * [-1, -1, 1] == pytest.approx([float(v) for v in dataset.ImagePositionPatient])


@pytest.mark.parametrize("orientation", [*ORIENTATIONS, oblique(20, -30)], ids=[*ORIENTATIONS, "oblique"])
def test_a_volume_that_was_made_just_now_is_what_reading_it_again_would_find(
    scene: Any, tmp_path: Path, orientation: Any
) -> None:
    series = loaded(small(orientation=orientation), tmp_path)
    node = volumeFromSeries(series, scene)
    now, again = asLoaded(node, series), seriesFromVolume(node, filesOf(series))
    assert now.whyNotExportable is None
    assert again.whyNotExportable is None
    assert np.shares_memory(now.series.hu, voxels(node))
    assert not now.series.hu.flags.writeable
    assert (now.series.hu == again.series.hu).all()
    assert now.series.hu.dtype == again.series.hu.dtype
    assert now.series.geometry == again.series.geometry
    assert now.series.files == again.series.files
    assert now.series.datasets == again.series.datasets
    assert now.series.remarks == again.series.remarks
    one, other = now.series, again.series
    assert (one.series_instance_uid, one.label) == (other.series_instance_uid, other.label)


@pytest.mark.parametrize("orientation", [*ORIENTATIONS, oblique(20, -30)], ids=[*ORIENTATIONS, "oblique"])
def test_volume_nodes_are_right_handed_as_slicer_makes_them(scene: Any, orientation: Any) -> None:
    matrix = vtk.vtkMatrix4x4()
    volumeFromSeries(phantom_series(small(orientation=orientation)), scene).GetIJKToRASMatrix(matrix)
    assert matrix.Determinant() > 0


@pytest.mark.parametrize("orientation", ["HFS", "FFS", "HFDR"])
def test_a_volume_loaded_from_dicom_becomes_the_series_of_its_files(
    scene: Any, tmp_path: Path, orientation: str
) -> None:
    series = loaded(small(orientation=orientation), tmp_path)
    found = seriesFromVolume(volumeFromSeries(series, scene), filesOf(series))
    assert found.whyNotExportable is None
    assert np.array_equal(found.series.hu, series.hu)
    assert found.series.geometry == series.geometry
    assert found.series.files == series.files
    assert [d.SOPInstanceUID for d in found.series.datasets] == [d.SOPInstanceUID for d in series.datasets]
    assert found.series.remarks == series.remarks
    assert found.series.series_instance_uid == series.series_instance_uid


def test_the_slice_order_of_the_node_does_not_matter(scene: Any, tmp_path: Path) -> None:
    series = loaded(small(), tmp_path)
    node = volumeFromSeries(series, scene)
    matrix = vtk.vtkMatrix4x4()
    node.GetIJKToRASMatrix(matrix)
    last = rasOf(node, (0, 0, series.geometry.shape[0] - 1))
    for row in range(3):
        matrix.SetElement(row, 2, -matrix.GetElement(row, 2))
        matrix.SetElement(row, 3, last[row])
    node.SetIJKToRASMatrix(matrix)
    setVoxels(node, voxels(node)[::-1].copy())
    node.SetAttribute(INSTANCE_UIDS, " ".join(node.GetAttribute(INSTANCE_UIDS).split()[::-1]))
    found = seriesFromVolume(node, filesOf(series))
    assert found.whyNotExportable is None
    assert found.series.geometry == series.geometry
    assert np.array_equal(found.series.hu, series.hu)


@pytest.mark.parametrize("dtype", [np.int16, np.int32, np.float32, np.float64])
def test_every_voxel_type_that_slicer_loads_gives_the_same_hounsfield_units(
    scene: Any, tmp_path: Path, dtype: Any
) -> None:
    series = loaded(small(), tmp_path)
    node = volumeFromSeries(series, scene)
    setVoxels(node, voxels(node).astype(dtype))
    found = seriesFromVolume(node, filesOf(series))
    assert found.whyNotExportable is None
    assert found.series.hu.dtype in (np.int16, np.float32)
    assert np.array_equal(found.series.hu, series.hu)
    assert not found.series.hu.flags.writeable


def test_int16_voxels_are_not_copied(scene: Any) -> None:
    node = volumeFromSeries(phantom_series(small()), scene)
    assert np.shares_memory(seriesFromVolume(node).series.hu, voxels(node))


def test_a_volume_without_dicom_can_be_scored_but_not_exported(scene: Any) -> None:
    node = volumeFromSeries(replace(phantom_series(small()), datasets=()), scene)
    found = seriesFromVolume(node, lambda uid: "")
    assert found.whyNotExportable == remark("scene.not_from_dicom")
    assert found.series.datasets == ()
    assert "series.no_headers" in [remark.code for remark in found.series.remarks]


def test_a_volume_that_is_not_in_hounsfield_units_is_told(scene: Any) -> None:
    node = volumeFromSeries(replace(phantom_series(small()), datasets=()), scene)
    setVoxels(node, voxels(node) + 1024)
    assert "series.no_air" in [remark.code for remark in seriesFromVolume(node).series.remarks]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (
            lambda node: node.SetAttribute(INSTANCE_UIDS, "1.2 1.3"),
            remark("scene.cropped", slices=12, images=2),
        ),
        (
            lambda node: node.SetAttribute(INSTANCE_UIDS, " ".join(["Unknown"] * 12)),
            remark("scene.images_lost", lost=12, images=12),
        ),
        (
            lambda node: node.SetOrigin(*(v + 1 for v in node.GetOrigin())),
            remark("scene.moved", distance_mm=pytest.approx(1.0)),
        ),
        (lambda node: setVoxels(node, np.maximum(voxels(node), 0) * 2), remark("scene.edited")),
    ],
    ids=["fewer images", "unknown images", "moved", "other values"],
)
def test_a_volume_that_is_not_what_its_dicom_images_hold_is_not_exported(
    scene: Any, tmp_path: Path, change: Any, reason: Remark
) -> None:
    series = loaded(small(), tmp_path)
    node = volumeFromSeries(series, scene)
    change(node)
    found = seriesFromVolume(node, filesOf(series))
    assert found.whyNotExportable == reason
    assert found.series.datasets == ()
    assert np.array_equal(np.asarray(found.series.hu), voxels(node))


def test_a_volume_that_the_library_would_refuse_from_its_files_is_refused(scene: Any, tmp_path: Path) -> None:
    series = loaded(small(), tmp_path)
    node = volumeFromSeries(series, scene)
    import pydicom

    for file in series.files:
        dataset = pydicom.dcmread(file)
        del dataset.RescaleIntercept
        dataset.save_as(file)
    with pytest.raises(InputRefused, match=r"\(0028,1052\)"):
        seriesFromVolume(node, filesOf(series))


def test_a_volume_without_image_or_with_tilt_is_refused(scene: Any) -> None:
    empty = scene.AddNewNodeByClass("vtkMRMLScalarVolumeNode")
    with pytest.raises(InputRefused, match="holds no image"):
        seriesFromVolume(empty)
    node = volumeFromSeries(phantom_series(small()), scene)
    matrix = vtk.vtkMatrix4x4()
    node.GetIJKToRASMatrix(matrix)
    matrix.SetElement(1, 2, 0.5)
    node.SetIJKToRASMatrix(matrix)
    with pytest.raises(InputRefused, match="not perpendicular"):
        seriesFromVolume(node)


def test_two_series_of_one_study_stand_under_one_patient_and_study(scene: Any) -> None:
    series = phantom_series(small())
    nodes = [volumeFromSeries(series, scene), volumeFromSeries(series, scene)]
    hierarchy = scene.GetSubjectHierarchyNode()
    items = [hierarchy.GetItemByDataNode(node) for node in nodes]
    (study,) = {hierarchy.GetItemParent(item) for item in items}
    header = series.datasets[0]
    assert hierarchy.GetItemUID(study, "DICOM") == header.StudyInstanceUID
    assert hierarchy.GetItemAttribute(study, "Level") == "Study"
    patient = hierarchy.GetItemParent(study)
    assert hierarchy.GetItemUID(patient, "DICOM") == header.PatientID
    assert hierarchy.GetItemAttribute(patient, "DICOM.PatientName") == str(header.PatientName)
    assert {hierarchy.GetItemUID(item, "DICOM") for item in items} == {header.SeriesInstanceUID}
    assert nodes[0].GetName() != nodes[1].GetName()


def test_the_volume_is_shown_in_the_calcium_window(scene: Any) -> None:
    display = volumeFromSeries(phantom_series(small()), scene).GetDisplayNode()
    assert (display.GetWindow(), display.GetLevel(), display.GetAutoWindowLevel()) == (700, 130, 0)
