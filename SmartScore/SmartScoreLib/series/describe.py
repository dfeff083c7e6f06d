"""Patient, study and acquisition of a series as plain values for panels and reports."""

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

Sex = Literal["male", "female"]


@dataclass(frozen=True)
class Patient:
    """Who was examined. A value that the source lacks, or that is not valid, is None or ""."""

    name: str
    """Person name as DICOM gives it, component groups separated by "=" (PS3.5 6.2.1)."""
    patient_id: str
    birth_date: date | None
    age_years: int | None
    """Completed years at the study: from Patient's Age, else from birth date and study date."""
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


@dataclass(frozen=True)
class SeriesDescription:
    """The three together."""

    patient: Patient
    study: Study
    acquisition: Acquisition
