"""Phantoms that the tests of this folder share."""

from dataclasses import replace

import numpy as np
import pytest

from qrm_in_code import Lies, MakeSeries, build
from SmartScoreLib.quality.check import check_phantom
from SmartScoreLib.quality.model import PhantomCheck
from SmartScoreLib.series.model import CTSeries


@pytest.fixture(scope="session")
def make_qrm() -> MakeSeries:
    """Makes a series of `Lies`; changes of its fields by name, attributes of the images, and `without`."""

    def make(without: tuple[tuple[int, int], ...] = (), **changes: object) -> tuple[CTSeries, list[np.ndarray]]:
        lies = {name: changes.pop(name) for name in list(changes) if name in Lies.__dataclass_fields__}
        return build(replace(Lies(), **lies), without, **changes)  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def qrm(make_qrm: MakeSeries) -> CTSeries:
    """One phantom, straight."""
    series, _ = make_qrm(turned=20.0)
    return series


@pytest.fixture(scope="session")
def check(qrm: CTSeries) -> PhantomCheck:
    """Its check."""
    return check_phantom(qrm)
