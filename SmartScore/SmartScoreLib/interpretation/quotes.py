"""What guidelines say of a score, in their own words and language, for sites that want it on the Physician report.

It is off by default. Only sentences that were seen word by word are here: this one in a public extract of the
guideline's PDF, its class and level in two others; the guideline itself was not at hand. What exists as a paraphrase
only is left out.
"""

from dataclasses import dataclass

from SmartScoreLib.interpretation.classifications.table import ACC_AHA_2026, VERY_HIGH_SCORE
from SmartScoreLib.scoring.rounding import printed_agatston


@dataclass(frozen=True)
class Quote:
    """A sentence of a guideline.

    Attributes:
        least: the least printed score that it is about.
        text: as the guideline has it; dots stand for what is left out.
        source: the guideline, the place in it, its class and level.
    """

    least: int
    text: str
    source: str


QUOTES: tuple[Quote, ...] = (
    Quote(
        VERY_HIGH_SCORE,
        "... treatment with LDL-C–lowering therapies with consideration of statin therapy as first-line is recommended "
        "to achieve a ≥50% reduction in LDL-C and a goal of LDL-C <55 mg/dL (1.4 mmol/L) and non–HDL-C <85 mg/dL (2.2 "
        "mmol/L).",
        f"CAC ≥1000 AU, section 4.2.7, recommendation 1 (class 1, level B-NR). {ACC_AHA_2026.citation}",
    ),
)


def quotes_for(agatston: float) -> tuple[Quote, ...]:
    """What is said of a score."""
    return tuple(one for one in QUOTES if printed_agatston(agatston) >= one.least)
