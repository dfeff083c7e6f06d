"""Marks as DICOM Segmentations: written by highdicom, read back voxel by voxel."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import highdicom as hd
import numpy as np
import pydicom
import pytest
from pydicom.dataset import Dataset
from pydicom.sr.codedict import codes
from pydicom.sr.coding import Code
from pydicom.uid import generate_uid

from phantoms import oblique
from SmartScoreLib.lesions.marks import read_marks
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.phantom.series import phantom_series
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.model import CTSeries

FRAME = "1.2.840.99999.1.7"
LAD, RCA = codes.SCT.LeftAnteriorDescendingCoronaryArtery, codes.SCT.RightCoronaryArtery


def _series(orientation: Any = "HFS", **options: Any) -> CTSeries:
    sizes = {"slices": 12, "rows": 40, "columns": 48, "pixel_mm": (0.5, 0.6), "spacing_mm": 2.5, "lesions": ()}
    phantom = standard_phantom(orientation=orientation, frame_of_reference_uid=FRAME, **(sizes | options))
    series = phantom_series(phantom)
    # Calcium everywhere, so that marks fit the picture wherever they are put.
    return replace(series, hu=np.full(series.hu.shape, 300, np.int16))


def _labels() -> np.ndarray:
    labels = np.zeros((12, 40, 48), np.uint8)
    labels[2:4, 10:13, 20:24] = 1
    labels[8, 30, 40] = 2
    return labels


def _expected() -> np.ndarray:
    values = np.array([0, BY_KEY["LAD"].label, BY_KEY["RCA"].label], np.uint8)
    return values[_labels()]


def _segment(number: int, label: str, region: Code | None) -> hd.seg.SegmentDescription:
    return hd.seg.SegmentDescription(
        segment_number=number,
        segment_label=label,
        segmented_property_category=codes.SCT.MorphologicallyAbnormalStructure,
        segmented_property_type=codes.SCT.CalcifiedAtheromatousPlaque,
        algorithm_type=hd.seg.SegmentAlgorithmTypeValues.MANUAL,
        anatomic_regions=None if region is None else [region],
    )


def _segmentation(series: CTSeries, labels: np.ndarray, **options: Any) -> Dataset:
    chosen = {
        "segmentation_type": hd.seg.SegmentationTypeValues.BINARY,
        "segment_descriptions": [_segment(1, "one", LAD), _segment(2, "two", RCA)],
        "series_instance_uid": generate_uid(),
        "series_number": 9,
        "sop_instance_uid": generate_uid(),
        "instance_number": 1,
        "manufacturer": "SmartScore",
        "manufacturer_model_name": "test",
        "software_versions": "1",
        "device_serial_number": "1",
    } | options
    return hd.seg.Segmentation(source_images=list(series.datasets), pixel_array=labels, **chosen)


def _write(tmp_path: Path, dataset: Dataset) -> Path:
    file = tmp_path / "marks.dcm"
    dataset.save_as(file)
    return file


def _whole(lesions: LesionMap) -> np.ndarray:
    whole = np.zeros(lesions.geometry.shape, np.uint8)
    whole[lesions.box] = lesions.labels
    return whole


@pytest.mark.parametrize("kind", ["BINARY", "LABELMAP"])
@pytest.mark.parametrize("omit", [True, False], ids=["without empty frames", "with empty frames"])
@pytest.mark.parametrize("orientation", ["HFS", "FFS", oblique(20, -15)], ids=["HFS", "FFS", "oblique"])
def test_a_segmentation_of_the_series_is_read_voxel_by_voxel(
    tmp_path: Path, kind: str, omit: bool, orientation: Any
) -> None:
    series = _series(orientation)
    dataset = _segmentation(series, _labels(), segmentation_type=kind, omit_empty_frames=omit)
    lesions = read_marks(_write(tmp_path, dataset), series, 130)
    assert np.array_equal(_whole(lesions), _expected())
    assert lesions.origin is not None
    assert english(lesions.origin) == "marks of marks.dcm"
    assert lesions.remarks == ()


def test_segment_labels_give_the_territory_where_no_region_does(tmp_path: Path) -> None:
    series = _series()
    segments = [_segment(1, "LAD calcification", None), _segment(2, "Right coronary artery", None)]
    dataset = _segmentation(series, _labels(), segment_descriptions=segments)
    assert np.array_equal(_whole(read_marks(_write(tmp_path, dataset), series, 130)), _expected())


def test_a_segment_that_says_no_territory_is_refused(tmp_path: Path) -> None:
    series = _series()
    dataset = _segmentation(
        series, _labels(), segment_descriptions=[_segment(1, "Plaque", None), _segment(2, "Spot", None)]
    )
    with pytest.raises(InputRefused, match=r'which territory segment 1 "Plaque" of marks\.dcm is'):
        read_marks(_write(tmp_path, dataset), series, 130)


def test_a_segment_that_says_no_territory_is_left_out_if_others_are_known(tmp_path: Path) -> None:
    series = _series()
    segments = [_segment(1, "Plaque", None), _segment(2, "two", RCA)]
    lesions = read_marks(_write(tmp_path, _segmentation(series, _labels(), segment_descriptions=segments)), series, 130)
    assert np.array_equal(_whole(lesions), np.where(_labels() == 2, BY_KEY["RCA"].label, 0))
    (said,) = lesions.remarks
    assert (said.code, said.values["segments"]) == ("lesions.not_known", ("Plaque",))


def test_another_frame_of_reference_is_refused(tmp_path: Path) -> None:
    series = _series()
    dataset = _segmentation(series, _labels())
    dataset.FrameOfReferenceUID = "1.2.840.99999.1.8"
    with pytest.raises(
        InputRefused, match=r"Frame of Reference UID \(0020,0052\) 1\.2\.840\.99999\.1\.8.*another examination"
    ):
        read_marks(_write(tmp_path, dataset), series, 130)


def test_a_series_without_frame_of_reference_takes_no_segmentation(tmp_path: Path) -> None:
    series = _series()
    file = _write(tmp_path, _segmentation(series, _labels()))
    bare = CTSeries(series.hu, replace(series.geometry, frame_of_reference_uid=""))
    with pytest.raises(InputRefused, match="the series has none"):
        read_marks(file, bare, 130)


def test_overlapping_segments_are_refused(tmp_path: Path) -> None:
    series = _series()
    bright = CTSeries(np.full(series.hu.shape, 300, np.int16), series.geometry, series.datasets)
    both = np.stack([_labels() == 1, _labels() > 0], axis=-1).astype(np.uint8)
    with pytest.raises(InputRefused, match="24 voxels of calcium belong to both LAD and RCA"):
        read_marks(_write(tmp_path, _segmentation(series, both)), bright, 130)


def test_a_segmentation_of_a_thinner_reconstruction_is_resampled_and_says_so(tmp_path: Path) -> None:
    series = _series()
    thin = _series(slices=24, spacing_mm=1.25)
    # Thin slices 2k and 2k+1 lie within slice k.
    labels = np.repeat(_labels(), 2, axis=0)
    lesions = read_marks(_write(tmp_path, _segmentation(thin, labels)), series, 130)
    assert np.array_equal(_whole(lesions), _expected())
    assert [one.code for one in lesions.remarks] == ["lesions.other_series", "lesions.resampled"]


def test_marks_of_thick_slices_fill_the_thin_slices_that_lie_in_them(tmp_path: Path) -> None:
    # 12 slices of 2.5 mm against 36 of 2.5/3 mm: every third plane coincides, and taking only those would lose two
    # thirds of the calcium.
    thick, thin = _series(), _series(slices=36, spacing_mm=2.5 / 3)
    lesions = read_marks(_write(tmp_path, _segmentation(thick, _labels())), thin, 130)
    assert np.array_equal(_whole(lesions), np.repeat(_expected(), 3, axis=0))


def test_frames_without_told_spacing_are_matched_to_the_slices_by_position(tmp_path: Path) -> None:
    series = _series()
    labels = np.zeros((12, 40, 48), np.uint8)
    labels[[2, 6, 10], 5, 5] = 1  # only every fourth slice has a frame
    dataset = _segmentation(series, labels, segment_descriptions=[_segment(1, "one", LAD)])
    del dataset.SharedFunctionalGroupsSequence[0].PixelMeasuresSequence[0].SpacingBetweenSlices
    lesions = read_marks(_write(tmp_path, dataset), series, 130)
    assert np.flatnonzero(_whole(lesions).any(axis=(1, 2))).tolist() == [2, 6, 10]


def test_marks_of_another_series_of_the_examination_say_so(tmp_path: Path) -> None:
    series = _series()
    other = CTSeries(series.hu, series.geometry, series.datasets, series_instance_uid="1.2.3")
    lesions = read_marks(_write(tmp_path, _segmentation(series, _labels())), other, 130)
    assert np.array_equal(_whole(lesions), _expected())
    (said,) = lesions.remarks
    assert said.code == "lesions.other_series"
    assert english(said).startswith("marks.dcm was made on another series of this examination")


@pytest.mark.parametrize("kind", ["PROBABILITY", "OCCUPANCY"])
def test_a_fractional_segmentation_is_taken_from_one_half_on_and_says_so(tmp_path: Path, kind: str) -> None:
    """highdicom keeps fractions as parts of 255: 127/255 lies below one half, 128/255 above."""
    series = _series()
    fractions = (_labels() == 1).astype(np.float32)[..., None]
    fractions[2, 10, 20], fractions[2, 10, 21], fractions[8, 30, 40] = 127 / 255, 128 / 255, 0.3
    dataset = _segmentation(
        series,
        fractions,
        segmentation_type="FRACTIONAL",
        segment_descriptions=[_segment(1, "one", LAD)],
        fractional_type=kind,
    )
    lesions = read_marks(_write(tmp_path, dataset), series, 130)
    expected = np.where(_labels() == 1, BY_KEY["LAD"].label, 0)
    expected[2, 10, 20] = 0
    assert np.array_equal(_whole(lesions), expected)
    assert [(one.code, one.values["percent"]) for one in lesions.remarks if one.code != "lesions.read_as"] == [
        ("lesions.fractional", 50.0)
    ]


def test_a_dicom_file_that_is_no_segmentation_is_refused(tmp_path: Path) -> None:
    series = _series()
    series.datasets[0].save_as(tmp_path / "image.dcm", enforce_file_format=True)
    with pytest.raises(InputRefused, match=r"image\.dcm is neither a DICOM Segmentation nor .* but CT Image Storage"):
        read_marks(tmp_path / "image.dcm", series, 130)


@pytest.mark.parametrize(
    "keyword",
    ["SegmentSequence", "PixelData", "PerFrameFunctionalGroupsSequence", "SegmentationType", "Rows", "BitsAllocated"],
)
def test_a_segmentation_that_lacks_an_element_is_refused(tmp_path: Path, keyword: str) -> None:
    series = _series()
    dataset = pydicom.dcmread(_write(tmp_path, _segmentation(series, _labels())))
    del dataset[keyword]
    dataset.save_as(tmp_path / "broken.dcm")
    with pytest.raises(InputRefused, match=r"broken\.dcm"):
        read_marks(tmp_path / "broken.dcm", series, 130)


def test_a_truncated_segmentation_is_refused(tmp_path: Path) -> None:
    series = _series()
    file = _write(tmp_path, _segmentation(series, _labels()))
    whole = file.read_bytes()
    for length in (140, 400, 1000, 3000, len(whole) - 100):
        file.write_bytes(whole[:length])
        with pytest.raises(InputRefused, match=r"marks\.dcm"):
            read_marks(file, series, 130)


def _without_dimensions(dataset: Dataset) -> None:
    del dataset.DimensionIndexSequence
    for groups in dataset.PerFrameFunctionalGroupsSequence:
        del groups.FrameContentSequence


def _measures_in_each_frame(dataset: Dataset) -> None:
    shared = dataset.SharedFunctionalGroupsSequence[0]
    for groups in dataset.PerFrameFunctionalGroupsSequence:
        groups.PixelMeasuresSequence = shared.PixelMeasuresSequence
        groups.PlaneOrientationSequence = shared.PlaneOrientationSequence
    del shared.PixelMeasuresSequence, shared.PlaneOrientationSequence


def _numbered_otherwise(dataset: Dataset) -> None:
    """Segments 7 and 3 instead of 1 and 2."""
    for item, number in zip(dataset.SegmentSequence, (7, 3), strict=True):
        item.SegmentNumber = number
    for groups in dataset.PerFrameFunctionalGroupsSequence:
        identification = groups.SegmentIdentificationSequence[0]
        identification.ReferencedSegmentNumber = {1: 7, 2: 3}[identification.ReferencedSegmentNumber]


def _spacing_told_downwards(dataset: Dataset) -> None:
    dataset.SharedFunctionalGroupsSequence[0].PixelMeasuresSequence[0].SpacingBetweenSlices = -2.5


def _spacing_told_wrongly(dataset: Dataset) -> None:
    dataset.SharedFunctionalGroupsSequence[0].PixelMeasuresSequence[0].SpacingBetweenSlices = 1.7


def _frames_in_another_order(dataset: Dataset) -> None:
    frames, size = list(dataset.PerFrameFunctionalGroupsSequence), 40 * 48 // 8
    pieces = [dataset.PixelData[i * size : (i + 1) * size] for i in range(len(frames))]
    dataset.PerFrameFunctionalGroupsSequence = frames[::-1]
    dataset.PixelData = b"".join(pieces[::-1])


@pytest.mark.parametrize(
    "change",
    [
        _without_dimensions,
        _measures_in_each_frame,
        _numbered_otherwise,
        _spacing_told_downwards,
        _spacing_told_wrongly,
        _frames_in_another_order,
    ],
    ids=lambda change: change.__name__.strip("_").replace("_", " "),
)
def test_what_other_writers_leave_out_or_put_elsewhere_changes_no_voxel(tmp_path: Path, change: Any) -> None:
    series = _series()
    dataset = pydicom.dcmread(_write(tmp_path, _segmentation(series, _labels())))
    change(dataset)
    lesions = read_marks(_write(tmp_path, dataset), series, 130)
    assert np.array_equal(_whole(lesions), _expected())
    assert lesions.remarks == ()


def test_a_single_segment_may_be_named_in_each_frame_or_once_for_all(tmp_path: Path) -> None:
    series = _series()
    labels = (_labels() == 1).astype(np.uint8)
    one = _segmentation(series, labels, segment_descriptions=[_segment(1, "one", LAD)])
    dataset = pydicom.dcmread(_write(tmp_path, one))
    shared, frames = dataset.SharedFunctionalGroupsSequence[0], dataset.PerFrameFunctionalGroupsSequence
    assert "SegmentIdentificationSequence" in shared, "once for all, as highdicom writes it"
    expected = labels * np.uint8(BY_KEY["LAD"].label)
    assert np.array_equal(_whole(read_marks(tmp_path / "marks.dcm", series, 130)), expected)
    for groups in frames:
        groups.SegmentIdentificationSequence = shared.SegmentIdentificationSequence
    del shared.SegmentIdentificationSequence
    assert np.array_equal(_whole(read_marks(_write(tmp_path, dataset), series, 130)), expected)


@pytest.mark.parametrize(
    ("axis", "shift_mm", "refused"),
    [(2, 0.045, False), (2, 0.055, True), (0, 0.01, False), (0, 0.012, True)],
    ids=["0.045 mm along", "0.055 mm along", "0.01 mm across", "0.012 mm across"],
)
def test_frames_that_form_no_grid_are_refused(tmp_path: Path, axis: int, shift_mm: float, refused: bool) -> None:
    """0.05 mm along the normal; across it 1 - cosine 1e-5, which is 0.0112 mm from one slice to the next of 2.5 mm."""
    series = _series()
    labels = np.zeros((12, 40, 48), np.uint8)
    labels[2:4, 10:13, 20:24] = 1
    one = _segmentation(series, labels, segment_descriptions=[_segment(1, "one", LAD)])
    dataset = pydicom.dcmread(_write(tmp_path, one))
    place = dataset.PerFrameFunctionalGroupsSequence[1].PlanePositionSequence[0]
    position = [float(v) for v in place.ImagePositionPatient]
    position[axis] += shift_mm
    place.ImagePositionPatient = position
    file = _write(tmp_path, dataset)
    if refused:
        with pytest.raises(InputRefused):
            read_marks(file, series, 130)
    else:
        assert np.array_equal(_whole(read_marks(file, series, 130)), labels * np.uint8(BY_KEY["LAD"].label))


def test_highdicom_is_imported_only_for_a_segmentation(repository: Path) -> None:
    # It takes longer than numpy and pydicom together.
    code = (
        "import sys; import SmartScoreLib.lesions.marks, SmartScoreLib.lesions.files.dicom_segmentation, "
        "SmartScoreLib.lesions.files.clicks, SmartScoreLib.lesions.files.label_maps; "
        "print([m for m in ('highdicom', 'SimpleITK', 'scipy') if m in sys.modules])"
    )
    environment = {**os.environ, "PYTHONPATH": str(repository / "SmartScore")}
    run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
