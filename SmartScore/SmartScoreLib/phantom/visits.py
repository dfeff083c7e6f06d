"""One phantom person scanned at four dates: calcium that grows, shrinks, comes, goes, merges and splits.

Every scan has its own pose and may have its own grid; each lesion is drawn voxel by voxel, so that scores are those of
arithmetic at every date, and which lesions are the same calcium is known.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from SmartScoreLib.phantom.model import STILL, Phantom, Pose
from SmartScoreLib.phantom.standard import heart_surface, standard_phantom
from SmartScoreLib.phantom.write import WriteOptions
from SmartScoreLib.series.geometry import Vector

DATES = (date(2017, 3, 20), date(2020, 1, 15), date(2023, 2, 8), date(2026, 1, 15))
BORN = date(1965, 3, 10)
_Piece = tuple[Vector, float, float, float, float]
"""LPS mm in the standard heart, diameter mm, length mm, body HU, peak HU."""


@dataclass(frozen=True)
class Plaque:
    """Calcium of one place: its pieces at each of the four dates; several pieces are several lesions."""

    name: str
    territory: str
    pieces: tuple[tuple[_Piece, ...], ...]


def _piece(at: Vector, diameter: float, length: float, body: float = 260.0, peak: float = 350.0) -> _Piece:
    return at, diameter, length, body, peak


def _above(at: Vector, by_mm: float) -> Vector:
    return at[0], at[1], at[2] + by_mm


_LM, _LAD, _LAD2, _LCX = (20.0, -58.0, 32.0), heart_surface(-62, 24), heart_surface(-68, -18), heart_surface(5, 18)
_SPLIT, _JOINED, _RCA = heart_surface(40, 2), heart_surface(-150, 14), heart_surface(160, -20)

PLAQUES = (
    Plaque("steady", "LM", ((_piece(_LM, 4, 6),),) * 4),
    Plaque("grows", "LAD", tuple((_piece(_LAD, wide, long),) for wide, long in ((3, 6), (4.5, 9), (6, 12), (7, 15)))),
    Plaque("comes", "LAD", ((), (_piece(_LAD2, 4, 9),), (_piece(_LAD2, 4, 9),), (_piece(_LAD2, 6, 12),))),
    Plaque("goes", "LCX", ((_piece(_LCX, 4, 9),), (), (), ())),
    Plaque(
        "splits", "LCX", (
            (_piece(_SPLIT, 5, 24),),
            *((_piece(_above(_SPLIT, -8), 5, 6), _piece(_above(_SPLIT, 8), 5, 6)),) * 3,
        ),
    ),
    Plaque(
        "joins", "RCA", (
            (_piece(_above(_JOINED, -8), 5, 6), _piece(_above(_JOINED, 8), 5, 6)),
            *((_piece(_JOINED, 5, 24),),) * 3,
        ),
    ),
    Plaque("shrinks", "RCA", tuple((_piece(_RCA, wide, 9),) for wide in (6, 3, 3, 3))),
)  # fmt: skip
"""From the first date to the second all seven fates are there."""


@dataclass(frozen=True)
class Visit:
    """One of the dates.

    Attributes:
        study_date: when.
        phantom: the scan.
        plaques: the name of the plaque that each lesion of the phantom is a piece of, in the order of its lesions.
    """

    study_date: date
    phantom: Phantom
    plaques: tuple[str, ...]

    def options(self, **changes: Any) -> WriteOptions:
        """How its images are written: with their date, and the age of the person then; `changes` of the attributes."""
        day = self.study_date.strftime("%Y%m%d")
        before = (self.study_date.month, self.study_date.day) < (BORN.month, BORN.day)
        dated = dict.fromkeys(("StudyDate", "SeriesDate", "AcquisitionDate", "ContentDate"), day)
        age = f"{self.study_date.year - BORN.year - before:03d}Y"
        return WriteOptions(
            uid_seed=f"visit {day}", attributes={**dated, "PatientAge": age, "AccessionNumber": f"A{day}"} | changes
        )


def visit(number: int, pose: Pose = STILL, **grid: Any) -> Visit:
    """The scan at a date, 0 to 3.

    Args:
        number: which date.
        pose: how the person lies then.
        grid: arguments of `standard_phantom`: slices, rows, columns, pixel_mm, spacing_mm, noise_hu, seed ...

    Raises:
        ValueError: a lesion does not lie inside the grid, so that the truth would be another.
    """
    found = [(plaque, piece) for plaque in PLAQUES for piece in plaque.pieces[number]]
    lesions = [(plaque.territory, *piece) for plaque, piece in found]
    phantom = standard_phantom(lesions=lesions, pose=pose, **grid)
    if len(phantom.lesions) != len(lesions):
        raise ValueError("the grid does not hold every lesion")
    return Visit(DATES[number], phantom, tuple(plaque.name for plaque, _ in found))
