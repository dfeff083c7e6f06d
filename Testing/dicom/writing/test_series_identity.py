"""Number, description and time of a new series, and whose private block is read: the last value and the next."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom import config, dcmread
from pydicom.dataset import Dataset

from SmartScoreLib.dicomwriting.capture import write_captures
from SmartScoreLib.dicomwriting.device import Device
from SmartScoreLib.dicomwriting.generated import NewSeries, local_time
from SmartScoreLib.dicomwriting.model import CaptureKind
from SmartScoreLib.dicomwriting.reduced import write_reduced
from SmartScoreLib.dicomwriting.source import SourceImage, first_acquired
from SmartScoreLib.picture import Picture
from SmartScoreLib.remarks.errors import ExportFailed, WrongUsage

Header = Callable[[int], Dataset]
NOW = datetime(2026, 1, 15, tzinfo=UTC)


def image(**values: object) -> SourceImage:
    dataset = Dataset()
    with config.disable_value_validation():
        for keyword, value in values.items():
            setattr(dataset, keyword, value)
    return SourceImage(dataset, Path("x.dcm"))


def series(*sources: SourceImage, text: str = "", offset: int = 1) -> NewSeries:
    return NewSeries(text, offset, "", NOW, Device(), sources)


@pytest.mark.parametrize(
    ("numbers", "offset", "number"),
    [
        (("4", "4"), 1, 401),
        (("1",), 1, 101),
        (("4",), 4, 404),
        # An Integer String holds 2^31 - 1 = 2147483647 at most.
        (("9999999",), 1, 999999901),
        (("10000000",), 1, 9001),
        (("4", "5"), 2, 9002),
        (("",), 3, 9003),
        (("-1",), 1, 9001),
    ],
)
def test_the_series_number_sorts_beside_the_source(numbers: tuple[str, ...], offset: int, number: int) -> None:
    assert series(*(image(SeriesNumber=n) for n in numbers), offset=offset).number == number


def test_a_description_has_64_characters_at_most_and_what_is_returned_is_what_the_file_says(
    full_header: Header, series_of: Any, tmp_path: Path
) -> None:
    source = series_of([full_header(0)])
    begin = "SmartScore reduced CT 1-1, "  # 27 characters
    for label, written in (("x" * 37, begin + "x" * 37), ("x" * 37 + "y", begin + "x" * 37), ("x" * 36 + " y", None)):
        made = write_reduced(replace(source, label=label), range(1), tmp_path / label)
        assert made.description == (written or begin + "x" * 36)
        found = dcmread(made.files[0])
        assert found.SeriesDescription == made.description
        assert found.SeriesInstanceUID == made.series_instance_uid
        assert made.kind == "reduced"


def test_a_derivation_has_1024_characters_at_most(full_header: Header, series_of: Any, tmp_path: Path) -> None:
    from SmartScoreLib.dicomwriting.generated import NewImage, generate

    for length in (1023, 1024, 1025):
        new = NewSeries("", 1, "x" * length, NOW, Device(), ())
        assert len(generate("DerivationDescription", NewImage(new, 1, ()))) == min(length, 1024)


@pytest.mark.parametrize(
    ("offsets", "hours"), [(("+0100", "+0100"), 1.0), (("-0330",), -3.5), (("+1400",), 14.0), (("-1200",), -12.0)]
)
def test_the_zone_is_that_of_all_sources(offsets: tuple[str, ...], hours: float) -> None:
    moment = local_time(NOW, [image(TimezoneOffsetFromUTC=offset) for offset in offsets])
    assert moment == NOW
    assert moment.utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize("offsets", [("+0100", "+0200"), ("",), ("+0160",), ("+2400",), ("Zone",)])
def test_without_one_valid_zone_it_is_that_of_the_computer(offsets: tuple[str, ...]) -> None:
    moment = local_time(NOW, [image(TimezoneOffsetFromUTC=offset) for offset in offsets])
    assert moment == NOW
    assert moment.utcoffset() == NOW.astimezone().utcoffset()


def test_of_images_acquired_at_once_the_first_counts_and_a_missing_time_comes_last() -> None:
    days = [image(AcquisitionDate="20260102"), image(AcquisitionDate="20260101"), image(AcquisitionDate="20260101")]
    assert first_acquired(days) == 1
    times = [
        image(AcquisitionDate="20260101"),
        image(AcquisitionDate="20260101", AcquisitionTime="101401"),
        image(AcquisitionDate="20260101", AcquisitionTime="101400"),
    ]
    assert first_acquired(times) == 2
    assert first_acquired([image(), image(AcquisitionDate="20260101")]) == 1


@pytest.mark.parametrize(("block", "read"), [(0x0F, False), (0x10, True), (0xFF, True)])
def test_a_private_creator_stands_in_elements_10_to_ff(
    block: int, read: bool, full_header: Header, series_of: Any, tmp_path: Path
) -> None:
    header = full_header(0)
    for element in list(header.group_dataset(0x0045)):
        del header[element.tag]
    header.add_new((0x0045, block), "LO", "GEMS_HELIOS_01")
    header.add_new((0x0045, block << 8 | 0x33), "CS", "70")
    (written,) = (dcmread(file) for file in write_reduced(series_of([header]), range(1), tmp_path / "out").files)
    assert [element.value for element in written.group_dataset(0x0045)] == (["GEMS_HELIOS_01", "70"] if read else [])


@pytest.mark.parametrize(
    ("shape", "taken"), [((1, 1, 3), True), ((1, 65535, 3), True), ((1, 65536, 3), False), ((65536, 1, 3), False),
                         ((0, 1, 3), False), ((1, 0, 3), False)],
)  # fmt: skip
def test_a_picture_has_1_to_65535_rows_and_columns(
    shape: tuple[int, ...], taken: bool, full_header: Header, series_of: Any, tmp_path: Path
) -> None:
    source = series_of([full_header(0)])
    pictures = [Picture(np.zeros(shape, np.uint8))]
    if taken:
        (file,) = write_captures(pictures, CaptureKind.SCREENS, source, tmp_path / "out").files
        assert (dcmread(file).Rows, dcmread(file).Columns) == shape[:2]
    else:
        with pytest.raises(WrongUsage) as caught:
            write_captures(pictures, CaptureKind.SCREENS, source, tmp_path / "out")
        assert [remark.code for remark in caught.value.remarks] == ["dicomwriting.picture_sorts"]


def test_pixel_data_of_a_source_is_as_long_as_the_image_or_longer(
    full_header: Header, series_of: Any, tmp_path: Path
) -> None:
    source = series_of([full_header(0)])
    for size in (514, 512, 510):  # 16 x 16 pixels of two bytes
        header = dcmread(source.files[0])
        stored = header.PixelData
        header.PixelData = (stored + b"\0\0")[:size]
        header.save_as(source.files[0])
        if size < 512:
            with pytest.raises(ExportFailed) as caught:
                write_reduced(source, range(1), tmp_path / "short")
            (remark,) = caught.value.remarks
            assert remark.code == "dicomwriting.pixels_size"
            assert dict(remark.values) == {"file": str(source.files[0]), "found": 510, "needed": 512}
        else:
            (file,) = write_reduced(source, range(1), tmp_path / str(size)).files
            assert dcmread(file).PixelData == stored[:512]


@pytest.mark.parametrize(
    ("slices", "values"),
    [
        (range(2), None),
        (range(1, 2), None),
        (range(1, 3), {"total": 2, "first": 2, "last": 3}),
        (range(-1, 1), {"total": 2, "first": 0, "last": 1}),
        (range(0, 3, 2), {"total": 2, "first": 1, "last": 3}),
        (range(0, 2, 2), {"total": 2, "first": 1, "last": 1}),
        (range(1, 1), {"total": 2}),
    ],
)
def test_slices_of_a_reduced_series_are_within_the_series(
    slices: range, values: dict[str, int] | None, full_header: Header, series_of: Any, tmp_path: Path
) -> None:
    source = series_of([full_header(0), full_header(1)])
    if values is None:
        assert len(write_reduced(source, slices, tmp_path / "out").files) == len(slices)
        return
    with pytest.raises(WrongUsage) as caught:
        write_reduced(source, slices, tmp_path / "out")
    (remark,) = caught.value.remarks
    assert dict(remark.values) == values
    assert not (tmp_path / "out").exists()
