"""What a reader grades by eye: coronary calcium of the patient and of each vessel."""

from dataclasses import dataclass, fields
from typing import Literal, get_args

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused

ReadingMode = Literal["coronary", "valve", "chest"]
"""What is read: the coronary calcium score of a gated scan, the aortic valve, or coronary calcium of a chest CT that is
not gated."""

VisualGrade = Literal["none", "mild", "moderate", "severe"]
GRADES: tuple[VisualGrade, ...] = get_args(VisualGrade)
"""From 0 to 3: the number is the V of CAC-DRS, and what a vessel adds to the Weston score."""

GRADED_VESSELS = ("LM", "LAD", "LCX", "RCA")
MOST_WESTON = 3 * len(GRADED_VESSELS)


@dataclass(frozen=True)
class VisualGrades:
    """The grades that a reader gave; None where none was given, and nothing is made up for it.

    Attributes:
        patient: of all coronary arteries together.
        lm, lad, lcx, rca: of each vessel.
    """

    patient: VisualGrade | None = None
    lm: VisualGrade | None = None
    lad: VisualGrade | None = None
    lcx: VisualGrade | None = None
    rca: VisualGrade | None = None

    @property
    def of_vessels(self) -> dict[str, VisualGrade | None]:
        """By the key of the vessel, in the order of `GRADED_VESSELS`."""
        return dict(zip(GRADED_VESSELS, (self.lm, self.lad, self.lcx, self.rca), strict=True))

    @property
    def given(self) -> bool:
        """Whether anything was graded."""
        return any(getattr(self, field.name) is not None for field in fields(self))

    @property
    def vessels(self) -> int | None:
        """How many vessels have calcium: the N of CAC-DRS; None unless all four are graded."""
        grades = self.of_vessels.values()
        return None if None in grades else sum(grade != "none" for grade in grades)

    @property
    def weston(self) -> int | None:
        """Weston score, 0 to 12: the sum of the four vessels' grades of 0 to 3; None unless all four are graded.

        Source: Kirsch et al. 2012, as described by Chen et al. 2021 (10.3389/fcvm.2021.684292).
        """
        grades = [grade for grade in self.of_vessels.values() if grade is not None]
        return sum(map(GRADES.index, grades)) if len(grades) == len(GRADED_VESSELS) else None

    @property
    def cac_drs(self) -> str | None:
        """Visual CAC-DRS category with the number of vessels, e.g. "V2/N3"; "V2" where that is not known.

        Source: Hecht et al. 2018: V0 none, V1 mild, V2 moderate, V3 severe.
        """
        if self.patient is None:
            return None
        category = f"V{GRADES.index(self.patient)}"
        return category if self.vessels is None else f"{category}/N{self.vessels}"


NOT_GRADED = VisualGrades()


def refuse_contradiction(grades: VisualGrades) -> None:
    """Refuse grades of which one says what another denies.

    Raises:
        InputRefused: the patient has none and a vessel has some, or the patient has some and all four vessels none.
    """
    some = tuple(key for key, grade in grades.of_vessels.items() if grade not in (None, "none"))
    if grades.patient == "none" and some:
        raise InputRefused(remark("lesions.graded_none", vessels=some))
    if grades.patient not in (None, "none") and grades.vessels == 0:
        raise InputRefused(remark("lesions.graded_some", grade=str(grades.patient)))
