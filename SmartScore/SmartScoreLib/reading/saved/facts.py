"""Which fact of a reading stands under which code: the tables that the writer and the reader of a saved reading share.

A field that a reading gets later finds its place by a row here: writing and restoring follow the tables.
"""

from dataclasses import dataclass
from typing import Any

from SmartScoreLib.interpretation.classifications.table import CLASSIFICATIONS
from SmartScoreLib.lesions.territories import TERRITORIES, Territory
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.saved import concepts as c
from SmartScoreLib.reading.saved.concepts import Concept
from SmartScoreLib.scoring.columns import AGATSTON, LESIONS, MASS, VOLUME
from SmartScoreLib.scoring.model import ScoringProtocol


@dataclass(frozen=True)
class Number:
    """A number of some dataclass, by the name of its field.

    Attributes:
        field: the field; of `weight_starts_hu` there is one row for each value, in order.
        concept: its code.
        unit: UCUM.
        whole: whether the field is an int.
    """

    field: str
    concept: Concept
    unit: Concept
    whole: bool = False


@dataclass(frozen=True)
class Choice:
    """A value out of a few, by the name of its field; `values` gives each its code."""

    field: str
    concept: Concept
    values: dict[Any, Concept]


YES_OR_NO: dict[Any, Concept] = {True: c.YES, False: c.NO}

REPORT_TEXTS: dict[str, Concept] = {
    "indication": c.INDICATION,
    "image_quality": c.IMAGE_QUALITY,
    "comparison": c.COMPARISON,
    "extracardiac": c.EXTRACARDIAC,
    "impression": c.IMPRESSION,
}
"""Fields of `ReportTexts` that are text."""

MARKS_CHOICES: tuple[Choice, ...] = (
    Choice("dominance", c.DOMINANCE, {"right": c.RIGHT_DOMINANCE, "left": c.LEFT_DOMINANCE}),
    Choice("zero_confirmed", c.ZERO_CONFIRMED, {True: c.YES}),
    Choice("mode", c.READING_MODE, dict(c.READING_MODES)),
)
"""Fields of `LesionMap` that the reader says beside the marks, or None where that was not said."""

VISUAL_CHOICES: tuple[Choice, ...] = (
    Choice("patient", c.VISUAL_PATIENT, dict(c.VISUAL_GRADES)),
    *(Choice(key.lower(), concept, dict(c.VISUAL_GRADES)) for key, concept in c.VISUAL_VESSELS.items()),
)
"""Fields of `VisualGrades`, or None where no grade was given."""

PROTOCOL_NUMBERS: tuple[Number, ...] = (
    Number("threshold_hu", c.THRESHOLD, c.HOUNSFIELD),
    Number("minimum_area_mm2", c.MINIMUM_AREA, c.SQUARE_MILLIMETERS),
    Number("minimum_voxels", c.MINIMUM_VOXELS, c.COUNT_OF_VOXELS, whole=True),
    Number("connectivity", c.CONNECTIVITY, c.COUNT_OF_NEIGHBORS, whole=True),
    *(Number("weight_starts_hu", weight, c.HOUNSFIELD) for weight in c.WEIGHTS),
    Number("mass_factor", c.MASS_FACTOR, c.MASS_FACTOR_UNIT),
    Number("tube_voltage_kvp", c.RULES_KVP, c.KILOVOLT),
)
PROTOCOL_CHOICES: tuple[Choice, ...] = (
    Choice("area_must_exceed", c.AREA_MUST_EXCEED, YES_OR_NO),
    Choice("volume_method", c.VOLUME_RULE, {"plain": c.VOLUME_PLAIN, "isotropic": c.VOLUME_ISOTROPIC}),
)

