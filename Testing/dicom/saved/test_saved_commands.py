"""Saving, listing and opening readings on the command line."""

import json
import shutil

import pytest
from pydicom import config, dcmread

from dicom.saved.conftest import SMALL
from SmartScoreLib.cli.main import main
from SmartScoreLib.database.folder import FolderDatabase
from SmartScoreLib.phantom.marks import phantom_clicks
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import write_phantom

PHANTOM = standard_phantom(**SMALL)


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A folder with a database `db` that holds the images, and `clicks.json`."""
    monkeypatch.chdir(tmp_path)
    FolderDatabase(tmp_path / "db").insert(write_phantom(PHANTOM, tmp_path / "ct"))
    shutil.rmtree(tmp_path / "ct")
    (tmp_path / "clicks.json").write_text(json.dumps(phantom_clicks(PHANTOM)))
    return tmp_path


def run(capsys, *arguments: str) -> tuple[int, str, str]:
    status = main(list(arguments))
    said = capsys.readouterr()
    return status, said.out, said.err


def save(capsys, *options: str, lesions: str = "clicks.json") -> str:
    status, out, err = run(
        capsys, "export", "db", "--lesions", lesions, "--database", "db", "--structured-report", *options
    )
    assert status == 0, err
    return out


def score_of(capsys, *arguments: str) -> dict:
    status, out, err = run(capsys, "score", "db", *arguments, "--json", "-")
    assert status == 0, err
    return json.loads(out)


def test_a_reading_is_saved_listed_and_opened_with_its_rules_person_reader_and_texts(place, capsys):
    given = ("--lesions", "clicks.json", "--threshold", "140.25", "--mass-factor", "0.0007", "--ethnicity", "white")
    before = score_of(capsys, *given, "--reader", "Ada", "--status", "draft")
    out = save(capsys, *given[2:], "--reader", "Ada", "--status", "draft", "--comment", "hm", "--indication", "pain")
    assert out.splitlines()[0].startswith("SmartScore Segmentation: Ada: 1 image, series ")
    assert out.splitlines()[1].startswith("SmartScore Structured Report: Ada, draft: 1 document, series ")
    status, out, _ = run(capsys, "readings", "db")
    head, line = out.splitlines()
    assert (status, head.split()[:4]) == (0, ["Made", "Reader", "Status", "Agatston"])
    total = str(round(before["total"]["agatston"]))
    assert line.split()[2:6] == ["Ada", "draft", total, before["interpretation"]["cac_drs"]]
    assert score_of(capsys, "--lesions", "latest") == before
    (one,) = json.loads(run(capsys, "readings", "db", "--json")[1])["readings"]
    assert one["agatston"] == before["total"]["agatston"]
    assert (one["reader"], one["status"], one["version"], one["remarks"]) == ("Ada", "draft", 1, [])


def test_options_take_the_place_of_what_the_reading_says_and_saving_again_makes_a_new_version(place, capsys):
    save(capsys, "--reader", "Ada", "--status", "draft", "--comment", "first", "--ethnicity", "black")
    save(capsys, "--status", "final", lesions="latest")
    save(capsys, "--comment", "third", "--reader", "Bo", lesions="latest")
    listed = json.loads(run(capsys, "readings", "db", "--json")[1])["readings"]
    assert [(one["version"], one["reader"], one["status"], one["replaced"]) for one in listed] == [
        (3, "Bo", "final", False),
        (2, "Ada", "final", True),
        (1, "Ada", "draft", True),
    ]
    assert listed[0]["replaces"] == [listed[1]["sop_instance_uid"]]
    latest = score_of(capsys, "--lesions", "latest")
    assert latest["person"]["ethnicity"]["value"] == "black"
    assert latest["protocol"]["threshold_hu"] == 130
    assert score_of(capsys, "--lesions", "latest", "--threshold", "200")["protocol"]["threshold_hu"] == 200
    assert score_of(capsys, "--lesions", "latest", "--ethnicity", "white")["person"]["ethnicity"]["value"] == "white"


def test_everything_is_written_in_one_order_with_numbers_and_names_that_sort_together(place, capsys):
    out = save(capsys, "--physician", "--patient", "--screens", "--reduced", "--segmentation", "--presentation")
    entries = [one for one in FolderDatabase(place / "db").entries() if one.series_description.startswith("SmartScore")]
    assert [int(one.series_number) % 100 for one in entries] == [1, 2, 3, 4, 7, 8, 9]
    assert len({int(one.series_number) // 100 for one in entries}) == 1
    assert [one.modality for one in entries][4:] == ["SEG", "SR", "PR"]
    assert [line.split(":")[0] for line in out.splitlines()[4:7]] == [
        "SmartScore Segmentation", "SmartScore Structured Report", "SmartScore Outlines"
    ]  # fmt: skip


def test_what_cannot_be_written_without_marks_is_said(place, capsys):
    (place / "none.json").write_text('{"seeds": []}')
    status, _, err = run(capsys, "export", "db", "--lesions", "none.json", "--database", "db", "--segmentation")
    assert (status, err) == (
        1, "smartscore: Nothing is marked, so there is neither a segmentation nor a presentation state to write. "
        "[exports.nothing_marked]\n"
    )  # fmt: skip
    out = save(capsys, "--segmentation", "--presentation", "--confirm-zero", lesions="none.json")
    assert "Segmentation: none, nothing is marked" in out
    assert "Outlines: none, no slice has a lesion" in out
    assert score_of(capsys, "--lesions", "latest")["total"]["agatston"] == 0


def test_where_there_is_no_reading_or_there_are_those_of_two_series_it_is_said(place, capsys):
    status, _, err = run(capsys, "readings", "db")
    assert status == 3
    assert err.startswith("smartscore: No saved reading was found")
    assert run(capsys, "score", "db", "--lesions", "latest")[0] == 3
    status, _, err = run(capsys, "readings", "nowhere")
    assert (status, err.count("\n"), "nowhere" in err) == (3, 1, True)
    save(capsys)
    shifted = standard_phantom(**SMALL | {"center_lps_mm": (0.0, 0.0, 5.0)})
    write_phantom(shifted, place / "second")
    (place / "second.json").write_text(json.dumps(phantom_clicks(shifted)))
    assert run(
        capsys, "export", "second", "--lesions", "second.json", "--database", "db2", "--structured-report"
    )[0] == 0  # fmt: skip
    status, _, err = run(capsys, "score", "db", "db2", "second", "--lesions", "latest")
    assert status == 3
    assert "Readings of 2 series were found, choose one with --series" in err
    uid = json.loads(run(capsys, "readings", "db2", "--json")[1])["readings"][0]["series_instance_uid"]
    status, out, err = run(
        capsys, "score", "db", "db2", "second", "--lesions", "latest", "--series", uid, "--json", "-"
    )
    assert (status, json.loads(out)["series"]["SeriesInstanceUID"]) == (0, uid), err


def test_the_segmentation_is_a_file_of_marks_for_every_command(place, capsys):
    save(capsys, "--segmentation")
    expected = score_of(capsys, "--lesions", "clicks.json")
    (segmentation,) = [one for one in FolderDatabase(place / "db").entries() if one.modality == "SEG"]
    (file,) = FolderDatabase(place / "db").series_files(segmentation.series_instance_uid)
    uid = expected["series"]["SeriesInstanceUID"]
    got = score_of(capsys, "--lesions", str(file), "--series", uid)
    assert got["territories"] == expected["territories"]
    assert got["total"] == expected["total"]


def test_a_reading_that_cannot_be_saved_leaves_nothing_of_the_other_choices_either(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with config.disable_value_validation():
        for number, file in enumerate(write_phantom(PHANTOM, tmp_path / "ct")):
            if number < 2:
                image = dcmread(file)
                image.SOPInstanceUID = f"1.02.{number + 3}"
                image.save_as(file, enforce_file_format=True)
    (tmp_path / "clicks.json").write_text(json.dumps(phantom_clicks(PHANTOM)))
    options = ("--lesions", "clicks.json", "--database", "db")
    status, _, err = run(capsys, "export", "ct", *options, "--physician", "--reduced", "--structured-report")
    assert status == 3
    assert err.splitlines() == [
        "smartscore: 2 images have no valid SOP Instance UID (0008,0018) or Series Instance UID (0020,000E), so that "
        "no segmentation, structured report or presentation state can refer to them. [dicomwriting.unnamed_reading]"
    ]
    assert not (tmp_path / "db").exists()
    assert run(capsys, "export", "ct", *options, "--physician", "--reduced")[0] == 0
