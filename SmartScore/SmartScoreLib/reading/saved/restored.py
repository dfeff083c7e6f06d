"""What a structured report says of a reading, as the values that the reading was made of."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from pydicom.dataset import Dataset

from SmartScoreLib.interpretation.choices import InterpretationChoices
from SmartScoreLib.interpretation.classifications.table import RUMBERGER_1999
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.interpretation.populations.model import ReferencePopulation
from SmartScoreLib.interpretation.populations.table import MESA, POPULATIONS, population
from SmartScoreLib.interpretation.populations.table_file import population_of
from SmartScoreLib.lesions.visual import VisualGrades
from SmartScoreLib.reading.model import ReportStatus, ReportTexts
from SmartScoreLib.reading.saved import concepts as c
from SmartScoreLib.reading.saved import content
from SmartScoreLib.reading.saved.facts import (
    CLASSIFICATION,
    MARKS_CHOICES,
    PERSON_CHOICES,
    PERSON_NUMBERS,
    PERSON_TEXTS,
    PROTOCOL_CHOICES,
    PROTOCOL_NUMBERS,
    QUOTES,
    REPORT_TEXTS,
    VISUAL_CHOICES,
    Choice,
    Number,
)
from SmartScoreLib.reading.saved.remarks import restored_remark
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.scoring.model import ScoringProtocol
from SmartScoreLib.scoring.presets import protocol_json, restored


@dataclass(frozen=True)
class Restored:
    """The values of a saved reading beside its marks; `choices` are fields of `LesionMap` that the reader chose."""

    protocol: ScoringProtocol
    person: Person
    reader: str
    comment: str
    texts: ReportTexts
    label: str
    origin: Remark | None
    marks_remarks: tuple[Remark, ...]
    choices: dict[str, Any]
    interpretation: InterpretationChoices


def restored_values(report: Dataset) -> Restored:
    """Everything that a structured report of this software says of its reading.

    Raises:
        KeyError: a rule is missing.
        ValueError: a value is not what its place asks for.
    """
    said = content.child(report, c.QUALITATIVE_EVALUATIONS)
    return Restored(
        protocol=_protocol(report, said),
        person=_person(report),
        reader=reader_of(report),
        comment=content.text(content.child(said, c.COMMENT)),
        texts=_texts(report, said),
        label=content.text(content.child(said, c.SERIES_LABEL)),
        origin=next(iter(_remarks(said, c.MARKS_ORIGIN)), None),
        marks_remarks=_remarks(said, c.MARKS_REMARK),
        choices=_choices(said, MARKS_CHOICES) | {"visual": VisualGrades(**_choices(said, VISUAL_CHOICES))},
        interpretation=_interpretation(said),
    )


def reader_of(report: Dataset) -> str:
    """Who made the reading, as entered."""
    said = content.child(report, c.QUALITATIVE_EVALUATIONS)
    return content.text(content.child(said, c.READER))


def status_of(report: Dataset) -> ReportStatus:
    """The status, from Preliminary Flag (PS3.3 C.17.2)."""
    flags: dict[str, ReportStatus] = {"PRELIMINARY": "draft", "FINAL": "final"}
    return flags.get(str(report.get("PreliminaryFlag", "")), "")


def agatston_of(report: Dataset) -> float | None:
    """The coronary total; None if it is not there."""
    return content.number(content.child(content.child(report, c.DERIVED_MEASUREMENTS), c.CORONARY_CALCIUM_SCORE))


def volume_of(report: Dataset) -> float | None:
    """The volume of the coronary total in mm3; None if it is not there."""
    return content.number(content.child(content.child(report, c.DERIVED_MEASUREMENTS), c.CALCIUM_VOLUME))


def age_of(report: Dataset) -> int | None:
    """The age in years that the score was compared by; None if it is not there."""
    return _person(report).age_years


def _texts(report: Dataset, said: Dataset | None) -> ReportTexts:
    day = content.text(content.child(said, c.REPORT_DATE))
    texts = {field: content.text(content.child(said, concept)) for field, concept in REPORT_TEXTS.items()}
    made = ReportTexts(status=status_of(report), reported_on=date.fromisoformat(day) if day else None)
    return replace(made, **texts)  # type: ignore[arg-type] # all of these fields are texts


def _protocol(report: Dataset, said: Dataset | None) -> ScoringProtocol:
    agatston = content.child(content.child(report, c.DERIVED_MEASUREMENTS), c.CORONARY_CALCIUM_SCORE)
    found = _numbers(agatston, PROTOCOL_NUMBERS) | _choices(said, PROTOCOL_CHOICES)
    found["name"] = content.text(content.child(said, c.PROTOCOL))
    found["source"] = content.text(content.child(said, c.PROTOCOL_SOURCE))
    # The only rule that may be absent: mass is not measured then.
    found.setdefault("mass_factor", None)
    if missing := protocol_json(ScoringProtocol()).keys() - found.keys() - {"source", "mass_factor_source"}:
        raise KeyError(*sorted(missing))
    return replace(restored(found), mass_factor_source=next(iter(_remarks(said, c.MASS_FACTOR_SOURCE)), None))


def _person(report: Dataset) -> Person:
    known = content.child(report, c.PATIENT_CHARACTERISTICS)
    values = _numbers(known, PERSON_NUMBERS) | _choices(known, PERSON_CHOICES)
    values |= {field: content.text(content.child(known, code)) or None for field, code in PERSON_TEXTS.items()}
    return Person(**{field.name: values.get(field.name) for field in fields(Person)})


def _interpretation(said: Dataset | None) -> InterpretationChoices:
    """The classification and the populations of a reading.

    A file without them is of version 1.0, which had Rumberger's words and MESA's percentiles.
    """
    chosen = _choices(said, (CLASSIFICATION,)).get("classification", RUMBERGER_1999)
    quotes = _choices(said, (QUOTES,)).get("quotes", False)
    written = content.children(said, c.POPULATION_CHOSEN) if said is not None else ()
    populations = tuple(map(_population, written)) or (population(MESA),)
    return InterpretationChoices(chosen, populations, quotes)


def _population(item: Dataset) -> ReferencePopulation:
    key = content.text(item)
    if key in POPULATIONS:
        return population(key)
    try:
        return population_of(content.text(content.child(item, c.POPULATION_TABLE)), key)
    except InputRefused as error:
        raise ValueError("; ".join(map(english, error.remarks))) from error


def _numbers(parent: Dataset | None, rows: Sequence[Number]) -> dict[str, Any]:
    """Fields by the rows of a table; of a field with several rows all of them."""
    found: dict[str, list[Any]] = {}
    for row in rows:
        value = content.number(content.child(parent, row.concept))
        if value is not None:
            found.setdefault(row.field, []).append(int(value) if row.whole else value)
    several = {row.field for row in rows if sum(other.field == row.field for other in rows) > 1}
    return {field: tuple(values) if field in several else values[0] for field, values in found.items()}


def _choices(parent: Dataset | None, rows: Sequence[Choice]) -> dict[str, Any]:
    found = {}
    for row in rows:
        code = content.choice(content.child(parent, row.concept))
        known = {concept.key: value for value, concept in row.values.items()}
        if code in known:
            found[row.field] = known[code]
    return found


def _remarks(said: Dataset | None, concept: c.Concept) -> tuple[Remark, ...]:
    if said is None:
        return ()
    return tuple(
        restored_remark(content.text(item), content.text(content.child(item, c.REMARK_DATA)))
        for item in content.children(said, concept)
    )
