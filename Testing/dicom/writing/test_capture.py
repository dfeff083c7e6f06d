"""Secondary Captures: pictures in, one series of one kind out."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom import dcmread
from pydicom.dataset import Dataset

from SmartScoreLib.dicomwriting.capture import write_captures
from SmartScoreLib.dicomwriting.device import Device
from SmartScoreLib.dicomwriting.model import CaptureKind
from SmartScoreLib.picture import Picture
from SmartScoreLib.remarks.errors import Cancelled, InputRefused, WrongUsage
from SmartScoreLib.series.model import CTSeries

Header = Callable[[int], Dataset]


@pytest.fixture
def source(full_header: Header, series_of: Any) -> CTSeries:
    series: CTSeries = series_of([full_header(0), full_header(1)])
    return series


def write(pictures: list[Picture], series: CTSeries, folder: Path, **options: Any) -> list[Dataset]:
    kind = options.pop("kind", CaptureKind.SCREENS)
    return [dcmread(file) for file in write_captures(pictures, kind, series, folder, **options).files]


@pytest.mark.parametrize(("kind", "side"), [(CaptureKind.PHYSICIAN, 512), (CaptureKind.PATIENT, 1024)])
def test_a_report_page_is_an_rgb_capture_of_its_size(
    kind: CaptureKind, side: int, source: CTSeries, tmp_path: Path
) -> None:
    pixels = np.random.default_rng(1).integers(0, 256, (side, side, 3), dtype=np.uint8)
    (image,) = write([Picture(pixels)], source, tmp_path / "out", kind=kind)
    assert (image.Rows, image.Columns, image.SamplesPerPixel) == (side, side, 3)
    assert (image.BitsAllocated, image.BitsStored, image.HighBit, image.PixelRepresentation) == (8, 8, 7, 0)
    assert (image.PhotometricInterpretation, image.PlanarConfiguration) == ("RGB", 0)
    assert image["PixelData"].VR == "OB"
    assert image.PixelData == pixels.tobytes()
    assert np.array_equal(image.pixel_array, pixels)
    assert image.SOPClassUID == "1.2.840.10008.5.1.4.1.1.7"
    assert image.Modality == "CT"
    assert image.ImageType == ["DERIVED", "SECONDARY", "CAPTURE"]
    assert image.ConversionType == "WSD"
    assert image.SeriesDescription == kind.value


def test_a_monochrome_picture_has_sixteen_signed_bits(
    monochrome_picture: Picture, source: CTSeries, tmp_path: Path
) -> None:
    (image,) = write([monochrome_picture], source, tmp_path / "out")
    assert (image.SamplesPerPixel, image.PhotometricInterpretation) == (1, "MONOCHROME2")
    assert (image.BitsAllocated, image.BitsStored, image.HighBit, image.PixelRepresentation) == (16, 16, 15, 1)
    assert "PlanarConfiguration" not in image
    assert np.array_equal(image.pixel_array, monochrome_picture.pixels)
    assert image.PixelPaddingValue == -2000, "copied in grayscale, as the table says"


def test_pixels_of_any_memory_layout_are_written_row_by_row(source: CTSeries, tmp_path: Path) -> None:
    pixels = np.arange(7 * 5 * 3, dtype=np.uint8).reshape(7, 5, 3)
    odd = [Picture(pixels[::-1, ::-1]), Picture(np.asfortranarray(pixels[::-1, ::-1]))]  # 105 bytes: padded to even
    for image in write(odd, source, tmp_path / "out"):
        assert np.array_equal(image.pixel_array, pixels[::-1, ::-1])
        assert len(image.PixelData) == 106


def test_no_padding_value_and_no_lookup_table_in_rgb(picture: Picture, source: CTSeries, tmp_path: Path) -> None:
    (image,) = write([picture], source, tmp_path / "out")
    for keyword in (
        "PixelPaddingValue",
        "RescaleSlope",
        "RescaleIntercept",
        "RescaleType",
        "ModalityLUTSequence",
        "VOILUTSequence",
        "WindowCenter",
        "WindowWidth",
        "RedPaletteColorLookupTableData",
    ):
        assert keyword not in image


def test_burned_in_annotation_says_what_is_drawn_picture_by_picture(
    picture: Picture, source: CTSeries, tmp_path: Path
) -> None:
    pictures = [Picture(picture.pixels, identifying=True), Picture(picture.pixels, identifying=False)]
    assert [image.BurnedInAnnotation for image in write(pictures, source, tmp_path / "out")] == ["YES", "NO"]


def test_several_pictures_are_one_series_with_their_captions(
    picture: Picture, source: CTSeries, tmp_path: Path
) -> None:
    pictures = [Picture(picture.pixels, caption) for caption in ("slice 12", "slice\\14\n", "", "slice 12")]
    images = write(pictures, source, tmp_path / "out")
    assert [image.InstanceNumber for image in images] == [1, 2, 3, 4]
    assert len({image.SeriesInstanceUID for image in images}) == 1
    assert len({image.SOPInstanceUID for image in images}) == 4
    assert {image.SeriesDescription for image in images} == {"SmartScore Screen Saves: slice 12; slice/14"}


@pytest.mark.parametrize(
    ("captions", "description"),
    [
        (
            [f"Slice {i}, H {i}.5 mm" for i in range(40, 50)],
            "SmartScore Screen Saves: Slice 40, H 40.5 mm ... (10 images)",
        ),
        (
            ["Screen saves, page 1 of 2", "Screen saves, page 2 of 2"],
            "SmartScore Screen Saves: page 1 of 2; page 2 of 2",
        ),
        (["x" * 70, "y"], "SmartScore Screen Saves (2 images)"),
        (["x" * 39], "SmartScore Screen Saves: " + "x" * 39),
        (["x" * 40], "SmartScore Screen Saves (1 image)"),
        (["", ""], "SmartScore Screen Saves"),
    ],
)
def test_a_description_of_at_most_64_characters_holds_whole_captions(
    captions: list[str], description: str, picture: Picture, source: CTSeries, tmp_path: Path
) -> None:
    pictures = [Picture(picture.pixels, caption) for caption in captions]
    assert {image.SeriesDescription for image in write(pictures, source, tmp_path / "out")} == {description}


def test_kinds_are_series_of_their_own(picture: Picture, source: CTSeries, tmp_path: Path) -> None:
    images = [write([picture], source, tmp_path / "out", kind=kind)[0] for kind in CaptureKind]
    assert len({image.SeriesInstanceUID for image in images}) == 3
    assert [image.SeriesNumber for image in images] == [402, 403, 404]
    assert {image.StudyInstanceUID for image in images} == {source.datasets[0].StudyInstanceUID}


def test_a_caption_beyond_the_source_character_set_makes_the_file_utf_8(
    full_header: Header, series_of: Any, picture: Picture, tmp_path: Path
) -> None:
    header = full_header(0)
    header.PatientName = "Müller^Änne"
    source = series_of([header])
    for caption, declared, python in (
        ("Höhe ≥ 130", "ISO_IR 192", "utf-8"),
        ("Höhe", "ISO_IR 100", "latin-1"),
        ("5 ≥ 3", "ISO_IR 192", "utf-8"),
    ):
        (image,) = write([Picture(picture.pixels, caption)], source, tmp_path / caption)
        assert image.SpecificCharacterSet == declared
        assert image.SeriesDescription == f"SmartScore Screen Saves: {caption}"
        assert image.get_item("PatientName").value.strip() == "Müller^Änne".encode(python)
    assert source.datasets[0].SpecificCharacterSet == "ISO_IR 100", "the source is not touched"


def test_a_lossy_source_is_never_reset(full_header: Header, series_of: Any, picture: Picture, tmp_path: Path) -> None:
    headers = [full_header(0), full_header(1)]
    headers[1].LossyImageCompression = "01"
    headers[1].LossyImageCompressionRatio = "10"
    headers[1].LossyImageCompressionMethod = "ISO_10918_1"
    (image,) = write([picture], series_of(headers), tmp_path / "out")
    assert image.LossyImageCompression == "01"
    assert image.LossyImageCompressionRatio == 10
    assert image.LossyImageCompressionMethod == "ISO_10918_1"


def test_provenance_names_all_sources_and_keeps_study_and_patient_equal(
    picture: Picture, source: CTSeries, tmp_path: Path
) -> None:
    (image,) = write([picture], source, tmp_path / "out", provenance=True)
    named = [item.ReferencedSOPInstanceUID for item in image.SourceImageSequence]
    assert named == [header.SOPInstanceUID for header in source.datasets]
    assert "SmartScore" in image.DerivationDescription
    header = source.datasets[0]
    for keyword in ("StudyDescription", "PatientSize", "PatientWeight", "EthnicGroup", "SmokingStatus", "Occupation"):
        assert image[keyword].value == header[keyword].value
    for keyword in ("ProtocolName", "ImageComments", "RequestAttributesSequence"):
        assert keyword not in image


def test_the_device_is_ours_and_nothing_of_the_computer_leaks(
    picture: Picture, source: CTSeries, tmp_path: Path
) -> None:
    import getpass
    import socket

    (image,) = write([picture], source, tmp_path / "out")
    assert image.SecondaryCaptureDeviceManufacturerModelName == "SmartScore"
    assert image.SecondaryCaptureDeviceSoftwareVersions == "1.1.0"
    assert not image.SecondaryCaptureDeviceManufacturer.startswith("GE")
    texts = [str(element.value) for element in image if element.VR != "OB"]
    assert socket.gethostname() not in texts
    assert not [text for text in texts if text.split("^")[0] == getpass.getuser()]
    assert image["OperatorsName"].is_empty
    assert image.file_meta.ImplementationClassUID.startswith("2.25.")
    named = Device(station_name="READING1", operators_name="Müller^Eva", device_id="R1")
    (image,) = write([picture], source, tmp_path / "named", device=named)
    assert (image.StationName, image.SecondaryCaptureDeviceID) == ("READING1", "R1")
    assert image.OperatorsName == "Müller^Eva"


def test_the_moment_of_capture_is_written(picture: Picture, source: CTSeries, tmp_path: Path) -> None:
    when = datetime(2026, 1, 15, 12, 0, 5, tzinfo=timezone(timedelta(hours=1)))
    (image,) = write([picture], source, tmp_path / "out", when=when)
    assert (image.DateOfSecondaryCapture, image.TimeOfSecondaryCapture) == ("20260115", "120005")
    assert (image.ContentDate, image.ContentTime) == ("20260115", "120005")


@pytest.mark.parametrize(
    "pictures",
    [
        [],
        [Picture(np.zeros((4, 4), np.uint8))],  # type: ignore[list-item]
        [Picture(np.zeros((4, 4, 4), np.uint8))],
        [Picture(np.zeros((4, 4, 3), np.float32))],  # type: ignore[arg-type]
        [Picture(np.zeros((0, 4, 3), np.uint8))],
        [Picture(np.zeros((4, 4, 3), np.uint8)), Picture(np.zeros((4, 4), np.int16))],
    ],
    ids=["none", "8-bit grayscale", "RGBA", "float", "empty", "mixed"],
)
def test_other_pictures_are_wrong_usage(pictures: list[Picture], source: CTSeries, tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match="RGB with 8 bits"):
        write(pictures, source, tmp_path / "out")


def test_a_volume_without_dicom_files_is_refused(picture: Picture, source: CTSeries, tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="does not come from DICOM"):
        write([picture], CTSeries(source.hu, source.geometry), tmp_path / "out")


def test_a_cancelled_series_leaves_no_file(picture: Picture, source: CTSeries, tmp_path: Path) -> None:
    def progress(done: int, total: int, what: str) -> None:
        assert (total, what) == (3, "writing the screen saves")
        if done == 2:
            raise Cancelled()

    with pytest.raises(Cancelled):
        write([picture] * 3, source, tmp_path / "out", progress=progress)
    assert list((tmp_path / "out").iterdir()) == []
