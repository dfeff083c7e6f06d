"""Files and folders of every kind: what is damaged is named, what is no image is passed over, the rest is read."""

import os

import pytest
from pydicom.dataset import Dataset
from pydicom.uid import (
    CTImageStorage,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    MediaStorageDirectoryStorage,
)

from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.errors import Cancelled, InputRefused
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.load import load_series


def said(remarks):
    """Remarks in English."""
    return tuple(map(english, remarks))


def verdict(folder):
    """The only candidate of a folder without other problems."""
    findings = find_series([folder])
    assert findings.problems == ()
    (candidate,) = findings.candidates
    return candidate


def test_a_copy_of_the_whole_folder_is_left_out_with_a_note(tiny, tmp_path):
    folder = tiny.write(4)
    (tmp_path / "backup").mkdir()
    for file in folder.iterdir():
        (tmp_path / "backup" / file.name).write_bytes(file.read_bytes())

    candidate = verdict(tmp_path)

    assert candidate.scorable
    assert len(candidate.files) == 4
    assert said(candidate.notes) == ("4 files are copies of others and were left out.",)


def test_files_given_twice_count_once(tiny):
    folder = tiny.write(4)

    (candidate,) = find_series([folder, folder / "i00.dcm", folder.parent]).candidates

    assert len(candidate.files) == 4
    assert candidate.notes == ()


@pytest.mark.parametrize("name", ["empty.dcm", "1.2.840.1", "IM0001"])
def test_an_empty_file_is_a_problem_and_the_series_says_that_it_may_be_incomplete(tiny, name):
    folder = tiny.write(4)
    (folder / name).touch()

    findings = find_series([folder])

    assert said(findings.problems) == (f"{folder / name} is empty (zero bytes).",)
    (candidate,) = findings.candidates
    assert candidate.scorable
    assert said(candidate.warnings)[-1] == (
        f"{name} lies outside this volume; if it belongs to it, the volume is incomplete."
    )


def test_text_named_as_dicom_is_a_problem(tiny):
    folder = tiny.write(4)
    (folder / "report.dcm").write_text("Impression: no calcium.\n" * 20)

    assert said(find_series([folder]).problems) == (f"{folder / 'report.dcm'} is not a DICOM file but text.",)


def test_files_that_nobody_takes_for_dicom_are_passed_over_in_silence(tiny):
    folder = tiny.write(4)
    for name, content in {
        "README": b"hello\n",
        "LICENSE.txt": b"MIT",
        "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(200),
        "scores.csv": b"",
        ".DS_Store": bytes(600),
        "._i00.dcm": bytes(600),
    }.items():
        (folder / name).write_bytes(content)
    (folder / ".hidden").mkdir()

    assert find_series([folder]).problems == ()


def test_a_named_file_that_is_not_dicom_is_always_a_problem(tmp_path):
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))

    assert said(find_series([tmp_path / "picture.png"]).problems) == (
        f"{tmp_path / 'picture.png'} is not a DICOM file.",
    )


def test_a_path_that_does_not_exist_is_a_problem(tmp_path):
    assert said(find_series([tmp_path / "nowhere"]).problems) == (f"{tmp_path / 'nowhere'} does not exist.",)


@pytest.mark.parametrize("syntax", [ImplicitVRLittleEndian, ExplicitVRLittleEndian])
def test_images_without_preamble_and_meta_information_are_read_and_said_to_be_so(tiny, syntax):
    datasets = [tiny.image(index) for index in range(3)]
    for dataset in datasets:
        dataset.file_meta.TransferSyntaxUID = syntax
    files = tiny.save(tiny.folder, datasets)
    whole = load_series(verdict(tiny.folder)).hu
    for file in files:
        raw = file.read_bytes()
        # Preamble and prefix, then the file meta information, whose length its first element holds (PS3.10 7.1).
        file.write_bytes(raw[144 + int.from_bytes(raw[140:144], "little") :])

    candidate = verdict(tiny.folder)

    assert candidate.scorable, said(candidate.refusals)
    assert (load_series(candidate).hu == whole).all()
    assert said(candidate.notes) == (
        "3 files have no DICOM preamble and file meta information; how they are written was taken from their bytes.",
    )


def test_meta_information_without_preamble_is_enough(tiny):
    folder = tiny.write(3)
    raw = (folder / "i01.dcm").read_bytes()
    (folder / "i01.dcm").write_bytes(raw[132:])

    assert verdict(folder).scorable


def test_a_dicomdir_leads_to_its_folder_and_is_a_problem_only_where_no_image_is(tiny, tmp_path):
    folder = tiny.write(3)
    directory = Dataset()
    directory.file_meta = tiny.image().file_meta
    directory.file_meta.MediaStorageSOPClassUID = MediaStorageDirectoryStorage
    directory.file_meta.MediaStorageSOPInstanceUID = "2.25.77"
    directory.FileSetID = "DISK"
    directory.DirectoryRecordSequence = []
    directory.save_as(folder / "DICOMDIR", enforce_file_format=True)
    (tmp_path / "alone").mkdir()
    directory.save_as(tmp_path / "alone" / "DICOMDIR", enforce_file_format=True)

    assert verdict(folder).scorable
    assert len(verdict(folder / "DICOMDIR").files) == 3
    (problem,) = said(find_series([tmp_path / "alone" / "DICOMDIR"]).problems)
    assert problem.startswith(
        f"{tmp_path / 'alone' / 'DICOMDIR'} is the directory of a DICOM medium and holds no image"
    )


