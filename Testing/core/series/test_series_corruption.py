"""2,000 corruptions of a valid series: never a traceback, never a hang, never wrong Hounsfield units as right ones.

The judge is a decoder of its own that follows PS3.5 8.1.1 with pydicom's header of each file.
"""

import warnings
from contextlib import suppress
from functools import lru_cache
from io import BytesIO

import numpy as np
import pydicom
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydicom.uid import DeflatedExplicitVRLittleEndian, ExplicitVRBigEndian, ImplicitVRLittleEndian, RLELossless

from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.describe import describe
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.load import load_series

SLICES = 4
INCOMPLETE = {"series.file_outside", "series.files_outside", "series.images_left_out"}
QUICK = settings(
    max_examples=1000, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None
)
SYNTAXES = (None, ImplicitVRLittleEndian, ExplicitVRBigEndian, DeflatedExplicitVRLittleEndian, RLELossless)


def said(remarks):
    """Remarks in English."""
    return tuple(map(english, remarks))


@pytest.fixture(scope="module")
def valid(tmp_path_factory, request):
    """Bytes of a valid series in each transfer syntax, and a folder to put them into, changed."""
    conftest = next(
        plugin
        for plugin in request.config.pluginmanager.get_plugins()
        if getattr(plugin, "tiny_ct", None) and getattr(plugin, "put_pixels", None)
    )
    series = {}
    for syntax in SYNTAXES:
        raw = []
        for index in range(SLICES):
            dataset = conftest.tiny_ct(index)
            if syntax == RLELossless:
                dataset.compress(RLELossless, generate_instance_uid=False)
            elif syntax:
                dataset.file_meta.TransferSyntaxUID = syntax
                conftest.put_pixels(dataset, np.arange(256).reshape(16, 16) + 100 * index)
            file = tmp_path_factory.mktemp("one") / "image.dcm"
            conftest.save(file.parent, [dataset], [file.name])
            raw.append(file.read_bytes())
        series[syntax] = raw
    return Valid(series, tmp_path_factory.mktemp("series"))


class Valid:
    """The valid series, and a folder where one of them is put, changed; files that stay the same are not rewritten."""

    def __init__(self, series, folder):
        self.series, self.folder, self.there = series, folder, {}

    def put(self, files):
        for index, raw in enumerate(files):
            if self.there.get(index) != raw:
                (self.folder / f"i{index:02}.dcm").write_bytes(raw)
                self.there[index] = raw


