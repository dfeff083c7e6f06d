"""Patient, study and acquisition of a series as plain values for panels and reports."""

import re
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Literal, TypeVar

from pydicom.dataset import Dataset
from pydicom.valuerep import TM

from SmartScoreLib.series.headers.attributes import LONGEST, displayed, number_or_none, numbers, text
from SmartScoreLib.series.headers.phase import nominal_phase, trigger_time
from SmartScoreLib.series.model import CTSeries

Sex = Literal["male", "female"]
SizeClass = Literal["small", "medium", "large"]


@dataclass(frozen=True)
class MassFactor:
    """Calcium Scoring Mass Factor of a scanner, mg of hydroxyapatite per mm3 and HU (PS3.3 C.8.2.1).

    Attributes:
        value: the factor.
        size: for which patients: lateral width below 32 cm, 32 to 38 cm, above 38 cm; None for this patient.
    """

    value: float
    size: SizeClass | None


@dataclass(frozen=True)
class Patient:
    """Who was examined. A value that the source lacks, or that is not valid, is None or ""."""

    name: str
    """Person name as DICOM gives it, component groups separated by "=" (PS3.5 6.2.1)."""
    patient_id: str
    birth_date: date | None
    age_years: int | None
    """Completed years at the study: from Patient's Age, else from birth date and study date; from these too where the
    two are more than a year apart, since dates are copied and ages typed."""
    sex: Sex | None
    size_m: float | None
    weight_kg: float | None
    smoking_status: str
    ethnic_group: str


@dataclass(frozen=True)
class Study:
    """The examination."""

    study_instance_uid: str
    study_id: str
    study_date: date | None
    study_time: time | None
    accession_number: str
    description: str
    referring_physician: str
    institution: str


@dataclass(frozen=True)
class Acquisition:
    """How the images were made; numbers are None where the source lacks them or images differ."""

    manufacturer: str
    model: str
    kvp: float | None
    tube_current_ma: float | None
    exposure_mas: float | None
    slice_thickness_mm: float | None
    slice_spacing_mm: float
    kernel: str
    phase: str
    series_description: str
    series_number: int | None
    slices: int
    patient_position: str
    mass_factors: tuple[MassFactor, ...] = ()
    """What the scanner offers to turn Hounsfield units into mass: for this patient first, then by size."""


@dataclass(frozen=True)
class SeriesDescription:
    """The three together."""

    patient: Patient
    study: Study
    acquisition: Acquisition


_OLDEST = 130
# A birthday between two entries, or a rounded age, is no contradiction.
_AGES_APART = 1
# De-identification and typing systems fill empty dates with these.
_FIRST_YEAR = 1880
_PLACEHOLDERS = frozenset([date(1900, 1, 1), date(9999, 12, 31)])
_SIZES: tuple[SizeClass, ...] = ("small", "medium", "large")
_AGE = re.compile(r"(\d{1,3})([DWMY])")
_DATE = re.compile(r"(\d{4})[.]?(\d{2})[.]?(\d{2})")
Value = TypeVar("Value")


def describe(series: CTSeries) -> SeriesDescription:
    """Patient, study and acquisition of a series; no value of the headers, however broken, makes it fail.

    A volume without DICOM source gives an empty description with its spacing and number of slices.
    """
    return describe_headers(series.datasets, series.geometry.spacing_mm[0], series.geometry.shape[0])


