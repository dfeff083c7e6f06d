"""Deposits put by code into real series without coronary calcium: `python Testing/proposals/inserted.py FOLDER ...`.

Each folder holds a series. A few deposits at a time are drawn along courses of the fitted heart, which are moved by
some 10 mm at random and from there to the nearest fat that soft tissue is near; they are blurred as by a soft kernel
and the thickness of a slice, and given the noise that was measured in the blood of the scan. Places lie near the fit
that is measured: that flatters. This is no clinical validation.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parent))

from SmartScoreLib import find_series, load_series
from SmartScoreLib.lesions.editing import assign, empty_map
from SmartScoreLib.lesions.model import STANDARD_THRESHOLD_HU
from SmartScoreLib.phantom.anatomy.case import Placed, Scan, put
from SmartScoreLib.phantom.anatomy.deposits import Deposit
from SmartScoreLib.phantom.anatomy.shapes import Tube, smooth_path
from SmartScoreLib.proposal.anatomy.find import find_anatomy
from SmartScoreLib.proposal.anatomy.model import Anatomy
from SmartScoreLib.proposal.anatomy.overview import STEP_MM
from SmartScoreLib.proposal.anatomy.template import COURSES
from SmartScoreLib.proposal.model import Proposals
from SmartScoreLib.proposal.propose import propose
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.scoring.score import score
from SmartScoreLib.series.model import CTSeries
from summary import share
from truth import LEAST_AGATSTON

_VESSELS, _CHANCES = ("LM", "LAD", "LCX", "RCA", "PDA"), (0.1, 0.41, 0.18, 0.26, 0.05)
_AT_ONCE, _APART_MM, _MOVED_MM, _TO_FAT_MM = 5, 15.0, 6.0, 10.0
_FAT_HU, _SOFT_HU, _LUNG_HU = (-140.0, -40.0), (10.0, 90.0), -400.0
_BLUR_MM = (0.6, 0.85)


@dataclass(frozen=True)
class Found:
    """One deposit that was put in: what it scores, whether it was proposed, and as what."""

    territory: str
    agatston: float
    found: bool
    proposed_as: str


def measure(series: CTSeries, count: int, random: np.random.Generator) -> list[Found]:
    """Put deposits into a series until there are enough that score 10 or more; none where no heart is seen."""
    anatomy = find_anatomy(series)
    if isinstance(anatomy, Remark):
        return []
    results: list[Found] = []
    while sum(one.agatston >= LEAST_AGATSTON for one in results) < count:
        hu = series.hu.astype(np.float32)
        placed = list(_drawn(hu, series, anatomy, random))
        changed = CTSeries(np.clip(np.rint(hu), -1024, 3071).astype(np.int16), series.geometry)
        found = propose(changed)
        results += [_compared(series, changed, one, found) for one in placed]
    return results


def _drawn(
    hu: NDArray[np.float32], series: CTSeries, anatomy: Anatomy, random: np.random.Generator
) -> Iterator[Placed]:
    spacing = series.geometry.spacing_mm[0]
    taken: list[NDArray[np.float64]] = []
    for _ in range(_AT_ONCE):
        vessel = str(random.choice(_VESSELS, p=_CHANCES))
        path = _course(vessel, anatomy, random)
        if path is None or any(np.linalg.norm(path.mean(axis=0) - one) < _APART_MM for one in taken):
            continue
        taken.append(path.mean(axis=0))
        value = float(np.clip(random.lognormal(np.log(480), 0.45), 190, 1500))
        radii = random.uniform(0.7, 2.1) * random.uniform(0.7, 1.1, len(path))
        scan = Scan(
            series.geometry, series.geometry, 120, anatomy.noise_hu, float(random.uniform(*_BLUR_MM)), spacing, 0.0
        )
        one = put(hu, Deposit("coronary", vessel, Tube(path, radii), value), scan, random)
        if one is not None:
            box = tuple(slice(c, c + n) for c, n in zip(one.corner, one.mask.shape, strict=True))
            # Within it the noise of the scan was covered.
            hu[box] += one.mask * random.normal(0, anatomy.noise_hu, one.mask.shape).astype(np.float32)
            yield one


def _course(vessel: str, anatomy: Anatomy, random: np.random.Generator) -> NDArray[np.float64] | None:
    """A piece of a course (n, 3), LPS mm, in fat; None where no such fat is near."""
    points = smooth_path(anatomy.heart.place(np.asarray(COURSES[vessel], float)), 1.0)
    length = float(np.clip(random.lognormal(np.log(4.5), 0.7), 1.2, 28))
    start = int(random.uniform(0, 0.85) * len(points))
    moved = points[start : start + max(2, round(length))] + random.normal(0, _MOVED_MM, 3)
    shift = _to_fat(moved.mean(axis=0), anatomy)
    if shift is None:
        return None
    return np.asarray(anatomy.view.geometry.lps_mm((moved + shift)[:, ::-1] / STEP_MM))


def _to_fat(place: NDArray[np.float64], anatomy: Anatomy) -> NDArray[np.float64] | None:
    """The way to the nearest fat beside soft tissue, mm in the overview."""
    from scipy.ndimage import binary_dilation

    hu = anatomy.view.hu
    soft = binary_dilation((hu > _SOFT_HU[0]) & (hu < _SOFT_HU[1]), iterations=2)
    # The edge between heart and lung has values of fat, and is none; the pericardium parts arteries from the lung.
    lung = binary_dilation(hu < _LUNG_HU, iterations=1)
    fat = (hu > _FAT_HU[0]) & (hu < _FAT_HU[1]) & soft & ~lung
    places = np.argwhere(fat)[:, ::-1] * STEP_MM
    away = np.linalg.norm(places - place, axis=1)
    nearest = int(away.argmin())
    return None if away[nearest] > _TO_FAT_MM else places[nearest] - place


def _compared(before: CTSeries, series: CTSeries, one: Placed, found: Proposals) -> Found:
    box = tuple(slice(c, c + n) for c, n in zip(one.corner, one.mask.shape, strict=True))
    new = one.mask & (series.hu[box] >= STANDARD_THRESHOLD_HU) & (before.hu[box] < STANDARD_THRESHOLD_HU)
    marks = assign(empty_map(series.geometry), one.corner, new, one.deposit.territory)
    alone = score(series.hu, marks, DEFAULT_PROTOCOL).total.agatston
    labels = np.zeros(series.hu.shape, np.uint8)
    for i, proposal in enumerate(found.proposed):
        f = proposal.features
        there = tuple(slice(c, c + n) for c, n in zip(f.corner, f.mask.shape, strict=True))
        labels[there][f.mask] = i + 1
    hits = labels[box][new]
    hits = hits[hits > 0]
    name = found.proposed[int(np.bincount(hits).argmax()) - 1].territory if len(hits) else ""
    return Found(one.deposit.territory, alone, len(hits) >= 0.5 * max(1, int(new.sum())), name)


def main() -> int:
    """A line a series, and the sums."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=200, help="deposits with Agatston 10 or more, of all series")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    random = np.random.default_rng(arguments.seed)
    results: list[Found] = []
    for done, folder in enumerate(arguments.folders):
        candidates = [one for one in find_series(folder).candidates if one.scorable]
        series = load_series(max(candidates, key=lambda one: len(one.files)))
        large = sum(one.agatston >= LEAST_AGATSTON for one in results)
        of_this = measure(series, -(-(arguments.count - large) // (len(arguments.folders) - done)), random)
        print(f"{folder.name}: {_told(of_this)}", flush=True)
        results += of_this
    print(f"all: {_told(results)}")
    return 0


def _told(results: list[Found]) -> str:
    large = [one for one in results if one.agatston >= LEAST_AGATSTON]
    found = [one for one in large if one.found]
    right = sum(one.proposed_as == one.territory or {one.proposed_as, one.territory} == {"LM", "LAD"} for one in found)
    return f"proposed {share(len(found), len(large))}; vessel right {share(right, len(found))}"


if __name__ == "__main__":
    sys.exit(main())
