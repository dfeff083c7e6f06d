"""The page of an agreement: one HTML file that needs no other, with tables to copy and figures in it."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from SmartScoreLib.comparison.agreement.agree import Agreement, MeasureAgreement, PairAgreement
from SmartScoreLib.comparison.agreement.model import TOTAL
from SmartScoreLib.comparison.agreement.statistics.detection import Detection
from SmartScoreLib.identity import identity
from SmartScoreLib.remarks.model import Severity
from SmartScoreLib.reports.agreement import html
from SmartScoreLib.reports.agreement.texts import (
    coefficient_text,
    estimate_text,
    limits_text,
    pair_title,
    signed,
    territory_name,
)
from SmartScoreLib.reports.grading import grade_word
from SmartScoreLib.reports.language.languages import remark_text
from SmartScoreLib.reports.language.words import Words
from SmartScoreLib.scoring.columns import MEASURES

LARGEST = 10
"""How many exams the list of the largest differences has."""

Drawn = Mapping[str, tuple[bytes, float]]
"""Figures of a pair as SVG by name, each with its width in inches."""


def agreement_page(agreement: Agreement, drawn: Sequence[Drawn], words: Words, files: Sequence[str] = ()) -> str:
    """The page as HTML.

    Args:
        agreement: what was found.
        drawn: the figures of each pair, in their order.
        words: of the language.
        files: names of the files beside the page.
    """
    title = words("agreement_title")
    names = ", ".join(method.name for method in agreement.paired.methods)
    software = f"{identity().name} {identity().version}"
    parts = [
        html.heading(1, f"{title}: {names}"),
        html.paragraph(words("agreement_made_by", software=software), "quiet"),
        *_compared(agreement, words),
    ]
    for pair, figures in zip(agreement.pairs, drawn, strict=True):
        parts += _pair(agreement, pair, figures, words)
    parts += [*_together(agreement, words), html.heading(2, words("agreement_how"))]
    how = ("interval", "icc", "limits", "root", "kappa", "lesions")
    named = {"classification": agreement.classification.name}
    parts += [html.paragraph(words(f"agreement_how_{one}", **named)) for one in how]
    parts.append(html.paragraph(f"{agreement.classification.name}: {agreement.classification.citation}"))
    if files:
        parts += [
            html.heading(2, words("agreement_files")),
            html.paragraph(words("agreement_files_what", files=", ".join(files), folder="figures")),
        ]
    return html.page(words.language, f"{title}: {names}", parts)


def _compared(agreement: Agreement, words: Words) -> Iterator[str]:
    paired = agreement.paired
    yield html.heading(2, words("agreement_compared"))
    rows = [(one.name, one.source, str(len(one.exams))) for one in paired.methods]
    head = [words(f"agreement_{key}") for key in ("method", "source", "exams")]
    yield html.table(head, rows, text_columns=(1,))
    known = words.optional(f"agreement_key_{paired.key}")
    key = words("agreement_key_column", column=paired.key) if known is None else known
    yield html.paragraph(words("agreement_paired_by", paired_by=key))
    if agreement.reference:
        yield html.paragraph(words("agreement_reference", name=agreement.reference))
    else:
        yield html.paragraph(words("agreement_no_reference"))
    said = [one for one in agreement.remarks if one.severity < Severity.NOTE]
    notes = [one for one in agreement.remarks if one.severity == Severity.NOTE]
    if said or notes:
        yield html.heading(3, words("agreement_to_know"))
    if said:
        yield html.notice(remark_text(one, words) for one in said)
    yield from (html.paragraph(remark_text(one, words), "quiet") for one in notes)


def _pair(agreement: Agreement, pair: PairAgreement, figures: Drawn, words: Words) -> Iterator[str]:
    yield html.heading(2, pair_title(pair, words, agreement.reference))
    yield html.paragraph(words("agreement_pair_exams", exams=pair.exams))
    yield html.heading(3, words("agreement_scores"))
    for column in MEASURES:
        rows = [one for one in pair.measures if one.measure == column.key]
        if rows:
            yield _measures(rows, words(f"agreement_measure_{column.key}"), words)
    yield from _figures(figures, ("scores", "bland-altman", "icc", "arteries"), pair, words)
    yield html.heading(3, words("agreement_categories"))
    same, exams = int(np.trace(pair.categories)), int(pair.categories.sum())
    yield html.paragraph(words("agreement_same_category", same=same, exams=exams))
    names = ("linear", "quadratic")
    kappas = [(words(f"agreement_kappa_{name}"), coefficient_text(getattr(pair, name), words)) for name in names]
    yield html.table((agreement.classification.name, ""), kappas)
    yield from _figures(figures, ("categories",), pair, words)
    if pair.lesions:
        yield from _lesions(pair, words)
        yield from _figures(figures, ("lesions",), pair, words)
    yield from _largest(agreement, pair, words)


def _measures(rows: Sequence[MeasureAgreement], name: str, words: Words) -> str:
    head = [name, *(words(f"agreement_{key}") for key in ("exams", "icc", "bias", "limits", "root_limits"))]
    return html.table(head, [_measure(one, words) for one in rows])


def _measure(one: MeasureAgreement, words: Words) -> tuple[str, ...]:
    return (
        territory_name(one.territory, words),
        str(len(one.first)),
        coefficient_text(one.icc, words),
        estimate_text(one.differences.bias, words, 1),
        limits_text(one.differences, words),
        limits_text(one.square_root, words, root=True),
    )


def _lesions(pair: PairAgreement, words: Words) -> Iterator[str]:
    yield html.heading(3, words("agreement_lesions"))
    yield html.paragraph(words("agreement_lesion_exams", exams=len(pair.counted)))
    counts = [
        words("agreement_lesions_of", name=pair.first),
        words("agreement_found", name=pair.second),
        words("agreement_lesions_of", name=pair.second),
        words("agreement_found", name=pair.first),
    ]
    rates = [words(f"agreement_{key}") for key in ("sensitivity", "predictive_value", "f1")]
    of_number = [
        (territory_name(key, words), *_counts(one), *_rates(one, "", words)) for key, one in pair.lesions.items()
    ]
    yield html.table((words("agreement_by_number"), *counts, *rates), of_number)
    of_volume = [(territory_name(key, words), *_rates(one, "volume_", words)) for key, one in pair.lesions.items()]
    yield html.table((words("agreement_by_volume"), *rates), of_volume)


def _counts(one: Detection) -> tuple[str, ...]:
    found = one.counts
    return tuple(map(str, (found.reference, found.found, found.other, found.confirmed)))


def _rates(one: Detection, prefix: str, words: Words) -> list[str]:
    return [estimate_text(getattr(one, f"{prefix}{name}"), words) for name in ("sensitivity", "predictive_value", "f1")]


def _largest(agreement: Agreement, pair: PairAgreement, words: Words) -> Iterator[str]:
    """The exams that a person would look at first."""
    total = next((one for one in pair.measures if (one.territory, one.measure) == (TOTAL, "agatston")), None)
    if total is None:
        return
    scores = zip(total.keys, total.first, total.second, strict=True)
    apart = [(abs(b - a) / np.sqrt((a + b) / 2), key, a, b) for key, a, b in scores if a != b]
    if not apart:
        return
    graded = agreement.classification
    yield html.heading(3, words("agreement_largest"))
    yield html.paragraph(words("agreement_largest_what"))
    rows = [
        (
            key, words.measured(a), words.measured(b), signed(b - a, words, 0),
            *(grade_word(graded, graded.grade(score), words) for score in (a, b)),
        )
        for _, key, a, b in sorted(apart, reverse=True)[:LARGEST]
    ]  # fmt: skip
    category = graded.name
    head = (words("agreement_exam"), pair.first, pair.second, words("agreement_difference"))
    yield html.table((*head, f"{category}, {pair.first}", f"{category}, {pair.second}"), rows)


def _together(agreement: Agreement, words: Words) -> Iterator[str]:
    if not agreement.together:
        return
    yield html.heading(2, words("agreement_together"))
    for column in MEASURES:
        rows = [
            (territory_name(territory, words), str(found.count), coefficient_text(found, words))
            for (territory, measure), found in agreement.together.items()
            if measure == column.key
        ]
        if rows:
            head = (words(f"agreement_measure_{column.key}"), words("agreement_exams"), words("agreement_icc"))
            yield html.table(head, rows)


def _figures(drawn: Drawn, names: Sequence[str], pair: PairAgreement, words: Words) -> Iterator[str]:
    for name in names:
        if name in drawn:
            svg, width = drawn[name]
            described = f"{words('agreement_chart_' + name.replace('-', '_'))}: {pair_title(pair, words)}"
            yield html.figure(svg, described, width)
