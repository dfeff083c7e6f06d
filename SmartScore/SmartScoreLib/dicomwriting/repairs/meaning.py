"""Whether two values mean the same: times with and without fractions, numbers with and without zeros, names."""

from pydicom.dataelem import DataElement
from pydicom.multival import MultiValue
from pydicom.valuerep import VR

from SmartScoreLib.dicomwriting.repairs.moments import time_string
from SmartScoreLib.dicomwriting.repairs.numbers import as_number
from SmartScoreLib.series.headers.person_name import comparable_name


def same(one: DataElement, other: DataElement) -> bool:
    """Whether two valid elements of one attribute mean the same."""
    return one is other or one == other or (one.VR == other.VR and meaning(one) == meaning(other))


def meaning(element: DataElement) -> object:
    """What the value of an element means, to be compared."""
    value = element.value
    values = list(value) if element.VR == VR.SQ or isinstance(value, MultiValue | list | tuple) else [value]
    match element.VR:
        case "TM":
            return [seconds(str(one)) for one in values]
        case "DS" | "IS":
            return [as_number(str(one)) for one in values]
        case "PN":
            return [comparable_name(str(one)) for one in values]
        case "SQ":
            return [{inner.tag: meaning(inner) for inner in item} for item in values]
        case "SH" | "LO" | "CS" | "AE":
            return [str(one).strip() for one in values]
    return values


def seconds(text: str) -> float | None:
    """Seconds since midnight of TM; a part that is not given counts from its beginning. None for what is no time."""
    time = time_string(text)
    if time is None:
        return None
    whole, _, fraction = time.partition(".")
    hour, minute, second = (int(whole[i : i + 2] or 0) for i in (0, 2, 4))
    return hour * 3600 + minute * 60 + second + float(f"0.{fraction or 0}")
