"""Which cardiac phase an image shows, in words that a user recognises."""

import re
from functools import lru_cache

from pydicom.dataset import Dataset

from SmartScoreLib.series.headers.attributes import decoded, number_or_none, text
from SmartScoreLib.series.headers.private import CARDIAC_PHASE_NUMBER, private_text

# Scan Options of Siemens: TP70PC.
_SCAN_OPTION = re.compile(r"\bTP(\d{1,2})PC\b")
# "BestDiast 70 %", "75%"; not the strength of an iterative reconstruction, "ASiR-V 50%".
_DESCRIBED = re.compile(r"(?<![\w.,-])(\d{1,2}(?:[.,]\d)?) ?%")
_STRENGTH = re.compile(r"(asi?r|iter|ir|dose|noise|adapt|blend)[\w -]*$", re.I)


def nominal_phase(dataset: Dataset) -> str:
    """Percent of the R-R interval, "75 %"; "" if unknown.

    The standard attribute first, then GE's private one, Scan Options, and the description of the series.
    """
    percent = number_or_none(dataset, "NominalPercentageOfCardiacPhase")
    if percent is not None:
        return f"{percent:g} %"
    private = private_text(dataset, CARDIAC_PHASE_NUMBER).rstrip("% ")
    if private:
        return f"{private} %"
    return _stated(text(dataset, "ScanOptions"), decoded(dataset, "SeriesDescription"))


@lru_cache(maxsize=256)
def _stated(scan_options: str, description: str) -> str:
    option = _SCAN_OPTION.search(scan_options.upper())
    if option:
        return f"{int(option[1])} %"
    stated = _DESCRIBED.search(description)
    if stated and not _STRENGTH.search(description[: stated.start()].rstrip()):
        return f"{float(stated[1].replace(',', '.')):g} %"
    return ""


def trigger_time(dataset: Dataset) -> str:
    """Milliseconds after the R peak, "350 ms"; "" if unknown."""
    for keyword in ("TriggerTime", "NominalCardiacTriggerDelayTime"):
        milliseconds = number_or_none(dataset, keyword)
        if milliseconds is not None:
            return f"{milliseconds:g} ms"
    return ""
