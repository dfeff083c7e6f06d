"""An agreement as data: JSON of schema "smartscore-agreement/1", and three CSV tables. Nothing is rounded."""

import csv
import io
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from SmartScoreLib.comparison.agreement.agree import Agreement, PairAgreement
from SmartScoreLib.comparison.agreement.model import TOTAL, ExamScores
from SmartScoreLib.comparison.agreement.pairing import PairedExam
from SmartScoreLib.comparison.agreement.statistics.detection import Detection
from SmartScoreLib.comparison.agreement.statistics.estimate import CONFIDENCE, Estimate
from SmartScoreLib.csv_lines import CsvLines
from SmartScoreLib.identity import identity
from SmartScoreLib.interpretation.classifications.model import Classification
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.model import remark_json
from SmartScoreLib.scoring.columns import MEASURES

SCHEMA = "smartscore-agreement/1"


@dataclass(frozen=True)
class Statistic:
    """One row of the table of statistics.

    Attributes:
        first: name of a method; of several at once, all names.
        second: name of the other, or "".
        territory: key, or "TOTAL".
        measure: "agatston", "volume_mm3", "mass_mg", "category", "lesions" or "lesion_volume".
        statistic: what it is; `STATISTICS` has all.
        estimate: value and interval.
    """

    first: str
    second: str
    territory: str
    measure: str
    statistic: str
    estimate: Estimate


STATISTICS: dict[str, str] = {
    "icc_a1": "intraclass correlation, absolute agreement of single readings (McGraw and Wong 1996)",
    "bias": "mean of second minus first",
    "standard_deviation": "of second minus first",
    "lower_limit": "bias - 1.96 standard deviations (Bland and Altman 1986)",
    "upper_limit": "bias + 1.96 standard deviations",
    "root_bias": "mean of (second minus first) / square root of their mean, exams with zero by both left out",
    "root_lower_limit": "lower limit of the same: times the square root of a score it is the limit there",
    "root_upper_limit": "upper limit of the same",
    "kappa_linear": "weighted kappa of the categories, linear weights (Cohen 1968)",
    "kappa_quadratic": "the same, quadratic weights",
    "sensitivity": "lesions, or volume, of the first that the second has too",
    "predictive_value": "lesions, or volume, of the second that the first has too",
    "f1": "harmonic mean of the two; of the volume it is the F1 of orCaScore",
}
"""Every statistic, and what it is."""


def statistics(agreement: Agreement) -> Iterator[Statistic]:
    """Every statistic of an agreement, pair by pair."""
    for pair in agreement.pairs:
        yield from _of_pair(pair)
    everybody = ", ".join(method.name for method in agreement.paired.methods)
    for (territory, measure), estimate in agreement.together.items():
        yield Statistic(everybody, "", territory, measure, "icc_a1", estimate)


def _of_pair(pair: PairAgreement) -> Iterator[Statistic]:
    for one in pair.measures:
        spread = Estimate(one.differences.deviation, count=len(one.first))
        found = {
            "icc_a1": one.icc,
            "bias": one.differences.bias,
            "standard_deviation": spread,
            "lower_limit": one.differences.lower,
            "upper_limit": one.differences.upper,
            "root_bias": one.square_root.bias,
            "root_lower_limit": one.square_root.lower,
            "root_upper_limit": one.square_root.upper,
        }
        for name, estimate in found.items():
            yield Statistic(pair.first, pair.second, one.territory, one.measure, name, estimate)
    for name, estimate in (("kappa_linear", pair.linear), ("kappa_quadratic", pair.quadratic)):
        yield Statistic(pair.first, pair.second, TOTAL, "category", name, estimate)
    for territory, found_there in pair.lesions.items():
        for measure, rates in rates_of(found_there).items():
            for name, estimate in rates.items():
                yield Statistic(pair.first, pair.second, territory, measure, name, estimate)


