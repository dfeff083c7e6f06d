"""Fixtures that every layer shares."""

import os
from pathlib import Path

import pytest

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
