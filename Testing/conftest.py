"""Fixtures that every layer shares."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A run must answer the same for the same code; HYPOTHESIS_RANDOM=1 looks further.
settings.register_profile("repeatable", derandomize=not os.environ.get("HYPOTHESIS_RANDOM"), deadline=None)
settings.load_profile("repeatable")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def repository() -> Path:
    """Top folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def real_data() -> Path:
    """Folder of real CT series: SMARTSCORE_TEST_DATA, or `shared/data` beside the checkout."""
    folder = Path(os.environ.get("SMARTSCORE_TEST_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"real CT series are not on this machine (no folder {folder.name})")
    return folder
