"""What the numbers mean: every statement with its source, or the reason why it is not available."""

from dataclasses import dataclass
from typing import Literal

from SmartScoreLib.remarks.model import Remark

Sex = Literal["male", "female"]
Ethnicity = Literal["white", "chinese", "black", "hispanic"]
PlaqueBurden = Literal["none", "minimal", "mild", "moderate", "extensive"]


@dataclass(frozen=True)
class Finding:
    """A number, or the reason why there is none, and the reference it stands on.

    Exactly one of `value` and `reason` is None. Reasons have the codes of `remarks.catalog.interpretation`; what is
    not known of the person is named by the keys of `MISSING_KEYS`.
    """

    value: float | None
    reason: Remark | None
    source: str


@dataclass(frozen=True)
class Person:
    """Who the score is compared with; None means not known, and is never guessed.

    The last ten are inputs of the MESA 10-year CHD risk only; cholesterol in mg/dL, blood pressure in mmHg.
    """

    age_years: int | None = None
    sex: Sex | None = None
    ethnicity: Ethnicity | None = None
    diabetes: bool | None = None
    smoker: bool | None = None
    total_cholesterol_mg_dl: float | None = None
    hdl_cholesterol_mg_dl: float | None = None
    lipid_medication: bool | None = None
    systolic_mmhg: float | None = None
    blood_pressure_medication: bool | None = None
    family_history: bool | None = None


MISSING_KEYS: dict[str, str] = {
    "age_years": "age",
    "sex": "sex",
    "ethnicity": "ethnicity",
    "diabetes": "diabetes",
    "smoker": "smoking",
    "total_cholesterol_mg_dl": "total_cholesterol",
    "hdl_cholesterol_mg_dl": "hdl_cholesterol",
    "lipid_medication": "lipid_medication",
    "systolic_mmhg": "systolic_blood_pressure",
    "blood_pressure_medication": "blood_pressure_medication",
    "family_history": "family_history",
}
"""Field of `Person` to the key by which a remark names it; every language has a word for each key."""


def missing(person: Person, *needed: str) -> tuple[str, ...]:
    """Keys of those of the needed fields that are not known, in their order."""
    return tuple(MISSING_KEYS[field] for field in needed if getattr(person, field) is None)


@dataclass(frozen=True)
class ReferenceGroup:
    """The MESA group of a person: share with calcium, quartiles, and the least score of each percentile 1 to 99."""

    ethnicity: Ethnicity
    sex: Sex
    age_years: int
    nonzero_percent: int
    p25: int
    p50: int
    p75: int
    p90: int
    least_scores: tuple[int, ...]


@dataclass(frozen=True)
class Interpretation:
    """Categories, comparison and risk of one score sheet.

    Attributes:
        person: who it was compared with.
        withheld: why the score is not interpreted at all (no reader has confirmed the marks, nothing was read, or the
            score does not hold); None where it is. Then there is neither category nor finding, and no page may show
            one.
        cac_drs: e.g. "A2/N3" ("A2" where the vessels are not known), or None where withheld.
        plaque_burden: a key of the five Rumberger words, or None where withheld.
        arterial_age: in years.
        mesa_percentile: 0 to 99.
        mesa_chd_risk: in percent in ten years.
        reference_group: the MESA group of the person, or None where the table has none.
        sources: the references of all of them.
        remarks: what must be known to read them rightly.
    """

    person: Person
    withheld: Remark | None
    cac_drs: str | None
    plaque_burden: PlaqueBurden | None
    arterial_age: Finding
    mesa_percentile: Finding
    mesa_chd_risk: Finding
    reference_group: ReferenceGroup | None
    sources: tuple[str, ...]
    remarks: tuple[Remark, ...] = ()
