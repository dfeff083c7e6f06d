"""The ascending aorta: round slices of soft tissue above the valve, looked for near where the fitted heart has it."""

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.proposal.anatomy.fit import Pose
from SmartScoreLib.proposal.anatomy.model import Aorta
from SmartScoreLib.proposal.anatomy.overview import STEP_MM, Overview
from SmartScoreLib.proposal.anatomy.template import AORTA, Points

_RADII_MM = np.arange(11.0, 25.0, 2.0)
_NEAR_MM = 9.0
# Half way between blood and fat.
_WALL_HU, _RAYS = -28.0, 48
# Blood of all tube voltages; its edge is fat, lung, or nothing at all where another vessel touches.
_BLOOD_HU = (0.0, 90.0)


def ascending_aorta(view: Overview, pose: Pose) -> Aorta:
    """The aorta from the valve to below the arch; where nothing round is seen, as the usual heart has it."""
    usual = pose.place(np.asarray(AORTA, float))
    heights = np.arange(usual[0, 2] + 9, usual[-1, 2] + 1, STEP_MM)
    heights = heights[heights < (view.hu.shape[0] - 1) * STEP_MM]
    guess = np.stack([np.interp(heights, usual[:, 2], usual[:, i]) for i in (0, 1)], axis=1)
    if not len(heights):
        return Aorta(usual, np.full(len(usual), 16.0 * pose.scale), 0.0)
    found = [_circle(view, at, z, 16.0 * pose.scale) for at, z in zip(guess, heights, strict=True)]
    centers = _smoothed(np.array([one[0] for one in found]))
    radii = _smoothed(np.array([[one[1]] for one in found]))[:, 0]
    walls = [_wall(view, c, z, r) for c, z, r in zip(centers, heights, radii, strict=True)]
    centers, radii = _joined(centers, radii, walls)
    axis = np.column_stack([centers, heights])
    # The first point is the valve itself: it moves with what was found just above it.
    root = usual[0] + np.array([*(centers[0] - guess[0]) * 0.7, 0.0])
    return Aorta(np.vstack([root, axis]), np.concatenate([radii[:1], radii]), float(np.mean([one[2] for one in found])))


def _circle(view: Overview, near: Points, z: float, usual_mm: float) -> tuple[Points, float, float]:
    """Middle (x, y), radius and share of the edge that is seen of the best circle in a slice."""
    steps = np.arange(-_NEAR_MM, _NEAR_MM + 1, STEP_MM)
    angles = np.linspace(0, 2 * np.pi, 20, endpoint=False)
    ring = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    slice_hu = view.hu[min(round(z / STEP_MM), view.hu.shape[0] - 1)]
    dx, dy, radii = np.meshgrid(steps, steps, _RADII_MM, indexing="ij")
    middles = near + np.stack([dx, dy], axis=-1).reshape(-1, 2)
    radii = radii.reshape(-1)

    def around(distance: NDArray[np.float64]) -> NDArray[np.float32]:
        at = middles[:, None, :] + ring * distance[:, None, None]
        index = np.clip(np.rint(at[..., ::-1] / STEP_MM).astype(int), 0, np.array(slice_hu.shape) - 1)
        return np.asarray(slice_hu[index[..., 0], index[..., 1]])

    inside = [around(radii * part) for part in (0.3, 0.65)] + [around(radii - 3)]
    blood = np.mean([(one > _BLOOD_HU[0]) & (one < _BLOOD_HU[1]) for one in inside], axis=(0, 2))
    edge = np.mean(around(radii + 3.0) < _BLOOD_HU[0] - 5, axis=1)
    far = np.hypot(*(middles - near).T) / _NEAR_MM
    worth = 1.2 * blood + edge - 0.12 * far - 0.25 * np.abs(np.log(radii / usual_mm))
    best = int(worth.argmax())
    return middles[best], float(radii[best]), float(edge[best])


def _wall(view: Overview, middle: Points, z: float, radius: float) -> tuple[Points, float, float]:
    """The circle through the places where blood gives way to fat or lung, between the voxels of the overview.

    Returns: how far (x, y) its middle and how far its radius are from those given, and the share of all directions in
    which the wall was seen; where another vessel or a chamber touches, it is not.
    """
    from scipy.ndimage import map_coordinates

    angles = np.linspace(0, 2 * np.pi, _RAYS, endpoint=False)
    ring = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    steps = np.arange(0.55 * radius, 1.45 * radius + 3, 0.5)
    at = middle + ring[:, None] * steps[:, None]
    index = np.stack([np.full(at.shape[:2], z), at[..., 1], at[..., 0]]) / STEP_MM
    values = map_coordinates(view.hu, index, np.float32, order=1, mode="nearest")
    dark = values < _WALL_HU
    first = dark.argmax(axis=1)
    seen = dark.any(axis=1) & (first > 0)
    rows = np.flatnonzero(seen)
    inner, outer = values[rows, first[rows] - 1], values[rows, first[rows]]
    part = (inner - _WALL_HU) / np.maximum(inner - outer, 1e-3)
    reach = steps[first[rows] - 1] + 0.5 * part
    change = np.zeros(3)
    design = np.column_stack([ring[rows], np.ones(len(rows))])
    for _ in range(6):
        left = reach - radius - design @ change
        # What is far from the circle is not the wall: fat between other vessels, or a plaque.
        weight = 1 / (1 + (left / 1.5) ** 2)
        still = np.diag([0.05, 0.05, 0.02]) * _RAYS  # a wall that is hardly seen moves nothing
        change = np.linalg.solve(design.T @ (weight[:, None] * design) + still, design.T @ (weight * (reach - radius)))
    fits = np.abs(reach - radius - design @ change) < 1.5
    return change[:2], float(change[2]), float(fits.sum()) / _RAYS


def _joined(
    centers: Points, radii: NDArray[np.float64], walls: list[tuple[Points, float, float]]
) -> tuple[Points, NDArray[np.float64]]:
    """Circles moved to their walls; neighbors help each other, those of which more is seen the more."""
    from scipy.ndimage import gaussian_filter1d

    seen = np.array([one[2] for one in walls])[:, None] ** 2 + 1e-3
    change = np.array([[*one[0], one[1]] for one in walls])
    smooth = gaussian_filter1d(change * seen, 1.5, axis=0) / gaussian_filter1d(seen, 1.5, axis=0)
    return centers + smooth[:, :2], radii + smooth[:, 2]


def _smoothed(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Medians, then means, of five neighbors along the first axis."""
    wide = np.pad(values, ((2, 2), (0, 0)), mode="edge")
    middle = np.median([wide[i : i + len(values)] for i in range(5)], axis=0)
    wide = np.pad(middle, ((2, 2), (0, 0)), mode="edge")
    return np.asarray(np.mean([wide[i : i + len(values)] for i in range(5)], axis=0))
