"""The module's self test: what clicks and keys answer."""

import unittest
from typing import Any

import SmartScore

PARTS = (
    "test_a_mark_that_does_not_count_answers",
    "test_one_key_marks_what_is_outlined",
)


def load_tests(loader: Any, tests: Any, pattern: Any) -> unittest.TestSuite:
    """What unittest runs of this file."""
    return unittest.TestSuite(map(SmartScore.SmartScoreTest, PARTS))
