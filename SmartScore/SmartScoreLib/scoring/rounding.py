"""The one rule by which scores are rounded for people; files keep full precision.

Agatston scores and volumes to whole numbers, masses to 0.1 mg, half a unit away from zero. A value that is not zero
is never shown as zero, since a zero is a finding of its own: it reads "<1" or "<0.1" then. Texts have a point as
decimal mark and no grouping; a page puts in its language's own.
"""

from decimal import ROUND_HALF_UP, Decimal

MASS_DECIMALS = 1


def half_up(value: float, decimals: int = 0) -> float:
    """The value rounded half away from zero, decided on the decimal number that a person would read."""
    return float(_rounded(value, decimals))


def whole(value: float) -> int:
    """The value rounded half away from zero to a whole number."""
    return int(_rounded(value, 0))


def printed_agatston(value: float) -> int:
    """The whole number that decides category, percentile, color and words: as printed, and 1 where "<1" is printed.

    So no page can print 300 beside the category below 300, and no calcium is ever in a class of none.
    """
    return max(1, whole(value)) if value > 0 else 0


def text(value: float, decimals: int) -> str:
    """A number that is not negative: "0", "<1", "137", or with one decimal "0.0", "<0.1", "19.6"."""
    shown = _rounded(value, decimals)
    if value > 0 and not shown:
        return f"<{Decimal(1).scaleb(-decimals)}"
    return str(shown)


def agatston_text(value: float) -> str:
    """An Agatston score: "0", "<1", "137"."""
    return text(value, 0)


def volume_text(value_mm3: float) -> str:
    """A volume in mm3: "0", "<1", "137"."""
    return text(value_mm3, 0)


def mass_text(value_mg: float) -> str:
    """A mass in mg: "0.0", "<0.1", "19.6"."""
    return text(value_mg, MASS_DECIMALS)


def _rounded(value: float, decimals: int) -> Decimal:
    # The shortest decimal that means this float: 2.675 is then a half, as it reads.
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
