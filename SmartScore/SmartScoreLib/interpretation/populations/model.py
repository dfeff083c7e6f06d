"""A reference population: who was scanned, and the scores at the percentiles of each group of them."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from SmartScoreLib.remarks.model import Remark

Sex = Literal["male", "female"]


@dataclass(frozen=True)
class ReferenceGroup:
    """People of one group, one sex, and one age or band of ages.

    Attributes:
        group: e.g. "white"; "" where the population has no groups.
        sex: of all of them.
        youngest: age in years, as is the next.
        oldest: the same as `youngest` where the table goes year by year.
        scores: (percentile, score at it) as published, both rising.
        ladder: (percentile, least whole score that reaches it), where that was published beside them; else empty.
        nonzero_percent: how many of 100 have a score above 0; None where the table does not say.
    """

    group: str
    sex: Sex
    youngest: int
    oldest: int
    scores: tuple[tuple[int, float], ...]
    ladder: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    nonzero_percent: int | None = None

    def score(self, percentile: int) -> float | None:
        """The published score at a percentile, or None."""
        return dict(self.scores).get(percentile)

    @property
    def ages(self) -> str:
        """ "61", or "60-64" for a band."""
        return str(self.youngest) if self.youngest == self.oldest else f"{self.youngest}-{self.oldest}"


@dataclass(frozen=True)
class ReferencePopulation:
    """Who a score can be compared with.

    Attributes:
        key: names it in files and options; "own" for a site's own table.
        name: as pages print it, "MESA 2006"; the same in every language.
        people: how many were scanned; None where it is not known, as for the next two.
        years: when they were scanned, "2000-2002".
        scanner: with what kind of scanner.
        citation: where the figures are published.
        groups: of the table, in its order.
        table: the text of a site's own table, which a saved reading keeps; "" for those that come with the software.
        note: what is not certain of its figures.
    """

    key: str
    name: str
    people: int | None
    years: str
    scanner: str
    citation: str
    groups: tuple[ReferenceGroup, ...] = field(repr=False)
    table: str = field(default="", repr=False)
    note: str = field(default="", repr=False)

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """Names of its groups, in their order; empty where it has none."""
        return tuple(dict.fromkeys(group.group for group in self.groups if group.group))


@dataclass(frozen=True)
class Percentile:
    """A percentile, or the part of a hundred that it lies in where a table has few steps: `least` <= it < `below`."""

    least: int
    below: int

    @property
    def exact(self) -> bool:
        """Whether it is one number, `least`."""
        return self.below == self.least + 1

    @property
    def text(self) -> str:
        """ "92", or what a table of few steps knows of it: "50-75", "<25", "≥90"; the same in every language."""
        if self.exact:
            return str(self.least)
        if self.below == 100:
            return f"≥{self.least}"
        return f"{self.least}-{self.below}" if self.least else f"<{self.below}"


@dataclass(frozen=True)
class Comparison:
    """A score among the people of a population, or why it cannot be compared.

    Exactly one of `percentile` and `reason` is None; `group` is None with the percentile.
    """

    population: ReferencePopulation
    group: ReferenceGroup | None
    percentile: Percentile | None
    reason: Remark | None
