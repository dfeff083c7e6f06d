"""Content items of a structured report (PS3.3 C.17.3), one function a Value Type."""

from collections.abc import Iterable
from typing import Literal

from pydicom.dataset import Dataset

from SmartScoreLib.dicomwriting.instances.header import allowed
from SmartScoreLib.dicomwriting.instances.references import reference
from SmartScoreLib.dicomwriting.repairs.numbers import decimal_string
from SmartScoreLib.reading.saved import concepts as c
from SmartScoreLib.reading.saved.concepts import Concept

Relationship = Literal["CONTAINS", "HAS OBS CONTEXT", "HAS CONCEPT MOD", "HAS PROPERTIES", "INFERRED FROM"]


def coded(concept: Concept) -> Dataset:
    """A code as an item of a code sequence (PS3.3 table 8.8-1)."""
    item = Dataset()
    item.CodeValue, item.CodingSchemeDesignator = concept.value, concept.scheme
    item.CodeMeaning = allowed("CodeMeaning", concept.meaning)
    return item


def container(concept: Concept, *children: Dataset, relationship: Relationship | None = "CONTAINS") -> Dataset:
    """A CONTAINER of separate items; the root of a document has no relationship."""
    item = _item("CONTAINER", concept, relationship)
    item.ContinuityOfContent = "SEPARATE"
    return _with(item, children)


def template(item: Dataset, identifier: str) -> Dataset:
    """The container with the template of PS3.16 that it follows."""
    follows = Dataset()
    follows.MappingResource, follows.TemplateIdentifier = "DCMR", identifier
    item.ContentTemplateSequence = [follows]
    return item


def text(concept: Concept, value: str, *children: Dataset, relationship: Relationship = "CONTAINS") -> Dataset:
    """A TEXT item; control characters other than line breaks become spaces."""
    item = _item("TEXT", concept, relationship)
    item.TextValue = allowed("TextValue", value)
    return _with(item, children)


def code(concept: Concept, value: Concept, *children: Dataset, relationship: Relationship = "CONTAINS") -> Dataset:
    """A CODE item."""
    item = _item("CODE", concept, relationship)
    item.ConceptCodeSequence = [coded(value)]
    return _with(item, children)


def number(
    concept: Concept,
    value: float,
    unit: Concept,
    *children: Dataset,
    relationship: Relationship = "CONTAINS",
) -> Dataset:
    """A NUM item: Numeric Value within 16 characters, and Floating Point Value with every digit of a float."""
    item = _item("NUM", concept, relationship)
    measured = Dataset()
    measured.NumericValue = decimal_string(value)
    if isinstance(value, float):
        measured.FloatingPointValue = value
    measured.MeasurementUnitsCodeSequence = [coded(unit)]
    item.MeasuredValueSequence = [measured]
    return _with(item, children)


def uid(concept: Concept, value: str, relationship: Relationship = "CONTAINS") -> Dataset:
    """A UIDREF item."""
    item = _item("UIDREF", concept, relationship)
    item.UID = value
    return item


def person(concept: Concept, value: str, relationship: Relationship = "CONTAINS") -> Dataset:
    """A PNAME item of a name in the form of DICOM."""
    item = _item("PNAME", concept, relationship)
    item.PersonName = value
    return item


def composite(concept: Concept, sop_class_uid: str, sop_instance_uid: str) -> Dataset:
    """A COMPOSITE item that names an instance that is no image."""
    item = _item("COMPOSITE", concept, "CONTAINS")
    item.ReferencedSOPSequence = [reference(sop_class_uid, sop_instance_uid)]
    return item


def segment(sop_class_uid: str, sop_instance_uid: str, number_of_segment: int) -> Dataset:
    """An IMAGE item that names one segment of a Segmentation."""
    item = _item("IMAGE", c.REFERENCED_SEGMENT, "CONTAINS")
    named = reference(sop_class_uid, sop_instance_uid)
    named.ReferencedSegmentNumber = number_of_segment
    item.ReferencedSOPSequence = [named]
    return item


def _item(value_type: str, concept: Concept, relationship: Relationship | None) -> Dataset:
    item = Dataset()
    if relationship is not None:
        item.RelationshipType = relationship
    item.ValueType = value_type
    item.ConceptNameCodeSequence = [coded(concept)]
    return item


def _with(item: Dataset, children: Iterable[Dataset]) -> Dataset:
    if found := list(children):
        item.ContentSequence = found
    return item
