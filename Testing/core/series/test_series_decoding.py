"""Stored values become Hounsfield units whatever the bits, byte order, transfer syntax and rescale."""

import itertools

import numpy as np
import pytest
from pydicom import dcmread
from pydicom.pixels.decoders.base import get_decoder
from pydicom.pixels.encoders.base import get_encoder
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGLosslessSV1,
    JPEGLSLossless,
    RLELossless,
)

from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.load import load_series

SYNTAXES = (ImplicitVRLittleEndian, ExplicitVRLittleEndian, ExplicitVRBigEndian, DeflatedExplicitVRLittleEndian)
# Bits Stored and High Bit: the usual ones, and old files that keep overlays above or nothing below.
LAYOUTS = ((16, 15), (12, 11), (12, 15), (13, 12), (10, 11), (8, 7), (1, 0))


def said(remarks):
    """Remarks in English."""
    return tuple(map(english, remarks))


def only_series(folder):
    findings = find_series([folder])
    assert not findings.problems
    (candidate,) = findings.candidates
    assert candidate.refusals == ()
    return load_series(candidate)


def range_of(bits, signed):
    low = -(2 ** (bits - 1)) if signed else 0
    return low, low + 2**bits - 1


def stored_values(bits, signed):
    """256 stored values that hold both ends and the middle of what fits."""
    low, high = range_of(bits, signed)
    return [round(low + (high - low) * i / 255) for i in range(256)]


@pytest.mark.parametrize("syntax", SYNTAXES, ids=lambda uid: uid.name.replace(" ", ""))
@pytest.mark.parametrize(("bits", "high_bit"), LAYOUTS)
@pytest.mark.parametrize("signed", [True, False], ids=["signed", "unsigned"])
def test_every_layout_of_bits_gives_the_stored_value(tiny, syntax, bits, high_bit, signed):
    values = stored_values(bits, signed)
    below = high_bit + 1 - bits
    # Ones in every bit that does not belong to the value: they must not show.
    junk = 0xFFFF & ~(((1 << bits) - 1) << below)
    cells = np.array([((value & ((1 << bits) - 1)) << below) | junk for value in values]).reshape(16, 16)

    def change(dataset, index):
        dataset.file_meta.TransferSyntaxUID = syntax
        dataset.BitsStored, dataset.HighBit, dataset.PixelRepresentation = bits, high_bit, int(signed)
        dataset.RescaleIntercept, dataset.RescaleSlope = "0", "1"
        tiny.put_pixels(dataset, cells)

    series = only_series(tiny.write(2, change))

    fits = max(values) <= 32767
    assert series.hu.dtype == (np.int16 if fits else np.float32)
    assert series.hu[0].ravel().tolist() == values
    assert series.hu[1].ravel().tolist() == values
    assert not series.hu.flags.writeable


RESCALES = (("1", "-1024"), ("1", "-8192"), ("0.5", "-1024"), ("2", "-1000"), ("1", "0.25"), ("1.25", "-8192"))


@pytest.mark.parametrize(("slope", "intercept"), RESCALES)
@pytest.mark.parametrize("signed", [True, False], ids=["signed", "unsigned"])
@pytest.mark.parametrize("bits", [12, 16])
def test_slope_and_intercept_are_both_applied(tiny, slope, intercept, signed, bits):
    values = stored_values(bits, signed)

    def change(dataset, index):
        dataset.BitsStored, dataset.HighBit, dataset.PixelRepresentation = bits, bits - 1, int(signed)
        dataset.RescaleSlope, dataset.RescaleIntercept = slope, intercept
        tiny.put_pixels(dataset, np.array(values).reshape(16, 16))

    series = only_series(tiny.write(2, change))

    expected = [value * float(slope) + float(intercept) for value in values]
    assert series.hu[1].ravel().tolist() == expected
    whole = all(float(one).is_integer() for one in (slope, intercept))
    fits = min(expected) >= -32768 and max(expected) <= 32767
    assert series.hu.dtype == (np.int16 if whole and fits else np.float32)


