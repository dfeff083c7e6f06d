"""Which cardiac phase an image shows, in words that a user recognises."""

from pydicom.dataset import Dataset

from SmartScoreLib.series.headers.attributes import number_or_none
from SmartScoreLib.series.headers.private import CARDIAC_PHASE_NUMBER, private_text


def nominal_phase(dataset: Dataset) -> str:
    """Percent of the R-R interval, "75 %": the standard attribute first, then GE's private one; "" if unknown."""
    percent = number_or_none(dataset, "NominalPercentageOfCardiacPhase")
    if percent is not None:
        return f"{percent:g} %"
    private = private_text(dataset, CARDIAC_PHASE_NUMBER).rstrip("% ")
    return f"{private} %" if private else ""


def trigger_time(dataset: Dataset) -> str:
    """Milliseconds after the R peak, "350 ms"; "" if unknown."""
    for keyword in ("TriggerTime", "NominalCardiacTriggerDelayTime"):
        milliseconds = number_or_none(dataset, keyword)
        if milliseconds is not None:
            return f"{milliseconds:g} ms"
    return ""
