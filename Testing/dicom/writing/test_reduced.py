"""The reduced CT series: which slices, which pixels, which identity."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    JPEGLSLossless,
    RLELossless,
)

from SmartScoreLib.dicomwriting.capture import write_captures
from SmartScoreLib.dicomwriting.model import CaptureKind, SeriesFiles
from SmartScoreLib.dicomwriting.reduced import write_reduced
from SmartScoreLib.lesions.marks import read_marks
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.phantom.marks import phantom_clicks
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.picture import Picture
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.errors import Cancelled, InputRefused, WrongUsage
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.scoring.score import score
from SmartScoreLib.series.describe import describe
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.load import load_series
from SmartScoreLib.series.model import CTSeries

Header = Callable[[int], Dataset]


def read(written: SeriesFiles) -> list[Dataset]:
    return [dcmread(file) for file in written.files]


def scorable(folder: Path) -> CTSeries:
    (candidate,) = (c for c in find_series([folder]).candidates if c.scorable)
    return load_series(candidate)


def test_the_chosen_slices_are_a_new_series_in_the_same_study(
    full_header: Header, series_of: Any, tmp_path: Path
) -> None:
    series = series_of([full_header(0), full_header(1)] * 3)
    for i, header in enumerate(series.datasets):
        header.SOPInstanceUID = dcmread(series.files[i]).SOPInstanceUID
    images = read(write_reduced(series, range(2, 5), tmp_path / "out"))
    sources = series.datasets
    assert [image.InstanceNumber for image in images] == [1, 2, 3]
    assert {image.StudyInstanceUID for image in images} == {sources[0].StudyInstanceUID}
    assert {image.FrameOfReferenceUID for image in images} == {sources[0].FrameOfReferenceUID}
    (new,) = {image.SeriesInstanceUID for image in images}
    assert new != sources[0].SeriesInstanceUID
    assert not {image.SOPInstanceUID for image in images} & {source.SOPInstanceUID for source in sources}
    assert len({image.SOPInstanceUID for image in images}) == 3
    assert {image.SeriesDescription for image in images} == {"SmartScore reduced CT 3-5"}
    assert {image.SeriesNumber for image in images} == {401}
    for image, source in zip(images, sources[2:5], strict=True):
        assert image.ImagePositionPatient == source.ImagePositionPatient


def test_the_phase_stands_in_the_description(full_header: Header, series_of: Any, tmp_path: Path) -> None:
    series = series_of([full_header(0)])
    phase = CTSeries(series.hu, series.geometry, series.datasets, series.files, label="phase 75 %")
    (image,) = read(write_reduced(phase, range(1), tmp_path / "out"))
    assert image.SeriesDescription == "SmartScore reduced CT 1-1, phase 75 %"


@pytest.mark.parametrize(
    "syntax",
    [ExplicitVRLittleEndian, ImplicitVRLittleEndian, ExplicitVRBigEndian, DeflatedExplicitVRLittleEndian],
    ids=lambda uid: uid.name,
)
def test_stored_values_and_attributes_survive_every_uncompressed_encoding(
    syntax: str, full_header: Header, series_of: Any, tmp_path: Path
) -> None:
    series = series_of([full_header(0), full_header(1)], syntax)
    images = read(write_reduced(series, range(2), tmp_path / "out"))
    for i, image in enumerate(images):
        assert image.file_meta.TransferSyntaxUID == ExplicitVRLittleEndian
        source = dcmread(series.files[i])
        expected = source.pixel_array
        assert image.PixelData == expected.astype("<i2").tobytes()
        if syntax != ExplicitVRBigEndian:
            assert image.PixelData == source.PixelData
        assert image.PixelPaddingValue == -2000
        assert image["PixelPaddingValue"].VR == "SS"
        assert image.SmallestImagePixelValue == -5
        assert image[0x0019, 0x1039].value == 16
        assert image[0x0043, 0x102B].value == [4, 0, 0, 0]
        assert image[0x0045, 0x1032].value == 140.0
        data = image.VOILUTSequence[0].LUTData  # implicit VR makes it OW
        assert data in ([1, 258, 40000, 65535], b"\1\0\2\1\x40\x9c\xff\xff")
        assert "RedPaletteColorLookupTableData" not in image


@pytest.mark.parametrize("syntax", [RLELossless, JPEGLSLossless], ids=lambda uid: uid.name)
@pytest.mark.parametrize("signed", [True, False])
def test_a_lossless_compression_is_undone(
    syntax: str, signed: bool, full_header: Header, series_of: Any, tmp_path: Path
) -> None:
    header = full_header(0)
    header.PixelRepresentation = int(signed)
    series = series_of([header])
    source = dcmread(series.files[0])
    stored = source.PixelData
    source.compress(syntax, generate_instance_uid=False)
    source.save_as(series.files[0])
    (image,) = read(write_reduced(series, range(1), tmp_path / "out"))
    assert image.file_meta.TransferSyntaxUID == ExplicitVRLittleEndian
    assert image.PixelData == stored


def test_attributes_of_the_image_are_copied_image_by_image(full_header: Header, series_of: Any, tmp_path: Path) -> None:
    headers = [full_header(0), full_header(1)]
    for i, header in enumerate(headers):
        header.AcquisitionTime = f"10140{i}"
        header.XRayTubeCurrent = 400 + i
        header[0x0045, 0x1033].value = str(70 + i)
    images = read(write_reduced(series_of(headers), range(2), tmp_path / "out"))
    assert [image.AcquisitionTime for image in images] == ["101400", "101401"]
    assert [image.XRayTubeCurrent for image in images] == [400, 401]
    assert [image[0x0045, 0x1033].value for image in images] == ["70", "71"]
    assert [image.SliceLocation for image in images] == [0, 3]


def test_what_is_not_in_the_tables_is_not_written(full_header: Header, series_of: Any, tmp_path: Path) -> None:
    header = full_header(0)
    header.CTDIvol = 3.0
    header.TriggerTime = "500"
    header.ClinicalTrialSubjectID = "secret"
    header.private_block(0x0019, "SOMEBODY", create=True).add_new(0x23, "LO", "private")
    header.private_block(0x0019, "GEMS_ACQU_01").add_new(0x99, "LO", "not in the table")
    header.private_block(0x0029, "SIEMENS CSA HEADER", create=True).add_new(0x10, "OB", b"1234")
    (image,) = read(write_reduced(series_of([header]), range(1), tmp_path / "out"))
    for keyword in ("CTDIvol", "TriggerTime", "ClinicalTrialSubjectID"):
        assert keyword not in image
    assert not [e for e in image if e.tag.is_private and e.value in ("private", "SOMEBODY", "not in the table")]
    assert not image.group_dataset(0x0029)
    assert not image.group_dataset(0x6000)


def test_private_elements_follow_their_creator_to_any_block(
    full_header: Header, series_of: Any, tmp_path: Path
) -> None:
    header = full_header(0)
    for element in list(header.group_dataset(0x0045)):
        del header[element.tag]
    header.private_block(0x0045, "SOMEBODY", create=True).add_new(0x33, "LO", "not the phase")
    header.private_block(0x0045, "GE HEALTHCARE_HELIOS_01", create=True).add_new(0x33, "CS", "70")
    (image,) = read(write_reduced(series_of([header]), range(1), tmp_path / "out"))
    assert image.private_block(0x0045, "GE HEALTHCARE_HELIOS_01")[0x33].value == "70"
    assert [e.value for e in image.group_dataset(0x0045)] == ["GE HEALTHCARE_HELIOS_01", "70"]


def test_times_are_written_in_the_zone_of_the_source(full_header: Header, series_of: Any, tmp_path: Path) -> None:
    when = datetime(2026, 1, 15, 23, 30, 5, tzinfo=timezone(timedelta(hours=-1)))
    (image,) = read(write_reduced(series_of([full_header(0)]), range(1), tmp_path / "out", when=when))
    assert image.TimezoneOffsetFromUTC == "+0100"
    dates = [image.SeriesDate, image.ContentDate, image.InstanceCreationDate]
    times = [image.SeriesTime, image.ContentTime, image.InstanceCreationTime]
    assert (dates, times) == (["20260116"] * 3, ["013005"] * 3)
    assert (image.AcquisitionDate, image.StudyDate) == ("20260115", "20260115")


def test_provenance_names_the_source_image(full_header: Header, series_of: Any, tmp_path: Path) -> None:
    series = series_of([full_header(0), full_header(1)])
    plain = read(write_reduced(series, range(2), tmp_path / "plain"))
    assert [i.SourceImageSequence[0].ReferencedSOPInstanceUID for i in plain] == ["1.2.3.4.5.6"] * 2, "as the source"
    images = read(write_reduced(series, range(2), tmp_path / "out", provenance=True))
    for image, source in zip(images, series.datasets, strict=True):
        (item,) = image.SourceImageSequence
        assert item.ReferencedSOPInstanceUID == source.SOPInstanceUID
        assert item.ReferencedSOPClassUID == "1.2.840.10008.5.1.4.1.1.2"
        assert item.PurposeOfReferenceCodeSequence[0].CodeValue == "121322"
        assert "copy" in image.DerivationDescription
        assert image.ImageType == ["ORIGINAL", "PRIMARY", "AXIAL"]


@pytest.mark.parametrize(
    ("sets", "name"),
    [
        ("ISO_IR 100", "Müller^Änne=="),
        ("ISO_IR 192", "Wang^XiaoDong=王^小东"),
        # PS3.5 H.3.1: the standard's own example
        (["", "ISO 2022 IR 87"], "Yamada^Tarou=山田^太郎=やまだ^たろう"),
        (["ISO 2022 IR 13", "ISO 2022 IR 87"], "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう"),
        ("ISO_IR 144", "Люкceмбypг"),
        (["", "ISO 2022 IR 149"], "Hong^Gildong=洪^吉洞=홍^길동"),
        ("GB18030", "Wang^XiaoDong=王^小东="),
    ],
)
def test_names_keep_their_character_set_byte_for_byte(
    sets: Any, name: str, full_header: Header, series_of: Any, tmp_path: Path
) -> None:
    header = full_header(0)
    header.SpecificCharacterSet = sets
    header.PatientName = name
    header.StudyDescription = name.split("=")[-1].replace("^", " ").strip() or "Herz"
    series = series_of([header])
    (image,) = read(write_reduced(series, range(1), tmp_path / "out"))
    (source,) = (dcmread(file) for file in series.files)
    assert image.SpecificCharacterSet == sets
    for keyword in ("PatientName", "StudyDescription"):
        assert image.get_item(keyword).value == source.get_item(keyword).value


def test_latin_1_without_a_declared_set_is_declared(full_header: Header, series_of: Any, tmp_path: Path) -> None:
    header = full_header(0)
    header.PatientName = "Müller^Änne"  # in Latin-1, as the header declares so far
    series = series_of([header])
    raw = dcmread(series.files[0])
    del raw.SpecificCharacterSet
    raw.save_as(series.files[0])
    bare = CTSeries(series.hu, series.geometry, (dcmread(series.files[0], stop_before_pixels=True),), series.files)
    (image,) = read(write_reduced(bare, range(1), tmp_path / "out"))
    assert image.SpecificCharacterSet == "ISO_IR 100"
    assert image.get_item("PatientName").value.strip() == "Müller^Änne".encode("latin-1")


def test_a_value_that_is_not_valid_is_repaired_or_left_out_and_said_once(
    full_header: Header, series_of: Any, tmp_path: Path
) -> None:
    headers = [full_header(0), full_header(1)]
    for header in headers:
        for keyword, vr, value in (
            ("PatientAge", "AS", "75"),
            ("ProtocolName", "LO", "x" * 65),
            ("Exposure", "IS", "a"),
        ):
            header.add_new(keyword, vr, None)
            header[keyword]._value = value
        header.add_new("AccessionNumber", "SH", None)
        header["AccessionNumber"]._value = "y" * 17
    series = series_of(headers)
    written = write_reduced(series, range(2), tmp_path / "out")
    for image in read(written):
        for keyword in ("PatientAge", "Exposure"):
            assert keyword not in image
        assert image.ProtocolName == "x" * 64
        assert image.AccessionNumber == "y" * 17, "another number would be another order's"
    told = {r.values["attribute"]: (r.code, r.values["images"]) for r in written.remarks}
    assert len(told) == len(written.remarks) == 6
    assert told == {
        "Patient's Age (0010,1010)": ("dicomwriting.left_out", 2),
        "Protocol Name (0018,1030)": ("dicomwriting.repaired", 2),
        "Exposure (0018,1152)": ("dicomwriting.left_out", 2),
        "Accession Number (0008,0050)": ("dicomwriting.verbatim", 2),
        "Lossy Image Compression Ratio (0028,2112)": ("dicomwriting.left_out", 2),
        "Laterality (0020,0060)": ("dicomwriting.left_out", 2),
    }
    assert [english(r) for r in written.remarks if r.values["attribute"].startswith("Patient's Age")] == [
        "Patient's Age (0010,1010) is '75', which is not valid for its type AS. "
        "It is left out of what is written (2 source images)."
    ]


def test_scoring_the_reduced_series_with_the_same_marks_gives_the_same_score(tmp_path: Path) -> None:
    phantom = standard_phantom()
    write_phantom(phantom, tmp_path / "source", intercept=-1024.0, signed=False, bits_stored=12)
    clicks = tmp_path / "clicks.json"
    clicks.write_text(json.dumps(phantom_clicks(phantom)))
    series = scorable(tmp_path / "source")
    marks = read_marks(clicks, series, 130)
    used = np.flatnonzero(marks.labels.any((1, 2))) + marks.corner[0]
    slices = range(max(0, int(used[0]) - 2), min(len(series.files), int(used[-1]) + 3))
    write_reduced(series, slices, tmp_path / "out")
    reduced = scorable(tmp_path / "out")
    assert np.array_equal(reduced.hu, series.hu[slices.start : slices.stop])
    corner = (marks.corner[0] - slices.start, *marks.corner[1:])
    again = LesionMap(reduced.geometry, corner, marks.labels)
    before, after = score(series.hu, marks, DEFAULT_PROTOCOL), score(reduced.hu, again, DEFAULT_PROTOCOL)
    assert before.total == after.total
    assert before.total.agatston > 0
    assert before.territories == after.territories


@pytest.mark.parametrize("slices", [range(0), range(1, 3), range(-1, 1), range(0, 2, 2)])
def test_slices_that_the_series_does_not_have_are_wrong_usage(
    slices: range, full_header: Header, series_of: Any, tmp_path: Path
) -> None:
    with pytest.raises(WrongUsage, match="1 to 2"):
        write_reduced(series_of([full_header(0), full_header(1)]), slices, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_volume_without_dicom_files_is_refused(full_header: Header, series_of: Any, tmp_path: Path) -> None:
    series = series_of([full_header(0)])
    with pytest.raises(InputRefused, match="does not come from DICOM"):
        write_reduced(CTSeries(series.hu, series.geometry), range(1), tmp_path / "out")


def test_progress_is_told_and_can_cancel_without_leaving_files(
    full_header: Header, series_of: Any, tmp_path: Path
) -> None:
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int, what: str) -> None:
        told.append((done, total))
        if done == 2:
            raise Cancelled()

    with pytest.raises(Cancelled):
        write_reduced(series_of([full_header(0), full_header(1)] * 2), range(4), tmp_path / "out", progress=progress)
    assert told == [(1, 4), (2, 4)]
    assert list((tmp_path / "out").iterdir()) == []


def test_a_copy_of_a_de_identified_image_says_that_it_is_one(
    full_header: Header, series_of: Any, picture: Picture, tmp_path: Path
) -> None:
    headers = [full_header(0), full_header(1)]
    for header in headers:
        header.PatientIdentityRemoved, header.DeidentificationMethod = "YES", "names taken out"
    series = series_of(headers)
    reduced = write_reduced(series, range(2), tmp_path / "reduced")
    captures = write_captures([picture], CaptureKind.SCREENS, series, tmp_path / "captures")
    for image in (*read(reduced), *read(captures)):
        assert (image.PatientIdentityRemoved, image.DeidentificationMethod) == ("YES", "names taken out")


def test_writing_leaves_the_series_as_it_was_read(tmp_path: Path, picture: Picture) -> None:
    write_phantom(standard_phantom(slices=4, rows=32, columns=32, pixel_mm=8), tmp_path / "source", ge_private=True)
    series = scorable(tmp_path / "source")
    before, content = describe(series), [file.read_bytes() for file in series.files]
    write_reduced(series, range(4), tmp_path / "reduced", provenance=True)
    write_captures([picture], CaptureKind.SCREENS, series, tmp_path / "captures", provenance=True)
    assert describe(series) == before
    assert [file.read_bytes() for file in series.files] == content
    fresh = [dcmread(file, stop_before_pixels=True) for file in series.files]
    assert list(series.datasets) == fresh
