"""The classifications that a site chooses from, and the mark that all of them share.

Whoever adds one adds its words to each table of `reports/language/meaning`; a test says what they lack.
"""

from SmartScoreLib.interpretation.classifications.model import Classification, Grade

ACC_AHA_2026 = Classification(
    key="acc-aha-2026",
    name="ACC/AHA 2026",
    grades=(
        Grade("none", 0, "none"),
        Grade("mild", 1, "small"),
        Grade("moderate", 100, "moderate"),
        Grade("severe", 300, "large"),
        Grade("extensive", 1000, "very_large"),
    ),
    last_range="≥1000",
    citation="ACC/AHA guideline on dyslipidemia 2026, Circulation, doi:10.1161/CIR.0000000000001423",
    note="Bounds and words as two independent public extracts of the guideline have them; the guideline itself was "
    "not at hand. A division of 1-99 into 1-9 and 10-99, which one of them has, is left out.",
)
CAC_DRS_2018 = Classification(
    key="cac-drs",
    name="CAC-DRS 2018",
    grades=(
        Grade("A0", 0, "none"),
        Grade("A1", 1, "small"),
        Grade("A2", 100, "moderate"),
        Grade("A3", 300, "large"),
    ),
    last_range="≥300",
    citation="Hecht et al. 2018, J Cardiovasc Comput Tomogr 12:185",
)
RUMBERGER_1999 = Classification(
    key="rumberger-1999",
    name="Rumberger 1999",
    grades=(
        Grade("none", 0, "none"),
        Grade("minimal", 1, "very_little"),
        Grade("mild", 11, "small"),
        Grade("moderate", 101, "moderate"),
        Grade("extensive", 401, "large"),
    ),
    last_range=">400",
    citation="Rumberger et al. 1999, Mayo Clin Proc 74:243",
)

CLASSIFICATIONS: dict[str, Classification] = {one.key: one for one in (ACC_AHA_2026, CAC_DRS_2018, RUMBERGER_1999)}
"""By key; the first is the default."""

DEFAULT_CLASSIFICATION = ACC_AHA_2026

VERY_HIGH_SCORE = 1000
"""From this printed score on a report names it, whatever the classification. Source: as `ACC_AHA_2026`."""
