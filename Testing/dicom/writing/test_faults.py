"""When something is wrong: one plain sentence, and nothing left behind."""

import resource
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from pydicom import config, dcmread
from pydicom.dataset import Dataset

from SmartScoreLib.dicomwriting.capture import write_captures
from SmartScoreLib.dicomwriting.model import CaptureKind
from SmartScoreLib.dicomwriting.reduced import write_reduced
from SmartScoreLib.picture import Picture
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.errors import ExportFailed, InputRefused, SmartScoreError
from SmartScoreLib.series.model import CTSeries

Header = Callable[[int], Dataset]


def set_raw(header: Dataset, keyword: str, value: str) -> None:
    """Put a value in that pydicom would not let through."""
    with config.disable_value_validation():
        setattr(header, keyword, value)


def refused(work: Callable[[], object], kind: type[SmartScoreError] = ExportFailed) -> str:
    with pytest.raises(kind) as caught:
        work()
    (sentence,) = caught.value.reasons
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


@pytest.mark.parametrize("uid", ["../../../../etc/passwd", "1.2/../../3", "1.2\\..\\3", "1." * 100 + "1", "..", "."])
def test_a_study_uid_that_is_not_valid_is_refused_and_touches_no_path(
    uid: str, full_header: Header, series_of: Any, picture: Picture, tmp_path: Path
) -> None:
    header = full_header(0)
    set_raw(header, "StudyInstanceUID", uid)
    series = series_of([header])
    before = set(tmp_path.rglob("*"))
    sentence = refused(lambda: write_reduced(series, range(1), tmp_path / "out"), InputRefused)
    assert sentence.startswith(f"Study Instance UID (0020,000D) of {series.files[0]} ")
    assert "not valid for its type UI" in sentence or "3 values" in sentence
    assert "Study Instance UID (0020,000D)" in refused(
        lambda: write_captures([picture], CaptureKind.SCREENS, series, tmp_path / "out"), InputRefused
    )
    assert set(tmp_path.rglob("*")) <= before | {tmp_path / "out"}


@pytest.mark.parametrize("uid", ["../../../../etc/passwd", "1." * 100 + "1"])
def test_other_uids_of_the_source_that_are_not_valid_never_reach_a_path(
    uid: str, full_header: Header, series_of: Any, tmp_path: Path
) -> None:
    header = full_header(0)
    set_raw(header, "SeriesInstanceUID", uid)
    set_raw(header, "SOPInstanceUID", uid)
    header.file_meta.MediaStorageSOPInstanceUID = "1.2.3"
    series = series_of([header])
    (file,) = write_reduced(series, range(1), tmp_path / "out").files
    assert file == tmp_path / "out" / "reduced-0001.dcm"
    assert uid not in str(dcmread(file))
    # with provenance the source would have to be named, which that UID cannot do
    written = write_reduced(series, range(1), tmp_path / "b", provenance=True)
    assert "SourceImageSequence" not in dcmread(written.files[0])
    assert [english(one) for one in written.remarks if one.code == "dicomwriting.unnamed_source"] == [
        "1 source image has no valid SOP Instance UID (0008,0018) to be named by as a source."
    ]


def test_a_patient_name_of_1000_characters_is_cut_at_64_and_told(
    full_header: Header, series_of: Any, tmp_path: Path
) -> None:
    header = full_header(0)
    set_raw(header, "PatientName", "x" * 1000)
    written = write_reduced(series_of([header]), range(1), tmp_path / "out")
    assert dcmread(written.files[0]).PatientName == "x" * 64
    (told,) = (one for one in written.remarks if one.code == "dicomwriting.repaired")
    assert told.values["attribute"] == "Patient's Name (0010,0010)"
    assert told.values["after"] == "x" * 64
    assert len(english(told)) < 300


def test_patients_that_differ_are_refused(
    full_header: Header, series_of: Any, picture: Picture, tmp_path: Path
) -> None:
    headers = [full_header(0), full_header(1)]
    headers[1].PatientID = "4712"
    series = series_of(headers)
    for work in (
        lambda: write_reduced(series, range(2), tmp_path / "out"),
        lambda: write_captures([picture], CaptureKind.SCREENS, series, tmp_path / "out"),
    ):
        assert "Patient ID (0010,0020) is not the same in all source images" in refused(work, InputRefused)


def test_a_source_deleted_between_reading_and_writing(full_header: Header, series_of: Any, tmp_path: Path) -> None:
    series = series_of([full_header(0), full_header(1)])
    series.files[1].unlink()
    sentence = refused(lambda: write_reduced(series, range(2), tmp_path / "out"))
    assert sentence == f"The source file {series.files[1]} is gone since the series was read."
    assert list((tmp_path / "out").iterdir()) == [], "the first file does not stay"


