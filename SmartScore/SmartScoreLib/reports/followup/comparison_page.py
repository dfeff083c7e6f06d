"""The comparison with another scan, on pages of its own at the end of the Physician report."""

from SmartScoreLib.comparison.comparability.scans import ungated
from SmartScoreLib.comparison.compare import Comparison
from SmartScoreLib.comparison.followup import Followup
from SmartScoreLib.comparison.matching.model import LesionMatch
from SmartScoreLib.interpretation.populations.model import ReferenceGroup
from SmartScoreLib.interpretation.populations.percentile import alike
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.flow import Block, begun_together, lines_block, together
from SmartScoreLib.reports.drawing.fonts import clean
from SmartScoreLib.reports.drawing.palette import ACCENT, INK, NOTICE_INK, QUIET_INK
from SmartScoreLib.reports.followup.change_table import change_table, limit_table
from SmartScoreLib.reports.followup.course_curve import draw_course
from SmartScoreLib.reports.followup.sentences import dates_sentence, scan_date, verdict_sentence
from SmartScoreLib.reports.language.languages import remark_text
from SmartScoreLib.reports.language.words import DASH, Words
from SmartScoreLib.reports.physician.key_values import KeyValue, key_value_blocks
from SmartScoreLib.reports.physician.sections import title_block
from SmartScoreLib.scoring.rounding import printed_agatston

SIZE, LEADING = 11, 15
MOST_LESIONS = 24
"""So many lesions are listed, those that changed first; the rest is counted."""
LEAST_COURSE = 3
"""Scans that make a course; two are in the table."""
_CURVE = 150.0
_CHANGED = ("new", "grown", "merged", "split", "smaller", "gone", "outside_earlier", "outside_later", "same")


def comparison_blocks(followup: Followup, words: Words, width: float) -> list[Block]:
    """Dates, verdict, tables with their sources, what limits the comparison, lesions and course."""
    compared = followup.comparison
    title = title_block(words("followup_title", date=scan_date(followup.prior, words)), width, 0)
    color = NOTICE_INK if compared.withheld is not None else ACCENT
    blocks = [
        title,
        lines_block(dates_sentence(compared, words), width, SIZE, LEADING, INK),
        lines_block(verdict_sentence(compared, words), width, 12, 16, color, bold=True, space=4),
    ]
    if compared.withheld is None:
        blocks += change_table(compared, words, width)
        # Limits that were measured on gated scans only rule out what lies within them.
        if not (ungated(compared.earlier) or ungated(compared.later)) or compared.verdict == "within_error":
            blocks += [*limit_table(compared, words, width), *_sources(compared, words, width)]
    blocks += begun_together(_remarks(followup, words, width))
    blocks += _lesions(compared, words, width)
    return [*blocks, *_course(followup, words, width)]


def _course(followup: Followup, words: Words, width: float) -> list[Block]:
    """The scores by age over the percentiles of the reference group; without a group a row of dates."""
    points = [point for point in followup.course if point.agatston is not None]
    if len(points) < LEAST_COURSE:
        return []
    compared, groups = _groups(followup)
    dated = [(words.date(point.study_date), words.measured(point.agatston)) for point in points]
    texts = [f"{day}{words('locale_colon')} {score}" for day, score in dated]
    title = title_block(words("followup_course_title"), width, 10)
    if not groups or any(point.age_years is None for point in points):
        return [title, lines_block("  ·  ".join(texts), width, SIZE, LEADING, INK)]
    ages = [(point.age_years or 0, float(printed_agatston(point.agatston or 0.0))) for point in points]

    def draw(drawing: Drawing, left: float, top: float) -> None:
        draw_course(drawing, (left, top, left + width, top + _CURVE), words, groups, ages)

    about = words("followup_course_about", population=compared)
    return together(
        [
            title,
            lines_block(about, width, SIZE, LEADING, QUIET_INK),
            Block(_CURVE, draw, 2),
            lines_block("  ·  ".join(texts), width, SIZE, LEADING, INK),
        ]
    )


def _groups(followup: Followup) -> tuple[str, tuple[ReferenceGroup, ...]]:
    """Name and groups of all ages of the first population that the person has a group in; none without one."""
    found = followup.current.interpretation
    one = next((one for one in found.comparisons if one.group is not None), None)
    return ("", ()) if one is None else (one.population.name, tuple(alike(found.person, one.population)))


def _lesions(compared: Comparison, words: Words, width: float) -> list[Block]:
    found = compared.alignment
    if found is None or not compared.matches:
        return []
    quality = words(f"followup_quality_{found.quality}")
    if found.correlation is None:
        about = words("followup_alignment_given", quality=quality)
    else:
        about = words("followup_alignment", quality=quality, percent=words.number(100 * found.correlation))
    matches = sorted(compared.matches, key=lambda one: _CHANGED.index(one.fate))
    shown = matches[:MOST_LESIONS]
    pairs = [KeyValue(words(f"followup_fate_{one.fate}"), _lesion(compared, one, words)) for one in shown]
    half = -(-len(pairs) // 2)
    columns = [pairs[:half], pairs[half:]] if len(pairs) > 1 else [pairs]
    blocks = [
        title_block(words("followup_lesions_title"), width, 10),
        lines_block(about, width, SIZE, LEADING, QUIET_INK),
        *key_value_blocks(columns, width, SIZE, LEADING, most_lines=2),
    ]
    if len(matches) > len(shown):
        more = words("followup_more", number=len(matches) - len(shown))
        blocks.append(lines_block(more, width, SIZE, LEADING, INK))
    return together(blocks)


def _lesion(compared: Comparison, match: LesionMatch, words: Words) -> str:
    """Territory, and the Agatston scores at both dates: 0 where it was seen that there is none."""
    old, new = (sheet.lesions for sheet in compared.sheets)
    keys = dict.fromkeys([*(new[n].territory for n in match.after), *(old[n].territory for n in match.before)])
    nothing = DASH if match.fate in ("outside_earlier", "outside_later") else words.measured(0.0)
    scores = [
        " + ".join(words.measured(sheet[n].agatston) for n in numbers) or nothing
        for sheet, numbers in ((old, match.before), (new, match.after))
    ]
    return f"{'/'.join(words.territory(key) for key in keys)}  {scores[0]} → {scores[1]}"


def _remarks(followup: Followup, words: Words, width: float) -> list[Block]:
    withheld = followup.comparison.withheld
    told = [one for one in followup.comparison.remarks if one != withheld]
    if not told:
        return []
    texts = [clean(remark_text(one, words)) for one in told]
    lines = [lines_block(text, width, SIZE, LEADING, INK, indent=12, bullet="•") for text in texts]
    return [title_block(words("followup_remarks_title"), width, 10), *lines]


def _sources(compared: Comparison, words: Words, width: float) -> list[Block]:
    sources = dict.fromkeys(limit.source for one in compared.total for limit in one.limits)
    if not sources:
        return []
    text = words("followup_reference", citation="; ".join(sources))
    return [lines_block(text, width, SIZE, LEADING, QUIET_INK, space=8)]
