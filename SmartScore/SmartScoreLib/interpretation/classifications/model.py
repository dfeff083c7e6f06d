"""A classification: printed whole numbers to grades, without gap or overlap."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from SmartScoreLib.scoring.rounding import printed_agatston

Amount = Literal["none", "very_little", "small", "moderate", "large", "very_large"]
"""How a page for patients calls an amount, whatever the classification calls it."""


@dataclass(frozen=True)
class Grade:
    """One grade of a classification.

    Attributes:
        key: names its words in each language, and stays the same in files.
        least: the least printed score that has it.
        amount: what patients are told.
    """

    key: str
    least: int
    amount: Amount


@dataclass(frozen=True)
class Classification:
    """Grades of the coronary Agatston score, from the lowest on; the first begins at 0.

    Attributes:
        key: names it in files, options and language tables.
        name: its name with the year, the same in every language.
        grades: by rising `least`.
        last_range: the scores of the last grade as its source writes them, ">400".
        citation: where the bounds are published.
        note: how its bounds came to be known here, where the publication itself was not read.
    """

    key: str
    name: str
    grades: tuple[Grade, ...]
    last_range: str
    citation: str
    note: str = ""

    def grade(self, agatston: float) -> Grade:
        """The grade of a score. The printed whole number decides; what is printed as "<1" is more than none."""
        printed = printed_agatston(agatston)
        return next(grade for grade in reversed(self.grades) if printed >= grade.least)

    def position(self, grade: Grade) -> int:
        """How many grades are lower."""
        return self.grades.index(grade)

    def bounds(self, grade: Grade) -> tuple[int, int | None]:
        """Least and greatest printed score of a grade; None is no end."""
        following = {one.key: other.least - 1 for one, other in pairwise(self.grades)}
        return grade.least, following.get(grade.key)

    @property
    def ranges(self) -> tuple[str, ...]:
        """The printed scores of each grade: "0", "1-99" ... ">400"."""
        found = []
        for grade in self.grades:
            least, most = self.bounds(grade)
            found.append(self.last_range if most is None else str(least) if least == most else f"{least}-{most}")
        return tuple(found)
