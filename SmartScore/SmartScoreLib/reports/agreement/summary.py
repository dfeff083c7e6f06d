"""An agreement in some lines of plain text, for a terminal."""

from collections.abc import Sequence

from SmartScoreLib.comparison.agreement.agree import Agreement, PairAgreement
from SmartScoreLib.remarks.model import Severity
from SmartScoreLib.reports.agreement.texts import coefficient_text, limits_text, pair_title, signed, territory_name
from SmartScoreLib.reports.language.agreement import agreement_words
from SmartScoreLib.reports.language.languages import remark_text
from SmartScoreLib.reports.language.words import Words


def summary(agreement: Agreement, language: str = "en") -> str:
    """The Agatston scores, categories and lesions of each pair, and what must be known.

    Raises:
        WrongUsage: there is no such language.
    """
    words = agreement_words(language)
    lines: list[str] = []
    for pair in agreement.pairs:
        lines += [*_pair(pair, agreement.reference, words), ""]
    for one in agreement.remarks:
        sign = "!" if one.severity < Severity.NOTE else "-"
        lines.append(f"  {sign} {remark_text(one, words)}")
    return "\n".join(lines).rstrip()


def _pair(pair: PairAgreement, reference: str, words: Words) -> list[str]:
    head = [words(f"agreement_{key}") for key in ("measure_agatston", "exams", "icc", "bias", "limits", "root_limits")]
    rows = [head]
    for one in pair.measures:
        if one.measure != "agatston":
            continue
        rows.append([
            territory_name(one.territory, words),
            str(len(one.first)),
            coefficient_text(one.icc, words),
            signed(one.differences.bias.value, words, 1),
            limits_text(one.differences, words),
            limits_text(one.square_root, words, root=True),
        ])  # fmt: skip
    lines = [pair_title(pair, words, reference), "", *_table(rows), ""]
    lines += [
        f"{words(f'agreement_kappa_{name}')}: {coefficient_text(getattr(pair, name), words)}"
        for name in ("linear", "quadratic")
    ]
    if pair.lesions:
        rates = ("sensitivity", "predictive_value", "f1", "volume_f1")
        names = [words(f"agreement_{one}") for one in rates[:3]]
        rows = [[words("agreement_lesions"), *names, f"{names[2]} ({words('agreement_by_volume')})"]]
        rows += [
            [territory_name(key, words), *(coefficient_text(getattr(found, one), words) for one in rates)]
            for key, found in pair.lesions.items()
        ]
        lines += ["", *_table(rows)]
    return lines


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(w) for cell, w in zip(row[1:], widths[1:], strict=True))]
        ).rstrip()
        for row in rows
    ]