def judged(folder):
    """Read whatever is in the folder and hold everything that is presented as right to the files."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        findings = find_series([folder])
        assert findings.candidates or findings.problems
        for candidate in findings.candidates:
            assert all(reason.endswith(".") and "\n" not in reason for reason in said(candidate.remarks))
            if not candidate.scorable:
                continue
            with suppress(InputRefused):
                series = load_series(candidate)
                hold_to_the_files(series)
                describe(series)
                if len(series.files) < SLICES:
                    told = {remark.code for remark in series.remarks}
                    assert told & INCOMPLETE, "an incomplete volume without a word"


def hold_to_the_files(series):
    geometry = series.geometry
    assert min(geometry.spacing_mm) > 0
    for index, (file, image) in enumerate(zip(series.files, series.hu, strict=True)):
        expected, position, spacing = expected_of(file.read_bytes())
        assert image.shape == expected.shape
        assert (image == expected.astype(image.dtype)).all()
        assert np.linalg.norm(geometry.lps_mm([index, 0, 0]) - position) <= 0.05 * SLICES * 3
        assert geometry.spacing_mm[1:] == pytest.approx(spacing)


@lru_cache(maxsize=64)
def expected_of(raw):
    """Hounsfield units, position and pixel spacing that one file holds."""
    source = pydicom.dcmread(BytesIO(raw))
    assert source.SOPClassUID == "1.2.840.10008.5.1.4.1.1.2"
    below = source.HighBit + 1 - source.BitsStored
    stored = (cells_of(source) >> below) & ((1 << source.BitsStored) - 1)
    if source.PixelRepresentation:
        stored = np.where(stored >= 1 << (source.BitsStored - 1), stored - (1 << source.BitsStored), stored)
    hu = stored * float(source.RescaleSlope) + float(source.RescaleIntercept)
    return hu, [float(v) for v in source.ImagePositionPatient], [float(v) for v in source.PixelSpacing]


def cells_of(source):
    if source.file_meta.TransferSyntaxUID == RLELossless:
        return source.pixel_array.astype(np.int64) & 0xFFFF
    order = ">" if source.file_meta.TransferSyntaxUID == ExplicitVRBigEndian else "<"
    return np.frombuffer(source.PixelData, f"{order}u2").astype(np.int64).reshape(source.Rows, source.Columns)


@st.composite
def damages(draw):
    """What happens to the bytes of one file: a few bytes overwritten, a piece lost or doubled, the end cut off."""
    kind = draw(st.sampled_from(["flip", "flip", "flip", "cut", "lose", "double", "zero"]))
    # Most of the interesting bytes lie between the preamble and the pixels.
    at = draw(st.one_of(st.integers(128, 1400), st.integers(0, 2000)))
    return kind, at, draw(st.lists(st.integers(0, 255), min_size=1, max_size=4)), draw(st.integers(1, 64))


def damaged(raw, damage):
    kind, at, values, length = damage
    at = min(at, len(raw) - 1)
    if kind == "flip":
        return raw[:at] + bytes(values) + raw[at + len(values) :]
    if kind == "cut":
        return raw[:at]
    if kind == "lose":
        return raw[:at] + raw[at + length :]
    if kind == "double":
        return raw[:at] + raw[at : at + length] + raw[at:]
    return raw[:at] + bytes(min(length, len(raw) - at)) + raw[at + length :]


@QUICK
@given(
    syntax=st.sampled_from(SYNTAXES),
    where=st.integers(0, SLICES - 1),
    damage=damages(),
    everywhere=st.booleans(),
)
def test_damaged_bytes_never_give_a_traceback_or_wrong_hounsfield_units(valid, syntax, where, damage, everywhere):
    series = valid.series[syntax]
    valid.put([damaged(raw, damage) if everywhere or index == where else raw for index, raw in enumerate(series)])

    judged(valid.folder)


KEYWORDS = (
    *("SOPClassUID", "SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID", "FrameOfReferenceUID", "PatientName"),
    *("PatientID", "StudyID", "PatientBirthDate", "PatientSex", "PatientAge", "StudyDate", "StudyTime", "ImageType"),
    *("SpecificCharacterSet", "KVP", "ConvolutionKernel", "SliceThickness", "PixelSpacing", "ImageOrientationPatient"),
    *("ImagePositionPatient", "Rows", "Columns", "SamplesPerPixel", "PhotometricInterpretation", "BitsAllocated"),
    *("BitsStored", "HighBit", "PixelRepresentation", "RescaleSlope", "RescaleIntercept", "RescaleType", "PixelData"),
    *("NumberOfFrames", "AcquisitionNumber", "SeriesNumber", "InstanceNumber", "ContrastBolusAgent", "TriggerTime"),
    *("LossyImageCompression", "GantryDetectorTilt", "NominalPercentageOfCardiacPhase", "ModalityLUTSequence"),
)
VALUES = (
    b"",
    b"0 ",
    b"1 ",
    b"-1",
    b"16",
    b"abc ",
    b"\\",
    b"1\\2\\3 ",
    b"0\\0\\0\\0\\0\\0 ",
    b"1\\0\\0\\0\\1\\0 ",
    b"nan ",
    b"inf ",
    b"1e999 ",
    b"9" * 64,
    b"\0\0",
    b"\1\0",
    b"\xff\xff",
    b"\x10\0",
    b"\x0c\0",
    b"\xe9\x1b$B;3",
    b"20261399",
    b"M ",
    b"999Y",
    b"0.5\\0.5 ",
    b"0.5\\-0.5",
    b"1.2.840.10008.5.1.4.1.1.7\0",
)


def element(tag, value):
    """An explicit VR little endian element with the bytes as they are, whatever its VR would allow."""
    vr = pydicom.datadict.dictionary_VR(tag).split(" ")[0].encode()
    head = tag.group.to_bytes(2, "little") + tag.element.to_bytes(2, "little")
    if vr in (b"OB", b"OW", b"SQ", b"UN", b"OB or OW"):
        return head + vr[:2] + b"\0\0" + len(value).to_bytes(4, "little") + value
    return head + vr + len(value).to_bytes(2, "little") + value


def with_element(raw, keyword, value):
    """The file with one element replaced, added, or with None removed; found by walking the elements of the file."""
    tag = pydicom.tag.Tag(keyword)
    at = 132
    while at < len(raw):
        group, number = int.from_bytes(raw[at : at + 2], "little"), int.from_bytes(raw[at + 2 : at + 4], "little")
        long = raw[at + 4 : at + 6] in (b"OB", b"OW", b"SQ", b"UN", b"UT")
        start = at + (12 if long else 8)
        size = int.from_bytes(raw[start - 4 : start] if long else raw[start - 2 : start], "little")
        if (group, number) >= (tag.group, tag.element):
            end = start + size if (group, number) == (tag.group, tag.element) else at
            return raw[:at] + (b"" if value is None else element(tag, value)) + raw[end:]
        at = start + size
    return raw + (b"" if value is None else element(tag, value))


@QUICK
@given(
    keyword=st.sampled_from(KEYWORDS),
    value=st.one_of(st.none(), st.sampled_from(VALUES), st.binary(max_size=12)),
    where=st.sets(st.integers(0, SLICES - 1), min_size=1),
)
def test_attributes_removed_or_wrong_never_give_a_traceback_or_wrong_hounsfield_units(valid, keyword, value, where):
    if value is not None and len(value) % 2:
        value += b" "
    series = valid.series[None]
    valid.put([with_element(raw, keyword, value) if index in where else raw for index, raw in enumerate(series)])

    judged(valid.folder)


def test_the_judge_accepts_the_series_unharmed_and_notices_one_wrong_value(valid, monkeypatch):
    for syntax in SYNTAXES:
        valid.put(valid.series[syntax])
        (candidate,) = find_series([valid.folder]).candidates
        hold_to_the_files(load_series(candidate))

    from SmartScoreLib.series import load

    def off_by_one(values, stored):
        values += 1
        return True

    monkeypatch.setattr(load, "rescale_whole", off_by_one)
    with pytest.raises(AssertionError):
        judged(valid.folder)
