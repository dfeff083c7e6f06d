"""Which territory a segment means, by its codes or its name."""

import re
from collections.abc import Iterable

from SmartScoreLib.lesions.territories import BY_KEY, TERRITORIES, Territory
from SmartScoreLib.remarks.errors import InputRefused

Code = tuple[str, str]
"""(coding scheme designator, code value)."""

# Words that say nothing about the place: "LAD calcified lesion 3", "proximal RCA", "Left anterior descending artery".
_IDLE = frozenset(
    ("calcium", "calcification", "calcifications", "calcified", "plaque", "plaques", "lesion", "lesions", "segment")
) | {"proximal", "prox", "mid", "middle", "distal", "dist", "artery", "arteries", "a", "the", "of", "score"}

_MEANT: dict[str, tuple[str, ...]] = {
    "LM": ("lm", "lms", "lmca", "left main", "left main stem", "left main coronary"),
    "LAD": ("lad", "left anterior descending", "left anterior descending coronary"),
    "LCX": ("lcx", "cx", "circumflex", "left circumflex", "circumflex coronary", "left circumflex coronary"),
    "RCA": ("rca", "right coronary"),
    "PDA": ("pda", "posterior descending", "right posterior descending", "posterior descending right coronary"),
    "AORTA": ("aorta", "ascending aorta"),
    "AV": ("av", "aortic valve"),
    "MV": ("mv", "mitral valve"),
    "OTHER": ("other",),
}
_NAMES = {name: key for key, names in _MEANT.items() for name in names}

# SNOMED CT codes of the table, and those that segments carry instead.
_SCT: dict[str, str] = {t.sct_code: t.key for t in TERRITORIES if t.sct_code} | {"15825003": "AORTA"}


def shown(text: object, length: int = 100) -> str:
    """What a file says, as part of a message: one line, printable, not endless."""
    line = " ".join("".join(c if c.isprintable() else " " for c in str(text)).split())
    return line if len(line) <= length else line[: length - 3] + "..."


def territory_by_name(name: str) -> Territory | None:
    """The territory that a name means, whatever its case, signs, numbers and idle words; None if it names none."""
    words = [word for word in re.split(r"[^a-z0-9]+", name.lower()) if word and not word.isdigit()]
    found = _NAMES.get(" ".join(word for word in words if word not in _IDLE))
    return BY_KEY[found] if found else None


def territory_by_code(codes: Iterable[Code]) -> Territory | None:
    """The territory of the first code that is one of the table's; SNOMED RT codes are translated."""
    for scheme, value in codes:
        for sct, key in _SCT.items():
            if _same_code(scheme, value, sct):
                return BY_KEY[key]
    return None


def territory_of(where: str, name: str, codes: Iterable[Code] = ()) -> Territory:
    """The territory of a segment.

    Args:
        where: what the segment is called in messages, such as 'segment "LAD" of marks.seg.nrrd'.
        name: its name or label.
        codes: its anatomic region and property type.

    Raises:
        InputRefused: neither name nor codes tell, or they contradict each other.
    """
    by_name, by_code = territory_by_name(name), territory_by_code(codes)
    if by_name and by_code and by_name != by_code:
        raise InputRefused(
            f"The name of {where} means {by_name.key}, but its code means {by_code.key}; make both say the same."
        )
    found = by_code or by_name
    if found is None:
        raise InputRefused(
            f"It is not clear which territory {where} is; name it one of {', '.join(BY_KEY)}, or take it out."
        )
    return found


def _same_code(scheme: str, value: str, sct: str) -> bool:
    if scheme == "SCT":
        return value == sct
    from pydicom.sr.coding import Code

    # Comparing translates the retired SNOMED RT codes.
    return bool(Code(value, scheme, "") == Code(sct, "SCT", ""))