PERSON_NUMBERS: tuple[Number, ...] = (
    Number("age_years", c.SUBJECT_AGE, c.YEARS, whole=True),
    Number("total_cholesterol_mg_dl", c.TOTAL_CHOLESTEROL, c.MG_PER_DL),
    Number("hdl_cholesterol_mg_dl", c.HDL_CHOLESTEROL, c.MG_PER_DL),
    Number("systolic_mmhg", c.SYSTOLIC, c.MMHG),
    Number("egfr_ml_min", c.EGFR, c.ML_PER_MINUTE),
)
PERSON_CHOICES: tuple[Choice, ...] = (
    Choice("sex", c.SUBJECT_SEX, dict(c.SEXES)),
    Choice("ethnicity", c.MESA_GROUP, dict(c.MESA_GROUPS)),
    Choice("diabetes", c.DIABETES, YES_OR_NO),
    Choice("smoker", c.SMOKER, YES_OR_NO),
    Choice("lipid_medication", c.LIPID_MEDICATION, YES_OR_NO),
    Choice("blood_pressure_medication", c.PRESSURE_MEDICATION, YES_OR_NO),
    Choice("family_history", c.FAMILY_HISTORY, YES_OR_NO),
    Choice("statin", c.STATIN, YES_OR_NO),
)
PERSON_TEXTS: dict[str, Concept] = {"group": c.COMPARISON_GROUP}
"""Fields of `Person` that are text."""

CLASSIFICATION = Choice(
    "classification", c.CLASSIFICATION, {CLASSIFICATIONS[key]: code for key, code in c.CLASSIFIED_BY.items()}
)
"""Field of `InterpretationChoices`, as is the next."""
QUOTES = Choice("quotes", c.QUOTES, {True: c.YES})


@dataclass(frozen=True)
class Measurement:
    """One measured value that each territory and the total have, in the order of a table of them.

    Attributes:
        key: its field in the scores; "peak_hu" is that of the lesions.
        concept: its code; `of` gives that of a territory.
        unit: UCUM.
        modifier: a code that says more about it (method or derivation), by its own code.
    """

    key: str
    concept: Concept
    unit: Concept
    modifier: tuple[Concept, Concept] | None = None

    def of(self, territory: Territory | None) -> Concept:
        """The code for a territory: calcium outside of the coronary arteries is no coronary calcium score."""
        outside = territory is not None and not territory.counts
        return c.CALCIUM_SCORE if outside and self.concept == c.CORONARY_CALCIUM_SCORE else self.concept


MEASUREMENTS: tuple[Measurement, ...] = (
    Measurement(AGATSTON.key, c.CORONARY_CALCIUM_SCORE, c.NO_UNITS, (c.MEASUREMENT_METHOD, c.AGATSTON_METHOD)),
    Measurement(VOLUME.key, c.CALCIUM_VOLUME, c.CUBIC_MILLIMETERS, (c.MEASUREMENT_METHOD, c.VOLUME_METHOD)),
    Measurement(MASS.key, c.CALCIUM_MASS, c.MILLIGRAMS, (c.MEASUREMENT_METHOD, c.MASS_METHOD)),
    Measurement(LESIONS.key, c.NUMBER_OF_LESIONS, c.COUNT_OF_LESIONS),
    Measurement("peak_hu", c.ATTENUATION, c.HOUNSFIELD, (c.DERIVATION, c.MAXIMUM)),
)


def measurements(protocol: ScoringProtocol) -> tuple[Measurement, ...]:
    """What is measured by these rules: no mass without a factor. Each territory has the same, in the same order."""
    return tuple(one for one in MEASUREMENTS if one.key != MASS.key or protocol.mass_factor is not None)


def peak_hu(reading: Reading, territory: Territory | None) -> float | None:
    """The greatest value of the counted voxels of a territory, or of all that count where it is None.

    Where marks of a territory do not count (too small, or below the threshold), that of its marked voxels: readers of
    reports want a number in each column. None where there is neither.
    """
    keys = {one.key for one in TERRITORIES if one.counts} if territory is None else {territory.key}
    counted = [lesion.peak_hu for lesion in reading.sheet.lesions if lesion.territory in keys]
    if counted or territory is None:
        return max(counted, default=None)
    marked = reading.series.hu[reading.lesions.box][reading.lesions.labels == territory.label]
    return float(marked.max()) if marked.size else None
