"""Marks -> DICOM Segmentation -> marks: nothing is lost, for our reader and for others'."""

import json
from dataclasses import replace

import highdicom
import numpy as np
import pytest
import SimpleITK
from pydicom import config, dcmread

from dicom.saved.conftest import dciodvfy, dcmqi, scattered_marks, whole
from phantoms import oblique
from SmartScoreLib.dicomwriting.device import Device
from SmartScoreLib.dicomwriting.segmentation.plan import plan_segmentation
from SmartScoreLib.dicomwriting.segmentation.write import algorithm_type, write_segmentation
from SmartScoreLib.identity import identity
from SmartScoreLib.lesions.marks import read_saved_marks
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_KEY, TERRITORIES
from SmartScoreLib.proposal.mark_all import mark_all
from SmartScoreLib.reading.read import make_reading
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL


def written(series, lesions, folder, **changes):
    reading = replace(make_reading(series, lesions, DEFAULT_PROTOCOL), **changes)
    (file,) = write_segmentation(reading, plan_segmentation(reading), folder / "seg").files
    return file


@pytest.mark.parametrize(
    ("shape", "options"),
    [
        ({}, {}),
        ({"orientation": "FFS"}, {}),
        ({"orientation": "HFP"}, {}),
        ({"orientation": "FFDR"}, {"shuffled": True}),
        ({"orientation": oblique(20, 10)}, {"shuffled": True}),
        ({"slices": 2}, {}),
        ({"slices": 600, "rows": 32, "columns": 40, "spacing_mm": 0.25}, {"shuffled": True}),
        ({"pixel_mm": (3.0, 2.5), "rows": 33, "columns": 35}, {}),
    ],
    ids=["axial", "feet first", "prone", "feet first decubitus", "oblique", "two slices", "600 slices", "odd size"],
)
def test_every_voxel_and_territory_comes_back(tmp_path, series_of, shape, options):
    series = series_of(shape, **options)
    marks = scattered_marks(series, part=0.03 if series.geometry.shape[0] < 100 else 0.001)
    back = read_saved_marks(written(series, marks, tmp_path), series, 130.0)
    assert np.array_equal(whole(back), whole(marks))
    assert back.remarks == ()
    first, again = (make_reading(series, one, DEFAULT_PROTOCOL).sheet for one in (marks, back))
    assert first == again
    assert first.total.agatston > 0 or first.remarks


def test_marks_on_one_slice_come_back(tmp_path, series_of):
    series = series_of()
    labels = np.zeros((1, 4, 5), np.uint8)
    labels[0, 1:3, 2:4] = BY_KEY["LCX"].label
    marks = LesionMap(series.geometry, (11, 60, 59), labels)
    back = read_saved_marks(written(series, marks, tmp_path), series, 130.0)
    assert np.array_equal(whole(back), whole(marks))


def test_slices_that_are_not_quite_evenly_spaced_come_back(tmp_path, series_of):
    folder = tmp_path / "ct"
    series_of()
    for number, file in enumerate(sorted(folder.iterdir())):
        image = dcmread(file)
        x, y, z = image.ImagePositionPatient
        image.ImagePositionPatient = [x, y, f"{float(z) + (0.09 if number % 2 else 0):.2f}"]
        image.save_as(file)
    from SmartScoreLib.series.find import find_series
    from SmartScoreLib.series.load import load_series

    series = load_series(find_series([folder]).candidates[0])
    marks = scattered_marks(series)
    back = read_saved_marks(written(series, marks, tmp_path), series, 130.0)
    assert np.array_equal(whole(back), whole(marks))


def test_highdicom_reads_the_same_voxels(tmp_path, series_of):
    series = series_of({"orientation": oblique(15, 5)})
    marks = scattered_marks(series)
    segmentation = highdicom.seg.segread(written(series, marks, tmp_path))
    uids = [header.SOPInstanceUID for header in series.datasets]
    assert segmentation.number_of_segments == len(TERRITORIES)
    for number, territory in enumerate(TERRITORIES, start=1):
        pixels = segmentation.get_pixels_by_source_instance(
            uids, segment_numbers=[number], assert_missing_frames_are_empty=True
        )
        assert np.array_equal(pixels[..., 0] > 0, whole(marks) == territory.label), territory.key


