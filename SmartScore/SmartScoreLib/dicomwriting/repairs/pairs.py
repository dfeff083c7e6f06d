"""Attributes that stand or fall together, in a data set that is about to be written."""

from collections.abc import Callable

from pydicom.dataset import Dataset
from pydicom.multival import MultiValue
from pydicom.sequence import Sequence

from SmartScoreLib.dicomwriting.repairs.numbers import as_number
from SmartScoreLib.dicomwriting.repairs.terms import UNPAIRED

_UNKNOWN_METHOD = "Not stated in the source images"


def parted(dataset: Dataset) -> list[tuple[str, str]]:
    """Take away what its counterpart does not go with: (keyword of what is gone, keyword of the counterpart)."""
    gone = []
    for keyword, other, alone in _RULES:
        if keyword in dataset and alone(dataset):
            del dataset[keyword]
            gone.append((keyword, other))
    return gone


def completed(dataset: Dataset) -> list[tuple[str, str]]:
    """Add what must be there because of what is there: (keyword of what is added, its value)."""
    added = []
    if "BodyPartExamined" in dataset and not _no_side(dataset) and "Laterality" not in dataset:
        dataset.Laterality = ""  # PS3.3 C.7.3.1: required for a part that is one of a pair; which one is not known
    methods = ("DeidentificationMethod", "DeidentificationMethodCodeSequence")
    if dataset.get("PatientIdentityRemoved") == "YES" and not any(_values(dataset, method) for method in methods):
        dataset.DeidentificationMethod = _UNKNOWN_METHOD
        added.append(("DeidentificationMethod", _UNKNOWN_METHOD))
    return added


def _no_window(dataset: Dataset) -> bool:
    """PS3.3 C.11.2.1.2: as many widths as centers, and each is 1 or more."""
    widths = [as_number(str(width)) or 0 for width in _values(dataset, "WindowWidth")]
    return len(widths) != len(_values(dataset, "WindowCenter")) or min(widths, default=0) < 1


def _values(dataset: Dataset, keyword: str) -> list[object]:
    value = dataset.get(keyword)
    if value is None or value == "":
        return []
    return list(value) if isinstance(value, MultiValue | Sequence) else [value]


def _without(keyword: str) -> Callable[[Dataset], bool]:
    return lambda dataset: not _values(dataset, keyword)


def _not_lossy(dataset: Dataset) -> bool:
    return str(dataset.get("LossyImageCompression", "")) != "01"


def _no_side(dataset: Dataset) -> bool:
    return str(dataset.get("BodyPartExamined", "")) in UNPAIRED


def _other_exposure(dataset: Dataset) -> bool:
    """Exposure is in mAs, Exposure in uAs a thousandth of it; one of them is rounded."""
    exposure, fine = (as_number(str(dataset.get(name, ""))) for name in ("Exposure", "ExposureInuAs"))
    return exposure is not None and fine is not None and abs(fine / 1000 - exposure) > 0.5


def _unequal(one: str, other: str) -> Callable[[Dataset], bool]:
    return lambda dataset: len(_values(dataset, one)) != len(_values(dataset, other))


_RULES: tuple[tuple[str, str, Callable[[Dataset], bool]], ...] = (
    ("WindowCenter", "WindowWidth", _no_window),
    ("WindowWidth", "WindowCenter", _without("WindowCenter")),
    ("WindowCenterWidthExplanation", "WindowCenter", _unequal("WindowCenterWidthExplanation", "WindowCenter")),
    ("LossyImageCompressionRatio", "LossyImageCompression", _not_lossy),
    ("LossyImageCompressionMethod", "LossyImageCompression", _not_lossy),
    ("Laterality", "BodyPartExamined", _no_side),
    ("ExposureInuAs", "Exposure", _other_exposure),
)
