"""The change in words: what the Physician report concludes, what is dictated, and what a patient is told."""

from collections import Counter
from typing import get_args

from SmartScoreLib.comparison.change.change import Change
from SmartScoreLib.comparison.comparability.scans import ungated
from SmartScoreLib.comparison.compare import Comparison
from SmartScoreLib.comparison.followup import Followup
from SmartScoreLib.comparison.matching.model import Fate
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.remarks.model import Severity
from SmartScoreLib.reports.drawing.fonts import clean
from SmartScoreLib.reports.language.languages import remark_text
from SmartScoreLib.reports.language.words import DASH, Words
from SmartScoreLib.scoring.columns import MEASURES
from SmartScoreLib.scoring.rounding import half_up, printed_agatston

_DAYS_IN_YEAR = 365.25
_DECIMALS = {column.key: column.decimals for column in MEASURES}
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
    """Both dates, which of the scans is not gated, and how far they are apart where that is known."""
    dates = {"before": _scan(compared.earlier, words), "after": _scan(compared.later, words)}
    if compared.days is None:
        return words("followup_dates", **dates)
    return words("followup_years", **dates, years=words.number(compared.days / _DAYS_IN_YEAR, 1))


def _scan(reading: Reading, words: Words) -> str:
    date = scan_date(reading, words)
    return f"{date} ({words('followup_ungated')})" if ungated(reading) else date


def verdict_sentence(compared: Comparison, words: Words) -> str:
    """Whether the change is real, or why nothing can be said."""
    if compared.withheld is not None:
        return clean(remark_text(compared.withheld, words))
    biased = compared.biased and compared.verdict == "unclear"
    return words(f"followup_verdict_{'biased' if biased else compared.verdict}")


def change_sentences(compared: Comparison, words: Words) -> str:
    """Dates, both scores with their difference, by one protocol too where rules differ, and what that means."""
    said = [dates_sentence(compared, words)]
    if compared.agatston is not None:
        said.append(words("followup_scores", **_scores(compared.agatston, words)))
    if compared.again is not None and compared.deciding is not None:
        rules = compared.again.protocol.name
        said.append(words("followup_scores_again", rules=rules, **_scores(compared.deciding, words)))
    return " ".join([*said, verdict_sentence(compared, words)])


def dictated(followup: Followup, words: Words) -> tuple[str, ...]:
    """The change for a dictation, a line each: the sentences, how many lesions became what, and what limits that."""
    compared = followup.comparison
    lines = [change_sentences(compared, words)]
    if compared.alignment is not None and compared.alignment.quality != "poor" and compared.matches:
        found = Counter(one.fate for one in compared.matches)
        counts = [f"{found[fate]} {words(f'followup_fate_{fate}')}" for fate in get_args(Fate) if found[fate]]
        lines.append(words("followup_counts", counts=", ".join(counts)))
    limits = [one for one in compared.remarks if one.severity <= Severity.LIMITS and one != compared.withheld]
    return (*lines, *(clean(remark_text(one, words)) for one in limits))


def _scores(change: Change, words: Words) -> dict[str, str]:
    values = {"before": words.measured(change.before), "after": words.measured(change.after)}
    return values | {"difference": difference_text(change, words)}


def difference_text(change: Change, words: Words) -> str:
    """The difference of the numbers as they are printed, with its sign."""
    decimals = _DECIMALS[change.measure]
    printed = [half_up(v, decimals) if decimals else float(printed_agatston(v)) for v in (change.before, change.after)]
    return signed(printed[1] - printed[0], decimals, words)


def signed(value: float, decimals: int, words: Words) -> str:
    """A number with its sign; none before zero."""
    number = words.number(abs(value), decimals)
    if half_up(abs(value), decimals) == 0:
        return number
    return f"{'+' if value > 0 else chr(0x2212)}{number}"


def patient_sentences(followup: Followup, words: Words) -> str:
    """What a patient is told: the earlier number, the number now, and whether the difference means anything.

    Nothing where the scan that is compared with is a later one: the page is then not of the latest scan.
    """
    compared = followup.comparison
    if compared.later is not followup.current or followup.current.interpretation.withheld is not None:
        return ""
    date = scan_date(compared.earlier, words)
    change = compared.agatston
    if change is None or compared.again is not None or ungated(compared.earlier):
        # By other rules, or without gating, the two numbers say nothing to each other.
        return words("patient_change_withheld", date=date)
    before, after = printed_agatston(change.before), printed_agatston(change.after)
    if before == after == 0:
        return words("patient_change_zero", date=date)
    key = {"real": "up" if after > before else "down", "within_error": "within"}.get(str(compared.verdict), "unclear")
    values = {"before": words.measured(change.before), "after": words.measured(change.after)}
    said = words(f"patient_change_{key}", date=date, **values)
    differ = any(one.code in _SAME_MEASUREMENT and one.severity <= Severity.LIMITS for one in compared.remarks)
    return f"{said} {words('patient_change_limits')}" if differ else said
