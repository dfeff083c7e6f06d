"""Where a value that is used of a person comes from: DICOM, or whoever gave it. Two that differ are both named."""

from dataclasses import dataclass
from typing import Literal

from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.describe import Patient

_SMOKING = {"YES": True, "NO": False}


@dataclass(frozen=True)
class PersonValue:
    """A value that was used.

    Attributes:
        value: itself.
        source: "dicom" where the headers say the same, else "given".
        dicom: what the headers say instead, or None where they say nothing or the same.
    """

    value: str | int | float | bool
    source: Literal["dicom", "given"]
    dicom: str | int | bool | None = None


def person_value(reading: Reading, field: str) -> PersonValue | None:
    """What was used for a field of `Person`, or None where it is not known."""
    value = getattr(reading.interpretation.person, field)
    if value is None:
        return None
    patient = reading.description.patient
    said: str | int | bool | None = {
        "age_years": patient.age_years,
        "sex": patient.sex,
        "smoker": _SMOKING.get(patient.smoking_status),
    }.get(field)
    if said == value:
        return PersonValue(value, "dicom")
    return PersonValue(value, "given", said)


def person_remarks(patient: Patient, given: Person | None) -> tuple[Remark, ...]:
    """What was given of a person and contradicts the headers: the given value is used, and said to be another."""
    if given is None:
        return ()
    found = []
    if given.age_years is not None and patient.age_years not in (None, given.age_years):
        found.append(remark("reading.age_differs", given=given.age_years, dicom=patient.age_years))
    if given.sex is not None and patient.sex not in (None, given.sex):
        found.append(remark("reading.sex_differs", given=given.sex, dicom=patient.sex))
    smoker = _SMOKING.get(patient.smoking_status)
    if given.smoker is not None and smoker not in (None, given.smoker):
        found.append(remark("reading.smoking_differs"))
    return tuple(found)