def rates_of(found: Detection) -> dict[str, dict[str, Estimate]]:
    """The rates of the number of lesions, and of their volume."""
    return {
        "lesions": {"sensitivity": found.sensitivity, "predictive_value": found.predictive_value, "f1": found.f1},
        "lesion_volume": {
            "sensitivity": found.volume_sensitivity,
            "predictive_value": found.volume_predictive_value,
            "f1": found.volume_f1,
        },
    }


def statistics_csv(agreement: Agreement) -> str:
    """One row a statistic: value, the ends of its 95 % interval, and of how many exams it is."""
    rows = [
        (s.first, s.second, s.territory, s.measure, s.statistic, *_cells(s.estimate)) for s in statistics(agreement)
    ]
    return _csv(("first", "second", "territory", "measure", "statistic", "value", "low", "high", "exams"), rows)


def exams_csv(agreement: Agreement) -> str:
    """One row an exam and method: whether it was compared, or why not, with its scores as they were given."""
    territories = _territories(agreement)
    head = ["exam", "method", "compared", "why_left_out", "outcome", "reader", "protocol", "file", "category"]
    measures = [(territory, column.key) for territory in territories for column in MEASURES]
    head += [f"{territory.lower()}_{measure}" for territory, measure in measures]
    rows = []
    for exam in agreement.paired.exams:
        for method, one in zip(agreement.paired.methods, exam.exams, strict=True):
            if one is not None:
                values = [one.scores.get(territory, {}).get(measure) for territory, measure in measures]
                rows.append((exam.key, method.name, *_about(exam, one, agreement.classification), *values))
    return _csv(head, rows)


def _about(exam: PairedExam, one: ExamScores, classification: Classification) -> tuple[object, ...]:
    why = "" if exam.why_left_out is None else english(exam.why_left_out)
    if not why and not one.has_result:
        why = one.outcome if one.valid else "invalid"
    category = classification.grade(one.scores[TOTAL]["agatston"]).key if one.has_result else ""
    texts = (one.fields.get(name, "") for name in ("reader", "protocol", "file"))
    return (0 if why else 1, why, one.outcome, *texts, category)


def lesions_csv(agreement: Agreement) -> str:
    """One row an exam, pair and artery: numbers of lesions, and volumes in mm3."""
    rows = [
        (exam, pair.first, pair.second, territory, *asdict(counts).values())
        for pair in agreement.pairs
        for exam, by_artery in pair.counted.items()
        for territory, counts in by_artery.items()
    ]
    head = ("exam", "first", "second", "territory", "first_lesions", "first_found", "second_lesions")
    return _csv((*head, "second_confirmed", "first_mm3", "second_mm3", "common_mm3"), rows)


def agreement_json(agreement: Agreement) -> dict[str, Any]:
    """The whole as a JSON object."""
    return {
        "schema": SCHEMA,
        "software": f"{identity().name} {identity().version}",
        "methods": [
            {"name": method.name, "source": method.source, "exams": len(method.exams)}
            for method in agreement.paired.methods
        ],
        "paired_by": agreement.paired.key,
        "reference": agreement.reference or None,
        "confidence": CONFIDENCE,
        "classification": agreement.classification.key,
        "categories": [grade.key for grade in agreement.classification.grades],
        "pairs": [
            {"first": pair.first, "second": pair.second, "exams": pair.exams, "categories": pair.categories.tolist()}
            for pair in agreement.pairs
        ],
        "statistics": [
            {key: value for key, value in asdict(one).items() if key != "estimate"} | asdict(one.estimate)
            for one in statistics(agreement)
        ],
        "meaning": STATISTICS,
        "remarks": [{**remark_json(one), "text": english(one)} for one in agreement.remarks],
    }


def _territories(agreement: Agreement) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.territory for pair in agreement.pairs for one in pair.measures)) or (TOTAL,)


def _cells(estimate: Estimate) -> tuple[float | None, float | None, float | None, int]:
    return (estimate.value, estimate.low, estimate.high, estimate.count)


def _csv(head: "tuple[str, ...] | list[str]", rows: "list[Any]") -> str:
    text = io.StringIO()
    lines = csv.writer(CsvLines(text))
    lines.writerow(head)
    lines.writerows(rows)
    return text.getvalue()