def test_dcmqi_reads_voxels_names_codes_and_colors(tmp_path, series_of):
    series = series_of()
    marks = scattered_marks(series, part=0.3)
    file = written(series, marks, tmp_path)
    dcmqi(
        "segimage2itkimage", "--inputDICOM", file, "--outputDirectory", tmp_path, "--outputType", "nrrd",
        "--mergeSegments",
    )  # fmt: skip
    image = SimpleITK.ReadImage(str(tmp_path / "1.nrrd"))
    # Every slice and both corners are marked, so the image is the whole volume; its numbers are the Segment Numbers.
    assert np.array_equal(SimpleITK.GetArrayFromImage(image), whole(marks))
    assert np.allclose(image.GetOrigin(), series.geometry.origin_lps_mm)
    assert np.allclose(image.GetSpacing(), series.geometry.spacing_mm[::-1])
    (segments,) = json.loads((tmp_path / "meta.json").read_text())["segmentAttributes"]
    assert [one["SegmentLabel"] for one in segments] == [territory.name for territory in TERRITORIES]
    assert [one.get("AnatomicRegionSequence", {}).get("CodeValue", "") for one in segments] == [
        territory.sct_code for territory in TERRITORIES
    ]
    for one, territory in zip(segments, TERRITORIES, strict=True):
        assert np.abs(np.subtract(one["recommendedDisplayRGBValue"], territory.color)).max() <= 1, territory.key
        assert one["SegmentedPropertyTypeCodeSequence"]["CodeValue"] == "29483008"
        assert one["SegmentAlgorithmType"] == "SEMIAUTOMATIC"


def test_the_validator_says_nothing(tmp_path, series_of):
    for number, options in enumerate(({}, {"character_set": "ISO_IR 192", "attributes": {"PatientName": "王^小东"}})):
        series = series_of(folder=f"ct{number}", **options)
        for reader in ("", "Plain Name", "Ärztin^Ada"):
            file = written(series, scattered_marks(series), tmp_path / f"{number}{reader[:1]}", reader=reader)
            assert dciodvfy(file) == []


def test_only_territories_with_marks_become_segments_and_only_marked_slices_frames(tmp_path, series_of):
    series = series_of()
    labels = np.zeros(series.geometry.shape, np.uint8)
    labels[3, 5, 5], labels[3, 6, 6], labels[8, 7, 7] = 4, 9, 4
    dataset = dcmread(written(series, LesionMap(series.geometry, (0, 0, 0), labels), tmp_path))
    assert [(s.SegmentNumber, s.SegmentLabel) for s in dataset.SegmentSequence] == [
        (1, "Right coronary artery"),
        (2, "Other"),
    ]
    assert dataset.NumberOfFrames == 3
    referenced = {i.ReferencedSOPInstanceUID for i in dataset.ReferencedSeriesSequence[0].ReferencedInstanceSequence}
    assert referenced == {series.datasets[index].SOPInstanceUID for index in (3, 8)}
    assert dataset.StudyInstanceUID == series.datasets[0].StudyInstanceUID
    assert dataset.FrameOfReferenceUID == series.datasets[0].FrameOfReferenceUID


def test_the_algorithm_type_says_how_the_marks_were_made(series_of):
    series = series_of()
    marks = scattered_marks(series)
    types = {
        "lesions.origin_clicked": "SEMIAUTOMATIC",
        "lesions.origin_clicks": "SEMIAUTOMATIC",
        "lesions.origin_segmentation": "SEMIAUTOMATIC",
        "lesions.origin_marks": "MANUAL",
    }
    for code, expected in types.items():
        values = {"lesions.origin_clicked": {}, "lesions.origin_segmentation": {"name": "S"}}.get(code, {"file": "f"})
        assert algorithm_type(replace(marks, origin=remark(code, **values))) == expected
    assert algorithm_type(replace(marks, origin=None)) == "MANUAL"
    assert algorithm_type(mark_all(series, 130.0)) == "AUTOMATIC"


