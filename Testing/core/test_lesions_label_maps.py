"""Label maps by NRRD and NIfTI: names, grids, and what does not fit. Files are written by SimpleITK."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813

from phantoms import oblique
from SmartScoreLib.lesions.files.names import Name, Names
from SmartScoreLib.lesions.marks import MarksOptions, read_marks
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.phantom.standard import grid
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

SHAPE = (8, 40, 48)
AXIAL = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0))
NAMED = MarksOptions(names=Names({2: Name("LAD"), 4: Name("RCA")}))
FEET_FIRST = ((-1.0, 0.0, 0.0), (0.0, 1.0, 0.0))
TERMS = (
    "Segmentation.Status:inprogress|TerminologyEntry:Segmentation category and type - 3D Slicer General Anatomy list"
    "~SCT^49755003^Morphologically Abnormal Structure~{kind}~^^~Anatomic codes - DICOM master list~{region}~^^|"
)


def _series(orientation: Any = AXIAL, spacing: float = 3.0) -> CTSeries:
    geometry = grid(SHAPE[0], SHAPE[1], SHAPE[2], (0.5, 0.6), spacing, orientation, (4.0, -7.0, 120.0), "1.2.9")
    return CTSeries(np.full(SHAPE, 300, np.int16), geometry, series_instance_uid="1.2.3")


def _image(labels: np.ndarray, geometry: VolumeGeometry, vector: bool = False) -> sitk.Image:
    image = sitk.GetImageFromArray(labels, isVector=vector)
    image.SetSpacing([float(v) for v in geometry.spacing_mm[::-1]])
    image.SetOrigin([float(v) for v in geometry.origin_lps_mm])
    image.SetDirection(np.array(geometry.directions)[::-1].T.ravel().tolist())
    return image


def _labels() -> np.ndarray:
    labels = np.zeros(SHAPE, np.uint8)
    labels[2:4, 10:13, 20:24] = 2  # 24 voxels
    labels[5, 30, 40] = 4
    return labels


def _whole(lesions: LesionMap) -> np.ndarray:
    whole = np.zeros(lesions.geometry.shape, np.uint8)
    whole[lesions.box] = lesions.labels
    return whole


def _segments(image: sitk.Image, *segments: dict[str, str]) -> sitk.Image:
    for number, segment in enumerate(segments):
        for field, value in segment.items():
            image.SetMetaData(f"Segment{number}_{field}", value)
    return image


@pytest.mark.parametrize("suffix", [".nrrd", ".nii", ".nii.gz"])
@pytest.mark.parametrize("orientation", [AXIAL, FEET_FIRST, oblique(20, -15)], ids=["axial", "feet first", "oblique"])
def test_a_label_map_on_the_grid_of_the_series_is_read_voxel_by_voxel(
    tmp_path: Path, suffix: str, orientation: Any
) -> None:
    series = _series(orientation)
    file = tmp_path / f"marks{suffix}"
    sitk.WriteImage(_image(_labels(), series.geometry), str(file))
    lesions = read_marks(file, series, 130, NAMED)
    assert np.array_equal(_whole(lesions), _labels())
    assert lesions.origin is not None
    assert english(lesions.origin) == f"marks of marks{suffix}"
    assert lesions.remarks == ()


@pytest.mark.parametrize("dtype", [np.int16, np.uint16, np.int32, np.float32, np.float64])
def test_labels_of_any_whole_type_are_read(tmp_path: Path, dtype: type) -> None:
    series = _series()
    sitk.WriteImage(_image(_labels().astype(dtype), series.geometry), str(tmp_path / "marks.nrrd"))
    assert np.array_equal(_whole(read_marks(tmp_path / "marks.nrrd", series, 130, NAMED)), _labels())


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        (".json", '{"2": "RCA", "4": "Left main"}'),
        (".json", '{"RCA": 2, "Left main": 4}'),
        (".json", '{"labels": {"background": 0, "RCA": 2, "LM": 4}}'),
        (".txt", "# Color table file\n0 Background 0 0 0 0\n2 RCA_calcium 10 20 30 255\n4 Left_main 1 2 3 255\n"),
        (".ctbl", "2 right_coronary_artery 10 20 30 255\n4 LMCA 1 2 3 255\n"),
        (
            ".label",
            '    0     0    0    0        0  0  0    "Clear Label"\n    2   255    0    0        1  1  1    "RCA"\n'
            '    4   0    255    0        0.5  1  1    "LM"\n',
        ),
    ],
)
def test_a_names_file_tells_the_territories(tmp_path: Path, suffix: str, text: str) -> None:
    series = _series()
    sitk.WriteImage(_image(_labels(), series.geometry), str(tmp_path / "marks.nii.gz"))
    (tmp_path / f"marks{suffix}").write_text(text)
    lesions = read_marks(tmp_path / "marks.nii.gz", series, 130)
    assert (lesions.labels == BY_KEY["RCA"].label).sum() == 24
    assert (lesions.labels == BY_KEY["LM"].label).sum() == 1
    assert lesions.remarks == ()


@pytest.mark.parametrize("text", ['{"2": "RCA"}', '{"2": "RCA", "4": "Heart"}'])
def test_a_label_without_a_known_name_is_left_out_with_a_remark_if_others_are_known(tmp_path: Path, text: str) -> None:
    series = _series()
    sitk.WriteImage(_image(_labels(), series.geometry), str(tmp_path / "marks.nrrd"))
    (tmp_path / "marks.json").write_text(text)
    lesions = read_marks(tmp_path / "marks.nrrd", series, 130)
    assert np.array_equal(_whole(lesions), np.where(_labels() == 2, BY_KEY["RCA"].label, 0))
    (said,) = lesions.remarks
    assert said.values == {"file": "marks.nrrd", "segments": ("4" if "Heart" not in text else "Heart",)}
    assert said.code == "lesions.not_known"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"3": "RCA"}', "Label 4 of marks.nrrd has no name in marks.json"),
        ('{"2": "Lung", "4": "Heart"}', 'which territory label 4 ("Heart") of marks.nrrd is'),
        ('{"seeds": []}', "does not give a name to any label"),
        ("nothing", "does not give a name to any label"),
    ],
)
def test_a_names_file_that_names_no_label_is_refused(tmp_path: Path, text: str, told: str) -> None:
    series = _series()
    sitk.WriteImage(_image(_labels(), series.geometry), str(tmp_path / "marks.nrrd"))
    (tmp_path / "marks.json").write_text(text)
    with pytest.raises(InputRefused) as refusal:
        read_marks(tmp_path / "marks.nrrd", series, 130)
    assert told in str(refusal.value)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda a: a + 9, "Label 9 of marks.nrrd has no name"),
        (lambda a: a * 0.5 + 0.25, "not whole numbers"),
        (lambda a: a.astype(np.int16) - 1000, "below 0"),
    ],
)
def test_an_image_that_is_no_label_map_of_territories_is_refused(tmp_path: Path, change: Any, told: str) -> None:
    series = _series()
    sitk.WriteImage(_image(change(_labels()), series.geometry), str(tmp_path / "marks.nrrd"))
    with pytest.raises(InputRefused, match=told):
        read_marks(tmp_path / "marks.nrrd", series, 130, NAMED)


def test_a_cropped_or_mirrored_or_turned_copy_of_the_grid_is_read_voxel_by_voxel(tmp_path: Path) -> None:
    series = _series(oblique(10, 5))
    image = _image(_labels(), series.geometry)
    copies = {
        "cropped": image[15:45, 5:35, 1:7],
        "mirrored": sitk.Flip(image, [True, False, True]),
        "turned": sitk.PermuteAxes(image, [2, 0, 1]),
        "padded": sitk.ConstantPad(image, [3, 4, 5], [5, 4, 3], 0),
    }
    for name, copy in copies.items():
        sitk.WriteImage(copy, str(tmp_path / f"{name}.nrrd"))
        lesions = read_marks(tmp_path / f"{name}.nrrd", series, 130, NAMED)
        assert np.array_equal(_whole(lesions), _labels()), name
        assert lesions.remarks == (), name


def test_marks_beyond_the_images_are_left_out_with_a_warning(tmp_path: Path) -> None:
    series = _series()
    image = _image(_labels(), series.geometry)
    image.SetOrigin(image.TransformContinuousIndexToPhysicalPoint([0.0, 0.0, -3.0]))  # three slices lower
    sitk.WriteImage(image, str(tmp_path / "marks.nrrd"))
    lesions = read_marks(tmp_path / "marks.nrrd", series, 130, NAMED)
    expected = np.zeros(SHAPE, np.uint8)
    expected[0, 10:13, 20:24] = 2
    expected[2, 30, 40] = 4
    assert np.array_equal(_whole(lesions), expected)
    said = [english(one) for one in lesions.remarks]
    assert "12 marked voxels of marks.nrrd lie outside the images and were left out." in said


def test_marks_that_all_lie_beyond_the_images_are_refused(tmp_path: Path) -> None:
    series = _series()
    image = _image(_labels(), series.geometry)
    image.SetOrigin([0.0, 0.0, 5000.0])
    sitk.WriteImage(image, str(tmp_path / "marks.nrrd"))
    with pytest.raises(InputRefused, match=r"lie outside the images|reach outside the images"):
        read_marks(tmp_path / "marks.nrrd", series, 130, NAMED)


def test_marks_on_a_finer_parallel_grid_are_resampled_by_nearest_neighbor_and_say_so(tmp_path: Path) -> None:
    series = _series()
    # Half the spacing along every axis; the first eight small voxels lie inside the first large one.
    fine = VolumeGeometry(
        (16, 80, 96),
        (1.5, 0.25, 0.3),
        tuple(series.geometry.lps_mm((-0.25, -0.25, -0.25)).tolist()),  # type: ignore[arg-type]
        series.geometry.directions,
    )
    labels = np.kron(_labels(), np.ones((2, 2, 2), np.uint8))
    sitk.WriteImage(_image(labels, fine), str(tmp_path / "marks.nrrd"))
    lesions = read_marks(tmp_path / "marks.nrrd", series, 130, NAMED)
    assert np.array_equal(_whole(lesions), _labels())
    (said,) = (one for one in lesions.remarks if one.code == "lesions.resampled")
    assert english(said) == (
        "The marks of marks.nrrd (voxels of 1.5 x 0.25 x 0.3 mm) were resampled to the series (voxels of "
        "3 x 0.5 x 0.6 mm) by nearest neighbor; check them on the images."
    )


def test_a_single_slice_of_another_spacing_is_resampled_too_and_says_so(tmp_path: Path) -> None:
    series = _series()
    # The fourth slice of both grids lies at the same height; 3.3 mm are not 3 mm, though one slice would fit.
    start = series.geometry.lps_mm((3, 0, 0)) - 3 * 3.3 * np.array(series.geometry.directions[0])
    other = VolumeGeometry(SHAPE, (3.3, 0.5, 0.6), tuple(start.tolist()), series.geometry.directions)  # type: ignore[arg-type]
    labels = np.zeros(SHAPE, np.uint8)
    labels[3, 10:13, 20:24] = 2
    sitk.WriteImage(_image(labels, other), str(tmp_path / "marks.nrrd"))
    lesions = read_marks(tmp_path / "marks.nrrd", series, 130, NAMED)
    assert np.array_equal(_whole(lesions), labels)
    assert "lesions.resampled" in [one.code for one in lesions.remarks]


def test_marks_that_resampling_would_lose_are_refused(tmp_path: Path) -> None:
    series = _series()
    geometry = series.geometry
    fine = VolumeGeometry(
        (24, 120, 144), (1.0, 0.5 / 3, 0.2), tuple(geometry.lps_mm((-1 / 3,) * 3).tolist()), geometry.directions
    )  # type: ignore[arg-type]
    labels = np.zeros(fine.shape, np.uint8)
    labels[9, 30, 30] = 2  # a corner of a large voxel, not its center
    sitk.WriteImage(_image(labels, fine), str(tmp_path / "marks.nrrd"))
    with pytest.raises(InputRefused, match="would be lost"):
        read_marks(tmp_path / "marks.nrrd", series, 130, NAMED)


def test_a_turned_grid_without_frame_of_reference_is_refused(tmp_path: Path) -> None:
    series = _series()
    turned = grid(*SHAPE, (0.5, 0.6), 3.0, oblique(5, 0), (4.0, -7.0, 120.0))
    sitk.WriteImage(_image(_labels(), turned), str(tmp_path / "marks.nii"))
    with pytest.raises(InputRefused, match="turned against the series"):
        read_marks(tmp_path / "marks.nii", series, 130, NAMED)


def test_another_grid_that_reaches_outside_is_refused(tmp_path: Path) -> None:
    series = _series()
    other = grid(*SHAPE, (0.5, 0.6), 5.0, AXIAL, (4.0, -7.0, 160.0))
    labels = np.zeros(SHAPE, np.uint8)
    labels[:, 20, 20] = 2
    sitk.WriteImage(_image(labels, other), str(tmp_path / "marks.nii"))
    with pytest.raises(InputRefused, match="reach outside the images on a grid that is not that of the series"):
        read_marks(tmp_path / "marks.nii", series, 130, NAMED)


def test_an_nrrd_file_that_names_no_space_is_refused(tmp_path: Path) -> None:
    series = _series()
    header = "NRRD0004\ntype: unsigned char\ndimension: 3\nsizes: 48 40 8\nspacings: 0.6 0.5 3\nencoding: raw\n\n"
    (tmp_path / "marks.nrrd").write_bytes(header.encode() + _labels().tobytes())
    with pytest.raises(InputRefused, match="does not say where in the patient"):
        read_marks(tmp_path / "marks.nrrd", series, 130, NAMED)


def test_a_nifti_file_without_any_form_is_refused(tmp_path: Path) -> None:
    series = _series()
    file = tmp_path / "marks.nii"
    sitk.WriteImage(_image(_labels(), series.geometry), str(file))
    content = bytearray(file.read_bytes())
    content[252:256] = bytes(4)  # qform_code and sform_code
    file.write_bytes(content)
    with pytest.raises(InputRefused, match="does not say where in the patient"):
        read_marks(file, series, 130, NAMED)


class TestSlicerSegments:
    """Headers as Slicer writes them; see also Testing/mrml/test_marks_from_slicer.py."""

    def _write(self, tmp_path: Path, image: sitk.Image) -> Path:
        file = tmp_path / "marks.seg.nrrd"
        sitk.WriteImage(image, str(file))
        return file

    def test_names_give_the_territories_whatever_the_label_values(self, tmp_path: Path) -> None:
        series = _series()
        image = _segments(
            _image(_labels(), series.geometry),
            {"ID": "a", "Name": "RCA", "LabelValue": "2", "Layer": "0", "Extent": "0 47 0 39 0 7"},
            {"ID": "b", "Name": "Circumflex", "LabelValue": "4", "Layer": "0"},
            {"ID": "c", "Name": "Segment_1", "LabelValue": "7", "Layer": "0"},  # empty: may have any name
        )
        lesions = read_marks(self._write(tmp_path, image), series, 130)
        assert (lesions.labels == BY_KEY["RCA"].label).sum() == 24
        assert (lesions.labels == BY_KEY["LCX"].label).sum() == 1
        assert lesions.remarks == ()

    def test_terminology_gives_the_territory_before_the_name(self, tmp_path: Path) -> None:
        series = _series()
        tissue, lad = "SCT^85756007^Tissue", "SCT^59438005^Left Anterior Descending Coronary Artery"
        retired = "SRT^T-43107^Left main coronary artery"
        image = _segments(
            _image(_labels(), series.geometry),
            {"Name": "Segment_1", "LabelValue": "2", "Layer": "0", "Tags": TERMS.format(kind=tissue, region=lad)},
            {"Name": "Segment_2", "LabelValue": "4", "Layer": "0", "Tags": TERMS.format(kind=retired, region="^^")},
        )
        lesions = read_marks(self._write(tmp_path, image), series, 130)
        assert sorted(set(lesions.labels[lesions.labels > 0].tolist())) == [BY_KEY["LM"].label, BY_KEY["LAD"].label]

    @pytest.mark.parametrize("name", ["Heart", "Segment_1", "", "LAD or LCX"])
    def test_a_segment_that_says_no_territory_is_refused_by_its_name(self, tmp_path: Path, name: str) -> None:
        series = _series()
        image = _segments(_image(_labels(), series.geometry), {"Name": name, "LabelValue": "2", "Layer": "0"})
        with pytest.raises(InputRefused) as refusal:
            read_marks(self._write(tmp_path, image), series, 130)
        assert f'segment "{name}" of marks.seg.nrrd' in str(refusal.value)

    def test_a_name_that_contradicts_the_code_is_refused(self, tmp_path: Path) -> None:
        series = _series()
        tags = TERMS.format(kind="SCT^85756007^Tissue", region="SCT^13647002^Right Coronary Artery")
        segment = {"Name": "LAD", "LabelValue": "2", "Layer": "0", "Tags": tags}
        with pytest.raises(InputRefused, match="means LAD, but its code means RCA"):
            read_marks(self._write(tmp_path, _segments(_image(_labels(), series.geometry), segment)), series, 130)

    def _layers(self, first: np.ndarray, second: np.ndarray, series: CTSeries) -> sitk.Image:
        return _image(np.stack([first, second], axis=-1), series.geometry, vector=True)

    def test_separate_layers_are_read_and_several_segments_may_be_of_one_territory(self, tmp_path: Path) -> None:
        series = _series()
        lad = (_labels() == 2).astype(np.uint8)
        rca = (_labels() == 4).astype(np.uint8)
        image = _segments(
            self._layers(lad, rca, series),
            {"Name": "LAD proximal", "LabelValue": "1", "Layer": "0"},
            {"Name": "LAD mid", "LabelValue": "1", "Layer": "1"},
        )
        lesions = read_marks(self._write(tmp_path, image), series, 130)
        assert np.array_equal(_whole(lesions), (_labels() > 0) * np.uint8(BY_KEY["LAD"].label))

    def test_old_files_without_layers_have_one_segment_a_layer(self, tmp_path: Path) -> None:
        series = _series()
        image = self._layers((_labels() == 2).astype(np.uint8), (_labels() == 4).astype(np.uint8), series)
        lesions = read_marks(self._write(tmp_path, _segments(image, {"Name": "LAD"}, {"Name": "RCA"})), series, 130)
        assert np.array_equal(_whole(lesions), _labels())

    def test_calcium_in_two_territories_is_refused_and_never_counted_twice(self, tmp_path: Path) -> None:
        series = _series()
        one = (_labels() == 2).astype(np.uint8)
        two = np.zeros_like(one)
        two[3, 12, 21:30] = 1  # three voxels of it are LAD already
        segments = {"Name": "LAD", "LabelValue": "1", "Layer": "0"}, {"Name": "LM", "LabelValue": "1", "Layer": "1"}
        image = _segments(self._layers(one, two, series), *segments)
        with pytest.raises(InputRefused, match=r"^3 voxels of calcium belong to both LAD and LM in marks\.seg\.nrrd"):
            read_marks(self._write(tmp_path, image), series, 130)
        dark = CTSeries(np.zeros(SHAPE, np.int16), series.geometry)
        trusted = MarksOptions(trust=True)
        assert (read_marks(tmp_path / "marks.seg.nrrd", dark, 130, trusted).labels > 0).sum() == 24 + 6

    def test_a_layer_that_does_not_exist_is_refused(self, tmp_path: Path) -> None:
        series = _series()
        image = _segments(_image(_labels(), series.geometry), {"Name": "LAD", "LabelValue": "2", "Layer": "3"})
        with pytest.raises(InputRefused, match="does not say which voxels"):
            read_marks(self._write(tmp_path, image), series, 130)

    def test_a_truncated_file_is_refused(self, tmp_path: Path) -> None:
        series = _series()
        file = self._write(tmp_path, _image(_labels(), series.geometry))
        file.write_bytes(file.read_bytes()[:-500])
        with pytest.raises(InputRefused, match=r"marks\.seg\.nrrd ends before its last voxel"):
            read_marks(file, series, 130)
