"""The columns of a score table, as data: every table (terminal, files, panel, pages, scene) is made of them."""

from dataclasses import dataclass

from SmartScoreLib.scoring import rounding
from SmartScoreLib.scoring.model import LesionScore, TerritoryScore, TotalScore

Row = TerritoryScore | TotalScore | LesionScore


@dataclass(frozen=True)
class ScoreColumn:
    """One measured value.

    Attributes:
        key: its field in the scores, and its name in JSON and CSV.
        unit: as files and MRML tables write it, or "".
        symbol: the unit as people read it, or "".
        decimals: how it is rounded for people; files keep full precision.
    """

    key: str
    unit: str = ""
    symbol: str = ""
    decimals: int = 0

    def value(self, row: Row) -> float | None:
        """The value in full precision; None where it is not available (mass without a factor)."""
        value: float | None = getattr(row, self.key)
        return value

    def text(self, row: Row, absent: str = "") -> str:
        """The value as people read it, by the one rule of rounding; `absent` where it is not available."""
        value = self.value(row)
        return absent if value is None else rounding.text(value, self.decimals)


LESIONS = ScoreColumn("lesions")
AGATSTON = ScoreColumn("agatston")
VOLUME = ScoreColumn("volume_mm3", "mm3", "mm³")
MASS = ScoreColumn("mass_mg", "mg", "mg", rounding.MASS_DECIMALS)

MEASURES: tuple[ScoreColumn, ...] = (AGATSTON, VOLUME, MASS)
"""What a lesion, a territory and the total have."""

SCORE_COLUMNS: tuple[ScoreColumn, ...] = (LESIONS, *MEASURES)
"""What a territory and the total have, in the order of a table."""