def test_images_without_uid_cannot_be_referred_to_and_that_is_said(tmp_path, series_of):
    series = series_of()
    with config.disable_value_validation():
        series.datasets[2].SOPInstanceUID = "1.02.3"
    with pytest.raises(InputRefused) as refused:
        written(series, scattered_marks(series), tmp_path)
    assert [one.code for one in refused.value.remarks] == ["dicomwriting.unnamed_reading"]
    assert refused.value.remarks[0].values["images"] == 1
    assert not list(tmp_path.rglob("seg*.dcm"))


def test_frames_that_name_images_and_lie_elsewhere_are_read_where_they_lie(tmp_path, series_of):
    series = series_of()
    labels = np.zeros(series.geometry.shape, np.uint8)
    labels[4:7, 20:24, 30:33] = BY_KEY["LAD"].label
    file = written(series, LesionMap(series.geometry, (0, 0, 0), labels), tmp_path)
    dataset = dcmread(file)
    for frame in dataset.PerFrameFunctionalGroupsSequence:
        x, y, z = frame.PlanePositionSequence[0].ImagePositionPatient
        frame.PlanePositionSequence[0].ImagePositionPatient = [x, y, z + 5]
    dataset.save_as(tmp_path / "moved.dcm")
    back = read_saved_marks(tmp_path / "moved.dcm", series, 130.0)
    assert np.array_equal(whole(back), np.roll(labels, 1, axis=0))
    for frame in dataset.PerFrameFunctionalGroupsSequence:
        frame.PlanePositionSequence[0].ImagePositionPatient[0] += 6  # two columns
    dataset.save_as(tmp_path / "aside.dcm")
    back = read_saved_marks(tmp_path / "aside.dcm", series, 130.0)
    assert np.array_equal(whole(back), np.roll(labels, (1, 2), axis=(0, 2)))


def test_frames_that_name_no_image_are_read_where_they_lie(tmp_path, series_of):
    series = series_of({"orientation": oblique(20, 10)})
    marks = scattered_marks(series)
    dataset = dcmread(written(series, marks, tmp_path))
    for frame in dataset.PerFrameFunctionalGroupsSequence:
        del frame.DerivationImageSequence
    dataset.save_as(tmp_path / "unnamed.dcm")
    back = read_saved_marks(tmp_path / "unnamed.dcm", series, 130.0)
    assert np.array_equal(whole(back), whole(marks))


def test_the_device_is_named_and_an_empty_name_gets_the_default(tmp_path, series_of):
    series = series_of()
    reading = make_reading(series, scattered_marks(series), DEFAULT_PROTOCOL)
    for number, device in enumerate((Device("Maker", "Model", "9.1", "ROOM7", "S1"), Device("", "", "", "", ""))):
        (file,) = write_segmentation(reading, plan_segmentation(reading), tmp_path / str(number), device=device).files
        dataset = dcmread(file)
        found = (dataset.Manufacturer, dataset.ManufacturerModelName, dataset.SoftwareVersions)
        own = (identity().contributors[0], identity().name, identity().version)
        expected = ("Maker", "Model", "9.1") if number == 0 else own
        assert found == expected
        assert (dataset.StationName, dataset.DeviceSerialNumber) == (
            ("ROOM7", "S1") if number == 0 else ("SMARTSCORE",) * 2
        )
        assert dciodvfy(file) == []


def test_what_went_through_lossy_compression_says_so(tmp_path, series_of):
    attributes = {"PatientIdentityRemoved": "YES", "DeidentificationMethod": "test", "LossyImageCompression": "01"}
    series = series_of(attributes=attributes)
    file = written(series, scattered_marks(series), tmp_path)
    assert dcmread(file).LossyImageCompression == "01"
    assert dciodvfy(file) == []
