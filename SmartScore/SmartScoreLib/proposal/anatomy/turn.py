"""The usual heart, turned until fat lies along its arteries: lungs and bones hardly tell how a heart is turned."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.proposal.anatomy.fit import Pose, between, rotation
from SmartScoreLib.proposal.anatomy.overview import STEP_MM
from SmartScoreLib.proposal.anatomy.template import CHAMBERS, COURSES, SAC, Points, ball
from SmartScoreLib.proposal.anatomy.tissue import Mask, Tissue

# How far hearts are turned in their chests, degrees about x, y, z, and the logarithm of the size.
_TURN_SD = np.array([14.0, 14.0, 20.0])
_SCALE_SD = 0.11
_PRIOR, _MOVED = 0.012, 0.05
# What speaks for a pose: fat along arteries; for each chamber soft tissue, no fat and no lung.
_FAT_ALONG = 2.0
# Where fewer of the arteries lie in the picture, less of them in fat, or the heart would move farther, it is no groove
# that was found: a heart that is cut off, or one without fat.
_LEAST_IN_SIGHT, _LEAST_FAT, _FARTHEST_MM = 0.8, 0.25, 20.0
_SAC_WIDER = 1.3
# The search begins with the heart as it was found and turned to both sides, in a blurred picture, and ends in a sharper
# one; standard deviations in voxels of the overview.
_STARTS_DEGREES = (0.0, 22.0, -22.0)
_BLURS = (2.0, 1.0)
_TRIALS = 400


@dataclass(frozen=True)
class _Blurred:
    fat: NDArray[np.float32]
    soft: NDArray[np.float32]
    lung: NDArray[np.float32]


def turned(tissues: Tissue, pose: Pose, soft: Mask | None = None) -> Pose:
    """The heart of a pose, moved, turned and scaled by what its grooves show; as it was where they show too little.

    Args:
        tissues: of the overview.
        pose: where `fit` found the heart; how well that agrees stays as it was.
        soft: (z, y, x) the heart as others have segmented it; None for all soft tissue.
    """
    from scipy import ndimage
    from scipy.optimize import minimize

    # The edge of a lung has values of fat; that of the chest wall is not of the heart.
    fat = tissues.fat & ~ndimage.binary_dilation(tissues.lung) & _around_heart(tissues.fat.shape, pose)
    arteries, along = _arteries()
    chambers, weights = _chambers()
    root = np.asarray(pose.root)

    def place(at: Points, points: Points) -> Points:
        matrix = rotation(at[3:6] * _TURN_SD) * float(np.exp(at[6] * _SCALE_SD))
        return np.asarray(points @ matrix.T + root + at[:3] * 10)

    def cost(at: Points, seen: _Blurred) -> float:
        grooves = _mean(seen.fat, place(at, arteries), along)
        inside = place(at, chambers)
        worth = _FAT_ALONG * grooves + _mean(seen.soft, inside, weights)
        worth -= _mean(seen.fat, inside, weights) + _mean(seen.lung, inside, weights)
        return -worth + _PRIOR * float((at[3:] ** 2).sum()) + _MOVED * float((at[:3] ** 2).sum())

    usual = np.array([0, 0, 0, *(np.asarray(pose.turn_degrees) / _TURN_SD), np.log(pose.scale) / _SCALE_SD])
    starts = [usual + np.array([0, 0, 0, 0, 0, degrees / _TURN_SD[2], 0]) for degrees in _STARTS_DEGREES]
    lung = ndimage.gaussian_filter(tissues.lung.astype(np.float32), 1.0)
    for step, blur in enumerate(_BLURS, 1):
        seen = _Blurred(
            ndimage.gaussian_filter(fat.astype(np.float32), blur),
            ndimage.gaussian_filter((tissues.soft if soft is None else soft).astype(np.float32), blur / 2),
            lung,
        )
        found = []
        for start in starts:
            simplex = np.vstack([start, start + 0.6 / step * np.eye(7)])
            options = {"initial_simplex": simplex, "maxfev": _TRIALS, "xatol": 0.02, "fatol": 1e-4}
            found.append(minimize(cost, start, (seen,), method="Nelder-Mead", options=options))
        starts = [min(found, key=lambda one: float(one.fun)).x]
    best = starts[0]
    x, y, z = (float(v) for v in root + best[:3] * 10)
    a, b, c = (float(v) for v in best[3:6] * _TURN_SD)
    heart = replace(pose, root=(x, y, z), turn_degrees=(a, b, c), scale=float(np.exp(best[6] * _SCALE_SD)))
    held, inside = between(fat.astype(np.float32), heart.place(arteries))
    in_sight = inside.mean() >= _LEAST_IN_SIGHT and float(held[inside].mean()) >= _LEAST_FAT
    return heart if in_sight and float(np.linalg.norm(best[:3] * 10)) <= _FARTHEST_MM else pose


def _around_heart(shape: tuple[int, ...], pose: Pose) -> Mask:
    """Voxels (z, y, x) of the overview that may lie within the pericardium of a heart near a pose."""
    origin, *steps = (np.asarray(pose.template(at), np.float32) for at in ((0, 0, 0), *np.eye(3) * STEP_MM))
    x, y, z = (step - origin for step in steps)
    planes, rows, columns = (np.arange(n, dtype=np.float32) for n in shape)
    held = np.zeros(shape, bool)
    for middle, radii in SAC:
        away = np.zeros(shape, np.float32)
        for axis, (center, radius) in enumerate(zip(middle, radii, strict=True)):
            along = origin[axis] - np.float32(center) + x[axis] * columns + (y[axis] * rows)[:, None]
            away += ((along + (z[axis] * planes)[:, None, None]) / np.float32(radius * _SAC_WIDER)) ** 2
        held |= away < 1
    return held


def _mean(values: NDArray[np.float32], places: Points, weights: NDArray[np.float64]) -> float:
    """Of a field at places, those out of sight left out."""
    found, inside = between(values, places)
    return float((found * inside) @ weights) / max(float(inside @ weights), 1e-6)


def _arteries() -> tuple[Points, NDArray[np.float64]]:
    """(n, 3) places along the usual arteries, each artery of the same weight: the short trunk leads to the others."""
    points, weights = [], []
    for course in COURSES.values():
        path = _spaced(np.asarray(course, float))
        points.append(path)
        weights.append(np.full(len(path), 1 / len(path)))
    return np.concatenate(points), np.concatenate(weights)


def _spaced(path: Points) -> Points:
    """Points of a path of lines, as far apart as voxels of the overview."""
    lengths = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    at = np.linspace(0, lengths[-1], max(2, round(float(lengths[-1]) / STEP_MM) + 1))
    return np.stack([np.interp(at, lengths, path[:, i]) for i in range(3)], axis=1)


def _chambers() -> tuple[Points, NDArray[np.float64]]:
    points, weights = [], []
    for patch in CHAMBERS:
        inside = ball(4) * np.asarray(patch.radii) + np.asarray(patch.center)
        points.append(inside)
        weights.append(np.full(len(inside), patch.weight / len(inside)))
    return np.concatenate(points), np.concatenate(weights)
