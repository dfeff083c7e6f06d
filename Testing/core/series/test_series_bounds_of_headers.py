"""The bounds of single attributes, files and stored values: each just inside and just outside what DICOM allows."""

from datetime import date, time

import numpy as np
import pytest
from pydicom.dataset import Dataset
from pydicom.uid import RLELossless

from SmartScoreLib.remarks.model import Where
from SmartScoreLib.series.describe import describe_headers
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.headers.phase import nominal_phase
from SmartScoreLib.series.load import load_series
from SmartScoreLib.series.verdict.compression import transfer_syntax_fault


def refusals(folder):
    """Codes of why the only candidate of a folder is refused."""
    (candidate,) = find_series([folder]).candidates
    return [remark.code for remark in candidate.refusals]


@pytest.mark.filterwarnings("ignore:.*VR UI")
@pytest.mark.filterwarnings("ignore:The value length")
@pytest.mark.parametrize(
    ("uid", "valid"),
    [
        ("1." + "2" * 62, True),  # PS3.5 9.1: 64 characters at most
        ("1." + "2" * 63, False),
        ("1.02.3", True),  # a leading zero, as some scanners write it
        ("1.2.a", False),
        ("1.2,3", False),
    ],
)
@pytest.mark.parametrize("keyword", ["StudyInstanceUID", "SeriesInstanceUID", "FrameOfReferenceUID"])
def test_a_uid_has_64_digits_and_dots_at_most(tiny, keyword, uid, valid):
    assert refusals(tiny.write(2, **{keyword: uid})) == ([] if valid else ["series.uid"])


@pytest.mark.parametrize(
    ("attributes", "code"),
    [
        ({"BitsStored": 0, "HighBit": 15}, "series.bits_stored"),
        ({"BitsStored": 1, "HighBit": 0}, None),
        ({"BitsStored": 1, "HighBit": 15}, None),
        ({"BitsStored": 12, "HighBit": 10}, "series.high_bit"),
        ({"BitsStored": 12, "HighBit": 11}, None),
        ({"BitsStored": 16, "HighBit": 15}, None),
        ({"BitsStored": 17, "HighBit": 15}, "series.bits_stored"),
        ({"BitsAllocated": 15}, "series.bits_allocated"),
        ({"BitsAllocated": 17}, "series.bits_allocated"),
        ({"PixelRepresentation": 0}, None),
        ({"PixelRepresentation": 1}, None),
        ({"PixelRepresentation": 2}, "series.sign"),
        ({"SamplesPerPixel": 0}, "series.color"),
        ({"SamplesPerPixel": 2}, "series.color"),
        ({"NumberOfFrames": 0}, "series.frames"),
        ({"NumberOfFrames": 1}, None),
        ({"NumberOfFrames": 2}, "series.frames"),
        ({"RescaleSlope": "0.000001"}, None),
        ({"RescaleSlope": "0"}, "series.slope"),
        ({"RescaleSlope": "-0.000001"}, "series.slope"),
        ({"RescaleIntercept": "0"}, None),
        ({"RescaleType": "HU"}, None),
        ({"RescaleType": "hu"}, None),
        ({"RescaleType": None}, None),
        ({"RescaleType": "HU_MOD"}, "series.rescale_type"),
        ({"PixelSpacing": [0.000001, 0.5]}, None),
        ({"PixelSpacing": [0.5, 0]}, "series.pixel_spacing"),
        ({"LossyImageCompression": "00"}, None),
        ({"LossyImageCompression": "01"}, "series.lossy"),
        ({"LossyImageCompression": "01", "PatientIdentityRemoved": "NO"}, "series.lossy"),
        ({"LossyImageCompression": "01", "PatientIdentityRemoved": "YES"}, None),
        (
            {
                "LossyImageCompression": "01",
                "PatientIdentityRemoved": "YES",
                "LossyImageCompressionMethod": "ISO_10918_1",
            },
            "series.lossy",
        ),
    ],
)
def test_each_attribute_is_taken_up_to_its_bound(tiny, attributes, code):
    found = set(refusals(tiny.write(2, **attributes)))

    assert found == ({code} if code else set())


