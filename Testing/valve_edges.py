"""Scores of an aortic valve on both sides of each bound, with their grades."""

# By hand from the guideline's bounds; .4 rounds down and .5 up, as on every page.
EDGES = [
    ("male", 0.2, "unlikely"), ("male", 1599.4, "unlikely"), ("male", 1599.5, "not_decided"),
    ("male", 1600.0, "not_decided"), ("male", 1999.4, "not_decided"), ("male", 1999.5, "likely"),
    ("male", 2000.0, "likely"), ("male", 2999.4, "likely"), ("male", 2999.5, "very_likely"),
    ("male", 3000.0, "very_likely"), ("male", 9000.0, "very_likely"),
    ("female", 0.2, "unlikely"), ("female", 799.4, "unlikely"), ("female", 799.5, "not_decided"),
    ("female", 800.0, "not_decided"), ("female", 1199.4, "not_decided"), ("female", 1199.5, "likely"),
    ("female", 1200.0, "likely"), ("female", 1599.4, "likely"), ("female", 1599.5, "very_likely"),
    ("female", 1600.0, "very_likely"),
]  # fmt: skip
