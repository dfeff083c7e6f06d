"""Sources with one broken value each, and what is written in its place, by PS3.5, PS3.3 and the conformance statement.

The tables are by hand. `written` is the value in the reduced CT series: values joined by a backslash, "" for zero
length, None for an attribute that is not there.
"""

from dataclasses import dataclass, field

from pydicom.datadict import keyword_dict

from dicom.cases.sources import Header, Tag, Value


@dataclass(frozen=True)
class Case:
    """One broken source.

    Attributes:
        changes: what its headers have instead; None takes an attribute away.
        written: tag -> value in the reduced series.
        told: code of the remark about the attribute; "" for none.
        one: only the second of three images is broken.
        invalid: parts of lines of the validator that must be, as an identifier or a private value stays as it is.
    """

    name: str
    changes: dict[Tag, Value | None]
    written: dict[Tag, str | None] = field(default_factory=dict)
    told: str = ""
    one: bool = False
    invalid: tuple[str, ...] = ()

    def apply(self, headers: list[Header]) -> None:
        for index, header in enumerate(headers):
            if self.one and index != 1:
                continue
            for tag, value in self.changes.items():
                if value is None:
                    header.pop(tag, None)
                else:
                    header[tag] = value


def tag_of(keyword: str) -> Tag:
    number = keyword_dict[keyword]
    return number >> 16, number & 0xFFFF


def case(keyword: str, vr: str, value: bytes, written: str | None, told: str, *, one: bool = False) -> Case:
    tag = tag_of(keyword)
    shown = value[:20].decode("latin-1").encode("unicode_escape").decode()
    kind = f"{keyword} {vr} {shown}{f' of {len(value)}' if len(value) > 20 else ''}{' in one' if one else ''}"
    invalid = (keyword,) if told == "verbatim" else ()
    return Case(kind, {tag: (vr, value)}, {tag: written}, told, one, invalid)


def both(keyword: str, vr: str, value: bytes, written: str | None, told: str) -> list[Case]:
    """In all images, and in one: for attributes that each image has for itself."""
    return [case(keyword, vr, value, written, told), case(keyword, vr, value, written, told, one=True)]