@pytest.mark.parametrize("bits", [1, 12, 16])
def test_a_high_bit_above_15_is_refused_whatever_is_stored(tiny, bits):
    assert refusals(tiny.write(2, BitsStored=bits, HighBit=16)) == ["series.high_bit"]


def test_an_image_of_one_pixel_is_an_image_and_one_of_none_is_not(tiny):
    assert refusals(tiny.write(2, size=1)) == []
    assert refusals(tiny.write(2, Rows=0)) == ["series.whole_number"]


@pytest.mark.parametrize(("bytes_", "code"), [(510, "series.pixels_size"), (512, None), (514, "series.pixels_size")])
def test_pixel_data_fill_rows_and_columns_to_the_byte(tiny, bytes_, code):
    def change(dataset, index):
        dataset.PixelData = bytes(bytes_)

    assert refusals(tiny.write(2, change)) == ([code] if code else [])


@pytest.mark.parametrize(("lost", "code"), [(0, None), (1, "series.pixels_cut_off"), (511, "series.pixels_cut_off")])
def test_pixel_data_that_end_one_byte_early_are_cut_off(tiny, lost, code):
    folder = tiny.write(2)
    for file in folder.iterdir():
        raw = file.read_bytes()
        file.write_bytes(raw[: len(raw) - lost])

    assert refusals(folder) == ([code] if code else [])


@pytest.mark.parametrize(("high_bit", "codes"), [(11, []), (15, ["series.high_bit_compressed"])])
def test_a_compressed_image_keeps_its_bits_at_the_bottom(tiny, high_bit, codes):
    def change(dataset, index):
        dataset.BitsStored, dataset.HighBit = 12, 11
        dataset.compress(RLELossless, generate_instance_uid=False)
        dataset.HighBit = high_bit

    assert refusals(tiny.write(2, change)) == codes


@pytest.mark.parametrize(
    ("slices", "faulty", "where"),
    [
        (2, 1, Where("i00.dcm")),
        (2, 2, Where("i00.dcm", 1)),  # "all 1 others" is no English
        (3, 2, Where("i00.dcm", 1)),
        (3, 3, Where("i00.dcm", 2, every=True)),
        (4, 3, Where("i00.dcm", 2)),
    ],
)
def test_a_fault_counts_its_files_and_says_whether_they_are_all(tiny, slices, faulty, where):
    def change(dataset, index):
        if index < faulty:
            del dataset.RescaleSlope

    (candidate,) = find_series([tiny.write(slices, change)]).candidates

    assert [remark.values["where"] for remark in candidate.refusals] == [where]


# PS3.6 A-1: what each transfer syntax is. 4.110 (JPEG XL without loss) has no decoder in pydicom.
@pytest.mark.parametrize(
    ("uids", "code"),
    [
        ("1.2.840.10008.1.2 1.2.840.10008.1.2.1 1.2.840.10008.1.2.2 1.2.840.10008.1.2.1.99", None),
        ("1.2.840.10008.1.2.5", None),
        (
            " ".join(f"1.2.840.10008.1.2.4.{n}" for n in (50, 51, 81, 91, 93, 100, 101, 102, 103, 107, 108, 112, 203)),
            "series.lossy_transfer_syntax",
        ),
        ("1.2.840.10008.1.2.4.110 1.2.840.10008.1.2.4.94 1.2.840.10008.1.2.4.52 2.25.1", "series.transfer_syntax"),
    ],
)
def test_a_transfer_syntax_is_read_if_nothing_was_lost_in_it(uids, code):
    for uid in uids.split():
        fault = transfer_syntax_fault(uid)
        assert (fault and fault[0]) == code, uid


