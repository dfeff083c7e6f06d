"""What follows from all territories together: totals, their rules, percentile, age and risk (TID 1500 row 10).

The rules stand below the Agatston score as what it was inferred from; what is not available is not written.
"""

from collections.abc import Sequence

from pydicom.dataset import Dataset

from SmartScoreLib.dicomwriting.structured_report import items
from SmartScoreLib.dicomwriting.structured_report.groups import measured_values
from SmartScoreLib.interpretation.model import Finding
from SmartScoreLib.interpretation.populations.model import Comparison, ReferenceGroup
from SmartScoreLib.interpretation.sources import of_population
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.saved import concepts as c
from SmartScoreLib.reading.saved.concepts import Concept
from SmartScoreLib.reading.saved.facts import (
    PERSON_CHOICES,
    PERSON_NUMBERS,
    PERSON_TEXTS,
    PROTOCOL_NUMBERS,
    Choice,
    Number,
)
from SmartScoreLib.scoring.model import ScoringProtocol
from SmartScoreLib.scoring.rules import AGATSTON_SLICE_MM


def derived_measurements(reading: Reading) -> Dataset:
    """The container of everything that is derived from all territories."""
    total = reading.sheet.total
    agatston, *others = measured_values(reading, total)
    for item in (agatston, *others):
        _add(item, items.code(c.FINDING_SITE, c.CORONARY_ARTERY, relationship="HAS CONCEPT MOD"))
        if not any(child.ConceptNameCodeSequence[0].CodeValue == c.DERIVATION.value for child in item.ContentSequence):
            _add(item, items.code(c.DERIVATION, c.TOTAL, relationship="HAS CONCEPT MOD"))
    for rule in _rules(reading):
        _add(agatston, rule)
    found = reading.interpretation
    further = [
        *_known(c.WESTON, reading.lesions.visual.weston, c.NO_UNITS),
        *_known(c.VESSELS, total.vessels, c.COUNT_OF_VESSELS),
        *_known(c.DENSITY_SCORE, total.density_score, c.NO_UNITS),
        *_known(c.DIFFUSIVITY, total.diffusivity, c.NO_UNITS),
        *(item for one in found.comparisons for item in _percentile(one)),
        *_finding(c.ARTERIAL_AGE, found.arterial_age, c.YEARS),
        *_finding(c.CHD_RISK, found.mesa_chd_risk, c.PERCENT),
        *_finding(c.PREVENT_ASCVD, found.prevent_ascvd, c.PERCENT),
        *_finding(c.PREVENT_CVD, found.prevent_cvd, c.PERCENT),
    ]
    return items.container(c.DERIVED_MEASUREMENTS, agatston, *others, *further)


def patient_characteristics(reading: Reading) -> list[Dataset]:
    """What is known of the person that the score is compared with; nothing if nothing is."""
    person = reading.interpretation.person
    texts = ((code, getattr(person, field)) for field, code in PERSON_TEXTS.items())
    known = [*numbers_of(person, PERSON_NUMBERS), *choices_of(person, PERSON_CHOICES)]
    known += [items.text(code, text) for code, text in texts if text]
    return [items.container(c.PATIENT_CHARACTERISTICS, *known)] if known else []


def numbers_of(owner: object, rows: Sequence[Number], relationship: items.Relationship = "CONTAINS") -> list[Dataset]:
    """The numbers of a dataclass by the rows of a table; those that are None are left out."""
    made, seen = [], dict.fromkeys((row.field for row in rows), 0)
    for row in rows:
        value = getattr(owner, row.field)
        if isinstance(value, tuple):
            value, seen[row.field] = value[seen[row.field]], seen[row.field] + 1
        if value is not None:
            written = int(value) if row.whole else float(value)
            made.append(items.number(row.concept, written, row.unit, relationship=relationship))
    return made


def choices_of(owner: object, rows: Sequence[Choice]) -> list[Dataset]:
    """The choices of a dataclass by the rows of a table; those that say nothing are left out."""
    return [
        items.code(row.concept, row.values[value]) for row in rows if (value := getattr(owner, row.field)) in row.values
    ]


def _rules(reading: Reading) -> list[Dataset]:
    protocol: ScoringProtocol = reading.sheet.protocol
    spacing = float(reading.series.geometry.spacing_mm[0])
    return [
        *numbers_of(protocol, PROTOCOL_NUMBERS, "INFERRED FROM"),
        items.number(c.SLICE_SPACING, spacing, c.MILLIMETERS, relationship="INFERRED FROM"),
        items.number(c.REFERENCE_SPACING, float(AGATSTON_SLICE_MM), c.MILLIMETERS, relationship="INFERRED FROM"),
    ]


def _known(concept: Concept, value: float | None, unit: Concept) -> list[Dataset]:
    return [] if value is None else [items.number(concept, value, unit)]


def _finding(concept: Concept, finding: Finding, unit: Concept) -> list[Dataset]:
    if finding.value is None:
        return []
    return [items.number(concept, float(finding.value), unit, _authority(finding.source))]


def _authority(source: str) -> Dataset:
    return items.text(c.AUTHORITY, source, relationship="HAS PROPERTIES")


def _percentile(one: Comparison) -> list[Dataset]:
    """The percentile of a population as a number, or as text where its table has few steps."""
    if one.percentile is None or one.group is None:
        return []
    known = one.population
    about = [*_population(known.name, one.group), _authority(of_population(known))]
    if one.percentile.exact:
        return [items.number(c.PERCENTILE, float(one.percentile.least), c.PERCENT, *about)]
    part = f"{one.percentile.least} to {one.percentile.below}"
    return [items.text(c.PERCENTILE_RANGE, part, *about)]


def _population(name: str, group: ReferenceGroup) -> list[Dataset]:
    parts = (group.group, group.sex, f"{group.ages} years")
    words = f"{name}: {', '.join(part for part in parts if part)}"
    description = items.text(c.POPULATION, words, relationship="HAS PROPERTIES")
    if group.nonzero_percent is None:
        return [description]
    share = items.number(c.NONZERO, float(group.nonzero_percent), c.PERCENT, relationship="HAS PROPERTIES")
    return [description, share]


def _add(item: Dataset, child: Dataset) -> None:
    if "ContentSequence" in item:
        item.ContentSequence.append(child)
    else:
        item.ContentSequence = [child]
