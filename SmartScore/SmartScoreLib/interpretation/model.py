"""What the numbers mean: every statement with its source, or the reason why it is not available."""

from dataclasses import dataclass
from typing import Literal

from SmartScoreLib.interpretation.choices import InterpretationChoices
from SmartScoreLib.interpretation.classifications.model import Grade
from SmartScoreLib.interpretation.populations.model import Comparison, Sex
from SmartScoreLib.remarks.model import Remark

Ethnicity = Literal["white", "chinese", "black", "hispanic"]


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

    From diabetes on they are inputs of risk equations only; cholesterol in mg/dL, blood pressure in mmHg.

    Attributes:
        lipid_medication: of any kind, which the MESA risk asks for.
        family_history: of heart attack, of a parent, brother, sister or child.
        statin: which PREVENT asks for.
        egfr_ml_min: estimated glomerular filtration rate in mL/min/1.73 m2, which PREVENT asks for.
        group: of a site's own reference population, where its groups are not those of `ethnicity`.
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
    statin: bool | None = None
    egfr_ml_min: float | None = None
    group: str | None = None


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
    "statin": "statin",
    "egfr_ml_min": "egfr",
    "group": "comparison_group",
}
"""Field of `Person` to the key by which a remark names it; every language has a word for each key."""


def missing(person: Person, *needed: str) -> tuple[str, ...]:
    """Keys of those of the needed fields that are not known, in their order."""
    return tuple(MISSING_KEYS[field] for field in needed if getattr(person, field) is None)


@dataclass(frozen=True)
class Interpretation:
    """Categories, comparisons and risks of one score sheet.

    Attributes:
        person: who it was compared with.
        choices: the classification and the populations that were chosen.
        withheld: why the score is not interpreted at all (no reader has confirmed the marks, nothing was read, or the
            score does not hold); None where it is. Then there is neither category nor finding, and no page may show
            one.
        cac_drs: e.g. "A2/N3" ("A2" where the vessels are not known), or None where withheld.
        grade: of the classification that was chosen, or None where withheld.
        arterial_age: in years.
        comparisons: with each population that was chosen, in their order.
        mesa_chd_risk: in percent in ten years, with the calcium score.
        prevent_ascvd: in percent in ten years, of atherosclerotic cardiovascular disease, without the calcium score.
        prevent_cvd: the same of all cardiovascular disease, with heart failure.
        sources: the references of all of them.
        remarks: what must be known to read them rightly, and what is named of the result.
    """

    person: Person
    choices: InterpretationChoices
    withheld: Remark | None
    cac_drs: str | None
    grade: Grade | None
    arterial_age: Finding
    comparisons: tuple[Comparison, ...]
    mesa_chd_risk: Finding
    prevent_ascvd: Finding
    prevent_cvd: Finding
    sources: tuple[str, ...]
    remarks: tuple[Remark, ...] = ()

    @property
    def comparison(self) -> Comparison:
        """With the first population that has a percentile; with the first of all where none has."""
        return next((one for one in self.comparisons if one.percentile is not None), self.comparisons[0])
