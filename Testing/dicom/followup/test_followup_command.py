"""`smartscore followup` on databases and folders: priors are found by the person."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from phantoms import phantom_lesion_map
from SmartScoreLib.cli.main import main
from SmartScoreLib.comparison.priors import find_priors, of_person, saved_whose
from SmartScoreLib.database.folder import FolderDatabase
from SmartScoreLib.exports.export import ExportChoices, export
from SmartScoreLib.phantom.visits import visit
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.reading.read import make_reading
from SmartScoreLib.reading.saved.find import find_readings
from SmartScoreLib.reading.saved.reopen import open_reading
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.load import load_series

GRID = {"slices": 30, "rows": 80, "columns": 80, "pixel_mm": 2.4, "spacing_mm": 4.0}


def add(folder: Path, number: int, *, read: bool = True, **headers: object) -> str:
    """A visit into a database folder, with its reading; the Series Instance UID."""
    made = visit(number, **GRID)
    images = folder.with_name(f"{folder.name}-{number}")
    write_phantom(made.phantom, images, made.options(**headers))
    database = FolderDatabase(folder)
    database.insert(sorted(images.iterdir()))
    shutil.rmtree(images)
    uid = database.series_instance_uids()[-1]
    if read:
        series = load_series(find_series(database.series_files(uid)).candidates[0])
        lesions = replace(phantom_lesion_map(made.phantom), geometry=series.geometry)
        reading = make_reading(series, lesions, DEFAULT_PROTOCOL, reader="Ada")
        export(reading, database, ExportChoices(structured_report=True))
    return uid


@pytest.fixture(scope="module")
def dates(tmp_path_factory) -> Path:
    """A database with the readings of three dates."""
    folder = tmp_path_factory.mktemp("followup") / "database"
    for number in (0, 1, 3):
        add(folder, number)
    return folder


@pytest.fixture
def run(capsys) -> Callable[..., tuple[int, str, str]]:
    def command(*arguments: object) -> tuple[int, str, str]:
        status = main([str(one) for one in arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return command


def test_the_newest_scan_is_compared_with_the_one_before_it_and_the_course_has_all(dates, run) -> None:
    status, out, err = run("followup", dates, "--json", "-")
    assert status == 0, err
    found = json.loads(out)
    assert (found["earlier"]["study_date"], found["later"]["study_date"]) == ("2020-01-15", "2026-01-15")
    assert [point["study_date"] for point in found["course"]] == ["2017-03-20", "2020-01-15", "2026-01-15"]
    assert found["alignment"]["quality"] == "good"
    assert {one["fate"] for one in found["lesions"]} == {"same", "grown"}
    assert found["earlier"]["structured_report"]


def test_the_text_says_dates_changes_verdict_lesions_course_and_sources(dates, run) -> None:
    status, out, err = run("followup", dates)
    assert status == 0, err
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


def test_a_scan_without_a_reading_is_offered_to_be_read(tmp_path, run) -> None:
    folder = tmp_path / "database"
    unread = add(folder, 0, read=False)
    add(folder, 1)
    status, out, err = run("followup", folder)
    assert (status, out) == (3, "")
    assert err.startswith(
        f"smartscore: The scan of 2017-03-20 (series {unread}) has no saved reading. Read and save it first: "
        f"smartscore export PATH --series {unread} --lesions FILE --database FOLDER --structured-report."
    )
    add(folder, 3)
    status, out, err = run("followup", folder)
    assert status == 0, err
    assert f"series {unread}" in " ".join(out.split())


def test_one_person_under_two_ids_is_told_and_compared_only_if_a_reader_says_so(tmp_path, run) -> None:
    folder = tmp_path / "database"
    add(folder, 0, PatientID="OLD-7")
    uid = add(folder, 1)
    status, out, err = run("followup", folder, "--series", uid)
    assert (status, out) == (3, "")
    assert "Name and birth date are the same, and the Patient IDs are not: OLD-7 and PHANTOM-1" in err
    status, out, err = run("followup", folder, "--series", uid, "--same-person", "--json", "-")
    assert status == 0, err
    assert "comparison.stated_same" in [one["code"] for one in json.loads(out)["remarks"]]


def test_two_persons_under_one_id_are_told_and_not_compared(tmp_path, run) -> None:
    folder = tmp_path / "database"
    add(folder, 0, PatientBirthDate="19720101", PatientName="Other^Person")
    uid = add(folder, 1)
    status, out, err = run("followup", folder, "--series", uid)
    assert (status, out) == (3, "")
    assert "Patient ID PHANTOM-1 belongs to two persons: born 1972-01-01 and born 1965-03-10" in err


def test_another_patients_scans_in_the_same_place_are_never_taken(tmp_path, run) -> None:
    folder = tmp_path / "database"
    add(folder, 0, PatientID="P2", PatientBirthDate="19720101", PatientName="Other^Person")
    uid = add(folder, 1)
    for option in ((), ("--same-person",)):
        status, out, err = run("followup", folder, "--series", uid, *option)
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
