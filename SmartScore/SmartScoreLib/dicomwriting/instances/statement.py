"""Tables of CONFORMANCE.md about segmentation, structured report and presentation state, from what is written."""

from collections.abc import Iterable

from pydicom.datadict import dictionary_description, tag_for_keyword

from SmartScoreLib.dicomwriting.instances.made import MADE
from SmartScoreLib.dicomwriting.instances.series import copied_rows
from SmartScoreLib.dicomwriting.presentation.write import KIND as PRESENTATION
from SmartScoreLib.dicomwriting.segmentation.write import KIND as SEGMENTATION
from SmartScoreLib.dicomwriting.structured_report.write import KIND as REPORT
from SmartScoreLib.lesions.territories import TERRITORIES
from SmartScoreLib.reading.saved.concepts import PRIVATE, Concept
from SmartScoreLib.reading.saved.facts import (
    MARKS_CHOICES,
    MEASUREMENTS,
    PERSON_CHOICES,
    PERSON_NUMBERS,
    PROTOCOL_CHOICES,
    PROTOCOL_NUMBERS,
    REPORT_TEXTS,
    Choice,
    Number,
)


def object_fields() -> dict[str, str]:
    """What stands in the places of the template, by their names."""
    return {
        "WRITTEN_SEG": _written(SEGMENTATION.modality, SEGMENTATION.also),
        "WRITTEN_SR": _written(REPORT.modality, REPORT.also),
        "WRITTEN_PR": _written(PRESENTATION.modality, PRESENTATION.also),
        "SEGMENTS": _segments(),
        "MEASUREMENTS": _table(
            ("Measurement", "Unit (UCUM)", "Modifier"),
            ((_code(m.concept), m.unit.value, _code(m.modifier[1]) if m.modifier else "") for m in MEASUREMENTS),
        ),
        "RULES": _numbers(PROTOCOL_NUMBERS),
        "RULE_CHOICES": _choices(PROTOCOL_CHOICES),
        "READING_TEXTS": ", ".join(_code(concept) for concept in REPORT_TEXTS.values()),
        "READING_CHOICES": _choices(MARKS_CHOICES),
        "PERSON_NUMBERS": _numbers(PERSON_NUMBERS),
        "PERSON_CHOICES": _choices(PERSON_CHOICES),
        "PRIVATE_CODES": _table(("Code Value", "Code Meaning"), ((f"`{one.value}`", one.meaning) for one in PRIVATE)),
    }


def _written(modality: str, also: tuple[str, ...]) -> str:
    copied = ", ".join(_attribute(row.keyword) for row in copied_rows(*also))
    rows = (
        (dictionary_description(one.keyword), _tag(one.keyword), one.presence, one.source, one.remark)
        for one in MADE[modality]
    )
    made = _table(("Attribute", "Tag", "Presence", "Source", "Remark"), rows)
    return f"Copied, as in the reduced CT (A.1): {copied}.\n\n{made}"


def _segments() -> str:
    rows = (
        (one.name, f"({one.sct_code}, SCT, {one.sct_meaning})" if one.sct_code else "none", str(one.color))
        for one in TERRITORIES
    )
    return _table(("Segment Label", "Anatomic Region", "Color (sRGB)"), rows)


def _numbers(rows: Iterable[Number]) -> str:
    return _table(("Code", "Unit (UCUM)"), ((_code(row.concept), row.unit.value) for row in rows))


def _choices(rows: Iterable[Choice]) -> str:
    values = ((_code(row.concept), "; ".join(_code(value) for value in row.values.values())) for row in rows)
    return _table(("Code", "Values"), values)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def _code(concept: Concept) -> str:
    return f"({concept.value}, {concept.scheme}, {concept.meaning})"


def _attribute(keyword: str) -> str:
    return f"{dictionary_description(keyword)} {_tag(keyword)}"


def _tag(keyword: str) -> str:
    tag = tag_for_keyword(keyword)
    assert tag is not None  # of the dictionary
    return f"({tag >> 16:04X},{tag & 0xFFFF:04X})"