@pytest.mark.parametrize(
    ("signed", "intercept", "stored", "dtype"),
    [
        (False, -1024, 33791, np.int16),  # 32767 HU, the highest number of 16 bits
        (False, -1024, 33792, np.float32),
        (True, -10, -32758, np.int16),  # -32768 HU, the lowest
        (True, -10, -32759, np.float32),
    ],
)
def test_hounsfield_units_are_whole_as_long_as_they_fit_16_bits(tiny, signed, intercept, stored, dtype):
    cells = np.full((16, 16), 500)
    cells[4, 5] = stored

    def change(dataset, index):
        dataset.PixelRepresentation, dataset.RescaleIntercept = int(signed), str(intercept)
        tiny.put_pixels(dataset, cells)

    hu = load_series(find_series([tiny.write(2, change)]).candidates[0]).hu

    assert hu.dtype == dtype
    assert hu[1, 4, 5] == stored + intercept
    assert hu[1, 0, 0] == 500 + intercept


@pytest.mark.parametrize(
    ("intercept", "padding", "hounsfield"),
    [
        (0, -1023, -1024),  # would pass for something
        (0, -1024, -1024),
        (0, -1025, -1025),  # air already: stays what the scanner wrote
        (0, -32768, -32768),
        (-1, -32768, -1024),  # below what 16 bits hold
    ],
)
def test_padding_above_air_becomes_air(tiny, intercept, padding, hounsfield):
    cells = np.full((16, 16), 100)
    cells[0, 0] = padding

    def change(dataset, index):
        dataset.RescaleIntercept = str(intercept)
        dataset.add_new("PixelPaddingValue", "SS", padding)
        tiny.put_pixels(dataset, cells)

    hu = load_series(find_series([tiny.write(2, change)]).candidates[0]).hu

    assert hu.dtype == np.int16
    assert (hu[1, 0, 0], hu[1, 5, 5]) == (hounsfield, 100 + intercept)


@pytest.mark.parametrize("slope", ["1", "0.5"])
def test_an_image_of_nothing_but_padding_is_air(tiny, slope):
    def change(dataset, index):
        dataset.RescaleIntercept, dataset.RescaleSlope = "-2000", slope
        dataset.add_new("PixelPaddingValue", "SS", -32768)
        tiny.put_pixels(dataset, np.full((16, 16), -32768 if index else 2000))

    hu = load_series(find_series([tiny.write(2, change)]).candidates[0]).hu

    assert (hu[0] == 2000 * float(slope) - 2000).all()
    if slope == "1":
        assert hu.dtype == np.int16
        assert (hu[1] == -1024).all()
    else:
        assert (hu[1] <= -1024).all()


@pytest.mark.parametrize(
    ("age", "birth", "study", "years"),
    [
        ("130Y", "", "", 130),
        ("131Y", "", "", None),
        ("001Y", "", "", 1),
        ("000D", "", "", 0),
        ("364D", "", "", 0),
        ("365D", "", "", 1),
        ("051W", "", "", 0),
        ("052W", "", "", 1),
        ("011M", "", "", 0),
        ("012M", "", "", 1),
        ("", "18960101", "20260101", 130),
        ("", "18950102", "20260101", 130),
        ("", "18950101", "20260101", None),
        ("", "20260101", "20260101", 0),
        ("", "20260102", "20260101", None),
        ("", "19600131", "20260130", 65),
        ("", "19600131", "20260131", 66),
        ("", "19600201", "20260131", 65),
    ],
)
def test_an_age_is_between_nothing_and_130_years(age, birth, study, years):
    dataset = Dataset()
    for keyword, value in (("PatientAge", age), ("PatientBirthDate", birth), ("StudyDate", study)):
        dataset.add_new(keyword, "LO", value)

    assert describe_headers([dataset], 3.0, 2).patient.age_years == years


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("19601231", date(1960, 12, 31)),
        ("1960.12.31", date(1960, 12, 31)),
        ("00010101", None),
        ("18791231", None),
        ("18800101", date(1880, 1, 1)),
        ("19000101", None),
        ("19000102", date(1900, 1, 2)),
        ("99991231", None),
        ("00000000", None),
        ("20240229", date(2024, 2, 29)),
        ("20230229", None),
        ("19601301", None),
        ("196012", None),
        ("1960-12-31", None),
        ("19_60101", None),
        ("1960 1 1", None),
        ("19601231-19611231", None),
    ],
)
def test_a_date_is_a_day_of_the_calendar_or_none(value, found):
    dataset = Dataset()
    dataset.add_new("StudyDate", "LO", value)

    assert describe_headers([dataset], 3.0, 2).study.study_date == found


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("00", time(0)),
        ("2359", time(23, 59)),
        ("235959.999999", time(23, 59, 59)),
        ("23:59:59", time(23, 59, 59)),  # as ACR-NEMA wrote it
        ("235960", time(23, 59, 59)),  # a leap second
        ("235961", None),
        ("236000", None),
        ("240000", None),
        ("9", None),
        ("10153", None),
        ("101530+0100", None),
        ("", None),
    ],
)
def test_a_time_is_one_of_the_day_or_none(value, found):
    dataset = Dataset()
    dataset.add_new("StudyTime", "LO", value)

    assert describe_headers([dataset], 3.0, 2).study.study_time == found


