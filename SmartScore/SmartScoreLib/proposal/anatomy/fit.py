"""The usual heart, moved, turned and scaled until it agrees with a picture."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.proposal.anatomy.overview import STEP_MM
from SmartScoreLib.proposal.anatomy.template import Points, Tissue, patch_points

Fields = dict[Tissue, NDArray[np.float32]]
# How far hearts differ from the usual one: degrees about x, y, z, and the logarithm of the size.
_TURN_SD = np.array([9.0, 9.0, 13.0])
_SCALE_SD = 0.11
_PRIOR = 0.012
# What lies out of sight speaks a little against a place.
_UNSEEN = 0.25
# Steps of the search, which begins again from what it found: one alone often stops too early.
_TRIALS = 320
# So much of what should be seen must lie in the picture.
_SEEN_LEAST = 0.5


@dataclass(frozen=True)
class Pose:
    """Where the usual heart lies in an overview.

    Attributes:
        root: the middle of the aortic valve, mm from the first voxel along (x, y, z) of the overview.
        turn_degrees: about x, y, z.
        scale: size.
        agreement: 0 to 1: the share of what is expected around such a heart that the picture shows.
        seen: 0 to 1: the share of it that lies in the picture.
    """

    root: tuple[float, float, float]
    turn_degrees: tuple[float, float, float]
    scale: float
    agreement: float
    seen: float

    def place(self, template: object) -> Points:
        """Places of the template (..., 3) in mm from the first voxel of the overview, (x, y, z)."""
        points = np.asarray(template, float) * self.scale
        return np.asarray(points @ rotation(self.turn_degrees).T + self.root)

    def template(self, places: object) -> Points:
        """The other way: places in mm (x, y, z) in millimeters of the template."""
        away = np.asarray(places, float) - self.root
        return np.asarray(away @ rotation(self.turn_degrees) / self.scale)


def rotation(degrees: object) -> Points:
    """(3, 3): turns about x, then y, then z."""
    x, y, z = np.radians(np.asarray(degrees, float))
    cx, sx, cy, sy, cz, sz = np.cos(x), np.sin(x), np.cos(y), np.sin(y), np.cos(z), np.sin(z)
    about_x = np.array([[1, 0, 0], [0, cx, -sx], [0, sx, cx]])
    about_y = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    about_z = np.array([[cz, -sz, 0], [sz, cz, 0], [0, 0, 1]])
    return np.asarray(about_z @ about_y @ about_x)


def fit(fields: Fields) -> Pose | None:
    """The best pose, or None if too little of a chest lies in the picture.

    Args:
        fields: for each tissue, (z, y, x) how much of it is near a voxel of an overview, 0 to 1.
    """
    from scipy.optimize import minimize

    shape = next(iter(fields.values())).shape
    start = _search(fields, shape)
    if start is None:
        return None
    points = patch_points(4)

    def cost(at: Points) -> float:
        turn, scale = at[3:6] * _TURN_SD, float(np.exp(at[6] * _SCALE_SD))
        agreement, seen = _agreement(fields, points, at[:3] * 10, turn, scale)
        far = float((at[3:] ** 2).sum())
        return -agreement + _PRIOR * far + max(0.0, _SEEN_LEAST - seen)

    best = None
    for root in start:
        first = np.array([*(np.asarray(root) / 10), 0, 0, 0, 0], float)
        for reach in (0.8, 0.4):
            simplex = np.vstack([first, first + reach * np.diag([1, 1, 1, 0.9, 0.9, 0.9, 0.9])])
            options = {"initial_simplex": simplex, "maxfev": _TRIALS, "xatol": 0.02, "fatol": 1e-4}
            found = minimize(cost, first, method="Nelder-Mead", options=options)
            first = found.x
        if best is None or found.fun < best.fun:
            best = found
    assert best is not None
    at = best.x
    turn, scale = at[3:6] * _TURN_SD, float(np.exp(at[6] * _SCALE_SD))
    agreement, seen = _agreement(fields, points, at[:3] * 10, turn, scale)
    if seen < _SEEN_LEAST:
        return None
    x, y, z = (float(v) for v in at[:3] * 10)
    a, b, c = (float(v) for v in turn)
    return Pose((x, y, z), (a, b, c), scale, agreement, seen)


def _search(fields: Fields, shape: tuple[int, ...]) -> list[Points] | None:
    """The best places of a heart of usual size, not turned: around the middle of the lungs, at all heights of them."""
    points = patch_points(3)
    lungs = np.argwhere(fields["lung"][::2, ::2, ::2] > 0.5) * 2 * STEP_MM
    if not len(lungs):
        return None
    low, high = (np.percentile(lungs, part, axis=0)[::-1] for part in (1, 99))
    middle = (low + high) / 2
    axes = [middle[0] + np.arange(-40, 41, 10), middle[1] + np.arange(-60, 31, 10)]
    axes.append(np.arange(low[2] - 10, high[2] + 30, 10))
    roots = np.stack(np.meshgrid(*axes, indexing="ij"), -1).reshape(-1, 3)
    worth, seen = np.zeros(len(roots)), np.zeros(len(roots))
    for name, (places, weights) in points.items():
        for first in range(0, len(roots), 256):
            part = slice(first, first + 256)
            values, inside = _looked_up(fields[name], roots[part, None, :] + places)
            worth[part] += (values * inside) @ weights
            seen[part] += inside @ weights
    share = seen / sum(float(weights.sum()) for _, weights in points.values())
    score = np.where(share >= _SEEN_LEAST, worth / np.maximum(seen, 1e-6) - _UNSEEN * (1 - share), -1)
    order = np.argsort(-score)
    if score[order[0]] < 0:
        return None
    chosen = [roots[order[0]]]
    for i in order[1:60]:
        far = np.linalg.norm(roots[i] - chosen[0]) > 30
        if far and score[i] > score[order[0]] - 0.12:
            return [chosen[0], roots[i]]
    return chosen


def _looked_up(values: NDArray[np.float32], places: Points) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """The value of a field at places (..., 3), mm (x, y, z), and which of them lie inside of it."""
    index = np.rint(places * (1 / STEP_MM)).astype(np.int32)
    x, y, z = index[..., 0], index[..., 1], index[..., 2]
    depth, rows, columns = values.shape
    inside = (x >= 0) & (x < columns) & (y >= 0) & (y < rows) & (z >= 0) & (z < depth)
    flat = np.where(inside, (z * rows + y) * columns + x, 0)
    return values.reshape(-1)[flat], inside


def between(values: NDArray[np.float32], places: Points) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """The value of a field at places (n, 3), mm (x, y, z) in the overview, and which of them lie inside of it.

    Interpolated between the voxels: what is fitted must not jump where a place leaves one.
    """
    from scipy.ndimage import map_coordinates

    index = (places * (1 / STEP_MM))[:, ::-1].T
    inside = np.all((index >= -0.5) & (index <= np.array(values.shape)[:, None] - 0.5), axis=0)
    return np.asarray(map_coordinates(values, index, np.float32, order=1, mode="nearest")), np.asarray(inside)


def _agreement(
    fields: Fields, points: dict[Tissue, tuple[Points, Points]], root: Points, turn: Points, scale: float
) -> tuple[float, float]:
    """Share of what is expected that is there, and share of it that lies in the picture."""
    matrix = rotation(turn).T * scale
    worth = seen = total = 0.0
    for name, (places, weights) in points.items():
        values, inside = between(fields[name], places @ matrix + root)
        worth += float((values * inside) @ weights)
        seen += float(inside @ weights)
        total += float(weights.sum())
    share = seen / total
    # A heart of which a part is out of sight must not be preferred to one in the middle.
    return worth / max(seen, 1e-6) - _UNSEEN * share * (1 - share), share
