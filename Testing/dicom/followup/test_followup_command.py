"""`smartscore followup` on databases and folders: priors are found by the person."""

import io
import json
import shutil
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import replace
from pathlib import Path

import pytest
from pydicom import dcmread

from dicom.followup.visits import add, three_dates
from SmartScoreLib.cli.main import main
from SmartScoreLib.comparison.priors import find_priors, of_person, saved_whose
from SmartScoreLib.database.folder import FolderDatabase
from SmartScoreLib.reading.saved.find import find_readings
from SmartScoreLib.reading.saved.reopen import open_reading


@pytest.fixture(scope="module")
def dates() -> Path:
    """A database with the readings of three dates."""
    return three_dates()


@pytest.fixture
def run(capsys) -> Callable[..., tuple[int, str, str]]:
    def command(*arguments: object) -> tuple[int, str, str]:
        status = main([str(one) for one in arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return command


@pytest.fixture(scope="module")
def result(dates, tmp_path_factory) -> tuple[str, dict]:
    """What `followup` prints, and its JSON."""
    file = tmp_path_factory.mktemp("result") / "change.json"
    printed = io.StringIO()
    with redirect_stdout(printed):
        assert main(["followup", str(dates), "--json", str(file)]) == 0
    return printed.getvalue(), json.loads(file.read_text(encoding="utf-8"))


def test_the_newest_scan_is_compared_with_the_one_before_it_and_the_course_has_all(result) -> None:
    _, found = result
    assert (found["earlier"]["study_date"], found["later"]["study_date"]) == ("2020-01-15", "2026-01-15")
    assert [point["study_date"] for point in found["course"]] == ["2017-03-20", "2020-01-15", "2026-01-15"]
    assert found["alignment"]["quality"] == "good"
    assert {one["fate"] for one in found["lesions"]} == {"same", "grown"}
    assert found["earlier"]["structured_report"]


def test_the_text_says_dates_changes_verdict_lesions_course_and_sources(result) -> None:
    out, _ = result
    assert "Scans    2020-01-15 and 2026-01-15   (6.0 years)" in out
    assert "Coronary total" in out
    assert "The change of the Agatston score is real" in out
    assert "grown" in out
    assert out.index("Course") < out.index("2017-03-20")
    assert "Sevrukov et al. 2005" in out


def test_an_earlier_scan_can_be_the_one_that_is_compared_and_csv_goes_to_a_file(dates, run, tmp_path) -> None:
    oldest = next(one for one in find_readings([dates]) if str(one.study_date) == "2017-03-20")
    status, _, err = run("followup", dates, "--series", oldest.series_instance_uid, "--csv", tmp_path / "c.csv")
    assert status == 0, err
    line = (tmp_path / "c.csv").read_text().splitlines()[1]
    assert line.startswith("PHANTOM-1,2017-03-20,2020-01-15,1031,TOTAL,True,agatston,")


def test_unread_scans_and_a_person_under_two_ids_are_told_and_compared_if_a_reader_says_so(
    tmp_path, dates, run
) -> None:
    elsewhere = tmp_path / "database"
    unread = add(elsewhere, 2, read=False)
    status, out, err = run("followup", dates, elsewhere)
    assert (status, out) == (3, "")
    assert err.startswith(
        f"smartscore: The scan of 2023-02-08 (series {unread}) has no saved reading. Read and save it first: "
        f"smartscore export PATH --series {unread} --lesions FILE --database FOLDER --structured-report."
    )
    add(elsewhere, 0, PatientID="OLD-7")
    status, out, err = run("followup", dates, elsewhere)
    assert (status, out) == (3, "")
    assert "Name and birth date are the same, and the Patient IDs are not: OLD-7 and PHANTOM-1" in err
    assert "--same-person states that they are one person" in err
    status, out, err = run("followup", dates, elsewhere, "--same-person", "--json", "-")
    assert status == 0, err
    found = json.loads(out)
    assert "comparison.stated_same" in [one["code"] for one in found["remarks"]]
    assert [(one["code"], one["values"]["uid"]) for one in found["not_taken"]] == [("comparison.prior_unread", unread)]


def test_further_series_of_a_scan_that_was_read_are_not_called_unread(tmp_path, dates, run) -> None:
    folder = tmp_path / "database"
    shutil.copytree(dates, folder)
    reading = next(one for one in find_readings([folder]) if str(one.study_date) == "2020-01-15")
    study = str(dcmread(reading.series_files[0], stop_before_pixels=True).StudyInstanceUID)
    other = add(folder, 1, read=False, seed="other kernel", StudyInstanceUID=study)
    current = open_reading(find_readings([folder])[0])
    assert find_priors(current, [folder]).unread == ()
    assert other in FolderDatabase(folder).series_instance_uids()


def test_two_persons_under_one_id_are_told_and_not_compared(tmp_path, dates, run) -> None:
    elsewhere = tmp_path / "database"
    add(elsewhere, 0, PatientBirthDate="19720101", PatientName="Other^Person")
    status, out, err = run("followup", dates, elsewhere)
    assert (status, out) == (3, "")
    assert "Patient ID PHANTOM-1 belongs to two persons: born 1972-01-01 and born 1965-03-10" in err


def test_another_patients_scans_in_the_same_place_are_never_taken(tmp_path, dates, run) -> None:
    elsewhere = tmp_path / "database"
    add(elsewhere, 0, PatientID="P2", PatientBirthDate="19720101", PatientName="Other^Person")
    for option in ((), ("--same-person",)):
        status, out, err = run("followup", dates, elsewhere, *option)
        assert (status, out) == (3, "")
        assert "different persons" in err


def test_a_place_without_any_reading_is_named(dates, run, tmp_path) -> None:
    (tmp_path / "empty").mkdir()
    status, _, err = run("followup", dates, tmp_path / "empty")
    assert status == 3
    assert str(tmp_path / "empty") in err
    status, _, err = run("followup", dates, tmp_path / "nowhere")
    assert status == 3
    assert "nowhere" in err


def test_thirty_priors_are_found_in_the_order_of_their_dates_and_one_is_opened(dates) -> None:
    reading = open_reading(find_readings([dates])[0])
    (first, *_) = find_priors(reading, [dates]).readings
    many = [
        replace(
            first,
            series_instance_uid=f"1.2.{year}",
            study_date=first.study_date.replace(year=year),
            version=replace(first.version, sop_instance_uid=f"1.2.{year}.1"),
        )
        for year in range(1990, 2020)
    ]
    priors = of_person(saved_whose(first), reading.series.series_instance_uid, many)
    assert [one.study_date.year for one in priors.readings] == [*range(2019, 1989, -1)]


def test_a_reading_that_a_newer_version_replaces_is_no_prior_of_its_own(dates) -> None:
    found = find_readings([dates])
    reading = open_reading(found[0])
    old = [replace(one, replaced=True) for one in found[1:]]
    assert of_person(saved_whose(found[0]), reading.series.series_instance_uid, old).readings == ()
