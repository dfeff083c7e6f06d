"""Whose score it is: the age by dates against Patient's Age, and values that were given against the headers."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydicom.dataset import Dataset

from SmartScoreLib.cli.main import main
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.phantom.marks import phantom_clicks
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.reading.person_source import person_remarks
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.model import Severity
from SmartScoreLib.series.describe import ages_apart, describe_headers
from SmartScoreLib.series.find import find_series

SMALL = {"rows": 104, "columns": 104, "pixel_mm": 2.0, "slices": 24, "spacing_mm": 3.0}


def _header(stated: str | None, born: str | None, study: str | None = "20240603") -> Dataset:
    header = Dataset()
    for keyword, value in (("PatientAge", stated), ("PatientBirthDate", born), ("StudyDate", study)):
        if value is not None:
            setattr(header, keyword, value)
    return header


@pytest.mark.parametrize(
    ("stated", "born", "age", "apart"),
    [
        ("045Y", "19590101", 65, (45, 65)),
        ("065Y", "19590101", 65, None),
        ("064Y", "19590101", 64, None),  # a year apart: a birthday between two entries
        ("066Y", "19590101", 66, None),
        ("063Y", "19590101", 65, (63, 65)),
        ("067Y", "19590101", 65, (67, 65)),
        ("065Y", "19590603", 65, None),  # on the birthday
        ("065Y", "19600603", 65, None),
        ("065Y", "19600604", 63, (65, 63)),  # 63 until tomorrow
        ("045Y", None, 45, None),
        ("045Y", "00010101", 45, None),
        (None, "19590101", 65, None),
        ("000Y", "19590101", 65, None),
        ("024M", "19590101", 65, (2, 65)),
        ("045Y", "20250101", 45, None),  # born after the study: the dates say nothing
    ],
)
def test_the_age_is_that_of_the_dates_where_the_stated_one_is_more_than_a_year_off(
    stated: str | None, born: str | None, age: int, apart: tuple[int, int] | None
) -> None:
    header = _header(stated, born)
    assert describe_headers([header], 3.0, 1).patient.age_years == age
    assert ages_apart(header) == apart


def test_without_a_study_date_the_stated_age_is_all_there_is() -> None:
    header = _header("045Y", "19590101", None)
    assert (describe_headers([header], 3.0, 1).patient.age_years, ages_apart(header)) == (45, None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A man who is 45 by Patient's Age, and 65 by his birth date."""
    folder = tmp_path_factory.mktemp("whose")
    phantom = standard_phantom(**SMALL)
    attributes = {"PatientAge": "045Y", "PatientBirthDate": "19590101", "StudyDate": "20240603", "PatientSex": "M"}
    write_phantom(phantom, folder / "ct", attributes={**attributes, "SmokingStatus": "NO"})
    (folder / "clicks.json").write_text(json.dumps(phantom_clicks(phantom)))
    return folder


def _json(folder: Path, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
    given = ("--lesions", str(folder / "clicks.json"), "--json", "-", *options)
    assert main(["score", str(folder / "ct"), *given]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_ages_that_differ_are_a_remark_of_the_series_and_the_percentile_is_by_the_birth_date(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (candidate,) = find_series([folder / "ct"]).candidates
    (said,) = (one for one in candidate.remarks if one.code == "series.ages_differ")
    assert said.severity is Severity.LIMITS
    assert english(said) == (
        "Patient's Age (0010,1010) is 45 years, birth date and study date give 65; the age by the dates is used."
    )
    result = _json(folder, capsys, "--ethnicity", "white")
    assert "series.ages_differ" in [one["code"] for one in result["series"]["remarks"]]
    group = result["interpretation"]["reference_group"]
    assert (group["ethnicity"], group["sex"], group["age_years"]) == ("white", "male", 65)
    assert result["person"]["age_years"] == {"value": 65, "source": "dicom", "dicom": None}
    assert result["person"]["sex"]["value"] == "male"
    assert result["person"]["ethnicity"]["value"] == "white"


def test_csv_has_age_sex_ethnicity_and_reference_group(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ("--lesions", str(folder / "clicks.json"), "--csv", "-")
    for ethnicity, group in (("white", "MESA 2006 white male 65"), (None, "")):
        more = ("--ethnicity", ethnicity) if ethnicity else ()
        assert main(["score", str(folder / "ct"), *given, *more]) == 0
        for row in csv.DictReader(io.StringIO(capsys.readouterr().out)):
            assert (row["age_years"], row["sex"], row["ethnicity"]) == ("65", "male", ethnicity or "")
            assert row["reference_group"] == group


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ({"age_years": 65, "sex": "male", "smoker": False}, []),
        ({"age_years": 64}, ["reading.age_differs"]),
        ({"sex": "female"}, ["reading.sex_differs"]),
        ({"smoker": True}, ["reading.smoking_differs"]),
        ({"ethnicity": "black", "diabetes": True}, []),
    ],
)
def test_what_was_given_and_contradicts_the_headers_is_a_remark(
    folder: Path, tmp_path: Path, given: dict[str, Any], codes: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "person.json").write_text(json.dumps(given))
    result = _json(folder, capsys, "--person", str(tmp_path / "person.json"))
    said = [one for one in result["series"]["remarks"] if one["code"].startswith("reading.")]
    assert [one["code"] for one in said] == codes
    assert {one["severity"] for one in said} <= {"limits"}
    for field, value in given.items():
        assert result["person"][field]["value"] == value


def test_the_remarks_name_both_values() -> None:
    header = _header("065Y", "19590101")
    header.PatientSex, header.SmokingStatus = "M", "YES"
    patient = describe_headers([header], 3.0, 1).patient
    said = person_remarks(patient, Person(age_years=70, sex="female", smoker=False))
    assert [english(one) for one in said] == [
        "An age of 70 years was given; DICOM says 65.",
        "The sex was given as female; DICOM says male.",
        "The smoking status that was given contradicts DICOM.",
    ]
    assert person_remarks(patient, None) == person_remarks(patient, Person()) == ()


def test_headers_that_say_nothing_contradict_nothing() -> None:
    patient = describe_headers([_header(None, None)], 3.0, 1).patient
    assert person_remarks(patient, Person(age_years=70, sex="female", smoker=False)) == ()
    assert person_remarks(replace(patient, birth_date=date(1950, 1, 1)), Person(age_years=0)) == ()
