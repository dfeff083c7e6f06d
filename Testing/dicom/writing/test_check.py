"""What is written is read back and held to the rules before anyone gets it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom import config, dcmread
from pydicom.dataset import Dataset

from SmartScoreLib.conformance.table import rules
from SmartScoreLib.dicomwriting.capture import write_captures
from SmartScoreLib.dicomwriting.check import check_files
from SmartScoreLib.dicomwriting.model import CaptureKind
from SmartScoreLib.dicomwriting.reduced import write_reduced
from SmartScoreLib.picture import Picture
from SmartScoreLib.remarks.errors import ExportFailed
from SmartScoreLib.remarks.model import Remark

Header = Callable[[int], Dataset]


@pytest.fixture
def files(full_header: Header, series_of: Any, tmp_path: Path) -> tuple[Path, ...]:
    """A reduced series of two images, as it was checked when it was written."""
    return write_reduced(series_of([full_header(0), full_header(1)]), range(2), tmp_path / "out").files


def found(files: tuple[Path, ...]) -> Remark:
    with pytest.raises(ExportFailed) as caught:
        check_files(files, rules("CT"))
    (remark,) = caught.value.remarks
    return remark


def change(file: Path, **values: object) -> None:
    image = dcmread(file)
    with config.disable_value_validation():
        for keyword, value in values.items():
            if value is None:
                del image[keyword]
            else:
                setattr(image, keyword, value)
        image.save_as(file)


@pytest.mark.parametrize(
    ("keyword", "value", "code", "values"),
    [
        ("PatientID", None, "written_without", {"keyword": "PatientID", "tag": "0010,0020"}),
        ("StudyInstanceUID", "", "written_empty", {"keyword": "StudyInstanceUID", "tag": "0020,000D"}),
        ("KVP", None, "written_without", {"keyword": "KVP", "tag": "0018,0060"}),
        ("InstanceNumber", "1", "written_number", {"found": "1", "expected": 2}),
        ("InstanceNumber", "3", "written_number", {"found": "3", "expected": 2}),
        # 16 x 16 pixels of two bytes are 512 bytes; one row more takes 32 more
        ("Rows", 17, "pixels_size", {"found": 512, "needed": 544}),
        ("PixelData", b"\0" * 510, "pixels_size", {"found": 510, "needed": 512}),
        ("PixelData", b"\0" * 514, "pixels_size", {"found": 514, "needed": 512}),
        ("SeriesInstanceUID", "1.2.3", "written_apart", {}),
        ("Modality", "MR", "written_apart", {}),
        ("FrameOfReferenceUID", "1.2.3", "written_apart", {}),
        ("SOPClassUID", "1.2.840.10008.5.1.4.1.1.7", "written_meta", {}),
    ],
)
def test_the_check_names_file_and_attribute(
    keyword: str, value: object, code: str, values: dict[str, object], files: tuple[Path, ...]
) -> None:
    check_files(files, rules("CT"))
    change(files[1], **{keyword: value})
    remark = found(files)
    assert remark.code == f"dicomwriting.{code}"
    assert dict(remark.values) == {"file": str(files[1]), **values}


def test_type_2_may_be_empty_and_type_1_may_not(files: tuple[Path, ...]) -> None:
    change(files[1], PatientID="")
    check_files(files, rules("CT"))
    change(files[1], RescaleSlope="")
    assert found(files).values["keyword"] == "RescaleSlope"


def test_a_uid_has_64_characters_at_most(files: tuple[Path, ...]) -> None:
    for length, valid in ((64, True), (65, False)):
        uid = "1." + "2" * (length - 2)
        image = dcmread(files[1])
        with config.disable_value_validation():
            image.SOPInstanceUID = image.file_meta.MediaStorageSOPInstanceUID = uid
            image.save_as(files[1])
        if valid:
            check_files(files, rules("CT"))
        else:
            assert found(files).code == "dicomwriting.written_uid"


def test_a_uid_that_is_used_twice_is_found_in_two_images_and_in_one(files: tuple[Path, ...]) -> None:
    first = dcmread(files[0])
    image = dcmread(files[1])
    for uid in (first.SOPInstanceUID, image.SeriesInstanceUID):
        image.SOPInstanceUID = image.file_meta.MediaStorageSOPInstanceUID = uid
        image.save_as(files[1])
        remark = found(files)
        assert (remark.code, remark.values["file"]) == ("dicomwriting.written_uid", str(files[1]))
        assert remark.values["uids"] == (image.StudyInstanceUID, image.SeriesInstanceUID, uid)


def test_pixels_of_an_odd_number_of_bytes_have_one_more_and_no_two(
    full_header: Header, series_of: Any, tmp_path: Path
) -> None:
    picture = Picture(np.zeros((5, 7, 3), np.uint8))  # 105 bytes
    (file,) = write_captures([picture], CaptureKind.SCREENS, series_of([full_header(0)]), tmp_path / "odd").files
    assert len(dcmread(file).PixelData) == 106
    for size, valid in ((106, True), (104, False), (108, False)):
        change(file, PixelData=b"\0" * size)
        if valid:
            check_files([file], rules("SC", frozenset({"color"})))
        else:
            with pytest.raises(ExportFailed, match=f"{size} bytes, 105 are needed"):
                check_files([file], rules("SC", frozenset({"color"})))


def test_a_file_that_is_gone_or_no_image_is_not_read_back(files: tuple[Path, ...]) -> None:
    files[1].write_bytes(b"no image")
    assert found(files).code == "dicomwriting.not_read_back"
    files[1].unlink()
    assert found(files).code == "dicomwriting.not_read_back"
