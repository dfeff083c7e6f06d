"""Which character set a file declares (PS3.3 C.12.1.1.2): the source's, unless it cannot hold the text."""

import re
import warnings
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pydicom.charset import convert_encodings, encode_string, python_encoding
from pydicom.dataset import Dataset
from pydicom.multival import MultiValue
from pydicom.valuerep import CUSTOMIZABLE_CHARSET_VR, VR

from SmartScoreLib.series.headers.character_set import LATIN_1, UTF_8, read_text

_ASCII = {"", "ISO_IR 6", "ISO 2022 IR 6"}


def character_set(dataset: Dataset, declared: Sequence[str]) -> list[str]:
    """The value of Specific Character Set for a dataset that is about to be written; [] if it needs none.

    Args:
        dataset: everything that is written.
        declared: what the source declares, in defined terms; several sets, if code extensions are used (PS3.5
            6.1.2.5).
    """
    # No table of PS3.3 has ISO_IR 6: the default repertoire is declared by declaring nothing.
    sets = [] if list(declared) == ["ISO_IR 6"] else list(declared)
    texts = {(text, vr) for text, vr in _texts(dataset) if not text.isascii()}
    known = all(name in python_encoding for name in sets)
    if known and (not texts or (any(sets) and all(_holds(tuple(sets), *text) for text in texts))):
        return sets if any(sets) else []
    if not texts:
        return []
    if _ASCII.issuperset(sets) and all(_holds((LATIN_1,), *text) for text in texts):
        return [LATIN_1]
    return [UTF_8]


@lru_cache(maxsize=1024)
def _holds(sets: tuple[str, ...], text: str, vr: str) -> bool:
    """Whether pydicom writes a text in the sets with bytes that are valid there and mean the text.

    It does not for letters of a set that only a code extension brings: it writes them without their escape sequence.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # pydicom replaces what it cannot encode by "?"
        written = encode_string(text, convert_encodings(list(sets)))
    return read_text(written, sets, vr) == (text, "")


def _texts(dataset: Dataset) -> Iterator[tuple[str, str]]:
    """Texts as they are encoded, names by component, with their VR."""
    for element in dataset:
        if element.VR == VR.SQ:
            for item in element.value:
                yield from _texts(item)
        elif element.VR in CUSTOMIZABLE_CHARSET_VR and not element.is_empty:
            values = element.value if isinstance(element.value, MultiValue | list) else [element.value]
            for value in values:
                for text in re.split("[=^]", str(value)) if element.VR == VR.PN else [str(value)]:
                    yield text, element.VR
