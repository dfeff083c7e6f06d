"""Looking into the content tree of a structured report (PS3.3 C.17.3): items by the code of their concept name."""

from collections.abc import Iterator

from pydicom.dataset import Dataset

from SmartScoreLib.reading.saved.concepts import Concept


def code_of(item: Dataset, keyword: str) -> tuple[str, str]:
    """Scheme and value of the first code of a sequence attribute; empty texts if there is none."""
    sequence = item.get(keyword)
    if not sequence:
        return "", ""
    code = sequence[0]
    return str(code.get("CodingSchemeDesignator", "")), str(code.get("CodeValue", ""))


def children(item: Dataset, *concepts: Concept) -> Iterator[Dataset]:
    """The content items directly below one whose concept name is one of these; all without concepts."""
    keys = {concept.key for concept in concepts}
    for child in item.get("ContentSequence") or ():
        if not keys or code_of(child, "ConceptNameCodeSequence") in keys:
            yield child


def child(item: Dataset | None, concept: Concept) -> Dataset | None:
    """The first content item directly below one that has this concept name, or None."""
    return None if item is None else next(children(item, concept), None)


def text(item: Dataset | None) -> str:
    """The value of a TEXT, PNAME or UIDREF item; "" for None."""
    if item is None:
        return ""
    for keyword in ("TextValue", "PersonName", "UID"):
        if keyword in item:
            return str(item.get(keyword) or "")
    return ""


def number(item: Dataset | None) -> float | None:
    """The value of a NUM item in full precision (Floating Point Value before Numeric Value); None if it has none."""
    measured = None if item is None else item.get("MeasuredValueSequence")
    if not measured:
        return None
    value = measured[0].get("FloatingPointValue")
    if value is None:
        value = measured[0].get("NumericValue")
    return None if value is None or value == "" else float(value)


def choice(item: Dataset | None) -> tuple[str, str]:
    """Scheme and value of a CODE item's value; empty texts for None."""
    return ("", "") if item is None else code_of(item, "ConceptCodeSequence")
