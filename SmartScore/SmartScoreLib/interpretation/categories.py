"""Categories of the total Agatston score.

The boundaries are applied to the score itself, not to its rounded print, so that no calcium is ever called none.
"""

from SmartScoreLib.interpretation.model import PlaqueBurden


def cac_drs(agatston: float, vessels: int) -> str:
    """CAC-DRS category and number of vessels with calcium, e.g. "A2/N3".

    A0 only for 0, A1 (0, 100), A2 [100, 300), A3 from 300; vessels are LM, LAD, LCX and RCA (PDA is part of RCA).
    Source: Hecht et al. 2018, CAC-DRS.
    """
    category = 0 if agatston == 0 else 1 if agatston < 100 else 2 if agatston < 300 else 3
    return f"A{category}/N{vessels}"


def plaque_burden(agatston: float) -> PlaqueBurden:
    """Words for the amount: 0, to 10, to 100, to 400, more. Source: Rumberger et al. 1999."""
    if agatston == 0:
        return "none"
    if agatston <= 10:
        return "minimal"
    if agatston <= 100:
        return "mild"
    return "moderate" if agatston <= 400 else "extensive"
