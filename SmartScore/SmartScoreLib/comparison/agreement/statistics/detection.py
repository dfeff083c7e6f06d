"""Sensitivity, positive predictive value and F1 of lesions, as the orCaScore evaluation defines them.

orcascore.isi.uu.nl/evaluation (Wolterink 2016, Medical Physics 43:2361): of the number and of the volume of lesions;
F1 is the harmonic mean of sensitivity and positive predictive value. Lesions of one exam are not independent of each
other, so intervals are those of exams drawn with replacement (bootstrap percentiles, always the same draws).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.comparison.agreement.statistics.estimate import CONFIDENCE, Estimate

DRAWS = 2000


@dataclass(frozen=True)
class LesionCounts:
    """What two readings marked in one exam: numbers of lesions, and volumes in mm3.

    Attributes:
        reference: lesions of the reference.
        found: those of them that the other marks at least a voxel of.
        other: lesions of the other.
        confirmed: those of them that the reference marks at least a voxel of.
        reference_mm3: volume that the reference marks.
        other_mm3: volume that the other marks.
        common_mm3: volume that both mark.
    """

    reference: int = 0
    found: int = 0
    other: int = 0
    confirmed: int = 0
    reference_mm3: float = 0.0
    other_mm3: float = 0.0
    common_mm3: float = 0.0


@dataclass(frozen=True)
class Detection:
    """Rates over exams; a rate has no value where there is nothing to divide by.

    Attributes:
        counts: the sums over all exams.
        sensitivity: found / reference.
        predictive_value: confirmed / other.
        f1: the harmonic mean of the two.
        volume_sensitivity: common volume / volume of the reference.
        volume_predictive_value: common volume / volume of the other.
        volume_f1: the harmonic mean of the two: the F1 of orCaScore.
    """

    counts: LesionCounts
    sensitivity: Estimate
    predictive_value: Estimate
    f1: Estimate
    volume_sensitivity: Estimate
    volume_predictive_value: Estimate
    volume_f1: Estimate


def detection(exams: Sequence[LesionCounts]) -> Detection:
    """The rates of exams together."""
    table = np.array(
        [(e.reference, e.found, e.other, e.confirmed, e.reference_mm3, e.other_mm3, e.common_mm3) for e in exams],
        float,
    ).reshape(-1, 7)
    sums = table.sum(axis=0)
    counts = LesionCounts(*(int(one) for one in sums[:4]), *(float(one) for one in sums[4:]))
    rates = _rates(sums[None])[0]
    low, high = _intervals(table)
    estimates = [
        Estimate(None, count=len(table)) if np.isnan(rate) else Estimate(float(rate), _known(a), _known(b), len(table))
        for rate, a, b in zip(rates, low, high, strict=True)
    ]
    return Detection(counts, *estimates)


def _rates(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    """(draw, 6) rates of (draw, 7) sums; nan where there is nothing to divide by."""
    reference, found, other, confirmed, reference_mm3, other_mm3, common_mm3 = sums.T
    with np.errstate(divide="ignore", invalid="ignore"):
        rates = [found / reference, confirmed / other]
        rates.append(_harmonic(*rates))
        volume = [common_mm3 / reference_mm3, common_mm3 / other_mm3]
        rates += [*volume, _harmonic(*volume)]
    return np.stack(rates, axis=1)


def _harmonic(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
    mean: NDArray[np.float64] = np.where((a == 0) & (b == 0), 0.0, 2 * a * b / (a + b))
    return mean


def _intervals(table: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Percentiles of the rates of exams drawn with replacement.

    None for a single exam, where draws without any lesion, which define no rate, are more than a tail, and where all
    draws give the same: "all of five were found" tells nothing of the spread, and is no certainty.
    """
    none = np.full(table.shape[1] - 1, np.nan)
    if len(table) < 2:
        return none, none
    drawn = np.random.default_rng(0).multinomial(len(table), np.full(len(table), 1 / len(table)), DRAWS)
    rates = _rates(drawn @ table)
    tail = (1 - CONFIDENCE) / 2
    enough = np.isnan(rates).mean(axis=0) <= tail
    ends = np.where(enough, np.nanquantile(np.where(enough, rates, 0.0), (tail, 1 - tail), axis=0), np.nan)
    ends = np.where(ends[0] < ends[1], ends, np.nan)
    return ends[0], ends[1]


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
