"""What Rescale Type says of the units of an image (PS3.3 C.11.1.1.2; absent, it means Hounsfield units)."""

import re
from functools import lru_cache

from pydicom.dataset import Dataset

from SmartScoreLib.series.headers.attributes import text

# "Houndsfield" is a scanner's own word; letters alone count, so that "H.U." and "Hounsfield Units" do too.
_HOUNSFIELD = re.compile(r"(HU|HOUND?SFIELD(UNITS?)?(HU)?)?")
# "Unspecified": what common converters write where they know no better.
_UNSPECIFIED = "US"


def means_hounsfield(dataset: Dataset) -> bool:
    """Whether Rescale Type is a spelling of Hounsfield units, or absent."""
    return _HOUNSFIELD.fullmatch(_letters(text(dataset, "RescaleType"))) is not None


def unspecified_units(dataset: Dataset) -> bool:
    """Whether Rescale Type says that the units are not specified; only the values can tell then."""
    return _letters(text(dataset, "RescaleType")) == _UNSPECIFIED


@lru_cache(maxsize=64)
def _letters(value: str) -> str:
    return re.sub("[^A-Z]", "", value.upper())
