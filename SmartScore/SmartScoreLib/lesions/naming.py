"""Which territory a segment means: one answer for files, for options and for the scene."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from SmartScoreLib.lesions.territories import BY_KEY, TERRITORIES, Territory
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark

Code = tuple[str, str]
"""(coding scheme designator, code value)."""

TERRITORY_TAG = "SmartScore.Territory"
"""Segment tag that holds the territory's key; it survives renaming and is saved with the segmentation."""

# Words that say nothing about the place: "LAD calcified lesion 3", "proximal RCA", "Left anterior descending artery".
_IDLE = frozenset(
    re.findall(
        r"\w+",
        "a the of de du artery arteries arteria artere vessel branch branches branche ramo rama ca calc calcs calcium "
        "calcification calcifications calcified plaque plaques lesion lesions segment segmentation seg label labels "
        "mask masks roi proximal prox mid middle distal dist native total score scores scoring agatston first second "
        "third",
    )
)
# Words that are left out only if the name means nothing with them: "CAC_LAD", "LAD coronary".
_IDLE_BESIDE_OTHERS = frozenset(("cac", "cacs", "coronary"))
# Segments 1 to 18 of the SCCT guideline (Leipsic 2014, J Cardiovasc Comput Tomogr 8:342).
_SCCT = ("RCA", "RCA", "RCA", "PDA", "LM", *["LAD"] * 5, *["LCX"] * 5, "RCA", "LCX", "LCX")
# Side branches of CID 3015 that have codes of the BARI study only.
_BARI = {"9": "PDA", "28A": "LCX"} | {f"{n}A": "LAD" for n in (15, 16, 29)} | {f"{n}A": "LCX" for n in (20, 21, 22)}


def shown(text: object, length: int = 100) -> str:
    """What a file says, as part of a message: one line, printable, not endless."""
    line = " ".join("".join(c if c.isprintable() else " " for c in str(text)).split())
    return line if len(line) <= length else line[: length - 3] + "..."


def territory_of(
    segment: Callable[[], Remark], name: str, codes: Iterable[Code] = (), *, tag: str = "", identifier: str = ""
) -> Territory | Remark:
    """The territory of a segment, or why it has none.

    The first of name, tag and identifier that names a territory tells it, else the first code that is one of the
    table's. Where both tell, they must say the same, or one of them a part of what the other says ("coronary" and the
    code of the LAD); with one exception: a segment that was made here carries the tag and codes of what it was made
    for, and whoever renames it to another territory means that one.

    Args:
        segment: gives what the segment is called in a remark, such as 'segment "LAD" of marks.seg.nrrd'; asked only if
            it has no territory.
        name: its name or label.
        codes: its anatomic region and property type, in this order; asked only where they are needed.
        tag: the value of its `TERRITORY_TAG`, or "".
        identifier: its ID, or "".
    """
    by_name = next((found for text in (name, tag, identifier) if (found := named(text))), None)
    if by_name is not None and tag in BY_KEY:
        return by_name
    by_code = _by_code(codes)
    if by_name is not None and by_code is not None:
        if by_name is not by_code and _holds(by_name, by_code):
            return by_code
        if not _holds(by_code, by_name):
            return remark("lesions.contradiction", segment=segment(), by_name=by_name.key, by_code=by_code.key)
    return by_name or by_code or remark("lesions.unclear", segment=segment(), known=tuple(BY_KEY))


def named(text: str) -> Territory | None:
    """The territory that a name means, or None: a key of the table, a name of it, or one of a branch."""
    if text in BY_KEY:
        return BY_KEY[text]
    words = _words(text)
    if "scct" in words:
        numbers = [int(word) for word in words if word.isdigit()]
        return BY_KEY[_SCCT[numbers[0] - 1]] if len(numbers) == 1 and 1 <= numbers[0] <= len(_SCCT) else None
    numbered = any(word.isdigit() for word in words)
    for plain in _readings(words):
        found = _NAMES.get(plain) or (_NUMBERED.get(plain) if numbered else None)
        if found is not None:
            return found
    return None


