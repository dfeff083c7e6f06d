"""Which territory a segment means: one answer for files and for the scene."""

import re
from collections.abc import Callable, Iterable

from SmartScoreLib.lesions.territories import BY_KEY, TERRITORIES, Territory
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark

Code = tuple[str, str]
"""(coding scheme designator, code value)."""

TERRITORY_TAG = "SmartScore.Territory"
"""Segment tag that holds the territory's key; it survives renaming and is saved with the segmentation."""

# Words that say nothing about the place: "LAD calcified lesion 3", "proximal RCA", "Left anterior descending artery".
_IDLE = frozenset(
    ("calcium", "calcification", "calcifications", "calcified", "plaque", "plaques", "lesion", "lesions", "segment")
) | {"proximal", "prox", "mid", "middle", "distal", "dist", "artery", "arteries", "a", "the", "of", "score"}


def shown(text: object, length: int = 100) -> str:
    """What a file says, as part of a message: one line, printable, not endless."""
    line = " ".join("".join(c if c.isprintable() else " " for c in str(text)).split())
    return line if len(line) <= length else line[: length - 3] + "..."


def territory_of(
    segment: Callable[[], Remark], name: str, codes: Iterable[Code] = (), *, tag: str = "", identifier: str = ""
) -> Territory | Remark:
    """The territory of a segment, or why it has none.

    The first of name, tag and identifier that names a territory tells it, else the first code that is one of the
    table's. Where both tell, they must say the same, with one exception: a segment that was made here carries the tag
    and codes of what it was made for, and whoever renames it to another territory means that one.

    Args:
        segment: gives what the segment is called in a remark, such as 'segment "LAD" of marks.seg.nrrd'; asked only if
            it has no territory.
        name: its name or label.
        codes: its anatomic region and property type, in this order; asked only where they are needed.
        tag: the value of its `TERRITORY_TAG`, or "".
        identifier: its ID, or "".
    """
    by_name = next((found for text in (name, tag, identifier) if (found := _by_name(text))), None)
    if by_name is not None and tag in BY_KEY:
        return by_name
    by_code = _by_code(codes)
    if by_name is not None and by_code is not None and by_name != by_code:
        return remark("lesions.contradiction", segment=segment(), by_name=by_name.key, by_code=by_code.key)
    return by_code or by_name or remark("lesions.unclear", segment=segment(), known=tuple(BY_KEY))


def territory_or_refuse(
    segment: Callable[[], Remark], name: str, codes: Iterable[Code] = (), *, tag: str = "", identifier: str = ""
) -> Territory:
    """The territory of a segment, for marks that must have one. Arguments as of `territory_of`.

    Raises:
        InputRefused: neither name nor codes tell, or they contradict each other.
    """
    found = territory_of(segment, name, codes, tag=tag, identifier=identifier)
    if isinstance(found, Remark):
        raise InputRefused(found)
    return found


def terminology_codes(entry: str) -> list[Code]:
    """Anatomic region and type codes of a terminology entry of Slicer, in this order.

    An entry reads context~category~type~type modifier~region context~region~region modifier, and each code
    scheme^value^meaning (Slicer, vtkSlicerTerminologiesModuleLogic).
    """
    parts = entry.split("~")
    codes = []
    for place in (5, 2):
        code = parts[place].split("^") if place < len(parts) else []
        if len(code) >= 2 and code[1]:
            codes.append((code[0], code[1]))
    return codes


def _plain(text: str) -> str:
    """A name without case, signs, numbers and idle words."""
    words = re.split(r"[^a-z0-9]+", text.lower())
    return " ".join(word for word in words if word and not word.isdigit() and word not in _IDLE)


_NAMES: dict[str, Territory] = {
    _plain(text): territory
    for territory in TERRITORIES
    for text in (territory.key, territory.name, territory.sct_meaning, *territory.synonyms)
    if text
}


def _by_name(text: str) -> Territory | None:
    return _NAMES.get(_plain(text))


def _by_code(codes: Iterable[Code]) -> Territory | None:
    """The territory of the first code that is one of the table's; SNOMED RT codes are translated."""
    for scheme, value in codes:
        for territory in TERRITORIES:
            known = (territory.sct_code, *territory.sct_synonyms)
            if any(sct and _same_code(scheme, value, sct) for sct in known):
                return territory
    return None


def _same_code(scheme: str, value: str, sct: str) -> bool:
    if scheme == "SCT":
        return value == sct
    from pydicom.sr.coding import Code

    # Comparing translates the retired SNOMED RT codes.
    return bool(Code(value, scheme, "") == Code(sct, "SCT", ""))
