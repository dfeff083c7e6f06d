"""The module's self test, the long part: a reading from the series to the saved report, reopened and continued."""

import unittest
from typing import Any

import SmartScore

PARTS = ("test_a_reading_from_series_to_saved_report",)


def load_tests(loader: Any, tests: Any, pattern: Any) -> unittest.TestSuite:
    """What unittest runs of this file."""
    return unittest.TestSuite(map(SmartScore.SmartScoreTest, PARTS))