def named_within(text: str) -> Territory | None:
    """The territory that a longer name, such as that of a file, means or holds; None if there is none or several.

    Names of one or two letters are looked for only where nothing else is said: "cd" may be anything.
    """
    whole = named(text)
    if whole is not None:
        return whole
    words = [word for word in _words(text) if not word.isdigit() and word not in _IDLE]
    found: dict[str, None] = {}
    at = 0
    while at < len(words):
        for end in range(len(words), at, -1):
            plain = " ".join(words[at:end])
            if len(plain) > 2 and plain in _NAMES:
                found[_NAMES[plain].key] = None
                at = end - 1
                break
        at += 1
    keys = [key for key in found if key != "CORONARY"] or list(found)
    return BY_KEY[keys[0]] if len(keys) == 1 else None


def is_plain(text: str, territory: Territory) -> bool:
    """Whether a name is one of the territory itself, not one of a branch or of something that holds it."""
    return text == territory.key or any(_DIRECT.get(plain) is territory for plain in _readings(_words(text)))


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


def _words(text: str) -> list[str]:
    """Words and numbers of a name in small letters without accents: "LAD1" and "leftMain" are two."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    plain = unicodedata.normalize("NFKD", parted).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"\b(\d+)(?:st|nd|rd|th)\b", r"\1 ", plain)
    return re.findall(r"[a-z]+|\d+", plain)


def _readings(words: list[str]) -> Iterator[str]:
    """What a name may be without numbers and idle words, the fullest reading first."""
    kept = [word for word in words if not word.isdigit() and word not in _IDLE]
    yield " ".join(kept)
    rest = [word for word in kept if word not in _IDLE_BESIDE_OTHERS]
    if rest:
        yield " ".join(rest)
    # The proximal, middle or distal part: "pRCA", "m LAD".
    if len(rest) == 2 and rest[0] in ("p", "m", "d"):
        yield rest[1]
    if len(rest) == 1 and rest[0][0] in "pmd" and len(rest[0]) > 2:
        yield rest[0][1:]


def _table(texts: Callable[[Territory], Iterable[str]], numbered: bool = False) -> dict[str, Territory]:
    return {
        next(_readings(_words(text))): territory
        for territory in TERRITORIES
        for text in texts(territory)
        if text and any(sign.isdigit() for sign in text) == numbered
    }


# The key "AORTA" is one only as it stands: an aorta is not the ascending one.
_DIRECT = _table(lambda t: (t.key if t.key != "AORTA" else "", t.name, t.sct_meaning, *t.synonyms))
_NAMES = _table(lambda t: t.branches) | _DIRECT
_NUMBERED = _table(lambda t: t.branches, numbered=True)


def _holds(whole: Territory, part: Territory) -> bool:
    """Whether what one territory says is true of the other too: "coronary" of every vessel, "RCA" of its PDA."""
    if whole.key == "CORONARY":
        return part.counts
    if whole.key == "OTHER":
        return not part.counts
    return part is whole or part.vessel == whole.key


def _by_code(codes: Iterable[Code]) -> Territory | None:
    """The territory of the first code that is one of the table's; SNOMED RT codes are translated."""
    for scheme, value in codes:
        if scheme == "BARI" and value in _BARI:
            return BY_KEY[_BARI[value]]
        for territory in TERRITORIES:
            known = (territory.sct_code, *territory.sct_synonyms)
            if any(sct and _same_code(scheme, value, sct) for sct in known):
                return territory
    return None


def _same_code(scheme: str, value: str, sct: str) -> bool:
    if scheme == "SCT":
        return value == sct
    if scheme not in ("SRT", "SNM3", "99SDM"):
        return False
    from pydicom.sr.coding import Code

    # Comparing translates the retired SNOMED RT codes.
    return bool(Code(value, scheme, "") == Code(sct, "SCT", ""))
