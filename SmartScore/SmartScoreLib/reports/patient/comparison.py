"""The score compared with a hundred people of the reference group, for readers who do not think in percentiles."""

from SmartScoreLib.interpretation.model import ReferenceGroup
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.flow import Block, lines_block
from SmartScoreLib.reports.drawing.palette import ACCENT, INK, QUIET_INK, RULE
from SmartScoreLib.reports.language.languages import remark_text
from SmartScoreLib.reports.language.words import Words
from SmartScoreLib.scoring import rounding

PITCH = 15.6
ROWS, COLUMNS = 4, 25
SIZE, LEADING = 20, 26
SMALL, SMALL_LEADING = 17, 21
_FOR_PATIENTS = {
    "interpretation.low_score_high_percentile": "patient_compare_small",
    "interpretation.percentile_diabetes": "patient_compare_diabetes",
}
"""What must be known to read the percentile rightly, and the key of its words for patients."""


def comparison_blocks(reading: Reading, words: Words, width: float) -> list[Block]:
    """How many of a hundred people have a lower score, or why there is no comparison."""
    finding, group = reading.interpretation.mesa_percentile, reading.interpretation.reference_group
    if finding.value is None or group is None:
        return _no_comparison(finding.reason, words, width)
    return _comparison(reading.sheet.total.agatston, rounding.whole(finding.value), group, words, width)


def comparison_note_blocks(reading: Reading, words: Words, width: float) -> list[Block]:
    """What must be known to read the comparison rightly, in one paragraph, or nothing."""
    codes = {one.code for one in reading.interpretation.remarks}
    notes = [words(key) for code, key in _FOR_PATIENTS.items() if code in codes]
    return [lines_block(" ".join(notes), width, SMALL, SMALL_LEADING, INK, space=8)] if notes else []


def _comparison(agatston: float, percentile: int, group: ReferenceGroup, words: Words, width: float) -> list[Block]:
    if agatston == 0:
        without = 100 - group.nonzero_percent
        sentence, legend, dark = words("patient_compare_zero", without=without), "patient_compare_dots_zero", without
    else:
        key = "patient_compare" if percentile else "patient_compare_low"
        sentence, legend, dark = words(key, percentile=percentile), "patient_compare_dots", percentile
    people = words(f"group_{group.ethnicity}_{group.sex}")
    about = words("patient_compare_group", group=people, age=group.age_years)
    return [
        lines_block(sentence, width, SIZE, LEADING, INK),
        Block(ROWS * PITCH, lambda drawing, left, top: draw_icon_array(drawing, left, top, dark), 12),
        lines_block(words(legend), width, SMALL, SMALL_LEADING, QUIET_INK, space=8),
        lines_block(about, width, SMALL, SMALL_LEADING, QUIET_INK, space=10),
    ]


def _no_comparison(reason: Remark | None, words: Words, width: float) -> list[Block]:
    return [
        lines_block(words("patient_no_compare"), width, SIZE, LEADING, INK),
        lines_block(_reason(reason, words), width, SIZE, LEADING, INK, space=10),
        lines_block(words("patient_no_compare_note"), width, SIZE, LEADING, INK, space=10),
    ]


def _reason(reason: Remark | None, words: Words) -> str:
    """Why there is no percentile in words for patients where there are such, else as physicians read it."""
    match reason:
        case None:
            return ""
        case Remark("interpretation.missing"):
            missing = reason.values["missing"]
            assert isinstance(missing, tuple)
            return words("patient_no_compare_missing", what=", ".join(words.word(str(key)) for key in missing))
        case Remark("interpretation.outside_ages"):
            return words("patient_no_compare_age", **reason.values)
    return remark_text(reason, words)


def draw_icon_array(drawing: Drawing, left: float, top: float, dark: int) -> None:
    """Four rows of 25 dots, the first `dark` of them dark and larger, so that the count shows without color."""
    for number in range(ROWS * COLUMNS):
        x = left + (number % COLUMNS + 0.5) * PITCH
        y = top + (number // COLUMNS + 0.5) * PITCH
        if number < dark:
            drawing.disc(x, y, 6.2, ACCENT)
        else:
            drawing.disc(x, y, 4.6, RULE)