def test_a_source_replaced_between_reading_and_writing(full_header: Header, series_of: Any, tmp_path: Path) -> None:
    series = series_of([full_header(0), full_header(1)])
    series.files[0].write_bytes(series.files[1].read_bytes())
    assert "has changed" in refused(lambda: write_reduced(series, range(2), tmp_path / "out"))
    series.files[0].write_bytes(b"no image any more")
    assert "damaged" in refused(lambda: write_reduced(series, range(2), tmp_path / "out"))


def test_a_source_cut_off_between_reading_and_writing(full_header: Header, series_of: Any, tmp_path: Path) -> None:
    series = series_of([full_header(0)])
    series.files[0].write_bytes(series.files[0].read_bytes()[:-100])
    sentence = refused(lambda: write_reduced(series, range(1), tmp_path / "out"))
    assert str(series.files[0]) in sentence
    assert list((tmp_path / "out").iterdir()) == []


def test_a_folder_that_cannot_be_made(full_header: Header, series_of: Any, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert "cannot be made" in refused(lambda: write_reduced(series_of([full_header(0)]), range(1), tmp_path / "file"))
    assert (tmp_path / "file").read_text() == "in the way"


def test_a_file_that_exists_is_never_written_over(full_header: Header, series_of: Any, tmp_path: Path) -> None:
    series = series_of([full_header(0)])
    (first,) = write_reduced(series, range(1), tmp_path / "out").files
    content = first.read_bytes()
    assert "exists" in refused(lambda: write_reduced(series, range(1), tmp_path / "out"))
    assert first.read_bytes() == content


def test_a_full_disk(series_of: Any, full_header: Header, picture: Picture, tmp_path: Path) -> None:
    series = series_of([full_header(0), full_header(1)])
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (3000, limits[1]))  # writes beyond fail as on a full disk
    try:
        captures = refused(lambda: write_captures([picture], CaptureKind.SCREENS, series, tmp_path / "out"))
        reduced = refused(lambda: write_reduced(series, range(2), tmp_path / "out"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert "cannot be written" in captures
    assert "cannot be written" in reduced
    assert list((tmp_path / "out").iterdir()) == []


def test_a_patient_in_another_set_than_declared_is_saved_and_told(
    full_header: Header, series_of: Any, tmp_path: Path
) -> None:
    header = full_header(0)
    header.PatientName = "Müller^Änne"
    series = series_of([header])
    raw = series.files[0].read_bytes().replace(b"ISO_IR 100", b"ISO_IR 192")  # Latin-1 bytes, declared as UTF-8
    series.files[0].write_bytes(raw)
    lying = CTSeries(series.hu, series.geometry, (dcmread(series.files[0], stop_before_pixels=True),), series.files)
    written = write_reduced(lying, range(1), tmp_path / "out")
    image = dcmread(written.files[0])
    assert image.PatientName == "Müller^Änne"
    assert image.SpecificCharacterSet == "ISO_IR 192"
    (told,) = (english(one) for one in written.remarks if one.code.startswith("series."))
    assert "ISO_IR 192; they are read as ISO_IR 100" in told
    assert "Patient's Name (0010,0010)" not in {one.values.get("attribute") for one in written.remarks}


def outcome(work: Callable[[], object]) -> tuple[str, ...]:
    """The sentences of a refusal; none if it is written."""
    try:
        work()
    except (ExportFailed, InputRefused) as refusal:
        return refusal.reasons
    return ()


def test_damaged_headers_give_a_file_or_a_sentence(
    full_header: Header, series_of: Any, picture: Picture, tmp_path: Path
) -> None:
    """Bytes of one header are damaged at random; whatever comes of it, nothing but a sentence is raised."""
    series = series_of([full_header(0)])
    sound = series.files[0].read_bytes()
    chance = Random(20260115)
    written = refusals = unreadable = 0
    for number in range(150):
        damaged = bytearray(sound)
        for _ in range(chance.choice((1, 1, 3))):
            damaged[chance.randrange(400, len(sound) - 600)] = chance.randrange(256)
        series.files[0].write_bytes(damaged)
        try:
            headers = (dcmread(series.files[0], stop_before_pixels=True),)
        except Exception:  # not an image any more: it would not have been read
            unreadable += 1
            continue
        source = CTSeries(series.hu, series.geometry, headers, series.files)
        reduced, captures = tmp_path / f"reduced{number}", tmp_path / f"captures{number}"
        for folder, reasons in (
            (reduced, outcome(partial(write_reduced, source, range(1), reduced))),
            (captures, outcome(partial(write_captures, [picture], CaptureKind.SCREENS, source, captures))),
        ):
            left = list(folder.iterdir()) if folder.exists() else []
            assert len(left) == (0 if reasons else 1)
            assert all("\n" not in reason and len(reason) < 500 for reason in reasons)
            written, refusals = written + (not reasons), refusals + bool(reasons)
    assert written > 150
    assert refusals > 10
    assert unreadable < 15