def test_a_value_on_the_threshold_stays_on_it_when_the_slope_has_no_exact_binary_form(tiny):
    # 11540 * 0.1 - 1024 = 130 and 11539 * 0.1 - 1024 = 129.9
    cells = np.full((16, 16), 11540)
    cells[0, 0] = 11539

    def change(dataset, index):
        dataset.RescaleSlope = "0.1"
        tiny.put_pixels(dataset, cells)

    hu = only_series(tiny.write(2, change)).hu

    assert hu.dtype == np.float32
    assert int((hu >= 130).sum()) == 2 * 255


def test_each_image_is_read_with_its_own_rescale_and_a_warning_says_so(tiny):
    def change(dataset, index):
        dataset.RescaleIntercept = str(-1000 - index)
        dataset.RescaleSlope = str(1 + index % 2)
        tiny.put_pixels(dataset, np.full((16, 16), 1200))

    series = only_series(tiny.write(4, change))

    assert series.hu[:, 0, 0].tolist() == [200, 1399, 198, 1397]
    assert [warning for warning in said(series.remarks) if "differs between images" in warning] == [
        "Rescale Slope (0028,1053) differs between images; each image was read with its own.",
        "Rescale Intercept (0028,1052) differs between images; each image was read with its own.",
    ]


def test_mixed_signs_byte_orders_and_layouts_in_one_series_are_read_image_by_image(tiny):
    hu = np.arange(256).reshape(16, 16) * 16 - 1024  # -1024 to 3056

    def change(dataset, index):
        dataset.file_meta.TransferSyntaxUID = SYNTAXES[index]
        bits, signed, intercept = ((16, 1, 0), (12, 0, -1024), (16, 1, -1024), (13, 1, 0))[index]
        dataset.BitsStored, dataset.HighBit, dataset.PixelRepresentation = bits, bits - 1, signed
        dataset.RescaleIntercept = str(intercept)
        tiny.put_pixels(dataset, (hu - intercept) & ((1 << bits) - 1))

    series = only_series(tiny.write(4, change))

    assert series.hu.dtype == np.int16
    for image in series.hu:
        assert (image == hu).all()


@pytest.mark.parametrize("syntax", [RLELossless, JPEGLSLossless, JPEG2000Lossless], ids=["RLE", "JPEG-LS", "JPEG2000"])
@pytest.mark.parametrize(("bits", "signed"), list(itertools.product((12, 16), (True, False))))
def test_lossless_compression_gives_the_same_values_and_a_note(tiny, syntax, bits, signed):
    if not get_encoder(syntax).is_available:
        pytest.skip(f"no encoder for {syntax.name} is installed")
    low, high = range_of(bits, signed)
    values = np.linspace(low, high, 1024).astype(int).reshape(32, 32)

    def change(dataset, index):
        dataset.BitsStored, dataset.HighBit, dataset.PixelRepresentation = bits, bits - 1, int(signed)
        dataset.RescaleIntercept = "0"
        pixels = values.astype(np.int16 if signed else np.uint16)
        dataset.compress(syntax, pixels, generate_instance_uid=False)

    folder = tiny.write(2, change, size=32)
    series = only_series(folder)

    assert series.hu[1].ravel().tolist() == values.ravel().tolist()
    (note,) = said(find_series([folder]).candidates[0].notes)
    assert note.startswith("Pixels are compressed without loss")


PADDING = [
    # signed, intercept, padding value, range limit, stored value -> HU
    (True, 0, -2000, None, {-2000: -2000, -1999: -1999, 200: 200}),  # already air: stays as written
    (True, 0, 500, None, {500: -1024, 499: 499, 501: 501}),  # would pass for dense calcium
    (False, -1024, 63536, None, {63536: -1024, 1524: 500}),  # -2000 written as unsigned
    (False, -1024, 0, None, {0: -1024, 1154: 130}),
    (True, -1024, 2000, 3000, {2000: -1024, 2500: -1024, 3000: -1024, 1999: 975, 3001: 1977}),
    (True, -1024, 3000, 2000, {2000: -1024, 2500: -1024, 3000: -1024, 1999: 975}),  # limit below the value
    (False, 0, 500, None, {500: -1024, 499: 499, 0: 0}),  # no stored value is as low as air
    (True, -8192, -32768, None, {-32768: -1024, 8322: 130}),  # its HU would not fit int16
]


