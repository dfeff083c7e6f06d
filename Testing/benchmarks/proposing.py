"""Proposals on a chest with lungs and a heart: seconds of one core, and memory beside the volume."""

import pickle
import tempfile

import numpy as np

from run import Case, Row
from SmartScoreLib.phantom.anatomy.canvas import resampled
from SmartScoreLib.phantom.anatomy.chest import draw_chest, make_chest
from SmartScoreLib.phantom.standard import ORIENTATIONS, grid
from SmartScoreLib.proposal.propose import propose
from SmartScoreLib.series.model import CTSeries
from timing import both, milliseconds, peak_mb

_SEED = 1061
_LOAD = """
import pickle
import scipy.ndimage, scipy.optimize, SimpleITK
from SmartScoreLib.proposal.propose import propose
series = pickle.load(open({path!r}, "rb"))
# start
propose(series)
"""


def chest_series(slices: int) -> CTSeries:
    """A chest of 150 mm height with bright spots of noise, 512 x 512."""
    random = np.random.default_rng(_SEED)
    chest = make_chest(random)
    root = chest.heart.root
    center = (float(root[0]) + 12, float(root[1]) - 2, float(root[2]) - 20)
    geometry = grid(slices, 512, 512, (0.68, 0.68), 150 / slices, ORIENTATIONS["HFS"], center)
    half = np.array([180.0, 180.0, 82.0])
    hu = resampled(draw_chest(random, chest, np.array(center) - half, np.array(center) + half), geometry)
    values = np.empty(hu.shape, np.int16)
    for at, plane in enumerate(hu):
        values[at] = plane + random.normal(0, 14, plane.shape)
    values.setflags(write=False)
    return CTSeries(values, geometry)


def measure(case: Case) -> list[Row]:
    """The whole search, from the volume to proposals."""
    n = len(case.files)
    series = chest_series(n)
    assert propose(series).anatomy is not None  # else less than the whole was measured
    one_pass, took = both(lambda: series.hu >= 130, lambda: propose(series), 3)
    reach = 1.0 if n < 100 else 8.0
    size = series.hu.nbytes / 2**20
    with tempfile.NamedTemporaryFile(suffix=".pickle") as file:
        pickle.dump(series, file, protocol=5)
        file.flush()
        before, peak = peak_mb(_LOAD.format(path=file.name))
    used = max(0.0, peak - before)
    told = f"{took:.2f} s = {took / one_pass:.0f} x `volume >= 130` ({milliseconds(one_pass)})"
    memory = f"{used:.0f} MB = {used / size:.2f} x int16"
    return [
        Row(n, "proposals", told, f"<= {reach:g} s", took <= reach),
        Row(n, "  memory beside the volume", memory, "<= 1 x", used <= size),
    ]
