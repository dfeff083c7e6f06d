"""The module's self test: Slicer offers what the panel uses, and Sample Data makes the phantom."""

import unittest
from typing import Any

import SmartScore

PARTS = (
    "test_slicer_offers_what_the_panel_uses",
    "test_sample_data_makes_the_phantom",
)


def load_tests(loader: Any, tests: Any, pattern: Any) -> unittest.TestSuite:
    """What unittest runs of this file."""
    return unittest.TestSuite(map(SmartScore.SmartScoreTest, PARTS))