def describe_headers(datasets: Sequence[Dataset], spacing_mm: float, slices: int) -> SeriesDescription:
    """The same from headers alone, in slice order."""
    first = datasets[0] if datasets else Dataset()
    study_date = _date(text(first, "StudyDate"))
    birth_date = _date(text(first, "PatientBirthDate"))
    return SeriesDescription(
        Patient(
            name=displayed(first, "PatientName"),
            patient_id=displayed(first, "PatientID"),
            birth_date=birth_date,
            age_years=_age(text(first, "PatientAge"), birth_date, study_date),
            sex=_SEXES.get(text(first, "PatientSex").upper()),
            size_m=_above_zero(number_or_none(first, "PatientSize")),
            weight_kg=_above_zero(number_or_none(first, "PatientWeight")),
            smoking_status=text(first, "SmokingStatus")[:LONGEST],
            ethnic_group=displayed(first, "EthnicGroup"),
        ),
        Study(
            study_instance_uid=text(first, "StudyInstanceUID"),
            study_id=displayed(first, "StudyID"),
            study_date=study_date,
            study_time=_time(text(first, "StudyTime")),
            accession_number=displayed(first, "AccessionNumber"),
            description=displayed(first, "StudyDescription"),
            referring_physician=displayed(first, "ReferringPhysicianName"),
            institution=displayed(first, "InstitutionName"),
        ),
        Acquisition(
            manufacturer=displayed(first, "Manufacturer"),
            model=displayed(first, "ManufacturerModelName"),
            kvp=_common(datasets, lambda header: number_or_none(header, "KVP")),
            tube_current_ma=_common(datasets, lambda header: number_or_none(header, "XRayTubeCurrent")),
            exposure_mas=_common(datasets, lambda header: number_or_none(header, "Exposure")),
            slice_thickness_mm=_common(datasets, lambda header: number_or_none(header, "SliceThickness")),
            slice_spacing_mm=spacing_mm,
            kernel=(_common(datasets, lambda header: displayed(header, "ConvolutionKernel")) or "").replace("\\", " "),
            phase=(_common(datasets, lambda header: nominal_phase(header) or trigger_time(header)) or "")[:LONGEST],
            series_description=displayed(first, "SeriesDescription"),
            series_number=_whole(number_or_none(first, "SeriesNumber")),
            slices=slices,
            patient_position=text(first, "PatientPosition")[:LONGEST],
            mass_factors=_mass_factors(first),
        ),
    )


_SEXES: dict[str, Sex] = {"M": "male", "F": "female"}


def _mass_factors(header: Dataset) -> tuple[MassFactor, ...]:
    found = []
    for keyword, sizes in (("CalciumScoringMassFactorPatient", (None,)), ("CalciumScoringMassFactorDevice", _SIZES)):
        try:
            values = numbers(header, keyword)
        except ValueError:
            continue
        if len(values) == len(sizes) and min(values) > 0:
            found += [MassFactor(float(f"{value:.6g}"), size) for value, size in zip(values, sizes, strict=True)]
    return tuple(found)


def _common(datasets: Sequence[Dataset], of: Callable[[Dataset], Value]) -> Value | None:
    """The value that all headers share, else None."""
    values = {of(header) for header in datasets}
    return values.pop() if len(values) == 1 else None


def _date(value: str) -> date | None:
    """DA of PS3.5 6.2, and the dotted form of ACR-NEMA; a date that only fills its place is unknown.

    pydicom's DA would take "19_6 101" for a date.
    """
    match = _DATE.fullmatch(value)
    try:
        found = date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
    return None if found is None or found.year < _FIRST_YEAR or found in _PLACEHOLDERS else found


def _time(value: str) -> time | None:
    """TM of PS3.5 6.2, and ACR-NEMA's form with colons; without fractions of a second."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a leap second, which becomes second 59
            found = TM(value.replace(":", ""))
    except ValueError:
        return None
    return time(found.hour, found.minute, found.second) if found else None


def _age(stated: str, birth_date: date | None, study_date: date | None) -> int | None:
    """Completed years; which of the two ages `Patient.age_years` says."""
    years, by_dates = _stated_age(stated), _age_by_dates(birth_date, study_date)
    if years is None or (by_dates is not None and abs(years - by_dates) > _AGES_APART):
        return by_dates
    return years


def ages_apart(header: Dataset) -> tuple[int, int] | None:
    """Patient's Age and the age by birth date and study date, in completed years, if more than a year apart."""
    years = _stated_age(text(header, "PatientAge"))
    by_dates = _age_by_dates(_date(text(header, "PatientBirthDate")), _date(text(header, "StudyDate")))
    if years is None or by_dates is None or abs(years - by_dates) <= _AGES_APART:
        return None
    return years, by_dates


def _stated_age(stated: str) -> int | None:
    """Completed years of a valid AS (PS3.5 6.2)."""
    match = _AGE.fullmatch(stated.upper())
    if match:
        years = int(match[1]) // {"D": 365, "W": 52, "M": 12, "Y": 1}[match[2]]
        if years <= _OLDEST and match[0] != "000Y":  # what scanners write when nobody typed an age
            return years
    return None


def _age_by_dates(birth_date: date | None, study_date: date | None) -> int | None:
    if birth_date and study_date:
        before = (study_date.month, study_date.day) < (birth_date.month, birth_date.day)
        years = study_date.year - birth_date.year - before
        if 0 <= years <= _OLDEST:
            return years
    return None


def _above_zero(value: float | None) -> float | None:
    return value if value is not None and value > 0 else None


def _whole(value: float | None) -> int | None:
    return int(value) if value is not None and value.is_integer() else None
