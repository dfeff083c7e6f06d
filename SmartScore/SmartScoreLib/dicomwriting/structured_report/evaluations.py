"""What a reading says in words and codes: category, the reader's texts, remarks (TID 1500 row 12)."""

import json

from pydicom.dataset import Dataset

from SmartScoreLib.dicomwriting.structured_report import items
from SmartScoreLib.dicomwriting.structured_report.derived import choices_of
from SmartScoreLib.interpretation.choices import InterpretationChoices
from SmartScoreLib.interpretation.classifications.table import RUMBERGER_1999
from SmartScoreLib.interpretation.model import Interpretation
from SmartScoreLib.interpretation.valve import SOURCE, aortic_valve
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.saved import concepts as c
from SmartScoreLib.reading.saved.concepts import Concept
from SmartScoreLib.reading.saved.facts import (
    CLASSIFICATION,
    MARKS_CHOICES,
    PROTOCOL_CHOICES,
    QUOTES,
    REPORT_TEXTS,
    VISUAL_CHOICES,
)
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.model import Remark, remark_json


def evaluations(reading: Reading) -> Dataset:
    """The container; what the reader did not say is not written."""
    found, protocol, texts = reading.interpretation, reading.sheet.protocol, reading.texts
    number = reading.previous.number + 1 if reading.previous else 1
    children = [
        *_said(c.CAC_DRS, found.cac_drs),
        *_graded(found),
        *_chosen(found.choices),
        *_remark(c.WITHHELD, found.withheld),
        *choices_of(reading.lesions, MARKS_CHOICES),
        *choices_of(reading.lesions.visual, VISUAL_CHOICES),
        *_said(c.VISUAL_CAC_DRS, reading.lesions.visual.cac_drs),
        *_valve(reading),
        *(item for field, concept in REPORT_TEXTS.items() for item in _said(concept, getattr(texts, field))),
        *_said(c.COMMENT, reading.comment),
        *_said(c.REPORT_DATE, texts.reported_on.isoformat() if texts.reported_on else ""),
        items.text(c.VERSION, str(number)),
        *_said(c.READER, reading.reader),
        *_said(c.SERIES_LABEL, reading.series.label),
        items.text(c.PROTOCOL, protocol.name),
        *_said(c.PROTOCOL_SOURCE, "" if protocol.source is None else english(protocol.source)),
        *choices_of(protocol, PROTOCOL_CHOICES),
        *_remark(c.MASS_FACTOR_SOURCE, protocol.mass_factor_source),
        *_remark(c.MARKS_ORIGIN, reading.lesions.origin),
        *(item for one in reading.lesions.remarks for item in _remark(c.MARKS_REMARK, one)),
        *(item for one in reading.sheet.remarks for item in _remark(c.REMARK, one)),
        *(item for one in found.remarks for item in _remark(c.REMARK, one)),
        *(items.text(c.REFERENCE, source) for source in found.sources),
    ]
    return items.container(c.QUALITATIVE_EVALUATIONS, *children)


def _graded(found: Interpretation) -> list[Dataset]:
    """The grade by the classification that was chosen; Rumberger's has codes of version 1.0."""
    if found.grade is None:
        return []
    grade = [items.text(c.GRADE, found.grade.key)]
    if found.choices.classification != RUMBERGER_1999:
        return grade
    return [*grade, items.code(c.PLAQUE_BURDEN, c.BURDENS[found.grade.key])]


def _chosen(choices: InterpretationChoices) -> list[Dataset]:
    """What a reading is interpreted with when it is opened again; a site's own table is in the file."""
    populations = [
        items.text(
            c.POPULATION_CHOSEN,
            one.name if one.table else one.key,
            *([items.text(c.POPULATION_TABLE, one.table, relationship="HAS CONCEPT MOD")] if one.table else []),
        )
        for one in choices.populations
    ]
    return [*choices_of(choices, (CLASSIFICATION, QUOTES)), *populations]


def _valve(reading: Reading) -> list[Dataset]:
    """The grade of the aortic valve with its reference, or why it is not graded."""
    found = aortic_valve(reading.sheet, reading.interpretation.person)
    if found is None:
        return []
    if found.grade is None:
        return _remark(c.REMARK, found.reason)
    source = items.text(c.AUTHORITY, SOURCE, relationship="HAS PROPERTIES")
    return [items.code(c.AORTIC_STENOSIS, c.AORTIC_STENOSIS_GRADES[found.grade], source)]


def _said(concept: Concept, text: str | None) -> list[Dataset]:
    return [items.text(concept, text)] if text and text.strip() else []


def _remark(concept: Concept, remark: Remark | None) -> list[Dataset]:
    """A remark in English for whoever reads the file, and as data for this software."""
    if remark is None:
        return []
    data = json.dumps(remark_json(remark), ensure_ascii=False)
    return [items.text(concept, english(remark), items.text(c.REMARK_DATA, data, relationship="HAS CONCEPT MOD"))]
