"""The change of one measure between two dates, and whether it is more than the error of measurement."""

from dataclasses import dataclass
from math import sqrt
from typing import Literal

from SmartScoreLib.comparison.change.limits import (
    SOURCES,
    SQUARE_ROOT,
    Rule,
    chung_limit,
    sevrukov_limit,
)
from SmartScoreLib.scoring.columns import AGATSTON, VOLUME
from SmartScoreLib.scoring.rounding import printed_agatston

Verdict = Literal["real", "within_error", "unclear"]
"""By every limit that can be applied; "unclear" where they contradict each other."""

_DAYS_IN_YEAR = 365.25


@dataclass(frozen=True)
class Limit:
    """One limit applied to one change.

    Attributes:
        rule: which; `source` is its publication.
        observed: what is held against the limit, never negative: the difference in units of the measure, or that of
            the square roots.
        greatest: what repeated measurement alone may give.
    """

    rule: Rule
    observed: float
    greatest: float

    @property
    def exceeded(self) -> bool:
        """Whether the change is more than the error of measurement by this limit."""
        return self.observed > self.greatest

    @property
    def source(self) -> str:
        """Its publication."""
        return SOURCES[self.rule]


@dataclass(frozen=True)
class Change:
    """One measure at two dates.

    Attributes:
        measure: key of the column ("agatston", "volume_mm3", "mass_mg").
        before: at the earlier date, in full precision.
        after: at the later date.
        years: between the dates; None where that is not known, or on one day.
        limits: those that can be applied; none of the mass, for which none is published. They are applied to the
            numbers as printed, so that no page contradicts itself.
    """

    measure: str
    before: float
    after: float
    years: float | None
    limits: tuple[Limit, ...]

    @property
    def difference(self) -> float:
        """Later less earlier, in units of the measure."""
        return self.after - self.before

    @property
    def ratio(self) -> float | None:
        """Later by earlier; None from zero."""
        return self.after / self.before if self.before > 0 else None

    @property
    def per_year(self) -> float | None:
        """The difference by the years between; None where these are not known."""
        return self.difference / self.years if self.years else None

    @property
    def square_root_difference(self) -> float:
        """Square root of the later less that of the earlier value."""
        return sqrt(self.after) - sqrt(self.before)

    @property
    def verdict(self) -> Verdict | None:
        """What the limits say together; None where there is none."""
        said = {limit.exceeded for limit in self.limits}
        if not said:
            return None
        return "unclear" if len(said) > 1 else "real" if said.pop() else "within_error"


def change(
    measure: str, before: float, after: float, years: float | None = None, body_mass_index: float | None = None
) -> Change:
    """The change of a measure with every limit that can be applied.

    Args:
        measure: key of the column.
        before: the earlier value, not negative.
        after: the later value, not negative.
        years: between the two; see `years_between`.
        body_mass_index: kg/m2, for the limit of the MESA study.
    """
    first, last = (printed_agatston(value) for value in (before, after))
    difference = abs(last - first)
    limits: list[Limit] = []
    if (greatest := sevrukov_limit(measure, first)) is not None:
        limits.append(Limit("sevrukov", difference, greatest))
    if (greatest := chung_limit(measure, first, body_mass_index)) is not None:
        limits.append(Limit("chung", difference, greatest))
    if measure in (AGATSTON.key, VOLUME.key):
        limits.append(Limit("square_root", abs(sqrt(last) - sqrt(first)), SQUARE_ROOT))
    return Change(measure, before, after, years, tuple(limits))


def years_between(days: int) -> float | None:
    """Years of a number of days; None on one day."""
    return days / _DAYS_IN_YEAR if days else None
