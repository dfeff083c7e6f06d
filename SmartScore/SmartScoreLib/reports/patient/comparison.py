"""The score compared with a hundred people of the reference group, for readers who do not think in percentiles."""

from SmartScoreLib.interpretation.populations.model import Percentile, ReferenceGroup, ReferencePopulation
from SmartScoreLib.interpretation.populations.percentile import zero_percent
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.flow import Block, lines_block
from SmartScoreLib.reports.drawing.palette import ACCENT, INK, QUIET_INK, RULE
from SmartScoreLib.reports.grading import people_text, study_text
from SmartScoreLib.reports.language.languages import remark_text
from SmartScoreLib.reports.language.words import Words

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
    """How many of a hundred people have a lower score, or why there is no comparison; with the first population."""
    one = reading.interpretation.comparison
    if one.percentile is None or one.group is None:
        return _no_comparison(one.reason, words, width)
    return _comparison(reading.sheet.total.agatston, one.percentile, one.group, one.population, words, width)


def comparison_note_blocks(reading: Reading, words: Words, width: float) -> list[Block]:
    """What must be known to read the comparison rightly, in one paragraph, or nothing."""
    codes = {one.code for one in reading.interpretation.remarks}
    notes = [words(key) for code, key in _FOR_PATIENTS.items() if code in codes]
    return [lines_block(" ".join(notes), width, SMALL, SMALL_LEADING, INK, space=8)] if notes else []


def _comparison(
    agatston: float,
    percentile: Percentile,
    group: ReferenceGroup,
    population: ReferencePopulation,
    words: Words,
    width: float,
) -> list[Block]:
    sentence, legend, dark = _sentence(agatston, percentile, group, words)
    about = words(
        "patient_compare_group",
        group=people_text(group, words),
        age=group.ages,
        study=study_text(population, words),
    )
    dots = Block(ROWS * PITCH, lambda drawing, left, top: draw_icon_array(drawing, left, top, dark), 12)
    return [
        lines_block(sentence, width, SIZE, LEADING, INK),
        *([dots, lines_block(words(legend), width, SMALL, SMALL_LEADING, QUIET_INK, space=8)] if legend else []),
        lines_block(about, width, SMALL, SMALL_LEADING, QUIET_INK, space=10),
    ]


def _sentence(agatston: float, percentile: Percentile, group: ReferenceGroup, words: Words) -> tuple[str, str, int]:
    """What is said, the key of what the dots mean, and how many of them are dark; no dots where no number is known."""
    if agatston == 0:
        without, exact = zero_percent(group)
        if exact:
            return words("patient_compare_zero", without=without), "patient_compare_dots_zero", without
        if without:
            return words("patient_compare_zero_least", without=without), "patient_compare_dots_zero", without
        return words("patient_compare_low"), "", 0
    if percentile.exact:
        key = "patient_compare" if percentile.least else "patient_compare_low"
        return words(key, percentile=percentile.least), "patient_compare_dots", percentile.least
    if percentile.least == 0:
        return words("patient_compare_low"), "", 0
    said = words("patient_compare_least", percentile=percentile.least)
    return said, "patient_compare_dots_least", percentile.least


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