@pytest.mark.parametrize(("size", "found"), [("0", None), ("0.01", 0.01), ("-0.01", None)])
def test_a_size_is_above_zero(size, found):
    dataset = Dataset()
    dataset.add_new("PatientSize", "DS", size)

    assert describe_headers([dataset], 3.0, 2).patient.size_m == found


# PS3.5 7.8.1: private creators lie at (gggg,0010) to (gggg,00FF).
@pytest.mark.parametrize(
    ("creator", "block", "found"), [(0x0F, 0x0F, ""), (0x10, 0x10, "75 %"), (0xFF, 0xFF, "75 %"), (0x100, 0x00, "")]
)
def test_a_private_creator_reserves_its_block(creator, block, found):
    dataset = Dataset()
    dataset.add_new(0x00450000 | creator, "LO", "GEMS_HELIOS_01")
    dataset.add_new(0x00450000 | block << 8 | 0x33, "CS", "75")

    assert nominal_phase(dataset) == found


@pytest.mark.parametrize(
    ("name", "head", "code"),
    [
        ("a.dcm", b"\x09\x0a\x0d text", "series.text_file"),
        ("a.dcm", b"\x08 no text", "series.not_dicom"),
        ("a.dcm", b"text" * 300 + b"\0", "series.text_file"),  # only the first 1024 bytes are looked at
        ("a.dcm", b"text" * 255 + b"tex\0", "series.not_dicom"),
        ("noname", b"\x09 text", None),
        ("noname", b"\x08 no text", "series.not_dicom"),
        ("noname", b"", "series.empty_file"),
        ("a.txt", b"", None),
        ("a.ima", b"", "series.empty_file"),
        ("1.2.840", b"\0", "series.not_dicom"),
        ("a.dcm", b"\x08\x00\x05\x00", "series.only_beginning"),
        ("a.dcm", b"\x08\x01\x05\x00", "series.not_dicom"),
        ("a.dcm", bytes(128) + b"DICN" + bytes(60), "series.not_dicom"),
    ],
)
def test_a_file_that_is_no_dicom_is_told_if_its_name_or_content_promise_one(tmp_path, name, head, code):
    (tmp_path / name).write_bytes(head)

    problems = find_series([tmp_path]).problems
    assert [remark.code for remark in problems] == ([code] if code else [])


@pytest.mark.parametrize(("number", "shown"), [(40, "X" * 40), (41, "X" * 37 + "...")])
def test_a_long_value_is_cut_after_40_characters(tiny, number, shown):
    (candidate,) = find_series([tiny.write(2, RescaleType="X" * number)]).candidates

    assert [remark.values["value"] for remark in candidate.refusals] == [shown]


@pytest.mark.parametrize(("slices", "told"), [(16, [0, 16]), (17, [0, 16, 17]), (33, [0, 16, 32, 33])])
def test_reading_tells_every_16_slices_and_at_the_end(tiny, slices, told):
    found = []
    load_series(find_series([tiny.write(slices)]).candidates[0], lambda done, total, what: found.append(done))

    assert found == told
