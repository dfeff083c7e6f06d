"""How far methods agree on the exams that they have in common: numbers, categories and lesions, pair by pair."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.comparison.agreement.lesions.counting import ANY_ARTERY, count_lesions
from SmartScoreLib.comparison.agreement.model import TOTAL, ExamScores
from SmartScoreLib.comparison.agreement.pairing import Paired
from SmartScoreLib.comparison.agreement.statistics.bland_altman import (
    Differences,
    differences,
    square_root_differences,
)
from SmartScoreLib.comparison.agreement.statistics.detection import Detection, LesionCounts, detection
from SmartScoreLib.comparison.agreement.statistics.estimate import Estimate
from SmartScoreLib.comparison.agreement.statistics.icc import icc_agreement
from SmartScoreLib.comparison.agreement.statistics.kappa import cross_table, weighted_kappa
from SmartScoreLib.interpretation.classifications.model import Classification
from SmartScoreLib.interpretation.classifications.table import CAC_DRS_2018
from SmartScoreLib.lesions.territories import TERRITORIES
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused, WrongUsage
from SmartScoreLib.remarks.model import Remark, by_severity
from SmartScoreLib.scoring.columns import MEASURES


@dataclass(frozen=True)
class MeasureAgreement:
    """One measure of the total, or of one artery.

    Attributes:
        territory: key, or `TOTAL`.
        measure: "agatston", "volume_mm3" or "mass_mg".
        keys: of the exams that both methods have it of.
        first: their values by the first method, in full precision.
        second: by the second.
        icc: ICC(A,1).
        differences: second minus first, with limits that are the same at every score.
        square_root: the same over the square root of the mean.
    """

    territory: str
    measure: str
    keys: tuple[str, ...] = field(repr=False)
    first: tuple[float, ...] = field(repr=False)
    second: tuple[float, ...] = field(repr=False)
    icc: Estimate
    differences: Differences
    square_root: Differences


@dataclass(frozen=True)
class PairAgreement:
    """Two methods; where a reference was named, it is the first.

    Attributes:
        first: name of a method.
        second: name of the other.
        exams: how many exams both have a result of.
        measures: the total first, then the arteries that either marks, in the order of the table of territories.
        categories: exams by grade of the classification: (grade, grade), rows of the first.
        linear: kappa with linear weights.
        quadratic: kappa with quadratic weights.
        lesions: by artery, and all together under `TOTAL`; empty where no exam has marks and images of both.
        counted: of each exam whose lesions were counted: its key, and the counts by artery.
    """

    first: str
    second: str
    exams: int
    measures: tuple[MeasureAgreement, ...]
    categories: NDArray[np.int64] = field(repr=False)
    linear: Estimate
    quadratic: Estimate
    lesions: Mapping[str, Detection] = field(default_factory=dict)
    counted: Mapping[str, Mapping[str, LesionCounts]] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Agreement:
    """All pairs, and what is to be said.

    Attributes:
        paired: the exams.
        reference: name of the method that the others are held to, or "".
        classification: whose grades are the categories, by the printed Agatston score.
        pairs: every pair, or each method against the reference.
        together: of three and more methods the ICC(A,1) of all at once, by (territory, measure).
        remarks: what was left out, and what limits the numbers, the gravest first.
    """

    paired: Paired
    reference: str
    classification: Classification
    pairs: tuple[PairAgreement, ...]
    together: Mapping[tuple[str, str], Estimate]
    remarks: tuple[Remark, ...] = ()


def agree(
    paired: Paired,
    reference: str = "",
    *,
    classification: Classification = CAC_DRS_2018,
    by_lesion: bool = True,
    progress: Progress = silent,
) -> Agreement:
    """Compare the paired exams.

    Args:
        paired: of `pair`.
        reference: name of the method that is taken for right; "" compares every pair.
        classification: whose grades are compared by kappa.
        by_lesion: count lesions where marks and images are at hand, which loads the images of every exam.
        progress: called as progress(done, total, what).

    Raises:
        WrongUsage: no method has the name of the reference.
    """
    names = [method.name for method in paired.methods]
    if reference and reference not in names:
        raise WrongUsage(remark("comparison.agreement_no_reference", name=reference, known=tuple(names)))
    numbers = range(len(names))
    chosen = (
        [(names.index(reference), other) for other in numbers if names[other] != reference]
        if reference
        else list(combinations(numbers, 2))
    )
    counted, said = _count(paired, chosen, progress) if by_lesion else ({}, [])
    pairs = tuple(_pair(paired, one, other, classification, counted.get((one, other), {})) for one, other in chosen)
    together: dict[tuple[str, str], Estimate] = {}
    if len(names) > 2:
        of_all = paired.of(*numbers)
        for territory, measure in _measured(of_all):
            together[territory, measure] = icc_agreement(_values(of_all, territory, measure)[1])
    few = [
        remark("comparison.agreement_few_exams", first=pair.first, second=pair.second, exams=pair.exams)
        for pair in pairs
        if pair.exams < FEW_EXAMS
    ]
    rules = [one for pair in chosen for one in _rules(paired, *pair)]
    remarks = by_severity([*paired.remarks, *said, *few, *rules])
    return Agreement(paired, reference, classification, pairs, together, remarks)


FEW_EXAMS = 30
"""Below this many exams the page says that intervals are wide."""


def _pair(
    paired: Paired,
    one: int,
    other: int,
    classification: Classification,
    counted: Mapping[str, Mapping[str, LesionCounts]],
) -> PairAgreement:
    exams = paired.of(one, other)
    measures = []
    for territory, measure in _measured(exams):
        keys, values = _values(exams, territory, measure)
        first, second = values.T
        measures.append(
            MeasureAgreement(
                territory,
                measure,
                keys,
                tuple(first.tolist()),
                tuple(second.tolist()),
                icc_agreement(values),
                differences(first, second),
                square_root_differences(first, second),
            )
        )
    grades = [
        [classification.position(classification.grade(exam[side].scores[TOTAL]["agatston"])) for exam in exams.values()]
        for side in (0, 1)
    ]
    table = cross_table(grades[0], grades[1], len(classification.grades))
    arteries = dict.fromkeys(key for counts in counted.values() for key in counts)
    order = [ANY_ARTERY, *(t.key for t in TERRITORIES if t.key in arteries)] if counted else []
    return PairAgreement(
        paired.methods[one].name,
        paired.methods[other].name,
        len(exams),
        tuple(measures),
        table,
        weighted_kappa(table, "linear"),
        weighted_kappa(table, "quadratic"),
        {key: detection([counts.get(key, LesionCounts()) for counts in counted.values()]) for key in order},
        counted,
    )


Compared = Mapping[str, tuple[ExamScores, ...]]
"""Exams by key, of each method one."""


def _measured(exams: Compared) -> list[tuple[str, str]]:
    """(territory, measure) that some exam has of all methods, and of arteries those that somebody marks."""
    found = []
    for territory in (TOTAL, *(t.key for t in TERRITORIES if t.counts)):
        for column in MEASURES:
            _, values = _values(exams, territory, column.key)
            if len(values) and (territory == TOTAL or values.any()):
                found.append((territory, column.key))
    return found


def _values(exams: Compared, territory: str, measure: str) -> tuple[tuple[str, ...], NDArray[np.float64]]:
    """Keys of the exams that have the measure by all methods, and the values (exam, method)."""
    rows = {key: [exam.scores.get(territory, {}).get(measure) for exam in one] for key, one in exams.items()}
    known = {key: row for key, row in rows.items() if None not in row}
    methods = max(map(len, exams.values()), default=0)
    return tuple(known), np.array(list(known.values()), float).reshape(len(known), methods)


Counted = dict[tuple[int, int], dict[str, dict[str, LesionCounts]]]


def _count(paired: Paired, chosen: Sequence[tuple[int, int]], progress: Progress) -> tuple[Counted, list[Remark]]:
    """Lesion counts of each pair and exam, exam by exam, so that no more than one volume is in memory."""
    found: Counted = {}
    said: list[Remark] = []
    compared = [exam for exam in paired.exams if exam.why_left_out is None]
    for number, exam in enumerate(compared):
        progress(number, len(compared), "counting lesions")
        for one, other in chosen:
            first, second = exam.exams[one], exam.exams[other]
            if first is None or second is None or not (first.has_result and second.has_result):
                continue
            if first.opened is None or second.opened is None:
                continue
            try:
                series, reference = first.opened()
                others = second.opened()
            except InputRefused as refusal:
                said += [
                    remark("comparison.agreement_lesions_not_read", exam=exam.key, why=why) for why in refusal.remarks
                ]
                continue
            if others[0].files != series.files or others[0].geometry.shape != series.geometry.shape:
                said.append(remark("comparison.agreement_other_images", exam=exam.key))
                continue
            found.setdefault((one, other), {})[exam.key] = count_lesions(series, reference, others[1])
    progress(len(compared), len(compared), "counting lesions")
    without = tuple(
        f"{paired.methods[one].name}, {paired.methods[other].name}"
        for one, other in chosen
        if (one, other) not in found
    )
    return found, said + ([remark("comparison.agreement_no_lesions", pairs=without)] if without else [])


def _rules(paired: Paired, one: int, other: int) -> list[Remark]:
    """Whether two methods score by rules of other names, which explains differences that no reader makes."""
    names = [
        tuple(sorted({exam[side].fields.get("protocol", "") for exam in paired.of(one, other).values()} - {""}))
        for side in (0, 1)
    ]
    if not all(names) or names[0] == names[1]:
        return []
    first, second = (paired.methods[number].name for number in (one, other))
    return [remark("comparison.agreement_other_rules", first=first, second=second, rules=names[0], others=names[1])]
