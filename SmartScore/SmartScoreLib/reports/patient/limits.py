"""What limits a result, or makes it none, in words for patients."""

from SmartScoreLib.interpretation.interpret import invalid_remarks
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.remarks.model import Severity
from SmartScoreLib.reports.language.words import Words

_CAUSES = {
    "settings": ("series.kvp", "series.kvp_missing", "series.kvp_partly_missing", "series.multienergy"),
    "slices": (
        "series.spacing", "series.thickness_differs", "series.overlap", "series.gaps", "series.uneven_gaps",
        "series.not_axial", "series.tilt",
    ),
    "incomplete": (
        "series.file_outside", "series.files_outside", "series.images_left_out", "series.heart_cut_below",
        "series.heart_cut_above",
    ),
    "heartbeat": ("series.gating_unknown",),
    "noise": ("series.noise",),
    "rules": (
        "scoring.threshold", "scoring.tube_voltage", "scoring.tube_voltage_unknown", "lesions.regrown",
        "lesions.fractional",
    ),
    "fit": (
        "lesions.cut", "lesions.not_known", "lesions.hit_next_to_nothing", "lesions.away_from_heart",
        "lesions.left_out", "lesions.contours_outside", "lesions.contours_moved",
    ),
}  # fmt: skip
_OF_ROOM = {"lesions": "marks", "scene": "marks", "scoring": "marks"}
_FOR_DOCTORS = (
    "scoring.unscored", "interpretation.percentile_diabetes", "series.ages_differ", "reading.age_differs",
    "reading.sex_differs", "reading.smoking_differs",
)  # fmt: skip
"""Limits that change nothing of what the page says, or are said elsewhere on it."""


def limits_sentence(reading: Reading, words: Words) -> str:
    """One sentence: that the number may be somewhat off, and why; "" where nothing limits it."""
    codes = [
        one.code for one in reading.sheet.remarks if one.severity == Severity.LIMITS and one.code not in _FOR_DOCTORS
    ]
    causes = list(dict.fromkeys(_cause(code) for code in codes))
    if not causes:
        return ""
    if len(causes) > 2:
        causes = ["several"]
    clauses = [words(f"patient_limit_{cause}") for cause in causes]
    return words("patient_limits", causes=words("locale_and").join(clauses))


def invalid_sentences(reading: Reading, words: Words) -> str:
    """Why there is no result: one plain sentence for each cause."""
    causes = dict.fromkeys(one.code.partition(".")[2] for one in invalid_remarks(reading.sheet))
    known = [words.optional(f"patient_invalid_{cause}") or words("patient_invalid_other") for cause in causes]
    return " ".join(dict.fromkeys(known))


def _cause(code: str) -> str:
    named = next((cause for cause, codes in _CAUSES.items() if code in codes), None)
    return named or _OF_ROOM.get(code.partition(".")[0], "pictures")
