"""The module's self test: the list of series, and a save that fails."""

import unittest
from typing import Any

import SmartScore

PARTS = (
    "test_the_worklist_sorts",
    "test_a_failed_save_leaves_nothing",
)


def load_tests(loader: Any, tests: Any, pattern: Any) -> unittest.TestSuite:
    """What unittest runs of this file."""
    return unittest.TestSuite(map(SmartScore.SmartScoreTest, PARTS))
