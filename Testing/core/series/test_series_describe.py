"""Patient, study and acquisition as plain values, None where the header is silent or wrong."""

from datetime import date, time

import numpy as np
import pytest
from pydicom.dataset import Dataset

from SmartScoreLib.series.describe import describe
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

GEOMETRY = VolumeGeometry((2, 4, 4), (3.0, 0.5, 0.5), (0, 0, 0), ((0, 0, 1), (0, 1, 0), (1, 0, 0)))


def described(*headers):
    datasets = []
    for header in headers:
        dataset = Dataset()
        for keyword, value in header.items():
            setattr(dataset, keyword, value)
        datasets.append(dataset)
    return describe(CTSeries(np.zeros((2, 4, 4), np.int16), GEOMETRY, tuple(datasets)))


def test_a_full_header_gives_every_value():
    found = described(
        {
            "PatientName": "Doe^Jane",
            "PatientID": "X-1",
            "PatientBirthDate": "19500630",
            "PatientAge": "075Y",
            "PatientSex": "F",
            "PatientSize": "1.62",
            "PatientWeight": "70.5",
            "SmokingStatus": "NO",
            "EthnicGroup": "Caucasian",
            "StudyInstanceUID": "2.25.1",
            "StudyID": "S1",
            "StudyDate": "20260110",
            "StudyTime": "101530.25",
            "AccessionNumber": "A1",
            "StudyDescription": "Calcium",
            "ReferringPhysicianName": "Ref^R",
            "InstitutionName": "Clinic",
            "Manufacturer": "Maker",
            "ManufacturerModelName": "Model",
            "KVP": "120",
            "XRayTubeCurrent": "300",
            "Exposure": "80",
            "SliceThickness": "3",
            "ConvolutionKernel": ["Br36", "2"],
            "NominalPercentageOfCardiacPhase": 75.0,
            "SeriesDescription": "CaSc",
            "SeriesNumber": "4",
            "PatientPosition": "HFS",
        }
    )

    assert (found.patient.name, found.patient.patient_id) == ("Doe^Jane", "X-1")
    assert found.patient.birth_date == date(1950, 6, 30)
    assert (found.patient.age_years, found.patient.sex) == (75, "female")
    assert (found.patient.size_m, found.patient.weight_kg) == (1.62, 70.5)
    assert (found.patient.smoking_status, found.patient.ethnic_group) == ("NO", "Caucasian")
    assert (found.study.study_date, found.study.study_time) == (date(2026, 1, 10), time(10, 15, 30))
    assert (found.study.study_id, found.study.accession_number) == ("S1", "A1")
    assert found.study.institution == "Clinic"
    assert (found.acquisition.kvp, found.acquisition.tube_current_ma) == (120.0, 300.0)
    assert (found.acquisition.kernel, found.acquisition.phase) == ("Br36 2", "75 %")
    assert (found.acquisition.series_number, found.acquisition.slices) == (4, 2)
    assert found.acquisition.slice_spacing_mm == 3.0


@pytest.mark.parametrize(
    ("age", "birth", "study", "years"),
    [
        ("064Y", "", "", 64),
        ("023M", "", "", 1),
        ("060W", "", "", 1),
        ("400D", "", "", 1),
        ("", "19600101", "20260101", 66),
        ("", "19600102", "20260101", 65),  # the day before the birthday
        ("", "19600229", "20250228", 64),
        ("999Y", "19600101", "20260101", 66),
        ("000Y", "", "", None),
        ("64", "19600101", "20260101", 66),
        ("0x4Y", "", "", None),
        ("", "20270101", "20260101", None),
        ("", "18000101", "20260101", None),
        ("", "19601350", "20260101", None),
        ("", "1960", "20260101", None),
        ("", "", "", None),
    ],
)
def test_age_is_stated_or_counted_from_the_dates(age, birth, study, years):
    dataset = Dataset()
    for keyword, value in (("PatientAge", age), ("PatientBirthDate", birth), ("StudyDate", study)):
        dataset.add_new(keyword, "LO", value)
    found = describe(CTSeries(np.zeros((2, 4, 4), np.int16), GEOMETRY, (dataset,)))

    assert found.patient.age_years == years


@pytest.mark.parametrize(("sex", "found"), [("M", "male"), ("F", "female"), ("O", None), ("", None), ("m ", "male")])
def test_sex_other_than_male_or_female_is_unknown(sex, found):
    dataset = Dataset()
    dataset.add_new("PatientSex", "LO", sex)

    assert describe(CTSeries(np.zeros((2, 4, 4), np.int16), GEOMETRY, (dataset,))).patient.sex == found


def test_values_that_differ_between_images_are_none():
    found = described({"XRayTubeCurrent": "300", "KVP": "120"}, {"XRayTubeCurrent": "350", "KVP": "120"})

    assert found.acquisition.tube_current_ma is None
    assert found.acquisition.kvp == 120.0


def test_a_volume_without_headers_gives_an_empty_description():
    found = describe(CTSeries(np.zeros((2, 4, 4), np.int16), GEOMETRY))

    assert found.patient.name == ""
    assert found.patient.age_years is None
    assert found.study.study_date is None
    assert found.acquisition.kvp is None
    assert (found.acquisition.slices, found.acquisition.slice_spacing_mm) == (2, 3.0)


@pytest.mark.parametrize("height", ["0", "-1", "tall", "nan"])
def test_an_impossible_size_is_none(height):
    dataset = Dataset()
    dataset.add_new("PatientSize", "LO", height)

    assert describe(CTSeries(np.zeros((2, 4, 4), np.int16), GEOMETRY, (dataset,))).patient.size_m is None