@pytest.mark.parametrize(("signed", "intercept", "padding", "limit", "expected"), PADDING)
@pytest.mark.parametrize("slope", ["1", "0.5"])
def test_pixel_padding_is_air(tiny, signed, intercept, padding, limit, expected, slope):
    stored = list(expected)
    cells = np.full((16, 16), 1024)
    cells.ravel()[: len(stored)] = stored

    def change(dataset, index):
        dataset.PixelRepresentation, dataset.RescaleIntercept = int(signed), str(intercept)
        dataset.RescaleSlope = slope
        vr = "SS" if signed else "US"
        dataset.add_new("PixelPaddingValue", vr, padding)
        if limit is not None:
            dataset.add_new("PixelPaddingRangeLimit", vr, limit)
        tiny.put_pixels(dataset, cells)

    hu = only_series(tiny.write(2, change)).hu

    if slope == "1":
        assert hu.dtype == np.int16
        assert hu[0].ravel()[: len(stored)].tolist() == list(expected.values())
    else:
        low, high = sorted((padding, padding if limit is None else limit))
        for value, found in zip(stored, hu[0].ravel().tolist(), strict=False):
            if low <= value <= high:
                assert found <= -1024
            else:
                assert found == value * 0.5 + intercept
    assert hu[0, -1, -1] == 1024 * float(slope) + intercept


def test_padding_that_the_header_claims_but_no_pixel_has_changes_nothing(tiny):
    def change(dataset, index):
        dataset.add_new("PixelPaddingValue", "SS", 32000)

    hu = only_series(tiny.write(2, change)).hu

    assert hu[1, 2, 3] == 100 + 20 + 3 - 1024


def test_an_unsigned_value_that_does_not_fit_int16_makes_the_volume_float32(tiny):
    def change(dataset, index):
        dataset.PixelRepresentation = 0
        cells = np.full((16, 16), 1024)
        cells[3, 3] = 60000 if index == 1 else 1154
        tiny.put_pixels(dataset, cells)

    hu = only_series(tiny.write(3, change)).hu

    assert hu.dtype == np.float32
    assert hu[:, 3, 3].tolist() == [130, 58976, 130]


def test_pixels_of_a_compressed_image_that_are_cut_short_are_refused(tiny):
    def change(dataset, index):
        dataset.compress(RLELossless, generate_instance_uid=False)

    folder = tiny.write(3, change)
    file = folder / "i01.dcm"
    raw = file.read_bytes()
    at = raw.index(b"\xe0\x7f\x10\x00")
    file.write_bytes(raw[: at + 100] + bytes(len(raw) - at - 108) + raw[-8:])

    (candidate,) = find_series([folder]).candidates

    with pytest.raises(InputRefused, match=r"i01\.dcm"):
        load_series(candidate)


@pytest.mark.parametrize("signed", [True, False], ids=["signed", "unsigned"])
def test_jpeg_lossless_of_another_writer_gives_the_same_values(tiny, tmp_path, signed):
    sitk = pytest.importorskip("SimpleITK")
    low, high = range_of(16, signed)
    values = np.linspace(low, high, 1024).astype(np.int16 if signed else np.uint16).reshape(32, 32)
    writer = sitk.ImageFileWriter()
    writer.SetImageIO("GDCMImageIO")
    writer.SetFileName(str(tmp_path / "jpeg.dcm"))
    writer.UseCompressionOn()
    writer.SetCompressor("JPEG")
    writer.Execute(sitk.GetImageFromArray(values))
    source = dcmread(tmp_path / "jpeg.dcm")
    assert source.file_meta.TransferSyntaxUID == JPEGLosslessSV1
    if not get_decoder(JPEGLosslessSV1).is_available:
        pytest.skip("no decoder for JPEG lossless is installed")

    def change(dataset, index):
        dataset.file_meta.TransferSyntaxUID = JPEGLosslessSV1
        dataset.PixelRepresentation, dataset.RescaleIntercept = int(signed), "0"
        dataset.PixelData = source.PixelData
        dataset["PixelData"].VR, dataset["PixelData"].is_undefined_length = "OB", True

    series = only_series(tiny.write(2, change, size=32))

    assert series.hu[1].ravel().tolist() == values.ravel().tolist()
