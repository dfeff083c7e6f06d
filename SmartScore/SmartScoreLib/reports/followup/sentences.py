"""The change in words: what the Physician report concludes, and what a patient is told."""

from SmartScoreLib.comparison.compare import Comparison
from SmartScoreLib.comparison.followup import Followup
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.remarks.model import Severity
from SmartScoreLib.reports.drawing.fonts import clean
from SmartScoreLib.reports.language.languages import remark_text
from SmartScoreLib.reports.language.words import DASH, Words
from SmartScoreLib.scoring.rounding import printed_agatston

_DAYS_IN_YEAR = 365.25
_SAME_MEASUREMENT = frozenset(
    f"comparison.{key}"
    for key in (
        "tube_voltage_lower",
        "tube_voltage_higher",
        "tube_voltages_by_rules",
        "slices_thinner",
        "slices_thicker",
        "kernels_differ",
        "manufacturers_differ",
        "dose_lower",
        "dose_higher",
        "rules_differ",
        "threshold_higher",
        "threshold_lower",
        "phases_differ",
        "not_covered",
    )
)
"""Differences between the scans that can change the number by themselves."""


def scan_date(reading: Reading, words: Words) -> str:
    """The date of a scan, or a dash."""
    day = reading.description.study.study_date
    return words.date(day) if day else DASH


def dates_sentence(compared: Comparison, words: Words) -> str:
    """Both dates, and how far they are apart where that is known."""
    dates = {"before": scan_date(compared.earlier, words), "after": scan_date(compared.later, words)}
    if compared.days is None:
        return words("followup_dates", **dates)
    return words("followup_years", **dates, years=words.number(compared.days / _DAYS_IN_YEAR, 1))


def verdict_sentence(compared: Comparison, words: Words) -> str:
    """Whether the change is real, or why nothing can be said."""
    if compared.withheld is not None:
        return clean(remark_text(compared.withheld, words))
    biased = compared.biased and compared.verdict == "unclear"
    return words(f"followup_verdict_{'biased' if biased else compared.verdict}")


def patient_sentences(followup: Followup, words: Words) -> str:
    """What a patient is told: the earlier number, the number now, and whether the difference means anything.

    Nothing where the scan that is compared with is a later one: the page is then not of the latest scan.
    """
    compared = followup.comparison
    if compared.later is not followup.current or followup.current.interpretation.withheld is not None:
        return ""
    date = scan_date(compared.earlier, words)
    change = compared.agatston
    if change is None or compared.again is not None:
        # By other rules the two numbers say nothing to each other, and a third one would be too much here.
        return words("patient_change_withheld", date=date)
    before, after = printed_agatston(change.before), printed_agatston(change.after)
    if before == after == 0:
        return words("patient_change_zero", date=date)
    key = {"real": "up" if after > before else "down", "within_error": "within"}.get(str(compared.verdict), "unclear")
    values = {"before": words.measured(change.before), "after": words.measured(change.after)}
    said = words(f"patient_change_{key}", date=date, **values)
    differ = any(one.code in _SAME_MEASUREMENT and one.severity <= Severity.LIMITS for one in compared.remarks)
    return f"{said} {words('patient_change_limits')}" if differ else said