@pytest.mark.parametrize("kept", [140, 400, 900, -100], ids=["meta", "header", "late header", "pixels"])
@pytest.mark.parametrize("where", [1, 3], ids=["inner", "last"])
def test_a_truncated_file_does_not_stop_the_others_and_never_passes_for_whole(tiny, tmp_path, kept, where):
    folder = tiny.write(4)
    tiny.save(tmp_path / "other", [tiny.image(i, SeriesInstanceUID="2.25.12") for i in range(3)])
    file = folder / f"i{where:02}.dcm"
    file.write_bytes(file.read_bytes()[:kept])

    findings = find_series([tmp_path])

    by_uid = {candidate.series_instance_uid: candidate for candidate in findings.candidates}
    assert by_uid["2.25.12"].scorable
    damaged = by_uid["2.25.11"]
    assert not damaged.scorable or any("incomplete" in warning for warning in said(damaged.warnings))
    if where == 1:
        assert not damaged.scorable
    refusals = [reason for candidate in findings.candidates for reason in candidate.refusals]
    words = " ".join(said([*findings.problems, *refusals]))
    assert file.name in words


def test_pixels_that_end_early_are_counted(tiny):
    folder = tiny.write(3)
    raw = (folder / "i02.dcm").read_bytes()
    (folder / "i02.dcm").write_bytes(raw[:-12])

    assert said(verdict(folder).refusals) == ("Pixel Data (7FE0,0010) is cut off after 500 of 512 bytes in i02.dcm.",)


def test_damaged_deflated_data_is_a_problem(tiny):
    def change(dataset, index):
        dataset.file_meta.TransferSyntaxUID = DeflatedExplicitVRLittleEndian

    folder = tiny.write(3, change)
    raw = (folder / "i00.dcm").read_bytes()
    (folder / "i00.dcm").write_bytes(raw[:-40])

    assert said(find_series([folder]).problems) == (
        f"{folder / 'i00.dcm'} is damaged: its deflated data cannot be read.",
    )


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="only an ordinary user can be kept from reading")
def test_a_file_without_permission_is_a_problem(tiny):
    folder = tiny.write(3)
    (folder / "i01.dcm").chmod(0)

    assert said(find_series([folder]).problems) == (f"{folder / 'i01.dcm'} cannot be read: Permission denied.",)


def test_a_file_that_changed_after_the_search_is_refused(tiny):
    folder = tiny.write(3)
    candidate = verdict(folder)
    os.utime(folder / "i01.dcm", ns=(1, 1))

    with pytest.raises(InputRefused, match=r"i01\.dcm has changed since the series was found; search again\."):
        load_series(candidate)


def test_a_file_that_vanished_after_the_search_is_refused(tiny):
    folder = tiny.write(3)
    candidate = verdict(folder)
    (folder / "i01.dcm").unlink()

    with pytest.raises(InputRefused, match=r"i01\.dcm cannot be read any more: No such file or directory\."):
        load_series(candidate)


def test_a_user_can_stop_the_search_and_the_reading(tiny):
    folder = tiny.write(3)
    candidate = verdict(folder)

    asked = []

    def stop(done, total, what):
        asked.append(what)
        raise Cancelled

    with pytest.raises(Cancelled):
        find_series([folder], stop)
    with pytest.raises(Cancelled):
        load_series(candidate, stop)
    assert asked == ["reading headers", "reading pixels"]


def test_progress_ends_at_the_total(tiny):
    told = []
    (candidate,) = find_series([tiny.write(3)], lambda *state: told.append(state)).candidates
    load_series(candidate, lambda *state: told.append(state))

    assert told[0] == (0, 3, "reading headers")
    assert (3, 3, "reading headers") in told
    assert told[-1] == (3, 3, "reading pixels")


def test_headers_keep_every_element_but_the_pixels(tiny):
    def change(dataset, index):
        block = dataset.private_block(0x0045, "GEMS_HELIOS_01", create=True)
        block.add_new(0x33, "CS", "75")
        dataset.add_new(0x60003000, "OW", b"\1\0")

    candidate = verdict(tiny.write(3, change))

    for index, dataset in enumerate(candidate.datasets):
        assert dataset[0x00451033].value == "75"
        assert dataset[0x60003000].value == b"\1\0"
        assert dataset.SOPInstanceUID == f"2.25.{1000 + index}"
        assert dataset.file_meta.TransferSyntaxUID == ExplicitVRLittleEndian
        assert dataset.SOPClassUID == CTImageStorage
        assert "PixelData" not in dataset


def test_an_image_whose_series_uid_went_wrong_is_told_to_its_series(tiny):
    folder = tiny.write(5, lambda dataset, i: i == 4 and setattr(dataset, "SeriesInstanceUID", "2.25.19"))

    single, volume = sorted(find_series([folder]).candidates, key=lambda one: one.scorable)

    assert not single.scorable
    assert (
        said(volume.warnings)[-1] == "i04.dcm lies outside this volume; if it belongs to it, the volume is incomplete."
    )


def test_another_series_of_the_same_places_is_no_lost_part(tiny):
    tiny.write(4)
    others = [tiny.image(i, SeriesInstanceUID="2.25.19", SOPInstanceUID=f"2.25.8{i}") for i in range(4)]
    tiny.save(tiny.folder, others, [f"other{i}.dcm" for i in range(4)])

    candidates = find_series([tiny.folder]).candidates

    assert len(candidates) == 2
    assert not any("incomplete" in warning for one in candidates for warning in said(one.warnings))
