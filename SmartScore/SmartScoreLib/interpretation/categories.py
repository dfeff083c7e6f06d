"""The CAC-DRS category, which stands on every report beside the words of the classification that a site chose."""

from SmartScoreLib.interpretation.classifications.table import CAC_DRS_2018


def cac_drs_category(agatston: float) -> int:
    """The A of CAC-DRS: 0 for 0, 1 for 1 to 99, 2 for 100 to 299, 3 from 300. Source: Hecht et al. 2018."""
    return CAC_DRS_2018.position(CAC_DRS_2018.grade(agatston))


def cac_drs(agatston: float, vessels: int | None) -> str:
    """CAC-DRS category and number of vessels with calcium, e.g. "A2/N3"; the vessels of the table of territories.

    The category alone, "A2", where the number is not known.
    """
    category = f"A{cac_drs_category(agatston)}"
    return category if vessels is None else f"{category}/N{vessels}"
