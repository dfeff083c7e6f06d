"""A number that was estimated from exams, with its interval."""

from dataclasses import dataclass

CONFIDENCE = 0.95
"""Of every interval."""


@dataclass(frozen=True)
class Estimate:
    """A value with its 95 % confidence interval.

    Attributes:
        value: None where the exams do not define it (one exam, no spread, nothing to divide by).
        low: the lower end of the interval; None where there is none.
        high: the upper end.
        count: how many exams it is of.
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    count: int = 0
