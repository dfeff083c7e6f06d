"""The module's self test: nothing of one patient is in a view of the next, and no capture is taken for a CT."""

import unittest
from typing import Any

import SmartScore

PARTS = (
    "test_nothing_of_one_patient_is_in_a_view_of_the_next",
    "test_a_capture_is_no_volume_to_read",
    "test_a_volume_that_is_there_is_used",
)


def load_tests(loader: Any, tests: Any, pattern: Any) -> unittest.TestSuite:
    """What unittest runs of this file."""
    return unittest.TestSuite(map(SmartScore.SmartScoreTest, PARTS))
